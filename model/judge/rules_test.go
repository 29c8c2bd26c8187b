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
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/updates"
)

// restsOnNothing are the contradictions that no table rests on.
var restsOnNothing = []string{"C22"}

func TestWhatRestsOnContradictionsExists(t *testing.T) {
	var list, needs []string
	for _, rule := range rules.All() {
		list = append(list, rule.ID)
	}
	for _, r := range rules.RequirementRows {
		needs = append(needs, r.Name)
	}
	for _, c := range rules.Contradictions {
		checkIDs(t, c.ID, "rule", c.Rules, list)
		checkIDs(t, c.ID, "task", c.Tasks, taskIDs())
		checkIDs(t, c.ID, "requirement", c.Requirements, needs)
		for _, row := range c.Rows {
			checkIDs(t, c.ID, "location", []model.Location{row.Location}, []model.Location{model.OnInternet, model.OnPremises})
		}
		rests := len(c.Rules)+len(c.Tasks)+len(c.Requirements)+len(c.Rows) > 0
		if rests == slices.Contains(restsOnNothing, c.ID) {
			t.Errorf("something rests on %s: %v", c.ID, rests)
		}
	}
}

func checkIDs[T ~string](t *testing.T, id, what string, ids, known []T) {
	t.Helper()
	for i, name := range ids {
		if !slices.Contains(known, name) || slices.Contains(ids[:i], name) {
			t.Errorf("%s names the %s %s, which is unknown or there twice", id, what, name)
		}
	}
}

// TestContradictionsReachTheirPlaces: each paragraph begins with its ID, and can
// be told from the others.
func TestContradictionsReachTheirPlaces(t *testing.T) {
	o := Plan(*plantest.GoodPlan())
	for _, c := range rules.Contradictions {
		paragraph := c.ID + ": " + c.Text()
		for _, r := range o.Requirements {
			checkPlace(t, c, r.Name, r.Conflict, paragraph, slices.Contains(c.Requirements, r.Name))
		}
		for _, d := range o.Devices {
			checkPlace(t, c, d.Name, d.Conflict, paragraph, c.TellsOf(d))
		}
		for _, item := range o.Items {
			checkPlace(t, c, item.ID, item.Conflict, paragraph, slices.Contains(c.Tasks, item.ID))
		}
		for _, f := range rules.AllFindings(plantest.GoodPlan()) {
			checkPlace(t, c, f.Rule, f.Conflict, paragraph, slices.Contains(c.Rules, f.Rule))
		}
	}
}

func checkPlace(t *testing.T, c rules.Contradiction, place string, conflict model.Disagreements, paragraph string, want bool) {
	t.Helper()
	if got := slices.Contains(conflict.Paragraphs(), paragraph); got != want {
		t.Errorf("%s tells %s: %v, want %v", place, c.ID, got, want)
	}
}

// TestRequirementsNameWhatMeetsThem: the rules and tasks that explain names are
// there, and each requirement has a task.
func TestRequirementsNameWhatMeetsThem(t *testing.T) {
	for _, r := range rules.RequirementRows {
		if len(r.Tasks) == 0 {
			t.Errorf("%s has no task", r.Name)
		}
		for _, id := range r.Tasks {
			taskCalled(t, id)
		}
		for _, id := range r.Rules {
			if !slices.ContainsFunc(rules.All(), func(rule rules.Rule) bool { return rule.ID == id }) {
				t.Errorf("%s names %s, which is no rule", r.Name, id)
			}
		}
	}
}

// TestMissingTenantIsOpen: the answer that a device state waits for is asked.
func TestMissingTenantIsOpen(t *testing.T) {
	p := plantest.GoodPlan()
	evidencetest.SeesDevice(plantest.AsIs)(p)
	p.Entra.TenantID = ""
	open := Plan(*p).Open
	if !slices.ContainsFunc(open, func(o model.OpenItem) bool { return o.Key == "entra.tenant_id" }) {
		t.Errorf("open are %v", open)
	}
}

// askedBefore are the later rules about what the first edition asked already:
// they judge its plans too.
var askedBefore = append([]string{"internet-use-known", "user-centric-known", "scale-set-version", "task-sequences-over-cmg"}, aboutVersion...)

// aboutVersion are the rules about the site's version and its updates. While nobody
// said which updates are installed, they are no more than warnings with a task.
var aboutVersion = []string{
	"version-supported", "azure-ad-graph-console", "workgroup-approval", "cmg-image-offer", "security-update", "new-cmg-on-2409",
	"cmg-content-branchcache", "cmg-content-sql", "connector-dormant-2303", "pki-registration-2203",
}

// isLater reports whether a rule came after the first edition, about what that
// one did not ask.
func isLater(rule string) bool {
	return !slices.Contains(askedBefore, rule) && slices.ContainsFunc(rules.Editions, func(e rules.Edition) bool { return slices.Contains(e.New, rule) })
}

// laterTasks are those that came after the first catalogue.
func laterTasks() []string {
	ofVersion := []string{rules.UpgradeSite, rules.InstallUpdates} // the version was asked from the first edition on
	return slices.DeleteFunc(taskIDs(), func(id string) bool {
		return slices.Contains(plantest.CatalogueIDs, id) || slices.Contains(ofVersion, id)
	})
}

// oldPlans are plans that answer only what the first edition asked, random and
// good ones with gaps.
func oldPlans() []*model.Plan {
	random := rand.New(rand.NewSource(11))
	plans := []*model.Plan{{}, plantest.GoodPlan()}
	for range 600 {
		plans = append(plans, plantest.RandomPlan(random), plantest.Thinned(plantest.GoodPlan(), random))
	}
	for _, p := range plans {
		plantest.ClearLater(p)
	}
	return plans
}

// TestOldPlansAreJudgedAsBefore: without the later answers the later rules may
// give advice, and nothing else, and no later task is asked for.
func TestOldPlansAreJudgedAsBefore(t *testing.T) {
	t.Parallel()
	told := map[string]bool{}
	complain := func(format string, args ...any) {
		if text := fmt.Sprintf(format, args...); !told[text] {
			told[text] = true
			t.Error(text)
		}
	}
	for _, p := range oldPlans() {
		now := rules.Findings(p)
		before := slices.DeleteFunc(slices.Clone(now), func(f rules.Finding) bool { return isLater(f.Rule) })
		for _, f := range now {
			if isLater(f.Rule) && (f.Severity != model.Advice || f.Outcome == rules.Planned) {
				complain("%s is a new %s, %s, in plans that were not asked: let it judge once there is an answer", f.Rule, f.Severity, f.Outcome)
			}
		}
		if verdictOf(now) != verdictOf(before) || !reflect.DeepEqual(openItems(p, now), openItems(p, before)) {
			complain("later rules change the verdict or the open items of plans that were not asked")
		}
		after := idsOfItems(Items(p, now))
		if was := idsOfItems(Items(p, before)); !slices.Equal(after, was) {
			complain("later rules change the tasks of plans that were not asked")
		}
		for _, id := range laterTasks() {
			if slices.Contains(after, id) && taskCalled(t, id).When != nil { // one that waits for nothing is told below
				complain("%s stands in the list of plans that were not asked: let it wait for its answer", id)
			}
		}
	}
}

// TestUpdatesMakeNoPlanWorse: while nobody said which updates are installed, the
// rules about them change neither the verdict nor what is open, on any day.
func TestUpdatesMakeNoPlanWorse(t *testing.T) {
	t.Parallel()
	for n, p := range oldPlans() {
		p.Site.Version = updates.Versions[n%len(updates.Versions)].Name
		p.At = []time.Time{{}, day("2026-11-29"), day("2027-01-01"), day("2030-01-01")}[n%4]
		now := rules.Findings(p)
		before := slices.DeleteFunc(slices.Clone(now), func(f rules.Finding) bool { return slices.Contains(aboutVersion, f.Rule) })
		if verdictOf(now) != verdictOf(before) || !reflect.DeepEqual(openItems(p, now), openItems(p, before)) {
			t.Fatalf("plan %d, version %s on %s: %s, was %s", n, p.Site.Version, p.At, verdictOf(now), verdictOf(before))
		}
		for _, f := range now {
			if f.Subject == "site.updates" && f.Severity == model.Blocker {
				t.Fatalf("plan %d, version %s: %s is a blocker, and nobody was asked", n, p.Site.Version, f.Rule)
			}
		}
	}
}

func day(text string) time.Time {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return at
}

// TestHealthySitesRaiseNoAlarm: a site that is up to date on the day of the tables
// hears nothing; one version earlier it hears what follows from the pages.
func TestHealthySitesRaiseNoAlarm(t *testing.T) {
	for _, c := range []struct {
		says    string
		version model.Version
		console string
		updates []model.KB
		want    []string
	}{
		{"2603 with both updates", "2603", "", []model.KB{"KB37942646", "KB38982839"}, nil},
		{"2603 with the one that replaces an update", "2603", "", []model.KB{"KB37942646", "KB39398030"}, nil},
		{"2603 by its console", "2603", "5.2603.1035.1200", []model.KB{"KB38982839"}, nil},
		{"2509 with its second rollup", "2509", "", []model.KB{"KB37864969"}, []string{"traffic-alert-dead advice broken", "security-update warning planned"}},
		{"2509 with both", "2509", "", []model.KB{"KB37864969", "KB38982839"}, []string{"traffic-alert-dead advice broken"}},
		{"2603, nobody said", "2603", "", nil, []string{"cmg-image-offer warning planned", "security-update warning planned"}},
		{"a version after the tables", "2609", "", []model.KB{}, []string{"cmg-image-offer advice planned", "security-update advice planned"}},
	} {
		p := plantest.GoodPlan()
		p.At, p.Site.Version, p.Site.ConsoleVersion, p.Site.Updates = day(updates.Day), c.version, c.console, c.updates
		var got []string
		for _, f := range rules.Findings(p) {
			if f.Subject == "site.updates" || f.Subject == "site.version" {
				got = append(got, fmt.Sprintf("%s %s %s", f.Rule, f.Severity, f.Outcome))
			}
		}
		if !slices.Equal(got, c.want) || Plan(*p).Verdict != IsReady {
			t.Errorf("%s: %q, want %q; the plan is %s", c.says, got, c.want, Plan(*p).Verdict)
		}
		if tasks := idsOfItems(Plan(*p).Items); slices.Contains(tasks, rules.UpgradeSite) {
			t.Errorf("%s: it is to be updated", c.says)
		}
	}
}

func idsOfItems(items []Item) []string {
	ids := make([]string, len(items))
	for i, item := range items {
		ids[i] = item.ID
	}
	return ids
}

// TestLaterTasksWaitForTheirAnswer: each is asked for once its key is answered,
// and says so.
func TestLaterTasksWaitForTheirAnswer(t *testing.T) {
	good, unasked := plantest.GoodPlan(), plantest.GoodPlan()
	plantest.ClearLater(unasked)
	for _, id := range laterTasks() {
		task := taskCalled(t, id)
		if task.When == nil || !strings.Contains(strings.ToLower(task.Condition()), "the plan says whether") {
			t.Errorf("%s does not wait for an answer, or does not say so (\"the plan says whether\"): %q", id, task.Condition())
			continue
		}
		if task.When(unasked) || !task.When(good) && !isForgotten(id) {
			t.Errorf("%s is asked for: %v in the good plan, %v without its answer", id, task.When(good), task.When(unasked))
		}
	}
	if good.Site.Version = "2309"; taskCalled(t, "srv-dotnet-48").When(good) {
		t.Error("srv-dotnet-48 is asked for before its version")
	}
}

// TestCertificatesAreUsedBeforeTheyAreAskedFor: clients use their certificates
// before a management point asks for one, and enrol once the CRL can be read.
func TestCertificatesAreUsedBeforeTheyAreAskedFor(t *testing.T) {
	p := plantest.GoodPlan()
	place := map[string]int{}
	for i, item := range Items(p, rules.Findings(p)) {
		place[item.ID] = i + 1
	}
	order := []string{"pki-template", "pki-crl", "pki-autoenroll", "site-pki-option", "mp-https", "cmg-ready"}
	for i, id := range order {
		if place[id] == 0 || i > 0 && place[id] < place[order[i-1]] {
			t.Errorf("%s is number %d, after %v", id, place[id], place)
		}
	}
	if after := taskCalled(t, "site-pki-option").After; slices.Contains(after, "cmg-ready") {
		t.Errorf("it waits for %q", after)
	}
}

// TestOldVersionsAreNotReady: a plan that is ready otherwise is blocked before
// version 2010, and one of version 2002 says what fails there besides.
func TestOldVersionsAreNotReady(t *testing.T) {
	for v, want := range map[model.Version]Verdict{
		"2002": IsBlocked, "2006": IsBlocked, "2010": ReadyWarnings, "2103": ReadyWarnings, "2107": IsReady, "": IsReady,
	} {
		p := plantest.GoodPlan()
		p.Site.Version = v
		if got := Plan(*p).Verdict; got != want {
			t.Errorf("version %q: %s, want %s", v, got, want)
		}
		told := slices.ContainsFunc(rules.Findings(p), func(f rules.Finding) bool { return f.Rule == "task-sequences-over-cmg" })
		if told != (v == "2002") {
			t.Errorf("version %q: task sequences are spoken of: %v", v, told)
		}
	}
}

// TestGapsAreNotReady: what nobody said is open, and the plan is not ready.
func TestGapsAreNotReady(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		want   Verdict
		open   []string
	}{
		{"a device without an answer on the internet", func(p *model.Plan) { p.Devices[1].Internet = "" }, IsIncomplete, []string{"devices[1].internet"}},
		{"an empty connection point", func(p *model.Plan) { p.ConnectionPoints = make([]model.ConnectionPoint, 1) }, IsIncomplete, []string{"connection_points[0].host"}},
		{"CMG management points without a host", func(p *model.Plan) {
			p.ManagementPoints[0].Host, p.ManagementPoints[1].Host = "", ""
		}, IsIncomplete, []string{"management_points[0].host", "management_points[1].host"}},
		{"deployments to users are open with tokens", func(p *model.Plan) { p.Devices[2].UserCentric = "" }, IsReady, []string{"devices[2].user_centric"}},
		{"a name that is taken", func(p *model.Plan) { p.Gateway.NameAvailable = model.NameTaken }, IsBlocked, []string{}},
		{"users behind certificates", func(p *model.Plan) { p.Devices[1].UserCentric = model.Yes }, ReadyWarnings, []string{}},
		{"keys of another length", func(p *model.Plan) { p.PKI.KeyBits = model.Num(3072) }, ReadyWarnings, []string{}},
	} {
		p := plantest.GoodPlan()
		c.change(p)
		if got := Plan(*p).Verdict; got != c.want {
			t.Errorf("%s: %s, want %s", c.says, got, c.want)
		}
		if open := openKeys(p); !slices.Equal(open, c.open) {
			t.Errorf("%s: %q is open, want %q", c.says, open, c.open)
		}
	}
}

// TestGoodPlan notices an answer of the base that breaks something by itself:
// the rows of the tables change one thing, so the rest must be as it should.
// notHeldInGoodPlan are the rules that do not hold there, by what they are instead.
var notHeldInGoodPlan = map[rules.OutcomeWord][]string{
	rules.Planned: {"restrictive-trust-list", "token-client-restart"},
	rules.NotAsked: {
		"https-only-site", "internal-clients-https-mp", "token-registration-https",
		"public-certificate-domain", "us-government-version", "boot-media-internet-only", "task-sequences-over-cmg", "network-location-policy",
		"device-state", "chain-complete", "client-certificate-usable", "stray-certificate-seen", "server-certificate-usable",
		"server-certificate-name", "bulk-token-usable", "evidence-in-date",
		"version-supported", "entra-disabled-tenant", "azure-ad-graph-console", "workgroup-approval", "maintenance-message", "new-cmg-on-2409",
		"cmg-content-branchcache", "cmg-content-sql", "connector-dormant-2303", "pki-registration-2203", "console-version-agrees",
	},
}

func skippedInGoodPlan(rule string) bool {
	return slices.Contains(notHeldInGoodPlan[rules.NotAsked], rule)
}

func TestGoodPlan(t *testing.T) {
	p := plantest.GoodPlan()
	for _, f := range rules.AllFindings(p) {
		if f.Outcome != rules.Holds && !slices.Contains(notHeldInGoodPlan[f.Outcome], f.Rule) {
			t.Errorf("%s is %s in the good plan: give it an answer there, in answerTheRest, for which the rule holds", f.Rule, f.Outcome)
		}
	}
	if verdict := Plan(*p).Verdict; verdict != IsReady {
		t.Errorf("the good plan is %s", verdict)
	}
}
