package explain

import (
	"strings"
	"sync"
	"unicode"

	"cmgwizard/model"
)

// Mended is the words of a search with the nearest word of the texts in place of
// each that stands nowhere; "" where all of them stand somewhere, or nothing is
// near.
func Mended(words string) string {
	all, mended := wordsIn(strings.ToLower(model.Clean(words))), false
	for i, word := range all {
		if len(word) < 4 || len(word) > model.LongestWord || hasDigit(word) || strings.Contains(everythingSaid(), word) || meant[word] != "" {
			continue
		}
		near := nearestSaid(word)
		if near == "" {
			continue
		}
		all[i], mended = near, true
	}
	if !mended {
		return ""
	}
	return strings.Join(all, " ")
}

func hasDigit(word string) bool { return strings.ContainsFunc(word, unicode.IsDigit) }

// nearestSaid is the word of the texts with the fewest slips, of several that
// which stands there most often.
func nearestSaid(word string) string {
	best, least, often := "", max(1, len(word)/4)+1, 0
	for said, n := range wordsSaid() {
		if len(said)-len(word) > least || len(word)-len(said) > least {
			continue
		}
		slips := model.Slips(word, said)
		if slips < least || slips == least && best != "" && (n > often || n == often && said < best) {
			best, least, often = said, slips, n
		}
	}
	return best
}

// everythingSaid is every name, title and text of what can be explained.
var everythingSaid = sync.OnceValue(func() string {
	var all strings.Builder
	for i, s := range explainables() {
		all.WriteString(s.name + "\n" + strings.Join(s.also, "\n") + "\n" + strings.ToLower(s.title+"\n"+s.names) + "\n" + saidTexts()[i])
	}
	return all.String()
})

// wordsSaid counts the words in it, without numbers.
var wordsSaid = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for _, word := range split(everythingSaid()) {
		if len(word) > 3 && !hasDigit(word) {
			all[word]++
		}
	}
	return all
})
