package doc

import (
	"cmgwizard/model"
	"cmgwizard/model/board"
	"cmgwizard/model/judge"
)

// Board is the board of a plan as it is printed.
func Board(b board.Board) Part {
	p := Part{Id: "board", Title: b.Verdict, Groups: []Group{{Lead: JoinedWith(" ", b.Counts, b.Worst)}}}
	g := Group{Title: "What is known", Spaced: true}
	for _, a := range b.Areas {
		g.Entries = append(g.Entries, areaEntry(a))
	}
	p.Groups = append(p.Groups, g)
	return p
}

// areaEntry is an area in short: its counts, and what it means now.
func areaEntry(a board.Area) Entry {
	return Entry{
		Mark: string(a.Digit), Title: a.Title, Word: a.Counts(), Tone: SeverityTone(a.Worst),
		Facts: Given(Plain("", a.Long), Plain("", a.Second)),
	}
}

// BoardArea is the page of one area: what is broken or open in it, and all of its
// answers.
func BoardArea(p *model.Plan, o judge.Judgement, a board.Area) Part {
	part := Part{Id: "area-" + a.ID, Title: a.Title, Lead: JoinedWith(" ", a.Long, a.Second)}
	found := Group{Title: "Findings"}
	for _, f := range board.Findings(p, o, a.ID) {
		found.Entries = append(found.Entries, FindingInShort(p, f))
	}
	answers := Group{Title: "Answers"}
	for _, k := range board.Keys(p, o, a.ID) {
		answers.Entries = append(answers.Entries, keyEntry(k))
	}
	for _, g := range []Group{found, answers} {
		if g.Entries != nil {
			part.Groups = append(part.Groups, g)
		}
	}
	return part
}

// keyEntry is one answer: what is assumed says how to see whether it is true.
func keyEntry(k board.Key) Entry {
	e := Entry{Mark: "-", Title: k.Question, Word: k.Value, Owner: k.Owner, Pending: k.Open()}
	switch k.Mark {
	case board.Assumed:
		e.Word += " (assumed)"
		e.Facts = Given(Plain(whereToLook, k.Where))
	case board.Asked, board.Empty:
		e.Word = board.Marks.Label(k.Mark)
	}
	return e
}
