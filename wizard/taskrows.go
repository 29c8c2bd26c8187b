package wizard

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// standingRows are what people said about a task.
func standingRows(t *look, o judge.Judgement, item judge.Item, was *model.Progress, today string) []row {
	state := t.strong(item.Progress.State.Box() + " " + stateWords(item))
	rows := []row{{text: state, hang: 4}}
	for _, fact := range []struct{ label, text string }{
		{"Look again: it ", rewordedWords(item, was)},
		{"Who does it: ", model.Clean(item.Progress.Owner)},
		{"Waits for: ", waitsWords(o, item)},
	} {
		if fact.text != "" {
			rows = append(rows, row{text: t.dim(fact.label) + fact.text, hang: 2})
		}
	}
	if due := dueWords(item, today); due != "" {
		rows = append(rows, row{text: t.dueStyled(item, today, model.Capital(due))})
	}
	return append(rows, noteRows(t, item)...)
}

// dueStyled marks what is overdue, which its words say too.
func (t *look) dueStyled(item judge.Item, today, words string) string {
	if item.Overdue(today) {
		return t.bad(words)
	}
	return words
}

func noteRows(t *look, item judge.Item) []row {
	var rows []row
	for i, line := range item.Progress.NoteLines() {
		label := t.dim("Note: ")
		if i > 0 {
			label = "      "
		}
		rows = append(rows, row{text: label + line, hang: 6})
	}
	return rows
}

// taskRows are one task in full, under what people said about it.
func taskRows(t *look, item judge.FullItem, standing []row) []row {
	rows := []row{{text: t.title(item.Title)}, {text: t.dim(model.Teams.Label(item.Owner) + ": " + item.Who)}}
	if item.If != "" {
		rows = append(rows, row{text: t.dim("When: " + item.If)})
	}
	if len(standing) > 0 {
		rows = append(append(rows, row{}), standing...)
	}
	return append(rows, orderRows(t, item)...)
}

// orderRows are what is to be done, and how one can tell.
func orderRows(t *look, item judge.FullItem) []row {
	var rows []row
	for _, version := range item.Versions {
		rows = append(rows, row{text: version})
	}
	rows = append(rows, row{})
	for i, step := range item.Do {
		rows = append(rows, row{text: fmt.Sprintf("%2d. %s", i+1, t.rich(step)), hang: 4})
	}
	rows = append(rows, commandRows(t, item.Commands)...)
	for _, line := range item.Seen {
		rows = append(rows, row{text: t.strong("Seen in files: ") + line, hang: 2})
	}
	rows = append(rows, row{}, row{text: t.strong("How to tell: ") + t.rich(item.Proof)})
	if item.Wait != "" {
		rows = append(rows, row{text: t.strong("Takes effect: ") + item.Wait})
	}
	rows = append(rows, row{text: t.strong("If skipped: ") + t.rich(item.Skipped)})
	rows = append(rows, disagreeRows(t, item.Conflict)...)
	return append(rows, sourceRows(t, item.Sources)...)
}
