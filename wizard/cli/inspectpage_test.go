package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/inspect"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
	"cmgwizard/model/slow"
	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/cli/page"
	"github.com/charmbracelet/x/ansi"
)

// sourceOf is a page that remarks rest on.
func sourceOf(title string) model.Reference {
	return model.Reference{Title: title, URL: "https://example.com/" + title, Read: "2026-11-22"}
}

// handMade is a report on the certificates of devices, of which so many are
// fine and the first one is not, below one CA and a missing root.
func handMade(devices int) inspect.Report {
	fine := model.Remark{ID: "fine", Text: "It can be used.", Sources: []model.Reference{sourceOf("one")}}
	bad := model.Remark{
		ID: "expired", Severity: model.Blocker, Text: "It expired. Choose No.", Do: "Renew it with `certreq`.",
		Sources: []model.Reference{sourceOf("two"), sourceOf("one")},
	}
	ca := pki.SortedCertificate{
		CertificateFacts: pki.CertificateFacts{Role: pki.IntermediateCA, CommonName: "Issuing CA", SHA1: "ca01"},
		Files:            []string{"ca.cer"}, Upload: pki.UploadIntermediate, Reason: "The CMG needs it.", Issuers: []int{},
	}
	report := inspect.Report{Chains: pki.Chains{
		Missing: []pki.MissingCA{{Subject: "CN=Root", KeyID: "1234", For: []int{devices}, Fetch: []string{"http://pki/root.crt"}}},
		Remarks: []model.Remark{
			{ID: "upload-answer", Severity: model.Blocker, Text: "Upload", Do: "Give them to the CMG."},
			{ID: "ca-missing", Severity: model.Blocker, Text: "CN=Root is missing.", Do: "Fetch it."},
			{ID: "duplicates", Text: "The same twice."},
		},
	}}
	for i := range devices {
		c := pki.SortedCertificate{
			CertificateFacts: pki.CertificateFacts{Role: pki.ClientLeaf, CommonName: fmt.Sprintf("PC%d", i), SHA1: fmt.Sprintf("%04d", i), NotAfter: noon.AddDate(0, 0, 12)},
			Files:            []string{fmt.Sprintf("pc%d.cer", i)}, Upload: pki.UploadNot, Reason: "It stays on its device.",
			Remarks: []model.Remark{fine},
		}
		if i == 0 {
			c.Remarks = append(c.Remarks, bad)
		}
		report.Chains.Certificates = append(report.Chains.Certificates, c)
		report.Chains.Ways = append(report.Chains.Ways, pki.Path{Leaf: i, CAs: []int{devices}})
		report.Files = append(report.Files, reading.File{Name: c.Files[0], Kind: reading.Certificates, About: "DER: 1 certificate", Certificates: []int{i}})
	}
	report.Chains.Certificates = append(report.Chains.Certificates, ca)
	return report
}

func inspected(report inspect.Report, width int, all bool) string {
	p := &page.Page{Width: width}
	inspection(p, report, noon, all, nil, nil)
	return p.String()
}

// TestBlockersAreNamedAtTheTop: what is to be uploaded is no good news while
// something else blocks.
func TestBlockersAreNamedAtTheTop(t *testing.T) {
	report := handMade(2)
	report.Chains.Remarks, report.Chains.Missing, report.Chains.Ways = nil, nil, nil
	want := "Upload these to the CMG, and fix what blocks\n  - a blocker is below, under PC0 (pc0.cer)\n"
	if got := inspected(report, 80, false); !strings.HasPrefix(got, want) {
		t.Errorf("it begins:\n%.200s", got)
	}
	report.Chains.Certificates[0].Remarks = nil
	if got := inspected(report, 80, false); !strings.HasPrefix(got, "Upload these to the CMG\n") {
		t.Errorf("it begins:\n%.200s", got)
	}
}

func TestInspectPage(t *testing.T) {
	text := inspected(handMade(2), 80, false)
	for _, want := range []string{
		"Blocker: upload these to the CMG, but they are not enough\n  - PC0 (pc0.cer): its chain",
		"Upload as intermediate\n  Issuing CA: ca.cer\n      thumbprint: ca01\n      why: The CMG needs it.\n",
		"  do: Give them to the CMG.\n",
		"Do not upload\n  PC0 (pc0.cer), PC1 (pc1.cer)\n      why: It stays on its device.\n",
		"Missing: 1\n  Blocker: CN=Root is missing.\n    do: Fetch it.\n      fetch: http://pki/root.crt\n",
		"  PC0 (pc0.cer), PC1 (pc1.cer): client certificate\n    issued by Issuing CA (ca.cer): intermediate CA, upload as intermediate\n      issued by CN=Root: MISSING\n",
		"All certificates together\n  note: The same twice.\n",
		"      valid to: 2026-12-04 12:00 UTC, expires in 12 days (2026-12-04)\n",
		"      Blocker: It expired. Choose No. [1][2]\n        do: Renew it with `certreq`.\n      note: It can be used. [2]\n",
		"Sources\n  [1] two (read 2026-11-22)\n      https://example.com/two\n  [2] one (read",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the page:\n%s", want, text)
		}
	}
	if strings.Count(text, "https://example.com/one") != 1 || strings.Contains(text, "Upload\n") {
		t.Errorf("something is told twice:\n%s", text)
	}
}

// Of many files those are told in full that have something against them.
func TestInspectPageOfMany(t *testing.T) {
	text := inspected(handMade(40), 80, false)
	if strings.Count(text, "It can be used.") != 0 || strings.Count(text, "It expired.") != 1 {
		t.Errorf("what is well is told in full:\n%s", text)
	}
	if !strings.Contains(text, "PC0 (pc0.cer), PC1 (pc1.cer), PC2 (pc2.cer), PC3 (pc3.cer), PC4 (pc4.cer),\n      PC5 (pc5.cer) and 34 more: client certificate\n") {
		t.Errorf("the ways are not told together:\n%s", text)
	}
	if lines := strings.Count(text, "\n"); lines > 200 {
		t.Errorf("the page has %d lines", lines)
	}
	all := inspected(handMade(40), 80, true)
	if strings.Count(all, "It can be used.") != 40 || !strings.Contains(all, "PC39 (pc39.cer): client certificate") {
		t.Error("not everything is told where that was asked for")
	}
}

// The page fits its terminal, says the same without colours, and shows nothing
// of a file unclean.
func TestInspectPageFits(t *testing.T) {
	report := handMade(3)
	const hostile = "evil\x1b[31m\x07\u202e\r\nerror: forged"
	report.Files = append(report.Files, reading.File{
		Name: hostile, Kind: reading.Other, About: hostile,
		Facts: []model.Fact{{Label: hostile, Value: hostile}}, Remarks: []model.Remark{{Text: hostile, Do: hostile}},
	})
	report.Chains.Certificates[0].CommonName, report.Chains.Certificates[0].Subject = hostile, hostile
	report.Chains.Certificates[0].Names, report.Chains.Certificates[0].CRL = []string{hostile}, []string{hostile}
	report.Chains.Certificates[0].Files, report.Chains.Missing[0].Subject = []string{hostile}, hostile
	for _, width := range []int{page.MinWidth, 40, 80, page.MaxWidth} {
		text := inspected(report, width, false)
		painted := &page.Page{Width: width, Ink: true}
		inspection(painted, report, noon, false, nil, nil)
		if !strings.Contains(painted.String(), "\x1b[") || ansi.Strip(painted.String()) != text {
			t.Errorf("width %d: colours change the words", width)
		}
		for line := range strings.SplitSeq(text, "\n") {
			if strings.HasPrefix(line, "error:") || model.Clean(line) != strings.TrimSpace(line) && model.Clean(line) != line {
				t.Errorf("width %d: %q is unclean", width, line)
			}
			if words := strings.Fields(line); len(line) > width && len(words) > 3 && width >= 40 {
				t.Errorf("width %d: %q is too long", width, line)
			}
		}
	}
}

// Every list is a list, and every time is text, whatever a report lacks.
func TestInspectJSONHasNoNull(t *testing.T) {
	fixtures := filepath.Join(root, "model", "certs", "testdata")
	pile := input.NewPile([]string{fixtures, filepath.Join(root, "model", "dsreg", "testdata"), filepath.Join(root, "model", "inspect", "testdata")}, nil)
	report := pile.Inspect(nil, noon)
	if len(report.Files) < 100 {
		t.Fatalf("%d files", len(report.Files))
	}
	for name, report := range map[string]inspect.Report{"nothing": {}, "fixtures": report} {
		data, err := json.Marshal(newInspectJSON(noon, "", nil, report, nil))
		if err != nil || strings.Contains(string(data), "null") || strings.Contains(string(data), "0001-01-01") {
			t.Errorf("%s: %v %.2000s", name, err, data)
		}
	}
}

// A page on all fixtures, hostile ones among them, is clean at every width.
func TestInspectPageOfFixtures(t *testing.T) {
	folder := filepath.Join(root, "model")
	if !slow.On() {
		folder = filepath.Join(folder, "certs", "testdata")
	}
	report := input.NewPile([]string{folder}, nil).Inspect(nil, noon)
	for _, all := range []bool{false, true} {
		for line := range strings.SplitSeq(inspected(report, 80, all), "\n") {
			if strings.ContainsFunc(line, isHidden) {
				t.Errorf("%q is unclean", line)
			}
		}
	}
}

func TestExitOfInspection(t *testing.T) {
	blocker := []model.Remark{{Severity: model.Blocker}}
	well := []reading.File{{Kind: reading.LogLines}}
	for name, test := range map[string]struct {
		report inspect.Report
		want   int
	}{
		"well":          {inspect.Report{Files: []reading.File{{Kind: reading.LogLines, Remarks: []model.Remark{{Severity: model.Warning}}}}}, exitReady},
		"a file":        {inspect.Report{Files: []reading.File{{Remarks: blocker}}}, exitBlocked},
		"a certificate": {inspect.Report{Files: well, Chains: pki.Chains{Certificates: []pki.SortedCertificate{{Remarks: blocker}}}}, exitBlocked},
		"all together":  {inspect.Report{Files: well, Chains: pki.Chains{Remarks: blocker}}, exitBlocked},
		"refused":       {inspect.Report{Files: []reading.File{{Kind: reading.Secret}}}, exitDisk},
		"unreadable":    {inspect.Report{Files: []reading.File{{Kind: reading.Unreadable, Remarks: blocker}}}, exitDisk},
		"no file":       {inspect.Report{}, exitDisk},
	} {
		p := &program{}
		if p.endInspection(test.report, false); p.code != test.want {
			t.Errorf("%s ends with %d, not with %d", name, p.code, test.want)
		}
	}
}
