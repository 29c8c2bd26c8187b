package model

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Counted says how many of something there are: "1 task", "1,203 tasks".
func Counted(n int, one string) string { return CountedAs(n, one, one+"s") }

// CountedAs is Counted for what has a plural of its own.
func CountedAs(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Thousands(n) + " " + many
}

// Thousands writes a number with a comma for every three digits.
func Thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Pattern is a regular expression that is compiled when it is first asked for:
// a run of the program needs few of them.
func Pattern(form string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(form) })
}

// DayOf is the day as plans keep it: "2026-11-30".
func DayOf(t time.Time) string { return t.UTC().Format(time.DateOnly) }

// AndMore is a text that stands for others too: "a (and 2 more questions)". The
// word may be "".
func AndMore(text string, others int, one string) string {
	switch {
	case others == 0:
		return text
	case one == "":
		return text + " (and " + Thousands(others) + " more)"
	}
	return text + " (and " + Counted(others, "more "+one) + ")"
}

// Capital begins a sentence. A letter beyond A to Z stays as it is.
func Capital(text string) string {
	if text == "" || text[0] < 'a' || text[0] > 'z' {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// Sentence makes a sentence of a phrase.
func Sentence(text string) string { return Capital(text) + "." }

// Shorten cuts text that is too long for a sentence.
func Shorten(text string, longest int) string {
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest-1]) + "…"
	}
	return text
}

// FirstFew bounds what a sentence lists.
func FirstFew(list []string) []string {
	const few = 3
	if len(list) <= few {
		return list
	}
	return append(slices.Clone(list[:few]), fmt.Sprintf("%d more", len(list)-few))
}

// OrList joins words: "a, b or c".
func OrList(words []string) string { return listed(words, " or ") }

// AndList joins words: "a, b and c".
func AndList(words []string) string { return listed(words, " and ") }

func listed(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + last + words[n]
}

// EachInWords puts each thing into words.
func EachInWords[T any](things []T, words func(T) string) []string {
	list := make([]string, len(things))
	for i, thing := range things {
		list[i] = words(thing)
	}
	return list
}

// OrNone is the list, or what stands for one that has nothing in it.
func OrNone(list []string, none string) []string {
	if len(list) == 0 {
		return []string{none}
	}
	return list
}
