package office

import (
	"strconv"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// relationID is the name of a relation by its place in the list.
func relationID(place int) string { return "rId" + strconv.Itoa(place+1) }

// A contentType says what a part is.
type contentType struct{ part, kind string }

// contentTypes is the part that tells a reader what each part is.
func contentTypes(types []contentType) zipPart {
	const known = "application/vnd.openxmlformats-"
	list := []markup{
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
		`<Default Extension="xml" ContentType="application/xml"/>`,
		`<Default Extension="emf" ContentType="image/x-emf"/>`,
	}
	for _, t := range append(types, contentType{"docProps/core.xml", "package.core-properties"}, contentType{"docProps/app.xml", "officedocument.extended-properties"}) {
		list = append(list, tag("Override"+at("PartName", "/"+t.part)+at("ContentType", known+t.kind+"+xml")))
	}
	return zipPart{"[Content_Types].xml", tag(`Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"`, list...)}
}

// packageParts are what a workbook and a document have alike: where the main
// part is, the title, and the date of the checklist as the date of the file.
func packageParts(main string, types []contentType, c judge.Checklist, s doc.Sheet) []zipPart {
	return []zipPart{
		contentTypes(types),
		relations("_rels/.rels", []relation{
			{kind: "officeDocument", target: main}, {kind: "core-properties", target: "docProps/core.xml"},
			{kind: "extended-properties", target: "docProps/app.xml"},
		}),
		{"docProps/core.xml", coreProperties(s, doc.Stamp(c))},
		{"docProps/app.xml", `<Properties xmlns="` + officeNames + `extended-properties"><Application>cmgwizard</Application></Properties>`},
	}
}

func coreProperties(s doc.Sheet, date time.Time) markup {
	day := date.UTC().Format("2006-01-02T15:04:05Z")
	return tag(`cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`+
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"`+
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
		tag("dc:title", xmlText(doc.Joined(s.Title, s.Name))), "<dc:creator>cmgwizard</dc:creator>",
		`<cp:lastModifiedBy>cmgwizard</cp:lastModifiedBy>`,
		tag(`dcterms:created xsi:type="dcterms:W3CDTF"`, xmlText(day)), tag(`dcterms:modified xsi:type="dcterms:W3CDTF"`, xmlText(day)),
		"<dc:language>en</dc:language>")
}

// fact is what the head of the sheet says under a label.
func fact(s doc.Sheet, label string) string {
	for _, f := range s.Facts {
		if f.Label == label {
			return f.Text()
		}
	}
	return ""
}

// cutText is a text of so many signs at most, and of one line.
func cutText(text string, most int) string {
	text = model.Clean(text)
	if short := cutRunes(text, most); short != text {
		return short + "\u2026"
	}
	return text
}
