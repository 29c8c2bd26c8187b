package wizard

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/steps"
)

// reviewRows are the verdict, what the rules find, what is open and for whom,
// and all answers by page. Every line leads to its question.
func reviewRows(t *look, p *model.Plan, o judge.Judgement) []row {
	rows := []row{
		{text: t.verdict(o.Verdict) + t.dim("  "+verdictLine(o))},
		{},
		{id: rowChecklist, text: fmt.Sprintf("See the checklist (%d tasks)", len(o.Items))},
		{id: rowExport, text: "Print the checklist to a file"},
		{id: rowFiles, text: fmt.Sprintf("Files that show what is true: %d", len(fileNames(p.Evidence)))},
		{},
	}
	rows = append(rows, findingRows(t, p, o)...)
	rows = append(rows, openRows(t, o)...)
	return append(rows, answerRows(t, p)...)
}

// verdictLine says what the verdict rests on.
func verdictLine(o judge.Judgement) string {
	return fmt.Sprintf("blockers: %d broken, %d not known; warnings: %d; open questions: %d",
		o.Count(model.Blocker, rules.Broken), o.Count(model.Blocker, rules.Unclear), o.Count(model.Warning, rules.Broken), len(o.Open))
}

func answerRows(t *look, p *model.Plan) []row {
	var rows []row
	asked := steps.Asked(&p.Answers)
	for _, step := range steps.All() {
		lines := stepRows(t, p, step, asked)
		if len(lines) > 0 {
			rows = append(append(rows, row{text: t.title(step.Title)}), lines...)
			rows = append(rows, row{})
		}
	}
	return append(rows, keptRows(t, p, asked)...)
}

func stepRows(t *look, p *model.Plan, step steps.Step, asked map[string]bool) []row {
	var rows []row
	if step.Shown != nil && !step.Shown(&p.Answers) {
		return []row{{text: t.dim("not asked: the other answers make it needless")}}
	}
	if step.List != nil && step.List.Len(&p.Answers) == 0 {
		rows = append(rows, row{id: step.List.Key, text: t.warn("none listed yet")})
	}
	for _, q := range step.Every(&p.Answers) {
		if f, ok := p.Field(q.Key); ok && asked[q.Key] {
			rows = append(rows, row{id: q.Key, about: q.Key, text: answerLine(t, p, f, q.Optional), hang: 4})
		}
	}
	return rows
}

func answerLine(t *look, p *model.Plan, f model.Field, optional bool) string {
	ask := p.Question(f)
	switch {
	case f.Unsure():
		return ask + " " + t.warn(f.UnsureLabel())
	case f.Given():
		return ask + " " + t.strong(f.Label())
	case optional:
		return ask + " " + t.dim("left out")
	}
	return ask + " " + t.warn("not answered yet")
}

// keptRows are answers that nobody asks for any more.
func keptRows(t *look, p *model.Plan, asked map[string]bool) []row {
	var rows []row
	for _, f := range p.Fields() {
		if f.Given() && !asked[f.Key] {
			rows = append(rows, row{id: rowKept + f.Key, about: f.Key, text: answerLine(t, p, f, false), hang: 4})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return append(append([]row{{text: t.title("No longer asked, kept")}}, rows...), row{})
}

func findingRows(t *look, p *model.Plan, o judge.Judgement) []row {
	var rows []row
	for _, s := range model.Severities {
		lines := severityRows(t, p, o, s.Value)
		if len(lines) > 0 {
			rows = append(append(rows, row{text: t.title(model.SeverityTitles.Label(s.Value))}), lines...)
			rows = append(rows, row{})
		}
	}
	return rows
}

func severityRows(t *look, p *model.Plan, o judge.Judgement, s model.Severity) []row {
	var rows []row
	for _, f := range o.Findings {
		if f.Severity == s {
			rows = append(rows, row{id: f.Place(), about: f.Rule, text: findingLine(t, p, f), hang: 4})
		}
	}
	return rows
}

func findingLine(t *look, p *model.Plan, f rules.Finding) string {
	text := t.outcome(f.Outcome) + "  " + f.Title + "."
	if field, asked := p.Field(f.Subject); asked && f.Outcome == rules.Unclear {
		return text + " " + p.Question(field)
	}
	if about := evidence.EntryName(p, f.Subject); about != "" {
		text += " " + about + "."
	}
	if f.Outcome == rules.Broken {
		text += " Now: " + f.Detail + ". " + f.Fix
	}
	return text
}

func openRows(t *look, o judge.Judgement) []row {
	if len(o.Open) == 0 {
		return nil
	}
	rows := []row{{text: t.title("Open questions, by team")}}
	for _, team := range model.Teams {
		for _, item := range o.Open {
			if item.Owner == team.Value {
				rows = append(rows, row{id: item.Key, about: item.Key, text: t.strong(team.Label) + ": " + item.Question, hang: 4})
			}
		}
	}
	return append(rows, row{})
}

// outcome is how a rule came out, in a word or two.
func (t *look) outcome(o rules.OutcomeWord) string {
	return map[rules.OutcomeWord]string{
		rules.Broken: t.bad("broken"), rules.Unclear: t.warn("not known"), rules.Planned: t.good("planned"),
	}[o]
}
