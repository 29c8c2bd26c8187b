package cli

import (
	"fmt"

	"cmgwizard/model/explain"
	"cmgwizard/wizard/cli/page"
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

// showTopics lists IDs with their titles. Of everything, the answers of a plan are
// left out: there are too many.
func showTopics(p *page.Page, topics []explain.Topic, everything bool) {
	for i, t := range topics {
		if everything && t.Kind == explain.AnswerKind {
			continue
		}
		if i > 0 {
			p.Gap()
		}
		p.Painted(page.Strong, "", fmt.Sprintf("%ss: %s", explain.Kinds.Label(t.Kind), t.Title))
		showEntries(p, t.Entries)
	}
	if everything {
		p.Gap()
		p.Item("", `The keys of a plan: "cmgwizard explain answers" lists them.`)
	}
}

// narrowest is the least that a title may have beside its ID.
const narrowest = 32

// showEntries are IDs with their titles beside them, below an ID that leaves no
// room.
func showEntries(p *page.Page, entries []explain.TopicEntry) {
	column := 0
	for _, e := range entries {
		if wide := ansi.StringWidth(e.ID); p.Width-wide-4 >= narrowest {
			column = max(column, wide)
		}
	}
	for _, e := range entries {
		if ansi.StringWidth(e.ID) > column {
			p.Item("  ", e.ID)
			p.Item("      ", e.Title)
			continue
		}
		p.Item(fmt.Sprintf("  %-*s  ", column, e.ID), e.Title)
	}
}
