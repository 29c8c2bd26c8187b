package model

import (
	"strings"
	"testing"
)

// TestWhyNot: what speaks against an alternative is what it does worse than the plan.
func TestWhyNot(t *testing.T) {
	planned := Alternative{Name: Name{ID: PlannedID}, Devices: Service{Supported: 3}, Users: []UserService{{Served: "yes"}}, Tasks: Work{Open: 40},
		Blockers: []Obstacle{{Rule: "both", Title: "Both"}}}
	for want, change := range map[string]func(*Alternative){
		"fewer kinds of devices: 1 instead of 3":       func(a *Alternative) { a.Devices.Supported = 1 },
		"Fewer kinds of devices get their deployments": func(a *Alternative) { a.Users = []UserService{{Served: "no"}} },
		"In the way: broken: CRL (PKI).": func(a *Alternative) {
			a.Blockers = append(a.Blockers, Obstacle{Rule: "crl", Title: "CRL", About: []string{"PKI"}})
		},
		"Warning: broken: CRL (PKI).":                   func(a *Alternative) { a.Warnings = []Obstacle{{Rule: "crl", Title: "CRL", About: []string{"PKI"}}} },
		"More is left to do: 41 tasks instead of 40.":   func(a *Alternative) { a.Tasks.Open = 41 },
		"and less is left to do: 1 task instead of 40:": func(a *Alternative) { a.Tasks.Open = 1 },
		"speaks against it: the choice":                 func(*Alternative) {},
	} {
		a := planned
		change(&a)
		if got := strings.Join(a.WhyNot(planned), " "); !strings.Contains(got, want) || strings.Contains(got, "Both") {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestEveryAlternativeHasAReason, of plans as people have them.
func TestEveryAlternativeHasAReason(t *testing.T) {
	for _, g := range mixedFleet().Compare().Groups {
		planned, chosen := g.Planned()
		for _, a := range g.Alternatives {
			if chosen && a.ID != PlannedID && len(a.WhyNot(planned)) == 0 {
				t.Errorf("%s: nothing is said", a.ID)
			}
		}
	}
}
