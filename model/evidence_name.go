package model

import (
	"strconv"
	"strings"
)

// EntryName is what people call the entry of a list that a key is about: for
// evidence the certificate in its file, or the file. "" is for a key outside
// lists.
func (p *Plan) EntryName(key string) string {
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
	if c, found := e.Certificate(); found {
		return seenCertificate{c, place, e.name()}.called()
	}
	return e.name()
}

// Called is what people call the subject of a key, with the key behind it.
func (p *Plan) Called(key string) string {
	if name := p.EntryName(key); name != "" {
		return name + " (" + key + ")"
	}
	return key
}

func evidenceKey(place int) string { return "evidence[" + strconv.Itoa(place) + "]" }
