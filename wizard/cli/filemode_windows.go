package cli

import (
	"io/fs"
	"os"
)

// setMode does nothing: a new file inherits the access list of its folder.
func setMode(*os.File, fs.FileMode) error { return nil }
