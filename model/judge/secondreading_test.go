package judge

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/slow"
)

// This is a second reading of some rows of the page of rules. It is written
// from their words alone and uses nothing of the tables that it checks: where
// the two differ, one of them has misread the page.

// A reading says how a rule comes out for each of its subjects: none where it
// does not apply.
type reading func(p *model.Plan) []string

// saidOf is one line of a reading.
func saidOf(subject string, outcome rules.OutcomeWord, s model.Severity) string {
	return fmt.Sprintf("%s %s %s", subject, outcome, s)
}

var secondReadings = map[string]reading{
	"cmg-mp-present":           readCMGPointPresent,
	"connection-point-present": readConnectionPointPresent,
	"mp-internet-access":       readInternetAccess,
	"internet-use-known":       readInternetUse,
	"user-centric-needs-entra": readUserCentric,
	"user-centric-known":       readUserCentricKnown,
	"entra-user-discovery":     readUserDiscovery,
	"client-key-length":        readKeyLength,
}

func readCMGPointPresent(p *model.Plan) []string {
	counts, maybe := false, len(p.ManagementPoints) == 0
	for _, mp := range p.ManagementPoints {
		switch {
		case mp.CMGTraffic == "no":
		case mp.CMGTraffic == "yes" && mp.Host != "":
			counts = true
		default:
			maybe = true
		}
	}
	outcome := rules.OutcomeWord("broken")
	if counts {
		outcome = "holds"
	} else if maybe {
		outcome = "unknown"
	}
	return []string{saidOf("management_points", outcome, "blocker")}
}

func readConnectionPointPresent(p *model.Plan) []string {
	outcome := rules.OutcomeWord("unknown")
	for _, c := range p.ConnectionPoints {
		if c.Host != "" {
			outcome = "holds"
		}
	}
	return []string{saidOf("connection_points", outcome, "blocker")}
}

// usesOnInternet says whether an internet device has the method.
func usesOnInternet(p *model.Plan, method model.Method) bool {
	return slices.ContainsFunc(p.Devices, func(d model.Device) bool { return d.Internet == "yes" && d.Method == method })
}

func readInternetAccess(p *model.Plan) []string {
	old := p.Site.Version != "" && p.Site.Version != "unsure" && p.Site.Version < "2603"
	if old || !usesOnInternet(p, "entra") {
		return nil
	}
	var said []string
	for i, mp := range p.ManagementPoints {
		outcome, severity := rules.OutcomeWord("planned"), model.Severity("warning")
		if mp.InternetAccess == "yes" {
			outcome = "holds"
		}
		if mp.CMGTraffic == "yes" {
			severity = "blocker"
		}
		said = append(said, saidOf(fmt.Sprintf("management_points[%d].internet_access", i), outcome, severity))
	}
	return said
}

func readInternetUse(p *model.Plan) []string {
	var said []string
	one := false
	for i, d := range p.Devices {
		one = one || d.Internet == "yes"
		outcome := rules.OutcomeWord("holds")
		if d.Internet == "" || d.Internet == "unsure" {
			outcome = "unknown"
		}
		said = append(said, saidOf(fmt.Sprintf("devices[%d].internet", i), outcome, "blocker"))
	}
	if !one {
		return nil
	}
	return said
}

func readUserCentric(p *model.Plan) []string {
	var said []string
	for i, d := range p.Devices {
		if d.Internet != "yes" || d.UserCentric != "yes" || d.Method == "" || d.Method == "unsure" {
			continue
		}
		outcome := rules.OutcomeWord("broken")
		if d.Method == "entra" {
			outcome = "holds"
		}
		said = append(said, saidOf(fmt.Sprintf("devices[%d].method", i), outcome, "warning"))
	}
	return said
}

func readUserCentricKnown(p *model.Plan) []string {
	var said []string
	for i, d := range p.Devices {
		if d.Internet != "yes" || d.Method != "pki" && d.Method != "token" {
			continue
		}
		outcome := rules.OutcomeWord("holds")
		if d.UserCentric == "" || d.UserCentric == "unsure" {
			outcome = "unknown"
		}
		said = append(said, saidOf(fmt.Sprintf("devices[%d].user_centric", i), outcome, "warning"))
	}
	return said
}

// usersToFind says whether an internet device with Microsoft Entra ID gets
// deployments to users.
func usersToFind(p *model.Plan) bool {
	return slices.ContainsFunc(p.Devices, func(d model.Device) bool {
		return d.Internet == "yes" && d.Method == "entra" && d.UserCentric == "yes"
	})
}

func readUserDiscovery(p *model.Plan) []string {
	if !usesOnInternet(p, "entra") {
		return nil
	}
	outcome, severity := rules.OutcomeWord("planned"), model.Severity("advice")
	if p.Entra.EntraUserDiscovery == "yes" {
		outcome = "holds"
	}
	if p.Entra.Identities == "hybrid" || usersToFind(p) {
		severity = "warning"
	}
	return []string{saidOf("entra.entra_user_discovery", outcome, severity)}
}

func readKeyLength(p *model.Plan) []string {
	bits := p.PKI.KeyBits.String()
	if !usesOnInternet(p, "pki") || bits == "" {
		return nil
	}
	outcome := rules.OutcomeWord("broken")
	switch bits {
	case "2048", "4096":
		outcome = "holds"
	case "unsure":
		outcome = "unknown"
	}
	return []string{saidOf("pki.key_bits", outcome, "warning")}
}

// readDiscoveryNeed reads the row of the requirement: required goes before
// recommended, and both before unknown.
func readDiscoveryNeed(p *model.Plan) rules.Need {
	devices, methods := 0, 0
	for _, d := range p.Devices {
		if d.Internet == "yes" {
			devices++
			if d.Method != "" && d.Method != "unsure" {
				methods++
			}
		}
	}
	switch {
	case usersToFind(p), usesOnInternet(p, "entra") && p.Entra.Identities == "hybrid":
		return "required"
	case usesOnInternet(p, "entra"):
		return "recommended"
	case devices == 0, methods < devices:
		return "unknown"
	}
	return "not-required"
}

// TestSecondReading compares both readings over plans of every sort.
func TestSecondReading(t *testing.T) {
	t.Parallel()
	for n, p := range plansToRead() {
		said := map[string][]string{}
		for _, f := range rules.AllFindings(p) {
			if f.Outcome != rules.NotAsked {
				said[f.Rule] = append(said[f.Rule], saidOf(f.Subject, f.Outcome, f.Severity))
			}
		}
		for rule, read := range secondReadings {
			if want := read(p); !slices.Equal(said[rule], want) {
				t.Fatalf("plan %d, %s: %q, the page reads %q", n, rule, said[rule], want)
			}
		}
		for _, r := range rules.Requirements(p) {
			if want := readDiscoveryNeed(p); r.Name == "entra_user_discovery" && r.Need != want {
				t.Fatalf("plan %d, entra_user_discovery: %s, the page reads %s", n, r.Need, want)
			}
		}
	}
}

// TestUnknownUseIsOpen: what the two rules about devices wait for stands among
// the open answers, and a plan that waits for the first is not ready.
func TestUnknownUseIsOpen(t *testing.T) {
	t.Parallel()
	for n, p := range plansToRead() {
		open, findings := openKeys(p), rules.Findings(p)
		for _, f := range findings {
			if f.Rule != "internet-use-known" && f.Rule != "user-centric-known" {
				continue
			}
			if !slices.Contains(open, f.Subject) {
				t.Fatalf("plan %d: %s is %s and not open", n, f.Subject, f.Outcome)
			}
			if v := verdictOf(findings); f.Severity == model.Blocker && v != IsBlocked && v != IsIncomplete {
				t.Fatalf("plan %d: %s although %s is unknown", n, v, f.Subject)
			}
		}
	}
}

// plansToRead are random plans, and good ones with gaps.
func plansToRead() []*model.Plan {
	random, m := rand.New(rand.NewSource(21)), evidencetest.NewPlanMaker(21)
	var plans []*model.Plan
	for range slow.Rounds(500) {
		plans = append(plans, m.Plan(), plantest.RandomPlan(random), plantest.Thinned(plantest.GoodPlan(), random))
	}
	return plans
}
