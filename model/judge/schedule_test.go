package judge

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// Friday, 4 December 2026.
var friday = time.Date(2026, 12, 4, 0, 0, 0, 0, time.UTC)

func dayIn(d time.Time) string { return d.Format("Mon 2 Jan") }

func TestEarliestDays(t *testing.T) {
	const pki, site = model.PKITeam, model.ConfigMgr
	for name, test := range map[string]struct {
		start    time.Time
		left     []stage
		from, to string // of the tasks in order
		critical string
	}{
		"one task":            {friday, []stage{{id: "a", team: pki, minutes: 60}}, "Fri 4 Dec", "Fri 4 Dec", "a"},
		"a start on Saturday": {friday.AddDate(0, 0, 1), []stage{{id: "a", team: pki, minutes: 60}}, "Mon 7 Dec", "Mon 7 Dec", "a"},
		"a team does one thing after the other": {friday, []stage{
			{id: "a", team: pki, minutes: 360}, {id: "b", team: pki, minutes: 10},
		}, "Fri 4 Dec, Mon 7 Dec", "Fri 4 Dec, Mon 7 Dec", "a b"},
		"two teams work side by side": {friday, []stage{
			{id: "a", team: pki, minutes: 360}, {id: "b", team: site, minutes: 10},
		}, "Fri 4 Dec, Fri 4 Dec", "Fri 4 Dec, Fri 4 Dec", "a"},
		"more than a day of work": {friday, []stage{
			{id: "a", team: pki, minutes: 800}, {id: "b", team: site, minutes: 10, after: []string{"a"}},
		}, "Fri 4 Dec, Tue 8 Dec", "Tue 8 Dec, Tue 8 Dec", "a b"},
		"a short wait": {friday, []stage{
			{id: "a", team: pki, minutes: 60, wait: 60}, {id: "b", team: pki, minutes: 10, after: []string{"a"}},
		}, "Fri 4 Dec, Fri 4 Dec", "Fri 4 Dec, Fri 4 Dec", "a b"},
		"a wait that does not fit into the day": {friday.AddDate(0, 0, -1), []stage{
			{id: "a", team: pki, minutes: 350, wait: 20}, {id: "b", team: pki, minutes: 10, after: []string{"a"}},
		}, "Thu 3 Dec, Fri 4 Dec", "Fri 4 Dec, Fri 4 Dec", "a b"},
		"a wait over a working day": {friday.AddDate(0, 0, -1), []stage{
			{id: "a", team: pki, minutes: 10, wait: 361}, {id: "b", team: site, minutes: 10, after: []string{"a"}},
		}, "Thu 3 Dec, Fri 4 Dec", "Fri 4 Dec, Fri 4 Dec", "a b"},
		"a wait of 25 hours": {friday.AddDate(0, 0, -2), []stage{
			{id: "a", team: pki, minutes: 10, wait: 1500}, {id: "b", team: site, minutes: 10, after: []string{"a"}},
		}, "Wed 2 Dec, Fri 4 Dec", "Fri 4 Dec, Fri 4 Dec", "a b"},
		"a wait goes on over the weekend": {friday, []stage{
			{id: "a", team: pki, minutes: 10, wait: 7 * 1440}, {id: "b", team: site, minutes: 10, wait: 1440, after: []string{"a"}},
		}, "Fri 4 Dec, Fri 11 Dec", "Fri 11 Dec, Mon 14 Dec", "a b"},
		"a team does something else during a wait": {friday, []stage{
			{id: "a", team: pki, minutes: 10, wait: 1440}, {id: "b", team: pki, minutes: 10, after: []string{"a"}}, {id: "c", team: pki, minutes: 10},
		}, "Fri 4 Dec, Mon 7 Dec, Fri 4 Dec", "Mon 7 Dec, Mon 7 Dec, Fri 4 Dec", "a b"},
		"what is done already holds nothing up": {friday, []stage{{id: "a", team: pki, minutes: 10, after: []string{"done"}}}, "Fri 4 Dec", "Fri 4 Dec", "a"},
		"nothing is left":                       {friday, nil, "", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var from, to []string
			s := newSchedule(slices.Clone(test.left), test.start)
			for _, one := range test.left {
				d, _ := s.Of(one.id)
				from, to = append(from, dayIn(d.From)), append(to, dayIn(d.To))
			}
			if got := strings.Join(from, ", "); got != test.from {
				t.Errorf("from %s", got)
			}
			if got := strings.Join(to, ", "); got != test.to {
				t.Errorf("to %s", got)
			}
			if got := strings.Join(s.Critical, " "); got != test.critical {
				t.Errorf("critical: %s", got)
			}
		})
	}
}

// TestScheduleOfAnyPlan: each task that is left has a working day behind what it
// waits for, but for those that come back, and the last one sets the end.
func TestScheduleOfAnyPlan(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	for range 200 {
		c := NewChecklist(*plantest.RandomPlan(random), friday).StartingOn(friday)
		s, last := c.Schedule, time.Time{}
		before := map[string][]string{}
		for _, i := range c.Outcome.Items {
			before[i.ID] = i.After
		}
		for _, w := range JobWorks(&c.Plan, c.Outcome.Items) {
			for _, id := range w.Open {
				d, known := s.Of(id)
				if known == w.Recurring || known && (d.From.Before(friday) || d.To.Before(d.From) || d.To.After(s.End)) {
					t.Fatalf("%s: %v", id, d)
				}
				if day := d.From.Weekday(); known && (day == time.Saturday || day == time.Sunday) {
					t.Fatalf("%s begins on %v", id, d.From)
				}
				for _, other := range before[id] {
					if done, open := s.Of(other); open && known && d.From.Before(done.To) {
						t.Fatalf("%s begins on %v, %s is done on %v", id, d.From, other, done.To)
					}
				}
				if d.To.After(last) {
					last = d.To
				}
			}
		}
		var end Days
		if len(s.Critical) > 0 {
			end, _ = s.Of(s.Critical[len(s.Critical)-1])
		}
		if !s.End.Equal(last) || !end.To.Equal(last) {
			t.Fatalf("the end is %v, the last task is done on %v", s.End, last)
		}
	}
}
