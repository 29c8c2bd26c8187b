package export

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/html"
	"cmgwizard/model/export/markdown"
	"cmgwizard/model/export/text"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile"
	"cmgwizard/model/plantest"
	"cmgwizard/model/slow"
)

func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		if f.Binary {
			continue // its own test compares what a reader finds in it
		}
		t.Run(f.Name, func(t *testing.T) {
			got := exporttest.Written(t, f, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate))
			exporttest.CompareGolden(t, filepath.Join("testdata", goldenName(f)), got)
		})
	}
}

// goldenName tells formats apart whose files end alike.
func goldenName(f doc.Format) string {
	if byEnding, _ := Find(strings.TrimPrefix(f.Ext, ".")); byEnding.Name != f.Name {
		return "mixed." + strings.TrimSuffix(f.Name, "-html") + f.Ext
	}
	return "mixed" + f.Ext
}

func TestSamePlanSameBytes(t *testing.T) {
	slow.Long(t)
	for _, f := range Formats() {
		first := exporttest.Written(t, f, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate))
		for _, at := range []time.Time{exporttest.TestDate, exporttest.TestDate.Add(5 * time.Hour)} {
			if second := exporttest.Written(t, f, judge.NewChecklist(exporttest.MixedPlan(), at)); !bytes.Equal(first, second) {
				t.Errorf("%s: the same plan gives other bytes at %v", f.Name, at)
			}
		}
	}
}

// TestRunSheetFitsATicket: the Markdown is under 10 KB, and the first box of the
// text is seen without turning pages.
func TestRunSheetFitsATicket(t *testing.T) {
	sample, err := planfile.Read("../../wizard/cli/sample.toml")
	if err != nil {
		t.Fatal(err)
	}
	for name, plan := range map[string]model.Plan{"sample": sample, "good": *plantest.GoodPlan()} {
		c := judge.NewChecklist(plan, exporttest.TestDate)
		if n := len(exporttest.Written(t, exporttest.Short(markdown.Format), c)); n >= 10<<10 {
			t.Errorf("%s: %d bytes of Markdown", name, n)
		}
		page, _, found := strings.Cut(string(exporttest.Written(t, exporttest.Short(text.Format), c)), "\n[")
		if n := strings.Count(page, "\n") + 2; !found || n > 60 {
			t.Errorf("%s: the first box is on line %d", name, n)
		}
	}
}

func TestTextIsASCIIButForPeoplesWords(t *testing.T) {
	plan := exporttest.MixedPlan()
	plan.Name, plan.Tasks = "Contoso", nil
	for line := range bytes.Lines(exporttest.Written(t, text.Format, judge.NewChecklist(plan, exporttest.TestDate))) {
		for _, c := range line {
			if c > '~' || c < ' ' && c != '\n' {
				t.Fatalf("not ASCII: %s", line)
			}
		}
	}
}

// scoped are parts of the mixed checklist, each with a format of its own.
var scoped = map[string]struct {
	format doc.Format
	scope  judge.Scope
}{
	"mixed.pki.md":   {markdown.Format, judge.Scope{Owner: model.PKITeam}},
	"mixed.open.txt": {text.Format, judge.Scope{Open: true}},

	"mixed.run.txt":     {exporttest.Short(text.Format), judge.Scope{}},
	"mixed.run.md":      {exporttest.Short(markdown.Format), judge.Scope{}},
	"mixed.run.html":    {exporttest.Short(html.Format), judge.Scope{}},
	"mixed.run.pki.txt": {exporttest.Short(text.Format), judge.Scope{Owner: model.PKITeam, Open: true}},
}

// TestGoldenStart: a run sheet with the earliest days of its tasks.
func TestGoldenStart(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate).StartingOn(time.Date(2026, 12, 5, 0, 0, 0, 0, time.UTC))
	exporttest.CompareGolden(t, filepath.Join("testdata", "mixed.run.start.md"), exporttest.Written(t, exporttest.Short(markdown.Format), c))
}

// TestGoldenReport: the report of two windows, one over midnight with a failure and
// back-outs.
func TestGoldenReport(t *testing.T) {
	c := judge.NewChecklist(exporttest.PlayedPlan(), exporttest.TestDate)
	exporttest.CompareGolden(t, filepath.Join("testdata", "played.report.md"), exporttest.Written(t, markdown.Report, c))
	exporttest.CompareGolden(t, filepath.Join("testdata", "played.report.html"), exporttest.Written(t, html.Report, c))
}

func TestGoldenScopes(t *testing.T) {
	for name, c := range scoped {
		got := exporttest.Written(t, c.format, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate).Narrow(c.scope))
		exporttest.CompareGolden(t, filepath.Join("testdata", name), got)
	}
}
