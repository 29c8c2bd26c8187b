package wizard

import (
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/slow"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// atSite is on the first page of a new plan, with its site code answered.
func atSite(t *testing.T) *driver {
	t.Helper()
	return drive(t, wizardtest.WithFiles(), "").press(wizardtest.MakePlan...).upTo("site.version").sees("Which ConfigMgr version")
}

func TestFilesComeBackToTheQuestion(t *testing.T) {
	d := atSite(t).press("f6").at(machine.EvidenceScreen, "").sees("Files that show what is true").sees("Add files")
	if got := d.world.Plans["contoso.toml"].Site.Code; got != "P01" {
		t.Errorf("the answer of the page is not saved: %q", got)
	}
	d.press("esc").at(machine.QuestionScreen, "site").sees("Which ConfigMgr version").press("f6", "end", "enter").at(machine.QuestionScreen, "site").sees("Which ConfigMgr version")
}

// TestFilesKeepWhatIsTyped: an answer that was not sent yet is still there.
func TestFilesKeepWhatIsTyped(t *testing.T) {
	d := atSite(t).press("24", "f6", "esc").sees("> 24").press("09", "enter")
	if got := d.m.state.Draft.Site.Version; got != "2409" {
		t.Errorf("the version is %q", got)
	}
	d.press("f6", "esc", "esc").sees("> 2409")
}

func TestFilesFromEveryPage(t *testing.T) {
	for _, test := range []struct {
		name   string
		keys   []string
		screen machine.Screen
	}{
		{"a list", append(slices.Clone(wizardtest.AnswerSite), "f6"), machine.ListScreen},
		{"a list, by its letter", append(slices.Clone(wizardtest.AnswerSite), "f"), machine.ListScreen},
		{"the board", []string{"f2", "f6"}, machine.BoardScreen},
		{"the board, by its letter", []string{"f2", "f"}, machine.BoardScreen},
		{"a row of the board", []string{"f2", "end", "up", "up", "up", "enter"}, machine.BoardScreen},
		{"an area", []string{"f2", "1", "f6"}, machine.AreaScreen},
		{"what is found", []string{"f2", "w", "f6"}, machine.FoundScreen},
		{"the checklist", []string{"f2", "t", "f6"}, machine.ChecklistScreen},
		{"under an overlay", []string{"f1", "f6"}, machine.QuestionScreen},
	} {
		d := drive(t, wizardtest.WithFiles(), "").press(wizardtest.MakePlan...).press(test.keys...).at(machine.EvidenceScreen, "")
		if d.press("esc"); d.m.state.Screen != test.screen {
			t.Errorf("%s: back leads to %s", test.name, d.m.state.Screen)
		}
	}
}

// TestFilesFromAnEmptyForm: an entry that was added comes back, empty.
func TestFilesFromAnEmptyForm(t *testing.T) {
	d := drive(t, wizardtest.WithFiles(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press("enter").at(machine.QuestionScreen, "devices[0]")
	d.press("f6", "esc").at(machine.QuestionScreen, "devices[0]").upTo("devices[0].internet").press("f6", "esc").at(machine.QuestionScreen, "devices[0]").sees("Are they used on the internet?")
	if got := d.m.state.Draft.Devices; len(got) != 1 || got[0].Join != model.HybridJoined {
		t.Errorf("the devices are %+v", got)
	}
}

// TestFilesFromOneAnswerOfAnArea: it still leads back there.
func TestFilesFromOneAnswerOfAnArea(t *testing.T) {
	d := drive(t, wizardtest.WithFiles(), "").press(wizardtest.Interview()...).to("gateway.vm_instances")
	d.press("f6", "esc").sees("How many VM instances?").press("enter").at(machine.AreaScreen, "").sees("Size and options")
}

// seen is a plan with evidence, at the list of it.
func seen(t *testing.T, list ...model.Evidence) *driver {
	t.Helper()
	world := wizardtest.WithFiles()
	world.Plans["p.toml"] = model.Plan{Format: 1, Name: "Contoso", Evidence: list}
	return drive(t, world, "p.toml").press("f6").at(machine.EvidenceScreen, "").resize(120, 40)
}

func TestEvidenceIsListed(t *testing.T) {
	d := seen(t, wizardtest.DeviceState("pc1.txt", wizardtest.Tenant), wizardtest.DeviceState("\x1b[31mpc2.txt\u202e", wizardtest.OtherTenant))
	d.sees("pc1.txt device").sees("expires in 12 days (2026-12-04)").sees("read 2026-11-20").sees("pc2.txt device")
	d.press("home", "enter").at(machine.FactsScreen, "").sees("Tenant ID: " + wizardtest.Tenant).sees("Certificate until: 2026-12-04 22:00 UTC")
	d.press("esc").at(machine.EvidenceScreen, "").press("enter").at(machine.FactsScreen, "").press("enter").at(machine.EvidenceScreen, "")
}

func TestEvidenceIsRemovedAndBroughtBack(t *testing.T) {
	d := seen(t, wizardtest.DeviceState("pc1.txt", wizardtest.Tenant), wizardtest.DeviceState("pc2.txt", wizardtest.OtherTenant)).press("home", "x").sees("pc1.txt is removed. Press u to restore it.")
	if got := d.world.Plans["p.toml"].Evidence; len(got) != 1 || got[0].File != "pc2.txt" {
		t.Errorf("saved %+v", got)
	}
	d.press("u").sees("pc1.txt is back.").press("u", "end", "x")
	if got := d.world.Plans["p.toml"].Evidence; len(got) != 2 || got[0].File != "pc1.txt" {
		t.Errorf("saved %+v", got)
	}
}

// TestAFileThatIsReadAgainForgetsWhatWasRemoved: undo would bring in what
// somebody else's plan does not have.
func TestAFileThatIsReadAgainForgetsWhatWasRemoved(t *testing.T) {
	d := seen(t, wizardtest.DeviceState("pc1.txt", wizardtest.Tenant))
	d.world.Refuse = wizardtest.ErrRefused
	d.press("home", "x").at(machine.ConflictScreen, "")
	d.world.Refuse = nil
	onRow(d, machine.RowReload).press("enter", "f6").at(machine.EvidenceScreen, "").press("u")
	if n := len(d.m.state.Plan.Evidence); n != 1 {
		t.Errorf("%d files", n)
	}
}

// TestADateStaysWithThePlan: it is set when a plan is opened, and judged by.
func TestADateStaysWithThePlan(t *testing.T) {
	d := drive(t, wizardtest.WithFiles(), "").press(wizardtest.Interview()...).press("f6", "enter", "end", "home", "down", "down", "enter", "r", "end", "up", "enter", "f2")
	if want := d.world.Now(); !d.m.state.Plan.At.Equal(want) {
		t.Errorf("judged at %v, want %v", d.m.state.Plan.At, want)
	}
	d.world.Refuse = wizardtest.ErrRefused
	d.press("f", "home", "x").at(machine.ConflictScreen, "")
	d.world.Refuse = nil
	if d.press("home", "enter"); !d.m.state.Plan.At.Equal(d.world.Now()) {
		t.Errorf("a copy is judged at %v", d.m.state.Plan.At)
	}
}

// TestUndoOfAListIsGoneOnceFilesAnswered: it would take their answers back.
func TestUndoOfAListIsGoneOnceFilesAnswered(t *testing.T) {
	d := drive(t, wizardtest.WithFiles(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press("enter").press(wizardtest.AddGroup...)
	d.press("up", "up", "x").sees("is removed").press("f6", "enter", "down", "down", "enter", "r", "end", "up", "enter").at(machine.ListScreen, "devices").press("u")
	if got := d.m.state.Plan.Entra.TenantID; got != wizardtest.Tenant {
		t.Errorf("the tenant ID is %q", got)
	}
}

func TestLeavingAmongFilesResumesAtTheBoard(t *testing.T) {
	d := atSite(t).press("f6", "enter").at(machine.FolderScreen, "").press("ctrl+c")
	if !d.quit {
		t.Fatal("ctrl+c does not leave")
	}
	drive(t, d.world, "contoso.toml").at(machine.BoardScreen, "")
}

// TestFilesInOneBurst: keys that are typed ahead wait for the disk.
func TestFilesInOneBurst(t *testing.T) {
	keys := []string{"f6", "enter", "down", "down", "enter", "r", "end", "up", "enter", "2409", "enter"}
	slow := atSite(t).press(keys...)
	fast := atSite(t)
	fast.later = true
	fast.press(keys...)
	fast.settle()
	if slow.screen() != fast.screen() || !reflect.DeepEqual(slow.m.state.Plan, fast.m.state.Plan) {
		t.Errorf("slowly\n%s\nin one burst\n%s", slow.screen(), fast.screen())
	}
	if got := fast.m.state.Plan.Entra.TenantID; got != wizardtest.Tenant || fast.m.state.Draft.Site.Version != "2409" {
		t.Errorf("tenant %q, version %q", got, fast.m.state.Draft.Site.Version)
	}
}

// TestFilesAtEverySize: frames fit, and resized looks like started.
func TestFilesAtEverySize(t *testing.T) {
	slow.Alone(t)
	keys := []string{"f6", "enter", "down", "down", "enter", "a", "r", "down", "end", "up", "up", "esc", "p", "nowhere.cer", "enter", "esc", "esc", "f1"}
	for _, size := range sizes {
		a, b := atSite(t).resize(size[0], size[1]), atSite(t)
		for _, k := range keys {
			a.press(k)
			b.resize(20, 5).resize(40, 12).press(k).resize(size[0], size[1])
			if a.screen() != b.screen() {
				t.Fatalf("%v after %q\nstarted there:\n%s\nresized there:\n%s", size, k, a.screen(), b.screen())
			}
			fits(t, a, size[0], size[1])
		}
	}
}

func TestTypedPathsAreFound(t *testing.T) {
	for typed, want := range map[string]machine.Screen{
		"":                     machine.PathScreen,
		"/plans/certs":         machine.FolderScreen,
		` "/plans/pc1.txt" `:   machine.MergeScreen,
		"'/plans/pc1.txt'":     machine.MergeScreen,
		"pc1.txt":              machine.MergeScreen, // in the folder that is shown
		"certs":                machine.FolderScreen,
		"/nowhere":             machine.PathScreen,
		`"C:\no such\file.cer`: machine.PathScreen,
	} {
		d := atSite(t).press("f6", "enter", "p").at(machine.PathScreen, "").press(typed, "enter")
		if d.m.state.Screen != want {
			t.Errorf("%q leads to %s, want %s:\n%s", typed, d.m.state.Screen, want, d.screen())
		}
		if want == machine.PathScreen {
			d.sees("Problem: ").press("esc").at(machine.FolderScreen, "")
		}
	}
}

func TestAPathFromTheListIsTakenAsItIs(t *testing.T) {
	d := atSite(t).press("f6", "down", "enter").at(machine.PathScreen, "").press("certs", "enter").at(machine.PathScreen, "").sees("Problem: ")
	d.press("esc").at(machine.EvidenceScreen, "").press("enter").at(machine.PathScreen, "").press(filepath.Clean("/plans/pc1.txt"), "enter").at(machine.MergeScreen, "").press("esc").at(machine.PathScreen, "").sees("> /plans/pc1.txt")
}
