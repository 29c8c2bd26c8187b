//go:build !windows

package terminal

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Tasks are ticked, blocked with a note and listed by team; the file holds it
// when the window is gone. After a change of these screens: go test
// ./wizard/terminal -run TasksAreWorkedOn -update
func TestTasksAreWorkedOn(t *testing.T) {
	t.Parallel()
	folder := sampled(t)
	s := start(t, options{folder: folder, args: []string{"sample.toml"}, cols: 80, rows: 24, sizes: true})
	s.see(onBoard)
	s.send("t")
	s.see("x tick")
	s.send("gbAnna Lind" + enter + "x" + "js3" + "The CA is down" + enter + "jjd2020-02-29" + enter)
	s.see("due 2020-02-29")
	s.worksOn("tasks.txt")
	s.send("f" + "j" + enter + "f")
	s.see("only open")
	s.worksOn("tasksopen.txt")
	s.send("gn and nobody answers" + enter)
	s.see("note kept")
	s.hangUp()
	s.end()
	plan := read(t, filepath.Join(folder, "sample.toml"))
	for _, want := range []string{`by = "Anna Lind"`, `state = "blocked"`, `The CA is down and nobody answers`, `due = 2020-02-29`} {
		if !strings.Contains(strings.ReplaceAll(plan, `"2020-02-29"`, "2020-02-29"), want) {
			t.Errorf("the plan lacks %s", want)
		}
	}
}

// The day on which the state of a task was set.
var setOn = regexp.MustCompile(`(Anna Lind|Done|Blocked), 20\d\d-\d\d-\d\d`)

// worksOn waits until the screen is the one in the golden file.
func (s *session) worksOn(name string) {
	s.t.Helper()
	dateless := func() string { return setOn.ReplaceAllString(steady(s.cmd.Dir, s.text()), "$1, 20..-..-..") }
	path := filepath.Join("testdata", name)
	if *update {
		s.quiet()
		if err := os.WriteFile(path, []byte(dateless()), 0o644); err != nil {
			s.t.Fatal(err)
		}
	}
	want := read(s.t, path)
	s.until("the screen of "+path+" (to write it anew, run with -update)", func() bool { return dateless() == want })
}
