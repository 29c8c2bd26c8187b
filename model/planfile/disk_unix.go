//go:build !windows

package planfile

import (
	"errors"
	"io/fs"
	"os"
)

// isBusy is false: nobody blocks a rename here.
func isBusy(error) bool { return false }

func setMode(f *os.File, mode fs.FileMode) error { return f.Chmod(mode) }

// syncFolder makes a new name last through a loss of power.
func syncFolder(root *os.Root) error {
	folder, err := root.Open(".")
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
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
