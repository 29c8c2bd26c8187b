package cli

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
)

// workOn changes what a plan says about a task.
func (p *program) workOn(args []string, deed judge.TaskUpdate, asJSON bool) error {
	rest, word, err := taskArgument(args)
	if err != nil {
		return err
	}
	path, err := planToChange(rest)
	if err == nil {
		err = p.checkMoment(deed)
	}
	if err != nil {
		return err
	}
	var w worked
	err = p.change(path, func(plan model.Plan) (*model.Plan, error) {
		w, err = p.work(plan, word, deed)
		return &w.plan, err
	})
	if err != nil {
		return err
	}
	if asJSON {
		return p.writeJSON(newTaskJSON(path, w.plan, w.after, &w), oneLine)
	}
	page := page.New(p.out)
	showWorked(page, path, w)
	return p.write([]byte(page.String()))
}

// checkMoment refuses a state of the future.
func (p *program) checkMoment(deed judge.TaskUpdate) error {
	if deed.State != nil && p.at().After(p.now()) {
		return &mistake{"nobody knows the state of a task in the future", "leave --at out, or give a day that has begun"}
	}
	return nil
}

// A worked is a task before and after something was said about it.
type worked struct {
	plan          model.Plan
	before, after shownTask
	changes       []diff.ChangedProgress
	freed         []judge.Item // that can start now, and could not before
}

func (p *program) work(plan model.Plan, word string, deed judge.TaskUpdate) (worked, error) {
	w := worked{plan: plan}
	id, err := idOf(judge.Plan(plan), word)
	if err != nil {
		return w, err
	}
	if w.plan.Tasks, err = judge.UpdateTask(&plan, id, deed, p.at()); err != nil {
		return w, taskMistake(err)
	}
	if w.before, err = p.findTask(plan, id); err != nil {
		return w, err
	}
	if w.after, err = p.findTask(w.plan, id); err != nil {
		return w, err
	}
	w.changes = doc.WorkChanges(w.before.Progress, w.after.Progress)
	w.freed = slices.DeleteFunc(w.after.checklist.Outcome.Freed(id), func(i judge.Item) bool {
		return slices.ContainsFunc(w.before.checklist.Outcome.Startable(), func(b judge.Item) bool { return b.ID == i.ID })
	})
	return w, nil
}

// showWorked says in a line what has changed, and then what can start now.
func showWorked(p *page.Page, path string, w worked) {
	t := w.after
	p.Item(t.Progress.State.Box()+" ", t.ID+": "+t.Title)
	if w.before.entry == t.entry {
		p.Item("    ", "Nothing changes.")
		return
	}
	p.Item("    ", doc.WorkWords(t.Progress.State, w.changes)+". Saved in "+screen.ShellWord(path)+".")
	if len(w.freed) > 0 {
		p.Line("Can start now:")
	}
	for _, item := range w.freed {
		p.Item(fmt.Sprintf("  %3d. ", item.Number), fmt.Sprintf("%s: %s (%s)", item.ID, item.Title, model.Teams.Label(item.Owner)))
	}
}
