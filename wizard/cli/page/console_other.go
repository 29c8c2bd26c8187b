//go:build !windows

package page

import "os"

// showsInk is true: a terminal that knows no colours is called dumb here.
func showsInk(*os.File) bool { return true }
