package judge

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// TestDecisionsThatAreNotTaken: what nobody knows is told in whole sentences,
// and never with the word of the file.
func TestDecisionsThatAreNotTaken(t *testing.T) {
	p := &model.Plan{}
	p.ManagementPoints = []model.ManagementPoint{{CMGTraffic: model.Unsure}, {}}
	p.Devices = []model.Device{{Internet: model.Yes, OnPremises: model.Yes, Method: model.Unsure, Join: model.Unsure}}
	for _, f := range p.Fields() {
		if strings.HasPrefix(f.Key, "gateway.") || strings.HasPrefix(f.Key, "site.") {
			if err := f.Set(model.Unsure); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, d := range Decisions(p) {
		if strings.Contains(d.Title+d.Choice+d.Why, model.Unsure) || strings.HasPrefix(d.Why, "It whether") {
			t.Errorf("%s: %s. %s", d.Title, d.Choice, d.Why)
		}
	}
	if why := pointDecision(p, 0).Why; why != "Whether it serves CMG clients is not decided yet." {
		t.Errorf("the management point: %q", why)
	}
}

// TestRecommendation goes through every device and every answer about a PKI.
func TestRecommendation(t *testing.T) {
	for _, d := range plantest.EveryDevice() {
		for _, pki := range []model.YesNo{model.Yes, model.No, "", model.Unsure} {
			for _, certificate := range []model.YesNo{model.Yes, model.No, ""} {
				a := model.Answers{PKI: model.PKI{Available: pki}}
				d.ClientCertificate = certificate
				want := model.SiteToken
				if pki == model.Yes || pki != model.No && certificate == model.Yes {
					want = model.ClientPKI
				}
				if (d.Join == model.EntraJoined || d.Join == model.HybridJoined) && d.Windows == model.Windows10 {
					want = model.EntraID
				}
				reason := map[model.Method]string{model.EntraID: "no certificate is needed", model.ClientPKI: "a PKI can issue", model.SiteToken: "if your PKI can"}[want]
				if want == model.SiteToken && pki == model.No {
					reason = "no PKI can issue"
				}
				if want == model.ClientPKI && pki != model.Yes {
					reason = "they hold certificates already"
				}
				if got, why := Recommend(&a, d); got != want || !strings.Contains(why, reason) {
					t.Errorf("%+v, PKI %q: %s because %q, want %s", d, pki, got, why, want)
				}
			}
		}
	}
}
