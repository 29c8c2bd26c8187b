package disk

import (
	"fmt"

	"cmgwizard/model"
)

// An Error says in words why a file, a folder or a stream could not be read or
// written.
type Error struct {
	Name string // of the file, "" where it stands beside the error or in What
	What string
	Do   string // what to do now
	Err  error  // of the system, if there was one
}

// ErrorAt is an Error about a file.
func ErrorAt(name, what, do string, err error) *Error { return &Error{name, what, do, err} }

// Failed is an Error that ends in what the system says.
func Failed(what, do string, err error) *Error {
	if err != nil {
		what = fmt.Sprintf("%s: %v", what, err)
	}
	return &Error{"", what, do, err}
}

func (e *Error) Error() string {
	if e.Name == "" {
		return e.What
	}
	return model.Clean(e.Name) + ": " + e.What
}

// Hint says what to do.
func (e *Error) Hint() string { return e.Do }

// Unwrap gives the error of the system, if there was one.
func (e *Error) Unwrap() error { return e.Err }

// ExitCode is the exit code of a program that ends with this error.
func (e *Error) ExitCode() int { return 4 }
