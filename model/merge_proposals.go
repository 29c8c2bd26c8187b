package model

import (
	"slices"
	"strings"
	"time"
)

// A claim is an answer that one file gives, whatever the plan says.
type claim struct {
	key, value string
	file       string
	why        string
	since      time.Time // from when what the file shows is valid
}

// proposals lists the answers of the files that the plan does not have, one for
// each key, in the order of the plan.
func (p *Plan) proposals(a Addition) []Proposal {
	after := p.Take(a, nil)
	claims := after.claims(identities(slices.Concat(a.New, a.Known)))
	list := []Proposal{}
	for _, field := range p.Fields() {
		var about []claim
		for _, c := range claims {
			if c.key == field.Key {
				about = append(about, c)
			}
		}
		if proposal, given := p.proposal(field, about); given {
			list = append(list, proposal)
		}
	}
	return list
}

// proposal takes what is valid from the latest day on. It is none where the
// plan says so already, or where the plan cannot hold it.
func (p *Plan) proposal(field Field, about []claim) (Proposal, bool) {
	if len(about) == 0 {
		return Proposal{}, false
	}
	slices.SortStableFunc(about, func(a, b claim) int { return b.since.Compare(a.since) })
	first := about[0]
	if field.means(first.value) || !takes(field.Key, first.value) {
		return Proposal{}, false
	}
	return Proposal{
		Key: field.Key, Question: p.Question(field), Old: field.Text(), New: first.value,
		From: first.file, Why: first.why + otherWords(first, about[1:]),
	}, true
}

// means reports whether the answer is this one already. Tenants are the same in
// either letter case.
func (f Field) means(value string) bool {
	return f.Text() == value || f.tag.Get("check") == "guid" && strings.EqualFold(f.Text(), value)
}

// takes tries the answer on answers of nobody.
func takes(key, value string) bool {
	field, exists := new(Answers).Field(key)
	return exists && field.Set(value) == nil
}

// otherWords tell of the files that say otherwise.
func otherWords(first claim, others []claim) string {
	var words []string
	for _, c := range others {
		if !strings.EqualFold(c.value, first.value) {
			words = append(words, c.value+" in "+c.file)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return " Other files differ from " + first.file + ": " + strings.Join(firstFew(eachOnce(words)), ", ") + "."
}
