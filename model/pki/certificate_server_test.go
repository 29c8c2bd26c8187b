package pki

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
)

// named is a server authentication certificate with these names.
func named(commonName string, dns ...string) CertificateFacts {
	return goodServer(func(c *CertificateFacts) {
		c.CommonName, c.Names = commonName, nil
		for _, name := range dns {
			c.Names = append(c.Names, "DNS:"+name)
		}
	})
}

func TestServerNames(t *testing.T) {
	for _, test := range []struct {
		name     string
		facts    CertificateFacts
		intended string
		fits     bool
		id       string
		severity model.Severity
		says     string
	}{
		{"all three agree", named("cmg.contoso.com", "cmg.contoso.com"), "cmg.contoso.com", true, "server-name-fits", "", "agree"},
		{"dot at the end", named("cmg.contoso.com", "cmg.contoso.com"), "cmg.contoso.com.", true, "server-name-fits", "", ""},
		{"other letters", named("CMG.contoso.com", "CMG.contoso.com"), "cmg.contoso.com", true, "server-name-case", model.Warning, "CERT_CN_INVALID"},
		{"one in other letters", named("cmg.contoso.com", "CMG.contoso.com"), "cmg.contoso.com", true, "server-name-not-first", model.Warning, "CMG.contoso.com"},
		{"another first DNS name", named("cmg.contoso.com", "www.contoso.com", "cmg.contoso.com"), "cmg.contoso.com", true, "server-name-not-first", model.Warning, "without -ServiceName the first DNS name is used"},
		{"another common name", named("Contoso", "cmg.contoso.com"), "cmg.contoso.com", true, "server-name-not-first", model.Warning, "common name is Contoso"},
		{"no common name", named("", "cmg.contoso.com"), "cmg.contoso.com", true, "server-name-not-first", model.Warning, "common name is empty"},
		{"common name only", named("cmg.contoso.com"), "cmg.contoso.com", true, "server-name-alone", model.Advice, "no DNS names"},
		{"common name beside other DNS names", named("cmg.contoso.com", "www.contoso.com"), "cmg.contoso.com", false, "server-name-other", model.Blocker, "CERT_CN_INVALID"},
		{"wildcard", named("*.contoso.com", "*.contoso.com", "contoso.com"), "cmg.contoso.com", true, "server-name-wildcard", model.Advice, "replace the *"},
		{"wildcard in other letters", named("*.Contoso.com"), "cmg.contoso.com", true, "server-name-wildcard", model.Advice, ""},
		{"wildcard of one label only", named("*.contoso.com", "*.contoso.com"), "cmg.eu.contoso.com", false, "server-name-other", model.Blocker, ""},
		{"wildcard of another domain", named("*.fabrikam.com"), "cmg.contoso.com", false, "server-name-other", model.Blocker, "*.fabrikam.com"},
		{"the wildcard itself", named("*.contoso.com"), "*.contoso.com", false, "service-name-wildcard", model.Blocker, "Replace the *"},
		{"another name", named("www.contoso.com", "www.contoso.com"), "cmg.contoso.com", false, "server-name-other", model.Blocker, "www.contoso.com"},
		{"no names", named(""), "cmg.contoso.com", false, "server-name-other", model.Blocker, "none that a client could compare"},
	} {
		fits, remarks := test.facts.ServerName(test.intended)
		checkRemarks(t, remarks)
		if fits != test.fits || len(remarks) != 1 || remarks[0].ID != test.id || remarks[0].Severity != test.severity {
			t.Errorf("%s: %v %+v", test.name, fits, remarks)
			continue
		}
		if !strings.Contains(remarks[0].Text+remarks[0].Do, test.says) {
			t.Errorf("%s: does not say %q: %s / %s", test.name, test.says, remarks[0].Text, remarks[0].Do)
		}
	}
}

func TestServerRemarksOfAPlan(t *testing.T) {
	good := named("cmg.contoso.com", "cmg.contoso.com")
	dual := goodClient(func(c *CertificateFacts) { c.Purposes = []string{ClientAuthentication, ServerAuthentication} })
	for _, test := range []struct {
		name   string
		change func(p *model.Plan)
		facts  CertificateFacts
		want   string // the remarks
	}{
		{"fits", nil, good, "server-name-fits server-needs-cname"},
		{"private, root not out", func(p *model.Plan) { p.Gateway.CertificateSource = model.EnterprisePKI }, good, "server-name-fits server-source-private server-needs-cname"},
		{"private, root out", func(p *model.Plan) {
			p.Gateway.CertificateSource, p.Gateway.RootOnClients = model.EnterprisePKI, model.Yes
		}, good, "server-name-fits server-needs-cname"},
		{"public for Azure", func(p *model.Plan) {
			p.Gateway.CertificateSource, p.Gateway.ServiceName = model.PublicProvider, "cmg.westus.cloudapp.azure.com"
		}, named("cmg.westus.cloudapp.azure.com", "cmg.westus.cloudapp.azure.com"), "server-name-fits server-source-azure"},
		{"another name", nil, named("www.contoso.com", "www.contoso.com"), "server-name-other"},
		{"management point", nil, named("mp1.contoso.com", "MP1.contoso.com"), "server-of-management-point"},
		{"connection point", nil, named("cp1.contoso.com", "cp1.contoso.com"), "server-of-connection-point"},
		{"name not known", func(p *model.Plan) { p.Gateway.ServiceName = model.Unsure }, named("www.contoso.com"), ""},
		{"name not answered", func(p *model.Plan) { p.Gateway.ServiceName = "" }, good, ""},
		{"client certificate", nil, goodClient(nil), ""},
		{"both purposes on a client", nil, dual, ""},
		{"certificate of the site", nil, goodServer(func(c *CertificateFacts) { c.Issuer = "CN=SMS Issuing" }), ""},
		{"CA", nil, theRoot.facts(), ""},
	} {
		p := &model.Plan{Answers: model.Answers{
			Gateway:          model.Gateway{ServiceName: "cmg.contoso.com"},
			ManagementPoints: []model.ManagementPoint{{Host: "mp1.contoso.com"}, {Host: model.Unsure}, {}},
			ConnectionPoints: []model.ConnectionPoint{{Host: "cp1.contoso.com"}},
		}}
		if test.change != nil {
			test.change(p)
		}
		remarks := ServerRemarks(p, test.facts)
		checkRemarks(t, remarks)
		if got := strings.Join(remarkIDs(remarks), " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestServerRemarksWithoutAPlan(t *testing.T) {
	if got := ServerRemarks((*model.Plan)(nil), named("cmg.contoso.com")); got != nil {
		t.Error(got)
	}
}

func TestCRLReachesHaveWords(t *testing.T) {
	for _, reach := range []CRLReach{CRLPublic, crlSecure, crlInternal, crlDirectory} {
		if _, found := crlSeen[reach]; found == (reach == CRLPublic) || CRLReaches.Label(reach) == "" {
			t.Error(reach)
		}
	}
	if !slices.ContainsFunc(CRLReach("").Words(), func(w model.Word) bool { return w.Value == string(crlNone) }) {
		t.Error("no word for none")
	}
}
