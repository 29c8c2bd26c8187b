//go:build !windows

package terminal

import (
	"fmt"
	"strconv"
)

// A stroke is a turn as it was typed: the screen to wait for, and the keys.
type stroke struct {
	turn
	keys string
}

// answer plays turns, each once the screen asks for it, and notes the keys.
func (s *session) answer(turns []turn) []stroke {
	s.t.Helper()
	var strokes []stroke
	for _, t := range turns {
		s.await(t)
		k := stroke{t, s.keys(t)}
		s.send(k.keys)
		strokes = append(strokes, k)
	}
	return strokes
}

// await waits until it is the turn's turn.
func (s *session) await(t turn) {
	s.t.Helper()
	if t.how == added || t.how == passed {
		s.see(t.ask)
		return
	}
	s.ask(t.ask)
}

// keys are what the administrator presses for a turn.
func (s *session) keys(t turn) string {
	s.t.Helper()
	switch t.how {
	case typed:
		return t.say + "\r"
	case added:
		return "a"
	case passed:
		return "\r"
	}
	return s.number(t)
}

// number waits for a choice and gives its number.
func (s *session) number(t turn) string {
	s.t.Helper()
	words := t.choiceOf()
	s.until(fmt.Sprintf("the choice %d, %q, of %q", t.number, t.say, t.ask), func() bool { return words.MatchString(s.text()) })
	return strconv.Itoa(t.number)
}

// joined are the keys of many turns in a row.
func joined(strokes []stroke) string {
	keys := ""
	for _, k := range strokes {
		keys += k.keys
	}
	return keys
}
