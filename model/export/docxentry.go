package export

import (
	"strconv"

	"cmgwizard/model"
)

// entry is one thing on the sheet. Its lines stay together on a page.
func (d *document) entry(e entry, of group) markup {
	if e.bare() {
		return d.short(e)
	}
	title := docxLine{style: "Heading3", inside: d.title(e)}
	if of.title == "" {
		title.beside = `<w:outlineLvl w:val="1"/>` // no level of the outline is left out
	}
	lines := append([]docxLine{title}, d.factLines(e.facts)...)
	lines = append(lines, d.stepLines(e.steps)...)
	lines = append(lines, commandLines(e.commands)...)
	lines = append(lines, d.factLines(e.after)...)
	return kept(append(lines, d.sourceLines(e.sources)...))
}

// short is an entry of a single line.
func (d *document) short(e entry) markup {
	l := docxLine{style: "Short", inside: d.title(e)}
	if e.box == noBox {
		l.style = "ListBullet"
	}
	return l.markup("")
}

// title is the title with its box and its number, and how the entry stands.
func (d *document) title(e entry) []markup {
	title, pieces := e.title, []markup{}
	if e.number > 0 {
		pieces = append(pieces, d.mark(taskAnchor(e.number)))
		title = strconv.Itoa(e.number) + ". " + model.Clean(e.title)
	}
	if e.box != noBox {
		pieces = append(pieces, d.box(e), wordRun(" "))
	}
	switch {
	case e.word == "":
		return append(pieces, wordRun(title))
	case e.bare():
		return append(pieces, bold(title+": "), wordRun(e.word))
	}
	return append(pieces, wordRun(title+": "), coloured(e.tone, e.word))
}

// The signs in a box, and the font that Windows has them in.
const (
	emptySign  = "\u2610"
	tickedSign = "\u2611"
	signFont   = `<w:rFonts w:ascii="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>`
)

// box can be ticked by a click.
func (d *document) box(e entry) markup {
	d.boxes++
	ticked, sign := "0", emptySign
	if e.box == tickedBox {
		ticked, sign = "1", tickedSign
	}
	name := "Task " + strconv.Itoa(e.number) + " done"
	return tag("w:sdt",
		tag("w:sdtPr", tag("w:rPr", signFont), tag("w:alias"+at("w:val", name)), tag("w:tag"+at("w:val", taskAnchor(e.number))),
			tag("w:id"+at("w:val", strconv.Itoa(1000+d.boxes))),
			tag("w14:checkbox", tag("w14:checked"+at("w14:val", ticked)),
				`<w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>`, `<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/>`)),
		tag("w:sdtContent", styledRun(signFont, sign)))
}

func (d *document) factLines(facts []fact) []docxLine {
	var lines []docxLine
	for _, f := range facts {
		lines = append(lines, docxLine{style: f.docxStyle(), inside: factRuns(f.label, d.values(f))})
	}
	return lines
}

func (f fact) docxStyle() markup {
	if f.label == "" {
		return "EntryText"
	}
	return "Fact"
}

// headFacts are what the plan is, under the title.
func (d *document) headFacts(facts []fact) markup {
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

func (d *document) values(f fact) []markup {
	var values []markup
	if len(f.tasks) > 0 {
		values = append(values, taskJumps(f))
	}
	for _, l := range f.lines {
		values = append(values, richMarkup(l))
	}
	return values
}

// taskJumps name tasks and lead to them: "tasks 3, 4 (PKI)".
func taskJumps(f fact) markup {
	runs, between := []markup{wordRun(taskWord(f.tasks))}, " "
	for _, n := range f.tasks {
		name := jump(taskAnchor(n), strconv.Itoa(n))
		if aside := f.asideOf(n); aside != "" {
			name = wordRun(strconv.Itoa(n) + aside)
		}
		runs, between = append(runs, wordRun(between), name), ", "
	}
	return row(runs)
}

// stepLines are a list whose numbers begin anew.
func (d *document) stepLines(steps []model.Rich) []docxLine {
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

func commandLines(blocks []commands) []docxLine {
	var lines []docxLine
	for _, b := range blocks {
		lines = append(lines, docxLine{style: "CodeWhere", inside: []markup{wordRun(b.where + ":")}})
		for _, command := range b.lines {
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
		links = append(links, d.link(r.URL, sourceTitle(r)))
	}
	return []docxLine{{style: "Fact", inside: factRuns("Sources", links)}}
}
