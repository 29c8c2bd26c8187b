package export

import (
	"io"

	"cmgwizard/model"
)

// A Format is a way to write a checklist. The same plan and date give the same
// bytes.
type Format struct {
	Name  string // what people call it: "markdown"
	Ext   string // how its files end: ".md"
	About string // one line for a list of formats
	Write func(w io.Writer, c model.Checklist) error
}

// Formats lists every format.
func Formats() []Format { return []Format{textFormat, markdownFormat, htmlFormat, jsonFormat} }

// Find finds a format by its name, or by the ending of its files without dot.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if name == f.Name || "."+name == f.Ext {
			return f, true
		}
	}
	return Format{}, false
}
