package cli

import (
	"fmt"
	"strings"

	"cmgwizard/model"
)

// findingChanges begins with what is worst.
func (p *page) findingChanges(findings []model.ChangedFinding) {
	if len(findings) == 0 {
		return
	}
	p.heading("Findings")
	for _, s := range model.Severities {
		for _, f := range findings {
			if severityOf(f) == s.Value {
				p.findingChange(s.Label, f)
			}
		}
	}
}

// severityOf is the severity that a finding has, or had when it went.
func severityOf(f model.ChangedFinding) model.Severity {
	if f.Severity.New == "" || f.Mark == model.MarkRemoved {
		return f.Severity.Old
	}
	return f.Severity.New
}

func (p *page) findingChange(severity string, f model.ChangedFinding) {
	p.item(signs[f.Mark], severity+": "+f.Title)
	p.item(below, "about: "+withKey(f.Name, f.Subject))
	if f.Mark == model.MarkChanged && f.Severity.Turned() {
		p.item(below, fmt.Sprintf("severity was: %s; now: %s", model.Severities.Label(f.Severity.Old), model.Severities.Label(f.Severity.New)))
	}
	if f.Outcome.Turned() {
		p.item(below, fmt.Sprintf("was: %s; now: %s", model.OutcomeWords.Label(f.Outcome.Old), model.OutcomeWords.Label(f.Outcome.New)))
	} else {
		p.item(below, "still: "+model.OutcomeWords.Label(f.Outcome.New))
	}
	if f.Mark != model.MarkRemoved {
		p.fact(below+"found: ", f.Detail)
	}
}

func (p *page) deviceChanges(devices []model.ChangedDevice) {
	if len(devices) > 0 {
		p.heading("What devices can do")
	}
	for _, d := range devices {
		p.item(signs[d.Mark], d.Name+", "+model.Locations.Label(d.Location))
		p.turn(ability(d.Supported.Old, d.Scenarios.Old), ability(d.Supported.New, d.Scenarios.New))
		if d.Mark != model.MarkRemoved {
			p.fact(below, d.Why)
		}
	}
}

// ability says in words what a device can do.
func ability(supported model.TruthWord, scenarios []string) string {
	word := model.ServedWords.Label(supported)
	switch {
	case word == "":
		return "not used there"
	case len(scenarios) == 0:
		return word
	}
	return word + ": deployments to " + strings.Join(scenarios, "s and ") + "s"
}
