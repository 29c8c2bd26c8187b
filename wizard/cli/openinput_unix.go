//go:build unix

package cli

import "syscall"

// withoutWaiting opens a pipe at once, though nobody writes to it.
const withoutWaiting = syscall.O_NONBLOCK
