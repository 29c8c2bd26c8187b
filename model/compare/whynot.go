package compare

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// Planned is the alternative that changes nothing, if the group has it.
func (g Group) Planned() (Alternative, bool) {
	for _, a := range g.Alternatives {
		if a.ID == judge.PlannedID {
			return a, true
		}
	}
	return Alternative{}, false
}

// Best has the best figure of every alternative of the group, and no obstacle
// but those that stand in the way of all: what each is measured against while
// nothing is chosen.
func (g Group) Best() Alternative {
	if len(g.Alternatives) == 0 {
		return Alternative{}
	}
	best := g.Alternatives[0]
	for _, a := range g.Alternatives[1:] {
		best.Devices.Supported = max(best.Devices.Supported, a.Devices.Supported)
		best.Tasks.Open = min(best.Tasks.Open, a.Tasks.Open)
		if a.usersServed() > best.usersServed() {
			best.Users = a.Users
		}
		best.Blockers, best.Warnings = inBoth(best.Blockers, a.Blockers), inBoth(best.Warnings, a.Warnings)
	}
	return best
}

func inBoth(list, other []Obstacle) []Obstacle {
	return slices.DeleteFunc(slices.Clone(list), func(o Obstacle) bool { return !hasObstacle(other, o) })
}

// WhyNot says what speaks against an alternative to what is planned, a sentence
// each. Where nothing does, it says that the reason is not in the plan.
func (a Alternative) WhyNot(planned Alternative) []string {
	if said := a.Against(planned); len(said) > 0 {
		return said
	}
	if len(a.Blockers) > 0 {
		return []string{"What is in the way of the plan is in its way too: " + a.Blockers[0].words() + a.moreBlockers() + "."}
	}
	return []string{"No rule speaks against it" + a.less(planned) + ". Why it was not chosen is not in the plan: write it down before you sign."}
}

// moreBlockers counts those after the first.
func (a Alternative) moreBlockers() string {
	if n := len(a.Blockers) - 1; n > 0 {
		return ", and " + model.Counted(n, "more rule")
	}
	return ""
}

// Against says what an alternative does worse than another, a sentence each;
// none where it does nothing worse.
func (a Alternative) Against(other Alternative) []string {
	var said []string
	say := func(condition bool, words string) {
		if condition {
			said = append(said, words)
		}
	}
	say(a.Devices.Supported < other.Devices.Supported, fmt.Sprintf("It serves fewer kinds of devices: %d instead of %d.", a.Devices.Supported, other.Devices.Supported))
	say(a.usersServed() < other.usersServed(), "Fewer kinds of devices get their deployments to users.")
	for _, o := range a.Blockers {
		say(!hasObstacle(other.Blockers, o), o.against("Blocker"))
	}
	for _, o := range a.Warnings {
		say(!hasObstacle(other.Warnings, o), o.against("Warning"))
	}
	say(a.Tasks.Open > other.Tasks.Open, fmt.Sprintf("More is left to do: %s instead of %d.", model.Counted(a.Tasks.Open, "task"), other.Tasks.Open))
	return said
}

// against is the obstacle as a sentence of its own.
func (o Obstacle) against(severity string) string {
	if o.Outcome == rules.Unclear {
		severity = "Open question"
	}
	return severity + ": " + o.words() + "."
}

// words are the problem of the first subject, with the names of the others.
func (o Obstacle) words() string {
	if len(o.About) < 2 {
		return o.Problem
	}
	return o.Problem + " (also: " + strings.Join(model.FirstFew(o.About[1:]), ", ") + ")"
}

// less is what the alternative would save.
func (a Alternative) less(planned Alternative) string {
	if a.Tasks.Open < planned.Tasks.Open {
		return fmt.Sprintf(", and less would be left to do: %s instead of %d", model.Counted(a.Tasks.Open, "task"), planned.Tasks.Open)
	}
	return ""
}

func (a Alternative) usersServed() int {
	n := 0
	for _, u := range a.Users {
		if u.Served == model.TruthYes {
			n++
		}
	}
	return n
}

// hasObstacle reports whether a list has the rule of the obstacle with the same
// outcome.
func hasObstacle(list []Obstacle, o Obstacle) bool {
	return slices.ContainsFunc(list, func(other Obstacle) bool { return other.Rule == o.Rule && other.Outcome == o.Outcome })
}

// Disagreements are the questions on which Microsoft's pages disagree and on
// which the outcome rests.
func Disagreements(o judge.Judgement) []model.Disagreement {
	return disagreements(rules.Contradictions, o)
}

// Obstacles are the rules of a severity that came out so, each with everything
// that it is about.
func Obstacles(c judge.Checklist, s model.Severity, word rules.OutcomeWord) []string {
	return model.EachInWords(obstacles(&c.Plan, c.Outcome, s, word), Obstacle.words)
}
