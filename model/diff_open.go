package model

import (
	"cmp"
	"strings"
)

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
