package diff

import (
	"reflect"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// A ChangedEntry is an entry of a list that only one of two plans has.
type ChangedEntry struct {
	Mark    Mark          `json:"change"`
	Key     string        `json:"key"` // "devices[2]", in the plan that has it
	Name    string        `json:"name"`
	Answers []EntryAnswer `json:"answers"`
}

// An EntryAnswer is one answer of an entry.
type EntryAnswer struct {
	Key      string `json:"key"`
	Question string `json:"question"`
	Answer   Answer `json:"answer"`
}

// A ChangedAnswer is a question that two plans answer differently.
type ChangedAnswer struct {
	Key      string         `json:"key"`
	Name     string         `json:"name"` // of the entry that it is about, "" outside lists
	Question string         `json:"question"`
	Answer   Change[Answer] `json:"answer"`
}

// Answer is an answer: as the file has it, and in words. Both are "" where there
// is none.
type Answer struct {
	Value   string `json:"value"`
	Label   string `json:"label"`
	Assumed bool   `json:"assumed"` // nobody said it: the program filled it in
}

func answerOf(f model.Field) Answer { return Answer{model.Clean(f.Text()), f.Label(), f.Assumed()} }

// Words are the answer as people read it, "" for none.
func (a Answer) Words() string {
	if a.Assumed {
		return a.Label + model.AssumedMark
	}
	return a.Label
}

// entries lists what was added to the lists of the plan, and what is gone.
func (m match) entries(old, new *model.Plan) []ChangedEntry {
	changed := []ChangedEntry{}
	for _, t := range model.AnswerTables() {
		if t.List {
			changed = append(changed, loneEntries(t, new, m[t.Name].toOld, MarkAdded)...)
			changed = append(changed, loneEntries(t, old, m[t.Name].toNew, MarkRemoved)...)
		}
	}
	return changed
}

// loneEntries are those of the table that have no place in the other plan.
func loneEntries(t model.AnswerTable, p *model.Plan, elsewhere []int, mark Mark) []ChangedEntry {
	var changed []ChangedEntry
	for i, place := range elsewhere {
		if place == noPlace {
			key := entryKey(t.Name, i)
			changed = append(changed, ChangedEntry{mark, key, evidence.EntryName(p, key), given(t, p, i)})
		}
	}
	return changed
}

// given lists what is answered about an entry of the table.
func given(t model.AnswerTable, p *model.Plan, entry int) []EntryAnswer {
	answers := []EntryAnswer{}
	row := reflect.ValueOf(&p.Answers).Elem().Field(t.Place).Index(entry)
	for _, f := range t.Append(nil, entryKey(t.Name, entry)+".", row) {
		if f.Given() {
			answers = append(answers, EntryAnswer{f.Key, f.Ask, answerOf(f)})
		}
	}
	return answers
}

// Answers lists what two plans answer differently that have the same entries at
// the same places, in the order of the file.
func Answers(old, new *model.Plan) []ChangedAnswer { return match{}.answers(old, new) }

// answers lists what changed in what both plans have.
func (m match) answers(old, new *model.Plan) []ChangedAnswer {
	changed := []ChangedAnswer{}
	for _, f := range new.Fields() {
		key, kept := m.inOld(f.Key)
		if !kept {
			continue
		}
		if before, found := old.Field(key); found && !sameAnswer(before, f) {
			changed = append(changed, ChangedAnswer{f.Key, evidence.EntryName(new, f.Key), f.Ask, Change[Answer]{answerOf(before), answerOf(f)}})
		}
	}
	return changed
}

// sameAnswer compares two answers. The order of the words of a list is no part
// of the answer.
func sameAnswer(f model.Field, g model.Field) bool {
	if f.Kind() != model.ListField {
		return f.Text() == g.Text()
	}
	return f.Given() == g.Given() && slices.Equal(sortedWords(f), sortedWords(g))
}

func sortedWords(f model.Field) []string {
	words := strings.Split(f.Text(), ",")
	slices.Sort(words)
	return words
}

// A ChangedOpenItem is an answer that is open now, or no longer is.
type ChangedOpenItem struct {
	Mark Mark `json:"change"`
	model.OpenItem
}

// A ChangedEvidence is a file that only one of two plans has seen.
type ChangedEvidence struct {
	Mark   Mark               `json:"change"`
	Kind   model.EvidenceKind `json:"kind"`
	File   string             `json:"file"`
	SHA256 string             `json:"sha256"`
}

// open lists the answers that are open in one of the plans only. An entry that
// is gone takes its open answers with it.
func (m match) open(before, after []model.OpenItem) []ChangedOpenItem {
	was, is := map[string]bool{}, map[string]bool{}
	for _, item := range after {
		is[item.Key] = true
	}
	changed, closed := []ChangedOpenItem{}, []ChangedOpenItem{}
	for _, item := range before {
		key, kept := m.inNew(item.Key)
		item.Key = key
		was[key] = was[key] || kept
		if !kept || !is[key] {
			closed = append(closed, ChangedOpenItem{MarkRemoved, item})
		}
	}
	for _, item := range after {
		if !was[item.Key] {
			changed = append(changed, ChangedOpenItem{MarkAdded, item})
		}
	}
	return append(changed, closed...)
}

// changedEvidence goes by the bytes that were read: the same file seen twice is
// seen once.
func changedEvidence(old, new []model.Evidence) []ChangedEvidence {
	changed := loneEvidence(MarkAdded, new, old, []ChangedEvidence{})
	return loneEvidence(MarkRemoved, old, new, changed)
}

func loneEvidence(mark Mark, list, others []model.Evidence, changed []ChangedEvidence) []ChangedEvidence {
	seen := map[string]bool{}
	for _, e := range others {
		seen[evidence.Identity(e)] = true
	}
	for _, e := range list {
		if !seen[evidence.Identity(e)] {
			seen[evidence.Identity(e)] = true
			changed = append(changed, ChangedEvidence{mark, model.EvidenceKind(model.Clean(string(e.Kind))), model.Clean(e.File), model.Clean(e.SHA256)})
		}
	}
	return changed
}
