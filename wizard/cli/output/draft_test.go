package output

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"cmgwizard/model/planfile/disk"
)

// A faulty disk fails where the test wants it to.
type faulty struct {
	disk.Folder
	before func(step, name string) error
}

func on(before func(step, name string) error) opener {
	return func(path string) (disk.Folder, error) {
		folder, err := disk.Open(path)
		return &faulty{folder, before}, err
	}
}

func (d *faulty) Create(name string) (disk.File, error) {
	if err := d.before("create", name); err != nil {
		return nil, err
	}
	f, err := d.Folder.Create(name)
	return &faultyFile{f, name, d.before}, err
}

func (d *faulty) Rename(from, to string) error {
	if err := d.before("rename", to); err != nil {
		return err
	}
	return d.Folder.Rename(from, to)
}

func (d *faulty) Link(from, to string) error {
	if err := d.before("link", to); err != nil {
		return err
	}
	return d.Folder.Link(from, to)
}

func (d *faulty) Remove(name string) error {
	if err := d.before("remove", name); err != nil {
		return err
	}
	return d.Folder.Remove(name)
}

type faultyFile struct {
	disk.File
	name   string
	before func(step, name string) error
}

func (f *faultyFile) Write(data []byte) (int, error) {
	if err := f.before("write", f.name); err != nil {
		n, _ := f.File.Write(data[:len(data)/2])
		return n, err
	}
	return f.File.Write(data)
}

func (f *faultyFile) Sync() error { return f.before("sync", f.name) }

func (f *faultyFile) Close() error {
	return errors.Join(f.before("close", f.name), f.File.Close())
}

// TestAnErrorAtAnyStepOfWriting leaves all of the files or none, whole, and ends
// in words.
func TestAnErrorAtAnyStepOfWriting(t *testing.T) {
	for _, way := range []Way{Keep, replace} {
		failed := true
		for at := 1; failed && at < 100; at++ {
			t.Chdir(t.TempDir())
			steps, where := 0, ""
			failed = false
			fault := &fs.PathError{Op: "any", Path: "x", Err: errors.New("disk full")}
			err := writeAll(on(func(step, name string) error {
				if steps++; steps == at {
					failed, where = true, step+" "+name
					return fault
				}
				return nil
			}), []File{{"a.txt", []byte("new")}, {"b.txt", []byte("new")}}, way, func(string) {})
			for _, name := range []string{"a.txt", "b.txt"} {
				if data, _ := os.ReadFile(name); err == nil && string(data) != "new" || err != nil && data != nil {
					t.Errorf("after %q it says %v and %s holds %q", where, err, name, data)
				}
			}
			if err != nil && (!ofTheDisk(err) || strings.Contains(err.Error(), "any x")) {
				t.Errorf("after %q it says %v", where, err)
			}
		}
	}
}

// TestADraftThatStaysIsNoted is how file servers answer that do not know the
// call: the file is written all the same.
func TestADraftThatStaysIsNoted(t *testing.T) {
	t.Chdir(t.TempDir())
	var notes []string
	unknown := func(step, name string) error {
		if step == "remove" {
			return &fs.PathError{Op: "removeat", Path: name, Err: errors.New("Invalid function.")}
		}
		return nil
	}
	err := writeAll(on(unknown), []File{{"out.txt", []byte("new")}}, Keep, func(note string) { notes = append(notes, note) })
	if data, _ := os.ReadFile("out.txt"); err != nil || string(data) != "new" {
		t.Errorf("holds %q: %v", data, err)
	}
	if len(notes) != 1 || !strings.HasPrefix(notes[0], ".cmgwizard-") || !strings.HasSuffix(notes[0], ".tmp could not be cleared away: Invalid function.") {
		t.Errorf("notes %q", notes)
	}
}

// TestAFileThatCannotBeTakenBackIsTold is written before its fellow fails.
func TestAFileThatCannotBeTakenBackIsTold(t *testing.T) {
	t.Chdir(t.TempDir())
	err := writeAll(on(func(step, name string) error {
		if step == "remove" || step == "link" && name == "b.txt" || step == "rename" && name == "b.txt" {
			return fs.ErrPermission
		}
		return nil
	}), []File{{"a.txt", []byte("new")}, {"b.txt", []byte("new")}}, Keep, func(string) {})
	if err == nil || !ofTheDisk(err) || !strings.Contains(err.Error(), "a.txt was written already and could not be removed") {
		t.Errorf("ends with %v", err)
	}
}
