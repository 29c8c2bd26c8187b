package planfile

import (
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf16"

	"cmgwizard/model/planfile/disk"
)

// maxName leaves room for the names of the neighbours, within the 255
// characters that file systems allow.
const maxName = 240

// checkName refuses names for a new plan that some system cannot handle: plans
// are handed on.
func checkName(path string) error {
	if fault := Unfit(path); fault != "" {
		return badName(path, fault)
	}
	base := filepath.Base(path)
	if len(base) > maxName || len(utf16.Encode([]rune(base))) > maxName {
		return badName(path, "the name is too long")
	}
	return nil
}

// checkHere refuses names that mean something else on this system: Windows
// would say of them that the path leads out of its folder.
func checkHere(path string) error {
	if runtime.GOOS != "windows" {
		return nil
	}
	if fault := Unfit(path); fault != "" {
		return badName(path, fault)
	}
	return nil
}

// Unfit says why Windows can have no file of this name, "" if it can. A drive or a share
// has no name, and is found to be a folder later.
func Unfit(path string) string {
	base := filepath.Base(path)
	switch {
	case strings.HasPrefix(path, `\\.\`):
		return "the path means a device on Windows"
	case base == "." || base == ".." || base == string(filepath.Separator):
		return ""
	case disk.Device(base) != "":
		return "the name " + disk.Device(base) + " means a device on Windows"
	case strings.HasSuffix(base, "."):
		return "the name ends in a dot, which Windows drops"
	case strings.HasSuffix(base, " "):
		return "the name ends in a blank, which Windows drops"
	case strings.Contains(base, ":"):
		return "the name holds a colon, which on Windows names a stream inside a file"
	case strings.ContainsAny(base, `<>"|?*\`) || strings.ContainsFunc(base, func(r rune) bool { return r < ' ' }):
		return `the name holds a character that Windows does not allow: < > : " | ? * \`
	}
	return ""
}

func badName(path, reason string) error { return &nameError{path, reason} }
