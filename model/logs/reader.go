package logs

import (
	"slices"
	"strings"
	"sync"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// An entry is one line of a log, or one record of CMTrace, which may have
// several lines.
type entry struct {
	start, end int
	number     int
	part       string
	time       time.Time
}

// isNear reports whether an earlier entry is near this one, and of the same
// component.
func (e entry) isNear(earlier entry) bool {
	return e.number-earlier.number <= nearby && e.part == earlier.part
}

// A logReader reads a log in one pass.
type logReader struct {
	text     string
	shaped   bool
	start    int // of the entry
	inRecord bool
	stamp    string // what follows the record
	entries  int
	parts    []string

	hits      map[int]int // the places of hits in the entry: 2×cause, +1 for one that needs a companion
	tries     map[int]int // loose hits that were looked at in the entry
	met       map[int]bool
	sure      []sighting
	half      []sighting
	seen      []entry // the last one with a companion
	confirmed []bool
}

func newLogReader(text string, shaped bool) *logReader {
	n := len(Causes)
	r := &logReader{text: text, shaped: shaped, hits: map[int]int{}, tries: map[int]int{}, met: map[int]bool{},
		sure: make([]sighting, n), half: make([]sighting, n), seen: make([]entry, n), confirmed: make([]bool, n)}
	for i := range r.seen {
		r.seen[i].number = -2 * nearby
	}
	return r
}

// read goes through the text.
func (r *logReader) read() {
	patterns, a := logPatterns()
	text, next, hit, state := r.text, a.Next, a.Hit, int32(0)
	for i := range len(text) {
		c := text[i]
		state = next[state][c]
		if hit[state] {
			for _, p := range a.Ends[state] {
				r.hit(patterns[p], i+1)
			}
		}
		if c == '\n' && (!r.inRecord || i-r.start > LongestEntry) {
			r.endEntry(i)
		}
	}
	r.endEntry(len(r.text))
}

// hit takes a pattern that ends at end.
func (r *logReader) hit(p logPattern, end int) {
	start := end - len(p.text)
	switch p.sort {
	case recordPattern:
		r.inRecord = true
	case stampPattern:
		r.inRecord, r.stamp = false, r.text[end:min(end+longestStamp, len(r.text))]
	case companionPattern:
		if r.stands(start, end) {
			r.met[p.cause] = true
		}
	case loosePattern:
		if _, had := r.hits[2*p.cause]; !had && r.tries[p.cause] < 3 {
			r.tries[p.cause]++
			if r.stands(start, end) && r.isError(p, start, end) {
				r.hits[2*p.cause] = start
			}
		}
	case surePattern, besidePattern:
		key := 2*p.cause + p.sort/besidePattern
		if _, had := r.hits[key]; !had && r.stands(start, end) && (p.text != statusInfo || isRefusal(r.text[end:min(end+8, len(r.text))])) {
			r.hits[key] = start
		}
	}
}

// stands reports whether what was found is not part of a longer word or number.
func (r *logReader) stands(start, end int) bool { return standsAlone(r.text, start, end) }

// standsAlone reports whether a part of a text is not part of a longer word or
// number.
func standsAlone(text string, start, end int) bool {
	before, after := byte(' '), byte(' ')
	if start > 0 {
		before = text[start-1]
	}
	if end < len(text) {
		after = text[end]
	}
	return !(isWordByte(before) && isWordByte(text[start])) && !(isWordByte(after) && isWordByte(text[end-1]))
}

func isWordByte(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9' || b == '_'
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// errorWords are what stands beside a number that is an error.
var errorWords = sync.OnceValue(func() *reading.Automaton {
	return reading.NewAutomaton([]string{"code", "error", "fail", "winhttp", "http", "status", "forbidden", "iis", "0x", "ccm", "cmg"})
})

// isError reports whether a number or a short name is meant as the error: beside
// words of one. The pair of an IIS log counts in one only.
func (r *logReader) isError(p logPattern, start, end int) bool {
	const around = 80
	from := max(start-around, r.start)
	if strings.HasPrefix(p.text, " ") {
		return isIISLine(r.text[r.start:min(r.start+longestStamp, len(r.text))])
	}
	if start > 0 && r.text[start-1] == '.' || end+1 < len(r.text) && r.text[end] == '.' && isDigit(r.text[end+1]) {
		return false // a version or an address
	}
	after := r.text[end:min(end+around, len(r.text))]
	after, _, _ = strings.Cut(after, "\n")
	after, _, _ = strings.Cut(after, "]LOG]!>")
	before := r.text[from:start]
	if isAmount(after) || exitCode().MatchString(before) {
		return false
	}
	return errorWords().Any(before) || errorWords().Any(after)
}

// exitCode stands before what some program ended with.
var exitCode = model.Pattern(`(?i)exit ?code\W{0,3}$`)

// isAmount reports whether a number counts something, by the word after it.
func isAmount(after string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
	return slices.Contains([]string{"b", "kb", "mb", "bytes", "of", "files", "ms", "milliseconds", "s", "sec", "seconds"}, strings.ToLower(strings.TrimRight(word, ".,;)")))
}

// endEntry counts what the entry has, and begins the next one.
func (r *logReader) endEntry(at int) {
	if at > r.start {
		if r.stamp != "" || r.inRecord || strings.TrimSpace(r.text[r.start:min(r.start+8, at)]) != "" {
			r.entries++
		}
		if len(r.hits) > 0 || len(r.met) > 0 || r.stamp != "" && r.entries == 1 {
			r.tally(at)
		}
	}
	r.start, r.stamp, r.inRecord = at+1, "", false
}

// tally counts the hits of an entry once for each cause.
func (r *logReader) tally(at int) {
	e := entry{start: r.start, end: at, number: r.entries}
	e.part, e.time = r.stamped(at)
	r.notePart(e.part)
	for cause := range r.met {
		r.seen[cause] = e
		if half := r.half[cause]; half.count > 0 && e.isNear(half.entry) {
			r.confirmed[cause] = true
		}
	}
	for key, place := range r.hits {
		cause := key / 2
		if key%2 == 0 {
			r.sure[cause].add(e, place, r.text)
			continue
		}
		r.half[cause].add(e, place, r.text)
		if e.isNear(r.seen[cause]) {
			r.confirmed[cause] = true
		}
	}
	clear(r.hits)
	clear(r.tries)
	clear(r.met)
}

// notePart keeps the names of a few components.
func (r *logReader) notePart(part string) {
	const most = 6
	if part != "" && len(r.parts) < most && !slices.Contains(r.parts, part) {
		r.parts = append(r.parts, part)
	}
}
