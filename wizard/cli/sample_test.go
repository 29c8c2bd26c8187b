package cli

import (
	"bytes"
	"os"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile"
	"cmgwizard/model/plantest"
)

// The sample is what planfile would write: somebody who saves it without a
// change sees none.
func TestSampleIsWrittenByPlanfile(t *testing.T) {
	doc, err := planfile.Parse("sample.toml", samplePlan)
	if err != nil {
		t.Fatal(err)
	}
	want := doc.Format(doc.Plan)
	if *plantest.Update {
		if err := os.WriteFile("sample.toml", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(samplePlan, want) {
		t.Error("sample.toml is not what planfile writes: run go test ./wizard/cli -run Sample -update")
	}
}

func TestSampleShowsAMixedFleet(t *testing.T) {
	plan := sample(t)
	for _, m := range model.Methods {
		if !plan.Uses(m.Value) {
			t.Errorf("no device of the sample uses %s", m.Label)
		}
	}
	if o := judge.Plan(plan); len(o.Open) == 0 || len(o.Findings) == 0 {
		t.Error("the sample leaves nothing open")
	}
	if plan.ID != "" || plan.Serial != 0 {
		t.Error("the sample must not have an ID: its copies would be versions of one plan")
	}
}

func sample(t *testing.T) model.Plan {
	t.Helper()
	doc, err := planfile.Parse("sample.toml", samplePlan)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Plan
}
