package pki

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// The bounds of a heap. Whatever lies beyond them is listed, but not explored.
const (
	maxExplored  = 200  // certificates
	maxParents   = 16   // CAs that issued one certificate
	maxWayLength = 16   // CAs above one certificate
	maxWays      = 32   // ways for one certificate
	maxWaySteps  = 1000 // steps of the search for the ways of one certificate
	longestFile  = 80   // runes of a file's name in a sentence
	mostNames    = 8    // names in a sentence
	mostRemarks  = 20   // remarks of one sort
)

// A sorter is a heap of certificates while it is being sorted. Certificates are
// known by their places in the list.
type sorter struct {
	list     []SortedCertificate
	at       time.Time
	explored []bool
	entities []string       // which CA it is: its name and key
	shared   map[string]int // how many certificates of one name a file holds

	leafWays   []Path // what Chains shows
	uploadWays []Path // those that decide what the CMG needs
	missing    []MissingCA
	naming     *naming
}

func newSorter(found []FoundCertificate, at time.Time) *sorter {
	h := &sorter{list: distinctCertificates(found), at: at, leafWays: []Path{}, missing: []MissingCA{}}
	slices.SortFunc(h.list, comparePlaces)
	h.explored = make([]bool, len(h.list))
	h.entities, h.shared = make([]string, len(h.list)), map[string]int{}
	for i, c := range h.list {
		h.entities[i] = c.entity()
		for _, file := range c.Files {
			h.shared[c.Short()+"\n"+file]++
		}
	}
	h.naming = newNaming(h.list)
	h.chooseExplored()
	return h
}

// chooseExplored takes the CAs first: they are worth more than further leaves.
func (h *sorter) chooseExplored() {
	left := maxExplored
	for _, wanted := range []bool{true, false} {
		for i := range h.list {
			if h.list[i].isCA() == wanted && left > 0 {
				h.explored[i] = true
				left--
			}
		}
	}
}

// distinctCertificates gathers the files of each certificate. What is found
// does not depend on the order of the files.
func distinctCertificates(found []FoundCertificate) []SortedCertificate {
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b FoundCertificate) int {
		return cmp.Or(strings.Compare(a.identity(), b.identity()), strings.Compare(a.File, b.File))
	})
	list := []SortedCertificate{}
	for i, f := range found {
		if i == 0 || f.identity() != found[i-1].identity() {
			list = append(list, newSorted(f))
		}
		list[len(list)-1].add(f)
	}
	return list
}

func newSorted(f FoundCertificate) SortedCertificate {
	s := SortedCertificate{CertificateFacts: f.CertificateFacts, Files: []string{}, Issuers: []int{}, Remarks: []model.Remark{}}
	s.Role = s.roleInHeap()
	s.SignedBy, s.NotSignedBy = slices.Clone(s.SignedBy), slices.Clone(s.NotSignedBy)
	return s
}

// add takes in a further copy of the certificate.
func (s *SortedCertificate) add(f FoundCertificate) {
	if file := model.Shorten(model.Clean(f.File), longestFile); !slices.Contains(s.Files, file) {
		s.Files = append(s.Files, file)
	}
	s.SignedBy = union(s.SignedBy, f.SignedBy)
	s.NotSignedBy = union(s.NotSignedBy, f.NotSignedBy)
}

func union(list, more []string) []string {
	for _, text := range more {
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}

// identity tells certificates apart, also where somebody removed the thumbprint.
func (c CertificateFacts) identity() string {
	if c.SHA256 != "" {
		return strings.ToLower(c.SHA256)
	}
	return strings.Join([]string{"", c.SHA1, c.SubjectID, c.IssuerID, c.Serial, c.KeyID, c.Subject}, "\n")
}

// roleInHeap is the role as the signatures show it. A CA that carries its own
// name as its issuer is no root if another key signed it: so AD CS links the old
// and the new key of a CA. A wildcard is the name of a server, whatever else its
// certificate is good for.
func (c CertificateFacts) roleInHeap() CertificateRole {
	switch {
	case c.Role == RootCA && !c.signedItself():
		return IntermediateCA
	case c.Role == IntermediateCA && c.SelfIssued && c.signedItself():
		return RootCA
	case c.Role == ClientLeaf && c.HasPurpose(ServerAuthentication) && c.hasWildcard():
		return ServerLeaf
	}
	return c.Role
}

func (c CertificateFacts) hasWildcard() bool {
	return strings.HasPrefix(c.CommonName, "*.") || slices.ContainsFunc(c.Names, func(name string) bool { return strings.HasPrefix(name, dnsName+"*.") })
}

// signedItself reports whether nothing speaks against a self-signature, where
// subject and issuer are the same.
func (c CertificateFacts) signedItself() bool {
	return c.SelfIssued && c.linkTo(c) != notLinked
}

func (c CertificateFacts) isCA() bool { return c.Role == RootCA || c.Role == IntermediateCA }

// rolePlaces are the ranks of the roles in the list.
var rolePlaces = map[CertificateRole]int{ClientLeaf: 1, ServerLeaf: 2, OtherLeaf: 3, IntermediateCA: 4, RootCA: 5}

func comparePlaces(a, b SortedCertificate) int {
	return cmp.Or(
		cmp.Compare(a.place(), b.place()),
		strings.Compare(a.Subject, b.Subject),
		a.NotBefore.Compare(b.NotBefore),
		strings.Compare(a.identity(), b.identity()),
	)
}

// place is the rank of the role. What no role is known of lies with the others.
func (c CertificateFacts) place() int {
	return cmp.Or(rolePlaces[c.Role], rolePlaces[OtherLeaf])
}
