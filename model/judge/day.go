package judge

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// DayForms say how a day is typed.
const DayForms = "a day is typed as 2026-12-04, 4 Dec, 4 Dec 2026, 4.12.2026, friday, today or tomorrow"

// ParseDay is the day that somebody typed, as the plan writes it: 2026-12-04. A day of
// the week or without a year is the next one. What may be two days, such as
// 4/12/2026, is refused.
func ParseDay(text string, today time.Time) (string, error) {
	words := strings.Fields(strings.ToLower(strings.NewReplacer(",", " ", ". ", " ").Replace(text)))
	day, found := time.Time{}, false
	switch len(words) {
	case 1:
		day, found = dayOfOneWord(words[0], today)
	case 2, 3:
		day, found = dayOfMonth(words, today)
	}
	if !found {
		return "", errors.New(DayForms)
	}
	return day.Format(time.DateOnly), nil
}

func dayOfOneWord(word string, today time.Time) (time.Time, bool) {
	switch word {
	case "today":
		return today, true
	case "tomorrow":
		return today.AddDate(0, 0, 1), true
	}
	for ahead := 1; ahead <= 7; ahead++ {
		day := today.AddDate(0, 0, ahead)
		if begins(day.Weekday().String(), word) {
			return day, true
		}
	}
	for _, layout := range []string{time.DateOnly, "2006-1-2", "2.1.2006"} {
		if day, err := time.Parse(layout, word); err == nil {
			return day, true
		}
	}
	return time.Time{}, false
}

// dayOfMonth reads a day and the name of a month, in either order, and a year
// behind them.
func dayOfMonth(words []string, today time.Time) (time.Time, bool) {
	number, name := words[0], words[1]
	if number > "9" {
		number, name = name, number
	}
	day, err := strconv.Atoi(strings.TrimRight(number, "."))
	month := time.January
	for month <= time.December && !begins(month.String(), name) {
		month++
	}
	if err != nil || month > time.December {
		return time.Time{}, false
	}
	if len(words) == 3 {
		year, err := strconv.Atoi(words[2])
		return dateOf(year, month, day, err == nil && len(words[2]) == 4)
	}
	for year := today.Year(); year <= today.Year()+nextLeapYear; year++ {
		if d, real := dateOf(year, month, day, true); real && d.Format(time.DateOnly) >= today.Format(time.DateOnly) {
			return d, true
		}
	}
	return time.Time{}, false
}

// nextLeapYear is in how many years 29 February comes at the latest.
const nextLeapYear = 8

// dateOf is a date that the calendar has.
func dateOf(year int, month time.Month, day int, ok bool) (time.Time, bool) {
	d := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return d, ok && d.Day() == day && d.Month() == month
}

// shortestName is how much of the name of a day or of a month tells which it is.
const shortestName = 3

func begins(name, begun string) bool {
	begun = strings.TrimRight(begun, ".")
	return len(begun) >= shortestName && strings.HasPrefix(strings.ToLower(name), begun)
}
