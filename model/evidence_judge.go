package model

import (
	"slices"
	"strings"
	"time"
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

// crlFault names a certificate below a root whose CRL the internet cannot read,
// "" for none.
func (p *Plan) crlFault() string { return firstCRLFault(p.seenCertificates(CertificateEvidence)) }

func firstCRLFault(list []seenCertificate) string {
	for _, c := range list {
		if c.needsCRL() && c.CRLReach() != CRLPublic {
			return crlWords(c)
		}
	}
	return ""
}

// needsCRL leaves out roots: nobody looks whether a root was revoked.
func (c CertificateFacts) needsCRL() bool {
	return !c.SelfIssued && (c.isLeaf() || c.Role == IntermediateCA)
}

func crlWords(c seenCertificate) string {
	if len(c.CRL) == 0 {
		return "the certificate of " + c.called() + " names no CRL"
	}
	return "the internet cannot read the CRL of " + c.called() + ": " + strings.Join(firstFew(c.CRL), ", ")
}

func (p *Plan) judgeBulkTokens() []Verdict {
	if !p.plansBulkToken() {
		return nil
	}
	var verdicts []Verdict
	places, tokens := evidenceWith(p, Evidence.Token)
	for i, token := range tokens {
		verdicts = append(verdicts, p.judgeBulkToken(places[i], token))
	}
	return verdicts
}

func (p *Plan) judgeBulkToken(place int, token TokenFacts) Verdict {
	var faults []string
	if !token.span().InDate(p.At) {
		faults = append(faults, "it "+token.span().dateWords(p.At))
	}
	minutes, known := token.lifetime()
	if known && minutes > MaxBulkLifetime {
		faults = append(faults, "its lifetime of "+Thousands(minutes)+" minutes is over "+Thousands(MaxBulkLifetime))
	}
	v := faultVerdict(place, faults)
	if len(faults) == 0 && !known {
		v.Holds, v.Doubt = Unknown, "the token does not say from when until when it is valid"
	}
	return v
}

// span is the time in which the token is valid, as that of a certificate.
func (t TokenFacts) span() CertificateFacts {
	return CertificateFacts{NotBefore: t.NotBefore, NotAfter: t.Expires}
}

// lifetime is how many minutes the token is valid, false where it does not say
// both of its ends.
func (t TokenFacts) lifetime() (int, bool) {
	minutes := t.Expires.Sub(t.NotBefore).Minutes()
	return int(minutes), !t.Expires.IsZero() && !t.NotBefore.IsZero() && minutes > 0
}

// judgeEnds leaves what has expired to the rules that say what follows from it.
func (p *Plan) judgeEnds() []Verdict {
	if p.At.IsZero() {
		return nil
	}
	needed := p.neededUntil()
	var verdicts []Verdict
	for i := range p.Evidence {
		end := CertificateFacts{NotAfter: needed[i]}
		if !needed[i].IsZero() && !end.expired(p.At) {
			verdicts = append(verdicts, Verdict{Subject: evidenceKey(i), Holds: truth(!end.endsSoon(p.At)), Detail: "it " + end.dateWords(p.At)})
		}
	}
	return verdicts
}

// neededUntil gives the ends of what the plan needs, by its place. A bulk
// registration token is not among them: each lives for seven days at most.
func (p *Plan) neededUntil() map[int]time.Time {
	ends := map[int]time.Time{}
	for _, c := range p.seenCertificates(ServerCertificateEvidence) {
		ends[c.place] = c.NotAfter
	}
	if p.Uses(ClientPKI) {
		p.addClientEnds(ends)
	}
	if p.Uses(EntraID) {
		places, devices := evidenceWith(p, Evidence.Device)
		for i, place := range places {
			ends[place] = devices[i].CertificateUntil
		}
	}
	return ends
}

// addClientEnds leaves out the CAs that stand above no client.
func (p *Plan) addClientEnds(ends map[int]time.Time) {
	for _, c := range slices.Concat(p.clientCertificates(), p.chainCertificates()) {
		ends[c.place] = c.NotAfter
	}
}
