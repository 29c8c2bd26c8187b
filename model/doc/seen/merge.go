package seen

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/doc"
	"cmgwizard/model/evidence"
	"cmgwizard/model/inspect"
	"cmgwizard/model/reading"
)

// A Merging is what files would change in a plan, while it is decided.
type Merging struct {
	evidence.Merge
	Before model.Plan
	Taken  []string // keys of the answers that are taken
}

// After is the plan with what the files say, and with what is assumed then.
func (m Merging) After() model.Plan {
	return assume.Again(evidence.Apply(m.Before, m.Merge, m.Taken))
}

// FilesRead says in short what was read, and of what nothing is kept.
func FilesRead(report inspect.Report) doc.Part {
	var g doc.Group
	for _, f := range report.Files {
		e := doc.Entry{Title: f.Name + ": " + AboutFile(report, f), Hung: true, Facts: doc.Given(doc.Plain("", notKept(report, f)))}
		if Lost(f) {
			e.Facts = append(e.Facts, toDo(f.Remarks)...)
		}
		if f.Kind == reading.SiteFacts {
			e.Facts = append(e.Facts, warnings(f.Remarks)...)
		}
		g.Entries = append(g.Entries, e)
	}
	if g.Entries == nil {
		return doc.Part{Title: "Read", Lead: "There is no file to look at."}
	}
	return doc.Part{Title: "Read", Groups: []doc.Group{g}}
}

// warnings are what to know of a collected file before one takes anything of it. What
// contradicts the plan stands below.
func warnings(list []model.Remark) []doc.Fact {
	var facts []doc.Fact
	for _, r := range list {
		if r.Severity != "" && r.ID != "site-contradicts" {
			facts = append(facts, doc.Plain(model.Severities.Label(r.Severity), doc.JoinedWith(" ", r.Text, r.Do)))
		}
	}
	return facts
}

// notKept says why nothing of a file is kept, "" where something is.
func notKept(report inspect.Report, f reading.File) string {
	kept := func(e model.Evidence) bool { return e.SHA256 == f.SHA256 }
	switch {
	case Lost(f) || slices.ContainsFunc(report.Evidence(), kept):
		return ""
	case f.Kind == reading.Certificates:
		return "Another of these files holds the same."
	case f.Kind == reading.Other:
		return "Nothing of it is kept."
	}
	return `Nothing of it is kept: "cmgwizard inspect" says what it means.`
}

// Places says what is new, what the plan has seen, what goes, and what has no
// room.
func (m Merging) Places() doc.Part {
	var g doc.Group
	add := func(mark, text string) { g.Entries = append(g.Entries, doc.Entry{Mark: mark, Title: text, Hung: true}) }
	after := m.After()
	for _, s := range evidence.SeenIn(&after) {
		if slices.ContainsFunc(m.New, sameEvidence(s.Evidence)) {
			add("+", doc.JoinedWith(", ", SeenWords(s), model.EndWords(s.Ends, m.Before.At)))
		}
	}
	for _, s := range evidence.SeenIn(&m.Before) {
		if slices.ContainsFunc(m.Replaced, sameEvidence(s.Evidence)) {
			add("-", SeenWords(s)+": the file holds something else now")
		}
	}
	for _, e := range m.Left {
		add("!", doc.OrNothing(e.File)+": the plan has no room for it; remove other evidence first")
	}
	return doc.Part{Title: m.placesTitle(), Groups: []doc.Group{g}}
}

func (m Merging) placesTitle() string {
	switch {
	case len(m.New)+len(m.Known)+len(m.Left) == 0:
		return "There is nothing in these files that a plan keeps."
	case len(m.New)+len(m.Suggestions)+len(m.Left) == 0:
		return "The plan already has this. Nothing changes."
	}
	return "New: " + Pieces(len(m.New))
}

// Pieces counts evidence.
func Pieces(n int) string { return model.CountedAs(n, "piece of evidence", "pieces of evidence") }

// sameEvidence finds a piece of evidence again.
func sameEvidence(e model.Evidence) func(model.Evidence) bool {
	thumbprint := func(e model.Evidence) string {
		c, _ := evidence.Certificate(e)
		return c.SHA256
	}
	return func(other model.Evidence) bool {
		return e.Kind == other.Kind && e.File == other.File && e.SHA256 == other.SHA256 && thumbprint(e) == thumbprint(other)
	}
}

// SeenWords are a piece of evidence with its file.
func SeenWords(s evidence.Seen) string { return s.What + " (" + doc.OrNothing(s.File) + ")" }

// Answers are those of the files: first what contradicts the plan, then what
// contradicts an assumption, then what is filled in and what is only offered.
func (m Merging) Answers() []doc.Part {
	entries := make([][]doc.Entry, len(answerGroups))
	for _, s := range m.Suggestions {
		g := groupOf(s)
		entries[g] = append(entries[g], m.answer(answerGroups[g].mark, s))
	}
	var parts []doc.Part
	for g, list := range entries {
		parts = append(parts, doc.ListOf(answerGroups[g].Title, list))
	}
	return parts
}

// answerGroups are the groups of the answers that files give, in their order.
var answerGroups = []struct{ mark, Title string }{
	{"~", "The plan and the files disagree"},
	{"~", "What the plan assumed and the files disagree"},
	{"+", "Answers that the files give"},
	{"?", "Only offered: look before you take it"},
}

// groupOf is the place of an answer in them.
func groupOf(s evidence.Suggestion) int {
	switch {
	case s.Contradicts():
		return 0
	case s.Offered:
		return 3
	case s.Assumed && !strings.EqualFold(s.Old, s.New):
		return 1
	}
	return 2
}

// AnswersInShort are the answers of the files by group, each with its title.
func (m Merging) AnswersInShort(each func(title string, list []evidence.Suggestion)) {
	for g, group := range answerGroups {
		list := slices.DeleteFunc(slices.Clone(m.Suggestions), func(s evidence.Suggestion) bool { return groupOf(s) != g })
		if len(list) > 0 {
			each(group.Title, list)
		}
	}
}

// AgainstEvidence lists the answers of the plan that its own evidence contradicts.
func AgainstEvidence(p *model.Plan) doc.Part {
	m := Merging{Merge: evidence.Merge{Suggestions: evidence.Against(p)}, Before: *p}
	return m.Answers()[0]
}

func (m Merging) answer(mark string, s evidence.Suggestion) doc.Entry {
	was, assumed := "", ""
	switch {
	case s.Contradicts():
		was = m.Value(s, s.Old)
	case s.Assumed:
		assumed = m.Value(s, s.Old)
	}
	return doc.Entry{Mark: mark, Title: doc.WithKey(m.Question(s), s.Key), Facts: doc.Given(
		doc.Plain("plan", was), doc.Plain("assumed", assumed), doc.Plain("file", m.Value(s, s.New)), doc.Plain("", s.From+": "+s.Why),
		doc.Plain("", s.OnAssumed()), doc.Plain("", m.decided(s)),
	)}
}

// AnswerInShort is an answer of the files among others that are taken or left.
func (m Merging) AnswerInShort(s evidence.Suggestion) doc.Entry {
	is := model.Span{Text: m.Value(s, s.New), Kind: model.LabelSpan}
	left, taken, facts := "leave", "take", []doc.Fact{doc.Rich("", model.Text{is})}
	if s.Contradicts() {
		was, stop := model.Span{Text: m.Value(s, s.Old), Kind: model.LabelSpan}, model.Span{Text: "."}
		left, taken = "keep yours", "take the file's"
		facts = []doc.Fact{doc.Rich("Your plan", model.Text{was, stop}), doc.Rich("The file", model.Text{is, stop})}
	}
	mark := "[ ] " + left
	if slices.Contains(m.Taken, s.Key) {
		mark = "[x] " + taken
	}
	return doc.Entry{Mark: mark, Title: m.Question(s), Facts: append(facts, doc.Plain(s.From, s.Why))}
}

// decided says what becomes of an answer as things stand.
func (m Merging) decided(s evidence.Suggestion) string {
	taken := slices.Contains(m.Taken, s.Key)
	switch {
	case taken && s.Contradicts():
		return "The file's answer is used."
	case !taken && s.Assumed:
		return "What was assumed stays."
	case !taken && !s.Contradicts():
		return "It stays open."
	}
	return ""
}

// Question is what is asked, with the entry that it is about.
func (m Merging) Question(s evidence.Suggestion) string {
	after := m.After()
	if field, exists := after.Field(s.Key); exists {
		return after.Question(field)
	}
	return s.Question
}

// Value is an answer in the words that people read.
func (m Merging) Value(s evidence.Suggestion, value string) string {
	field, exists := m.Field(&m.Before, s.Key)
	if !exists || field.Set(value) != nil {
		return doc.OrNothing(value)
	}
	return field.Label()
}

// EvidenceList is everything that a plan keeps of files.
func EvidenceList(p *model.Plan) doc.Group {
	g := doc.Group{Flush: true}
	for i, s := range evidence.SeenIn(p) {
		read := ""
		if at := minute(s.Read); at != "" {
			read = "read " + at
		}
		g.Entries = append(g.Entries, doc.Entry{Number: i + 1, Title: s.What, Facts: doc.Given(
			doc.Plain("", doc.JoinedWith(", ", doc.OrNothing(s.File), read)), doc.Plain("", model.EndWords(s.Ends, p.At)), doc.Plain("SHA-256", s.SHA256),
		)})
	}
	return g
}
