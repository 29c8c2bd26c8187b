package evidence_test

import (
	"slices"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/pki"
	"cmgwizard/model/plantest"
)

// TestAnswersAgainstEvidence: what files show against an answer is told, of the
// one kind of device that they can be of.
func TestAnswersAgainstEvidence(t *testing.T) {
	kinds := func(devices ...model.Device) func(*model.Plan) {
		return func(p *model.Plan) { p.Devices = devices }
	}
	kind := func(join model.Join, m model.Method, holds model.YesNo) model.Device {
		return model.Device{Join: join, Internet: model.Yes, Method: m, ClientCertificate: holds}
	}
	hybrid := evidencetest.Of("state.txt", evidencetest.JoinedDevice())
	client := evidencetest.Of("pc1.cer", evidencetest.ClientCertificate())
	ended := evidencetest.Of("old.cer", evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.Today.AddDate(0, 0, -1) }))
	intune := evidencetest.Of("mdm.cer", evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.Issuer = "CN=Microsoft Intune MDM Device CA" }))
	server := evidencetest.Of("cmg.cer", evidencetest.Changed(evidencetest.ServerCertificate(plantest.GatewayName), func(c *pki.CertificateFacts) { c.Issuer = "CN=CA, DC=contoso, DC=com" }))
	half := evidencetest.Of("half.txt", evidencetest.Changed(evidencetest.JoinedDevice(), func(d *evidence.DeviceFacts) { d.DomainJoined = "" }))
	public := func(p *model.Plan) { p.Gateway.CertificateSource = model.PublicProvider }
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		seen   model.Evidence
		want   []string
	}{
		{"a certificate of a private CA", public, server, []string{"gateway.certificate_source: public > enterprise-pki"}},
		{"the own PKI, as answered", plantest.AsIs[model.Plan], server, nil},
		{"another join", kinds(kind(model.DomainJoined, model.ClientPKI, model.Yes)), hybrid, []string{"devices[0].join: domain > hybrid"}},
		{"the same join", kinds(kind(model.HybridJoined, model.EntraID, model.No)), hybrid, nil},
		{"one of two kinds is joined so", kinds(kind(model.DomainJoined, model.ClientPKI, ""), kind(model.HybridJoined, model.EntraID, "")), hybrid, nil},
		{"one of two kinds may be joined so", kinds(kind(model.DomainJoined, model.ClientPKI, ""), kind("", model.EntraID, "")), hybrid, nil},
		{"none of two kinds is: nobody knows which it is", kinds(kind(model.Workgroup, model.SiteToken, ""), kind(model.DomainJoined, model.ClientPKI, "")), hybrid, nil},
		{"half of the output", kinds(kind(model.Workgroup, model.SiteToken, "")), half, nil},
		{"a client certificate that no device holds", kinds(kind(model.DomainJoined, model.ClientPKI, model.No)), client, []string{"devices[0].client_certificate: no > yes"}},
		{"one that Microsoft Entra devices hold", kinds(kind(model.HybridJoined, model.EntraID, model.No)), client, []string{"devices[0].client_certificate: no > yes"}},
		{"of two kinds that with PKI", kinds(kind(model.Workgroup, model.SiteToken, model.No), kind(model.DomainJoined, model.ClientPKI, model.No)), client, []string{"devices[1].client_certificate: no > yes"}},
		{"another kind may hold it", kinds(kind(model.Workgroup, model.SiteToken, ""), kind(model.DomainJoined, model.ClientPKI, model.No)), client, nil},
		{"nobody knows which kind", kinds(kind(model.Workgroup, model.SiteToken, model.No), kind(model.EntraJoined, model.SiteToken, model.No)), client, nil},
		{"it has ended", kinds(kind(model.DomainJoined, model.ClientPKI, model.No)), ended, nil},
		{"it is of Intune", kinds(kind(model.DomainJoined, model.ClientPKI, model.No)), intune, nil},
	} {
		p := plantest.GoodPlan()
		p.At = evidencetest.Today
		p.Entra.TenantID, p.PKI = evidencetest.Tenant, model.PKI{}
		c.change(p)
		p.Evidence = []model.Evidence{c.seen}
		if got := proposed(evidence.Merge{Suggestions: evidence.Against(p)}); !slices.Equal(got, append([]string{}, c.want...)) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

// TestAssumedValuesGiveWayToEvidence: what nobody said gives way.
func TestAssumedValuesGiveWayToEvidence(t *testing.T) {
	p := plantest.GoodPlan()
	p.At, p.Entra.TenantID = evidencetest.Today, evidencetest.Tenant
	p.Devices = []model.Device{{Join: model.DomainJoined, Internet: model.Yes, Method: model.SiteToken}}
	f, _ := p.Field("devices[0].client_certificate")
	if err := f.Assume("no"); err != nil {
		t.Fatal(err)
	}
	a := evidence.NewMerge(p, []model.Evidence{evidencetest.Of("pc1.cer", evidencetest.ClientCertificate())})
	at := slices.IndexFunc(a.Suggestions, func(s evidence.Suggestion) bool { return s.Key == f.Key })
	if at < 0 || a.Suggestions[at].Contradicts() || a.Suggestions[at].OnAssumed() == "" {
		t.Errorf("%+v", a.Suggestions)
	}
}
