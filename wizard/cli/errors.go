package cli

import (
	"errors"
	"fmt"
	"strings"

	"cmgwizard/model"
)

// A mistake is a command line that cannot be used.
type mistake struct{ what, hint string }

func (m *mistake) Error() string { return m.what }

// Hint says what to do.
func (m *mistake) Hint() string { return m.hint }

// ExitCode is the exit code of a program that ends with this error.
func (m *mistake) ExitCode() int { return exitUnusable }

// A failure is a file, a folder or a stream that could not be read or written.
type failure struct {
	what, hint string
	err        error
}

func (f *failure) Error() string {
	if f.err == nil {
		return f.what
	}
	return fmt.Sprintf("%s: %v", f.what, f.err)
}

// Hint says what to do.
func (f *failure) Hint() string { return f.hint }

// Unwrap gives the error of the system, if there was one.
func (f *failure) Unwrap() error { return f.err }

// ExitCode is the exit code of a program that ends with this error.
func (f *failure) ExitCode() int { return exitDisk }

// report says on the standard error what is wrong and what to do now, one line
// for each thing. There is nobody to tell when even that cannot be written.
func (p *program) report(err error) {
	p.end(exitCode(err))
	var text strings.Builder
	for line := range strings.SplitSeq(err.Error(), "\n") {
		fmt.Fprintf(&text, "error: %s\n", model.Clean(line))
	}
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) && hinted.Hint() != "" {
		fmt.Fprintf(&text, "hint: %s\n", model.Clean(hinted.Hint()))
	}
	_, _ = fmt.Fprint(p.err, text.String())
}
