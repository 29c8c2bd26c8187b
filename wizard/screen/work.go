package screen

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// Task is a task of the checklist with its texts.
func (c *Content) Task(id string) (judge.FullItem, bool) { return c.worklist().item(id) }

// TaskRows are a task in full.
func (c *Content) TaskRows(id string) []Row {
	item, listed := c.Task(id)
	if !listed {
		return []Row{{Text: "The answers do not ask for this task now."}}
	}
	return taskRows(c.Look, item, c.TaskStanding(id))
}

// TaskStanding are what people said about a task, none where it is not listed.
func (c *Content) TaskStanding(id string) []Row {
	w := c.worklist()
	item, listed := w.item(id)
	if !listed {
		return nil
	}
	return standingRows(c.Look, w.Outcome, item.Item, c.State.Progress(id), w.today)
}

// WorkHead says how far the whole work is.
func (c *Content) WorkHead() string {
	w := c.worklist()
	items := w.Outcome.Items
	done := 0
	for _, i := range items {
		if !i.Progress.State.Pending() {
			done++
		}
	}
	return c.Look.Title("The checklist") + "  " + c.Look.gauge(done, len(items), c.Width) + doc.ToDoWords(items, w.today)
}

// WorkWords say how far the work is, and what of it is listed.
func (c *Content) WorkWords() string {
	w := c.worklist()
	text := doc.ToDoWords(w.Outcome.Items, w.today) + "."
	if filter := filterWords(w.work); filter != "" {
		text += " " + filter + w.count() + "."
	}
	return text
}

// count says how many of the tasks are listed.
func (w worklist) count() string {
	return fmt.Sprintf(": %d of %d", len(w.work.Listed(w.Outcome.Items)), len(w.Outcome.Items))
}

// InShort is a task in two lines: the state with who and when, and what else matters most.
func (c *Content) InShort(item judge.Item) []string {
	w := c.worklist()
	words := []string{c.Look.Strong(doc.StateWords(item))}
	if who := model.Clean(item.Progress.Owner); who != "" {
		words = append(words, who+" does it")
	}
	if due := doc.DueWords(item, w.today); due != "" {
		words = append(words, c.Look.dueStyled(item, w.today, due))
	}
	return []string{strings.Join(words, "; "), c.secondLine(item)}
}

// secondLine tells of another wording, else of the note, else what the task
// waits for, else who can do it.
func (c *Content) secondLine(item judge.Item) string {
	changed, note := doc.RewordedWords(item, c.State.Progress(item.ID)), item.Progress.NoteLines()
	waits := doc.WaitsWords(c.worklist().Outcome, item)
	switch {
	case changed != "":
		return changed
	case len(note) > 0:
		return c.Look.Dim(doc.NoteLabel+": ") + strings.Join(note, " ")
	case waits != "":
		return c.Look.Dim(doc.WaitsLabel+": ") + waits
	}
	return c.Look.Dim(item.Who)
}

// FirstPending is the task to go on with, "" for none.
func (c *Content) FirstPending() string {
	for _, i := range c.State.TaskWork.Listed(c.worklist().Outcome.Items) {
		if i.Progress.State.Pending() {
			return i.ID
		}
	}
	return ""
}
