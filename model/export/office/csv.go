package office

import (
	"io"
	"strings"
	"unicode"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// CSV is the list of tasks alone, as Excel opens it: UTF-8 with a mark in
// front, lines that end as on Windows, each cell in quotation marks. What could
// be taken for a formula gets an apostrophe in front, see guarded.
var CSV = doc.Format{
	Name: "csv", Ext: ".csv", About: "a list of the tasks that Excel opens, one row a task",
	Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		text, guards := csvOf(doc.TaskGrid(c))
		o.Tell("Where Excel separates lists with semicolons, take the xlsx file, or open this one by Data, From Text/CSV.")
		if guards > 0 {
			o.Tell("What begins like a formula has an apostrophe in front of it, so that no program runs it.")
		}
		_, err := io.WriteString(w, text)
		return err
	},
}

// csvOf is the grid as text, with how many of its cells are guarded.
func csvOf(g doc.Grid) (text string, guards int) {
	var b strings.Builder
	b.WriteString("\ufeff")
	titles := make([]doc.Cell, len(g.Columns))
	for i, c := range g.Columns {
		titles[i] = doc.Texted(c.Title)
	}
	for _, cells := range append([][]doc.Cell{titles}, g.Rows...) {
		for i, c := range cells {
			if i > 0 {
				b.WriteByte(',')
			}
			words := c.Words()
			safe := guarded(words)
			if safe != words {
				guards++
			}
			b.WriteString(`"` + strings.ReplaceAll(safe, `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	return b.String(), guards
}

// guarded puts an apostrophe in front of what a program for sheets would take
// for a formula. It does so inside of a cell too, where a line or what stands
// behind a semicolon or a tab begins so: a program that separates by those makes
// cells of them. The price: a lone "-" and "+49 30 1234" get one as well.
func guarded(text string) string {
	var b strings.Builder
	for start, rest := true, text; rest != ""; {
		end := strings.IndexAny(rest, "\n;\t") + 1
		if end == 0 {
			end = len(rest)
		}
		if isFormula(rest[:end], start) {
			b.WriteByte('\'')
		}
		b.WriteString(rest[:end])
		start = start && strings.TrimSpace(rest[:end]) == ""
		rest = rest[end:]
	}
	return b.String()
}

// isFormula reports whether a piece of a cell begins like a formula. What begins
// with - or + inside of a cell is one only if it could call or start something:
// notes have many lists with such marks.
func isFormula(piece string, start bool) bool {
	for _, r := range piece {
		switch {
		case strings.ContainsRune("=@＝＠", r):
			return true
		case strings.ContainsRune("+-|%＋－", r):
			return start || strings.ContainsAny(piece, "(|")
		case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), strings.ContainsRune(`"'`, r):
			continue
		}
		return false
	}
	return false
}
