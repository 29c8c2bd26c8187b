package evidence_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/pki"
	"cmgwizard/model/plantest"
)

func files(list []model.Evidence) []string {
	names := []string{}
	for _, e := range list {
		names = append(names, e.File)
	}
	return names
}

// proposed are the suggestions in short: "pki.key_bits: 2048 > 4096".
func proposed(a evidence.Merge) []string {
	list := []string{}
	for _, p := range a.Suggestions {
		list = append(list, p.Key+": "+p.Old+" > "+p.New)
	}
	return list
}

func TestConsiderTellsNewFromKnown(t *testing.T) {
	root, issuing := evidencetest.Of("bundle.p7b", evidencetest.RootCA()), evidencetest.Of("bundle.p7b", evidencetest.IssuingCA())
	issuing.SHA256 = root.SHA256
	newer := evidencetest.Of("device.txt", evidencetest.Changed(evidencetest.JoinedDevice(), func(d *evidence.DeviceFacts) { d.EntraJoined = model.No }))
	newer.SHA256 = "other bytes"
	byHand := model.Evidence{Kind: model.DeviceStateEvidence, File: "device.txt", SHA256: "bytes of device.txt"}
	server := evidencetest.Of("bundle.p7b", evidencetest.ServerCertificate(plantest.GatewayName))
	renamed := evidencetest.Of("copy.p7b", evidencetest.RootCA())
	renamed.SHA256 = root.SHA256
	twin := evidencetest.Of("client.cer", evidencetest.IssuingCA())
	twin.SHA256 = "bytes of another folder"
	for _, c := range []struct {
		says                 string
		plan, found          []model.Evidence
		new, known, replaced []string
	}{
		{"nothing", nil, nil, nil, nil, nil},
		{"everything is new", nil, []model.Evidence{root, issuing}, []string{"bundle.p7b", "bundle.p7b"}, nil, nil},
		{"one file twice", nil, []model.Evidence{root, root}, []string{"bundle.p7b"}, nil, nil},
		{"all is known", []model.Evidence{root, issuing}, []model.Evidence{issuing, root}, nil, []string{"bundle.p7b", "bundle.p7b"}, nil},
		{"under another name", []model.Evidence{root}, []model.Evidence{renamed}, nil, []string{"copy.p7b"}, nil},
		{"another certificate of a known file", []model.Evidence{root}, []model.Evidence{root, issuing}, []string{"bundle.p7b"}, []string{"bundle.p7b"}, nil},
		{"other bytes", []model.Evidence{root, evidencetest.Of("device.txt", evidencetest.JoinedDevice())}, []model.Evidence{newer}, []string{"device.txt"}, nil, []string{"device.txt"}},
		{"what had no facts", []model.Evidence{byHand}, []model.Evidence{evidencetest.Of("device.txt", evidencetest.JoinedDevice())}, []string{"device.txt"}, nil, []string{"device.txt"}},
		{"a file with both kinds of certificates", []model.Evidence{root, issuing}, []model.Evidence{server, evidencetest.Of("root.cer", evidencetest.RootCA())}, []string{"bundle.p7b", "root.cer"}, nil, []string{"bundle.p7b", "bundle.p7b"}},
		{"two files of one name", []model.Evidence{evidencetest.Of("client.cer", evidencetest.ClientCertificate())}, []model.Evidence{evidencetest.Of("client.cer", evidencetest.ClientCertificate()), twin}, []string{"client.cer"}, []string{"client.cer"}, nil},
		{"the same name of another kind", []model.Evidence{evidencetest.Of("a.txt", evidencetest.BulkToken())}, []model.Evidence{evidencetest.Of("a.txt", evidencetest.JoinedDevice())}, []string{"a.txt"}, nil, nil},
	} {
		p := &model.Plan{Evidence: c.plan}
		a := evidence.NewMerge(p, c.found)
		got := fmt.Sprintf("new %q known %q replaced %q left %q", files(a.New), files(a.Known), files(a.Replaced), files(a.Left))
		want := fmt.Sprintf("new %q known %q replaced %q left %q", c.new, c.known, c.replaced, []string{})
		if got != want {
			t.Errorf("%s: %s, want %s", c.says, got, want)
		}
		after := evidence.Apply(*p, a, nil)
		if len(after.Evidence) != len(c.plan)+len(a.New)-len(a.Replaced) {
			t.Errorf("%s: the plan has %q then", c.says, files(after.Evidence))
		}
		if again := evidence.NewMerge(&after, c.found); len(again.New)+len(again.Replaced) > 0 {
			t.Errorf("%s: taken twice it is new %q", c.says, files(again.New))
		}
	}
}

func TestSuggestions(t *testing.T) {
	second := func(change func(*pki.CertificateFacts)) model.Evidence {
		c := evidencetest.Certified(pki.ClientLeaf, "pc2.contoso.com", "Contoso Issuing CA")
		c.NotBefore = evidencetest.LastMonth
		change(&c)
		return evidencetest.Of("pc2.cer", c)
	}
	for _, c := range []struct {
		says   string
		change func(*model.Plan) // of the good plan
		found  []model.Evidence
		want   []string
	}{
		{"what the plan says already", nil, []model.Evidence{evidencetest.Of("c.cer", evidencetest.ClientCertificate()), evidencetest.Of("s.cer", evidencetest.ServerCertificate(plantest.GatewayName)), evidencetest.Of("d.txt", evidencetest.JoinedDevice())}, nil},
		{"a client certificate for an empty plan", func(p *model.Plan) { *p = model.Plan{} }, []model.Evidence{evidencetest.Of("c.cer", evidencetest.ClientCertificate())}, []string{
			"pki.available:  > yes", "pki.issuer:  > ad-cs", "pki.key_bits:  > 2048",
		}},
		{"without a template", func(p *model.Plan) { p.PKI = model.PKI{} }, []model.Evidence{second(plantest.AsIs)}, []string{
			"pki.available:  > yes", "pki.key_bits:  > 2048",
		}},
		{"another key", nil, []model.Evidence{evidencetest.Of("c.cer", evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.KeyBits = 4096 }))}, []string{"pki.key_bits: 2048 > 4096"}},
		{"a key of another kind", nil, []model.Evidence{evidencetest.Of("c.cer", evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.Key, c.KeyBits = "ECDSA P-256", 256 }))}, nil},
		{"a template against another PKI", func(p *model.Plan) { p.PKI.Issuer = model.OtherIssuer }, []model.Evidence{evidencetest.Of("c.cer", evidencetest.ClientCertificate())}, []string{"pki.issuer: other > ad-cs"}},
		{"the newest of two keys", nil, []model.Evidence{evidencetest.Of("c.cer", evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.KeyBits = 1024 })), second(func(c *pki.CertificateFacts) { c.KeyBits = 3072 })}, []string{"pki.key_bits: 2048 > 3072"}},
		{"a stray certificate", func(p *model.Plan) { plantest.OnlyEntra(p); p.PKI = model.PKI{} }, []model.Evidence{evidencetest.Of("c.cer", evidencetest.ClientCertificate())}, []string{"devices[0].client_certificate: no > yes"}},
		{"a certificate of Microsoft Entra ID", func(p *model.Plan) { p.PKI = model.PKI{} }, []model.Evidence{evidencetest.Of("c.cer", evidencetest.Certified(pki.ClientLeaf, "pc1", "MS-Organization-Access"))}, nil},
		{"a certificate that signed itself", func(p *model.Plan) { p.PKI = model.PKI{} }, []model.Evidence{evidencetest.Of("c.cer", evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.SelfIssued = true }))}, nil},
		{"CAs alone", func(p *model.Plan) { p.PKI = model.PKI{} }, []model.Evidence{evidencetest.Of("i.cer", evidencetest.IssuingCA()), evidencetest.Of("r.cer", evidencetest.RootCA())}, nil},
		{"the CMG's certificate", func(p *model.Plan) { p.Gateway = model.Gateway{} }, []model.Evidence{evidencetest.Of("s.cer", evidencetest.Changed(evidencetest.ServerCertificate("cmg.contoso.com"), func(c *pki.CertificateFacts) { c.Template = "WebServer" }))}, []string{
			"gateway.service_name:  > cmg.contoso.com", "gateway.certificate_source:  > enterprise-pki",
		}},
		{"without a common name", func(p *model.Plan) { p.Gateway.ServiceName = "" }, []model.Evidence{evidencetest.Of("s.cer", evidencetest.Changed(evidencetest.ServerCertificate("cmg.contoso.com"), func(c *pki.CertificateFacts) { c.CommonName = "" }))}, []string{"gateway.service_name:  > cmg.contoso.com"}},
		{"letters of another case", nil, []model.Evidence{evidencetest.Of("s.cer", evidencetest.ServerCertificate("ContosoCMG.contoso.com"))}, []string{"gateway.service_name: contosocmg.contoso.com > ContosoCMG.contoso.com"}},
		{"a wildcard", func(p *model.Plan) { p.Gateway.ServiceName = "" }, []model.Evidence{evidencetest.Of("s.cer", evidencetest.ServerCertificate("*.fabrikam.com"))}, nil},
		{"that of a management point", func(p *model.Plan) { p.Gateway.ServiceName = "" }, []model.Evidence{evidencetest.Of("s.cer", evidencetest.ServerCertificate("mp1.contoso.com"))}, nil},
		{"a device", func(p *model.Plan) { p.Entra.TenantID = "" }, []model.Evidence{evidencetest.Of("d.txt", evidencetest.JoinedDevice())}, []string{"entra.tenant_id:  > " + evidencetest.Tenant}},
		{"a device that is not joined", func(p *model.Plan) { p.Entra.TenantID = "" }, []model.Evidence{evidencetest.Of("d.txt", evidencetest.Changed(evidencetest.JoinedDevice(), func(d *evidence.DeviceFacts) { d.EntraJoined = model.No }))}, nil},
		{"a tenant in capitals", nil, []model.Evidence{evidencetest.Of("d.txt", evidencetest.Changed(evidencetest.JoinedDevice(), func(d *evidence.DeviceFacts) { d.TenantID = strings.ToUpper(evidencetest.Tenant) }))}, nil},
		{"a tenant that is none", func(p *model.Plan) { p.Entra.TenantID = "" }, []model.Evidence{evidencetest.Of("d.txt", evidencetest.Changed(evidencetest.JoinedDevice(), func(d *evidence.DeviceFacts) { d.TenantID = "contoso.com" }))}, nil},
		{"a token", func(p *model.Plan) {
			p.Token, p.Entra.TenantID = model.Token{Registration: []model.Registration{model.InternalNetwork}}, model.Unsure
		}, []model.Evidence{evidencetest.Of("t.txt", evidencetest.BulkToken())}, []string{
			"token.registration: internal-network > internal-network,bulk", "token.bulk_lifetime_minutes:  > 4320",
		}},
		{"a token where nobody knew", func(p *model.Plan) { p.Token.Registration = []model.Registration{model.Unsure} }, []model.Evidence{evidencetest.Of("t.txt", evidencetest.BulkToken())}, []string{"token.registration: unsure > bulk"}},
		{"a token without its times", nil, []model.Evidence{evidencetest.Of("t.txt", evidence.TokenFacts{Type: "x"})}, nil},
	} {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		got := proposed(evidence.NewMerge(p, c.found))
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

// TestSuggestionsFromChains goes by how certificates hang together.
func TestSuggestionsFromChains(t *testing.T) {
	inDirectory := func(c *pki.CertificateFacts) { c.CRL = []string{"ldap:///CN=Contoso"} }
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		inPlan []model.Evidence
		found  []model.Evidence
		want   []string
	}{
		{"a whole chain", func(p *model.Plan) { p.PKI.CACertificates = model.Num(3) }, nil, evidencetest.WholeChain, []string{"pki.ca_certificates: 3 > 2"}},
		{"the CAs are in the plan already", func(p *model.Plan) { p.PKI.CACertificates = model.Number{} }, evidencetest.WholeChain[1:], evidencetest.WholeChain[:1], []string{"pki.ca_certificates:  > 2"}},
		{"a chain with a gap", func(p *model.Plan) { p.PKI.CACertificates = model.Number{} }, nil, evidencetest.WholeChain[:2], nil},
		{"a CRL in the directory", nil, nil, []model.Evidence{evidencetest.WholeChain[0], evidencetest.Of("i.cer", evidencetest.Changed(evidencetest.IssuingCA(), inDirectory)), evidencetest.WholeChain[2]}, []string{"pki.crl_public: yes > no"}},
		{"a client without a CRL", nil, nil, []model.Evidence{evidencetest.Of("c.cer", evidencetest.Changed(evidencetest.ClientCertificate(), evidencetest.WithoutCRL))}, []string{"pki.crl_public: yes > no"}},
		{"that no file proves", func(p *model.Plan) { p.PKI.CRLPublic = "" }, nil, evidencetest.WholeChain, nil},
	} {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		p.Evidence = c.inPlan
		if got := proposed(evidence.NewMerge(p, c.found)); !slices.Equal(got, append([]string{}, c.want...)) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

// TestSuggestionsSayWhy: each has its question, its file and a sentence; files
// that differ are named.
func TestSuggestionsSayWhy(t *testing.T) {
	p := &model.Plan{}
	found := []model.Evidence{
		evidencetest.Of("pc1.cer", evidencetest.ClientCertificate()), evidencetest.Of("cmg.cer", evidencetest.Changed(evidencetest.ServerCertificate("cmg.contoso.com"), func(c *pki.CertificateFacts) { c.Template = "WebServer" })),
		evidencetest.Of("d.txt", evidencetest.JoinedDevice()), evidencetest.Of("t.txt", evidencetest.BulkToken()),
		evidencetest.Of("pc2.cer", evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.KeyBits, c.SHA256, c.NotBefore = 4096, "x", evidencetest.LastMonth })),
	}
	a := evidence.NewMerge(p, found)
	if len(a.Suggestions) < 7 {
		t.Errorf("only %q", proposed(a))
	}
	for _, suggested := range a.Suggestions {
		field, _ := p.Field(suggested.Key)
		if suggested.Question != field.Ask || !slices.Contains(files(found), suggested.From) || !strings.HasSuffix(suggested.Why, ".") || suggested.Contradicts() {
			t.Errorf("it lacks something: %+v", suggested)
		}
		if suggested.Key == "pki.key_bits" && (suggested.New != "4096" || suggested.From != "pc2.cer" || !strings.Contains(suggested.Why, "2048 in pc1.cer")) {
			t.Errorf("files that differ are not named: %+v", suggested)
		}
	}
}

func TestTake(t *testing.T) {
	p := plantest.GoodPlan()
	p.Entra.TenantID, p.PKI.KeyBits, p.Token.Registration = "", model.Num(4096), []model.Registration{model.InternalNetwork}
	before := plantest.Copied(p)
	a := evidence.NewMerge(p, []model.Evidence{evidencetest.Of("c.cer", evidencetest.ClientCertificate()), evidencetest.Of("d.txt", evidencetest.JoinedDevice()), evidencetest.Of("t.txt", evidencetest.BulkToken())})
	after := evidence.Apply(*p, a, []string{"entra.tenant_id", "token.registration", "site.code", "nothing"})
	if !reflect.DeepEqual(p, before) {
		t.Error("the plan itself was changed")
	}
	want := plantest.Copied(p)
	want.Entra.TenantID, want.Token.Registration = evidencetest.Tenant, []model.Registration{model.InternalNetwork, model.BulkToken}
	if !reflect.DeepEqual(after.Answers, want.Answers) {
		t.Errorf("the answers are %+v", after.Answers)
	}
	if got := files(after.Evidence); !slices.Equal(got, []string{"c.cer", "d.txt", "t.txt"}) {
		t.Errorf("the evidence is %q", got)
	}
	for _, suggested := range a.Suggestions {
		if suggested.Contradicts() != (suggested.Key == "pki.key_bits" || suggested.Key == "token.registration") {
			t.Errorf("%s contradicts: %v", suggested.Key, suggested.Contradicts())
		}
	}
}

// TestEvidenceHasItsPlace: what is replaced goes, what is kept stays where it
// is, and what is new comes last.
func TestEvidenceHasItsPlace(t *testing.T) {
	p := &model.Plan{Evidence: []model.Evidence{evidencetest.Of("a.cer", evidencetest.RootCA()), evidencetest.Of("b.txt", evidencetest.JoinedDevice()), evidencetest.Of("c.cer", evidencetest.ClientCertificate())}}
	newer := evidencetest.Of("b.txt", evidencetest.JoinedDevice())
	newer.SHA256 = "other bytes"
	after := evidence.Apply(*p, evidence.NewMerge(p, []model.Evidence{newer, evidencetest.Of("d.cer", evidencetest.IssuingCA())}), nil)
	if got := files(after.Evidence); !slices.Equal(got, []string{"a.cer", "c.cer", "b.txt", "d.cer"}) {
		t.Errorf("the evidence is %q", got)
	}
}

// TestSignaturesAreRemembered: a file that is read again beside other CAs keeps
// what was found out before.
func TestSignaturesAreRemembered(t *testing.T) {
	p := &model.Plan{Evidence: []model.Evidence{evidencetest.Of("c.cer", evidencetest.ClientCertificate())}}
	again := evidencetest.Of("c.cer", evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) {
		c.SignedBy, c.NotSignedBy = []string{"a renewed key"}, []string{"an old key"}
	}))
	again.Read = evidencetest.Today.Add(time.Hour)
	after := evidence.Apply(*p, evidence.NewMerge(p, []model.Evidence{again}), nil)
	c, _ := evidence.Certificate(after.Evidence[0])
	if !slices.Equal(c.SignedBy, []string{"key of Contoso Issuing CA", "a renewed key"}) || !slices.Equal(c.NotSignedBy, []string{"an old key"}) {
		t.Errorf("signed by %q, not by %q", c.SignedBy, c.NotSignedBy)
	}
	if !after.Evidence[0].Read.Equal(evidencetest.Today) {
		t.Error("it counts as read anew")
	}
}

// TestRoomForEvidence: neither many files nor large ones make a plan that
// cannot be opened again.
func TestRoomForEvidence(t *testing.T) {
	numbered := func(n int, change func(*pki.CertificateFacts)) []model.Evidence {
		list := make([]model.Evidence, n)
		for i := range list {
			list[i] = evidencetest.Of(fmt.Sprintf("%d.cer", i), evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.SHA256 = fmt.Sprint(i); change(c) }))
		}
		return list
	}
	p := &model.Plan{Evidence: numbered(3, plantest.AsIs)}
	a := evidence.NewMerge(p, numbered(evidence.Max+10, plantest.AsIs))
	if after := evidence.Apply(*p, a, nil); len(after.Evidence) != evidence.Max || len(a.Left) != 10 || len(a.Known) != 3 {
		t.Errorf("%d entries, %d left, %d known", len(after.Evidence), len(a.Left), len(a.Known))
	}
	large := numbered(evidence.Max, func(c *pki.CertificateFacts) {
		c.AIA = slices.Repeat([]string{strings.Repeat("x", evidence.MaxFactText)}, evidence.MaxFactList)
	})
	a = evidence.NewMerge(p, large)
	size := 0
	for _, e := range evidence.Apply(*p, a, nil).Evidence {
		size += evidence.FactsSize(e.Facts)
	}
	if size > evidence.MaxEvidenceText || len(a.Left) == 0 || len(a.New) < 10 {
		t.Errorf("%d bytes, %d new, %d left", size, len(a.New), len(a.Left))
	}
}

func TestIdentityOfEvidence(t *testing.T) {
	root, issuing := evidencetest.Of("a.p7b", evidencetest.RootCA()), evidencetest.Of("a.p7b", evidencetest.IssuingCA())
	capitals := root
	capitals.SHA256 = strings.ToUpper(root.SHA256)
	server := root
	server.Kind = model.ServerCertificateEvidence
	byHand := model.Evidence{Kind: model.CertificateEvidence, File: "x.cer", SHA256: "AB"}
	for _, c := range []struct {
		says string
		a, b model.Evidence
		same bool
	}{
		{"two certificates of a file", root, issuing, false},
		{"a hash in capitals", root, capitals, true},
		{"another kind", root, server, false},
		{"by hand, other kind and name", byHand, model.Evidence{Kind: model.DeviceStateEvidence, SHA256: "ab"}, true},
		{"by hand, no hash", model.Evidence{File: "x"}, model.Evidence{File: "x", Kind: model.TokenEvidence}, true},
		{"by hand, another name", model.Evidence{File: "x"}, model.Evidence{File: "y"}, false},
	} {
		if same := evidence.Identity(c.a) == evidence.Identity(c.b); same != c.same {
			t.Errorf("%s: the same %v", c.says, same)
		}
	}
}

// TestFilesOnWhatIsAssumed: a value that nobody said gives way without a question,
// and one that a file shows too is an answer from then on.
func TestFilesOnWhatIsAssumed(t *testing.T) {
	for _, c := range []struct{ says, value, want string }{
		{"the file says the same", "4320", "It confirms what was assumed."},
		{"the file says otherwise", "1440", "It contradicts what was assumed."},
	} {
		p := plantest.GoodPlan()
		p.Token.Registration = []model.Registration{model.BulkToken}
		field, _ := p.Field("token.bulk_lifetime_minutes")
		if err := field.Assume(c.value); err != nil {
			t.Fatal(err)
		}
		a := evidence.NewMerge(p, []model.Evidence{evidencetest.Of("t.txt", evidencetest.BulkToken())})
		at := slices.IndexFunc(a.Suggestions, func(s evidence.Suggestion) bool { return s.Key == field.Key })
		if at < 0 {
			t.Errorf("%s: nothing is said", c.says)
			continue
		}
		if s := a.Suggestions[at]; s.Contradicts() || !s.Assumed || s.OnAssumed() != c.want {
			t.Errorf("%s: %+v: %s", c.says, s, s.OnAssumed())
		}
		after := evidence.Apply(*p, a, []string{field.Key})
		if after.AnyAssumed() || after.Token.BulkLifetimeMinutes != model.Num(4320) {
			t.Errorf("%s: %s, assumed: %q", c.says, after.Token.BulkLifetimeMinutes, after.Token.Assumed)
		}
		kept := evidence.Apply(*p, a, nil)
		if !kept.AnyAssumed() || kept.Token.BulkLifetimeMinutes.String() != c.value {
			t.Errorf("%s: what nobody takes has changed", c.says)
		}
	}
}
