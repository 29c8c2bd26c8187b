package screen

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/machine"
)

// WorkHead says how far the whole work is.
func (c *Content) WorkHead() string {
	w := c.Worklist()
	items := w.Outcome.Items
	done := 0
	for _, i := range items {
		if !i.Progress.State.Pending() {
			done++
		}
	}
	return c.Look.Title("The checklist") + "  " + c.Look.gauge(done, len(items), c.Width) + settledWords(items, w.today)
}

// WorkWords say how far the work is, and what of it is listed.
func (c *Content) WorkWords() string {
	w := c.Worklist()
	text := settledWords(w.Outcome.Items, w.today) + "."
	if filter := FilterWords(w.work); filter != "" {
		text += fmt.Sprintf(" %s: %d of %d.", filter, len(w.work.Listed(w.Outcome.Items)), len(w.Outcome.Items))
	}
	return text
}

// InShort is a task in two lines: the state with who and when, and what else matters most.
func (c *Content) InShort(item judge.Item) []string {
	w := c.Worklist()
	words := []string{c.Look.Strong(stateWords(item))}
	if who := model.Clean(item.Progress.Owner); who != "" {
		words = append(words, who+" does it")
	}
	if due := dueWords(item, w.today); due != "" {
		words = append(words, c.Look.dueStyled(item, w.today, due))
	}
	return []string{strings.Join(words, "; "), c.secondLine(item)}
}

// secondLine tells of another wording, else of the note, else what the task
// waits for, else who can do it.
func (c *Content) secondLine(item judge.Item) string {
	changed, note := rewordedWords(item, c.State.Progress(item.ID)), item.Progress.NoteLines()
	waits := waitsWords(c.Worklist().Outcome, item)
	switch {
	case changed != "":
		return "It " + changed
	case len(note) > 0:
		return c.Look.Dim("Note: ") + strings.Join(note, " ")
	case waits != "":
		return c.Look.Dim("Waits for: ") + waits
	}
	return c.Look.Dim(item.Who)
}

// FirstPending is the task to go on with, "" for none.
func FirstPending(b machine.TaskWork, o judge.Judgement) string {
	for _, i := range b.Listed(o.Items) {
		if i.Progress.State.Pending() {
			return i.ID
		}
	}
	return ""
}
