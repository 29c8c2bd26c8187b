// Package plain is the wizard as numbered lines: the same machine and the same
// rows, for screen readers, pipes and terminals that can do no more.
package plain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// longestLine bounds a line of input, in bytes.
const longestLine = 64 << 10

// lines is what is read, what was read out, and where the wizard is.
type lines struct {
	state   machine.State
	outside machine.Outside
	look    *screen.Look
	in      *bufio.Scanner
	out     io.Writer
	err     error // the first error of writing
	page    string
	rows    []screen.Row // the rows of the screen that have a number
	cells   []string     // the cells of a table that were answered
	pasted  []string     // the lines of a log so far
	readOut bool         // the rows were read out, and nothing happened since
}

// Options say what the lines are read from and written to.
type Options struct {
	In      io.Reader
	Out     io.Writer
	ASCII   bool // no sign beyond ASCII
	Outside machine.Outside
}

// A Result says how the wizard ended.
type Result struct {
	Path       string     // the plan that was open, "" if none
	Plan       model.Plan // as it was saved
	Unanswered []string   // the questions that nobody answered
	Incomplete bool       // the input ended before the questions did, or the work
	Working    bool       // it ended in a change window
}

// Run runs the wizard as lines until it is left or the input ends. The end
// of the input saves and stops; it never answers a question.
func Run(o Options, state machine.State) (Result, error) {
	l := &lines{state: state, outside: o.Outside, look: screen.PlainLook(o.ASCII), in: bufio.NewScanner(o.In), out: o.Out}
	l.in.Buffer(nil, longestLine)
	l.say("cmgwizard, as numbered lines. ? explains, = compares the methods, + adds files, < goes back, # shows the board, ! saves and leaves.")
	ended := false
	for l.state.Screen != machine.LeftScreen && !ended && l.err == nil {
		l.prompt()
		ended = !l.read()
	}
	return l.end(ended)
}

// end saves what the open page holds and lets the plan go.
func (l *lines) end(ended bool) (Result, error) {
	err := errors.Join(l.err, l.in.Err())
	l.keepRows()
	working := l.state.Runs()
	if l.state.Screen != machine.LeftScreen {
		l.happen(machine.Event{Kind: machine.Leave})
	}
	if l.state.Refused != nil {
		err = errors.Join(err, l.state.Refused)
	}
	if l.state.Path != "" {
		machine.Remember(l.outside, l.state.Path, l.state.Plan)
		err = errors.Join(err, l.outside.Close())
		if l.state.Refused == nil && !l.state.LookOnly {
			l.say("Saved: " + model.Clean(l.state.Path))
		}
	}
	result := Result{Path: l.state.Path, Plan: l.state.Plan, Unanswered: unanswered(&l.state.Plan.Answers, l.state.Plan.Step)}
	result.Working = working
	if working {
		result.Incomplete = ended && slices.ContainsFunc(judge.Plan(result.Plan).Items, func(i judge.Item) bool { return i.Progress.State.Pending() })
		return result, errors.Join(err, l.err)
	}
	result.Incomplete = ended && (result.Path == "" || len(result.Unanswered) > 0 || len(judge.Plan(result.Plan).Open) > 0)
	return result, errors.Join(err, l.err)
}

// leave saves and leaves. Where that is refused the first time, there is a
// decision to take.
func (l *lines) leave() {
	again := l.state.Screen == machine.ConflictScreen
	l.happen(machine.Event{Kind: machine.Leave})
	if l.state.Refused != nil && !again {
		l.tell(machine.Event{Kind: machine.Stay})
		l.say("Type ! again to discard what is not saved.")
	}
}

// unanswered lists the questions that nobody answered: of the quick round where
// the plan began with it, else of all pages.
func unanswered(a *model.Answers, step string) []string {
	var list []string
	pages := steps.Path(a)
	if a.AnyAssumed() || steps.IsQuick(step) {
		pages = steps.Quick()
	}
	for _, step := range pages {
		for _, q := range step.Every(a) {
			if q.Optional || q.Answered(a) {
				continue
			}
			ask := q.Ask
			if f, ok := a.Field(q.Key); ok && ask == "" {
				ask = a.Question(f)
			}
			list = append(list, ask)
		}
	}
	return list
}

func (l *lines) say(text string) {
	if _, err := fmt.Fprintln(l.out, ansi.Strip(text)); err != nil && l.err == nil {
		l.err = err
	}
}

// happen plays an event and everything that follows from it.
func (l *lines) happen(e machine.Event) {
	l.readOut, l.cells = false, nil
	events := []machine.Event{e}
	for len(events) > 0 {
		now := events[0]
		now.At = l.outside.Now()
		next, effects := machine.Next(l.state, now)
		l.state, events = next, events[1:]
		for _, effect := range effects {
			if effect.Kind == machine.CopyText {
				l.say("")
				l.say(effect.Text)
				l.say("")
			}
			if effect.Kind != machine.Quit {
				events = append(events, machine.Perform(l.outside, effect))
			}
		}
	}
}

// complain says what is wrong with a line. The screen is not read out again.
func (l *lines) complain(text string) { l.tell(machine.Event{Kind: machine.Complain, Text: text}) }

func (l *lines) tell(e machine.Event) { l.state, _ = machine.Next(l.state, e) }

// numberTo is the complaint about what is no number of a choice.
func numberTo(last int) string { return fmt.Sprintf("expected a number from 1 to %d", last) }

// read takes a line and turns it into an event; false at the end of the input.
func (l *lines) read() bool {
	if !l.in.Scan() {
		return false
	}
	line := strings.TrimSpace(model.Clean(l.in.Text()))
	if l.pastes(line) {
		return true
	}
	if number, asks := strings.CutPrefix(line, "?"); asks {
		l.explain(strings.TrimSpace(number))
		return true
	}
	if words, finds := strings.CutPrefix(line, "/"); finds && !l.takesText() {
		l.find(strings.TrimSpace(words))
		return true
	}
	switch line {
	case "<":
		if len(l.cells) > 0 {
			l.cells = l.cells[:len(l.cells)-1]
			return true
		}
		l.happen(machine.Event{Kind: machine.Back})
	case "#":
		l.happen(machine.Event{Kind: machine.ToBoard})
	case "+":
		l.addFiles()
	case "=", "==":
		l.compare(line == "==")
	case "!":
		l.leave()
	default:
		l.answer(line)
	}
	return true
}

func (l *lines) answer(line string) {
	if q, asks := l.state.Asks(); asks {
		l.answerQuestion(q, line)
		return
	}
	l.pick(line)
}

func (l *lines) answerQuestion(q steps.Question, line string) {
	switch l.state.Screen {
	case machine.QuestionScreen:
	case machine.StateScreen, machine.SayScreen:
		l.answerAbout(line)
		return
	default:
		if !l.answerInRun(line) {
			l.happen(machine.Event{Kind: machine.Answer, Text: line})
		}
		return
	}
	if q.Rows != nil {
		l.answerCell(q, line)
		return
	}
	kept, options := line == "", l.options(q)
	switch {
	case kept:
		if line = l.defaultText(q); line == "" && !q.Optional {
			l.complain(l.expectedAnswer(options))
			return
		}
	case options != nil:
		chosen, ok := chosen(options, line, q.Several)
		if !ok {
			l.complain(numberTo(len(options)))
			return
		}
		line = chosen
	}
	l.happen(machine.Event{Kind: machine.Answer, Text: line, Kept: kept})
}

// expectedAnswer says what to type where Enter has nothing to take.
func (l *lines) expectedAnswer(options []model.Word) string {
	if options != nil {
		return numberTo(len(options))
	}
	return "expected an answer, or unsure for: I do not know yet"
}

// chosen are the words with these numbers: one, or several with commas between
// them. The word unsure is one of them everywhere.
func chosen(options []model.Word, line string, several bool) (string, bool) {
	numbers := []string{line}
	if several {
		numbers = strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ' ' })
	}
	var words []string
	for _, number := range numbers {
		if number == model.Unsure {
			words = append(words, number)
			continue
		}
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(options) {
			return "", false
		}
		words = append(words, options[n-1].Value)
	}
	return strings.Join(words, ","), true
}

// keepRows keeps the rows of a table that were answered before the input ended.
func (l *lines) keepRows() {
	q, ok := l.state.Question()
	if !ok || q.Rows == nil || len(l.cells) < len(q.Rows[0].Cells) {
		return
	}
	width := len(q.Rows[0].Cells)
	l.happen(machine.Event{Kind: machine.Partly, Text: tableText(l.cells[:len(l.cells)/width*width], width)})
}

// tableText is the answer of a table of so many cells a row.
func tableText(cells []string, width int) string {
	var rows []string
	for row := range slices.Chunk(cells, width) {
		rows = append(rows, strings.Join(row, steps.CellBreak))
	}
	return strings.Join(rows, steps.RowBreak)
}

// answerCell takes the answer of one cell; with the last the table is answered.
func (l *lines) answerCell(q steps.Question, line string) {
	_, cell, now := l.cell(q)
	words := cellWords(cell)
	switch {
	case line == "":
		line = now
	case words != nil:
		word, ok := chosen(words, line, false)
		if !ok {
			l.complain(numberTo(len(words)))
			return
		}
		line = word
	}
	if line == "" && !cell.Optional {
		l.complain(numberTo(len(words)))
		return
	}
	if words == nil && line != "" && line != model.Unsure {
		if _, err := strconv.Atoi(line); err != nil {
			l.complain("expected a number")
			return
		}
	}
	l.cells = append(l.cells, line)
	if width := len(q.Rows[0].Cells); len(l.cells) == width*len(q.Rows) {
		l.happen(machine.Event{Kind: machine.Answer, Text: tableText(l.cells, width)})
	}
}
