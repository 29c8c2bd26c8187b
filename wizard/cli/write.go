package cli

import (
	"errors"
	"io/fs"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
)

// existing says what happens to a file that is there already.
type existing uint8

const (
	keepExisting existing = iota
	replaceExisting
	replaceOwn // a file of the program itself, even if it is a link by now
)

// forced is what "--force" asks for.
func forced(force bool) existing {
	if force {
		return replaceExisting
	}
	return keepExisting
}

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

// A newFile is a file that is to be written.
type newFile struct {
	path string
	data []byte
}

// writeFile writes a file whole or not at all: beside its place first, then it
// gets its name. It never writes through a link. What went wrong without harm
// is noted.
func writeFile(path string, data []byte, way existing, note func(string)) error {
	return writeFiles(disk.Open, []newFile{{path, data}}, way, note)
}

// writeFiles writes all of the files or none, as far as a disk allows: what can
// go wrong is tried before the first one gets its name.
func writeFiles(open opener, files []newFile, way existing, note func(string)) error {
	for _, f := range files {
		if err := checkTarget(f.path, way); err != nil {
			return err
		}
	}
	var set drafts
	err := set.write(open, files)
	if err == nil {
		err = set.publish(way)
	}
	return errors.Join(err, set.clear(err != nil, note))
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
	return &failure{name + ": could not be written", "check the disk and its space, then try again", disk.Cause(err)}
}
