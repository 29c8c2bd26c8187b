package model

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func files(list []Evidence) []string {
	names := []string{}
	for _, e := range list {
		names = append(names, e.File)
	}
	return names
}

// proposed are the proposals in short: "pki.key_bits: 2048 > 4096".
func proposed(a Addition) []string {
	list := []string{}
	for _, p := range a.Proposals {
		list = append(list, p.Key+": "+p.Old+" > "+p.New)
	}
	return list
}

func TestConsiderTellsNewFromKnown(t *testing.T) {
	root, issuing := seen("bundle.p7b", rootCA()), seen("bundle.p7b", issuingCA())
	issuing.SHA256 = root.SHA256
	newer := seen("device.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.EntraJoined = No }))
	newer.SHA256 = "other bytes"
	byHand := Evidence{Kind: DeviceStateEvidence, File: "device.txt", SHA256: "bytes of device.txt"}
	server := seen("bundle.p7b", serverCertificate(gatewayName))
	renamed := seen("copy.p7b", rootCA())
	renamed.SHA256 = root.SHA256
	twin := seen("client.cer", issuingCA())
	twin.SHA256 = "bytes of another folder"
	for _, c := range []struct {
		says                 string
		plan, found          []Evidence
		new, known, replaced []string
	}{
		{"nothing", nil, nil, nil, nil, nil},
		{"everything is new", nil, []Evidence{root, issuing}, []string{"bundle.p7b", "bundle.p7b"}, nil, nil},
		{"one file twice", nil, []Evidence{root, root}, []string{"bundle.p7b"}, nil, nil},
		{"all is known", []Evidence{root, issuing}, []Evidence{issuing, root}, nil, []string{"bundle.p7b", "bundle.p7b"}, nil},
		{"under another name", []Evidence{root}, []Evidence{renamed}, nil, []string{"copy.p7b"}, nil},
		{"another certificate of a known file", []Evidence{root}, []Evidence{root, issuing}, []string{"bundle.p7b"}, []string{"bundle.p7b"}, nil},
		{"other bytes", []Evidence{root, seen("device.txt", joinedDevice())}, []Evidence{newer}, []string{"device.txt"}, nil, []string{"device.txt"}},
		{"what had no facts", []Evidence{byHand}, []Evidence{seen("device.txt", joinedDevice())}, []string{"device.txt"}, nil, []string{"device.txt"}},
		{"a file with both kinds of certificates", []Evidence{root, issuing}, []Evidence{server, seen("root.cer", rootCA())}, []string{"bundle.p7b", "root.cer"}, nil, []string{"bundle.p7b", "bundle.p7b"}},
		{"two files of one name", []Evidence{seen("client.cer", clientCertificate())}, []Evidence{seen("client.cer", clientCertificate()), twin}, []string{"client.cer"}, []string{"client.cer"}, nil},
		{"the same name of another kind", []Evidence{seen("a.txt", bulkToken())}, []Evidence{seen("a.txt", joinedDevice())}, []string{"a.txt"}, nil, nil},
	} {
		p := &Plan{Evidence: c.plan}
		a := p.Consider(c.found)
		got := fmt.Sprintf("new %q known %q replaced %q left %q", files(a.New), files(a.Known), files(a.Replaced), files(a.Left))
		want := fmt.Sprintf("new %q known %q replaced %q left %q", c.new, c.known, c.replaced, []string{})
		if got != want {
			t.Errorf("%s: %s, want %s", c.says, got, want)
		}
		after := p.Take(a, nil)
		if len(after.Evidence) != len(c.plan)+len(a.New)-len(a.Replaced) {
			t.Errorf("%s: the plan has %q then", c.says, files(after.Evidence))
		}
		if again := after.Consider(c.found); len(again.New)+len(again.Replaced) > 0 {
			t.Errorf("%s: taken twice it is new %q", c.says, files(again.New))
		}
	}
}

func TestProposals(t *testing.T) {
	second := func(change func(*CertificateFacts)) Evidence {
		c := certified(ClientLeaf, "pc2.contoso.com", "Contoso Issuing CA")
		c.NotBefore = lastMonth
		change(&c)
		return seen("pc2.cer", c)
	}
	for _, c := range []struct {
		says   string
		change func(*Plan) // of the good plan
		found  []Evidence
		want   []string
	}{
		{"what the plan says already", nil, []Evidence{seen("c.cer", clientCertificate()), seen("s.cer", serverCertificate(gatewayName)), seen("d.txt", joinedDevice())}, nil},
		{"a client certificate for an empty plan", func(p *Plan) { *p = Plan{} }, []Evidence{seen("c.cer", clientCertificate())}, []string{
			"pki.available:  > yes", "pki.issuer:  > ad-cs", "pki.key_bits:  > 2048",
		}},
		{"without a template", func(p *Plan) { p.PKI = PKI{} }, []Evidence{second(asIs)}, []string{
			"pki.available:  > yes", "pki.key_bits:  > 2048",
		}},
		{"another key", nil, []Evidence{seen("c.cer", changed(clientCertificate(), func(c *CertificateFacts) { c.KeyBits = 4096 }))}, []string{"pki.key_bits: 2048 > 4096"}},
		{"a key of another kind", nil, []Evidence{seen("c.cer", changed(clientCertificate(), func(c *CertificateFacts) { c.Key, c.KeyBits = "ECDSA P-256", 256 }))}, nil},
		{"a template against another PKI", func(p *Plan) { p.PKI.Issuer = OtherIssuer }, []Evidence{seen("c.cer", clientCertificate())}, []string{"pki.issuer: other > ad-cs"}},
		{"the newest of two keys", nil, []Evidence{seen("c.cer", changed(clientCertificate(), func(c *CertificateFacts) { c.KeyBits = 1024 })), second(func(c *CertificateFacts) { c.KeyBits = 3072 })}, []string{"pki.key_bits: 2048 > 3072"}},
		{"a stray certificate", func(p *Plan) { onlyEntra(p); p.PKI = PKI{} }, []Evidence{seen("c.cer", clientCertificate())}, nil},
		{"a certificate of Microsoft Entra ID", func(p *Plan) { p.PKI = PKI{} }, []Evidence{seen("c.cer", certified(ClientLeaf, "pc1", "MS-Organization-Access"))}, nil},
		{"a certificate that signed itself", func(p *Plan) { p.PKI = PKI{} }, []Evidence{seen("c.cer", changed(clientCertificate(), func(c *CertificateFacts) { c.SelfIssued = true }))}, nil},
		{"CAs alone", func(p *Plan) { p.PKI = PKI{} }, []Evidence{seen("i.cer", issuingCA()), seen("r.cer", rootCA())}, nil},
		{"the CMG's certificate", func(p *Plan) { p.Gateway = Gateway{} }, []Evidence{seen("s.cer", changed(serverCertificate("cmg.contoso.com"), func(c *CertificateFacts) { c.Template = "WebServer" }))}, []string{
			"gateway.service_name:  > cmg.contoso.com", "gateway.certificate_source:  > enterprise-pki",
		}},
		{"without a common name", func(p *Plan) { p.Gateway.ServiceName = "" }, []Evidence{seen("s.cer", changed(serverCertificate("cmg.contoso.com"), func(c *CertificateFacts) { c.CommonName = "" }))}, []string{"gateway.service_name:  > cmg.contoso.com"}},
		{"letters of another case", nil, []Evidence{seen("s.cer", serverCertificate("ContosoCMG.contoso.com"))}, []string{"gateway.service_name: contosocmg.contoso.com > ContosoCMG.contoso.com"}},
		{"a wildcard", func(p *Plan) { p.Gateway.ServiceName = "" }, []Evidence{seen("s.cer", serverCertificate("*.fabrikam.com"))}, nil},
		{"that of a management point", func(p *Plan) { p.Gateway.ServiceName = "" }, []Evidence{seen("s.cer", serverCertificate("mp1.contoso.com"))}, nil},
		{"a device", func(p *Plan) { p.Entra.TenantID = "" }, []Evidence{seen("d.txt", joinedDevice())}, []string{"entra.tenant_id:  > " + tenant}},
		{"a device that is not joined", func(p *Plan) { p.Entra.TenantID = "" }, []Evidence{seen("d.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.EntraJoined = No }))}, nil},
		{"a tenant in capitals", nil, []Evidence{seen("d.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.TenantID = strings.ToUpper(tenant) }))}, nil},
		{"a tenant that is none", func(p *Plan) { p.Entra.TenantID = "" }, []Evidence{seen("d.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.TenantID = "contoso.com" }))}, nil},
		{"a token", func(p *Plan) {
			p.Token, p.Entra.TenantID = Token{Registration: []Registration{InternalNetwork}}, Unsure
		}, []Evidence{seen("t.txt", bulkToken())}, []string{
			"token.registration: internal-network > internal-network,bulk", "token.bulk_lifetime_minutes:  > 4320",
		}},
		{"a token where nobody knew", func(p *Plan) { p.Token.Registration = []Registration{Unsure} }, []Evidence{seen("t.txt", bulkToken())}, []string{"token.registration: unsure > bulk"}},
		{"a token without its times", nil, []Evidence{seen("t.txt", TokenFacts{Type: "x"})}, nil},
	} {
		p := goodPlan()
		if c.change != nil {
			c.change(p)
		}
		got := proposed(p.Consider(c.found))
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

// TestProposalsFromChains goes by how certificates hang together.
func TestProposalsFromChains(t *testing.T) {
	inDirectory := func(c *CertificateFacts) { c.CRL = []string{"ldap:///CN=Contoso"} }
	for _, c := range []struct {
		says   string
		change func(*Plan)
		inPlan []Evidence
		found  []Evidence
		want   []string
	}{
		{"a whole chain", func(p *Plan) { p.PKI.CACertificates = Num(3) }, nil, wholeChain, []string{"pki.ca_certificates: 3 > 2"}},
		{"the CAs are in the plan already", func(p *Plan) { p.PKI.CACertificates = Number{} }, wholeChain[1:], wholeChain[:1], []string{"pki.ca_certificates:  > 2"}},
		{"a chain with a gap", func(p *Plan) { p.PKI.CACertificates = Number{} }, nil, wholeChain[:2], nil},
		{"a CRL in the directory", nil, nil, []Evidence{wholeChain[0], seen("i.cer", changed(issuingCA(), inDirectory)), wholeChain[2]}, []string{"pki.crl_public: yes > no"}},
		{"a client without a CRL", nil, nil, []Evidence{seen("c.cer", changed(clientCertificate(), withoutCRL))}, []string{"pki.crl_public: yes > no"}},
		{"that no file proves", func(p *Plan) { p.PKI.CRLPublic = "" }, nil, wholeChain, nil},
	} {
		p := goodPlan()
		if c.change != nil {
			c.change(p)
		}
		p.Evidence = c.inPlan
		if got := proposed(p.Consider(c.found)); !slices.Equal(got, append([]string{}, c.want...)) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

// TestProposalsSayWhy: each has its question, its file and a sentence; files
// that differ are named.
func TestProposalsSayWhy(t *testing.T) {
	p := &Plan{}
	found := []Evidence{
		seen("pc1.cer", clientCertificate()), seen("cmg.cer", changed(serverCertificate("cmg.contoso.com"), func(c *CertificateFacts) { c.Template = "WebServer" })),
		seen("d.txt", joinedDevice()), seen("t.txt", bulkToken()),
		seen("pc2.cer", changed(clientCertificate(), func(c *CertificateFacts) { c.KeyBits, c.SHA256, c.NotBefore = 4096, "x", lastMonth })),
	}
	a := p.Consider(found)
	if len(a.Proposals) < 7 {
		t.Errorf("only %q", proposed(a))
	}
	for _, proposal := range a.Proposals {
		field, _ := p.Field(proposal.Key)
		if proposal.Question != field.Ask || !slices.Contains(files(found), proposal.From) || !strings.HasSuffix(proposal.Why, ".") || proposal.Contradicts() {
			t.Errorf("it lacks something: %+v", proposal)
		}
		if proposal.Key == "pki.key_bits" && (proposal.New != "4096" || proposal.From != "pc2.cer" || !strings.Contains(proposal.Why, "2048 in pc1.cer")) {
			t.Errorf("files that differ are not named: %+v", proposal)
		}
	}
}

func TestTake(t *testing.T) {
	p := goodPlan()
	p.Entra.TenantID, p.PKI.KeyBits, p.Token.Registration = "", Num(4096), []Registration{InternalNetwork}
	before := copied(p)
	a := p.Consider([]Evidence{seen("c.cer", clientCertificate()), seen("d.txt", joinedDevice()), seen("t.txt", bulkToken())})
	after := p.Take(a, []string{"entra.tenant_id", "token.registration", "site.code", "nothing"})
	if !reflect.DeepEqual(p, before) {
		t.Error("the plan itself was changed")
	}
	want := copied(p)
	want.Entra.TenantID, want.Token.Registration = tenant, []Registration{InternalNetwork, BulkToken}
	if !reflect.DeepEqual(after.Answers, want.Answers) {
		t.Errorf("the answers are %+v", after.Answers)
	}
	if got := files(after.Evidence); !slices.Equal(got, []string{"c.cer", "d.txt", "t.txt"}) {
		t.Errorf("the evidence is %q", got)
	}
	for _, proposal := range a.Proposals {
		if proposal.Contradicts() != (proposal.Key == "pki.key_bits" || proposal.Key == "token.registration") {
			t.Errorf("%s contradicts: %v", proposal.Key, proposal.Contradicts())
		}
	}
}

// TestEvidenceHasItsPlace: what is replaced goes, what is kept stays where it
// is, and what is new comes last.
func TestEvidenceHasItsPlace(t *testing.T) {
	p := &Plan{Evidence: []Evidence{seen("a.cer", rootCA()), seen("b.txt", joinedDevice()), seen("c.cer", clientCertificate())}}
	newer := seen("b.txt", joinedDevice())
	newer.SHA256 = "other bytes"
	after := p.Take(p.Consider([]Evidence{newer, seen("d.cer", issuingCA())}), nil)
	if got := files(after.Evidence); !slices.Equal(got, []string{"a.cer", "c.cer", "b.txt", "d.cer"}) {
		t.Errorf("the evidence is %q", got)
	}
}

// TestSignaturesAreRemembered: a file that is read again beside other CAs keeps
// what was found out before.
func TestSignaturesAreRemembered(t *testing.T) {
	p := &Plan{Evidence: []Evidence{seen("c.cer", clientCertificate())}}
	again := seen("c.cer", changed(clientCertificate(), func(c *CertificateFacts) {
		c.SignedBy, c.NotSignedBy = []string{"a renewed key"}, []string{"an old key"}
	}))
	again.Read = today.Add(time.Hour)
	after := p.Take(p.Consider([]Evidence{again}), nil)
	c, _ := after.Evidence[0].Certificate()
	if !slices.Equal(c.SignedBy, []string{"key of Contoso Issuing CA", "a renewed key"}) || !slices.Equal(c.NotSignedBy, []string{"an old key"}) {
		t.Errorf("signed by %q, not by %q", c.SignedBy, c.NotSignedBy)
	}
	if !after.Evidence[0].Read.Equal(today) {
		t.Error("it counts as read anew")
	}
}

// TestRoomForEvidence: neither many files nor large ones make a plan that
// cannot be opened again.
func TestRoomForEvidence(t *testing.T) {
	numbered := func(n int, change func(*CertificateFacts)) []Evidence {
		list := make([]Evidence, n)
		for i := range list {
			list[i] = seen(fmt.Sprintf("%d.cer", i), changed(clientCertificate(), func(c *CertificateFacts) { c.SHA256 = fmt.Sprint(i); change(c) }))
		}
		return list
	}
	p := &Plan{Evidence: numbered(3, asIs)}
	a := p.Consider(numbered(MaxEvidence+10, asIs))
	if after := p.Take(a, nil); len(after.Evidence) != MaxEvidence || len(a.Left) != 10 || len(a.Known) != 3 {
		t.Errorf("%d entries, %d left, %d known", len(after.Evidence), len(a.Left), len(a.Known))
	}
	large := numbered(MaxEvidence, func(c *CertificateFacts) {
		c.AIA = slices.Repeat([]string{strings.Repeat("x", maxFactText)}, maxFactList)
	})
	a = p.Consider(large)
	size := 0
	for _, e := range p.Take(a, nil).Evidence {
		size += factsSize(e.Facts)
	}
	if size > maxEvidenceText || len(a.Left) == 0 || len(a.New) < 10 {
		t.Errorf("%d bytes, %d new, %d left", size, len(a.New), len(a.Left))
	}
}

// TestFindingsComeAndGo: what is shown before files are merged is the
// difference of the plan with and without them.
func TestFindingsComeAndGo(t *testing.T) {
	p := goodPlan()
	sees(seen("old.txt", joinedDevice()), seen("client.cer", changed(clientCertificate(), withoutCRL)))(p)
	newer := seen("client.cer", clientCertificate())
	newer.SHA256 = "other bytes"
	bad := seen("new.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.EntraJoined = No }))
	got := told(Diff(*p, p.Take(p.Consider([]Evidence{newer, bad}), nil)))
	for _, want := range []string{
		"evidence added client.cer", "evidence added new.txt", "evidence removed client.cer",
		"finding removed crl-public pki.crl_public broken > holds", "finding added device-state evidence[2] skipped > broken",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("nothing says %q:\n%s", want, strings.Join(got, "\n"))
		}
	}
}

// TestFindingsFollowTheirEvidence: a file that goes takes its findings along,
// and those of the others stay theirs.
func TestFindingsFollowTheirEvidence(t *testing.T) {
	p := goodPlan()
	sees(seen("good.txt", joinedDevice()), seen("bad.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.EntraJoined = No })))(p)
	after := copied(p)
	after.Evidence = after.Evidence[1:]
	if got := told(Diff(*p, *after)); !slices.Equal(got, []string{"evidence removed good.txt"}) {
		t.Errorf("told is %q", got)
	}
	after.Evidence = p.Evidence[:1]
	got := told(Diff(*p, *after))
	if !slices.Contains(got, "finding removed device-state evidence[1] broken > skipped") {
		t.Errorf("told is %q", got)
	}
}

func TestIdentityOfEvidence(t *testing.T) {
	root, issuing := seen("a.p7b", rootCA()), seen("a.p7b", issuingCA())
	capitals := root
	capitals.SHA256 = strings.ToUpper(root.SHA256)
	server := root
	server.Kind = ServerCertificateEvidence
	byHand := Evidence{Kind: CertificateEvidence, File: "x.cer", SHA256: "AB"}
	for _, c := range []struct {
		says string
		a, b Evidence
		same bool
	}{
		{"two certificates of a file", root, issuing, false},
		{"a hash in capitals", root, capitals, true},
		{"another kind", root, server, false},
		{"by hand, other kind and name", byHand, Evidence{Kind: DeviceStateEvidence, SHA256: "ab"}, true},
		{"by hand, no hash", Evidence{File: "x"}, Evidence{File: "x", Kind: TokenEvidence}, true},
		{"by hand, another name", Evidence{File: "x"}, Evidence{File: "y"}, false},
	} {
		if same := c.a.identity() == c.b.identity(); same != c.same {
			t.Errorf("%s: the same %v", c.says, same)
		}
	}
}
