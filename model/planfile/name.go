package planfile

import (
	"path/filepath"
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
	base := filepath.Base(path)
	stem, _, _ := strings.Cut(base, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch {
	case slices.Contains(reservedNames, stem):
		return badName(path, "the name "+stem+" means a device on Windows")
	case strings.HasSuffix(base, ".") || strings.HasSuffix(base, " "):
		return badName(path, "the name ends in a dot or a blank, which Windows cannot handle")
	case strings.ContainsAny(base, `<>:"|?*\`) || strings.ContainsFunc(base, func(r rune) bool { return r < ' ' }):
		return badName(path, `the name holds a character that Windows does not allow: < > : " | ? * \`)
	case len(base) > maxName || len(utf16.Encode([]rune(base))) > maxName:
		return badName(path, "the name is too long")
	}
	return nil
}

func badName(path, reason string) error { return &NameError{path, reason} }
