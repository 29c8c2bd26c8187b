package screen

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/wizard/machine"
)

// sayAsk and sayWhy are the questions about a task, and what comes of their
// answers.
var (
	sayAsk = map[machine.Part]string{
		machine.PartState: "How far is it?", machine.PartNote: "What is to be remembered about it?", machine.PartWho: "Who does it?",
		machine.PartDue: "By which day?", machine.PartBy: "Who says how far it is?",
	}
	sayWhy = map[machine.Part]string{
		machine.PartState: "It is kept with today's date.",
		machine.PartNote:  "The note stands on every print: no secrets. An empty one takes it away.",
		machine.PartWho:   "A person or a group in the team. Empty: nobody in particular.",
		machine.PartDue:   "Year, month and day, such as 2026-12-04. Empty: no day.",
		machine.PartBy:    "The name goes with every state that is set from now on. Empty: no name.",
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

// SayQuestion is what the form asks.
func SayQuestion(b machine.TaskWork) string {
	if b.Part == machine.PartNote && b.State != "" {
		return reasonAsk(b.State)
	}
	return sayAsk[b.Part]
}

// SayReason is what comes of the answer.
func SayReason(b machine.TaskWork) string {
	switch {
	case b.Part == machine.PartNote && b.State != "":
		return fmt.Sprintf("The note is kept with the state %q, and stands on every print: no secrets.", model.TaskStates.Label(b.State))
	case b.Part == machine.PartState && b.By != "":
		return fmt.Sprintf("It is kept with today's date and the name %s. b in the list changes the name.", model.Clean(b.By))
	case b.Part == machine.PartState:
		return "It is kept with today's date. b in the list gives a name as well."
	}
	return sayWhy[b.Part]
}
