package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/inspect"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

func TestFolder(t *testing.T) {
	o, here := outsideIn(t)
	for _, name := range []string{"b.cer", "A.cer", "z/in.cer", "Y/in.cer"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("1234"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	folder, err := o.Folder("")
	if err != nil || folder.Path != here || folder.Parent != filepath.Dir(here) {
		t.Fatalf("%+v, %v", folder, err)
	}
	var names []string
	for _, e := range folder.Entries {
		names = append(names, e.Name)
		if e.Path != filepath.Join(here, e.Name) || e.Folder != (len(e.Name) == 1) || e.Folder == (e.Size == 4) {
			t.Errorf("%+v", e)
		}
	}
	if want := []string{"Y", "z", "A.cer", "b.cer"}; !slices.Equal(names, want) {
		t.Errorf("lists %q, not %q", names, want)
	}
	if folder, err = o.Folder("z"); err != nil || folder.Parent != here || len(folder.Entries) != 1 {
		t.Errorf("%+v, %v", folder, err)
	}
}

func TestFolderOfThePlan(t *testing.T) {
	o, here := outsideIn(t)
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

func TestNoFolder(t *testing.T) {
	o, _ := outsideIn(t)
	if err := os.WriteFile("a.cer", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Folder("none"); !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "none: there is no such") {
		t.Errorf("what is not there gives %v", err)
	}
	if _, err := o.Folder("a.cer"); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file gives %v", err)
	}
	top := filepath.VolumeName(os.TempDir()) + string(filepath.Separator)
	if folder, err := o.Folder(top); err != nil || folder.Parent != "" {
		t.Errorf("above %s stands %q (%v)", top, folder.Parent, err)
	}
}

func TestFolderIsBounded(t *testing.T) {
	o, _ := outsideIn(t)
	for i := range maxListed + 5 {
		if err := os.WriteFile(fmt.Sprint("f", i), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if folder, err := o.Folder("."); err != nil || len(folder.Entries) != maxListed {
		t.Errorf("lists %d entries (%v)", len(folder.Entries), err)
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
	if first, second := doc.RemarksOn(report, report.Files[0]), doc.RemarksOn(report, report.Files[1]); len(first) != 1 || len(second) != 0 {
		t.Errorf("%v, then %v", first, second)
	}
}
