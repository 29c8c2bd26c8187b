package page

import "testing"

func TestNoColour(t *testing.T) {
	t.Setenv("TERM", "xterm")
	t.Setenv("NO_COLOR", "")
	if !wantsInk() {
		t.Error("no colours though nobody forbids them")
	}
	t.Setenv("NO_COLOR", "1")
	if wantsInk() {
		t.Error("colours in spite of NO_COLOR")
	}
	t.Setenv("NO_COLOR", "")
	t.Setenv("TERM", "dumb")
	if wantsInk() {
		t.Error("colours on a dumb terminal")
	}
}
