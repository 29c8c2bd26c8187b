package planfile

import (
	"reflect"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// Format writes the plan as text: always the same text for the same plan, with
// the comments that people wrote in the document.
func (d *Document) Format(plan model.Plan) []byte {
	w := writer{comments: d.comments, used: map[string]bool{}, gone: map[string]bool{}}
	plan.Format = model.Format
	plan.Tasks = w.progress(judge.Entries(&plan))
	w.head()
	w.table("", reflect.ValueOf(plan))
	w.tail()
	if d.crlf {
		return []byte(strings.ReplaceAll(w.text.String(), "\n", "\r\n"))
	}
	return []byte(w.text.String())
}

// A writer builds the text of a plan.
type writer struct {
	text     strings.Builder
	comments comments
	used     map[string]bool // the places whose comments are written
	gone     map[string]bool // the tasks that are no longer needed
}

func (w *writer) progress(entries []judge.Entry) []model.Progress {
	tasks := make([]model.Progress, len(entries))
	for i, entry := range entries {
		tasks[i] = entry.Progress
		w.gone[entry.ID] = !entry.Needed
	}
	return tasks
}

func (w *writer) lines(lines ...string) {
	for _, line := range lines {
		w.text.WriteString(line)
		w.text.WriteByte('\n')
	}
}

func (w *writer) head() {
	if len(w.comments.head) > 0 {
		w.lines(w.comments.head...)
		w.lines("")
	}
	w.lines(beginMark,
		generated+` An absent key is not answered yet; "unsure" means that somebody must find out.`,
		generated+" Lines that begin with "+generated+" are written anew at every save; other comments stay.", "")
}

// tail writes the comments whose place is gone before those of the end.
func (w *writer) tail() {
	var lines []string
	for _, key := range w.comments.order {
		if !w.used[key] {
			lines = append(lines, w.comments.at[key].lines()...)
		}
	}
	if len(lines) > 0 && len(w.comments.tail) > 0 {
		lines = append(lines, "")
	}
	if lines = append(lines, w.comments.tail...); len(lines) > 0 {
		w.lines("")
		w.lines(lines...)
	}
	w.lines("", endMark)
}

// at gives the comments of a place and notes that they are written.
func (w *writer) at(key string) comment {
	w.used[key] = true
	if c := w.comments.at[key]; c != nil {
		return *c
	}
	return comment{}
}

// table writes the values of a table, then the tables inside.
func (w *writer) table(name string, table reflect.Value) {
	keys := keysOf(table.Type())
	for _, k := range keys {
		if value := table.FieldByIndex(k.index); !holdsTables(value) {
			w.pair(name, k.name, k.quote(value))
		}
	}
	w.lines(w.at(name).below...)
	for _, k := range keys {
		if value := table.FieldByIndex(k.index); holdsTables(value) && !value.IsZero() {
			w.inner(strings.TrimPrefix(name+"."+k.name, "."), value)
		}
	}
}

func holdsTables(value reflect.Value) bool {
	switch value.Kind() {
	case reflect.Map:
		return true
	case reflect.Slice:
		return isTable(value.Type().Elem())
	}
	return isTable(value.Type())
}

func (w *writer) inner(name string, value reflect.Value) {
	switch value.Kind() {
	case reflect.Map:
		w.facts(name, value)
	case reflect.Struct:
		w.header(name, "["+name+"]", explain(name, value.Type()))
		w.table(name, value)
	case reflect.Slice:
		for i := range value.Len() {
			w.entry(name, i, value.Index(i))
		}
	}
}

// entry writes one table of an array.
func (w *writer) entry(array string, i int, value reflect.Value) {
	place := path{text: array}.index(i).text
	var lines []string
	if i == 0 {
		lines = explain(array, value.Type())
	}
	if task, ok := value.Interface().(model.Progress); ok {
		place = taskPath(task.ID)
		if w.gone[task.ID] {
			lines = append(lines, goneMark)
		}
	}
	w.header(place, "[["+array+"]]", lines)
	w.table(place, value)
}

const goneMark = generated + " no longer needed: the answers do not ask for this task now"

func (w *writer) header(place, header string, explanation []string) {
	c := w.at(place)
	w.lines("")
	w.lines(c.above...)
	w.lines(explanation...)
	w.lines(beside(header, c))
}

func beside(line string, c comment) string {
	if c.beside == "" {
		return line
	}
	return line + " " + c.beside
}

// pair writes one value; an absent one has no text.
func (w *writer) pair(table, name, value string) {
	if value == "" {
		return
	}
	c := w.at(strings.TrimPrefix(table+"."+name, "."))
	w.lines(c.above...)
	w.lines(beside(name+" = "+value, c))
}
