package export

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// disagree is the label of what the documents say against each other.
const disagree = "Documents disagree"

// disagreement is a fact with a line for each contradiction.
func disagreement(conflict string) fact {
	f := fact{label: disagree}
	for _, paragraph := range model.Paragraphs(conflict) {
		f.lines = append(f.lines, plainRich(paragraph))
	}
	return f
}

// tellOnce keeps a contradiction whole where it comes first, and makes it a
// pointer to that place wherever it comes again: paper is long.
func tellOnce(parts []part) {
	told := map[string]model.Rich{}
	for _, p := range parts {
		for _, g := range p.groups {
			for _, e := range g.entries {
				e.tellOnce(told)
			}
		}
	}
}

// tellOnce changes the lines in place; told says where each stands whole.
func (e entry) tellOnce(told map[string]model.Rich) {
	for _, f := range slices.Concat(e.facts, e.after) {
		if f.label != disagree {
			continue
		}
		for i, line := range f.lines {
			if place, again := told[line.String()]; again {
				f.lines[i] = pointer(line.String(), place)
			} else {
				told[line.String()] = e.place()
			}
		}
	}
}

// pointer names a contradiction by its ID and says where it is told.
func pointer(contradiction string, place model.Rich) model.Rich {
	id, _, _ := strings.Cut(contradiction, ":")
	return append(plainRich(id+", told above at "), place...)
}

// place is the entry as others refer to it.
func (e entry) place() model.Rich {
	if e.number > 0 {
		return plainRich(fmt.Sprintf("task %d", e.number))
	}
	return model.Rich{{Text: e.title, Kind: model.LabelSpan}}
}
