package page

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
)

// textString is a text that people read outside of the pages, such as the title
// of the window: any character is right here, but controls.
func textString(text string) string {
	text = uncontrolled(text)
	if plain(text) {
		return literal(text)
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}

// uncontrolled makes blanks of controls.
func uncontrolled(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\uFFFE' || r == '\uFFFF' {
			return ' '
		}
		return r
	}, text)
}

var escapes = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

// literal is a string of plain ASCII.
func literal(text string) string { return "(" + escapes.Replace(text) + ")" }

// producer is what made the file.
const producer = "go-pdf/fpdf"

// information is what old readers show of a document.
func (d *Document) information() string {
	made := ""
	if t := d.about.Made; !t.IsZero() {
		stamp := literal(t.UTC().Format("D:20060102150405Z"))
		made = "/CreationDate" + stamp + "/ModDate" + stamp
	}
	return fmt.Sprintf("<</Title%s/Subject%s/Producer%s%s>>",
		textString(d.about.Title), textString(d.about.Subject), literal(producer), made)
}

// metadata is the same as XML, which newer readers want.
func (d *Document) metadata() string {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n")
	write := func(before, text, after string) {
		b.WriteString(before)
		// A builder takes all.
		_ = xml.EscapeText(&b, []byte(uncontrolled(text)))
		b.WriteString(after + "\n")
	}
	write(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, d.about.Title, `</rdf:li></rdf:Alt></dc:title>`)
	write(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, d.about.Subject, `</rdf:li></rdf:Alt></dc:description>`)
	write(`<dc:language><rdf:Bag><rdf:li>`, d.about.Language, `</rdf:li></rdf:Bag></dc:language>`)
	write(`<pdf:Producer>`, producer, `</pdf:Producer>`)
	if t := d.about.Made; !t.IsZero() {
		stamp := t.UTC().Format(time.RFC3339)
		write(`<xmp:CreateDate>`, stamp, `</xmp:CreateDate>`)
		write(`<xmp:ModifyDate>`, stamp, `</xmp:ModifyDate>`)
	}
	b.WriteString(`</rdf:Description></rdf:RDF></x:xmpmeta>` + "\n<?xpacket end=\"r\"?>")
	return fmt.Sprintf("<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream", b.Len(), b.String())
}
