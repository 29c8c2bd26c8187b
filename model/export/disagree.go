package export

import (
	"fmt"
	"slices"

	"cmgwizard/model"
)

// disagree is the label of what the documents say against each other.
const disagree = "Documents disagree"

// disagreement is a fact with a line for each contradiction.
func disagreement(conflict model.Disagreements) fact {
	f := fact{label: disagree, conflict: conflict}
	for _, paragraph := range conflict.Paragraphs() {
		f.lines = append(f.lines, plainRich(paragraph))
	}
	return f
}

// tellOnce keeps a contradiction whole where it comes first, and makes it a
// pointer to that place wherever it comes again: paper is long.
func tellOnce(parts []part) {
	told := map[model.Disagreement]model.Rich{}
	for _, p := range parts {
		for _, g := range p.groups {
			for _, e := range g.entries {
				e.tellOnce(told)
			}
		}
	}
}

// tellOnce changes the lines in place; told says where each stands whole.
func (e entry) tellOnce(told map[model.Disagreement]model.Rich) {
	for _, f := range slices.Concat(e.facts, e.after) {
		for i, d := range f.conflict {
			if place, again := told[d]; again {
				f.lines[i] = append(plainRich(d.ID+", told above at "), place...)
			} else {
				told[d] = e.place()
			}
		}
	}
}

// place is the entry as others refer to it.
func (e entry) place() model.Rich {
	if e.number > 0 {
		return plainRich(fmt.Sprintf("task %d", e.number))
	}
	return model.Rich{{Text: e.title, Kind: model.LabelSpan}}
}
