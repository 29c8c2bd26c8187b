package explain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/guides"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/source"
	"cmgwizard/model/tasks"
	"cmgwizard/model/updates"
)

// explained is everything that can be explained, told for a plan.
func explained(p *model.Plan) []Explanation {
	var list []Explanation
	for _, s := range explainables() {
		list = append(list, s.explain(p, ""))
	}
	return list
}

func (e Explanation) lines(label string) []string {
	for _, f := range e.Facts {
		if f.Label == label {
			return texts(f.Lines)
		}
	}
	return nil
}

func texts(lines []model.Text) []string {
	list := make([]string, len(lines))
	for i, line := range lines {
		list[i] = line.String()
	}
	return list
}

// only is the one explanation of a kind under an ID.
func only(t *testing.T, p *model.Plan, id string, kind Kind) Explanation {
	t.Helper()
	for _, e := range Of(p, id) {
		if e.Kind == kind {
			return e
		}
	}
	t.Fatalf("%s: no %s of this ID is explained", id, kind)
	return Explanation{}
}

func TestEverythingListedIsExplained(t *testing.T) {
	listed := map[Kind][]string{}
	for _, topic := range Topics() {
		for _, entry := range topic.Entries {
			e := only(t, new(model.Plan), entry.ID, topic.Kind)
			if e.ID != entry.ID || e.Title != entry.Title || e.Topic != topic.Title {
				t.Errorf("%s %s is explained as %s: %s (%s)", topic.Kind, entry.ID, e.ID, e.Title, e.Topic)
			}
			listed[topic.Kind] = append(listed[topic.Kind], entry.ID)
		}
	}
	for kind, want := range map[Kind]int{
		RuleKind: len(rules.All()), TaskKind: len(tasks.All().Tasks), RequirementKind: len(rules.RequirementRows),
		ContradictionKind: len(rules.Contradictions), GuideKind: len(guides.All()), VersionKind: len(updates.Versions), SourceKind: len(source.All),
		AnswerKind: len(model.AnswerTables()) + len(plantest.OnePlan().Fields()) + len(explainableEvidence()),
	} {
		if len(listed[kind]) != want {
			t.Errorf("%d of kind %s are listed, want %d", len(listed[kind]), kind, want)
		}
	}
}

func TestNoTwoOfAKindShareAnID(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range explainables() {
		if key := string(s.kind) + " " + s.name; seen[key] {
			t.Errorf("%s is there twice", key)
		} else {
			seen[key] = true
		}
	}
}

func TestExplanationsSaySomething(t *testing.T) {
	t.Parallel()
	for name, p := range map[string]*model.Plan{"empty": {}, "good": plantest.GoodPlan()} {
		for _, e := range explained(p) {
			at := fmt.Sprintf("%s plan, %s %s", name, e.Kind, e.ID)
			if e.Title == "" || e.Topic == "" || len(e.Facts) == 0 {
				t.Errorf("%s: no title, topic or fact", at)
			}
			if len(e.Sources) == 0 && !slices.Contains([]Kind{AnswerKind, CodeKind, RemarkKind}, e.Kind) {
				t.Errorf("%s has no source", at)
			}
			for _, text := range e.statements() {
				if strings.TrimSpace(text) == "" || tasks.NameForm().MatchString(text) {
					t.Errorf("%s says %q", at, text)
				}
			}
		}
	}
}

// statements are all texts of an explanation.
func (e Explanation) statements() []string {
	list := []string{e.ID, e.Title}
	for _, f := range e.Facts {
		list = append(append(list, f.Label), texts(f.Lines)...)
	}
	for _, c := range e.Commands {
		list = append(list, c.Line)
	}
	for _, c := range e.Contradictions {
		list = append(append(list, c.ID, c.Title, c.Reading, string(c.Sure)), c.Says...)
	}
	return list
}

// wholeFacts are what an explanation of a kind must say.
var wholeFacts = map[Kind][]string{
	RuleKind:          {"Why", "When it applies", "Severity", "Answers that it looks at", "What to do"},
	TaskKind:          {"Team", "Required role", "When it is asked for", "Steps", tasks.ProofLabel, tasks.SkippedLabel},
	RequirementKind:   {"Why", "When it is required", "Where"},
	ContradictionKind: {"What the pages say", "What this program follows", "Confidence"},
	VersionKind:       {"What changes", "Numbers", "Support"},
	UpdateKind:        {"Takes"},
	GuideKind:         {"What to know", "What to do", "Tasks that belong to it"},
	SourceKind:        {"Address", "Read on", "Date that the page carries"},
}

// TestExplanationsAreWhole leaves out a column of rules in which no rule has a
// word.
func TestExplanationsAreWhole(t *testing.T) {
	empty := map[string]bool{
		"Why":                      !slices.ContainsFunc(rules.All(), func(r rules.Rule) bool { return r.Why != "" }),
		"When it applies":          !slices.ContainsFunc(rules.All(), func(r rules.Rule) bool { return r.When != "" }),
		"Answers that it looks at": !slices.ContainsFunc(rules.All(), func(r rules.Rule) bool { return len(r.Reads) > 0 }),
	}
	for _, e := range explained(new(model.Plan)) {
		for _, label := range wholeFacts[e.Kind] {
			if e.lines(label) == nil && !(e.Kind == RuleKind && empty[label]) {
				t.Errorf("%s %s does not say: %s", e.Kind, e.ID, label)
			}
		}
	}
}

// mentions are the facts that name others by their IDs.
var mentions = map[string]Kind{
	"Answers that it looks at": AnswerKind, "Answers in it": AnswerKind, "Rules that look at it": RuleKind,
	"Task that resolves it": TaskKind, "What comes before": TaskKind, "What waits for it": TaskKind,
	"Rules that plan it": RuleKind, "Rules that depend on it": RuleKind, "Tasks that depend on it": TaskKind,
	"Requirements that depend on it": RequirementKind, "Rules that cite it": RuleKind, "Tasks that cite it": TaskKind,
	"Requirements that cite it": RequirementKind, "Contradictions that cite it": ContradictionKind,
	"Versions that cite it": VersionKind, "Rules that name it": RuleKind, "Tasks that name it": TaskKind,
	"Tasks that differ": TaskKind, "Tasks that belong to it": TaskKind, "Rules that judge it": RuleKind,
	"Guides that cite it": GuideKind, "Guide that says more": GuideKind,
}

func TestWhatIsMentionedCanBeExplained(t *testing.T) {
	t.Parallel()
	for _, e := range explained(new(model.Plan)) {
		for label, kind := range mentions {
			for _, line := range e.lines(label) {
				id, _, titled := strings.Cut(line, ": ")
				if _, known := findExplainable(kind, id); !known || !titled {
					t.Errorf("%s %s, %s: %q is no %s that can be explained", e.Kind, e.ID, label, line, kind)
				}
			}
		}
		for _, c := range e.Contradictions {
			only(t, new(model.Plan), c.ID, ContradictionKind)
		}
	}
}

// TestMentionsGoBothWays: pages name the rules and tasks that cite them, and
// answers the rules that look at them.
func TestMentionsGoBothWays(t *testing.T) {
	t.Parallel()
	p := new(model.Plan)
	check := func(id string, kind Kind, label, from string) {
		line := named(p, mentions[label], from)[0]
		if got := only(t, p, id, kind).lines(label); !slices.Contains(got, line) {
			t.Errorf("%s %s, %s: %q, want %q among them", kind, id, label, got, line)
		}
	}
	for _, r := range rules.All() {
		for _, c := range r.Cites {
			check(c.Source(), SourceKind, "Rules that cite it", r.ID)
		}
		for _, read := range r.Reads {
			check(read, AnswerKind, "Rules that look at it", r.ID)
		}
	}
	for _, task := range tasks.All().Tasks {
		for _, c := range task.Cites {
			check(c.Source(), SourceKind, "Tasks that cite it", task.ID)
		}
	}
	for _, r := range rules.RequirementRows {
		for _, c := range r.Cites {
			check(c.Source(), SourceKind, "Requirements that cite it", r.Name)
		}
	}
}

func TestSpellingsOfIDs(t *testing.T) {
	for id, want := range map[string][]string{
		"site-pki-option":      {"rule site-pki-option", "task site-pki-option", "requirement site_pki_option"},
		"SITE_PKI_Option":      {"rule site-pki-option", "task site-pki-option", "requirement site_pki_option"},
		" crl-public ":         {"rule crl-public"},
		"enhanced-http":        {"requirement enhanced_http", "source enhanced-http"},
		"2403":                 {"version 2403"},
		"site.security":        {"answer site.security"},
		"devices.method":       {"answer devices.method"},
		"devices[].method":     {"answer devices.method"},
		"devices[12].method":   {"answer devices.method"},
		"connection_points":    {"answer connection_points"},
		"connection-points[0]": {"answer connection_points"},
		"crl-public[0]":        {},
		"crl":                  {},
		"":                     {},
	} {
		got := []string{}
		for _, e := range Of(new(model.Plan), id) {
			got = append(got, string(e.Kind)+" "+e.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q explains %q, want %q", id, got, want)
		}
	}
}

func TestSimilarIDs(t *testing.T) {
	for id, want := range map[string]string{
		"crl-publc": "crl-public", "public-crl": "crl-public", "cmg-mp": "cmg-mp-present", "crl": "crl-public",
		"conection": "connection-point-certificate", "windows older": "", "": "", "zzz": "",
		"management-point-internet": "management_point_internet_access", "2404": "2403",
		"e-http": "site-ehttp", "-": "", "vmsize": "gateway.vm_size", "entra-aps": "entra-apps-create", "plan-cgm": "plan-cmg", "C 5": "C5", "c99": "C9",
		"name": "devices.name", "x": "", "site-pki-optoin": "site-pki-option", "cmg-wizzard": "cmg-wizard", "devices[0].methd": "devices.method",
		strings.Repeat("crl-public", 99): "",
		"asp-net":                        "mp-asp-net", "site.securty": "site.security", "revocation": "gateway.verify_revocation",
	} {
		got := SimilarIDs(id)
		if want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
			t.Errorf("%q leads to %q, want %q among them", id, got, want)
		}
	}
	if many := SimilarIDs("crl"); len(many) < 5 || many[0] != "crl-public" {
		t.Errorf("crl leads to %q", many)
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"site.code", "site.security_now", "site.security", "devices[0].method", "json", "with"}
	for word, want := range map[string]string{
		"Site.Security": "site.security", "site.securty": "site.security", "site.sec": "site.security_now", "jsno": "json", "JSON": "json",
		"devices.method": "devices[0].method", "wit": "with", "abc": "", "": "", "name": "", strings.Repeat("json", 99): "",
	} {
		if got := model.Nearest(word, keys); got != want {
			t.Errorf("%q leads to %q, want %q", word, got, want)
		}
	}
}

func TestExplainedForAPlan(t *testing.T) {
	p := plantest.GoodPlan()
	p.Site.Version, p.Site.DotNet48, p.Devices[1].Name = "2309", "", "Old\x1b[2J laptops"
	p.ManagementPoints[0].ASPNET45 = model.No
	p.Tasks = []model.Progress{{ID: "dns-cname", State: model.Blocked, By: "Ann", Note: "waits for\nthe network team"}}
	for _, c := range []struct {
		id   string
		kind Kind
		want []string
	}{
		{"mp-asp-net", RuleKind, []string{"planned (warning): mp1.contoso.com (management_points[0].asp_net_45): it is not installed", "OK: mp2.contoso.com (management_points[1].asp_net_45)"}},
		{"crl-public", RuleKind, []string{"OK: pki.crl_public"}},
		{"https-only-site", RuleKind, []string{"does not apply"}},
		{"entra-aspnet45", TaskKind, []string{"It is on the checklist.", "Open"}},
		{"plan-limits", TaskKind, []string{"It is on the checklist.", "Open"}},
		{"plan-scale", TaskKind, []string{"It is on the checklist.", "Done: the answers state it"}},
		{"entra-more-tenants", TaskKind, []string{"The answers do not ask for it."}},
		{"entra-ad-user-discovery", TaskKind, []string{"It is on the checklist.", "Done: the answers state it"}},
		{"net-mp-internet", TaskKind, []string{"The answers do not ask for it.", "Done: the answers state it"}},
		{"dns-cname", TaskKind, []string{"It is on the checklist.", "Blocked", "Note: waits for the network team"}},
		{"cname", RequirementKind, []string{"required"}},
		{"management_point_internet_access", RequirementKind, []string{"not required"}},
		{"2309", VersionKind, []string{"The site has version 2309: this holds for it."}},
		{"2403", VersionKind, []string{"The site has version 2309: this does not hold for it yet."}},
		{"site.security", AnswerKind, []string{"Enhanced HTTP"}},
		{"gateway.vm_instances", AnswerKind, []string{"2"}},
		{"site.dotnet_48", AnswerKind, []string{"not answered"}},
		{"devices[1].method", AnswerKind, []string{"Old laptops (devices[1].method): PKI certificate"}},
		{"devices[9].method", AnswerKind, []string{"There is no such entry."}},
		{"management_points", AnswerKind, []string{"entries: 2"}},
	} {
		if got := only(t, p, c.id, c.kind).lines(inPlan); !slices.Equal(got, c.want) {
			t.Errorf("%s %s: %q, want %q", c.kind, c.id, got, c.want)
		}
	}
	for _, e := range explained(new(model.Plan)) {
		if e.lines(inPlan) != nil {
			t.Errorf("%s %s speaks of a plan that nobody began", e.Kind, e.ID)
		}
	}
}

func TestTasksAreExplainedWithThePlansWords(t *testing.T) {
	e := only(t, plantest.GoodPlan(), "site-pki-option", TaskKind)
	if want := []judge.CommandLine{{Shell: tasks.SiteDrive, Line: "Set-CMSite -SiteCode 'P01' -UsePkiClientCertificate $true"}}; !slices.Equal(e.Commands, want) {
		t.Errorf("the commands are %q", e.Commands)
	}
	for label, want := range map[string]string{
		"Rules that plan it": "site-pki-option: Clients use their PKI certificate where one is available",
		"What waits for it":  "pki-cert-selection: Set which certificate clients choose",
	} {
		if got := e.lines(label); !slices.Contains(got, want) {
			t.Errorf("%s: %q, want %q among it", label, got, want)
		}
	}
	if got, want := only(t, plantest.GoodPlan(), "mp-https", TaskKind).lines("What comes before"), "site-pki-option: Allow clients to use their PKI certificates"; !slices.Contains(got, want) {
		t.Errorf("before mp-https comes %q, want %q among it", got, want)
	}
	if got := only(t, new(model.Plan), "site-pki-option", TaskKind).Commands[0].Line; !strings.Contains(got, "<site code>") {
		t.Errorf("without a plan the command is %q", got)
	}
}

func TestAnswersSayWhatTheyTake(t *testing.T) {
	for key, want := range map[string]string{
		"site.security":          "https-only: HTTPS only: every site system with IIS uses HTTPS with PKI certificates",
		"site.code":              "a site code: three characters, A-Z or 0-9, uppercase",
		"gateway.vm_instances":   "a whole number from 1 to 16",
		"devices.count":          "a whole number, 0 or more",
		"token.registration":     "one or more of the following, as a list",
		"pki.crl_public":         "unsure: I do not know yet: it counts as a missing answer",
		"gateway.name_available": "unsure: Not checked: it counts as a missing answer",
	} {
		if got := only(t, new(model.Plan), key, AnswerKind).lines("Possible answers"); !slices.Contains(got, want) {
			t.Errorf("%s takes %q, want %q among it", key, got, want)
		}
	}
	for _, f := range plantest.OnePlan().Fields() {
		if formWords[f.Tag.Get("check")] == "" {
			t.Errorf("%s: the form %q has no words", f.Key, f.Tag.Get("check"))
		}
	}
	for _, table := range model.AnswerTables() {
		if table.Called == "" || table.List && (table.Empty.Question == "" || model.Teams.Label(table.Empty.Owner) == "") {
			t.Errorf("the table %s has no title", table.Name)
		}
	}
}

// TestNeedsAreInWords: every need that a plan can lead to is told.
func TestNeedsAreInWords(t *testing.T) {
	words := map[rules.Need]string{rules.Required: "equired", rules.Recommended: "Recommended", rules.NeedUnknown: "ot known", rules.NotRequired: "when|Required with|Always"}
	random := rand.New(rand.NewSource(22))
	plans := []*model.Plan{{}}
	for range 400 {
		plans = append(plans, plantest.RandomPlan(random))
	}
	for _, r := range rules.RequirementRows {
		for _, p := range plans {
			if need := r.Need(p); !regexp.MustCompile(words[need]).MatchString(r.When) {
				t.Errorf("%s can be %s, and %q does not say when", r.Name, need, r.When)
				break
			}
		}
	}
}

// clash is a contradiction that something rests on.
var clash = rules.Contradiction{
	ID: "C99", Title: "Which?", Reading: "The second.", Sure: rules.SureLow,
	Says:  []rules.Saying{{Text: "One page says A.", Cite: model.Citation{"setup-cmg", "set-up-a-cmg"}}, {Text: "Another says B.", Cite: model.Citation{"cmg-faq", ""}}},
	Rules: []string{"crl-public"}, Tasks: []string{"pki-crl"}, Requirements: []string{"cname"}, Rows: []rules.TableRow{{Location: model.OnInternet}},
}

func TestContradictionsAreExplained(t *testing.T) {
	var e Explanation
	contradictionTeller{clash}.tell(new(model.Plan), &e, "")
	for label, want := range map[string][]string{
		"What the pages say": {"One page says A.", "Another says B."}, "What this program follows": {"The second."},
		"Confidence": {"low: nothing decides it: try it first"}, "Requirements that depend on it": {"cname: CNAME in public DNS"},
		"Rules that depend on it":            {"crl-public: A CRL that is checked can be reached from the internet"},
		"Kinds of devices that depend on it": {"Devices on the internet, through the CMG"},
	} {
		if got := e.lines(label); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", label, got, want)
		}
	}
	if len(e.Sources) != 2 {
		t.Errorf("the sources are %v", e.Sources)
	}
	told := clashes([]rules.Contradiction{clash})[0]
	if told.ID != "C99" || len(told.Says) != 2 || told.Reading == "" || told.Sure != rules.SureLow || len(told.Sources) != 2 {
		t.Errorf("beside what rests on it stands %+v", told)
	}
}

func TestNewColumnsOfTheTablesAreExplained(t *testing.T) {
	var rule, task Explanation
	ruleTeller{rules.Rule{ID: "x", Why: "It fails.", When: "Always", Reads: []string{"site.security", "management_points[].clients", "devices"}, Severity: func(*model.Plan) model.Severity { return model.Advice }}}.tell(new(model.Plan), &rule, "")
	want := []string{
		"site.security: How will the site communicate? (ConfigMgr)",
		"management_points.clients: Which client connections will it accept? (ConfigMgr)",
		"devices: Which kinds of devices will use the CMG?",
	}
	if got := rule.lines("Answers that it looks at"); !slices.Equal(got, want) {
		t.Errorf("the answers are %q, want %q", got, want)
	}
	if got := rule.lines("Why"); !slices.Equal(got, []string{"It fails."}) {
		t.Errorf("the reason is %q", got)
	}
	taskTeller{tasks.Task{ID: "x", Versions: []tasks.Gate{{From: 2409, Text: "take two."}, {Before: 2203, Text: "take one."}}}}.tell(new(model.Plan), &task, "")
	if got := task.lines(tasks.VersionsLabel); !slices.Equal(got, []string{"Before version 2203: take one.", "From version 2409 on: take two."}) {
		t.Errorf("the gates are %q", got)
	}
}

func TestReleases(t *testing.T) {
	last := 0
	for _, r := range rules.Releases {
		if r.Version <= last {
			t.Errorf("%d comes after %d", r.Version, last)
		}
		last = r.Version
		for _, change := range r.Changes {
			plantest.CheckCitations(t, fmt.Sprint(r.Version), []model.Citation{change.Cite})
			if !strings.HasSuffix(change.Text, ".") {
				t.Errorf("%d: no full stop after %q", r.Version, change.Text)
			}
		}
	}
}

func TestGatesOfTasksAreVersionsThatAreExplained(t *testing.T) {
	for _, task := range tasks.All().Tasks {
		for _, g := range task.Versions {
			for _, version := range []int{g.From, g.Before} {
				if version != 0 && len(Of(new(model.Plan), fmt.Sprint(version))) == 0 {
					t.Errorf("%s differs with version %d, which is not explained", task.ID, version)
				}
			}
		}
	}
}

func TestExplanationsInJSON(t *testing.T) {
	t.Parallel()
	for _, value := range []any{explained(new(model.Plan)), explained(plantest.GoodPlan()), Topics(), Of(new(model.Plan), "nothing")} {
		text, err := json.Marshal(value)
		if err != nil || bytes.Contains(text, []byte("null")) {
			t.Errorf("%v, or a list is null in %.200s", err, text)
		}
	}
	text, _ := json.Marshal(Fact{"Steps", []model.Text{{{Text: "Open ", Kind: model.PlainSpan}, {Text: "Sites", Kind: model.LabelSpan}}}, true})
	if want := `{"label":"Steps","lines":["Open Sites"],"ordered":true}`; string(text) != want {
		t.Errorf("a fact is %s, want %s", text, want)
	}
}

// TestHostileTextIsNotExplained puts everything hostile into every text.
func TestHostileTextIsNotExplained(t *testing.T) {
	t.Parallel()
	text := strings.Join(plantest.HostileTexts, " ")
	p := plantest.GoodPlan()
	plantest.WriteIntoTexts(p, text)
	p.Tasks = []model.Progress{{ID: "dns-cname", State: model.Blocked, By: text, Note: text}}
	plantest.CheckClean(t, reflect.ValueOf(explained(p)), "explanations of hostile texts")
}

func TestExplainNamesEveryTaskOfARule(t *testing.T) {
	p := new(model.Plan)
	lines := only(t, p, "site-integrated", RuleKind).lines("Task that resolves it")
	if want := named(p, TaskKind, "entra-apps-create", "entra-apps-import"); !slices.Equal(lines, want) {
		t.Errorf("the rule names %q, want %q", lines, want)
	}
	rules := only(t, p, "entra-apps-import", TaskKind).lines("Rules that plan it")
	if want := named(p, RuleKind, "site-integrated"); !slices.Equal(rules, want) {
		t.Errorf("the task names %q, want %q", rules, want)
	}
}
