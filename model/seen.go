package model

import (
	"cmp"
	"time"
)

// A Seen is a piece of evidence in words.
type Seen struct {
	Evidence
	What string    // "client certificate PC1"
	Ends time.Time // when it ends, zero for never or not known
}

// Seen lists the evidence of the plan in words, in its order.
func (p *Plan) Seen() []Seen {
	list := make([]Seen, len(p.Evidence))
	for i, e := range p.Evidence {
		list[i] = e.Seen()
	}
	return list
}

// Seen is the evidence in words.
func (e Evidence) Seen() Seen {
	if c, ok := e.Certificate(); ok {
		return Seen{e, cmp.Or(Clean(CertificateRoles.Label(c.Role)), "certificate") + " " + c.Short(), c.NotAfter}
	}
	if d, ok := e.Device(); ok {
		return Seen{e, d.words(), d.CertificateUntil}
	}
	if t, ok := e.Token(); ok {
		return Seen{e, "bulk registration token", t.Expires}
	}
	return Seen{Evidence: e, What: Clean(EvidenceKinds.Label(e.Kind))}
}

func (d DeviceFacts) words() string {
	words := "device whose join is not known"
	if join := d.Join(); join != "" {
		words = "device, " + Joins.Label(join)
	}
	if d.TenantName != "" {
		words += ", tenant " + Clean(d.TenantName)
	}
	return words
}

// FileName is the base name of the file, for people.
func (s Seen) FileName() string { return cmp.Or(Clean(s.File), "a file without a name") }

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
	case day(ends)-day(at) <= SoonDays:
		return NearEnding
	}
	return FarEnding
}

// EndWords say when something ends against a date: "expires in 12 days
// (2026-12-04)". Without a date they say the day alone, and "" where it never
// ends.
func EndWords(ends, at time.Time) string {
	days := day(ends) - day(at)
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
