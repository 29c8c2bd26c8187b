package doc

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
func consequencesPart(c judge.Checklist) Part {
	p := Part{Id: "consequences", Title: "Consequences", Lead: "What the decision asks for, who has to do it, and what must be renewed for as long as the CMG is in use."}
	needs := Group{Id: "consequences-needs", Title: "What must be there"}
	for _, kind := range needKinds {
		if titles := titlesOf(c.Outcome.Requirements, kind.need); titles != nil {
			needs.Entries = append(needs.Entries, Entry{Title: kind.title, Word: strings.Join(titles, "; ")})
		}
	}
	people := Group{Id: "consequences-people", Title: peopleTitle}
	for _, l := range teamLines(c.Outcome) {
		people.Entries = append(people.Entries, Entry{Title: l.Team, Word: l.Words()})
	}
	risks := tasksIn(c.Outcome.Items, model.AcceptedRisk, "consequences-risks", "Risks accepted: tasks left out on purpose")
	blocked := tasksIn(c.Outcome.Items, model.Blocked, "consequences-blocked", "Tasks that are blocked")
	for _, g := range []Group{needs, people, risks, blocked, endsGroup(judge.Expiries(&c.Plan))} {
		if len(g.Entries) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	return p
}

// tasksIn are the tasks in a state, with who set it and why.
func tasksIn(items []judge.Item, state model.TaskState, id, title string) Group {
	g := Group{Id: id, Title: title}
	for _, item := range items {
		if item.Progress.State == state {
			g.Entries = append(g.Entries, Entry{Title: item.Title, Word: strings.Join(item.Progress.SetWords(), ", "),
				Facts: Given(Lines("", item.Progress.Note))})
		}
	}
	return g
}

// endsGroup is what comes to an end, with the team that renews it.
func endsGroup(list []evidence.Expiry) Group {
	g := Group{Id: "consequences-ends", Title: "What expires and must be renewed, and by whom"}
	for _, e := range list {
		g.Entries = append(g.Entries, Entry{Title: e.What, Word: model.Teams.Label(e.Owner), Facts: []Fact{Plain("", e.When+" "+e.Then)}})
	}
	return g
}

// acceptedPart names the questions on which the documents disagree and the
// reading that this plan rests on: who signs accepts them.
func acceptedPart(list []model.Disagreement) Part {
	p := Part{Id: "contradictions", Title: "Contradictions accepted", Lead: "The plan rests on no question on which Microsoft's pages disagree."}
	g := Group{}
	for _, d := range list {
		g.Entries = append(g.Entries, Entry{Title: d.Title, Facts: []Fact{Plain("", d.Text)}})
	}
	if g.Entries != nil {
		p.Lead = "On these questions, Microsoft's own pages disagree. By signing, you accept the reading that was chosen; each one says how sure it is."
		p.Groups = []Group{g}
	}
	return p
}

// basisPart lists the pages behind the decision and the contradictions, by the
// day on which they were read. Each page stands once, whatever heading is cited.
func basisPart(decisions []judge.Decision, list []model.Disagreement) Part {
	var pages []model.Reference
	for _, d := range decisions {
		pages = addPages(pages, d.Sources)
	}
	for _, d := range list {
		pages = addPages(pages, rules.SourcesOf(d))
	}
	slices.SortStableFunc(pages, func(a, b model.Reference) int { return cmp.Compare(a.Read, b.Read) })
	p := Part{Id: "basis", Title: "Sources", Lead: "The pages behind the decisions and the contradictions. The checklist names the heading, and those behind every task."}
	g := Group{}
	for _, r := range pages {
		if n := len(g.Entries); n == 0 || g.Entries[n-1].Title != "Read on "+r.Read {
			g.Entries = append(g.Entries, Entry{Title: "Read on " + r.Read})
		}
		last := &g.Entries[len(g.Entries)-1]
		last.Sources = append(last.Sources, r)
	}
	p.Groups = []Group{g}
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
