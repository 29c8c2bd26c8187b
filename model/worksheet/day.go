package worksheet

import (
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/judge"
)

// dueDay is a day however a program for sheets wrote it. What may be two days
// is none, unless one of them is the day that was there before.
func dueDay(origin Origin, said string, today time.Time) (day string, why problem) {
	text := strings.TrimSpace(said)
	for _, midnight := range []string{" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00", "T00:00"} {
		text = strings.TrimSuffix(text, midnight)
	}
	if text == "" {
		return "", problem{}
	}
	readings := daysIn(text)
	for _, day := range readings {
		if origin.said(diff.DuePart, day) {
			return day, problem{}
		}
	}
	switch len(readings) {
	case 1:
		return readings[0], problem{}
	case 2:
		return "", problem{quoted(said) + " may be " + readings[0] + " or " + readings[1], dayForm}
	}
	// A day without a year is another one by the day on which it is read.
	one, err := judge.ParseDay(text, today)
	other, _ := judge.ParseDay(text, today.AddDate(1, 0, 1))
	switch {
	case err != nil:
		return "", problem{quoted(said) + " is not a day that can be read", dayForm}
	case one != other:
		return "", problem{quoted(said) + " does not say the year", dayForm}
	}
	return one, problem{}
}

const dayForm = "Write the day as 2026-12-04."

// daysIn are the days that numbers may mean, in the forms that people and
// programs for sheets use.
func daysIn(text string) (days []string) {
	seen := map[string]bool{}
	for _, layout := range []string{
		"2006/1/2", "2006.1.2", "20060102", "1/2/2006", "2/1/2006", "1-2-2006", "2-1-2006", "2.1.2006", "2. 1. 2006", "1/2/06", "2/1/06", "2.1.06",
	} {
		d, err := time.Parse(layout, text)
		if day := model.DayOf(d); err == nil && !seen[day] {
			seen[day] = true
			days = append(days, day)
		}
	}
	return days
}
