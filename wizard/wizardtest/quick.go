package wizardtest

import (
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// A QuickReply is the answer to a question of the quick round: its text as the
// machine takes it, and how it is given.
type QuickReply struct {
	Key, Text string
	state     machine.State
	question  steps.Question
}

// QuickReplyTo answers the open question as a plan does.
func QuickReplyTo(s machine.State, want *model.Plan) QuickReply {
	q, _ := s.Question()
	return QuickReply{q.Key, q.Answer(&want.Answers), s, q}
}

// Rows are how many answers it holds: a table has one in each row.
func (r QuickReply) Rows() int { return max(len(r.question.Rows), 1) }

// Keys are what is pressed on the screen.
func (r QuickReply) Keys() []string {
	switch screen.InputOf(&r.state.Draft, r.question) {
	case screen.ChoiceInput:
		return r.numbers()
	case screen.SeveralInput:
		return append(r.numbers(), "enter")
	case screen.TableInput:
		return r.tableKeys()
	}
	there := screen.TextNow(r.state, r.question)
	if there == r.Text {
		return []string{"enter"}
	}
	return append(Often("backspace", len(there)), r.Text, "enter")
}

// numbers are those of the words that are chosen.
func (r QuickReply) numbers() []string {
	var numbers []string
	for i, w := range screen.Choices(r.state, r.question) {
		if slices.Contains(strings.Split(r.Text, ","), w.Value) {
			numbers = append(numbers, strconv.Itoa(i+1))
		}
	}
	return numbers
}

// tableKeys fill in row by row: the number, and the choice by the arrow.
func (r QuickReply) tableKeys() []string {
	var keys []string
	for i, row := range strings.Split(r.Text, steps.RowBreak) {
		for j, text := range strings.Split(row, steps.CellBreak) {
			cell := r.question.Rows[i].Cells[j]
			if cell.Options == nil {
				keys = append(append(keys, Often("backspace", len(cell.Now))...), text)
				continue
			}
			keys = append(keys, Often("right", turns(cell, text))...)
		}
		keys = append(keys, "enter")
	}
	return keys
}

// turns are how often a cell is turned until it shows a word.
func turns(cell steps.Cell, word string) int {
	words := screen.CellWords(cell)
	place := func(value string) int {
		return slices.IndexFunc(words, func(w model.Word) bool { return w.Value == value })
	}
	from := place(firstOf(cell.Now, cell.Best, "none"))
	return (place(word) - from + len(words)) % len(words)
}

// Lines are what is typed in the line mode.
func (r QuickReply) Lines() []string {
	switch screen.InputOf(&r.state.Draft, r.question) {
	case screen.ChoiceInput, screen.SeveralInput:
		return []string{strings.Join(r.numbers(), ", ")}
	case screen.TableInput:
		return r.cellLines()
	}
	return []string{r.Text}
}

func (r QuickReply) cellLines() []string {
	var lines []string
	for i, row := range strings.Split(r.Text, steps.RowBreak) {
		for j, text := range strings.Split(row, steps.CellBreak) {
			cell := r.question.Rows[i].Cells[j]
			if k := slices.IndexFunc(screen.CellWords(cell), func(w model.Word) bool { return w.Value == text }); cell.Options != nil {
				text = strconv.Itoa(k + 1)
			}
			lines = append(lines, text)
		}
	}
	return lines
}
