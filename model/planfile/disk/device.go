package disk

import (
	"slices"
	"strings"
)

// devices are what Windows takes the names of, whatever follows the first dot.
var devices = []string{
	"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
	"COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
	"LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
}

// Device is the device that Windows takes the name of a file for, in whatever
// folder; "" for none.
func Device(name string) string {
	stem, _, _ := strings.Cut(name, ".")
	stem, _, _ = strings.Cut(stem, ":")
	if stem = strings.ToUpper(strings.TrimRight(stem, " ")); slices.Contains(devices, stem) {
		return stem
	}
	return ""
}
