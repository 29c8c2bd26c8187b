package doc

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// SheetOf is a checklist in so much detail.
func SheetOf(c judge.Checklist, d Detail) Sheet {
	switch d {
	case Short:
		return newRunSheet(c)
	case Annex:
		return NewSheet(c)
	}
	s := headOf(c)
	s.Parts, s.Detail = fullParts(c, Full), Full
	return s
}

// NewSheet is all that a checklist says.
func NewSheet(c judge.Checklist) Sheet {
	s := headOf(c)
	s.Parts, s.Detail = append(fullParts(c, Annex), annexParts(c)...), Annex
	return s
}

// headOf is a sheet without its parts.
func headOf(c judge.Checklist) Sheet {
	return Sheet{
		Title: ScopeTitle(c.Scope), Name: PlanName(c.Plan), Facts: planFacts(c),
		Verdict: c.Outcome.Verdict, Standing: VerdictSentence(&c.Plan, c.Outcome),
		Counts: counts(c), Notice: notice(c), Scope: c.Scope, Overview: overviewOf(c), Dated: len(c.Schedule.Days) > 0,
	}
}

// fullParts are what a board of change reads, who talks to whom, the run sheet,
// and the cards team by team. A team alone signs at the end of its own sheet.
func fullParts(c judge.Checklist, d Detail) []Part {
	parts := firstParts(c)
	sign := signOff(signatories...)
	if c.Scope.Owner != "" {
		parts = append(append(parts, runPart(c, true)), teamParts(c, d)...)
		return append(parts, sign)
	}
	parts = append(parts, boardParts(c)...)
	parts = append(parts, sign, trafficPart(c), paged(runPart(c, true)))
	return append(parts, teamParts(c, d)...)
}

func paged(p Part) Part {
	p.Paged = true
	return p
}

// teamParts are the cards of each team, on pages of their own.
func teamParts(c judge.Checklist, d Detail) []Part {
	var parts []Part
	k := deck{c, newRegister(c), d}
	for _, team := range teamsInOrder(c) {
		p := Part{Id: "team-" + Slug(team), Title: model.Teams.Label(team), Paged: c.Scope.Owner == ""}
		for _, g := range []Group{asked(c, team), toConfirm(c, team), k.cards(team)} {
			if len(g.Entries) > 0 {
				p.Groups = append(p.Groups, g)
			}
		}
		if p.Groups != nil {
			p.Lead = tellRole(p.Groups[len(p.Groups)-1].Entries)
			parts = append(parts, p)
		}
	}
	return parts
}

// teamsInOrder are the teams as their work begins, then those without any.
func teamsInOrder(c judge.Checklist) []model.Team {
	var teams []model.Team
	for _, w := range jobsOf(c) {
		if !w.Done() && !slices.Contains(teams, w.Team) {
			teams = append(teams, w.Team)
		}
	}
	for _, t := range model.Teams {
		if !slices.Contains(teams, t.Value) {
			teams = append(teams, t.Value)
		}
	}
	return teams
}

// tellRole says once who can do most of the cards, and takes it off these.
func tellRole(cards []Entry) string {
	counts, role := map[string]int{}, ""
	for _, e := range cards {
		if said := e.Of(WhoLabel).Text(); said != "" {
			if counts[said]++; counts[said] > counts[role] {
				role = said
			}
		}
	}
	if counts[role] < 2 {
		return ""
	}
	for i := range cards {
		cards[i].Facts = slices.DeleteFunc(cards[i].Facts, func(f Fact) bool { return f.Label == WhoLabel && f.Text() == role })
	}
	return "Who can do these, unless a card says otherwise: " + role + "."
}

// asked are the questions that a team must answer, where the list on the first page
// has no room for all.
func asked(c judge.Checklist, team model.Team) Group {
	g := Group{Id: "questions-" + Slug(team), Title: "Questions for " + Team(team)}
	if len(openOf(c.Outcome.Open, c.Scope.Owner)) <= mostFirst {
		return g
	}
	for _, item := range openOf(c.Outcome.Open, team) {
		if c.Scope.Owner == "" || c.Scope.Owner == team {
			g.Entries = append(g.Entries, Entry{Title: item.Question, Owner: item.Owner, Pending: true})
		}
	}
	return g
}

// toConfirm is what was assumed and a team knows.
func toConfirm(c judge.Checklist, team model.Team) Group {
	g := Group{Id: "confirm-" + Slug(team), Title: "For the " + Team(team) + " to confirm"}
	for _, a := range assume.ToConfirm(assume.List(&c.Plan)) {
		if a.Owner == team && (c.Scope.Owner == "" || c.Scope.Owner == team) {
			g.Entries = append(g.Entries, confirmEntry(a))
		}
	}
	return g
}

// A deck makes the cards of a checklist, in so much detail.
type deck struct {
	c judge.Checklist
	r register
	d Detail
}

// cards are the tasks of a team in the order of the run sheet. Those that the
// answers settle have none.
func (k deck) cards(team model.Team) Group {
	g := Group{Id: "cards-" + Slug(team)}
	order, place := map[string]int{}, map[string]string{}
	for _, w := range jobsOf(k.c) {
		for _, id := range w.Tasks {
			order[id], place[id] = len(order)+1, w.Place
		}
	}
	items := slices.DeleteFunc(slices.Clone(k.c.Items()), func(i judge.FullItem) bool { return i.Owner != team || ByAnswer(i) })
	slices.SortStableFunc(items, func(a, b judge.FullItem) int { return order[a.ID] - order[b.ID] })
	for _, item := range items {
		g.Entries = append(g.Entries, k.card(item, place[item.ID]))
	}
	return g
}

// card is a task with its steps. Reasons and sources are for the annex.
func (k deck) card(item judge.FullItem, place string) Entry {
	e := Entry{
		Number: item.Number, Box: boxOf(item.Progress.State), Title: item.Title, Word: stateWord(item.Progress.State), Tone: Slug(item.Progress.State), Where: place, Card: true,
		Facts: k.facts(item), Steps: item.Do, Commands: byShell(item.Commands), After: cardAfter(item, k.d),
		Owner: item.Owner, Phase: item.Phase, Pending: item.Progress.State.Pending(),
		Work: k.r[item.ID].work,
	}
	switch {
	case k.d == Annex:
		e.Sources = item.Sources
	case !e.Pending:
		e.Steps, e.Commands, e.After = nil, nil, nil
	}
	return e
}

// condition is the part of it that whoever has the task must see for himself. The
// part that the answers settle is a reason, for the annex.
func (k deck) condition(item judge.FullItem) string {
	if k.d == Annex {
		return item.If
	}
	return item.Check
}

// facts are what to know before the steps.
func (k deck) facts(item judge.FullItem) []Fact {
	p, reworded := item.Progress, ""
	if item.Reworded {
		reworded = "This task has changed since its state was set: look at it again."
	}
	return Given(
		Plain(conditionLabel, k.condition(item)), k.r.tasks(AfterLabel, waitsFor(k.c, item)),
		Plain(AssignedLabel, p.Owner), Plain(dueLabel, p.Due), Plain(setByLabel, setBy(p)),
		Plain(changedLabel, reworded), Lines(NoteLabel, p.Note), Lines(versionsLabel, joinedLines(item.Versions)),
		Lines("Assumed", joinedLines(item.Assumed)), Plain(recordLabel, item.Change.Note),
		Plain(WaitLabel, waitOf(item)), Plain(WhoLabel, item.Who),
	)
}

// cardAfter is how one can tell that a task is done, and how to go back. What it
// means for users stands in the change request, and in the annex.
func cardAfter(item judge.FullItem, d Detail) []Fact {
	facts := Given(Rich(ProofLabel, item.Proof), Lines(seenLabel, joinedLines(item.Seen)), Plain(undoLabel, wayBack(item.Change)))
	if d != Annex {
		return facts
	}
	return append(facts, Given(
		Rich(skippedLabel, item.Skipped), Plain(impactLabel, item.Change.Notice()), Plain(WaitLabel, model.Capital(item.Change.Wait.Words())),
		Plain(takesLabel, JoinedWith("; ", model.Capital(item.Change.Takes.Words()), windowWords(item.Change.Window))), disagreeing(item.Conflict),
	)...)
}

// windowWords say nothing where any time is good.
func windowWords(w tasks.Window) string {
	if w == tasks.AnyTime {
		return ""
	}
	return tasks.Windows.Label(w)
}

// annexParts are the reasons. What a team is to do needs none.
func annexParts(c judge.Checklist) []Part {
	if c.Scope.Owner != "" {
		return nil
	}
	parts := []Part{findingsPart(c), contradictionsPart(c)}
	if !c.Scope.Open {
		parts = []Part{decisionsPart(c.Decisions), requirementsPart(c.Outcome.Requirements), findingsPart(c), evidencePart(c), contradictionsPart(c)}
	}
	return slices.DeleteFunc(parts, func(p Part) bool { return p.Lead == "" && p.Groups == nil })
}

// contradictionsPart tells once of each question on which the documents disagree,
// and names the tasks that rest on it.
func contradictionsPart(c judge.Checklist) Part {
	list, resting := contradictionsOf(c)
	g := Group{Id: "contradictions-list"}
	for _, d := range list {
		e := Entry{Title: Joined(d.ID, d.Title), Facts: []Fact{Plain("", d.String())}}
		if f := resting[d]; len(f.Tasks) > 0 {
			e.Facts = append(e.Facts, f)
		}
		g.Entries = append(g.Entries, e)
	}
	if g.Entries == nil {
		return Part{}
	}
	return Part{Id: "contradictions", Title: "Where the sources disagree", Groups: []Group{g}}
}

// contradictionsOf lists them, each once, and the tasks that rest on each.
func contradictionsOf(c judge.Checklist) (model.Disagreements, map[model.Disagreement]Fact) {
	var list model.Disagreements
	resting := map[model.Disagreement]Fact{}
	add := func(more model.Disagreements, task int) {
		for _, d := range more {
			if !slices.Contains(list, d) {
				list = append(list, d)
			}
			if f := resting[d]; task > 0 {
				f.Label, f.Tasks = "Rests on it", append(f.Tasks, task)
				resting[d] = f
			}
		}
	}
	for _, d := range c.Decisions {
		add(d.Conflict, 0)
	}
	for _, r := range c.Outcome.Requirements {
		add(r.Conflict, 0)
	}
	for _, f := range c.Outcome.Findings {
		add(f.Conflict, 0)
	}
	for _, item := range c.Items() {
		if !ByAnswer(item) {
			add(item.Conflict, item.Number)
		}
	}
	return list, resting
}
