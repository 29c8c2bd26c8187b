package logs

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// mostHexDigits is how much of a hexadecimal number an excerpt shows: eight bytes.
// A longer one may be a part of a key, and it tells nothing that a fact does not:
// thumbprints and GUIDs are facts where they are needed.
const mostHexDigits = 16

// anyHex matches numbers in a row, with what stands between bytes. What begins a
// word of other letters is none of them. A time is matched first, for the same.
var (
	anyHex = model.Pattern(stampShape + `|[0-9A-Fa-f]+(?:(?:[-:, \x{a0}\x{2010}-\x{2015}]{1,8}(?:0[xX]|\\x)?|0[xX]|\\x)[0-9A-Fa-f]+\b)*`)
	stamp  = model.Pattern(`^(?:` + stampShape + `)$`)
)

const stampShape = `\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\b`

// withoutLongHex leaves out what follows the first bytes of hexadecimal numbers.
func withoutLongHex(text string) string {
	return anyHex().ReplaceAllStringFunc(text, func(found string) string {
		if stamp().MatchString(found) {
			return found
		}
		return firstHex(found)
	})
}

// firstHex is a number in hexadecimal up to its eighth byte, with a mark where
// more follows.
func firstHex(number string) string {
	digits := 0
	for i, r := range number {
		isPrefix := r == '0' && strings.HasPrefix(strings.ToLower(number[i+1:min(len(number), i+2)]), "x")
		if !reading.IsHex(r) || isPrefix {
			continue
		}
		if digits++; digits > mostHexDigits {
			return strings.TrimRight(number[:i], " :,-") + "…"
		}
	}
	return number
}
