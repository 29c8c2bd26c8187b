package inspect

import (
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/logs"
	"cmgwizard/model/reading"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

// weigh lets what else was seen and the plan decide between the causes of what
// stands in logs: what they speak for comes first, what they speak against last.
// A plan may be wrong, so nothing that it speaks against is left out.
func (in *inspection) weigh() {
	seen := in.everythingSeen()
	for _, f := range in.found {
		for i := range f.Remarks {
			pattern, known := logs.PatternNamed(f.Remarks[i].ID)
			if !known {
				continue
			}
			since := beginOf(f, pattern.ID)
			causes, weights := f.Remarks[i].Causes, map[string]int{}
			for n := range causes {
				weights[causes[n].Text] = in.weight(&causes[n], pattern.Causes[causes[n].Place], seen, since)
			}
			slices.SortStableFunc(causes, func(a, b model.Cause) int { return weights[a.Text] - weights[b.Text] })
		}
	}
}

// What moves a cause. What the lines say counts more than what a plan says.
const (
	byLines   = -4
	byPlan    = -2
	against   = 2
	ruledOut  = 100
	fromOther = -3
)

// weight is how likely a cause is: less is likelier.
func (in *inspection) weight(told *model.Cause, c logs.Cause, seen map[string]time.Time, since time.Time) int {
	sum := 0
	switch by, out := firstSeen(c.By, seen, time.Time{}), firstSeen(c.Ended, seen, since); {
	case told.RuledOut:
		return ruledOut
	case out != "" && told.Lines == "":
		told.RuledOut, told.Lines = true, "“"+titleOf(out)+"” was seen since"
		return ruledOut
	case told.Lines != "":
		sum += byLines
	case by != "":
		told.Lines = "“" + titleOf(by) + "” was seen as well"
		sum += fromOther
	}
	if in.Plan == nil {
		return sum
	}
	words, weight := in.saysOf(*told, c)
	told.Plan = words
	return sum + weight
}

// saysOf is what the plan says of a cause: by what the cause asks of it, or by the
// rule that the cause breaks.
func (in *inspection) saysOf(told model.Cause, c logs.Cause) (words string, weight int) {
	if c.Fits != nil {
		switch fit := c.Fits(in.Plan); {
		case fit.For:
			return "This points to it: " + fit.Words + ".", byPlan
		case fit.Against:
			return "It speaks against this: " + fit.Words + ".", against
		}
	}
	rule := rules.Find(told.Rule)
	if rule.ID == "" || rule.Judge == nil {
		return "", 0
	}
	findings := rule.Findings(in.Plan, rule.Judge(in.Plan))
	has := func(outcomes ...rules.OutcomeWord) bool {
		return slices.ContainsFunc(findings, func(f rules.Finding) bool { return slices.Contains(outcomes, f.Outcome) })
	}
	switch {
	case has(rules.Broken):
		return "This points to it: " + rule.Problem + ".", byPlan
	case has(rules.Holds) && !has(rules.Unclear, rules.Planned) && !in.intended(told.Task):
		return "It speaks against this: " + rule.Title + ".", against
	}
	return "", 0
}

// intended reports whether what the plan says is brought about by a task that is still to be
// done: until then it is no more than an intention.
func (in *inspection) intended(id string) bool {
	all := tasks.All()
	place, known := all.Place[id]
	if !known {
		return false
	}
	t := all.Tasks[place].Task
	done, _ := judge.ProgressOf(in.Plan, t)
	return (t.When == nil || t.When(in.Plan)) && done.State.Pending()
}

// everythingSeen are the IDs of all remarks and signs of the files, with when each
// was seen last, as far as that is known.
func (in *inspection) everythingSeen() map[string]time.Time {
	seen := map[string]time.Time{}
	for _, f := range in.found {
		for _, r := range f.Remarks {
			seen[r.ID] = latest(seen[r.ID], time.Time{})
		}
		if f.Log == nil {
			continue
		}
		for _, s := range f.Log.Signs {
			seen[s.ID] = latest(seen[s.ID], s.Last)
		}
	}
	return seen
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// beginOf is when a failure of a log began after its stage last worked.
func beginOf(f *reading.Found, id string) time.Time {
	if f.Log == nil {
		return time.Time{}
	}
	for _, s := range f.Log.Signs {
		if s.ID == id {
			return s.Since
		}
	}
	return time.Time{}
}

// firstSeen is the first of some IDs that was seen, with a time only where it was
// seen after that.
func firstSeen(ids []string, seen map[string]time.Time, after time.Time) string {
	for _, id := range ids {
		if at, was := seen[id]; was && (after.IsZero() || at.After(after)) {
			return id
		}
	}
	return ""
}

// titleOf names what an ID stands for: a pattern, or a remark on a file.
func titleOf(id string) string {
	if p, ok := logs.PatternNamed(id); ok {
		return p.Title
	}
	return id
}
