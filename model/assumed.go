package model

import (
	"slices"
	"strings"
)

// AssumedMark stands behind a value that nobody said.
const AssumedMark = " (assumed)"

// Assumed are the keys of one table that the program filled in and nobody said,
// in the order of the table. It is one text, so that entries of a list can be
// compared and copied as a whole.
type Assumed string

// Keys lists the keys.
func (a Assumed) Keys() []string {
	if a == "" {
		return nil
	}
	return strings.Split(string(a), ",")
}

// Assumed reports whether the program filled the field in and nobody said it.
func (f Field) Assumed() bool {
	return f.marks != nil && *f.marks != "" && slices.Contains(f.marks.Keys(), f.name())
}

// Assume writes a value that nobody said. The error is that of Set.
func (f Field) Assume(text string) error {
	if err := f.Set(text); err != nil {
		return err
	}
	f.MarkAssumed()
	return nil
}

// MarkAssumed takes the value for one that nobody said. Without a value there
// is nothing to mark.
func (f Field) MarkAssumed() {
	if f.Given() && !f.Assumed() {
		f.mark(append(f.marks.Keys(), f.name()))
	}
}

// Confirm makes an answer of what was assumed.
func (f Field) Confirm() {
	if f.Assumed() {
		f.mark(slices.DeleteFunc(f.marks.Keys(), func(key string) bool { return key == f.name() }))
	}
}

func (f Field) mark(keys []string) {
	slices.SortFunc(keys, func(a, b string) int { return slices.Index(f.order, a) - slices.Index(f.order, b) })
	*f.marks = Assumed(strings.Join(keys, ","))
}

// name is the key within its table.
func (f Field) name() string { return f.Key[strings.LastIndexByte(f.Key, '.')+1:] }

// AssumedFields lists the fields that nobody said, in file order.
func (a *Answers) AssumedFields() []Field {
	if !a.AnyAssumed() {
		return nil
	}
	return slices.DeleteFunc(a.Fields(), func(f Field) bool { return !f.Assumed() })
}

// AnyAssumed reports whether the program filled anything in.
func (a *Answers) AnyAssumed() bool {
	assumed := a.Site.Assumed + a.Entra.Assumed + a.PKI.Assumed + a.Token.Assumed + a.Gateway.Assumed + a.ClientSettings.Assumed
	for i := range a.Devices {
		assumed += a.Devices[i].Assumed
	}
	for i := range a.ManagementPoints {
		assumed += a.ManagementPoints[i].Assumed
	}
	for i := range a.ConnectionPoints {
		assumed += a.ConnectionPoints[i].Assumed
	}
	return assumed != ""
}
