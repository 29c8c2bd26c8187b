package diff

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/judge"
	"cmgwizard/model/pki"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
)

// TestHostileEvidenceIsJudged: no facts make a rule, a comparison, an expiry or
// a merge fail.
func TestHostileEvidenceIsJudged(t *testing.T) {
	values := []any{nil, "", "client", "CN=\x1b[2J", int64(-1), math.NaN(), true, evidencetest.Today, []any{"a", 1}, []any{}, map[string]any{"a": 1}, strings.Repeat("x", 5000)}
	keys := []string{}
	for _, facts := range []any{pki.CertificateFacts{}, evidence.DeviceFacts{}, evidence.TokenFacts{}} {
		for i := range reflect.TypeOf(facts).NumField() {
			key, _, _ := strings.Cut(reflect.TypeOf(facts).Field(i).Tag.Get("json"), ",")
			keys = append(keys, key)
		}
	}
	for n, value := range values {
		p := plantest.GoodPlan()
		p.At = evidencetest.Today
		for k, kind := range []model.EvidenceKind{model.CertificateEvidence, model.ServerCertificateEvidence, model.DeviceStateEvidence, model.TokenEvidence} {
			facts := map[string]any{"role": "client", "entra_joined": "yes", "type": "x"}
			for i, key := range keys {
				if i%3 != (n+k)%3 {
					facts[key] = value
				}
			}
			p.Evidence = append(p.Evidence, model.Evidence{Kind: kind, File: "\x1b[2J.cer", Facts: facts})
		}
		for _, f := range rules.AllFindings(p) {
			if model.Clean(f.Detail) != f.Detail || model.Clean(evidence.NameAndKey(p, f.Subject)) != evidence.NameAndKey(p, f.Subject) {
				t.Errorf("value %d: %s says %q about %q", n, f.Rule, f.Detail, evidence.NameAndKey(p, f.Subject))
			}
		}
		judge.Expiries(p)
		a := evidence.NewMerge((&model.Plan{}), p.Evidence)
		after := evidence.Apply(*p, a, []string{"pki.key_bits"})
		Plans(*p, after)
	}
}

// TestFindingsComeAndGo: what is shown before files are merged is the
// difference of the plan with and without them.
func TestFindingsComeAndGo(t *testing.T) {
	p := plantest.GoodPlan()
	evidencetest.Sees(evidencetest.Of("old.txt", evidencetest.JoinedDevice()), evidencetest.Of("client.cer", evidencetest.Changed(evidencetest.ClientCertificate(), evidencetest.WithoutCRL)))(p)
	newer := evidencetest.Of("client.cer", evidencetest.ClientCertificate())
	newer.SHA256 = "other bytes"
	bad := evidencetest.Of("new.txt", evidencetest.Changed(evidencetest.JoinedDevice(), func(d *evidence.DeviceFacts) { d.EntraJoined = model.No }))
	got := told(Plans(*p, evidence.Apply(*p, evidence.NewMerge(p, []model.Evidence{newer, bad}), nil)))
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
	p := plantest.GoodPlan()
	evidencetest.Sees(evidencetest.Of("good.txt", evidencetest.JoinedDevice()), evidencetest.Of("bad.txt", evidencetest.Changed(evidencetest.JoinedDevice(), func(d *evidence.DeviceFacts) { d.EntraJoined = model.No })))(p)
	after := plantest.Copied(p)
	after.Evidence = after.Evidence[1:]
	if got := told(Plans(*p, *after)); !slices.Equal(got, []string{"evidence removed good.txt"}) {
		t.Errorf("told is %q", got)
	}
	after.Evidence = p.Evidence[:1]
	got := told(Plans(*p, *after))
	if !slices.Contains(got, "finding removed device-state evidence[1] broken > skipped") {
		t.Errorf("told is %q", got)
	}
}
