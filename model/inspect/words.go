package inspect

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"cmgwizard/model"
)

// The longest texts that are shown, in runes.
const (
	longestName    = 200
	longestFact    = 400
	longestValue   = 120
	longestExcerpt = 200
)

// shown makes a piece of a file safe to show: cleaned, without tokens and what
// looks like a password, and no longer than limit runes. Invisible marks go
// first, for a token that they cut in two is a token once they are gone.
func shown(text string, limit int) string {
	return cut(maskSecrets(redactTokens(model.Clean(text))), limit)
}

// named matches a value that its name says to be secret.
var named = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(password|passwd|passphrase|pwd|secret|client_secret|clientsecret|sig|access_token|refresh_token|accountkey|sharedaccesskey)(["']?\s{0,3}[=:]\s{0,3})("[^"]*"|'[^']*'|[^\s"'&;,]+)|\b(bearer|basic)(\s{1,3})([A-Za-z0-9._~+/=-]{16,})`)
})

// maskSecrets takes the values out of "password=…" and the like.
func maskSecrets(text string) string {
	return named().ReplaceAllString(text, "$1$2$4$5…")
}

// cut shortens text to limit runes.
func cut(text string, limit int) string {
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

// count says how many of something there are: "1 certificate", "1,203 lines".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

func thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// moment is a time as people read it, "" for none.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04") + " UTC"
}

func day(t time.Time) string { return t.UTC().Format(time.DateOnly) }

// fact is a Fact of which the value may come from a file.
func fact(key, label, value string) model.Fact {
	return model.Fact{Key: key, Label: shown(label, longestValue), Value: shown(value, longestFact)}
}

// given leaves out the facts that have no value.
func given(facts ...model.Fact) []model.Fact {
	kept := facts[:0]
	for _, f := range facts {
		if f.Value != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

// list makes an empty list of none, for JSON.
func list[T any](of []T) []T {
	if of == nil {
		return []T{}
	}
	return of
}

// listed joins words: "a, b and c".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return fmt.Sprintf("%s and %s", strings.Join(words[:last], ", "), words[last])
}
