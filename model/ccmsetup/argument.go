package ccmsetup

import (
	"slices"
	"strings"

	"cmgwizard/model/reading"
)

// An argument is a parameter or a property as it was written.
type argument struct {
	name   string // without slash
	value  string
	slash  bool // it is written as a parameter
	mark   byte // what parts name and value: ':', '=', 0 for nothing
	dash   bool // it has a dash in place of its slash
	bare   bool // it is a parameter without its slash
	gap    bool // a blank parts it from its value
	open   bool // a quotation mark of its value is not closed
	quoted bool
}

// is reports whether the argument has this name, however it is written.
func (a argument) is(name string) bool { return strings.EqualFold(a.name, name) }

// known reports whether ccmsetup knows the name in some form.
func (a argument) known() bool { return isParameter(a.name) || isProperty(a.name) }

func isArgument(w lexeme) bool {
	_, ok := readArgument(w)
	return ok
}

// readArgument reads one word as an argument.
func readArgument(w lexeme) (argument, bool) {
	text := strings.TrimRight(w.text, ",;)`")
	a := argument{open: w.open, quoted: w.quoted}
	switch {
	case len(text) < 2:
		return a, false
	case text[0] == '/':
		a.slash, text = true, text[1:]
	case text[0] == '-':
		a.dash, a.slash, text = true, true, strings.TrimLeft(text, "-")
	}
	at := strings.IndexAny(text, ":=")
	a.name = text
	if at >= 0 {
		a.name, a.mark, a.value = text[:at], text[at], withoutRest(text[at+1:])
	}
	switch {
	case !reading.IsName(a.name):
		return a, false
	case a.dash && !isParameter(a.name):
		return a, false // an option of a shell or of another program
	case a.slash:
		return a, true
	case a.mark == '=':
		return a, true
	case isParameter(a.name) && len(a.name) > 2 && !isWordOfProse(a.name) || a.mark == ':' && isParameter(a.name):
		a.bare, a.slash = true, true
		return a, true
	}
	return a, isProperty(a.name) && a.name == strings.ToUpper(a.name) && len(a.name) > 5
}

// withoutRest leaves away what a shell or XML takes for something else: where the
// output goes, and the tag that follows.
func withoutRest(value string) string {
	value, _, _ = strings.Cut(value, "</")
	if before, _, _ := strings.Cut(value, ">"); !strings.Contains(before, "<") {
		return before
	}
	return value
}

// isWordOfProse reports whether the name of a parameter is a word that people
// write: without its slash it is not taken for one.
func isWordOfProse(name string) bool {
	return slices.Contains([]string{"config", "logon", "retry", "service", "source", "uninstall", "remediate"}, strings.ToLower(name))
}

// ends reports whether a shell begins something new with the word.
func ends(word string) bool {
	return slices.Contains([]string{"&", "&&", "|", "||", ">", ">>", "<", ";"}, word) || strings.HasPrefix(word, "2>") || strings.HasPrefix(word, "]LOG]")
}

// isVariable reports whether a word stands for others that are not here.
func isVariable(word string) bool {
	return word[0] == '$' || word[0] == '%' && strings.HasSuffix(word, "%") && len(word) > 2 || word[0] == '@' && len(word) > 2
}

// isFiller reports whether a word is only marks, or an option of a shell.
func isFiller(word string) bool {
	return strings.Trim(word, "()@,+{}[]\\") == "" || word[0] == '-'
}
