package evidence

import (
	"cmp"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// SeenEnd sets the day on which the first of some evidence ends.
func (e *Expiry) SeenEnd(end time.Time, file string) bool {
	if end.IsZero() {
		return false
	}
	e.Date = model.DayOf(end)
	e.Term = e.Date
	e.When = "On " + e.Date + ", as " + file + " shows."
	return true
}

// Earliest is seenEnd for the first of some certificates, with more words.
func (e *Expiry) Earliest(list []SeenCertificate, words string) {
	if e.SeenEnd(EarliestEnd(list)) {
		e.When += words
	}
}

// GatewayCertificates are the server authentication certificates that were
// seen and are for the service name of the CMG.
func GatewayCertificates(p *model.Plan) []SeenCertificate {
	return slices.DeleteFunc(SeenCertificates(p, model.ServerCertificateEvidence), func(c SeenCertificate) bool { return !IsOfGateway(p, c.CertificateFacts) })
}

// ClientCertificates are the client authentication certificates that were
// seen.
func ClientCertificates(p *model.Plan) []SeenCertificate {
	return slices.DeleteFunc(SeenCertificates(p, model.CertificateEvidence), func(c SeenCertificate) bool { return c.Role != pki.ClientLeaf })
}

// ChainCertificates are the CAs above the client certificates that were seen.
func ChainCertificates(p *model.Plan) []SeenCertificate {
	chains := Chains(p)
	var above []string
	for _, way := range clientWays(p, chains) {
		for _, ca := range way.CAs {
			above = append(above, chains.Certificates[ca].SHA256)
		}
	}
	return slices.DeleteFunc(SeenCertificates(p, model.CertificateEvidence), func(c SeenCertificate) bool { return !slices.Contains(above, c.SHA256) })
}

// SeenToken gives the token that ends last: a new one takes the place of those
// before it.
func SeenToken(p *model.Plan) (TokenFacts, string) {
	var last TokenFacts
	file := ""
	places, tokens := evidenceWith(p, Token)
	for i, token := range tokens {
		if token.Expires.After(last.Expires) {
			last, file = token, name(p.Evidence[places[i]])
		}
	}
	return last, file
}

// EarliestEnd is the earliest end among some certificates, and the file that it
// stands in; zero where none has one.
func EarliestEnd(list []SeenCertificate) (time.Time, string) {
	list = slices.DeleteFunc(slices.Clone(list), func(c SeenCertificate) bool { return c.NotAfter.IsZero() })
	if len(list) == 0 {
		return time.Time{}, ""
	}
	first := slices.MinFunc(list, func(a, b SeenCertificate) int {
		return cmp.Or(a.NotAfter.Compare(b.NotAfter), cmp.Compare(a.place, b.place))
	})
	return first.NotAfter, first.File
}

// An Expiry is something in the set-up that comes to an end and must be renewed.
type Expiry struct {
	ID      string            `json:"id"`
	What    string            `json:"what"`
	Term    string            `json:"term"` // how long it lasts, in few words, "" where only the thing itself tells
	When    string            `json:"when"` // the same in a sentence
	Date    string            `json:"date"` // its day, "YYYY-MM-DD", "" where the plan does not say it
	Then    string            `json:"then"` // what happens, and what helps
	Owner   model.Team        `json:"owner"`
	Task    string            `json:"task"` // the task that renews it, "" for none
	Early   string            `json:"-"`    // what an appointment some weeks before asks for, "" for: renew it
	Cites   []model.Citation  `json:"-"`
	Sources []model.Reference `json:"sources"`
}
