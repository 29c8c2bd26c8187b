package screen

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/steps"
)

// Typed reports whether an answer is typed: all others are chosen.
func Typed(f model.Field) bool { return f.Kind() == model.TextField || f.Kind() == model.NumberField }

// types reports whether the question that is open is answered by typing.
func (c *Content) types() bool {
	q, _ := c.State.Question()
	f, asked := c.State.Draft.Field(q.Key)
	return !asked || Typed(f)
}

// unsureWord is the choice that every question offers.
func unsureWord(f model.Field) model.Word {
	return model.Word{Value: model.Unsure, Label: f.UnsureLabel()}
}

// ChoiceNow is the choice that Enter takes: the answer there is, else the
// recommendation, else "I do not know yet".
func ChoiceNow(f model.Field, q steps.Question) string {
	for _, text := range []string{f.Text(), q.Best} {
		if text != "" {
			return text
		}
	}
	return model.Unsure
}

// TextNow is the text that a field opens with. An empty line is already "I do
// not know yet", but for an optional answer, which it would take back.
func TextNow(f model.Field, q steps.Question) string {
	if f.Unsure() && !q.Optional {
		return ""
	}
	return model.Clean(f.Text())
}

// Choices are the words of a question with the recommended one marked.
func Choices(f model.Field, q steps.Question) []model.Word {
	words := append([]model.Word(nil), q.Words(f)...)
	if now := f.Text(); f.Given() && !f.Unsure() && !offers(words, now) {
		words = append(words, model.Word{Value: now, Label: f.Label() + " (as it is)"})
	}
	for i, w := range words {
		if w.Value == q.Best {
			words[i].Label += " (recommended)"
		}
	}
	return append(words, unsureWord(f))
}

func offers(words []model.Word, value string) bool {
	return slices.ContainsFunc(words, func(w model.Word) bool { return w.Value == value })
}
