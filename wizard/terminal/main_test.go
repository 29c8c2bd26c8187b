//go:build !windows

package terminal

import (
	"flag"
	"os"
	"testing"

	"cmgwizard/wizard/cli"
)

var update = flag.Bool("update", false, "write the goldens and the pictures anew")

// TestMain lets the test program be the wizard, so that the race detector
// watches it too.
func TestMain(m *testing.M) {
	if os.Getenv("CMGWIZARD_IN_TEST") != "" {
		os.Exit(cli.Main(os.Args[1:]))
	}
	os.Exit(m.Run())
}
