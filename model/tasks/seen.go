package tasks

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/pki"
)

// seenForTasks says what evidence adds to a task: a row each.
var seenForTasks = map[string]func(p *model.Plan) []string{
	"pki-export-chain":  seenChain,
	"cmg-trusted-roots": seenChain,
	"pki-site-ctl":      seenRoots,

	"pki-crl": seenCRLs,

	"cert-issue-public":     seenGateway,
	"cert-issue-enterprise": seenGateway,
	"cert-export-pfx":       seenGateway,
	"op-server-cert-renew":  seenGateway,

	"entra-device-join": func(p *model.Plan) []string { return seenOf(p, model.DeviceStateEvidence) },
	"token-bulk":        func(p *model.Plan) []string { return seenOf(p, model.TokenEvidence) },
}

// EvidenceLines is what the evidence of the plan says about a task, a line each.
func EvidenceLines(p *model.Plan, task string) []string {
	if say := seenForTasks[task]; say != nil && len(p.Evidence) > 0 {
		return say(p)
	}
	return nil
}

// seenChain names the files to upload, and what is missing.
func seenChain(p *model.Plan) []string {
	chains := evidence.Chains(p)
	lines := append(uploads(chains, pki.UploadRoot), uploads(chains, pki.UploadIntermediate)...)
	if len(lines) > 0 && !hasClients(chains) {
		lines = append([]string{"No client certificate was seen: this holds only for CAs above one."}, lines...)
	}
	for _, m := range chains.Missing {
		lines = append(lines, "Missing: "+m.Subject)
	}
	return lines
}

func seenRoots(p *model.Plan) []string {
	chains := evidence.Chains(p)
	if !hasClients(chains) {
		return nil
	}
	return uploads(chains, pki.UploadRoot)
}

func hasClients(c pki.Chains) bool {
	return slices.ContainsFunc(c.Certificates, func(s pki.SortedCertificate) bool { return s.IsClientOfPKI() })
}

// uploads are the certificates that are given to the CMG in this way.
func uploads(c pki.Chains, as pki.UploadAs) []string {
	var lines []string
	for _, s := range c.Certificates {
		if s.Upload == as {
			lines = append(lines, fmt.Sprintf("%s: %s, file %s, thumbprint %s", pki.Uploads.Label(as), s.Short(), s.Files[0], s.SHA1))
		}
	}
	return lines
}

// seenCRLs names the CRL addresses in the certificates of the clients' PKI, each
// once, with what can be told of each.
func seenCRLs(p *model.Plan) []string {
	var lines []string
	for _, c := range evidence.SeenCertificates(p, model.CertificateEvidence) {
		for _, address := range c.CRL {
			line := "CRL, " + pki.CRLReaches.Label(pki.JudgeCRLAddress(address)) + ": " + model.Clean(address)
			if !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// seenGateway names the server authentication certificates that are the CMG's.
func seenGateway(p *model.Plan) []string {
	var lines []string
	for _, c := range evidence.SeenCertificates(p, model.ServerCertificateEvidence) {
		if evidence.IsOfGateway(p, c.CertificateFacts) {
			lines = append(lines, fmt.Sprintf("%s, file %s, thumbprint %s, %s", c.Short(), c.File, c.SHA1, model.EndWords(c.NotAfter, p.At)))
		}
	}
	return lines
}

// seenOf names the evidence of a kind, and when each ends.
func seenOf(p *model.Plan, kind model.EvidenceKind) []string {
	var lines []string
	for _, s := range evidence.SeenIn(p) {
		if s.Kind != kind {
			continue
		}
		line := s.What + ", file " + s.FileName()
		if ends := model.EndWords(s.Ends, p.At); ends != "" {
			line += ", " + ends
		}
		lines = append(lines, line)
	}
	return lines
}
