package model

import (
	"cmp"
	"slices"
	"time"
)

// seenEnd sets the day on which the first of some evidence ends.
func (e *Expiry) seenEnd(end time.Time, file string) bool {
	if end.IsZero() {
		return false
	}
	e.Date = DayOf(end)
	e.Term = e.Date
	e.When = "On " + e.Date + ", as " + file + " shows."
	return true
}

// earliest is seenEnd for the first of some certificates, with more words.
func (e *Expiry) earliest(list []seenCertificate, words string) {
	if e.seenEnd(earliestEnd(list)) {
		e.When += words
	}
}

func (p *Plan) gatewayCertificates() []seenCertificate {
	return slices.DeleteFunc(p.seenCertificates(ServerCertificateEvidence), func(c seenCertificate) bool { return !p.isOfGateway(c.CertificateFacts) })
}

func (p *Plan) clientCertificates() []seenCertificate {
	return slices.DeleteFunc(p.seenCertificates(CertificateEvidence), func(c seenCertificate) bool { return c.Role != ClientLeaf })
}

// chainCertificates are the CAs above the client certificates that were seen.
func (p *Plan) chainCertificates() []seenCertificate {
	chains := p.chains()
	var above []string
	for _, way := range p.clientWays(chains) {
		for _, ca := range way.CAs {
			above = append(above, chains.Certificates[ca].SHA256)
		}
	}
	return slices.DeleteFunc(p.seenCertificates(CertificateEvidence), func(c seenCertificate) bool { return !slices.Contains(above, c.SHA256) })
}

func (p *Plan) fillCACertificates(e *Expiry) {
	e.When = "On the day that stands in each: whoever runs the CA set the term."
	e.earliest(p.chainCertificates(), " It is the first CA of the chain to end.")
}

// seenToken gives the token that ends last: a new one takes the place of those
// before it.
func (p *Plan) seenToken() (TokenFacts, string) {
	var last TokenFacts
	file := ""
	places, tokens := evidenceWith(p, Evidence.Token)
	for i, token := range tokens {
		if token.Expires.After(last.Expires) {
			last, file = token, p.Evidence[places[i]].name()
		}
	}
	return last, file
}

// earliestEnd is the earliest end among some certificates, and the file that it
// stands in; zero where none has one.
func earliestEnd(list []seenCertificate) (time.Time, string) {
	list = slices.DeleteFunc(slices.Clone(list), func(c seenCertificate) bool { return c.NotAfter.IsZero() })
	if len(list) == 0 {
		return time.Time{}, ""
	}
	first := slices.MinFunc(list, func(a, b seenCertificate) int {
		return cmp.Or(a.NotAfter.Compare(b.NotAfter), cmp.Compare(a.place, b.place))
	})
	return first.NotAfter, first.file
}
