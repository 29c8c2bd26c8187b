package pki

import "slices"

// keyName is by which a key is known: its hash, else its identifier.
func (c CertificateFacts) keyName() string {
	if c.KeyID != "" {
		return c.KeyID
	}
	if c.SubjectKey != "" {
		return "identifier " + c.SubjectKey
	}
	return c.identity()
}

// entity names the CA that a certificate is of: what is no CA is only itself.
func (c CertificateFacts) entity() string {
	if !c.isCA() {
		return "\n" + c.identity()
	}
	return c.SubjectID + "\n" + c.keyName()
}

// sameCA reports whether two certificates are of one CA: the same name and the
// same key.
func (h *sorter) sameCA(i, j int) bool { return h.entities[i] == h.entities[j] }

// isRenewal reports whether two certificates differ in their dates only: both are
// roots, or both come from one issuer.
func (h *sorter) isRenewal(i, j int) bool {
	a, b := &h.list[i], &h.list[j]
	return i != j && h.sameCA(i, j) && a.IssuerID == b.IssuerID && a.Role == b.Role
}

// hasTwinIn reports whether another certificate of the same CA is in a set.
func (h *sorter) hasTwinIn(i int, set map[int]bool) bool {
	for j := range h.list {
		if set[j] && i != j && h.sameCA(i, j) {
			return true
		}
	}
	return false
}

// hasBetterTwin reports whether there is a better renewal of the certificate.
func (h *sorter) hasBetterTwin(i int) bool {
	return slices.ContainsFunc(h.everyPlace(), func(j int) bool {
		if !h.explored[j] || !h.isRenewal(i, j) {
			return false
		}
		order := h.compareIssuers(j, i)
		return order < 0 || order == 0 && j < i
	})
}

// everyPlace lists the places of all certificates.
func (h *sorter) everyPlace() []int {
	list := make([]int, len(h.list))
	for i := range list {
		list[i] = i
	}
	return list
}
