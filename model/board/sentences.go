package board

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// say finds the sentences over the areas.
func (b *Board) say(v view) {
	verdict := b.verdictOf(v)
	b.Verdict, b.Brief = firstFit(wideWidth, verdict.long), firstFit(briefWidth, verdict.line)
	b.Counts, b.BriefCounts = b.counts(), b.briefCounts()
	if len(b.broken) > 0 {
		b.Worst = v.worst(b.broken[0])
	}
	if b.verdict == judge.IsBlocked {
		b.Way = b.broken[0].Fix
	}
}

// verdictOf is the verdict of this plan as a sentence.
func (b *Board) verdictOf(v view) said {
	switch b.verdict {
	case judge.IsBlocked:
		n := v.sentences(model.Blocker, rules.Broken)
		text := "Blocked: " + small(firstFit(wideWidth-len("Blocked: (and 99 more)"), b.broken[0].long, b.broken[0].line))
		return said{"Blocked: " + model.Counted(n, "problem") + ".", withOthers(strings.TrimSuffix(text, "."), n-1, "problem")}
	case judge.IsIncomplete:
		return v.notDecided()
	}
	warnings := ""
	if b.verdict == judge.ReadyWarnings {
		warnings = model.Counted(b.Warnings, "warning")
	}
	facts := after(", ", assume.IfFactsHold(b.Facts)) + "."
	return said{"Complete" + after(", ", warnings) + facts, "Plan complete" + after(" with ", warnings) + facts}
}

// notDecided names the first answer for which a blocker waits.
func (v view) notDecided() said {
	n := v.sentences(model.Blocker, rules.Unclear)
	line := "Not decided: " + model.Counted(n, "question") + "."
	first, found := v.deciding()
	if !found {
		return said{line, "Not decided: something is not known."}
	}
	text := strings.TrimSuffix(v.must([]model.OpenItem{first}).long, ".")
	return said{line, withOthers("Not decided: "+small(text), n-1, "question")}
}

// sentences counts what came out so, each problem once.
func (v view) sentences(s model.Severity, word rules.OutcomeWord) int {
	told := map[string]bool{}
	for _, f := range v.o.Findings {
		if f.Severity == s && f.Outcome == word {
			told[f.Problem] = true
		}
	}
	return len(told)
}

func after(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}

// withOthers adds how many more there are: "… (and 3 more questions)."
func withOthers(text string, n int, what string) string {
	if n < 1 {
		return text + "."
	}
	number := " (and " + model.Thousands(n) + " more"
	if n > 1 {
		what += "s"
	}
	return firstFit(wideWidth, text+number+" "+what+").", text+number+").", text+".")
}

// deciding is the open answer for which the first blocker waits.
func (v view) deciding() (model.OpenItem, bool) {
	for _, f := range v.o.Findings {
		if f.Severity != model.Blocker || f.Outcome != rules.Unclear {
			continue
		}
		for _, i := range v.o.Open {
			if slices.Contains(f.Missing, i.Key) {
				return i, true
			}
		}
	}
	return model.OpenItem{}, false
}

// counts says how much there is to do, and whose the answers are.
func (b *Board) counts() string {
	known, assumed := 0, 0
	for _, a := range b.Areas {
		known, assumed = known+a.Known, assumed+a.Assumed
	}
	return b.tasksToDo() + " " + b.stuck() + " " + answersAre(known, assumed)
}

func (b *Board) tasksToDo() string {
	if b.Tasks == 0 {
		return "Nothing is left to do."
	}
	return model.Counted(b.Tasks, "task") + " to do."
}

// stuck says what stands in the way.
func (b *Board) stuck() string {
	switch {
	case b.Blockers > 0:
		return model.CountedAs(b.Blockers, "problem blocks", "problems block") + " it."
	case b.Open > 0:
		return model.CountedAs(b.Open, "answer is", "answers are") + " open."
	case b.stopped > 0:
		return model.CountedAs(b.stopped, "task is", "tasks are") + " blocked."
	}
	return "Nothing is blocked."
}

func answersAre(known, assumed int) string {
	switch {
	case known+assumed == 0:
		return "Nobody has answered anything yet."
	case assumed == 0:
		return model.CountedAs(known, "answer is", "answers are") + " yours, none is assumed."
	case assumed == 1:
		return model.CountedAs(known, "answer is", "answers are") + " yours, 1 is assumed."
	}
	return model.CountedAs(known, "answer is", "answers are") + " yours, " + model.Thousands(assumed) + " are assumed."
}

// briefCounts are the tasks, and the worst where there is room.
func (b *Board) briefCounts() string {
	tasks := model.Counted(b.Tasks, "task") + "."
	if b.Tasks == 0 {
		tasks = "Nothing to do."
	}
	return firstFit(briefWidth, tasks+" "+b.stuck(), tasks)
}

// worst is the worst that is broken.
func (v view) worst(p problem) string {
	severity := strings.ToLower(model.Severities.Label(p.Severity))
	if p.Severity == model.Advice {
		severity = "advice only"
	}
	before, who := "Worst: "+severity+". ", ""
	if f, asked := v.Field(p.Place()); asked && f.Team != model.ConfigMgr {
		who = model.Teams.Label(f.Team)
	}
	return before + p.within(wideWidth-len(before), who)
}
