package screen

import (
	"cmp"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
)

// Input says how a question is answered.
type Input uint8

// The inputs.
const (
	TypedInput   Input = iota // a text or a number
	ChoiceInput               // one of some words
	SeveralInput              // several of them
	TableInput                // cells in rows
)

// InputOf says how a question is answered in a plan.
func InputOf(a *model.Answers, q steps.Question) Input {
	f, field := a.Field(q.Key)
	switch {
	case q.Rows != nil:
		return TableInput
	case q.Several:
		return SeveralInput
	case q.Options != nil:
		return ChoiceInput
	case q.Put != nil, !field, f.Kind() == model.TextField, f.Kind() == model.NumberField:
		return TypedInput
	}
	return ChoiceInput
}

// types reports whether the question that is open is answered by typing.
func (c *Content) types() bool {
	q, _ := c.State.Question()
	return InputOf(&c.State.Draft, q) == TypedInput
}

// AskOf are the words of a question.
func AskOf(s machine.State, q steps.Question) string {
	if q.Ask != "" {
		return q.Ask
	}
	f, _ := s.Draft.Field(q.Key)
	return f.Ask
}

// AnswerLabel is the answer that stands, as people read it.
func AnswerLabel(a *model.Answers, q steps.Question) string {
	f, field := a.Field(q.Key)
	if q.Now == nil && field {
		return f.Label()
	}
	now := q.Answer(a)
	if q.Rows != nil {
		return tableLabel(q, now)
	}
	var labels []string
	for _, word := range strings.Split(now, ",") {
		labels = append(labels, labelOf(q.Options, strings.TrimSpace(word)))
	}
	return model.Clean(strings.Join(labels, ", "))
}

func tableLabel(q steps.Question, now string) string {
	if now == "" {
		return ""
	}
	var rows []string
	for r, row := range strings.Split(now, steps.RowBreak) {
		var cells []string
		for i, cell := range strings.Split(row, steps.CellBreak) {
			if cell != "" && r < len(q.Rows) && i < len(q.Rows[r].Cells) {
				cells = append(cells, labelOf(q.Rows[r].Cells[i].Options, cell))
			}
		}
		rows = append(rows, strings.Join(cells, " "))
	}
	return strings.Join(rows, "; ")
}

func labelOf(words []model.Word, value string) string {
	if i := slices.IndexFunc(words, func(w model.Word) bool { return w.Value == value }); i >= 0 {
		return words[i].Label
	}
	if value == model.Unsure {
		return unsureLabel
	}
	return value
}

const unsureLabel = "I do not know yet"

// unsureWord is the choice that every question offers.
func unsureWord(a *model.Answers, q steps.Question) model.Word {
	f, field := a.Field(q.Key)
	if !field {
		return model.Word{Value: model.Unsure, Label: unsureLabel}
	}
	return model.Word{Value: model.Unsure, Label: f.UnsureLabel()}
}

// ChoiceNow is the choice that Enter takes: the answer that is there, said or
// assumed, else the recommendation, else none.
func ChoiceNow(s machine.State, q steps.Question) string {
	if now := q.Answer(&s.Draft); now != "" {
		return now
	}
	return cmp.Or(q.Default, s.Recommended(q), s.AsBefore(q))
}

// TextNow is the text that a field opens with.
func TextNow(s machine.State, q steps.Question) string {
	now := q.Answer(&s.Draft)
	switch {
	case now == model.Unsure && !q.Optional:
		return ""
	case now == "":
		return model.Clean(q.Default)
	}
	return model.Clean(now)
}

// Said reports whether somebody gave the answer: it is neither proposed nor assumed.
func Said(a *model.Answers, q steps.Question) bool {
	f, field := a.Field(q.Key)
	return q.Answer(a) != "" && !(field && f.Assumed())
}

// Choices are the words of a question. The recommended one says so, and so does
// what is assumed. "I do not know yet" is the last.
func Choices(s machine.State, q steps.Question) []model.Word {
	f, field := s.Draft.Field(q.Key)
	words := slices.Clone(q.Words(f))
	plain := field && q.Put == nil && f.Given() && !f.Unsure()
	if plain && !offers(words, f.Text()) {
		words = append(words, model.Word{Value: f.Text(), Label: f.Label() + " (as it is)"})
	}
	best, before := s.Recommended(q), s.AsBefore(q)
	for i, w := range words {
		switch {
		case w.Value == best:
			words[i].Label += " (recommended)"
		case before != "" && w.Value == before:
			words[i].Label += " (as the one before)"
		case plain && f.Assumed() && w.Value == f.Text():
			words[i].Label += " (" + assumedWord(q.Key) + ")"
		}
	}
	return append(words, unsureWord(&s.Draft, q))
}

// assumedWord says why an assumed value stands: it is usual, or only assumed.
func assumedWord(key string) string {
	if row, ok := assume.RowFor(key); ok && row.Kind == assume.UsualFact {
		return "usual"
	}
	return "assumed"
}

// CellWords are the choices of a cell.
func CellWords(cell steps.Cell) []model.Word {
	words := slices.Clone(cell.Options)
	for i, w := range words {
		if w.Value == cell.Best {
			words[i].Label += " (recommended)"
		}
	}
	return append(words, model.Word{Value: model.Unsure, Label: unsureLabel})
}

func offers(words []model.Word, value string) bool {
	return slices.ContainsFunc(words, func(w model.Word) bool { return w.Value == value })
}

// CellLabel is a word of a cell as people read it.
func CellLabel(cell steps.Cell, value string) string {
	for _, w := range CellWords(cell) {
		if w.Value == value {
			return w.Label
		}
	}
	return value
}

// TeamOf is the team that can answer a question.
func TeamOf(s machine.State, q steps.Question) model.Team {
	if f, ok := s.Draft.Field(q.Key); ok {
		return f.Team
	}
	for _, t := range model.AnswerTables() {
		if t.List && strings.HasPrefix(q.Key, t.Name) {
			return t.Empty.Owner
		}
	}
	return model.ConfigMgr
}
