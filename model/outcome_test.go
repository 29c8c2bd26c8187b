package model

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"cmgwizard/model/slow"
)

// TestVerdictOfEveryMix goes through every set of severities and outcomes.
func TestVerdictOfEveryMix(t *testing.T) {
	var kinds []Finding
	for _, s := range Severities {
		for _, o := range []OutcomeWord{Broken, Unclear, Planned} {
			kinds = append(kinds, Finding{Severity: s.Value, Outcome: o})
		}
	}
	for set := range 1 << len(kinds) {
		var findings []Finding
		there := map[string]bool{}
		for i, kind := range kinds {
			if set&(1<<i) != 0 {
				findings = append(findings, kind)
				there[string(kind.Severity)+" "+string(kind.Outcome)] = true
			}
		}
		want := VerdictWord("ready")
		for _, step := range [][2]string{{"warning broken", "ready-with-warnings"}, {"blocker unknown", "incomplete"}, {"blocker broken", "blocked"}} {
			if there[step[0]] {
				want = VerdictWord(step[1])
			}
		}
		if got := verdict(findings); got != want {
			t.Errorf("%v: %s, want %s", there, got, want)
		}
	}
}

func TestVerdictOfPlans(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*Plan)
		want   VerdictWord
	}{
		{"a good plan", nil, IsReady},
		{"tasks are left", func(p *Plan) { p.Entra.SiteIntegrated, p.ClientSettings.UseCMG = No, "" }, IsReady},
		{"advice is not taken", nameOfAzure, IsReady},
		{"advice is not known yet", func(p *Plan) { p.Site.TopLevel = "" }, IsReady},
		{"a warning is not known yet", func(p *Plan) { p.Gateway.VMSize = SizeStandard; p.Token.RolloutDays = UnsureNumber }, IsReady},
		{"a warning is broken", allEnhancedHTTP, ReadyWarnings},
		{"a blocker is not known yet", func(p *Plan) { p.Gateway.Region = "" }, IsIncomplete},
		{"a warning is broken and a blocker not known yet", both(allEnhancedHTTP, func(p *Plan) { p.Gateway.Region = "" }), IsIncomplete},
		{"a blocker is broken", func(p *Plan) { p.PKI.CRLPublic = No }, IsBlocked},
		{"a blocker is broken, another not known yet", func(p *Plan) { p.PKI.CRLPublic, p.Gateway.Region = No, "" }, IsBlocked},
		{"an empty plan", func(p *Plan) { *p = Plan{} }, IsIncomplete},
	} {
		p := goodPlan()
		if c.change != nil {
			c.change(p)
		}
		if got := Judge(*p).Verdict; got != c.want {
			t.Errorf("%s: %s, want %s", c.says, got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	o := Outcome{Findings: []Finding{{Severity: Blocker, Outcome: Broken}, {Severity: Blocker, Outcome: Broken}, {Severity: Advice, Outcome: Broken}}}
	if o.Count(Blocker, Broken) != 2 || o.Count(Advice, Broken) != 1 || o.Count(Warning, Broken) != 0 {
		t.Error("findings are counted wrongly")
	}
}

func openKeys(p *Plan) []string {
	keys := []string{}
	for _, item := range Judge(*p).Open {
		keys = append(keys, item.Key)
	}
	return keys
}

func TestOpenItems(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*Plan)
		want   []string
	}{
		{"a good plan has none", nil, []string{}},
		{"unsure is open even where no rule asks", func(p *Plan) { p.PKI.Issuer = Unsure }, []string{"pki.issuer"}},
		{"absent is not open where no rule asks", func(p *Plan) { p.PKI.Issuer = "" }, []string{}},
		{"absent is open where a rule is unknown", func(p *Plan) { p.PKI.CRLPublic = "" }, []string{"pki.crl_public"}},
		{"absent is not open where a task settles it", func(p *Plan) { p.Entra.SiteIntegrated = "" }, []string{}},
		{"unsure is open where a task settles it too", func(p *Plan) { p.Entra.SiteIntegrated = Unsure }, []string{"entra.site_integrated"}},
		{"what is missing for a mode", func(p *Plan) { p.ManagementPoints[0].Clients = "" }, []string{"management_points[0].clients"}},
		{"a site without security", func(p *Plan) { p.Site.Security = "" }, []string{"site.security"}},
		{"lists without an entry", func(p *Plan) { p.Devices, p.ManagementPoints, p.ConnectionPoints = nil, nil, nil },
			[]string{"devices", "management_points", "connection_points"}},
		{"in file order", func(p *Plan) { p.Gateway.Region, p.Site.Code, p.PKI.Available = "", Unsure, Unsure },
			[]string{"site.code", "pki.available", "gateway.region"}},
		{"the roll-out is not known yet, the lifetime is the tool's own", both(noLifetime, func(p *Plan) { p.Token.RolloutDays = UnsureNumber }),
			[]string{"token.rollout_days"}},
	} {
		p := goodPlan()
		if c.change != nil {
			c.change(p)
		}
		if got := openKeys(p); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

// memberships are the answers that decide what a rule is about, not how it
// comes out: of all rules only those named here wait for them.
var memberships = map[string][]string{
	"internet": {"internet-device-present", "internet-use-known"}, "cmg_traffic": {"cmg-mp-present"},
	"internet_only": {"internet-only-with-ehttp"}, "on_premises": nil,
}

// TestOpenItemsAreThoseThatDecide gives every absent answer in turn: it must be
// open if, and only if, that turns a rule from unknown to decided.
func TestOpenItemsAreThoseThatDecide(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(8))
	for n := range slow.Rounds(60) {
		p := randomPlan(random)
		if n%2 == 0 {
			p = thinned(goodPlan(), random)
		}
		open := openKeys(p)
		for _, f := range p.Fields() {
			want := f.Unsure() || !f.Given() && p.decides(f)
			if got := slices.Contains(open, f.Key); got != want {
				t.Errorf("plan %d: %s = %q is open: %v, want %v", n, f.Key, f.Text(), got, want)
			}
		}
	}
}

// thinned takes some answers back, or makes them unsure.
func thinned(p *Plan, random *rand.Rand) *Plan {
	for _, f := range p.Fields() {
		switch random.Intn(12) {
		case 0:
			f.Clear()
		case 1:
			if err := f.Set(Unsure); err != nil {
				panic(err)
			}
		}
	}
	return p
}

// decides reports whether some answer to the field settles a rule that is
// unknown without it, once a management point that lacks a host has one. The
// field is absent before and after.
func (p *Plan) decides(f Field) bool {
	defer p.nameHost(f)()
	before := p.outcomes()
	rules, membership := memberships[f.Key[strings.LastIndex(f.Key, ".")+1:]]
	defer f.Clear()
	for _, answer := range answersOf(f) {
		if err := f.Set(answer); err != nil {
			panic(err)
		}
		for key, outcome := range p.outcomes() {
			decided := outcome == Holds || outcome == Broken
			rule, _, _ := strings.Cut(key, " ")
			if decided && before[key] == Unclear && (!membership || slices.Contains(rules, rule)) {
				return true
			}
		}
	}
	return false
}

// nameHost names the management point of a "cmg_traffic" for as long as it takes
// to try: that answer and the host decide together.
func (p *Plan) nameHost(f Field) func() {
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

func answersOf(f Field) []string {
	answers := []string{}
	for _, w := range f.Words() {
		answers = append(answers, w.Value)
	}
	switch {
	case f.Kind() == NumberField:
		return []string{"1", "2", "16"}
	case f.Kind() == ListField:
		return append(answers, "none")
	case len(answers) > 0:
		return answers
	}
	return []string{formExamples[f.tag.Get("check")]}
}

// formExamples keep the form that a text must have.
var formExamples = map[string]string{
	"": "contosocmg.contoso.com", "host": "server.contoso.com", "version": "2309", "site-code": "P01",
	"guid": "aaaabbbb-0000-cccc-1111-dddd2222eeee", "date": "2026-11-30",
}

// outcomes are those of every rule by rule and subject.
func (p *Plan) outcomes() map[string]OutcomeWord {
	words := map[string]OutcomeWord{}
	for _, f := range p.Judged() {
		words[f.Rule+" "+f.Subject] = f.Outcome
	}
	return words
}

func TestOpenItemsNameTeamAndQuestion(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(9))
	for n := range slow.Rounds(1000) {
		p := randomPlan(random)
		for _, item := range Judge(*p).Open {
			if Teams.Label(item.Owner) == string(item.Owner) {
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
	p := goodPlan()
	p.Devices[0].Method, p.ManagementPoints[1].CMGTraffic, p.ConnectionPoints[0].Host = Unsure, Unsure, Unsure
	want := []string{
		"Hybrid joined: How will they authenticate on the internet?",
		"mp2.contoso.com: Will it serve clients through the CMG?",
		"Connection point 1: What is the full host name of its server?",
	}
	var got []string
	for _, item := range Judge(*p).Open {
		got = append(got, item.Question)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEveryFindingHasSourceAndFix(t *testing.T) {
	random := rand.New(rand.NewSource(10))
	for n := range slow.Rounds(1000) {
		for _, f := range randomPlan(random).Findings() {
			if f.Fix == "" || f.Title == "" || len(f.Sources) == 0 || !strings.HasPrefix(f.Sources[0].URL, "https://") {
				t.Fatalf("plan %d: %s has no title, fix or source: %+v", n, f.Rule, f)
			}
		}
	}
}

func TestListsOfAnOutcomeAreNeverNil(t *testing.T) {
	o := Judge(Plan{})
	for name, list := range map[string]any{"points": o.Points, "devices": o.Devices, "findings": o.Findings, "open": Judge(*goodPlan()).Open} {
		if reflect.ValueOf(list).IsNil() {
			t.Errorf("%s is nil: it must be an empty list", name)
		}
	}
}

func TestJudgeIsSteadyAndLeavesThePlanAlone(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(11))
	for n := range slow.Rounds(300) {
		p := randomPlan(random)
		kept := *p
		kept.Answers = p.Clone()
		first, second := Judge(*p), Judge(*p)
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
		p := randomPlan(random)
		fields := p.Fields()
		if len(fields) == 0 {
			continue
		}
		f := fields[random.Intn(len(fields))]
		_, membership := memberships[f.Key[strings.LastIndex(f.Key, ".")+1:]]
		if membership || f.Given() && !f.Unsure() {
			continue
		}
		before, was := p.decided(), f.Text()
		answers := answersOf(f)
		answer := answers[random.Intn(len(answers))]
		if err := f.Set(answer); err != nil {
			t.Fatal(err)
		}
		after := p.decided()
		for what, decided := range before {
			if later, there := after[what]; decided && there && !later {
				t.Errorf("plan %d: %s from %q to %q makes %s undecided", n, f.Key, was, answer, what)
			}
		}
	}
}

// decided says of everything that an outcome can leave open whether it is.
func (p *Plan) decided() map[string]bool {
	words := map[string]bool{}
	for key, outcome := range p.outcomes() {
		words["the rule "+key] = outcome != Unclear && outcome != NotAsked
	}
	for _, r := range p.Requirements() {
		words["the requirement "+r.Name] = r.Need != NeedUnknown
	}
	for i, d := range p.DeviceOutcomes() {
		words[fmt.Sprintf("the device %d %s", i, d.Location)] = d.Supported != "unknown"
	}
	return words
}

// hostileTexts would do harm on a screen if they were shown as they are.
var hostileTexts = []string{
	"\x1b[31mred\x1b[0m", "\x1b]0;title\x07x", "a\nb\r\nc\td", "\x9b31mx", "\u009b31mx", "x\x00y", "\u202egnp.exe",
	"\xff\xfe", "\x1b", "a\u2028b", "\u200bzero", "*\x1b[2J.contoso.com", "\x1bP1$r\x1b\\x",
}

// writeIntoTexts sets every answer that is a free text, past the check of what
// somebody answers.
func writeIntoTexts(p *Plan, text string) {
	var write func(v reflect.Value)
	write = func(v reflect.Value) {
		switch {
		case v.Type() == reflect.TypeFor[string]():
			v.SetString(text)
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				write(v.Index(i))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					write(v.Field(i))
				}
			}
		}
	}
	write(reflect.ValueOf(&p.Answers).Elem())
}

func TestHostileTextNeverGetsOut(t *testing.T) {
	t.Parallel()
	for _, text := range hostileTexts {
		p := goodPlan()
		p.Name = text
		writeIntoTexts(p, text)
		checkClean(t, reflect.ValueOf(Judge(*p)), fmt.Sprintf("outcome of %q", text))
		checkClean(t, reflect.ValueOf(NewChecklist(*p, time.Unix(0, 0))), fmt.Sprintf("checklist of %q", text))
	}
}

// TestHostileTextInOpenItems: open items carry the names of entries.
func TestHostileTextInOpenItems(t *testing.T) {
	for _, text := range hostileTexts {
		p := goodPlan()
		for i := range p.Devices {
			p.Devices[i].Name, p.Devices[i].Method = text, Unsure
		}
		p.ManagementPoints[0].Host, p.ManagementPoints[0].Clients = text, Unsure
		p.ConnectionPoints[0].Host, p.ConnectionPoints[0].ClientCertificate = text, Unsure
		checkClean(t, reflect.ValueOf(Judge(*p)), fmt.Sprintf("outcome of %q", text))
	}
}

// passed are the types that hand on what somebody wrote: the plan itself, and
// what was noted about a task. Whoever prints them cleans them.
var passed = []reflect.Type{reflect.TypeFor[Plan](), reflect.TypeFor[Progress](), reflect.TypeFor[time.Time]()}

// checkClean walks through a value and looks at every string in it.
func checkClean(t *testing.T, v reflect.Value, path string) {
	t.Helper()
	if slices.Contains(passed, v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		if !isClean(v.String()) {
			t.Errorf("%s: %q", path, v.String())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			checkClean(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			checkClean(t, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.Map, reflect.Pointer, reflect.Interface, reflect.Func, reflect.Chan:
		t.Fatalf("%s is a %s: nobody looks into it", path, v.Kind())
	}
}

func isClean(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		joiner := r == '\u200c' || r == '\u200d'
		return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && !joiner || r == '\u2028' || r == '\u2029'
	})
}
