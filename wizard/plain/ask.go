package plain

import (
	"cmp"
	"fmt"

	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// prompt says where we are and what is asked.
func (l *lines) prompt() {
	if l.state.Problem != "" {
		l.say("Problem: " + l.state.Problem)
	}
	if l.state.Notice != "" {
		l.say(l.state.Notice)
	}
	l.complain("")
	l.tell(machine.Event{Kind: machine.Forget})
	l.heading()
	if q, asks := l.state.Asks(); asks {
		l.ask(q)
		return
	}
	l.list()
}

// heading announces a page once.
func (l *lines) heading() {
	page := string(l.state.Screen)
	if l.state.Screen == machine.QuestionScreen || l.state.Screen == machine.ListScreen {
		page = l.state.Place.String()
	}
	if l.state.Screen == machine.FolderScreen {
		page += l.state.FileWork.Folder.Path
	}
	if l.state.Runs() {
		page += l.state.RunWork.Task
	}
	if page == l.page {
		return
	}
	l.page = page
	l.say("")
	l.say(l.title())
}

// lineTitles announce the screens that are no pages of questions.
var lineTitles = map[machine.Screen]string{
	machine.NameScreen: "A new plan.", machine.FileScreen: "The file of the plan.", machine.CopyScreen: "Another file for your answers.",
	machine.OpenScreen: "Open a plan.", machine.BoardScreen: "The board: the status of the plan.",
	machine.ChecklistScreen: "The checklist. " + screen.BoxWords, machine.TaskScreen: "The task.",
	machine.ExportScreen: "Print the checklist.", machine.DoneScreen: "Done.", machine.FactsScreen: "What is kept of one file.", machine.PathScreen: "A file by its path.",
	machine.ConflictScreen: "The plan was not saved. Your answers are still here.",
}

func (l *lines) title() string {
	if title, ok := lineTitles[l.state.Screen]; ok {
		return title
	}
	if l.state.Runs() {
		return l.runTitle()
	}
	title, text := l.content().Intro()
	switch l.state.Screen {
	case machine.StateScreen, machine.SayScreen:
		item, _ := l.state.Item(l.state.Task)
		return fmt.Sprintf("Task %d: %s.", item.Number, item.Title)
	case machine.FilterScreen:
		return title
	case machine.StartScreen, machine.PlansScreen:
		return title + ". " + text
	case machine.CompareScreen:
		return title + "."
	case machine.FolderScreen:
		return "The folder " + title + ". " + text
	case machine.RuleChangesScreen, machine.EvidenceScreen, machine.MergeScreen, machine.AreaScreen, machine.FoundScreen, machine.ConfirmScreen:
		return title + ". " + text
	}
	step, _ := steps.Find(l.state.Place.Step)
	return fmt.Sprintf("%s (%s). %s", screen.PageTitle(l.state), l.content().Progress(), step.Why)
}

func (l *lines) ask(q steps.Question) {
	l.say("")
	if l.state.Screen == machine.StateScreen || l.state.Screen == machine.SayScreen {
		l.askAbout()
		return
	}
	if l.state.Runs() {
		l.askInRun()
		return
	}
	if l.state.Screen != machine.QuestionScreen {
		ask, why := screen.Form(l.state)
		l.say(ask)
		if l.state.Screen == machine.FileScreen || l.state.Screen == machine.CopyScreen {
			l.say("Enter alone: " + model.Clean(l.state.Suggest))
		}
		if l.state.Screen == machine.PathScreen {
			l.say(why)
		}
		return
	}
	l.askQuestion(q)
}

func (l *lines) askQuestion(q steps.Question) {
	switch {
	case len(l.cells) > 0: // the question of the table was said
	case q.Ask != "":
		l.say(q.Ask)
	default:
		f, _ := l.state.Draft.Field(q.Key)
		l.say(l.state.AskText(f))
	}
	if q.Rows != nil {
		l.askCell(q)
		return
	}
	if q.Note != "" {
		l.say(q.Note)
	}
	for i, w := range l.options(q) {
		l.say(fmt.Sprintf("  %d  %s", i+1, w.Label))
	}
	if q.Several {
		l.say("Type the numbers, with commas between them.")
	}
	l.say(l.defaultWords(q))
}

// askCell asks for the next cell of a table.
func (l *lines) askCell(q steps.Question) {
	row, cell, now := l.cell(q)
	l.say(row.Name + ". " + cell.Title)
	if cell.Note != "" {
		l.say(cell.Note)
	}
	for i, w := range cellWords(cell) {
		l.say(fmt.Sprintf("  %d  %s", i+1, w.Label))
	}
	switch label := screen.CellLabel(cell, now); {
	case now != "":
		l.say("Enter alone: " + label)
	case cell.Optional:
		l.say("Enter alone: skip it")
	}
}

// cell is the next one of a table, with the answer that stands there.
func (l *lines) cell(q steps.Question) (steps.Row, steps.Cell, string) {
	width := len(q.Rows[0].Cells)
	row := q.Rows[len(l.cells)/width]
	cell := row.Cells[len(l.cells)%width]
	if cell.Now != "" {
		return row, cell, cell.Now
	}
	return row, cell, cell.Best
}

// cellWords are the choices of a cell, none where a number is typed.
func cellWords(cell steps.Cell) []model.Word {
	if cell.Options == nil {
		return nil
	}
	return screen.CellWords(cell)
}

// options are the numbered choices of a question, none where text is typed.
func (l *lines) options(q steps.Question) []model.Word {
	if screen.InputOf(&l.state.Draft, q) == screen.TypedInput {
		return nil
	}
	return screen.Choices(l.state, q)
}

// defaultText is what an empty line answers.
func (l *lines) defaultText(q steps.Question) string {
	if l.options(q) == nil {
		return screen.TextNow(l.state, q)
	}
	return screen.ChoiceNow(l.state, q)
}

// defaultWords say what Enter alone answers, and how one says that one does not
// know.
func (l *lines) defaultWords(q steps.Question) string {
	text, options := l.defaultText(q), l.options(q)
	switch {
	case q.Several && text != "":
		return "Enter alone: " + screen.AnswerLabel(&l.state.Draft, q)
	case text == "" && options != nil:
		return "Nothing is marked: a number chooses."
	case text == "" && q.Optional:
		return "Enter alone: skip it. Type unsure for: I do not know yet."
	case text == "":
		return "Type the answer, or unsure for: I do not know yet."
	}
	for _, w := range options {
		if w.Value == text {
			text = w.Label
		}
	}
	return "Enter alone: " + text
}

// list prints the rows of a screen, numbered where they can be picked. What
// was read out is not read out again after each line that is typed.
func (l *lines) list() {
	again := l.readOut
	if !again {
		l.listRows()
	}
	l.readOut = true
	if l.state.Runs() {
		l.say(l.nextWords())
		return
	}
	switch l.state.Screen {
	case machine.ListScreen:
		l.say(fmt.Sprintf("A number picks. x and a number removes an entry, u restores it. Enter alone: %d", len(l.rows)))
	case machine.ChecklistScreen:
		l.say(keysFor(again, checklistKeys, "A number shows a task, ? tells the letters."))
	case machine.TaskScreen:
		l.say(keysFor(again, taskKeys, "A letter, ? for more, or Enter alone: back to the checklist"))
	default:
		l.say(cmp.Or(listKeys[l.state.Screen], "A number picks."))
	}
}

// listKeys are the keys of the screens that are always the same.
var listKeys = map[machine.Screen]string{
	machine.FilterScreen:      "A number chooses. Enter alone: show the list",
	machine.EvidenceScreen:    "A number picks, ? and a number explains. x and a number removes a file, u restores it. Enter alone: continue",
	machine.FactsScreen:       "? tells more about it. Enter alone: back to the files",
	machine.FolderScreen:      "A number opens a folder or marks a file, a marks all. Enter alone: read the marked files",
	machine.MergeScreen:       "The number of an answer accepts or rejects it.",
	machine.CompareScreen:     "? tells everything about these. Enter alone: continue to the questions",
	machine.RuleChangesScreen: "A number picks, ? and a number explains. Enter alone: continue",
	machine.BoardScreen:       "A number opens an area or picks what is next.",
	machine.FoundScreen:       "A number picks, ? and a number explains. Enter alone: back to the board",
	machine.AreaScreen:        "A number picks, ? and a number explains. c and a number confirms, u undoes it. Enter alone: back to the board",
	machine.ConfirmScreen:     "A number picks, ? and a number explains. c and a number confirms, u undoes it. Enter alone: back to the board",
}

func (l *lines) listRows() {
	if l.state.Screen == machine.ChecklistScreen {
		l.say(l.content().WorkWords())
	}
	l.number(l.content().Rows())
}

// number reads rows out and gives numbers to those that can be picked.
func (l *lines) number(rows []screen.Row) {
	l.rows = nil
	for _, r := range rows {
		if !picks(r) {
			l.say(r.Text)
			continue
		}
		l.rows = append(l.rows, r)
		l.say(fmt.Sprintf("%d  %s", len(l.rows), r.Text))
	}
}

// content is what the screen shows, as it is told in lines.
func (l *lines) content() *screen.Content {
	return &screen.Content{State: l.state, Look: l.look, Now: l.outside.Now(), Width: widestLine, Plain: true}
}

// compare sets the methods beside one another, in a line each or in full.
func (l *lines) compare(all bool) {
	if l.state.Path == "" {
		l.say("There is no plan yet to compare methods for.")
		return
	}
	if all {
		l.print(l.content().Comparison())
		return
	}
	l.print(l.content().Glance())
	l.say("== tells everything about these.")
}
