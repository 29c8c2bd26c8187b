package doc

import (
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
)

// everyTaskDone says of each task that it is done.
func everyTaskDone(p *model.Plan) {
	for _, item := range judge.Plan(*p).Items {
		p.Tasks = append(p.Tasks, model.Progress{ID: item.ID, State: model.Done})
	}
}

func TestVerdictSentence(t *testing.T) {
	oneQuestion := func(p *model.Plan) { p.PKI.CRLPublic = model.Unsure }
	oneProblem := func(p *model.Plan) { p.Gateway.ResourceGroupInRegion = model.No }
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		want   string
	}{
		{"a good plan", plantest.AsIs[model.Plan], "Decided: 38 tasks to do"},
		{"a warning", func(p *model.Plan) { p.Gateway.VMSize = model.SizeLab }, "Decided: 39 tasks to do, 2 warnings"},
		{"everything done", everyTaskDone, "Ready: no task is left to do"},
		{"a question", oneQuestion, "Not decided: the PKI team must say whether the internet can read the CRL that the CMG checks"},
		{"two questions", plantest.Both(oneQuestion, func(p *model.Plan) { p.Gateway.Region = "" }),
			"Not decided: the PKI team must say whether the internet can read the CRL that the CMG checks (and 1 more question)"},
		{"no devices", plantest.NoDevices, "Not decided: the Devices team must say whether any device is used on the internet"},
		{"a method", plantest.NoMethodYet, `Not decided: the ConfigMgr team must say which authentication method the hybrid joined devices will use (and 2 more questions)`},
		{"a kind with a name", func(p *model.Plan) { p.Devices[0].Name, p.Devices[0].Method = "Laptops", "" },
			`Not decided: the ConfigMgr team must say which authentication method the "Laptops" devices will use`},
		{"a problem", oneProblem, "Blocked: the existing resource group is in a different region than the CMG"},
		{"two problems", plantest.Both(oneProblem, func(p *model.Plan) { p.Site.Security = model.PlainHTTP }),
			"Blocked: the site will use plain HTTP, without Enhanced HTTP (and 2 more problems)"},
	} {
		p := plantest.GoodPlan()
		c.change(p)
		if got := VerdictSentence(p, judge.Plan(*p)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.says, got, c.want)
		}
	}
}

// TestVerdictSentenceSaysWhatItRestsOn: usual facts that nobody confirmed.
func TestVerdictSentenceSaysWhatItRestsOn(t *testing.T) {
	p := assumedPlan()
	if got, want := VerdictSentence(p, judge.Plan(*p)), "Decided: 40 tasks to do, 2 assumptions to confirm"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
