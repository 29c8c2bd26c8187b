package plain_test

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/wizard/plain"
	"cmgwizard/wizard/wizardtest"
)

// plainFiles speaks lines at the question about the version, in a new plan.
func plainFiles(t *testing.T, lines string) (string, plain.Result) {
	t.Helper()
	said, result := wizardtest.Speak(t, wizardtest.WithFiles(), "", wizardtest.Script(slices.Concat(wizardtest.MakePlanLines, wizardtest.LinesTo("site", "site.version"))...)+lines)
	return said, result
}

func TestLinesTakeAPathFirst(t *testing.T) {
	said, result := plainFiles(t, "+\n1\n\"/plans/pc1.txt\"\n2\n2409\n!\n")
	for _, want := range []string{"+ adds files", "1  Add a file by its path", "Which file should be read?", "Blocker: Not joined.", "1  [x] take What is the tenant ID?", "2  Keep this in the plan", "Kept in the plan: pc1.txt. 1 answer taken."} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if plan := result.Plan; plan.Entra.TenantID != wizardtest.Tenant || plan.Site.Version != "2409" || len(plan.Evidence) != 1 {
		t.Errorf("tenant %q, version %q, %d files", plan.Entra.TenantID, plan.Site.Version, len(plan.Evidence))
	}
}

func TestLinesBrowse(t *testing.T) {
	said, result := plainFiles(t, "+\n2\n\n2\n1\n3\n?\n\n1\n1\n2\n!\n")
	for _, want := range []string{"The folder /plans.", "1  ..", "[ ] pc1.txt", "Problem: no file is marked yet", "This folder is empty.", "[x] pc1.txt", "1  [ ] leave What"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if n := strings.Count(said, "key.pfx"); n != 3 {
		t.Errorf("the folder is read out %d times, want it twice, and again after ?:\n%s", n, said)
	}
	if result.Plan.Entra.TenantID != wizardtest.Tenant {
		t.Errorf("tenant %q", result.Plan.Entra.TenantID)
	}
}

func TestLinesListWhatWasSeen(t *testing.T) {
	said, result := plainFiles(t, "+\n1\n/plans/pc1.txt\n2\n+\n1\n\n? 1\nx 1\nu\nx 1\n\n!\n")
	for _, want := range []string{"1  pc1.txt  device", "Tenant ID: " + wizardtest.Tenant, "Enter alone: back to the files", "pc1.txt is removed.", "pc1.txt is back.", "x and a number removes a file"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if len(result.Plan.Evidence) != 0 {
		t.Errorf("%d files are left", len(result.Plan.Evidence))
	}
}

// TestLinesReadOutAChoice, and what the files say only once.
func TestLinesReadOutAChoice(t *testing.T) {
	said, result := plainFiles(t, "+\n1\n/plans/pc1.txt\n1\n2\n!\n")
	if strings.Count(said, "Not joined.") != 1 || strings.Count(said, "What the rules would find then") != 2 || !strings.Contains(said, "1  [ ] leave What is the tenant ID?") {
		t.Errorf("%s", said)
	}
	if result.Plan.Entra.TenantID != "" || len(result.Plan.Evidence) != 1 {
		t.Errorf("tenant %q, %d files", result.Plan.Entra.TenantID, len(result.Plan.Evidence))
	}
}

// TestEndOfInputAmongFilesKeepsNothing: nobody chose to.
func TestEndOfInputAmongFilesKeepsNothing(t *testing.T) {
	_, result := plainFiles(t, "+\n1\n/plans/pc1.txt\n")
	if plan := result.Plan; plan.Entra.TenantID != "" || len(plan.Evidence) != 0 || plan.Site.Code != "P01" {
		t.Errorf("%+v", plan)
	}
}

func TestLinesAddFilesToAPlanOnly(t *testing.T) {
	said, _ := wizardtest.Speak(t, wizardtest.WithFiles(), "", "+\n")
	if !strings.Contains(said, "Problem: files are added from a question") {
		t.Errorf("%s", said)
	}
}
