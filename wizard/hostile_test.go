package wizard

import (
	"strings"
	"testing"
	"unicode"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/evidence"
	"cmgwizard/model/slow"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// TestHostileWordsStayWords shows a plan full of codes on every screen.
func TestHostileWordsStayWords(t *testing.T) {
	slow.Alone(t)
	evil := "x\x1b[2J\x1b]0;t\x07\x9b31m\u202ey\rz\x00"
	plan := model.Plan{Format: 1, Name: evil}
	plan.Devices = []model.Device{{Name: evil, Internet: model.Yes, OnPremises: model.Yes, Join: model.DomainJoined, Method: model.ClientPKI}}
	plan.ManagementPoints = []model.ManagementPoint{{Host: evil, CMGTraffic: model.Yes, Clients: model.ConnectHTTPS}}
	plan.ConnectionPoints = []model.ConnectionPoint{{Host: evil}}
	plan.Gateway = model.Gateway{ServiceName: evil, Region: evil, ResourceGroup: evil}
	plan.Site.Version = model.Version(evil)
	plan.Entra.TenantID = evil
	world := wizardtest.NewWorld()
	world.Plans["p.toml"] = plan
	world.Plans["assumed.toml"] = assume.Plan(plan)
	for _, path := range []string{"p.toml", "assumed.toml"} {
		d := drive(t, world, path).resize(120, 40)
		for _, page := range "1234567890wc" {
			d.press("f2", string(page))
			harmlessScreen(t, d)
			for range min(len(d.m.list.rows), slow.Rounds(40)) {
				d.press("enter")
				harmlessScreen(t, d)
				d.press("esc", "down")
				harmlessScreen(t, d)
			}
		}
		for _, begin := range []string{"a", "n"} {
			d.press("f2", begin)
			for range slow.Rounds(100) {
				d.press("?", "enter")
				harmlessScreen(t, d)
			}
		}
		for _, k := range []string{"f2", "f3", "esc", "t", "down", "down", "down", "enter", "esc", "esc", "p", "end", "enter"} {
			d.press(k)
			harmlessScreen(t, d)
		}
	}
}

// TestHostileFilesStayWords shows files full of codes, as they are looked for,
// read, kept and listed.
func TestHostileFilesStayWords(t *testing.T) {
	evil := "x\x1b[2J\x1b]0;t\x07\x9b31m\u202ey\rz\x00"
	remark := model.Remark{Severity: model.Blocker, Text: evil, Do: evil, Rule: evil}
	found := model.Evidence{Kind: model.DeviceStateEvidence, File: evil, SHA256: evil, Facts: map[string]any{"tenant_id": evil, "tenant_name": evil, evil: evil, "list": []any{evil}}}
	world := wizardtest.WithFiles()
	world.Folders[""] = machine.Folder{Path: evil, Parent: "/", Entries: []machine.FolderEntry{{Name: evil, Path: evil}}}
	world.Readings[evil] = machine.Reading{Files: []machine.FileSeen{{Name: evil, About: evil, Remarks: []model.Remark{remark}}}, Evidence: []model.Evidence{found}, Remarks: []model.Remark{remark}}
	world.Plans["p.toml"] = model.Plan{Format: 1, Evidence: []model.Evidence{found, {File: evil, Kind: model.EvidenceKind(evil)}}}
	d := drive(t, world, "p.toml").resize(120, 40)
	for _, k := range []string{"f6", "home", "enter", "esc", "down", "enter", "esc", "x", "u", "end", "up", "up", "enter", "down", "enter", "r", "down", "down", "e", "esc"} {
		d.press(k)
		harmlessScreen(t, d)
	}
	if d.m.state.Screen != machine.MergeScreen && d.m.state.Screen != machine.FolderScreen {
		t.Fatalf("at %s", d.m.state.Screen)
	}
	d.m.state.Screen = machine.MergeScreen
	d.m.state.FileWork.Addition = evidence.Merge{New: []model.Evidence{found}, Suggestions: []evidence.Suggestion{{Key: evil, Question: evil, Old: evil, New: evil, From: evil, Why: evil}}}
	d.m.show()
	harmlessScreen(t, d)
}

func harmlessScreen(t *testing.T, d *driver) {
	t.Helper()
	raw := strings.ReplaceAll(d.m.draw(), "\n", "")
	if strings.Contains(raw, "\x1b]") || strings.Contains(raw, "\x1b[2J") {
		t.Fatalf("a code reached the screen: %q", raw)
	}
	for _, r := range strings.ReplaceAll(d.screen(), "\n", "") {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			t.Fatalf("%U on the screen:\n%q", r, d.screen())
		}
	}
}
