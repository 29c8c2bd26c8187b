package screen

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/doc/seen"
	"cmgwizard/wizard/machine"
)

// readingRows tell what the files say together, then file by file what was seen
// and what stands against it, the worst first. What is well about a file is for inspect to tell.
func readingRows(look *Look, r machine.Reading) []Row {
	var rows []Row
	if len(r.Remarks) > 0 {
		rows = append(rows, Row{Text: look.Title("All of them together")})
		rows = append(rows, remarkRows(look, len(r.Files), r.Remarks, len(r.Remarks))...)
		rows = append(rows, Row{}, Row{Text: look.Title("File by file")})
	}
	for i, f := range r.Files {
		rows = append(rows, Row{ID: toRead(i, 0)}.telling(look, doc.Entry{Title: f.Name, Word: f.About}))
		rows = append(rows, remarkRows(look, i, graded(f.Remarks), mostRemarks)...)
	}
	return append(rows, Row{})
}

// graded are the remarks that stand against something.
func graded(remarks []model.Remark) []model.Remark {
	return slices.DeleteFunc(slices.Clone(remarks), func(r model.Remark) bool { return r.Severity == "" })
}

// toRead is the id of the row of what is only read.
func toRead(file, remark int) string { return fmt.Sprintf("%s%d.%d", RowToRead, file, remark) }

// mostRemarks is how many remarks on one file are shown.
const mostRemarks = 4

func remarkRows(look *Look, file int, remarks []model.Remark, most int) []Row {
	remarks = seen.WorstFirst(remarks)
	var rows []Row
	for i, r := range remarks[:min(len(remarks), most)] {
		rows = append(rows, Row{ID: toRead(file, i+1), About: r.Rule}.listing(look, seen.Remark(r))...)
	}
	if more := len(remarks) - most; more > 0 {
		rows = append(rows, Row{Text: look.Dim(fmt.Sprintf("  and %s more: cmgwizard inspect tells all", model.Counted(more, "remark"))), Hang: 4})
	}
	return rows
}
