//go:build !windows

package terminal

import (
	"os"
	"strings"
	"testing"
)

// Keys that are typed ahead wait while a file is looked for, opened or made.
func TestTypedAheadFromTheStart(t *testing.T) {
	t.Parallel()
	strokes := recorded(t)
	folder := t.TempDir()
	s := start(t, window(folder))
	s.see("Make a new plan")
	s.send(enter + "Contoso" + enter + enter + joined(strokes))
	s.see("See the checklist")
	s.leaves()
	samePlan(t, folder)
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := f.Name(); name != "home" && !strings.HasPrefix(name, "contoso.toml") || strings.HasPrefix(name, "contoso.toml0") {
			t.Errorf("makes %s", name)
		}
	}
}

// The review comes back to the line that was picked, not to another one that
// leads to the same question.
func TestReviewComesBack(t *testing.T) {
	t.Parallel()
	s := start(t, window(sampled(t), "sample.toml"))
	s.see("enter next")
	s.send(review)
	s.see("See the checklist")
	s.send(down + down + down + down + enter)
	s.see("enter next")
	s.send(back)
	s.see("See the checklist")
	s.leaves()
}
