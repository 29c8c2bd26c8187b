package export

import (
	"fmt"
	"io"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// textFormat is plain text of 80 columns, in ASCII but for what people wrote
// themselves. Addresses and commands are never broken, whatever their length.
var textFormat = Format{
	Name: "text", Ext: ".txt", About: "plain text, 80 columns wide",
	Write: func(w io.Writer, c judge.Checklist, _ Options) error {
		var t textWriter
		t.sheet(newSheet(c))
		_, err := io.WriteString(w, t.b.String())
		return err
	},
}

// textWidth is how wide a line of text may be.
const textWidth = 80

// labelWidth is the column in which the texts of facts begin.
const labelWidth = 13

type textWriter struct{ b strings.Builder }

func (t *textWriter) sheet(s sheet) {
	t.underlined(s.title+": "+s.name, "=")
	t.facts("", s.facts)
	t.hanging("", "Verdict      ", s.standing+".")
	t.hanging("", "", s.counts)
	t.gap()
	t.hanging("", "", s.notice)
	if p := s.overview.part(); len(p.groups) > 0 {
		t.part(p)
	}
	t.drawing(s.overview.trafficWords())
	for _, p := range s.parts {
		t.part(p)
	}
	t.signOff(s.signers)
}

func (t *textWriter) drawing(traffic []string) {
	if len(traffic) == 0 {
		return
	}
	t.gap()
	t.underlined(trafficTitle, "=")
	for _, line := range traffic {
		t.line(line)
	}
}

func (t *textWriter) part(p part) {
	t.gap()
	t.underlined(p.title, "=")
	t.paragraph(p.lead)
	for _, g := range p.groups {
		t.group(g)
	}
}

func (t *textWriter) group(g group) {
	if g.title != "" {
		t.gap()
		t.underlined(g.title, "-")
	}
	t.paragraph(g.lead)
	for _, e := range g.entries {
		t.entry(e)
	}
}

// entry leaves a line free before it unless it is a single line in a list.
func (t *textWriter) entry(e entry) {
	if len(e.facts)+len(e.steps)+len(e.after) > 0 {
		t.gap()
	}
	first := e.textMark()
	indent := strings.Repeat(" ", len(first))
	t.hanging("", first, joined(e.title, e.word))
	t.facts(indent, e.facts)
	t.steps(indent, e.steps)
	t.commands(indent, e.commands)
	t.facts(indent, e.after)
	t.sources(indent, e.sources)
}

func (e entry) textMark() string {
	mark := [...]string{noBox: "- ", emptyBox: "[ ] ", tickedBox: "[x] "}[e.box]
	if e.number > 0 {
		mark += fmt.Sprintf("%2d. ", e.number)
	}
	return mark
}

func (t *textWriter) facts(indent string, facts []fact) {
	for _, f := range facts {
		label := t.label(indent, f.label)
		if len(f.tasks) > 0 {
			t.hanging(indent, label, f.taskList())
		}
		for _, line := range f.lines {
			t.hanging(indent, label, textRich(line))
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

func (t *textWriter) steps(indent string, steps []model.Rich) {
	for i, step := range steps {
		t.hanging(indent, fmt.Sprintf("%2d. ", i+1), textRich(step))
	}
}

func (t *textWriter) commands(indent string, blocks []commands) {
	for _, block := range blocks {
		t.hanging(indent, "", block.where+":")
		for _, line := range block.lines {
			t.line(indent + "    " + model.Clean(line))
		}
	}
}

func (t *textWriter) sources(indent string, sources []model.Reference) {
	for _, r := range sources {
		t.hanging(indent, fmt.Sprintf("%-*s", labelWidth, "Source"), sourceTitle(r))
		if address, ok := address(r.URL); ok {
			t.line(indent + address)
		}
	}
}

func (t *textWriter) signOff(signers []string) {
	t.gap()
	t.underlined(signOffTitle, "=")
	for _, who := range signers {
		t.gap()
		t.line(who)
		for _, label := range signatureLabels {
			t.line(fmt.Sprintf("  %-11s%s", label, strings.Repeat("_", 40)))
			t.gap()
		}
	}
}

// What the place to sign says, in every format.
const signOffTitle = "Sign-off"

var (
	signatories     = []string{"Done by", "Checked by"}
	signatureLabels = []string{"Name", "Date", "Signature"}
)
