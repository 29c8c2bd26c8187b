package export

import (
	"errors"
	"io"

	"cmgwizard/model"
)

var xlsxFormat = Format{
	Name: "xlsx", Ext: ".xlsx", About: "a workbook for Excel or LibreOffice, one row a task",
	Binary: true,
	Write: func(w io.Writer, c model.Checklist, o Options) error { return errors.New("not written yet") },
}
