package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/model"
)

// sayAsk and sayWhy are the questions about a task, and what comes of their
// answers.
var (
	sayAsk = map[Part]string{
		PartState: "How far is it?", PartNote: "What is to be remembered about it?", PartWho: "Who does it?",
		PartDue: "By which day?", PartBy: "Who says how far it is?",
	}
	sayWhy = map[Part]string{
		PartState: "It is kept with today's date.",
		PartNote:  "The note stands on every print: no secrets. An empty one takes it away.",
		PartWho:   "A person or a group in the team. Empty: nobody in particular.",
		PartDue:   "Year, month and day, such as 2026-12-04. Empty: no day.",
		PartBy:    "The name goes with every state that is set from now on. Empty: no name.",
	}
)

// reasonAsk asks for the note that a state needs.
func reasonAsk(state model.TaskState) string {
	switch state {
	case model.Blocked:
		return "What stands in its way?"
	case model.AcceptedRisk:
		return "Who accepts the risk, and why?"
	}
	return "Why is it not needed?"
}

// sayQuestion is what the form asks.
func (b Bench) sayQuestion() string {
	if b.Part == PartNote && b.State != "" {
		return reasonAsk(b.State)
	}
	return sayAsk[b.Part]
}

// sayReason is what comes of the answer.
func (b Bench) sayReason() string {
	switch {
	case b.Part == PartNote && b.State != "":
		return fmt.Sprintf("The note is kept with the state %q, and stands on every print: no secrets.", model.TaskStates.Label(b.State))
	case b.Part == PartState && b.By != "":
		return fmt.Sprintf("It is kept with today's date and the name %s. b in the list changes the name.", model.Clean(b.By))
	case b.Part == PartState:
		return "It is kept with today's date. b in the list gives a name as well."
	}
	return sayWhy[b.Part]
}

// saidNow is what the plan says already.
func (s State) saidNow() string {
	item, _ := s.item(s.Task)
	switch p := item.Progress; s.Bench.Part {
	case PartNote:
		return model.CleanLines(p.Note)
	case PartWho:
		return model.Clean(p.Owner)
	case PartDue:
		return model.Clean(p.Due)
	case PartBy:
		if signed(item) && p.By != "" {
			return model.Clean(p.By)
		}
		return s.Bench.By
	}
	return ""
}

// stateNow is the state on which the choice opens.
func (s State) stateNow() model.TaskState {
	if s.Bench.State != "" {
		return s.Bench.State
	}
	item, _ := s.item(s.Task)
	return item.Progress.State
}

// sayField is what the form is typed into.
func sayField(t *theme, s State) field {
	if s.Bench.Part == PartNote {
		return newNote(t, s.saidNow())
	}
	example := map[Part]string{PartWho: "Anna Lind", PartBy: "Anna Lind", PartDue: "2026-12-04"}
	return newText(t, s.saidNow(), example[s.Bench.Part])
}

// sayBlocks ask about a task.
func (m *program) sayBlocks(width, height int) []block {
	item, _ := m.content().worklist().item(m.state.Task)
	title := wrap(m.theme.title(fmt.Sprintf("%d %s", item.Number, item.Title)), width)
	ask := wrap(m.theme.strong(m.state.Bench.sayQuestion()), width)
	return []block{
		{append(title, ""), 5},
		{ask, 1},
		{strings.Split(m.field.view(width, max(height-len(ask), 1)), "\n"), 2},
		{append([]string{""}, wrap(m.theme.dim(m.state.Bench.sayReason()), width)...), 4},
	}
}
