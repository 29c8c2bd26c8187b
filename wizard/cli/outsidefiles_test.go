package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/inspect"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

func TestFolderOfThePlan(t *testing.T) {
	o, here := outsideIn(t)
	if folder, err := o.Folder(""); err != nil || folder.Path != here {
		t.Errorf("without a plan: %+v, %v", folder, err)
	}
	if err := os.Mkdir("plans", 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Create(filepath.Join("plans", "a.toml"), model.Plan{}); err != nil {
		t.Fatal(err)
	}
	if folder, err := o.Folder(""); err != nil || folder.Path != filepath.Join(here, "plans") {
		t.Errorf("%+v, %v", folder, err)
	}
}

// The wizard gets evidence with base names only, read now, and the remarks on
// certificates beside the file that they were found in.
func TestInspectFromTheWizard(t *testing.T) {
	fixtures, err := filepath.Abs(filepath.Join(root, "model", "certs", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	o, _ := outsideIn(t)
	reading := o.Inspect([]string{filepath.Join(fixtures, "contoso", "pc1.cer"), filepath.Join(fixtures, "wrap", "chain.p7b"), "none.cer"}, model.Plan{})
	if len(reading.Files) != 3 || len(reading.Evidence) < 3 {
		t.Fatalf("%+v", reading)
	}
	for _, e := range reading.Evidence {
		if strings.ContainsAny(e.File, `/\`) || !e.Read.Equal(noon) {
			t.Errorf("%s was read %v", e.File, e.Read)
		}
	}
	if !strings.Contains(reading.Files[0].About, "client certificate pc1.contoso.com") || len(reading.Files[0].Remarks) == 0 {
		t.Errorf("%+v", reading.Files[0])
	}
	named := slices.ContainsFunc(reading.Files[1].Remarks, func(r model.Remark) bool { return strings.HasPrefix(r.Text, "Contoso Root CA: ") })
	if !named {
		t.Errorf("nothing says which certificate of several a remark is about: %+v", reading.Files[1].Remarks)
	}
	if !strings.HasPrefix(reading.Files[2].About, "not readable: there is no such file") {
		t.Errorf("%+v", reading.Files[2])
	}
}

func TestRemarksAreToldOnce(t *testing.T) {
	remark := []model.Remark{{ID: "x", Text: "words"}}
	report := inspect.Report{
		Files:  []reading.File{{Name: "a", Certificates: []int{0}}, {Name: "b", Certificates: []int{0}}},
		Chains: pki.Chains{Certificates: []pki.SortedCertificate{{Files: []string{"a", "b"}, Remarks: remark}}},
	}
	if first, second := seen.RemarksOn(report, report.Files[0]), seen.RemarksOn(report, report.Files[1]); len(first) != 1 || len(second) != 0 {
		t.Errorf("%v, then %v", first, second)
	}
}
