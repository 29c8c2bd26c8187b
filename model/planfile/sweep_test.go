package planfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
)

func TestWhatKilledProcessesLeaveIsSwept(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "contoso.toml")
	closeFile(t, create(t, path, model.Plan{Name: "x"}))
	text := content(t, path)
	other := strings.Replace(text, text[strings.Index(text, "id = "):][:20], `id = "00000000-0000-`, 1)
	mine, theirs := &spot{base: "contoso.toml"}, &spot{base: "Contoso.toml"}
	for name, file := range map[string]struct {
		text string
		goes bool
	}{
		mine.temporary():                   {"format", true},
		mine.draftName(someToken):          {"", true},
		theirs.temporary():                 {text, false},
		mine.draftName("short"):            {text, false},
		mine.temporary() + ".toml":         {text, false},
		".cmgwizard-" + someToken + ".tmp": {text, true},
		".cmgwizard-" + strings.ReplaceAll(someToken, "A", "B") + ".tmp": {other, false},
		".cmgwizard-" + strings.ReplaceAll(someToken, "A", "C") + ".tmp": {text[:len(text)/2], false},
		".cmgwizard-" + strings.ReplaceAll(someToken, "A", "D") + ".tmp": {strings.Replace(text, "serial = 1", "serial = 2", 1), false},
		".cmgwizard-" + strings.ReplaceAll(someToken, "A", "E") + ".tmp": {"%PDF-1.3", false},
		".cmgwizard-out-" + someToken + ".tmp":                           {text, false},
		"notes.tmp":                                                      {text, false},
	} {
		overwrite(t, filepath.Join(folder, name), file.text)
		if _, err := Read(path); err != nil {
			t.Fatal(err)
		}
		f := open(t, path)
		if _, err := os.Lstat(filepath.Join(folder, name)); (err == nil) == file.goes || len(f.Notes()) > 0 {
			t.Errorf("%s: %v, %q", name, err, f.Notes())
		}
		closeFile(t, f)
	}
}

// TestOnlyFilesAreSwept leaves what has the name of a draft and is none.
func TestOnlyFilesAreSwept(t *testing.T) {
	path := write(t, smallPlan)
	s := &spot{base: "contoso.toml"}
	inner, link := filepath.Join(filepath.Dir(path), s.temporary()), filepath.Join(filepath.Dir(path), s.temporary())
	if err := os.Mkdir(inner, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("contoso.toml", link); err != nil {
		t.Skip("no links here:", err)
	}
	open(t, path)
	for _, name := range []string{inner, link, path} {
		if _, err := os.Lstat(name); err != nil {
			t.Error(err)
		}
	}
}

// TestNothingIsSweptWithoutTheLock leaves the draft of a save under way.
func TestNothingIsSweptWithoutTheLock(t *testing.T) {
	path := write(t, smallPlan)
	open(t, path)
	s, err := find(path, disk.Open)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	draft := filepath.Join(filepath.Dir(path), s.temporary())
	overwrite(t, draft, "")
	if _, err := Open(path, anna, morning); err == nil {
		t.Error("opened twice")
	}
	if _, err := os.Lstat(draft); err != nil {
		t.Error(err)
	}
}
