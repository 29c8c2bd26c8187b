package reading

import (
	"strings"

	"cmgwizard/model"
)

// tokenGone stands where a token stood.
const tokenGone = "(token removed)"

// redactTokens takes everything out of a text that looks like a token or a part
// of one, and whatever is given as /regtoken. It takes too much rather than too
// little.
func redactTokens(text string) string {
	return withoutGiven(withoutShaped(text))
}

// givenToken matches /regtoken with its value.
var givenToken = model.Pattern(`(?i)(regtoken["']?[ \t]*[:=])("[^"\r\n]*"?|'[^'\r\n]*'?|[^\s"']+|[ \t]+["']?[A-Za-z0-9._=-]{16,}["']?)`)

func withoutGiven(text string) string {
	if !strings.Contains(strings.ToLower(text), "regtoken") {
		return text
	}
	return givenToken().ReplaceAllStringFunc(text, func(found string) string {
		parts := givenToken().FindStringSubmatch(found)
		if strings.HasPrefix(tokenGone, strings.Trim(parts[2], `"'`)) {
			return found
		}
		return parts[1] + tokenGone
	})
}

// withoutShaped removes runs that have the beginning of a token, up to their
// end and over the pieces that follow.
func withoutShaped(text string) string {
	if !strings.Contains(text, "ey") && !strings.Contains(text, "ew") {
		return text
	}
	var rest strings.Builder
	at := 0
	for start, end := nextRun(text, 0); start < end; start, end = nextRun(text, end) {
		secret := secretFrom(text, start, end)
		if secret < 0 {
			continue
		}
		end = overPieces(text, end)
		rest.WriteString(text[at:secret])
		rest.WriteString(tokenGone)
		at = end
	}
	rest.WriteString(text[at:])
	return rest.String()
}

// secretFrom finds where in a run a token begins, -1 for none: with a header,
// or with any JSON in Base64.
func secretFrom(text string, start, end int) int {
	first := -1
	if s := spansOfRun(text, start, end); len(s) > 0 {
		first = s[0].start
	}
	if at := strings.Index(text[start:end], "eyJ"); at >= 0 && end-start-at >= shortestShare && (first < 0 || start+at < first) {
		first = start + at
	}
	return first
}

// overPieces is the end of the pieces behind a token that a cleaned text has
// where the token was broken into lines.
func overPieces(text string, end int) int {
	for {
		start := end
		for start < len(text) && strings.IndexByte(lineBreaking, text[start]) >= 0 {
			start++
		}
		pieceStart, pieceEnd := nextRun(text, start)
		if pieceStart != start || !isRandom(text[pieceStart:pieceEnd]) {
			return end
		}
		end = pieceEnd
	}
}

// isRandom reports whether a word is a piece of a token rather than a name.
func isRandom(word string) bool {
	return len(word) >= shortestShare && strings.ContainsAny(word, "0123456789") &&
		strings.ToLower(word) != word && strings.ToUpper(word) != word
}
