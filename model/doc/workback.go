package doc

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/worksheet"
)

// A WorkBack is what a list that people worked in would change in a plan, while
// it is decided.
type WorkBack struct {
	worksheet.Merge
	Choices map[string]worksheet.Choice // by ID
	Refused []worksheet.LeftOut         // by the plan, with these choices
}

// ReadWords count what was read.
func (w WorkBack) ReadWords() string {
	words := model.Counted(w.Rows, "row") + ", "
	if len(w.Changes) == 0 {
		words += "nothing new"
	} else {
		words += model.Counted(len(w.Changes), "changed task")
	}
	if w.Absent > 0 {
		words += "; " + model.CountedAs(w.Absent, "task of the plan is not in the list and stays as it is", "tasks of the plan are not in the list and stay as they are")
	}
	return words
}

// WorkBackParts are the changes, then what the plan says otherwise by now, then
// the rows that are not taken.
func (w WorkBack) WorkBackParts() []Part {
	var plainly, against, left []Entry
	for _, c := range w.Changes {
		if c.Contradicts() {
			against = append(against, w.changed("~", c))
		} else {
			plainly = append(plainly, w.changed("+", c))
		}
	}
	for _, l := range alike(slices.Concat(w.Left, w.Refused)) {
		left = append(left, Entry{Mark: "!", Title: leftPlace(l[0]) + othersWords(l[1:]) + ": " + l[0].Why + ". " + l[0].Do, Hung: true})
	}
	return []Part{
		ListOf("What people wrote", plainly), ListOf("The plan has changed since the list was made", against), ListOf("Not taken", left),
	}
}

// alike puts rows together that are left out for one reason, one after the other.
func alike(left []worksheet.LeftOut) (groups [][]worksheet.LeftOut) {
	for _, l := range left {
		if n := len(groups) - 1; n >= 0 && l.Cell == "" && l.ID != "" && groups[n][0].Cell == "" && groups[n][0].Why == l.Why && groups[n][0].Sheet == l.Sheet {
			groups[n] = append(groups[n], l)
			continue
		}
		groups = append(groups, []worksheet.LeftOut{l})
	}
	return groups
}

// othersWords name the rows that are left out for the same reason.
func othersWords(left []worksheet.LeftOut) string {
	if len(left) == 0 {
		return ""
	}
	return fmt.Sprintf(", and %s up to row %d, %s", model.Counted(len(left), "more row"), left[len(left)-1].Row, left[len(left)-1].ID)
}

// leftPlace says where something stands that is not taken: "Tasks!G12, State of
// pki-template".
func leftPlace(l worksheet.LeftOut) string {
	switch {
	case l.What != "":
		return l.Place() + ", " + PartTitle(l.What) + " of " + l.ID
	case l.ID != "":
		return l.Place() + ", " + l.ID
	}
	return l.Place()
}

func (w WorkBack) changed(mark string, c worksheet.Change) Entry {
	e := Entry{Mark: mark, Title: c.ID + ": " + c.Title}
	for _, part := range c.Parts {
		if part.Conflict {
			e.Facts = append(e.Facts, Lines(PartTitle(part.What)+" in the plan", PartWords(part.What, part.Plan)), Lines(PartTitle(part.What)+" in the list", PartWords(part.What, part.File)))
			continue
		}
		words := PartWords(part.What, part.File) + wasWords(part)
		if slices.ContainsFunc(w.Refused, func(l worksheet.LeftOut) bool { return l.ID == c.ID && l.What == part.What }) {
			words += ", not taken"
		}
		e.Facts = append(e.Facts, Lines(PartTitle(part.What), words))
	}
	if n := w.Choices[c.ID]; n == worksheet.TakeNone {
		e.Facts = append(e.Facts, Plain("", "It stays as it is in the plan."))
	} else if c.Contradicts() && n == worksheet.TakeAll {
		e.Facts = append(e.Facts, Plain("", "What the list says is taken."))
	}
	return e
}

// wasWords say what a part replaces, " (was Open)".
func wasWords(p worksheet.PartChange) string {
	if p.Plan == "" {
		return ""
	}
	return " (was " + model.Shorten(model.Clean(PartWords(p.What, p.Plan)), longestOldNote) + ")"
}

// PartTitle is what a part of the work on a task is called.
func PartTitle(what diff.ProgressPart) string {
	return worksheet.TitleOf(what)
}

// PartWords are a part as people read it.
func PartWords(what diff.ProgressPart, text string) string {
	switch {
	case what == diff.StatePart:
		return model.TaskStates.Label(model.TaskState(text))
	case strings.TrimSpace(model.Clean(text)) == "":
		return "nothing"
	case what == diff.NotePart:
		return model.CleanLines(text)
	}
	return model.Clean(text)
}
