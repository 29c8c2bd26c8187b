package model

import "time"

// Ending says how near an end is.
type Ending uint8

// The endings.
const (
	NoEnding   Ending = iota // it never ends, or no date is known
	FarEnding                // not within SoonDays
	NearEnding               // within SoonDays
	PastEnding               // it has ended
)

// SoonDays is within how many days of the calendar an end is called near.
const SoonDays = 60

// EndingOf says how near an end is on a date.
func EndingOf(ends, at time.Time) Ending {
	switch {
	case ends.IsZero() || at.IsZero():
		return NoEnding
	case at.After(ends):
		return PastEnding
	case Day(ends)-Day(at) <= SoonDays:
		return NearEnding
	}
	return FarEnding
}

// EndWords say when something ends against a date: "expires in 12 days
// (2026-12-04)". Without a date they say the day alone, and "" where it never
// ends.
func EndWords(ends, at time.Time) string {
	days := Day(ends) - Day(at)
	switch ending := EndingOf(ends, at); {
	case ends.IsZero():
		return ""
	case ending == NoEnding:
		return "is valid until " + DayOf(ends)
	case days == 0 && ending == PastEnding:
		return "expired today (" + DayOf(ends) + ")"
	case ending == PastEnding:
		return "expired " + Counted(-days, "day") + " ago (" + DayOf(ends) + ")"
	case days == 0:
		return "expires today (" + DayOf(ends) + ")"
	}
	return "expires in " + Counted(days, "day") + " (" + DayOf(ends) + ")"
}
