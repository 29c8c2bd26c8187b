package wizard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
)

const (
	checklistKeys = "A number shows a task. A letter and a number: x ticks, s how far, n note, o who does it, d due, b who says so, ? more. " +
		"A letter: f filter, u undo, p print."
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
var partLetters = map[string]Part{"s": PartState, "n": PartNote, "o": PartWho, "d": PartDue, "b": PartBy}

// pickAmongTasks takes the commands of the checklist and of a task; false
// leaves a number to the others.
func (l *lines) pickAmongTasks(line string) bool {
	switch l.state.Screen {
	case ChecklistScreen:
		return l.pickInChecklist(line)
	case TaskScreen:
		l.pickInTask(line)
		return true
	case FilterScreen:
		if line == "" {
			l.happen(Event{Kind: Pick, Text: rowOn})
		}
		return line == ""
	}
	return false
}

func (l *lines) pickInChecklist(line string) bool {
	switch line {
	case "f":
		l.happen(Event{Kind: Filter})
		return true
	case "p":
		l.happen(Event{Kind: Pick, Text: rowExport})
		return true
	case "u":
		l.happen(Event{Kind: Undo})
		l.readTask(l.state.Task)
		return true
	}
	if line == "" || !strings.Contains("xsnodb", line[:1]) {
		return false
	}
	id := l.numbered(strings.TrimSpace(line[1:])).about
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
		l.happen(Event{Kind: Back})
	case line == "u":
		l.happen(Event{Kind: Undo})
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
		l.happen(Event{Kind: Ask, Part: part, Text: id})
		return
	}
	l.happen(Event{Kind: Tick, Text: id})
	l.readTask(id)
}

// readTask reads out what was said about a task and not the whole screen again,
// unless its lines have other numbers now.
func (l *lines) readTask(id string) {
	switch {
	case l.state.Screen == TaskScreen:
		c := l.content()
		if item, listed := c.worklist().item(id); listed {
			l.print(c.standing(item.Item))
		}
	case l.state.Screen != ChecklistScreen || l.state.Bench.Scope.Open:
		return
	default:
		rows := slices.DeleteFunc(l.content().rows(), func(r row) bool { return !picks(r) })
		if i := slices.IndexFunc(rows, func(r row) bool { return r.id == id }); i >= 0 {
			l.rows = rows
			l.say(fmt.Sprintf("%d  %s", i+1, rows[i].text))
		}
	}
	l.readOut, l.page = true, string(l.state.Screen)
}

// askAbout asks what the form asks, and says what an empty line means.
func (l *lines) askAbout() {
	b := l.state.Bench
	l.say(b.sayQuestion())
	l.say(b.sayReason())
	if l.state.Screen == StateScreen {
		for i, w := range model.TaskStates.Words() {
			l.say(fmt.Sprintf("  %d  %s", i+1, w.Label))
		}
		l.say("Enter alone: " + model.TaskStates.Label(l.state.stateNow()) + ", as it is")
		return
	}
	now := strings.Join(strings.Fields(l.state.saidNow()), " ")
	switch {
	case now != "":
		l.say("Enter alone: " + now)
		l.say("- takes it away.")
	case b.State != "":
		l.say("Enter alone: back")
	default:
		l.say("Enter alone: leave it empty")
	}
}

// answerAbout takes what is typed into a form about a task.
func (l *lines) answerAbout(line string) {
	text, keeps := line, line == ""
	switch {
	case l.state.Screen == StateScreen && !keeps:
		n, err := strconv.Atoi(line)
		if err != nil || n < 1 || n > len(model.TaskStates) {
			l.complain(numberTo(len(model.TaskStates)))
			return
		}
		text = string(model.TaskStates[n-1].Value)
	case line == "-":
		text = ""
	case keeps && l.state.Bench.State != "" && l.state.Screen == SayScreen:
		text = l.state.saidNow()
		keeps = text == ""
	}
	if keeps {
		l.happen(Event{Kind: Back})
	} else {
		l.happen(Event{Kind: Answer, Text: text})
	}
	l.readTask(l.state.Task)
}
