package pki

import (
	"cmp"
	"slices"
	"strings"
)

// link says how sure it is that one certificate issued another.
type link string

// The links.
const (
	notLinked    link = ""
	linkedByName link = "name"      // nothing but the name was there to compare
	linkedByID   link = "key id"    // by name and key identifiers
	linkedByKey  link = "signature" // the key of the one made the signature of the other
)

// linkTo says whether the certificate was issued by another one, as far as its
// name and key tell.
func (c CertificateFacts) linkTo(parent CertificateFacts) link {
	switch {
	case c.IssuerID == "" || c.IssuerID != parent.SubjectID:
		return notLinked
	case len(c.SignedBy) > 0:
		return linkIf(parent.KeyID != "" && slices.Contains(c.SignedBy, parent.KeyID), linkedByKey)
	case parent.KeyID != "" && slices.Contains(c.NotSignedBy, parent.KeyID):
		return notLinked
	case c.AuthorityKey != "" && parent.SubjectKey != "":
		return linkIf(strings.EqualFold(c.AuthorityKey, parent.SubjectKey), linkedByID)
	}
	return linkedByName
}

func linkIf(condition bool, l link) link {
	if condition {
		return l
	}
	return notLinked
}

// maySign reports whether the certificate may stand above others.
func (c CertificateFacts) maySign() bool {
	return c.CA && (len(c.KeyUsage) == 0 || slices.Contains(c.KeyUsage, certificateSign))
}

// link finds the issuers of each certificate. A root has none.
func (h *sorter) link() {
	named := map[string][]int{}
	for i, c := range h.list {
		if h.explored[i] && c.maySign() {
			named[c.SubjectID] = append(named[c.SubjectID], i)
		}
	}
	for i := range h.list {
		if c := &h.list[i]; h.explored[i] && c.Role != RootCA {
			c.Issuers = h.issuersOf(i, named[c.IssuerID])
		}
	}
}

func (h *sorter) issuersOf(child int, candidates []int) []int {
	issuers := []int{}
	for _, parent := range candidates {
		if parent != child && h.list[child].linkTo(h.list[parent].CertificateFacts) != notLinked {
			issuers = append(issuers, parent)
		}
	}
	slices.SortStableFunc(issuers, h.compareIssuers)
	return issuers[:min(len(issuers), maxParents)]
}

// compareIssuers puts the better issuer first: one in date, then a root, then
// the one that lasts longer.
func (h *sorter) compareIssuers(a, b int) int {
	first, second := &h.list[a], &h.list[b]
	return cmp.Or(
		compareTruth(first.InDate(h.at), second.InDate(h.at)),
		compareTruth(first.Role == RootCA, second.Role == RootCA),
		second.NotAfter.Compare(first.NotAfter),
		second.NotBefore.Compare(first.NotBefore),
	)
}

// compareTruth puts what is true first.
func compareTruth(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
