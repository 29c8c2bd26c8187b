package doc

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// findingCounts says in one line how many findings there are.
func findingCounts(o judge.Judgement) string {
	var said []string
	for _, s := range model.SeverityTitles {
		said = append(said, s.Label+": "+countWords(o, s.Value))
	}
	return strings.Join(said, ". ") + "."
}

func countWords(o judge.Judgement, s model.Severity) string {
	var said []string
	for _, word := range findingWords {
		n := 0
		for _, f := range o.Findings {
			if f.Severity == s && f.Shown() == word.Value {
				n++
			}
		}
		if n > 0 {
			said = append(said, model.Counted(n, word.Label))
		}
	}
	if said == nil {
		return "none"
	}
	return strings.Join(said, ", ")
}

// findingWords are the outcomes that a reader is told of, worst first.
var findingWords = model.Terms[rules.OutcomeWord]{
	{Value: rules.Broken, Label: "problem", Means: "the answers contradict the rule"},
	{Value: rules.Unclear, Label: "open question", Means: "somebody must answer first"},
}

// lead is what a severity means, as a sentence.
func lead(s model.Severity) string {
	for _, term := range model.Severities {
		if term.Value == s {
			return model.Capital(term.Means) + "."
		}
	}
	return ""
}

// notice says what the checklist rests on.
func notice(c judge.Checklist) string {
	days := daysRead(c)
	switch {
	case len(days) == 0:
		return "Not verified on a live site."
	case days[0] == days[len(days)-1]:
		return fmt.Sprintf("Based on Microsoft documentation read on %s; not verified on a live site.", days[0])
	}
	return fmt.Sprintf("Based on Microsoft documentation read between %s and %s; not verified on a live site.", days[0], days[len(days)-1])
}

// daysRead are the days on which the cited pages were read, in order.
func daysRead(c judge.Checklist) []string {
	references := c.Outcome.References()
	for _, d := range c.Decisions {
		references = append(references, d.Sources...)
	}
	var days []string
	for _, r := range references {
		if r.Read != "" {
			days = append(days, r.Read)
		}
	}
	slices.Sort(days)
	return days
}

// needKinds are what may be required, the surest first, as people read it.
var needKinds = []struct {
	need  rules.Need
	title string
}{{rules.Required, "Required"}, {rules.Recommended, "Recommended"}, {rules.NeedUnknown, "Not known yet"}}

// requirementsPart groups what is required by how surely it is.
func requirementsPart(requirements []rules.Requirement) Part {
	p := Part{Id: "requirements", Title: "What is required"}
	for _, kind := range needKinds {
		if g := needGroup(requirements, kind.need, kind.title); len(g.Entries) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	if left := titlesOf(requirements, rules.NotRequired); len(left) > 0 {
		p.Groups = append(p.Groups, Group{Id: "needs-none", Title: "Not required", Lead: strings.Join(left, "; ") + "."})
	}
	return p
}

func needGroup(requirements []rules.Requirement, need rules.Need, title string) Group {
	g := Group{Id: "needs-" + Slug(need), Title: title}
	for _, r := range requirements {
		if r.Need == need {
			g.Entries = append(g.Entries, Entry{Title: r.Title, Facts: Given(Plain("", r.Why), disagreeing(r.Conflict)), Sources: r.Sources})
		}
	}
	return g
}

func titlesOf(requirements []rules.Requirement, need rules.Need) []string {
	var titles []string
	for _, r := range requirements {
		if r.Need == need {
			titles = append(titles, r.Title)
		}
	}
	return titles
}
