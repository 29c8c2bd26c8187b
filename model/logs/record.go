package logs

import (
	"cmp"
	"slices"
	"time"

	"cmgwizard/model/reading"
)

// period is from when to when the log goes.
func (s *scan) period() (from, to time.Time) {
	first, last := s.first, s.last
	first.stamp()
	last.stamp()
	return first.time, last.time
}

// log is what was found, as it is kept of a file.
func (s *scan) log(places []int, seen []sighting) *reading.Log {
	from, to := s.period()
	log := &reading.Log{Entries: s.entries, From: from, To: to, Signs: []reading.Sign{}, Unknown: s.unknown.log()}
	for _, i := range places {
		p, at := Patterns[i], seen[i]
		if _, told := p.remark(at); p.Sign == Failed && !told {
			continue
		}
		sign := reading.Sign{ID: p.ID, Title: p.Title, Kind: cmp.Or(string(p.Sign), "failed"), Stage: string(p.Stage), Severity: p.Severity,
			Count: at.count, First: at.first, Last: at.last, Since: at.since, By: at.part, Line: at.excerpt, Peers: peerNames(at.peers)}
		for _, stage := range p.Proves {
			sign.Proves = append(sign.Proves, string(stage))
		}
		log.Signs = append(log.Signs, sign)
	}
	return log
}

// peerNames are whom a pattern asked, as far as it is told.
func peerNames(peers []peer) []string {
	var names []string
	for _, p := range peers {
		if p.name != "" {
			names = append(names, reading.Shown(p.name, reading.LongestValue))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
