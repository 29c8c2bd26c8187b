package office

import (
	"strconv"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// entry is one thing on the sheet. Its lines stay together on a page.
func (d *document) entry(e doc.Entry, of doc.Group) markup {
	if e.Bare() {
		return d.short(e)
	}
	title := docxLine{style: "Heading3", inside: d.title(e)}
	if of.Title == "" {
		title.beside = `<w:outlineLvl w:val="1"/>` // no level of the outline is left out
	}
	lines := []docxLine{title}
	if e.Where != "" {
		lines = append(lines, docxLine{style: "EntryText", inside: []markup{wordRun(e.Where)}})
	}
	lines = append(lines, d.factLines(e.Facts)...)
	lines = append(lines, d.stepLines(e.Steps)...)
	lines = append(lines, commandLines(e.Commands)...)
	lines = append(lines, d.factLines(e.After)...)
	return kept(append(lines, d.sourceLines(e.Sources)...))
}

// short is an entry of a single line.
func (d *document) short(e doc.Entry) markup {
	l := docxLine{style: "Short", inside: d.title(e)}
	if e.Box == doc.NoBox {
		l.style = "ListBullet"
	}
	return l.markup("")
}

// title is the title with its box and its number, and how the entry stands.
func (d *document) title(e doc.Entry) []markup {
	title, pieces := e.Title, []markup{}
	if e.Number > 0 {
		pieces = append(pieces, d.mark(doc.TaskAnchor(e.Number)))
		title = strconv.Itoa(e.Number) + ". " + model.Clean(e.Title)
	}
	if e.Box != doc.NoBox && !e.Card {
		pieces = append(pieces, d.box(e), wordRun(" "))
	}
	switch {
	case e.Said != nil:
		return append(pieces, bold(doc.Led(title)), richMarkup(e.Said))
	case e.Word == "":
		return append(pieces, wordRun(title))
	case e.Bare():
		return append(pieces, bold(doc.Led(title)), wordRun(e.Word))
	}
	return append(pieces, wordRun(doc.Led(title)), coloured(e.Tone, e.Word))
}

// The signs in a box, and the font that Windows has them in.
const (
	emptySign  = "\u2610"
	tickedSign = "\u2611"
	signFont   = `<w:rFonts w:ascii="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>`
)

// box can be ticked by a click.
func (d *document) box(e doc.Entry) markup {
	d.boxes++
	ticked, sign := "0", emptySign
	if e.Box == doc.TickedBox {
		ticked, sign = "1", tickedSign
	}
	name := "Task " + strconv.Itoa(e.Number) + " done"
	return tag("w:sdt",
		tag("w:sdtPr", tag("w:rPr", signFont), tag("w:alias"+at("w:val", name)), tag("w:tag"+at("w:val", doc.TaskAnchor(e.Number))),
			tag("w:id"+at("w:val", strconv.Itoa(1000+d.boxes))),
			tag("w14:checkbox", tag("w14:checked"+at("w14:val", ticked)),
				`<w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>`, `<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/>`)),
		tag("w:sdtContent", styledRun(signFont, sign)))
}

func (d *document) factLines(facts []doc.Fact) []docxLine {
	var lines []docxLine
	for _, f := range facts {
		lines = append(lines, docxLine{style: styleOf(f), inside: factRuns(f.Label, d.values(f))})
	}
	return lines
}

func styleOf(f doc.Fact) markup {
	if f.Label == "" {
		return "EntryText"
	}
	return "Fact"
}

// headFacts are what the plan is, under the title.
func (d *document) headFacts(facts []doc.Fact) markup {
	lines := d.factLines(facts)
	for i := range lines {
		lines[i].style = "HeadFact"
	}
	return kept(lines)
}

// factRuns are a label with its lines beside it.
func factRuns(label string, values []markup) []markup {
	var runs []markup
	if label != "" {
		runs = append(runs, bold(label), docxTab)
	}
	for i, v := range values {
		if i > 0 {
			runs = append(runs, docxBreak)
		}
		runs = append(runs, v)
	}
	return runs
}

func (d *document) values(f doc.Fact) []markup {
	var values []markup
	if len(f.Tasks) > 0 {
		values = append(values, taskJumps(f))
	}
	for _, l := range f.Lines {
		values = append(values, richMarkup(l))
	}
	return values
}

// taskJumps name tasks and lead to them: "tasks 3, 4 (PKI)".
func taskJumps(f doc.Fact) markup {
	runs, between := []markup{wordRun(doc.TaskWord(f.Tasks))}, " "
	for _, n := range f.Tasks {
		name := jump(doc.TaskAnchor(n), strconv.Itoa(n))
		if aside := f.AsideOf(n); aside != "" {
			name = wordRun(strconv.Itoa(n) + aside)
		}
		runs, between = append(runs, wordRun(between), name), ", "
	}
	return row(runs)
}

// stepLines are a list whose numbers begin anew.
func (d *document) stepLines(steps []model.Text) []docxLine {
	var lines []docxLine
	for i, step := range steps {
		if i == 0 {
			d.lists++
		}
		number := `<w:numPr><w:ilvl w:val="0"/>` + tag("w:numId"+at("w:val", strconv.Itoa(d.lists+1))) + "</w:numPr>"
		lines = append(lines, docxLine{style: "ListNumber", beside: number, inside: []markup{richMarkup(step)}})
	}
	return lines
}

func commandLines(blocks []doc.Commands) []docxLine {
	var lines []docxLine
	for _, b := range blocks {
		lines = append(lines, docxLine{style: "CodeWhere", inside: []markup{wordRun(b.Where + ":")}})
		for _, command := range b.Lines {
			lines = append(lines, docxLine{style: "Code", inside: []markup{wordRun(command)}})
		}
	}
	return lines
}

func (d *document) sourceLines(sources []model.Reference) []docxLine {
	if len(sources) == 0 {
		return nil
	}
	var links []markup
	for _, r := range sources {
		links = append(links, d.link(r.URL, doc.SourceTitle(r)))
	}
	return []docxLine{{style: "Fact", inside: factRuns("Sources", links)}}
}
