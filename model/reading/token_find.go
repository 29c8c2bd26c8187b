package reading

import "strings"

// mostTokens is how many tokens of one text are looked at.
const mostTokens = 64

// FindTokens finds tokens anywhere in a text: three parts of Base64 for
// addresses, of which the first is a header that names its algorithm. A console
// or a mail may have broken them into lines.
func FindTokens(text string) []string {
	var tokens []string
	for _, s := range tokenSpans(text) {
		tokens = append(tokens, s.token)
	}
	return tokens
}

// A tokenSpan is a token with its place in the text.
type tokenSpan struct {
	start, end int
	token      string // without line breaks
}

func tokenSpans(text string) []tokenSpan {
	var spans []tokenSpan
	if !strings.Contains(text, "ey") && !strings.Contains(text, "ew") {
		return nil
	}
	for start, end := nextRun(text, 0); start < end && len(spans) < mostTokens; start, end = nextRun(text, end) {
		spans = append(spans, spansOfRun(text, start, end)...)
	}
	return spans[:min(len(spans), mostTokens)]
}

// without is the text without the tokens.
func without(text string, spans []tokenSpan) string {
	var rest strings.Builder
	at := 0
	for _, s := range spans {
		rest.WriteString(text[at:s.start])
		at = s.end
	}
	rest.WriteString(text[at:])
	return rest.String()
}

// nextRun finds the next run of characters that a token may have, over ends of
// lines where the next line goes on with such a character.
func nextRun(text string, from int) (start, end int) {
	for start = from; start < len(text) && !isPartByte(text[start]); start++ {
	}
	for end = start; end < len(text); {
		if isTokenByte(text[end]) {
			end++
			continue
		}
		next := lineAfter(text, end)
		if next == len(text) || !isTokenByte(text[next]) {
			break
		}
		end = next
	}
	return start, end
}

func isPartByte(b byte) bool {
	return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-' || b == '_'
}

func isTokenByte(b byte) bool { return isPartByte(b) || b == '.' || b == '=' }

// lineAfter is where the next line begins, behind blanks, if the line ends here
// and none stands between. Elsewhere it is the end of the text.
func lineAfter(text string, at int) int {
	feeds, returns := 0, 0
	for ; at < len(text); at++ {
		switch text[at] {
		case '\n':
			feeds++
		case '\r':
			returns++
		case ' ', '\t':
		default:
			if feeds == 1 || feeds == 0 && returns == 1 {
				return at
			}
			return len(text)
		}
	}
	return at
}

// spansOfRun finds the tokens in a run.
func spansOfRun(text string, start, end int) []tokenSpan {
	var spans []tokenSpan
	for dot := dotAfter(text, start, end); dot < end && len(spans) < mostTokens; dot = dotAfter(text, start, end) {
		s, ok := spanAround(text, start, dot, end)
		if ok {
			spans, start = append(spans, s), s.end
		} else {
			start = dot + 1
		}
	}
	return spans
}

// dotAfter is the place of the next dot, or the end.
func dotAfter(text string, from, end int) int {
	if from >= end {
		return end
	}
	if at := strings.IndexByte(text[from:end], '.'); at >= 0 {
		return from + at
	}
	return end
}

// spanAround is the token of which the first dot is given. It ends where the
// third part does: at a dot, at the next token, or with the run.
func spanAround(text string, from, dot, end int) (tokenSpan, bool) {
	head := headerBefore(text, from, dot)
	if head < 0 {
		return tokenSpan{}, false
	}
	end = min(end, head+longestToken)
	second := dotAfter(text, dot+1, end)
	if second == end {
		return tokenSpan{}, false
	}
	last := dotAfter(text, second+1, end)
	if last < end {
		if next := headerBefore(text, second+1, last); next >= 0 {
			last = next
		}
	}
	token := compact(text[head:last])
	return tokenSpan{head, last, token}, !strings.Contains(token, "..")
}

// lineBreaking is what a token has only where it was broken into lines.
const lineBreaking = " \t\r\n"

func compact(text string) string {
	if !strings.ContainsAny(text, lineBreaking) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(lineBreaking, r) {
			return -1
		}
		return r
	}, text)
}

// The bounds of the search for a header.
const (
	longestHeader = 4096
	mostHeaders   = 8 // tries for one dot
)

// headerBefore finds where the header begins that ends at the dot, -1 for none.
// Other characters may stand before it without a gap.
func headerBefore(text string, from, dot int) int {
	tries := 0
	for at := dot - 2; at >= max(from, dot-longestHeader) && tries < mostHeaders; at-- {
		if text[at] != 'e' || !mayOpen(text, from, at) {
			continue
		}
		tries++
		if isHeader(compact(text[at:dot])) {
			return at
		}
	}
	return -1
}

// mayOpen reports whether an object may begin here: `{"` is eyJ, `{ ` and an end
// of line after the bracket are less sure, and count where a word begins.
func mayOpen(text string, from, at int) bool {
	if strings.HasPrefix(text[at:], "eyJ") {
		return true
	}
	opens := strings.HasPrefix(text[at:], "ey") || strings.HasPrefix(text[at:], "ew")
	return opens && (at == from || !isPartByte(text[at-1]))
}

func isHeader(part string) bool {
	header, ok := claimsOf(part)
	return ok && header.text("alg") != ""
}
