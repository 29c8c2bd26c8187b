package planfile

import (
	"errors"
	"fmt"
	"io/fs"
)

func isFolder(path string) error {
	return &AccessError{path, "this is a folder, not a file", "give the path of a plan, such as contoso.toml", nil}
}

func readOnly(path string) error {
	return &AccessError{path, "the file is read-only", "make it writable, or save a copy under another name", nil}
}

// accessError says in words why the system does not let us read.
func accessError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &AccessError{path, "there is no such file or folder", "check the spelling and the folder you are in", err}
	case errors.Is(err, fs.ErrPermission):
		return &AccessError{path, "you may not read or write here", "ask the owner of the file for access, or copy it to a folder of yours", err}
	}
	return &AccessError{path, fmt.Sprintf("could not be read: %v", err), "check the disk or the network, then try again", err}
}

func saveError(path string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return &AccessError{path, "you may not save here", "save under another name in a folder of yours; the file has not been changed", err}
	}
	return &AccessError{path, fmt.Sprintf("could not be saved: %v", err),
		"free some space or save under another name; the file has not been changed", err}
}
