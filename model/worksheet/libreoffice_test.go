package worksheet_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"cmgwizard/model/diff"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/office"
	"cmgwizard/model/judge"
	"cmgwizard/model/slow"
	"cmgwizard/model/worksheet"
)

// saved is a list as LibreOffice saves it.
func saved(t *testing.T, soffice string, data []byte, from, to, filter string) []byte {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "list."+from), data, 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(folder, "home")), "--headless",
		"--infilter="+filter, "--convert-to", to, "--outdir", filepath.Join(folder, "out"), filepath.Join(folder, "list."+from))
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	found, err := filepath.Glob(filepath.Join(folder, "out", "*"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	data, err = os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestWhatLibreOfficeSaves lets it open a list and save it, as people do.
func TestWhatLibreOfficeSaves(t *testing.T) {
	soffice := slow.Reader(t, "soffice")
	for _, value := range []string{"Łódź & \"x\" <y> _x0041_", "=1+1", "007"} {
		c := judge.NewChecklist(exporttest.Spoiled(value), exporttest.TestDate)
		data := exporttest.Written(t, office.Workbook, c)
		m := brought(t, c, saved(t, soffice, data, "xlsx", "xlsx", "Calc MS Excel 2007 XML"))
		if len(m.Changes)+len(m.Left) > 0 || m.Rows != len(c.Items()) {
			t.Errorf("%q: %d rows, %+v, left %+v", value, m.Rows, m.Changes, m.Left)
		}
	}
	c := mixed()
	data := exporttest.Written(t, office.Workbook, c)
	for _, to := range []string{"csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,2", "csv:Text - txt - csv (StarCalc):9,34,UTF16,1,,0,false,true,false,false,false,2"} {
		if m := brought(t, c, saved(t, soffice, data, "xlsx", to, "Calc MS Excel 2007 XML")); len(m.Changes)+len(m.Left) > 0 {
			t.Errorf("%s: %+v, left %+v", to, m.Changes, m.Left)
		}
	}
	table := edited(t, c, template, map[string]string{worksheet.StateTitle: "Blocked", worksheet.DueTitle: "2026-12-09", worksheet.NoteTitle: "zwei\nfür"})
	m := brought(t, c, saved(t, soffice, asCSV(t, table, ','), "csv", "xlsx", "CSV:44,34,76,1"))
	if len(m.Changes) != 1 || len(m.Left) > 0 || len(m.Changes[0].Parts) != 3 || m.Changes[0].Parts[1].File != "2026-12-09" {
		t.Errorf("%+v, left %+v", m.Changes, m.Left)
	}
	m = brought(t, c, saved(t, soffice, asCSV(t, table, ','), "csv", "csv:Text - txt - csv (StarCalc):59,34,1,1,,0,false,true,false,false,false", "CSV:44,34,76,1"))
	if len(m.Changes) != 1 || len(m.Left) != 1 || len(m.Changes[0].Parts) != 2 || m.Left[0].What != diff.NotePart {
		t.Errorf("in the code page of Windows: %+v, left %+v", m.Changes, m.Left)
	}
}
