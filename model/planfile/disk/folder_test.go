package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func folderOf(t *testing.T, files ...string) (string, *folder) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "folder")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if err := os.WriteFile(filepath.Join(path, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	opened, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = opened.Close() })
	return path, opened.(*folder)
}

func TestWhatIsNoOrdinaryFileIsNotOpened(t *testing.T) {
	path, d := folderOf(t, "victim")
	for link, to := range map[string]string{"link": "victim", "dangling": "nowhere", "out": "../elsewhere", "circle": "circle"} {
		if err := os.Symlink(to, filepath.Join(path, link)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	if err := os.Mkdir(filepath.Join(path, "inner"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"link", "dangling", "out", "circle", "inner"} {
		_, reading := d.Open(name)
		_, changing := d.Change(name)
		_, making := d.Create(name)
		if !errors.Is(reading, ErrNotOrdinary) || !errors.Is(changing, ErrNotOrdinary) || !errors.Is(making, fs.ErrExist) {
			t.Errorf("%s: %v, %v, %v", name, reading, changing, making)
		}
	}
	if entries, _ := os.ReadDir(path); len(entries) != 6 {
		t.Errorf("leaves %v", entries)
	}
}

// TestAFileThatWasExchangedIsGone opens one file while another one stands at
// its name already.
func TestAFileThatWasExchangedIsGone(t *testing.T) {
	path, d := folderOf(t, "a", "b")
	f, err := d.OpenFile("a", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := os.Rename(filepath.Join(path, "b"), filepath.Join(path, "a")); err != nil {
		t.Skip("it cannot be exchanged here:", err)
	}
	if err := d.isStill("a", f); !errors.Is(err, fs.ErrNotExist) {
		t.Error("an exchanged file:", err)
	}
	if err := errors.Join(os.Remove(filepath.Join(path, "a")), os.Symlink("c", filepath.Join(path, "a"))); err != nil {
		t.Skip("no links here:", err)
	}
	if err := d.isStill("a", f); !errors.Is(err, ErrNotOrdinary) {
		t.Error("a link in its place:", err)
	}
}

// TestRemoveByPath removes what stands in the open folder and nothing else.
func TestRemoveByPath(t *testing.T) {
	path, d := folderOf(t, "a", "b")
	if err := d.removeByPath("a"); err != nil {
		t.Error(err)
	}
	if _, err := os.Lstat(filepath.Join(path, "a")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("it is still there:", err)
	}
	if err := d.removeByPath("a"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	for _, err := range []error{os.Rename(path, path+"-moved"), os.Mkdir(path, 0o700), os.WriteFile(filepath.Join(path, "b"), nil, 0o600)} {
		if err != nil {
			t.Skip("it cannot be moved here:", err)
		}
	}
	if err := d.removeByPath("b"); err == nil {
		t.Error("a file of another folder was removed")
	}
	if _, err := os.Lstat(filepath.Join(path, "b")); err != nil {
		t.Error(err)
	}
}

func TestPublishReplacesNothing(t *testing.T) {
	path, d := folderOf(t, "old", "new")
	if err := Publish(d, "new", "old"); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	if data, _ := os.ReadFile(filepath.Join(path, "old")); string(data) != "old" {
		t.Errorf("it holds %q", data)
	}
}

func TestProcesses(t *testing.T) {
	if IsGone(os.Getpid()) || IsGone(0) || IsGone(-1) || IsGone(os.Getppid()) {
		t.Error("a living process is gone")
	}
	if first, again := Machine(), Machine(); first != again {
		t.Error("the machine has two names")
	}
}

func TestCause(t *testing.T) {
	cause := errors.New("Invalid function.")
	for _, err := range []error{cause, &fs.PathError{Op: "removeat", Err: cause}, &os.LinkError{Op: "renameat", Err: cause}, &os.SyscallError{Err: cause}} {
		if got := Cause(err); got != cause {
			t.Errorf("%v: %v", err, got)
		}
	}
}
