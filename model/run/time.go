// Package run is the work in a change window: the log of a plan held against its
// tasks at a moment. It says what runs, what waits, what comes next and how to go
// back. It writes nothing and reads no clock.
package run

import (
	"time"

	"cmgwizard/model"
)

// apart is how long nothing must have been written for another window to begin.
const apart = 8 * time.Hour

// A timeline puts the entries of a log on a line of time that never goes back. Its
// last place is now.
type timeline struct {
	at     []time.Time
	passed []time.Duration // since the first entry, without what a clock was set back
	hours  []time.Duration // the same without the hours between two windows
	window []int           // from 1
	breaks []Break
}

// A Break is where the clock of a log was set back, or where a window ended.
type Break struct {
	Entry    int // the place of the entry behind it, the length of the log for now
	Back     bool
	From, To time.Time
}

func newTimeline(log []model.LogEntry, now time.Time) timeline {
	var l timeline
	for _, e := range log {
		l.add(e.At)
	}
	l.add(now)
	return l
}

func (l *timeline) add(at time.Time) {
	n := len(l.at)
	l.at = append(l.at, at)
	if n == 0 {
		l.passed, l.hours, l.window = []time.Duration{0}, []time.Duration{0}, []int{1}
		return
	}
	gap, worked, window := at.Sub(l.at[n-1]), at.Sub(l.at[n-1]), l.window[n-1]
	switch {
	case gap < 0:
		l.breaks = append(l.breaks, Break{n, true, l.at[n-1], at})
		gap, worked = 0, 0
	case gap > apart:
		l.breaks = append(l.breaks, Break{n, false, l.at[n-1], at})
		worked, window = 0, window+1
	}
	l.passed = append(l.passed, l.passed[n-1]+gap)
	l.hours = append(l.hours, l.hours[n-1]+worked)
	l.window = append(l.window, window)
}

// now is the last place.
func (l timeline) now() int { return len(l.at) - 1 }

// parted reports whether a window ended between two places.
func (l timeline) parted(from, to int) bool { return l.window[from] != l.window[to] }

// Minutes are a time in whole minutes, as people say it.
func Minutes(d time.Duration) int { return int(d.Round(time.Minute) / time.Minute) }
