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
	s.send(enter + "Contoso" + enter + enter + everything + joined(strokes))
	s.see(onBoard)
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

// The findings come back to the line that was picked, not to another one that
// leads to the same question.
func TestFindingsComeBack(t *testing.T) {
	t.Parallel()
	s := start(t, window(sampled(t), "sample.toml"))
	s.see(onBoard)
	s.send("w" + down + down)
	s.see("What is wrong and what is open")
	s.quiet()
	before := s.shown()
	s.send(enter)
	s.see("enter next")
	s.send(back)
	s.until("the same line again", func() bool { return s.text() == before })
	s.leaves()
}
