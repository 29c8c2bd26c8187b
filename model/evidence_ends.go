package model

import (
	"slices"
	"time"
)

// judgeEnds leaves what has expired to the rules that say what follows from it.
func (p *Plan) judgeEnds() []Verdict {
	if p.At.IsZero() {
		return nil
	}
	needed := p.neededUntil()
	var verdicts []Verdict
	for i := range p.Evidence {
		end := CertificateFacts{NotAfter: needed[i]}
		if !needed[i].IsZero() && !end.expired(p.At) {
			verdicts = append(verdicts, Verdict{Subject: evidenceKey(i), Holds: truth(!end.endsSoon(p.At)), Detail: "it " + end.dateWords(p.At)})
		}
	}
	return verdicts
}

// neededUntil gives the ends of what the plan needs, by its place. A bulk
// registration token is not among them: each lives for seven days at most.
func (p *Plan) neededUntil() map[int]time.Time {
	ends := map[int]time.Time{}
	for _, c := range p.seenCertificates(ServerCertificateEvidence) {
		ends[c.place] = c.NotAfter
	}
	if p.Uses(ClientPKI) {
		p.addClientEnds(ends)
	}
	if p.Uses(EntraID) {
		places, devices := evidenceWith(p, Evidence.Device)
		for i, place := range places {
			ends[place] = devices[i].CertificateUntil
		}
	}
	return ends
}

// addClientEnds leaves out the CAs that stand above no client.
func (p *Plan) addClientEnds(ends map[int]time.Time) {
	for _, c := range slices.Concat(p.clientCertificates(), p.chainCertificates()) {
		ends[c.place] = c.NotAfter
	}
}
