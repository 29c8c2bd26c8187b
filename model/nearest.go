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

// slipsIn is in how many letters a word may differ from one that was meant.
func slipsIn(word string) int {
	if len(word) < 4 {
		return 1
	}
	return min(max(2, len(word)/4), 4)
}

// LongestWord is the longest text, in bytes, that is compared with others: no
// ID, key or flag comes near it.
const LongestWord = 100

// Slips counts the letters to add, drop, replace or swap with their neighbor to
// get from one word to the other.
func Slips(a, b string) int {
	above, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range len(b) {
			next[j+1] = min(row[j]+differ(a[i], b[j]), next[j]+1, row[j+1]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], above[j-1]+1)
			}
		}
		above, row = row, next
	}
	return row[len(b)]
}

func differ(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}
