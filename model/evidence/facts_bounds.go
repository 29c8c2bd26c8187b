package evidence

import (
	"cmp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"cmgwizard/model"
)

// factList cleans and bounds a list. It is one of any values, as a plan file
// gives lists back.
func factList(key string, texts []string) []any {
	var list []any
	most := cmp.Or(longLists[key], maxFactList)
	for _, text := range texts {
		if text = factText(text); text != "" && len(list) < most {
			list = append(list, text)
		}
	}
	return list
}

// factText cleans and bounds a text. A plan with a token in it could not be read again.
func factText(text string) string {
	if len(text) > longestLook {
		text = strings.ToValidUTF8(text[:longestLook], "")
	}
	text = model.Clean(text)
	switch {
	case model.HoldsToken(text):
		return "…"
	case len(text) <= maxFactText:
		return text
	}
	if runes := []rune(text); len(runes) > maxFactText {
		return strings.TrimSpace(string(runes[:maxFactText]))
	}
	return text
}

// longestLook is how much of a text, in bytes, is cleaned at all.
const longestLook = 8 * maxFactText

func isFactNumber(n int64) bool { return n >= 0 && n <= maxFactNumber }

// isFactTime leaves out the years that a plan file cannot hold.
func isFactTime(at time.Time) bool {
	return !at.IsZero() && at.UTC().Year() >= 1 && at.UTC().Year() <= 9999
}

// factsSize is about how many bytes the facts take in a plan file.
func factsSize(facts map[string]any) int {
	size := 0
	for key, fact := range facts {
		size += len(key) + factSize(fact)
	}
	return size
}

// quotedSize counts a text with the escapes that it takes: for quotes, and for
// blanks of other scripts.
func quotedSize(text string) int {
	size := len(text)
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			size++
		case r != ' ' && unicode.Is(unicode.Z, r):
			size += len(`\u00A0`) - utf8.RuneLen(r)
		}
	}
	return size
}

// factSize counts what stands around a fact as well. Facts of other shapes are
// not written by this program.
func factSize(fact any) int {
	const around = 40
	switch v := fact.(type) {
	case string:
		return around + quotedSize(v)
	case []any:
		size := around
		for _, item := range v {
			size += factSize(item)
		}
		return size
	case map[string]any:
		return around + factsSize(v)
	}
	return around
}
