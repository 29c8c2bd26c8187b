package export

import (
	"io"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// A Format is a way to write a checklist. The same plan and date give the same
// bytes.
type Format struct {
	Name   string // what people call it: "markdown"
	Ext    string // how its files end: ".md"
	About  string // one line for a list of formats
	Binary bool   // no text: a terminal is never filled with it
	Write  func(w io.Writer, c judge.Checklist, o Options) error
}

// Options say how a checklist is written. The zero Options are good ones.
type Options struct {
	Paper Paper
	Say   func(note string) // is told what the reader should know about the file; may be nil
}

// A Paper is a size of paper.
type Paper string

// The papers. The zero Paper is A4.
const (
	A4     Paper = "a4"
	Letter Paper = "letter"
)

// Papers are the sizes of paper.
var Papers = model.Terms[Paper]{{Value: A4, Label: "A4"}, {Value: Letter, Label: "Letter"}}

// stamp is the time that a file says it was made at: the day of the checklist,
// so that the same plan gives the same bytes all day.
func stamp(c judge.Checklist) time.Time { return c.Date.UTC().Truncate(24 * time.Hour) }

func (o Options) say(note string) {
	if o.Say != nil {
		o.Say(note)
	}
}

// Formats lists every format.
func Formats() []Format {
	return []Format{
		textFormat, markdownFormat, htmlFormat, pdfFormat, docxFormat, xlsxFormat, csvFormat, calendarFormat,
		decisionFormat, decisionPageFormat, svgFormat, jsonFormat,
	}
}

// Find finds a format by its name, or by the ending of its files without dot.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if name == f.Name || "."+name == f.Ext {
			return f, true
		}
	}
	return Format{}, false
}
