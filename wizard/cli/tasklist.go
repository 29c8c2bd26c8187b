package cli

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
)

// A taskList is the part of a checklist that was asked for.
type taskList struct {
	judge.Checklist
	day    string
	phases []judge.PhaseWork // of the team and the phase that were asked for
	next   []judge.Item      // that can start now
	whole  bool              // nothing is left out
}

// newTaskList narrows a checklist. How far a phase is counts its settled tasks too,
// whatever state was asked for.
func newTaskList(c judge.Checklist, flags tasksFlags) taskList {
	inPhase := func(i judge.Item) bool { return flags.phase == "" || i.Phase == string(flags.phase) }
	listed := func(i judge.Item) bool {
		return inPhase(i) && (flags.state == "" || i.Progress.State == model.TaskState(flags.state))
	}
	team := judge.Scope{Owner: flags.scope.Owner}
	ofTeam := func(i judge.Item) bool { return inPhase(i) && team.Takes(i) }
	list := taskList{Checklist: c.Narrow(flags.scope.Scope), day: model.DayOf(c.Date)}
	list.whole = flags.scope.Whole() && flags.phase == "" && flags.state == ""
	list.Sections = keepItems(list.Sections, listed)
	list.phases = judge.Judgement{Items: kept(c.Outcome.Items, ofTeam)}.PhaseWorks()
	list.next = kept(c.Outcome.Startable(), func(i judge.Item) bool { return listed(i) && flags.scope.Takes(i) })
	return list
}

func kept[T any](items []T, want func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(items), func(i T) bool { return !want(i) })
}

func keepItems(sections []judge.Section, want func(judge.Item) bool) []judge.Section {
	var left []judge.Section
	for _, s := range sections {
		if s.Items = kept(s.Items, func(i judge.FullItem) bool { return want(i.Item) }); len(s.Items) > 0 {
			left = append(left, s)
		}
	}
	return left
}

func showTasks(p *page.Page, path string, list taskList) {
	p.Painted(page.Strong, "", fmt.Sprintf("Tasks in %s: %s", origin(path), doc.TaskCounts(list.Outcome.Items)))
	if !list.whole {
		p.Line("Listed: " + model.Counted(len(list.Items()), "task"))
	}
	p.Parts(doc.TaskList(list.Checklist)...)
	if len(list.next) > 0 {
		p.Parts(doc.CanStart(list.next))
		p.Item("  hint: ", fmt.Sprintf("cmgwizard task %s %s", screen.ShellWord(path), list.next[0].ID))
	}
}
