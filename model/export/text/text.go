// Package text prints a sheet as plain text, 80 columns wide.
package text

import (
	"fmt"
	"io"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/judge"
)

// Format is plain text of 80 columns, in ASCII but for what people wrote
// themselves. Addresses and commands are never broken, whatever their length.
var Format = doc.Format{
	Name: "text", Ext: ".txt", About: "plain text, 80 columns wide",
	Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		var t textWriter
		t.sheet(doc.SheetOf(c, o.Detail))
		_, err := io.WriteString(w, t.b.String())
		return err
	},
}

// labelWidth is the column in which the texts of facts begin.
const labelWidth = 13

type textWriter struct{ b strings.Builder }

func (t *textWriter) sheet(s doc.Sheet) {
	t.underlined(s.Title+": "+s.Name, "=")
	t.facts("", s.Facts)
	t.hanging("", "Verdict      ", s.Standing+".")
	t.hanging("", "", s.Counts)
	t.gap()
	t.hanging("", "", s.Notice)
	for _, p := range s.Parts {
		t.part(p, s.Overview)
	}
}

func (t *textWriter) part(p doc.Part, o doc.Overview) {
	t.gap()
	t.underlined(p.Title, "=")
	t.paragraph(p.Lead)
	if p.Id == doc.TrafficID {
		for _, line := range drawing.TrafficWords(o) {
			t.line(line)
		}
	}
	for _, g := range p.Groups {
		t.group(g)
	}
	t.signOff(p.Signers)
}

func (t *textWriter) group(g doc.Group) {
	if g.Job > 0 {
		t.band(g)
		return
	}
	if g.Title != "" {
		t.gap()
		t.underlined(g.Title, "-")
	}
	t.paragraph(g.Lead)
	t.table(g.Table)
	for _, e := range g.Entries {
		t.entry(e)
	}
}

// entry leaves a line free before it unless it is a single line in a list.
func (t *textWriter) entry(e doc.Entry) {
	if len(e.Facts)+len(e.Steps)+len(e.After) > 0 {
		t.gap()
	}
	first := textMark(e)
	indent := strings.Repeat(" ", len(first))
	t.hanging("", first, doc.Joined(e.Title, e.Word))
	if e.Where != "" {
		t.hanging(indent, "", e.Where)
	}
	t.facts(indent, e.Facts)
	t.steps(indent, e.Steps)
	t.commands(indent, e.Commands)
	t.facts(indent, e.After)
	t.sources(indent, e.Sources)
}

func textMark(e doc.Entry) string {
	mark := [...]string{doc.NoBox: "- ", doc.EmptyBox: "[ ] ", doc.TickedBox: "[x] "}[e.Box]
	if e.Card {
		mark = ""
	}
	if e.Number > 0 {
		mark += fmt.Sprintf("%2d. ", e.Number)
	}
	return mark
}

func (t *textWriter) facts(indent string, facts []doc.Fact) {
	for _, f := range facts {
		label := t.label(indent, f.Label)
		if len(f.Tasks) > 0 {
			t.hanging(indent, label, f.TaskList())
		}
		for _, line := range f.Lines {
			t.hanging(indent, label, doc.TextRich(line))
			label = strings.Repeat(" ", len(label))
		}
	}
}

// label fills the column of labels. A long one has a line of its own.
func (t *textWriter) label(indent, label string) string {
	switch {
	case label == "":
		return ""
	case len(label) < labelWidth:
		return fmt.Sprintf("%-*s", labelWidth, label)
	}
	t.line(indent + label)
	return strings.Repeat(" ", labelWidth)
}

func (t *textWriter) steps(indent string, steps []model.Text) {
	for i, step := range steps {
		t.hanging(indent, fmt.Sprintf("%2d. ", i+1), doc.TextRich(step))
	}
}

func (t *textWriter) commands(indent string, blocks []doc.Commands) {
	for _, block := range blocks {
		t.hanging(indent, "", block.Where+":")
		for _, line := range block.Lines {
			t.line(indent + "    " + model.Clean(line))
		}
	}
}

func (t *textWriter) sources(indent string, sources []model.Reference) {
	for _, r := range sources {
		t.hanging(indent, fmt.Sprintf("%-*s", labelWidth, "Source"), doc.SourceTitle(r))
		if address, ok := doc.Address(r.URL); ok {
			t.line(indent + address)
		}
	}
}

// table is a list: what a row is of, and its other cells with their titles.
func (t *textWriter) table(table doc.Table) {
	for _, row := range table.Rows {
		var said []string
		for i, cell := range row[1:] {
			if cell != "" {
				said = append(said, strings.ToLower(table.Heads[i+1])+": "+cell)
			}
		}
		t.hanging("", "- ", doc.Joined(row[0], strings.Join(said, "; ")))
	}
}

func (t *textWriter) signOff(signers []string) {
	for _, who := range signers {
		t.gap()
		t.line(who)
		for _, label := range doc.SignatureLabels {
			t.line(fmt.Sprintf("  %-11s%s", label, strings.Repeat("_", 40)))
			t.gap()
		}
	}
}
