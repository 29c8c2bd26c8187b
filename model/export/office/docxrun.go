package office

import (
	"strconv"

	"cmgwizard/model/doc"
)

// runWidths are the columns of the run sheet: box and number, task, what comes
// before it, wait, due day, initials. Together they are as wide as the page.
var runWidths = []string{"850", "4550", "1100", "1300", "1050", "800"}

// runTable is the run sheet: a row for each task below a band for its job. Its
// titles come again on each page.
func (d *document) runTable(jobs []doc.Group) markup {
	rows := []markup{tableHead(runWidths), tableRow("<w:tblHeader/>", runWidths,
		bold("Done"), bold(doc.TaskColumn), bold(doc.AfterColumn), bold(doc.WaitColumn), bold(doc.DueColumn), bold(doc.InitialsColumn))}
	for _, g := range jobs {
		rows = append(rows, d.runBand(g))
		for _, e := range g.Entries {
			rows = append(rows, d.runRow(e))
		}
	}
	return tag("w:tbl", rows...) + paragraph("BodyText")
}

// runBand is the title of a job over its tasks, on the page of the first.
func (d *document) runBand(g doc.Group) markup {
	cell := tag("w:tcPr", tag(`w:tcW w:type="pct"`+at("w:w", "5000")), tag("w:gridSpan"+at("w:val", strconv.Itoa(len(runWidths)))),
		`<w:shd w:val="clear" w:color="auto" w:fill="F2F4F7"/>`)
	line := docxLine{style: "RunCell", inside: []markup{d.mark(g.Id), bold(g.Title), wordRun("  " + g.Lead)}}
	return tag("w:tr", tag("w:trPr", "<w:cantSplit/>"), tag("w:tc", cell, line.markup("<w:keepNext/>")))
}

// runRow is a task of the run sheet.
func (d *document) runRow(e doc.Entry) markup {
	title := jump(doc.TaskAnchor(e.Number), e.Title)
	if !e.Carded {
		title = d.mark(doc.TaskAnchor(e.Number)) + wordRun(e.Title)
	}
	if e.Word != "" {
		title += wordRun(" ") + coloured(e.Tone, e.Word)
	}
	if window := e.Of(doc.WindowLabel).Text(); window != "" {
		title += wordRun(" " + window)
	}
	if back := e.NoWayBack(); back != "" {
		title += wordRun(" ") + bold(back)
	}
	return rowMarkup("", "", runWidths, d.box(e)+wordRun(" "+strconv.Itoa(e.Number)), title,
		wordRun(e.Of(doc.AfterLabel).Numbers()), wordRun(e.Of(doc.WaitLabel).Text()), wordRun(e.Day()), wordRun(e.Of(doc.AssignedLabel).Text()))
}
