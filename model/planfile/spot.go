package planfile

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A spot is a place for a file in an open folder. All access goes through the
// folder: it cannot be moved away under us, and on Windows a file opened so
// does not block its own replacement.
type spot struct {
	path   string // as the user gave it
	root   *os.Root
	folder string
	base   string
}

// find opens the folder of a file, which need not exist. A link is followed: the
// file that it names will be replaced, not the link.
func find(path string) (*spot, error) {
	real := path
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if real, err = filepath.EvalSymlinks(path); err != nil {
			return nil, accessError(path, err)
		}
	}
	folder, base := filepath.Dir(real), filepath.Base(real)
	if base == "." || base == ".." || base == string(filepath.Separator) {
		return nil, isFolder(path)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, accessError(path, err)
	}
	return &spot{path, root, folder, base}, nil
}

// close drops the folder. Nothing is written through it, so that there is
// nothing to lose.
func (s *spot) close() { _ = s.root.Close() }

func (s *spot) exists() bool {
	_, err := s.root.Lstat(s.base)
	return !errors.Is(err, fs.ErrNotExist)
}

// read gives the bytes and the mode of the file, never more than a plan may
// have. It looks before it opens: opening a pipe would wait for ever.
func (s *spot) read() ([]byte, fs.FileMode, error) {
	info, err := s.root.Stat(s.base)
	switch {
	case err != nil:
		return nil, 0, accessError(s.path, err)
	case info.IsDir():
		return nil, 0, isFolder(s.path)
	case !info.Mode().IsRegular():
		return nil, 0, &AccessError{s.path, "this is not an ordinary file", "give the path of a plan", nil}
	case info.Size() > maxSize:
		return nil, 0, tooLarge(s.path)
	}
	data, err := s.bytes()
	if err != nil {
		return nil, 0, accessError(s.path, err)
	}
	return data, info.Mode().Perm(), nil
}

func (s *spot) bytes() ([]byte, error) {
	f, err := s.root.Open(s.base)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	return data, errors.Join(err, f.Close())
}

// replace puts new bytes in the place of the file and keeps the old ones beside
// it. A reader sees the old bytes or the new ones, never a part of them.
func (s *spot) replace(data, old []byte, mode fs.FileMode) error {
	if old != nil {
		if err := s.put(s.base+".bak", old, mode); err != nil {
			return saveError(s.path, err)
		}
	}
	if err := s.put(s.base, data, mode); err != nil {
		return saveError(s.path, err)
	}
	return nil
}

// put writes a file of a random name and gives it the right one at the end.
func (s *spot) put(name string, data []byte, mode fs.FileMode) error {
	temporary := ".cmgwizard-" + rand.Text() + ".tmp"
	err := s.fill(temporary, data, mode)
	if err == nil {
		err = patiently(func() error { return s.root.Rename(temporary, name) })
	}
	if err != nil {
		return errors.Join(err, s.drop(temporary))
	}
	return syncFolder(s.root)
}

func (s *spot) drop(name string) error {
	err := s.root.Remove(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (s *spot) fill(name string, data []byte, mode fs.FileMode) error {
	f, err := s.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && mode != 0 {
		err = setMode(f, mode)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// patiently tries again for about a second while another program, such as a
// virus scanner, holds the file.
func patiently(try func() error) error {
	const first, last = 5 * time.Millisecond, 640 * time.Millisecond
	for wait := first; ; wait *= 2 {
		err := try()
		if err == nil || !isBusy(err) || wait > last {
			return err
		}
		time.Sleep(wait)
	}
}

func isFolder(path string) error {
	return &AccessError{path, "this is a folder, not a file", "give the path of a plan, such as contoso.toml", nil}
}

func readOnly(path string) error {
	return &AccessError{path, "the file is read-only", "make it writable, or save a copy under another name", nil}
}

// accessError says in words why the system does not let us read.
func accessError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &AccessError{path, "there is no such file or folder", "check the spelling and the folder you are in", err}
	case errors.Is(err, fs.ErrPermission):
		return &AccessError{path, "you may not read or write here", "ask the owner of the file for access, or copy it to a folder of yours", err}
	}
	return &AccessError{path, fmt.Sprintf("could not be read: %v", err), "check the disk or the network, then try again", err}
}

func saveError(path string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return &AccessError{path, "you may not save here", "save under another name in a folder of yours; the file has not been changed", err}
	}
	return &AccessError{path, fmt.Sprintf("could not be saved: %v", err),
		"free some space or save under another name; the file has not been changed", err}
}
