package export

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
)

func shortNode(e entry) node {
	return el("li", anchorOf(e), marksOf(e), titleNode(e), wordNode(e))
}

func entryNode(e entry, heading name) node {
	return el("article", anchorOf(e), marksOf(e), class("entry "+e.cssClass()),
		el(heading, titleNode(e), wordNode(e)),
		factsNode(e.facts),
		when(len(e.steps) > 0, func() node {
			return el("ol", class("steps"), each(e.steps, func(r model.Rich) node { return el("li", richNodes(r)) }))
		}),
		each(e.commands, commandsNode), factsNode(e.after), sourcesNode(e.sources),
	)
}

func (e entry) cssClass() string { return [...]string{"plain", "task", "task done"}[e.box] }

func anchorOf(e entry) attributes {
	if e.number == 0 {
		return nil
	}
	return attributes{id(taskAnchor(e.number))}
}

func taskAnchor(number int) string { return "task-" + strconv.Itoa(number) }

// titleNode is the title, with a box that can be ticked where there is one.
func titleNode(e entry) node {
	if e.box == noBox {
		return el("span", words(e.title))
	}
	input := el("input", attr("type", "checkbox"))
	if e.box == tickedBox {
		input.attrs = append(input.attrs, attr("checked", ""))
	}
	return el("label", input, el("span", class("number"), words(fmt.Sprintf("%d.", e.number))), words(" "), el("span", words(e.title)))
}

func wordNode(e entry) node {
	return when(e.word != "", func() node {
		return nodes{words(" "), el("span", class(e.wordClass()), words(e.word))}
	})
}

// wordClass tells a state, which the style sheet marks, from a choice.
func (e entry) wordClass() string {
	if e.tone == "" {
		return "choice"
	}
	return "state " + e.tone
}

func factsNode(facts []fact) node {
	if len(facts) == 0 {
		return nothing
	}
	if facts[0].label == "" {
		why := each(facts[0].lines, func(r model.Rich) node { return el("p", class("why"), richNodes(r)) })
		return nodes{why, factsNode(facts[1:])}
	}
	return el("dl", class("facts"), each(facts, factNode))
}

func factNode(f fact) node {
	value := each(f.lines, func(r model.Rich) node { return el("p", richNodes(r)) })
	if len(f.tasks) > 0 {
		value = append(value, tasksNode(f))
	}
	return nodes{el("dt", words(f.label)), el("dd", value)}
}

// tasksNode names tasks and leads to them: "tasks 3, 4".
// One that the page does not list leads nowhere: "task 3 (PKI)".
func tasksNode(f fact) node {
	row, between := nodes{words(taskWord(f.tasks))}, words(" ")
	for _, n := range f.tasks {
		row = append(row, between, taskNode(n, f.asideOf(n)))
		between = ", "
	}
	return el("p", row)
}

func taskNode(n int, aside string) node {
	if aside != "" {
		return words(strconv.Itoa(n) + aside)
	}
	return anchor(taskAnchor(n), strconv.Itoa(n))
}

func commandsNode(c commands) node {
	return el("div", class("commands"), el("p", words(c.where)),
		each(c.lines, func(line string) node { return el("pre", el("code", commandNode(line))) }))
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
			return el("li", link(r.URL, sourceTitle(r)))
		}))
	})
}
