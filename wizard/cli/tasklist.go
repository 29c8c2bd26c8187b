package cli

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
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

// newTaskList narrows a checklist. How far a phase is says what was asked for,
// its settled tasks too.
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

// mostNext is how many tasks are named that can start now.
const mostNext = 8

func (p *page) taskList(path string, list taskList) {
	p.painted(strong, "", fmt.Sprintf("Tasks in %s: %s", origin(path), progress(list.Outcome.Items)))
	if !list.whole {
		p.line("Listed: " + model.Counted(len(list.Items()), "task"))
	}
	told := map[string]bool{}
	for _, s := range list.Sections {
		p.heading(list.sectionTitle(s, told[s.Title]))
		told[s.Title] = true
		for _, item := range s.Items {
			p.taskLine(item.Item, list.day)
		}
	}
	p.canStart(path, list.next)
}

// sectionTitle says how far the phase is, where it comes first.
func (l taskList) sectionTitle(s judge.Section, again bool) string {
	if again {
		return s.Title + ", continued"
	}
	for _, w := range l.phases {
		if w.ID == s.Items[0].Phase {
			return fmt.Sprintf("%s: %d of %d settled", s.Title, w.Settled, w.Tasks)
		}
	}
	return s.Title
}

// taskLine is a task in two lines or three.
func (p *page) taskLine(t judge.Item, day string) {
	p.item(fmt.Sprintf("%s %3d. ", t.Progress.State.Box(), t.Number), t.ID+": "+t.Title)
	const below = "         "
	p.item(below, teamAndState(t, day))
	if lines := t.Progress.NoteLines(); len(lines) > 0 {
		p.item(below, "note: "+short(strings.Join(lines, " ")))
	}
}

// teamAndState leaves out that a task is open, which goes without saying.
func teamAndState(t judge.Item, day string) string {
	state := strings.TrimPrefix(strings.TrimPrefix(howFar(t, day), model.TaskStates.Label(model.Open)), ", ")
	if t.Reworded {
		state = "Open again, its wording has changed" + strings.TrimPrefix(howFar(t, day), "Open again")
	}
	assigned := ""
	if who := model.Clean(t.Progress.Owner); who != "" {
		assigned = " (" + who + ")"
	}
	if state == "" {
		return model.Teams.Label(t.Owner) + assigned
	}
	return model.Teams.Label(t.Owner) + assigned + ". " + model.Capital(state)
}

// shortNote is how much of a note a list shows.
const shortNote = 100

func short(text string) string {
	runes := []rune(text)
	if len(runes) <= shortNote {
		return text
	}
	return strings.TrimSpace(string(runes[:shortNote])) + " …"
}

func (p *page) canStart(path string, next []judge.Item) {
	if len(next) == 0 {
		return
	}
	p.heading(fmt.Sprintf("Can start now: %d", len(next)))
	for _, item := range next[:min(len(next), mostNext)] {
		p.item(fmt.Sprintf("  %3d. ", item.Number), fmt.Sprintf("%s (%s)", item.Title, model.Teams.Label(item.Owner)))
	}
	if more := len(next) - mostNext; more > 0 {
		p.item("       ", fmt.Sprintf("and %d more", more))
	}
	p.item("  hint: ", fmt.Sprintf("cmgwizard task %s %s", screen.ShellWord(path), next[0].ID))
}
