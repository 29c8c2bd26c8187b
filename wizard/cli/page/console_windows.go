package page

import (
	"os"

	"golang.org/x/sys/windows"
)

// Obeys reports whether a console does what escape sequences say: it is asked to. One
// that is set to the legacy mode would show them as letters.
func Obeys(f *os.File) bool {
	console := windows.Handle(f.Fd())
	var mode uint32
	if windows.GetConsoleMode(console, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
