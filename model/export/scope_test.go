package export

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

func TestSheetSaysWhatItHolds(t *testing.T) {
	whole := judge.NewChecklist(mixedPlan(), testDate)
	for _, c := range []struct {
		scope               judge.Scope
		title, says, counts string
		parts               string
	}{
		{
			judge.Scope{}, "CMG checklist", "",
			"Blockers: 3 broken, 6 planned. Warnings: 4 broken, 4 planned. Advice: 1 broken, 2 planned. Tasks: 72, of these done: 2.",
			"decisions requirements findings questions evidence already tasks",
		},
		{
			judge.Scope{Owner: model.Network}, "CMG checklist, Network and DNS team", "Only the questions and tasks of the Network and DNS team",
			"So stands the whole plan. Open questions on this sheet: 2 of 2. Tasks on this sheet: 4 of 72, of these done: 0.", "questions tasks",
		},
		{
			judge.Scope{Owner: model.PKITeam, Open: true}, "CMG checklist, PKI team, what is still open",
			"Only what is still open for the PKI team: questions and tasks",
			"So stands the whole plan. Open questions on this sheet: 0 of 2. Tasks on this sheet: 11 of 72, of these blocked: 0.", "questions tasks",
		},
		{
			judge.Scope{Open: true}, "CMG checklist, what is still open", "Only what is still open: findings, questions and tasks",
			"Blockers: 3 broken, 6 planned. Warnings: 4 broken, 4 planned. Advice: 1 broken, 2 planned. Tasks on this sheet: 68 of 72, of these blocked: 1.",
			"findings questions tasks",
		},
	} {
		s := newSheet(whole.Narrow(c.scope))
		if s.title != c.title || s.counts != c.counts || partIDs(s) != c.parts {
			t.Errorf("%v: title %q, counts %q, parts %s", c.scope, s.title, s.counts, partIDs(s))
		}
		if says := s.facts[0].text(); c.says != "" && says != c.says {
			t.Errorf("%v says %q", c.scope, says)
		}
		if s.overview.empty() != (c.scope.Owner != "") {
			t.Errorf("%v: overview empty: %v", c.scope, s.overview.empty())
		}
	}
}

func partIDs(s sheet) string {
	var ids []string
	for _, p := range s.parts {
		ids = append(ids, p.id)
	}
	return strings.Join(ids, " ")
}

// TestTasksOfOthersAreNamedWithTheirTeam makes tasks of which each comes after
// the two before it.
func TestTasksOfOthersAreNamedWithTheirTeam(t *testing.T) {
	var items []judge.Item
	for i, item := range []struct {
		id    string
		owner model.Team
		state model.TaskState
	}{
		{"net", model.Network, model.Open}, {"dns", model.Network, model.Done}, {"root", model.PKITeam, model.Done}, {"leaf", model.PKITeam, model.Blocked},
		{"last", model.PKITeam, model.Open},
	} {
		items = append(items, judge.Item{ID: item.id, Number: i + 1, Owner: item.owner, Progress: model.Progress{State: item.state, By: "N"}})
	}
	items[4].After = []string{"leaf", "root", "dns", "net", "gone"}
	section := judge.Section{}
	for _, item := range items {
		section.Items = append(section.Items, judge.FullItem{Item: item})
	}
	c := judge.Checklist{Outcome: judge.Judgement{Items: items}, Sections: []judge.Section{section}}
	for scope, want := range map[judge.Scope]string{
		{}:                                 "tasks 1, 2, 3, 4",
		{Owner: model.PKITeam}:             "tasks 1 (Network and DNS), 2 (Network and DNS, done), 3, 4",
		{Open: true}:                       "tasks 1, 2 (done), 3 (done), 4",
		{Owner: model.PKITeam, Open: true}: "tasks 1 (Network and DNS), 2 (Network and DNS, done), 3 (done), 4",
	} {
		s := newSheet(c.Narrow(scope))
		groups := s.parts[len(s.parts)-1].groups
		entries := groups[len(groups)-1].entries
		last := entries[len(entries)-1]
		for _, f := range last.facts {
			if f.label == "After" && f.taskList() != want {
				t.Errorf("%v: after %s", scope, f.taskList())
			}
		}
		if last.number != 5 {
			t.Errorf("%v: the last task is %d", scope, last.number)
		}
	}
}

func TestSheetOfNothing(t *testing.T) {
	c := judge.NewChecklist(mixedPlan(), testDate)
	for _, item := range []struct {
		scope judge.Scope
		want  string
	}{
		{judge.Scope{Owner: "nobody"}, "The nobody team has nothing to do here."},
		{judge.Scope{Open: true}, "No task is left to be done."},
	} {
		narrow := c.Narrow(item.scope)
		narrow.Sections = nil
		page := string(written(t, textFormat, narrow))
		if !strings.Contains(page, item.want) || strings.Contains(page, "Already in place") {
			t.Errorf("%v does not say %q", item.scope, item.want)
		}
	}
}

func TestTeamLines(t *testing.T) {
	for _, c := range []struct {
		line teamLine
		want string
	}{
		{teamLine{tasks: 12, pending: 7, asked: 1}, "12 tasks, 7 of these still to be done, 1 open question"},
		{teamLine{tasks: 2}, "2 tasks, nothing left to do"},
		{teamLine{tasks: 4, pending: 4}, "4 tasks, all still to be done"},
		{teamLine{tasks: 1, pending: 1}, "1 task, still to be done"},
		{teamLine{asked: 2}, "2 open questions"},
	} {
		if got := c.line.words(); got != c.want {
			t.Errorf("%+v says %q", c.line, got)
		}
	}
}
