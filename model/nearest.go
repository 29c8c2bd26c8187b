package model

import "strings"

// Nearest is the one of the words that somebody may have meant: the one with
// the fewest slips, else one that goes on; "" when none is similar.
func Nearest(word string, words []string) string {
	if word == "" || len(word) > LongestWord {
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

// LongestWord is the longest text, in bytes, that is compared with others: no
// ID, key or flag comes near it.
const LongestWord = 100

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
