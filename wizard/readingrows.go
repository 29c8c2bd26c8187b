package wizard

import (
	"cmp"
	"fmt"
	"slices"

	"cmgwizard/model"
)

// readingRows tell what the files say together, then file by file what was seen
// and what stands against it, the worst first. What is well about a file is for inspect to tell.
func readingRows(t *look, r Reading) []row {
	var rows []row
	if len(r.Remarks) > 0 {
		rows = append(rows, row{text: t.title("All of them together")})
		rows = append(rows, remarkRows(t, len(r.Files), r.Remarks, len(r.Remarks))...)
		rows = append(rows, row{}, row{text: t.title("File by file")})
	}
	for i, f := range r.Files {
		rows = append(rows, row{id: told(i, 0), text: t.strong(model.Clean(f.Name)) + "  " + model.Clean(f.About), hang: 4})
		rows = append(rows, remarkRows(t, i, graded(f.Remarks), mostRemarks)...)
	}
	return append(rows, row{})
}

// graded are the remarks that stand against something.
func graded(remarks []model.Remark) []model.Remark {
	return slices.DeleteFunc(slices.Clone(remarks), func(r model.Remark) bool { return r.Severity == "" })
}

// told is the row of what is only read.
func told(file, remark int) string { return fmt.Sprintf("%s%d.%d", rowTold, file, remark) }

// mostRemarks is how many remarks on one file are shown.
const mostRemarks = 4

func remarkRows(t *look, file int, remarks []model.Remark, most int) []row {
	remarks = slices.Clone(remarks)
	slices.SortStableFunc(remarks, func(a, b model.Remark) int { return cmp.Compare(rank(a.Severity), rank(b.Severity)) })
	var rows []row
	for i, r := range remarks[:min(len(remarks), most)] {
		rows = append(rows, row{id: told(file, i+1), about: r.Rule, text: "  " + t.remark(r), hang: 4})
		if r.Do != "" {
			rows = append(rows, row{id: told(file, i+1) + "do", about: r.Rule, text: "    " + t.signs.arrow + " " + model.Clean(r.Do), hang: 6})
		}
	}
	if more := len(remarks) - most; more > 0 {
		rows = append(rows, row{text: t.dim(fmt.Sprintf("  and %s more: cmgwizard inspect tells all", model.Counted(more, "remark"))), hang: 4})
	}
	return rows
}

// rank orders severities, the worst first.
func rank(s model.Severity) int {
	if i := slices.IndexFunc(model.Severities, func(w model.Term[model.Severity]) bool { return w.Value == s }); i >= 0 {
		return i
	}
	return len(model.Severities)
}

func (t *look) remark(r model.Remark) string {
	text := model.Clean(r.Text)
	style := map[model.Severity]func(...string) string{
		model.Blocker: t.bad, model.Warning: t.warn, model.Advice: t.strong,
	}[r.Severity]
	if style == nil {
		return text
	}
	return style(model.Severities.Label(r.Severity)+":") + " " + text
}
