package output

import (
	"errors"
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

// An end is how writing ends.
type end string

const (
	written end = "written"
	refused end = "refused" // a mistake in the name, or one that is taken
	failed  end = "failed"  // the disk's word
)

func endOf(err error) end {
	switch {
	case err == nil:
		return written
	case ofTheDisk(err):
		return failed
	}
	return refused
}

func ofTheDisk(err error) bool { return errors.As(err, new(*disk.Error)) }

func TestWriteFile(t *testing.T) {
	tests := []struct {
		name string
		way  Way
		path string
		end  end
		left string
	}{
		{"a new file", Keep, "new.txt", written, "new"},
		{"a new file, whatever is there", replace, "new.txt", written, "new"},
		{"an old one is kept", Keep, "old.txt", refused, "old"},
		{"an old one is replaced", replace, "old.txt", written, "new"},
		{"no folder", replace, "none/a.txt", failed, ""},
		{"a folder", replace, "folder", failed, ""},
		{"a folder that is not there", replace, "new.txt/", failed, ""},
		{"no name", replace, "", refused, ""},
		{"a link to nowhere", Keep, "dangling.txt", refused, ""},
		{"a link to nowhere, by force", replace, "dangling.txt", refused, ""},
		{"a link to a file", Keep, "link.txt", refused, "old"},
		{"a link to a file, by force", replace, "link.txt", refused, "old"},
		{"a link to a folder, by force", replace, "linked", refused, ""},
		{"a link to itself, by force", replace, "circle.txt", refused, ""},
		{"a file of ours that is a link", ReplaceOwn, "link.txt", written, "new"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			prepare(t)
			err := Write(test.path, []byte("new"), test.way, noNotes(t))
			if endOf(err) != test.end {
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
	for _, way := range []Way{Keep, replace} {
		t.Chdir(t.TempDir())
		prepare(t)
		var set drafts
		if err := set.write(disk.Open, []File{{"out.txt", []byte("new")}}); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("old.txt", "out.txt"); err != nil {
			t.Fatal(err)
		}
		err := set.publish(way)
		if err := set.clear(err != nil, noNotes(t)); err != nil {
			t.Error(err)
		}
		if kept := way == Keep; kept != (err != nil) {
			t.Errorf("ends with %v", err)
		}
		info, err := os.Lstat("out.txt")
		if err != nil || (info.Mode()&fs.ModeSymlink != 0) != (way == Keep) {
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
	if err := set.write(disk.Open, []File{{"folder/out.txt", []byte("new")}}); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{os.Mkdir("elsewhere", 0o700), os.Rename("folder", "moved"), os.Symlink("elsewhere", "folder")} {
		if err != nil {
			t.Skip("this folder cannot be exchanged:", err)
		}
	}
	err := set.publish(Keep)
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
		way   Way
		want  bool
	}{
		{"all are new", []string{"a.txt", "b.txt"}, Keep, true},
		{"one is there", []string{"a.txt", "old.txt"}, Keep, false},
		{"one is there, by force", []string{"a.txt", "old.txt"}, replace, true},
		{"one is a link, by force", []string{"a.txt", "old.txt", "link.txt"}, replace, false},
		{"one is in no folder", []string{"a.txt", "none/b.txt"}, Keep, false},
		{"one comes twice", []string{"a.txt", "a.txt"}, Keep, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			prepare(t)
			var files []File
			for _, name := range test.files {
				files = append(files, File{name, []byte("new")})
			}
			if err := writeAll(disk.Open, files, test.way, noNotes(t)); (err == nil) != test.want {
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
	if err := Write("old.txt", []byte("new"), replace, noNotes(t)); err != nil {
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
		end  end
	}{
		{"new", true, written}, {"folder", false, written}, {"folder/", false, written}, {".", false, written},
		{"linked", false, refused}, {"linked/", false, refused}, {"dangling.txt", false, refused},
		{"old.txt", false, failed}, {"none/new", true, failed}, {"", false, refused},
	} {
		t.Run(test.path, func(t *testing.T) {
			t.Chdir(t.TempDir())
			prepare(t)
			made, err := FolderToFill(test.path)
			if made != test.made && err == nil || endOf(err) != test.end {
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
