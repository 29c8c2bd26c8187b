package export

import (
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/html"
	"cmgwizard/model/export/markdown"
	"cmgwizard/model/export/office"
	"cmgwizard/model/export/pdf"
	"cmgwizard/model/export/text"
)

// Formats lists every format.
func Formats() []doc.Format {
	return []doc.Format{
		text.Format, markdown.Format, html.Format, pdf.Format, office.Word, office.Workbook, office.CSV, calendarFormat,
		markdown.Decision, html.Decision, markdown.Change, html.Change, office.Change,
		markdown.Report, html.Report, office.Report, html.Drawing, jsonFormat,
	}
}

// Find finds a format by its name, or by the ending of its files without dot.
func Find(name string) (doc.Format, bool) {
	for _, f := range Formats() {
		if strings.EqualFold(name, f.Name) || strings.EqualFold("."+name, f.Ext) {
			return f, true
		}
	}
	return doc.Format{}, false
}
