package tasks

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/plantest"
)

// TestSeenChainSaysWhatItRestsOn: without a client certificate nobody knows
// whether the CAs are those above one.
func TestSeenChainSaysWhatItRestsOn(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*model.Plan)
		want   bool
	}{
		{"CAs alone", evidencetest.Sees(evidencetest.Of("i.cer", evidencetest.IssuingCA()), evidencetest.Of("r.cer", evidencetest.RootCA())), true},
		{"with the client", evidencetest.SeesChain(plantest.AsIs), false},
	} {
		p := plantest.GoodPlan()
		test.change(p)
		lines := strings.Join(seenChain(p), "\n")
		if got := strings.Contains(lines, "No client certificate was seen"); got != test.want || (len(seenRoots(p)) > 0) == test.want {
			t.Errorf("%s: %q, roots %q", test.name, lines, seenRoots(p))
		}
	}
}

// TestSeenForTasks: what files said stands beside the task that it concerns.
func TestSeenForTasks(t *testing.T) {
	p := plantest.GoodPlan()
	plantest.Both(evidencetest.SeesChain(plantest.AsIs), plantest.Both(evidencetest.SeesServer(plantest.GatewayName, plantest.AsIs), plantest.Both(evidencetest.SeesServer("mp1.contoso.com", plantest.AsIs), plantest.Both(evidencetest.SeesDevice(plantest.AsIs), evidencetest.SeesToken(plantest.AsIs)))))(p)
	for task, want := range map[string]string{
		"pki-crl":               "Contoso",
		"cert-issue-public":     plantest.GatewayName + ", file server.cer",
		"cert-issue-enterprise": plantest.GatewayName,
		"cert-export-pfx":       plantest.GatewayName,
		"op-server-cert-renew":  "expires in",
		"entra-device-join":     "Hybrid joined",
		"token-bulk":            "bulk registration token, file token.txt",
		"site-https-only":       "",
	} {
		lines := EvidenceLines(p, task)
		if text := strings.Join(lines, "\n"); !strings.Contains(text, want) || (want == "") != (text == "") || strings.Contains(text, "mp1.contoso.com, file") {
			t.Errorf("%s: %q, want %q", task, text, want)
		}
	}
	for task := range seenForTasks {
		if _, known := All().Place[task]; !known {
			t.Errorf("there is no task %s", task)
		}
	}
}
