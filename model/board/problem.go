package board

import (
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
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
			list = append(list, problem{f, v.broken(f), v.areaOf(f)})
		}
	}
	slices.SortStableFunc(list, func(a, b problem) int { return rank(a.Severity) - rank(b.Severity) })
	return list
}

// within is the sentence in the most words for which there is room, with who
// mends it, if that is to be said, and whether it rests on what nobody said.
func (p problem) within(columns int, who string) string {
	var notes []string
	if who != "" {
		notes = append(notes, who)
	}
	if p.Guessed {
		notes = append(notes, "assumed")
	}
	end := "."
	if notes != nil {
		end = " (" + strings.Join(notes, ", ") + ")."
	}
	return firstFit(columns, strings.TrimSuffix(p.long, ".")+end, strings.TrimSuffix(p.line, ".")+end, p.line)
}

func (v view) problemsOf(area string) []problem {
	return slices.DeleteFunc(slices.Clone(v.wrong), func(p problem) bool { return p.area != area })
}

// Findings lists what is broken or not known in an area, the broken first and
// among them the worst.
func Findings(p *model.Plan, o judge.Judgement, area string) []rules.Finding {
	v := view{Plan: p, o: o}
	var found []rules.Finding
	for _, word := range []rules.OutcomeWord{rules.Broken, rules.Unclear} {
		for _, s := range model.Severities {
			for _, f := range o.Findings {
				if f.Outcome == word && f.Severity == s.Value && v.areaOf(f) == area {
					found = append(found, f)
				}
			}
		}
	}
	return found
}

// evidenceAreas are the areas that files are about.
var evidenceAreas = map[model.EvidenceKind]string{
	model.CertificateEvidence: "pki", model.ServerCertificateEvidence: "gateway",
	model.DeviceStateEvidence: "entra", model.TokenEvidence: "token",
}

// areaOf is the area in which a finding is mended.
func (v view) areaOf(f rules.Finding) string {
	if number, isFile := strings.CutPrefix(f.Subject, "evidence["); isFile {
		if i, err := strconv.Atoi(strings.TrimSuffix(number, "]")); err == nil && i >= 0 && i < len(v.Evidence) {
			return evidenceAreas[v.Evidence[i].Kind]
		}
	}
	return assume.AreaOf(f.Place()).ID
}
