package cli

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/explain"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/wizard/screen"
)

// judgement is everything that check says about a plan: the verdict first.
func (p *page) judgement(j export.Judgement) {
	p.verdict(j.Outcome.Verdict)
	p.news(&j.Plan)
	for _, s := range model.SeverityTitles {
		sorted := byOutcome(j.Findings, s.Value)
		if len(sorted) > 0 {
			p.heading(fmt.Sprintf("%s: %s", s.Label, tally(sorted)))
		}
		for i, f := range sorted {
			if i > 0 {
				p.gap()
			}
			p.finding(&j.Plan, f)
		}
	}
	p.missing(j.Outcome.Open)
	p.next(j.File, j.Outcome.Items)
}

func (p *page) verdict(word judge.Verdict) {
	style := map[judge.Verdict]string{
		judge.IsBlocked: red, judge.IsIncomplete: yellow, judge.ReadyWarnings: yellow, judge.IsReady: green,
	}[word]
	p.painted(style, "", judge.Verdicts.Label(word))
}

// finding is what a rule says about one subject, and what to do about it.
func (p *page) finding(plan *model.Plan, f rules.Finding) {
	p.item("  ", explain.OutcomeWords.Label(f.Outcome)+": "+f.Title)
	p.fact("      about: ", evidence.NameAndKey(plan, f.Subject))
	p.fact("      found: ", f.Detail)
	if f.Matters() {
		p.fact("      fix: ", f.Fix)
	}
	p.fact("      task: ", f.Task)
	for _, contradiction := range f.Conflict.Paragraphs() {
		p.item("      documents disagree: ", contradiction)
	}
	for _, source := range f.Sources {
		p.item("      source: ", sourceTitle(source))
		p.item("              ", source.URL)
	}
}

func sourceTitle(r model.Reference) string {
	title := r.Title
	if r.Heading != "" {
		title += ": " + r.Heading
	}
	return fmt.Sprintf("%s (read %s)", title, r.Read)
}

// unanswered lists the questions that nobody answered.
func (p *page) unanswered(questions []string) {
	if len(questions) == 0 {
		return
	}
	p.heading(fmt.Sprintf("Not answered: %d", len(questions)))
	for _, question := range questions {
		p.item("  - ", question)
	}
}

// missing lists the answers that are still open, by the team that can give them.
func (p *page) missing(items []model.OpenItem) {
	if len(items) == 0 {
		return
	}
	p.heading(fmt.Sprintf("Open answers: %d", len(items)))
	for _, team := range model.Teams {
		first := true
		for _, item := range items {
			if item.Owner != team.Value {
				continue
			}
			if first {
				p.item("  ", "for "+team.Label)
				first = false
			}
			p.item("    - ", fmt.Sprintf("%s (%s)", item.Question, item.Key))
		}
	}
}

// next says how much there is to do and where it is written.
func (p *page) next(path string, items []judge.Item) {
	p.heading("Tasks: " + progress(items))
	p.item("  ", "the checklist: cmgwizard export "+screen.ShellWord(path))
}

// progress counts the tasks and those in a state other than open.
func progress(items []judge.Item) string {
	counts := map[model.TaskState]int{}
	for _, item := range items {
		counts[item.Progress.State]++
	}
	text := strconv.Itoa(len(items))
	for _, state := range model.TaskStates[1:] {
		if n := counts[state.Value]; n > 0 {
			text += fmt.Sprintf(", %s: %d", strings.ToLower(state.Label), n)
		}
	}
	return text
}

// tally counts findings by their outcome.
func tally(findings []rules.Finding) string {
	text := ""
	for _, word := range explain.OutcomeWords {
		n := 0
		for _, f := range findings {
			if f.Outcome == word.Value {
				n++
			}
		}
		if n > 0 {
			text += fmt.Sprintf(", %d %s", n, word.Label)
		}
	}
	return text[len(", "):]
}
