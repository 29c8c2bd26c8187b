package model

import (
	"strings"
	"testing"
)

// TestDecisionsThatAreNotTaken: what nobody knows is told in whole sentences,
// and never with the word of the file.
func TestDecisionsThatAreNotTaken(t *testing.T) {
	p := &Plan{}
	p.ManagementPoints = []ManagementPoint{{CMGTraffic: Unsure}, {}}
	p.Devices = []Device{{Internet: Yes, OnPremises: Yes, Method: Unsure, Join: Unsure}}
	for _, f := range p.Fields() {
		if strings.HasPrefix(f.Key, "gateway.") || strings.HasPrefix(f.Key, "site.") {
			if err := f.Set(Unsure); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, d := range p.Decisions() {
		if strings.Contains(d.Title+d.Choice+d.Why, Unsure) || strings.HasPrefix(d.Why, "It whether") {
			t.Errorf("%s: %s. %s", d.Title, d.Choice, d.Why)
		}
	}
	if why := p.pointDecision(0).Why; why != "Whether it serves CMG clients is not decided yet." {
		t.Errorf("the management point: %q", why)
	}
}
