package model

import (
	"strings"
)

// noFacts is why evidence that somebody wrote by hand cannot be judged.
const noFacts = "the plan does not hold what stands in the file: add it again"

// eachCertificate judges certificates among the evidence one by one: what is
// said against one breaks the rule.
func (p *Plan) eachCertificate(kind EvidenceKind, wanted func(CertificateFacts) bool, faults func(seenCertificate) []string) []Verdict {
	var verdicts []Verdict
	for _, c := range p.seenCertificates(kind) {
		if wanted(c.CertificateFacts) {
			verdicts = append(verdicts, faultVerdict(c.place, faults(c)))
		}
	}
	return verdicts
}

func everyCertificate(CertificateFacts) bool { return true }

func isClientLeaf(c CertificateFacts) bool { return c.Role == ClientLeaf }

func faultVerdict(place int, faults []string) Verdict {
	return Verdict{Subject: evidenceKey(place), Holds: truth(len(faults) == 0), Detail: strings.Join(faults, "; ")}
}

// strayWords say that the certificate is in a client's way while it is in date.
func (p *Plan) strayWords(c seenCertificate) []string {
	if c.expired(p.At) {
		return nil
	}
	return []string{"a device that holds it is installed as a PKI client"}
}

func (p *Plan) nameFaults(c seenCertificate) []string {
	name := p.Gateway.ServiceName
	names := strings.Join(firstFew(c.shownNames()), ", ")
	switch {
	case c.isForExactly(name):
		return nil
	case c.isFor(name):
		return []string{"it is for " + names + ": the letters of " + Clean(name) + " differ in case"}
	case names == "":
		return []string{"it is for no host name, and the service name is " + Clean(name)}
	}
	return []string{"it is for " + names + ", and the service name is " + Clean(name)}
}

func (p *Plan) judgeDeviceStates() []Verdict {
	if !p.Uses(EntraID) {
		return nil
	}
	var verdicts []Verdict
	for i, e := range p.Evidence {
		if e.Kind == DeviceStateEvidence {
			verdicts = append(verdicts, p.judgeDeviceState(i, e))
		}
	}
	return verdicts
}

// judgeDeviceState takes what stands against the device for certain, whatever
// else is not known.
func (p *Plan) judgeDeviceState(place int, e Evidence) Verdict {
	v := Verdict{Subject: evidenceKey(place), Holds: Unknown, Doubt: noFacts}
	tenant := p.Entra.TenantID
	if !Known(tenant) {
		v.Missing, tenant = []string{"entra.tenant_id"}, ""
	}
	device, found := e.Device()
	if !found {
		return v
	}
	faults, doubts := device.Faults(tenant, p.At)
	if tenant == "" {
		doubts = append(doubts, "the plan does not say which tenant it must be in")
	}
	switch {
	case len(faults) > 0:
		return faultVerdict(place, faults)
	case len(doubts) > 0:
		v.Doubt = strings.Join(doubts, "; ")
		return v
	}
	return faultVerdict(place, nil)
}
