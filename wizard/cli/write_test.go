package cli

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWriteFile(t *testing.T) {
	tests := []struct {
		name string
		way  existing
		path string
		code int // 0: written
		left string
	}{
		{"a new file", keepExisting, "new.txt", 0, "new"},
		{"an old one is kept", keepExisting, "old.txt", exitUnusable, "old"},
		{"an old one is replaced", replaceExisting, "old.txt", 0, "new"},
		{"no folder", replaceExisting, "none/a.txt", exitDisk, ""},
		{"a folder", replaceExisting, "folder", exitDisk, ""},
		{"a link to nowhere is kept", keepExisting, "link.txt", exitUnusable, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			prepare(t)
			err := writeFile(test.path, []byte("new"), test.way)
			if err == nil && test.code != 0 || err != nil && exitCode(err) != test.code {
				t.Errorf("ends with %v", err)
			}
			if data, _ := os.ReadFile(test.path); string(data) != test.left {
				t.Errorf("leaves %q", data)
			}
			if left, _ := filepath.Glob(".cmgwizard-*"); len(left) > 0 {
				t.Errorf("leaves %v behind", left)
			}
		})
	}
}

func prepare(t *testing.T) {
	t.Helper()
	if err := os.WriteFile("old.txt", []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("folder", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere.txt", "link.txt"); err != nil {
		t.Skip("no links here")
	}
}
