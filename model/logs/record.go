package logs

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"cmgwizard/model/reading"
)

// period is from when to when the log goes.
func (s *scan) period() (from, to time.Time) {
	first, last := s.first, s.last
	first.stamp()
	last.stamp()
	if from, to = first.time, last.time; !to.IsZero() && to.Before(from) {
		from, to = to, from
	}
	return from, to
}

// longestStep is how far the times of entries may go back without a word: threads
// write late, and clocks are set by a little.
const longestStep = 10 * time.Minute

// noteClock looks whether the times of a log go back.
func (s *scan) noteClock(at time.Time) {
	if at.IsZero() {
		return
	}
	if back := s.latest.Sub(at); back > longestStep && back > s.wentBack {
		s.wentBack, s.wentBackAt = back, at
	}
	if at.After(s.latest) {
		s.latest = at
	}
}

// clock says what is odd about the times of a log.
func (s *scan) clock(f *reading.Found) {
	if s.wentBack > 0 {
		f.Remark("log-clock", "", "", "The times in the log go back by "+s.wentBack.Round(time.Minute).String()+", to "+reading.Moment(s.wentBackAt)+": the clock of the computer was changed, or lines of several logs stand in one. What came first is not sure.",
			"Check the clock of that computer: tokens and certificates are refused where it is wrong.")
	}
	if stamp := s.first.raw; strings.Contains(stamp, recordEnds+"<time=") && !strings.ContainsAny(attribute(stamp[strings.LastIndex(stamp, recordEnds):], "time"), "+-") {
		f.Remark("log-no-zone", "", "", "The times in the log name no time zone and are read as UTC: beside other logs they may be off by hours.", "")
	}
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
