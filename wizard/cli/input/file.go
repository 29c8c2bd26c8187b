package input

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"cmgwizard/model/inspect"
	"cmgwizard/model/planfile/disk"
)

// errNotOrdinary is for devices, pipes and sockets: reading them may wait for
// ever or do something.
var errNotOrdinary = &disk.Error{What: "it is a device or a pipe, not an ordinary file", Do: `copy what it holds to a file, or pipe it in with "-"`}

// errFolder is for what is read as one file.
var errFolder = &disk.Error{What: "this is a folder, not a file", Do: "give the path of a file"}

// Explain says in words why the system does not let us read; nil for no error.
func Explain(name string, err error) error {
	var path *os.PathError
	var worded *disk.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &worded):
		return err
	case errors.As(err, &path) && disk.IsLostLink(path.Path):
		return disk.ErrorAt(name, "it is a link that leads nowhere", "give the path of the file itself", err)
	case errors.Is(err, fs.ErrNotExist):
		return disk.ErrorAt(name, "there is no such file or folder", "check the spelling and the folder you are in", err)
	case disk.LeadsThroughFile(name, err):
		return disk.ErrorAt(name, "a part of this path is a file, not a folder", "check the path: nothing stands behind the name of a file, not even a separator", err)
	case errors.Is(err, fs.ErrPermission):
		return disk.ErrorAt(name, "you may not read it", "ask its owner for access, or copy it to a folder of yours", err)
	case errors.As(err, &path):
		err = path.Err
	}
	return disk.ErrorAt(name, fmt.Sprintf("could not be read: %v", err), "close the file if a program has it open, check the disk or the network, then try again", err)
}

// isDevice reports whether Windows takes a path for a device.
func isDevice(path string) bool {
	return runtime.GOOS == "windows" && disk.Device(filepath.Base(path)) != ""
}

// ReadFile reads an ordinary file, and a little more than is looked at of one
// that grows meanwhile. Its error names the file.
func ReadFile(path string) ([]byte, error) {
	data, err := readOrdinary(path)
	if unread, ok := errors.AsType[*disk.Error](err); ok {
		return nil, disk.ErrorAt(path, unread.What, unread.Do, unread.Err)
	}
	return data, err
}

func readOrdinary(path string) ([]byte, error) {
	info, err := stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errFolder
	case !info.Mode().IsRegular():
		return nil, errNotOrdinary
	}
	f, err := openInput(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, inspect.MaxSize+1))
	return data, Explain("", err)
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
		err = Explain(w.name, err)
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
		return nil, Explain("", err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotOrdinary
	}
	if err != nil {
		_ = f.Close() // nothing was written
		return nil, Explain("", err)
	}
	return f, nil
}
