package model

// Truth is yes, no or not known: what can be said with the answers at hand. A
// missing answer matters only while it could change the result.
type Truth int8

// The truths, in an order that lets least and greatest do the logic.
const (
	IsFalse Truth = iota
	Unknown
	IsTrue
)

// A TruthWord is a Truth as programs read it.
type TruthWord string

// The words of a Truth.
const (
	TruthYes     TruthWord = "yes"
	TruthNo      TruthWord = "no"
	TruthUnknown TruthWord = "unknown"
)

// Word is the truth as JSON has it.
func (t Truth) Word() TruthWord {
	return [...]TruthWord{IsFalse: TruthNo, Unknown: TruthUnknown, IsTrue: TruthYes}[t]
}

// All is true when every truth is; one false decides.
func All(truths ...Truth) Truth {
	least := IsTrue
	for _, t := range truths {
		least = min(least, t)
	}
	return least
}

// Some is true when one truth is; only all false decide otherwise.
func Some(truths ...Truth) Truth {
	greatest := IsFalse
	for _, t := range truths {
		greatest = max(greatest, t)
	}
	return greatest
}

// TruthOf turns a plain condition into a Truth.
func TruthOf(condition bool) Truth {
	if condition {
		return IsTrue
	}
	return IsFalse
}

// Is compares an answer with the words wanted: not known while it is missing.
func Is[T ~string](answer T, wanted ...T) Truth {
	if !Known(answer) {
		return Unknown
	}
	for _, w := range wanted {
		if answer == w {
			return IsTrue
		}
	}
	return IsFalse
}
