package wizard

import (
	"strings"
	"testing"
	"unicode"

	"cmgwizard/model"
)

// TestHostileWordsStayWords shows a plan full of codes on every screen.
func TestHostileWordsStayWords(t *testing.T) {
	evil := "x\x1b[2J\x1b]0;t\x07\x9b31m\u202ey\rz\x00"
	plan := model.Plan{Format: 1, Name: evil}
	plan.Devices = []model.Device{{Name: evil, Internet: model.Yes, OnPremises: model.Yes, Join: model.DomainJoined, Method: model.ClientPKI}}
	plan.ManagementPoints = []model.ManagementPoint{{Host: evil, CMGTraffic: model.Yes, Clients: model.ConnectHTTPS}}
	plan.ConnectionPoints = []model.ConnectionPoint{{Host: evil}}
	plan.Gateway = model.Gateway{ServiceName: evil, Region: evil, ResourceGroup: evil}
	plan.Site.Version = model.Version(evil)
	plan.Entra.TenantID = evil
	world := newWorld()
	world.files["p.toml"] = plan
	d := drive(t, world, "p.toml").resize(120, 40)
	for range 60 {
		d.press("enter")
		harmlessScreen(t, d)
	}
	d.press("f2")
	for range 40 {
		d.press("down")
		harmlessScreen(t, d)
	}
	for _, k := range []string{"f3", "esc", "home", "enter", "down", "down", "down", "enter", "esc", "esc", "home", "down", "enter", "end", "enter"} {
		d.press(k)
		harmlessScreen(t, d)
	}
}

func harmlessScreen(t *testing.T, d *driver) {
	t.Helper()
	raw := strings.ReplaceAll(d.m.content(), "\n", "")
	if strings.Contains(raw, "\x1b]") || strings.Contains(raw, "\x1b[2J") {
		t.Fatalf("a code reached the screen: %q", raw)
	}
	for _, r := range strings.ReplaceAll(d.screen(), "\n", "") {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			t.Fatalf("%U on the screen:\n%q", r, d.screen())
		}
	}
}
