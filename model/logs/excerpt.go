package logs

import (
	"strings"

	"cmgwizard/model/reading"
)

// secretReach is how far in front of a secret the word can stand that names it.
const secretReach = 256

// excerpt shows the line around a hit. It is cut at blanks and only then
// shortened, so that nothing of a token is left that is not known as one. What
// stands in front of the cut is looked at too, and not shown, nor is the stamp at its end.
func excerpt(text string, at int) string {
	start, hidden := max(0, at-LongestEntry/2), 0
	if line := strings.LastIndexByte(text[start:at], '\n'); line >= 0 {
		start += line + 1 // the text stands after a line break in its record
	} else if start > 0 {
		start = blankAfter(text, start, at)
		hidden = min(start, secretReach)
		start -= hidden
	}
	end := min(len(text), at+LongestEntry/2)
	if line := strings.IndexByte(text[at:max(end, at)], '\n'); line >= 0 {
		end = at + line
	} else if end < len(text) {
		end = max(strings.LastIndexByte(text[:end], ' '), at)
	}
	if stamp := strings.Index(text[at:max(end, at)], lineEnds); stamp >= 0 {
		end = at + len(strings.TrimRight(text[at:at+stamp], "~ "))
	}
	line := text[start:end]
	blanks := len(line) - len(strings.TrimLeft(line, " \t"))
	return around(reading.Unlogged(line[blanks:]), at-start-blanks, max(0, hidden-blanks))
}

// blankAfter is the place after the first blank between two places, or the last
// of them.
func blankAfter(text string, from, to int) int {
	if blank := strings.IndexByte(text[from:to], ' '); blank >= 0 {
		return from + blank + 1
	}
	return to
}

// around shows the part of a line around what was found in it. What is further
// away tells little of it, and may be anything.
func around(line string, at, hidden int) string {
	const before, after = 60, 100
	quoted := func(text string) string { return withoutLongHex(reading.Shown(text, len(text)+1)) }
	safe := quoted(line)
	at = min(len(quoted(line[:min(max(at, 0), len(line))])), len(safe)) // what was left out moves it
	from, end := max(at-before, 0), min(at+after, len(safe))
	if hidden > 0 {
		from = min(max(from, len(quoted(line[:min(hidden, len(line))]))), at)
	}
	lead, tail := "", ""
	if from > 0 {
		from, lead = blankAfter(safe, from, at), "… "
	}
	if end < len(safe) {
		end, tail = max(strings.LastIndexByte(safe[:end], ' '), at), " …"
	}
	return reading.Cut(lead+strings.ToValidUTF8(strings.TrimSpace(safe[from:end]), "")+tail, reading.LongestExcerpt)
}
