//go:build linux

package terminal

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cmgwizard/model/export"
)

// A job is what somebody does in a folder with a plan. PLAN in its lines is the
// plan's name. A number before a command is its exit code, if that is not 0; a line that
// begins with < is what the next command reads.
type job struct {
	name  string
	plan  string // "sample.toml" if it is not named
	text  func(plan string) string
	files string // a folder that is copied beside the plan as "files"
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
		"2 check PLAN " + day, "2 check PLAN --json " + day, "show PLAN " + day, "tasks PLAN --json " + day, "task PLAN pki-template",
		"evidence list PLAN", "explain 403", "completion powershell", "4 check missing.toml", "3 no-such-command",
	}},
	{name: "the standard input", lines: []string{"<format = 1\n", "2 check - " + day, "<format = 2\n", "3 check - " + day}},
	{name: "files", lines: []string{"1 inspect files " + day, "1 inspect files --json " + day}, files: "../../model/certs/testdata"},
	{name: "saving", lines: []string{
		"sample --output new.toml", "task PLAN pki-template --state done --by Anna " + day, "task PLAN pki-template --state open " + day,
		"assume PLAN", "export PLAN -o list.html " + day, "3 export PLAN -o list.html " + day,
	}},
	{name: "a name with blanks and letters beyond ASCII", plan: "Plan für 東京 – neu.toml", lines: saving},
	{name: "a long path", plan: long, lines: saving},
	{name: "lines that end as in Notepad", text: func(plan string) string { return "\ufeff" + strings.ReplaceAll(plan, "\n", "\r\n") }, lines: saving},
	{name: "a plan that is read-only", mode: 0o400, lines: []string{"show PLAN " + day, "4 task PLAN pki-template --state done"}},
}

var saving = []string{"show PLAN " + day, "task PLAN pki-template --state done --by Anna " + day, "export PLAN -o PLAN.pdf " + day}

// windowsLines are what only Windows knows, each with its exit code and what is said.
var windowsLines = []struct {
	code       int
	line, says string
}{
	{3, "check NUL", "the name NUL means a device"},
	{3, "task aux.toml pre-site-version --state done", "the name AUX means a device"},
	{3, "export sample.toml --format html --output CON", "the name CON means a device"},
	{3, `export sample.toml --format html --output \\.\NUL`, "the path means a device"},
	{3, "export sample.toml --format html --output list.html:stream", "a stream inside a file"},
	{3, "export sample.toml --format html --output list.html.", "ends in a dot"},
	{4, `check C:\`, "this is a folder, not a file"},
	{4, `check \\server\share\plan.toml`, "there is no such file or folder"},
	{0, `export sample.toml --output C:\list.html`, `C:\list.html written`},
	{0, `task \\?\HERE\sample.toml pre-site-version --state done`, "Saved in"},
}

func (w *wine) alone(t *testing.T) {
	t.Parallel()
	folder := job{}.folder(t)
	for _, c := range windowsLines {
		got := w.run(t, folder, "", strings.Fields(strings.ReplaceAll(c.line, "HERE", onZ(folder)))...)
		if got.code != c.code || !strings.Contains(got.out+got.said, c.says) {
			t.Errorf("%s: %+v, want %d and %q", c.line, got, c.code, c.says)
		}
	}
	left := slices.Sorted(maps.Keys(filesIn(t, folder)))
	if want := []string{"/sample.toml", "/sample.toml.bak"}; !slices.Equal(left, want) {
		t.Errorf("in the folder are %v, want %v", left, want)
	}
}

// The Windows build does what the one for this machine does, and what only Windows asks of it.
func TestWindows(t *testing.T) {
	t.Parallel()
	w := newWine(t)
	t.Run("screens", w.screens)
	t.Run("held", w.held)
	t.Run("alone", w.alone)
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
	j.lines = append(j.lines, "pack PLAN "+day)
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
		code, args := j.command(line)
		want, got := here(t, one, stdin, args...), w.run(t, other, stdin, args...)
		if !slices.Equal(got.lines(), want.lines()) || got.code != code || want.code != code {
			t.Errorf("%s: ends with %d on Windows, here with %d: %s", line, got.code, want.code, firstOther(got.lines(), want.lines()))
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

// command gives the exit code and the words of a line.
func (j job) command(line string) (code int, args []string) {
	args = strings.Fields(strings.ReplaceAll(line, "PLAN", "\x00"))
	for i, word := range args {
		args[i] = strings.ReplaceAll(word, "\x00", j.planName())
	}
	if n, err := strconv.Atoi(args[0]); err == nil {
		return n, args[1:]
	}
	return 0, args
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
	text := strings.Replace(here(t, folder, "", "sample").out, "\nname =", "\nid = \"aaaabbbb-0000-4ccc-9111-dddd2222eeee\"\nname =", 1)
	if j.text != nil {
		text = j.text(text)
	}
	if j.files != "" {
		if err := os.CopyFS(filepath.Join(folder, "files"), os.DirFS(j.files)); err != nil {
			t.Fatal(err)
		}
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

// sameWords leaves out how paths are written and quoted, which every system does differently.
var sameWords = strings.NewReplacer(`"`, "", "'", "", `\\`, "/", `\`, "/")

// lines are what was said.
func (o outcome) lines() []string {
	return strings.Split(sameWords.Replace(o.out+o.said), "\n")
}

// firstOther is the first line that is another one.
func firstOther(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return fmt.Sprintf("%q, here %q", got[i], want[i])
		}
	}
	return fmt.Sprintf("%d lines, here %d", len(got), len(want))
}

// clockTime is when a plan was saved.
var clockTime = regexp.MustCompile(`(?m)^(created|updated) = .*$`)

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
		files[strings.TrimPrefix(path, folder)] = clockTime.ReplaceAllString(string(data), "")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
