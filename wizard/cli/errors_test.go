package cli

import (
	"fmt"
	"strings"
	"testing"

	"cmgwizard/wizard/cli/input"
	"github.com/charmbracelet/x/ansi"
)

// TestErrorsBreakBetweenWords on a narrow terminal. A path keeps its blanks
// where there is room.
func TestErrorsBreakBetweenWords(t *testing.T) {
	err := &mistake{"a  b.toml: there is no such folder", "make the folder first, or choose another that is there already"}
	text := reportText(err, 40)
	for line := range strings.Lines(text) {
		if ansi.StringWidth(strings.TrimRight(line, "\n")) > 40 {
			t.Errorf("too wide: %q", line)
		}
	}
	if want := "hint: make the folder first, or choose\n      another that is there already\n"; !strings.HasSuffix(text, want) {
		t.Errorf("broken as %q", text)
	}
	if text := reportText(err, 80); !strings.HasPrefix(text, "error: a  b.toml: there") {
		t.Errorf("the path is another: %q", text)
	}
}

// A file that cannot be read gives the exit code of the disk, though the system
// has nothing against it.
func TestUnreadableFilesEndInTheExitCodeOfTheDisk(t *testing.T) {
	_, err := input.ReadFile(t.TempDir())
	if code := exitCode(fmt.Errorf("the list: %w", err)); err == nil || code != exitDisk {
		t.Errorf("%v ends with %d", err, code)
	}
}
