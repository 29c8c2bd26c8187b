package screen

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
)

// reviewRows are the verdict, what the rules find, what is open and for whom,
// and all answers by page. Every line leads to its question.
func reviewRows(look *Look, p *model.Plan, o judge.Judgement) []Row {
	rows := []Row{
		{Text: look.verdict(o.Verdict) + look.Dim("  "+verdictLine(o))},
		{},
		{ID: machine.RowChecklist, Text: fmt.Sprintf("See the checklist (%d tasks)", len(o.Items))},
		{ID: machine.RowExport, Text: "Print the checklist to a file"},
		{ID: machine.RowFiles, Text: fmt.Sprintf("Files that show what is true: %d", len(machine.FileNames(p.Evidence)))},
		{},
	}
	rows = append(rows, findingRows(look, p, o)...)
	rows = append(rows, openRows(look, o)...)
	return append(rows, answerRows(look, p)...)
}

// verdictLine says what the verdict rests on.
func verdictLine(o judge.Judgement) string {
	return fmt.Sprintf("blockers: %d broken, %d not known; warnings: %d; open questions: %d",
		o.Count(model.Blocker, rules.Broken), o.Count(model.Blocker, rules.Unclear), o.Count(model.Warning, rules.Broken), len(o.Open))
}

func answerRows(look *Look, p *model.Plan) []Row {
	var rows []Row
	asked := steps.Asked(&p.Answers)
	for _, step := range steps.All() {
		lines := stepRows(look, p, step, asked)
		if len(lines) > 0 {
			rows = append(append(rows, Row{Text: look.Title(step.Title)}), lines...)
			rows = append(rows, Row{})
		}
	}
	return append(rows, keptRows(look, p, asked)...)
}

func stepRows(look *Look, p *model.Plan, step steps.Step, asked map[string]bool) []Row {
	var rows []Row
	if step.Shown != nil && !step.Shown(&p.Answers) {
		return []Row{{Text: look.Dim("not asked: the other answers make it needless")}}
	}
	if step.List != nil && step.List.Len(&p.Answers) == 0 {
		rows = append(rows, Row{ID: step.List.Key, Text: look.Warn("none listed yet")})
	}
	for _, q := range step.Every(&p.Answers) {
		if f, ok := p.Field(q.Key); ok && asked[q.Key] {
			rows = append(rows, Row{ID: q.Key, About: q.Key, Text: answerLine(look, p, f, q.Optional), Hang: 4})
		}
	}
	return rows
}

func answerLine(look *Look, p *model.Plan, f model.Field, optional bool) string {
	ask := p.Question(f)
	switch {
	case f.Unsure():
		return ask + " " + look.Warn(f.UnsureLabel())
	case f.Given():
		return ask + " " + look.Strong(f.Label())
	case optional:
		return ask + " " + look.Dim("left out")
	}
	return ask + " " + look.Warn("not answered yet")
}

// keptRows are answers that nobody asks for any more.
func keptRows(look *Look, p *model.Plan, asked map[string]bool) []Row {
	var rows []Row
	for _, f := range p.Fields() {
		if f.Given() && !asked[f.Key] {
			rows = append(rows, Row{ID: machine.RowKept + f.Key, About: f.Key, Text: answerLine(look, p, f, false), Hang: 4})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return append(append([]Row{{Text: look.Title("No longer asked, kept")}}, rows...), Row{})
}

func findingRows(look *Look, p *model.Plan, o judge.Judgement) []Row {
	var rows []Row
	for _, s := range model.Severities {
		lines := severityRows(look, p, o, s.Value)
		if len(lines) > 0 {
			rows = append(append(rows, Row{Text: look.Title(model.SeverityTitles.Label(s.Value))}), lines...)
			rows = append(rows, Row{})
		}
	}
	return rows
}

func severityRows(look *Look, p *model.Plan, o judge.Judgement, s model.Severity) []Row {
	var rows []Row
	for _, f := range o.Findings {
		if f.Severity == s {
			rows = append(rows, Row{ID: f.Place(), About: f.Rule}.telling(look, doc.FindingInShort(p, f)))
		}
	}
	return rows
}

func openRows(look *Look, o judge.Judgement) []Row {
	if len(o.Open) == 0 {
		return nil
	}
	rows := []Row{{Text: look.Title("Open questions, by team")}}
	for _, team := range model.Teams {
		for _, item := range o.Open {
			if item.Owner == team.Value {
				rows = append(rows, Row{ID: item.Key, About: item.Key, Text: look.Strong(team.Label) + ": " + item.Question, Hang: 4})
			}
		}
	}
	return append(rows, Row{})
}
