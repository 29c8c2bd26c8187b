package wizard

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"cmgwizard/wizard/wizardtest"
)

// atMerge has read pc1.txt, in a plan with this tenant ID.
func atMerge(t *testing.T, tenant string) *driver {
	t.Helper()
	world := wizardtest.WithFiles()
	plan := model.Plan{Format: 1, Name: "Contoso", Step: "entra"}
	plan.Site.Code, plan.Entra.TenantID = "P01", tenant
	world.Plans["p.toml"] = plan
	return drive(t, world, "p.toml").resize(120, 50).press("f6", "enter", "down", "down", "enter", "r").at(machine.MergeScreen, "")
}

func TestFilesSayWhatTheyAre(t *testing.T) {
	d := atMerge(t, "").sees("pc1.txt Device state (dsregcmd)").sees("Blocker: Not joined. Do: Join it. Advice: An advice.")
	d.press("down", "e").sees("Rule crl-public").press("esc").at(machine.MergeScreen, "").press("enter").sees("Rule crl-public")
}

func TestAnswersOfFilesAreChosen(t *testing.T) {
	for _, test := range []struct {
		name  string
		old   string
		keys  []string // before "Keep this in the plan"
		seen  string
		want  string
		added int
	}{
		{"an answer that is lacking is taken", "", nil, "[x] take What is the tenant ID?", wizardtest.Tenant, 1},
		{"or left", "", []string{"take"}, "[ ] leave What is the tenant ID?", "", 1},
		{"or taken after all", "", []string{"take", "take"}, "[x] take", wizardtest.Tenant, 1},
		{"one that is not known is taken", model.Unsure, nil, "[x] take", wizardtest.Tenant, 1},
		{"another answer is kept", wizardtest.OtherTenant, nil, "[ ] keep yours What is the tenant ID? Your plan: " + wizardtest.OtherTenant + ". The file: 72f988bf-0000-", wizardtest.OtherTenant, 1},
		{"or the file's is taken", wizardtest.OtherTenant, []string{"take"}, "[x] take the file's", wizardtest.Tenant, 1},
		{"the same answer is no question", wizardtest.Tenant, nil, "No finding comes or goes.", wizardtest.Tenant, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := atMerge(t, test.old)
			for range test.keys {
				onRow(d, machine.RowTake+"entra.tenant_id").press("enter")
			}
			d.sees(test.seen)
			if got := d.world.Plans["p.toml"]; got.Entra.TenantID != test.old || len(got.Evidence) != 0 {
				t.Errorf("changed before it was kept: %+v", got)
			}
			onRow(d, machine.RowKeep).press("enter").sees("Kept in the plan: pc1.txt.")
			got := d.world.Plans["p.toml"]
			if got.Entra.TenantID != test.want || len(got.Evidence) != test.added {
				t.Errorf("tenant %q and %d files, want %q and %d", got.Entra.TenantID, len(got.Evidence), test.want, test.added)
			}
		})
	}
}

// onRow moves the cursor to a row.
func onRow(d *driver, id string) *driver {
	d.t.Helper()
	d.press("home")
	for range d.m.list.rows {
		if d.m.list.picked() == id {
			return d
		}
		d.press("down")
	}
	d.t.Fatalf("no row %q:\n%s", id, d.screen())
	return d
}

// TestTheSpaceBarTakesAndLeaves, as Enter does.
func TestTheSpaceBarTakesAndLeaves(t *testing.T) {
	onRow(atMerge(t, ""), machine.RowTake+"entra.tenant_id").press(" ").sees("[ ] leave").press(" ").sees("[x] take").sees("enter leave")
}

func TestThePageShowsTheNewAnswer(t *testing.T) {
	d := atMerge(t, "")
	onRow(d, machine.RowKeep).press("enter").at(machine.QuestionScreen, "entra")
	if got := d.m.state.Draft.Entra.TenantID; got != wizardtest.Tenant {
		t.Errorf("the page holds %q", got)
	}
	d.press("f2", "3").at(machine.AreaScreen, "").sees("What is the tenant ID? " + wizardtest.Tenant)
}

// TestATypedAnswerGivesWayToTheFile that answered the same question.
func TestATypedAnswerGivesWayToTheFile(t *testing.T) {
	world := wizardtest.WithFiles()
	plan := model.Plan{Format: 1, Name: "Contoso", Step: "entra"}
	world.Plans["p.toml"] = plan
	d := drive(t, world, "p.toml")
	for q, _ := d.m.state.Question(); q.Key != "entra.tenant_id"; q, _ = d.m.state.Question() {
		d.press("?")
	}
	d.press("1234", "f6", "enter", "down", "down", "enter", "r")
	onRow(d, machine.RowKeep).press("enter").at(machine.QuestionScreen, "entra").sees("> " + wizardtest.Tenant)
}

func TestBackFromWhatFilesSay(t *testing.T) {
	for _, way := range []string{"esc", machine.RowDrop} {
		d := atMerge(t, "")
		before := d.world.Saves
		if way == machine.RowDrop {
			onRow(d, machine.RowDrop).press("enter")
		} else {
			d.press(way)
		}
		d.at(machine.FolderScreen, "").sees("Nothing of these files is kept.").sees("[x] pc1.txt")
		if d.world.Saves != before || len(d.m.state.Plan.Evidence) != 0 {
			t.Errorf("%s: %d saves, %d files", way, d.world.Saves-before, len(d.m.state.Plan.Evidence))
		}
		d.press("esc").at(machine.EvidenceScreen, "").press("esc").at(machine.QuestionScreen, "entra")
	}
}

func TestASecretIsRefused(t *testing.T) {
	d := atSite(t).press("f6", "enter", "end", "p", "key.pfx", "enter").at(machine.MergeScreen, "").resize(120, 40)
	d.sees("key.pfx Refused: holds a private key").sees("Blocker: Nothing of it is kept. Do: Export the certificate without its private key.")
	d.sees("Nothing in this is kept in a plan.").press("end", "enter").at(machine.PathScreen, "")
	if n := len(d.m.state.Plan.Evidence); n != 0 {
		t.Errorf("%d files are kept", n)
	}
	d.press("esc", "a", "r").sees("Said of both.").sees("Keep this in the plan from pc1.txt")
}

func TestAFileThatWasSeenBefore(t *testing.T) {
	d := atMerge(t, "")
	onRow(d, machine.RowKeep).press("enter", "f6").sees("pc1.txt").press("enter")
	d.at(machine.FolderScreen, "").press("home", "down", "down", "enter", "r").sees("Your plan already has this: pc1.txt.").press("end", "enter").at(machine.FolderScreen, "")
}

// TestFindingsFollowTheChoice: each toggle judges anew.
func TestFindingsFollowTheChoice(t *testing.T) {
	const region = "gateway.region"
	d := atMerge(t, wizardtest.Tenant).sees("No finding comes or goes.")
	d.m.state.FileWork.Addition.Suggestions = []evidence.Suggestion{{Key: region, New: "westeurope", From: "pc1.txt", Why: "It says so."}}
	d.press("down")
	d.m.happen(machine.Event{Kind: machine.Pick, Text: machine.RowTake + region})
	if taken := turnText(d); !strings.Contains(taken, "Unknown which Azure region will host the CMG") {
		t.Errorf("the region settles no finding: %q\n%s", taken, d.screen())
	}
	onRow(d, machine.RowTake+region).press("enter").sees("[ ] leave In which Azure region? westeurope").sees("No finding comes or goes.")
}

// turnText are the lines on findings.
func turnText(d *driver) string {
	text := ""
	for _, r := range d.m.list.rows {
		if rest, told := strings.CutPrefix(r.ID, screen.RowToRead); told && r.About != "" && strings.HasPrefix(rest, r.About) {
			text += r.Text + "\n"
		}
	}
	return text
}
