package screen

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/wizard/machine"
)

// Form is what a screen asks that is no question of a page: for a name, for a
// path, about a task. It gives the reason too.
func Form(s machine.State) (ask, why string) {
	if s.Screen == machine.StateScreen || s.Screen == machine.SayScreen {
		return sayQuestion(s.TaskWork), sayReason(s.TaskWork)
	}
	if s.Screen == machine.RunSayScreen {
		return runAsk[s.RunWork.Ask], runWhy[s.RunWork.Ask]
	}
	if s.Screen == machine.PathScreen && s.FileWork.Begins {
		return "Where is the collected file?", "Type or paste the path of the file that the script of `cmgwizard collect` wrote, or that of its folder."
	}
	return textAsk[s.Screen], textWhy[s.Screen]
}

// textAsk and textWhy are the questions of the screens that take a name or a
// path, and their reasons.
var (
	textAsk = map[machine.Screen]string{
		machine.NameScreen: "What is the plan called?",
		machine.FileScreen: "Where should it be saved?",
		machine.CopyScreen: "Where should your answers be saved instead?",
		machine.OpenScreen: "Which plan file do you want to open?",
		machine.PathScreen: "Which file should be read?",

		machine.PasteScreen:   "Paste the lines of the log around the error:",
		machine.RunPathScreen: "Which log should be read?",
	}
	textWhy = map[machine.Screen]string{
		machine.NameScreen: "The name of your company or site is enough. It appears on the checklist.",
		machine.FileScreen: "One file holds the whole plan. It is saved after every answer and contains nothing secret.",
		machine.CopyScreen: "Type the path of a new file. Use another disk or folder if the old one cannot be written. You continue there.",
		machine.OpenScreen: "Type or paste its path.",
		machine.PathScreen: "Type or paste its path, or that of a folder to choose there.",

		machine.PasteScreen:   "Nothing of them is kept but the reason that you give.",
		machine.RunPathScreen: "Type or paste its path, or that of a folder with logs. Nothing of it is kept but the reason that you give.",
	}
)

// sayAsk and sayWhy are the questions about a task, and what comes of their
// answers.
var (
	sayAsk = map[machine.Part]string{
		machine.PartState: "What is its state?", machine.PartNote: "What should be noted about it?", machine.PartWho: "Who does it?",
		machine.PartDue: "By which day?", machine.PartBy: "Who sets its state?",
	}
	sayWhy = map[machine.Part]string{
		machine.PartState: "It is saved with today's date.",
		machine.PartNote:  "The note appears on every printout. Do not enter secrets. Leave it empty to remove it.",
		machine.PartWho:   "A person or a group in the team. Empty: nobody in particular.",
		machine.PartDue:   "Such as 2026-12-04, 4 Dec or friday. Empty: no day.",
		machine.PartBy:    "The name is saved with every state that is set from now on. Empty: no name.",
	}
)

// runAsk and runWhy are the questions of a change window; "" is for the name.
var (
	runAsk = map[model.LogWhat]string{
		"": "Who is the operator?", model.LogSkipped: "Why is it skipped?", model.LogFailed: "What happened?", model.LogNote: "What is to be remembered?",
	}
	runWhy = map[model.LogWhat]string{
		"":               "The name goes with every entry of the log. Empty: no name.",
		model.LogSkipped: "The reason appears in the report. The task stays open.",
		model.LogFailed:  "The reason appears in the report and in the task's note, and the task is marked Blocked. Do not enter secrets.",
		model.LogNote:    "The note appears in the report with its time. Do not enter secrets.",
	}
)

// reasonAsk asks for the note that a state needs.
func reasonAsk(state model.TaskState) string {
	switch state {
	case model.Blocked:
		return "What blocks it?"
	case model.AcceptedRisk:
		return "Who accepts the risk, and why?"
	}
	return "Why is it not needed?"
}

// sayQuestion is what is asked about a task.
func sayQuestion(work machine.TaskWork) string {
	if work.Part == machine.PartNote && work.State != "" {
		return reasonAsk(work.State)
	}
	return sayAsk[work.Part]
}

// sayReason is what comes of the answer.
func sayReason(work machine.TaskWork) string {
	switch {
	case work.Part == machine.PartNote && work.State != "":
		return fmt.Sprintf("The note is saved with the state %q and appears on every printout. Do not enter secrets.", model.TaskStates.Label(work.State))
	case work.Part == machine.PartState && work.By != "":
		return fmt.Sprintf("It is saved with today's date and the name %s. Press b in the list to change the name.", model.Clean(work.By))
	case work.Part == machine.PartState:
		return "It is saved with today's date. Press b in the list to add a name."
	}
	return sayWhy[work.Part]
}
