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

// window cuts out the lines around a place. Where they name their threads, only
// those of the same one stay: the others are of other requests. No address in it
// has a user, which would be taken for the host.
func (r *logReader) window(at int) window {
	start := lineStart(r.text, at, 0)
	end := lineEnd(r.text, at, 0)
	from, to := lineStart(r.text, at, nearby), lineEnd(r.text, at, nearby)
	thread := threadOf(r.text[start:end])
	before, after := r.text[from:start], r.text[end:to]
	if thread != "" {
		before, after = ofThread(before, thread), ofThread(after, thread)
	}
	own := model.WithoutUser(r.text[start:end])
	before, after = model.WithoutUser(before), model.WithoutUser(after)
	return window{before + own + after, len(before), len(before) + len(own)}
}

// lineStart is where the line of a place begins, or one so many lines earlier.
func lineStart(text string, at, lines int) int {
	lowest := max(at-longestWindow, 0)
	for ; lines >= 0; lines-- {
		n := strings.LastIndexByte(text[lowest:at], '\n')
		if n < 0 {
			return lowest
		}
		at = lowest + n
	}
	return at + 1
}

// lineEnd is where the line of a place ends, or one so many lines later.
func lineEnd(text string, at, lines int) int {
	highest := min(at+longestWindow, len(text))
	for ; lines >= 0; lines-- {
		n := strings.IndexByte(text[at:highest], '\n')
		if n < 0 {
			return highest
		}
		at += n + 1
	}
	return at
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

// ofThread keeps the lines with the mark of a thread, and those with none.
func ofThread(text, thread string) string {
	var kept strings.Builder
	for line := range strings.Lines(text) {
		if of := threadOf(line); of == "" || of == thread {
			kept.WriteString(line)
		}
	}
	return kept.String()
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
