// Package cli is the command line: one file a command. It wires the wizard, the
// plan files and the export formats together; what is true and what is asked
// are decided elsewhere. Without a terminal it prompts for nothing.
package cli

import (
	"errors"
	"io"
	"os"
	"time"

	"cmgwizard/model/planfile/disk"
	"cmgwizard/wizard"
	"github.com/spf13/cobra"
)

// The exit codes. 5, the plan is open elsewhere, comes with its error.
const (
	exitReady      = 0
	exitBlocked    = 1
	exitIncomplete = 2
	exitUnusable   = 3   // the command line or a plan file
	exitDisk       = 4   // a file could not be read or written
	exitSignal     = 128 // and the number of the signal that ended the wizard
)

// A program is one run of the command line.
type program struct {
	in     *os.File
	out    *os.File
	err    io.Writer
	now    func() time.Time
	wizard func(wizard.Options) (wizard.Result, error)

	date  moment // for which things are judged, none for now
	code  int    // the highest exit code so far
	saved string // what is on disk before anything is said of it: a file or several
}

// Main runs the program with these arguments and gives its exit code.
func Main(args []string) int { return newProgram(os.Stdout).run(args) }

// Commands are the commands of a program that prints to this file: for its manual.
func Commands(out *os.File) *cobra.Command { return newProgram(out).root().Command }

func newProgram(out *os.File) *program {
	return &program{in: os.Stdin, out: out, err: os.Stderr, now: time.Now, wizard: wizard.Run}
}

func (p *program) run(args []string) int {
	// Else a double click in Explorer ends the program instead of starting it.
	cobra.MousetrapHelpText = ""
	if err := p.root().execute(args); err != nil {
		p.report(err)
	}
	return p.code
}

// end raises the exit code: with several plans the highest number counts.
func (p *program) end(code int) { p.code = max(p.code, code) }

// write prints to the standard output in one go.
func (p *program) write(text []byte) error {
	_, err := p.out.Write(text)
	switch {
	case err == nil:
		return nil
	case p.saved != "":
		return disk.Failed("saved in "+p.saved+", but the output could not be written", "nothing has to be done again", err)
	}
	return disk.Failed("the output could not be written", "free some space, or write to another place", err)
}

// exitCode is the exit code that an error asks for. One without is the system's
// word on a file, or cobra's on the command line.
func exitCode(err error) int {
	var coded interface{ ExitCode() int }
	switch {
	case errors.As(err, &coded):
		return coded.ExitCode()
	case disk.IsSystem(err):
		return exitDisk
	}
	return exitUnusable
}
