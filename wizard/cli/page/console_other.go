//go:build !windows

package page

import "os"

// Obeys reports whether a terminal does what escape sequences say. It is true: one
// that does not is called dumb here.
func Obeys(*os.File) bool { return true }
