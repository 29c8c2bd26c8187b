package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// workHead says how far the whole work is.
func (c *content) workHead() string {
	w := c.worklist()
	items := w.Outcome.Items
	done := 0
	for _, i := range items {
		if !i.Progress.State.Pending() {
			done++
		}
	}
	return c.look.title("The checklist") + "  " + c.look.gauge(done, len(items), c.width) + settledWords(items, w.today)
}

// workWords say how far the work is, and what of it is listed.
func (c *content) workWords() string {
	w := c.worklist()
	text := settledWords(w.Outcome.Items, w.today) + "."
	if filter := w.bench.filterWords(); filter != "" {
		text += fmt.Sprintf(" %s: %d of %d.", filter, len(w.bench.listed(w.Outcome.Items)), len(w.Outcome.Items))
	}
	return text
}

// inShort is a task in two lines: the state with who and when, and what else matters most.
func (c *content) inShort(item judge.Item) []string {
	w := c.worklist()
	words := []string{c.look.strong(stateWords(item))}
	if who := model.Clean(item.Progress.Owner); who != "" {
		words = append(words, who+" does it")
	}
	if due := dueWords(item, w.today); due != "" {
		words = append(words, c.look.dueStyled(item, w.today, due))
	}
	return []string{strings.Join(words, "; "), c.secondLine(item)}
}

// secondLine tells of another wording, else of the note, else what the task
// waits for, else who can do it.
func (c *content) secondLine(item judge.Item) string {
	changed, note := rewordedWords(item, c.state.entry(item.ID)), item.Progress.NoteLines()
	waits := waitsWords(c.worklist().Outcome, item)
	switch {
	case changed != "":
		return "It " + changed
	case len(note) > 0:
		return c.look.dim("Note: ") + strings.Join(note, " ")
	case waits != "":
		return c.look.dim("Waits for: ") + waits
	}
	return c.look.dim(item.Who)
}

// firstPending is the task to go on with, "" for none.
func (b Bench) firstPending(o judge.Judgement) string {
	for _, i := range b.listed(o.Items) {
		if i.Progress.State.Pending() {
			return i.ID
		}
	}
	return ""
}
