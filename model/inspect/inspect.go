// Package inspect recognises files by what is in them, never by their names,
// and says what they mean for a CMG: certificates and texts about them, device
// state, bulk registration tokens, port bindings, ccmsetup command lines, log lines
// and collected files. It takes bytes and a date, and touches neither disk nor network. What is
// secret is refused or reduced to public facts, and never echoed.
package inspect

import (
	"io"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/logs"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

// MaxSize is the largest file that is held, in bytes. Of more only logs are read,
// block by block.
const MaxSize = 4 << 20

// MaxLog is how much of a log is read, in bytes.
const MaxLog = 1 << 30

// An Input is a file, as bytes or as what opens it.
type Input struct {
	Name string // its base name, or as much of its path as tells it apart
	Data []byte
	Open func() (io.ReadCloser, error) // nil: Data is all of it
	Size int64                         // about how much Open gives, 0 where that is not known
	Err  error                         // why it could not be read
}

// A Report is what was found in a heap of files.
type Report struct {
	Files  []reading.File `json:"files"`
	Chains pki.Chains     `json:"chains"`
	Story  *logs.Story    `json:"story,omitempty"` // what the logs among them tell together
}

// Inspect recognises the files and says what they mean on a date. With a plan
// they are compared with its answers; nil is no plan.
func Inspect(inputs []Input, plan *model.Plan, at time.Time) Report {
	in := &inspection{View: reading.View{Plan: plan, At: at}}
	for f := range loaded(inputs[:min(len(inputs), maxFiles)], in.View) {
		in.found = append(in.found, in.look(f))
	}
	in.sort()
	for _, f := range in.found {
		in.compare(f)
	}
	in.weigh()
	return in.report(len(inputs) - len(in.found))
}

// Evidence is what a plan keeps of the files, in their order.
func (r Report) Evidence() []model.Evidence {
	var all []model.Evidence
	for _, f := range r.Files {
		all = append(all, f.Evidence...)
	}
	return all
}
