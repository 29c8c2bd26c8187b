package ccmsetup

import "strings"

// commandStart finds where the arguments begin: after the program.
func commandStart(words []lexeme) (start string, first int) {
	for i, w := range words {
		if isProgram(w.text) && begins(words[i+1:]) {
			return startProgram, i + 1
		}
	}
	return startNone, 0
}

// isProgram reports whether a word names ccmsetup, in whatever folder.
func isProgram(word string) bool {
	name := strings.ToLower(word[strings.LastIndexAny(word, `\/`)+1:])
	return name == "ccmsetup" || strings.HasSuffix(name, "ccmsetup.exe") || strings.HasSuffix(name, "ccmsetup.msi")
}

// begins reports whether arguments follow, after nothing but the options of a
// shell.
func begins(words []lexeme) bool {
	for _, w := range words {
		if isArgument(w) || isVariable(w.text) {
			return true
		}
		if !isFiller(w.text) {
			return false
		}
	}
	return false
}

// firstProperty is the place of the first property that is known, or the end.
func firstProperty(words []lexeme) int {
	for i, w := range words {
		if a, ok := readArgument(w); ok && a.known() && (a.mark != 0 || a.slash) {
			return i
		}
	}
	return len(words)
}
