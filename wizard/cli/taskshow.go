package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/explain"
	"cmgwizard/model/judge"
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
	page := newPage(p.out)
	page.task(t)
	return p.write([]byte(page.String()))
}

// A shownTask is a task of a plan as it is told: an item of the checklist, or what
// the plan still holds of one that the answers do not ask for.
type shownTask struct {
	judge.FullItem
	checklist judge.Checklist
	entry     model.Progress // as the file has it
	section   string         // the title of its phase
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
				t.FullItem, t.section, t.listed = item, section.Title, true
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

// task is a task in full.
func (p *page) task(t shownTask) {
	p.painted(strong, "", t.ID+": "+t.Title)
	p.standing(t)
	if !t.listed {
		p.item("  ", "The answers do not ask for it now: it is not in the checklist.")
		return
	}
	p.fact("  if: ", t.If)
	for _, id := range t.After {
		p.item("  after: ", taskNamed(t.checklist.Outcome, id))
	}
	p.taskText(t.FullItem)
	p.explainedSources(t.Sources)
}

// standing is how far the task is, and what people wrote about it.
func (p *page) standing(t shownTask) {
	if t.listed {
		p.item("  ", fmt.Sprintf("Task %d of %d, %s", t.Number, len(t.checklist.Outcome.Items), t.section))
		p.item("  team: ", joinedWords(model.Teams.Label(t.Owner), t.Who))
	}
	p.item("  state: ", t.Progress.State.Box()+" "+howFar(t.Item, model.DayOf(t.checklist.Date)))
	p.fact("  changed: ", reworded(t))
	p.fact("  assigned to: ", model.Clean(t.Progress.Owner))
	for i, line := range t.Progress.NoteLines() {
		p.item([]string{"  note: ", "        "}[min(i, 1)], line)
	}
}

func (p *page) taskText(t judge.FullItem) {
	steps := explain.Fact{Label: "Steps", Lines: t.Do, Ordered: true}
	if len(t.Do) > 0 {
		p.explainedFact(steps)
	}
	p.explainedLines(t.Commands)
	for _, f := range []struct {
		label string
		lines []string
	}{
		{"Seen in files", t.Seen}, {"What the version changes", t.Versions}, {"How long it may take", present(t.Wait)},
		{"How to tell that it worked", present(marked(t.Proof))}, {"What happens without it", present(marked(t.Skipped))},
		{"Documents disagree", t.Conflict.Paragraphs()},
	} {
		if len(f.lines) > 0 {
			p.label(f.label)
		}
		for _, line := range f.lines {
			p.item("    ", line)
		}
	}
}

// present is a list of one text, or of none.
func present(text string) []string {
	return slices.DeleteFunc([]string{text}, func(t string) bool { return t == "" })
}

// taskNamed is a task before or after another, and how far it is.
func taskNamed(o judge.Judgement, id string) string {
	for _, item := range o.Items {
		if item.ID == id {
			return fmt.Sprintf("%s %d. %s (%s)", item.Progress.State.Box(), item.Number, item.Title, item.ID)
		}
	}
	return id
}

// howFar say how far a task is: "Done, by Anna, 2026-11-22".
func howFar(t judge.Item, today string) string {
	words := []string{model.TaskStates.Label(t.Progress.State)}
	switch {
	case t.Reworded:
		words[0] = "Open again"
	case t.Progress.By == model.ByAnswer:
		words = append(words, "the answers state it")
	default:
		words = append(words, t.Progress.SetWords()...)
	}
	if due := model.Clean(t.Progress.Due); due != "" {
		words = append(words, "due "+due)
	}
	if t.Overdue(today) {
		words = append(words, "overdue")
	}
	return strings.Join(words, ", ")
}

// reworded tells of a state that was set under another wording.
func reworded(t shownTask) string {
	if !t.Reworded {
		return ""
	}
	was := strings.Join(append([]string{strings.ToLower(model.TaskStates.Label(t.entry.State))}, t.entry.SetWords()...), ", ")
	return fmt.Sprintf("it was %s; the wording of the task has changed since: look at it again", was)
}

func joinedWords(words ...string) string {
	var list []string
	for _, w := range words {
		if w != "" {
			list = append(list, w)
		}
	}
	return strings.Join(list, ", ")
}
