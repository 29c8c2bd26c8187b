package wizard

import (
	"regexp"
	"runtime"
	"strings"

	"cmgwizard/model"
)

var plainWord = regexp.MustCompile(`^[\w./:\\-]+$`)

// ShellWord writes a path so that it can be copied into a command line.
func ShellWord(path string) string {
	path = model.Clean(path)
	switch {
	case plainWord.MatchString(path):
		return path
	case !strings.ContainsAny(path, "$`\"!%"):
		return `"` + path + `"`
	case runtime.GOOS == "windows":
		return "'" + strings.ReplaceAll(path, "'", "''") + "'"
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}
