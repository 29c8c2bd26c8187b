package doc

import (
	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
)

// confirmPart lists what the verdict rests on and nobody said, team by team, or
// that of one team. A plan in which nothing is assumed has no such part.
func confirmPart(p *model.Plan, only model.Team) Part {
	list := assume.ToConfirm(assume.List(p))
	part := Part{Id: "confirm", Title: "Confirm these"}
	for _, team := range model.Teams {
		g := Group{Id: "confirm-" + Slug(team.Value), Title: team.Label}
		for _, a := range list {
			if a.Owner == team.Value && (only == "" || only == team.Value) {
				g.Entries = append(g.Entries, confirmEntry(a))
			}
		}
		if g.Entries != nil {
			part.Groups = append(part.Groups, g)
		}
	}
	if part.Groups != nil {
		part.Lead = "Nobody said these: the program took what is usual. Look whether each is true, and answer it where it is not."
	}
	return part
}

func confirmEntry(a assume.Assumption) Entry {
	return Entry{
		Title: a.Question, Word: a.Label, Owner: a.Owner, Pending: true,
		Facts: given(plain("Where to look", a.Where), plain("Why it is assumed", a.Why)), Sources: a.Sources,
	}
}

// standing is the verdict in words, with how many facts it rests on.
func standing(p *model.Plan, v judge.Verdict) string {
	return assume.Standing(v, assume.Facts(assume.List(p)))
}
