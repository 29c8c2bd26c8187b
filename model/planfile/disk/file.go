package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

type file struct {
	*os.File
	locked bool
}

// SetMode sets who may read and write the file, as far as the system knows
// such a thing.
func (f *file) SetMode(mode fs.FileMode) error { return setMode(f.File, mode) }

// TryLock takes the lock of the file, or says that somebody else has it. It
// does not wait.
func (f *file) TryLock() (bool, error) {
	ok, err := tryLock(f.File)
	f.locked = f.locked || ok && err == nil
	return ok, err
}

// Close closes the file and drops its lock.
func (f *file) Close() error {
	if !f.locked {
		return f.File.Close()
	}
	f.locked = false
	return errors.Join(unlock(f.File), f.File.Close())
}

// Write makes a file of this name, with the mode if it is not 0, and sees that
// all of it is on the disk.
func Write(in Folder, name string, data []byte, mode fs.FileMode) error {
	f, err := in.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && mode != 0 {
		err = f.SetMode(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// Publish gives a file its name and fails with fs.ErrExist when that is taken,
// even since a moment ago. A disk without links gets a look and a rename. The
// first name may be left.
func Publish(in Folder, temporary, name string) error {
	err := in.Link(temporary, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := in.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return fs.ErrExist
	}
	return in.Rename(temporary, name)
}

// IsSystem reports whether an error is the system's word on a file.
func IsSystem(err error) bool {
	_, found := cause(err)
	return found || errors.As(err, new(syscall.Errno))
}

// IsLostLink reports whether a link stands at a path that leads to nothing, or to
// itself.
func IsLostLink(path string) bool {
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return false
	}
	_, err = os.Stat(path)
	return err != nil && !errors.Is(err, fs.ErrPermission)
}

// LeadsThroughFile reports whether a path goes on behind the name of a file, if only
// with a separator.
func LeadsThroughFile(path string, err error) bool {
	return strings.HasSuffix(filepath.ToSlash(path), "/") || Cause(err).Error() == "not a directory"
}

// Cause is what the system says is wrong, without the names of calls and files.
func Cause(err error) error {
	if inner, found := cause(err); found {
		return inner
	}
	return err
}

func cause(err error) (inner error, found bool) {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &path):
		return path.Err, true
	case errors.As(err, &link):
		return link.Err, true
	case errors.As(err, &call):
		return call.Err, true
	}
	return nil, false
}
