package export

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/model/judge"
)

// decisionFormat is found by its name alone: files that end in .md are checklists.
var decisionFormat = Format{
	Name: "decision", Ext: ".md", About: "the decision record, in Markdown",
	Write: func(w io.Writer, c judge.Checklist, _ Options) error {
		var m markdownWriter
		m.sheet(newDecision(c))
		_, err := io.WriteString(w, m.b.String())
		return err
	},
}

// decisionPageFormat is the same as one page.
var decisionPageFormat = Format{
	Name: "decision-html", Ext: ".html", About: "the decision record, as one page",
	Write: func(w io.Writer, c judge.Checklist, o Options) error {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html>\n")
		pageNode(newDecision(c), o.Paper).write(&b)
		_, err := io.WriteString(w, b.String())
		return err
	},
}

// newDecision is the decision record of a plan: what was decided and why, for
// somebody who never saw this program. It is always about the whole plan.
func newDecision(c judge.Checklist) sheet {
	c.Scope = judge.Scope{}
	disagree := compare.Disagreements(c.Outcome)
	s := sheet{
		title: decisionTitle, foot: decisionTitle, name: planName(c.Plan),
		facts:   append(planFacts(c), plain("Status", status(c.Outcome.Verdict))),
		verdict: c.Outcome.Verdict, standing: judge.Verdicts.Label(c.Outcome.Verdict),
		counts: findingCounts(c.Outcome), notice: notice(c), signers: []string{"Decided by", "Agreed by"},
		parts: []part{
			contextPart(c), decidedPart(c.Decisions), againstPart(c), alternativesPart(compare.Plan(c.Plan)), consequencesPart(c),
			acceptedPart(disagree), questionsPart(c.Outcome.Open, ""), basisPart(c.Decisions, disagree),
		},
	}
	return s
}

const decisionTitle = "CMG decision record"

// status is how far the decision is. The plan does not know who accepted it:
// that stands on the signed paper.
func status(v judge.Verdict) string {
	switch v {
	case judge.IsBlocked:
		return "Proposed, and not ready to be signed: it is blocked by what is listed under “What stands against it”."
	case judge.IsIncomplete:
		return "Proposed, and not ready to be signed: answers that decide are still missing, listed under “Open questions”."
	}
	return "Proposed. It is accepted once it is signed at the end."
}

// contextPart says what this is about and where the site stands today.
func contextPart(c judge.Checklist) part {
	return part{
		id: "context", title: "Context",
		lead:   "Clients on the internet are to reach the ConfigMgr site through a cloud management gateway (CMG), a service in Azure that passes their requests on to management points of the site. It has to be decided how each kind of device proves who it is (Microsoft Entra ID, a PKI certificate or a token that the site issues), and how the management points communicate (HTTPS, or Enhanced HTTP, where the site issues certificates to them).",
		groups: []group{{title: "What is known", id: "known", entries: known(&c.Plan)}},
	}
}

// known is what the plan says about the site of today and about the devices.
func known(p *model.Plan) []entry {
	var list []entry
	tell := func(title, text string) {
		if text != "" {
			list = append(list, entry{title: title, word: text})
		}
	}
	tell("Site version", orDash(string(p.Site.Version)))
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
func decidedPart(decisions []judge.Decision) part {
	g := group{}
	for _, d := range decisions {
		why := cmp.Or(d.Why, "The plan does not say it yet.")
		g.entries = append(g.entries, entry{title: d.Title, word: d.Choice, facts: []fact{plain("", why)}})
	}
	return part{
		id: "decision", title: "Decision", groups: []group{g},
		lead: "What the plan decides, and why. Where Microsoft's documents disagree, the reading that was taken stands under “Contradictions accepted”.",
	}
}
