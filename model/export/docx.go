package export

import (
	"errors"
	"io"

	"cmgwizard/model"
)

var docxFormat = Format{
	Name: "docx", Ext: ".docx", About: "a document for Word or LibreOffice",
	Binary: true,
	Write: func(w io.Writer, c model.Checklist, o Options) error { return errors.New("not written yet") },
}
