package screen

import (
	"fmt"
	"slices"

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
	if c.State.Works() || c.State.Runs() {
		rows = append(rows, Row{Text: jobWords}, Row{})
	}
	if c.State.Works() {
		rows = append(rows, workKeyRows...)
	}
	return append(rows, c.keyRows()...)
}

// screenHelp says what the screens are for that do not say it themselves.
var screenHelp = map[machine.Screen]string{
	machine.NameScreen: textWhy[machine.NameScreen], machine.FileScreen: textWhy[machine.FileScreen], machine.OpenScreen: textWhy[machine.OpenScreen], machine.CopyScreen: textWhy[machine.CopyScreen],
	machine.PathScreen:      textWhy[machine.PathScreen] + " A path in quotes works too. A relative path starts at the folder that was shown.",
	machine.BoardScreen:     "The status of the plan. Each area shows how many answers are known, assumed, and open. Enter or its digit opens an area; a letter does what its line says.",
	machine.AreaScreen:      "The answers of one area. Enter changes one and then brings you back. c confirms the line under the cursor if it is assumed; otherwise, everything that is assumed here.",
	machine.ChecklistScreen: "The tasks in the order of the work. Enter shows one in full, and e why it is there. What you say about a task is saved at once.",
	machine.TaskScreen:      "One task: its state, what to do, how to tell that it worked, and its sources. What you say about it is saved at once.",
	machine.StateScreen:     "The state of the task. A task that is blocked, not needed, or left with its risk accepted needs a note that says why.",
	machine.SayScreen:       "What you type here is kept in the plan and appears on every printout. Esc goes back and leaves it unchanged.",
	machine.RunSayScreen:    "What you type here is kept in the log of the plan. Esc goes back and keeps nothing.",
	machine.PasteScreen:     textWhy[machine.PasteScreen],
	machine.RunPathScreen:   textWhy[machine.RunPathScreen],
	machine.FactsScreen:     "What is kept of one file: public facts, and the hash that identifies the file.",
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
	return append(rows, Row{Text: whoAnswers(c.State, q) + " \"I do not know yet\" (the key ?) is a good answer: it is then listed as a missing answer for them."}, Row{})
}

// whoAnswers says which team knows the answer.
func whoAnswers(s machine.State, q steps.Question) string {
	return "Who can answer: the team " + model.Teams.Label(TeamOf(s, q)) + "."
}

// BoxWords say what the boxes of tasks mean.
const BoxWords = "[x] done, [ ] open, [!] blocked, [~] risk accepted, [-] not needed."

// jobWords say what work is divided into.
const jobWords = "A task is one piece of work, with its steps and its proof. A job is the tasks that one team does in one go. A phase is a part of the project."

// workKeyRows explain the keys of the checklist and of its tasks.
var workKeyRows = []Row{
	{Text: "Keys of the checklist and of a task"},
	{Text: "space or x     tick: done, or open again", Hang: 15},
	{Text: "s              state: open, done, blocked, risk accepted, not needed", Hang: 15},
	{Text: "n              a note", Hang: 15},
	{Text: "o              who does it", Hang: 15},
	{Text: "d              by which day", Hang: 15},
	{Text: "b              who sets the state: the name is saved with every later state", Hang: 15},
	{Text: "u              undo the last change, then the one before", Hang: 15},
	{Text: "f              list one team, one phase or only what is open", Hang: 15},
	{Text: "p              print what is listed, or everything", Hang: 15},
	{Text: "in the boxes   " + BoxWords, Hang: 15},
	{},
}

// A helpKey is a key and what it does, on the screens where it does it.
type helpKey struct {
	keys, does string
	on         func(c *Content) bool // nil: everywhere
}

func (c *Content) at(screens ...machine.Screen) bool { return slices.Contains(screens, c.State.Screen) }

func onQuestion(c *Content) bool { return c.at(machine.QuestionScreen) }

// typesHere reports whether letters are text here.
func typesHere(c *Content) bool {
	if onQuestion(c) {
		return c.types()
	}
	return c.at(machine.NameScreen, machine.FileScreen, machine.OpenScreen, machine.PathScreen, machine.CopyScreen, machine.SayScreen, machine.RunSayScreen, machine.PasteScreen, machine.RunPathScreen)
}

func listsHere(c *Content) bool { return !typesHere(c) && !onQuestion(c) }

func onPlan(c *Content) bool { return c.State.Path != "" }

// helpKeys explain every key once, the most needed first.
var helpKeys = []helpKey{
	{"up, down", "move; page up, page down, home and end too", nil},
	{"enter", "accept the answer that is selected or typed, and continue", onQuestion},
	{"enter", "open or choose the line under the cursor", listsHere},
	{"1-9, y, n", "choose at once", func(c *Content) bool { return onQuestion(c) && !c.types() }},
	{"?", "I do not know yet; in a text field while it is empty", onQuestion},
	{"tab", "complete what is typed, or continue", func(c *Content) bool { return onQuestion(c) && c.types() }},
	{"1-9, 0", "open an area", func(c *Content) bool { return c.at(machine.BoardScreen, machine.AreaScreen) }},
	{"letters", "do what the line that starts with them says", func(c *Content) bool { return c.at(machine.BoardScreen) }},
	{"c, u", "confirm what is assumed on the line, or undo that; C confirms everything shown", func(c *Content) bool { return c.at(machine.AreaScreen, machine.ConfirmScreen) }},
	{"a, x, u", "add, remove, undo", func(c *Content) bool { return c.at(machine.ListScreen, machine.EvidenceScreen) }},
	{"space, a, r, p", "mark one, mark all, read those marked, type a path", func(c *Content) bool { return c.at(machine.FolderScreen) }},
	{"space", "tick the step under the cursor, and those before it", func(c *Content) bool { return c.at(machine.RunTaskScreen) }},
	{"c, v", "copy the command under the cursor, else the first; v shows only the command, so you can select it", func(c *Content) bool { return c.at(machine.RunTaskScreen) }},
	{"s", "open what is backed out next", func(c *Content) bool { return c.at(machine.BackOutScreen) }},
	{"letters", "do what the line says that begins with them", func(c *Content) bool { return c.State.Runs() && !c.State.TakesLines() && !typesHere(c) }},
	{"letters", "are taken as the first line of a log; choose with the arrows", func(c *Content) bool { return c.State.TakesLines() }},
	{"esc, shift+tab", "go back", nil},
	{"F1", "this help", onQuestion},
	{"F1 or ?", "this help", func(c *Content) bool { return !onQuestion(c) && !typesHere(c) }},
	{"F2 or ctrl+r", "the board: the status of the plan", onPlan},
	{"F3 or ctrl+o", "what the answers mean so far", onPlan},
	{"F4 or e", "everything about the question or the line under the cursor: the rule, the task, the answer, with sources", onPlan},
	{"/", "find an explanation: by a code, a log, a label or any words", func(c *Content) bool { return !typesHere(c) && !c.State.TakesLines() }},
	{"F5", "the methods side by side, for your devices", onPlan},
	{"F6", "the files that show what is true: certificates, the state of a device", onPlan},
	{"ctrl+c", "save and leave; what is typed is kept if it can be", nil},
	{"ctrl+z", "suspend, where a shell can bring it back; not on Windows", nil},
}

// keyRows explain the keys that do something here.
func (c *Content) keyRows() []Row {
	rows := []Row{{Text: "Keys"}}
	for _, k := range helpKeys {
		if k.on == nil || k.on(c) {
			rows = append(rows, Row{Text: fmt.Sprintf("%-14s %s", k.keys, k.does), Hang: 15})
		}
	}
	if typesHere(c) {
		rows = append(rows, Row{Text: "Letters are text here: use the F keys and Ctrl.", Hang: 15})
	}
	return rows
}
