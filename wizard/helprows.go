package wizard

import (
	"cmgwizard/model"
	"cmgwizard/steps"
)

// help are what the screen is for and the keys.
func (c *content) help() []row {
	title, text := c.intro()
	if text == "" {
		text = screenHelp[c.state.Screen]
	}
	var rows []row
	if q, ok := c.state.question(); ok && c.state.Screen == QuestionScreen {
		rows = c.questionHelp(q)
	} else if text != "" {
		rows = []row{{text: c.look.title(title)}, {text: text}, {}}
	}
	if c.state.works() {
		rows = append(rows, workKeyRows...)
	}
	return append(rows, keyRows...)
}

// screenHelp says what the screens are for that do not say it themselves.
var screenHelp = map[Screen]string{
	NameScreen: textWhy[NameScreen], FileScreen: textWhy[FileScreen], OpenScreen: textWhy[OpenScreen],
	PathScreen:      textWhy[PathScreen] + " A path in quotes is good too. A path that does not start at the top starts at the folder that was shown.",
	ReviewScreen:    "What the rules find, what is open and for whom, and all answers. Enter on a line goes to its question, and the answer brings you back.",
	ChecklistScreen: "The tasks in the order of the work. Enter shows one in full, and e why it is there. What you say about a task is saved at once.",
	TaskScreen:      "One task: how far it is, what to do, how to tell that it worked, and the pages it comes from. What you say about it is saved at once.",
	StateScreen:     "How far the task is. A task that is blocked, not needed or left with its risk accepted needs a note that says why.",
	SayScreen:       "What is typed here is kept in the plan and stands on every print. Esc goes back and leaves it as it was.",
	FactsScreen:     "What is kept of one file: public facts, and the hash by which the file is known again.",
	DoneScreen:      "Everything is saved. The plan can be opened again at any time.",
}

// questionHelp are the reason of a question and the place to look.
func (c *content) questionHelp(q steps.Question) []row {
	f, _ := c.state.Draft.Field(q.Key)
	step, _ := steps.Find(c.state.Place.Step)
	rows := []row{{text: c.look.title(f.Ask)}, {}}
	for _, part := range []string{q.Note, "Why: " + q.Why, "Where to look: " + q.Where, step.Why} {
		if part != "" && part != "Where to look: " {
			rows = append(rows, row{text: part}, row{})
		}
	}
	return append(rows, row{text: "Who can answer: the team " + model.Teams.Label(f.Team) + ". \"I do not know yet\" is a good answer: it becomes an open question for them."}, row{})
}

const boxWords = "[x] done, [ ] open, [!] blocked, [~] risk accepted, [-] not needed."

// workKeyRows explain the keys of the checklist and of its tasks.
var workKeyRows = []row{
	{text: "Keys of the checklist and of a task"},
	{text: "space or x     tick: done, or open again", hang: 15},
	{text: "s              how far it is: open, done, blocked, risk accepted, not needed", hang: 15},
	{text: "n              a note", hang: 15},
	{text: "o              who does it", hang: 15},
	{text: "d              by which day", hang: 15},
	{text: "b              who says so: the name goes with every state that is set after it", hang: 15},
	{text: "u              undo the last change, then the one before", hang: 15},
	{text: "f              list one team, one phase or only what is open", hang: 15},
	{text: "p              print what is listed, or everything", hang: 15},
	{text: "in the boxes   " + boxWords, hang: 15},
	{},
}

// keyRows explain every key once.
var keyRows = []row{
	{text: "Keys"},
	{text: "up, down       move; page up, page down, home and end too", hang: 15},
	{text: "enter, tab     take the answer and go on", hang: 15},
	{text: "1-9, y, n      choose at once", hang: 15},
	{text: "esc, shift+tab go back; from the first question of a page without its changes", hang: 15},
	{text: "F1 or ?        this help", hang: 15},
	{text: "F2 or ctrl+r   the review: all answers, findings, open questions", hang: 15},
	{text: "F3 or ctrl+o   what the answers mean so far", hang: 15},
	{text: "F4 or e        everything about the question or the line under the cursor: the rule, the task, the answer, with sources", hang: 15},
	{text: "F5 or c        the methods side by side, for your devices", hang: 15},
	{text: "F6 or f        the files that show what is true: certificates, the state of a device", hang: 15},
	{text: "a, x, u        in a list: add, remove, undo", hang: 15},
	{text: "space, a, r, p among files: mark one, mark all, read those marked, type a path", hang: 15},
	{text: "ctrl+c         save and leave", hang: 15},
	{text: "Where text is typed, letters and ? are text: the F keys and ctrl work there.", hang: 15},
}
