package evidence

import (
	"cmp"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// SubjectName is what people call a table or an entry of the plan, the key
// itself for anything else.
func SubjectName(p *model.Plan, key string) string {
	return cmp.Or(model.TableNamed(key).Whole, EntryName(p, key), key)
}

// EntryName is what people call the entry of a list that a key is about: for
// evidence the certificate in its file, or the file. "" is for a key outside
// lists.
func EntryName(p *model.Plan, key string) string {
	rest, isEvidence := strings.CutPrefix(key, "evidence[")
	if !isEvidence {
		return p.Answers.EntryName(key)
	}
	number, _, closed := strings.Cut(rest, "]")
	place, err := strconv.Atoi(number)
	if err != nil || !closed || place < 0 || place >= len(p.Evidence) {
		return ""
	}
	e := p.Evidence[place]
	if c, found := Certificate(e); found {
		return SeenCertificate{c, place, name(e)}.called()
	}
	return name(e)
}

// NameAndKey is what people call the subject of a key, with the key behind it.
func NameAndKey(p *model.Plan, key string) string {
	if name := EntryName(p, key); name != "" {
		return name + " (" + key + ")"
	}
	return key
}

// Key is the key of the evidence in this place, counted from 0.
func Key(place int) string { return "evidence[" + strconv.Itoa(place) + "]" }
