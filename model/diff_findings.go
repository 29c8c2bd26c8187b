package model

import "cmp"

// A ChangedFinding is a rule that comes out differently for one subject: it
// came where it was no finding before, and went where it is none now.
type ChangedFinding struct {
	Mark     Mark              `json:"change"`
	Rule     string            `json:"rule"`
	Title    string            `json:"title"`
	Subject  string            `json:"subject"`
	Name     string            `json:"name"` // of the entry that it is about, "" outside lists
	Outcome  Turn[OutcomeWord] `json:"outcome"`
	Severity Turn[Severity]    `json:"severity"`
	Detail   string            `json:"detail"`
}

// A ruling is what one rule says about one subject of two plans. Where a rule
// says more than one thing about it, nth tells them apart.
type ruling struct {
	rule, subject string
	gone          bool // the subject is in the old plan alone
	nth           int
}

// findings compares how all rules come out, and tells of those that are a
// finding on one side at least.
func (m match) findings(old, new *Plan) []ChangedFinding {
	changed := []ChangedFinding{}
	before, beforeOrder := rulings(old, m.inNew)
	after, afterOrder := rulings(new, func(key string) (string, bool) { return key, true })
	for _, r := range afterOrder {
		changed = appendFinding(changed, r, before[r], after[r], new.EntryName(r.subject))
	}
	for _, r := range beforeOrder {
		if _, still := after[r]; !still {
			changed = appendFinding(changed, r, before[r], Finding{}, m.oldName(old, new, r))
		}
	}
	return changed
}

// rulings are how the rules come out, under the keys of the new plan.
func rulings(p *Plan, inNew func(string) (string, bool)) (map[ruling]Finding, []ruling) {
	found, order := map[ruling]Finding{}, []ruling{}
	for _, f := range p.Judged() {
		if f.Outcome == NotAsked {
			continue
		}
		key, kept := inNew(f.Subject)
		r := ruling{rule: f.Rule, subject: key, gone: !kept}
		for _, twice := found[r]; twice; _, twice = found[r] {
			r.nth++
		}
		found[r], order = f, append(order, r)
	}
	return found, order
}

// oldName is what people call the subject of a ruling that the new plan does
// not have.
func (m match) oldName(old, new *Plan, r ruling) string {
	if r.gone {
		return old.EntryName(r.subject)
	}
	return new.EntryName(r.subject)
}

func appendFinding(changed []ChangedFinding, r ruling, was, is Finding, name string) []ChangedFinding {
	c := ChangedFinding{
		Rule: r.rule, Title: cmp.Or(is.Title, was.Title), Subject: r.subject, Name: name,
		Outcome:  Turn[OutcomeWord]{was.outcome(), is.outcome()},
		Severity: Turn[Severity]{was.Severity, is.Severity},
		Detail:   cmp.Or(is.Detail, was.Detail),
	}
	switch {
	case !was.Matters() && !is.Matters():
		return changed
	case !was.Matters():
		c.Mark = MarkAdded
	case !is.Matters():
		c.Mark = MarkRemoved
	case !c.Outcome.Turned() && !c.Severity.Turned():
		return changed
	default:
		c.Mark = MarkChanged
	}
	return append(changed, c)
}

// outcome is that of a rule which says nothing about the subject, too.
func (f Finding) outcome() OutcomeWord {
	if f.Outcome == "" {
		return NotAsked
	}
	return f.Outcome
}
