package cli

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"cmgwizard/model"
)

// existing says what happens to a file that is there already.
type existing uint8

const (
	keepExisting existing = iota
	replaceExisting
)

// An existsError says that a file would be replaced.
type existsError struct{ path string }

func (e *existsError) Error() string { return model.Clean(e.path) + " exists already" }

// Unwrap lets errors.Is find fs.ErrExist.
func (e *existsError) Unwrap() error { return fs.ErrExist }

// Hint says what to do.
func (e *existsError) Hint() string {
	return `choose another name; "--force" replaces it where the command has it`
}

// ExitCode is the exit code of a program that ends with this error.
func (e *existsError) ExitCode() int { return exitUnusable }

// writeFile writes a file whole or not at all: beside its place first, then it
// gets its name.
func writeFile(path string, data []byte, way existing) error {
	if err := checkTarget(path, way); err != nil {
		return err
	}
	temporary := filepath.Join(filepath.Dir(path), ".cmgwizard-"+rand.Text()+".tmp")
	err := fill(temporary, data)
	if err == nil {
		err = publish(temporary, path, way)
	}
	if gone := os.Remove(temporary); !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return writeFailure(path, err)
}

// checkTarget refuses early what must not be replaced: a device or a pipe never.
func checkTarget(path string, way existing) error {
	info, err := os.Stat(path)
	switch {
	case path == "":
		return &mistake{"the path of the file to write is empty", `give one, or "--output -" for the standard output`}
	case err != nil:
		return nil
	case info.IsDir():
		return &failure{what: model.Clean(path) + ": this is a folder, not a file", hint: "give the path of a file"}
	case !info.Mode().IsRegular():
		return &failure{what: model.Clean(path) + ": this is not an ordinary file", hint: `"--output -" writes to the standard output`}
	case way == keepExisting:
		return &existsError{path}
	}
	return nil
}

func fill(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// publish gives a file its name. A link fails when the name is taken, even
// since a moment ago; a disk without links gets a look and a rename.
func publish(temporary, path string, way existing) error {
	if way == replaceExisting {
		return os.Rename(temporary, path)
	}
	err := os.Link(temporary, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fs.ErrExist
	}
	return os.Rename(temporary, path)
}

// writeFailure says in words why a file could not be written.
func writeFailure(path string, err error) error {
	name := model.Clean(path)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return &existsError{path}
	case errors.Is(err, fs.ErrNotExist):
		return &failure{name + ": there is no such folder", "make the folder first, or choose another", nil}
	case errors.Is(err, fs.ErrPermission):
		return &failure{name + ": you may not write here", "choose a folder of yours; close the file if a program has it open", nil}
	}
	return &failure{name + ": could not be written", "check the disk and its space, then try again", err}
}
