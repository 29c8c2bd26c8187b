package doc

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/diff"
)

// whereToLook is the label of how to see whether an assumption is true.
const whereToLook = "Where to look"

// confirmPart lists what the verdict rests on and nobody said, team by team, or
// that of one team. A plan in which nothing is assumed has no such part.
func confirmPart(p *model.Plan, only model.Team) Part {
	list := assume.ToConfirm(assume.List(p))
	if only != "" {
		list = slices.DeleteFunc(list, func(a assume.Assumption) bool { return a.Owner != only })
	}
	if len(list) == 0 {
		return Part{}
	}
	return Part{
		Id: "confirm", Title: "Confirm these", Groups: byTeam(list, "", confirmEntry),
		Lead: "Nobody answered these, so the program assumed what is usual. Check whether each is true, and answer it if it is not.",
	}
}

func confirmEntry(a assume.Assumption) Entry {
	return Entry{
		Title: a.Question, Word: a.Label, Owner: a.Owner, Pending: true,
		Facts: Given(Plain(whereToLook, a.Where), Plain(whyLabel, a.Why)), Sources: a.Sources,
	}
}

// ToConfirm is the same in short, with the keys.
func ToConfirm(list []assume.Assumption) Part {
	list = assume.ToConfirm(list)
	if len(list) == 0 {
		return Part{}
	}
	groups := byTeam(list, "for ", func(a assume.Assumption) Entry {
		return Entry{Mark: "-", Title: WithKey(a.Said(), a.Key), Facts: Given(Plain(whereToLook, a.Where))}
	})
	return Part{Title: fmt.Sprintf("Confirm these: %d", len(list)), Groups: groups}
}

// byTeam makes a group of what each team can confirm; the list is in the order of
// the teams.
func byTeam(list []assume.Assumption, before string, told func(assume.Assumption) Entry) []Group {
	var groups []Group
	for i, a := range list {
		if i == 0 || list[i-1].Owner != a.Owner {
			groups = append(groups, Group{Id: "confirm-" + Slug(a.Owner), Title: before + model.Teams.Label(a.Owner)})
		}
		last := &groups[len(groups)-1]
		last.Entries = append(last.Entries, told(a))
	}
	return groups
}

// Confirmed lists by area what is an answer now, nothing where nothing is.
func Confirmed(list []assume.Assumption) Part {
	if len(list) == 0 {
		return Part{}
	}
	return Part{Title: fmt.Sprintf("Confirmed: %d", len(list)), Groups: byArea(list, func(a assume.Assumption) Entry {
		return Entry{Mark: "-", Title: WithKey(a.Said(), a.Key)}
	})}
}

func byArea(list []assume.Assumption, told func(assume.Assumption) Entry) []Group {
	var groups []Group
	for _, area := range assume.Areas() {
		g := Group{Title: area.Title}
		for _, a := range list {
			if a.Area == area.ID {
				g.Entries = append(g.Entries, told(a))
			}
		}
		if g.Entries != nil {
			groups = append(groups, g)
		}
	}
	return groups
}

// Assumed lists by area what is assumed now, with a mark before what is new or
// another value than before, and last what no longer is. The number is that of
// the answers that could be assumed and are "I do not know yet".
func Assumed(was, is []assume.Assumption, unsure int) Part {
	p := Part{Title: fmt.Sprintf("Assumed: %d", len(is)), Lead: leftUnsure(unsure)}
	p.Groups = byArea(is, func(a assume.Assumption) Entry { return assumedEntry(a, markOf(was, a)) })
	if gone := assume.Withdrawn(was, is); len(gone) > 0 {
		g := Group{Title: "No longer assumed: no answer asks for it now"}
		for _, a := range gone {
			g.Entries = append(g.Entries, Entry{Mark: signs[diff.MarkRemoved], Title: WithKey(a.Said(), a.Key)})
		}
		p.Groups = append(p.Groups, g)
	}
	if p.Groups == nil && unsure == 0 {
		p.Lead = "Nothing: everything that can be assumed is answered."
	}
	return p
}

// leftUnsure says why so many answers stay as they are.
func leftUnsure(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 answer is \"I do not know yet\", and stays so."
	}
	return model.Counted(n, "answer") + " are \"I do not know yet\", and stay so."
}

func assumedEntry(a assume.Assumption, mark string) Entry {
	return Entry{Mark: mark, Title: WithKey(a.Said(), a.Key), Facts: Given(Plain("", model.Capital(assume.Kinds.Label(a.Kind))+". "+a.Why))}
}

// markOf is a blank for what was assumed so before.
func markOf(was []assume.Assumption, a assume.Assumption) string {
	at := slices.IndexFunc(was, func(w assume.Assumption) bool { return w.Key == a.Key })
	switch {
	case at < 0:
		return signs[diff.MarkAdded]
	case was[at].Value != a.Value:
		return signs[diff.MarkChanged]
	}
	return " "
}
