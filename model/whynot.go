package model

import (
	"fmt"
)

// PlannedID is the ID of the alternative that changes nothing.
const PlannedID = "planned"

// Planned is the alternative that changes nothing, if the group has it.
func (g Group) Planned() (Alternative, bool) {
	for _, a := range g.Alternatives {
		if a.ID == PlannedID {
			return a, true
		}
	}
	return Alternative{}, false
}

// WhyNot says what speaks against an alternative to what is planned, a sentence
// each. Where nothing does, it says that the choice rests on something else.
func (a Alternative) WhyNot(planned Alternative) []string {
	var said []string
	say := func(condition bool, words string) {
		if condition {
			said = append(said, words)
		}
	}
	say(a.Devices.Supported < planned.Devices.Supported, fmt.Sprintf("It serves fewer kinds of devices: %d instead of %d.", a.Devices.Supported, planned.Devices.Supported))
	say(a.usersServed() < planned.usersServed(), "Fewer kinds of devices get their deployments to users.")
	for _, o := range a.Blockers {
		say(!planned.hasBlocker(o.Rule), "In the way: "+o.words()+".")
	}
	for _, o := range a.Warnings {
		say(!planned.hasWarning(o.Rule), "Warning: "+o.words()+".")
	}
	say(a.Tasks.Open > planned.Tasks.Open, fmt.Sprintf("More is left to do: %s instead of %d.", numbered(a.Tasks.Open, "task"), planned.Tasks.Open))
	if said == nil {
		said = []string{"Nothing that the plan holds speaks against it" + a.less(planned) + ": the choice rests on what only you know."}
	}
	return said
}

// less is what the alternative would save.
func (a Alternative) less(planned Alternative) string {
	if a.Tasks.Open < planned.Tasks.Open {
		return fmt.Sprintf(", and less is left to do: %s instead of %d", numbered(a.Tasks.Open, "task"), planned.Tasks.Open)
	}
	return ""
}

func (a Alternative) usersServed() int {
	n := 0
	for _, u := range a.Users {
		if u.Served == "yes" {
			n++
		}
	}
	return n
}

func (a Alternative) hasBlocker(rule string) bool { return hasObstacle(a.Blockers, rule) }
func (a Alternative) hasWarning(rule string) bool { return hasObstacle(a.Warnings, rule) }

func hasObstacle(list []Obstacle, rule string) bool {
	for _, o := range list {
		if o.Rule == rule {
			return true
		}
	}
	return false
}

// Disagreements are the questions on which Microsoft's pages disagree and on
// which the outcome rests.
func (o Outcome) Disagreements() []Disagreement { return disagreements(Contradictions, o) }
