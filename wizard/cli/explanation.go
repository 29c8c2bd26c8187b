package cli

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/explain"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
	"github.com/charmbracelet/x/ansi"
)

// explanationsJSON is what "explain --json" prints about IDs. Its keys may be
// added to, never renamed.
type explanationsJSON struct {
	Format       int                   `json:"format"`
	Explanations []explain.Explanation `json:"explanations"`
}

// topicsJSON is what "explain --json" prints without an ID.
type topicsJSON struct {
	Format int             `json:"format"`
	Topics []explain.Topic `json:"topics"`
}

// explanation is everything about one thing.
func (p *page) explanation(e explain.Explanation) {
	p.painted(strong, "", e.ID+": "+e.Title)
	p.item("  ", explain.Kinds.Label(e.Kind)+": "+e.Topic)
	for _, f := range e.Facts {
		p.explainedFact(f)
		if f.Ordered {
			p.explainedLines(e.Commands)
		}
	}
	for _, c := range e.Contradictions {
		p.clash(c)
	}
	p.explainedSources(e.Sources)
}

// label begins a part of an explanation.
func (p *page) label(text string) {
	p.gap()
	p.painted(strong, "  ", text)
}

func (p *page) explainedFact(f explain.Fact) {
	p.label(f.Label)
	for i, line := range f.Lines {
		mark := "    "
		switch {
		case f.Ordered:
			mark = fmt.Sprintf("    %2d. ", i+1)
		case len(f.Lines) > 1:
			mark = "    - "
		}
		p.item(mark, marked(line))
	}
}

// marked puts labels in quotation marks and code in backquotes, as the
// checklist does in plain text.
func marked(r model.Text) string {
	var b strings.Builder
	for _, span := range r {
		mark := [...]string{model.PlainSpan: "", model.LabelSpan: `"`, model.CodeSpan: "`"}[span.Kind]
		b.WriteString(mark + span.Text + mark)
	}
	return b.String()
}

// explainedLines are commands, never wrapped: people copy them.
func (p *page) explainedLines(lines []judge.CommandLine) {
	shell := tasks.Shell("")
	for _, c := range lines {
		if c.Shell != shell {
			p.label("To type (" + string(c.Shell) + ")")
			shell = c.Shell
		}
		p.WriteString("    " + model.Clean(c.Line) + "\n")
	}
}

func (p *page) clash(c explain.Clash) {
	p.label("Documents disagree (" + c.ID + ")")
	p.item("    ", c.Title)
	for _, said := range c.Says {
		p.item("    - ", said)
	}
	p.item("    ", "Taken: "+c.Reading)
	p.item("    ", "How sure: "+rules.Surenesses.Label(c.Sure))
	p.addresses(c.Sources)
}

func (p *page) explainedSources(sources []model.Reference) {
	if len(sources) > 0 {
		p.label("Sources")
		p.addresses(sources)
	}
}

func (p *page) addresses(sources []model.Reference) {
	for _, s := range sources {
		p.item("    - ", sourceTitle(s))
		p.item("      ", s.URL)
	}
}

// topics lists IDs with their titles. Of everything, the answers of a plan are
// left out: there are too many.
func (p *page) topics(topics []explain.Topic, everything bool) {
	for i, t := range topics {
		if everything && t.Kind == explain.AnswerKind {
			continue
		}
		if i > 0 {
			p.gap()
		}
		p.painted(strong, "", fmt.Sprintf("%ss: %s", explain.Kinds.Label(t.Kind), t.Title))
		p.entries(t.Entries)
	}
	if everything {
		p.gap()
		p.item("", `The keys of a plan: "cmgwizard explain answers" lists them.`)
	}
}

// narrowest is the least that a title may have beside its ID.
const narrowest = 32

// entries are IDs with their titles beside them, below an ID that leaves no
// room.
func (p *page) entries(entries []explain.TopicEntry) {
	column := 0
	for _, e := range entries {
		if wide := ansi.StringWidth(e.ID); p.width-wide-4 >= narrowest {
			column = max(column, wide)
		}
	}
	for _, e := range entries {
		if ansi.StringWidth(e.ID) > column {
			p.item("  ", e.ID)
			p.item("      ", e.Title)
			continue
		}
		p.item(fmt.Sprintf("  %-*s  ", column, e.ID), e.Title)
	}
}
