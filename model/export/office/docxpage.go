package office

import (
	"strconv"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/judge"
)

// contents are links to the parts and their groups. They are a field, so that
// Word can make them anew; they have no page numbers, which only Word knows, so
// that it need not ask to be allowed to put them in.
func (d *document) contents(parts []doc.Part) markup {
	lines := []docxLine{}
	add := func(style markup, id, title string) {
		if title != "" {
			lines = append(lines, docxLine{style: style, inside: []markup{jump(id, title)}})
		}
	}
	for _, p := range parts {
		add("TOC1", p.Id, p.Title)
		for _, g := range p.Groups {
			add("TOC2", g.Id, g.Title)
		}
		if p.Id == overviewID && len(d.traffic) > 0 {
			add("TOC2", trafficID, drawing.TrafficTitle)
		}
	}
	add("TOC1", signOffID, doc.SignOffTitle)
	const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \n \h \z </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	first, last := &lines[0], &lines[len(lines)-1]
	first.inside = append([]markup{begin}, first.inside...)
	last.inside = append(last.inside, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
	pieces := []markup{paragraph("ContentsTitle", wordRun("Contents"))}
	for _, l := range lines {
		pieces = append(pieces, l.markup(""))
	}
	return row(pieces)
}

// Places that are no parts of a sheet, and one that is.
const (
	signOffID  = "sign-off"
	trafficID  = "traffic"
	overviewID = "overview"
)

// border and tableProperties are how a table is drawn: as wide as the page, with
// thin lines.
const (
	border = ` w:val="single" w:sz="4" w:space="0" w:color="8C959F"/>`

	tableProperties markup = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top` + border + `<w:left` + border + `<w:bottom` + border +
		`<w:right` + border + `<w:insideH` + border + `<w:insideV` + border + `</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`
)

// signOff is a table to write into by hand.
func (d *document) signOff() markup {
	rows := []markup{signRow("<w:tblHeader/>", append([]string{""}, doc.Signatories...))}
	for _, label := range doc.SignatureLabels {
		rows = append(rows, signRow(`<w:trHeight w:val="680" w:hRule="atLeast"/>`, append([]string{label}, make([]string, len(doc.Signatories))...)))
	}
	grid := `<w:tblGrid><w:gridCol w:w="1600"/><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>`
	return paragraph("Heading1", d.mark(signOffID), wordRun(doc.SignOffTitle)) +
		tag("w:tbl", append([]markup{tableProperties, markup(grid)}, rows...)...) + paragraph("BodyText")
}

func signRow(properties markup, texts []string) markup {
	cells := []markup{tag("w:trPr", "<w:cantSplit/>"+properties)}
	for i, text := range texts {
		width := []string{"1600", "4000", "4000"}[i]
		cells = append(cells, tag("w:tc", tag("w:tcPr", tag("w:tcW"+at("w:w", width)+` w:type="dxa"`)), docxLine{style: "Cell", inside: []markup{bold(text)}}.markup("<w:keepNext/>")))
	}
	return tag("w:tr", cells...)
}

// The sizes of paper and of the margin in twentieths of a point.
const docxMargin = 1134

func twips(p doc.Paper) (width, height int) {
	if p == doc.Letter {
		return 12240, 15840
	}
	return 11906, 16838
}

// section is the page: its paper, what stands above and below.
func (d *document) section() markup {
	width, height := twips(d.paper)
	margin := strconv.Itoa(docxMargin)
	return tag("w:sectPr",
		tag(`w:headerReference w:type="default"`+at("r:id", relationID(3))), tag(`w:footerReference w:type="default"`+at("r:id", relationID(4))),
		tag("w:pgSz"+at("w:w", strconv.Itoa(width))+at("w:h", strconv.Itoa(height))),
		tag("w:pgMar"+at("w:top", "1304")+at("w:right", margin)+at("w:bottom", margin)+at("w:left", margin)+at("w:header", "624")+at("w:footer", "567")+at("w:gutter", "0")))
}

// header says on each page what it belongs to.
func (d *document) header() markup {
	s := d.sheet
	left := cutText(doc.Joined(s.Title, s.Name), 70)
	right := "Site " + cutText(fact(s, "Site"), 15) + ", " + judge.Verdicts.Label(s.Verdict) + ", " + fact(s, "Date")
	return tag("w:hdr "+documentNames, d.margin("Header", wordRun(left), docxTab, wordRun(right)))
}

func (d *document) footer() markup {
	return tag("w:ftr "+documentNames, d.margin("Footer", docxTab, wordRun("Page "), field("PAGE"), wordRun(" of "), field("NUMPAGES")))
}

func field(name markup) markup {
	return `<w:fldSimple w:instr="` + name + `"><w:r><w:t>1</w:t></w:r></w:fldSimple>`
}

// margin is a line whose tab leads to the right edge.
func (d *document) margin(style markup, inside ...markup) markup {
	width, _ := twips(d.paper)
	tab := tag("w:tabs", tag(`w:tab w:val="right"`+at("w:pos", strconv.Itoa(width-2*docxMargin))))
	return docxLine{style: style, beside: tab, inside: inside}.markup("")
}
