//go:build !windows

package planfile

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// isBusy is false: nobody blocks a rename here.
func isBusy(error) bool { return false }

// setMode leaves a mode alone that is right: some disks refuse every change.
func setMode(f *os.File, mode fs.FileMode) error {
	info, err := f.Stat()
	if err != nil || info.Mode().Perm() == mode {
		return err
	}
	return f.Chmod(mode)
}

// syncFolder makes a new name last through a loss of power. Some disks cannot
// sync a folder, and say so by EINVAL.
func syncFolder(root *os.Root) error {
	folder, err := root.Open(".")
	if err != nil {
		return err
	}
	err = folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	return errors.Join(err, folder.Close())
}

// release removes the lock file while it is still locked: whoever opened it
// meanwhile sees, once it has the lock, that the file is gone.
func (s *spot) release(held *lock) error {
	var err error
	if s.holds(held) {
		err = s.drop(s.lockName())
	}
	return errors.Join(err, held.Unlock())
}
