package judge

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/slow"
)

// TestVerdictOfEveryMix goes through every set of severities and outcomes.
func TestVerdictOfEveryMix(t *testing.T) {
	var kinds []rules.Finding
	for _, s := range model.Severities {
		for _, o := range []rules.OutcomeWord{rules.Broken, rules.Unclear, rules.Planned} {
			kinds = append(kinds, rules.Finding{Severity: s.Value, Outcome: o})
		}
	}
	for set := range 1 << len(kinds) {
		var findings []rules.Finding
		there := map[string]bool{}
		for i, kind := range kinds {
			if set&(1<<i) != 0 {
				findings = append(findings, kind)
				there[string(kind.Severity)+" "+string(kind.Outcome)] = true
			}
		}
		want := Verdict("ready")
		for _, step := range [][2]string{{"warning broken", "ready-with-warnings"}, {"blocker unknown", "incomplete"}, {"blocker broken", "blocked"}} {
			if there[step[0]] {
				want = Verdict(step[1])
			}
		}
		if got := verdictOf(findings); got != want {
			t.Errorf("%v: %s, want %s", there, got, want)
		}
	}
}

func TestVerdictOfPlans(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		want   Verdict
	}{
		{"a good plan", nil, IsReady},
		{"tasks are left", func(p *model.Plan) { p.Entra.SiteIntegrated, p.ClientSettings.UseCMG = model.No, "" }, IsReady},
		{"advice is not taken", plantest.NameOfAzure, IsReady},
		{"advice is not known yet", func(p *model.Plan) { p.Site.TopLevel = "" }, IsReady},
		{"a warning is not known yet", func(p *model.Plan) { p.Gateway.VMSize = model.SizeStandard; p.Token.RolloutDays = model.UnsureNumber }, IsReady},
		{"a warning is broken", plantest.AllEnhancedHTTP, ReadyWarnings},
		{"a blocker is not known yet", func(p *model.Plan) { p.Gateway.Region = "" }, IsIncomplete},
		{"a warning is broken and a blocker not known yet", plantest.Both(plantest.AllEnhancedHTTP, func(p *model.Plan) { p.Gateway.Region = "" }), IsIncomplete},
		{"a blocker is broken", func(p *model.Plan) { p.PKI.CRLPublic = model.No }, IsBlocked},
		{"a blocker is broken, another not known yet", func(p *model.Plan) { p.PKI.CRLPublic, p.Gateway.Region = model.No, "" }, IsBlocked},
		{"an empty plan", func(p *model.Plan) { *p = model.Plan{} }, IsIncomplete},
	} {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		if got := Plan(*p).Verdict; got != c.want {
			t.Errorf("%s: %s, want %s", c.says, got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	o := Judgement{Findings: []rules.Finding{{Severity: model.Blocker, Outcome: rules.Broken}, {Severity: model.Blocker, Outcome: rules.Broken}, {Severity: model.Advice, Outcome: rules.Broken}}}
	if o.Count(model.Blocker, rules.Broken) != 2 || o.Count(model.Advice, rules.Broken) != 1 || o.Count(model.Warning, rules.Broken) != 0 {
		t.Error("findings are counted wrongly")
	}
}

func openKeys(p *model.Plan) []string {
	keys := []string{}
	for _, item := range Plan(*p).Open {
		keys = append(keys, item.Key)
	}
	return keys
}

func TestOpenItems(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		want   []string
	}{
		{"a good plan has none", nil, []string{}},
		{"unsure is open even where no rule asks", func(p *model.Plan) { p.PKI.Issuer = model.Unsure }, []string{"pki.issuer"}},
		{"absent is not open where no rule asks", func(p *model.Plan) { p.PKI.Issuer = "" }, []string{}},
		{"absent is open where a rule is unknown", func(p *model.Plan) { p.PKI.CRLPublic = "" }, []string{"pki.crl_public"}},
		{"absent is not open where a task settles it", func(p *model.Plan) { p.Entra.SiteIntegrated = "" }, []string{}},
		{"unsure is open where a task settles it too", func(p *model.Plan) { p.Entra.SiteIntegrated = model.Unsure }, []string{"entra.site_integrated"}},
		{"what is missing for a mode", func(p *model.Plan) { p.ManagementPoints[0].Clients = "" }, []string{"management_points[0].clients"}},
		{"a site without security", func(p *model.Plan) { p.Site.Security = "" }, []string{"site.security"}},
		{"lists without an entry", func(p *model.Plan) { p.Devices, p.ManagementPoints, p.ConnectionPoints = nil, nil, nil },
			[]string{"devices", "management_points", "connection_points"}},
		{"in file order", func(p *model.Plan) { p.Gateway.Region, p.Site.Code, p.PKI.Available = "", model.Unsure, model.Unsure },
			[]string{"site.code", "pki.available", "gateway.region"}},
		{"the roll-out is not known yet, the lifetime is the tool's own", plantest.Both(plantest.NoLifetime, func(p *model.Plan) { p.Token.RolloutDays = model.UnsureNumber }),
			[]string{"token.rollout_days"}},
	} {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		if got := openKeys(p); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

// TestOpenItemsAreThoseThatDecide gives every absent answer in turn: it must be
// open if, and only if, that turns a rule from unknown to decided.
func TestOpenItemsAreThoseThatDecide(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(8))
	for n := range slow.Rounds(60) {
		p := plantest.RandomPlan(random)
		if n%2 == 0 {
			p = plantest.Thinned(plantest.GoodPlan(), random)
		}
		open := openKeys(p)
		for _, f := range p.Fields() {
			want := f.Unsure() || !f.Given() && decides(p, f)
			if got := slices.Contains(open, f.Key); got != want {
				t.Errorf("plan %d: %s = %q is open: %v, want %v", n, f.Key, f.Text(), got, want)
			}
		}
	}
}

// decides reports whether some answer to the field settles a rule that is
// unknown without it, once a management point that lacks a host has one. The
// field is absent before and after.
func decides(p *model.Plan, f model.Field) bool {
	defer nameHost(p, f)()
	before := outcomes(p)
	list, membership := plantest.Memberships[f.Key[strings.LastIndex(f.Key, ".")+1:]]
	defer f.Clear()
	for _, answer := range plantest.AnswersOf(f) {
		if err := f.Set(answer); err != nil {
			panic(err)
		}
		for key, outcome := range outcomes(p) {
			decided := outcome == rules.Holds || outcome == rules.Broken
			rule, _, _ := strings.Cut(key, " ")
			if decided && before[key] == rules.Unclear && (!membership || slices.Contains(list, rule)) {
				return true
			}
		}
	}
	return false
}

// nameHost names the management point of a "cmg_traffic" for as long as it takes
// to try: that answer and the host decide together.
func nameHost(p *model.Plan, f model.Field) func() {
	entry, found := strings.CutSuffix(f.Key, ".cmg_traffic")
	host, _ := p.Field(entry + ".host")
	if !found || host.Given() {
		return func() {}
	}
	if err := host.Set("server.contoso.com"); err != nil {
		panic(err)
	}
	return host.Clear
}

// outcomes are those of every rule by rule and subject.
func outcomes(p *model.Plan) map[string]rules.OutcomeWord {
	words := map[string]rules.OutcomeWord{}
	for _, f := range rules.AllFindings(p) {
		words[f.Rule+" "+f.Subject] = f.Outcome
	}
	return words
}

func TestOpenItemsNameTeamAndQuestion(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(9))
	for n := range slow.Rounds(1000) {
		p := plantest.RandomPlan(random)
		for _, item := range Plan(*p).Open {
			if model.Teams.Label(item.Owner) == string(item.Owner) {
				t.Fatalf("plan %d: %s belongs to the team %q", n, item.Key, item.Owner)
			}
			if f, ok := p.Field(item.Key); ok && f.Team != item.Owner {
				t.Fatalf("plan %d: %s belongs to %s, not %s", n, item.Key, f.Team, item.Owner)
			}
			if !strings.HasSuffix(item.Question, "?") || item.Question == "?" {
				t.Fatalf("plan %d: %s has the question %q", n, item.Key, item.Question)
			}
		}
	}
}

func TestOpenItemsNameTheirEntry(t *testing.T) {
	p := plantest.GoodPlan()
	p.Devices[0].Method, p.ManagementPoints[1].CMGTraffic, p.ConnectionPoints[0].Host = model.Unsure, model.Unsure, model.Unsure
	want := []string{
		"Hybrid joined: How will they authenticate on the internet?",
		"mp2.contoso.com: Will it serve clients through the CMG?",
		"Connection point 1: What is the full host name of its server?",
	}
	var got []string
	for _, item := range Plan(*p).Open {
		got = append(got, item.Question)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEveryFindingHasSourceAndFix(t *testing.T) {
	random := rand.New(rand.NewSource(10))
	for n := range slow.Rounds(1000) {
		for _, f := range rules.Findings(plantest.RandomPlan(random)) {
			if f.Fix == "" || f.Title == "" || len(f.Sources) == 0 || !strings.HasPrefix(f.Sources[0].URL, "https://") {
				t.Fatalf("plan %d: %s has no title, fix or source: %+v", n, f.Rule, f)
			}
		}
	}
}

func TestListsOfAnOutcomeAreNeverNil(t *testing.T) {
	o := Plan(model.Plan{})
	for name, list := range map[string]any{"points": o.Points, "devices": o.Devices, "findings": o.Findings, "open": Plan(*plantest.GoodPlan()).Open} {
		if reflect.ValueOf(list).IsNil() {
			t.Errorf("%s is nil: it must be an empty list", name)
		}
	}
}

func TestJudgeIsSteadyAndLeavesThePlanAlone(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(11))
	for n := range slow.Rounds(300) {
		p := plantest.RandomPlan(random)
		kept := *p
		kept.Answers = p.Clone()
		first, second := Plan(*p), Plan(*p)
		if !reflect.DeepEqual(first, second) {
			t.Fatalf("plan %d: two outcomes of one plan", n)
		}
		if NewChecklist(*p, time.Unix(0, 0)); !reflect.DeepEqual(*p, kept) {
			t.Fatalf("plan %d was changed", n)
		}
	}
}

// TestOneMoreAnswerDecidesMore: what is decided stays decided when one more
// answer is given. It does not hold for the memberships: a management point
// more can bring a mode that is not known yet.
func TestOneMoreAnswerDecidesMore(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(12))
	for n := range slow.Rounds(1500) {
		p := plantest.RandomPlan(random)
		fields := p.Fields()
		if len(fields) == 0 {
			continue
		}
		f := fields[random.Intn(len(fields))]
		_, membership := plantest.Memberships[f.Key[strings.LastIndex(f.Key, ".")+1:]]
		if membership || f.Given() && !f.Unsure() {
			continue
		}
		before, was := decided(p), f.Text()
		answers := plantest.AnswersOf(f)
		answer := answers[random.Intn(len(answers))]
		if err := f.Set(answer); err != nil {
			t.Fatal(err)
		}
		after := decided(p)
		for what, decided := range before {
			if later, there := after[what]; decided && there && !later {
				t.Errorf("plan %d: %s from %q to %q makes %s undecided", n, f.Key, was, answer, what)
			}
		}
	}
}

// decided says of everything that an outcome can leave open whether it is.
func decided(p *model.Plan) map[string]bool {
	words := map[string]bool{}
	for key, outcome := range outcomes(p) {
		words["the rule "+key] = outcome != rules.Unclear && outcome != rules.NotAsked
	}
	for _, r := range rules.Requirements(p) {
		words["the requirement "+r.Name] = r.Need != rules.NeedUnknown
	}
	for i, d := range p.DeviceOutcomes() {
		words[fmt.Sprintf("the device %d %s", i, d.Location)] = d.Supported != "unknown"
	}
	return words
}

func TestHostileTextNeverGetsOut(t *testing.T) {
	t.Parallel()
	for _, text := range plantest.HostileTexts {
		p := plantest.GoodPlan()
		p.Name = text
		plantest.WriteIntoTexts(p, text)
		plantest.CheckClean(t, reflect.ValueOf(Plan(*p)), fmt.Sprintf("outcome of %q", text))
		plantest.CheckClean(t, reflect.ValueOf(NewChecklist(*p, time.Unix(0, 0))), fmt.Sprintf("checklist of %q", text))
	}
}

// TestHostileTextInOpenItems: open items carry the names of entries.
func TestHostileTextInOpenItems(t *testing.T) {
	for _, text := range plantest.HostileTexts {
		p := plantest.GoodPlan()
		for i := range p.Devices {
			p.Devices[i].Name, p.Devices[i].Method = text, model.Unsure
		}
		p.ManagementPoints[0].Host, p.ManagementPoints[0].Clients = text, model.Unsure
		p.ConnectionPoints[0].Host, p.ConnectionPoints[0].ClientCertificate = text, model.Unsure
		plantest.CheckClean(t, reflect.ValueOf(Plan(*p)), fmt.Sprintf("outcome of %q", text))
	}
}
