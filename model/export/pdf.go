package export

import (
	"errors"
	"io"

	"cmgwizard/model"
)

var pdfFormat = Format{
	Name: "pdf", Ext: ".pdf", About: "pages to print or to fill in on the screen",
	Binary: true,
	Write: func(w io.Writer, c model.Checklist, o Options) error { return errors.New("not written yet") },
}
