package doc

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/explain"
	"cmgwizard/model/rules"
)

// Explanation is everything there is to say about one thing that has an ID.
func Explanation(e explain.Explanation) Entry {
	told := Entry{
		Title: e.ID + ": " + e.Title, Word: explain.Kinds.Label(e.Kind) + ": " + e.Topic,
		Commands: byShell(e.Commands), Sources: e.Sources,
	}
	after := slices.IndexFunc(e.Facts, func(f explain.Fact) bool { return f.Ordered })
	for i, f := range e.Facts {
		switch {
		case f.Ordered:
			told.Steps = f.Lines
		case i < after:
			told.Facts = append(told.Facts, explainedFact(f))
		default:
			told.After = append(told.After, explainedFact(f))
		}
	}
	for _, c := range e.Contradictions {
		told.After = append(told.After, clashFacts(c)...)
	}
	return told
}

// explainedFact lists several lines; one alone needs no mark.
func explainedFact(f explain.Fact) Fact {
	if len(f.Lines) > 1 {
		return Fact{Label: f.Label, Lines: f.Lines, Shape: Below, Mark: "-"}
	}
	return Fact{Label: f.Label, Lines: f.Lines, Shape: Below}
}

// clashFacts tell of a contradiction: the question, what the pages say, and
// which reading is taken.
func clashFacts(c explain.Clash) []Fact {
	says := Fact{Shape: Below, Mark: "-"}
	for _, said := range c.Says {
		says.Lines = append(says.Lines, plainRich(said))
	}
	taken := []model.Text{plainRich("Our reading: " + c.Reading), plainRich("Confidence: " + rules.Surenesses.Label(c.Sure))}
	return []Fact{
		below(disagree+" ("+c.ID+")", plainRich(c.Title)), says,
		{Lines: taken, Shape: Below, Sources: c.Sources},
	}
}

// below is a fact whose lines stand below its label.
func below(label string, lines ...model.Text) Fact {
	return Fact{Label: label, Lines: lines, Shape: Below}
}
