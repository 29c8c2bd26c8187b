package doc

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/worksheet"
)

// A register knows every task of the plan by its ID, those too that the scope
// leaves out of the sheet.
type register map[string]listing

// A listing is a task as others name it.
type listing struct {
	number int
	aside  string // whose it is and how far, where the sheet does not list it
	work   EntryWork
}

func newRegister(c judge.Checklist) register {
	r := register{}
	for _, item := range c.Outcome.Items {
		r[item.ID] = listing{item.Number, aside(item, c.Scope), EntryWork{item.ID, worksheet.NewOrigin(&c.Plan, item).String(), item.Progress.State}}
	}
	return r
}

// aside is what to know about a task that is not on the sheet: whose it is
// where the sheet is of one team, and its state.
func aside(item judge.Item, s judge.Scope) string {
	if s.Takes(item) {
		return ""
	}
	state := stateWord(item.Progress.State)
	switch {
	case s.Owner == "" || s.Owner == item.Owner:
		return strings.ToLower(state)
	case state == "":
		return model.Teams.Label(item.Owner)
	}
	return model.Teams.Label(item.Owner) + ", " + strings.ToLower(state)
}

// tasks names those tasks that are listed in the plan, in their order.
func (r register) tasks(label string, ids []string) Fact {
	f := Fact{Label: label}
	for _, id := range ids {
		task, ok := r[id]
		if !ok {
			continue
		}
		f.Tasks = append(f.Tasks, task.number)
		if task.aside != "" {
			f.set(task)
		}
	}
	slices.Sort(f.Tasks)
	return f
}

func (f *Fact) set(task listing) {
	if f.aside == nil {
		f.aside = map[int]string{}
	}
	f.aside[task.number] = task.aside
}
