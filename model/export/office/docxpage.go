package office

import (
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// contents are links to the parts and their groups. They are a field, so that
// Word can make them anew. Their page numbers are fields too: empty until Word
// updates them (F9), for only it knows them, and a document that makes it do so at
// once opens with a warning.
func (d *document) contents(parts []doc.Part) markup {
	deep := d.sheet.Detail != "" // what is no checklist is short
	lines := []docxLine{}
	add := func(style markup, id, title string) {
		if title != "" {
			lines = append(lines, docxLine{style: style, beside: d.rightTab(), inside: []markup{jump(id, title), pageOf(id)}})
		}
	}
	for _, p := range parts {
		add("TOC1", p.Id, p.Title)
		for _, g := range p.Groups {
			if deep {
				add("TOC2", g.Id, g.Title)
			}
		}
	}
	first, last := &lines[0], &lines[len(lines)-1]
	levels := map[bool]markup{true: "1-2", false: "1-1"}[deep]
	first.inside = append([]markup{fieldBegin(`TOC \o "` + levels + `" \h \z`)}, first.inside...)
	last.inside = append(last.inside, fieldEnd)
	pieces := []markup{paragraph("ContentsTitle", wordRun("Contents"))}
	for _, l := range lines {
		pieces = append(pieces, l.markup(""))
	}
	return row(pieces)
}

// pageOf is the page of a place, behind a tab.
func pageOf(id string) markup {
	return docxTab + fieldBegin("PAGEREF "+escaped(markName(id))+` \h`) + fieldEnd
}

// A field goes from its begin to its end; between them stands what it shows.
func fieldBegin(code markup) markup {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + code +
		` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
}

const fieldEnd markup = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`

// border and tableProperties are how a table is drawn: as wide as the page, with
// thin lines.
const (
	border = ` w:val="single" w:sz="4" w:space="0" w:color="8C959F"/>`

	tableProperties markup = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top` + border + `<w:left` + border + `<w:bottom` + border +
		`<w:right` + border + `<w:insideH` + border + `<w:insideV` + border + `</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`
)

// tableMarkup is a table with its titles on each page.
func tableMarkup(t doc.Table) markup {
	if t.Rows == nil {
		return ""
	}
	wide := columnWidths(t)
	rows := []markup{tableHead(wide), tableRow("<w:tblHeader/>", wide, eachMarkup(t.Heads, bold)...)}
	for i, cells := range t.Rows {
		next := keptRow
		if i == len(t.Rows)-1 || i > 0 && len(t.Rows) > shortTable {
			next = ""
		}
		rows = append(rows, rowMarkup(next, "", wide, eachMarkup(cells, wordRun)...))
	}
	return tag("w:tbl", rows...) + paragraph("BodyText")
}

// shortTable is how many rows stay on one page.
const shortTable = 5

// keptRow keeps a row on the page of the next one.
const keptRow markup = "<w:keepNext/>"

// columnWidths give each column room for its longest word, and share what is left
// of the page by the usual length of a cell.
func columnWidths(t doc.Table) []string {
	const page, letter, longest, margins = 9600, 115, 18, 230
	room, letters, left, all := make([]int, len(t.Heads)), make([]int, len(t.Heads)), page, 0
	for i := range room {
		word := 0
		for _, row := range append(slices.Clone(t.Rows), t.Heads) {
			letters[i] += len(row[i])
			for _, w := range strings.Fields(row[i]) {
				word = max(word, min(len(w), longest))
			}
		}
		room[i] = min(word*letter+margins, page/len(t.Heads))
		left, all = left-room[i], all+letters[i]
	}
	wide := make([]string, len(room))
	for i := range wide {
		wide[i] = strconv.Itoa(room[i] + left*letters[i]/max(all, 1))
	}
	return wide
}

func eachMarkup(texts []string, as func(string) markup) []markup {
	list := make([]markup, len(texts))
	for i, text := range texts {
		list[i] = as(text)
	}
	return list
}

// tableHead are the looks of a table and its columns, which are so wide.
func tableHead(wide []string) markup {
	var columns []markup
	for _, w := range wide {
		columns = append(columns, tag("w:gridCol"+at("w:w", w)))
	}
	return tableProperties + tag("w:tblGrid", columns...)
}

// tableRow stays on the page of the next row.
func tableRow(properties markup, wide []string, texts ...markup) markup {
	return rowMarkup(keptRow, properties, wide, texts...)
}

func rowMarkup(next, properties markup, wide []string, texts ...markup) markup {
	cells := []markup{tag("w:trPr", "<w:cantSplit/>"+properties)}
	for i, text := range texts {
		cells = append(cells, tag("w:tc", tag("w:tcPr", tag("w:tcW"+at("w:w", wide[i])+` w:type="dxa"`)), docxLine{style: "RunCell", inside: []markup{text}}.markup(next)))
	}
	return tag("w:tr", cells...)
}

// signOff is a table to write into by hand.
func signOff(signers []string) markup {
	if signers == nil {
		return ""
	}
	wide := []string{"1600"}
	for range signers {
		wide = append(wide, strconv.Itoa(8000/len(signers)))
	}
	rows := []markup{tableHead(wide), tableRow("<w:tblHeader/>", wide, append([]markup{""}, eachMarkup(signers, bold)...)...)}
	for _, label := range doc.SignatureLabels {
		rows = append(rows, tableRow(`<w:trHeight w:val="680" w:hRule="atLeast"/>`, wide, append([]markup{bold(label)}, make([]markup, len(signers))...)...))
	}
	return tag("w:tbl", rows...) + paragraph("BodyText")
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
	return docxLine{style: style, beside: d.rightTab(), inside: inside}.markup("")
}

// rightTab is a tab that leads to the right edge.
func (d *document) rightTab() markup {
	width, _ := twips(d.paper)
	return tag("w:tabs", tag(`w:tab w:val="right"`+at("w:pos", strconv.Itoa(width-2*docxMargin))))
}
