// Package disk does what an open folder can do for files that are written
// whole. It opens nothing for writing but ordinary files, and follows no link:
// what stands at a name may be somebody else's trap.
package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A Folder is an open folder: it cannot be exchanged under us, and on Windows
// a file opened in it does not block its own replacement. Names are names of
// files in it, not paths.
type Folder interface {
	// Lstat tells what stands at a name; a link is told as a link.
	Lstat(name string) (fs.FileInfo, error)
	// Open opens an ordinary file to read.
	Open(name string) (File, error)
	// Change opens an ordinary file that is there to read and write.
	Change(name string) (File, error)
	// Create makes a file that nobody has made before.
	Create(name string) (File, error)
	// Rename replaces what stands at the new name.
	Rename(from, to string) error
	// Link gives a file a second name. It fails where that is taken.
	Link(from, to string) error
	// Remove removes a file or a link, not what the link leads to.
	Remove(name string) error
	// Names gives the names in the folder, or as many as were asked for.
	Names(most int) ([]string, error)
	// Sync makes new names last through a loss of power.
	Sync() error
	// Close lets the folder go.
	Close() error
}

// A File is an open file of a folder. Closing it drops its lock.
type File interface {
	io.Reader
	io.ReaderAt
	io.Writer
	io.WriterAt
	Stat() (fs.FileInfo, error)
	SetMode(fs.FileMode) error
	Sync() error
	// TryLock keeps others out until the file is closed or the process dies. It
	// reports false when somebody else has the lock.
	TryLock() (bool, error)
	Close() error
}

// Open opens a folder. Links on the way to it are followed.
func Open(path string) (Folder, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	return &folder{root, path}, nil
}

type folder struct {
	*os.Root
	path string
}

// ErrNotOrdinary says that a link, a folder, a pipe or a device stands where an
// ordinary file is wanted.
var ErrNotOrdinary = errors.New("this is not an ordinary file")

// IsOrdinary leaves fs.ModeIrregular in: so Windows calls the files that a cloud
// drive keeps elsewhere.
func IsOrdinary(mode fs.FileMode) bool {
	const others = fs.ModeDir | fs.ModeSymlink | fs.ModeDevice | fs.ModeCharDevice | fs.ModeNamedPipe | fs.ModeSocket
	return mode&others == 0
}

// Open opens a file to read it.
func (d *folder) Open(name string) (File, error) { return d.open(name, os.O_RDONLY) }

// Change opens a file that is there to read and write it.
func (d *folder) Change(name string) (File, error) { return d.open(name, os.O_RDWR) }

// Create makes a new file. It fails where the name is taken.
func (d *folder) Create(name string) (File, error) {
	f, err := d.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	return &file{File: f}, nil
}

// open looks at what stands there before it opens it, since opening a pipe
// waits and opening a device may do something. It looks again afterwards, since
// somebody may have put a link there meanwhile. Nothing is written by opening.
func (d *folder) open(name string, way int) (File, error) {
	before, err := d.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !IsOrdinary(before.Mode()) {
		return nil, notOrdinary(name)
	}
	f, err := d.OpenFile(name, way|withoutWaiting, 0)
	if err != nil {
		return nil, err
	}
	err = d.isOrdinary(name, f)
	if err == nil && way != os.O_RDONLY {
		err = d.isStill(name, f)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &file{File: f}, nil
}

func (d *folder) isOrdinary(name string, f *os.File) error {
	info, err := f.Stat()
	if err == nil && !IsOrdinary(info.Mode()) {
		err = notOrdinary(name)
	}
	return err
}

// isStill sees that the open file is what stands at the name, and no link to
// it. One that was replaced meanwhile is gone.
func (d *folder) isStill(name string, f *os.File) error {
	opened, err := f.Stat()
	if err != nil {
		return err
	}
	now, err := d.Lstat(name)
	switch {
	case err != nil:
		return err
	case !IsOrdinary(now.Mode()):
		return notOrdinary(name)
	case !os.SameFile(now, opened):
		return &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return nil
}

func notOrdinary(name string) error {
	return &fs.PathError{Op: "open", Path: name, Err: ErrNotOrdinary}
}

// Remove takes a name out of the folder.
func (d *folder) Remove(name string) error {
	err := d.Root.Remove(name)
	if lacksRemove(err) {
		return d.removeByPath(name)
	}
	return err
}

// removeByPath is for file servers that do not know how files of an open folder
// are removed. It makes sure that the path still leads into that folder.
func (d *folder) removeByPath(name string) error {
	path := filepath.Join(d.path, name)
	here, err := d.Lstat(name)
	if err != nil {
		return err
	}
	there, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !os.SameFile(here, there) {
		return &fs.PathError{Op: "remove", Path: path, Err: errMoved}
	}
	return os.Remove(path)
}

var errMoved = errors.New("the folder was moved away meanwhile")

// Names lists the names in the folder, and stops after so many.
func (d *folder) Names(most int) ([]string, error) {
	f, err := d.Root.Open(".")
	if err != nil {
		return nil, err
	}
	names, err := f.Readdirnames(most)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return names, errors.Join(err, f.Close())
}

// Sync asks the system to keep the names of the folder over a loss of power.
func (d *folder) Sync() error { return syncFolder(d.Root) }
