package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/inspect"
)

// A readError says in words why a file could not be read. Name is "" where the
// file stands beside it.
type readError struct {
	name, why, hint string
	err             error
}

func (e *readError) Error() string {
	if e.name == "" {
		return e.why
	}
	return model.Clean(e.name) + ": " + e.why
}

// Hint says what to do.
func (e *readError) Hint() string { return e.hint }

// Unwrap gives the error of the system, if there was one.
func (e *readError) Unwrap() error { return e.err }

// ExitCode is the exit code of a program that ends with this error.
func (e *readError) ExitCode() int { return exitDisk }

// errNotOrdinary is for devices, pipes and sockets: reading them may wait for
// ever or do something.
var errNotOrdinary = &readError{why: "it is a device or a pipe, not an ordinary file", hint: `copy what it holds to a file, or pipe it in with "-"`}

// readWords says in words why the system does not let us read; nil for no error.
func readWords(name string, err error) error {
	var path *os.PathError
	var worded *readError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &worded):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return &readError{name, "there is no such file or folder", "check the spelling and the folder you are in", err}
	case errors.Is(err, fs.ErrPermission):
		return &readError{name, "you may not read it", "ask its owner for access, or copy it to a folder of yours", err}
	case errors.As(err, &path):
		err = path.Err
	}
	return &readError{name, fmt.Sprintf("could not be read: %v", err), "check the disk or the network, then try again", err}
}

// isDevice reports whether Windows takes the name for a device, in whatever
// folder it stands.
func isDevice(path string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(filepath.Base(path)), ".")
	return runtime.GOOS == "windows" && deviceName().MatchString(strings.TrimRight(stem, " :"))
}

// readFile reads an ordinary file, and a little more than is looked at of one
// that grows meanwhile.
func readFile(path string) ([]byte, error) {
	info, err := stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errNotOrdinary
	}
	f, err := openInput(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, inspect.MaxSize+1))
	return data, readWords("", err)
}

// sizeOf is the size of an ordinary file.
func sizeOf(path string) (int64, error) {
	info, err := stat(path)
	switch {
	case err != nil:
		return 0, err
	case !info.Mode().IsRegular():
		return 0, errNotOrdinary
	}
	return info.Size(), nil
}

// A worded reader says in words why it cannot go on.
type worded struct {
	io.ReadCloser
	name string
}

func (w worded) Read(p []byte) (int, error) {
	n, err := w.ReadCloser.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = readWords(w.name, err)
	}
	return n, err
}

func openWorded(path string) (io.ReadCloser, error) {
	f, err := openInput(path)
	if err != nil {
		return nil, err
	}
	return worded{f, ""}, nil
}

// openInput looks at the file once more: it may be another one by now, and
// opening a pipe must not wait for its other end.
func openInput(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, readWords("", err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotOrdinary
	}
	if err != nil {
		_ = f.Close() // nothing was written
		return nil, readWords("", err)
	}
	return f, nil
}
