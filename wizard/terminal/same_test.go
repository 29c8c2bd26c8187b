//go:build !windows

package terminal

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"

	"cmgwizard/model/slow"
)

// recorded plays the interview without a detour, and gives the keys.
func recorded(t *testing.T) []stroke {
	t.Helper()
	folder := t.TempDir()
	s := start(t, window(folder))
	s.newPlan()
	strokes := s.answer(contoso())
	s.see(onBoard)
	s.leaves()
	samePlan(t, folder)
	return strokes
}

// Keys that are typed ahead, in one burst, are all answers to their questions.
func TestTypedAhead(t *testing.T) {
	t.Parallel()
	strokes := recorded(t)
	for _, at := range []options{window(t.TempDir()), wide(t.TempDir())} {
		s := start(t, at)
		s.newPlan()
		s.await(pages["site"][0])
		s.send(joined(strokes))
		s.see(onBoard)
		s.leaves()
		samePlan(t, at.folder)
	}
}

// A script that types the newline of a file answers like one that types Enter.
func TestNewlineIsEnter(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := start(t, window(folder, "contoso.toml"))
	s.ask("What is the plan called?")
	s.send("Contoso\n")
	s.ask("What is your primary site's")
	s.send(everything)
	s.await(pages["site"][0])
	s.send(plainText(pages["site"]))
	s.see("Add a kind of device")
	s.leaves()
}

// Another size of the window, in the middle of a question, changes nothing.
func TestResize(t *testing.T) {
	t.Parallel()
	strokes := recorded(t)
	sizes := [][2]int{{40, 12}, {20, 5}, {200, 60}, {1, 1}, {80, 24}, {120, 40}}
	folder := t.TempDir()
	s := start(t, window(folder))
	s.newPlan()
	for i, k := range strokes {
		s.await(k.turn)
		if i%7 == 0 {
			for _, size := range sizes {
				s.resize(size[0], size[1])
			}
			s.await(k.turn)
		}
		s.send(k.keys)
	}
	s.see(onBoard)
	s.leaves()
	samePlan(t, folder)
}

// At every size a window shows what it would show had it been started so.
func TestSizes(t *testing.T) {
	slow.Alone(t)
	t.Parallel()
	for page, seen := range map[string]string{"board": onBoard, "methods": "enter next"} {
		t.Run(page, func(t *testing.T) { everySize(t, page, seen) })
	}
}

func everySize(t *testing.T, page, seen string) {
	resized := start(t, onPage("", page)(t))
	resized.see(seen)
	for _, size := range [][2]int{{40, 12}, {20, 5}, {200, 60}, {30, 8}, {80, 24}, {109, 30}, {110, 30}} {
		resized.resize(size[0], size[1])
		o := onPage("", page)(t)
		o.cols, o.rows = size[0], size[1]
		started := start(t, o)
		alike(t, resized, started)
		started.leaves()
	}
	resized.leaves()
}

// alike waits until two windows show the same.
func alike(t *testing.T, one, other *session) {
	t.Helper()
	for late := time.After(patience); ; {
		a, changed := one.seen()
		b, alsoChanged := other.seen()
		if a == b {
			return
		}
		select {
		case <-changed:
		case <-alsoChanged:
		case <-late:
			t.Fatalf("two windows differ:\n%s\n%s", a, b)
		}
	}
}

// Numbered lines from a pipe make the same plan as screens.
func TestPlain(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	code, out := piped(t, folder, plainLines(recorded(t))+"!\n")
	if code != 0 || strings.Contains(out, "\x1b") {
		t.Errorf("ended with %d:\n%s", code, out)
	}
	samePlan(t, folder)
}

// The end of the input saves what there is, and says what is missing.
func TestPlainEnds(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	code, out := piped(t, folder, "1\nContoso\n\n#\na\n"+plainText(begunWith("site", "site.top_level")))
	if code != 2 {
		t.Errorf("ended with %d", code)
	}
	for _, want := range []string{"is not complete", "Which site is at the top of the hierarchy?", "hint: continue with: cmgwizard "} {
		if !strings.Contains(out, want) {
			t.Errorf("does not say %q:\n%s", want, out)
		}
	}
	if plan := read(t, folder+"/contoso.toml"); !strings.Contains(plan, `version = "2503"`) || strings.Contains(plan, "top_level") {
		t.Errorf("does not hold just what was answered:\n%s", plan)
	}
}

// plainText are the lines of turns that are typed, and the numbers of choices,
// which answer at once.
func plainText(turns []turn) string {
	lines := ""
	for _, t := range turns {
		if t.how == chosen {
			lines += fmt.Sprint(t.number)
			continue
		}
		lines += t.say + "\n"
	}
	return lines
}

// plainLines are what the strokes are as numbered lines.
func plainLines(strokes []stroke) string {
	lines := "1\nContoso\n\n#\na\n"
	entries := 0
	for _, k := range strokes {
		switch k.how {
		case added:
			entries++
			lines += fmt.Sprintln(entries)
		case passed:
			entries = 0
			lines += "\n"
		default:
			lines += strings.TrimSuffix(k.keys, enter) + "\n"
		}
	}
	return lines
}

// piped runs the program with numbered lines from a pipe.
func piped(t *testing.T, folder, lines string) (code int, out string) {
	t.Helper()
	return run(t, options{folder: folder, args: []string{"--plain"}}, lines)
}

// run runs the program without a terminal.
func run(t *testing.T, o options, input string) (code int, out string) {
	t.Helper()
	cmd := command(t, o)
	cmd.Stdin = strings.NewReader(input)
	data, err := cmd.CombinedOutput()
	if _, ended := err.(*exec.ExitError); err != nil && !ended {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(data)
}
