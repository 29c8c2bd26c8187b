package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"cmgwizard/model/planfile/disk"
)

// noNotes expects that nothing is left to say.
func noNotes(t *testing.T) func(string) {
	return func(note string) { t.Errorf("notes %q", note) }
}

func TestWriteFile(t *testing.T) {
	tests := []struct {
		name string
		way  existing
		path string
		code int // 0: written
		left string
	}{
		{"a new file", keepExisting, "new.txt", 0, "new"},
		{"a new file, whatever is there", replaceExisting, "new.txt", 0, "new"},
		{"an old one is kept", keepExisting, "old.txt", exitUnusable, "old"},
		{"an old one is replaced", replaceExisting, "old.txt", 0, "new"},
		{"no folder", replaceExisting, "none/a.txt", exitDisk, ""},
		{"a folder", replaceExisting, "folder", exitDisk, ""},
		{"a folder that is not there", replaceExisting, "new.txt/", exitDisk, ""},
		{"no name", replaceExisting, "", exitUnusable, ""},
		{"a link to nowhere", keepExisting, "dangling.txt", exitUnusable, ""},
		{"a link to nowhere, by force", replaceExisting, "dangling.txt", exitUnusable, ""},
		{"a link to a file", keepExisting, "link.txt", exitUnusable, "old"},
		{"a link to a file, by force", replaceExisting, "link.txt", exitUnusable, "old"},
		{"a link to a folder, by force", replaceExisting, "linked", exitUnusable, ""},
		{"a link to itself, by force", replaceExisting, "circle.txt", exitUnusable, ""},
		{"a file of ours that is a link", replaceOwn, "link.txt", 0, "new"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			prepare(t)
			err := writeFile(test.path, []byte("new"), test.way, noNotes(t))
			if err == nil && test.code != 0 || err != nil && exitCode(err) != test.code {
				t.Errorf("ends with %v", err)
			}
			if data, _ := os.ReadFile(test.path); string(data) != test.left {
				t.Errorf("leaves %q", data)
			}
			if data, _ := os.ReadFile("old.txt"); test.path != "old.txt" && string(data) != "old" {
				t.Errorf("wrote through a link: %q", data)
			}
			nothingElse(t, 6)
		})
	}
}

// nothingElse looks for what the writing of one file would leave behind.
func nothingElse(t *testing.T, before int) {
	t.Helper()
	if left, _ := filepath.Glob(".cmgwizard-*"); len(left) > 0 {
		t.Errorf("leaves %v behind", left)
	}
	if entries, _ := os.ReadDir("."); len(entries) > before+1 {
		t.Errorf("leaves %v", entries)
	}
	if _, err := os.Lstat("nowhere.txt"); err == nil {
		t.Error("made the file that a link leads to")
	}
}

// A link that comes in between is replaced itself, or stays: what it leads to
// is never touched.
func TestALinkThatComesInBetween(t *testing.T) {
	for _, way := range []existing{keepExisting, replaceExisting} {
		t.Chdir(t.TempDir())
		prepare(t)
		var set drafts
		if err := set.write(disk.Open, []newFile{{"out.txt", []byte("new")}}); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("old.txt", "out.txt"); err != nil {
			t.Fatal(err)
		}
		err := set.publish(way)
		if err := set.clear(err != nil, noNotes(t)); err != nil {
			t.Error(err)
		}
		if kept := way == keepExisting; kept != (err != nil) {
			t.Errorf("ends with %v", err)
		}
		info, err := os.Lstat("out.txt")
		if err != nil || (info.Mode()&fs.ModeSymlink != 0) != (way == keepExisting) {
			t.Errorf("leaves %v, %v", info.Mode(), err)
		}
		if data, _ := os.ReadFile("old.txt"); string(data) != "old" {
			t.Errorf("wrote through the link: %q", data)
		}
	}
}

// The folder that was chosen is held: one that is put in its place later gets
// nothing.
func TestAFolderThatIsExchanged(t *testing.T) {
	t.Chdir(t.TempDir())
	prepare(t)
	var set drafts
	if err := set.write(disk.Open, []newFile{{"folder/out.txt", []byte("new")}}); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{os.Mkdir("elsewhere", 0o700), os.Rename("folder", "moved"), os.Symlink("elsewhere", "folder")} {
		if err != nil {
			t.Skip("this folder cannot be exchanged:", err)
		}
	}
	err := set.publish(keepExisting)
	if err := set.clear(err != nil, noNotes(t)); err != nil {
		t.Error(err)
	}
	if entries, _ := os.ReadDir("elsewhere"); len(entries) > 0 {
		t.Errorf("wrote %v elsewhere", entries)
	}
}

func TestWriteFilesAllOrNone(t *testing.T) {
	for _, test := range []struct {
		name  string
		files []string
		way   existing
		want  bool
	}{
		{"all are new", []string{"a.txt", "b.txt"}, keepExisting, true},
		{"one is there", []string{"a.txt", "old.txt"}, keepExisting, false},
		{"one is there, by force", []string{"a.txt", "old.txt"}, replaceExisting, true},
		{"one is a link, by force", []string{"a.txt", "old.txt", "link.txt"}, replaceExisting, false},
		{"one is in no folder", []string{"a.txt", "none/b.txt"}, keepExisting, false},
		{"one comes twice", []string{"a.txt", "a.txt"}, keepExisting, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			prepare(t)
			var files []newFile
			for _, name := range test.files {
				files = append(files, newFile{name, []byte("new")})
			}
			if err := writeFiles(disk.Open, files, test.way, noNotes(t)); (err == nil) != test.want {
				t.Errorf("ends with %v", err)
			}
			if _, err := os.Lstat("a.txt"); (err == nil) != test.want {
				t.Errorf("a.txt is there: %v", err)
			}
			if data, _ := os.ReadFile("old.txt"); !test.want && string(data) != "old" {
				t.Errorf("leaves %q", data)
			}
			nothingElse(t, len(test.files)+6)
		})
	}
}

func TestAReplacedFileKeepsItsRights(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are lists of the folder there")
	}
	t.Chdir(t.TempDir())
	prepare(t)
	if err := writeFile("old.txt", []byte("new"), replaceExisting, noNotes(t)); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat("old.txt"); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestFolderToFill(t *testing.T) {
	for _, test := range []struct {
		path string
		made bool
		code int
	}{
		{"new", true, 0}, {"folder", false, 0}, {"folder/", false, 0}, {".", false, 0},
		{"linked", false, exitUnusable}, {"linked/", false, exitUnusable}, {"dangling.txt", false, exitUnusable},
		{"old.txt", false, exitDisk}, {"none/new", true, exitDisk}, {"", false, exitUnusable},
	} {
		t.Run(test.path, func(t *testing.T) {
			t.Chdir(t.TempDir())
			prepare(t)
			made, err := folderToFill(test.path)
			if made != test.made && err == nil || err == nil && test.code != 0 || err != nil && exitCode(err) != test.code {
				t.Errorf("made %v, %v", made, err)
			}
		})
	}
}

// prepare fills the current folder with a file, a folder and links.
func prepare(t *testing.T) {
	t.Helper()
	if err := os.WriteFile("old.txt", []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("folder", 0o700); err != nil {
		t.Fatal(err)
	}
	for _, link := range [][2]string{{"nowhere.txt", "dangling.txt"}, {"old.txt", "link.txt"}, {"folder", "linked"}, {"circle.txt", "circle.txt"}} {
		if err := os.Symlink(link[0], link[1]); err != nil {
			t.Skip("no links here")
		}
	}
}
