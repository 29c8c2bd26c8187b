package inspect

import (
	"cmgwizard/model"
	"cmgwizard/model/certs"
	"cmgwizard/model/evidence"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

// sort checks the signatures of all certificates of all files against each
// other and puts them in order, once.
func (in *inspection) sort() {
	all := make([]*certs.Certificate, len(in.heap))
	for i, c := range in.heap {
		all[i] = c.Certificate
	}
	certs.CheckSignatures(all)
	for _, c := range all {
		in.settleRole(c)
	}
	heap := make([]pki.FoundCertificate, len(in.heap))
	for i, c := range in.heap {
		heap[i] = pki.FoundCertificate{CertificateFacts: c.CertificateFacts, File: c.file}
	}
	in.chains = filled(pki.SortCertificates(heap, in.At))
	in.places = places(in.chains)
	in.seen = map[string]bool{}
	if in.left > 0 {
		in.chains.Remarks = append(in.chains.Remarks, model.NewRemark("certificates-left-out", model.Warning, "",
			model.CountedAs(in.left, "certificate was", "certificates were")+" left out: no more than "+model.Thousands(maxCertificates)+" are sorted in one go. The answer may lack a CA.",
			"Inspect one client certificate with the CAs above it, without the rest."))
	}
}

// settleRole takes a certificate for both purposes for that of the CMG where the
// plan gives the CMG its name.
func (in *inspection) settleRole(c *certs.Certificate) {
	if in.Plan == nil || c.Role != pki.ClientLeaf || !c.HasPurpose(pki.ServerAuthentication) || !model.Known(in.Plan.Gateway.ServiceName) {
		return
	}
	if fits, _ := c.ServerName(in.Plan.Gateway.ServiceName); fits {
		c.Role = pki.ServerLeaf
	}
}

// places tells where each certificate stands in the sorted chains.
func places(chains pki.Chains) map[string]int {
	places := make(map[string]int, len(chains.Certificates))
	for i, c := range chains.Certificates {
		places[c.SHA256] = i
	}
	return places
}

// compare says what a file means beside the other files and the plan.
func (in *inspection) compare(f *reading.Found) {
	f.Certificates = in.placed(f.Held)
	in.keepEvidence(f)
	in.judgeBindings(f)
	in.CompareTenants(f)
}

// placed lists the places of a file's certificates, each once.
func (in *inspection) placed(certificates []*certs.Certificate) []int {
	var found []int
	had := map[int]bool{}
	for _, c := range certificates {
		place, ok := in.places[c.SHA256]
		if ok && !had[place] {
			had[place] = true
			found = append(found, place)
		}
	}
	return found
}

// keepEvidence makes each certificate evidence of the first file that has it.
func (in *inspection) keepEvidence(f *reading.Found) {
	for _, c := range f.Held {
		if in.seen[c.SHA256] {
			continue
		}
		in.seen[c.SHA256] = true
		if c.IsForeign() {
			f.Remark("not-kept", "", "", c.Short()+" says nothing about your PKI or the CMG: a plan keeps nothing of it.", "")
			continue
		}
		f.Evidence = append(f.Evidence, evidence.New(evidenceKind(c.Role), reading.BaseName(f.Name), f.SHA256, in.At, c.CertificateFacts))
		in.compareWithPlan(c.CertificateFacts)
	}
}

func evidenceKind(role pki.CertificateRole) model.EvidenceKind {
	if role == pki.ServerLeaf {
		return model.ServerCertificateEvidence
	}
	return model.CertificateEvidence
}

// compareWithPlan adds to a leaf certificate what the plan says about its names.
func (in *inspection) compareWithPlan(c pki.CertificateFacts) {
	place, ok := in.places[c.SHA256]
	if !ok || in.Plan == nil {
		return
	}
	sorted := &in.chains.Certificates[place]
	switch c.Role {
	case pki.ServerLeaf:
		sorted.Remarks = append(sorted.Remarks, pki.ServerRemarks(in.Plan, c)...)
	case pki.ClientLeaf:
		sorted.Remarks = append(sorted.Remarks, pki.ClientRemarks(in.Plan, c)...)
	}
}

// filled makes every list of the chains one that JSON shows as a list.
func filled(c pki.Chains) pki.Chains {
	c.Certificates, c.Ways, c.Missing, c.Remarks = reading.List(c.Certificates), reading.List(c.Ways), reading.List(c.Missing), reading.List(c.Remarks)
	for i := range c.Certificates {
		s := &c.Certificates[i]
		s.Files, s.Issuers, s.Remarks = reading.List(s.Files), reading.List(s.Issuers), reading.List(s.Remarks)
		fillFacts(&s.CertificateFacts)
	}
	for i := range c.Ways {
		c.Ways[i].CAs, c.Ways[i].Others = reading.List(c.Ways[i].CAs), reading.List(c.Ways[i].Others)
		c.Ways[i].Barred, c.Ways[i].Doubts = reading.List(c.Ways[i].Barred), reading.List(c.Ways[i].Doubts)
	}
	for i := range c.Missing {
		c.Missing[i].For, c.Missing[i].Fetch = reading.List(c.Missing[i].For), reading.List(c.Missing[i].Fetch)
	}
	return c
}

func fillFacts(c *pki.CertificateFacts) {
	for _, of := range []*[]string{&c.Purposes, &c.KeyUsage, &c.Names, &c.CRL, &c.AIA, &c.SignedBy, &c.NotSignedBy, &c.Oddities,
		&c.Permitted, &c.Excluded, &c.Critical, &c.Partial} {
		*of = reading.List(*of)
	}
}
