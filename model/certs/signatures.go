package certs

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// The bounds of checking: a heap of large keys must not take seconds. One work
// is about what a check with an RSA key of 1024 bits takes.
const (
	maxCandidates = 32   // CAs of one name that one certificate is checked against
	maxChecks     = 2000 // of a heap
	maxWork       = 4000 // of a heap
)

// A check is one signature to be checked against the key of one CA.
type check struct {
	of, by *Certificate
	work   int
}

// CheckSignatures fills SignedBy and NotSignedBy of all, each against the CAs
// among them that have its issuer's name, and against itself where it names
// itself. What was not checked is in neither, and an oddity says so.
func CheckSignatures(all []*Certificate) {
	signers, distinct := signersAmong(all), map[string]*Certificate{}
	var checks []check
	for _, c := range all {
		if first, again := distinct[c.SHA256]; !again || first == c {
			distinct[c.SHA256] = c
			checks = append(checks, checksOf(c, signers)...)
		}
	}
	run(checks)
	for _, c := range all {
		if first := distinct[c.SHA256]; first != c {
			c.SignedBy, c.NotSignedBy = slices.Clone(first.SignedBy), slices.Clone(first.NotSignedBy)
		}
		for _, words := range distinct[c.SHA256].notes {
			c.odd("%s", words)
		}
	}
}

// signers are the CAs of each name, one for each key.
type signers map[string][]*Certificate

func signersAmong(all []*Certificate) signers {
	found, seen := signers{}, map[[2]string]bool{}
	for _, c := range all {
		if id := [2]string{c.SubjectID, c.KeyID}; c.CA && !seen[id] {
			seen[id] = true
			found[c.SubjectID] = append(found[c.SubjectID], c)
		}
	}
	return found
}

// checksOf are the checks of one certificate: first against those whose key
// identifier it names.
func checksOf(c *Certificate, signers signers) (checks []check) {
	c.SignedBy, c.NotSignedBy, c.notes = nil, nil, nil
	candidates := signers[c.IssuerID]
	if len(candidates) > maxCandidates {
		c.note("it was checked against %d of the CAs that have its issuer's name, not against all", maxCandidates)
		candidates = best(c, candidates)
	}
	if c.SelfIssued && !slices.ContainsFunc(candidates, c.sameKey) {
		candidates = append(slices.Clip(candidates), c)
	}
	for _, by := range candidates {
		work, words := workOf(c, by)
		if words != "" {
			c.note("its signature was not checked: %s", words)
			continue
		}
		checks = append(checks, check{c, by, work})
	}
	return checks
}

func (c *Certificate) sameKey(other *Certificate) bool { return c.KeyID == other.KeyID }

// best are as many of the candidates as are checked.
func best(c *Certificate, candidates []*Certificate) []*Certificate {
	var named, others []*Certificate
	for _, by := range candidates {
		if by.SubjectKey == c.AuthorityKey {
			named = append(named, by)
		} else if len(others) < maxCandidates {
			others = append(others, by)
		}
		if len(named) == maxCandidates {
			break
		}
	}
	return append(named, others...)[:maxCandidates]
}

// run runs the checks, the cheap ones first, until the work is done or is enough.
func run(checks []check) {
	slices.SortStableFunc(checks, func(a, b check) int { return cmp.Compare(a.work, b.work) })
	digests, keys := digestCache{}, keyCache{}
	work := 0
	for i, k := range checks {
		if work += k.work; work > maxWork || i >= maxChecks {
			k.of.note("its signature was not checked against every CA of its issuer's name: there are too many")
			continue
		}
		switch k.of.verify(keys.of(k.by), digests) {
		case signed:
			k.of.SignedBy = keep(k.of.SignedBy, k.by.KeyID)
		case notSigned:
			k.of.NotSignedBy = keep(k.of.NotSignedBy, k.by.KeyID)
		case unknown:
			k.of.note("its signature was not checked: this program cannot read it, or not the key of its issuer")
		}
	}
}

// note keeps what is to be said about the checks of a certificate.
func (c *Certificate) note(format string, values ...any) {
	if words := fmt.Sprintf(format, values...); !slices.Contains(c.notes, words) {
		c.notes = append(c.notes, words)
	}
}

func keep(list []string, id string) []string {
	if len(list) < maxList {
		list = append(list, id)
	}
	return list
}

// A digestCache keeps what was signed in each certificate, hashed once.
type digestCache map[*Certificate][]byte

func (d digestCache) of(c *Certificate) []byte {
	if sum, known := d[c]; known {
		return sum
	}
	h := hashOf(c.Hash).New()
	h.Write(c.signed)
	d[c] = h.Sum(nil)
	return d[c]
}

// A keyCache keeps the public key of each CA, read once.
type keyCache map[*Certificate]any

func (k keyCache) of(c *Certificate) any {
	if key, known := k[c]; known {
		return key
	}
	k[c] = publicKey(bytes.Clone(c.key))
	return k[c]
}
