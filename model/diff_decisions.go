package model

// A ChangedDecision is a decision with another choice.
type ChangedDecision struct {
	Title  string       `json:"title"`
	Choice Turn[string] `json:"choice"`
	Why    string       `json:"why"` // of the new choice
}

// A ChangedRequirement is one that the answers now ask for more, or less.
type ChangedRequirement struct {
	Name  string     `json:"name"`
	Title string     `json:"title"`
	Need  Turn[Need] `json:"need"`
	Why   string     `json:"why"`
}

// decisions lists those that both plans take, with another choice.
func (m match) decisions(old, new Plan) []ChangedDecision {
	before := map[string]string{}
	for _, d := range renamed(old, m.oldNames).Decisions() {
		before[d.Title] = d.Choice
	}
	changed := []ChangedDecision{}
	called := new.Decisions()
	for i, d := range renamed(new, m.newNames).Decisions() {
		if was, both := before[d.Title]; both && was != d.Choice {
			changed = append(changed, ChangedDecision{called[i].Title, Turn[string]{was, d.Choice}, d.Why})
		}
	}
	return changed
}

// A namer gives the entry of a list a name.
type namer func(list string, place int) string

// oldNames and newNames give an entry the same name in both plans: what is told
// about it can then be found again, whatever people call it.
func (m match) oldNames(list string, place int) string {
	if there := m[list].toNew[place]; there != noPlace {
		return m.newNames(list, there)
	}
	return "gone " + entryKey(list, place)
}

func (m match) newNames(list string, place int) string { return "new " + entryKey(list, place) }

// renamed is the plan with other names for its entries: nothing is decided by a
// name.
func renamed(p Plan, name namer) *Plan {
	p.Answers = p.Answers.Clone()
	for i := range p.Devices {
		p.Devices[i].Name = name("devices", i)
	}
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = name("management_points", i)
	}
	return &p
}

func changedRequirements(before, after []Requirement) []ChangedRequirement {
	changed := []ChangedRequirement{}
	for i, r := range after {
		if was := before[i].Need; was != r.Need {
			changed = append(changed, ChangedRequirement{r.Name, r.Title, Turn[Need]{was, r.Need}, r.Why})
		}
	}
	return changed
}
