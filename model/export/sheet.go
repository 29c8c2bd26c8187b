package export

import (
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// A sheet is a checklist in words, in the order in which people read it. Its
// texts are as they came: each format makes them safe for its readers.
type sheet struct {
	title    string
	name     string
	facts    []fact
	verdict  judge.Verdict
	standing string // the verdict in words
	counts   string
	notice   string
	scope    judge.Scope
	overview overview // empty on the sheet of one team
	signers  []string // who signs
	foot     string   // what stands at the foot of printed pages, "" for that of a checklist
	parts    []part
}

// A part is a chapter of the sheet.
type part struct {
	id, title, lead string
	groups          []group
	listed          bool // its groups stand in the table of contents
}

// A group is what belongs together in a part. Its title may be empty.
type group struct {
	id, title, lead string
	entries         []entry
}

// An entry is one thing on the sheet: a decision, a finding, a task.
type entry struct {
	number   int // of a task; 0 for everything else
	box      box
	title    string
	word     string // how it stands, "" when that goes without saying
	tone     string // the same for a style sheet, "" for what is no state
	facts    []fact
	steps    []model.Rich
	commands []commands
	after    []fact // what to know once the steps are done
	sources  []model.Reference
	owner    model.Team // of a task or a question
	phase    string     // of a task: the ID of a phase
	pending  bool       // there is still something to do
}

// A box is what stands before an entry.
type box uint8

const (
	noBox box = iota
	emptyBox
	tickedBox
)

// A fact is a text with its label, or a label with the numbers of tasks. Text
// that explains itself needs no label.
type fact struct {
	label string
	lines []model.Rich
	tasks []int
	aside map[int]string // of those tasks that the sheet does not list: whose they are, and how far

	conflict model.Disagreements // what each line tells of, where the documents disagree
}

// commands are lines for one shell.
type commands struct {
	shell tasks.Shell
	where string // the shell in words
	lines []string
}

func newSheet(c judge.Checklist) sheet {
	s := sheet{
		title: scopeTitle(c.Scope), name: planName(c.Plan), facts: planFacts(c),
		verdict: c.Outcome.Verdict, standing: judge.Verdicts.Label(c.Outcome.Verdict),
		counts: counts(c), notice: notice(c),
		scope: c.Scope, overview: overviewOf(c), signers: signatories, parts: partsOf(c, newRegister(c)),
	}
	s.parts = slices.DeleteFunc(s.parts, func(p part) bool { return p.lead == "" && p.groups == nil })
	tellOnce(s.parts)
	return s
}

func planName(p model.Plan) string {
	if model.Clean(p.Name) == "" {
		return "a plan without a name"
	}
	return p.Name
}

func planFacts(c judge.Checklist) []fact {
	return given(
		plain("This sheet", scopeWords(c.Scope)), plain("Plan", c.Plan.Name), plain("Plan ID", c.Plan.ID), number("Serial", c.Plan.Serial),
		plain("Site", orDash(c.Plan.Site.Code)), plain("Date", c.Date.Format(time.DateOnly)),
	)
}

func orDash(text string) string {
	if !model.Known(text) {
		return "not known yet"
	}
	return text
}

func decisionsPart(decisions []judge.Decision) part {
	var entries []entry
	for _, d := range decisions {
		entries = append(entries, entry{
			title: d.Title, word: d.Choice, facts: given(plain("", d.Why), disagreement(d.Conflict)), sources: d.Sources,
		})
	}
	return part{id: "decisions", title: "Decisions", groups: []group{{entries: entries}}}
}

// questionsPart lists the open questions team by team, or those of one team.
func questionsPart(open []model.OpenItem, only model.Team) part {
	open = openOf(open, only)
	p := part{id: "questions", title: "Open questions", lead: questionsLead(len(open), only)}
	for _, team := range teamsOf(open) {
		g := group{id: "questions-" + slug(team), title: model.Teams.Label(team)}
		for _, item := range open {
			if item.Owner == team {
				g.entries = append(g.entries, entry{title: item.Question, owner: item.Owner, pending: true})
			}
		}
		p.groups = append(p.groups, g)
	}
	return p
}

func questionsLead(open int, only model.Team) string {
	switch {
	case open == 0 && only != "":
		return "Nothing is asked of the " + team(only) + "."
	case open == 0:
		return "Nothing is open."
	case only != "":
		return "Answers that the " + team(only) + " must still give."
	}
	return "Answers that somebody must still give, team by team."
}

// openOf keeps the questions of one team, or of all.
func openOf(open []model.OpenItem, only model.Team) []model.OpenItem {
	if only == "" {
		return open
	}
	var kept []model.OpenItem
	for _, item := range open {
		if item.Owner == only {
			kept = append(kept, item)
		}
	}
	return kept
}

// teamsOf lists the teams in their usual order.
func teamsOf(open []model.OpenItem) []model.Team {
	var teams []model.Team
	for _, team := range model.Teams {
		for _, item := range open {
			if item.Owner == team.Value {
				teams = append(teams, team.Value)
				break
			}
		}
	}
	return teams
}
