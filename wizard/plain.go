package wizard

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"cmgwizard/model"
	"cmgwizard/steps"
)

// longestLine bounds a line of input, in bytes.
const longestLine = 64 << 10

// lines is the wizard as numbered lines: the same machine, the same pages and
// the same saves, for screen readers, pipes and terminals that can do no more.
type lines struct {
	state   State
	outside Outside
	theme   *theme
	in      *bufio.Scanner
	out     io.Writer
	err     error // the first error of writing
	page    string
	rows    []row
}

// runPlain runs the wizard as lines until it is left or the input ends. The end
// of the input saves and stops; it never answers a question.
func runPlain(o Options, state State) (Result, error) {
	l := &lines{state: state, outside: o.Outside, theme: lineTheme(o.ASCII), in: bufio.NewScanner(o.In), out: o.Out}
	l.in.Buffer(nil, longestLine)
	l.say("cmgwizard, as numbered lines. ? explains, < goes back, # shows the review, ! saves and leaves.")
	ended := false
	for l.state.Screen != LeftScreen && !ended && l.err == nil {
		l.prompt()
		ended = !l.read()
	}
	return l.end(ended)
}

func lineTheme(ascii bool) *theme {
	t := newTheme(true)
	if !ascii {
		t.signs = unicodeSigns
	}
	t.unstyle()
	return t
}

// end saves what the open page holds and lets the plan go.
func (l *lines) end(ended bool) (Result, error) {
	err := errors.Join(l.err, l.in.Err())
	if l.state.Screen != LeftScreen {
		l.happen(Event{Kind: Leave})
	}
	if l.state.Refused != nil {
		err = errors.Join(err, l.state.Refused)
	}
	if l.state.Path != "" {
		err = errors.Join(err, l.outside.Close())
		l.say("Saved: " + model.Clean(l.state.Path))
	}
	missing := ended && (l.state.Path == "" || len(model.Judge(l.state.Plan).Open) > 0)
	return Result{Path: l.state.Path, Plan: l.state.Plan, Incomplete: missing}, errors.Join(err, l.err)
}

func (l *lines) say(text string) {
	if _, err := fmt.Fprintln(l.out, ansi.Strip(text)); err != nil && l.err == nil {
		l.err = err
	}
}

// happen plays an event and everything that follows from it.
func (l *lines) happen(e Event) {
	events := []Event{e}
	for len(events) > 0 {
		next, effects := Next(l.state, events[0])
		l.state, events = next, events[1:]
		for _, effect := range effects {
			if effect.Kind != Quit {
				events = append(events, perform(l.outside, effect))
			}
		}
	}
}

// prompt says where we are and what is asked.
func (l *lines) prompt() {
	if l.state.Problem != "" {
		l.say("Problem: " + l.state.Problem)
	}
	if l.state.Notice != "" {
		l.say(l.state.Notice)
	}
	l.state.Problem, l.state.Notice = "", ""
	l.heading()
	if q, asks := l.question(); asks {
		l.ask(q)
		return
	}
	l.list()
}

// heading announces a page once.
func (l *lines) heading() {
	page := string(l.state.Screen)
	if l.state.Screen == QuestionScreen || l.state.Screen == ListScreen {
		page = l.state.Place.String()
	}
	if page == l.page {
		return
	}
	l.page = page
	l.say("")
	l.say(l.title())
}

func (l *lines) title() string {
	step, _ := steps.Find(l.state.Place.Step)
	switch l.state.Screen {
	case QuestionScreen, ListScreen:
		return fmt.Sprintf("%s (%s). %s", pageTitle(l.state), progress(l.state), step.Why)
	case StartScreen:
		return "Plan a cloud management gateway."
	case ConflictScreen:
		return "The plan was not saved. Your answers are still here."
	}
	return strings.ToUpper(string(l.state.Screen[:1])) + string(l.state.Screen[1:]) + "."
}

// question is the one that the screen asks, if it asks one.
func (l *lines) question() (steps.Question, bool) {
	switch l.state.Screen {
	case NameScreen, FileScreen, OpenScreen:
		return steps.Question{}, true
	case QuestionScreen:
		return l.state.question()
	}
	return steps.Question{}, false
}

func (l *lines) ask(q steps.Question) {
	l.say("")
	if l.state.Screen != QuestionScreen {
		l.say(textAsk[l.state.Screen])
		if l.state.Screen == FileScreen {
			l.say("Enter alone: " + model.Clean(l.state.Suggest))
		}
		return
	}
	f, _ := l.state.Draft.Field(q.Key)
	ask := f.Ask
	if entry := l.state.Draft.EntryName(q.Key); entry != "" && l.state.Place.Entry < 0 {
		ask = entry + ": " + ask
	}
	l.say(ask)
	if q.Note != "" {
		l.say(q.Note)
	}
	for i, w := range l.options(f, q) {
		l.say(fmt.Sprintf("  %d  %s", i+1, w.Label))
	}
	l.say("Enter alone: " + l.defaultWords(f, q))
}

// options are the numbered choices of a question, none where text is typed.
func (l *lines) options(f model.Field, q steps.Question) []model.Word {
	if f.Kind() == model.TextField || f.Kind() == model.NumberField {
		return nil
	}
	return choices(f, q)
}

// defaultText is what an empty line answers.
func (l *lines) defaultText(f model.Field, q steps.Question) string {
	if l.options(f, q) == nil {
		return typed(f)
	}
	return standing(f, q)
}

func (l *lines) defaultWords(f model.Field, q steps.Question) string {
	text := l.defaultText(f, q)
	for _, w := range l.options(f, q) {
		if w.Value == text {
			return w.Label
		}
	}
	switch {
	case text != "":
		return text
	case q.Optional:
		return "leave it out"
	}
	return unsureWord.Label
}

// list prints the rows of a screen, numbered where they can be picked.
func (l *lines) list() {
	m := &program{state: l.state, outside: l.outside, theme: l.theme}
	l.rows = nil
	for _, r := range m.rows() {
		if r.id == "" {
			l.say(r.text)
			continue
		}
		l.rows = append(l.rows, r)
		l.say(fmt.Sprintf("%d  %s", len(l.rows), r.text))
	}
	switch l.state.Screen {
	case ListScreen:
		l.say(fmt.Sprintf("A number picks. x and a number removes an entry, u brings it back. Enter alone: %d", len(l.rows)))
	case TaskScreen:
		l.say("Enter alone: back to the checklist")
	default:
		l.say("A number picks.")
	}
}

// read takes a line and turns it into an event; false at the end of the input.
func (l *lines) read() bool {
	if !l.in.Scan() {
		return false
	}
	line := strings.TrimSpace(model.Clean(l.in.Text()))
	switch line {
	case "?":
		l.explain()
	case "<":
		l.happen(Event{Kind: Back})
	case "#":
		l.happen(Event{Kind: Review})
	case "!":
		l.happen(Event{Kind: Leave})
	default:
		l.answer(line)
	}
	return true
}

func (l *lines) answer(line string) {
	if q, asks := l.question(); asks {
		l.answerQuestion(q, line)
		return
	}
	l.pick(line)
}

func (l *lines) answerQuestion(q steps.Question, line string) {
	if l.state.Screen != QuestionScreen {
		l.happen(Event{Kind: Answer, Text: line})
		return
	}
	f, _ := l.state.Draft.Field(q.Key)
	options := l.options(f, q)
	switch {
	case line == "":
		line = l.defaultText(f, q)
	case options != nil:
		n, err := strconv.Atoi(line)
		if err != nil || n < 1 || n > len(options) {
			l.state.Problem = fmt.Sprintf("expected a number from 1 to %d", len(options))
			return
		}
		line = options[n-1].Value
	}
	l.happen(Event{Kind: Answer, Text: line})
}

// pick takes the number of a row, or a command of a list.
func (l *lines) pick(line string) {
	if l.state.Screen == TaskScreen {
		l.happen(Event{Kind: Back})
		return
	}
	if l.state.Screen == ListScreen && l.pickInList(line) {
		return
	}
	n, err := strconv.Atoi(line)
	if err != nil || n < 1 || n > len(l.rows) {
		l.state.Problem = fmt.Sprintf("expected a number from 1 to %d", len(l.rows))
		return
	}
	l.happen(Event{Kind: Pick, Text: l.rows[n-1].id})
}

func (l *lines) pickInList(line string) bool {
	if line == "" {
		l.happen(Event{Kind: Pick, Text: rowOn})
		return true
	}
	if line == "u" {
		l.happen(Event{Kind: Undo})
		return true
	}
	rest, remove := strings.CutPrefix(line, "x")
	n, err := strconv.Atoi(strings.TrimSpace(rest))
	if remove && err == nil {
		l.happen(Event{Kind: Remove, Index: n - 1})
	}
	return remove && err == nil
}

// explain says why a question is asked and where its answer is found.
func (l *lines) explain() {
	q, asks := l.question()
	if !asks || l.state.Screen != QuestionScreen {
		l.say("A number picks a line. < goes back, # shows the review, ! saves and leaves.")
		return
	}
	f, _ := l.state.Draft.Field(q.Key)
	l.say("Why: " + q.Why)
	if q.Where != "" {
		l.say("Where: " + q.Where)
	}
	if q.Example != "" {
		l.say("For example: " + q.Example)
	}
	l.say("Who can answer: the team " + model.Teams.Label(f.Team) + ".")
}
