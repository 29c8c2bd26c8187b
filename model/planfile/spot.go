package planfile

import (
	"crypto/rand"
	"errors"
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

// free reports why no new file can be made here.
func (s *spot) free() error {
	if _, err := s.root.Lstat(s.base); !errors.Is(err, fs.ErrNotExist) {
		return &ExistsError{s.path}
	}
	return nil
}

// taken reports why there is no file here that can be read and saved.
func (s *spot) taken() error {
	mode, err := s.stat()
	if err == nil && mode&0o200 == 0 {
		return readOnly(s.path)
	}
	return err
}

// stat looks before anything is opened: opening a pipe would wait for ever.
func (s *spot) stat() (fs.FileMode, error) {
	info, err := s.root.Stat(s.base)
	switch {
	case err != nil:
		return 0, accessError(s.path, err)
	case info.IsDir():
		return 0, isFolder(s.path)
	case !info.Mode().IsRegular():
		return 0, &AccessError{s.path, "this is not an ordinary file", "give the path of a plan", nil}
	case info.Size() > maxSize:
		return 0, tooLarge(s.path)
	}
	return info.Mode().Perm(), nil
}

// read gives the bytes and the mode of the file, hardly more than a plan may
// have.
func (s *spot) read() ([]byte, fs.FileMode, error) {
	mode, err := s.stat()
	if err != nil {
		return nil, 0, err
	}
	data, err := s.bytes()
	if err != nil {
		return nil, 0, accessError(s.path, err)
	}
	return data, mode, nil
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
