package screen

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/machine"
	"github.com/charmbracelet/x/ansi"
)

// A worklist is the checklist as it is worked on at some moment.
type worklist struct {
	judge.Checklist
	work  machine.TaskWork
	today string
	lines bool // its tasks are told as numbered lines
}

func newWorklist(c judge.Checklist, work machine.TaskWork) worklist {
	return worklist{c, work, model.DayOf(c.Date), false}
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

// rows are the tasks that are listed, job by job, and the way to paper.
func (w worklist) rows(look *Look) []Row {
	var rows []Row
	for _, section := range w.Sections {
		var tasks []Row
		for _, item := range section.Items {
			if w.work.Takes(item.Item) {
				tasks = append(tasks, Row{ID: item.ID, About: item.ID, Text: w.taskLine(look, item.Item), Hang: 8})
			}
		}
		if len(tasks) == 0 {
			continue
		}
		rows = append(rows, Row{Text: sectionTitle(look, section.Job)})
		rows = append(append(rows, tasks...), Row{})
	}
	if len(rows) == 0 {
		rows = []Row{{Text: "No task is listed: " + filterWords(w.work) + "."}, {}, {ID: machine.RowClear, Text: "Show all tasks"}}
	}
	return append(rows, Row{ID: machine.RowExport, Text: "Print the checklist to a file"})
}

// sectionTitle is the job, whose it is and how far.
func sectionTitle(look *Look, w judge.JobWork) string {
	return look.Title(w.Heading()) + look.Dim(fmt.Sprintf("  %s, %d of %d to do", model.Teams.Label(w.Team), len(w.Open), len(w.Tasks)))
}

// A gauge shows how much of something is done, where there is room for it.
const (
	gaugeCells = 10
	gaugeRoom  = 60
)

func (l *Look) gauge(done, all, width int) string {
	if width < gaugeRoom || all == 0 {
		return ""
	}
	full := done * gaugeCells / all
	return l.Good(strings.Repeat(l.Signs.Full, full)) + l.Dim(strings.Repeat(l.Signs.Empty, gaugeCells-full)) + " "
}

// longestName is how much of a name stands in the list.
const longestName = 24

// taskLine is a task in a line or two: what it is, who does it, how far, until when.
func (w worklist) taskLine(look *Look, item judge.Item) string {
	var words []string
	if who := model.Clean(item.Progress.Owner); who != "" {
		words = append(words, ansi.Truncate(who, longestName, look.Signs.Cut))
	}
	switch {
	case item.Reworded:
		words = append(words, look.Warn("look at it again"))
	case item.Progress.State.NeedsNote():
		words = append(words, look.Warn(strings.ToLower(model.TaskStates.Label(item.Progress.State))))
	case item.Progress.By == model.ByAnswer:
		words = append(words, look.Dim("by the answers"))
	}
	if due := doc.DueWords(item, w.today); due != "" && item.Progress.State.Pending() {
		words = append(words, look.dueStyled(item, w.today, due))
	}
	if item.Progress.Note != "" {
		words = append(words, look.Dim("note"))
	}
	line := fmt.Sprintf("%s %s%s", item.Progress.State.Box(), w.numbered(item), item.Title)
	if words != nil {
		line += " " + look.Dim("(") + strings.Join(words, look.Dim(", ")) + look.Dim(")")
	}
	return line
}

// numbered is the number of a task in the whole checklist, where its line has
// not the same one.
func (w worklist) numbered(item judge.Item) string {
	switch {
	case !w.lines:
		return fmt.Sprintf("%2d ", item.Number)
	case w.work.Whole():
		return ""
	}
	return fmt.Sprintf("task %d: ", item.Number)
}

// rich draws labels strong; code stays as it is.
func (l *Look) rich(r model.Text) string {
	var b strings.Builder
	for _, s := range r {
		if s.Kind == model.LabelSpan {
			b.WriteString(l.Strong(doc.CleanSpan(s.Text)))
			continue
		}
		b.WriteString(doc.CleanSpan(s.Text))
	}
	return b.String()
}
