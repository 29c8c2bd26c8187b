package page

import (
	"slices"
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	d := New(about)
	d.Font(Regular, 10)
	em := d.Width("m")
	for _, c := range []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"empty", "", 10 * em, nil},
		{"fits", "mm mm", 10 * em, []string{"mm mm"}},
		{"exactly", "mmmm", 4 * em, []string{"mmmm"}},
		{"at a blank, which hangs out", "mmm mmm", 3 * em, []string{"mmm ", "mmm"}},
		{"several blanks stay together", "mmm   mmm", 3 * em, []string{"mmm   ", "mmm"}},
		{"blanks at the end", "mmm   ", 3 * em, []string{"mmm   "}},
		{"within a long word", "mmmmmmm", 3 * em, []string{"mmm", "mmm", "m"}},
		{"a long word begins its own line", "m mmmm", 3 * em, []string{"m ", "mmm", "m"}},
		{"at a seam of a long word", "mmm/mmmm", 5 * em, []string{"mmm/", "mmmm"}},
		{"not at a seam far back", "m/mmmmmmmm", 6 * em, []string{"m/mmmm", "mmmm"}},
		{"not at a blank that holds", "mm mm\u00A0mm", 6 * em, []string{"mm ", "mm\u00A0mm"}},
		{"line feeds", "m\n\nm\n", 9 * em, []string{"m\n", "\n", "m\n"}},
		{"no room at all", "mm m", 0, []string{"m", "m ", "m"}},
		{"a letter keeps its marks", "e\u0301e\u0301", 0, []string{"e\u0301", "e\u0301"}},
	} {
		if got := d.Split(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// checkSplit tells what Split did wrong to a text.
func checkSplit(t *testing.T, d *Document, text string, width float64) {
	t.Helper()
	lines := d.Split(text, width)
	if got := strings.Join(lines, ""); got != text {
		t.Fatalf("%q came back as %q", text, got)
	}
	for _, line := range lines {
		seen := strings.TrimRightFunc(line, blank)
		clusters := faces[d.font.style].clusters(seen)
		if w := d.Width(seen); w > width+1e-6 && len(clusters) > 1 {
			t.Fatalf("%q is %.3f wide, more than %.3f", seen, w, width)
		}
	}
}
