package doc

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/model/evidence"
	"github.com/charmbracelet/x/ansi"
)

// Choice is what to know before the table of a choice, with each alternative in
// short where they do not all stand side by side.
func Choice(g compare.Group, glances bool) Part {
	var entries []Entry
	for _, note := range g.Notes {
		entries = append(entries, Entry{Title: note})
	}
	for _, a := range g.Alternatives {
		if glances {
			entries = append(entries, Entry{Title: a.Title, Facts: []Fact{Plain("", a.Glance())}})
		}
	}
	return Part{Title: g.Title, Groups: []Group{{Entries: entries}}}
}

// Shared are what the alternatives have in common.
func Shared(rows []compare.TableRow) []Fact {
	if len(rows) == 0 {
		return nil
	}
	facts := []Fact{{Label: "The same for all of them", Shape: Below}}
	for _, row := range rows {
		things := Fact{Shape: Below, Mark: "-", In: 1}
		for _, thing := range Together(row.Cells[0]) {
			things.Lines = append(things.Lines, plainRich(thing))
		}
		facts = append(facts, below("", plainRich(row.Label+":")), things)
	}
	return facts
}

// shortest is how wide things are that need no line of their own, such as the
// IDs of contradictions.
const shortest = 4

// Together sets things in one line where all of them are short.
func Together(things []string) []string {
	long := func(thing string) bool { return ansi.StringWidth(thing) > shortest }
	if len(things) < 2 || slices.ContainsFunc(things, long) {
		return things
	}
	return []string{strings.Join(things, ", ")}
}

// Expiries tell what the tables of a comparison call "Will expire".
func Expiries(list []evidence.Expiry) Part {
	return ListOf("What will expire", Each(list, func(e evidence.Expiry) Entry {
		return Entry{Title: e.What, Facts: []Fact{Plain("when", e.When), Plain("then", e.Then)}}
	}))
}

// Disagreements tell what the tables of a comparison name by ID alone.
func Disagreements(list []model.Disagreement) Part {
	return ListOf("Where the sources disagree", Each(list, func(d model.Disagreement) Entry {
		return Entry{Title: d.ID + ": " + d.Title, Facts: []Fact{Plain("", d.Text)}}
	}))
}
