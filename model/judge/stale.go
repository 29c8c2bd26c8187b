package judge

import "cmgwizard/model"

// References lists every page and heading that the outcome rests on, each once,
// in the order in which they are met.
func (o Judgement) References() []model.Reference {
	var list []model.Reference
	seen := map[string]bool{}
	add := func(references []model.Reference) {
		for _, r := range references {
			if !seen[r.URL] {
				seen[r.URL], list = true, append(list, r)
			}
		}
	}
	for _, d := range o.Devices {
		add(d.Sources)
	}
	for _, r := range o.Requirements {
		add(r.Sources)
	}
	for _, f := range o.Findings {
		add(f.Sources)
	}
	for _, i := range o.Items {
		add(i.Sources)
	}
	return list
}

// ReadBefore lists the references that were last read before this day
// ("YYYY-MM-DD").
func ReadBefore(day string, references []model.Reference) []model.Reference {
	old := []model.Reference{}
	for _, r := range references {
		if r.Read < day {
			old = append(old, r)
		}
	}
	return old
}
