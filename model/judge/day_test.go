package judge_test

import (
	"testing"
	"time"

	"cmgwizard/model/judge"
)

func TestDay(t *testing.T) {
	sunday := time.Date(2026, time.November, 29, 23, 30, 0, 0, time.UTC)
	for typed, want := range map[string]string{
		"2026-12-12": "2026-12-12", "2026-1-2": "2026-01-02", "4.12.2026": "2026-12-04", "04.12.2026": "2026-12-04",
		"12 Dec": "2026-12-12", "12. Dec": "2026-12-12", "Dec 12": "2026-12-12", "december 12, 2027": "2027-12-12", "12 dec. 2027": "2027-12-12",
		"28 Nov": "2027-11-28", "29 Nov": "2026-11-29", "29 Feb": "2028-02-29",
		"friday": "2026-12-04", "Fri": "2026-12-04", "sunday": "2026-12-06", "today": "2026-11-29", " Tomorrow ": "2026-11-30",
	} {
		if got, err := judge.ParseDay(typed, sunday); got != want || err != nil {
			t.Errorf("%q is %q, want %q: %v", typed, got, want, err)
		}
	}
	for _, typed := range []string{"", "4/12/2026", "12/4", "2026-13-01", "2026-02-30", "31 Nov", "29 Feb 2027", "0 Dec", "-1 Dec", "12 Dec 26", "12 Dez", "t", "fr", "m", "ma", "next friday", "12", "Dec", "12 Dec 2026 noon", "...", "dec dec", "1 ..."} {
		if got, err := judge.ParseDay(typed, sunday); err == nil {
			t.Errorf("%q is taken as %q", typed, got)
		}
	}
}

// FuzzDay: whatever is typed, a day is one that the plan takes, and is itself
// when typed again.
func FuzzDay(f *testing.F) {
	for _, seed := range []string{"12 Dec", "friday", "2026-12-04", "4.12.2026", "feb 29, 2028", "1 ."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		today := time.Date(2026, time.November, 29, 0, 0, 0, 0, time.UTC)
		day, err := judge.ParseDay(text, today)
		if err != nil {
			return
		}
		if again, err := judge.ParseDay(day, today); again != day || err != nil {
			t.Errorf("%q is %q, and that %q: %v", text, day, again, err)
		}
	})
}
