package model

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
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
	Answer   Said   `json:"answer"`
}

// A ChangedAnswer is a question that two plans answer differently.
type ChangedAnswer struct {
	Key      string     `json:"key"`
	Name     string     `json:"name"` // of the entry that it is about, "" outside lists
	Question string     `json:"question"`
	Answer   Turn[Said] `json:"answer"`
}

// Said is an answer: as the file has it, and in words. Both are "" where there
// is none.
type Said struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

func (f Field) said() Said { return Said{Clean(f.Text()), f.Label()} }

// entries lists what was added to the lists of the plan, and what is gone.
func (m match) entries(old, new *Plan) []ChangedEntry {
	changed := []ChangedEntry{}
	for _, t := range answerTables() {
		if t.list {
			changed = append(changed, t.loneEntries(new, m[t.name].toOld, MarkAdded)...)
			changed = append(changed, t.loneEntries(old, m[t.name].toNew, MarkRemoved)...)
		}
	}
	return changed
}

// loneEntries are those of the table that have no place in the other plan.
func (t answerTable) loneEntries(p *Plan, elsewhere []int, mark Mark) []ChangedEntry {
	var changed []ChangedEntry
	for i, place := range elsewhere {
		if place == noPlace {
			key := entryKey(t.name, i)
			changed = append(changed, ChangedEntry{mark, key, p.EntryName(key), t.given(p, i)})
		}
	}
	return changed
}

// given lists what is answered about an entry of the table.
func (t answerTable) given(p *Plan, entry int) []EntryAnswer {
	answers := []EntryAnswer{}
	row := reflect.ValueOf(&p.Answers).Elem().Field(t.place).Index(entry)
	for _, f := range t.append(nil, entryKey(t.name, entry)+".", row) {
		if f.Given() {
			answers = append(answers, EntryAnswer{f.Key, f.Ask, f.said()})
		}
	}
	return answers
}

// answers lists what changed in what both plans have.
func (m match) answers(old, new *Plan) []ChangedAnswer {
	changed := []ChangedAnswer{}
	for _, f := range new.Fields() {
		key, kept := m.inOld(f.Key)
		if !kept {
			continue
		}
		if before, found := old.Field(key); found && !before.sameAnswer(f) {
			changed = append(changed, ChangedAnswer{f.Key, new.EntryName(f.Key), f.Ask, Turn[Said]{before.said(), f.said()}})
		}
	}
	return changed
}

// sameAnswer compares two answers. The order of the words of a list is no part
// of the answer.
func (f Field) sameAnswer(g Field) bool {
	if f.Kind() != ListField {
		return f.Text() == g.Text()
	}
	return f.Given() == g.Given() && slices.Equal(f.sortedWords(), g.sortedWords())
}

func (f Field) sortedWords() []string {
	words := strings.Split(f.Text(), ",")
	slices.Sort(words)
	return words
}

// A ChangedOpenItem is an answer that is open now, or no longer is.
type ChangedOpenItem struct {
	Mark Mark `json:"change"`
	OpenItem
}

// A ChangedEvidence is a file that only one of two plans has seen.
type ChangedEvidence struct {
	Mark   Mark         `json:"change"`
	Kind   EvidenceKind `json:"kind"`
	File   string       `json:"file"`
	SHA256 string       `json:"sha256"`
}

// open lists the answers that are open in one of the plans only. An entry that
// is gone takes its open answers with it.
func (m match) open(before, after []OpenItem) []ChangedOpenItem {
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
func changedEvidence(old, new []Evidence) []ChangedEvidence {
	changed := loneEvidence(MarkAdded, new, old, []ChangedEvidence{})
	return loneEvidence(MarkRemoved, old, new, changed)
}

func loneEvidence(mark Mark, list, others []Evidence, changed []ChangedEvidence) []ChangedEvidence {
	seen := map[string]bool{}
	for _, e := range others {
		seen[e.identity()] = true
	}
	for _, e := range list {
		if !seen[e.identity()] {
			seen[e.identity()] = true
			changed = append(changed, ChangedEvidence{mark, EvidenceKind(Clean(string(e.Kind))), Clean(e.File), Clean(e.SHA256)})
		}
	}
	return changed
}

// identity is the hash of the bytes. Of a file that holds several certificates
// each has its thumbprint too. Evidence without a hash was written by hand: its
// file name must do.
func (e Evidence) identity() string {
	file := cmp.Or(strings.ToLower(e.SHA256), "file "+e.File)
	if len(e.Facts) == 0 {
		return file
	}
	thumbprint, _ := e.Facts["sha256"].(string)
	return string(e.Kind) + " " + file + " " + strings.ToLower(thumbprint)
}
