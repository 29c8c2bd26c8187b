package board

import (
	"slices"

	"cmgwizard/model/assume"
	"cmgwizard/model/rules"
)

// A problem is a finding that is broken, in words.
type problem struct {
	rules.Finding
	said
	area string
}

// problems lists what is broken, the worst first.
func (v view) problems() []problem {
	var list []problem
	for _, f := range v.o.Findings {
		if f.Outcome == rules.Broken {
			list = append(list, problem{f, v.broken(f), areaOf(f)})
		}
	}
	slices.SortStableFunc(list, func(a, b problem) int { return rank(a.Severity) - rank(b.Severity) })
	return list
}

func (v view) problemsOf(area string) []problem {
	return slices.DeleteFunc(slices.Clone(v.wrong), func(p problem) bool { return p.area != area })
}

// evidenceAreas are the areas of the rules about what files show: their subject
// is a file.
var evidenceAreas = map[string]string{
	"device-state": "entra", "chain-complete": "pki", "client-certificate-usable": "pki", "stray-certificate-seen": "devices",
	"server-certificate-usable": "gateway", "server-certificate-name": "gateway", "bulk-token-usable": "token", "evidence-in-date": "gateway",
}

// areaOf is the area in which a finding is mended.
func areaOf(f rules.Finding) string {
	if id := evidenceAreas[f.Rule]; id != "" {
		return id
	}
	return assume.AreaOf(f.Place()).ID
}
