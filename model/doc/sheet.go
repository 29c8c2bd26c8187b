// Package doc says once what every form of a print holds: a tree of sheet, part,
// group, entry and fact, and the builders of each content. It decides nothing:
// every word comes from the judgement.
package doc

import (
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// Bare reports whether the entry is a single line.
func (e Entry) Bare() bool {
	return len(e.Facts)+len(e.Steps)+len(e.Commands)+len(e.After)+len(e.Sources) == 0
}

// Short reports whether all entries are single lines.
func (g Group) Short() bool {
	return !slices.ContainsFunc(g.Entries, func(e Entry) bool { return !e.Bare() })
}

// A sheet is a checklist in words, in the order in which people read it. Its
// texts are as they came: each format makes them safe for its readers.
type Sheet struct {
	Title    string
	Name     string
	Facts    []Fact
	Verdict  judge.Verdict
	Standing string // the verdict as a sentence
	Counts   string
	Notice   string
	Scope    judge.Scope
	Dated    bool     // its tasks have earliest days
	Overview Overview // empty on the sheet of one team
	Detail   Detail   // how much of the checklist it holds; "" for what is none
	Foot     string   // what stands at the foot of printed pages, "" for that of a checklist
	Parts    []Part
}

// A part is a chapter of the sheet.
type Part struct {
	Id, Title, Lead string
	Groups          []Group
	Listed          bool     // its groups stand in the table of contents
	Paged           bool     // it begins on a new page
	Signers         []string // who signs here
	Tone            string   // how its title is drawn on a screen
}

// A group is what belongs together in a part. Its title may be empty.
type Group struct {
	Id, Title, Lead string
	Entries         []Entry
	Job             int  // its number, of one whose tasks are rows of a table with its title as a band; 0 for what is no job
	Spaced          bool // a line is free between its entries, on a screen
	Flush           bool // its entries begin at the edge of a screen
	Table           Table
}

// A Table has titles over its columns. The first cell of a row names it.
type Table struct {
	Heads []string
	Rows  [][]string
}

// An entry is one thing on the sheet: a decision, a finding, a task.
type Entry struct {
	Number   int // of a task; 0 for everything else
	Box      box
	Mark     string // what stands before it on a screen: "+", "[x]", "" for nothing
	Title    string
	Word     string     // how it stands, "" when that goes without saying
	Said     model.Text // the same with labels and code, in place of it
	Tone     string     // the same for a style sheet, "" for what is no state
	Hung     bool       // its title goes on further in, on a screen
	Facts    []Fact
	Steps    []model.Text
	Commands []Commands
	After    []Fact // what to know once the steps are done
	Sources  []model.Reference
	Owner    model.Team // of a task or a question
	Phase    string     // of a task: the ID of a phase
	Pending  bool       // there is still something to do
	Card     bool       // a task with its steps: its box stands in the run sheet, where a format has one for each
	Where    string     // of a task: where its steps begin
	Carded   bool       // of a row: the steps of the task stand on a card
	Share    Share      // how much of it is done
	Work     EntryWork  // of a task: what brings back what people do in a page
}

// An EntryWork names a task and its state as programs do.
type EntryWork struct {
	Task, Origin string
	State        model.TaskState
}

// A Share is a part of so many. The zero Share is none.
type Share struct{ Part, Of int }

// The tones of a screen. Meaning never hangs on them.
const (
	StrongTone = "strong"
	GoodTone   = "good"
	WarnTone   = "warn"
	BadTone    = "bad"
)

// A box is what stands before an entry.
type box uint8

const (
	NoBox box = iota
	EmptyBox
	TickedBox
)

// A fact is a text with its label, or a label with the numbers of tasks. Text
// that explains itself needs no label.
type Fact struct {
	Label   string
	Lines   []model.Text
	Shape   Shape
	Mark    string // what stands before each line on a screen, "" for nothing
	In      int    // how many steps its lines stand further in than its neighbors there
	Tasks   []int
	Sources []model.Reference // what its lines rest on, where that is told at once
	aside   map[int]string    // of those tasks that the sheet does not list: whose they are, and how far
}

// A Shape says how the lines of a fact stand on a screen: paper has ways of its
// own.
type Shape uint8

// The shapes. The zero Shape stands beside its label.
const (
	Beside   Shape = iota
	Repeated       // each line beside the label again
	Below          // all lines below the label
)

// commands are lines for one shell.
type Commands struct {
	Shell tasks.Shell
	Where string // the shell in words
	Lines []string
}

// PlanName is what the plan is called.
func PlanName(p model.Plan) string {
	if model.Clean(p.Name) == "" {
		return "a plan without a name"
	}
	return p.Name
}

// The labels of what only the whole checklist says in its head.
const (
	planLabel   = "Plan"
	planIDLabel = "Plan ID"
)

func planFacts(c judge.Checklist) []Fact {
	return Given(
		Plain("This sheet", scopeWords(c.Scope)), Plain(planLabel, c.Plan.Name), Plain(planIDLabel, c.Plan.ID), number("Serial", c.Plan.Serial),
		Plain("Site", OrDash(c.Plan.Site.Code)), Plain("Date", c.Date.Format(time.DateOnly)),
	)
}

// OrDash is a text, or that it is not known.
func OrDash(text string) string {
	if !model.Known(text) {
		return "not known yet"
	}
	return text
}

func decisionsPart(decisions []judge.Decision) Part {
	var entries []Entry
	for _, d := range decisions {
		entries = append(entries, Entry{
			Title: d.Title, Word: chosen(d), Facts: Given(Plain("", d.Why), disagreeing(d.Conflict)), Sources: d.Sources,
		})
	}
	return Part{Id: "decisions", Title: "Decisions", Groups: []Group{{Entries: entries}}}
}

// questionsPart lists the missing answers team by team, or those of one team.
func questionsPart(open []model.OpenItem, only model.Team) Part {
	open = openOf(open, only)
	p := Part{Id: "questions", Title: "Missing answers", Lead: questionsLead(len(open), only)}
	for _, team := range teamsOf(open) {
		g := Group{Id: "questions-" + Slug(team), Title: model.Teams.Label(team)}
		for _, item := range open {
			if item.Owner == team {
				g.Entries = append(g.Entries, Entry{Title: item.Question, Owner: item.Owner, Pending: true})
			}
		}
		p.Groups = append(p.Groups, g)
	}
	return p
}

func questionsLead(open int, only model.Team) string {
	switch {
	case open == 0 && only != "":
		return "Nothing is asked of the " + Team(only) + "."
	case open == 0:
		return "Nothing is open."
	case only != "":
		return "Answers that the " + Team(only) + " must still give."
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
