package doc

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/explain"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// Judged is what the rules say about a plan on a screen, by severity: each
// finding with what it is about and what to do. With all it tells of the rules
// that a task will settle, that hold or do not apply, too.
func Judged(p *model.Plan, findings []rules.Finding, all bool) []Part {
	return bySeverity(findings, all, func(sorted []rules.Finding) Group {
		g := Group{Spaced: true}
		for _, f := range sorted {
			g.Entries = append(g.Entries, Finding(p, f))
		}
		return g
	})
}

// JudgedInShort are the sentences alone, each once.
func JudgedInShort(findings []rules.Finding) []Part {
	return bySeverity(findings, false, func(sorted []rules.Finding) Group {
		var g Group
		for _, word := range findingWords {
			for _, same := range bySentence(sorted, sorted[0].Severity, word.Value) {
				g.Entries = append(g.Entries, Entry{Title: model.AndMore(same[0].Problem, len(same)-1, "")})
			}
		}
		return g
	})
}

// bySeverity is a part for each severity, with its findings the worst first.
func bySeverity(findings []rules.Finding, all bool, told func(sorted []rules.Finding) Group) []Part {
	words := findingWords
	if all {
		words = slices.Concat(findingWords, explain.OutcomeWords[len(findingWords):])
	}
	var parts []Part
	for _, s := range model.SeverityTitles {
		var sorted []rules.Finding
		var counts []string
		for _, word := range words {
			before := len(sorted)
			for _, f := range findings {
				if f.Severity == s.Value && f.Shown() == word.Value {
					sorted = append(sorted, f)
				}
			}
			if n := len(sorted) - before; n > 0 {
				counts = append(counts, countedAs(n, word))
			}
		}
		if sorted != nil {
			parts = append(parts, Part{Title: s.Label + ": " + strings.Join(counts, ", "), Groups: []Group{told(sorted)}})
		}
	}
	return parts
}

// countedAs counts what is told as problems and open questions, and the others
// by their outcome: "2 OK, 1 does not apply".
func countedAs(n int, word model.Term[rules.OutcomeWord]) string {
	switch word.Value {
	case rules.Broken, rules.Unclear:
		return model.Counted(n, word.Label)
	case rules.NotAsked:
		return model.CountedAs(n, word.Label, "do not apply")
	}
	return model.CountedAs(n, word.Label, word.Label)
}

// Covered are the blockers and warnings that a task of the checklist settles, one
// line for each sentence, with the ID of the task.
func Covered(findings []rules.Finding) Part {
	var g Group
	for _, s := range []model.Severity{model.Blocker, model.Warning} {
		for _, same := range bySentence(findings, s, rules.Planned) {
			f := same[0]
			said := model.AndMore(f.Problem, len(same)-1, "")
			if ofLevel(f) && f.Detail != rules.NotKnownYet {
				said += ": " + f.Detail
			}
			g.Entries = append(g.Entries, Entry{Mark: "-", Title: fmt.Sprintf("%s: %s (%s)", model.Severities.Label(s), said, f.Task)})
		}
	}
	return counted("Covered by a task", g)
}

// ofLevel reports whether another version or an update of the site settles it:
// until then the site is exposed.
func ofLevel(f rules.Finding) bool {
	return f.Outcome == rules.Planned && f.Severity != model.Advice && (f.Task == rules.UpgradeSite || f.Task == rules.InstallUpdates)
}

// told is the problem in a sentence; of a rule that came out otherwise, how.
func told(f rules.Finding) string {
	if f.Told() {
		return f.Problem
	}
	return explain.OutcomeWords.Label(f.Outcome) + ": " + f.Title
}

// Finding is what a rule says about one subject, and what to do about it.
func Finding(p *model.Plan, f rules.Finding) Entry {
	fix, found := "", f.Detail
	if f.Matters() {
		fix = f.Fix
	}
	if found == rules.NotKnownYet {
		found = "" // the title says so
	}
	return Entry{Title: told(f), Sources: f.Sources, Facts: Given(
		Plain(aboutLabel, evidence.NameAndKey(p, f.Subject)), Plain(foundLabel, found), Plain(fixLabel, fix),
		Plain("Task", f.Task), disagreement(f.Conflict), Plain("Rule", f.Rule),
	)}
}

// The tones of outcomes.
var outcomeTones = map[rules.OutcomeWord]string{rules.Broken: BadTone, rules.Unclear: WarnTone, rules.Planned: GoodTone}

// FindingInShort is a finding among others: what is not known is asked, what is
// broken has its way out.
func FindingInShort(p *model.Plan, f rules.Finding) Entry {
	e := Entry{Mark: explain.OutcomeWords.Label(f.Outcome) + ":", Tone: outcomeTones[f.Shown()], Title: f.Title + "."}
	switch {
	case f.Told():
		e.Mark, e.Title = model.Capital(findingWords.Label(f.Shown()))+":", f.Problem+"."
	case f.Outcome == rules.Planned:
		e.Title = f.Problem + "." // until the task is done it is so
	}
	if field, asked := p.Field(f.Subject); asked && f.Shown() == rules.Unclear {
		e.Facts = []Fact{Plain("", p.Question(field))}
		return e
	}
	if about := evidence.EntryName(p, f.Subject); about != "" {
		e.Facts = []Fact{Plain("", about+".")}
	}
	if f.Outcome == rules.Broken {
		e.Facts = append(e.Facts, Given(Plain(foundLabel, f.Detail+"."), Plain(fixLabel, f.Fix))...)
	}
	return e
}

// NewsInShort is what the rules judge otherwise, as a finding among others.
func NewsInShort(p *model.Plan, n rules.News) Entry {
	return FindingInShort(p, withNews(n))
}

// withNews says in brackets what is new about a finding.
func withNews(n rules.News) rules.Finding {
	f, what := n.Finding, " ("+n.What+")"
	f.Title, f.Problem = f.Title+what, f.Problem+what
	return f
}

// News are what the rules judge otherwise since the plan was saved.
func News(p *model.Plan) Part {
	news := rules.NewsOf(p)
	var g Group
	for _, n := range news {
		g.Entries = append(g.Entries, Entry{
			Mark: "-", Title: told(withNews(n)),
			Facts: Given(Plain(aboutLabel, evidence.NameAndKey(p, n.Subject))),
		})
	}
	return counted("Judged differently since the plan was saved", g)
}

// OpenAnswers are those that are missing, by the team that can give them.
func OpenAnswers(items []model.OpenItem) Part {
	p := Part{Title: fmt.Sprintf("Missing answers: %d", len(items))}
	for _, team := range teamsOf(items) {
		g := Group{Title: "for " + model.Teams.Label(team)}
		for _, item := range items {
			if item.Owner == team {
				g.Entries = append(g.Entries, Entry{Mark: "-", Title: fmt.Sprintf("%s (%s)", item.Question, item.Key)})
			}
		}
		p.Groups = append(p.Groups, g)
	}
	if p.Groups == nil {
		return Part{}
	}
	return p
}

// NotAnswered lists the questions that nobody answered.
func NotAnswered(questions []string) Part { return counted("Not answered", Listed(questions)) }

// counted says in its title how many entries there are; without any it is no
// part.
func counted(title string, g Group) Part {
	if g.Entries == nil {
		return Part{}
	}
	return Part{Title: fmt.Sprintf("%s: %d", title, len(g.Entries)), Groups: []Group{g}}
}

// StaleSources are those that were last read more than so many days ago.
func StaleSources(days int, stale []model.Reference) Part {
	var g Group
	for _, r := range stale {
		g.Entries = append(g.Entries, Entry{Mark: "-", Title: SourceRead(r), Facts: []Fact{Inset(Plain("", r.URL), -1)}})
	}
	word := "days"
	if days == 1 {
		word = "day"
	}
	return Part{Title: fmt.Sprintf("Sources last read more than %d %s ago: %d", days, word, len(stale)), Groups: []Group{g}}
}

// DecisionsInShort are what was decided and why.
func DecisionsInShort(decisions []judge.Decision) Part {
	var g Group
	for _, d := range decisions {
		g.Entries = append(g.Entries, Entry{Title: d.Title, Word: chosen(d), Facts: Given(Plain("", d.Why), disagreeing(d.Conflict))})
	}
	return Part{Title: "Decisions", Groups: []Group{g}}
}

// RequirementsInShort are what the answers ask for; what they do not is left out.
func RequirementsInShort(requirements []rules.Requirement) Part {
	var g Group
	for _, need := range rules.Needs {
		for _, r := range requirements {
			if r.Need == need.Value && r.Need != rules.NotRequired {
				g.Entries = append(g.Entries, Entry{Title: need.Label, Word: r.Title, Facts: Given(disagreeing(r.Conflict))})
			}
		}
	}
	return Part{Title: "Requirements", Groups: []Group{g}}
}

// disagreeing names the contradictions: what each one is about, and its ID.
func disagreeing(conflict model.Disagreements) Fact {
	var named []string
	for _, d := range conflict {
		named = append(named, WithKey(d.Title, d.ID))
	}
	return Plain(disagree, strings.Join(named, ", "))
}

// TaskCounts count the tasks that are left, of all, and those in a state that somebody
// wrote a reason for: "50 of 69 to do, blocked: 1".
func TaskCounts(items []judge.Item) string {
	counts := map[model.TaskState]int{}
	for _, item := range items {
		counts[item.Progress.State]++
	}
	text := ToDoWords(items, "")
	for _, state := range model.TaskStates {
		if n := counts[state.Value]; n > 0 && state.Value.NeedsNote() {
			text += fmt.Sprintf(", %s: %d", stateSmall(state.Value), n)
		}
	}
	return text
}
