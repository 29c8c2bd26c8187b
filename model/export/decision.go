package export

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// decisionFormat is found by its name alone: files that end in .md are checklists.
var decisionFormat = Format{
	Name: "decision", Ext: ".md", About: "the decision record, in Markdown",
	Write: func(w io.Writer, c model.Checklist, _ Options) error {
		var m markdownWriter
		m.sheet(newDecision(c))
		_, err := io.WriteString(w, m.b.String())
		return err
	},
}

// decisionPageFormat is the same as one page.
var decisionPageFormat = Format{
	Name: "decision-html", Ext: ".html", About: "the decision record, as one page",
	Write: func(w io.Writer, c model.Checklist, o Options) error {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html>\n")
		pageNode(newDecision(c), o.Paper).write(&b)
		_, err := io.WriteString(w, b.String())
		return err
	},
}

// newDecision is the decision record of a plan: what was decided and why, for
// somebody who never saw this program.
func newDecision(c model.Checklist) sheet {
	s := sheet{
		title: "CMG decision record", name: planName(c.Plan), facts: planFacts(c),
		verdict: c.Outcome.Verdict, standing: model.VerdictWords.Label(c.Outcome.Verdict),
		counts: findingCounts(c.Outcome), notice: notice(c), signers: []string{"Decided by", "Agreed by"},
		parts: []part{
			contextPart(c), decidedPart(c.Decisions), alternativesPart(c.Plan.Compare()), consequencesPart(c),
			acceptedPart(c.Outcome.Disagreements()), questionsPart(c.Outcome.Open, ""), basisPart(c),
		},
	}
	return s
}

// contextPart says what this is about and where the site stands today.
func contextPart(c model.Checklist) part {
	p := &c.Plan
	var known []entry
	tell := func(title, text string) {
		if text != "" {
			known = append(known, entry{title: title, word: text})
		}
	}
	tell("Site version", version(p.Site.Version))
	tell("Communication security today", labelOf(model.Securities.Label, p.Site.SecurityNow))
	tell("Management points", strconv.Itoa(len(p.ManagementPoints)))
	tell("PKI that can issue client certificates", labelOf(model.YesNos.Label, p.PKI.Available))
	tell("Site connected to Microsoft Entra ID", labelOf(model.YesNos.Label, p.Entra.SiteIntegrated))
	for i := range p.Devices {
		tell("Kind of devices", deviceContext(p.Devices[i]))
	}
	return part{
		id: "context", title: "Context",
		lead:   "Clients on the internet are to reach the ConfigMgr site through a cloud management gateway (CMG), a service in Azure that passes their requests on to management points of the site. It has to be decided how each kind of device proves who it is (Microsoft Entra ID, a PKI certificate or a token that the site issues), and how the management points communicate (HTTPS or Enhanced HTTP).",
		groups: []group{{title: "What is known", id: "known", entries: known}},
	}
}

// labelOf is the label of an answer, "" while there is none.
func labelOf[T ~string](label func(T) string, answer T) string {
	if answer == "" {
		return ""
	}
	return label(answer)
}

func version(v model.Version) string {
	if !model.Known(v) {
		return ""
	}
	return string(v)
}

// deviceContext is a kind of devices in a line: "Laptops, hybrid joined, about
// 4200, on the internet".
func deviceContext(d model.Device) string {
	said := []string{d.Label()}
	if d.Name != "" && model.Known(d.Join) {
		said = append(said, model.Joins.Label(d.Join))
	}
	if n, given := d.Count.Value(); given {
		said = append(said, fmt.Sprintf("about %d", n))
	}
	if d.Internet == model.Yes {
		said = append(said, "on the internet")
	}
	if d.OnPremises == model.Yes {
		said = append(said, "on the internal network")
	}
	return strings.Join(said, ", ")
}

// decidedPart leaves contradictions and sources to chapters of their own.
func decidedPart(decisions []model.Decision) part {
	g := group{}
	for _, d := range decisions {
		g.entries = append(g.entries, entry{title: d.Title, word: d.Choice, facts: given(plain("", d.Why))})
	}
	return part{id: "decision", title: "Decision", lead: "What the contradictions are on which this rests, and which reading was taken, stands below.", groups: []group{g}}
}

// alternativesPart says of each choice what else there was, and why not.
func alternativesPart(compared model.Comparison) part {
	p := part{
		id: "alternatives", title: "Alternatives, and why not",
		lead: "Each alternative was judged as a plan of its own, with nothing but that one choice changed.",
	}
	for _, choice := range compared.Groups {
		g := group{id: "choice-" + slug(choice.ID), title: choice.Title, lead: strings.Join(choice.Notes, " ")}
		planned, chosen := choice.Planned()
		for _, a := range choice.Alternatives {
			if a.ID != model.PlannedID {
				g.entries = append(g.entries, alternativeEntry(a, planned, chosen))
			}
		}
		if g.entries != nil || g.lead != "" {
			p.groups = append(p.groups, g)
		}
	}
	return p
}

func alternativeEntry(a, planned model.Alternative, chosen bool) entry {
	e := entry{title: a.Called(), word: verdictWord(model.VerdictWords.Label(a.Verdict)), facts: []fact{
		plain("Serves", strings.Join(a.Devices.Words(), ", ")),
		plain("Tasks", fmt.Sprintf("%d, of these still to be done: %d", a.Tasks.Count, a.Tasks.Open)),
	}}
	switch {
	case !chosen:
		e.facts = append(e.facts, plain("Why not", "Nothing is chosen yet."))
	case len(a.Changes) == 0:
		e.facts = append(e.facts, plain("Why not", "It comes to the same as the plan."))
	default:
		e.facts = append(e.facts, lines("Why not", strings.Join(a.WhyNot(planned), "\n")))
	}
	return e
}

// consequencesPart is what follows: what must be there, who has work, what must
// be renewed for as long as the CMG lives.
func consequencesPart(c model.Checklist) part {
	p := part{id: "consequences", title: "Consequences"}
	needs := group{id: "consequences-needs", title: "What must be there"}
	for _, kind := range needKinds {
		for _, title := range titlesOf(c.Outcome.Requirements, kind.need) {
			needs.entries = append(needs.entries, entry{title: title, word: strings.ToLower(kind.title)})
		}
	}
	people := group{id: "consequences-people", title: peopleTitle}
	for _, l := range teamLines(c.Outcome) {
		people.entries = append(people.entries, entry{title: l.team, word: l.words()})
	}
	ends := group{id: "consequences-ends", title: "What comes to an end and must be renewed"}
	for _, e := range c.Plan.Expiries() {
		ends.entries = append(ends.entries, entry{title: e.What, facts: given(
			plain("When", e.When), plain("Then", e.Then), plain("Who", model.Teams.Label(e.Owner)),
		)})
	}
	for _, g := range []group{needs, people, ends} {
		if len(g.entries) > 0 {
			p.groups = append(p.groups, g)
		}
	}
	return p
}

// acceptedPart names the questions on which the documents disagree and the
// reading that this plan rests on: who signs accepts them.
func acceptedPart(list []model.Disagreement) part {
	p := part{id: "contradictions", title: "Contradictions accepted", lead: "The plan rests on no question on which Microsoft's pages disagree."}
	g := group{}
	for _, d := range list {
		g.entries = append(g.entries, entry{title: d.Title, facts: []fact{plain("", d.Text)}})
	}
	if g.entries != nil {
		p.lead = "On these questions Microsoft's own pages disagree. Each says which reading was taken and how sure that is."
		p.groups = []group{g}
	}
	return p
}

// basisPart lists the pages behind the decision, by the day on which they were read.
func basisPart(c model.Checklist) part {
	known := map[string]bool{}
	byDay := map[string][]model.Reference{}
	for _, d := range c.Decisions {
		for _, r := range d.Sources {
			if !known[r.URL] {
				known[r.URL] = true
				byDay[r.Read] = append(byDay[r.Read], r)
			}
		}
	}
	g := group{}
	for _, day := range slices.Sorted(maps.Keys(byDay)) {
		g.entries = append(g.entries, entry{title: "Read on " + day, sources: byDay[day]})
	}
	return part{id: "basis", title: "Sources", lead: "The checklist names those of every task.", groups: []group{g}}
}
