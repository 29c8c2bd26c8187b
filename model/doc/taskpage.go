package doc

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// TaskPage is a task that is told by itself: an item of the checklist with the
// title of its section, or what the plan still says about a task that its
// answers do not ask for; then the section is "". Was is its entry in the plan.
func TaskPage(c judge.Checklist, item judge.FullItem, section string, was model.Progress) Entry {
	e := TaskText(item)
	e.Title = item.ID + ": " + item.Title
	state := JoinedWith(", ", item.Progress.State.Box()+" "+StateWords(item.Item), DueWords(item.Item, model.DayOf(c.Date)))
	standing := append([]Fact{Plain(StateLabel, state)}, TaskStanding(judge.Judgement{}, item.Item, &was)...)
	if section == "" {
		return Entry{Title: e.Title, Facts: append(standing, Plain("", "The answers do not ask for it now: it is not in the checklist."))}
	}
	asked := slices.Insert(e.Facts, min(len(e.Facts), len(Given(Plain("", item.If)))), Given(tasksBefore(c.Outcome, item.After))...)
	e.Facts = slices.Concat(Given(Plain(WhoLabel, e.Word)), standing, asked)
	e.Word = fmt.Sprintf("Task %d of %d, %s", item.Number, len(c.Outcome.Items), section)
	for i := range e.After {
		e.After[i].Shape = Below
	}
	return e
}

// TaskText is what a task asks for, and how one can tell that it is done. Its
// word is who can do it.
func TaskText(item judge.FullItem) Entry {
	changes := Lines(versionsLabel, strings.Join(item.Versions, "\n"))
	changes.Shape = Below
	return Entry{
		Title: item.Title, Word: who(item.Item), Facts: append(Given(Plain(ifLabel, item.If), changes), changeFacts(item.Change)...),
		Steps: item.Do, Commands: byShell(item.Commands), After: taskAfter(item), Sources: item.Sources,
	}
}

// TaskStanding is what people wrote about a task, and what it waits for among the
// others.
func TaskStanding(o judge.Judgement, i judge.Item, was *model.Progress) []Fact {
	return Given(
		Plain(changedLabel, RewordedWords(i, was)), Plain(AssignedLabel, model.Clean(i.Progress.Owner)),
		Plain(WaitsLabel, WaitsWords(o, i)), Lines(NoteLabel, i.Progress.Note),
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
	return Given(
		Lines(seenLabel, strings.Join(item.Seen, "\n")), Plain(WaitLabel, model.Capital(item.Change.Wait.Words())), Rich(ProofLabel, item.Proof),
		Rich(skippedLabel, item.Skipped), Plain(undoLabel, wayBack(item.Change)), disagreement(item.Conflict),
	)
}

// changeFacts are what to know about a task before it is done.
func changeFacts(c tasks.Change) []Fact {
	return Given(
		Plain(impactLabel, c.Notice()), Plain(takesLabel, model.Capital(c.Takes.Words())),
		Plain(WindowLabel, tasks.Windows.Label(c.Window)), Plain(recordLabel, c.Note),
	)
}

// wayBack leaves out that there is nothing to undo: the impact says so.
func wayBack(c tasks.Change) string {
	if text := c.WayBack(); text != tasks.NothingToUndo {
		return text
	}
	return ""
}
