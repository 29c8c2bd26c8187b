package screen

import (
	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// standingRows are what people said about a task.
func standingRows(look *Look, o judge.Judgement, item judge.Item, was *model.Progress, today string) []Row {
	rows := []Row{{Text: look.Strong(item.Progress.State.Box() + " " + doc.StateWords(item)), Hang: 4}}
	if due := doc.DueWords(item, today); due != "" {
		rows = append(rows, Row{Text: look.dueStyled(item, today, model.Capital(due))})
	}
	return append(rows, factRows(look, look.Dim, doc.TaskStanding(o, item, was))...)
}

// dueStyled marks what is overdue, which its words say too.
func (l *Look) dueStyled(item judge.Item, today, words string) string {
	if item.Overdue(today) {
		return l.Bad(words)
	}
	return words
}

// taskRows are one task in full, under what people said about it.
func taskRows(look *Look, item judge.FullItem, standing []Row) []Row {
	e := doc.TaskText(item)
	rows := []Row{{Text: look.Title(e.Title)}, {Text: look.Dim(e.Word)}}
	if len(standing) > 0 {
		rows = append(append(rows, Row{}), standing...)
	}
	return append(rows, entryRows(look, e)...)
}
