package logs

import (
	"strings"
	"time"

	"cmgwizard/model/reading"
)

// nearby is how many entries of a log are near each other.
const nearby = 10

// LongestEntry is how far an entry of a log is followed, in bytes.
const LongestEntry = 16 << 10

// An entry is one line of a log, or one record of CMTrace, which may have
// several lines.
type entry struct {
	raw    string
	body   int // where its stamp begins, its length without one
	number int

	// What its stamp says, read when it is needed.
	part   string
	thread string
	time   time.Time
}

// isNear reports whether an earlier entry is near this one, and of the same
// component.
func (e entry) isNear(earlier entry) bool {
	return e.number-earlier.number <= nearby && e.part == earlier.part
}

// nextEntry cuts the first entry off a text. more says that the text goes on
// behind its end, so that an entry without an end must wait for it.
func nextEntry(text string, more bool) (raw, rest string, ok bool) {
	end := strings.IndexByte(text, '\n')
	if strings.HasPrefix(text, "<![LOG[") {
		limit := text[:min(len(text), LongestEntry)]
		if stamp := strings.Index(limit, "]LOG]!>"); stamp > end {
			end = strings.IndexByte(text[stamp:], '\n')
			if end >= 0 {
				end += stamp
			}
		} else if stamp < 0 && more && len(text) < LongestEntry {
			return "", text, false
		}
	}
	switch {
	case end >= 0:
		return text[:end], text[end+1:], true
	case more || text == "":
		return "", text, false
	}
	return text, "", true
}

// The marks with which stamps begin: of records of CMTrace and of lines of servers.
const (
	recordEnds = "]LOG]!>"
	lineEnds   = "$$<"
)

// longestStamp is how far a stamp goes.
const longestStamp = 320

// newEntry is an entry whose stamp is found, and read when it is needed.
func newEntry(raw string, number int) entry {
	from := max(0, len(raw)-longestStamp)
	for _, mark := range []string{recordEnds, lineEnds} {
		if at := lastIndex(raw[from:], mark); at >= 0 {
			return entry{raw: raw, body: from + at, number: number}
		}
	}
	return entry{raw: raw, body: len(raw), number: number}
}

// lastIndex is strings.LastIndex for what mostly stands once in a text or never:
// many times faster there.
func lastIndex(text, mark string) int {
	last := -1
	for at := strings.Index(text, mark); at >= 0; at = strings.Index(text[last+1:], mark) {
		last += at + 1
	}
	return last
}

// message is the entry without its stamp.
func (e entry) message() string { return e.raw[:e.body] }

// isRecord reports whether it is a record of CMTrace.
func (e entry) isRecord() bool { return strings.HasPrefix(e.raw[e.body:], recordEnds) }

// writer is where the name of what wrote it stands in its stamp.
func (e entry) writer() (start, end int) {
	before, after := lineEnds, "><"
	if e.isRecord() {
		before, after = `component="`, `"`
	}
	start = strings.Index(e.raw[e.body:], before)
	if start < 0 {
		return e.body, e.body
	}
	start += e.body + len(before)
	return start, start + max(0, strings.Index(e.raw[start:], after))
}

// stamp reads who wrote an entry, and when, from whichever stamp it has.
func (e *entry) stamp() {
	stamp := e.raw[e.body:]
	e.thread = threadOf(stamp)
	start, end := e.writer()
	switch {
	case e.isRecord():
		e.part = strings.Clone(reading.Shown(e.raw[start:end], 40))
		e.time = logTime(attribute(stamp, "date"), attribute(stamp, "time"))
	case stamp != "":
		e.part, e.time = strings.Clone(component(e.raw[start:end])), serverTime(e.raw[end:])
	case isIISLine(e.raw):
		e.time = iisTime(e.raw)
	default:
		e.part = strings.Clone(copiedPart(e.raw))
	}
}

// isStamped reports whether a time stands in the entry, as far as a glance tells.
func (e entry) isStamped() bool { return e.body < len(e.raw) || isIISLine(e.raw) }
