package page

import (
	"fmt"
	"net/url"
	"strings"
)

// An annotation is an area of a page that can be pressed: a link or a box.
type annotation struct {
	page       int
	x, y, w, h float64
	owner      *element
	words      string
	address    string // of a link to elsewhere
	target     Target // of a link within
	name       string // of a box
	ticked     bool
	number     int // of its object in the file
}

// A place is a height on a page.
type place struct {
	page int // 0 while nobody aimed
	y    float64
}

// LinkURL makes an area a link to an address (http, https). It belongs to the
// element that is open, which should be a Link. Any other address is left out:
// what a plan says must not start a program.
func (d *Document) LinkURL(x, y, w, h float64, address, words string) {
	if safe := webAddress(address); safe != "" {
		d.press("Link", &annotation{x: x, y: y, w: w, h: h, address: safe, words: words})
	}
}

// webAddress is an address of the web in ASCII, or nothing.
func webAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c <= ' ' || c > '~' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// A Target is a place in the document to jump to.
type Target int

// NewTarget makes a target whose place is not known yet; Aim gives it one.
func (d *Document) NewTarget() Target {
	d.targets = append(d.targets, place{})
	return Target(len(d.targets))
}

// Aim puts a target at the height y of the present page.
func (d *Document) Aim(t Target, y float64) {
	if t < 1 || int(t) > len(d.targets) {
		d.fail("there is no target %d to aim", t)
	}
	if d.ready(y) {
		d.targets[t-1] = place{len(d.pages), y}
	}
}

// LinkTo makes an area a link to a target.
func (d *Document) LinkTo(x, y, w, h float64, t Target, words string) {
	if t < 1 || int(t) > len(d.targets) {
		d.fail("there is no target %d to link to", t)
	}
	d.press("Link", &annotation{x: x, y: y, w: w, h: h, target: t, words: words})
}

// CheckBox draws a square that can be ticked on paper and on screen, with its
// top left corner at x, y. The name is unique, without a dot; tooltip is what a
// screen reader says. It belongs to the element that is open: a Form.
func (d *Document) CheckBox(x, y, size float64, name, tooltip string, ticked bool) {
	name = uncontrolled(name)
	if name == "" || strings.Contains(name, ".") || d.names[name] {
		d.fail("%q cannot be the name of a box, or is taken", name)
	}
	d.names[name] = true
	box := &annotation{x: x, y: y, w: size, h: size, name: name, words: tooltip, ticked: ticked}
	if d.press("Form", box) {
		d.boxes = append(d.boxes, box)
		d.Artifact(func() { d.Rect(x, y, size, size, nil, &Color{0x33, 0x33, 0x33}, size/12) })
	}
}

// press puts an annotation on the present page, into the element that is open
// or one of its kind within that.
func (d *Document) press(kind string, a *annotation) bool {
	if !d.ready(a.x, a.y, a.w, a.h) {
		return false
	}
	a.page = len(d.pages)
	p := d.pages[a.page-1]
	p.annotations = append(p.annotations, a)
	if a.owner = d.innermost(); a.owner == &nothing {
		return true
	}
	if a.owner.kind != kind {
		a.owner = d.grow(kind)
	}
	a.owner.kids = append(a.owner.kids, kid{annotation: a, page: a.page})
	return true
}
