package disk

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// withoutWaiting is nothing where pipes do not stand among files.
const withoutWaiting = 0

// IsBusy reports whether somebody holds the file for a moment.
func IsBusy(err error) bool {
	return errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// lacksRemove knows the answer of file servers to a call that they do not know.
func lacksRemove(err error) bool {
	return errors.Is(err, windows.ERROR_INVALID_FUNCTION) || errors.Is(err, errors.ErrUnsupported)
}

// LacksLocks reports whether the disk knows no locks.
func LacksLocks(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, windows.ERROR_INVALID_FUNCTION)
}

// setMode does nothing: a new file inherits the access list of its folder.
func setMode(*os.File, fs.FileMode) error { return nil }

// syncFolder does nothing: Windows cannot sync a folder.
func syncFolder(*os.Root) error { return nil }

// tryLock locks the first byte: the rest can be read by those who are kept out.
func tryLock(f *os.File) (bool, error) {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return false, nil
	}
	return err == nil, err
}

func unlock(f *os.File) error {
	return windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, &windows.Overlapped{})
}
