package model

import (
	"fmt"
	"slices"
)

// seenForTasks says what evidence adds to a task: a row each.
var seenForTasks = map[string]func(p *Plan) []string{
	"pki-export-chain":  (*Plan).seenChain,
	"cmg-trusted-roots": (*Plan).seenChain,
	"pki-site-ctl":      (*Plan).seenRoots,

	"pki-crl": (*Plan).seenCRLs,

	"cert-issue-public":     (*Plan).seenGateway,
	"cert-issue-enterprise": (*Plan).seenGateway,
	"cert-export-pfx":       (*Plan).seenGateway,
	"op-server-cert-renew":  (*Plan).seenGateway,

	"entra-device-join": func(p *Plan) []string { return p.seenOf(DeviceStateEvidence) },
	"token-bulk":        func(p *Plan) []string { return p.seenOf(TokenEvidence) },
}

// seenFor is what the evidence of the plan says about a task, a line each.
func (p *Plan) seenFor(task string) []string {
	if say := seenForTasks[task]; say != nil && len(p.Evidence) > 0 {
		return say(p)
	}
	return nil
}

// seenChain names the files to upload, and what is missing.
func (p *Plan) seenChain() []string {
	chains := p.chains()
	lines := append(chains.uploads(UploadRoot), chains.uploads(UploadIntermediate)...)
	if len(lines) > 0 && !chains.hasClients() {
		lines = append([]string{"No client certificate was seen: this holds only for CAs that stand above one."}, lines...)
	}
	for _, m := range chains.Missing {
		lines = append(lines, "Missing: "+m.Subject)
	}
	return lines
}

func (p *Plan) seenRoots() []string {
	chains := p.chains()
	if !chains.hasClients() {
		return nil
	}
	return chains.uploads(UploadRoot)
}

func (c Chains) hasClients() bool {
	return slices.ContainsFunc(c.Certificates, func(s SortedCertificate) bool { return s.isClientOfPKI() })
}

// uploads are the certificates that are given to the CMG in this way.
func (c Chains) uploads(as UploadAs) []string {
	var lines []string
	for _, s := range c.Certificates {
		if s.Upload == as {
			lines = append(lines, fmt.Sprintf("%s: %s, file %s, thumbprint %s", Uploads.Label(as), s.Short(), s.Files[0], s.SHA1))
		}
	}
	return lines
}

// seenCRLs names the CRL addresses in the certificates of the clients' PKI, each
// once, with what can be told of each.
func (p *Plan) seenCRLs() []string {
	var lines []string
	for _, c := range p.seenCertificates(CertificateEvidence) {
		for _, address := range c.CRL {
			line := "CRL, " + CRLReaches.Label(JudgeCRLAddress(address)) + ": " + Clean(address)
			if !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// seenGateway names the server authentication certificates that are the CMG's.
func (p *Plan) seenGateway() []string {
	var lines []string
	for _, c := range p.seenCertificates(ServerCertificateEvidence) {
		if p.isOfGateway(c.CertificateFacts) {
			lines = append(lines, fmt.Sprintf("%s, file %s, thumbprint %s, %s", c.Short(), c.file, c.SHA1, EndWords(c.NotAfter, p.At)))
		}
	}
	return lines
}

// seenOf names the evidence of a kind, and when each ends.
func (p *Plan) seenOf(kind EvidenceKind) []string {
	var lines []string
	for _, s := range p.Seen() {
		if s.Kind != kind {
			continue
		}
		line := s.What + ", file " + s.FileName()
		if ends := EndWords(s.Ends, p.At); ends != "" {
			line += ", " + ends
		}
		lines = append(lines, line)
	}
	return lines
}
