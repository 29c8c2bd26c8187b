package page

import (
	"bytes"
	"fmt"
	"strings"
)

// A writer makes the file out of what the PDF library drew and what the
// document kept beside it.
type writer struct {
	*file
	d       *Document
	owners  []*element // of annotations, in the order of the parent tree
	ticks   map[string]int
	catalog strings.Builder
}

// write ends the library's file and makes ours of it: the library knows neither
// tags nor forms, and calls its fonts whole.
func (d *Document) write() {
	f, err := d.paint()
	if err != nil {
		d.err = err
		return
	}
	w := &writer{file: f, d: d, ticks: map[string]int{}}
	info, root := len(f.objects)-2, len(f.objects)-1
	w.fonts()
	w.press()
	w.structure()
	w.outline()
	w.pages()
	w.set(info, "%s", d.information())
	w.set(root, "%s", w.root())
	if d.err == nil {
		d.out = f.bytes(root, info)
	}
}

// paint draws all pages and takes the library's file apart.
func (d *Document) paint() (*file, error) {
	b := newBrush(d.about.Paper)
	for _, p := range d.pages {
		b.page(p)
	}
	d.loaded = b.loaded
	var drawn bytes.Buffer
	if err := b.pdf.Output(&drawn); err != nil {
		return nil, err
	}
	return readFile(drawn.Bytes())
}

// pageObject is the object of a page, counted from 1, in the library's file;
// what is drawn on it follows.
func pageObject(page int) int { return 1 + 2*page }

// pages writes the pages anew, and what is drawn on them better compressed.
func (w *writer) pages() {
	for i, p := range w.d.pages {
		n := pageObject(i + 1)
		parents, annots := "", ""
		if len(p.owners) > 0 {
			parents = fmt.Sprintf("/StructParents %d", i)
		}
		for _, a := range p.annotations {
			annots += fmt.Sprintf(" %d 0 R", a.number)
		}
		if annots != "" {
			annots = "/Annots[" + annots[1:] + "]"
		}
		w.objects[n+1] = w.stream("", content(w.objects[n+1]))
		w.set(n, "<</Type/Page/Parent 1 0 R/Resources 2 0 R/Contents %d 0 R/Tabs/S%s%s>>", n+1, parents, annots)
	}
}

// root is the catalog.
func (w *writer) root() string {
	metadata := w.add(w.d.metadata())
	return fmt.Sprintf("<</Type/Catalog/Pages 1 0 R/Lang%s/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R%s>>",
		textString(w.d.about.Language), metadata, w.catalog.String())
}

// destination is a height on a page to jump to.
func (w *writer) destination(p place) string {
	return fmt.Sprintf("[%d 0 R/XYZ 0 %.2f null]", pageObject(p.page), (w.d.about.Paper.Height-p.y)/point)
}
