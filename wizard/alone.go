package wizard

import (
	"fmt"
	"io"
)

// alone shows a line outside the screen: the terminal itself breaks it, so that it is
// marked whole.
type alone struct {
	text string
	in   io.Reader
	out  io.Writer
}

func (a *alone) SetStdin(in io.Reader)   { a.in = in }
func (a *alone) SetStdout(out io.Writer) { a.out = out }
func (a *alone) SetStderr(io.Writer)     {}

// Run writes the line and waits for Enter.
func (a *alone) Run() error {
	if _, err := fmt.Fprintf(a.out, "\n%s\n\nMark the line above and copy it. Enter goes back.\n", a.text); err != nil {
		return err
	}
	one := make([]byte, 1)
	for {
		n, err := a.in.Read(one)
		if err != nil {
			return nil // the end of the input goes back, too
		}
		if n == 1 && (one[0] == '\n' || one[0] == '\r') {
			return nil
		}
	}
}
