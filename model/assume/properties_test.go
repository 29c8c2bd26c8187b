package assume

import (
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/slow"
)

// generated tries a property on plans by chance: fleets of which answers are
// missing or others, and plans of any answers.
func generated(t *testing.T, rounds int, try func(t *testing.T, p model.Plan, random *rand.Rand)) {
	t.Helper()
	t.Parallel()
	random := rand.New(rand.NewSource(2911))
	for n := range slow.Rounds(rounds / 2) {
		p := *plantest.RandomPlan(random)
		if n%2 == 0 {
			p = nearFleet(t, random)
		}
		for _, f := range p.Fields() {
			if random.Intn(3) == 0 {
				f.Clear()
			}
		}
		if try(t, p, random); t.Failed() {
			t.Fatalf("round %d: %s", n, answersOf(&p))
		}
	}
}

// nearFleet is a fleet with some other answers.
func nearFleet(t *testing.T, random *rand.Rand) model.Plan {
	p := plantest.PlanOf(t, fleets[random.Intn(len(fleets))])
	fields := p.Fields()
	for range random.Intn(12) {
		f := fields[random.Intn(len(fields))]
		answers := plantest.AnswersOf(f)
		if f.Key == "site.version" {
			answers = []string{"2103", "2309", "2403", "2603", model.Unsure}
		}
		if err := f.Set(answers[random.Intn(len(answers))]); err != nil {
			t.Fatalf("%s: %v", f.Key, err)
		}
	}
	return p
}

func answersOf(p *model.Plan) string {
	var lines []string
	for _, f := range p.Fields() {
		if f.Given() {
			lines = append(lines, f.Key+" = "+f.Text())
		}
	}
	return strings.Join(lines, "\n")
}

// with is the plan with another value of one key.
func with(t testing.TB, p model.Plan, key, value string) model.Plan {
	p.Answers = p.Answers.Clone()
	plantest.SetKey(t, &p, key, value)
	return p
}

// openTasks are the IDs of what is still to be done.
func openTasks(p model.Plan) []string {
	var ids []string
	for _, i := range judge.Items(&p, rules.Findings(&p)) {
		if i.Progress.State.Pending() {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

func missingOf(of, in []string) []string {
	return slices.DeleteFunc(slices.Clone(of), func(id string) bool { return slices.Contains(in, id) })
}

// mayDropTasks are the keys that may take a task away and are not to be
// confirmed: who makes the apps is a choice, and the version settles the other.
var mayDropTasks = []string{"entra.apps", "gateway.classic_present"}

func TestNoAssumptionDropsATaskUnseen(t *testing.T) {
	generated(t, 300, func(t *testing.T, p model.Plan, _ *rand.Rand) {
		p = Plan(p)
		have := openTasks(p)
		for _, a := range List(&p) {
			if a.Confirm || slices.Contains(mayDropTasks, a.Key) {
				continue
			}
			lost := missingOf(openTasks(with(t, p, a.Key, model.Unsure)), have)
			if len(lost) > 0 && !isToday(p, a) {
				t.Errorf("%s = %s drops %v", a.Key, a.Value, lost)
			}
		}
	})
}

// isToday reports whether the site is to stay what somebody said it is: then its
// HTTPS is nothing to turn on.
func isToday(p model.Plan, a Assumption) bool {
	return a.Key == "site.security" && p.Site.SecurityNow == model.HTTPSOnly
}

// TestWhatStaysOpenKeepsItsTasks: where nothing is assumed, nothing loses a task
// that "unsure" would keep.
func TestWhatStaysOpenKeepsItsTasks(t *testing.T) {
	generated(t, 200, func(t *testing.T, p model.Plan, _ *rand.Rand) {
		p = Plan(p)
		have := openTasks(p)
		for _, f := range p.Fields() {
			if f.Given() {
				continue
			}
			if lost := missingOf(openTasks(with(t, p, f.Key, model.Unsure)), have); len(lost) > 0 {
				t.Errorf("%s is open and drops %v", f.Key, lost)
			}
		}
	})
}

// TestNoAssumptionMarksATaskDone: what is done is done by answers alone, those to
// be confirmed too.
func TestNoAssumptionMarksATaskDone(t *testing.T) {
	generated(t, 300, func(t *testing.T, p model.Plan, _ *rand.Rand) {
		assumed := Plan(p)
		for _, i := range judge.Plan(assumed).Items {
			if i.Progress.State.Pending() {
				continue
			}
			for _, a := range List(&assumed) {
				other := with(t, assumed, a.Key, model.Unsure)
				if slices.Contains(openTasks(other), i.ID) && !isToday(assumed, a) {
					t.Errorf("%s = %s marks %s done", a.Key, a.Value, i.ID)
				}
			}
		}
	})
}

// TestNeverAssumed are keys of which every value hides work or states what
// nobody knows.
func TestNeverAssumed(t *testing.T) {
	for _, key := range []string{
		"devices[].client_installed", "devices[].reaches_internal_network", "devices[].join", "devices[].count", "gateway.tls_inspection",
		"gateway.exists", "gateway.name_available", "gateway.intranet_clients", "gateway.service_name", "gateway.region", "gateway.certificate_source", "pki.available",
		"pki.crl_public", "token.longest_offline_days", "site.code", "site.version", "site.security_now", "entra.site_integrated", "entra.app_id_uri",
	} {
		if _, found := RowFor(key); found {
			t.Errorf("%s is filled in", key)
		}
	}
}

// TestEveryKindIsJudged: a kind of which only the join and the method are known
// is on the internet, and is judged.
func TestEveryKindIsJudged(t *testing.T) {
	p := plantest.PlanOf(t, hybridFleet+"devices[1].join = domain\ndevices[1].method = pki\n")
	before, p := openTasks(Plan(plantest.PlanOf(t, hybridFleet))), Plan(p)
	if p.Devices[1].Internet != model.Yes || len(openTasks(p)) < len(before)+10 || judge.Plan(p).Verdict != judge.IsIncomplete {
		t.Errorf("internet %q, %d tasks after %d, %s", p.Devices[1].Internet, len(openTasks(p)), len(before), judge.Plan(p).Verdict)
	}
	bare := plantest.PlanOf(t, hybridFleet)
	bare.Devices = append(bare.Devices, model.Device{})
	if v := judge.Plan(Plan(bare)).Verdict; v != judge.IsIncomplete {
		t.Errorf("an empty entry: %s", v)
	}
}

// TestAnEmptyEntryCompletesNothing: an entry of a list without its deciding
// answers completes no plan, whether anything is assumed about it or not.
func TestAnEmptyEntryCompletesNothing(t *testing.T) {
	entries := map[string]func(*model.Plan){
		"a kind of device":   func(p *model.Plan) { p.Devices = append(p.Devices, model.Device{}) },
		"a management point": func(p *model.Plan) { p.ManagementPoints = append(p.ManagementPoints, model.ManagementPoint{}) },
		"a connection point": func(p *model.Plan) { p.ConnectionPoints = append(p.ConnectionPoints, model.ConnectionPoint{}) },
	}
	emptied := map[string]func(*model.Plan){
		"a kind of device":   func(p *model.Plan) { p.Devices = nil },
		"a management point": func(p *model.Plan) { p.ManagementPoints = nil },
		"a connection point": func(p *model.Plan) { p.ConnectionPoints = nil },
	}
	open := func(p model.Plan) bool {
		v := judge.Plan(p).Verdict
		return v == judge.IsBlocked || v == judge.IsIncomplete
	}
	generated(t, 150, func(t *testing.T, p model.Plan, random *rand.Rand) {
		for entry, add := range entries {
			without := *plantest.Copied(&p)
			if random.Intn(2) == 0 {
				emptied[entry](&without)
			}
			with := *plantest.Copied(&without)
			add(&with)
			if open(without) && !open(with) || open(Plan(without)) && !open(Plan(with)) {
				t.Errorf("%s that says nothing completes the plan", entry)
			}
		}
	})
	for entry, add := range entries {
		p := plantest.GoodPlan()
		emptied[entry](p)
		if add(p); !open(*p) || !open(Plan(*p)) {
			t.Errorf("%s alone says nothing, and the plan is complete", entry)
		}
	}
}

func TestWhatWasAssumedCountsForNothing(t *testing.T) {
	generated(t, 300, func(t *testing.T, p model.Plan, random *rand.Rand) {
		want := Plan(p)
		p.Answers = p.Answers.Clone()
		for _, f := range p.Fields() {
			answers := plantest.AnswersOf(f)
			if !f.Given() && random.Intn(3) == 0 {
				if err := f.Assume(answers[random.Intn(len(answers))]); err != nil {
					t.Fatal(err)
				}
			}
		}
		if got := Plan(p); !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n%s", answersOf(&got), answersOf(&want))
		}
		if again := Plan(want); !reflect.DeepEqual(again, want) {
			t.Error("twice is not once")
		}
	})
}

// TestTheOrderOfAnswersDoesNotMatter answers in any order, and assumes after
// each answer.
func TestTheOrderOfAnswersDoesNotMatter(t *testing.T) {
	generated(t, 300, func(t *testing.T, p model.Plan, random *rand.Rand) {
		want := Plan(p)
		got := Plan(model.Plan{Format: p.Format, Answers: model.Answers{
			Devices: make([]model.Device, len(p.Devices)), ManagementPoints: make([]model.ManagementPoint, len(p.ManagementPoints)),
			ConnectionPoints: make([]model.ConnectionPoint, len(p.ConnectionPoints)),
		}})
		fields := p.Fields()
		random.Shuffle(len(fields), func(i, j int) { fields[i], fields[j] = fields[j], fields[i] })
		for _, f := range fields {
			if f.Given() {
				got = Again(with(t, got, f.Key, f.Text()))
			}
		}
		got = Plan(got)
		if answersOf(&got) != answersOf(&want) {
			t.Errorf("%s\nwant\n%s", answersOf(&got), answersOf(&want))
		}
	})
}

// TestChoicesFitTogether: no way to register is left out that a kind needs.
func TestChoicesFitTogether(t *testing.T) {
	generated(t, 300, func(t *testing.T, p model.Plan, _ *rand.Rand) {
		p = Plan(p)
		if f, _ := p.Field("token.registration"); !f.Assumed() {
			return
		}
		for _, f := range rules.Findings(&p) {
			if f.Rule == "token-registration-https" || f.Rule == "bulk-lifetime-limit" && strings.Contains(string(p.Token.Assumed), "bulk_lifetime") {
				t.Errorf("%s %s: %s", f.Rule, f.Outcome, f.Detail)
			}
		}
	})
}

// TestAnUnknownVersionDropsNoTask: what some version keeps, an unknown one keeps.
func TestAnUnknownVersionDropsNoTask(t *testing.T) {
	generated(t, 300, func(t *testing.T, p model.Plan, _ *rand.Rand) {
		unknown := openTasks(Plan(with(t, p, "site.version", model.Unsure)))
		for _, v := range []string{"2103", "2111", "2309", "2403", "2503", "2603"} {
			lost := missingOf(openTasks(Plan(with(t, p, "site.version", v))), unknown)
			if slices.Contains(unknown, "srv-dotnet-48") { // it takes a part of that task
				lost = missingOf(lost, []string{"plan-cp-servers"})
			}
			lost = missingOf(lost, []string{rules.UpgradeSite, rules.InstallUpdates}) // to note the version comes first, and names them
			if len(lost) > 0 {
				t.Errorf("version %s has %v besides", v, lost)
			}
		}
	})
}

// TestAreasThatNobodyUsesHoldNothing: assumptions go with the last device that
// needs them.
func TestAreasThatNobodyUsesHoldNothing(t *testing.T) {
	needs := map[string]model.Method{
		"entra.identities": model.EntraID, "entra.network_location_policy": model.EntraID, "pki.key_bits": model.ClientPKI, "site.check_crl": model.ClientPKI,
		"gateway.verify_revocation": model.ClientPKI, "token.registration": model.SiteToken, "token.bulk_lifetime_minutes": model.SiteToken, "token.rollout_days": model.SiteToken,
	}
	generated(t, 300, func(t *testing.T, p model.Plan, random *rand.Rand) {
		p = Plan(p)
		if len(p.Devices) > 0 {
			p.Devices = slices.Delete(slices.Clone(p.Devices), 0, 1)
		}
		p = Plan(p)
		for _, a := range List(&p) {
			if m := needs[a.Key]; m != "" && !p.Uses(m) {
				t.Errorf("%s is assumed, and nobody uses %s", a.Key, m)
			}
		}
	})
}

// TestAnswersStay: what somebody said, "unsure" too, is neither changed nor
// called assumed, and what is confirmed is an answer.
func TestAnswersStay(t *testing.T) {
	generated(t, 300, func(t *testing.T, p model.Plan, random *rand.Rand) {
		after := Plan(p)
		for _, f := range p.Fields() {
			if g, _ := after.Field(f.Key); f.Given() && (g.Text() != f.Text() || g.Assumed()) {
				t.Errorf("%s: %s is %s, assumed: %v", f.Key, f.Text(), g.Text(), g.Assumed())
			}
		}
		confirmed := Confirm(after, Everything)
		if confirmed.AnyAssumed() || answersOf(&confirmed) != answersOf(&after) {
			t.Errorf("confirmed:\n%s\nwas\n%s", answersOf(&confirmed), answersOf(&after))
		}
		area := Areas()[random.Intn(len(Areas()))].ID
		part := Confirm(after, InArea(area))
		if answersOf(&part) != answersOf(&after) {
			t.Errorf("%s confirmed:\n%s\nwas\n%s", area, answersOf(&part), answersOf(&after))
		}
		for _, a := range List(&part) {
			if a.Area == area {
				t.Errorf("%s is still assumed", a.Key)
			}
		}
	})
}

// TestNoUsualFactHidesAFault: another value that would bring a blocker or a
// warning is of a key that is to be confirmed, or that another answer settles.
func TestNoUsualFactHidesAFault(t *testing.T) {
	generated(t, 200, func(t *testing.T, p model.Plan, _ *rand.Rand) {
		p = Plan(p)
		have := faults(p, model.Blocker, model.Warning)
		for _, a := range List(&p) {
			if a.Confirm || a.Kind == Choice {
				continue
			}
			f, _ := p.Field(a.Key)
			row, i, _ := rowOf(a.Key)
			for _, value := range plantest.AnswersOf(f) {
				if hidden := missingOf(faults(with(t, p, a.Key, value), model.Blocker, model.Warning), have); len(hidden) > 0 && !row.Settled.of(&p, i) {
					t.Errorf("%s = %s hides %v of %s", a.Key, a.Value, hidden, value)
				}
			}
		}
	})
}

// faults are the findings that only another answer changes.
func faults(p model.Plan, of ...model.Severity) []string {
	var list []string
	for _, f := range rules.Findings(&p) {
		if slices.Contains(of, f.Severity) && f.Outcome == rules.Broken {
			list = append(list, f.Rule+" "+f.Subject)
		}
	}
	return list
}

// decideWhatIsJudged are the keys without which a rule has nothing to judge: what
// it finds then is in the answers of a person.
var decideWhatIsJudged = []string{"devices[].internet", "devices[].method", "management_points[].cmg_traffic", "management_points[].clients"}

func anyPlace(key string) string { return plantest.PlaceForm.ReplaceAllString(key, "[]") }

// TestNothingIsBlockedByAnAssumption: what is blocked is blocked without them.
func TestNothingIsBlockedByAnAssumption(t *testing.T) {
	generated(t, 300, func(t *testing.T, p model.Plan, _ *rand.Rand) {
		p = Plan(p)
		for _, a := range List(&p) {
			other := with(t, p, a.Key, model.Unsure)
			lost := missingOf(faults(p, model.Blocker), faults(other, model.Blocker))
			if len(lost) > 0 && !isToday(p, a) && !slices.Contains(decideWhatIsJudged, anyPlace(a.Key)) {
				t.Errorf("%s = %s makes %v", a.Key, a.Value, lost)
			}
		}
	})
}

// TestAssumedValuesAreJudgedAsAnswers: only the words of findings differ, and
// what an answer says is done, and an assumption does not.
func TestAssumedValuesAreJudgedAsAnswers(t *testing.T) {
	generated(t, 300, func(t *testing.T, p model.Plan, _ *rand.Rand) {
		assumed := Plan(p)
		plain := Confirm(assumed, Everything)
		got, want := judge.Plan(assumed), judge.Plan(plain)
		for i := range got.Findings {
			for _, f := range []*rules.Finding{&got.Findings[i], &want.Findings[i]} {
				f.Detail, f.Problem, f.Sentence, f.Guessed, f.Unseen = "", "", "", false, false
			}
		}
		for i := range min(len(got.Items), len(want.Items)) {
			g, w := &got.Items[i].Progress, &want.Items[i].Progress
			if g.State != w.State && (g.State != model.Open || w.By != model.ByAnswer) {
				t.Errorf("%s is %s, and %s once confirmed", w.ID, g.State, w.State)
			}
			*g, *w = model.Progress{}, model.Progress{}
		}
		if !reflect.DeepEqual(got, want) {
			t.Error("an assumed value is judged otherwise than an answer")
		}
	})
}

// TestHandWrittenValuesAreAnswers: a value that is listed and is not what would
// be assumed was written by hand.
func TestHandWrittenValuesAreAnswers(t *testing.T) {
	p := Plan(plantest.PlanOf(t, hybridFleet))
	f, _ := p.Field("gateway.vm_instances")
	if err := f.Assume("3"); err != nil {
		t.Fatal(err)
	}
	Reclaim(&p)
	if got := Plan(p); f.Assumed() || text(t, &got, "gateway.vm_instances") != "3" {
		t.Error("the value is not taken for an answer")
	}
	if other, _ := p.Field("gateway.vm_size"); !other.Assumed() {
		t.Error("what is as it would be assumed is an answer now")
	}
	p = Plan(plantest.PlanOf(t, workgroupFleet))
	p.Devices[0].Join, p.Devices[0].Windows, p.Devices[0].Method = model.HybridJoined, model.Windows10, model.EntraID
	Reclaim(&p)
	if p = Plan(p); p.Token.Registration != nil || p.Token.RolloutDays.Given() {
		t.Error("what nobody uses any more stays")
	}
}
