package cli

import (
	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/doc"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
)

// judgement is everything that check says about a plan: the verdict first.
func judgement(p *page.Page, j export.Judgement, all bool) {
	assumed := assume.List(&j.Plan)
	showVerdict(p, &j.Plan, j.Outcome)
	p.Parts(doc.News(&j.Plan))
	p.Parts(doc.Judged(&j.Plan, j.Findings, all)...)
	if !all {
		p.Parts(doc.Covered(j.Findings))
	}
	p.Parts(seen.AgainstEvidence(&j.Plan), doc.OpenAnswers(j.Outcome.Open), doc.ToConfirm(assumed))
	next(p, j.File, j.Outcome.Items)
}

// showVerdict is the verdict as a sentence about the plan.
func showVerdict(p *page.Page, plan *model.Plan, o judge.Judgement) {
	style := map[judge.Verdict]string{
		judge.IsBlocked: page.Red, judge.IsIncomplete: page.Yellow, judge.ReadyWarnings: page.Yellow, judge.IsReady: page.Green,
	}[o.Verdict]
	p.Painted(style, "", doc.VerdictSentence(plan, o)+".")
}

// next says how much there is to do and where it is written.
func next(p *page.Page, path string, items []judge.Item) {
	p.Heading("Tasks: " + doc.TaskCounts(items))
	p.Item("  ", "the checklist: cmgwizard export "+screen.ShellWord(path))
}
