package html

import (
	_ "embed"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/tasks"
)

// filterScript shows the tasks of one team or phase, and prints. Without it the
// page is whole: what it works with is hidden until it runs.
//
//go:embed html.js
var filterScript string

// scriptHash lets browsers run filterScript and no other script.
const scriptHash = "sha256-GylrmUZ6rmMBR27h4BnudPqHHBHsto+97YkhTyZy97w="

// script is written as it is.
type script struct{}

func (script) write(b *strings.Builder) { b.WriteString("<script>" + filterScript + "</script>\n") }

// filterNode is the form above the list of contents, with what is shown.
func filterNode(s doc.Sheet) node {
	return nodes{
		el("form", id("filter"), attr("hidden", ""), attr("autocomplete", "off"),
			when(hasTasks(s), func() node { return choicesNode(s) }),
			el("p", class("buttons"),
				when(hasTasks(s), func() node {
					return nodes{el("button", id("show-all"), attr("type", "button"), words("Show everything")), words(" ")}
				}),
				el("button", id("print"), attr("type", "button"), words("Print"))),
		),
		el("p", id("shown"), class("all"), attr("role", "status"), attr("hidden", ""),
			el("span", class("on-screen"), words("Shown: ")), el("span", class("on-paper"), words("Printed: ")), el("span", words("everything."))),
	}
}

func hasTasks(s doc.Sheet) bool { return len(phases(s)) > 0 }

func choicesNode(s doc.Sheet) node {
	return el("fieldset", el("legend", words("Show tasks")),
		selectNode("owner", "Team", "All teams", owners(s)),
		selectNode("phase", "Phase", "All phases", phases(s)),
		when(!s.Scope.Open, func() node {
			return el("p", el("label", attr("for", "only-open"),
				el("input", id("only-open"), attr("type", "checkbox"), attr("name", "open"), attr("value", "yes"), attr("data-words", "only what is open")),
				words("Only what is open")))
		}),
	)
}

// An option is what one can choose, with its words.
type option struct{ value, words string }

func selectNode(key, label, all string, options []option) node {
	return el("p", el("label", attr("for", "choose-"+key), words(label)), words(" "),
		el("select", id("choose-"+key), attr("name", key), el("option", attr("value", ""), words(all)),
			each(options, func(o option) node { return el("option", attr("value", o.value), words(o.words)) })))
}

// owners are the teams that have tasks or questions on the sheet.
func owners(s doc.Sheet) []option {
	here := marked(s, func(e doc.Entry) string { return string(e.Owner) })
	var options []option
	for _, t := range model.Teams {
		if here[string(t.Value)] {
			options = append(options, option{doc.Slug(t.Value), doc.Team(t.Value)})
		}
	}
	return options
}

// phases are those that have tasks on the sheet.
func phases(s doc.Sheet) []option {
	here := marked(s, func(e doc.Entry) string { return e.Phase })
	var options []option
	for _, phase := range tasks.Phases() {
		if here[phase.ID] {
			options = append(options, option{doc.Slug(phase.ID), phase.Title})
		}
	}
	return options
}

func marked(s doc.Sheet, by func(doc.Entry) string) map[string]bool {
	marks := map[string]bool{}
	for _, p := range s.Parts {
		for _, g := range p.Groups {
			for _, e := range g.Entries {
				marks[by(e)] = true
			}
		}
	}
	return marks
}

// marksOf are what the filter goes by.
func marksOf(e doc.Entry) attributes {
	if e.Owner == "" {
		return nil
	}
	marks := attributes{attr("data-owner", doc.Slug(e.Owner))}
	if e.Phase != "" {
		marks = append(marks, attr("data-phase", doc.Slug(e.Phase)))
	}
	if e.Pending {
		marks = append(marks, attr("data-open", ""))
	}
	if e.Work.Task != "" {
		marks = append(marks, attr("data-task", e.Work.Task), attr("data-from", e.Work.Origin), attr("data-state", string(e.Work.State)))
	}
	return marks
}

// wholeOf marks the parts that are shown whole or not at all: a team needs what
// its own sheet holds, and so on.
func wholeOf(p doc.Part) attributes {
	switch p.Id {
	case "stops", "methods", "progress", "change", doc.TrafficID, "decisions", "requirements", "evidence", "contradictions":
		return attributes{attr("data-whole", "")}
	case "findings":
		return attributes{attr("data-whole", "open")}
	}
	return nil
}
