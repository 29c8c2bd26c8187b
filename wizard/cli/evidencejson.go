package cli

import (
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/reading"
)

// addingJSON is what "evidence add --json" prints. Its keys may be added to,
// never renamed.
type addingJSON struct {
	Format    int                        `json:"format"`
	At        stamp                      `json:"at"`
	Plan      planJSON                   `json:"plan"`
	Written   bool                       `json:"written"`
	Files     []fileReadJSON             `json:"files"`
	New       []evidenceJSON             `json:"new"`
	Known     []evidenceJSON             `json:"known"`
	Replaced  []evidenceJSON             `json:"replaced"`
	NoRoom    []evidenceJSON             `json:"no_room"`
	Proposals []proposalJSON             `json:"proposals"`
	Verdict   diff.Change[judge.Verdict] `json:"verdict"`
	Findings  []diff.ChangedFinding      `json:"findings"`
	LeftOut   []string                   `json:"left_out"`
}

// fileReadJSON is a file that was read, in short.
type fileReadJSON struct {
	Name  string       `json:"name"`
	Kind  reading.Kind `json:"kind"`
	About string       `json:"about"`
}

// proposalJSON is an answer that a file gives.
type proposalJSON struct {
	evidence.Suggestion
	Taken bool `json:"taken"`
}

func newAddingJSON(a *adding, at time.Time) addingJSON {
	after := a.After()
	d := diff.Plans(a.Before, after)
	j := addingJSON{
		Format: model.Format, At: stamp(at), Plan: newPlanJSON(a.path, a.Before), Written: a.written,
		New: evidenceOf(a.New, at), Known: evidenceOf(a.Known, at), Replaced: evidenceOf(a.Replaced, at), NoRoom: evidenceOf(a.Left, at),
		Proposals: []proposalJSON{}, Files: []fileReadJSON{},
		Verdict: d.Verdict, Findings: orEmpty(d.Findings), LeftOut: orEmpty(a.left),
	}
	for _, f := range a.report.Files {
		j.Files = append(j.Files, fileReadJSON{f.Name, f.Kind, f.About})
	}
	for _, proposal := range a.Suggestions {
		proposal.Old = model.Clean(proposal.Old)
		j.Proposals = append(j.Proposals, proposalJSON{proposal, slices.Contains(a.Taken, proposal.Key)})
	}
	return j
}

// evidenceOf are pieces of evidence that stand by themselves: their numbers are
// 0.
func evidenceOf(list []model.Evidence, at time.Time) []evidenceJSON {
	all := newEvidenceJSON(&model.Plan{Evidence: list, At: at})
	for i := range all {
		all[i].Number = 0
	}
	return all
}
