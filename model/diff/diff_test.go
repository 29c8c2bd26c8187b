package diff

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/slow"
)

// told is a difference in short lines: what a table can say of it.
func told(d Difference) []string {
	lines := []string{}
	add := func(words ...any) { lines = append(lines, strings.TrimSuffix(fmt.Sprintln(words...), "\n")) }
	for _, e := range d.Entries {
		add("entry", e.Mark, e.Key, e.Name)
	}
	for _, a := range d.Answers {
		add("answer", a.Key, a.Answer.Before.Value, ">", a.Answer.After.Value)
	}
	for _, f := range d.Findings {
		add("finding", f.Mark, f.Rule, f.Subject, f.Outcome.Before, ">", f.Outcome.After)
	}
	for _, t := range d.Tasks {
		add("task", t.Mark, t.ID)
		for _, p := range t.Progress {
			add("task", t.ID, p.What, p.Before, ">", p.After)
		}
		for _, l := range t.Wording {
			add("task", t.ID, l.Mark, l.Part)
		}
	}
	for _, c := range d.Decisions {
		add("decision", c.Title, c.Choice.Before, ">", c.Choice.After)
	}
	for _, r := range d.Requirements {
		add("requirement", r.Name, r.Need.Before, ">", r.Need.After)
	}
	for _, u := range d.Devices {
		add("device", u.Mark, u.Name, u.Location, u.Supported.Before, u.Scenarios.Before, ">", u.Supported.After, u.Scenarios.After)
	}
	for _, o := range d.Open {
		add("open", o.Mark, o.Key)
	}
	for _, e := range d.Evidence {
		add("evidence", e.Mark, e.File)
	}
	return lines
}

// fewPlan is goodPlan with times, progress and evidence.
func fewPlan() *model.Plan {
	p := plantest.GoodPlan()
	p.ID, p.Serial = "0b7c2f0e-1c5e-4d35-9f0a-5a7d0c8f3a11", 7
	p.Evidence = []model.Evidence{{Kind: model.CertificateEvidence, File: "root.cer", SHA256: "AA"}, {Kind: model.CertificateEvidence, File: "sub.cer", SHA256: "bb"}}
	p.Tasks = []model.Progress{{ID: "cmg-wizard", State: model.Blocked, Owner: "Anna", Note: "waits"}, {ID: "gone-task", State: model.Done, Title: "An old task"}}
	return p
}

func TestDiffTells(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*model.Plan)
		want   []string // among what is told
		only   bool     // and nothing else is
	}{
		{"an answer", func(p *model.Plan) { p.Gateway.Region = "westus" }, []string{"answer gateway.region westeurope > westus"}, false},
		{"an answer that hangs together with nothing", func(p *model.Plan) { p.Devices[0].Count = model.Num(2) }, []string{"answer devices[0].count 1000 > 2"}, true},
		{"an answer taken back", func(p *model.Plan) { p.PKI.KeyStorageProvider = "" }, []string{"answer pki.key_storage_provider yes > "}, true},
		{"an answer that settles a task, taken back", func(p *model.Plan) { p.Devices[0].Count = model.Number{} }, []string{
			"answer devices[0].count 1000 > ", "task changed plan-scale", "task plan-scale state done > open",
		}, false},
		{"an answer that is unsure", func(p *model.Plan) { p.Site.Security = model.Unsure }, []string{
			"answer site.security enhanced-http > unsure", "open added site.security", "finding added site-plain-http site.security holds > unknown",
			"requirement enhanced_http required > unknown", "decision Communication security of the site Enhanced HTTP > not known yet",
		}, false},
		{"words of a list", func(p *model.Plan) {
			p.Token.Registration = []model.Registration{model.InternalNetwork, model.BulkToken}
		},
			[]string{"answer token.registration bulk > internal-network,bulk"}, false},
		{"none of the words", func(p *model.Plan) { p.Token.Registration = []model.Registration{} }, []string{"answer token.registration bulk > none"}, false},
		{"a blocker", func(p *model.Plan) { p.Devices[0].Join = model.Workgroup }, []string{
			"answer devices[0].join hybrid > workgroup", "finding added entra-needs-join devices[0].join holds > broken",
			"device changed Workgroup (entry 1) internet yes [device user] > no []",
		}, false},
		{"another severity", func(p *model.Plan) { p.Token.LongestOfflineDays = model.Num(91) },
			[]string{"finding added token-offline token.longest_offline_days holds > broken"}, false},
		{"another method", func(p *model.Plan) { p.Devices[2].Method = model.ClientPKI }, []string{
			"answer devices[2].method token > pki", "decision Workgroup, on the internet Site-issued token > PKI certificate",
		}, false},
		{"a name", func(p *model.Plan) { p.Devices[1].Name = "Tills" }, []string{"answer devices[1].name  > Tills"}, true},
		{"a device inside only", func(p *model.Plan) { p.Devices[2].Internet = model.No },
			[]string{"device removed Workgroup internet yes [device] >  []"}, false},
		{"a device that goes", func(p *model.Plan) { p.Devices = slices.Delete(p.Devices, 0, 1) }, []string{
			"entry removed devices[0] Hybrid joined", "device removed Hybrid joined internet yes [device user] >  []",
		}, false},
		{"a management point that comes", func(p *model.Plan) {
			p.ManagementPoints = slices.Insert(p.ManagementPoints, 0, model.ManagementPoint{Host: "mp0.contoso.com", CMGTraffic: model.Yes, Clients: model.ConnectHTTP, InternetOnly: model.No})
		}, []string{
			"entry added management_points[0] mp0.contoso.com", "finding added mp-asp-net management_points[0].asp_net_45 skipped > planned",
		}, false},
		{"a host with another name", func(p *model.Plan) { p.ManagementPoints[0].Host = "other.contoso.com" },
			[]string{"answer management_points[0].host mp1.contoso.com > other.contoso.com"}, false},
		{"a host in capitals", func(p *model.Plan) { p.ConnectionPoints[0].Host = "CP1.contoso.com" },
			[]string{"answer connection_points[0].host cp1.contoso.com > CP1.contoso.com"}, false},
		{"the state of a task", func(p *model.Plan) { p.Tasks[0].State = model.Done }, []string{"task changed cmg-wizard", "task cmg-wizard state blocked > done"}, true},
		{"owner, day and note", func(p *model.Plan) { p.Tasks[0].Owner, p.Tasks[0].Due, p.Tasks[0].Note = "", "2026-12-01", "a\nb" }, []string{
			"task changed cmg-wizard", "task cmg-wizard owner Anna > ", "task cmg-wizard due  > 2026-12-01", "task cmg-wizard note waits > a\nb",
		}, true},
		{"a task that is no longer needed", func(p *model.Plan) { p.Tasks[1].Note = "kept" }, []string{"task changed gone-task", "task gone-task note  > kept"}, true},
		{"what was kept of it", func(p *model.Plan) { p.Tasks = p.Tasks[:1] }, []string{"task changed gone-task", "task gone-task state done > open"}, true},
		{"evidence", func(p *model.Plan) {
			p.Evidence = append(p.Evidence[1:], model.Evidence{File: "new.cer", SHA256: "cc"})
		},
			[]string{"evidence added new.cer", "evidence removed root.cer"}, true},
		{"the name of the plan", func(p *model.Plan) { p.Name = "Fabrikam" }, nil, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			changed := fewPlan()
			test.change(changed)
			d := Plans(*fewPlan(), *changed)
			got := told(d)
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("nothing says %q", want)
				}
			}
			if d.Same() || test.only && len(got) != len(test.want) || t.Failed() {
				t.Errorf("same %v; told is\n%s", d.Same(), strings.Join(got, "\n"))
			}
		})
	}
}

func TestDiffTellsOfVerdictAndName(t *testing.T) {
	old, changed := fewPlan(), fewPlan()
	changed.Name, changed.Site.Security = "Fabrikam\x1b[2J", model.PlainHTTP
	d := Plans(*old, *changed)
	if d.Verdict.After != judge.IsBlocked || !d.Verdict.Differs() || d.Name != (Change[string]{"Contoso", "Fabrikam"}) {
		t.Errorf("the verdict is %v, the name %v", d.Verdict, d.Name)
	}
}

func TestDiffTellsOfTextsOfTasks(t *testing.T) {
	old, changed := fewPlan(), fewPlan()
	changed.Gateway.ServiceName = "another.contoso.com"
	lines := []ChangedLine{}
	for _, task := range Plans(*old, *changed).Tasks {
		lines = append(lines, task.Wording...)
	}
	if len(lines) == 0 {
		t.Fatal("no task reads differently")
	}
	for _, line := range lines {
		name := map[Mark]string{MarkAdded: "another", MarkRemoved: "contosocmg"}[line.Mark]
		if !strings.Contains(line.Text, name) {
			t.Errorf("%s: %s", line.Mark, line.Text)
		}
	}
}

func TestLineage(t *testing.T) {
	const a, b = "0b7c2f0e-1c5e-4d35-9f0a-5a7d0c8f3a11", "1b7c2f0e-1c5e-4d35-9f0a-5a7d0c8f3a11"
	for _, test := range []struct {
		name, old, new       string
		oldSerial, newSerial int
		one                  bool
		older, none          Side
	}{
		{"versions in their order", a, a, 1, 2, true, OldSide, neitherSide},
		{"the wrong way round", a, strings.ToUpper(a), 2, 1, true, NewSide, neitherSide},
		{"the same serial", a, a, 2, 2, true, neitherSide, neitherSide},
		{"two plans", a, b, 1, 2, false, neitherSide, neitherSide},
		{"plans written by hand", "", "", 0, 1, false, neitherSide, BothSides},
		{"one that was never saved", "", a, 0, 1, false, neitherSide, OldSide},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := Plans(model.Plan{ID: test.old, Serial: test.oldSerial}, model.Plan{ID: test.new, Serial: test.newSerial})
			if d.Lineage.OnePlan != test.one || d.Lineage.Older != test.older || d.Lineage.NoID != test.none || !d.Same() {
				t.Errorf("got %+v, same %v", d.Lineage, d.Same())
			}
		})
	}
}

func TestWhatDoesNotMatter(t *testing.T) {
	old, changed := fewPlan(), fewPlan()
	changed.Serial, changed.Step, changed.Rules = 99, "pki", 3
	changed.Created, changed.Updated = time.Unix(1, 0), time.Unix(2, 0)
	old.Token.Registration = []model.Registration{model.BulkToken, model.InternalNetwork}
	changed.Token.Registration = []model.Registration{model.InternalNetwork, model.BulkToken}
	changed.Tasks[0].At, changed.Tasks[0].Title = time.Unix(3, 0), "Another title"
	slices.Reverse(changed.Evidence)
	slices.Reverse(changed.Tasks)
	changed.Evidence[1].SHA256 = "aa"
	if d := Plans(*old, *changed); !d.Same() {
		t.Errorf("told is\n%s", strings.Join(told(d), "\n"))
	}
}

// somePlan is random: thin, or with entries that can be told apart.
func somePlan(random *rand.Rand) *model.Plan {
	p := plantest.RandomPlan(random)
	if random.Intn(2) == 0 {
		p = plantest.Thinned(plantest.GoodPlan(), random)
	}
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = fmt.Sprintf("mp%d.contoso.com", i+random.Intn(2)*10)
	}
	for i := range p.ConnectionPoints {
		p.ConnectionPoints[i].Host = fmt.Sprintf("cp%d.contoso.com", i)
	}
	for i := range p.Devices {
		p.Devices[i].Name = fmt.Sprintf("Kind %d", i)
	}
	for _, item := range judge.Items(p, rules.Findings(p)) {
		if random.Intn(4) == 0 {
			p.Tasks = append(p.Tasks, model.Progress{ID: item.ID, State: model.TaskStates[random.Intn(len(model.TaskStates))].Value, Note: "note"})
		}
	}
	return p
}

func TestAPlanIsTheSameAsItself(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(21))
	for range slow.Rounds(25) {
		for _, p := range []*model.Plan{somePlan(random), plantest.RandomPlan(random)} {
			if d := Plans(*p, *plantest.Copied(p)); !d.Same() || len(told(d)) > 0 {
				t.Fatalf("it differs from itself:\n%s", strings.Join(told(d), "\n"))
			}
		}
	}
}

func TestOrderIsNoChange(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(22))
	for range slow.Rounds(25) {
		p := somePlan(random)
		q := plantest.Copied(p)
		shuffle(random, q.Devices)
		shuffle(random, q.ManagementPoints)
		shuffle(random, q.ConnectionPoints)
		shuffle(random, q.Tasks)
		if d := Plans(*p, *q); !d.Same() {
			t.Fatalf("another order is a change:\n%s\nfrom %+v\nto %+v", strings.Join(told(d), "\n"), p.Answers, q.Answers)
		}
	}
}

func shuffle[E any](random *rand.Rand, list []E) {
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// TestEveryAnswerIsTold changes one answer at a time: to nothing, and to one
// thing by chance that it can be.
func TestEveryAnswerIsTold(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(23))
	for n, p := range []*model.Plan{fewPlan(), somePlan(random), plantest.RandomPlan(random), {Answers: plantest.OnePlan().Answers}}[:slow.Rounds(4)] {
		for _, f := range p.Fields() {
			if n > 0 && random.Intn(4) > 0 { // the first plan is tried whole
				continue
			}
			texts := append(plantest.GoodTexts(f), "")
			for _, text := range []string{"", texts[random.Intn(len(texts))]} {
				q := plantest.Copied(p)
				g, _ := q.Field(f.Key)
				if err := g.Set(text); err != nil {
					t.Fatal(err)
				}
				if sameAnswer(f, g) {
					continue
				}
				d := Plans(*p, *q)
				i := slices.IndexFunc(d.Answers, func(a ChangedAnswer) bool { return a.Key == f.Key })
				if len(d.Answers) != 1 || i < 0 || d.Answers[i].Answer != (Change[Answer]{answerOf(f), answerOf(g)}) || d.Same() || len(d.Entries) > 0 {
					t.Fatalf("%s: %q > %q is told as\n%s", f.Key, f.Text(), text, strings.Join(told(d), "\n"))
				}
			}
		}
	}
}

// TestDiffMirrors compares both ways: what one adds the other removes.
func TestDiffMirrors(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(24))
	for n := range slow.Rounds(50) {
		p := somePlan(random)
		q := plantest.Thinned(plantest.Copied(p), random)
		if n%2 == 0 {
			q = somePlan(random)
		}
		there, back := mirrored(Plans(*p, *q)), sides(Plans(*q, *p))
		if !slices.Equal(there, back) {
			t.Fatalf("plan %d: there\n%s\nback\n%s", n, strings.Join(there, "\n"), strings.Join(back, "\n"))
		}
	}
}

// sides are what a difference says without keys and order, which are those of
// one plan.
func sides(d Difference) []string { return sidesOf(d, func(m Mark) Mark { return m }, false) }

func mirrored(d Difference) []string {
	return sidesOf(d, func(m Mark) Mark {
		return map[Mark]Mark{MarkAdded: MarkRemoved, MarkRemoved: MarkAdded, MarkChanged: MarkChanged}[m]
	}, true)
}

func sidesOf(d Difference, mark func(Mark) Mark, swap bool) []string {
	lines := []string{}
	add := func(what, old, new any) {
		if swap {
			old, new = new, old
		}
		lines = append(lines, fmt.Sprint(what, " ", old, " > ", new))
	}
	add("verdict", d.Verdict.Before, d.Verdict.After)
	for _, e := range d.Entries {
		lines = append(lines, fmt.Sprint(mark(e.Mark), e.Name, len(e.Answers)))
	}
	for _, a := range d.Answers {
		add(plantest.PlaceForm.ReplaceAllString(a.Key, ""), a.Answer.Before, a.Answer.After)
	}
	for _, f := range d.Findings {
		add(fmt.Sprint(mark(f.Mark), f.Rule, plantest.PlaceForm.ReplaceAllString(f.Subject, "")), fmt.Sprint(f.Outcome.Before, f.Severity.Before), fmt.Sprint(f.Outcome.After, f.Severity.After))
	}
	for _, task := range d.Tasks {
		lines = append(lines, fmt.Sprint(mark(task.Mark), task.ID))
		for _, p := range task.Progress {
			add(task.ID+string(p.What), p.Before, p.After)
		}
		for _, l := range task.Wording {
			lines = append(lines, fmt.Sprint(task.ID, mark(l.Mark), l.Part))
		}
	}
	for _, c := range d.Decisions {
		add("decision", c.Choice.Before, c.Choice.After)
	}
	for _, r := range d.Requirements {
		add(r.Name, r.Need.Before, r.Need.After)
	}
	for _, u := range d.Devices {
		add(fmt.Sprint(mark(u.Mark), u.Location), fmt.Sprint(u.Supported.Before, u.Scenarios.Before), fmt.Sprint(u.Supported.After, u.Scenarios.After))
	}
	for _, o := range d.Open {
		lines = append(lines, fmt.Sprint(mark(o.Mark), plantest.PlaceForm.ReplaceAllString(o.Key, "")))
	}
	slices.Sort(lines)
	return lines
}

func TestEntriesThatNothingTellsApart(t *testing.T) {
	old := &model.Plan{Answers: model.Answers{Devices: []model.Device{{Join: model.Workgroup, Count: model.Num(1)}, {Join: model.Workgroup, Count: model.Num(2)}, {}}}}
	changed := plantest.Copied(old)
	changed.Devices = []model.Device{{Join: model.EntraJoined}, {Join: model.Workgroup, Count: model.Num(3)}, {Join: model.Workgroup, Count: model.Num(1)}, {}, {}}
	want := []string{
		"entry added devices[0] Microsoft Entra joined", "entry added devices[4] Devices, entry 5",
		"answer devices[1].count 2 > 3",
	}
	if got := told(Plans(*old, *changed)); !slices.Equal(got[:min(3, len(got))], want) {
		t.Errorf("told is\n%s", strings.Join(got, "\n"))
	}
}

// TestDiffHasNoNulls fills nothing and everything: tools read lists, never null.
func TestDiffHasNoNulls(t *testing.T) {
	random := rand.New(rand.NewSource(25))
	plans := []*model.Plan{{}, fewPlan(), plantest.RandomPlan(random), somePlan(random)}
	for _, old := range plans {
		for _, changed := range plans {
			data, err := json.Marshal(Plans(*old, *changed))
			if err != nil || strings.Contains(string(data), "null") {
				t.Errorf("%v: %s", err, data)
			}
		}
	}
}

func TestHostileTextsAreClean(t *testing.T) {
	const evil = "a\x1b[31m\u202eb\x07"
	old, changed := &model.Plan{Name: evil}, fewPlan()
	changed.Name = evil + "2"
	changed.Devices[0].Name, changed.ManagementPoints[0].Host = evil, evil
	changed.Tasks[0].Note, changed.Tasks[0].Owner, changed.Tasks[1].ID, changed.Tasks[1].Title = evil, evil, evil, evil
	changed.Evidence[0] = model.Evidence{Kind: evil, File: evil, SHA256: evil}
	for _, d := range []Difference{Plans(*old, *changed), Plans(*changed, *old), Plans(*fewPlan(), *changed)} {
		wantClean(t, reflect.ValueOf(d))
	}
}

func wantClean(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		if v.String() != model.CleanLines(v.String()) {
			t.Errorf("not clean: %q", v.String())
		}
	case reflect.Slice:
		for i := range v.Len() {
			wantClean(t, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			wantClean(t, v.Field(i))
		}
	}
}

// TestEntriesAreFoundAgain tells where entries of an old plan are in the new one.
func TestEntriesAreFoundAgain(t *testing.T) {
	for _, test := range []struct {
		name     string
		old, new model.Answers
		list     string
		want     []int
	}{
		{"devices by name, whatever their join", model.Answers{Devices: []model.Device{{Name: "A", Join: model.Workgroup}, {Name: "B", Join: model.HybridJoined}}},
			model.Answers{Devices: []model.Device{{Name: "B", Join: model.Workgroup}, {Name: "A", Join: model.HybridJoined}}}, "devices", []int{1, 0}},
		{"devices by name and join before the name alone", model.Answers{Devices: []model.Device{{Name: "A", Join: model.Workgroup, Count: model.Num(1)}, {Name: "A", Join: model.HybridJoined, Count: model.Num(1)}}},
			model.Answers{Devices: []model.Device{{Name: "A", Join: model.HybridJoined}, {Name: "A", Join: model.Workgroup}}}, "devices", []int{1, 0}},
		{"devices by join, one with a new name", model.Answers{Devices: []model.Device{{Join: model.Workgroup}, {Join: model.HybridJoined}}},
			model.Answers{Devices: []model.Device{{Name: "A", Join: model.HybridJoined}, {Join: model.Workgroup, Count: model.Num(1)}}}, "devices", []int{1, 0}},
		{"devices by their order among those of one join", model.Answers{Devices: []model.Device{{Join: model.Workgroup, Count: model.Num(1)}, {Join: model.Workgroup, Count: model.Num(2)}}},
			model.Answers{Devices: []model.Device{{Join: model.EntraJoined}, {Join: model.Workgroup, Count: model.Num(3)}, {Join: model.Workgroup, Count: model.Num(4)}}}, "devices", []int{1, 2}},
		{"devices that went", model.Answers{Devices: []model.Device{{Join: model.Workgroup}, {Join: model.HybridJoined}}}, model.Answers{Devices: []model.Device{{Join: model.HybridJoined}}}, "devices", []int{noPlace, 0}},
		{"points by host, in any case", model.Answers{ManagementPoints: []model.ManagementPoint{{Host: "a.b", Clients: model.ConnectHTTP}, {Host: "C.d"}}},
			model.Answers{ManagementPoints: []model.ManagementPoint{{Host: "c.D"}, {Host: "A.b"}}}, "management_points", []int{1, 0}},
		{"points that nobody knows by their order", model.Answers{ManagementPoints: []model.ManagementPoint{{Host: model.Unsure}, {Host: "a.b"}, {Clients: model.ConnectHTTP}}},
			model.Answers{ManagementPoints: []model.ManagementPoint{{Host: "a.b"}, {Host: "c.d"}, {Host: "e.f"}}}, "management_points", []int{1, 0, 2}},
		{"connection points by host, in any case", model.Answers{ConnectionPoints: []model.ConnectionPoint{{Host: "a.b"}, {Host: "C.d"}}},
			model.Answers{ConnectionPoints: []model.ConnectionPoint{{Host: "c.D"}, {Host: "A.b"}}}, "connection_points", []int{1, 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := matchPlans(&model.Plan{Answers: test.old}, &model.Plan{Answers: test.new})
			if got := m[test.list].toNew; !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
			back := matchPlans(&model.Plan{Answers: test.new}, &model.Plan{Answers: test.old})
			if !slices.Equal(back[test.list].toOld, m[test.list].toNew) || !slices.Equal(back[test.list].toNew, m[test.list].toOld) {
				t.Errorf("there %v and back %v", m[test.list], back[test.list])
			}
		})
	}
}

// TestWhatGoesTakesItsKeysAlong has an entry where another one was: what was
// said of one is not said of the other.
func TestWhatGoesTakesItsKeysAlong(t *testing.T) {
	old := &model.Plan{Answers: model.Answers{Devices: []model.Device{{Join: model.Workgroup, Internet: model.Yes, Method: model.Unsure}, {Join: model.HybridJoined, Internet: model.Yes, Method: model.Unsure}}}}
	changed := plantest.Copied(old)
	changed.Devices = changed.Devices[1:]
	got := told(Plans(*old, *changed))
	for _, want := range []string{"open removed devices[0].method", "finding removed internet-device-method devices[0].method unknown > skipped"} {
		if !slices.Contains(got, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	if n := strings.Count(strings.Join(got, "\n"), "devices[0].method"); n != 2 || t.Failed() {
		t.Errorf("told %d times:\n%s", n, strings.Join(got, "\n"))
	}
}

// TestLog: what was written since is told, and what only one of two plans has.
func TestLog(t *testing.T) {
	at := time.Date(2026, 11, 29, 22, 0, 0, 0, time.FixedZone("", 3600))
	started := model.LogEntry{Task: "pre-cm-role", What: model.LogStarted, At: at}
	note := model.LogEntry{What: model.LogNote, At: at, By: "Anna", Note: "hm"}
	old, new := *plantest.FullPlan(), *plantest.FullPlan()
	old.Log, new.Log = []model.LogEntry{started, note}, []model.LogEntry{started, started}
	d := Plans(old, new)
	if len(d.Log) != 2 || d.Log[0] != (ChangedLogEntry{MarkAdded, "pre-cm-role", model.LogStarted, "2026-11-29T22:00:00+01:00", "", ""}) || d.Log[1].Mark != MarkRemoved || d.Log[1].Note != "hm" || d.Same() {
		t.Errorf("%+v", d.Log)
	}
	if new.Log = old.Log; !Plans(old, new).Same() {
		t.Error("the same log is a change")
	}
}
