package planfile

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// The exit codes of a program that ends because of an error of this package.
const (
	exitContent   = 3 // the content or the command line cannot be used
	exitAccess    = 4 // the file could not be read or written
	exitElsewhere = 5 // the plan is open elsewhere
)

// A Problem is one thing that is wrong in a plan file.
type Problem struct {
	File string
	Line int    // 0 when the problem has no place
	Key  string // such as "devices[1].method", "" when it is about a line
	What string // what is wrong and what is allowed
}

// String is the problem in one line: place, key and what is wrong.
func (p Problem) String() string {
	text := place(p.File, p.Line) + ": "
	if p.Key != "" {
		text += short(p.Key) + ": "
	}
	return text + short(p.What)
}

func place(name string, line int) string {
	if line > 0 {
		return model.Clean(name) + ":" + strconv.Itoa(line)
	}
	return model.Clean(name)
}

// shownProblems is how many problems the text of Problems shows.
const shownProblems = 50

// Problems are all the things that are wrong in a plan file, sorted by line.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, 0, min(len(ps), shownProblems)+1)
	for _, p := range ps[:min(len(ps), shownProblems)] {
		lines = append(lines, p.String())
	}
	if more := len(ps) - shownProblems; more > 0 {
		lines = append(lines, fmt.Sprintf("… and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// Hint says what to do.
func (ps Problems) Hint() string {
	return "correct the file in a text editor; it has not been changed"
}

// ExitCode is the exit code of a program that ends with this error.
func (ps Problems) ExitCode() int { return exitContent }

// A ContentError says why the content of a file is no plan at all.
type contentError struct {
	Name   string
	Line   int // 0 when it is about the whole file
	Reason string
	advice string
}

func (e *contentError) Error() string { return place(e.Name, e.Line) + ": " + e.Reason }

// Hint says what to do.
func (e *contentError) Hint() string { return e.advice }

// ExitCode is the exit code of a program that ends with this error.
func (e *contentError) ExitCode() int { return exitContent }

// A NewerError says that a plan was written by a newer program.
type newerError struct {
	Name   string
	Format int64
}

func (e *newerError) Error() string {
	return fmt.Sprintf("%s has format %d and needs a newer cmgwizard: this one reads format %d",
		model.Clean(e.Name), e.Format, model.Format)
}

// Hint says what to do.
func (e *newerError) Hint() string {
	return "open it with a newer cmgwizard; the file has not been changed"
}

// ExitCode is the exit code of a program that ends with this error.
func (e *newerError) ExitCode() int { return exitContent }
