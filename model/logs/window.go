package logs

import (
	"slices"
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
	at := slices.IndexFunc(s.recent, func(e entry) bool { return e.number == number })
	if at < 0 {
		return window{}, false
	}
	own := s.recent[at].raw[:min(len(s.recent[at].raw), 2*longestWindow)]
	thread := threadOf(own)
	before, after := "", ""
	for i := at - 1; i >= 0 && s.recent[i].number >= number-nearby && len(before) < longestWindow; i-- {
		before = ofThread(s.recent[i].raw, thread) + before
	}
	for i := at + 1; i < len(s.recent) && s.recent[i].number <= number+nearby && len(after) < longestWindow; i++ {
		after += ofThread(s.recent[i].raw, thread)
	}
	own, before, after = model.WithoutUser(own)+"\n", model.WithoutUser(before), model.WithoutUser(after)
	return window{before + own + after, len(before), len(before) + len(own)}, true
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
