package screen

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/doc"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/evidence"
	"cmgwizard/wizard/machine"
)

const (
	mergeTitle = "What the files say, and would change"
	mergeText  = "Nothing is changed yet. The last lines keep this in your plan, or discard it."
)

// mergeRows are what the files say, what they would change, and the choice.
func mergeRows(look *Look, s machine.State) []Row {
	rows := readingRows(look, s.FileWork.Reading)
	if !s.FileWork.Changes() {
		return append(rows, Row{Text: nothingToKeep(s.FileWork.Addition)}, Row{ID: machine.RowDrop, Text: "Go back"})
	}
	rows = append(rows, placeRows(s.FileWork.Addition)...)
	rows = append(rows, answersRows(look, s)...)
	rows = append(rows, turnRows(look, s)...)
	return append(rows,
		Row{ID: machine.RowKeep, Text: look.Strong("Keep this in the plan") + look.Dim("  "+toKeep(s)), Hang: 2},
		Row{ID: machine.RowDrop, Text: "Leave it"})
}

// placeRows say what goes for what is new, and what finds no room.
func placeRows(a evidence.Merge) []Row {
	var rows []Row
	if files := machine.FileNames(a.Replaced); len(files) > 0 {
		rows = append(rows, Row{Text: "Different from before: " + machine.SomeOf(files) + ". What was kept of it is removed.", Hang: 2})
	}
	if files := machine.FileNames(a.Left); len(files) > 0 {
		rows = append(rows, Row{Text: "The plan has no room for " + machine.SomeOf(files) + ": remove other files first.", Hang: 2})
	}
	if len(rows) > 0 {
		rows = append(rows, Row{})
	}
	return rows
}

func nothingToKeep(a evidence.Merge) string {
	if files := machine.FileNames(a.Left); len(files) > 0 {
		return "The plan has no room for " + machine.SomeOf(files) + ": remove other files first."
	}
	if files := machine.FileNames(a.Known); len(files) > 0 {
		return "Your plan already has this: " + machine.SomeOf(files) + ". Nothing would change."
	}
	return "Nothing in this is kept in a plan."
}

// toKeep counts what would be kept.
func toKeep(s machine.State) string {
	text := "from " + machine.SomeOf(machine.FileNames(slices.Concat(s.FileWork.Addition.New, s.FileWork.Addition.Known)))
	if n := len(s.FileWork.Taken); n > 0 {
		text += ", with " + model.Counted(n, "answer")
	}
	return text
}

// answersRows are the answers that the files give, what contradicts the plan first.
func answersRows(look *Look, s machine.State) []Row {
	m := seen.Merging{Merge: s.FileWork.Addition, Before: s.Plan, Taken: s.FileWork.Taken}
	var rows []Row
	m.AnswersInShort(func(title string, list []evidence.Suggestion) {
		var answers []Row
		for _, p := range list {
			answers = append(answers, Row{ID: machine.RowTake + p.Key, About: p.Key}.telling(look, m.AnswerInShort(p)))
		}
		rows = append(rows, titled(look, title, answers)...)
	})
	return rows
}

// titled are rows under a title, none without rows.
func titled(look *Look, title string, rows []Row) []Row {
	if len(rows) == 0 {
		return nil
	}
	return append(append([]Row{{Text: look.Title(title)}}, rows...), Row{})
}

// turnRows are the findings that come and go with what the files say.
func turnRows(look *Look, s machine.State) []Row {
	d := diff.Plans(s.Plan, s.Merged())
	rows := []Row{{Text: look.Title("What the rules would find then") + look.Dim("  + comes, - goes, ~ changes")}}
	for _, c := range d.Findings {
		rows = append(rows, Row{ID: RowToRead + c.Rule + c.Subject, About: c.Rule}.telling(look, doc.FindingChangeInShort(c)))
	}
	if len(d.Findings) == 0 {
		rows = append(rows, Row{Text: "No finding comes or goes."})
	}
	if d.Verdict.Differs() {
		rows = append(rows, Row{Text: "Verdict: " + look.verdict(d.Verdict.Before) + " " + look.Signs.Arrow + " " + look.verdict(d.Verdict.After)})
	}
	return append(rows, Row{})
}
