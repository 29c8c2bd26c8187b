package evidence

import (
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// noFacts is why evidence that somebody wrote by hand cannot be judged.
const noFacts = "the plan does not hold what stands in the file: add it again"

// EachCertificate judges certificates among the evidence one by one: what is
// said against one breaks the rule.
func EachCertificate(p *model.Plan, kind model.EvidenceKind, wanted func(pki.CertificateFacts) bool, faults func(SeenCertificate) []string) []model.Outcome {
	var verdicts []model.Outcome
	for _, c := range SeenCertificates(p, kind) {
		if wanted(c.CertificateFacts) {
			verdicts = append(verdicts, faultVerdict(c.place, faults(c)))
		}
	}
	return verdicts
}

// AnyCertificate wants every certificate.
func AnyCertificate(pki.CertificateFacts) bool { return true }

// IsClientLeaf wants certificates of clients, and no CAs.
func IsClientLeaf(c pki.CertificateFacts) bool { return c.Role == pki.ClientLeaf }

func faultVerdict(place int, faults []string) model.Outcome {
	return model.Outcome{Subject: Key(place), Holds: model.TruthOf(len(faults) == 0), Detail: strings.Join(faults, "; ")}
}

// StrayWords say that the certificate is in a client's way while it is in date.
func StrayWords(p *model.Plan, c SeenCertificate) []string {
	if c.Expired(p.At) {
		return nil
	}
	return []string{"a device that holds it is installed as a PKI client"}
}

// NameFaults say that a server authentication certificate is not for the
// service name of the CMG. There are none where it is, in the same letter
// case.
func NameFaults(p *model.Plan, c SeenCertificate) []string {
	name := p.Gateway.ServiceName
	names := strings.Join(model.FirstFew(shownNames(c.CertificateFacts)), ", ")
	switch {
	case isForHostExactly(c.CertificateFacts, name):
		return nil
	case IsForHost(c.CertificateFacts, name):
		return []string{"it is for " + names + ": the letters of " + model.Clean(name) + " differ in case"}
	case names == "":
		return []string{"it is for no host name, and the service name is " + model.Clean(name)}
	}
	return []string{"it is for " + names + ", and the service name is " + model.Clean(name)}
}

// JudgeDeviceStates judges each device state that was seen, while a kind of
// device uses Microsoft Entra ID: can such a device get a token of this
// tenant?
func JudgeDeviceStates(p *model.Plan) []model.Outcome {
	if !p.Uses(model.EntraID) {
		return nil
	}
	var verdicts []model.Outcome
	for i, e := range p.Evidence {
		if e.Kind == model.DeviceStateEvidence {
			verdicts = append(verdicts, judgeDeviceState(p, i, e))
		}
	}
	return verdicts
}

// judgeDeviceState takes what stands against the device for certain, whatever
// else is not known.
func judgeDeviceState(p *model.Plan, place int, e model.Evidence) model.Outcome {
	v := model.Outcome{Subject: Key(place), Holds: model.Unknown, Doubt: noFacts}
	tenant := p.Entra.TenantID
	if !model.Known(tenant) {
		v.Missing, tenant = []string{"entra.tenant_id"}, ""
	}
	device, found := Device(e)
	if !found {
		return v
	}
	faults, doubts := device.faults(tenant, p.At)
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

// CRLFault names a certificate below a root whose CRL the internet cannot read,
// "" for none.
func CRLFault(p *model.Plan) string {
	return firstCRLFault(SeenCertificates(p, model.CertificateEvidence))
}

func firstCRLFault(list []SeenCertificate) string {
	for _, c := range list {
		if needsCRL(c.CertificateFacts) && c.CRLReach() != pki.CRLPublic {
			return crlWords(c)
		}
	}
	return ""
}

// needsCRL leaves out roots: nobody looks whether a root was revoked.
func needsCRL(c pki.CertificateFacts) bool {
	return !c.SelfIssued && (IsLeaf(c) || c.Role == pki.IntermediateCA)
}

func crlWords(c SeenCertificate) string {
	if len(c.CRL) == 0 {
		return "the certificate of " + c.called() + " names no CRL"
	}
	return "the internet cannot read the CRL of " + c.called() + ": " + strings.Join(model.FirstFew(c.CRL), ", ")
}

// JudgeBulkTokens judges each bulk registration token that was seen, while
// the plan wants one: is it still valid?
func JudgeBulkTokens(p *model.Plan) []model.Outcome {
	if !plansBulkToken(p) {
		return nil
	}
	var verdicts []model.Outcome
	places, tokens := evidenceWith(p, Token)
	for i, token := range tokens {
		verdicts = append(verdicts, judgeBulkToken(p, places[i], token))
	}
	return verdicts
}

func judgeBulkToken(p *model.Plan, place int, token TokenFacts) model.Outcome {
	var faults []string
	if !token.span().InDate(p.At) {
		faults = append(faults, "it "+token.span().DateWords(p.At))
	}
	minutes, known := token.lifetime()
	if known && minutes > model.MaxBulkLifetime {
		faults = append(faults, "its lifetime of "+model.Thousands(minutes)+" minutes is over "+model.Thousands(model.MaxBulkLifetime))
	}
	v := faultVerdict(place, faults)
	if len(faults) == 0 && !known {
		v.Holds, v.Doubt = model.Unknown, "the token does not say from when until when it is valid"
	}
	return v
}

// span is the time in which the token is valid, as that of a certificate.
func (t TokenFacts) span() pki.CertificateFacts {
	return pki.CertificateFacts{NotBefore: t.NotBefore, NotAfter: t.Expires}
}

// lifetime is how many minutes the token is valid, false where it does not say
// both of its ends.
func (t TokenFacts) lifetime() (int, bool) {
	minutes := t.Expires.Sub(t.NotBefore).Minutes()
	return int(minutes), !t.Expires.IsZero() && !t.NotBefore.IsZero() && minutes > 0
}

// JudgeEnds leaves what has expired to the rules that say what follows from it.
func JudgeEnds(p *model.Plan) []model.Outcome {
	if p.At.IsZero() {
		return nil
	}
	needed := neededUntil(p)
	var verdicts []model.Outcome
	for i := range p.Evidence {
		end := pki.CertificateFacts{NotAfter: needed[i]}
		if !needed[i].IsZero() && !end.Expired(p.At) {
			verdicts = append(verdicts, model.Outcome{Subject: Key(i), Holds: model.TruthOf(!end.EndsSoon(p.At)), Detail: "it " + end.DateWords(p.At)})
		}
	}
	return verdicts
}

// neededUntil gives the ends of what the plan needs, by its place. A bulk
// registration token is not among them: each lives for seven days at most.
func neededUntil(p *model.Plan) map[int]time.Time {
	ends := map[int]time.Time{}
	for _, c := range SeenCertificates(p, model.ServerCertificateEvidence) {
		ends[c.place] = c.NotAfter
	}
	if p.Uses(model.ClientPKI) {
		addClientEnds(p, ends)
	}
	if p.Uses(model.EntraID) {
		places, devices := evidenceWith(p, Device)
		for i, place := range places {
			ends[place] = devices[i].CertificateUntil
		}
	}
	return ends
}

// addClientEnds leaves out the CAs that stand above no client.
func addClientEnds(p *model.Plan, ends map[int]time.Time) {
	for _, c := range slices.Concat(ClientCertificates(p), ChainCertificates(p)) {
		ends[c.place] = c.NotAfter
	}
}
