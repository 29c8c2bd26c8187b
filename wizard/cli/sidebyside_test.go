package cli

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/board"
	"cmgwizard/model/compare"
	"cmgwizard/model/diff"
	"cmgwizard/model/doc"
	"cmgwizard/model/explain"
	"cmgwizard/model/export"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/traffic"
)

// TestSideBySide has two work everything out of one plan at once and say it.
// Tables are made when they are first asked for, and all share them: the race
// detector sees who writes what somebody else reads, in every room.
func TestSideBySide(t *testing.T) {
	plan := exporttest.MixedPlan()
	var said [2]string
	var all sync.WaitGroup
	for i := range said {
		all.Go(func() { said[i] = everythingSaid(plan) })
	}
	all.Wait()
	if said[0] != said[1] {
		t.Errorf("two say different things of one plan: %s", exporttest.FirstDifference(strings.Split(said[0], "\n"), strings.Split(said[1], "\n")))
	}
}

// everythingSaid is what the rooms say of a plan, one after the other.
func everythingSaid(p model.Plan) string {
	var out bytes.Buffer
	judgement := judge.Plan(p)
	fmt.Fprintf(&out, "%+v\n", []any{board.New(&p, judgement), traffic.Draw(&p, judgement), compare.Plan(p), diff.Plans(*plantest.GoodPlan(), p)})
	for _, topic := range explain.Topics() {
		for _, entry := range topic.Entries {
			fmt.Fprintln(&out, explain.Of(&p, entry.ID))
		}
	}
	c := judge.NewChecklist(p, exporttest.TestDate)
	for _, format := range export.Formats() {
		fmt.Fprintln(&out, format.Name, format.Write(&out, c, doc.Options{Detail: doc.Short}))
	}
	return out.String()
}
