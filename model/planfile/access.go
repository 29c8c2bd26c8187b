package planfile

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
)

func isFolder(path string) error {
	return disk.ErrorAt(path, "this is a folder, not a file", "give the path of a plan, such as contoso.toml", nil)
}

func readOnly(path string) error {
	return disk.ErrorAt(path, "the file is read-only", "make it writable, or save a copy under another name", nil)
}

// accessError says in words why the system does not let us read.
func accessError(path string, err error) error {
	switch {
	case disk.IsLostLink(path):
		return disk.ErrorAt(path, "this is a link that leads nowhere", "give the path of the plan itself", err)
	case errors.Is(err, disk.ErrNotOrdinary):
		return disk.ErrorAt(path, "this is not an ordinary file", "give the path of a plan", err)
	case errors.Is(err, fs.ErrNotExist):
		return disk.ErrorAt(path, "there is no such file or folder", "check the spelling and the folder you are in", err)
	case disk.LeadsThroughFile(path, err):
		return disk.ErrorAt(path, "a part of this path is a file, not a folder", "give the path of a plan, such as contoso.toml", err)
	case errors.Is(err, fs.ErrPermission):
		return disk.ErrorAt(path, "you may not read or write here", "ask the owner of the file for access, or copy it to a folder of yours", err)
	case disk.IsBusy(err):
		return disk.ErrorAt(path, "another program has the file open and lets nobody read it", "close it there, then try again", err)
	}
	return disk.ErrorAt(path, fmt.Sprintf("could not be read: %v", disk.Cause(err)), "check the disk or the network, then try again", err)
}

// saveError says in words why the file is still what it was.
func saveError(path string, err error) error {
	var changed *changedError
	var access *disk.Error
	switch {
	case errors.As(err, &changed):
		return changed
	case errors.As(err, &access):
		return access
	case errors.Is(err, fs.ErrExist):
		return &ExistsError{path}
	case disk.IsBusy(err):
		return disk.ErrorAt(path, "another program has the file open, or you may not save here",
			"close it there, such as in an editor, or save under another name in a folder of yours; the file has not been changed", err)
	case errors.Is(err, fs.ErrPermission):
		return disk.ErrorAt(path, "you may not save here", "save under another name in a folder of yours; the file has not been changed", err)
	}
	return disk.ErrorAt(path, fmt.Sprintf("could not be saved: %v", disk.Cause(err)),
		"free some space or save under another name; the file has not been changed", err)
}

// inTheWay says what stands where a neighbour of the plan should.
func inTheWay(path, name string, mode fs.FileMode) error {
	return disk.ErrorAt(path, "cannot be saved: "+name+" beside it is "+thing(mode)+", no ordinary file",
		"move it away: the program writes a file of that name; the plan has not been changed", disk.ErrNotOrdinary)
}

// thing is what a mode says in words.
func thing(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeSymlink != 0:
		return "a link"
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

// lockFailure says in words why there is no lock.
func (s *spot) lockFailure(err error) error {
	_, missing := s.folder.Lstat(s.lockName())
	if errors.Is(err, fs.ErrPermission) && missing == nil {
		return disk.ErrorAt(s.path, "cannot be saved: "+s.lockName()+" beside it belongs to somebody else",
			"ask its owner, or who runs this folder, to delete it once nobody has the plan open", err)
	}
	if errors.Is(err, disk.ErrNotOrdinary) {
		return saveError(s.path, errors.Join(s.ordinary(s.lockName()), err))
	}
	return saveError(s.path, err)
}

// lockLeft says that a lock stays that only its file holds.
func (s *spot) lockLeft(err error) error {
	return disk.ErrorAt(s.path, fmt.Sprintf("was saved, but %s could not be deleted: %v", s.lockName(), disk.Cause(err)),
		"delete it yourself: while it is there the plan counts as open", err)
}

// leftover notes a file that could not be cleared away.
func (s *spot) leftover(name string, err error) {
	note := fmt.Sprintf("%s could not be cleared away: %v; it does no harm", model.Clean(s.beside(name)), disk.Cause(err))
	if !slices.Contains(s.notes, note) {
		s.notes = append(s.notes, note)
	}
}

func (s *spot) beside(name string) string { return filepath.Join(s.where, name) }
