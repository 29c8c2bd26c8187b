package doc

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/traffic"
)

// An overview is what a reader should know before turning the page: what was
// decided, what is required, who has how much to do, and who talks to whom.
type Overview struct {
	Decisions []Entry // a title and a word each
	Needs     []Entry // what is required, recommended and not known yet
	People    []TeamLine
	Traffic   traffic.Drawing
}

// A teamLine counts the work of a team.
type TeamLine struct {
	Team                  string
	Tasks, Pending, Asked int
}

// Empty reports whether there is nothing to show.
func (o Overview) Empty() bool { return len(o.People)+len(o.Traffic.Nodes) == 0 }

// overviewOf is the overview of a sheet. One team has none: what it must do
// begins on its first page. What was settled has no place among what is open.
func overviewOf(c judge.Checklist) Overview {
	if c.Scope.Owner != "" {
		return Overview{}
	}
	o := Overview{People: teamLines(c.Outcome), Traffic: traffic.Draw(&c.Plan, c.Outcome)}
	if c.Scope.Open {
		return o
	}
	for _, d := range c.Decisions {
		o.Decisions = append(o.Decisions, Entry{Title: d.Title, Word: chosen(d)})
	}
	for _, kind := range needKinds {
		if titles := titlesOf(c.Outcome.Requirements, kind.need); len(titles) > 0 {
			o.Needs = append(o.Needs, Entry{Title: kind.title, Word: strings.Join(titles, "; ")})
		}
	}
	return o
}

func teamLines(o judge.Judgement) []TeamLine {
	var lines []TeamLine
	for _, w := range o.TeamWorks() {
		lines = append(lines, TeamLine{model.Teams.Label(w.Team), w.Tasks, w.Pending, w.Ask})
	}
	return lines
}

// Words are the counts: "12 tasks, 10 of these still to be done, 1 open
// question".
func (l TeamLine) Words() string {
	var said []string
	if l.Tasks > 0 {
		said = append(said, model.Counted(l.Tasks, "task"), l.left())
	}
	if l.Asked > 0 {
		said = append(said, model.Counted(l.Asked, "missing answer"))
	}
	return strings.Join(said, ", ")
}

func (l TeamLine) left() string {
	switch {
	case l.Pending == 0:
		return "nothing left to do"
	case l.Pending < l.Tasks:
		return fmt.Sprintf("%d of these still to be done", l.Pending)
	case l.Tasks == 1:
		return "still to be done"
	}
	return "all still to be done"
}

// What stands over the overview and its parts, in every format.
const (
	OverviewTitle  = "Overview"
	decisionsTitle = "Decisions in short"
	needsTitle     = "Requirements in short"
	peopleTitle    = "Who has what to do"
)

// Part is the overview as lines, without the drawing.
func (o Overview) Part() Part {
	p := Part{Id: "overview", Title: OverviewTitle}
	people := Group{Id: "overview-people", Title: peopleTitle}
	for _, l := range o.People {
		people.Entries = append(people.Entries, Entry{Title: l.Team, Word: l.Words()})
	}
	for _, g := range []Group{
		{Id: "overview-decisions", Title: decisionsTitle, Entries: o.Decisions},
		{Id: "overview-needs", Title: needsTitle, Entries: o.Needs}, people,
	} {
		if len(g.Entries) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	return p
}
