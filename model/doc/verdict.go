package doc

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// VerdictSentence is the verdict as a sentence about this plan, without a full
// stop: what blocks it, what somebody must say first, or how much there is to do.
func VerdictSentence(p *model.Plan, o judge.Judgement) string {
	switch o.Verdict {
	case judge.IsBlocked:
		return verdictAnd(o.Verdict, andMore(blockers(o, rules.Broken), midSentence, "problem"))
	case judge.IsIncomplete:
		return verdictAnd(o.Verdict, andMore(blockers(o, rules.Unclear), func(f rules.Finding) string { return mustSay(p, f) }, "question"))
	}
	left, n := assume.Left(p, o), pending(o.Items)
	if n == 0 && left == nil {
		return "Ready: no task is left to do"
	}
	tasks := "no task is left to do"
	if n > 0 {
		tasks = model.Counted(n, "task") + " to do"
	}
	return verdictAnd(judge.IsReady, strings.Join(append([]string{tasks}, left...), ", "))
}

// verdictAnd is the verdict in a word or two, and what there is to say.
func verdictAnd(v judge.Verdict, said string) string {
	return judge.Verdicts.Label(v) + ": " + said
}

// blockers are those that came out so, one for each sentence. What only a value
// that nobody said stands against comes last.
func blockers(o judge.Judgement, word rules.OutcomeWord) []rules.Finding {
	var seen, guessed []rules.Finding
	told := map[string]bool{}
	for _, f := range o.Findings {
		switch {
		case f.Severity != model.Blocker || f.Outcome != word || told[f.Problem]:
			continue
		case f.Guessed:
			guessed = append(guessed, f)
		default:
			seen = append(seen, f)
		}
		told[f.Problem] = true
	}
	return slices.Concat(seen, guessed)
}

// andMore tells the first, and counts the others.
func andMore(findings []rules.Finding, told func(rules.Finding) string, one string) string {
	if len(findings) == 0 {
		return ""
	}
	return model.AndMore(told(findings[0]), len(findings)-1, one)
}

// mustSay is what is not known, and the team that can say it: "PKI must say
// whether the CRL is public".
func mustSay(p *model.Plan, f rules.Finding) string {
	clause, open := strings.CutPrefix(f.Problem, rules.Unknown)
	owner := ownerOf(p, f)
	if !open || owner == "" {
		return midSentence(f)
	}
	return "the " + Team(owner) + " must say " + clause
}

// ownerOf is the team that can give the first answer that is missing.
func ownerOf(p *model.Plan, f rules.Finding) model.Team {
	for _, key := range f.Missing {
		if field, found := p.Field(key); found {
			return field.Team
		}
		if table := model.TableNamed(key); table.List {
			return table.Empty.Owner
		}
	}
	return ""
}

// midSentence is the problem after a colon: words that only begin the sentence
// lose their capital.
func midSentence(f rules.Finding) string {
	first, rest, _ := strings.Cut(f.Problem, " ")
	if slices.Contains([]string{"A", "An", "The", "This", "No", "None", "Some", "On", "At", "Unknown", "Something", "Nothing"}, first) {
		first = strings.ToLower(first)
	}
	return first + " " + rest
}

// pending counts the tasks that are still to be done.
func pending(items []judge.Item) int {
	n := 0
	for _, i := range items {
		if i.Progress.State.Pending() {
			n++
		}
	}
	return n
}
