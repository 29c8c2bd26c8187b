package disk

import (
	"crypto/sha256"
	"fmt"
	"os"
	"syscall"
)

// Machine names what numbers processes: this computer since it was started,
// and the container in it. It is "" where that cannot be found out.
func Machine() string {
	host, err := os.Hostname()
	boot, noBoot := os.ReadFile("/proc/sys/kernel/random/boot_id")
	container, noContainer := os.Readlink("/proc/self/ns/pid")
	if err != nil || noBoot != nil || noContainer != nil {
		return ""
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "linux %q %q %q", host, boot, container))
	return fmt.Sprintf("%x", sum[:8])
}

// IsGone reports whether there surely is no process of this number on this
// machine.
func IsGone(process int) bool { return process > 0 && syscall.Kill(process, 0) == syscall.ESRCH }
