package wizard

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/steps"
)

// rows are those of the screen.
func (m *program) rows() []row {
	switch m.state.Screen {
	case StartScreen:
		return m.startRows()
	case ListScreen:
		return m.entryRows()
	case ReviewScreen:
		return reviewRows(m.theme, &m.state.Plan, m.outcome())
	case ChecklistScreen:
		return m.checklistRows()
	case TaskScreen:
		return m.taskRows()
	case FilterScreen:
		return filterRows(m.theme, m.state.Bench, m.outcome())
	case ExportScreen:
		return m.formatRows()
	case DoneScreen:
		return m.doneRows()
	case ConflictScreen:
		return conflictRows()
	case CompareScreen:
		return append([]row{{id: rowOn, text: "Choose the method of each kind of device"}}, compareRows(m.theme, m.state.Plan.Compare(), m.width)...)
	case NewsScreen:
		return newsRows(m.theme, m.state)
	case EvidenceScreen:
		return evidenceRows(m.theme, &m.state.Plan, m.plain)
	case FactsScreen:
		return factsRows(m.theme, &m.state.Plan, m.state.Desk.Entry)
	case FolderScreen:
		return folderRows(m.theme, m.state.Desk, m.width-4)
	case MergeScreen:
		return mergeRows(m.theme, m.state)
	}
	return nil
}

func (m *program) startRows() []row {
	var rows []row
	if last := m.state.Last; last != nil {
		text := m.theme.strong.Render("Continue "+model.Clean(last.Name)) + m.theme.dim.Render(" "+model.Clean(last.Path)+", "+last.Updated.Format("2 January 2006 15:04"))
		rows = append(rows, row{id: rowContinue, text: text, hang: 2})
	}
	return append(rows,
		row{id: rowNew, text: "Make a new plan"},
		row{id: rowOpen, text: "Open a plan"},
		row{id: rowLeave, text: "Leave"})
}

func (m *program) entryRows() []row {
	step, _ := steps.Find(m.state.Place.Step)
	var rows []row
	for i := range step.List.Len(&m.state.Plan.Answers) {
		name, about := step.Recap(&m.state.Plan.Answers, i)
		rows = append(rows, row{id: strconv.Itoa(i), text: m.theme.strong.Render(name) + m.theme.dim.Render("  "+about), hang: 2})
	}
	add, on := "Add a "+step.List.Noun, "Continue"
	if len(rows) == 0 {
		on = "Continue without one: I do not know yet"
	}
	return append(rows, row{id: rowAdd, text: add}, row{id: rowOn, text: on})
}

// checklistRows are the tasks. As lines they are told without a picture.
func (m *program) checklistRows() []row {
	w := m.worklist()
	if !m.plain {
		return w.rows(m.theme, m.width)
	}
	w.lines = true
	return w.rows(m.theme, 0)
}

func (m *program) taskRows() []row {
	w := m.worklist()
	item, listed := w.item(m.state.Task)
	if !listed {
		return []row{{text: "The answers do not ask for this task now."}}
	}
	return taskRows(m.theme, item, standingRows(m.theme, w.Outcome, item, m.state.entry(item.ID), w.today))
}

func (m *program) formatRows() []row {
	scope := m.state.Bench.Scope
	var rows []row
	if !scope.Whole() {
		items := m.outcome().Items
		left := Bench{Scope: scope}.listed(items)
		count := m.theme.dim.Render(fmt.Sprintf("  %d of %d tasks", len(left), len(items)))
		rows = append(rows, row{id: rowNarrow, text: ticked(!m.state.Bench.Wide) + "Print what is listed: " + scopeWords(scope) + count, hang: 4}, row{})
	}
	widest := 0
	for _, f := range m.state.Formats {
		widest = max(widest, len(f.Name))
	}
	for _, f := range m.state.Formats {
		rows = append(rows, m.formatRow(f, widest))
	}
	return append(rows, row{id: rowDone, text: "That is all"})
}

// formatRow is a format and what it is for.
func (m *program) formatRow(f Format, width int) row {
	about := f.About
	if f.Whole && !m.state.Bench.printed().Whole() {
		about += ", of the whole plan"
	}
	name := f.Name + strings.Repeat(" ", width-len(f.Name))
	return row{id: f.Name, text: m.theme.strong.Render(name) + m.theme.dim.Render("  "+about), hang: width + 2}
}

func (m *program) doneRows() []row {
	rows := []row{
		{id: rowLeave, text: "Leave"}, {},
		{text: "Your plan: " + model.Clean(m.state.Path), hang: 2},
	}
	for _, path := range m.state.Written {
		rows = append(rows, row{text: "Printed: " + model.Clean(path), hang: 2})
	}
	return append(rows, row{}, row{text: "To go on later: cmgwizard " + ShellWord(m.state.Path), hang: 2},
		row{text: m.theme.verdict(m.outcome().Verdict)})
}

func conflictRows() []row {
	return []row{
		{id: rowCopy, text: "Save my answers under another name and go on there"},
		{id: rowReload, text: "Read the file again and give up the changes since the last save"},
		{id: rowRetry, text: "Try to save again"},
	}
}

// newsRows are what the rules judge otherwise since the plan was saved.
func newsRows(t *theme, s State) []row {
	rows := []row{{id: rowOn, text: "Go on"}, {}}
	for _, n := range s.news() {
		rows = append(rows, row{id: n.Subject, about: n.Rule, text: findingLine(t, &s.Plan, n.Finding) + t.dim.Render(" ("+n.What+")"), hang: 4})
	}
	return rows
}

// helpRows are what the screen is for and the keys.
func (m *program) helpRows() []row {
	title, text := m.introText()
	if text == "" {
		text = screenHelp[m.state.Screen]
	}
	var rows []row
	if q, ok := m.state.question(); ok && m.state.Screen == QuestionScreen {
		rows = m.questionHelp(q)
	} else if text != "" {
		rows = []row{{text: m.theme.title.Render(title)}, {text: text}, {}}
	}
	if m.works() {
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
func (m *program) questionHelp(q steps.Question) []row {
	f, _ := m.state.Draft.Field(q.Key)
	step, _ := steps.Find(m.state.Place.Step)
	rows := []row{{text: m.theme.title.Render(f.Ask)}, {}}
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
