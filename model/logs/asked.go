package logs

import (
	"strings"
	"time"

	"cmgwizard/model"
)

// The marks in lines of the client that say which request is meant.
const (
	requestFailed  = "[CCMHTTP] ERROR: URL=" // whom it asked
	requestAnswer  = "[CCMHTTP] ERROR INFO:" // what was answered, right after that line
	requestBegins  = "AsyncCallback():"      // what is written before that line
	sameRequest    = 2 * time.Second         // between the lines of one request
	anotherRequest = 90 * time.Second        // between lines that no request has both of
	addressClasses = 3
)

// beforeAndAfter are the nearest addresses to each side of an entry.
type beforeAndAfter struct{ before, after peer }

// asked says whom an entry is about. Its own address decides, then the line of
// the same component, thread and moment that says which request failed, then
// another address there, and then any other near it. Two servers that are told
// equally well decide nothing.
func (s *scan) asked(number int) peer {
	own := s.near(number)
	own.stamp()
	if all := s.addresses(own); len(all) > 0 {
		return all[0].is
	}
	var found [addressClasses]beforeAndAfter
	over := false // another request begins between
	for i := number - 1; i >= number-nearby; i-- {
		over = over || strings.Contains(s.near(i+1).raw, requestBegins)
		all, class := s.candidates(own, i)
		if side := &found[class].before; len(all) > 0 && !(over && class == 0) && side.kind == peerUnknown {
			*side = all[len(all)-1].is
		}
	}
	for i := number + 1; i <= number+nearby; i++ {
		all, class := s.candidates(own, i)
		if side := &found[class].after; len(all) > 0 && side.kind == peerUnknown {
			*side = all[0].is
		}
	}
	if first := found[0].before; first.kind != peerUnknown && strings.Contains(own.raw, requestAnswer) {
		return first
	}
	for _, sides := range found {
		if sides != (beforeAndAfter{}) {
			return sides.one()
		}
	}
	return peer{}
}

// one is the server of both sides, none where they differ. The path of one of
// them can tell that their host is the CMG.
func (b beforeAndAfter) one() peer {
	sameHost := b.before.host == b.after.host
	switch {
	case b.after.kind == peerUnknown, sameHost && b.before.kind == peerCMG && b.after.kind == peerOther:
		return b.before
	case b.before.kind == peerUnknown, sameHost && (b.before.kind == b.after.kind || b.before.kind == peerOther && b.after.kind == peerCMG):
		return b.after
	}
	return peer{torn: true}
}

// candidates are the addresses of a near entry, and how well they tell whom
// another one is about: the lower, the better.
func (s *scan) candidates(own entry, number int) (all []placed[peer], class int) {
	e := s.near(number)
	if ofThread(e.raw, own.thread) == "" {
		return nil, 0
	}
	if all = s.addresses(e); len(all) == 0 {
		return nil, 0
	}
	e.stamp()
	apart := e.time.Sub(own.time).Abs()
	timed := !e.time.IsZero() && !own.time.IsZero()
	switch {
	case timed && apart > anotherRequest:
		return nil, 0
	case e.part != own.part, timed && apart > sameRequest:
		return all, 2
	case strings.Contains(e.raw, requestFailed):
		return all, 0
	}
	return all, 1
}

// addresses are those that stand in an entry.
func (s *scan) addresses(e entry) []placed[peer] {
	return peersIn(s.in, model.WithoutUser(e.raw[:min(len(e.raw), longestWindow)]))
}
