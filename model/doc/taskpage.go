package doc

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// TaskPage is a task that is told by itself: an item of the checklist with the
// title of its section, or what the plan still says about a task that its
// answers do not ask for; then the section is "". Was is its entry in the plan.
func TaskPage(c judge.Checklist, item judge.FullItem, section string, was model.Progress) Entry {
	e := Entry{Title: item.ID + ": " + item.Title, Facts: standingFacts(c, item.Item, was)}
	if section == "" {
		e.Facts = append(e.Facts, plain("", "The answers do not ask for it now: it is not in the checklist."))
		return e
	}
	e.Word = fmt.Sprintf("Task %d of %d, %s", item.Number, len(c.Outcome.Items), section)
	e.Facts = append(given(plain(WhoLabel, who(item.Item))), e.Facts...)
	changes := Lines(VersionsLabel, strings.Join(item.Versions, "\n"))
	changes.Shape = Below
	e.Facts = append(e.Facts, given(plain(IfLabel, item.If), tasksBefore(c.Outcome, item.After), changes)...)
	e.Steps, e.Commands, e.Sources = item.Do, byShell(item.Commands), item.Sources
	e.After = taskAfter(item)
	for i := range e.After {
		e.After[i].Shape = Below
	}
	return e
}

// standingFacts are how far a task is, and what people wrote about it.
func standingFacts(c judge.Checklist, i judge.Item, was model.Progress) []Fact {
	state := joined(", ", i.Progress.State.Box()+" "+StateWords(i), DueWords(i, model.DayOf(c.Date)))
	return given(
		plain(StateLabel, state), plain(ChangedLabel, RewordedWords(i, was)),
		plain(AssignedLabel, model.Clean(i.Progress.Owner)), Lines(NoteLabel, i.Progress.Note),
	)
}

// tasksBefore names the tasks that come first, and how far they are.
func tasksBefore(o judge.Judgement, ids []string) Fact {
	f := Fact{Label: AfterLabel, Shape: Repeated}
	for _, id := range ids {
		for _, item := range o.Items {
			if item.ID == id {
				f.Lines = append(f.Lines, plainRich(fmt.Sprintf("%s %d. %s (%s)", item.Progress.State.Box(), item.Number, item.Title, id)))
			}
		}
	}
	return f
}

// taskAfter is what to know about a task once its steps are done.
func taskAfter(item judge.FullItem) []Fact {
	return given(
		Lines(SeenLabel, strings.Join(item.Seen, "\n")), plain(WaitLabel, item.Wait), Rich(ProofLabel, item.Proof),
		Rich(SkippedLabel, item.Skipped), disagreement(item.Conflict),
	)
}
