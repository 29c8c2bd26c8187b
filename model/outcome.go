package model

// An Outcome is how a rule comes out for one subject.
type Outcome struct {
	Subject string // the key it is about, with its place: "management_points[1].clients"
	Holds   Truth
	Detail  string   // what stands against it
	Missing []string // the keys whose answers are missing
	Doubt   string   // what is not known, "" where that says nothing more

	// What differs for this subject from what the rule says, "" for nothing.
	Severity Severity
	Fix      string
	Way      string // the key whose answer changes it, where that is not Subject
	Open     string // what somebody must say

	Settled bool // no task makes it hold: only another answer does
}

// OutcomeOf judges one thing.
func OutcomeOf(subject string, holds Truth, detail string, missing ...string) []Outcome {
	return []Outcome{{Subject: subject, Holds: holds, Detail: detail, Missing: missing}}
}

// OnlyIf judges when the rule applies, and skips it otherwise.
func OnlyIf(applies bool, judge func() []Outcome) []Outcome {
	if !applies {
		return nil
	}
	return judge()
}
