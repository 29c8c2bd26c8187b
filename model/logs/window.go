package logs

import (
	"strings"

	"cmgwizard/model"
)

// placed is something with its place in a text.
type placed[T any] struct {
	at int
	is T
}

// A window is the entries around one, as text.
type window struct {
	text       string
	start, end int // of the entry itself, in text
}

// own is the entry itself.
func (w window) own() string { return w.text[w.start:w.end] }

// longestWindow is how far to each side a window goes, in bytes.
const longestWindow = 6 << 10

// window cuts out the entries around one. Where they name their threads, only
// those of the same one stay: the others are of other requests. No address in it
// has a user, which would be taken for the host.
func (s *scan) window(number int) (window, bool) {
	at := s.near(number)
	if at.raw == "" {
		return window{}, false
	}
	own := at.raw[:min(len(at.raw), 2*longestWindow)]
	thread := threadOf(own)
	before, after := "", ""
	for i := number - 1; i >= number-nearby && len(before) < longestWindow; i-- {
		before = ofThread(s.near(i).raw, thread) + before
	}
	for i := number + 1; i <= number+nearby && len(after) < longestWindow; i++ {
		after += ofThread(s.near(i).raw, thread)
	}
	own, before, after = model.WithoutUser(own)+"\n", model.WithoutUser(before), model.WithoutUser(after)
	return window{before + own + after, len(before), len(before) + len(own)}, true
}

// near is one of the last entries, an empty one where it is gone or does not exist.
func (s *scan) near(number int) entry {
	if number < 1 || s.recent[number%len(s.recent)].number != number {
		return entry{}
	}
	return s.recent[number%len(s.recent)]
}

// threadOf is the mark of the thread that wrote a line, "" for none.
func threadOf(line string) string {
	for _, mark := range []string{`thread="`, `<thread=`} {
		if at := strings.Index(line, mark); at >= 0 {
			rest := line[at+len(mark):]
			digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
			return line[at : at+len(mark)+digits]
		}
	}
	return ""
}

// ofThread is an entry, bounded, and nothing for one of another thread.
func ofThread(raw, thread string) string {
	if raw == "" {
		return ""
	}
	raw = raw[:min(len(raw), longestWindow)]
	if of := threadOf(raw); thread != "" && of != "" && of != thread {
		return ""
	}
	return raw + "\n"
}

// beside picks what stands nearest to the entry of a window: in it, else after
// it, for the client writes what happened before whom it asked, else before it.
func beside[T any](all []placed[T], w window) (is T, ok bool) {
	var before, after *placed[T]
	for i := range all {
		switch p := &all[i]; {
		case p.at >= w.start && p.at < w.end:
			return p.is, true
		case p.at >= w.end && after == nil:
			after = p
		case p.at < w.start:
			before = p
		}
	}
	switch {
	case after != nil:
		return after.is, true
	case before != nil:
		return before.is, true
	}
	return is, false
}
