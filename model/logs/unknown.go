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

	pasted   bool        // the lines have no stamp that could mark them: their words do
	statuses []NamedCode // HTTP statuses in them
}

// The bounds of the lines that are not known.
const (
	mostKinds     = 256  // that are told apart; those that come later are only counted
	mostUnknown   = 20   // that are kept of a log
	mostNamed     = 3    // that a remark shows
	sameUpTo      = 240  // bytes in which two lines of a kind are the same
	longestLooked = 1000 // bytes in which a line without a stamp says so
	longestMarked = 60   // bytes in which a line of a server says that it is an error
)

// isMarked reports whether an entry is marked as an error: by its type, or by the
// word with which a server begins it.
func (e entry) isMarked() bool {
	if e.isRecord() {
		return strings.Contains(e.raw[e.body:], `type="3"`)
	}
	start := strings.TrimLeft(e.raw[:min(len(e.raw), longestMarked)], "~* \t")
	return len(start) > 6 && strings.EqualFold(start[:6], "error:") || strings.HasPrefix(start, "CRITICAL ERROR")
}

// failedForms are the ways in which a line says that something failed, and the
// HTTP statuses that do. “No error” and the like are none of them.
var failedForms = model.Pattern(`(?i)\bfailed (?:to|with)\b|^\W{0,3}(?:failed|error)\b|\berror(?: code)?\s?[:=]?\s?0x8[0-9a-f]{7}\b|\b(?:failed|error|failure)\b.{0,200}\b0x8[0-9a-f]{7}\b|\b(?:result|hresult|hr)\s?[:=]\s?(?:0x)?8[0-9a-f]{7}\b|` + failedStatus)

const failedStatus = `(?:\bstatus\s?code(?: is)?\s{0,3}[:=]?\s{0,3}'?|\bserver returned an error: \()([45]\d\d)\b`

var failedStatuses = model.Pattern(`(?i)` + failedStatus)

// looksFailed reports whether a line without a stamp looks like an error.
func (e entry) looksFailed() bool {
	return !isIISLine(e.raw) && failedForms().MatchString(e.raw[:min(len(e.raw), longestLooked)])
}

// noteStatus keeps the HTTP status that stands in a line.
func (u *unknown) noteStatus(line string) {
	m := failedStatuses().FindStringSubmatch(line[:min(len(line), longestLooked)])
	if m == nil || len(u.statuses) == mostNamed || slices.ContainsFunc(u.statuses, func(c NamedCode) bool { return c.Name == m[1] }) {
		return
	}
	status := NamedCode{Name: m[1]}
	if at := slices.IndexFunc(statusCodes, func(c NamedCode) bool { return c.Name == m[1] }); at >= 0 {
		status = statusCodes[at]
	}
	u.statuses = append(u.statuses, status)
}

// note counts an entry of which nothing is known.
func (u *unknown) note(e entry) {
	e.stamp()
	u.count++
	u.noteStatus(e.raw)
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
		u.kinds = append(u.kinds, reading.UnknownLine{Line: excerpt(e.raw, tellingPlace(e.message())), By: e.part, First: e.time})
	}
	u.kinds[at].Count++
	if e.time.After(u.kinds[at].Last) {
		u.kinds[at].Last = e.time
	}
}

// tellingPlace is where a line is shown: at its code, where that stands too far
// behind its beginning to be seen from there.
func tellingPlace(text string) int {
	const seen = 80
	place := 0
	codesIn(text[:min(len(text), LongestEntry)], func(c codeAt) {
		if place == 0 && !c.loose && c.start > seen {
			place = c.start
		}
	})
	return place
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
	text, check := unknownWords(all, u.pasted), "Nothing here explains them: read them in the log, at the time of what fails."
	for _, c := range u.statuses {
		f.AddFacts(reading.Fact("code", "HTTP "+c.Name, c.Symbol))
		check += " For what the status can mean run `cmgwizard explain " + c.Name + "`."
	}
	f.Remark("log-unknown", "", "", text, check)
}

// unknownWords say how many lines are not known, and show the most frequent.
func unknownWords(all *reading.Unknown, pasted bool) string {
	text := model.CountedAs(all.Count, "line that is marked as an error is", "lines that are marked as errors are") + " not known"
	if pasted {
		text = model.CountedAs(all.Count, "line that looks like an error is", "lines that look like errors are") + " not known"
	}
	if len(all.Lines) > 1 {
		text += ", the most frequent"
	}
	for i, l := range all.Lines[:min(len(all.Lines), mostNamed)] {
		text += []string{": ", "; "}[min(i, 1)] + fmt.Sprintf("%s “%s”", model.CountedAs(l.Count, "time", "times"), l.Line)
	}
	return text + "."
}
