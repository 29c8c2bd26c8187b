package model

import (
	"strings"
	"testing"
)

// TestForeignCertificates: what the site, Microsoft Entra ID or Intune made for
// itself, and what signed itself, says nothing about a PKI.
func TestForeignCertificates(t *testing.T) {
	ca := func(subject string) CertificateFacts {
		return changed(rootCA(), func(c *CertificateFacts) { c.Subject = subject })
	}
	issued := func(issuer string) CertificateFacts {
		return changed(clientCertificate(), func(c *CertificateFacts) { c.Issuer = issuer })
	}
	for _, test := range []struct {
		name string
		c    CertificateFacts
		want bool
	}{
		{"a client certificate", clientCertificate(), false},
		{"a root CA", rootCA(), false},
		{"the CA of the site", ca("CN=SMS Issuing"), true},
		{"what that CA issued", issued("CN=SMS Issuing"), true},
		{"the device in Microsoft Entra ID", issued("CN=MS-Organization-Access"), true},
		{"the device in Intune", issued("CN=Microsoft Intune MDM Device CA"), true},
		{"a client that signed itself", changed(clientCertificate(), func(c *CertificateFacts) { c.SelfIssued = true }), true},
		{"a server that signed itself", changed(serverCertificate("mp1.contoso.com"), func(c *CertificateFacts) { c.SelfIssued = true }), false},
	} {
		if got := test.c.IsForeign(); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestForeignCAIsNeverUploaded(t *testing.T) {
	heap := []FoundCertificate{
		{CertificateFacts: siteCA(), File: "sms.cer"},
		{CertificateFacts: rootCA(), File: "root.cer"},
	}
	for _, c := range SortCertificates(heap, today).Certificates {
		if want := c.CommonName != "SMS Issuing"; (c.Upload == UploadRoot) != want {
			t.Errorf("%s: %s, %s", c.Subject, c.Upload, c.Reason)
		}
	}
}

// TestSeenChainSaysWhatItRestsOn: without a client certificate nobody knows
// whether the CAs are those above one.
func TestSeenChainSaysWhatItRestsOn(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Plan)
		want   bool
	}{
		{"CAs alone", sees(seen("i.cer", issuingCA()), seen("r.cer", rootCA())), true},
		{"with the client", seesChain(asIs), false},
	} {
		p := goodPlan()
		test.change(p)
		lines := strings.Join(p.seenChain(), "\n")
		if got := strings.Contains(lines, "No client certificate was seen"); got != test.want || (len(p.seenRoots()) > 0) == test.want {
			t.Errorf("%s: %q, roots %q", test.name, lines, p.seenRoots())
		}
	}
}

// TestSeenForTasks: what files said stands beside the task that it concerns.
func TestSeenForTasks(t *testing.T) {
	p := goodPlan()
	both(seesChain(asIs), both(seesServer(gatewayName, asIs), both(seesServer("mp1.contoso.com", asIs), both(seesDevice(asIs), seesToken(asIs)))))(p)
	for task, want := range map[string]string{
		"pki-crl":               "Contoso",
		"cert-issue-public":     gatewayName + ", file server.cer",
		"cert-issue-enterprise": gatewayName,
		"cert-export-pfx":       gatewayName,
		"op-server-cert-renew":  "expires in",
		"entra-device-join":     "Hybrid joined",
		"token-bulk":            "bulk registration token, file token.txt",
		"site-https-only":       "",
	} {
		lines := p.seenFor(task)
		if text := strings.Join(lines, "\n"); !strings.Contains(text, want) || (want == "") != (text == "") || strings.Contains(text, "mp1.contoso.com, file") {
			t.Errorf("%s: %q, want %q", task, text, want)
		}
	}
	for task := range seenForTasks {
		if _, known := catalogue().place[task]; !known {
			t.Errorf("there is no task %s", task)
		}
	}
}

func TestClientOfAConnectionPoint(t *testing.T) {
	p := goodPlan()
	p.ConnectionPoints = []ConnectionPoint{{Host: "cp1.contoso.com"}, {Host: Unsure}, {}}
	client := changed(clientCertificate(), func(c *CertificateFacts) { c.Names = []string{"DNS:CP1.contoso.com"} })
	if got := p.ClientRemarks(client); len(got) != 1 || !strings.Contains(got[0].Text, "cp1.contoso.com") {
		t.Errorf("%+v", got)
	}
	if got := p.ClientRemarks(clientCertificate()); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func siteCA() CertificateFacts {
	return changed(certified(RootCA, "SMS Issuing", "SMS Issuing"), func(c *CertificateFacts) { c.CA, c.SelfIssued = true, true })
}
