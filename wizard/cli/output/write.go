// Package output writes new files: whole or not at all, all of them or none, never
// through a link, and over what is there only when asked.
package output

import (
	"errors"
	"io/fs"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
)

// Way says what happens to a file that is there already.
type Way uint8

// The ways of writing.
const (
	Keep       Way = iota // an existing file stays: ExistsError
	replace               // an existing file is replaced
	ReplaceOwn            // a file of the program itself is replaced, even if it is a link by now
)

// Forced is what "--force" asks for.
func Forced(force bool) Way {
	if force {
		return replace
	}
	return Keep
}

// An ExistsError says that a file would be replaced.
type ExistsError struct{ path string }

func (e *ExistsError) Error() string { return model.Clean(e.path) + " exists already" }

// Unwrap lets errors.Is find fs.ErrExist.
func (e *ExistsError) Unwrap() error { return fs.ErrExist }

// Hint says what to do.
func (e *ExistsError) Hint() string {
	return `choose another name; "--force" replaces it where the command has it`
}

// A File is a file that is to be written.
type File struct {
	Path string
	Data []byte
}

// Write writes a file whole or not at all: beside its place first, then it
// gets its name. It never writes through a link. What went wrong without harm
// is noted.
func Write(path string, data []byte, way Way, note func(string)) error {
	return WriteAll([]File{{path, data}}, way, note)
}

// WriteAll writes all of the files or none, as far as a disk allows: what can
// go wrong is tried before the first one gets its name.
func WriteAll(files []File, way Way, note func(string)) error {
	return writeAll(disk.Open, files, way, note)
}

func writeAll(open opener, files []File, way Way, note func(string)) error {
	for _, f := range files {
		if err := checkTarget(f.Path, way); err != nil {
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

// Failure says in words why a file could not be written.
func Failure(path string, err error) error {
	name := model.Clean(path)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return &ExistsError{path}
	case errors.Is(err, fs.ErrNotExist):
		return disk.Failed(name+": there is no such folder", "make the folder first, or choose another", nil)
	case disk.IsBusy(err):
		return disk.Failed(name+": another program has the file open, or you may not write here", "close the file there, or choose a folder of yours", nil)
	case errors.Is(err, fs.ErrPermission):
		return disk.Failed(name+": you may not write here", "choose a folder of yours", nil)
	}
	return disk.Failed(name+": could not be written", "check the disk and its space, then try again", disk.Cause(err))
}
