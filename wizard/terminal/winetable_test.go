//go:build linux

package terminal

import (
	"cmp"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/export"
)

// A job is what somebody does in a folder with a plan. PLAN in its lines is the
// plan's name, a line that begins with < is what the next command reads.
type job struct {
	name  string
	plan  string // "sample.toml" if it is not named
	text  func(plan string) string
	mode  fs.FileMode
	lines []string
}

// day is given to commands that would ask the clock.
const day = "--at 2026-11-22T12:00:00Z"

// long makes a path of more than the 260 characters that Windows takes of programs
// that know no better.
var long = strings.Repeat("ein-ordner-mit-umläuten/", 14) + "plan.toml"

// sameJobs are said and done alike on both systems.
var sameJobs = []job{
	{name: "reading", lines: []string{
		"check PLAN " + day, "check PLAN --json " + day, "show PLAN " + day, "tasks PLAN --json " + day, "task PLAN pki-template",
		"evidence list PLAN", "explain 403", "completion powershell", "check missing.toml", "no-such-command",
	}},
	{name: "the standard input", lines: []string{"<format = 1\n", "check - " + day, "<format = 2\n", "check - " + day}},
	{name: "files", lines: []string{"inspect " + certificates + " " + day, "inspect . --json " + day}},
	{name: "saving", lines: []string{
		"sample --output new.toml", "task PLAN pki-template --state done --by Anna " + day, "task PLAN pki-template --state open " + day,
		"assume PLAN --yes " + day, "export PLAN -o list.html " + day, "export PLAN -o list.html " + day, "pack PLAN " + day,
	}},
	{name: "a name with blanks and letters beyond ASCII", plan: "Plan für 東京 – neu.toml", lines: saving},
	{name: "a long path", plan: long, lines: saving},
	{name: "lines that end as in Notepad", text: func(plan string) string { return "\ufeff" + strings.ReplaceAll(plan, "\n", "\r\n") }, lines: saving},
	{name: "a plan that is read-only", mode: 0o400, lines: saving},
}

var saving = []string{"check PLAN " + day, "task PLAN pki-template --state done --by Anna " + day, "export PLAN -o PLAN.pdf " + day}

const certificates = "../../model/certs/testdata"

func TestWindows(t *testing.T) {
	w := newWine(t)
	t.Run("jobs", func(t *testing.T) {
		for _, j := range append(slices.Clone(sameJobs), formats()) {
			t.Run(j.name, func(t *testing.T) {
				t.Parallel()
				j.sameOn(t, w)
			})
		}
	})
}

// formats writes the plan in every format there is.
func formats() job {
	j := job{name: "formats"}
	for _, f := range export.Formats() {
		j.lines = append(j.lines, "export PLAN --format "+f.Name+" --output "+f.Name+f.Ext+" "+day)
	}
	return j
}

// sameOn does the job on both systems: they say the same and leave the same files.
func (j job) sameOn(t *testing.T, w *wine) {
	one, other := j.folder(t), j.folder(t)
	stdin := ""
	for _, line := range j.lines {
		if text, is := strings.CutPrefix(line, "<"); is {
			stdin = text
			continue
		}
		args := j.args(line)
		want, got := here(t, one, stdin, args...), w.run(t, other, stdin, args...)
		if got != want {
			t.Errorf("%s: on Windows\n%+v\nhere\n%+v", line, got, want)
		}
	}
	want, got := filesIn(t, one), filesIn(t, other)
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if text, there := got[name]; !there || text != want[name] {
			t.Errorf("%s is another file on Windows (there: %t, %d bytes, here %d)", name, there, len(text), len(want[name]))
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("%s is left behind on Windows", name)
	}
}

// args are the words of a line.
func (j job) args(line string) []string {
	words := strings.Fields(line)
	for i, word := range words {
		words[i] = strings.ReplaceAll(word, "PLAN", j.planName())
	}
	return words
}

func (j job) planName() string {
	if j.plan == "" {
		return "sample.toml"
	}
	return j.plan
}

// folder is a folder with nothing but the plan.
func (j job) folder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	text := strings.Replace(here(t, folder, "", "sample").out, "\nname =", "\nid = \"0123456789abcdef0123456789abcdef\"\nname =", 1)
	if j.text != nil {
		text = j.text(text)
	}
	path := filepath.Join(folder, j.planName())
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), cmp.Or(j.mode, 0o600)); err != nil {
		t.Fatal(err)
	}
	return folder
}

// filesIn are the files of a folder, but for what is in the user's home.
func filesIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path == filepath.Join(folder, "home"):
			return filepath.SkipDir
		case entry.IsDir():
			return nil
		}
		data, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, folder)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
