package export

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/html"
	"cmgwizard/model/export/markdown"
	"cmgwizard/model/judge"
)

func record(t *testing.T, change func(p *model.Plan)) string {
	t.Helper()
	p := exporttest.MixedPlan()
	change(&p)
	return string(exporttest.Written(t, markdown.Decision, judge.NewChecklist(p, exporttest.TestDate)))
}

// TestDecisionRecord: what a reader finds who never saw the program.
func TestDecisionRecord(t *testing.T) {
	for _, c := range []struct {
		says           string
		change         func(p *model.Plan)
		want, wantNone []string
	}{
		{"a plan that is blocked", func(*model.Plan) {}, []string{
			"not ready to be signed: it is blocked", "### Blockers", "The CMG would check revocation, but the internet cannot read every CRL",
			"**Why not**: It serves fewer kinds of devices: 1 instead of 3.", "By signing, you accept the reading", "**Secret of the web app**: Microsoft Entra",
			"**Read on 2026-", "### Decided by",
		}, []string{"management\\_points", "This sheet", "Nothing is chosen"}},
		{"no method is chosen", func(p *model.Plan) {
			for i := range p.Devices {
				p.Devices[i].Method = ""
			}
		}, []string{"No method is chosen yet.", "**Against it**: It serves fewer kinds of devices", "answers that decide are still missing"}, nil},
		{"an empty plan", func(p *model.Plan) { *p = model.Plan{} }, []string{
			"There is nothing to compare yet", "**Management points**: none is listed yet", "**Kinds of devices**: none is listed yet", "**Site version**: not known yet",
		}, []string{"### Blockers"}},
	} {
		page := record(t, c.change)
		for _, want := range c.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s: nothing says %q", c.says, want)
			}
		}
		for _, none := range c.wantNone {
			if strings.Contains(page, none) {
				t.Errorf("%s: says %q", c.says, none)
			}
		}
	}
}

// TestDecisionIsOfTheWholePlan, whatever part of the checklist is wanted.
func TestDecisionIsOfTheWholePlan(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	for _, f := range []doc.Format{markdown.Decision, html.Decision} {
		whole := exporttest.Written(t, f, c)
		for _, s := range []judge.Scope{{Owner: model.PKITeam}, {Open: true}} {
			if !slices.Equal(exporttest.Written(t, f, c.Narrow(s)), whole) {
				t.Errorf("%s: %+v changes it", f.Name, s)
			}
		}
	}
}

// TestHostileTextIsTextInTheDecision, read by the readers of both formats.
func TestHostileTextIsTextInTheDecision(t *testing.T) {
	wantPage, _ := exporttest.Skeleton(t, exporttest.Exported(t, html.Decision, exporttest.Harmless))
	wantBlocks, _ := exporttest.Blocks(exporttest.Exported(t, markdown.Decision, exporttest.Harmless))
	for _, value := range exporttest.Tried() {
		got, words := exporttest.Skeleton(t, exporttest.Exported(t, html.Decision, value))
		if !slices.Equal(got, wantPage) || !strings.Contains(words, exporttest.Shown(value)) {
			t.Errorf("%q changes the page (%s) or does not come back", value, exporttest.FirstDifference(got, wantPage))
		}
		nodes, text := exporttest.Blocks(exporttest.Exported(t, markdown.Decision, value))
		if !slices.Equal(nodes, wantBlocks) || !strings.Contains(text, exporttest.Shown(value)) {
			t.Errorf("%q changes the Markdown (%s) or does not come back", value, exporttest.FirstDifference(nodes, wantBlocks))
		}
	}
}
