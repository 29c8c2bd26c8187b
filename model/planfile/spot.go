package planfile

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"cmgwizard/model/planfile/disk"
)

// A spot is a place for a file in an open folder. All access goes through the
// folder: it cannot be moved away under us, and on Windows a file opened so
// does not block its own replacement.
type spot struct {
	path     string // as the user gave it
	folder   disk.Folder
	where    string // the path of the folder
	base     string
	lockless bool     // the disk knows no locks
	notes    []string // what went wrong without harm
}

// An opener opens a folder.
type opener func(path string) (disk.Folder, error)

// find opens the folder of a file, which need not exist. A link is followed: the
// file that it names will be replaced, not the link.
func find(path string, open opener) (*spot, error) {
	if err := checkHere(path); err != nil {
		return nil, err
	}
	real := path
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if real, err = filepath.EvalSymlinks(path); err != nil {
			return nil, accessError(path, err)
		}
	}
	where, base := filepath.Dir(real), filepath.Base(real)
	if base == "." || base == ".." || base == string(filepath.Separator) {
		return nil, isFolder(path)
	}
	folder, err := open(where)
	if err != nil {
		return nil, accessError(path, err)
	}
	return &spot{path: path, folder: folder, where: where, base: base}, nil
}

// close drops the folder. Nothing is written through it, so that there is
// nothing to lose.
func (s *spot) close() { _ = s.folder.Close() }

// free reports why no new file can be made here.
func (s *spot) free() error {
	if _, err := s.folder.Lstat(s.base); !errors.Is(err, fs.ErrNotExist) {
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

func (s *spot) stat() (fs.FileMode, error) {
	info, err := s.folder.Lstat(s.base)
	switch {
	case err != nil:
		return 0, accessError(s.path, err)
	case info.IsDir():
		return 0, isFolder(s.path)
	case !disk.IsOrdinary(info.Mode()):
		return 0, accessError(s.path, disk.ErrNotOrdinary)
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
	data, err := s.bytes(s.base)
	if err != nil {
		return nil, 0, accessError(s.path, err)
	}
	return data, mode, nil
}

func (s *spot) bytes(name string) ([]byte, error) {
	f, err := s.folder.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	return data, errors.Join(err, f.Close())
}

// add puts bytes where no file is yet. A new file whose name may not last is
// taken back: then there is none, as the error says.
func (s *spot) add(data []byte) error {
	fresh := s.temporary()
	defer s.clear(fresh)
	err := disk.Write(s.folder, fresh, data, 0)
	if err == nil {
		err = disk.Publish(s.folder, fresh, s.base)
	}
	if err != nil {
		return saveError(s.path, err)
	}
	if err := s.folder.Sync(); err != nil {
		s.clear(s.base)
		return saveError(s.path, err)
	}
	return nil
}

// replace puts new bytes in the place of the file and keeps the old ones beside
// it. A reader sees the old bytes or the new ones, never a part of them. After
// the exchange the new bytes are there, whatever happens then.
func (s *spot) replace(data, old []byte, mode fs.FileMode) error {
	fresh, spare := s.temporary(), s.temporary()
	err := s.spareable()
	if err == nil {
		err = disk.Write(s.folder, fresh, data, mode)
	}
	if err == nil {
		err = disk.Write(s.folder, spare, old, mode)
	}
	if err == nil {
		err = s.exchange(fresh, spare, old)
	}
	if err != nil {
		s.clear(fresh, spare)
		return saveError(s.path, err)
	}
	return s.settle()
}

// exchange gives the drafts their names. The file is compared once more before
// either: nothing that takes time stands between look and act.
func (s *spot) exchange(fresh, spare string, old []byte) error {
	err := s.renameIf(old, spare, s.spareName())
	if err == nil {
		err = s.renameIf(old, fresh, s.base)
	}
	return err
}

// renameIf renames a draft if the file still holds these bytes. It tries again
// while another program, such as a virus scanner, holds a file.
func (s *spot) renameIf(old []byte, from, to string) error {
	return patiently(func() error {
		if err := s.unchanged(old); err != nil {
			return err
		}
		return s.folder.Rename(from, to)
	})
}

func (s *spot) unchanged(old []byte) error {
	data, err := s.bytes(s.base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &changedError{s.path, true}
	case err != nil:
		return err
	case !bytes.Equal(data, old):
		return &changedError{s.path, false}
	}
	return nil
}

// settle makes the new names last.
func (s *spot) settle() error {
	if err := s.folder.Sync(); err != nil {
		return &unsyncedError{s.path, disk.Cause(err)}
	}
	return nil
}

func (s *spot) spareName() string { return s.base + ".bak" }

// spareable reports why the old bytes cannot be kept beside the file: what
// stands there is replaced only if it is an ordinary file.
func (s *spot) spareable() error { return s.ordinary(s.spareName()) }

// ordinary reports what stands at the name of a neighbour but an ordinary file.
func (s *spot) ordinary(name string) error {
	info, err := s.folder.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return saveError(s.path, err)
	case !disk.IsOrdinary(info.Mode()):
		return inTheWay(s.path, name, info.Mode())
	}
	return nil
}

// drop removes a file that may be gone.
func (s *spot) drop(name string) error {
	err := s.folder.Remove(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// clear removes files that nobody needs. That one stays does no harm, but is
// told.
func (s *spot) clear(names ...string) {
	for _, name := range names {
		if err := patiently(func() error { return s.drop(name) }); err != nil {
			s.leftover(name, err)
		}
	}
}

// patiently tries again for about a second while another program, such as a
// virus scanner, holds the file.
func patiently(try func() error) error {
	const first, last = 5 * time.Millisecond, 640 * time.Millisecond
	for wait := first; ; wait *= 2 {
		err := try()
		if err == nil || !disk.IsBusy(err) || wait > last {
			return err
		}
		time.Sleep(wait)
	}
}

// temporary is a name for a draft of this plan. It says of which one, so that
// what a killed process leaves behind can be cleared away.
func (s *spot) temporary() string { return s.draftName(rand.Text()) }
