package model

import (
	"slices"
	"strings"
)

// SimilarIDs lists the IDs that somebody may have meant, best first: the words
// in another order, some of the words, a slip, a part of an ID, words with a
// slip, words of a title.
func SimilarIDs(id string) []string {
	asked, _ := spelled(id)
	words := strings.FieldsFunc(asked, isBetweenWords)
	joined := strings.Join(words, "")
	if joined == "" || len(asked) > longestWord {
		return nil
	}
	for _, like := range []func(s explainable) bool{
		func(s explainable) bool { return sameWords(words, s.words()) },
		func(s explainable) bool { return everyWord(words, s.words(), isWord) },
		func(s explainable) bool { return Slips(asked, s.name) <= max(1, len(asked)/6) },
		func(s explainable) bool { return len(joined) > 1 && strings.Contains(s.joined(), joined) },
		func(s explainable) bool { return everyWord(words, s.words(), strings.HasPrefix) },
		func(s explainable) bool { return everyWord(words, s.words(), isSlip) },
		func(s explainable) bool { return everyWord(words, titleWords(s.title), strings.HasPrefix) },
		func(s explainable) bool { return Slips(asked, s.name) <= len(asked)/4 },
	} {
		if ids := idsThat(like); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

func isBetweenWords(r rune) bool { return r == '-' || r == '.' }

func (s explainable) words() []string { return strings.FieldsFunc(s.name, isBetweenWords) }

// joined is the ID without what stands between its words.
func (s explainable) joined() string { return strings.Join(s.words(), "") }

func titleWords(title string) []string { return strings.Fields(strings.ToLower(title)) }

// idsThat lists the IDs of what is wanted, each once.
func idsThat(want func(explainable) bool) []string {
	var ids []string
	seen := map[string]bool{}
	for _, s := range explainables() {
		if !seen[s.name] && want(s) {
			ids, seen[s.name] = append(ids, s.id), true
		}
	}
	return ids
}

func sameWords(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// everyWord reports whether each word asked for is like one that is there.
func everyWord(asked, there []string, like func(there, asked string) bool) bool {
	return len(asked) > 0 && !slices.ContainsFunc(asked, func(a string) bool {
		return !slices.ContainsFunc(there, func(t string) bool { return like(t, a) })
	})
}

func isWord(there, asked string) bool { return there == asked }

func isSlip(there, asked string) bool {
	return len(asked) > 2 && Slips(there, asked) <= max(1, len(asked)/4)
}

// Nearest is the one of the words that somebody may have meant: the one with
// the fewest slips, else one that goes on; "" when none is similar.
func Nearest(word string, words []string) string {
	if word == "" || len(word) > longestWord {
		return ""
	}
	asked := strings.ToLower(word)
	best, least := "", slipsIn(asked)+1
	for _, w := range words {
		if n := Slips(asked, strings.ToLower(w)); n < least {
			best, least = w, n
		}
	}
	for _, w := range words {
		if best == "" && strings.HasPrefix(strings.ToLower(w), asked) {
			best = w
		}
	}
	return best
}

// slipsIn is in how many letters a word may differ from one that was meant: two
// letters in each other's place are two.
func slipsIn(word string) int {
	if len(word) < 4 {
		return 1
	}
	return min(max(2, len(word)/4), 4)
}

// longestWord is the longest text, in bytes, that is compared with others: no
// ID, key or flag comes near it.
const longestWord = 100

// Slips counts the letters to add, drop or replace to get from one word to the
// other.
func Slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := corner
			if a[i] != b[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, corner+1)
		}
	}
	return row[len(b)]
}
