// Package planfile keeps plans on disk as TOML that people can read, edit and
// review. It reads strictly, saves atomically and locks a neighbour of the
// plan. It never guesses: a file that it does not understand in full is
// refused and left as it is.
package planfile

import (
	"cmp"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
)

// A Document is a plan together with what only its text holds: the comments
// that people wrote and the ends of its lines.
type Document struct {
	Plan model.Plan

	comments comments
	crlf     bool
}

// New is the document of a plan that has no file yet.
func New() *Document { return &Document{} }

// Parse reads the text of a plan. The name is the one that errors call it by.
func Parse(name string, data []byte) (*Document, error) {
	text, err := plainText(name, data)
	if err != nil {
		return nil, err
	}
	crlf := endsInCRLF(text)
	text = strings.ReplaceAll(text, "\r\n", "\n")
	outline, err := scan(name, text)
	if err != nil {
		return nil, err
	}
	plan, err := outline.read(name, text)
	if err != nil {
		return nil, err
	}
	outline.comments.nameTasks(plan.Tasks)
	return &Document{Plan: plan, comments: outline.comments, crlf: crlf}, nil
}

// read turns the text, whose outline is known to be harmless, into a plan.
func (o *outline) read(name, text string) (model.Plan, error) {
	if len(o.repeated) > 0 {
		return model.Plan{}, o.repeated
	}
	tables, err := decode(name, text)
	if err != nil {
		return model.Plan{}, err
	}
	if err := o.checkFormat(name, tables["format"]); err != nil {
		return model.Plan{}, err
	}
	if o.begun && !o.ended {
		return model.Plan{}, endMissing(name)
	}
	r := reader{name: name, lines: o.lines}
	plan := r.plan(tables)
	if len(r.problems) > 0 {
		slices.SortStableFunc(r.problems, byLine)
		return model.Plan{}, r.problems
	}
	assume.Reclaim(&plan)
	return plan, nil
}

func byLine(a, b Problem) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Key, b.Key))
}

// checkFormat comes before everything else that a file says: a newer format may
// hold anything.
func (o *outline) checkFormat(name string, format any) error {
	problem := Problem{File: name, Line: o.lines["format"], Key: "format", What: "expected the number 1"}
	switch n, isNumber := format.(int64); {
	case format == nil:
		return noFormat(name)
	case !isNumber || n < 1:
		return Problems{problem}
	case n > model.Format:
		return &newerError{Name: name, Format: n}
	}
	return nil
}

// endsInCRLF says how the lines of a file end: the first one decides where
// they differ.
func endsInCRLF(text string) bool {
	line, _, found := strings.Cut(text, "\n")
	return found && strings.HasSuffix(line, "\r")
}
