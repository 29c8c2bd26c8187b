package screen

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// standingRows are what people said about a task.
func standingRows(look *Look, o judge.Judgement, item judge.Item, was *model.Progress, today string) []Row {
	state := look.Strong(item.Progress.State.Box() + " " + stateWords(item))
	rows := []Row{{Text: state, Hang: 4}}
	for _, fact := range []struct{ label, text string }{
		{"Look again: it ", rewordedWords(item, was)},
		{"Who does it: ", model.Clean(item.Progress.Owner)},
		{"Waits for: ", waitsWords(o, item)},
	} {
		if fact.text != "" {
			rows = append(rows, Row{Text: look.Dim(fact.label) + fact.text, Hang: 2})
		}
	}
	if due := dueWords(item, today); due != "" {
		rows = append(rows, Row{Text: look.dueStyled(item, today, model.Capital(due))})
	}
	return append(rows, noteRows(look, item)...)
}

// dueStyled marks what is overdue, which its words say too.
func (l *Look) dueStyled(item judge.Item, today, words string) string {
	if item.Overdue(today) {
		return l.Bad(words)
	}
	return words
}

func noteRows(look *Look, item judge.Item) []Row {
	var rows []Row
	for i, line := range item.Progress.NoteLines() {
		label := look.Dim("Note: ")
		if i > 0 {
			label = "      "
		}
		rows = append(rows, Row{Text: label + line, Hang: 6})
	}
	return rows
}

// taskRows are one task in full, under what people said about it.
func taskRows(look *Look, item judge.FullItem, standing []Row) []Row {
	rows := []Row{{Text: look.Title(item.Title)}, {Text: look.Dim(model.Teams.Label(item.Owner) + ": " + item.Who)}}
	if item.If != "" {
		rows = append(rows, Row{Text: look.Dim("When: " + item.If)})
	}
	if len(standing) > 0 {
		rows = append(append(rows, Row{}), standing...)
	}
	return append(rows, orderRows(look, item)...)
}

// orderRows are what is to be done, and how one can tell.
func orderRows(look *Look, item judge.FullItem) []Row {
	var rows []Row
	for _, version := range item.Versions {
		rows = append(rows, Row{Text: version})
	}
	rows = append(rows, Row{})
	for i, step := range item.Do {
		rows = append(rows, Row{Text: fmt.Sprintf("%2d. %s", i+1, look.rich(step)), Hang: 4})
	}
	rows = append(rows, commandRows(look, item.Commands)...)
	for _, line := range item.Seen {
		rows = append(rows, Row{Text: look.Strong("Seen in files: ") + line, Hang: 2})
	}
	rows = append(rows, Row{}, Row{Text: look.Strong("How to tell: ") + look.rich(item.Proof)})
	if item.Wait != "" {
		rows = append(rows, Row{Text: look.Strong("Takes effect: ") + item.Wait})
	}
	rows = append(rows, Row{Text: look.Strong("If skipped: ") + look.rich(item.Skipped)})
	rows = append(rows, disagreeRows(look, item.Conflict)...)
	return append(rows, sourceRows(look, item.Sources)...)
}
