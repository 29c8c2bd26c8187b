package planfile

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

const (
	errorAccessDenied     = syscall.Errno(5)
	errorSharingViolation = syscall.Errno(32)
	errorLockViolation    = syscall.Errno(33)
)

// isBusy reports whether somebody holds the file for a moment.
func isBusy(err error) bool {
	return errors.Is(err, errorAccessDenied) || errors.Is(err, errorSharingViolation) ||
		errors.Is(err, errorLockViolation)
}

// setMode does nothing: a new file inherits the access list of its folder.
func setMode(*os.File, fs.FileMode) error { return nil }

// syncFolder does nothing: Windows cannot sync a folder.
func syncFolder(*os.Root) error { return nil }

// release removes the lock file after it was unlocked: before, the system does
// not let us. It does not let us either when another process has opened the
// file meanwhile, so that the removal may fail and no harm is done.
func (s *spot) release(held *lock) error {
	err := held.Unlock()
	_ = s.root.Remove(s.lockName())
	return err
}
