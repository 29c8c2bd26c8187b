package ccmsetup

import (
	"slices"
	"strings"

	"cmgwizard/model/reading"
)

// msiexecWords are the options of msiexec that are words.
var msiexecWords = []string{"package", "quiet", "passive", "norestart", "promptrestart", "forcerestart", "update", "log"}

// installerProperties are those of Windows Installer that stand beside
// CCMSETUPCMD.
var installerProperties = []string{"ALLUSERS", "ARPSYSTEMCOMPONENT", "MSIDISABLERMRESTART", "MSIFASTINSTALL", "MSIRESTARTMANAGERCONTROL", "MSIRMSHUTDOWN", "REBOOT", "REBOOTPROMPT", "TRANSFORMS"}

// isMsiexecOption reports whether a word is an option of msiexec: /i, /qn, /l*v.
func isMsiexecOption(word string) bool {
	if len(word) < 2 || word[0] != '/' && word[0] != '-' {
		return false
	}
	name := strings.ToLower(word[1:])
	switch {
	case slices.Contains(msiexecWords, name), slices.Contains([]string{"i", "x", "a", "p", "y", "z", "n", "m"}, name):
		return true
	case name[0] == 'q':
		return strings.Trim(name[1:], "nbrf+-!") == "" && len(name) <= 4
	case name[0] == 'l':
		return strings.Trim(name[1:], "iwearucmopvx+!*") == ""
	case name[0] == 'f':
		return strings.Trim(name[1:], "poedcamusv") == ""
	}
	return false
}

// withoutMsiexec leaves out the options of msiexec with the files that follow
// some of them.
func withoutMsiexec(words []lexeme) []lexeme {
	var kept []lexeme
	for i := 0; i < len(words); i++ {
		if !isMsiexecOption(words[i].text) {
			kept = append(kept, words[i])
			continue
		}
		if takesFile(words[i].text) && i+1 < len(words) && !isArgument(words[i+1]) && words[i+1].text[0] != '/' {
			i++
		}
	}
	return kept
}

// takesFile reports whether a file follows an option of msiexec.
func takesFile(option string) bool {
	name := strings.ToLower(option[1:])
	return name[0] == 'l' || slices.Contains([]string{"i", "x", "a", "p", "package", "update"}, name)
}

// The packages that msiexec is given.
const (
	clientPackage = "client.msi"
	setupPackage  = "ccmsetup.msi"
)

// packageIn finds the package of the client that msiexec is given among words,
// and where.
func packageIn(words []lexeme) (name string, at int) {
	for i, w := range words {
		switch base := strings.ToLower(reading.BaseName(strings.Trim(w.text, `"'`))); {
		case base == clientPackage && slices.ContainsFunc(words[:i], isMsiexec):
			return clientPackage, i
		case strings.HasSuffix(base, setupPackage):
			return setupPackage, i
		}
	}
	return "", -1
}

func isMsiexec(w lexeme) bool {
	name := strings.ToLower(reading.BaseName(w.text))
	return name == "msiexec" || name == "msiexec.exe"
}

// outsideOf lists what ccmsetup should get and msiexec keeps: it stands outside
// the quotation marks of CCMSETUPCMD.
func outsideOf(words []lexeme) []argument {
	var outside []argument
	for _, w := range withoutMsiexec(words) {
		if ends(w.text) {
			break
		}
		a, ok := readArgument(w)
		if ok && len(outside) < MaxArguments && (isProperty(a.name) && a.mark == '=' || isParameter(a.name) && a.slash && !a.bare) {
			outside = append(outside, a)
		}
	}
	return outside
}

// namesOf are the names of arguments as they are written, each once.
func namesOf(args []argument) []string {
	var names []string
	for _, a := range args {
		name := reading.Shown(a.name, 40)
		if a.slash {
			name = "/" + name
		}
		names = reading.AppendNew(names, []string{name})
	}
	return names[:min(len(names), maxStrange)]
}
