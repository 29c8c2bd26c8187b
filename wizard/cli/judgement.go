package cli

import (
	"cmgwizard/model/assume"
	"cmgwizard/model/doc"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/screen"
)

// judgement is everything that check says about a plan: the verdict first.
func (p *page) judgement(j export.Judgement) {
	assumed := assume.List(&j.Plan)
	p.verdict(j.Outcome.Verdict, assume.Facts(assumed))
	p.parts(doc.News(&j.Plan))
	p.parts(doc.Judged(&j.Plan, j.Findings)...)
	p.parts(doc.OpenAnswers(j.Outcome.Open), doc.ToConfirm(assumed))
	p.next(j.File, j.Outcome.Items)
}

// verdict is the verdict with the number of facts it rests on.
func (p *page) verdict(word judge.Verdict, facts int) {
	style := map[judge.Verdict]string{
		judge.IsBlocked: red, judge.IsIncomplete: yellow, judge.ReadyWarnings: yellow, judge.IsReady: green,
	}[word]
	p.painted(style, "", assume.Standing(word, facts))
}

// next says how much there is to do and where it is written.
func (p *page) next(path string, items []judge.Item) {
	p.heading("Tasks: " + doc.TaskCounts(items))
	p.item("  ", "the checklist: cmgwizard export "+screen.ShellWord(path))
}
