package output

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"cmgwizard/model"
	"cmgwizard/model/planfile"
	"cmgwizard/model/planfile/disk"
)

// A linkError says that something would be written through a link.
type linkError struct{ path, what, to string }

func (e *linkError) Error() string {
	text := model.Clean(e.path) + " is a link"
	if e.to != "" {
		text += " to " + model.Clean(e.to)
	}
	return text + ": nothing is written through a link"
}

// Unwrap lets errors.Is find fs.ErrExist: the name is taken.
func (e *linkError) Unwrap() error { return fs.ErrExist }

// Hint says what to do.
func (e *linkError) Hint() string {
	return "remove the link, or give the path of the " + e.what + " that it leads to"
}

// checkTarget refuses early what must not be replaced: a device or a pipe never,
// and a link neither: the file that it leads to is another one.
func checkTarget(path string, way Way) error {
	if path == "" {
		return &nameError{"the path of the file to write is empty", `give one, or "--output -" for the standard output`}
	}
	if os.IsPathSeparator(path[len(path)-1]) {
		return noFile(path)
	}
	if fault := planfile.Unfit(path); fault != "" && runtime.GOOS == "windows" {
		return &nameError{model.Clean(path) + ": " + fault, "choose another name"}
	}
	info, err := os.Lstat(path)
	if err != nil || way == ReplaceOwn {
		return nil
	}
	if to, linked := linkAt(path, info); linked {
		return &linkError{path, "file", to}
	}
	switch {
	case info.IsDir():
		return noFile(path)
	case info.Mode()&noOrdinaryFile != 0:
		return disk.Failed(model.Clean(path)+": this is not an ordinary file", `"--output -" writes to the standard output`, nil)
	case way == Keep:
		return &ExistsError{path}
	}
	return nil
}

// noOrdinaryFile leaves out fs.ModeIrregular: so Windows calls the files that a
// cloud drive keeps elsewhere.
const noOrdinaryFile = fs.ModeDevice | fs.ModeCharDevice | fs.ModeNamedPipe | fs.ModeSocket

func noFile(path string) error {
	return disk.Failed(model.Clean(path)+": this is a folder, not a file", "give the path of a file", nil)
}

// linkAt reports whether a link stands at the path, and where it leads. The
// junctions of Windows are no symbolic links, but they can be read like them.
func linkAt(path string, info fs.FileInfo) (to string, linked bool) {
	if info.Mode()&(fs.ModeSymlink|fs.ModeIrregular) == 0 {
		return "", false
	}
	to, err := os.Readlink(path)
	return to, err == nil || info.Mode()&fs.ModeSymlink != 0
}

// FolderToFill makes the folder if it is not there; its name may be no link.
func FolderToFill(path string) (made bool, err error) {
	if path == "" {
		return false, &nameError{"the path of the folder is empty", "give one, . for the current folder"}
	}
	path = filepath.Clean(path) // what ends in a slash would be followed
	info, err := os.Lstat(path)
	if err != nil {
		return true, folderFailure(path, os.Mkdir(path, 0o777))
	}
	if to, linked := linkAt(path, info); linked {
		return false, &linkError{path, "folder", to}
	}
	if !info.IsDir() {
		return false, disk.Failed(model.Clean(path)+": this is a file, not a folder", "give the path of a folder", nil)
	}
	return false, nil
}

func folderFailure(path string, err error) error {
	if err == nil {
		return nil
	}
	return disk.Failed(model.Clean(path)+": the folder could not be made", "make it first, or choose another", err)
}
