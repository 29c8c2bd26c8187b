package page

import "fmt"

// A bookmark is a line of the outline.
type bookmark struct {
	level int
	title string
	place
}

// Bookmark adds a line to the outline that leads to y on the present page.
// Level 0 is the top; a level is at most one deeper than the one before.
func (d *Document) Bookmark(level int, title string, y float64) {
	if !d.ready(y) {
		return
	}
	deepest := 0
	if n := len(d.outline); n > 0 {
		deepest = d.outline[n-1].level + 1
	}
	d.outline = append(d.outline, bookmark{min(max(level, 0), deepest), title, place{len(d.pages), y}})
}

// outline writes the bookmarks.
func (w *writer) outline() {
	marks := w.d.outline
	if len(marks) == 0 {
		return
	}
	root := w.add("")
	for range marks {
		w.add("")
	}
	tops := w.siblings(root, root, 0, len(marks))
	w.set(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>",
		root+1+tops[0], root+1+tops[len(tops)-1], w.d.showing())
	fmt.Fprintf(&w.catalog, "/Outlines %d 0 R/PageMode/UseOutlines", root)
}

// showing is how many lines of the outline are seen at first: two levels.
func (d *Document) showing() int {
	n := 0
	for _, b := range d.outline {
		if b.level < 2 {
			n++
		}
	}
	return n
}

// siblings writes the bookmarks from..to, which hang below the object parent,
// and tells which of them hang there directly. Bookmark i is the object i+1
// after the root of the outline.
func (w *writer) siblings(root, parent, from, to int) []int {
	var direct []int
	for i := from; i < to; i++ {
		if w.d.outline[i].level == w.d.outline[from].level {
			direct = append(direct, i)
		}
	}
	for k, i := range direct {
		end, links := to, fmt.Sprintf("/Parent %d 0 R", parent)
		if k > 0 {
			links += fmt.Sprintf("/Prev %d 0 R", root+1+direct[k-1])
		}
		if k+1 < len(direct) {
			end = direct[k+1]
			links += fmt.Sprintf("/Next %d 0 R", root+1+end)
		}
		w.bookmark(root, i, end, links)
	}
	return direct
}

// bookmark writes one line of the outline and those below it, up to end.
func (w *writer) bookmark(root, i, end int, links string) {
	b := w.d.outline[i]
	if i+1 < end {
		below := w.siblings(root, root+1+i, i+1, end)
		count := len(below)
		if b.level > 0 {
			count = -count
		}
		links += fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", root+1+below[0], root+1+below[len(below)-1], count)
	}
	w.set(root+1+i, "<</Title%s%s/Dest%s>>", textString(b.title), links, w.destination(b.place))
}
