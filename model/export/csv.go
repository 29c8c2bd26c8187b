package export

import (
	"errors"
	"io"

	"cmgwizard/model"
)

var csvFormat = Format{
	Name: "csv", Ext: ".csv", About: "a list of the tasks that Excel opens, one row a task",
	Write: func(w io.Writer, c model.Checklist, o Options) error { return errors.New("not written yet") },
}
