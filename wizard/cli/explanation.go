package cli

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model/explain"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// explanationsJSON is what "explain --json" prints about IDs. Its keys may be
// added to, never renamed.
type explanationsJSON struct {
	Format       int                   `json:"format"`
	Explanations []explain.Explanation `json:"explanations"`
}

// foundJSON is what "explain --json" prints about words that are no ID.
type foundJSON struct {
	Format       int                   `json:"format"`
	Explanations []explain.Explanation `json:"explanations"`
	Found        []explain.Hit         `json:"found"`
	Mended       string                `json:"mended,omitempty"`
	More         bool                  `json:"more"`
}

// showHits lists what was found, best first, and says how to read one.
func showHits(p *page.Page, found finding) {
	entries := make([]explain.TopicEntry, len(found.hits))
	for i, h := range found.hits {
		entries[i] = explain.TopicEntry{ID: h.ID, Title: h.Title + " (" + strings.ToLower(explain.Kinds.Label(h.Kind)) + ")"}
	}
	showEntries(p, entries)
	p.Gap()
	if found.more {
		p.Item("", "More results exist; add a word to narrow the search.")
	}
	p.Item("", "To read one: cmgwizard explain "+screen.ShellWord(found.hits[0].ID))
}

// topicsJSON is what "explain --json" prints without an ID.
type topicsJSON struct {
	Format int             `json:"format"`
	Topics []explain.Topic `json:"topics"`
}

// tooMany are the kinds that the list of everything leaves out.
var tooMany = []explain.Kind{explain.AnswerKind, explain.LogKind, explain.CodeKind, explain.RemarkKind}

// showTopics lists IDs with their titles.
func showTopics(p *page.Page, topics []explain.Topic, everything bool) {
	for i, t := range topics {
		if everything && slices.Contains(tooMany, t.Kind) {
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
		p.Item("", `Log lines, codes and remarks on files: "cmgwizard explain log-lines", "codes" and "remarks" list them.`)
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
