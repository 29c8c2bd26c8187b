package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
	"github.com/charmbracelet/x/ansi"
)

// A worklist is the checklist as it is worked on at some moment.
type worklist struct {
	judge.Checklist
	bench Bench
	today string
	lines bool // its tasks are told as numbered lines
}

func newWorklist(c judge.Checklist, b Bench) worklist {
	return worklist{c, b, model.DayOf(c.Date), false}
}

// item is a task with its texts.
func (w worklist) item(id string) (judge.FullItem, bool) {
	for _, section := range w.Sections {
		for _, item := range section.Items {
			if item.ID == id {
				return item, true
			}
		}
	}
	return judge.FullItem{}, false
}

// rows are the tasks that are listed, phase by phase, and the way to paper.
func (w worklist) rows(t *look, width int) []row {
	var rows []row
	told := map[string]bool{}
	for _, section := range w.Sections {
		var tasks []row
		for _, item := range section.Items {
			if w.bench.takes(item.Item) {
				tasks = append(tasks, row{id: item.ID, about: item.ID, text: w.taskLine(t, item.Item), hang: 8})
			}
		}
		if len(tasks) == 0 {
			continue
		}
		rows = append(rows, row{text: w.sectionTitle(t, section, told[section.Title], width)})
		told[section.Title] = true
		rows = append(append(rows, tasks...), row{})
	}
	if len(rows) == 0 {
		rows = []row{{text: "No task is listed: " + w.bench.filterWords() + "."}, {}, {id: rowClear, text: "Show all tasks"}}
	}
	return append(rows, row{id: rowExport, text: "Print the checklist to a file"})
}

// sectionTitle says how far the phase is, where it comes first.
func (w worklist) sectionTitle(t *look, s judge.Section, again bool, width int) string {
	title := t.title(s.Title)
	if again {
		return title + t.dim(", continued")
	}
	ofTeam := Bench{Scope: judge.Scope{Owner: w.bench.Scope.Owner}}
	for _, phase := range (judge.Judgement{Items: ofTeam.listed(w.Outcome.Items)}).PhaseWorks() {
		if phase.Title == s.Title {
			return title + "  " + t.gauge(phase.Settled, phase.Tasks, width) + fmt.Sprintf("%d of %d", phase.Settled, phase.Tasks)
		}
	}
	return title
}

// A gauge shows how much of something is done, where there is room for it.
const (
	gaugeCells = 10
	gaugeRoom  = 60
)

func (t *look) gauge(done, all, width int) string {
	if width < gaugeRoom || all == 0 {
		return ""
	}
	full := done * gaugeCells / all
	return t.good(strings.Repeat(t.signs.full, full)) + t.dim(strings.Repeat(t.signs.empty, gaugeCells-full)) + " "
}

// longestName is how much of a name stands in the list.
const longestName = 24

// taskLine is a task in a line or two: what it is, whose, how far, until when.
func (w worklist) taskLine(t *look, item judge.Item) string {
	words := []string{t.dim(model.Teams.Label(item.Owner))}
	if who := model.Clean(item.Progress.Owner); who != "" {
		words = append(words, ansi.Truncate(who, longestName, t.signs.cut))
	}
	switch {
	case item.Reworded:
		words = append(words, t.warn("look at it again"))
	case item.Progress.State.NeedsNote():
		words = append(words, t.warn(strings.ToLower(model.TaskStates.Label(item.Progress.State))))
	case item.Progress.By == model.ByAnswer:
		words = append(words, t.dim("by the answers"))
	}
	if due := dueWords(item, w.today); due != "" && item.Progress.State.Pending() {
		words = append(words, t.dueStyled(item, w.today, due))
	}
	if item.Progress.Note != "" {
		words = append(words, t.dim("note"))
	}
	list := t.dim("(") + strings.Join(words, t.dim(", ")) + t.dim(")")
	return fmt.Sprintf("%s %s%s %s", item.Progress.State.Box(), w.numbered(item), item.Title, list)
}

// numbered is the number of a task in the whole checklist, where its line has
// not the same one.
func (w worklist) numbered(item judge.Item) string {
	switch {
	case !w.lines:
		return fmt.Sprintf("%2d ", item.Number)
	case w.bench.whole():
		return ""
	}
	return fmt.Sprintf("task %d: ", item.Number)
}

// disagreeRows tell each contradiction of the documents by itself.
func disagreeRows(t *look, conflict model.Disagreements) []row {
	var rows []row
	for _, contradiction := range conflict.Paragraphs() {
		rows = append(rows, row{text: t.strong("Documents disagree: ") + contradiction})
	}
	return rows
}

func commandRows(t *look, commands []judge.CommandLine) []row {
	var rows []row
	shell := tasks.Shell("")
	for _, c := range commands {
		if c.Shell != shell {
			rows = append(rows, row{}, row{text: t.strong(string(c.Shell))})
			shell = c.Shell
		}
		rows = append(rows, row{text: "    " + c.Line, hang: 6})
	}
	return rows
}

// rich draws labels strong; code stays as it is.
func (t *look) rich(r model.Rich) string {
	var b strings.Builder
	for _, s := range r {
		if s.Kind == model.LabelSpan {
			b.WriteString(t.strong(s.Text))
			continue
		}
		b.WriteString(s.Text)
	}
	return b.String()
}
