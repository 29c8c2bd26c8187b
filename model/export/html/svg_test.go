package html

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/export/exporttest"
)

// readSVG reads a drawing as an XML parser does, and gives its texts by element.
func readSVG(t *testing.T, page []byte) map[string][]string {
	t.Helper()
	texts, open := map[string][]string{}, []string{}
	for d := xml.NewDecoder(bytes.NewReader(page)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return texts
		}
		if err != nil {
			t.Fatalf("%v in %s", err, page)
		}
		switch token := token.(type) {
		case xml.StartElement:
			checkSVGElement(t, token)
			open = append(open, token.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				name := open[len(open)-1]
				texts[name] = append(texts[name], string(token))
			}
		case xml.Comment, xml.Directive:
			t.Errorf("%v in a drawing", token)
		}
	}
}

func checkSVGElement(t *testing.T, e xml.StartElement) {
	t.Helper()
	if !slices.Contains(exporttest.SVGElements, e.Name.Local) {
		t.Errorf("an element %s", e.Name.Local)
	}
	for _, a := range e.Attr {
		if !slices.Contains(exporttest.SvgAttributes, a.Name.Local) {
			t.Errorf("an attribute %s of %s", a.Name.Local, e.Name.Local)
		}
	}
}

func TestHostileTextIsTextInSVG(t *testing.T) {
	for _, value := range append(exporttest.Hostile, exporttest.DrawnNames...) {
		checkSVG(t, value)
	}
}

// checkSVG puts a text into every field of a plan and reads its drawing back.
func checkSVG(t *testing.T, value string) {
	t.Helper()
	texts := readSVG(t, exporttest.Exported(t, Drawing, value))
	want := drawing.Clean(value)
	if want == "" {
		return
	}
	if got := strings.Join(texts["title"], ""); got != "Traffic through the CMG: "+want {
		t.Errorf("%q comes back as %q", want, got)
	}
	if got := strings.Join(texts["desc"], ""); model.Known(value) && !strings.Contains(got, want) {
		t.Errorf("%q is not in %q", want, got)
	}
}

func FuzzSVG(f *testing.F) {
	for _, value := range append(exporttest.Hostile, exporttest.DrawnNames...) {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) { checkSVG(t, value) })
}

// TestSVGTellsWhatItShows looks for the words of the boxes and the problems.
func TestSVGTellsWhatItShows(t *testing.T) {
	texts := readSVG(t, exporttest.Exported(t, Drawing, exporttest.Harmless))["text"]
	for _, want := range []string{
		"Clients on the", "harmless", "Microsoft Entra ID, E-HTTP or HTTPS", "TCP 10124 to 10125, opened by the connection points",
		"E-HTTP", "HTTPS", "X3", "works once its tasks are done",
	} {
		if !slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, want) }) {
			t.Errorf("no text %q in %q", want, texts)
		}
	}
}
