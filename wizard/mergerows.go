package wizard

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/evidence"
	"cmgwizard/model/rules"
)

const (
	mergeTitle = "What the files say, and would change"
	mergeText  = "Nothing is changed yet. The last lines keep this in your plan, or leave it."
)

// mergeRows are what the files say, what they would change, and the choice.
func mergeRows(t *look, s State) []row {
	rows := readingRows(t, s.Desk.Reading)
	if !s.Desk.changes() {
		return append(rows, row{text: nothingToKeep(s.Desk.Addition)}, row{id: rowDrop, text: "Go back"})
	}
	rows = append(rows, placeRows(s.Desk.Addition)...)
	rows = append(rows, answersRows(t, s)...)
	rows = append(rows, turnRows(t, s)...)
	return append(rows,
		row{id: rowKeep, text: t.strong("Keep this in the plan") + t.dim("  "+s.toKeep()), hang: 2},
		row{id: rowDrop, text: "Leave it"})
}

// placeRows say what goes for what is new, and what finds no room.
func placeRows(a evidence.Addition) []row {
	var rows []row
	if files := fileNames(a.Replaced); len(files) > 0 {
		rows = append(rows, row{text: "Not the same as before: " + someOf(files) + ". What was kept of it goes.", hang: 2})
	}
	if files := fileNames(a.Left); len(files) > 0 {
		rows = append(rows, row{text: "The plan has no room for " + someOf(files) + ": remove other files first.", hang: 2})
	}
	if len(rows) > 0 {
		rows = append(rows, row{})
	}
	return rows
}

func nothingToKeep(a evidence.Addition) string {
	if files := fileNames(a.Left); len(files) > 0 {
		return "The plan has no room for " + someOf(files) + ": remove other files first."
	}
	if files := fileNames(a.Known); len(files) > 0 {
		return "Your plan has seen this already: " + someOf(files) + ". Nothing would change."
	}
	return "There is nothing in this that a plan keeps."
}

// toKeep counts what would be kept.
func (s State) toKeep() string {
	text := "from " + someOf(fileNames(slices.Concat(s.Desk.Addition.New, s.Desk.Addition.Known)))
	if n := len(s.Desk.Taken); n > 0 {
		text += ", with " + model.Counted(n, "answer")
	}
	return text
}

// answersRows are the answers that the files give: those that the plan lacks,
// then those that it has otherwise.
func answersRows(t *look, s State) []row {
	var fills, contradicts []row
	for _, p := range s.Desk.Addition.Proposals {
		if p.Contradicts() {
			contradicts = append(contradicts, row{id: rowTake + p.Key, about: p.Key, text: s.contradiction(t, p), hang: 4})
			continue
		}
		fills = append(fills, row{id: rowTake + p.Key, about: p.Key, text: s.filling(t, p), hang: 4})
	}
	return append(titled(t, "Answers that these files give", fills), titled(t, "Your plan says otherwise", contradicts)...)
}

// titled are rows under a title, none without rows.
func titled(t *look, title string, rows []row) []row {
	if len(rows) == 0 {
		return nil
	}
	return append(append([]row{{text: t.title(title)}}, rows...), row{})
}

func (s State) filling(t *look, p evidence.Proposal) string {
	box := "[ ] leave  "
	if s.Desk.takes(p.Key) {
		box = "[x] take  "
	}
	return box + s.asked(p) + " " + t.strong(s.answerWords(p.Key, p.New)) + t.dim("  "+because(p))
}

func (s State) contradiction(t *look, p evidence.Proposal) string {
	box := "[ ] keep yours  "
	if s.Desk.takes(p.Key) {
		box = "[x] take the file's  "
	}
	return box + s.asked(p) + " Your plan: " + t.strong(s.answerWords(p.Key, p.Old)) +
		". The file: " + t.strong(s.answerWords(p.Key, p.New)) + "." + t.dim("  "+because(p))
}

// asked is the question with the entry that it is about.
func (s State) asked(p evidence.Proposal) string {
	after := s.merged()
	if f, ok := after.Field(p.Key); ok {
		return after.Question(f)
	}
	return model.Clean(p.Question)
}

// because says which file shows an answer, and how.
func because(p evidence.Proposal) string { return model.Clean(p.From) + ": " + model.Clean(p.Why) }

// answerWords are an answer in the words that people read.
func (s State) answerWords(key, value string) string {
	answers := s.Plan.Clone()
	f, ok := answers.Field(key)
	if !ok || f.Set(value) != nil {
		return model.Clean(value)
	}
	return f.Label()
}

// turnRows are the findings that come and go with what the files say.
func turnRows(t *look, s State) []row {
	d := diff.Plans(s.Plan, s.merged())
	rows := []row{{text: t.title("What the rules would find then") + t.dim("  + comes, - goes, ~ changes")}}
	for _, c := range d.Findings {
		rows = append(rows, row{id: rowTold + c.Rule + c.Subject, about: c.Rule, text: turnLine(t, c), hang: 4})
	}
	if len(d.Findings) == 0 {
		rows = append(rows, row{text: "No finding comes or goes."})
	}
	if d.Verdict.Turned() {
		rows = append(rows, row{text: "Verdict: " + t.verdict(d.Verdict.Old) + " " + t.signs.arrow + " " + t.verdict(d.Verdict.New)})
	}
	return append(rows, row{})
}

func turnLine(t *look, c diff.ChangedFinding) string {
	title := c.Title + "."
	if c.Name != "" {
		title += " " + model.Clean(c.Name) + "."
	}
	if c.Outcome.New == rules.Broken {
		title += t.dim(" Now: " + model.Clean(c.Detail) + ".")
	}
	was, is := t.outcome(c.Outcome.Old), t.outcome(c.Outcome.New)
	switch c.Mark {
	case diff.MarkAdded:
		return t.bad("+ ") + model.Severities.Label(c.Severity.New) + ", " + is + ": " + title
	case diff.MarkRemoved:
		return t.good("- ") + model.Severities.Label(c.Severity.Old) + ", " + was + ": " + title
	}
	return t.warn("~ ") + model.Severities.Label(c.Severity.New) + ", " + was + " " + t.signs.arrow + " " + is + ": " + title
}
