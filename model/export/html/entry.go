package html

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

func shortNode(e doc.Entry) node {
	return el("li", anchorOf(e), marksOf(e), titleNode(e), wordNode(e))
}

func entryNode(e doc.Entry, heading name) node {
	return el("article", anchorOf(e), marksOf(e), class("entry "+cssClass(e)),
		el(heading, titleNode(e), wordNode(e)),
		when(e.Where != "", func() node { return el("p", class("where"), words(e.Where)) }),
		factsNode(e.Facts),
		when(len(e.Steps) > 0, func() node {
			return el("ol", class("steps"), each(e.Steps, func(r model.Text) node { return el("li", richNodes(r)) }))
		}),
		each(e.Commands, commandsNode), factsNode(e.After), sourcesNode(e.Sources),
	)
}

func cssClass(e doc.Entry) string { return [...]string{"plain", "task", "task done"}[e.Box] }

func anchorOf(e doc.Entry) attributes {
	if e.Number == 0 {
		return nil
	}
	return attributes{id(doc.TaskAnchor(e.Number))}
}

// titleNode is the title, with a box that can be ticked where there is one.
func titleNode(e doc.Entry) node {
	if e.Box == doc.NoBox {
		return el("span", words(e.Title))
	}
	return el("label", tickNode(e), el("span", class("number"), words(fmt.Sprintf("%d.", e.Number))), words(" "), el("span", words(e.Title)))
}

// tickNode is a box that can be ticked.
func tickNode(e doc.Entry) node {
	input := el("input", attr("type", "checkbox"))
	if e.Box == doc.TickedBox {
		input.attrs = append(input.attrs, attr("checked", ""))
	}
	return input
}

func wordNode(e doc.Entry) node {
	if e.Said != nil {
		return nodes{words(" "), el("span", class("choice"), richNodes(e.Said))}
	}
	return when(e.Word != "", func() node {
		return nodes{words(" "), el("span", class(wordClass(e)), words(e.Word))}
	})
}

// wordClass tells a state, which the style sheet marks, from a choice.
func wordClass(e doc.Entry) string {
	if e.Tone == "" {
		return "choice"
	}
	return "state " + e.Tone
}

func factsNode(facts []doc.Fact) node {
	if len(facts) == 0 {
		return nothing
	}
	if facts[0].Label == "" {
		why := each(facts[0].Lines, func(r model.Text) node { return el("p", class("why"), richNodes(r)) })
		return nodes{why, factsNode(facts[1:])}
	}
	return el("dl", class("facts"), each(facts, factNode))
}

func factNode(f doc.Fact) node {
	value := each(f.Lines, func(r model.Text) node { return el("p", richNodes(r)) })
	if len(f.Tasks) > 0 {
		value = append(value, tasksNode(f))
	}
	return nodes{el("dt", words(f.Label)), el("dd", value)}
}

// tasksNode names tasks and leads to them: "tasks 3, 4".
// One that the page does not list leads nowhere: "task 3 (PKI)".
func tasksNode(f doc.Fact) node {
	row, between := nodes{words(doc.TaskWord(f.Tasks))}, words(" ")
	for _, n := range f.Tasks {
		row = append(row, between, taskNode(n, f.AsideOf(n)))
		between = ", "
	}
	return el("p", row)
}

func taskNode(n int, aside string) node {
	if aside != "" {
		return words(strconv.Itoa(n) + aside)
	}
	return anchor(doc.TaskAnchor(n), strconv.Itoa(n))
}

func commandsNode(c doc.Commands) node {
	return el("div", class("commands"), el("p", words(c.Where)),
		each(c.Lines, func(line string) node { return el("pre", el("code", commandNode(line))) }))
}

// commandNode keeps each word of a command together: a browser would break
// lines at hyphens, and nobody could tell on paper where the blanks are.
func commandNode(line string) node {
	var row nodes
	for i, word := range strings.Split(model.Clean(line), " ") {
		if i > 0 {
			row = append(row, words(" "))
		}
		row = append(row, el("span", words(word)))
	}
	return row
}

func sourcesNode(sources []model.Reference) node {
	return when(len(sources) > 0, func() node {
		return el("ul", class("sources"), attr("aria-label", "Sources"), each(sources, func(r model.Reference) node {
			return el("li", link(r.URL, doc.SourceTitle(r)))
		}))
	})
}
