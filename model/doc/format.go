package doc

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
	Paper  Paper
	Detail Detail
	Say    func(note string) // is told what the reader should know about the file; may be nil
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

// Stamp is the time that a file says it was made at: the day of the checklist,
// so that the same plan gives the same bytes all day.
func Stamp(c judge.Checklist) time.Time { return c.Date.UTC().Truncate(24 * time.Hour) }

// Tell says a note to whoever prints, if anybody listens.
func (o Options) Tell(note string) {
	if o.Say != nil {
		o.Say(note)
	}
}
