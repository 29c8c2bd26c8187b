package output

import "fmt"

// An Error says in words why a file or a folder could not be written.
type Error struct {
	what, hint string
	err        error
}

func (e *Error) Error() string {
	if e.err == nil {
		return e.what
	}
	return fmt.Sprintf("%s: %v", e.what, e.err)
}

// Hint says what to do.
func (e *Error) Hint() string { return e.hint }

// Unwrap gives the error of the system, if there was one.
func (e *Error) Unwrap() error { return e.err }

// A nameError is a name that no file can have.
type nameError struct{ what, hint string }

func (e *nameError) Error() string { return e.what }

// Hint says what to do.
func (e *nameError) Hint() string { return e.hint }
