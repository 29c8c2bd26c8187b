package dsreg

import (
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"cmgwizard/model"
	"golang.org/x/text/encoding/charmap"
)

// The bounds of what is read. An output has some 120 lines; the longest is the
// SettingsUrl with a few hundred characters,
// but an output that has lost its line breaks is one line.
const (
	maxBytes    = 4 << 20
	maxLines    = 20_000
	maxLine     = 16384
	maxSections = 128
	maxPairs    = 4096
	maxOutputs  = 16
	maxAccounts = 64
	maxKey      = 64
	maxValue    = 512
)

// linesOf cuts the text into lines, whatever ends them.
func linesOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		text = strings.TrimPrefix(text[:min(len(text), maxBytes)], "\ufeff")
		for n := 0; n < maxLines && text != ""; n++ {
			line, rest := cutLine(text)
			if !yield(line[:min(len(line), maxLine)]) {
				return
			}
			text = rest
		}
	}
}

func cutLine(text string) (line, rest string) {
	end := strings.IndexAny(text, "\r\n")
	if end < 0 {
		return text, ""
	}
	rest = text[end+1:]
	if text[end] == '\r' {
		rest = strings.TrimPrefix(rest, "\n")
	}
	return text[:end], rest
}

// decoded reads a line that is not UTF-8 in code page 850, in which keys and
// most letters of the west of Europe stand where the other old ones have them.
func decoded(line string) (text string, recoded bool) {
	if utf8.ValidString(line) {
		return line, false
	}
	if cut := strings.TrimRightFunc(line, isBroken); len(line) >= maxLine-utf8.UTFMax && utf8.ValidString(cut) {
		return cut, false
	}
	text, err := charmap.CodePage850.NewDecoder().String(line)
	if err != nil {
		return strings.ToValidUTF8(line, "\uFFFD"), true
	}
	return text, true
}

// isBroken is true for what the cut of a long line leaves of a character.
func isBroken(r rune) bool { return r == utf8.RuneError }

// A margin is what stands before each line: its number, a mark of quotation, or
// the name of the file that a search prints.
type margin struct{ form *regexp.Regexp }

// longestMargin is how long it may be, in bytes.
const longestMargin = 96

var firstKey = model.Pattern(`(?i)` + joinedKey + `[\s:]`)

var digits = model.Pattern(`\d+`)

// marginOf looks at what stands before the key of the first line.
func marginOf(text string) margin {
	for line := range linesOf(text) {
		at := firstKey().FindStringIndex(line)
		if at == nil || at[0] > longestMargin {
			continue
		}
		before := strings.TrimSpace(line[:at[0]])
		if before == "" || !utf8.ValidString(before) {
			return margin{}
		}
		form := digits().ReplaceAllLiteralString(regexp.QuoteMeta(before), `\d+`)
		return margin{regexp.MustCompile(`^\s*` + form + ` ?`)}
	}
	return margin{}
}

func (m margin) strip(line string) string {
	if m.form == nil {
		return line
	}
	if found := m.form.FindStringIndex(line); found != nil {
		return line[found[1]:]
	}
	return line
}

// unjoined cuts a line that has lost its line breaks, as when a script puts the
// output into one string: each key follows after blanks.
func unjoined(line string) []string {
	if !strings.Contains(line, "EnterpriseJoined :") || !strings.Contains(line, joinedKey+" :") {
		return []string{line}
	}
	var lines []string
	start := 0
	for _, at := range boundary().FindAllStringIndex(line, maxPairs) {
		lines, start = append(lines, line[start:at[0]]), at[0]
	}
	return append(lines, line[start:])
}

// boundary is where a heading, a rule or a key begins. Of the keys with blanks
// it knows those that matter, or that stand behind one which does.
var boundary = model.Pattern(`\s+(?:\| [A-Z][^|:]*\||\+-{10,}\+|(?:Virtual Desktop|Device Name|User Context|Client Time|Error Phase|Client ErrorCode|[A-Z][A-Za-z]+) : )`)

// pairOf splits a line at the first colon that ends its key.
func pairOf(line string) (Pair, bool) {
	key, value, found := strings.Cut(line, ":")
	key = strings.TrimSpace(key)
	if !found || len(key) > maxKey || !isKey(key) {
		return Pair{}, false
	}
	first, _ := utf8.DecodeRuneInString(value)
	if value != "" && !unicode.IsSpace(first) && !isKnown(key) {
		return Pair{}, false
	}
	return Pair{key, strings.TrimSpace(value)}, true
}

// isKey reports whether text may be a key: it starts with a letter and has
// letters, digits, blanks and few marks.
func isKey(key string) bool {
	for i, r := range key {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !strings.ContainsRune(" -_./()'", r)) {
			return false
		}
	}
	return key != ""
}
