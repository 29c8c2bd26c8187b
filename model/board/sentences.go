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
	b.Worst = b.worst(v)
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
	return b.decided(assume.Left(v.Plan, v.o))
}

// decided is the verdict where nothing blocks the plan, with what is left beside the
// tasks. Where only a part of it has room, the worst stands first.
func (b *Board) decided(left []string) said {
	if left == nil && b.Tasks == 0 {
		return same("Ready: no task is left to do.")
	}
	text := judge.Verdicts.Label(judge.IsReady)
	for n := len(left); n > 0; n-- {
		if line := text + ": " + strings.Join(left[:n], ", ") + "."; n == 1 || width(line) <= briefWidth {
			return said{line, text + ": " + strings.Join(left, ", ") + "."}
		}
	}
	return same(text + ".")
}

// notDecided names the first answer for which a blocker waits.
func (v view) notDecided() said {
	n := v.sentences(model.Blocker, rules.Unclear)
	line := "Not decided: " + model.Counted(n, "question") + "."
	first, found := v.deciding(model.Blocker)
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

// deciding is the open answer for which the first finding of a severity waits.
func (v view) deciding(s model.Severity) (model.OpenItem, bool) {
	for _, f := range v.o.Findings {
		if f.Severity != s || f.Outcome != rules.Unclear {
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
	case b.Open > 0 && b.verdict == judge.IsIncomplete:
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

// worst is the worst that is broken. Where only advice is, a warning that waits for an
// answer is worse.
func (b *Board) worst(v view) string {
	if len(b.broken) > 0 && b.broken[0].Severity != model.Advice {
		return v.worst(b.broken[0])
	}
	if first, found := v.deciding(model.Warning); found && b.verdict != judge.IsIncomplete {
		before, said := worstOf(model.Warning), v.must([]model.OpenItem{first})
		return firstFit(wideWidth, before+said.long, before+said.line)
	}
	if len(b.broken) == 0 {
		return ""
	}
	return v.worst(b.broken[0])
}

func worstOf(s model.Severity) string {
	return "Most serious: " + strings.ToLower(model.Severities.Label(s)) + ". "
}

// worst tells what is broken, and who mends it.
func (v view) worst(p problem) string {
	before, who := worstOf(p.Severity), ""
	if f, asked := v.Field(p.Place()); asked && f.Team != model.ConfigMgr {
		who = model.Teams.Label(f.Team)
	}
	return before + p.within(wideWidth-len(before), who)
}
