package model

import "slices"

// Work counts the tasks.
type Work struct {
	Count  int         `json:"count"`
	Open   int         `json:"open"` // open or blocked
	Owners []OwnerWork `json:"owners"`
}

// OwnerWork counts the tasks of one team. Teams without a task are left out.
type OwnerWork struct {
	Owner Team `json:"owner"`
	Count int  `json:"count"`
	Open  int  `json:"open"`
}

func workOf(items []Item) Work {
	all := Work{Owners: []OwnerWork{}}
	for _, team := range Teams {
		work := OwnerWork{Owner: team.Value}
		for _, item := range items {
			if item.Owner == team.Value {
				work.Count++
				work.Open += openOne(item.Progress.State)
			}
		}
		if work.Count > 0 {
			all.Owners = append(all.Owners, work)
		}
		all.Count, all.Open = all.Count+work.Count, all.Open+work.Open
	}
	return all
}

func openOne(state TaskState) int {
	if state == Open || state == Blocked {
		return 1
	}
	return 0
}

// An Obstacle is a rule that stands in the way, with everything that it is
// about.
type Obstacle struct {
	Rule     string      `json:"rule"`
	Outcome  OutcomeWord `json:"outcome"`
	Title    string      `json:"title"`
	Subjects []string    `json:"subjects"` // keys
	About    []string    `json:"about"`    // the same as people call it
}

func (p *Plan) obstacles(o Outcome, s Severity, word OutcomeWord) []Obstacle {
	list := []Obstacle{}
	for _, f := range o.Findings {
		if f.Severity != s || f.Outcome != word {
			continue
		}
		if last := len(list) - 1; last < 0 || list[last].Rule != f.Rule {
			list = append(list, Obstacle{f.Rule, f.Outcome, f.Title, []string{}, []string{}})
		}
		last := &list[len(list)-1]
		last.Subjects, last.About = append(last.Subjects, f.Subject), append(last.About, p.SubjectName(f.Subject))
	}
	return list
}

// A PointMode is a management point for CMG traffic and its effective mode.
type PointMode struct {
	Name string `json:"name"`
	Mode Mode   `json:"mode"`
}

func (p *Plan) pointModes() []PointMode {
	list := []PointMode{}
	for _, i := range p.CMGPoints() {
		list = append(list, PointMode{p.EntryName(pointKey(i, "")), p.Mode(i)})
	}
	return list
}

// disagreements are the contradictions behind the findings, the requirements
// and the devices of an outcome.
func disagreements(all []Contradiction, o Outcome) []Disagreement {
	list := []Disagreement{}
	for _, c := range all {
		if c.touches(o) {
			list = append(list, c.disagreement())
		}
	}
	return list
}

func (c Contradiction) touches(o Outcome) bool {
	return slices.ContainsFunc(o.Findings, func(f Finding) bool { return slices.Contains(c.Rules, f.Rule) }) ||
		slices.ContainsFunc(o.Requirements, func(r Requirement) bool {
			return (r.Need == Required || r.Need == Recommended) && slices.Contains(c.Requirements, r.Name)
		}) ||
		slices.ContainsFunc(o.Devices, c.TellsOf)
}
