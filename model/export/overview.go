package export

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/traffic"
)

// An overview is what a reader should know before turning the page: what was
// decided, what is required, who has how much to do, and who talks to whom.
type overview struct {
	decisions []entry // a title and a word each
	needs     []entry // what is required, recommended and not known yet
	people    []teamLine
	traffic   traffic.Drawing
}

// A teamLine counts the work of a team.
type teamLine struct {
	team                  string
	tasks, pending, asked int
}

// empty reports whether there is nothing to show.
func (o overview) empty() bool { return len(o.people)+len(o.traffic.Nodes) == 0 }

// overviewOf is the overview of a sheet. One team has none: what it must do
// begins on its first page. What was settled has no place among what is open.
func overviewOf(c judge.Checklist) overview {
	if c.Scope.Owner != "" {
		return overview{}
	}
	o := overview{people: teamLines(c.Outcome), traffic: traffic.Draw(&c.Plan, c.Outcome)}
	if c.Scope.Open {
		return o
	}
	for _, d := range c.Decisions {
		o.decisions = append(o.decisions, entry{title: d.Title, word: d.Choice})
	}
	for _, kind := range needKinds {
		if titles := titlesOf(c.Outcome.Requirements, kind.need); len(titles) > 0 {
			o.needs = append(o.needs, entry{title: kind.title, word: strings.Join(titles, "; ")})
		}
	}
	return o
}

func teamLines(o judge.Judgement) []teamLine {
	var lines []teamLine
	for _, w := range o.TeamWorks() {
		lines = append(lines, teamLine{model.Teams.Label(w.Team), w.Tasks, w.Pending, w.Ask})
	}
	return lines
}

// words are the counts: "12 tasks, 10 of these still to be done, 1 open
// question".
func (l teamLine) words() string {
	var said []string
	if l.tasks > 0 {
		said = append(said, model.Counted(l.tasks, "task"), l.left())
	}
	if l.asked > 0 {
		said = append(said, model.Counted(l.asked, "open question"))
	}
	return strings.Join(said, ", ")
}

func (l teamLine) left() string {
	switch {
	case l.pending == 0:
		return "nothing left to do"
	case l.pending < l.tasks:
		return fmt.Sprintf("%d of these still to be done", l.pending)
	case l.tasks == 1:
		return "still to be done"
	}
	return "all still to be done"
}

// What stands over the overview and its parts, in every format.
const (
	overviewTitle  = "Overview"
	decisionsTitle = "Decisions in short"
	needsTitle     = "Requirements in short"
	peopleTitle    = "Who has what to do"
)

// part is the overview as lines, without the drawing.
func (o overview) part() part {
	p := part{id: "overview", title: overviewTitle}
	people := group{id: "overview-people", title: peopleTitle}
	for _, l := range o.people {
		people.entries = append(people.entries, entry{title: l.team, word: l.words()})
	}
	for _, g := range []group{
		{id: "overview-decisions", title: decisionsTitle, entries: o.decisions},
		{id: "overview-needs", title: needsTitle, entries: o.needs}, people,
	} {
		if len(g.entries) > 0 {
			p.groups = append(p.groups, g)
		}
	}
	return p
}
