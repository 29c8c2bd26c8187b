// Package dsreg reads what `dsregcmd /status` prints: text in, device state
// out. It runs nothing.
package dsreg

import (
	"time"

	"cmgwizard/model"
)

// A State is the device state with everything that was printed.
type State struct {
	model.DeviceFacts
	Sections []Section // in the order of the text, unknown ones too
}

// A Section is one block of the output.
type Section struct {
	Title string
	Pairs []Pair
}

// A Pair is a line of it.
type Pair struct{ Key, Value string }

// Recognise reports whether the text is output of `dsregcmd /status`.
func Recognise(text string) bool { return false }

// Parse reads the output. It keeps keys that it does not know, and fails only
// for text that holds no device state at all.
func Parse(text string) (State, error) { return State{}, nil }

// Remarks say what the state means for a CMG on a date, without a plan.
func (s State) Remarks(at time.Time) []model.Remark { return nil }
