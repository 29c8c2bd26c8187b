package reading

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"cmgwizard/model"
)

// IsName reports whether a text may be the name of a property: a letter, then
// letters, digits and underscores, 40 characters at most.
func IsName(text string) bool {
	if len(text) < 2 || len(text) > 40 || !IsLetter(rune(text[0])) {
		return false
	}
	return !strings.ContainsFunc(text, func(r rune) bool { return r > 0x7f || !IsLetter(r) && (r < '0' || r > '9') && r != '_' })
}

// Unlogged is the message of a line of a log.
func Unlogged(line string) string {
	line, _, _ = strings.Cut(line, "]LOG]!>")
	return strings.TrimPrefix(line, "<![LOG[")
}

// AppendNew adds those of b that a does not have yet.
func AppendNew(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// Edits counts the letters to change, add, drop or swap to make b of a. It stops
// at limit where their lengths differ by as much.
func Edits(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	return model.Slips(a, b)
}

// Sample is how much of a file is looked at to see whether it is UTF-16.
const Sample = 4096

// IsText reports whether a file holds text rather than binary data, as far as
// its beginning tells.
func IsText(text string) bool {
	start := text[:min(len(text), Sample)]
	odd := 0
	for i := range len(start) {
		if c := start[i]; c == 0 || c < ' ' && c != '\n' && c != '\t' && c != '\f' && c != 0x1b {
			odd++
		}
	}
	return odd*50 <= len(start)
}

// IsWorded reports whether a text has letters in it.
func IsWorded(text string) bool {
	return strings.ContainsFunc(text[:min(len(text), Sample)], func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' || r > 0xff })
}

// BaseName is the last part of a path, whichever way its separators lean.
func BaseName(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

// IsGUID reports whether a value is "{4dc3e181-e14b-4a21-b022-59fc669b0914}".
func IsGUID(value string) bool {
	const shape = "{00000000-0000-0000-0000-000000000000}"
	if len(value) != len(shape) {
		return false
	}
	for i := range len(shape) {
		if shape[i] == '0' && !IsHex(rune(value[i])) || shape[i] != '0' && value[i] != shape[i] {
			return false
		}
	}
	return true
}

// IsHex reports whether a character is a hexadecimal digit.
func IsHex(r rune) bool { return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'f' }

// IsLetter reports whether a character is a letter of ASCII, or any character
// beyond ASCII.
func IsLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' || r > 0x7f }

// The longest texts that are shown, in runes.
const (
	LongestName    = 200
	LongestFact    = 400
	LongestValue   = 120
	LongestExcerpt = 200
)

// Shown makes a piece of a file safe to show: cleaned, without tokens, what
// looks like a password and the users of addresses, and no longer than limit
// runes. Invisible marks go first, for a token that they cut in two is a token
// once they are gone.
func Shown(text string, limit int) string {
	return Cut(model.WithoutSecrets(redactTokens(model.Clean(text))), limit)
}

// Cut shortens text to limit runes.
func Cut(text string, limit int) string {
	if len(text) <= limit || utf8.RuneCountInString(text) <= limit {
		return text
	}
	n := 0
	for i := range text {
		if n == limit-1 {
			return strings.TrimRight(text[:i], " ") + "…"
		}
		n++
	}
	return text
}

// Moment is a time as people read it, "" for none.
func Moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04") + " UTC"
}

// Fact is a Fact of which the value may come from a file.
func Fact(key, label, value string) model.Fact {
	return model.Fact{Key: key, Label: Shown(label, LongestValue), Value: Shown(value, LongestFact)}
}

// Given leaves out the facts that have no value.
func Given(facts ...model.Fact) []model.Fact {
	kept := facts[:0]
	for _, f := range facts {
		if f.Value != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

// List makes an empty list of none, for JSON.
func List[T any](of []T) []T {
	if of == nil {
		return []T{}
	}
	return of
}

// Listed joins words: "a, b and c".
func Listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return fmt.Sprintf("%s and %s", strings.Join(words[:last], ", "), words[last])
}
