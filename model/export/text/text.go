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
	if p := s.Overview.Part(); len(p.Groups) > 0 {
		t.part(p)
	}
	t.drawing(drawing.TrafficWords(s.Overview))
	for _, p := range s.Parts {
		t.part(p)
	}
	if len(s.Signers) > 0 {
		t.signOff(s.Signers)
	}
}

func (t *textWriter) drawing(traffic []string) {
	if len(traffic) == 0 {
		return
	}
	t.gap()
	t.underlined(drawing.TrafficTitle, "=")
	for _, line := range traffic {
		t.line(line)
	}
}

func (t *textWriter) part(p doc.Part) {
	t.gap()
	t.underlined(p.Title, "=")
	t.paragraph(p.Lead)
	for _, g := range p.Groups {
		t.group(g)
	}
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
	t.facts(indent, e.Facts)
	t.steps(indent, e.Steps)
	t.commands(indent, e.Commands)
	t.facts(indent, e.After)
	t.sources(indent, e.Sources)
}

func textMark(e doc.Entry) string {
	mark := [...]string{doc.NoBox: "- ", doc.EmptyBox: "[ ] ", doc.TickedBox: "[x] "}[e.Box]
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

func (t *textWriter) signOff(signers []string) {
	t.gap()
	t.underlined(doc.SignOffTitle, "=")
	for _, who := range signers {
		t.gap()
		t.line(who)
		for _, label := range doc.SignatureLabels {
			t.line(fmt.Sprintf("  %-11s%s", label, strings.Repeat("_", 40)))
			t.gap()
		}
	}
}
