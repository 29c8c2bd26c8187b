package cli

import (
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/explain"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
	"cmgwizard/wizard/cli/page"
)

func TestTopicsOnNarrowPages(t *testing.T) {
	entries := []explain.TopicEntry{{ID: "management_point_internet_access", Title: "Internet for management points"}}
	for width, want := range map[int]string{
		60: "  management_point_internet_access\n      Internet for management points\n",
		70: "  management_point_internet_access  Internet for management points\n",
		80: "  management_point_internet_access  Internet for management points\n",
	} {
		page := &page.Page{Width: width}
		showEntries(page, entries)
		if page.String() != want {
			t.Errorf("%d columns: %q, want %q", width, page.String(), want)
		}
	}
}

const clashPage = `C99: Which?
  Rule: Topic

  Steps
     1. Open "Sites" and` + "\n        type `x`." + `

  To type (PowerShell)
    Get-Something -With 'a value that is longer than the page'

  In this plan
    holds

  Sources disagree (C1)
    Which page is right?
    - One says A.
    Our reading: A.
    Confidence: low
    - FAQ (read
      2026-11-22)
      https://example.com/faq
`

func TestExplanationOnThePage(t *testing.T) {
	step := model.Text{{Text: "Open "}, {Text: "Sites", Kind: model.LabelSpan}, {Text: " and type "}, {Text: "x", Kind: model.CodeSpan}, {Text: "."}}
	page := &page.Page{Width: 24}
	page.Whole(doc.Explanation(explain.Explanation{
		ID: "C99", Kind: explain.RuleKind, Topic: "Topic", Title: "Which?",
		Facts: []explain.Fact{
			{Label: "Steps", Lines: []model.Text{step}, Ordered: true},
			{Label: "In this plan", Lines: []model.Text{{{Text: "holds\x1b[2J"}}}},
		},
		Commands: []judge.CommandLine{{Shell: tasks.PowerShell, Line: "Get-Something -With 'a value that is longer than the page'"}},
		Contradictions: []explain.Clash{{
			ID: "C1", Title: "Which page is right?", Says: []string{"One says A."}, Reading: "A.", Sure: rules.SureLow,
			Sources: []model.Reference{{Title: "FAQ", URL: "https://example.com/faq", Read: "2026-11-22"}},
		}},
	}))
	if page.String() != clashPage {
		t.Errorf("the page is\n%s\nwant\n%s", page.String(), clashPage)
	}
}
