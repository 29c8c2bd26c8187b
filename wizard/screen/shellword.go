package screen

import (
	"runtime"
	"strings"

	"cmgwizard/model"
	"cmgwizard/wizard/machine"
)

// ShellWord writes a path so that it can be copied into a command line.
func ShellWord(path string) string {
	if runtime.GOOS == "windows" {
		return windowsWord(model.Clean(path))
	}
	return unixWord(model.Clean(path))
}

// The words that need no quotes, and those that mean the same between double
// quotes in every shell of the system. What is not known to be harmless is not
// in them.
var (
	bareOnWindows = model.Pattern(`^[\w./\\:][\w./\\:-]*$`)
	calmOnWindows = model.Pattern(`^([\pL\pN\w ./\\:;,=@&()+~-]*[\pL\pN\w ./:;,=@&()+~-])?$`)
	bareOnUnix    = model.Pattern(`^[\w./:][\w./:-]*$`)
	calmOnUnix    = model.Pattern(`^[\pL\pN\w ./:;,=@&()+~-]*$`)
)

// windowsWord quotes as the Command Prompt and PowerShell both understand it,
// as far as that goes. The Command Prompt has no safe quoting for the rest.
func windowsWord(path string) string {
	switch {
	case bareOnWindows().MatchString(path):
		return path
	case calmOnWindows().MatchString(path):
		return `"` + path + `"`
	}
	return model.PowerShellWord(path)
}

func unixWord(path string) string {
	switch {
	case bareOnUnix().MatchString(path):
		return path
	case calmOnUnix().MatchString(path):
		return `"` + path + `"`
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// Continue is what to type behind the name of the program to go on with a plan where it
// was left: in the change window with what it was narrowed to.
func Continue(s machine.State) string {
	path := ShellWord(s.Path)
	scope, running := s.RunScope()
	if !running {
		return path
	}
	line := "run " + path
	if scope.Owner != "" {
		line += " --owner " + string(scope.Owner)
	}
	if scope.Window {
		line += " --window"
	}
	if scope.From != "" {
		line += " --from " + ShellWord(scope.From)
	}
	return line
}
