package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/cli/output"
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
	if text := reportText(&mistake{strings.Repeat("x", 100_000) + ": unknown", ""}, math.MaxInt); len(text) > 1000 || !strings.HasSuffix(text, ": unknown\n") {
		t.Errorf("a long word is told as %d characters", len(text))
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

// TestErrorsOfTheSystemAreNoMistakes of the person who typed the line.
func TestErrorsOfTheSystemAreNoMistakes(t *testing.T) {
	_, missing := os.Open(filepath.Join(t.TempDir(), "none"))
	for _, err := range []error{missing, output.Failure("a.txt", fs.ErrPermission), &os.LinkError{Op: "renameat", Err: fs.ErrPermission}, errors.Join(errors.New("x"), &fs.PathError{Op: "removeat", Err: fs.ErrPermission})} {
		if got := exitCode(err); got != exitDisk {
			t.Errorf("%v ends with %d", err, got)
		}
	}
	if got := exitCode(errors.New("unknown flag")); got != exitUnusable {
		t.Errorf("a mistake ends with %d", got)
	}
}
