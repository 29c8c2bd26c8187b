package logs

import (
	"strings"

	"cmgwizard/model/reading"
)

// excerpt shows the line around a hit. It is cut at blanks and only then
// shortened, so that nothing of a token is left that is not known as one.
func excerpt(text string, e entry, at int) string {
	start := max(e.start, at-LongestEntry/2)
	if line := strings.LastIndexByte(text[start:at], '\n'); line >= 0 {
		start += line + 1 // the text stands after a line break in its record
	} else if start > e.start {
		start = blankAfter(text, start, at)
	}
	end := min(e.end, at+LongestEntry/2)
	if line := strings.IndexByte(text[at:max(end, at)], '\n'); line >= 0 {
		end = at + line
	} else if end < e.end {
		end = max(strings.LastIndexByte(text[:end], ' '), at)
	}
	line := text[start:end]
	blanks := len(line) - len(strings.TrimLeft(line, " \t"))
	return around(reading.Unlogged(line[blanks:]), at-start-blanks)
}

// blankAfter is the place after the first blank between two places, or the last
// of them.
func blankAfter(text string, from, to int) int {
	if blank := strings.IndexByte(text[from:to], ' '); blank >= 0 {
		return from + blank + 1
	}
	return to
}

// around shows a line, from some way before what was found in it.
func around(line string, at int) string {
	const before = 60
	quoted := func(text string) string { return withoutLongHex(reading.Shown(text, len(text)+1)) }
	safe := quoted(line)
	at = len(quoted(line[:min(max(at, 0), len(line))])) // what was left out moves it
	if len(safe) <= reading.LongestExcerpt || at < reading.LongestExcerpt-before {
		return reading.Cut(safe, reading.LongestExcerpt)
	}
	from := min(max(at-before, 0), len(safe)-1)
	if blank := strings.IndexByte(safe[from:], ' '); blank >= 0 {
		from += blank + 1
	}
	return reading.Cut("… "+strings.ToValidUTF8(safe[from:], ""), reading.LongestExcerpt)
}
