package rules

import (
	"cmp"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// Unknown begins every sentence about what somebody must say. What follows is a
// clause: "whether the CRL is public".
const Unknown = "Unknown "

// it stands in the sentences of a rule for the subject of a finding.
const it = "{it}"

// longestName is how much of a name a sentence takes.
const longestName = 60

// say states in a sentence what is wrong with the subject, or what is not known.
func (r Rule) say(f *Finding, p *model.Plan, v model.Outcome) {
	f.Sentence = r.Problem
	if v.Holds == model.Unknown {
		f.Sentence = cmp.Or(v.Open, r.Open)
	}
	f.Problem = f.Sentence
	if !strings.Contains(f.Sentence, it) {
		return
	}
	name, ours := subjectInWords(p, v.Subject)
	if ours && strings.HasPrefix(f.Sentence, it) {
		name = model.Capital(name)
	}
	f.Problem = strings.ReplaceAll(f.Sentence, it, name)
}

// subjectInWords is the subject as a sentence names it: mp1.contoso.com, the
// workgroup devices, the "Laptops" devices. Words of ours begin with a small
// letter, and names stay as they are.
func subjectInWords(p *model.Plan, key string) (name string, ours bool) {
	name = model.Shorten(evidence.SubjectName(p, key), longestName)
	if strings.HasPrefix(key, "devices[") {
		return devicesInWords(name), true
	}
	for _, server := range []string{"Management point ", "Connection point "} {
		if number, unnamed := strings.CutPrefix(name, server); unnamed {
			return strings.ToLower(server) + number, true
		}
	}
	return name, false
}

func devicesInWords(name string) string {
	for _, join := range model.Joins {
		if join.Label == name {
			return "the " + strings.NewReplacer("Hybrid", "hybrid", "Workgroup", "workgroup").Replace(name) + " devices"
		}
	}
	return `the "` + name + `" devices`
}
