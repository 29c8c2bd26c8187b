package pki

import (
	"strings"
	"testing"

	"cmgwizard/model"
)

// A nameCase is a name, a subtree, and whether the one lies in the other.
type nameCase struct {
	name, base string
	want       model.Truth
}

// nameCases are those of RFC 5280, section 4.2.1.10, and what it leaves open.
var nameCases = []nameCase{
	{"DNS:pc1.contoso.com", "DNS:contoso.com", model.IsTrue},
	{"DNS:a.b.contoso.com", "DNS:contoso.com", model.IsTrue},
	{"DNS:contoso.com", "DNS:contoso.com", model.IsTrue},
	{"DNS:PC1.Contoso.Com", "DNS:contoso.com", model.IsTrue},
	{"DNS:pc1.contoso.com", "DNS:", model.IsTrue},
	{"DNS:pc1.contoso.com", "DNS:com", model.IsTrue},
	{"DNS:pc1.contoso.com", "DNS:.contoso.com", model.IsTrue},
	{"DNS:contoso.com", "DNS:.contoso.com", model.IsFalse},
	{"DNS:notcontoso.com", "DNS:contoso.com", model.IsFalse},
	{"DNS:pc1.notcontoso.com", "DNS:contoso.com", model.IsFalse},
	{"DNS:contoso.com", "DNS:pc1.contoso.com", model.IsFalse},
	{"DNS:contoso.com.fabrikam.com", "DNS:contoso.com", model.IsFalse},
	{"DNS:pc1.contoso.com", "DNS:*.contoso.com", model.IsFalse},
	{"DNS:", "DNS:contoso.com", model.IsFalse},

	{"Email:ann@contoso.com", "Email:ann@contoso.com", model.IsTrue},
	{"Email:ann@CONTOSO.com", "Email:ann@contoso.com", model.IsTrue},
	{"Email:Ann@contoso.com", "Email:ann@contoso.com", model.IsFalse},
	{"Email:bob@contoso.com", "Email:ann@contoso.com", model.IsFalse},
	{"Email:ann@contoso.com", "Email:contoso.com", model.IsTrue},
	{"Email:ann@contoso.com", "Email:@contoso.com", model.IsTrue},
	{"Email:ann@mail.contoso.com", "Email:contoso.com", model.IsFalse},
	{"Email:ann@mail.contoso.com", "Email:.contoso.com", model.IsTrue},
	{"Email:ann@contoso.com", "Email:.contoso.com", model.IsFalse},
	{"Email:ann@notcontoso.com", "Email:contoso.com", model.IsFalse},
	{`Email:"a@b"@contoso.com`, "Email:contoso.com", model.IsTrue},
	{"Email:ann", "Email:contoso.com", model.Unknown},
	{"Email:ann@contoso.com", "Email:", model.Unknown},
	{otherMail, "Email:contoso.com", model.Unknown},
	{"Email:ann@contoso.com", otherMail, model.Unknown},

	{"IP:10.1.2.3", "IP:10.0.0.0/255.0.0.0", model.IsTrue},
	{"IP:11.1.2.3", "IP:10.0.0.0/255.0.0.0", model.IsFalse},
	{"IP:10.1.2.3", "IP:10.9.9.9/255.0.0.0", model.IsTrue},
	{"IP:10.1.2.3", "IP:10.0.2.0/255.0.255.0", model.IsTrue},
	{"IP:10.1.3.3", "IP:10.0.2.0/255.0.255.0", model.IsFalse},
	{"IP:10.1.2.3", "IP:0.0.0.0/0.0.0.0", model.IsTrue},
	{"IP:10.1.2.3", "IP:10.1.2.3/255.255.255.255", model.IsTrue},
	{"IP:10.1.2.4", "IP:10.1.2.3/255.255.255.255", model.IsFalse},
	{"IP:2001:db8::1", "IP:2001:db8::/ffff:ffff::", model.IsTrue},
	{"IP:2001:db9::1", "IP:2001:db8::/ffff:ffff::", model.IsFalse},
	{"IP:2001:db8::1", "IP:0.0.0.0/0.0.0.0", model.IsFalse},
	{"IP:10.1.2.3", "IP:::/::", model.IsFalse},
	{"IP:::ffff:10.1.2.3", "IP:10.0.0.0/255.0.0.0", model.IsFalse},
	{"IP:::ffff:10.1.2.3", "IP:::ffff:0.0.0.0/::ffff:0:0", model.IsTrue},
	{"IP:0a0102", "IP:10.0.0.0/255.0.0.0", model.Unknown},
	{"IP:10.1.2.3", "IP:10.0.0.0/ff00", model.Unknown},
	{"IP:10.1.2.3", "IP:10.0.0.0", model.Unknown},

	{"URI:https://pki.contoso.com/a", "URI:pki.contoso.com", model.IsTrue},
	{"URI:https://pki.contoso.com:8443", "URI:PKI.contoso.com", model.IsTrue},
	{"URI:ldap://ann@pki.contoso.com?x", "URI:pki.contoso.com", model.IsTrue},
	{"URI:https://pki.contoso.com/", "URI:contoso.com", model.IsFalse},
	{"URI:https://pki.contoso.com/", "URI:.contoso.com", model.IsTrue},
	{"URI:https://contoso.com/", "URI:.contoso.com", model.IsFalse},
	{"URI:https://fabrikam.com/contoso.com", "URI:contoso.com", model.IsFalse},
	{"URI:https://contoso.com@fabrikam.com/", "URI:contoso.com", model.IsFalse},
	{"URI:https://10.1.2.3/", "URI:contoso.com", model.Unknown},
	{"URI:https://[2001:db8::1]:443/", "URI:contoso.com", model.Unknown},
	{"URI:urn:uuid:1", "URI:contoso.com", model.Unknown},
	{"URI:tag:microsoft.com,2022-09-14:sid:S-1-5-21-1", "URI:contoso.com", model.Unknown},
	{"URI:https://pki.contoso.com/", "URI:", model.Unknown},

	{"DN:CN=PC1, OU=Desks, DC=contoso, DC=com", "DN:DC=contoso, DC=com", model.IsTrue},
	{"DN:DC=contoso, DC=com", "DN:DC=contoso, DC=com", model.IsTrue},
	{"DN:CN=PC1, DC=contoso, DC=com", "DN:", model.IsTrue},
	{"DN:CN=pc1, O=CONTOSO   Desks", "DN:O=Contoso Desks", model.IsTrue},
	{"DN:CN=PC1, DC=fabrikam, DC=com", "DN:DC=contoso, DC=com", model.IsFalse},
	{"DN:DC=com", "DN:DC=contoso, DC=com", model.IsFalse},
	{"DN:CN=PC1, O=Contoso", "DN:CN=PC1", model.IsFalse},
	{"DN:CN=PC1, O=Contoso", "DN:OU=Contoso", model.IsFalse},
	{`DN:CN=PC1, O="Contoso, Ltd."`, `DN:O="Contoso, Ltd."`, model.IsTrue},
	{`DN:CN="x, O=Contoso"`, "DN:O=Contoso", model.IsFalse},
	{"DN:CN=PC1, OU=b + OU=a, O=Contoso", "DN:OU=a + OU=b, O=Contoso", model.IsTrue},
	{"DN:CN=PC1, OU=b, O=Contoso", "DN:OU=a + OU=b, O=Contoso", model.IsFalse},
	{"DN:CN=Ö", "DN:CN=ö", model.IsFalse},

	{"UPN:ann@contoso.com", "UPN:contoso.com", model.Unknown},
	{"Other:1.2.3", "Other:1.2.3", model.Unknown},
	{"OID:1.2.3", "OID:1.2.3", model.Unknown},
	{"X400:00", "X400:00", model.Unknown},
	{"DNS:pc1.contoso.com", "Bounded DNS:contoso.com", model.Unknown},
	{"DNS:pc1.contoso.com" + cutMark, "DNS:contoso.com", model.Unknown},
	{"DNS:pc1.contoso.com", "DNS:contoso.com" + cutMark, model.Unknown},
	{"nothing", "nothing", model.Unknown},
}

func TestNamesWithinConstraints(t *testing.T) {
	for _, c := range nameCases {
		if got := formOf(c.name).within(formOf(c.base)); got != c.want {
			t.Errorf("%s within %s: %v, want %v", c.name, c.base, got.Word(), c.want.Word())
		}
	}
}

// TestFormsOfNames: a constraint concerns names of its form alone.
func TestFormsOfNames(t *testing.T) {
	for _, c := range []struct {
		name, base string
		same       bool
	}{
		{"DNS:contoso.com", "DNS:", true},
		{"DNS:contoso.com", "URI:contoso.com", false},
		{"Other:1.2.3", "Other:1.2.3", true},
		{"Other:1.2.3", "Other:1.2.4", false},
		{otherMail, "Email:contoso.com", true},
		{"Other:1.2.3", "UPN:contoso.com", false},
		{"DNS:contoso.com", "Bounded DNS:contoso.com", true},
	} {
		if same := formOf(c.name).form == formOf(c.base).form; same != c.same {
			t.Errorf("%s and %s are of one form: %v", c.name, c.base, same)
		}
	}
}

func TestCommonNamesThatLookLikeHosts(t *testing.T) {
	for name, want := range map[string]bool{
		"pc1.contoso.com": true, "PC_1.contoso.com": true, "a-b.c": true, "10.1.2.3": true,
		"": false, "pc1": false, "pc1.": false, ".contoso.com": false, "pc1..com": false, "-a.com": false, "a-.com": false, "a.-b": false,
		"*.contoso.com": false, "Contoso Root CA": false, "pc 1.contoso.com": false, "pc1.contoso.com/x": false, "ö.contoso.com": false,
	} {
		if looksLikeHost(name) != want {
			t.Errorf("%q looks like a host: %v", name, !want)
		}
	}
}

// TestNamesThatConstraintsConcern takes the subject, what of it is an e-mail
// address, and of a leaf without a DNS name its common names.
func TestNamesThatConstraintsConcern(t *testing.T) {
	const subject = `CN=pc1.contoso.com, E=ann@contoso.com + CN="a, b", CN=PC1`
	for _, c := range []struct {
		what   string
		facts  CertificateFacts
		isLeaf bool
		want   string
	}{
		{"a leaf", CertificateFacts{Subject: subject}, true, "DN Email:ann@contoso.com DNS:pc1.contoso.com"},
		{"a leaf with an address", CertificateFacts{Subject: subject, Names: []string{"IP:10.0.0.1"}}, true, "DN Email:ann@contoso.com IP:10.0.0.1 DNS:pc1.contoso.com"},
		{"a leaf with a DNS name", CertificateFacts{Subject: subject, Names: []string{"DNS:x.y"}}, true, "DN Email:ann@contoso.com DNS:x.y"},
		{"a CA", CertificateFacts{Subject: subject, Role: IntermediateCA}, true, "DN Email:ann@contoso.com"},
		{"a leaf that is not the end of the way", CertificateFacts{Subject: subject}, false, "DN Email:ann@contoso.com"},
		{"nobody", CertificateFacts{}, true, ""},
	} {
		var got []string
		for _, name := range c.facts.formedNames(c.isLeaf) {
			if name.form == formDirectory {
				name.text = ""
			}
			got = append(got, strings.TrimSuffix(name.form+":"+name.text, ":"))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}
