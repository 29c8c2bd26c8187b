package disk

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// Machine names what numbers processes: this computer. It is "" where that
// cannot be found out.
func Machine() string {
	host, err := os.Hostname()
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "windows %q", host))
	return fmt.Sprintf("%x", sum[:8])
}

// IsGone reports whether there surely is no process of this number on this
// machine.
func IsGone(process int) bool {
	if process <= 0 {
		return false
	}
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(process))
	if err != nil {
		return errors.Is(err, windows.ERROR_INVALID_PARAMETER)
	}
	defer windows.CloseHandle(h)
	const stillActive = 259
	var code uint32
	err = windows.GetExitCodeProcess(h, &code)
	return err == nil && code != stillActive
}
