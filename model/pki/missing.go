package pki

import (
	"cmp"
	"slices"
	"strings"
)

// maxFetch is how many addresses of a missing CA are kept.
const maxFetch = 8

// findMissing finds the CAs that issued something and are not in the heap.
// Children that do not say the key of their issuer count with those that do,
// where all these agree.
func (h *sorter) findMissing() {
	groups := map[string]*MissingCA{}
	for i := range h.list {
		if !h.lacksIssuer(i) {
			continue
		}
		id := h.missingID(i)
		if groups[id] == nil {
			groups[id] = &MissingCA{Subject: h.list[i].Issuer, For: []int{}, Fetch: []string{}}
		}
		groups[id].add(i, h.list[i].CertificateFacts)
	}
	for _, m := range groups {
		h.missing = append(h.missing, *m)
	}
	slices.SortFunc(h.missing, func(a, b MissingCA) int { return cmp.Compare(a.For[0], b.For[0]) })
}

func (m *MissingCA) add(child int, c CertificateFacts) {
	m.For = append(m.For, child)
	m.KeyID = cmp.Or(m.KeyID, c.AuthorityKey)
	m.Fetch = union(m.Fetch, c.AIA)
	slices.SortStableFunc(m.Fetch, webFirst)
	m.Fetch = m.Fetch[:min(len(m.Fetch), maxFetch)]
}

// webFirst puts the addresses first that a browser can open.
func webFirst(a, b string) int {
	switch web := strings.HasPrefix(strings.ToLower(a), "http"); {
	case web == strings.HasPrefix(strings.ToLower(b), "http"):
		return 0
	case web:
		return -1
	}
	return 1
}

// lacksIssuer reports whether none of the heap issued the certificate. One that
// signed itself needs none.
func (h *sorter) lacksIssuer(i int) bool {
	c := h.list[i]
	return h.explored[i] && c.Role != RootCA && len(c.Issuers) == 0 && !c.signedItself() && !h.issuedByUnexplored(i)
}

// issuedByUnexplored reports whether the issuer is in the part of a large heap
// that nobody looked at.
func (h *sorter) issuedByUnexplored(child int) bool {
	for i, c := range h.list {
		if !h.explored[i] && c.maySign() && h.list[child].linkTo(c.CertificateFacts) != notLinked {
			return true
		}
	}
	return false
}

// missingID tells missing CAs apart: by name and key.
func (h *sorter) missingID(i int) string {
	c := h.list[i]
	name := cmp.Or(c.IssuerID, c.Issuer)
	return name + "\n" + strings.ToLower(cmp.Or(c.AuthorityKey, h.agreedKey(c.CertificateFacts)))
}

// agreedKey is the key that all others without an issuer name for the same
// issuer, "" where they disagree.
func (h *sorter) agreedKey(c CertificateFacts) string {
	key := ""
	for i, other := range h.list {
		if other.IssuerID != c.IssuerID || other.Issuer != c.Issuer || other.AuthorityKey == "" || !h.lacksIssuer(i) {
			continue
		}
		if key != "" && !strings.EqualFold(key, other.AuthorityKey) {
			return ""
		}
		key = other.AuthorityKey
	}
	return key
}

// lookalikes are the certificates of the heap that have the name of a missing CA,
// but cannot be it.
func (h *sorter) lookalikes(m MissingCA) []int {
	var list []int
	child := h.list[m.For[0]]
	for i, c := range h.list {
		if i != m.For[0] && child.IssuerID != "" && c.SubjectID == child.IssuerID {
			list = append(list, i)
		}
	}
	return list
}
