package logs

import (
	"strings"
	"time"

	"cmgwizard/model"
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

// message is the entry without its stamp.
func (e entry) message() string {
	text := e.raw
	if end := strings.LastIndex(text, "]LOG]!>"); end >= 0 {
		return text[:end]
	}
	if end := strings.LastIndex(text, "$$<"); end >= 0 {
		return text[:end]
	}
	return text
}

// stamp reads who wrote an entry, and when, from whichever stamp it has.
func (e *entry) stamp() {
	if at := strings.LastIndex(e.raw, recordEnds); at >= 0 {
		after := e.raw[at:min(len(e.raw), at+longestStamp)]
		e.part = strings.Clone(reading.Cut(model.Clean(attribute(after, "component")), 40))
		e.time = logTime(attribute(after, "date"), attribute(after, "time"))
		e.thread = threadOf(after)
		return
	}
	line := e.raw[:min(len(e.raw), LongestEntry)]
	if t, ok := iisTime(line); ok {
		e.time = t
		return
	}
	e.part, e.time = serverStamp(line)
	e.part = strings.Clone(e.part)
	e.thread = threadOf(line)
}

// isStamped reports whether a time stands in the entry, as far as a glance tells.
func (e entry) isStamped() bool {
	return strings.HasSuffix(strings.TrimRight(e.raw, "\r"), ">") && (strings.Contains(e.raw, recordEnds+"<time=") || strings.Contains(e.raw, "$$<")) || isIISLine(e.raw)
}
