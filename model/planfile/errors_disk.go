package planfile

import (
	"fmt"
	"time"

	"cmgwizard/model"
)

// An ExistsError says that a new plan would replace a file.
type ExistsError struct{ Path string }

func (e *ExistsError) Error() string { return model.Clean(e.Path) + " exists already" }

// Hint says what to do.
func (e *ExistsError) Hint() string { return "open it, or give the new plan another name" }

// ExitCode is the exit code of a program that ends with this error.
func (e *ExistsError) ExitCode() int { return exitContent }

// A NameError says why a new plan cannot have this name.
type nameError struct{ Path, Reason string }

func (e *nameError) Error() string { return model.Clean(e.Path) + ": " + e.Reason }

// Hint says what to do.
func (e *nameError) Hint() string { return "choose another name, such as contoso.toml" }

// ExitCode is the exit code of a program that ends with this error.
func (e *nameError) ExitCode() int { return exitContent }

// A ChangedError says that the file on disk is no longer what was read.
type changedError struct {
	Path string
	Gone bool // it was removed or renamed
}

func (e *changedError) Error() string {
	if e.Gone {
		return model.Clean(e.Path) + " was removed or renamed by somebody else; nothing was saved"
	}
	return model.Clean(e.Path) + " was changed by somebody else; nothing was saved"
}

// Hint says what to do.
func (e *changedError) Hint() string {
	return "load it again, or save your answers under another name"
}

// ExitCode is the exit code of a program that ends with this error.
func (e *changedError) ExitCode() int { return exitElsewhere }

// An UnsyncedError says that a plan was saved, but may not outlast a loss of
// power.
type unsyncedError struct {
	Path string
	err  error
}

func (e *unsyncedError) Error() string {
	return fmt.Sprintf("%s: saved, but the folder could not be synced: %v", model.Clean(e.Path), e.err)
}

// Hint says what to do.
func (e *unsyncedError) Hint() string {
	return "the new plan is on the disk; only a loss of power now could bring back the one before: check the disk, then save again"
}

// Unwrap gives the error of the system.
func (e *unsyncedError) Unwrap() error { return e.err }

// ExitCode is the exit code of a program that ends with this error.
func (e *unsyncedError) ExitCode() int { return exitAccess }

// A LockedError says who has the plan open.
type LockedError struct {
	Path  string
	Who   string // "" when it could not be found out
	Since time.Time
	file  string // the lock file, "" if it goes with its process
}

func (e *LockedError) Error() string {
	text := model.Clean(e.Path) + " is open in another wizard or command"
	if e.Who == "" {
		return text
	}
	return fmt.Sprintf("%s (%s, since %s UTC)", text, e.Who, e.Since.UTC().Format("2006-01-02 15:04"))
}

// Hint says what to do.
func (e *LockedError) Hint() string {
	const hint = "close the other wizard, or try again in a moment where a command has it; check, show and export work meanwhile"
	if e.file == "" {
		return hint
	}
	return hint + "; if surely nobody has the plan open, delete " + model.Clean(e.file)
}

// ExitCode is the exit code of a program that ends with this error.
func (e *LockedError) ExitCode() int { return exitElsewhere }
