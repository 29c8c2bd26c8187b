package logs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// unknown are the lines that are marked as errors and that nothing is known of.
// They are sorted into kinds, for the same line comes again and again.
type unknown struct {
	count  int
	kinds  []reading.UnknownLine
	places map[uint64]int // of kinds, by what is the same in their lines
}

// The bounds of the lines that are not known.
const (
	mostKinds     = 256 // that are told apart; those that come later are only counted
	mostUnknown   = 20  // that are kept of a log
	mostNamed     = 3   // that a remark shows
	sameUpTo      = 240 // bytes in which two lines of a kind are the same
	longestMarked = 60  // bytes in which a line of a server says that it is an error
)

// isMarked reports whether an entry is marked as an error: by its type, or by the
// word with which a server begins it.
func (e entry) isMarked() bool {
	if at := strings.LastIndex(e.raw, recordEnds); at >= 0 {
		return strings.Contains(e.raw[at:], `type="3"`)
	}
	start := strings.TrimLeft(e.raw[:min(len(e.raw), longestMarked)], "~* \t")
	return len(start) > 6 && strings.EqualFold(start[:6], "error:") || strings.HasPrefix(start, "CRITICAL ERROR")
}

// note counts an entry of which nothing is known.
func (u *unknown) note(e entry) {
	e.stamp()
	u.count++
	kind := kindOf(e.message())
	at, had := u.places[kind]
	switch {
	case !had && len(u.kinds) == mostKinds:
		return
	case !had:
		at = len(u.kinds)
		if u.places == nil {
			u.places = map[uint64]int{}
		}
		u.places[kind] = at
		u.kinds = append(u.kinds, reading.UnknownLine{Line: excerpt(e.raw, 0), By: e.part, First: e.time})
	}
	u.kinds[at].Count++
	if e.time.After(u.kinds[at].Last) {
		u.kinds[at].Last = e.time
	}
}

// kindOf is a hash of what is the same in lines of one kind: all but the numbers
// in them. An error code is no such number.
func kindOf(text string) uint64 {
	const start, prime = 14695981039346656037, 1099511628211
	hash := uint64(start)
	text = text[:min(len(text), sameUpTo)]
	for i := 0; i < len(text); {
		end := i + 1
		if isWordByte(text[i]) {
			for end < len(text) && isWordByte(text[end]) {
				end++
			}
		}
		word := text[i:end]
		if strings.ContainsAny(word, "0123456789") && !strings.HasPrefix(word, "0x8") {
			word = "#"
		}
		for _, b := range []byte(word) {
			hash = (hash ^ uint64(b)) * prime
		}
		i = end
	}
	return hash
}

// log is what is kept of them, the most frequent first; nil for none.
func (u *unknown) log() *reading.Unknown {
	if u.count == 0 {
		return nil
	}
	lines := slices.Clone(u.kinds)
	slices.SortStableFunc(lines, func(a, b reading.UnknownLine) int { return cmp.Compare(b.Count, a.Count) })
	return &reading.Unknown{Count: u.count, Kinds: len(u.kinds), Lines: lines[:min(len(lines), mostUnknown)]}
}

// remark says how many they are and shows the most frequent, without a word on
// what they mean.
func (u *unknown) remark(f *reading.Found) {
	all := u.log()
	if all == nil {
		return
	}
	f.Remark("log-unknown", "", "", UnknownWords(all), "Nothing here explains them: read them in the log, at the time of what fails.")
}

// UnknownWords say how many lines are not known, and show the most frequent.
func UnknownWords(all *reading.Unknown) string {
	text := model.CountedAs(all.Count, "line that is marked as an error is", "lines that are marked as errors are") + " not known"
	if len(all.Lines) > 1 {
		text += ", the most frequent"
	}
	for i, l := range all.Lines[:min(len(all.Lines), mostNamed)] {
		text += []string{": ", "; "}[min(i, 1)] + fmt.Sprintf("%s “%s”", model.CountedAs(l.Count, "time", "times"), l.Line)
	}
	return text + "."
}
