package screen

import (
	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
)

// Help are what the screen is for and the keys.
func (c *Content) Help() []Row {
	title, text := c.Intro()
	if text == "" {
		text = screenHelp[c.State.Screen]
	}
	var rows []Row
	if q, ok := c.State.Question(); ok && c.State.Screen == machine.QuestionScreen {
		rows = c.questionHelp(q)
	} else if text != "" {
		rows = []Row{{Text: c.Look.Title(title)}, {Text: text}, {}}
	}
	if c.State.Works() {
		rows = append(rows, workKeyRows...)
	}
	return append(rows, keyRows...)
}

// screenHelp says what the screens are for that do not say it themselves.
var screenHelp = map[machine.Screen]string{
	machine.NameScreen: textWhy[machine.NameScreen], machine.FileScreen: textWhy[machine.FileScreen], machine.OpenScreen: textWhy[machine.OpenScreen], machine.CopyScreen: textWhy[machine.CopyScreen],
	machine.PathScreen:      textWhy[machine.PathScreen] + " A path in quotes is good too. A path that does not start at the top starts at the folder that was shown.",
	machine.BoardScreen:     "Where the plan stands. Behind each area: how many answers are known, assumed and open. Enter or its digit opens an area; a letter does what it says.",
	machine.AreaScreen:      "The answers of one area. Enter changes one, and the answer brings you back. c confirms the line under the cursor if it is assumed, else all that is assumed here.",
	machine.ChecklistScreen: "The tasks in the order of the work. Enter shows one in full, and e why it is there. What you say about a task is saved at once.",
	machine.TaskScreen:      "One task: how far it is, what to do, how to tell that it worked, and the pages it comes from. What you say about it is saved at once.",
	machine.StateScreen:     "How far the task is. A task that is blocked, not needed or left with its risk accepted needs a note that says why.",
	machine.SayScreen:       "What is typed here is kept in the plan and stands on every print. Esc goes back and leaves it as it was.",
	machine.FactsScreen:     "What is kept of one file: public facts, and the hash by which the file is known again.",
	machine.DoneScreen:      "Everything is saved. The plan can be opened again at any time.",
}

// questionHelp are the reason of a question and the place to look.
func (c *Content) questionHelp(q steps.Question) []Row {
	step, _ := steps.Find(c.State.Place.Step)
	rows := []Row{{Text: c.Look.Title(AskOf(c.State, q))}, {}}
	for _, part := range []string{q.Note, "Why: " + q.Why, "Where to look: " + q.Where, step.Why} {
		if part != "" && part != "Where to look: " {
			rows = append(rows, Row{Text: part}, Row{})
		}
	}
	return append(rows, Row{Text: whoAnswers(c.State, q) + " \"I do not know yet\" (the key ?) is a good answer: it becomes an open question for them."}, Row{})
}

// whoAnswers says which team knows the answer.
func whoAnswers(s machine.State, q steps.Question) string {
	return "Who can answer: the team " + model.Teams.Label(TeamOf(s, q)) + "."
}

// BoxWords say what the boxes of tasks mean.
const BoxWords = "[x] done, [ ] open, [!] blocked, [~] risk accepted, [-] not needed."

// workKeyRows explain the keys of the checklist and of its tasks.
var workKeyRows = []Row{
	{Text: "Keys of the checklist and of a task"},
	{Text: "space or x     tick: done, or open again", Hang: 15},
	{Text: "s              how far it is: open, done, blocked, risk accepted, not needed", Hang: 15},
	{Text: "n              a note", Hang: 15},
	{Text: "o              who does it", Hang: 15},
	{Text: "d              by which day", Hang: 15},
	{Text: "b              who says so: the name goes with every state that is set after it", Hang: 15},
	{Text: "u              undo the last change, then the one before", Hang: 15},
	{Text: "f              list one team, one phase or only what is open", Hang: 15},
	{Text: "p              print what is listed, or everything", Hang: 15},
	{Text: "in the boxes   " + BoxWords, Hang: 15},
	{},
}

// keyRows explain every key once.
var keyRows = []Row{
	{Text: "Keys"},
	{Text: "up, down       move; page up, page down, home and end too", Hang: 15},
	{Text: "enter, tab     take the answer and go on", Hang: 15},
	{Text: "1-9, y, n      choose at once", Hang: 15},
	{Text: "esc, shift+tab go back; from the first question of a page without its changes", Hang: 15},
	{Text: "F1 or ?        this help", Hang: 15},
	{Text: "F2 or ctrl+r   the review: all answers, findings, open questions", Hang: 15},
	{Text: "F3 or ctrl+o   what the answers mean so far", Hang: 15},
	{Text: "F4 or e        everything about the question or the line under the cursor: the rule, the task, the answer, with sources", Hang: 15},
	{Text: "F5 or c        the methods side by side, for your devices", Hang: 15},
	{Text: "F6 or f        the files that show what is true: certificates, the state of a device", Hang: 15},
	{Text: "a, x, u        in a list: add, remove, undo", Hang: 15},
	{Text: "space, a, r, p among files: mark one, mark all, read those marked, type a path", Hang: 15},
	{Text: "ctrl+c         save and leave; what is typed is kept if it can be", Hang: 15},
	{Text: "ctrl+z         suspend, where a shell can bring it back; not on Windows", Hang: 15},
	{Text: "Where text is typed, letters and ? are text: the F keys and ctrl work there.", Hang: 15},
}
