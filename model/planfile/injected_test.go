package planfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/slow"
)

// TestAnErrorAtAnyStepTearsNothing lets the disk fail once, at each step of
// opening, saving twice and closing, with each of these errors. What an error
// says must be what is on disk, and afterwards everything works.
func TestAnErrorAtAnyStepTearsNothing(t *testing.T) {
	t.Parallel()
	faults := []error{syscall.ENOSPC}
	if slow.On() {
		faults = append(faults, syscall.EIO, &fs.PathError{Op: "any", Path: "x", Err: fs.ErrPermission})
	}
	for _, fault := range faults {
		failed := true
		for at := 1; failed; at++ {
			failed = injectOnce(t, fault, at)
			if at > 300 {
				t.Fatal("it never ends")
			}
		}
	}
}

func injectOnce(t *testing.T, fault error, at int) (failed bool) {
	path, steps, where := write(t, smallPlan), 0, ""
	folder := on(func(step, name string) error {
		if steps++; steps == at {
			failed, where = true, step+" "+name
			return fault
		}
		return nil
	})
	if f, err := openIn(folder, path, anna, morning); err == nil {
		for _, name := range []string{"one", "two"} {
			saveOn(t, f, path, name, &where)
		}
		wantTold(t, f.Close(), where)
	} else {
		wantTold(t, err, where)
	}
	healed, err := openIn(on(nothing), path, anna, morning)
	if err != nil {
		t.Fatalf("after %q: %v", where, err)
	}
	save(t, healed, model.Plan{Name: "healed"})
	closeFile(t, healed)
	if plan, err := Read(path); err != nil || plan.Name != "healed" {
		t.Errorf("after %q: %v", where, err)
	}
	if got := names(t, filepath.Dir(path)); got != "contoso.toml contoso.toml.bak" {
		t.Errorf("after %q: left behind %s", where, got)
	}
	return failed
}

// saveOn saves and compares what it says with what is there.
func saveOn(t *testing.T, f *File, path, name string, where *string) {
	t.Helper()
	before := content(t, path)
	_, err := f.Save(model.Plan{Name: name}, evening)
	after := content(t, path)
	var unsynced *unsyncedError
	saved := err == nil || errors.As(err, &unsynced)
	if _, broken := Parse(path, []byte(after)); broken != nil || saved != strings.Contains(after, `"`+name+`"`) || !saved && after != before {
		t.Errorf("after %q it says %v, and the file holds %q", *where, err, after)
	}
	if saved && content(t, path+".bak") != before {
		t.Errorf("after %q the .bak is not the version before", *where)
	}
	wantTold(t, err, *where)
}

// wantTold wants every error in words, with a way out and the code of a disk.
func wantTold(t *testing.T, err error, where string) {
	t.Helper()
	if err == nil {
		return
	}
	var coder exitCoder
	if !errors.As(err, &coder) || coder.ExitCode() != 4 || coder.Hint() == "" || strings.Contains(err.Error(), "any x") {
		t.Errorf("after %q it says %v", where, err)
	}
}

// TestAnErrorWhileAPlanIsMade leaves a whole plan or none.
func TestAnErrorWhileAPlanIsMade(t *testing.T) {
	failed := true
	for at := 1; failed && at < 100; at++ {
		path, steps, where := filepath.Join(t.TempDir(), "contoso.toml"), 0, ""
		failed = false
		f, err := createIn(on(func(step, name string) error {
			if steps++; steps == at {
				failed, where = true, step+" "+name
				return syscall.EIO
			}
			return nil
		}), path, model.Plan{Name: "new"}, anna, morning)
		if _, statErr := os.Lstat(path); (statErr == nil) != (err == nil) {
			t.Errorf("after %q it says %v, and the file: %v", where, err, statErr)
		}
		var exists *ExistsError // a look that fails is taken for a name that is taken
		if err != nil && !errors.As(err, &exists) {
			wantTold(t, err, where)
		}
		if err == nil {
			wantTold(t, f.Close(), where)
		}
	}
}

func TestAFolderThatCannotBeSynced(t *testing.T) {
	broken := false
	path := write(t, smallPlan)
	f, err := openIn(on(func(step, name string) error {
		if broken && step == "sync" && name == "." {
			return syscall.EIO
		}
		return nil
	}), path, anna, morning)
	if err != nil {
		t.Fatal(err)
	}
	broken = true
	saved, err := f.Save(model.Plan{Name: "new"}, evening)
	var unsynced *unsyncedError
	if !errors.As(err, &unsynced) || err.Error() != path+": saved, but the folder could not be synced: "+syscall.EIO.Error() {
		t.Errorf("got %v", err)
	}
	if strings.Contains(unsynced.Hint(), "not been changed") || saved.Name != "new" || saved.Serial != 1 {
		t.Errorf("says %q, saved %+v", unsynced.Hint(), saved)
	}
	if !strings.Contains(content(t, path), `"new"`) || content(t, path+".bak") != smallPlan {
		t.Error("the files are not the new version and the one before")
	}
	if _, err = f.Save(saved, evening); !errors.As(err, &unsynced) {
		t.Errorf("the same plan again: %v", err)
	}
	broken = false
	save(t, f, saved)
	save(t, f, model.Plan{Name: "newer"})
	closeFile(t, f)
}

// TestANewPlanThatCannotBeSyncedIsTakenBack makes none, so that it can be made
// again under the same name.
func TestANewPlanThatCannotBeSyncedIsTakenBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "contoso.toml")
	_, err := createIn(on(func(step, name string) error {
		if step == "sync" && name == "." {
			return syscall.EIO
		}
		return nil
	}), path, model.Plan{}, anna, morning)
	wantAccessError(t, err, "could not be saved")
	if got := names(t, filepath.Dir(path)); got != "" {
		t.Errorf("left behind: %s", got)
	}
	create(t, path, model.Plan{})
}

// TestAnEditDuringASaveIsNotLost edits the file by hand before each step of a
// save but those that stand between the last look and the rename: what the
// other one wrote stays, unless the save was already done.
func TestAnEditDuringASaveIsNotLost(t *testing.T) {
	const theirs = "format = 1\nname = \"theirs\"\n"
	for at, done := 1, false; !done; at++ {
		path, steps, last := write(t, smallPlan), 0, ""
		f, err := openIn(on(func(step, name string) error {
			if steps++; at == steps && step != "rename" && step+name != "readcontoso.toml" && step+name != "closecontoso.toml" {
				last = step + " " + name
				overwrite(t, path, theirs)
			}
			return nil
		}), path, anna, morning)
		if err != nil {
			t.Fatal(err)
		}
		if last != "" { // it was opened with their edit
			closeFile(t, f)
			continue
		}
		_, err = f.Save(model.Plan{Name: "ours"}, evening)
		if last != "" && last != "sync ." && content(t, path) != theirs {
			t.Errorf("an edit before %q is lost: %v", last, err)
		}
		done = last == "" && steps < at
		closeFile(t, f)
	}
}

// TestAFileThatAppearsIsNotReplaced has another program make the file while
// ours is written.
func TestAFileThatAppearsIsNotReplaced(t *testing.T) {
	for _, links := range []bool{true, false} {
		path := filepath.Join(t.TempDir(), "contoso.toml")
		_, err := createIn(on(func(step, _ string) error {
			if step == "write" {
				overwrite(t, path, "theirs")
			}
			if step == "link" && !links {
				return syscall.EPERM
			}
			return nil
		}), path, model.Plan{}, anna, morning)
		var exists *ExistsError
		if !errors.As(err, &exists) || content(t, path) != "theirs" || names(t, filepath.Dir(path)) != "contoso.toml" {
			t.Errorf("got %v, and %s", err, names(t, filepath.Dir(path)))
		}
	}
}

// TestWhatCannotBeClearedAwayIsANote is how file servers answer that do not
// know the call.
func TestWhatCannotBeClearedAwayIsANote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "contoso.toml")
	f, err := createIn(on(func(step, name string) error {
		if step == "remove" {
			return &fs.PathError{Op: "removeat", Path: name, Err: errors.New("Invalid function.")}
		}
		return nil
	}), path, model.Plan{Name: "new"}, anna, morning)
	if err != nil {
		t.Fatal(err)
	}
	save(t, f, model.Plan{Name: "newer"})
	closeFile(t, f)
	notes := f.Notes()
	if len(notes) != 2 || !strings.HasPrefix(notes[0], filepath.Join(filepath.Dir(path), ".cmgwizard-")) ||
		notes[1] != path+".lock could not be cleared away: Invalid function.; it does no harm" {
		t.Errorf("notes %q", notes)
	}
	again := open(t, path)
	closeFile(t, again)
	if got := names(t, filepath.Dir(path)); got != "contoso.toml contoso.toml.bak" || len(again.Notes()) > 0 {
		t.Errorf("the next one leaves %s, %q", got, again.Notes())
	}
}
