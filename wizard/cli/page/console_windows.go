package page

import (
	"os"

	"golang.org/x/sys/windows"
)

// showsInk asks the console to understand colours, which one of the older kind
// does not do by itself.
func showsInk(f *os.File) bool {
	console := windows.Handle(f.Fd())
	var mode uint32
	if windows.GetConsoleMode(console, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
