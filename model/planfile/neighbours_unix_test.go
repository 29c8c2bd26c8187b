//go:build unix

package planfile

import (
	"os"
	"syscall"
	"testing"
)

// TestAPipeBesideThePlan would hang for ever if it was opened.
func TestAPipeBesideThePlan(t *testing.T) {
	for _, neighbour := range neighbours {
		path := write(t, smallPlan)
		if err := syscall.Mkfifo(path+neighbour, 0o600); err != nil {
			t.Skip("no pipes here:", err)
		}
		_, err := Open(path, anna, morning)
		wantAccessError(t, err, "contoso.toml"+neighbour+" beside it is a pipe")
	}
}

func TestAPipeInPlaceOfAPlan(t *testing.T) {
	path := t.TempDir() + "/contoso.toml"
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	_, err := Open(path, anna, morning)
	wantAccessError(t, err, "this is not an ordinary file")
	_, err = Read(path)
	wantAccessError(t, err, "this is not an ordinary file")
}

func TestLinksThatLeadNowhere(t *testing.T) {
	for _, to := range []string{"contoso.toml", "none.toml"} {
		path := t.TempDir() + "/contoso.toml"
		if err := os.Symlink(to, path); err != nil {
			t.Skip("no links here:", err)
		}
		_, err := Read(path)
		wantAccessError(t, err, "this is a link that leads nowhere")
	}
}
