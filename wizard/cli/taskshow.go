package cli

import (
	"errors"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/cli/page"
)

func (p *program) showTask(args []string, asJSON bool) error {
	rest, word, err := taskArgument(args)
	if err != nil {
		return err
	}
	path, plan, err := p.readArgument(rest)
	if err != nil {
		return err
	}
	t, err := p.findTask(plan, word)
	if err != nil {
		return err
	}
	if asJSON {
		return p.writeJSON(newTaskJSON(path.name, plan, t, nil), oneLine)
	}
	page := page.New(p.out)
	page.Whole(doc.TaskPage(t.checklist, t.FullItem, t.section, t.entry))
	return p.write([]byte(page.String()))
}

// A shownTask is a task of a plan as it is told: an item of the checklist, or what
// the plan still holds of one that the answers do not ask for.
type shownTask struct {
	judge.FullItem
	checklist judge.Checklist
	entry     model.Progress // as the file has it
	section   string         // the title of its job
	listed    bool
}

// findTask finds a task by its ID or its number.
func (p *program) findTask(plan model.Plan, word string) (shownTask, error) {
	t := shownTask{checklist: judge.NewChecklist(plan, p.at())}
	id, err := idOf(t.checklist.Outcome, word)
	if err != nil {
		return t, err
	}
	for _, entry := range plan.Tasks {
		if entry.ID == id {
			t.entry, t.Item = entry, judge.Item{ID: id, Title: entry.Title, Progress: entry}
		}
	}
	for _, section := range t.checklist.Sections {
		for _, item := range section.Items {
			if item.ID == id {
				t.FullItem, t.section, t.listed = item, section.Job.Heading(), true
			}
		}
	}
	if t.ID == "" {
		_, err = judge.UpdateTask(&plan, id, judge.TaskUpdate{}, p.at()) // says what is wrong with the ID
		return t, taskMistake(err)
	}
	return t, nil
}

// taskMistake adds where the IDs are listed, if nothing better is known.
func taskMistake(err error) error {
	var wrong *judge.TaskError
	if errors.As(err, &wrong) && wrong.Hint() == "" {
		return &mistake{err.Error(), `"cmgwizard tasks" lists the tasks of a plan, "cmgwizard explain tasks" all there are`}
	}
	return err
}
