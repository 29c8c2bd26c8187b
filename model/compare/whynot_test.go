package compare

import (
	"strings"
	"testing"

	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
)

// TestWhyNot: what speaks against an alternative is what it does worse than the plan.
func TestWhyNot(t *testing.T) {
	planned := Alternative{Name: Name{ID: judge.PlannedID}, Devices: Service{Supported: 3}, Users: []UserService{{Served: "yes"}}, Tasks: Work{Open: 40},
		Blockers: []Obstacle{{Rule: "both", Problem: "Both"}}}
	for want, change := range map[string]func(*Alternative){
		"fewer kinds of devices: 1 instead of 3":       func(a *Alternative) { a.Devices.Supported = 1 },
		"Fewer kinds of devices get their deployments": func(a *Alternative) { a.Users = []UserService{{Served: "no"}} },
		"Blocker: CRL (also: PKI).": func(a *Alternative) {
			a.Blockers = append(a.Blockers, Obstacle{Rule: "crl", Problem: "CRL", About: []string{"Devices", "PKI"}})
		},
		"Warning: CRL.": func(a *Alternative) {
			a.Warnings = []Obstacle{{Rule: "crl", Problem: "CRL", Subjects: []string{"pki"}, About: []string{"pki"}}}
		},
		"More is left to do: 41 tasks instead of 40.":                         func(a *Alternative) { a.Tasks.Open = 41 },
		"and less would be left to do: 1 task instead of 40.":                 func(a *Alternative) { a.Tasks.Open, a.Blockers = 1, nil },
		"No rule speaks against it. Why it was not chosen is not in the plan": func(a *Alternative) { a.Blockers = nil },
		"What is in the way of the plan is in its way too: Both.":             func(*Alternative) {},
	} {
		a := planned
		change(&a)
		if got := strings.Join(a.WhyNot(planned), " "); !strings.Contains(got, want) || strings.Contains(got, "Both") != strings.Contains(want, "Both") {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestEveryAlternativeHasAReason, of plans as people have them.
func TestEveryAlternativeHasAReason(t *testing.T) {
	for _, g := range Plan(*plantest.MixedFleet()).Groups {
		planned, chosen := g.Planned()
		for _, a := range g.Alternatives {
			if chosen && a.ID != judge.PlannedID && len(a.WhyNot(planned)) == 0 {
				t.Errorf("%s: nothing is said", a.ID)
			}
		}
	}
}

// TestBest: what is the same for all is held against none of them.
func TestBest(t *testing.T) {
	crl, root := Obstacle{Rule: "crl", Problem: "CRL", Outcome: rules.Broken}, Obstacle{Rule: "root", Problem: "Unknown whether it is the root", Outcome: rules.Unclear}
	g := Group{Alternatives: []Alternative{
		{Devices: Service{Supported: 1}, Tasks: Work{Open: 5}, Blockers: []Obstacle{crl}, Users: []UserService{{Served: "yes"}}},
		{Devices: Service{Supported: 3}, Tasks: Work{Open: 9}, Blockers: []Obstacle{root, crl}, Users: []UserService{{Served: "no"}}},
	}}
	for i, want := range []string{
		"It serves fewer kinds of devices: 1 instead of 3.",
		"Fewer kinds of devices get their deployments to users. Open question: Unknown whether it is the root. More is left to do: 9 tasks instead of 5.",
	} {
		if got := strings.Join(g.Alternatives[i].Against(g.Best()), " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if against := (Group{}).Best().Against(Alternative{}); against != nil {
		t.Errorf("a group without alternatives: %q", against)
	}
}
