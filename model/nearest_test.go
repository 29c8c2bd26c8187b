package model_test

import (
	"testing"

	"cmgwizard/model"
)

func TestNearest(t *testing.T) {
	states := []string{"open", "done", "blocked"}
	for typed, want := range map[string]string{
		"doen": "done", "dnoe": "done", "opne": "open", "blokced": "blocked", "block": "blocked", "Done": "done", "xyzzy": "", "": "",
	} {
		if got := model.Nearest(typed, states); got != want {
			t.Errorf("%q is near %q, want %q", typed, got, want)
		}
	}
}

func TestSlips(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"done", "", 4}, {"doen", "done", 1}, {"nigth", "night", 1}, {"pki", "pkis", 1}, {"abcd", "badc", 2}, {"ca", "abc", 3},
	} {
		if got, back := model.Slips(test.a, test.b), model.Slips(test.b, test.a); got != test.want || back != test.want {
			t.Errorf("%q and %q: %d and %d slips, want %d", test.a, test.b, got, back, test.want)
		}
	}
}
