// Package slow is the one switch of tests that take long: those that start
// another program to read what this one wrote, and those that draw many plans
// by chance. Only tests import it.
package slow

import (
	"os"
	"os/exec"
	"testing"
)

// Switch is the environment variable that turns the slow tests on.
const Switch = "CMGWIZARD_SLOW"

// On reports whether there is time for everything.
func On() bool { return os.Getenv(Switch) != "" }

// Reader is the path of another program that a test needs. The test is left out
// where there is no time for it or where the program is not installed.
func Reader(t testing.TB, program string) string {
	t.Helper()
	if !On() {
		t.Skipf("%s is a slow reader: set %s=1", program, Switch)
	}
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skip(program + " is not installed")
	}
	return path
}

// Rounds is how often something is tried with chance: n times where there is
// time for everything, else a tenth of that.
func Rounds(n int) int {
	if On() {
		return n
	}
	return (n + 9) / 10
}
