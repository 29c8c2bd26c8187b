package planfile

import (
	"fmt"
	"strings"
)

// The comments that the program writes begin with this, so that they can be
// told from those of people.
const generated = "#~"

// The first and the last line that the program writes. A file that has the
// first without the last was cut off.
const (
	beginMark = generated + " A plan for a cloud management gateway (CMG), kept by cmgwizard."
	endMark   = generated + " End of the plan."
)

// An outline is what a scan finds: the place of every key, the comments of
// people, and the keys that are there twice.
type outline struct {
	name     string
	lines    map[string]int
	repeated Problems
	comments comments

	pending      []string // comments not attached yet; "" is an empty line
	inTable      string   // the table that the scan is in
	current      string   // the key or table whose statement the scan is in
	begun, ended bool     // the marks were found
}

func newOutline(name string) *outline {
	return &outline{name: name, lines: map[string]int{}}
}

// add notes where a key or table stands.
func (o *outline) add(key string, line int) {
	if first, twice := o.lines[key]; twice {
		o.repeated = append(o.repeated, Problem{o.name, line, key,
			fmt.Sprintf("is there twice: first in line %d", first)})
		return
	}
	o.lines[key] = line
}

func (o *outline) inlineKey(key string, line int) { o.add(key, line) }

func (o *outline) key(key string, line int) {
	if len(o.lines) == 0 {
		o.comments.head, o.pending = splitLast(o.pending)
	}
	o.add(key, line)
	o.current = key
	o.comments.addAbove(key, o.take())
}

// table gives the comments before the last empty line to the table that ends
// here, and the others to the one that begins.
func (o *outline) table(name string, line int) {
	before, above := splitLast(o.pending)
	if len(o.lines) == 0 {
		o.comments.head = before
	} else {
		o.comments.addBelow(o.inTable, before)
	}
	o.pending = above
	o.add(name, line)
	o.inTable, o.current = name, name
	o.comments.addAbove(name, o.take())
}

func (o *outline) take() []string {
	lines := o.pending
	o.pending = nil
	return withoutBlank(lines)
}

func (o *outline) blank() { o.pending = append(o.pending, "") }

func (o *outline) comment(text string) {
	o.begun = o.begun || text == beginMark
	o.ended = o.ended || text == endMark
	if !strings.HasPrefix(text, generated) {
		o.pending = append(o.pending, text)
	}
}

// inside is a comment in a list over several lines. The list is written on one
// line, so the comment moves above it.
func (o *outline) inside(text string) { o.comments.addAbove(o.current, []string{text}) }

func (o *outline) beside(text string) { o.comments.addBeside(o.current, text) }

// finish attaches what follows the last key: up to the first empty line it
// belongs to the last table, the rest to the end of the file.
func (o *outline) finish() {
	below, tail := o.pending, []string(nil)
	for i, line := range o.pending {
		if line == "" {
			below, tail = o.pending[:i], o.pending[i:]
			break
		}
	}
	o.comments.addBelow(o.inTable, below)
	o.comments.tail = trimBlank(tail)
}
