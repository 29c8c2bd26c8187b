package explain

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// SimilarIDs lists the IDs that somebody may have meant, best first: the words
// in another order, some of the words, a slip, a part of an ID, words with a
// slip, words of a title.
func SimilarIDs(id string) []string {
	asked, _ := spelled(id)
	words := strings.FieldsFunc(asked, isBetweenWords)
	joined := strings.Join(words, "")
	if joined == "" || len(asked) > model.LongestWord {
		return nil
	}
	for _, like := range []func(s explainable) bool{
		func(s explainable) bool { return sameWords(words, s.words()) },
		func(s explainable) bool { return everyWord(words, s.words(), isWord) },
		func(s explainable) bool { return model.Slips(asked, s.name) <= max(1, len(asked)/6) },
		func(s explainable) bool { return len(joined) > 1 && strings.Contains(s.joined(), joined) },
		func(s explainable) bool { return everyWord(words, s.words(), strings.HasPrefix) },
		func(s explainable) bool { return everyWord(words, s.words(), isSlip) },
		func(s explainable) bool { return everyWord(words, titleWords(s.title), strings.HasPrefix) },
		func(s explainable) bool { return model.Slips(asked, s.name) <= len(asked)/4 },
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
		if s.kind != CodeKind && !seen[s.name] && want(s) {
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
	return len(asked) > 2 && model.Slips(there, asked) <= max(1, len(asked)/4)
}
