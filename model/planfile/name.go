package planfile

import (
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode/utf16"
)

// maxName leaves room for the names of the neighbours, within the 255
// characters that file systems allow.
const maxName = 240

// reservedNames mean devices on Windows, whatever follows the first dot.
var reservedNames = []string{
	"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
	"COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
	"LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
}

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
	stem, _, _ := strings.Cut(base, ".")
	stem, _, _ = strings.Cut(stem, ":")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch {
	case strings.HasPrefix(path, `\\.\`):
		return "the path means a device on Windows"
	case base == "." || base == ".." || base == string(filepath.Separator):
		return ""
	case slices.Contains(reservedNames, stem):
		return "the name " + stem + " means a device on Windows"
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
