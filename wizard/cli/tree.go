package cli

import (
	"cmp"
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// tones are how what the tree calls so is drawn.
var tones = map[string]string{doc.StrongTone: strong, doc.GoodTone: green, doc.WarnTone: yellow, doc.BadTone: red}

// parts are parts of the tree, one below the other.
func (p *page) parts(parts ...doc.Part) {
	for _, part := range parts {
		p.part(part)
	}
}

// part is a part of the tree under its title.
func (p *page) part(part doc.Part) {
	if part.Title == "" && part.Groups == nil {
		return
	}
	if p.Len() > 0 {
		p.gap()
	}
	if part.Title != "" {
		p.painted(tones[cmp.Or(part.Tone, doc.StrongTone)], "", part.Title)
	}
	p.fact("  ", part.Lead)
	for _, g := range part.Groups {
		p.group(g)
	}
}

// group sets its entries in below its title.
func (p *page) group(g doc.Group) {
	margin := "  "
	if g.Flush {
		margin = ""
	}
	if g.Title != "" {
		p.item(margin, g.Title)
		margin += "  "
	}
	for i, e := range g.Entries {
		if i > 0 && g.Spaced {
			p.gap()
		}
		p.entry(margin, e)
	}
}

// entry is one thing in a list, with its facts set in below it.
func (p *page) entry(margin string, e doc.Entry) {
	mark := margin + marked(e.Mark)
	below := margin + "    "
	if e.Number > 0 {
		mark += fmt.Sprintf("%3d. ", e.Number)
	}
	if e.Number > 0 || strings.HasPrefix(e.Mark, "[") {
		below = strings.Repeat(" ", len(mark))
	}
	switch title := titled(e); {
	case title == "":
	case e.Hung:
		p.hung(mark, title)
	default:
		p.painted(tones[e.Tone], mark, title)
	}
	p.facts(below, e.Facts)
	for _, s := range e.Sources {
		p.item(below+"source: ", doc.SourceRead(s))
		p.item(below+"        ", s.URL)
	}
}

// marked keeps a mark from what stands behind it.
func marked(mark string) string {
	if mark == "" {
		return ""
	}
	return mark + " "
}

// titled is a title with how the thing stands.
func titled(e doc.Entry) string { return strings.TrimSuffix(e.Title+": "+e.Word, ": ") }

// whole is an entry that has a page of its own.
func (p *page) whole(e doc.Entry) {
	p.painted(strong, "", e.Title)
	p.fact("  ", e.Word)
	p.facts("  ", e.Facts)
	if len(e.Steps) > 0 {
		p.label("  ", doc.StepsLabel)
	}
	for i, step := range e.Steps {
		p.item(fmt.Sprintf("    %2d. ", i+1), doc.TextRich(step))
	}
	for _, c := range e.Commands {
		p.label("  ", "To type ("+string(c.Shell)+")")
		for _, line := range c.Lines {
			p.WriteString("    " + line + "\n") // never wrapped: people copy it
		}
	}
	p.facts("  ", e.After)
	if len(e.Sources) > 0 {
		p.label("  ", "Sources")
		p.addresses("    ", e.Sources)
	}
}

// label begins what stands below it.
func (p *page) label(margin, text string) {
	p.gap()
	p.painted(strong, margin, text)
}

func (p *page) facts(margin string, facts []doc.Fact) {
	for _, f := range facts {
		at := strings.Repeat(" ", max(0, len(margin)+2*f.In))
		if f.Shape == doc.Below {
			p.factBelow(at, f)
		} else {
			p.factBeside(at, f)
		}
	}
}

func (p *page) factBelow(margin string, f doc.Fact) {
	if f.Label != "" {
		p.label(margin, f.Label)
	}
	margin += "  "
	for _, line := range f.Lines {
		p.item(margin+marked(f.Mark), doc.TextRich(line))
	}
	p.addresses(margin, f.Sources)
}

// factBeside writes labels small: they begin no sentence.
func (p *page) factBeside(margin string, f doc.Fact) {
	label := margin + marked(f.Mark)
	if f.Label != "" {
		label += lowered(f.Label) + ": "
	}
	for _, line := range f.Lines {
		p.item(label, doc.TextRich(line))
		if f.Shape != doc.Repeated {
			label = strings.Repeat(" ", len(label))
		}
	}
}

// lowered begins with a small letter, but for abbreviations.
func lowered(label string) string {
	if len(label) > 1 && model.Capital(label[1:2]) == label[1:2] {
		return label
	}
	return strings.ToLower(label[:1]) + label[1:]
}

func (p *page) addresses(margin string, sources []model.Reference) {
	for _, s := range sources {
		p.item(margin+"- ", doc.SourceRead(s))
		p.item(margin+"  ", s.URL)
	}
}
