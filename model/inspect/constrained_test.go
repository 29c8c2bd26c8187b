package inspect_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/pki"
	"cmgwizard/model/planfile"
	"cmgwizard/model/rules"
)

// A wayCase is a client certificate among fixtures, and what is said of its way.
type wayCase struct {
	files  string // its own file last
	barred string // "" where the way is complete
	doubt  string
}

const notPermitted, excluded, notCompared = "is not in what it permits", "is in what it excludes", "cannot be compared"

var wayCases = []wayCase{
	{files: "constrained/root constrained/dns-ca constrained/dns-good"},
	{files: "constrained/root constrained/dns-ca constrained/dns-bad", barred: excluded},
	{files: "constrained/root constrained/dns-ca constrained/dns-outside", barred: notPermitted},
	{files: "constrained/root constrained/dns-ca constrained/dns-common-name", barred: "its common name pc.fabrikam.com " + notPermitted},
	{files: "constrained/root constrained/email-ca constrained/email-good"},
	{files: "constrained/root constrained/email-ca constrained/email-bad", barred: excluded},
	{files: "constrained/root constrained/email-ca constrained/email-outside", barred: notPermitted},
	{files: "constrained/root constrained/ip-ca constrained/ip-good"},
	{files: "constrained/root constrained/ip-ca constrained/ip-bad", barred: excluded},
	{files: "constrained/root constrained/ip-ca constrained/ip-outside", barred: notPermitted},
	{files: "constrained/root constrained/ip6-ca constrained/ip6-good"},
	{files: "constrained/root constrained/ip6-ca constrained/ip6-bad", barred: excluded},
	{files: "constrained/root constrained/ip6-ca constrained/ip6-outside", barred: notPermitted},
	{files: "constrained/root constrained/directory-ca constrained/directory-good"},
	{files: "constrained/root constrained/directory-ca constrained/directory-bad", barred: excluded},
	{files: "constrained/root constrained/directory-ca constrained/directory-outside", barred: notPermitted},
	{files: "constrained/root constrained/uri-ca constrained/uri-good"},
	{files: "constrained/root constrained/uri-ca constrained/uri-bad", barred: excluded},
	{files: "constrained/root constrained/uri-ca constrained/uri-outside", barred: notPermitted},
	{files: "constrained/root constrained/user-ca constrained/user-client", doubt: notCompared},
	{files: "constrained/root constrained/minimum-ca constrained/minimum-client", doubt: notCompared},
	{files: "constrained/root constrained/unreadable-ca constrained/unreadable-client", doubt: "not read to their end"},
	{files: "constrained/root constrained/many-ca constrained/many-last", doubt: notCompared},
	{files: "constrained/root constrained/many-ca constrained/many-names", doubt: "not all names of pc were read"},
	{files: "purposes/root purposes/empty-ca purposes/below-empty", barred: "its extended key usage is empty"},
	{files: "purposes/root purposes/unreadable-ca purposes/below-unreadable", barred: "its extended key usage cannot be read"},
	{files: "long-path/root long-path/issuing long-path/client"},
	{files: "long-path/root long-path/issuing long-path/surplus long-path/surplus-client", barred: "its path length allows 0 CAs below it"},
}

func TestWaysOfFixtures(t *testing.T) {
	for _, c := range wayCases {
		t.Run(c.files, func(t *testing.T) {
			chains := newHeap(t, c.files).report.Chains
			if len(chains.Ways) != 1 {
				t.Fatalf("%d ways", len(chains.Ways))
			}
			way := chains.Ways[0]
			if way.Complete != (c.barred == "") || !hasWords(way.Barred, c.barred) || !hasWords(way.Doubts, c.doubt) {
				t.Errorf("complete %v, barred %q, doubts %q", way.Complete, way.Barred, way.Doubts)
			}
		})
	}
}

// hasWords looks for words in a list, and for an empty list where there are none.
func hasWords(list []string, words string) bool {
	if words == "" {
		return len(list) == 0
	}
	return strings.Contains(strings.Join(list, "\n"), words)
}

// TestPlansJudgeWaysAsFilesDo gives the evidence to a plan, writes that and reads
// it again: what it says of the chain is what is said of the files.
func TestPlansJudgeWaysAsFilesDo(t *testing.T) {
	for _, c := range wayCases {
		want := rules.OutcomeWord("")
		switch {
		case c.barred != "":
			want = rules.Broken
		case c.doubt != "":
			want = rules.Unclear
		}
		plan := model.Plan{}
		plan.Devices = []model.Device{{Internet: model.Yes, Method: model.ClientPKI}}
		plan = evidence.Apply(plan, evidence.NewMerge(&plan, newHeap(t, c.files).report.Evidence()), nil)
		written, err := planfile.Parse("a.toml", planfile.New().Format(plan))
		if err != nil {
			t.Fatal(err)
		}
		read := written.Plan
		for _, p := range []*model.Plan{&plan, &read} {
			p.At = changeWindow
			if f := findingOf(p, "chain-complete"); f.Outcome != want || !strings.Contains(f.Detail, cmp.Or(c.barred, c.doubt)) {
				t.Errorf("%s: %q, %s", c.files, f.Outcome, f.Detail)
			}
		}
	}
}

// TestFactsOfFixturesComeBack: a plan keeps every fact of a certificate.
func TestFactsOfFixturesComeBack(t *testing.T) {
	for _, path := range allFixtures(t) {
		report := newHeap(t, path).report
		written, err := planfile.Parse("a.toml", planfile.New().Format(model.Plan{Evidence: report.Evidence()}))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		var found []pki.FoundCertificate
		for _, e := range written.Plan.Evidence {
			if c, ok := evidence.Certificate(e); ok {
				found = append(found, pki.FoundCertificate{CertificateFacts: c, File: e.File})
			}
		}
		if was, is := allFacts(report.Chains), allFacts(pki.SortCertificates(found, changeWindow)); is != was {
			t.Errorf("%s came back as\n%s\nwas\n%s", path, is, was)
		}
	}
}

// allFacts are the facts of each certificate of a heap, in lines.
func allFacts(chains pki.Chains) string {
	var lines []string
	for _, c := range chains.Certificates {
		if !c.IsForeign() { // of which a plan keeps nothing
			lines = append(lines, fmt.Sprintf("%+v", c.CertificateFacts))
		}
	}
	return strings.Join(lines, "\n")
}

// findingOf is what a rule found, nothing where it holds.
func findingOf(p *model.Plan, rule string) rules.Finding {
	for _, f := range rules.Findings(p) {
		if f.Rule == rule {
			return f
		}
	}
	return rules.Finding{}
}

// TestCertificatesForNothing: a certificate whose purposes are none, or cannot be
// read, is no client certificate and no server authentication certificate.
func TestCertificatesForNothing(t *testing.T) {
	for path, want := range map[string]pki.PurposeState{"purposes/empty": pki.NoPurpose, "purposes/unreadable": pki.UnreadablePurpose} {
		report := newHeap(t, "purposes/root "+path).report
		c := report.Chains.Certificates[0]
		if c.Role != pki.OtherLeaf || c.PurposeState != want {
			t.Fatalf("%s: %s, %q", path, c.Role, c.PurposeState)
		}
		if len(c.ClientFaults(changeWindow)) == 0 || len(c.ServerFaults(changeWindow)) == 0 {
			t.Errorf("%s can be used", path)
		}
		if !hasRemark(c.Remarks, "not-for-cmg", c.PurposeWords()) {
			t.Errorf("%s: %+v", path, c.Remarks)
		}
		if !hasRemark(report.Chains.Remarks, "no-client-certificate", "") {
			t.Errorf("%s counts as a client certificate: %+v", path, report.Chains.Remarks)
		}
	}
}

func hasRemark(remarks []model.Remark, id, words string) bool {
	for _, r := range remarks {
		if r.ID == id && strings.Contains(r.Text, words) {
			return true
		}
	}
	return false
}
