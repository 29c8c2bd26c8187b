package pki

import (
	"fmt"

	"cmgwizard/model"
)

// refusal says why a CA may not stand where it stands, though it signed.
type refusal string

// The refusals.
const (
	noRefusal    refusal = ""
	tooManyBelow refusal = "path length" // more CAs stand below it than it allows
	otherPurpose refusal = "purpose"     // it may only issue for other purposes
	otherNames   refusal = "names"       // its name constraints forbid a name below it
)

// refusal says whether a CA may be the next one of a path.
func (h *sorter) refusal(ca, leaf int, path []int) refusal {
	c := &h.list[ca]
	switch {
	case c.MaxPath >= 0 && h.casBelow(leaf, path) > c.MaxPath:
		return tooManyBelow
	case !c.mayIssueFor(h.list[leaf].Role):
		return otherPurpose
	}
	if _, words := h.namesAgainst(ca, leaf, path); words != "" {
		return otherNames
	}
	return noRefusal
}

// casBelow counts the CAs that a path length counts: those that issued
// themselves are free.
func (h *sorter) casBelow(leaf int, path []int) int {
	count := 0
	for _, i := range append([]int{leaf}, path...) {
		if c := &h.list[i]; c.isCA() && !c.SelfIssued {
			count++
		}
	}
	return count
}

// mayIssueFor reports whether a CA that is restricted to some purposes may stand
// above a certificate. Windows demands the purpose of each CA on the way. CAs
// alone are judged as those of client certificates.
func (c CertificateFacts) mayIssueFor(leaf CertificateRole) bool {
	switch leaf {
	case ServerLeaf:
		return c.HasPurpose(ServerAuthentication)
	case OtherLeaf:
		return true
	}
	return c.HasPurpose(ClientAuthentication)
}

// A refusedCA is a place on a path at which a CA was not let in.
type refusedCA struct {
	ca, below int // the CA, and the certificate that it issued
	refusal   refusal
}

// refusals are those that end a way before its root.
func (h *sorter) refusals(w Path) []refusedCA {
	if w.Complete {
		return nil
	}
	var list []refusedCA
	top := h.top(w.Leaf, w.CAs)
	for _, ca := range h.list[top].Issuers {
		if o := h.refusal(ca, w.Leaf, w.CAs); o != noRefusal && !h.standsOn(ca, w.Leaf, w.CAs) {
			list = append(list, refusedCA{ca, top, o})
		}
	}
	return list
}

// barredWords say of each CA that signed the last certificate of a way, and may
// not stand above it, why not.
func (h *sorter) barredWords(w Path) []string {
	words := []string{}
	for _, o := range h.refusals(w) {
		words = append(words, h.who(o.ca)+" signed "+h.who(o.below)+", but "+h.refusalWords(w, o))
	}
	return words[:min(len(words), mostNames)]
}

// refusalWords say what stands against a CA in its place.
func (h *sorter) refusalWords(w Path, o refusedCA) string {
	switch o.refusal {
	case tooManyBelow:
		return fmt.Sprintf("its path length allows %s below it, and there are more", model.Counted(h.list[o.ca].MaxPath, "CA"))
	case otherNames:
		below, words := h.namesAgainst(o.ca, w.Leaf, w.CAs)
		return "its name constraints forbid " + h.who(below) + ": " + words
	}
	return h.list[o.ca].restrictedWords()
}

// restrictedWords say that the purposes of a CA shut out what is below it.
func (c CertificateFacts) restrictedWords() string {
	switch c.PurposeState {
	case NoPurpose:
		return "its extended key usage is empty: it is good for nothing"
	case UnreadablePurpose:
		return "its extended key usage cannot be read"
	}
	return "it is restricted to other purposes: " + model.Shorten(c.PurposeWords(), longestShort)
}
