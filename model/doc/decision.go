package doc

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/model/judge"
)

// NewDecision is the decision record of a plan: what was decided and why, for
// somebody who never saw this program. It is always about the whole plan.
func NewDecision(c judge.Checklist) Sheet {
	c.Scope = judge.Scope{}
	disagree := compare.Disagreements(c.Outcome)
	s := Sheet{
		Title: decisionTitle, Foot: decisionTitle, Name: PlanName(c.Plan),
		Facts:   append(planFacts(c), Plain("Status", status(c.Outcome.Verdict))),
		Verdict: c.Outcome.Verdict, Standing: VerdictSentence(&c.Plan, c.Outcome),
		Counts: findingCounts(c.Outcome), Notice: notice(c),
		Parts: []Part{
			contextPart(c), decidedPart(c.Decisions), againstPart(c), alternativesPart(compare.Plan(c.Plan)), consequencesPart(c),
			acceptedPart(disagree), questionsPart(c.Outcome.Open, ""), confirmPart(&c.Plan, ""), basisPart(c.Decisions, disagree), signOff("Decided by", "Agreed by"),
		},
	}
	s.Parts = slices.DeleteFunc(s.Parts, func(p Part) bool { return p.Title == "" })
	return s
}

const decisionTitle = "CMG decision record"

// status is how far the decision is. The plan does not know who accepted it:
// that stands on the signed paper.
func status(v judge.Verdict) string {
	switch v {
	case judge.IsBlocked:
		return "Proposed, and not ready to be signed: it is blocked by what is listed under “What speaks against it”."
	case judge.IsIncomplete:
		return "Proposed, and not ready to be signed: answers that decide are still missing, listed under “Missing answers”."
	}
	return "Proposed. It is accepted once it is signed at the end."
}

// contextPart says what this is about and where the site stands today.
func contextPart(c judge.Checklist) Part {
	return Part{
		Id: "context", Title: "Context",
		Lead:   "Clients on the internet will reach the ConfigMgr site through a cloud management gateway (CMG). This service in Azure forwards their requests to management points of the site. Two things must be decided. How does each kind of device prove who it is: with Microsoft Entra ID, a PKI certificate, or a token that the site issues? How do the management points communicate: over HTTPS, or over Enhanced HTTP, where the site issues their certificates?",
		Groups: []Group{{Title: "What is known", Id: "known", Entries: known(&c.Plan)}},
	}
}

// known is what the plan says about the site of today and about the devices.
func known(p *model.Plan) []Entry {
	var list []Entry
	tell := func(title, text string) {
		if text != "" {
			list = append(list, Entry{Title: title, Word: text})
		}
	}
	tell("Site version", OrDash(string(p.Site.Version)))
	tell("Communication security today", model.Securities.Label(p.Site.SecurityNow))
	tell("Management points", howMany(len(p.ManagementPoints)))
	tell("CMG connection points", howMany(len(p.ConnectionPoints)))
	tell("A PKI can issue client certificates", model.YesNos.Label(p.PKI.Available))
	tell("The site is connected to Microsoft Entra ID", model.YesNos.Label(p.Entra.SiteIntegrated))
	for _, d := range p.Devices {
		tell("Kind of devices", deviceContext(d))
	}
	if len(p.Devices) == 0 {
		tell("Kinds of devices", howMany(0))
	}
	return list
}

// howMany counts what the plan lists.
func howMany(n int) string {
	if n == 0 {
		return "none is listed yet"
	}
	return strconv.Itoa(n)
}

// deviceContext is a kind of devices in a line: "Laptops, hybrid joined, about
// 4200, on the internet".
func deviceContext(d model.Device) string {
	said := []string{cmp.Or(d.Label(), "how they are joined is not known yet")}
	if d.Name != "" && model.Known(d.Join) {
		said = append(said, model.Joins.Label(d.Join))
	}
	if n, given := d.Count.Value(); given {
		said = append(said, fmt.Sprintf("about %d", n))
	}
	if d.Internet == model.Yes {
		said = append(said, model.Locations.Label(model.OnInternet))
	}
	if d.OnPremises == model.Yes {
		said = append(said, model.Locations.Label(model.OnPremises))
	}
	return strings.Join(said, ", ")
}

// decidedPart leaves contradictions and sources to chapters of their own.
func decidedPart(decisions []judge.Decision) Part {
	g := Group{}
	for _, d := range decisions {
		why := cmp.Or(d.Why, "The plan does not say it yet.")
		g.Entries = append(g.Entries, Entry{Title: d.Title, Word: chosen(d), Facts: []Fact{Plain("", why)}})
	}
	return Part{
		Id: "decision", Title: "Decision", Groups: []Group{g},
		Lead: "What the plan decides, and why. Where Microsoft's sources disagree, our reading is under “Contradictions accepted”.",
	}
}

// chosen is what was decided; what nobody said is marked.
func chosen(d judge.Decision) string {
	if d.Assumed {
		return d.Choice + model.AssumedMark
	}
	return d.Choice
}
