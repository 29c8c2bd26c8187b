package doc

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/run"
	"cmgwizard/model/tasks"
)

// deviations are where the work went another way than the plan.
func (r report) deviations() Part {
	g := Group{Id: "deviations-list"}
	for _, round := range r.Rounds {
		for _, text := range r.differs(round) {
			g.Entries = append(g.Entries, Entry{Title: r.title(round.Task), Word: text})
		}
	}
	for _, b := range r.Breaks {
		if b.Back {
			g.Entries = append(g.Entries, Entry{Title: "The clock", Word: fmt.Sprintf("it was set back from %s to %s. What passed meanwhile is in no time above", b.From.Format("2 Jan 2006 15:04:05 -07:00"), b.To.Format("2 Jan 2006 15:04:05 -07:00"))})
		}
	}
	p := Part{Id: "deviations", Title: "Deviations from the plan", Lead: "Nothing failed, was skipped, backed out or left paused, took much longer than estimated, or was done in another order."}
	if g.Entries != nil {
		p.Lead, p.Groups = "What failed, was skipped, backed out or left paused, took much longer than estimated, or was done in another order.", []Group{g}
	}
	return p
}

// differs tells how a round differs from the plan.
func (r report) differs(round run.Round) []string {
	t, known := r.Task(round.Task)
	var list []string
	add := func(when bool, text string, args ...any) {
		if when {
			list = append(list, fmt.Sprintf(text, args...))
		}
	}
	s, clock := round.Standing, r.clock(round.Ended, round.End)
	add(s == run.Failed && !round.Back, "failed at %s: %s", clock, round.Note)
	add(s == run.Failed && round.Back, "its back-out failed at %s: %s", clock, round.Note)
	add(s == run.Skipped, "skipped at %s: %s", clock, round.Note)
	add(s == run.Paused, "%s", r.paused(round))
	add(s == run.BackedOut, "%s", r.backedOut(round, clock))
	add(round.Apart, "it was left unfinished overnight or longer: those hours are not counted as work")
	for _, before := range r.Early(round) {
		add(true, "%s: %s", earlyWords(t), r.title(before.ID))
	}
	if !known || s != run.Done {
		return list
	}
	estimate, minutes, wait := t.Change.Takes.InAll(), run.Minutes(round.Worked), t.Change.Wait
	add(minutes > estimate+max(estimate/2, 5), "took %s, estimated at %s", tasks.Span(minutes), tasks.Span(estimate))
	add(round.Worked+round.Waited < time.Duration(wait.Min)*time.Minute, "done %s after its start, without the wait of %s", tasks.Span(run.Minutes(round.Ended.Sub(round.Began))), wait.Words())
	return list
}

// paused is since when a task waits for somebody to go on with it.
func (r report) paused(round run.Round) string {
	return JoinedWith(": ", "paused at "+r.clock(round.Since, round.End)+" and not finished", round.Note)
}

// backedOut is when a task was taken back, and what that leaves behind.
func (r report) backedOut(round run.Round, at string) string {
	return JoinedWith(": ", "backed out at "+at+leftBehind(r.change(round.Task)), round.Note)
}

// leftBehind says that a way back is none, or leaves something.
func leftBehind(c tasks.Change) string {
	switch {
	case c.Return == tasks.Irreversible && c.OnlyIf != "":
		return ", but cannot be undone if " + c.OnlyIf
	case c.Return == tasks.Irreversible:
		return ", but cannot be undone in full"
	case c.Return == tasks.PartlyReversible:
		return ", but something is left behind"
	}
	return ""
}

// change is what the table says of a task, in the checklist or no longer.
func (r report) change(id string) tasks.Change {
	c := tasks.All()
	if place, known := c.Place[id]; known {
		return c.Tasks[place].ChangeFor(&r.c.Plan)
	}
	return tasks.Change{}
}

// earlyWords say that a task was started too early.
func earlyWords(t run.Task) string {
	if t.NoReturn() && t.Change.OnlyIf == "" {
		return "this point of no return was passed before its prerequisite was done"
	}
	return "started before its prerequisite was done"
}

// backOuts are what was taken back, or begins to be, in the order in which that was done.
func (r report) backOuts() Part {
	g := Group{Id: "backed-out-list"}
	for _, round := range r.Rounds {
		if round.Back && round.Standing != run.Failed {
			word := r.clock(round.Began, round.Window) + " to " + r.clock(round.Ended, round.Window)
			if round.Ended.IsZero() {
				word = "begun at " + r.clock(round.Began, round.Window) + " and not finished"
			}
			g.Entries = append(g.Entries, Entry{Title: r.title(round.Task), Word: JoinedWith(", ", word, round.By), Facts: Given(Plain(undoLabel, wayBack(r.change(round.Task))), Lines(NoteLabel, round.Note))})
		}
	}
	p := Part{Id: "backed-out", Title: "Backed out", Lead: "Nothing was backed out."}
	if g.Entries != nil {
		p.Lead, p.Groups = "In the order in which it was done.", []Group{g}
	}
	return p
}

// open is what is left: what was touched, then the rest of each job.
func (r report) open() Part {
	g, rest := Group{Id: "open-list"}, Group{Id: "open-jobs"}
	counts := map[string]int{}
	for _, item := range r.items {
		if item.Progress.State.Pending() {
			counts[tasks.JobOf(item.ID)]++
		}
	}
	for _, w := range jobsOf(r.c) {
		for _, id := range w.Open {
			if t, _ := r.Task(id); t.Standing != run.Untouched {
				g.Entries = append(g.Entries, Entry{Title: r.title(id), Word: model.Teams.Label(t.Owner), Facts: Given(Plain("", model.Sentence(r.result(t.Round))))})
				counts[w.ID]--
			}
		}
		if n := counts[w.ID]; n > 0 && !w.Recurring {
			rest.Entries = append(rest.Entries, Entry{Title: w.Heading(), Word: model.Counted(n, "task") + " not begun, " + model.Teams.Label(w.Team)})
		}
	}
	g.Entries = append(g.Entries, r.openBesides()...)
	p := Part{Id: "open", Title: "Open", Lead: "Nothing is left to do."}
	for _, group := range []Group{g, rest} {
		if group.Entries != nil {
			p.Lead, p.Groups = "What was begun, failed, was skipped or backed out comes first.", append(p.Groups, group)
		}
	}
	return p
}

// openBesides is what was begun or failed and is no longer in the checklist: somebody
// must look at what it left.
func (r report) openBesides() []Entry {
	var entries []Entry
	for place, round := range r.Rounds {
		settled := round.Standing == run.Done || round.Standing == run.Skipped || round.Standing == run.BackedOut
		if _, known := r.Task(round.Task); !known && !settled && run.Again(r.Rounds, place) == nil {
			entries = append(entries, Entry{Title: r.title(round.Task), Word: "check what it left behind", Facts: Given(Plain("", model.Sentence(r.result(round))))})
		}
	}
	return entries
}

// takenBack says which entry was a mistake.
func (r report) takenBack(e model.LogEntry, window int) string {
	what := fmt.Sprintf("Undone as a mistake: %q of %s", model.LogWhats.Label(e.What), r.clock(e.At, window))
	return model.Sentence(JoinedWith(": ", what, strings.Join(strings.Fields(e.Note), " ")))
}

// notes are what was written down and what was corrected, with its time.
func (r report) notes() Part {
	g, window := Group{Id: "notes-list"}, 0
	takes := run.TakenBack(r.c.Plan.Log)
	for i, e := range r.c.Plan.Log {
		if i == 0 || slices.ContainsFunc(r.Breaks, func(b run.Break) bool { return b.Entry == i && !b.Back }) {
			window++
		}
		facts := Given(Lines("", e.Note))
		if place := takes[i]; place >= 0 {
			facts = Given(Plain("", r.takenBack(r.c.Plan.Log[place], window)))
		} else if r.Log[i].What != model.LogNote {
			continue
		}
		title := r.clock(e.At, window)
		if e.Task != "" {
			title += ", " + r.title(e.Task)
		}
		g.Entries = append(g.Entries, Entry{Title: JoinedWith(", ", title, model.Clean(e.By)), Facts: facts})
	}
	if g.Entries == nil {
		return Part{}
	}
	return Part{Id: "notes", Title: "Notes", Groups: []Group{g}}
}
