package model

import (
	"slices"
	"strings"
)

// SimilarIDs lists the IDs that somebody may have meant, best first: the words
// in another order, a part of an ID, a word with a slip, words of a title.
func SimilarIDs(id string) []string {
	asked, _ := spelled(id)
	if asked == "" {
		return nil
	}
	words := strings.FieldsFunc(asked, isBetweenWords)
	for _, like := range []func(s explainable) bool{
		func(s explainable) bool { return sameWords(words, s.words()) },
		func(s explainable) bool { return slip(asked, s.name) <= max(1, len(asked)/6) },
		func(s explainable) bool { return strings.Contains(s.name, asked) },
		func(s explainable) bool { return everyWord(words, s.words(), strings.HasPrefix) },
		func(s explainable) bool { return everyWord(words, s.words(), isSlip) },
		func(s explainable) bool { return everyWord(words, titleWords(s.title), strings.HasPrefix) },
	} {
		if ids := idsThat(like); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

func isBetweenWords(r rune) bool { return r == '-' || r == '.' }

func (s explainable) words() []string { return strings.FieldsFunc(s.name, isBetweenWords) }

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

func isSlip(there, asked string) bool {
	return len(asked) > 3 && slip(there, asked) <= max(1, len(asked)/4)
}

// slip counts in how many letters two words differ.
func slip(a, b string) int {
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
