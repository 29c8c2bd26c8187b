package inspect

import "strings"

// commandStart finds where the arguments begin: after CCMSETUPCMD= if there is
// one, else after the program.
func commandStart(words []lexeme) (start string, first int) {
	for i, w := range words {
		if strings.EqualFold(w.text, startProperty+"=") {
			return startProperty, i + 1
		}
		if name, value, ok := strings.Cut(w.text, "="); ok && strings.EqualFold(name, startProperty) {
			words[i].text = value
			return startProperty, i
		}
	}
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

// setupLength counts the characters that CCMSETUPCMD holds.
func setupLength(line string) int {
	at := strings.Index(strings.ToUpper(line), startProperty+"=")
	if at < 0 || at+len(startProperty) >= len(line) {
		return 0
	}
	value := strings.TrimSpace(line[at+len(startProperty)+1:])
	for _, mark := range []string{`"`, `'`, "\u201c", "\u201e"} {
		rest, ok := strings.CutPrefix(value, mark)
		if !ok {
			continue
		}
		if end := strings.LastIndexAny(rest, "\"'\u201d\u201c"); end >= 0 {
			rest = rest[:end]
		}
		return len([]rune(rest))
	}
	return len([]rune(value))
}
