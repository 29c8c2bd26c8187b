package judge

import (
	"testing"

	"cmgwizard/model"
)

// effectiveModes is the definition of the effective mode, answer by answer:
// the columns are the securities of the site.
var effectiveModes = map[model.Connections]map[model.Security]model.Mode{
	model.ConnectHTTPS: {model.EnhancedHTTP: "https", model.PlainHTTP: "https", model.HTTPSOnly: "https", "": "https", model.Unsure: "https"},
	model.ConnectHTTP:  {model.EnhancedHTTP: "e-http", model.PlainHTTP: "http", model.HTTPSOnly: "unknown", "": "unknown", model.Unsure: "unknown"},
	"":                 {model.EnhancedHTTP: "unknown", model.PlainHTTP: "unknown", model.HTTPSOnly: "unknown", "": "unknown", model.Unsure: "unknown"},
	model.Unsure:       {model.EnhancedHTTP: "unknown", model.PlainHTTP: "unknown", model.HTTPSOnly: "unknown", "": "unknown", model.Unsure: "unknown"},
}

func TestEffectiveModes(t *testing.T) {
	for clients, row := range effectiveModes {
		for security, want := range row {
			p := &model.Plan{}
			p.Site.Security = security
			p.ManagementPoints = []model.ManagementPoint{{Clients: clients}}
			if mode := p.Mode(0); mode != want {
				t.Errorf("clients %q, site %q: %s, want %s", clients, security, mode, want)
			}
			if mode := Plan(*p).Points[0].Mode; mode != want {
				t.Errorf("clients %q, site %q: %s in the outcome, want %s", clients, security, mode, want)
			}
		}
	}
}

// TestEffectiveModesAreWhole notices a new word that the table lacks.
func TestEffectiveModesAreWhole(t *testing.T) {
	for _, c := range model.ConnectionKinds {
		for _, s := range model.Securities {
			if effectiveModes[c.Value][s.Value] == "" {
				t.Errorf("clients %s, site %s is not in the table", c.Value, s.Value)
			}
		}
	}
}
