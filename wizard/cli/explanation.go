package cli

import (
	"fmt"

	"cmgwizard/model/explain"
	"github.com/charmbracelet/x/ansi"
)

// explanationsJSON is what "explain --json" prints about IDs. Its keys may be
// added to, never renamed.
type explanationsJSON struct {
	Format       int                   `json:"format"`
	Explanations []explain.Explanation `json:"explanations"`
}

// topicsJSON is what "explain --json" prints without an ID.
type topicsJSON struct {
	Format int             `json:"format"`
	Topics []explain.Topic `json:"topics"`
}

// topics lists IDs with their titles. Of everything, the answers of a plan are
// left out: there are too many.
func (p *page) topics(topics []explain.Topic, everything bool) {
	for i, t := range topics {
		if everything && t.Kind == explain.AnswerKind {
			continue
		}
		if i > 0 {
			p.gap()
		}
		p.painted(strong, "", fmt.Sprintf("%ss: %s", explain.Kinds.Label(t.Kind), t.Title))
		p.entries(t.Entries)
	}
	if everything {
		p.gap()
		p.item("", `The keys of a plan: "cmgwizard explain answers" lists them.`)
	}
}

// narrowest is the least that a title may have beside its ID.
const narrowest = 32

// entries are IDs with their titles beside them, below an ID that leaves no
// room.
func (p *page) entries(entries []explain.TopicEntry) {
	column := 0
	for _, e := range entries {
		if wide := ansi.StringWidth(e.ID); p.width-wide-4 >= narrowest {
			column = max(column, wide)
		}
	}
	for _, e := range entries {
		if ansi.StringWidth(e.ID) > column {
			p.item("  ", e.ID)
			p.item("      ", e.Title)
			continue
		}
		p.item(fmt.Sprintf("  %-*s  ", column, e.ID), e.Title)
	}
}
