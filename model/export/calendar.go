package export

import (
	"errors"
	"io"

	"cmgwizard/model"
)

var calendarFormat = Format{
	Name: "calendar", Ext: ".ics", About: "a calendar of what expires and of what is due",
	Write: func(w io.Writer, c model.Checklist, o Options) error { return errors.New("not written yet") },
}
