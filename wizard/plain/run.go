package plain

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// pickInRun takes a letter of a change window, or Enter alone for what comes next.
func (l *lines) pickInRun(line string) bool {
	if !l.state.Runs() {
		return false
	}
	row := l.nextRow()
	for _, r := range l.rows {
		if r.Key == line && line != "" {
			row = r
		}
	}
	if line != "" && row.Key != line {
		row = l.numbered(line)
	}
	if row.ID == "" && l.state.TakesLines() && len(line) >= shortestOfLog {
		row.ID, l.pasted = machine.RowPaste, []string{line}
		l.say("Taken as a line of a log. " + dotEnds)
	}
	if row.ID == "" {
		return false
	}
	before := l.state
	l.happen(machine.Event{Kind: machine.Pick, Text: row.ID})
	l.readStep(before)
	return true
}

// nextRow is what Enter alone picks: the step that comes next, or the next task.
func (l *lines) nextRow() screen.Row {
	id := ""
	switch l.state.Screen {
	case machine.RunTaskScreen:
		id = l.content().RunCursor()
	case machine.RunScreen:
		id = machine.RowNext
	case machine.ScopeScreen:
		id = machine.RowOn
	case machine.NoReturnScreen, machine.BackOutScreen:
		id = machine.RowTasks
	}
	return rowWith(l.rows, id)
}

func rowWith(rows []screen.Row, id string) screen.Row {
	if i := slices.IndexFunc(rows, func(r screen.Row) bool { return r.ID == id }); i >= 0 {
		return rows[i]
	}
	return screen.Row{}
}

// readStep reads out only what comes next, where no more than a step was ticked.
func (l *lines) readStep(before machine.State) {
	if l.state.Screen != machine.RunTaskScreen || before.Screen != l.state.Screen || before.RunWork.Task != l.state.RunWork.Task || len(before.Plan.Log) != len(l.state.Plan.Log) {
		return
	}
	l.rows = slices.DeleteFunc(l.content().Rows(), func(r screen.Row) bool { return !picks(r) })
	l.readOut = true
}

// nextWords say what Enter alone does in a change window.
func (l *lines) nextWords() string {
	text := "A number or a letter picks, ? and a number explains."
	if l.state.TakesLines() {
		text += " Anything longer is taken as a line of a log."
	}
	if row := l.nextRow(); row.ID != "" {
		text += " Enter alone: " + strings.TrimSpace(row.Text)
	}
	return text
}

// runTitle announces a screen of a change window.
func (l *lines) runTitle() string {
	title, text := l.content().Intro()
	if item, listed := l.state.Item(l.state.RunWork.Task); title == "" && listed && (l.state.RunWork.Ask != "" || l.state.Screen != machine.RunSayScreen) {
		return fmt.Sprintf("Task %d: %s.", item.Number, item.Title)
	}
	if title == "" {
		return "The change window."
	}
	return strings.TrimSpace(title + ". " + text)
}

// askInRun asks for a reason, a note, a name, lines of a log or a path.
func (l *lines) askInRun() {
	if len(l.pasted) > 0 {
		return
	}
	ask, why := screen.Form(l.state)
	l.say(ask)
	l.say(why)
	if l.state.Screen == machine.PasteScreen {
		l.say(dotEnds)
	}
	if now := strings.Join(strings.Fields(l.state.RunSaidNow()), " "); now != "" && l.state.Screen == machine.RunSayScreen {
		l.say("Enter alone: " + model.Clean(now))
	}
}

const dotEnds = "A line with a dot alone ends them."

// shortestOfLog is how long what is typed must be to be taken as a line of a log where
// rows are picked.
const shortestOfLog = 4

// pastes takes a line of a log. Only a dot alone ends them: an empty line, or one with a
// sign that does something elsewhere, can be part of a paste.
func (l *lines) pastes(line string) bool {
	if l.state.Screen != machine.PasteScreen || line == "<" {
		l.pasted = nil
		return false
	}
	if line != "." {
		l.pasted = append(l.pasted, line)
		return true
	}
	line, l.pasted = strings.Join(l.pasted, "\n"), nil
	l.happen(machine.Event{Kind: machine.Answer, Text: line})
	return true
}

// answerInRun takes what is typed there.
func (l *lines) answerInRun(line string) bool {
	switch l.state.Screen {
	case machine.RunSayScreen:
		if line == "" {
			line = l.state.RunSaidNow()
		}
	case machine.PasteScreen, machine.RunPathScreen:
	default:
		return false
	}
	l.happen(machine.Event{Kind: machine.Answer, Text: line})
	return true
}
