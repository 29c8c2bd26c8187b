package steps

import (
	"fmt"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/model/source"
)

// fullAnswers make every page and every question matter.
func fullAnswers() *model.Answers {
	a := &model.Answers{}
	a.Devices = []model.Device{
		{Join: model.HybridJoined, Internet: model.Yes, UserCentric: model.Yes, Method: model.EntraID},
		{Join: model.DomainJoined, Internet: model.Yes, Method: model.ClientPKI},
		{Join: model.Workgroup, Internet: model.Yes, Method: model.SiteToken},
		{Join: model.EntraJoined, Internet: model.Yes, Method: model.EntraID},
		{Join: model.Workgroup, OnPremises: model.Yes},
	}
	a.Entra.SiteIntegrated = model.Yes
	a.Token.Registration = []model.Registration{model.BulkToken}
	a.ManagementPoints = []model.ManagementPoint{{Clients: model.ConnectHTTPS, CMGTraffic: model.Yes}}
	a.ConnectionPoints = make([]model.ConnectionPoint, 1)
	a.Gateway.ResourceGroup, a.Gateway.CertificateSource = "rg-cmg", model.EnterprisePKI
	return a
}

// randomAnswers are words of the fields, Unsure or nothing.
func randomAnswers(random *rand.Rand) *model.Answers {
	a := &model.Answers{}
	a.Devices = make([]model.Device, random.Intn(4))
	a.ManagementPoints = make([]model.ManagementPoint, random.Intn(3))
	a.ConnectionPoints = make([]model.ConnectionPoint, random.Intn(3))
	for _, f := range a.Fields() {
		words := []string{"", model.Unsure}
		for _, w := range f.Words() {
			words = append(words, w.Value, w.Value)
		}
		if f.Kind() == model.NumberField {
			words = append(words, "1", "9")
		}
		if err := f.Set(words[random.Intn(len(words))]); err != nil {
			panic(err)
		}
	}
	return a
}

// asked is a question where it is asked.
type asked struct {
	Question
	place Place
}

func everyQuestion(a *model.Answers) []asked {
	var list []asked
	for _, step := range Path(a) {
		last := -1
		if step.List != nil {
			last = step.List.Len(a) - 1
		}
		for entry := -1; entry <= last; entry++ {
			for i, q := range step.Questions(a, entry) {
				list = append(list, asked{q, Place{step.ID, entry, i}})
			}
		}
	}
	return list
}

// manyAnswers are answers of every kind: full, empty and random.
func manyAnswers() []*model.Answers {
	random := rand.New(rand.NewSource(1))
	list := []*model.Answers{fullAnswers(), {}}
	for range 300 {
		list = append(list, randomAnswers(random))
	}
	return list
}

// neverAsked are answers that nothing is judged by, or that files give.
var neverAsked = []string{"pki.key_storage_provider", "pki.ca_certificates"}

func TestEveryAnswerIsAsked(t *testing.T) {
	a := fullAnswers()
	a.Devices = a.Devices[:4]
	keys := Asked(a)
	for _, f := range a.Fields() {
		named := strings.HasPrefix(f.Key, "devices[") && strings.HasSuffix(f.Key, ".name")
		ofTokens := strings.HasSuffix(f.Key, ".reaches_internal_network") && f.Key != "devices[2].reaches_internal_network"
		if keys[f.Key] == (named || ofTokens || slices.Contains(neverAsked, f.Key)) {
			t.Errorf("%s is asked: %v", f.Key, keys[f.Key])
		}
	}
}

func TestDevicesThatShareAJoinAreAskedForTheirNames(t *testing.T) {
	keys := Asked(fullAnswers())
	for i, want := range []bool{false, false, true, false, true} {
		if name := key("devices[#].name", i); keys[name] != want {
			t.Errorf("%s is asked: %v, want %v", name, keys[name], want)
		}
	}
}

func TestQuestionsAreComplete(t *testing.T) {
	for _, a := range manyAnswers() {
		seen := map[string]bool{}
		for _, q := range everyQuestion(a) {
			f, ok := a.Field(q.Key)
			if !ok {
				t.Fatalf("%s is no key of the plan", q.Key)
			}
			if q.Why == "" || !strings.HasSuffix(q.Why, ".") {
				t.Errorf("%s does not say why it is asked: %q", q.Key, q.Why)
			}
			if seen[q.Key] {
				t.Errorf("%s is asked twice", q.Key)
			}
			seen[q.Key] = true
			checkChoices(t, q.Question, f)
		}
	}
}

// checkChoices: the recommended word and the example are answers, text and
// numbers have an example, choices have none.
func checkChoices(t *testing.T, q Question, f model.Field) {
	t.Helper()
	words := q.Words(f)
	if typed := len(words) == 0; typed != (q.Example != "") {
		t.Errorf("%s has %d words and the example %q", q.Key, len(words), q.Example)
	}
	if q.Best != "" && !slices.ContainsFunc(words, func(w model.Word) bool { return w.Value == q.Best }) {
		t.Errorf("%s: %q is recommended and not offered", q.Key, q.Best)
	}
	kept := f.Text()
	for _, w := range words {
		if err := f.Set(w.Value); err != nil || w.Label == "" {
			t.Errorf("%s offers %q: %v", q.Key, w.Value, err)
		}
	}
	if err := f.Set(q.Example); err != nil {
		t.Errorf("%s: the example: %v", q.Key, err)
	}
	if err := f.Set(kept); err != nil {
		t.Fatal(err)
	}
}

func TestPagesAreComplete(t *testing.T) {
	want := []string{
		"site", "devices", "methods", "entra", "pki", "tokens", "management-points", "modes", "gateway", "options", "connection-points",
		"client-settings",
	}
	var ids []string
	for _, step := range All() {
		ids = append(ids, step.ID)
		if step.Title == "" || !strings.HasSuffix(step.Why, ".") {
			t.Errorf("%s has no title or does not say why", step.ID)
		}
		if (step.List == nil) != (step.Form == nil) || (step.List == nil) != (step.Recap == nil) {
			t.Errorf("%s: a list, its form and its recap belong together", step.ID)
		}
		if found, ok := Find(step.ID); !ok || found.Title != step.Title {
			t.Errorf("%s is not found by its ID", step.ID)
		}
	}
	if !slices.Equal(ids, want) {
		t.Errorf("the pages are %q, want %q", ids, want)
	}
	if _, ok := Find("no-such-page"); ok {
		t.Error("a page is found that is not there")
	}
}

func pathOf(a *model.Answers) string {
	var ids []string
	for _, step := range Path(a) {
		ids = append(ids, step.ID)
	}
	return strings.Join(ids, " ")
}

func TestPath(t *testing.T) {
	const always = "site devices %sentra %smanagement-points modes gateway options connection-points client-settings"
	device := func(m model.Method) []model.Device { return []model.Device{{Internet: model.Yes, Method: m}} }
	for _, c := range []struct {
		says    string
		devices []model.Device
		want    string
	}{
		{"nothing answered", nil, fmt.Sprintf(always, "", "")},
		{"devices inside", []model.Device{{OnPremises: model.Yes, Method: model.ClientPKI}}, fmt.Sprintf(always, "", "")},
		{"an internet device without a method", device(""), fmt.Sprintf(always, "methods ", "")},
		{"Microsoft Entra ID", device(model.EntraID), fmt.Sprintf(always, "methods ", "")},
		{"PKI", device(model.ClientPKI), fmt.Sprintf(always, "methods ", "pki ")},
		{"tokens", device(model.SiteToken), fmt.Sprintf(always, "methods ", "tokens ")},
		{"PKI and tokens", append(device(model.SiteToken), device(model.ClientPKI)...), fmt.Sprintf(always, "methods ", "pki tokens ")},
	} {
		if got := pathOf(&model.Answers{Devices: c.devices}); got != c.want {
			t.Errorf("%s: %s, want %s", c.says, got, c.want)
		}
	}
}

// TestHiddenQuestions takes away the one answer that a question waits for.
func TestHiddenQuestions(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Answers)
		gone   []string
	}{
		{"no PKI", func(a *model.Answers) { a.Devices[1].Method = "" }, []string{
			"pki.issuer", "gateway.verify_revocation", "site.check_crl", "pki.several_certificates", "management_points[0].trusts_client_ca",
		}},
		{"no tokens", func(a *model.Answers) { a.Devices[2].Method = "" }, []string{
			"token.registration", "token.clients_current", "devices[2].reaches_internal_network",
		}},
		{"Microsoft Entra ID for all", func(a *model.Answers) {
			a.Devices = []model.Device{{Join: model.EntraJoined, Windows: model.Windows10, Internet: model.Yes}}
		}, []string{"pki.available"}},
		{"an HTTPS only site", func(a *model.Answers) { a.Site.Security = model.HTTPSOnly }, []string{"site.use_pki_certificate"}},
		{"a version without a classic CMG, and No is assumed", func(a *model.Answers) {
			a.Site.Version = "2403"
			assumedNo(a, "gateway.classic_present")
		}, []string{"gateway.classic_present"}},
		{"a workgroup of which No is assumed", func(a *model.Answers) { assumedNo(a, "devices[2].user_centric") }, []string{"devices[2].user_centric"}},
		{"an HTTP management point of which No is assumed", func(a *model.Answers) {
			a.ManagementPoints[0].Clients = model.ConnectHTTP
			assumedNo(a, "management_points[0].internet_only")
		}, []string{"management_points[0].internet_only"}},
		{"no bulk registration token", func(a *model.Answers) { a.Token.Registration = nil }, []string{"token.bulk_lifetime_minutes", "token.rollout_days"}},
		{"no Microsoft Entra ID", func(a *model.Answers) { a.Devices[0].Method, a.Devices[3].Method = "", "" }, []string{
			"entra.identities", "management_points[0].asp_net_45", "management_points[0].proxy", "client_settings.entra_registration",
		}},
		{"no hybrid joined device with Microsoft Entra ID", func(a *model.Answers) { a.Devices[0].Method = "" }, []string{"client_settings.entra_registration"}},
		{"no Entra joined device with Microsoft Entra ID", func(a *model.Answers) { a.Devices[3].Method = model.ClientPKI }, []string{"entra.network_location_policy"}},
		{"a site that is not connected", func(a *model.Answers) { a.Entra.SiteIntegrated = model.No }, []string{"entra.app_id_uri", "entra.secret_expires"}},
		{"users of the cloud only", func(a *model.Answers) { a.Entra.Identities = model.CloudOnly }, []string{"entra.ad_user_discovery"}},
		{"a management point without CMG traffic", func(a *model.Answers) { a.ManagementPoints[0].CMGTraffic = model.No }, []string{
			"management_points[0].asp_net_45", "management_points[0].proxy", "management_points[0].trusts_client_ca",
		}},
		{"an older version", func(a *model.Answers) { a.Site.Version = "2509" }, []string{"management_points[0].internet_access", "management_points[0].proxy"}},
		{"a much older version", func(a *model.Answers) { a.Site.Version = "2309" }, []string{"site.dotnet_48"}},
		{"HTTP", func(a *model.Answers) { a.ManagementPoints[0].Clients = model.ConnectHTTP }, []string{
			"management_points[0].web_certificate", "management_points[0].trusts_client_ca",
		}},
		{"no resource group", func(a *model.Answers) { a.Gateway.ResourceGroup = "" }, []string{"gateway.resource_group_in_region"}},
		{"a public certificate", func(a *model.Answers) { a.Gateway.CertificateSource = model.PublicProvider }, []string{"gateway.root_on_clients"}},
		{"no content", func(a *model.Answers) { a.Gateway.ServeContent = model.No }, []string{"client_settings.cloud_distribution_point", "client_settings.delta_content"}},
		{"no deployments to users", func(a *model.Answers) { a.Devices[0].UserCentric = model.No }, []string{"client_settings.user_policy_internet"}},
		{"used nowhere", func(a *model.Answers) { a.Devices[0].Internet, a.Devices[0].OnPremises = model.No, model.No }, []string{
			"devices[0].windows", "devices[0].user_centric",
		}},
		{"only Enhanced HTTP and no PKI", func(a *model.Answers) {
			a.Site.Security, a.ManagementPoints[0].Clients, a.Devices[1].Method = model.EnhancedHTTP, model.ConnectHTTP, model.SiteToken
			a.Devices[4].Internet = model.No
		}, []string{"connection_points[0].client_certificate"}},
		{"not on the internet", func(a *model.Answers) { a.Devices[1].Internet = model.No }, []string{"devices[1].method", "devices[1].client_installed"}},
	} {
		a := fullAnswers()
		before := Asked(a)
		c.change(a)
		after := Asked(a)
		for _, key := range c.gone {
			if !before[key] || after[key] {
				t.Errorf("%s: %s is asked before: %v, after: %v", c.says, key, before[key], after[key])
			}
		}
	}
}

// TestRuledOutIsAskedWhileItIsOpen: what other answers rule out is left out once
// that is filled in, not before: it would stay open.
func TestRuledOutIsAskedWhileItIsOpen(t *testing.T) {
	for _, c := range []struct {
		key    string
		change func(*model.Answers)
	}{
		{"gateway.classic_present", func(a *model.Answers) { a.Site.Version = "2403" }},
		{"devices[2].user_centric", func(*model.Answers) {}},
		{"management_points[0].internet_only", func(a *model.Answers) { a.ManagementPoints[0].Clients = model.ConnectHTTP }},
	} {
		for _, answer := range []string{"", string(model.No), string(model.Yes), model.Unsure} {
			a := fullAnswers()
			c.change(a)
			f, _ := a.Field(c.key)
			if err := f.Set(answer); err != nil {
				t.Fatal(err)
			}
			if !Asked(a)[c.key] {
				t.Errorf("%s = %q is not asked", c.key, answer)
			}
		}
	}
	a := fullAnswers()
	a.Site.Version = "2309"
	if assumedNo(a, "gateway.classic_present"); !Asked(a)["gateway.classic_present"] {
		t.Error("an older version may have a classic CMG")
	}
}

func assumedNo(a *model.Answers, key string) {
	f, _ := a.Field(key)
	_ = f.Assume(string(model.No))
}

// TestConnectionPointsAreAskedForWhatTheyNeed: the certificate is left out only
// where it is settled that none is needed.
func TestConnectionPointsAreAskedForWhatTheyNeed(t *testing.T) {
	left := 0
	for _, a := range manyAnswers() {
		for _, change := range []func(){
			func() {},
			func() { a.Site.Security = model.EnhancedHTTP },
			func() {
				for i := range a.Devices {
					a.Devices[i].Method = model.SiteToken
				}
			},
			func() {
				for i := range a.ManagementPoints {
					a.ManagementPoints[i].Clients = model.ConnectHTTP
				}
			},
		} {
			change()
			if len(a.ConnectionPoints) == 0 || Asked(a)["connection_points[0].client_certificate"] {
				continue
			}
			left++
			for _, r := range judge.Plan(model.Plan{Answers: *a}).Requirements {
				if r.Name == "connection_point_certificate" && r.Need != rules.NotRequired {
					t.Errorf("not asked, although the certificate is %s", r.Need)
				}
			}
		}
	}
	if left == 0 {
		t.Error("it is always asked")
	}
}

// TestQuestionsAboutTheWebApp: they come with the app, or with an answer that
// a rule judges all the same.
func TestQuestionsAboutTheWebApp(t *testing.T) {
	for _, c := range []struct {
		says        string
		entra       model.Entra
		uri, secret bool
	}{
		{"nothing answered", model.Entra{}, false, false},
		{"the wizard will make it", model.Entra{SiteIntegrated: model.No, Apps: model.AppsByWizard}, false, false},
		{"the site is connected", model.Entra{SiteIntegrated: model.Yes}, true, true},
		{"made by hand", model.Entra{SiteIntegrated: model.No, Apps: model.AppsByHand}, true, true},
		{"a URI is written already", model.Entra{AppIDURI: "https://ConfigMgrService"}, true, false},
		{"a day is written already", model.Entra{SecretExpires: model.Unsure}, false, true},
	} {
		keys := Asked(&model.Answers{Entra: c.entra})
		if keys["entra.app_id_uri"] != c.uri || keys["entra.secret_expires"] != c.secret || !keys["entra.apps"] {
			t.Errorf("%s: the URI is asked: %v, the secret: %v, who makes them: %v", c.says, keys["entra.app_id_uri"], keys["entra.secret_expires"], keys["entra.apps"])
		}
	}
}

// TestRecaps: an entry of a list is told in a line.
func TestRecaps(t *testing.T) {
	device := model.Device{Internet: model.Yes, OnPremises: model.Yes, Method: model.EntraID}
	for want, d := range map[string]model.Device{
		"where they are used is not known yet":           {},
		"inside":                                         {OnPremises: model.Yes, Method: model.ClientPKI, ClientInstalled: model.No},
		"on the internet, no client yet":                 {Internet: model.Yes, Method: model.Unsure, ClientInstalled: model.No},
		"on the internet and inside, Microsoft Entra ID": device,
	} {
		if got := deviceRecap(d); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, mp := range map[string]model.ManagementPoint{
		"CMG traffic not known yet":                  {Proxy: model.Yes},
		"internal clients only":                      {CMGTraffic: model.No, Proxy: model.Yes},
		"serves CMG clients":                         {CMGTraffic: model.Yes, InternetAccess: model.Unsure, Proxy: model.No},
		"serves CMG clients, behind a proxy":         {CMGTraffic: model.Yes, InternetAccess: model.Yes, Proxy: model.Yes},
		"serves CMG clients, no way to the internet": {CMGTraffic: model.Yes, InternetAccess: model.No, Proxy: model.Yes},
	} {
		if got := pointRecap(mp); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestNoLongerAsked(t *testing.T) {
	before := fullAnswers()
	before.PKI.Issuer, before.PKI.CRLPublic, before.Site.CheckCRL = model.ADCS, model.Unsure, model.Yes
	after := before.Clone()
	if keys := NoLongerAsked(before, &after); len(keys) != 0 {
		t.Errorf("nothing changed, and %q are no longer asked", keys)
	}
	after.Devices[1].Method = model.SiteToken
	want := []string{"site.check_crl", "pki.issuer", "pki.crl_public"}
	if keys := NoLongerAsked(before, &after); !slices.Equal(keys, want) {
		t.Errorf("without PKI %q are no longer asked, want %q", keys, want)
	}
	if keys := NoLongerAsked(&after, before); len(keys) != 0 {
		t.Errorf("with PKI again %q are no longer asked", keys)
	}
}

func TestPlaces(t *testing.T) {
	a := fullAnswers()
	for _, step := range Path(a) {
		places := []Place{At(step.ID)}
		if step.List != nil {
			for i := range step.List.Len(a) {
				places = append(places, Place{Step: step.ID, Entry: i})
			}
		}
		for _, place := range places {
			if got := ParsePlace(a, place.String()); got != place {
				t.Errorf("%+v is written %q and read %+v", place, place, got)
			}
		}
	}
}

func TestParsePlace(t *testing.T) {
	a := fullAnswers()
	for text, want := range map[string]Place{
		"devices":                       At("devices"),
		"devices[1]":                    {Step: "devices", Entry: 1},
		"devices[5]":                    At("devices"),
		"devices[x]":                    At("devices"),
		"devices[":                      At("devices"),
		"devices[99999999999999999999]": At("devices"),
		"site[0]":                       At("site"),
		"no-such-page":                  At("site"),
		"no-such-page[0]":               At("site"),
		"":                              At("site"),
		"\x1b[2J":                       At("site"),
		"Devices":                       At("site"),
	} {
		if got := ParsePlace(a, text); got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
	if got := ParsePlace(&model.Answers{}, "pki"); got != At("site") {
		t.Errorf("a hidden page: %+v", got)
	}
}

// FuzzParsePlace: whatever a file says, the place is one that the answers have.
func FuzzParsePlace(f *testing.F) {
	for _, text := range []string{"devices[0]", "devices[-5]", "devices[ 1]", "devices[1]x", "[", "\x00", "management-points[0]"} {
		f.Add(text)
	}
	a := fullAnswers()
	f.Fuzz(func(t *testing.T, text string) {
		place := ParsePlace(a, text)
		step, ok := Find(place.Step)
		if !ok || place.Question != 0 || place.Entry < -1 || place.Entry >= 0 && (step.List == nil || place.Entry >= step.List.Len(a)) {
			t.Errorf("%q: %+v", text, place)
		}
		if again := ParsePlace(a, place.String()); again != place {
			t.Errorf("%q: %+v, and then %+v", text, place, again)
		}
	})
}

func TestLocateFindsEveryQuestion(t *testing.T) {
	t.Parallel()
	for _, a := range manyAnswers() {
		for _, q := range everyQuestion(a) {
			if place, ok := Locate(a, q.Key); !ok || place != q.place {
				t.Fatalf("%s is asked at %+v and found at %+v", q.Key, q.place, place)
			}
		}
	}
}

func TestLocateFindsTables(t *testing.T) {
	a := fullAnswers()
	for key, want := range map[string]string{
		"devices": "devices", "management_points": "management-points", "connection_points": "connection-points",
		"pki": "methods", "token": "tokens", "gateway": "gateway", "client_settings": "client-settings", "entra": "entra", "site": "site",
	} {
		if place, ok := Locate(a, key); !ok || place != At(want) {
			t.Errorf("%s is found at %+v", key, place)
		}
	}
	if place, ok := Locate(a, "no.such_key"); ok {
		t.Errorf("a key that is not there is found at %+v", place)
	}
}

// TestLocateFindsWhatFindingsAreAbout: who opens a finding must get to the
// question that settles it.
func TestLocateFindsWhatFindingsAreAbout(t *testing.T) {
	t.Parallel()
	told := map[string]bool{}
	for _, a := range manyAnswers() {
		asked := Asked(a)
		p := model.Plan{Answers: *a}
		for _, f := range rules.Findings(&p) {
			_, answer := a.Field(f.Subject)
			if _, ok := Locate(a, f.Subject); (!ok || answer && !asked[f.Subject]) && !told[f.Rule] {
				told[f.Rule] = true
				t.Errorf("%s: no page asks for %s", f.Rule, f.Subject)
			}
		}
	}
}

func TestNeighbours(t *testing.T) {
	a := &model.Answers{}
	path := Path(a)
	for i, step := range path {
		for by, want := range map[int]int{-1: i - 1, 1: i + 1} {
			next, ok := Neighbour(a, step.ID, by)
			there := want >= 0 && want < len(path)
			if ok != there || there && next.ID != path[want].ID {
				t.Errorf("%s, %+d: %q %v", step.ID, by, next.ID, ok)
			}
		}
	}
}

func TestListsAddAndCut(t *testing.T) {
	for _, step := range All() {
		if step.List == nil {
			continue
		}
		a := fullAnswers()
		before := step.List.Len(a)
		step.List.Add(a)
		if n := step.List.Len(a); n != before+1 || step.List.Noun == "" {
			t.Errorf("%s: %d entries after adding to %d", step.ID, n, before)
		}
		shared := *a
		entries := fmt.Sprint(shared.Devices, shared.ManagementPoints, shared.ConnectionPoints)
		step.List.Cut(a, 0)
		if n := step.List.Len(a); n != before {
			t.Errorf("%s: %d entries after cutting one of %d", step.ID, n, before+1)
		}
		if name, said := step.Recap(a, 0); name == "" || said == "" {
			t.Errorf("%s: the recap is %q, %q", step.ID, name, said)
		}
		if fmt.Sprint(shared.Devices, shared.ManagementPoints, shared.ConnectionPoints) != entries {
			t.Errorf("%s: cutting an entry changed a copy", step.ID)
		}
	}
}

// linesOf is how many lines the text takes in a column of that width.
func linesOf(text string, width int) int {
	lines, used := 1, 0
	for _, word := range strings.Fields(text) {
		if used > 0 && used+1+len(word) > width {
			lines, used = lines+1, 0
		}
		if used > 0 {
			used++
		}
		used += len(word)
	}
	return lines
}

func TestTextsFit(t *testing.T) {
	for _, a := range manyAnswers() {
		for _, step := range All() {
			if n := linesOf(step.Why, 76); n > 3 {
				t.Errorf("%s: the reason takes %d lines", step.ID, n)
			}
		}
		for _, q := range everyQuestion(a) {
			for what, text := range map[string]string{"reason": q.Why, "place": q.Where, "note": q.Note} {
				if n := linesOf(text, 76); n > 3 {
					t.Errorf("%s: the %s takes %d lines", q.Key, what, n)
				}
			}
		}
	}
}

// banned are the words that the table of names tells us not to use, as far as
// they can be told from the ones that are meant.
var banned = regexp.MustCompile(`(?i)\bazure ad\b|azure active directory|\bAAD\b|\bH?AADJ\b|\bMP server\b|\bendpoint|\brelay\b|` +
	`\bAPI key\b|\bbearer\b|\bauth type\b|\bSSL certificate\b|\bSSL cert\b|\beHTTP\b|revocation URL|registration dump|` +
	`\bconfig\b|form data|\bvalidator\b|wizard item|\btodo\b|action item`)

// consoleNames are printed in the console, or on a page, as they stand.
var consoleNames = strings.NewReplacer("SMS Role SSL Certificate", "", "Communications between endpoints", "", "TLS authentication endpoints", "")

// A wordCheck looks at each text once: most plans say the same.
type wordCheck struct {
	t    *testing.T
	seen map[string]bool
}

func newWordCheck(t *testing.T) wordCheck { return wordCheck{t, map[string]bool{}} }

func (c wordCheck) text(what, text string) {
	c.t.Helper()
	if c.seen[text] {
		return
	}
	c.seen[text] = true
	if found := banned.FindString(consoleNames.Replace(text)); found != "" {
		c.t.Errorf("%s says %q: %q", what, found, text)
	}
	if text != strings.TrimSpace(text) || strings.Contains(text, "  ") || text != model.Clean(text) {
		c.t.Errorf("%s has stray blanks or signs: %q", what, text)
	}
}

func TestWordsOfPages(t *testing.T) {
	t.Parallel()
	words := newWordCheck(t)
	for _, step := range All() {
		words.text(step.ID, step.Title)
		words.text(step.ID, step.Why)
	}
	for _, a := range manyAnswers() {
		for _, q := range everyQuestion(a) {
			for _, text := range []string{q.Why, q.Where, q.Note, q.Example} {
				words.text(q.Key, text)
			}
			for _, w := range q.Options {
				words.text(q.Key, w.Label)
			}
		}
	}
}

func TestWordsOfTheModel(t *testing.T) {
	t.Parallel()
	words := newWordCheck(t)
	for _, rule := range rules.All() {
		for _, text := range append(rule.Conflict().Paragraphs(), rule.Title, rule.Fix) {
			words.text(rule.ID, text)
		}
	}
	for _, a := range manyAnswers() {
		words.outcome(model.Plan{Answers: *a})
	}
	for _, f := range fullAnswers().Fields() {
		words.text(f.Key, f.Ask)
		for _, w := range f.Words() {
			words.text(f.Key, w.Label)
		}
	}
	for _, page := range source.All {
		words.text(page.ID, page.Title)
	}
}

func (words wordCheck) outcome(p model.Plan) {
	words.t.Helper()
	o := judge.Plan(p)
	for _, f := range o.Findings {
		words.text(f.Rule, f.Detail)
	}
	for _, r := range o.Requirements {
		words.text(r.Name, r.Title)
		words.text(r.Name, r.Why)
	}
	for _, d := range o.Devices {
		words.text("a device", d.Why)
	}
	for _, d := range judge.Decisions(&p) {
		words.text("a decision", d.Title)
		words.text(d.Title, d.Choice)
		words.text(d.Title, d.Why)
	}
}
