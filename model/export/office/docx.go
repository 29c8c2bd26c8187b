// Package office prints a sheet for Word and Excel: a document, a workbook, a list
// of comma-separated values.
package office

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/judge"
)

// Word is a document with boxes to tick, for those who want to write into
// the checklist.
var Word = doc.Format{
	Name: "docx", Ext: ".docx", About: "a document for Word or LibreOffice",
	Binary: true,
	Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		return writeDocument(w, doc.SheetOf(c, o.Detail), c, o)
	},
}

// Change and Report are the change request and the change report for the same
// programs.
var (
	Change = record("change-docx", "the change request, for Word or LibreOffice", doc.NewChangeRequest)
	Report = record("report-docx", "the change report, for Word or LibreOffice", doc.NewReport)
)

func record(name, about string, sheet func(judge.Checklist) doc.Sheet) doc.Format {
	return doc.Format{Name: name, Ext: ".docx", About: about, Binary: true, Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		return writeDocument(w, sheet(c), c, o)
	}}
}

func writeDocument(w io.Writer, s doc.Sheet, c judge.Checklist, o doc.Options) error {
	d := document{sheet: s, paper: o.Paper}
	return writeZip(w, d.parts(c))
}

// A document is the sheet as Word has it. What needs a number of its own is
// counted while it is written.
type document struct {
	sheet   doc.Sheet
	paper   doc.Paper
	picture []byte     // the drawing of the traffic, empty where it is left out
	links   []relation // the addresses that it leads to, and the picture
	lists   int        // numbered lists
	marks   int        // places to jump to
	boxes   int        // boxes to tick
}

// docxRelations are the parts that the text needs; its links come after them.
var docxRelations = []relation{
	{kind: "styles", target: "styles.xml"}, {kind: "settings", target: "settings.xml"}, {kind: "numbering", target: "numbering.xml"},
	{kind: "header", target: "header.xml"}, {kind: "footer", target: "footer.xml"},
}

const documentNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="` + officeNames + `relationships"`

// boxNames let a reader that knows no boxes to tick show the sign in them.
const boxNames = ` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"`

func (d *document) parts(c judge.Checklist) []zipPart {
	text := tag("w:document "+documentNames+boxNames, tag("w:body", d.body(), d.section()))
	types := []contentType{{"word/document.xml", "officedocument.wordprocessingml.document.main"}}
	for _, r := range docxRelations {
		types = append(types, contentType{"word/" + r.target, "officedocument.wordprocessingml." + r.kind})
	}
	var pictures []zipPart
	if d.picture != nil {
		pictures = []zipPart{{picturePart, markup(d.picture)}}
	}
	return append(append(packageParts("word/document.xml", types, c, d.sheet), pictures...),
		zipPart{"word/document.xml", text},
		relations("word/_rels/document.xml.rels", slices.Concat(docxRelations, d.links)),
		zipPart{"word/styles.xml", docxStyles()}, zipPart{"word/settings.xml", docxSettings},
		zipPart{"word/numbering.xml", docxNumbering(d.lists)},
		zipPart{"word/header.xml", d.header()}, zipPart{"word/footer.xml", d.footer()},
	)
}

// body is everything but the margins.
func (d *document) body() markup {
	s := d.sheet
	pieces := []markup{
		paragraph("Title", wordRun(s.Title)), paragraph("Subtitle", wordRun(s.Name)), d.headFacts(s.Facts),
		paragraph("Verdict", coloured(string(s.Verdict), s.Standing+".")), paragraph("BodyText", wordRun(s.Counts)), paragraph("Notice", wordRun(s.Notice)),
	}
	if s.Detail != doc.Short {
		pieces = append(pieces, d.contents(s.Parts))
	}
	for _, p := range s.Parts {
		pieces = append(pieces, d.part(p))
	}
	return row(pieces)
}

// part is a chapter.
func (d *document) part(p doc.Part) markup {
	title := docxLine{style: "Heading1", inside: []markup{d.mark(p.Id), wordRun(p.Title)}}
	if p.Paged {
		title.beside = "<w:pageBreakBefore/>"
	}
	pieces := []markup{title.markup(""), leadLine(p.Lead, len(p.Groups) > 0)}
	if p.Id == doc.TrafficID {
		pieces = append(pieces, d.drawing())
	}
	if len(p.Groups) > 0 && p.Groups[0].Job > 0 {
		return row(append(pieces, d.runTable(p.Groups)))
	}
	for _, g := range p.Groups {
		if g.Title != "" {
			pieces = append(pieces, paragraph("Heading2", d.mark(g.Id), wordRun(g.Title)))
		}
		pieces = append(pieces, leadLine(g.Lead, len(g.Entries) > 0), tableMarkup(g.Table))
		for _, e := range g.Entries {
			pieces = append(pieces, d.entry(e, g))
		}
	}
	return row(append(pieces, signOff(p.Signers)))
}

// leadLine stays on the page of what it leads to.
func leadLine(text string, leads bool) markup {
	l := docxLine{style: "BodyText", inside: []markup{wordRun(text)}}
	switch {
	case text == "":
		return ""
	case leads:
		return l.markup("<w:keepNext/>")
	}
	return l.markup("")
}

// picturePart is where the drawing of the traffic is kept.
const picturePart = "word/media/traffic.emf"

const pictureNames = ` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

// drawing is the traffic as a picture, with all it shows in words for those who do not see it.
func (d *document) drawing() markup {
	wide, _ := twips(d.paper)
	if d.sheet.Overview.Empty() {
		return ""
	}
	drawn := drawing.NewDrawing(d.sheet.Overview.Traffic, float64(wide-2*docxMargin)/20)
	d.picture = newMetafile(drawn)
	id := relationID(len(docxRelations) + len(d.links))
	d.links = append(d.links, relation{kind: "image", target: strings.TrimPrefix(picturePart, "word/")})
	const most = 600                          // points that a page has below a title
	unit := 12700 * min(1, most/drawn.Height) // that of Word is a 12,700th of a point
	size := at("cx", strconv.Itoa(int(drawn.Width*unit))) + at("cy", strconv.Itoa(int(drawn.Height*unit)))
	return docxLine{style: "Drawing", inside: []markup{tag("w:r", tag("w:drawing", tag(`wp:inline distT="0" distB="0" distL="0" distR="0"`+pictureNames,
		tag("wp:extent"+size), tag(`wp:docPr id="1" name="traffic"`+at("descr", drawn.About)),
		tag("a:graphic", tag(`a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"`, tag("pic:pic",
			`<pic:nvPicPr><pic:cNvPr id="1" name="traffic"/><pic:cNvPicPr/></pic:nvPicPr>`,
			tag("pic:blipFill", tag("a:blip"+at("r:embed", id)), "<a:stretch><a:fillRect/></a:stretch>"),
			tag("pic:spPr", tag("a:xfrm", `<a:off x="0" y="0"/>`, tag("a:ext"+size)), `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)))))))}}.markup("")
}
