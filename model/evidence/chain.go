package evidence

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// JudgeChain says whether the files hold every CA above the client
// certificates.
func JudgeChain(p *model.Plan) []model.Outcome {
	present := slices.ContainsFunc(p.Evidence, func(e model.Evidence) bool { return e.Kind == model.CertificateEvidence })
	if !p.Uses(model.ClientPKI) || !present {
		return nil
	}
	unclear := func(doubt string) []model.Outcome {
		return []model.Outcome{{Subject: "evidence", Holds: model.Unknown, Doubt: doubt}}
	}
	chains := Chains(p)
	clients := clientWays(p, chains)
	var faults, doubts []string
	for _, way := range clients {
		faults = append(faults, wayFaults(p, chains, way)...)
		doubts = append(doubts, way.Doubts...)
	}
	switch whole := isWhole(p, model.CertificateEvidence); {
	case tooMuchEvidence(p):
		return unclear(fmt.Sprintf("the plan holds more than %d pieces of evidence", Max))
	case len(clients) == 0 && !whole, len(faults) > 0 && !whole:
		return unclear(noFacts)
	case len(clients) == 0:
		return unclear("no client certificate is among the evidence: add one, and the chain above it is checked")
	case len(faults) == 0 && len(doubts) > 0:
		return unclear(strings.Join(model.FirstFew(eachOnce(doubts)), "; "))
	}
	faults = eachOnce(faults)
	return model.OutcomeOf("evidence", model.TruthOf(len(faults) == 0), strings.Join(model.FirstFew(faults), "; "))
}

// clientWays lists a way for each client certificate, also for one that the
// sorting left without.
func clientWays(p *model.Plan, chains pki.Chains) []pki.Path {
	var ways []pki.Path
	for i, c := range chains.Certificates {
		if c.Role != pki.ClientLeaf {
			continue
		}
		place := slices.IndexFunc(chains.Ways, func(w pki.Path) bool { return w.Leaf == i })
		if place < 0 {
			ways = append(ways, pki.Path{Leaf: i})
			continue
		}
		ways = append(ways, chains.Ways[place])
	}
	return ways
}

// wayFaults say what is wrong with the way from a client certificate to its
// root.
func wayFaults(p *model.Plan, chains pki.Chains, way pki.Path) []string {
	leaf := chains.Certificates[way.Leaf].Short()
	if len(way.CAs) == 0 && chains.Certificates[way.Leaf].SelfIssued {
		return []string{leaf + " signed itself: no CA stands above it"}
	}
	switch {
	case !way.Complete && len(way.Barred) > 0:
		return way.Barred
	case !way.Complete:
		return []string{missingWords(chains, way)}
	}
	if !way.InDate {
		return expiredWords(p, chains, way)
	}
	if n, given := p.PKI.CACertificates.Value(); given && n != len(way.CAs) {
		return []string{fmt.Sprintf("%s above %s, and the plan says %d: correct one or the other", countCAs(len(way.CAs)), leaf, n)}
	}
	return nil
}

func countCAs(n int) string {
	if n == 1 {
		return "1 CA certificate stands"
	}
	return fmt.Sprintf("%d CA certificates stand", n)
}

// missingWords name the CA at which the way breaks off.
func missingWords(c pki.Chains, way pki.Path) string {
	top := way.Leaf
	if len(way.CAs) > 0 {
		top = way.CAs[len(way.CAs)-1]
	}
	below := c.Certificates[top]
	for _, m := range c.Missing {
		if slices.Contains(m.For, top) {
			return "the certificate of the CA " + m.Subject + " is missing: it issued " + below.Short() + fetchWords(m.Fetch)
		}
	}
	return "the certificate of the CA that issued " + below.Short() + " is missing: " + below.Issuer
}

func fetchWords(addresses []string) string {
	if len(addresses) == 0 {
		return ""
	}
	return ", and can be fetched at " + addresses[0]
}

// expiredWords name the CAs of a way that are out of date.
func expiredWords(p *model.Plan, chains pki.Chains, way pki.Path) []string {
	var words []string
	for _, i := range way.CAs {
		if ca := chains.Certificates[i]; !ca.InDate(p.At) {
			words = append(words, "the CA "+ca.Short()+" "+ca.DateWords(p.At))
		}
	}
	if len(words) == 0 {
		words = []string{"a CA above " + chains.Certificates[way.Leaf].Short() + " is out of date"}
	}
	return words
}

// eachOnce keeps the first of what is there several times.
func eachOnce(list []string) []string {
	var kept []string
	for _, text := range list {
		if !slices.Contains(kept, text) {
			kept = append(kept, text)
		}
	}
	return kept
}

// tooMuchEvidence can stand in a file that was written by hand alone.
func tooMuchEvidence(p *model.Plan) bool { return len(p.Evidence) > Max }

// isWhole reports whether the facts of all evidence of a kind can be read.
func isWhole(p *model.Plan, kind model.EvidenceKind) bool {
	return !slices.ContainsFunc(p.Evidence, func(e model.Evidence) bool {
		_, found := Certificate(e)
		return e.Kind == kind && !found
	})
}
