package export

import (
	"cmp"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// consequencesPart is what follows: what must be there, who has work, what must
// be renewed for as long as the CMG lives.
func consequencesPart(c judge.Checklist) part {
	p := part{id: "consequences", title: "Consequences", lead: "What the decision asks for, who has to do it, and what must be renewed for as long as the CMG is in use."}
	needs := group{id: "consequences-needs", title: "What must be there"}
	for _, kind := range needKinds {
		if titles := titlesOf(c.Outcome.Requirements, kind.need); titles != nil {
			needs.entries = append(needs.entries, entry{title: kind.title, word: strings.Join(titles, "; ")})
		}
	}
	people := group{id: "consequences-people", title: peopleTitle}
	for _, l := range teamLines(c.Outcome) {
		people.entries = append(people.entries, entry{title: l.team, word: l.words()})
	}
	risks := tasksIn(c.Outcome.Items, model.AcceptedRisk, "consequences-risks", "Risks accepted: tasks left out on purpose")
	blocked := tasksIn(c.Outcome.Items, model.Blocked, "consequences-blocked", "Tasks that cannot go on")
	for _, g := range []group{needs, people, risks, blocked, endsGroup(judge.Expiries(&c.Plan))} {
		if len(g.entries) > 0 {
			p.groups = append(p.groups, g)
		}
	}
	return p
}

// tasksIn are the tasks in a state, with who set it and why.
func tasksIn(items []judge.Item, state model.TaskState, id, title string) group {
	g := group{id: id, title: title}
	for _, item := range items {
		if item.Progress.State == state {
			g.entries = append(g.entries, entry{title: item.Title, word: strings.Join(item.Progress.SetWords(), ", "),
				facts: given(lines("", item.Progress.Note))})
		}
	}
	return g
}

// endsGroup is what comes to an end, with the team that renews it.
func endsGroup(list []evidence.Expiry) group {
	g := group{id: "consequences-ends", title: "What comes to an end and must be renewed, and by whom"}
	for _, e := range list {
		g.entries = append(g.entries, entry{title: e.What, word: model.Teams.Label(e.Owner), facts: []fact{plain("", e.When+" "+e.Then)}})
	}
	return g
}

// acceptedPart names the questions on which the documents disagree and the
// reading that this plan rests on: who signs accepts them.
func acceptedPart(list []model.Disagreement) part {
	p := part{id: "contradictions", title: "Contradictions accepted", lead: "The plan rests on no question on which Microsoft's pages disagree."}
	g := group{}
	for _, d := range list {
		g.entries = append(g.entries, entry{title: d.Title, facts: []fact{plain("", d.Text)}})
	}
	if g.entries != nil {
		p.lead = "On these questions Microsoft's own pages disagree. Who signs accepts the reading that was taken; each says how sure it is."
		p.groups = []group{g}
	}
	return p
}

// basisPart lists the pages behind the decision and the contradictions, by the
// day on which they were read. Each page stands once, whatever heading is cited.
func basisPart(decisions []judge.Decision, list []model.Disagreement) part {
	var pages []model.Reference
	for _, d := range decisions {
		pages = addPages(pages, d.Sources)
	}
	for _, d := range list {
		pages = addPages(pages, rules.Sources(d))
	}
	slices.SortStableFunc(pages, func(a, b model.Reference) int { return cmp.Compare(a.Read, b.Read) })
	p := part{id: "basis", title: "Sources", lead: "The pages behind the decisions and the contradictions. The checklist names the heading, and those behind every task."}
	g := group{}
	for _, r := range pages {
		if n := len(g.entries); n == 0 || g.entries[n-1].title != "Read on "+r.Read {
			g.entries = append(g.entries, entry{title: "Read on " + r.Read})
		}
		last := &g.entries[len(g.entries)-1]
		last.sources = append(last.sources, r)
	}
	p.groups = []group{g}
	return p
}

func addPages(pages, more []model.Reference) []model.Reference {
	for _, r := range more {
		r.Heading = ""
		r.URL, _, _ = strings.Cut(r.URL, "#")
		if !slices.ContainsFunc(pages, func(p model.Reference) bool { return p.URL == r.URL }) {
			pages = append(pages, r)
		}
	}
	return pages
}
