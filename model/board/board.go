// Package board says what stands on the board of a plan: the verdict in one
// sentence, ten areas with a line each, and what an answer changed. It decides
// nothing: every word comes from the judgement and from what is assumed.
package board

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// How wide the sentences are with ordinary values, in columns.
const (
	lineWidth  = 46 // Area.Line, beside its name on a screen of 80 columns
	longWidth  = 84 // Area.Long and Area.Second, on one of 120
	briefWidth = 38 // Board.Brief and Board.BriefCounts, on one of 40
	wideWidth  = 78 // the others
)

// A Board is a plan at a glance.
type Board struct {
	Verdict string // a sentence: "Decided: 1 missing answer, 9 assumptions to confirm."
	Counts  string // "49 tasks to do. Nothing is blocked. 17 answers are yours, 17 are assumed."
	Worst   string // "Most serious: advice. …", "" for nothing
	Way     string // what to do about the problem that blocks it, "" for none

	// The first two for 40 columns.
	Brief, BriefCounts string

	Tasks   int // still to do
	Confirm int // what stands in "Confirm these"
	Open    int // answers that somebody must still give

	// What is broken, by severity.
	Blockers, Warnings, Advice int

	Areas []Area // all ten, in their order

	verdict judge.Verdict
	broken  []problem
	stopped int // tasks that somebody called blocked
}

// An Area is one line of the board.
type Area struct {
	ID, Title string
	Short     string // the title for 40 columns: "MPs"
	Digit     rune   // the key that opens it: '1' to '9', then '0'

	// Used is false where no answer needs the area. Its line says why.
	Used bool

	Known, Assumed, Open int
	Worst                model.Severity // of what is broken in it, "" for nothing

	Line   string // what it means now
	Long   string // the same with more room
	Second string // the worst that is broken, else what is assumed, else ""
}

// State counts the answers of the area: "2/2/0" for known, assumed and open,
// "-" where it is not used.
func (a Area) State() string {
	if !a.Used {
		return "-"
	}
	return model.Thousands(a.Known) + "/" + model.Thousands(a.Assumed) + "/" + model.Thousands(a.Open)
}

// Area finds an area by its ID.
func (b Board) Area(id string) (Area, bool) {
	at := slices.IndexFunc(b.Areas, func(a Area) bool { return a.ID == id })
	if at < 0 {
		return Area{}, false
	}
	return b.Areas[at], true
}

// New is the board of a plan that was judged.
func New(p *model.Plan, o judge.Judgement) Board {
	v := newView(p, o)
	b := Board{
		Confirm: len(assume.ToConfirm(v.assumed)), Open: len(o.Open),
		Blockers: o.Count(model.Blocker, rules.Broken), Warnings: o.Count(model.Warning, rules.Broken), Advice: o.Count(model.Advice, rules.Broken),
		verdict: o.Verdict, broken: v.wrong,
	}
	for _, i := range o.Items {
		if i.Progress.State.Pending() {
			b.Tasks++
		}
		if i.Progress.State == model.Blocked {
			b.stopped++
		}
	}
	for i, a := range assume.Areas() {
		b.Areas = append(b.Areas, v.area(a, areas[i]))
	}
	b.say(v)
	return b
}

// A view is a plan with what is worked out from it, for the sentences.
type view struct {
	*model.Plan
	o       judge.Judgement
	assumed []assume.Assumption
	wrong   []problem                   // the worst first
	counts  map[string]Area             // the known and assumed answers, by area
	serves  model.Truth                 // whether a management point is fit for the CMG
	asked   map[string][]model.OpenItem // the open answers by area, the most urgent first
	pending map[string]bool             // tasks still to do
	urgent  map[string]model.Severity   // the worst rule that waits for the answer of a key
}

func newView(p *model.Plan, o judge.Judgement) view {
	v := view{
		Plan: p, o: o, serves: p.CMGPointServes(), assumed: assume.List(p), counts: map[string]Area{}, asked: map[string][]model.OpenItem{},
		pending: map[string]bool{}, urgent: map[string]model.Severity{},
	}
	for _, i := range o.Items {
		v.pending[i.ID] = i.Progress.State.Pending()
	}
	v.wrong = v.problems()
	v.findUrgent()
	v.sortOpen()
	v.count()
	return v
}

// findUrgent finds for each open answer the worst rule that waits for it.
func (v view) findUrgent() {
	for _, f := range v.o.Findings {
		if f.Outcome != rules.Unclear {
			continue
		}
		for _, key := range f.Missing {
			if was, seen := v.urgent[key]; !seen || rank(f.Severity) < rank(was) {
				v.urgent[key] = f.Severity
			}
		}
	}
}

// sortOpen sorts the open answers into their areas, those first for which the
// worst rule waits.
func (v view) sortOpen() {
	open := slices.Clone(v.o.Open)
	slices.SortStableFunc(open, func(a, b model.OpenItem) int { return rank(v.urgent[a.Key]) - rank(v.urgent[b.Key]) })
	areaOf := areasByKey()
	for _, i := range open {
		id := areaOf(i.Key)
		v.asked[id] = append(v.asked[id], i)
	}
}

// count counts the answers that were given, area by area.
func (v view) count() {
	areaOf := areasByKey()
	for _, f := range v.Fields() {
		if !f.Given() || f.Unsure() {
			continue
		}
		id := areaOf(f.Key)
		a := v.counts[id]
		if f.Assumed() {
			a.Assumed++
		} else {
			a.Known++
		}
		v.counts[id] = a
	}
}

// areasByKey finds the area of a key, each once: a plan may have thousands of
// entries.
func areasByKey() func(key string) string {
	seen := map[string]string{}
	return func(key string) string {
		name := rules.WithoutPlace(key)
		if _, known := seen[name]; !known {
			seen[name] = assume.AreaOf(name).ID
		}
		return seen[name]
	}
}

// rank is the place of a severity, the worst first and none last.
func rank(s model.Severity) int {
	if at := slices.IndexFunc(model.Severities, func(t model.Term[model.Severity]) bool { return t.Value == s }); at >= 0 {
		return at
	}
	return len(model.Severities)
}

// todo reports whether a task that the rule plans is still to do.
func (v view) todo(rule string) bool {
	return slices.ContainsFunc(v.o.Findings, func(f rules.Finding) bool {
		return f.Rule == rule && f.Outcome == rules.Planned && v.pending[f.Task]
	})
}

// area counts and says one area.
func (v view) area(a assume.Area, t told) Area {
	open := v.asked[a.ID]
	area := Area{
		ID: a.ID, Title: a.Title, Short: t.short, Digit: t.digit, Used: t.used == nil || t.used(v.Plan),
		Known: v.counts[a.ID].Known, Assumed: v.counts[a.ID].Assumed, Open: len(open),
	}
	broken := v.problemsOf(a.ID)
	area.Used = area.Used || len(open)+len(broken) > 0
	area.say(v, t, open, broken)
	return area
}

// say finds the sentences: the worst that is broken, else what is open, else
// what is known. An advice takes no line from what is known.
func (a *Area) say(v view, t told, open []model.OpenItem, broken []problem) {
	is := t.known(v)
	if len(open) > 0 {
		is = v.must(open)
	}
	if !a.Used {
		is = t.unused(v)
	}
	a.Line, a.Long = firstFit(lineWidth, is.line), firstFit(longWidth, is.long, is.line)
	a.Second = v.assumedIn(a.ID)
	if len(broken) == 0 {
		return
	}
	worst := broken[0]
	a.Worst = worst.Severity
	severity := model.Severities.Label(worst.Severity) + ": "
	a.Second = severity + small(worst.within(longWidth-len(severity), ""))
	if worst.Severity != model.Advice {
		a.Line = firstFit(lineWidth, worst.line)
	}
}
