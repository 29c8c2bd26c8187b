package export

import (
	"errors"
	"io"

	"cmgwizard/model"
)

var svgFormat = Format{
	Name: "svg", Ext: ".svg", About: "the drawing of the traffic alone",
	Write: func(w io.Writer, c model.Checklist, o Options) error { return errors.New("not written yet") },
}
