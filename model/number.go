package model

import (
	"strconv"
	"time"
)

// Day numbers the days of the calendar. Dates of certificates reach up to the
// year 9999, too far for a time.Duration.
func Day(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }

// Number is a whole number that may be absent or not known yet.
type Number struct {
	value int
	state numberState
}

type numberState uint8

const (
	numberAbsent numberState = iota
	numberUnsure
	numberKnown
)

// UnsureNumber is the number that somebody must still find out.
var UnsureNumber = Number{state: numberUnsure}

// Num is a known number.
func Num(n int) Number { return Number{n, numberKnown} }

// Value gives the number and whether it is known.
func (n Number) Value() (int, bool) { return n.value, n.state == numberKnown }

// Given reports whether the number was answered, with Unsure too.
func (n Number) Given() bool { return n.state != numberAbsent }

// String gives the digits, Unsure or "".
func (n Number) String() string {
	switch n.state {
	case numberKnown:
		return strconv.Itoa(n.value)
	case numberUnsure:
		return Unsure
	}
	return ""
}
