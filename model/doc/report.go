package doc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/run"
	"cmgwizard/model/tasks"
)

const reportTitle = "CMG change report"

// NewReport is what was done in the change windows of a plan, against the plan and its
// estimates, for the change record. It is always about the whole plan, and as of the
// last entry of its log.
func NewReport(c judge.Checklist) Sheet {
	c = judge.NewChecklist(c.Plan, c.Date)
	s := headOf(c)
	s.Title, s.Foot = reportTitle, reportTitle
	if len(c.Plan.Log) == 0 {
		s.Standing = "Nothing was done in a change window yet"
		s.Parts = []Part{{Id: "windows", Title: "Change windows", Lead: `Nothing is in the log of this plan. "cmgwizard run PLAN" goes through the work step by step and writes it.`}}
		return s
	}
	r := newReport(c)
	s.Standing = r.standing()
	s.Parts = append([]Part{r.summary()}, r.windows()...)
	s.Parts = append(s.Parts, r.deviations(), r.backOuts(), r.open())
	if notes := r.notes(); notes.Groups != nil {
		s.Parts = append(s.Parts, notes)
	}
	s.Parts = append(s.Parts, signOff(signatories...))
	return s
}

// A report is a log in words.
type report struct {
	run.Run
	c     judge.Checklist
	items map[string]judge.FullItem
	spans []windowSpan
	zoned bool // the clock had more than one offset: each time says its own
}

// A windowSpan is a window with its first and its last entry.
type windowSpan struct{ from, to time.Time }

func newReport(c judge.Checklist) report {
	log := c.Plan.Log
	r := report{Run: run.New(&c.Plan, c.Outcome.Items, run.Scope{}, log[len(log)-1].At), c: c, items: itemsOf(c)}
	for i, e := range log {
		if i == 0 || slices.ContainsFunc(r.Breaks, func(b run.Break) bool { return b.Entry == i && !b.Back }) {
			r.spans = append(r.spans, windowSpan{e.At, e.At})
		}
		r.spans[len(r.spans)-1].to = e.At
		r.zoned = r.zoned || zone(e.At) != zone(log[0].At)
	}
	return r
}

func zone(at time.Time) string { return at.Format("-07:00") }

// standing counts what became of the tasks.
func (r report) standing() string {
	return "Change window of " + r.span(len(r.spans)-1) + ": " + r.counts(len(r.spans))
}

// counts say how the rounds of a window ended, of all for 0.
func (r report) counts(window int) string { return run.Counts(r.Rounds, window) }

// span is when a window was: "29 November 2026, 22:00 to 23:40 (UTC+01:00)".
func (r report) span(window int) string {
	w := r.spans[window]
	to := w.to.Format("15:04")
	if w.from.Format(time.DateOnly) != w.to.Format(time.DateOnly) {
		to = w.to.Format(dayFormat(w.from, w.to, "2 January", ", 15:04"))
	}
	if r.zoned {
		return fmt.Sprintf("%s (UTC%s) to %s (UTC%s)", w.from.Format("2 January 2006, 15:04"), zone(w.from), to, zone(w.to))
	}
	return fmt.Sprintf("%s to %s (UTC%s)", w.from.Format("2 January 2006, 15:04"), to, zone(w.from))
}

// dayFormat is that of a day and a time, with the year where it is another one than that
// before it.
func dayFormat(before, at time.Time, day, clock string) string {
	if before.Year() != at.Year() {
		day += " 2006"
	}
	return day + clock
}

// clock is a time of a window, with the day where it is another one than that on which
// the window began.
func (r report) clock(at time.Time, window int) string {
	if at.IsZero() {
		return ""
	}
	text := at.Format("15:04")
	if at.Format(time.DateOnly) != r.spans[window-1].from.Format(time.DateOnly) {
		text = at.Format(dayFormat(r.spans[window-1].from, at, "2 Jan", " 15:04"))
	}
	if r.zoned {
		text += " " + zone(at)
	}
	return text
}

// summary is what a change manager reads first.
func (r report) summary() Part {
	var minutes, estimated int
	for i, round := range r.Rounds {
		minutes += run.Minutes(round.Worked)
		if t, known := r.Task(round.Task); known && round.Standing == run.Done && run.Again(r.Rounds, i) == nil {
			estimated += t.Change.Takes.InAll()
		}
	}
	entries := []Entry{{Title: "Last window", Word: r.span(len(r.spans) - 1)}}
	if n := len(r.spans); n > 1 {
		entries = append(entries, Entry{Title: "Windows", Word: fmt.Sprintf("%d, the first of %s", n, r.span(0))})
	}
	entries = append(entries,
		Entry{Title: "Operator", Word: strings.Join(model.OrNone(r.people(), "no name was recorded"), ", ")},
		Entry{Title: "What was done", Word: r.counts(0)},
		Entry{Title: "Hands-on time", Word: fmt.Sprintf("%s in all; the tasks that are done were estimated at %s", tasks.Span(minutes), tasks.Span(estimated))},
		Entry{Title: "The whole plan", Word: ToDoWords(r.c.Outcome.Items, model.DayOf(r.c.Date))},
	)
	return Part{Id: "summary", Title: "In short", Groups: []Group{{Id: "summary-list", Entries: entries}}}
}

// people are the names in the log, in the order in which they come.
func (r report) people() []string {
	var names []string
	for _, e := range r.Log {
		if name := model.Clean(e.By); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// windows are what was done, one part a window.
func (r report) windows() []Part {
	var parts []Part
	for i := range r.spans {
		t := Table{Heads: []string{"Task", "By", "Start", "End", "Hands-on", "Estimate", "Result"}}
		for place, round := range r.Rounds {
			switch window := i + 1; {
			case round.End == window:
				t.Rows = append(t.Rows, r.row(place))
			case round.Window == window:
				t.Rows = append(t.Rows, r.begun(round))
			}
		}
		p := Part{Id: fmt.Sprintf("window-%d", i+1), Title: "Window of " + r.span(i), Lead: model.Sentence(r.counts(i + 1))}
		if t.Rows != nil {
			p.Groups = []Group{{Id: p.Id + "-table", Table: t}}
		}
		parts = append(parts, p)
	}
	return parts
}

// begun is the row of a round in the window in which it began, where it went on in a
// later one and is counted there.
func (r report) begun(round run.Round) []string {
	return []string{r.roundTitle(round), round.By, r.clock(round.Began, round.Window), "", "", "", "Went on in the window of " + r.spans[round.End-1].from.Format("2 January 2006, 15:04")}
}

func (r report) roundTitle(round run.Round) string {
	if round.Back {
		return "Back-out of " + r.title(round.Task)
	}
	return r.title(round.Task)
}

// row is a round in the window in which it ended, or stands.
func (r report) row(place int) []string {
	round := r.Rounds[place]
	worked, estimate := hoursOf(run.Minutes(round.Worked)), ""
	if t, known := r.Task(round.Task); known && !round.Back {
		estimate = tasks.ShortSpan(t.Change.Takes.InAll())
	}
	if round.Standing == run.Skipped && round.Worked == 0 {
		worked = ""
	}
	result := r.result(round)
	if again := run.Again(r.Rounds, place); again != nil && round.Standing == run.Done {
		result = "Done, " + againWords(*again) + strings.TrimPrefix(result, "Done")
	}
	return []string{r.roundTitle(round), round.By, r.clock(round.Began, round.End), r.clock(round.Ended, round.End), worked, estimate, result}
}

// againWords say what became of a task that was done.
func againWords(again run.Round) string {
	switch {
	case again.Standing == run.BackedOut:
		return "backed out later"
	case again.Back && again.Standing == run.Failed:
		return "its back-out failed later"
	}
	return "taken up again later"
}

// hoursOf is a short span, with its hours where they are several: "17 h 34 min".
func hoursOf(minutes int) string {
	if minutes < 120 || minutes%60 == 0 {
		return tasks.ShortSpan(minutes)
	}
	return fmt.Sprintf("%d h %d min", minutes/60, minutes%60)
}

// result is how a round ended, or stands.
func (r report) result(round run.Round) string {
	text := model.Capital(round.Label())
	switch {
	case round.Standing == run.BackedOut:
		text += leftBehind(r.change(round.Task))
	case round.Left:
		text += " when its back-out began"
	case round.Ended.IsZero():
		text += " since " + r.clock(round.Since, round.End)
	}
	if waited := run.Minutes(round.Waited); waited > 0 {
		text += ", waited " + hoursOf(waited)
	}
	return JoinedWith(": ", text, strings.Join(strings.Fields(round.Note), " "))
}

// title is a task with its number. One that the answers no longer ask for has only its
// name.
func (r report) title(id string) string {
	if item, known := r.items[id]; known {
		return taskTitle(item)
	}
	return cmp.Or(judge.TaskTitle(&r.c.Plan, model.Progress{ID: id}), id) + " (no longer in the checklist)"
}
