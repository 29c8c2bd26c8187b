package plain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

const (
	checklistKeys = "A number shows a task. A letter and a number: x ticks, s how far, n note, o who does it, d due, b who says so, ? more. " +
		"A letter: f filter, u undo, l work live, p print."
	taskKeys = "x ticks it, s how far it is, n note, o who does it, d due, b who says so, u undo. ? tells more about it. Enter alone: back to the checklist"
)

// keysFor are the keys of a screen, in short where its rows were not read out.
func keysFor(short bool, all, some string) string {
	if short {
		return some
	}
	return all
}

// partLetters are the letters that ask for a part of what is said.
var partLetters = map[string]machine.Part{"s": machine.PartState, "n": machine.PartNote, "o": machine.PartWho, "d": machine.PartDue, "b": machine.PartBy}

// pickAmongTasks takes the commands of the checklist and of a task; false
// leaves a number to the others.
func (l *lines) pickAmongTasks(line string) bool {
	switch l.state.Screen {
	case machine.ChecklistScreen:
		return l.pickInChecklist(line)
	case machine.TaskScreen:
		l.pickInTask(line)
		return true
	case machine.FilterScreen:
		if line == "" {
			l.happen(machine.Event{Kind: machine.Pick, Text: machine.RowOn})
		}
		return line == ""
	}
	return false
}

func (l *lines) pickInChecklist(line string) bool {
	switch line {
	case "f":
		l.happen(machine.Event{Kind: machine.Filter})
		return true
	case "l":
		l.happen(machine.Event{Kind: machine.Run})
		return true
	case "p":
		l.happen(machine.Event{Kind: machine.Pick, Text: machine.RowExport})
		return true
	case "u":
		l.happen(machine.Event{Kind: machine.Undo})
		l.readTask(l.state.Task)
		return true
	}
	if line == "" || !strings.Contains("xsnodb", line[:1]) {
		return false
	}
	id := l.numbered(strings.TrimSpace(line[1:])).About
	if id == "" {
		l.complain(fmt.Sprintf("expected %s and the number of a task, such as %s 1", line[:1], line[:1]))
		return true
	}
	l.work(line[:1], id)
	return true
}

// pickInTask takes a letter, or goes back.
func (l *lines) pickInTask(line string) {
	_, asks := partLetters[line]
	switch {
	case line == "":
		l.happen(machine.Event{Kind: machine.Back})
	case line == "u":
		l.happen(machine.Event{Kind: machine.Undo})
		l.readTask(l.state.Task)
	case line == "x" || asks:
		l.work(line, l.state.Task)
	default:
		l.complain("expected x, s, n, o, d, b, u or Enter alone")
	}
}

// work ticks a task, or asks about it.
func (l *lines) work(letter, id string) {
	if part, asks := partLetters[letter]; asks {
		l.happen(machine.Event{Kind: machine.Ask, Part: part, Text: id})
		return
	}
	l.happen(machine.Event{Kind: machine.Tick, Text: id})
	l.readTask(id)
}

// readTask reads out what was said about a task and not the whole screen again,
// unless its lines have other numbers now.
func (l *lines) readTask(id string) {
	switch {
	case l.state.Screen == machine.TaskScreen:
		l.print(l.content().TaskStanding(id))
	case l.state.Screen != machine.ChecklistScreen || l.state.TaskWork.Scope.Open:
		return
	default:
		rows := slices.DeleteFunc(l.content().Rows(), func(r screen.Row) bool { return !picks(r) })
		if i := slices.IndexFunc(rows, func(r screen.Row) bool { return r.ID == id }); i >= 0 {
			l.rows = rows
			l.say(fmt.Sprintf("%d  %s", i+1, rows[i].Text))
		}
	}
	l.readOut, l.page = true, string(l.state.Screen)
}

// askAbout asks what the form asks, and says what an empty line means.
func (l *lines) askAbout() {
	ask, why := screen.Form(l.state)
	l.say(ask)
	l.say(why)
	if l.state.Screen == machine.StateScreen {
		for i, w := range model.TaskStates.Words() {
			l.say(fmt.Sprintf("  %d  %s", i+1, w.Label))
		}
		l.say("Enter alone: " + model.TaskStates.Label(l.state.StateNow()) + ", as it is")
		return
	}
	now := strings.Join(strings.Fields(l.state.SaidNow()), " ")
	switch {
	case now != "":
		l.say("Enter alone: " + now)
		l.say("- takes it away.")
	case l.state.TaskWork.State != "":
		l.say("Enter alone: back")
	default:
		l.say("Enter alone: leave it empty")
	}
}

// answerAbout takes what is typed into a form about a task.
func (l *lines) answerAbout(line string) {
	text, keeps := line, line == ""
	switch {
	case l.state.Screen == machine.StateScreen && !keeps:
		n, err := strconv.Atoi(line)
		if err != nil || n < 1 || n > len(model.TaskStates) {
			l.complain(numberTo(len(model.TaskStates)))
			return
		}
		text = string(model.TaskStates[n-1].Value)
	case line == "-":
		text = ""
	case keeps && l.state.TaskWork.State != "" && l.state.Screen == machine.SayScreen:
		text = l.state.SaidNow()
		keeps = text == ""
	}
	if keeps {
		l.happen(machine.Event{Kind: machine.Back})
	} else {
		l.happen(machine.Event{Kind: machine.Answer, Text: text})
	}
	l.readTask(l.state.Task)
}
