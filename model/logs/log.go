// Package logs reads lines of ConfigMgr logs: what was seen, how often and when,
// and which causes the lines themselves name.
package logs

import (
	"strings"
	"sync"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// nearby is how many entries of a log are near each other.
const nearby = 10

// LongestEntry is how far an entry of a log is followed, in bytes.
const LongestEntry = 16 << 10

// A sighting is how an error was found in a log.
type sighting struct {
	count       int
	first, last time.Time
	part        string // what wrote the first one: "LocationServices"
	excerpt     string // of the first one
	entry       entry  // the last one
	places      []int  // of the first ones in the text
}

// mostPlaces is how many sightings of one error are looked at more closely.
const mostPlaces = 24

// add counts another entry.
func (s *sighting) add(e entry, at int, text string) {
	if s.count == 0 {
		s.part, s.excerpt = e.part, excerpt(text, e, at)
	}
	if len(s.places) < mostPlaces {
		s.places = append(s.places, at)
	}
	s.count++
	s.entry = e
	if e.time.IsZero() {
		return
	}
	if s.first.IsZero() || e.time.Before(s.first) {
		s.first = e.time
	}
	if e.time.After(s.last) {
		s.last = e.time
	}
}

// words say how often, when and where, and show one line.
func (s sighting) words() string {
	text := "Seen " + model.CountedAs(s.count, "time", "times")
	if s.count == 1 {
		text = "Seen once"
	}
	switch {
	case s.first.IsZero():
	case s.first.Equal(s.last):
		text += ", " + reading.Moment(s.first)
	default:
		text += ", from " + reading.Moment(s.first) + " to " + reading.Moment(s.last)
	}
	if s.part != "" {
		text += ", in " + s.part
	}
	if s.excerpt == "" {
		return text + "."
	}
	return text + ": “" + s.excerpt + "”"
}

// Read looks for the errors of the lexicon, and tells each once.
func Read(in reading.View, f *reading.Found, text string) {
	shaped := f.Logged
	r := newLogReader(text, shaped)
	r.read()
	errors := logRemarks(in, r)
	if len(errors) == 0 && (!shaped || f.Kind != "") {
		return
	}
	about := "log lines"
	if shaped {
		about = "a log, " + model.CountedAs(r.entries, "entry", "entries")
	}
	f.Is(reading.LogLines, about+": "+model.CountedAs(len(errors), "known error", "known errors"))
	f.AddFacts(r.facts()...)
	if len(errors) == 0 {
		concerned(f, text)
	}
	f.Add(errors...)
}

// logRemarks are what is said of the errors that were found. What an error only
// says with its neighbors is worked out from them.
func logRemarks(in reading.View, r *logReader) []model.Remark {
	var remarks []model.Remark
	for _, i := range r.known() {
		c, s := Causes[i], r.sure[i]
		switch {
		case c.answered:
			if remark, told := answerRemark(in, r, c, s); told {
				remarks = append(remarks, remark)
			}
		case c.shown:
			remarks = append(remarks, certificateRemark(in, r, c, s))
		default:
			remarks = append(remarks, model.NewRemark(c.ID, c.Severity, c.Rule, c.Means+" "+s.words(), c.Check, c.Cites...))
		}
	}
	return remarks
}

// facts say what part of what log it is.
func (r *logReader) facts() []model.Fact {
	facts := reading.Given(reading.Fact("component", "Written by", strings.Join(r.parts, ", ")))
	from, to := period(r.text)
	return append(facts, reading.Given(reading.Fact("from", "From", reading.Moment(from)), reading.Fact("to", "To", reading.Moment(to)))...)
}

// known lists the places in the lexicon of what was found, without what
// something more telling explains.
func (r *logReader) known() []int {
	found := map[string]bool{}
	for i := range Causes {
		r.sure[i] = r.whole(i)
		found[Causes[i].ID] = r.sure[i].count > 0
	}
	var known []int
	for i, c := range Causes {
		told := r.sure[i].count > 0
		for _, id := range c.Unless {
			told = told && !found[id]
		}
		if told {
			known = append(known, i)
		}
	}
	return known
}

// whole puts together what is sure of a cause and what its companions confirm.
func (r *logReader) whole(i int) sighting {
	if !r.confirmed[i] {
		return r.sure[i]
	}
	if r.sure[i].count == 0 {
		return r.half[i]
	}
	s := r.sure[i]
	s.count = max(s.count, r.half[i].count)
	return s
}

// The sorts of patterns.
const (
	surePattern = iota
	loosePattern
	besidePattern
	companionPattern
	recordPattern // a record of CMTrace begins
	stampPattern  // it ends, and its stamp follows
)

// A logPattern is what a pattern of the automaton stands for.
type logPattern struct {
	sort  int
	cause int
	text  string
}

// logPatterns are the patterns of the lexicon with the automaton that finds
// them, made when the first log is read.
var logPatterns = sync.OnceValues(func() ([]logPattern, *reading.Automaton) {
	all := []logPattern{{sort: recordPattern, text: recordBegins}, {sort: stampPattern, text: recordEnds}}
	for i, c := range Causes {
		for sort, texts := range [][]string{c.Patterns, c.Loose, c.Beside, c.With} {
			for _, text := range texts {
				all = append(all, logPattern{sort, i, text})
			}
		}
	}
	texts := make([]string, len(all))
	for i, p := range all {
		texts[i] = p.text
	}
	return all, reading.NewAutomaton(texts)
})
