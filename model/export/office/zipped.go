package office

import (
	"archive/zip"
	"io"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// A zipPart is one file in the zip that a workbook or a document is: XML, or a picture.
type zipPart struct {
	name string
	body markup
}

// xmlHead stands before the body of each part.
const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// zipTime is the oldest time that a zip can hold. Every part has it, so that
// the same text gives the same bytes.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// writeZip writes the parts in their order.
func writeZip(w io.Writer, parts []zipPart) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		file, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: zipTime})
		if err != nil {
			return err
		}
		text := string(p.body)
		if p.name != picturePart {
			text = xmlHead + text
		}
		if _, err := io.WriteString(file, text); err != nil {
			return err
		}
	}
	return z.Close()
}

// markup is well-formed XML. Words of this program may be written as markup;
// text from elsewhere can only become it through xmlText or at, which escape.
type markup string

// tag is an element. Its start is the name, with attributes made by at.
func tag(start markup, inside ...markup) markup {
	if len(inside) == 0 {
		return "<" + start + "/>"
	}
	name, _, _ := strings.Cut(string(start), " ")
	return "<" + start + ">" + row(inside) + "</" + markup(name) + ">"
}

// filled is an element, or nothing where there is nothing in it.
func filled(name, inside markup) markup {
	if inside == "" {
		return ""
	}
	return tag(name, inside)
}

// at is an attribute.
func at(key markup, value string) markup { return " " + key + `="` + xmlText(value) + `"` }

// row puts pieces of markup after each other.
func row(pieces []markup) markup {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(string(p))
	}
	return markup(b.String())
}

// xmlText is text of one or more lines, cleaned and escaped.
func xmlText(text string) markup { return escaped(model.CleanLines(text)) }

// escaped is clean text as XML, without what no XML file can hold.
func escaped(text string) markup { return markup(xmlSigns.Replace(doc.XMLValid(text))) }

// xmlSigns also keep the line breaks of attributes.
var xmlSigns = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;", "\n", "&#10;")

// relation leads from one part to another, or to an address on the web.
type relation struct {
	kind, target string
	outside      bool
}

// officeNames is where the names of relations and of their parts start.
const officeNames = "http://schemas.openxmlformats.org/officeDocument/2006/"

// relations is a part that numbers relations from rId1.
func relations(name string, list []relation) zipPart {
	var rows []markup
	for i, r := range list {
		start := "Relationship" + at("Id", relationID(i)) + at("Type", relationType(r.kind)) + at("Target", r.target)
		if r.outside {
			start += ` TargetMode="External"`
		}
		rows = append(rows, tag(start))
	}
	return zipPart{name, tag(`Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`, rows...)}
}

func relationType(kind string) string {
	if kind == "core-properties" {
		return "http://schemas.openxmlformats.org/package/2006/relationships/metadata/" + kind
	}
	return officeNames + "relationships/" + kind
}
