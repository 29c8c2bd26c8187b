package dsreg

import (
	"strings"
	"unicode"

	"cmgwizard/model"
)

// A reader puts lines into sections, and sections into outputs.
type reader struct {
	outputs [][]Section
	more    int  // outputs beyond those that are kept
	started bool // the output at hand has more than other joins, which may stand before the first key
	pairs   int
	recoded bool
	open    bool // the line before may go on in this one
	last    string
	widest  int // the longest line so far: a console wraps at its width
}

// read gives the outputs in a text, each with its sections, how many more
// there are, and whether bytes of an old code page were decoded.
func read(text string) (outputs [][]Section, more int, recoded bool) {
	r := &reader{outputs: [][]Section{nil}}
	before := marginOf(text)
	for raw := range linesOf(text) {
		for _, line := range unjoined(raw) {
			r.line(before.strip(line))
		}
	}
	return r.cleaned(), r.more, r.recoded
}

func (r *reader) line(raw string) {
	line, recoded := decoded(raw)
	r.recoded = r.recoded || recoded
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	r.place(line)
	r.last, r.widest = line, max(r.widest, len([]rune(line)))
}

// place puts the line where it belongs.
func (r *reader) place(line string) {
	trimmed := strings.TrimSpace(line)
	title, isTitle := titleOf(trimmed)
	pair, isPair := pairOf(trimmed)
	switch {
	case trimmed == "" || isRule(trimmed):
		r.open = false
	case isTitle:
		r.heading(title)
	case isPair:
		r.pair(pair)
	case r.open && r.goesOn():
		r.extend(line, trimmed)
	default:
		r.open = false
	}
}

// isRule reports whether the line is the border of a box, whole or wrapped.
func isRule(line string) bool {
	return strings.Trim(line, "+-─┌┐└┘├┤═╔╗╚╝|│║ ") == ""
}

// bars are the borders that some terminals draw.
var bars = strings.NewReplacer("│", "|", "║", "|")

// titleOf takes the words out of a box.
func titleOf(line string) (string, bool) {
	inside, boxed := strings.CutPrefix(bars.Replace(line), "|")
	if !boxed {
		return "", false
	}
	title, _, _ := strings.Cut(inside, "|")
	return strings.TrimSpace(title), true
}

func (r *reader) heading(title string) {
	r.open = false
	if now := r.now(); len(*now) < maxSections {
		*now = append(*now, Section{Title: title})
	}
}

// now is the output at hand.
func (r *reader) now() *[]Section { return &r.outputs[len(r.outputs)-1] }

func (r *reader) pair(p Pair) {
	if is(p.Key, joinedKey) {
		r.begin()
	}
	r.started = r.started || is(p.Key, joinedKey) || isKnown(p.Key) && !strings.HasSuffix(strings.ToLower(p.Key), "joined")
	if r.pairs++; r.pairs > maxPairs || r.more > 0 {
		return
	}
	now := r.now()
	if len(*now) == 0 {
		*now = []Section{{}}
	}
	s := &(*now)[len(*now)-1]
	s.Pairs = append(s.Pairs, p)
	r.open = true
}

// begin starts an output at its first key, unless only other text came before. The heading above that key moves
// into it.
func (r *reader) begin() {
	if !r.started {
		return
	}
	if len(r.outputs) == maxOutputs {
		r.more++
		return
	}
	r.outputs = append(r.outputs, r.takeHeading())
	r.pairs = 0
}

// takeHeading takes a section without pairs from the end of the output at hand.
func (r *reader) takeHeading() []Section {
	now := r.now()
	last := len(*now) - 1
	if last < 0 || len((*now)[last].Pairs) > 0 {
		return nil
	}
	heading := (*now)[last]
	*now = (*now)[:last]
	return []Section{heading}
}

// shortestWrapped is how long a line is at least that a console wraps. Shorter
// ones are never continued: what follows them is another matter.
const shortestWrapped = 40

func (r *reader) goesOn() bool {
	return r.pairs <= maxPairs && r.more == 0 && len([]rune(r.last)) >= shortestWrapped
}

// extend adds a wrapped line to the value before it: without a blank where the
// line before was full.
func (r *reader) extend(line, trimmed string) {
	now := *r.now()
	pairs := now[len(now)-1].Pairs
	p := &pairs[len(pairs)-1]
	if len(p.Value) > maxLine {
		return
	}
	if len([]rune(r.last)) < r.widest || line[0] == ' ' {
		p.Value += " "
	}
	p.Value += trimmed
}

// cleaned gives the outputs with texts that are safe to show.
func (r *reader) cleaned() [][]Section {
	for _, sections := range r.outputs {
		for i := range sections {
			sections[i].Title = short(sections[i].Title, maxKey)
			for k, p := range sections[i].Pairs {
				sections[i].Pairs[k] = Pair{short(p.Key, maxKey), short(p.Value, maxValue)}
			}
		}
	}
	return r.outputs
}

// short cleans a text and cuts it to so many characters.
func short(text string, longest int) string {
	runes := []rune(model.Clean(text))
	if len(runes) > longest {
		return string(runes[:longest-1]) + "…"
	}
	return string(runes)
}
