package doc

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/explain"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// Judged is what the rules say about a plan on a screen, by severity: each
// finding with what it is about and what to do.
func Judged(p *model.Plan, findings []rules.Finding) []Part {
	return bySeverity(findings, func(sorted []rules.Finding) Group {
		g := Group{Spaced: true}
		for _, f := range sorted {
			g.Entries = append(g.Entries, Finding(p, f))
		}
		return g
	})
}

// JudgedInShort are the titles alone. What the tasks of the checklist will put
// right is only counted.
func JudgedInShort(findings []rules.Finding) []Part {
	return bySeverity(findings, func(sorted []rules.Finding) Group {
		var g Group
		for _, f := range sorted {
			e := Entry{Title: outcomeAnd(f.Outcome, f.Title)}
			if f.Outcome != rules.Planned && (g.Entries == nil || g.Entries[len(g.Entries)-1].Title != e.Title) {
				g.Entries = append(g.Entries, e)
			}
		}
		return g
	})
}

// bySeverity is a part for each severity, with its findings the worst first.
func bySeverity(findings []rules.Finding, told func(sorted []rules.Finding) Group) []Part {
	var parts []Part
	for _, s := range model.SeverityTitles {
		var sorted []rules.Finding
		var counts []string
		for _, word := range explain.OutcomeWords {
			before := len(sorted)
			for _, f := range findings {
				if f.Severity == s.Value && f.Outcome == word.Value {
					sorted = append(sorted, f)
				}
			}
			if n := len(sorted) - before; n > 0 {
				counts = append(counts, fmt.Sprintf("%d %s", n, word.Label))
			}
		}
		if sorted != nil {
			parts = append(parts, Part{Title: s.Label + ": " + strings.Join(counts, ", "), Groups: []Group{told(sorted)}})
		}
	}
	return parts
}

func outcomeAnd(o rules.OutcomeWord, title string) string {
	return explain.OutcomeWords.Label(o) + ": " + title
}

// Finding is what a rule says about one subject, and what to do about it.
func Finding(p *model.Plan, f rules.Finding) Entry {
	fix := ""
	if f.Matters() {
		fix = f.Fix
	}
	return Entry{Title: outcomeAnd(f.Outcome, f.Title), Sources: f.Sources, Facts: given(
		plain(AboutLabel, evidence.NameAndKey(p, f.Subject)), plain(FoundLabel, f.Detail), plain(FixLabel, fix),
		plain("Task", f.Task), disagreement(f.Conflict),
	)}
}

// The tones of outcomes.
var outcomeTones = map[rules.OutcomeWord]string{rules.Broken: BadTone, rules.Unclear: WarnTone, rules.Planned: GoodTone}

// FindingInShort is a finding among others: what is not known is asked, what is
// broken has its way out.
func FindingInShort(p *model.Plan, f rules.Finding) Entry {
	e := Entry{Mark: explain.OutcomeWords.Label(f.Outcome) + ":", Tone: outcomeTones[f.Outcome], Title: f.Title + "."}
	if field, asked := p.Field(f.Subject); asked && f.Outcome == rules.Unclear {
		e.Facts = []Fact{plain("", p.Question(field))}
		return e
	}
	if about := evidence.EntryName(p, f.Subject); about != "" {
		e.Facts = []Fact{plain("", about+".")}
	}
	if f.Outcome == rules.Broken {
		e.Facts = append(e.Facts, given(plain(FoundLabel, f.Detail+"."), plain(FixLabel, f.Fix))...)
	}
	return e
}

// NewsInShort is what the rules judge otherwise, as a finding among others.
func NewsInShort(p *model.Plan, n rules.News) Entry {
	n.Title = newsTitle(n)
	return FindingInShort(p, n.Finding)
}

// newsTitle says in brackets what is new about a finding.
func newsTitle(n rules.News) string { return fmt.Sprintf("%s (%s)", n.Title, n.What) }

// News are what the rules judge otherwise since the plan was saved.
func News(p *model.Plan) Part {
	news := rules.NewsOf(p)
	var g Group
	for _, n := range news {
		g.Entries = append(g.Entries, Entry{
			Mark: "-", Title: outcomeAnd(n.Outcome, newsTitle(n)),
			Facts: given(plain(AboutLabel, evidence.NameAndKey(p, n.Subject))),
		})
	}
	return counted("Judged otherwise since the plan was saved", g)
}

// OpenAnswers are those that are missing, by the team that can give them.
func OpenAnswers(items []model.OpenItem) Part {
	p := Part{Title: fmt.Sprintf("Open answers: %d", len(items))}
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
func NotAnswered(questions []string) Part { return counted("Not answered", listed(questions)) }

// listed is a list with a mark before each line.
func listed(lines []string) Group {
	var g Group
	for _, line := range lines {
		g.Entries = append(g.Entries, Entry{Mark: "-", Title: line})
	}
	return g
}

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
		g.Entries = append(g.Entries, Entry{Mark: "-", Title: SourceRead(r), Facts: []Fact{inset(plain("", r.URL), -1)}})
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
		g.Entries = append(g.Entries, Entry{Title: d.Title, Word: d.Choice, Facts: given(plain("", d.Why), disagreeing(d.Conflict))})
	}
	return Part{Title: "Decisions", Groups: []Group{g}}
}

// RequirementsInShort are what the answers ask for; what they do not is left out.
func RequirementsInShort(requirements []rules.Requirement) Part {
	var g Group
	for _, need := range rules.Needs {
		for _, r := range requirements {
			if r.Need == need.Value && r.Need != rules.NotRequired {
				g.Entries = append(g.Entries, Entry{Title: need.Label, Word: r.Title, Facts: given(disagreeing(r.Conflict))})
			}
		}
	}
	return Part{Title: "Requirements", Groups: []Group{g}}
}

// disagreeing names the contradictions alone.
func disagreeing(conflict model.Disagreements) Fact {
	return plain(disagree, strings.Join(conflict.IDs(), ", "))
}

// TaskCounts count the tasks and those in a state other than open: "67, done: 14".
func TaskCounts(items []judge.Item) string {
	counts := map[model.TaskState]int{}
	for _, item := range items {
		counts[item.Progress.State]++
	}
	text := strconv.Itoa(len(items))
	for _, state := range model.TaskStates[1:] {
		if n := counts[state.Value]; n > 0 {
			text += fmt.Sprintf(", %s: %d", stateSmall(state.Value), n)
		}
	}
	return text
}
