package wizard

import (
	"io"
	"os"
)

// Options say how the wizard is started.
type Options struct {
	Path    string // the plan to open or, if there is no such file, to make; "" for the start screen
	Plain   bool   // numbered lines instead of screens
	ASCII   bool   // no sign beyond ASCII
	In      *os.File
	Out     *os.File
	Err     io.Writer
	Outside Outside
}

// Result says how the wizard ended.
type Result struct {
	Path       string // the plan that was open, "" if none
	Incomplete bool   // plain mode: the input ended before the questions did
}

// Run runs the wizard until the administrator leaves it. Every finished page is
// saved when Run returns, also after an error.
func Run(o Options) (Result, error) { return Result{}, nil }
