package cli

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"github.com/spf13/cobra"
)

// wordIn finds a word of a vocabulary as it is typed, by its value or its label.
func wordIn[T ~string](terms model.Terms[T], what, text string) (T, error) {
	for _, t := range terms {
		if strings.EqualFold(text, string(t.Value)) || strings.EqualFold(text, t.Label) {
			return t.Value, nil
		}
	}
	known := strings.Join(wordsOf(terms), ", ")
	if near := model.Nearest(text, wordsOf(terms)); near != "" {
		return "", fmt.Errorf("there is no %s %q; did you mean %s? There are %s", what, model.Clean(text), near, known)
	}
	return "", fmt.Errorf("there is no %s %q; there are %s", what, model.Clean(text), known)
}

// wordsOf are the values of a vocabulary.
func wordsOf[T ~string](terms model.Terms[T]) []string {
	var words []string
	for _, w := range terms.Words() {
		words = append(words, w.Value)
	}
	return words
}

// completeWords completes a flag whose value is a word of a vocabulary.
func completeWords[T ~string](terms model.Terms[T]) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var words []string
		for _, w := range terms.Words() {
			words = append(words, cobra.CompletionWithDesc(w.Value, w.Label))
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}
