package logs

import (
	"slices"
	"strings"
	"sync"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// A sighting is how a pattern was found in a log.
type sighting struct {
	count       int
	first, last time.Time
	part        string // what wrote the first one: "LocationServices"
	excerpt     string // of the first one
	entry       entry  // the last one, without its text
	since       time.Time
	peers       []peer
	answers     []answer
	weighed     weighed
}

// How much is kept of one pattern.
const (
	mostLooked  = 24 // sightings that are all looked at more closely; later ones ever more seldom
	mostPeers   = 8
	mostAnswers = 8
)

// add counts another entry, and reports whether it is to be looked at closely.
func (s *sighting) add(e entry, at int) (look bool) {
	if s.count == 0 {
		s.part, s.excerpt = e.part, excerpt(e.raw, min(max(at, 0), len(e.raw)))
	}
	s.count++
	s.entry = entry{number: e.number, part: e.part, time: e.time}
	s.note(e.time)
	return s.count <= mostLooked || s.count&(s.count-1) == 0
}

// note widens the time of the sighting.
func (s *sighting) note(at time.Time) {
	if at.IsZero() {
		return
	}
	if s.first.IsZero() || at.Before(s.first) {
		s.first = at
	}
	if at.After(s.last) {
		s.last = at
	}
}

// words say how often, when and where, and show one line.
func (s sighting) words() string {
	text := "Seen " + model.CountedAs(s.count, "time", "times")
	if s.count == 1 {
		text = "Seen once"
	} else if len(s.peers) > 1 {
		text += " in all"
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

// tally counts the hits of an entry once for each pattern, and reports whether
// the entry is known by one that says how it went.
func (s *scan) tally(e entry) (known bool) {
	s.notePart(e.part)
	for of := range s.met {
		s.seen[of] = entry{number: e.number, part: e.part}
		if half := s.half[of]; half.count > 0 && e.isNear(half.entry) {
			s.confirmed[of] = true
		}
	}
	for key, place := range s.hits {
		of := key / 2
		if !Patterns[of].alsoIn(e.raw) {
			continue
		}
		into := &s.sure[of]
		if key%2 == 1 {
			into = &s.half[of]
			s.confirmed[of] = s.confirmed[of] || e.isNear(s.seen[of])
		}
		known = known || Patterns[of].Sign != Step && (key%2 == 0 || s.confirmed[of])
		if into.add(e, place) {
			into.weighed.weigh(Patterns[of].Causes, e.raw)
			if Patterns[of].looksAround() {
				s.open = append(s.open, waiting{into, e.number})
			}
		}
		s.noteTurn(of, into, e)
	}
	clear(s.hits)
	clear(s.tries)
	clear(s.met)
	return known
}

// looksAround reports whether its neighbors say more.
func (p Pattern) looksAround() bool { return p.shown || p.answered || p.asked }

// alsoIn reports whether what a pattern asks for as well stands in an entry.
func (p Pattern) alsoIn(raw string) bool {
	if len(p.Also) == 0 && p.holds == nil {
		return true
	}
	lower := strings.ToLower(raw[:min(len(raw), LongestEntry)])
	if p.holds != nil && !p.holds(lower) {
		return false
	}
	return len(p.Also) == 0 || slices.ContainsFunc(p.Also, func(text string) bool { return strings.Contains(lower, text) })
}

// notePart keeps the names of a few components.
func (s *scan) notePart(part string) {
	const most = 6
	if part != "" && len(s.parts) < most && !slices.Contains(s.parts, part) {
		s.parts = append(s.parts, part)
	}
}

// noteTurn keeps when a pattern was first seen after the last success of its
// stage.
func (s *scan) noteTurn(of int, into *sighting, e entry) {
	p := Patterns[of]
	switch {
	case p.Sign == Failed && into.since.IsZero():
		into.since = e.time
	case p.Sign == Worked:
		for _, i := range failuresOf()[p.Stage] {
			s.sure[i].since, s.half[i].since = time.Time{}, time.Time{}
		}
	}
}

// failuresOf are the places of the failures of each stage.
var failuresOf = sync.OnceValue(func() map[Stage][]int {
	all := map[Stage][]int{}
	for i, p := range Patterns {
		if p.Sign == Failed {
			all[p.Stage] = append(all[p.Stage], i)
		}
	}
	return all
})

// lookAround finds whom an entry with a pattern talked to, and what was answered.
func (s *scan) lookAround(w waiting) {
	around, ok := s.window(w.number)
	if !ok {
		return
	}
	of := s.asked(w.number)
	if of.kind != peerPlain && strings.Contains(strings.ToLower(around.own()), ndesPlugin) {
		of.kind = peerEnrollment
	}
	if !slices.Contains(w.s.peers, of) && len(w.s.peers) < mostPeers {
		w.s.peers = append(w.s.peers, of)
	}
	a, _ := beside(answersIn(around.text), around)
	a.from = of
	w.s.noteAnswer(a)
}

// whole puts together what is sure of a pattern and what its companions confirm.
func (s *scan) whole(i int) sighting {
	if !s.confirmed[i] {
		return s.sure[i]
	}
	if s.sure[i].count == 0 {
		return s.half[i]
	}
	both := s.sure[i]
	both.count = max(both.count, s.half[i].count)
	both.peers = both.peers[:len(both.peers):len(both.peers)]
	both.peers = append(both.peers, s.half[i].peers...)
	both.weighed = both.weighed.joined(s.half[i].weighed)
	return both
}

// found lists the places of the patterns that are told, with how each was seen:
// without what something more telling explains.
func (s *scan) found() (places []int, seen []sighting) {
	seen = make([]sighting, len(Patterns))
	ids := map[string]bool{}
	for i, p := range Patterns {
		seen[i] = s.whole(i)
		ids[p.ID] = seen[i].count > 0
	}
	for i, p := range Patterns {
		explained := slices.ContainsFunc(p.Unless, func(id string) bool { return ids[id] })
		if seen[i].count > 0 && !explained && !(s.wordsOnly && p.asked) {
			places = append(places, i)
		}
	}
	if slices.ContainsFunc(places, func(i int) bool { return Patterns[i].Sign == Failed && !Patterns[i].echo }) {
		places = slices.DeleteFunc(places, func(i int) bool { return Patterns[i].echo })
	}
	return places, seen
}
