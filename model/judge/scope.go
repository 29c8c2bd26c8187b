package judge

import (
	"slices"

	"cmgwizard/model"
)

// A Scope is the part of a checklist that is wanted. The zero Scope is all of it.
type Scope struct {
	Owner model.Team // the tasks and questions of this team, "" for all teams
	Open  bool       // only tasks that are still to be done
}

// Whole reports whether the scope leaves nothing out.
func (s Scope) Whole() bool { return s == Scope{} }

// Takes reports whether an item is in the scope.
func (s Scope) Takes(i Item) bool {
	return (s.Owner == "" || i.Owner == s.Owner) && (!s.Open || i.Progress.State.Pending())
}

// Narrow keeps what is in the scope. The items keep the numbers that they have
// in the whole checklist, and the outcome stays that of the whole plan.
func (c Checklist) Narrow(s Scope) Checklist {
	c.Scope = s
	var sections []Section
	for _, section := range c.Sections {
		section.Items = slices.Clone(section.Items)
		section.Items = slices.DeleteFunc(section.Items, func(i FullItem) bool { return !s.Takes(i.Item) })
		if len(section.Items) > 0 {
			sections = append(sections, section)
		}
	}
	c.Sections = sections
	return c
}

// A TeamWork counts the tasks of one team.
type TeamWork struct {
	Team                model.Team
	Tasks, Pending, Ask int // all tasks, those still to be done, and the questions it must answer
}

// TeamWorks counts the work of each team that has any, in the order of Teams.
func (o Judgement) TeamWorks() []TeamWork {
	var works []TeamWork
	for _, team := range model.Teams {
		w := o.workOf(team.Value)
		if w.Tasks+w.Ask > 0 {
			works = append(works, w)
		}
	}
	return works
}

func (o Judgement) workOf(team model.Team) TeamWork {
	w := TeamWork{Team: team}
	for _, i := range o.Items {
		if i.Owner != team {
			continue
		}
		w.Tasks++
		if i.Progress.State.Pending() {
			w.Pending++
		}
	}
	for _, item := range o.Open {
		if item.Owner == team {
			w.Ask++
		}
	}
	return w
}
