package cli

import (
	"cmgwizard/model/doc"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/screen"
)

// judgement is everything that check says about a plan: the verdict first.
func (p *page) judgement(j export.Judgement) {
	p.verdict(j.Outcome.Verdict)
	p.parts(doc.News(&j.Plan))
	p.parts(doc.Judged(&j.Plan, j.Findings)...)
	p.parts(doc.OpenAnswers(j.Outcome.Open))
	p.next(j.File, j.Outcome.Items)
}

func (p *page) verdict(word judge.Verdict) {
	style := map[judge.Verdict]string{
		judge.IsBlocked: red, judge.IsIncomplete: yellow, judge.ReadyWarnings: yellow, judge.IsReady: green,
	}[word]
	p.painted(style, "", judge.Verdicts.Label(word))
}

// next says how much there is to do and where it is written.
func (p *page) next(path string, items []judge.Item) {
	p.heading("Tasks: " + doc.TaskCounts(items))
	p.item("  ", "the checklist: cmgwizard export "+screen.ShellWord(path))
}
