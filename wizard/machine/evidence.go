package machine

import (
	"fmt"
	"slices"
	"strconv"

	"cmgwizard/model"
)

// evidenceKey is the key of the evidence, as findings name it.
const evidenceKey = "evidence"

// entryOf is the key of an entry of a list.
func entryOf(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

// pickEvidence shows an entry in full, looks for files or goes back to work.
func pickEvidence(s State, e Event) (State, []Effect) {
	switch e.Text {
	case RowOn:
		return fromFiles(s, e)
	case RowAdd:
		return s.at(FolderScreen).list(s.FileWork.Folder.Path)
	case RowPath:
		return s.askPath(), nil
	}
	entry, err := strconv.Atoi(e.Text)
	if err != nil || entry < 0 || entry >= len(s.Plan.Evidence) {
		return s, nil
	}
	s.FileWork.Entry = entry
	return s.at(FactsScreen), nil
}

// removeEvidence takes an entry out and offers to bring it back.
func removeEvidence(s State, e Event) (State, []Effect) {
	if e.Index < 0 || e.Index >= len(s.Plan.Evidence) {
		return s, nil
	}
	lost := &Lost{s.Plan.Evidence[e.Index], e.Index}
	s.Plan.Evidence = slices.Delete(slices.Clone(s.Plan.Evidence), e.Index, e.Index+1)
	s = s.at(EvidenceScreen)
	s.FileWork.Lost, s.Notice = lost, model.Clean(lost.Evidence.File)+" is removed. Press u to restore it."
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

func restoreEvidence(s State, _ Event) (State, []Effect) {
	lost := s.FileWork.Lost
	if lost == nil {
		return s, nil
	}
	s.Plan.Evidence = slices.Insert(slices.Clone(s.Plan.Evidence), min(lost.Index, len(s.Plan.Evidence)), lost.Evidence)
	s = s.at(EvidenceScreen)
	s.FileWork.Lost, s.Notice = nil, model.Clean(lost.Evidence.File)+" is back."
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}
