package page

import (
	"cmp"
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// tones are how what the tree calls so is drawn.
var tones = map[string]string{doc.StrongTone: Strong, doc.GoodTone: Green, doc.WarnTone: Yellow, doc.BadTone: Red}

// Parts are parts of the tree, one below the other.
func (p *Page) Parts(parts ...doc.Part) {
	for _, part := range parts {
		p.part(part)
	}
}

// part is a part of the tree under its title.
func (p *Page) part(part doc.Part) {
	if part.Title == "" && part.Groups == nil {
		return
	}
	if p.Len() > 0 {
		p.Gap()
	}
	if part.Title != "" {
		p.Painted(tones[cmp.Or(part.Tone, doc.StrongTone)], "", part.Title)
	}
	p.Fact("  ", part.Lead)
	for _, g := range part.Groups {
		p.Group(g)
	}
}

// Group sets its entries in below its title.
func (p *Page) Group(g doc.Group) {
	margin := "  "
	if g.Flush {
		margin = ""
	}
	if g.Title != "" {
		p.Item(margin, g.Title)
		margin += "  "
	}
	for i, e := range g.Entries {
		if i > 0 && g.Spaced {
			p.Gap()
		}
		p.Entry(margin, e)
	}
}

// Entry is one thing in a list, with its facts set in below it.
func (p *Page) Entry(margin string, e doc.Entry) {
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
		p.Hung(mark, title)
	default:
		p.Painted(tones[e.Tone], mark, title)
	}
	p.Facts(below, e.Facts)
	for _, s := range e.Sources {
		p.Item(below+"source: ", doc.SourceRead(s))
		p.Item(below+"        ", s.URL)
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

// Whole is an entry that has a page of its own.
func (p *Page) Whole(e doc.Entry) {
	p.Painted(Strong, "", e.Title)
	p.Fact("  ", e.Word)
	p.Facts("  ", e.Facts)
	if len(e.Steps) > 0 {
		p.label("  ", doc.StepsLabel)
	}
	for i, step := range e.Steps {
		p.Item(fmt.Sprintf("    %2d. ", i+1), doc.TextRich(step))
	}
	for _, c := range e.Commands {
		p.label("  ", "To type ("+string(c.Shell)+")")
		for _, line := range c.Lines {
			p.WriteString("    " + line + "\n") // never wrapped: people copy it
		}
	}
	p.Facts("  ", e.After)
	if len(e.Sources) > 0 {
		p.label("  ", "Sources")
		p.addresses("    ", e.Sources)
	}
}

// label begins what stands below it.
func (p *Page) label(margin, text string) {
	p.Gap()
	p.Painted(Strong, margin, text)
}

// Facts are set in, each beside or below its label.
func (p *Page) Facts(margin string, facts []doc.Fact) {
	for _, f := range facts {
		at := strings.Repeat(" ", max(0, len(margin)+2*f.In))
		if f.Shape == doc.Below {
			p.factBelow(at, f)
		} else {
			p.factBeside(at, f)
		}
	}
}

func (p *Page) factBelow(margin string, f doc.Fact) {
	if f.Label != "" {
		p.label(margin, f.Label)
	}
	margin += "  "
	for _, line := range f.Lines {
		p.Item(margin+marked(f.Mark), doc.TextRich(line))
	}
	p.addresses(margin, f.Sources)
}

// factBeside writes labels small: they begin no sentence.
func (p *Page) factBeside(margin string, f doc.Fact) {
	label := margin + marked(f.Mark)
	if f.Label != "" {
		label += lowered(f.Label) + ": "
	}
	for _, line := range f.Lines {
		p.Item(label, doc.TextRich(line))
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

func (p *Page) addresses(margin string, sources []model.Reference) {
	for _, s := range sources {
		p.Item(margin+"- ", doc.SourceRead(s))
		p.Item(margin+"  ", s.URL)
	}
}
