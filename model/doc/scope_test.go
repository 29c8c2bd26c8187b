package doc_test

import (
	"strconv"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
)

func TestSheetSaysWhatItHolds(t *testing.T) {
	whole := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	tasks := len(whole.Items())
	all := strconv.Itoa(tasks)
	for _, c := range []struct {
		scope               judge.Scope
		title, says, counts string
		parts               string
	}{
		{
			judge.Scope{}, "CMG checklist", "",
			"Blockers: 3 problems. Warnings: 4 problems. Advice: 2 problems. Tasks: " + strconv.Itoa(tasks-8) + " of " + all + " to do, blocked: 1, risk accepted: 1, not needed: 1.",
			"stops decide methods progress change sign-off traffic run team-configmgr team-azure team-network team-servers team-pki team-entra team-devices decisions requirements findings evidence contradictions",
		},
		{
			judge.Scope{Owner: model.Network}, "CMG checklist, Network and DNS team", "Only the questions and tasks of the Network and DNS team",
			"Status of the whole plan. Missing answers on this sheet: 2 of 2. Tasks on this sheet: 4 of 4 to do.", "decide run team-network sign-off",
		},
		{
			judge.Scope{Owner: model.PKITeam, Open: true}, "CMG checklist, PKI team, what is still open",
			"Only what is still open for the PKI team: questions and tasks",
			"Status of the whole plan. Missing answers on this sheet: 0 of 2. Tasks on this sheet: 10 of 11 to do.", "run team-pki sign-off",
		},
		{
			judge.Scope{Open: true}, "CMG checklist, what is still open", "Only what is still open: findings, questions and tasks",
			"Blockers: 3 problems. Warnings: 4 problems. Advice: 2 problems. Tasks: " + strconv.Itoa(tasks-8) + " of " + all + " to do, blocked: 1, risk accepted: 1, not needed: 1.",
			"stops decide methods progress change sign-off traffic run team-configmgr team-azure team-network team-servers team-pki team-entra team-devices findings contradictions",
		},
	} {
		s := doc.NewSheet(whole.Narrow(c.scope))
		if s.Title != c.title || s.Counts != c.counts || partIDs(s) != c.parts {
			t.Errorf("%v: title %q, counts %q, parts %s\nwant  title %q, counts %q, parts %s", c.scope, s.Title, s.Counts, partIDs(s), c.title, c.counts, c.parts)
		}
		if says := s.Facts[0].Text(); c.says != "" && says != c.says {
			t.Errorf("%v says %q", c.scope, says)
		}
		if s.Overview.Empty() != (c.scope.Owner != "") {
			t.Errorf("%v: overview empty: %v", c.scope, s.Overview.Empty())
		}
	}
}

func partIDs(s doc.Sheet) string {
	var ids []string
	for _, p := range s.Parts {
		ids = append(ids, p.Id)
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
		s := doc.NewSheet(c.Narrow(scope))
		var last doc.Entry
		for _, p := range s.Parts {
			for _, g := range p.Groups {
				for _, e := range g.Entries {
					if e.Number > last.Number {
						last = e
					}
				}
			}
		}
		for _, f := range last.Facts {
			if f.Label == "After" && f.TaskList() != want {
				t.Errorf("%v: after %s", scope, f.TaskList())
			}
		}
		if last.Number != 5 {
			t.Errorf("%v: the last task is %d", scope, last.Number)
		}
	}
}

func TestTeamLines(t *testing.T) {
	for _, c := range []struct {
		line doc.TeamLine
		want string
	}{
		{doc.TeamLine{Tasks: 12, Pending: 7, Asked: 1}, "12 tasks, 7 of these still to be done, 1 missing answer"},
		{doc.TeamLine{Tasks: 2}, "2 tasks, nothing left to do"},
		{doc.TeamLine{Tasks: 4, Pending: 4}, "4 tasks, all still to be done"},
		{doc.TeamLine{Tasks: 1, Pending: 1}, "1 task, still to be done"},
		{doc.TeamLine{Asked: 2}, "2 missing answers"},
	} {
		if got := c.line.Words(); got != c.want {
			t.Errorf("%+v says %q", c.line, got)
		}
	}
}
