//go:build !windows

package cli

import (
	"io/fs"
	"os"
)

// setMode leaves a mode alone that is right: some disks refuse every change.
func setMode(f *os.File, mode fs.FileMode) error {
	info, err := f.Stat()
	if err != nil || info.Mode().Perm() == mode {
		return err
	}
	return f.Chmod(mode)
}
