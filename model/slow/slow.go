// Package slow leaves tests out that take long: those that start another program
// to read what this one wrote, those that need seconds or draw many plans by chance, and under the
// race detector those that do one thing at a time. Only tests import it.
package slow

import (
	"os"
	"os/exec"
	"testing"
)

// variable is the environment variable that turns slow tests on: with the word
// "readers" those that start another program or need seconds, with any other word all of them.
const (
	variable = "CMGWIZARD_SLOW"
	readers  = "readers"
)

// On reports whether there is time for everything.
func On() bool { return WithReaders() && os.Getenv(variable) != readers }

// WithReaders reports whether there is time to start other programs.
func WithReaders() bool { return os.Getenv(variable) != "" }

// Reader is the path of another program that a test needs. The test is left out
// where there is no time for it or where the program is not installed.
func Reader(t testing.TB, program string) string {
	t.Helper()
	if !WithReaders() {
		t.Skipf("%s is a slow reader: set %s=%s", program, variable, readers)
	}
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skip(program + " is not installed")
	}
	return path
}

// Long leaves a test out where there is no time for readers either: it needs seconds, and
// finds what is rarely broken.
func Long(t testing.TB) {
	t.Helper()
	if !WithReaders() {
		t.Skipf("takes seconds: set %s=%s", variable, readers)
	}
}

// Alone leaves a test out under the race detector. It does one thing at a time, in a
// package where others do several, and takes minutes when it is watched.
func Alone(t testing.TB) {
	t.Helper()
	if raced {
		t.Skip("does one thing at a time: the race detector has nothing to see")
	}
}

// Rounds is how often something is tried with chance: n times where there is
// time for everything, else a tenth of that.
func Rounds(n int) int {
	if On() {
		return n
	}
	return (n + 9) / 10
}
