package export

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/html"
	"cmgwizard/model/export/markdown"
	"cmgwizard/model/export/text"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// readable are the formats that people read, as they show a line of text.
var readable = map[string]func(t *testing.T, c judge.Checklist) string{
	"text": func(t *testing.T, c judge.Checklist) string {
		return strings.Join(strings.Fields(string(exporttest.Written(t, text.Format, c))), " ")
	},
	"markdown": func(t *testing.T, c judge.Checklist) string {
		return strings.Join(strings.Fields(exporttest.Rendered(exporttest.Written(t, markdown.Format, c))), " ")
	},
	"html": func(t *testing.T, c judge.Checklist) string {
		_, words := exporttest.Skeleton(t, exporttest.Written(t, html.Format, c))
		return words
	},
}

func TestTasksShowVersionsAndContradictions(t *testing.T) {
	c := exporttest.FullChecklist()
	for name, read := range readable {
		page := read(t, c)
		for _, item := range c.Items() {
			for _, line := range item.Conflict.Paragraphs() {
				if got := strings.Contains(page, line); got == doc.ByAnswer(item) {
					t.Errorf("%s shows %q: %v", name, line, got)
				}
			}
		}
		for label, n := range map[string]int{"From version 2409 on: one thing. Before version 2309: another.": 10, "Sources disagree": 10} {
			if strings.Count(page, label) < n {
				t.Errorf("%s shows %q %d times", name, label, strings.Count(page, label))
			}
		}
	}
}

// sameEverywhere gives a requirement, a finding and two tasks one contradiction.
func sameEverywhere() judge.Checklist {
	conflict := model.Disagreements{{ID: "C99", Text: "one page says yes. Another says no."}}
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	for i := range c.Outcome.Requirements {
		c.Outcome.Requirements[i].Conflict = nil
	}
	for i := range c.Outcome.Findings {
		c.Outcome.Findings[i].Conflict = nil
	}
	for i := range c.Sections {
		for j := range c.Sections[i].Items {
			c.Sections[i].Items[j].Conflict = nil
		}
	}
	c.Sections[2].Items[0].Conflict, c.Sections[2].Items[1].Conflict = conflict, conflict // the first is done by an answer
	return c
}

func TestContradictionsAreToldOnce(t *testing.T) {
	inTasks := sameEverywhere()
	inFindings := sameEverywhere()
	told := slices.IndexFunc(inFindings.Outcome.Findings, rules.Finding.Told)
	inFindings.Outcome.Findings[told].Conflict = inFindings.Sections[1].Items[1].Conflict
	for name, read := range readable {
		for says, c := range map[string]judge.Checklist{"at a task": inTasks, "at a finding": inFindings} {
			page := read(t, c)
			if n := strings.Count(page, "one page says yes. Another says no."); n != 1 {
				t.Errorf("%s, %s: it is told %d times", name, says, n)
			}
			if n := strings.Count(page, "Rests on it"); n != 1 {
				t.Errorf("%s, %s: tasks rest on it %d times", name, says, n)
			}
		}
	}
}

// TestJSONKeepsContradictionsWhole: a program looks at one task at a time.
func TestJSONKeepsContradictionsWhole(t *testing.T) {
	c := sameEverywhere()
	c.Sections[1].Items[0].Versions = []string{"From version 2409 on: one thing."}
	var page struct {
		Tasks []struct {
			ID       string
			Versions []string
			Conflict *string
		}
	}
	if err := json.Unmarshal(exporttest.Written(t, jsonFormat, c), &page); err != nil {
		t.Fatal(err)
	}
	for i, item := range c.Items() {
		task := page.Tasks[i]
		if task.Conflict == nil || *task.Conflict != strings.Join(item.Conflict.Paragraphs(), " ") {
			t.Errorf("%s has not the conflict %q", task.ID, item.Conflict)
		}
		if task.Versions == nil || len(task.Versions) != len(item.Versions) {
			t.Errorf("%s has the versions %v, want %v", task.ID, task.Versions, item.Versions)
		}
	}
}
