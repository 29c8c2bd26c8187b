package run

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

var winter = time.FixedZone("", 3600)

// clock reads "22:05" as a time of the evening of 29 November 2026, "+1 22:05" as one of
// the day after it, "22:05:30" with its seconds.
func clock(t *testing.T, text string) time.Time {
	t.Helper()
	day, hour, later := strings.Cut(text, " ")
	days := 0
	if later {
		if _, err := fmt.Sscanf(day, "+%d", &days); err != nil {
			t.Fatal(err)
		}
	} else {
		hour = day
	}
	if strings.Count(hour, ":") == 1 {
		hour += ":00"
	}
	at, err := time.ParseInLocation("15:04:05", hour, winter)
	if err != nil {
		t.Fatal(err)
	}
	return at.AddDate(2026, 10, 28+days)
}

// played writes lines such as "22:05 done mp-https: why" into the log of a plan.
func played(t *testing.T, p *model.Plan, lines ...string) model.Plan {
	t.Helper()
	plan := *p
	for _, line := range lines {
		line, note, _ := strings.Cut(line, ": ")
		words := strings.Fields(line)
		at := clock(t, strings.Join(words[:len(words)-2], " "))
		next, err := Write(&plan, model.LogEntry{Task: words[len(words)-1], What: model.LogWhat(words[len(words)-2]), At: at, By: "Anna", Note: note})
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		plan = next
	}
	return plan
}

func at(t *testing.T, p model.Plan, scope Scope, now string) Run {
	t.Helper()
	return New(&p, judge.Items(&p, rules.Findings(&p)), scope, clock(t, now))
}

func full() *model.Plan {
	p := plantest.FullPlan()
	p.Tasks = nil
	return p
}

func ids(list []Task) []string { return model.EachInWords(list, func(t Task) string { return t.ID }) }

// standing is how a task of a run stands.
func (r Run) standing(id string) Standing {
	t, _ := r.Task(id)
	return t.Standing
}

func TestOrderIsThatOfTheRunSheet(t *testing.T) {
	p := full()
	r := at(t, *p, Scope{}, "22:00")
	var want []string
	for _, w := range judge.JobWorks(p, judge.Items(p, rules.Findings(p))) {
		if !w.Recurring {
			want = append(want, w.Tasks...)
		}
	}
	if got := ids(r.Tasks); !slices.Equal(got, want) {
		t.Errorf("%v\nwant %v", got, want)
	}
	if next, ok := r.Next(); !ok || next.ID != want[0] || next.Place != 1 {
		t.Errorf("first comes %s, want %s", next.ID, want[0])
	}
}

func TestScope(t *testing.T) {
	p := full()
	for _, task := range at(t, *p, Scope{Owner: model.PKITeam}, "22:00").Tasks {
		if task.Owner != model.PKITeam {
			t.Errorf("%s is of %s", task.ID, task.Owner)
		}
	}
	inWindow := at(t, *p, Scope{Window: true}, "22:00").Tasks
	for _, task := range inWindow {
		if task.Change.Window != tasks.ChangeWindow {
			t.Errorf("%s wants no window", task.ID)
		}
	}
	from := at(t, *p, Scope{From: "create-cmg"}, "22:00").Tasks
	if len(inWindow) == 0 || len(from) == 0 || from[0].Job.ID != "create-cmg" || len(at(t, *p, Scope{From: "renew-certificate"}, "22:00").Tasks) == 0 {
		t.Errorf("%d in the window, %v from the CMG on", len(inWindow), ids(from))
	}
}

func TestATaskIsDone(t *testing.T) {
	p := full()
	first, _ := at(t, *p, Scope{}, "22:00").Next()
	plan := played(t, p, "22:00 started "+first.ID, "22:10 paused "+first.ID, "22:30 resumed "+first.ID)
	r := at(t, plan, Scope{}, "22:35")
	now, running := r.Current()
	if !running || now.ID != first.ID || now.Worked != 15*time.Minute || !now.Began.Equal(clock(t, "22:00")) {
		t.Errorf("it runs: %+v", now.Round)
	}
	plan = played(t, &plan, "22:41 done "+first.ID)
	r = at(t, plan, Scope{}, "23:00")
	done, _ := r.Task(first.ID)
	if _, running := r.Current(); running || done.Standing != Done || done.Worked != 21*time.Minute || !done.Ended.Equal(clock(t, "22:41")) || done.Item.Progress.State != model.Done || done.Item.Progress.By != "Anna" {
		t.Errorf("it is done: %+v, %+v", done.Round, done.Item.Progress)
	}
	if next, _ := r.Next(); next.ID == first.ID {
		t.Error("what is done comes next")
	}
}

// TestSkippedAndFailed: what they leave in the plan, and that others wait for them.
func TestSkippedAndFailed(t *testing.T) {
	p := full()
	r := at(t, *p, Scope{}, "22:00")
	a, b := r.Tasks[0].ID, r.Tasks[1].ID
	plan := played(t, p, "22:00 skipped "+a+": nobody has the role", "22:01 started "+b, "22:05 failed "+b+": 403 in mpcontrol.log")
	r = at(t, plan, Scope{}, "22:06")
	skipped, _ := r.Task(a)
	failed, _ := r.Task(b)
	if skipped.Standing != Skipped || skipped.Item.Progress.State != model.Open || skipped.Note != "nobody has the role" {
		t.Errorf("skipped: %+v", skipped)
	}
	if failed.Standing != Failed || failed.Item.Progress.State != model.Blocked || failed.Item.Progress.Note != "Failed 2026-11-29 22:05: 403 in mpcontrol.log" {
		t.Errorf("failed: %+v", failed.Item.Progress)
	}
	if next, _ := r.Next(); next.ID == a || next.ID == b {
		t.Errorf("%s comes next", next.ID)
	}
	if r := at(t, plan, Scope{}, "+1 22:00"); r.standing(a) != Untouched || r.Tasks[0].ID != a {
		t.Error("what was skipped yesterday is not open again today")
	}
	plan = played(t, &plan, "22:10 started "+b, "22:15 done "+b)
	if r := at(t, plan, Scope{}, "22:16"); r.standing(b) != Done {
		t.Errorf("tried again it is %s", r.standing(b))
	}
}

// waiting is a task of the full plan with a wait, and one that comes after it.
func waiting(t *testing.T, p *model.Plan) (first, second Task) {
	t.Helper()
	r := at(t, *p, Scope{}, "22:00")
	for _, task := range r.Tasks {
		for _, before := range r.Before(task) {
			if before.Change.Wait.Min > 0 {
				return before, task
			}
		}
	}
	t.Fatal("no task waits for one with a wait")
	return first, second
}

func TestAWaitIsATimer(t *testing.T) {
	p := full()
	first, second := waiting(t, p)
	min, max := first.Change.Wait.Min, first.Change.Wait.Max
	plan := played(t, p, "10:00 started "+first.ID, "10:05 waiting "+first.ID)
	start := clock(t, "10:05")
	on := func(after time.Duration) Run {
		return New(&plan, judge.Items(&plan, rules.Findings(&plan)), Scope{}, start.Add(after))
	}
	r := on(time.Minute)
	waits := r.Waits()
	if len(waits) != 1 || waits[0].Waited != time.Minute || waits[0].Worked != 5*time.Minute || waits[0].Left() != minutes(max)-time.Minute || waits[0].MayBeOver() != (min <= 1) {
		t.Fatalf("%+v", waits)
	}
	for _, task := range r.Meanwhile(first.Owner) {
		if task.ID == second.ID || task.ID == first.ID {
			t.Errorf("%s is offered while its wait runs", task.ID)
		}
	}
	if r := on(minutes(min)); !r.Waits()[0].MayBeOver() {
		t.Error("the shortest wait is not over")
	}
	if r := on(minutes(max)); r.Waits()[0].Left() > 0 {
		t.Error("the longest wait is not over")
	}
	list := r.Meanwhile(model.PKITeam)
	i := slices.IndexFunc(list, func(t Task) bool { return t.Owner != model.PKITeam })
	if i < 1 || slices.ContainsFunc(list[i:], func(t Task) bool { return t.Owner == model.PKITeam }) {
		t.Errorf("the team does not come first: %v", ids(list))
	}
}

// TestClockIsSetBack: nothing is counted twice, and nothing is negative.
func TestClockIsSetBack(t *testing.T) {
	p := full()
	a := at(t, *p, Scope{}, "22:00").Tasks[0].ID
	plan := played(t, p, "22:00 started "+a, "22:30 note "+a+": half way", "21:40 note "+a+": the clock was wrong", "21:50 done "+a)
	r := at(t, plan, Scope{}, "21:55")
	task, _ := r.Task(a)
	if task.Worked != 40*time.Minute || !task.SetBack || len(r.Breaks) != 1 || !r.Breaks[0].Back || r.Breaks[0].Entry != 2 || len(task.Notes) != 2 {
		t.Errorf("%+v, %+v", task.Round, r.Breaks)
	}
	plan = played(t, p, "22:00 started "+a)
	if task, _ := at(t, plan, Scope{}, "21:00").Task(a); task.Worked != 0 || !task.SetBack {
		t.Errorf("before its beginning: %+v", task.Round)
	}
}

// TestSavingDaylight: the hour that comes twice is an hour.
func TestSavingDaylight(t *testing.T) {
	summer, winter := time.FixedZone("", 7200), time.FixedZone("", 3600)
	p := full()
	a := at(t, *p, Scope{}, "22:00").Tasks[0].ID
	p.Log = []model.LogEntry{
		{Task: a, What: model.LogStarted, At: time.Date(2026, 10, 25, 2, 50, 0, 0, summer)},
		{Task: a, What: model.LogDone, At: time.Date(2026, 10, 25, 2, 10, 0, 0, winter)},
	}
	task, _ := New(p, judge.Items(p, rules.Findings(p)), Scope{}, p.Log[1].At).Task(a)
	if task.Worked != 20*time.Minute || task.SetBack {
		t.Errorf("%+v", task.Round)
	}
}

// TestDaysBetween: nobody works for days, but a wait goes on.
func TestDaysBetween(t *testing.T) {
	p := full()
	r := at(t, *p, Scope{}, "22:00")
	a, b := r.Tasks[0].ID, r.Tasks[1].ID
	plan := played(t, p, "22:00 started "+b, "22:10 waiting "+b, "22:10 started "+a, "22:20 note "+a+": going home", "+2 09:00 note "+a+": back", "+2 09:05 done "+a)
	r = at(t, plan, Scope{}, "+2 09:10")
	work, _ := r.Task(a)
	wait, _ := r.Task(b)
	if work.Worked != 15*time.Minute || !work.Apart || work.Window != 1 || work.End != 2 || r.Window != 2 {
		t.Errorf("%+v", work.Round)
	}
	if wait.Waited != 35*time.Hour {
		t.Errorf("waited for %v", wait.Waited)
	}
	if got := ids(r.Undo(false)); !slices.Equal(got, []string{a}) {
		t.Errorf("in this window: %v", got)
	}
	if got := ids(at(t, plan, Scope{}, "+3 09:10").Undo(true)); !slices.Equal(got, []string{a, b}) {
		t.Errorf("in all: %v", got)
	}
}

// TestBackOut: the last one first, and what was backed out is open.
func TestBackOut(t *testing.T) {
	p := full()
	r := at(t, *p, Scope{}, "22:00")
	a, b, c := r.Tasks[0].ID, r.Tasks[1].ID, r.Tasks[2].ID
	plan := played(t, p, "22:00 started "+a, "22:05 done "+a, "22:05 started "+b, "22:06 done "+b, "22:07 started "+c, "22:09 failed "+c+": no", "22:10 skipped "+r.Tasks[3].ID+": no")
	if got := ids(at(t, plan, Scope{}, "22:11").Undo(false)); !slices.Equal(got, []string{c, b, a}) {
		t.Errorf("%v", got)
	}
	plan = played(t, &plan, "22:12 backing-out "+c)
	if now, ok := at(t, plan, Scope{}, "22:14").Current(); !ok || now.ID != c || now.Standing != BackingOut || now.Worked != 2*time.Minute || !now.Back {
		t.Errorf("%+v", now.Round)
	}
	plan = played(t, &plan, "22:15 backed-out "+c, "22:16 backing-out "+b, "22:17 backed-out "+b)
	r = at(t, plan, Scope{}, "22:20")
	if got := ids(r.Undo(false)); !slices.Equal(got, []string{c, b, a}) || r.standing(c) != BackedOut || r.standing(b) != BackedOut || r.standing(a) != Done {
		t.Errorf("%v", got)
	}
	if task, _ := r.Task(b); task.Item.Progress.State != model.Open {
		t.Errorf("it is %s", task.Item.Progress.State)
	}
	if next, _ := r.Next(); next.ID == b || next.ID == c {
		t.Errorf("%s was backed out and comes next", next.ID)
	}
}

func TestWhatIsNotWritten(t *testing.T) {
	p := full()
	id := at(t, *p, Scope{}, "22:00").Tasks[0].ID
	token := "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl"
	for _, e := range []model.LogEntry{
		{Task: id, What: model.LogSkipped}, {Task: id, What: model.LogFailed}, {Task: id, What: model.LogNote}, {Task: "no-such-task", What: model.LogDone},
		{Task: id, What: model.LogNote, Note: "the token is " + token}, {Task: id, What: model.LogDone, By: strings.Repeat("a", 300)},
	} {
		if next, err := Write(p, e); err == nil || len(next.Log) != 0 {
			t.Errorf("%+v was written", e)
		}
	}
	p.Log = make([]model.LogEntry, model.MostLogged)
	if _, err := Write(p, model.LogEntry{Task: id, What: model.LogStarted}); err == nil {
		t.Error("a full log took one more")
	}
}

// TestAPlanIsNotChanged: what Write gives is another plan.
func TestAPlanIsNotChanged(t *testing.T) {
	p := full()
	id := at(t, *p, Scope{}, "22:00").Tasks[0].ID
	first := played(t, p, "22:00 started "+id)
	one, two := played(t, &first, "22:01 done "+id), played(t, &first, "22:02 failed "+id+": no")
	if len(p.Log) != 0 || len(first.Log) != 1 || one.Log[1].What != model.LogDone || two.Log[1].What != model.LogFailed {
		t.Error("an earlier plan was changed")
	}
}

// TestAnyLog: whatever stands in a log is read without a panic, and no time is negative.
func TestAnyLog(t *testing.T) {
	p := full()
	names := append(ids(at(t, *p, Scope{}, "22:00").Tasks[:4]), "", "gone")
	whats := append(model.LogWhats.Words(), model.Word{Value: model.Unsure})
	seed := uint32(1)
	random := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>8) % n }
	for range 300 {
		p.Log = nil
		for range random(30) {
			p.Log = append(p.Log, model.LogEntry{Task: names[random(len(names))], What: model.LogWhat(whats[random(len(whats))].Value), At: clock(t, "22:00").Add(time.Duration(random(3000)-1500) * time.Minute)})
		}
		r := at(t, *p, Scope{}, "22:00")
		r.Next()
		r.Waits()
		for _, round := range r.Rounds {
			if round.Worked < 0 || round.Waited < 0 || round.Window > round.End {
				t.Fatalf("%+v of %+v", round, p.Log)
			}
		}
	}
}

// TestCountsAreOfTasks: a task that failed twice failed once, one that was done and taken
// back is not done in any window, and a back-out that failed is no failed task.
func TestCountsAreOfTasks(t *testing.T) {
	p := full()
	list := at(t, *p, Scope{}, "22:00").Tasks
	a, b, c := list[0].ID, list[1].ID, list[2].ID
	plan := played(t, p, "22:00 started "+a, "22:05 failed "+a+": no", "22:06 started "+a, "22:07 failed "+a+": no", "22:08 started "+b, "22:10 done "+b,
		"22:11 started "+c, "22:12 done "+c, "+1 21:00 backing-out "+b, "+1 21:05 backed-out "+b, "+1 21:06 backing-out "+c, "+1 21:08 failed "+c+": locked")
	r := at(t, plan, Scope{}, "+1 21:10")
	for window, want := range []string{"1 failed, 1 backed out, 1 back-out failed", "2 done and taken up again later, 1 failed", "1 backed out, 1 back-out failed"} {
		if got := Counts(r.Rounds, window); got != want {
			t.Errorf("window %d: %s, want %s", window, got, want)
		}
	}
	if note := entryOf(plan.Tasks, c).Note; note != "Back-out failed 2026-11-30 21:08: locked" {
		t.Errorf("noted as %q", note)
	}
}

// TestEarlyIsWhatTheLogProves.
func TestEarlyIsWhatTheLogProves(t *testing.T) {
	p := full()
	r := at(t, *p, Scope{}, "22:00")
	i := slices.IndexFunc(r.Tasks, func(t Task) bool { return len(t.After) == 1 })
	late, first := r.Tasks[i].ID, r.Tasks[i].After[0]
	for _, test := range []struct {
		lines []string
		early bool
	}{
		{[]string{"22:00 started " + late}, true},
		{[]string{"22:00 started " + late, "22:05 done " + late, "22:06 started " + first, "22:07 done " + first}, true},
		{[]string{"22:00 started " + first, "22:01 done " + first, "22:02 started " + late}, false},
		{[]string{"22:00 started " + first, "22:01 done " + first, "22:02 started " + late, "22:03 backing-out " + first, "22:04 backed-out " + first}, false},
		{[]string{"22:02 started " + late, "22:03 backing-out " + first, "22:04 backed-out " + first}, false},
		{[]string{"22:00 skipped " + late + ": no"}, false},
	} {
		ran := at(t, played(t, p, test.lines...), Scope{}, "23:00")
		round := ran.Rounds[slices.IndexFunc(ran.Rounds, func(o Round) bool { return o.Task == late })]
		if got := len(ran.Early(round)) > 0; got != test.early {
			t.Errorf("%v: early is %v", test.lines, got)
		}
	}
}

// TestBackOutEndsWhatWaits: the task does not wait any longer, and its name stays.
func TestBackOutEndsWhatWaits(t *testing.T) {
	p := full()
	id := at(t, *p, Scope{}, "22:00").Tasks[0].ID
	plan := played(t, p, "22:00 started "+id, "22:05 waiting "+id, "22:09 backing-out "+id)
	plan.Log[1].By = ""
	if round := at(t, plan, Scope{}, "22:10").Rounds[0]; !round.Left || round.Ended.IsZero() || round.By != "Anna" {
		t.Errorf("%+v", round)
	}
}

// TestTakeBack: what was a mistake stays in the log and counts no more, the task is as it
// was, and one entry after the other can be taken back.
func TestTakeBack(t *testing.T) {
	p := full()
	id := at(t, *p, Scope{}, "22:00").Tasks[0].ID
	p.Tasks = []model.Progress{{ID: id, State: model.NotNeeded, Note: "not here"}}
	started := played(t, p, "22:00 started "+id)
	failed := played(t, &started, "22:10 failed "+id+": no")
	begun, ended := NewWritten(p, &started), NewWritten(&started, &failed)
	if _, err := TakeBack(&failed, begun, model.LogEntry{At: clock(t, "22:11")}); err == nil {
		t.Error("an entry below another was taken back")
	}
	plan, err := TakeBack(&failed, ended, model.LogEntry{At: clock(t, "22:12"), By: "Bo"})
	if err != nil {
		t.Fatal(err)
	}
	now, _ := at(t, plan, Scope{}, "22:20").Task(id)
	if now.Standing != Running || now.Worked != 20*time.Minute || now.Item.Progress.State != model.Open || len(plan.Log) != 3 || plan.Log[1].What != model.LogFailed || plan.Log[2].What != model.LogTakenBack || plan.Log[2].By != "Bo" {
		t.Errorf("%+v, %+v", now.Round, plan.Log)
	}
	plan, err = TakeBack(&plan, begun, model.LogEntry{At: clock(t, "22:21")})
	if err != nil || entryOf(plan.Tasks, id) != p.Tasks[0] || len(New(&plan, nil, Scope{}, clock(t, "22:22")).Rounds) != 0 {
		t.Errorf("%v, %+v", err, plan.Tasks)
	}
	changed := failed
	changed.Tasks = []model.Progress{{ID: id, State: model.Done}}
	if _, err := TakeBack(&changed, ended, model.LogEntry{At: clock(t, "22:12")}); err == nil {
		t.Error("what was said since in the checklist was lost")
	}
}
