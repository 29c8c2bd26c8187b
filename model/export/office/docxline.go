package office

import (
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// A docxLine is a paragraph of a style, with what it has beside the style: a
// number, a level in the outline.
type docxLine struct {
	style  markup
	beside markup
	inside []markup
}

func paragraph(style markup, inside ...markup) markup {
	return docxLine{style: style, inside: inside}.markup("")
}

// markup is the paragraph; more are properties that stand right behind the
// style, as the format orders them.
func (l docxLine) markup(more markup) markup {
	properties := tag("w:pPr", tag("w:pStyle"+at("w:val", string(l.style))), more+l.beside)
	return tag("w:p", append([]markup{properties}, l.inside...)...)
}

// kept keeps lines on one page as long as they fit on one.
func kept(lines []docxLine) markup {
	var b strings.Builder
	for i, l := range lines {
		if i < len(lines)-1 {
			b.WriteString(string(l.markup("<w:keepNext/>")))
		} else {
			b.WriteString(string(l.markup("")))
		}
	}
	return markup(b.String())
}

// wordRun is a piece of text that looks as its paragraph.
func wordRun(text string) markup { return styledRun("", text) }

// styledRun is a piece of text with properties. The blanks at its ends stay.
func styledRun(look markup, text string) markup {
	if look != "" {
		look = tag("w:rPr", look)
	}
	return tag("w:r", look, tag(`w:t xml:space="preserve"`, escaped(doc.CleanSpan(text))))
}

const (
	boldLook = `<w:rStyle w:val="Strong"/>`
	codeLook = `<w:rStyle w:val="CodeText"/>`
	linkLook = `<w:rStyle w:val="Hyperlink"/>`
)

func bold(text string) markup { return styledRun(boldLook, text) }

// tones are the colours of states and verdicts; the words beside them say the
// same.
var tones = map[string]markup{
	string(model.Done): "2E7D32", string(model.Blocked): "B3261E", string(model.AcceptedRisk): "9A6700", string(model.NotNeeded): "5F6B7A",
	string(rules.Broken): "B3261E", string(rules.Unclear): "5F6B7A", string(rules.Planned): "0B5CAD",
	string(judge.IsIncomplete): "9A6700", string(judge.ReadyWarnings): "9A6700", string(judge.IsReady): "2E7D32",
}

func coloured(tone, text string) markup {
	colour := tones[tone]
	if colour == "" {
		return bold(text)
	}
	return styledRun(boldLook+`<w:color w:val="`+colour+`"/>`, text)
}

// richMarkup is text with labels in bold and code in a font of its own.
func richMarkup(r model.Text) markup {
	var runs []markup
	for _, span := range r {
		runs = append(runs, styledRun([...]markup{model.PlainSpan: "", model.LabelSpan: boldLook, model.CodeSpan: codeLook}[span.Kind], span.Text))
	}
	return row(runs)
}

// Between lines of one paragraph, and between a label and its text.
const (
	docxBreak markup = `<w:r><w:br/></w:r>`
	docxTab   markup = `<w:r><w:tab/></w:r>`
)

// mark is a place that links of the document lead to.
func (d *document) mark(id string) markup {
	d.marks++
	number := at("w:id", strconv.Itoa(d.marks))
	return tag("w:bookmarkStart"+number+at("w:name", markName(id))) + tag("w:bookmarkEnd"+number)
}

// markName is a name as Word wants it: letters, digits and low lines.
func markName(id string) string { return "at_" + strings.ReplaceAll(id, "-", "_") }

// jump leads to a place of the document.
func jump(id, text string) markup {
	return tag("w:hyperlink"+at("w:anchor", markName(id))+` w:history="1"`, styledRun(linkLook, text))
}

// link leads to an address on the web; others are text.
func (d *document) link(url, text string) markup {
	address, ok := doc.Address(url)
	if !ok {
		return wordRun(text)
	}
	r := relation{"hyperlink", address, true}
	place := slices.Index(d.links, r)
	if place < 0 {
		place, d.links = len(d.links), append(d.links, r)
	}
	return tag("w:hyperlink"+at("r:id", relationID(len(docxRelations)+place))+` w:history="1"`, styledRun(linkLook, text))
}
