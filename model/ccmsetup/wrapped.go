package ccmsetup

import (
	"regexp"
	"strings"
	"sync"
)

// The bounds of what is joined again.
const (
	mostWrapped = 24   // lines of one command
	mostJoins   = 2000 // in one file
)

// A linePlace says where a line begins and of how many it was made.
type linePlace struct{ at, lines int }

// unwrappedLines gives the lines of a text, those of one command line joined
// that a mail or a document has broken. Logs break none.
func unwrappedLines(text string, logged bool) func(yield func(line string, place linePlace) bool) {
	return func(yield func(string, linePlace) bool) {
		whole, place, joins := "", linePlace{}, 0
		for line, at := range logicalLines(text) {
			next := Unquoted(line)
			if !logged && joins < mostJoins && place.lines > 0 && place.lines < mostWrapped && goesOn(whole, next) {
				joins++
				whole, place.lines = join(whole, next), place.lines+1
				continue
			}
			if place.lines > 0 && !yield(whole, place) {
				return
			}
			whole, place = line, linePlace{at, 1}
		}
		if place.lines > 0 {
			yield(whole, place)
		}
	}
}

// Unquoted takes away the marks with which a mail quotes another.
func Unquoted(line string) string { return strings.TrimLeft(line, "> \t") }

// goesOn reports whether a command line goes on in the line after it.
func goesOn(whole, next string) bool {
	if next == "" || len(whole)+len(next) > longestLine || isComment(next) || !commandMarks().Any(whole) && !namesProgram(whole) || namesProgram(next) {
		return false
	}
	span, setup := spanOf(whole)
	words := lex(next)
	switch {
	case len(words) == 0 || isComment(whole):
		return false
	case setup && span.quoted && !span.closed:
		return beginsKnown(words[0]) || broken(whole, next) || isKnownEnd(next)
	case !setup && !namesProgram(whole) || setup && span.closed:
		return false
	}
	return beginsKnown(words[0]) || broken(whole, next)
}

// namesProgram reports whether a line starts a command of its own.
func namesProgram(line string) bool {
	lower := strings.ToLower(line)
	for _, name := range []string{"ccmsetup.exe", "ccmsetup.msi", "ccmsetupcmd", "msiexec", "client.msi"} {
		if strings.Contains(lower, name) {
			return true
		}
	}
	return strings.HasPrefix(strings.TrimLeft(lower, "> \t&.\\\"'"), "ccmsetup ")
}

// beginsKnown reports whether a word can only be an argument of ccmsetup.
func beginsKnown(w lexeme) bool {
	a, ok := readArgument(w)
	return ok && a.known() && (a.mark != 0 || a.slash && !a.bare && !a.dash)
}

// isKnownEnd reports whether a line is what closes CCMSETUPCMD, with nothing but
// options of msiexec after it.
func isKnownEnd(line string) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(line), `"`)
	return ok && len(outsideOf(lex(rest))) == 0 && len(lex(rest)) < 4
}

// A cutForm is how a value looks that a document has broken within: the end of
// the one line, and the beginning of the next.
type cutForm struct{ end, begin *regexp.Regexp }

// cutForms are those of addresses, their numbers, IDs and tokens, and of names
// without a value.
var cutForms = sync.OnceValue(func() []cutForm {
	var forms []cutForm
	for _, f := range [][2]string{
		{`(?:/mp:|ccmhostname=)\S{1,300}/$`, `^(?:ccm_proxy|\d{3,20}(?:\W|$))`},
		{`/ccm_(?:proxy_?)?$`, `^(?:proxy_|_?mutualauth)`},
		{`ccm_proxy_mutualauth/\d{1,18}$`, `^\d{1,18}(?:["'\s]|$)`},
		{`aad(?:tenantid|clientappid)=["']?[0-9a-f]{1,8}[0-9a-f-]{0,27}$`, `^[0-9a-f-]{3,36}(?:["'\s]|$)`},
		{`/regtoken:\S{20,}$`, `^[a-z0-9_.-]{20,}(?:["'\s]|$)`},
		{`(?:/mp:(?:https?://)?|ccmhostname=)$`, `^(?:https?://)?[\w-]{1,63}\.[\w.-]{1,200}`},
		{`aad(?:tenantid|clientappid)=$`, `^[0-9a-f]{8}-`},
		{`aadresourceuri=$`, `^(?:api|https?)://`},
		{`/regtoken:$`, `^eyj`},
		{`[/_.-]$`, `^[^\s"]{1,100}"(?:\s|$)`},
	} {
		forms = append(forms, cutForm{regexp.MustCompile("(?i)" + f[0]), regexp.MustCompile("(?i)" + f[1])})
	}
	return forms
})

// broken reports whether a value was broken between two lines.
func broken(whole, next string) bool {
	tail := whole[max(len(whole)-longestWord, 0):]
	if w := lex(next); len(w) == 0 || beginsKnown(w[0]) {
		return false
	}
	for _, form := range cutForms() {
		if form.begin.MatchString(next) && form.end.MatchString(tail) {
			return true
		}
	}
	return false
}

// join puts two lines together, without a blank where a value was broken.
func join(whole, next string) string {
	if broken(whole, next) {
		return whole + next
	}
	return whole + " " + next
}
