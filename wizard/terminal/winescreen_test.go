//go:build linux

package terminal

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// inConsole starts the Windows build in a console whose size changes once resize is called.
func (w *wine) inConsole(t *testing.T, size string, args ...string) (s *session, resize func()) {
	t.Helper()
	folder := t.TempDir()
	flag := filepath.Join(folder, "home", "resize")
	if err := os.Mkdir(filepath.Dir(flag), 0o700); err != nil {
		t.Fatal(err)
	}
	o := wide(folder, append([]string{w.console, "size", size, onZ(flag), onZ(w.wizard)}, args...)...)
	o.silent = true // its answers would be taken for keys
	o.program, o.env = wineProgram, append(w.env, "NO_COLOR=1")
	return start(t, o), func() {
		t.Helper()
		if err := os.WriteFile(flag, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// onZ is a path as Windows programs see it.
func onZ(path string) string { return `Z:` + strings.ReplaceAll(path, "/", `\`) }

// screens opens a plan, answers a question, makes the console smaller and leaves. Meanwhile
// nobody else may save the plan.
//
// Wine's console counts escape sequences as letters, so that it breaks long lines too early:
// what is looked for stands near the beginning of a line.
func (w *wine) screens(t *testing.T) {
	t.Parallel()
	s, resize := w.inConsole(t, "80x24", "contoso.toml")
	folder := s.cmd.Dir
	s.see("What is the plan called?")
	s.send("Contoso" + enter)
	s.see("What is your primary site's")
	if got := w.run(t, folder, "", "task", "contoso.toml", "pre-site-version", "--state", "done"); got.code != 5 || !strings.Contains(got.said, "is open in another wizard") {
		t.Errorf("a plan that is open: %+v", got)
	}
	if got := w.run(t, folder, "", "show", "contoso.toml"); got.code != 0 {
		t.Errorf("reading a plan that is open: %+v", got)
	}
	resize()
	s.see("\n NOT DECIDED  ") // where there is no room for a column beside the question
	s.send("P01" + enter)
	s.becomes("the answer is not saved", func() bool { return strings.Contains(read(t, filepath.Join(folder, "contoso.toml")), `code = "P01"`) })
	s.send("\x03") // wine makes an event of it, as Windows does of Ctrl+Break
	if code := s.end(); code != 128+2 || !strings.Contains(s.written(), "Saved: contoso.toml") {
		t.Errorf("ends with %d:\n%s", code, s.shown())
	}
	if got := w.run(t, folder, "", "task", "contoso.toml", "pre-site-version", "--state", "done"); got.code != 0 {
		t.Errorf("a plan that is free again: %+v", got)
	}
	left := filesIn(t, folder)
	delete(left, "/contoso.toml")
	delete(left, "/contoso.toml.bak")
	if len(left) > 0 {
		t.Errorf("left behind: %v", slices.Sorted(maps.Keys(left)))
	}
}

// held has another program hold the plan open, as editors and virus scanners do: it cannot
// be replaced, and stays as it was.
func (w *wine) held(t *testing.T) {
	t.Parallel()
	folder := job{}.folder(t)
	before := filesIn(t, folder)
	got := w.start(t, folder, "", w.console, "hold", "sample.toml", onZ(w.wizard), "task", "sample.toml", "pre-site-version", "--state", "done")
	if got.code != 4 || !strings.Contains(got.said, "sample.toml") {
		t.Errorf("a plan that somebody holds: %+v", got)
	}
	after := filesIn(t, folder)
	delete(after, "/sample.toml.bak")
	if !maps.Equal(after, before) {
		t.Errorf("a plan that somebody holds: of %v remain %v", slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(after)))
	}
}
