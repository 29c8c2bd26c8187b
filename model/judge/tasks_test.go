package judge

import (
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/slow"
	"cmgwizard/model/tasks"
)

// TestOrderFollowsTheCatalogue works out on its own what must come before each
// task, over tasks that are not listed too, and looks for it in the lists of
// generated plans.
func TestOrderFollowsTheCatalogue(t *testing.T) {
	before := transitive()
	random := rand.New(rand.NewSource(21))
	for n := range slow.Rounds(400) {
		p := plantest.RandomPlan(random)
		place := map[string]int{}
		for i, item := range Items(p, rules.Findings(p)) {
			place[item.ID] = i + 1
		}
		for id, earlier := range before {
			for _, first := range earlier {
				if place[id] > 0 && place[first] > place[id] {
					t.Fatalf("plan %d: %s stands before %s", n, id, first)
				}
			}
		}
	}
}

// TestGeneratedListsAreWhole looks at every task of generated plans: no name is
// left unfilled, and each has a source.
func TestGeneratedListsAreWhole(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(22))
	for n := range slow.Rounds(150) {
		p := plantest.RandomPlan(random)
		for _, item := range Items(p, rules.Findings(p)) {
			for _, text := range FillItem(p, item).texts() {
				if left := tasks.NameForm().FindString(text); left != "" {
					t.Fatalf("plan %d, %s: %s is left in %q", n, item.ID, left, text)
				}
			}
			if !slices.ContainsFunc(item.Sources, func(r model.Reference) bool { return strings.HasPrefix(r.URL, "https://") }) {
				t.Fatalf("plan %d: %s has no source", n, item.ID)
			}
		}
	}
}

// TestEveryWordOfEveryAbsentAnswer gives each answer that is absent each of its
// words. What was decided stays decided: a verdict of a rule about a subject,
// the word of a requirement, whether a device is supported. Two things are not
// held to it. The answers of the table memberships say what a rule is about: a
// management point more can bring a mode that is not known yet. A rule that
// only begins to apply with the answer was skipped before, so it was not
// decided.
func TestEveryWordOfEveryAbsentAnswer(t *testing.T) {
	random := rand.New(rand.NewSource(23))
	for n := range 30 {
		p := plantest.RandomPlan(random)
		if n%2 == 0 {
			p = plantest.Thinned(plantest.GoodPlan(), random)
		}
		before := decided(p)
		for _, f := range p.Fields() {
			_, membership := plantest.Memberships[f.Key[strings.LastIndex(f.Key, ".")+1:]]
			if f.Given() || membership {
				continue
			}
			for _, answer := range plantest.AnswersOf(f) {
				if err := f.Set(answer); err != nil {
					continue // a form that no test gives an example of
				}
				after := decided(p)
				for what, decided := range before {
					if later, there := after[what]; decided && there && !later {
						t.Errorf("plan %d: %s = %q makes %s undecided", n, f.Key, answer, what)
					}
				}
			}
			f.Clear()
		}
	}
}

// taskIDs are the tasks of today.
func taskIDs() []string {
	var ids []string
	for _, task := range tasks.All().Tasks {
		ids = append(ids, task.ID)
	}
	return ids
}

func TestCatalogueIsWhole(t *testing.T) {
	var ids []string
	for _, task := range tasks.All().Tasks {
		if slices.Contains(plantest.CatalogueIDs, task.ID) {
			ids = append(ids, task.ID)
		}
	}
	if !slices.Equal(ids, plantest.CatalogueIDs) {
		for _, id := range plantest.CatalogueIDs {
			if !slices.Contains(ids, id) {
				t.Errorf("%s is missing", id)
			}
		}
		t.Errorf("the catalogue is\n%q\nwant\n%q", ids, plantest.CatalogueIDs)
	}
}

func TestTaskIDs(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	seen := map[string]bool{}
	for _, task := range tasks.All().Tasks {
		if !kebab.MatchString(task.ID) {
			t.Errorf("%q is not kebab-case", task.ID)
		}
		if seen[task.ID] {
			t.Errorf("%s is there twice", task.ID)
		}
		seen[task.ID] = true
	}
}

func TestTasksAreComplete(t *testing.T) {
	for _, task := range tasks.All().Tasks {
		missing := map[string]bool{
			"Title": task.Title == "", "Who": task.Who == "", "Do": len(task.Do) == 0, "Proof": task.Proof == "",
			"Skipped": task.Skipped == "", "Cites": len(task.Cites) == 0, "Owner": model.Teams.Label(task.Owner) == string(task.Owner),
		}
		for field, is := range missing {
			if is {
				t.Errorf("%s has no %s", task.ID, field)
			}
		}
		if task.When != nil && task.Condition() == "" {
			t.Errorf("%s has a condition, but not in words", task.ID)
		}
	}
}

func TestTasksComeAfterKnownTasks(t *testing.T) {
	for _, task := range tasks.All().Tasks {
		for _, id := range task.After {
			if _, known := tasks.All().Place[id]; !known {
				t.Errorf("%s comes after %s, which does not exist", task.ID, id)
			}
		}
	}
}

func TestTaskSources(t *testing.T) {
	for _, task := range tasks.All().Tasks {
		for i, reference := range model.References(task.Cites) {
			cite := task.Cites[i]
			if !strings.HasPrefix(reference.URL, "https://") {
				t.Errorf("%s cites %q, which is no source", task.ID, cite.Source())
			}
			if cite.Anchor() != "" && reference.Heading == "" {
				t.Errorf("%s cites %s#%s, which is no heading", task.ID, cite.Source(), cite.Anchor())
			}
		}
	}
}

// richTexts are the texts of a task that may hold markup and names.
func richTexts(t tasks.Task) []string { return append([]string{t.Proof, t.Skipped}, t.Do...) }

// plainTexts are the texts that hold neither.
func plainTexts(t tasks.Task) []string {
	texts := []string{tasks.FillText(&model.Plan{}, t.Title), t.Who, t.Because, t.If, t.Change.Effect(), t.Change.Live, t.Change.Undo.Text, t.Change.Note, t.Change.Wait.Words()}
	for _, gate := range t.Versions {
		texts = append(texts, gate.Text)
	}
	return texts
}

func TestTaskMarkupIsPaired(t *testing.T) {
	unchanged := func(text string) string { return text }
	for _, task := range tasks.All().Tasks {
		for _, text := range richTexts(task.Task) {
			for _, span := range model.ParseText(text, unchanged) {
				if span.Text == "" || strings.Contains(span.Text, "**") || strings.Contains(span.Text, "`") {
					t.Errorf("%s: stray mark in %q", task.ID, text)
				}
			}
		}
		for _, text := range plainTexts(task.Task) {
			if strings.ContainsAny(text, "*`{}") {
				t.Errorf("%s: markup where none is read: %q", task.ID, text)
			}
		}
	}
}

func TestTaskWords(t *testing.T) {
	label := regexp.MustCompile(`\*\*[^*]+\*\*`)
	banned := regexp.MustCompile(`(?i)azure ad\b|azure active directory|\be\.g\.|\bi\.e\.|\betc\b|\bvia\b|\bMP server\b`)
	for _, task := range tasks.All().Tasks {
		for _, text := range append(richTexts(task.Task), plainTexts(task.Task)...) {
			if found := banned.FindString(label.ReplaceAllString(text, "")); found != "" {
				t.Errorf("%s says %q in %q", task.ID, found, text)
			}
			if text != strings.TrimSpace(text) || strings.Contains(text, "  ") {
				t.Errorf("%s: stray blanks in %q", task.ID, text)
			}
		}
		for _, text := range richTexts(task.Task) {
			if !strings.HasSuffix(text, ".") {
				t.Errorf("%s: no full stop at the end of %q", task.ID, text)
			}
		}
	}
}

// TestTasksLeaveDisagreementToContradictions notices a text that tells what the
// table of contradictions tells: it is printed at the task.
func TestTasksLeaveDisagreementToContradictions(t *testing.T) {
	tells := regexp.MustCompile(`(?i)\bpages (dis)?agree|\bpages differ|\b(one|another|other) pages?\b|\bOur reading:`)
	for _, task := range tasks.All().Tasks {
		for _, text := range append(richTexts(task.Task), plainTexts(task.Task)...) {
			if found := tells.FindString(text); found != "" {
				t.Errorf("%s says %q, which belongs into a contradiction: %q", task.ID, found, text)
			}
		}
	}
}

func TestTaskNamesAreFilled(t *testing.T) {
	for name, p := range map[string]*model.Plan{"empty": {}, "full": plantest.FullPlan()} {
		for _, task := range tasks.All().Tasks {
			item := itemOf(p, task.ID)
			for _, text := range item.texts() {
				if left := tasks.NameForm().FindString(text); left != "" {
					t.Errorf("%s plan, %s: %s is left in %q", name, task.ID, left, text)
				}
			}
		}
	}
}

func (i FullItem) texts() []string {
	texts := append([]string{i.Title, i.Who, i.If, i.Change.Notice(), i.Change.WayBack(), i.Change.Note, i.Change.Wait.Words(), i.Proof.String(), i.Skipped.String()}, i.Versions...)
	for _, step := range i.Do {
		texts = append(texts, step.String())
	}
	for _, c := range i.Commands {
		texts = append(texts, c.Line)
	}
	return texts
}

func TestFullPlanLeavesNoGapOfItsOwn(t *testing.T) {
	p := plantest.FullPlan()
	gaps := map[string]bool{}
	for _, f := range tasks.Fillings {
		gaps[f.Gap] = strings.HasPrefix(f.Gap, "<")
	}
	for _, task := range tasks.All().Tasks {
		for _, text := range itemOf(p, task.ID).texts() {
			for gap, shown := range gaps {
				if shown && gap != "<management point>" && strings.Contains(text, gap) {
					t.Errorf("%s: %s is left in %q", task.ID, gap, text)
				}
			}
		}
	}
}

func TestCommandsOfAFullPlan(t *testing.T) {
	const readsCMGAddress = `(Get-WmiObject -Namespace Root\Ccm\LocationServices -Class SMS_ActiveMPCandidate | Where-Object {$_.Type -eq "Internet"}).MP`
	want := map[string][]string{
		"mp-cmg-traffic": {
			"Set-CMManagementPoint -SiteSystemServerName 'mp1.contoso.com' -SiteCode 'P01' -EnableCloudGateway $true",
			"Set-CMManagementPoint -SiteSystemServerName 'mp2.contoso.com' -SiteCode 'P01' -EnableCloudGateway $true",
		},
		"mp-https": {
			"Set-CMManagementPoint -SiteSystemServerName 'mp2.contoso.com' -SiteCode 'P01' -EnableSsl $true",
			"Get-CMManagementPoint -SiteCode 'P01' | Select-Object NALPath, SslState",
		},
		"net-mp-internet": {
			"PsExec.exe -i -s powershell.exe",
			`Invoke-WebRequest ("https://" + 'login.microsoftonline.com' + "/" + 'aaaabbbb-0000-cccc-1111-dddd2222eeee' + "/.well-known/openid-configuration") -UseBasicParsing`,
		},
		"token-bulk": {"BulkRegistrationTokenTool.exe /new /lifetime 1440"},
		"client-install-pki": {
			readsCMGAddress,
			"ccmsetup.exe /UsePKICert /NoCRLCheck /mp:https://granitefalls.contoso.com/CCM_Proxy_MutualAuth/<id> CCMHOSTNAME=granitefalls.contoso.com/CCM_Proxy_MutualAuth/<id> SMSSITECODE=P01",
		},
		"client-install-entra": {
			readsCMGAddress,
			"ccmsetup.exe /mp:https://granitefalls.contoso.com/CCM_Proxy_MutualAuth/<id> CCMHOSTNAME=granitefalls.contoso.com/CCM_Proxy_MutualAuth/<id> SMSSITECODE=P01",
			"ccmsetup.exe /mp:https://granitefalls.contoso.com/CCM_Proxy_MutualAuth/<id> CCMHOSTNAME=granitefalls.contoso.com/CCM_Proxy_MutualAuth/<id> SMSSITECODE=P01 AADTENANTID=aaaabbbb-0000-cccc-1111-dddd2222eeee AADCLIENTAPPID=<client ID of the native app> AADRESOURCEURI=api://aaaabbbb-0000-cccc-1111-dddd2222eeee/ConfigMgrService",
		},
		"client-install-token": {
			readsCMGAddress,
			"ccmsetup.exe /mp:https://granitefalls.contoso.com/CCM_Proxy_MutualAuth/<id> /regtoken:<bulk token> CCMHOSTNAME=granitefalls.contoso.com/CCM_Proxy_MutualAuth/<id> SMSSITECODE=P01",
		},
	}
	items := everyItem(plantest.FullPlan())
	for id, lines := range want {
		var got []string
		for _, c := range items[id].Commands {
			got = append(got, c.Line)
		}
		if !slices.Equal(got, lines) {
			t.Errorf("%s:\n%s\nwant\n%s", id, strings.Join(got, "\n"), strings.Join(lines, "\n"))
		}
	}
}

func everyItem(p *model.Plan) map[string]FullItem {
	items := map[string]FullItem{}
	for _, task := range tasks.All().Tasks {
		items[task.ID] = itemOf(p, task.ID)
	}
	return items
}

// TestCRLSwitch puts /NoCRLCheck into a line only where the plan says that the
// CRL is not public; with a public certificate on the CMG only for PKI clients.
func TestCRLSwitch(t *testing.T) {
	for _, c := range []struct {
		public model.YesNo
		source model.CertificateSource
		want   map[string]bool
	}{
		{"", model.EnterprisePKI, nil}, {model.Unsure, model.EnterprisePKI, nil}, {model.Yes, model.EnterprisePKI, nil},
		{model.No, model.PublicProvider, map[string]bool{"client-install-pki": true}},
		{model.No, model.EnterprisePKI, map[string]bool{"client-install-pki": true, "client-install-entra": true, "client-install-token": true}},
	} {
		p := plantest.FullPlan()
		p.PKI.CRLPublic, p.Gateway.CertificateSource = c.public, c.source
		for _, id := range []string{"client-install-pki", "client-install-entra", "client-install-token"} {
			for _, command := range itemOf(p, id).Commands[1:] {
				if got := strings.Contains(command.Line, " /NoCRLCheck /mp:"); got != c.want[id] {
					t.Errorf("CRL public %q, certificate %q: %s is %q", c.public, c.source, id, command.Line)
				}
			}
		}
	}
}

// TestTaskConditions changes one thing in an empty plan, and expects the task
// to be asked for then and not before.
func TestTaskConditions(t *testing.T) {
	uses := func(d model.Device) func(*model.Plan) {
		return func(p *model.Plan) { d.Internet = model.Yes; p.Devices = []model.Device{d} }
	}
	entra, pki, token := uses(model.Device{Method: model.EntraID}), uses(model.Device{Method: model.ClientPKI}), uses(model.Device{Method: model.SiteToken})
	users := uses(model.Device{Method: model.EntraID, UserCentric: model.Yes})
	https := func(p *model.Plan) { p.ManagementPoints = []model.ManagementPoint{{Clients: model.ConnectHTTPS}} }
	enterprise := func(p *model.Plan) { p.Gateway.CertificateSource = model.EnterprisePKI }
	otherTenant := func(p *model.Plan) { p.Entra.DevicesInOtherTenant = model.Unsure }
	for id, change := range map[string]func(*model.Plan){
		"cert-issue-public":           func(p *model.Plan) { p.Gateway.CertificateSource = model.PublicProvider },
		"cert-issue-enterprise":       enterprise,
		"cert-trust-root":             enterprise,
		"net-mp-internet":             entra,
		"entra-ca-exclude":            func(p *model.Plan) { p.Entra.ConditionalAccessAllApps = model.Unsure },
		"entra-more-tenants":          otherTenant,
		"entra-disable-tenant-auth":   otherTenant,
		"entra-device-join":           entra,
		"entra-aspnet45":              entra,
		"client-install-entra":        entra,
		"entra-user-identity":         users,
		"cs-user-policy":              users,
		"entra-ad-user-discovery":     func(p *model.Plan) { entra(p); p.Entra.Identities = model.HybridIdentities },
		"pki-template":                https,
		"pki-autoenroll":              uses(model.Device{Method: model.ClientPKI, Join: model.DomainJoined}),
		"pki-export-chain":            pki,
		"pki-crl":                     pki,
		"pki-site-ctl":                pki,
		"pki-cert-selection":          pki,
		"cmg-trusted-roots":           pki,
		"site-pki-option":             pki,
		"site-crl-option":             pki,
		"client-install-pki":          pki,
		"client-fqdns":                pki,
		"pki-cp-cert":                 func(p *model.Plan) { pki(p); https(p); p.ManagementPoints[0].CMGTraffic = model.Yes },
		"token-client-version":        token,
		"token-bulk-block":            token,
		"token-restart-policy":        token,
		"token-internal-registration": uses(model.Device{Method: model.SiteToken, ReachesInternalNetwork: model.Yes}),
		"token-bulk":                  uses(model.Device{Method: model.SiteToken, ReachesInternalNetwork: model.No}),
		"client-install-token":        uses(model.Device{Method: model.SiteToken, ReachesInternalNetwork: model.No}),
		"site-ehttp":                  func(p *model.Plan) { p.Site.Security = model.EnhancedHTTP },
		"site-https-only":             func(p *model.Plan) { p.Site.Security = model.HTTPSOnly },
		"mp-webserver-cert":           https,
		"mp-monitoring-cert":          https,
		"mp-https":                    https,
		"mp-rebind-443": func(p *model.Plan) {
			p.Site.Security = model.EnhancedHTTP
			p.ManagementPoints = []model.ManagementPoint{{ClientsNow: model.ConnectHTTPS, Clients: model.ConnectHTTP}}
		},
		"mp-internet-only": func(p *model.Plan) {
			p.Site.Security = model.EnhancedHTTP
			p.ManagementPoints = []model.ManagementPoint{{Clients: model.ConnectHTTPS, CMGTraffic: model.Yes}, {Clients: model.ConnectHTTP}}
			p.Devices = []model.Device{{OnPremises: model.Yes}}
		},
		"content-distribute": func(p *model.Plan) { p.Gateway.ServeContent = model.Yes },
	} {
		task := taskCalled(t, id)
		p := &model.Plan{}
		if task.When == nil || task.When(p) {
			t.Errorf("%s is asked for in an empty plan", id)
		}
		if change(p); task.When != nil && !task.When(p) {
			t.Errorf("%s is not asked for, although %s", id, task.Condition())
		}
	}
}

func TestTaskConditionsThatEnd(t *testing.T) {
	none := func(p *model.Plan) {
		p.Devices = []model.Device{{Internet: model.Yes, Method: model.EntraID, ClientInstalled: model.No}, {Internet: model.No, ClientInstalled: model.Yes}}
	}
	for id, change := range map[string]func(*model.Plan){
		"bg-add-cmg":              func(p *model.Plan) { p.Gateway.IntranetClients = model.No },
		"sup-cmg-traffic":         func(p *model.Plan) { p.Gateway.SoftwareUpdates = model.No },
		"entra-apps-create":       func(p *model.Plan) { p.Entra.Apps = model.AppsByHand },
		"entra-apps-manual":       func(p *model.Plan) { p.Entra.Apps = model.AppsByWizard },
		"entra-apps-import":       func(p *model.Plan) { p.Entra.Apps = model.AppsByWizard },
		"client-intranet-refresh": none,
		"pre-classic-cmg":         func(p *model.Plan) { p.Gateway.ClassicPresent = model.No },
		"dns-cname":               func(p *model.Plan) { p.Gateway.ServiceName = "granitefalls.westus.cloudapp.azure.com" },
	} {
		task := taskCalled(t, id)
		p := &model.Plan{}
		if !task.When(p) {
			t.Errorf("%s is not asked for in an empty plan", id)
		}
		if change(p); task.When(p) {
			t.Errorf("%s is still asked for", id)
		}
	}
}

// TestInstalledClients takes plans with one kind of internet device of each
// method, and expects the tasks about clients that its answers leave over.
func TestInstalledClients(t *testing.T) {
	tasks := []string{"client-intranet-refresh", "client-fqdns", "client-install-entra", "client-install-pki", "client-install-token"}
	for _, c := range []struct {
		method    model.Method
		installed model.YesNo
		want      []string
	}{
		{model.EntraID, "", []string{"client-intranet-refresh", "client-fqdns", "client-install-entra"}},
		{model.EntraID, model.Unsure, []string{"client-intranet-refresh", "client-fqdns", "client-install-entra"}},
		{model.EntraID, model.Yes, []string{"client-intranet-refresh", "client-fqdns"}},
		{model.EntraID, model.No, []string{"client-install-entra"}},
		{model.ClientPKI, "", []string{"client-intranet-refresh", "client-fqdns", "client-install-pki"}},
		{model.ClientPKI, model.Yes, []string{"client-intranet-refresh", "client-fqdns"}},
		{model.ClientPKI, model.No, []string{"client-install-pki"}},
		{model.SiteToken, "", []string{"client-intranet-refresh", "client-install-token"}},
		{model.SiteToken, model.Yes, []string{"client-intranet-refresh"}},
		{model.SiteToken, model.No, []string{"client-install-token"}},
	} {
		p := &model.Plan{}
		p.Devices = []model.Device{{Internet: model.Yes, Method: c.method, ClientInstalled: c.installed, ClientCertificate: model.No}}
		p.Token.Registration = []model.Registration{model.BulkToken}
		var got []string
		for _, item := range Items(p, rules.Findings(p)) {
			if slices.Contains(tasks, item.ID) {
				got = append(got, item.ID)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s, client installed %q: %q, want %q", c.method, c.installed, got, c.want)
		}
	}
}

func TestOneCertificateNeedsNoSelection(t *testing.T) {
	p := &model.Plan{}
	p.Devices, p.PKI.SeveralCertificates = []model.Device{{Internet: model.Yes, Method: model.ClientPKI}}, model.No
	if taskCalled(t, "pki-cert-selection").When(p) {
		t.Error("clients with one certificate are told which to take")
	}
}

func TestOlderVersionsNeedNoInternetOnManagementPoints(t *testing.T) {
	p := plantest.FullPlan()
	p.Site.Version = "2509"
	if taskCalled(t, "net-mp-internet").When(p) {
		t.Error("net-mp-internet is asked for before version 2603")
	}
}

func taskCalled(t *testing.T, id string) tasks.Task {
	t.Helper()
	for _, task := range tasks.All().Tasks {
		if task.ID == id {
			return task.Task
		}
	}
	t.Fatalf("no task is called %s", id)
	return tasks.Task{}
}

func TestTasksOfRulesExist(t *testing.T) {
	for _, rule := range rules.All() {
		if rule.Task != "" && !slices.Contains(taskIDs(), rule.Task) {
			t.Errorf("%s plans %s, which is no task", rule.ID, rule.Task)
		}
	}
}

// TestOneTaskForTheApps: the list asks to create the apps, unless they are made
// by hand and imported.
func TestOneTaskForTheApps(t *testing.T) {
	for _, apps := range []model.AppOrigin{"", model.Unsure, model.AppsByWizard, model.AppsByHand} {
		p := plantest.GoodPlan()
		p.Entra.SiteIntegrated, p.Entra.Apps = model.No, apps
		listed := slices.ContainsFunc(Items(p, rules.Findings(p)), func(i Item) bool { return i.ID == "entra-apps-create" })
		if listed != (apps != model.AppsByHand) {
			t.Errorf("apps %q: the list asks for entra-apps-create: %v", apps, listed)
		}
	}
}

// TestTasksDoneByAnswer changes one thing in an empty plan, and expects the
// task to be done then and open before.
func TestTasksDoneByAnswer(t *testing.T) {
	point := func(mp model.ManagementPoint) func(*model.Plan) {
		return func(p *model.Plan) { mp.CMGTraffic = model.Yes; p.ManagementPoints = []model.ManagementPoint{mp} }
	}
	connector := func(c model.ConnectionPoint) func(*model.Plan) {
		return func(p *model.Plan) { p.ConnectionPoints = []model.ConnectionPoint{c} }
	}
	integrated := func(p *model.Plan) { p.Entra.SiteIntegrated = model.Yes }
	issued := func(p *model.Plan) { p.PKI.CertificatesIssued = model.Yes }
	cases := map[string]func(*model.Plan){
		"entra-aspnet45":          point(model.ManagementPoint{ASPNET45: model.Yes}),
		"net-mp-internet":         point(model.ManagementPoint{InternetAccess: model.Yes}),
		"mp-internet-only":        point(model.ManagementPoint{InternetOnly: model.Yes}),
		"mp-webserver-cert":       point(model.ManagementPoint{Clients: model.ConnectHTTPS, WebCertificate: model.WebPublic}),
		"mp-https":                point(model.ManagementPoint{Clients: model.ConnectHTTPS, ClientsNow: model.ConnectHTTPS}),
		"net-firewall-cp":         connector(model.ConnectionPoint{OutboundPortsOpen: model.Yes}),
		"pki-cp-cert":             connector(model.ConnectionPoint{ClientCertificate: model.Yes}),
		"entra-apps-create":       integrated,
		"entra-apps-manual":       integrated,
		"entra-apps-import":       integrated,
		"entra-ad-user-discovery": func(p *model.Plan) { p.Entra.ADUserDiscovery = model.Yes },
		"entra-discovery-page":    func(p *model.Plan) { p.Entra.EntraUserDiscovery = model.Yes },
		"cert-trust-root":         func(p *model.Plan) { p.Gateway.RootOnClients = model.Yes },
		"pki-template":            issued,
		"pki-autoenroll":          issued,
		"site-pki-option":         func(p *model.Plan) { p.Site.UsePKICertificate = model.Yes },
		"site-crl-option":         func(p *model.Plan) { p.Site.CheckCRL = model.No },
		"pre-scp-online":          func(p *model.Plan) { p.Site.ServiceConnectionPoint = model.ConnectionOnline },
		"plan-name-unique":        func(p *model.Plan) { p.Gateway.NameAvailable = model.NameFree },
		"azure-providers":         func(p *model.Plan) { p.Gateway.ResourceProviders = model.Yes },
		"net-firewall-clients":    func(p *model.Plan) { p.Gateway.TLSInspection = model.No },
		"token-client-version":    func(p *model.Plan) { p.Token.ClientsCurrent = model.Yes },
		"cs-delta-off":            func(p *model.Plan) { p.ClientSettings.DeltaContent = model.No },
		"pre-site-not-http":       func(p *model.Plan) { p.Site.SecurityNow = model.EnhancedHTTP },
		"site-ehttp":              func(p *model.Plan) { p.Site.Security, p.Site.SecurityNow = model.EnhancedHTTP, model.EnhancedHTTP },
		"site-https-only":         func(p *model.Plan) { p.Site.Security, p.Site.SecurityNow = model.HTTPSOnly, model.HTTPSOnly },
		"cs-cmg":                  func(p *model.Plan) { p.ClientSettings.UseCMG = model.Yes },
		"srv-dotnet-48":           func(p *model.Plan) { p.Site.DotNet48 = model.Yes },
		"mp-client-ca-trust": func(p *model.Plan) {
			p.Devices = []model.Device{{Internet: model.Yes, Method: model.ClientPKI}}
			p.ManagementPoints = []model.ManagementPoint{{CMGTraffic: model.Yes, Clients: model.ConnectHTTPS, TrustsClientCA: model.Yes}}
		},
		"pre-site-version": func(p *model.Plan) {
			p.Site.Code, p.Site.Version, p.Site.TopLevel = "P01", "2603", model.StandalonePrimary
		},
		"plan-name":   func(p *model.Plan) { p.Gateway.ServiceName, p.Gateway.Region = plantest.GatewayName, "westus" },
		"cert-source": func(p *model.Plan) { p.Gateway.CertificateSource = model.EnterprisePKI },
		"plan-scale": func(p *model.Plan) {
			p.Devices = []model.Device{{Internet: model.Yes, Count: model.Num(12000)}}
			p.Gateway.VMSize, p.Gateway.VMInstances = model.SizeStandard, model.Num(2)
			p.ConnectionPoints = make([]model.ConnectionPoint, 1)
		},
		"plan-cp-servers": func(p *model.Plan) {
			p.Site.DotNet48, p.ConnectionPoints = model.No, []model.ConnectionPoint{{Host: "cp1.contoso.com"}}
		},
		"plan-methods": func(p *model.Plan) {
			p.Devices = []model.Device{
				{Internet: model.Yes, Join: model.HybridJoined, Windows: model.Windows10, Method: model.EntraID},
				{Internet: model.Yes, Join: model.DomainJoined, Method: model.ClientPKI, UserCentric: model.No},
				{Internet: model.Yes, Join: model.Workgroup, Method: model.SiteToken},
				{Internet: model.No},
			}
		},
		"cs-user-policy": func(p *model.Plan) { p.ClientSettings.UserPolicyInternet = model.Yes },
	}
	for _, task := range tasks.All().Tasks {
		p := &model.Plan{}
		if state := itemOf(p, task.ID).Progress.State; state != model.Open {
			t.Errorf("%s is %s in an empty plan", task.ID, state)
		}
		change, stated := cases[task.ID]
		switch {
		case stated && task.Already == nil:
			t.Errorf("%s has a case, although no answer states its result", task.ID)
		case stated:
			change(p)
		default: // the good plan has every later answer
			p = plantest.GoodPlan()
		}
		if task.Already == nil || isForgotten(task.ID) {
			continue
		}
		if got := itemOf(p, task.ID).Progress; got.State != model.Done || got.By != model.ByAnswer {
			t.Errorf("%s is %s by %q, although the answers state its result", task.ID, got.State, got.By)
		}
	}
}

// TestChoicesAreNotSettledByHalf takes one answer back, or spoils it, of a plan in
// which the choice is made.
func TestChoicesAreNotSettledByHalf(t *testing.T) {
	for _, c := range []struct {
		task, says string
		change     func(*model.Plan)
	}{
		{"pre-site-version", "the version is not known", func(p *model.Plan) { p.Site.Version = model.Unsure }},
		{"pre-site-version", "the code is not known", func(p *model.Plan) { p.Site.Code = "" }},
		{"pre-site-version", "a central administration site", func(p *model.Plan) { p.Site.TopLevel = model.CentralAdmin }},
		{"pre-site-version", "its support may be over", func(p *model.Plan) { p.At = time.Date(2027, 11, 6, 0, 0, 0, 0, time.UTC) }},
		{"plan-name", "a name that Azure refuses", func(p *model.Plan) { p.Gateway.ServiceName = "c-m-g.contoso.com" }},
		{"plan-name", "no region", func(p *model.Plan) { p.Gateway.Region = "" }},
		{"cert-source", "nobody knows", func(p *model.Plan) { p.Gateway.CertificateSource = model.Unsure }},
		{"plan-scale", "one kind is not counted", func(p *model.Plan) { p.Devices[0].Count = model.Number{} }},
		{"plan-scale", "too few instances", func(p *model.Plan) { p.Devices[0].Count = model.Num(20000) }},
		{"plan-scale", "too few connection points", func(p *model.Plan) { p.Gateway.VMInstances = model.Num(9) }},
		{"plan-cp-servers", "one has no name", func(p *model.Plan) { p.ConnectionPoints[1].Host = model.Unsure }},
		{"plan-cp-servers", "nobody asks for .NET Framework", func(p *model.Plan) { p.Site.DotNet48 = "" }},
		{"plan-methods", "one has none", func(p *model.Plan) { p.Devices[1].Method = model.Unsure }},
		{"plan-methods", "it does not fit", func(p *model.Plan) { p.Devices[1].Method = model.EntraID }},
		{"plan-methods", "nobody knows of users", func(p *model.Plan) { p.Devices[1].UserCentric = "" }},
		{"plan-methods", "nobody knows whether it is outside", func(p *model.Plan) { p.Devices[3].Internet = "" }},
		{"plan-methods", "nobody is outside", plantest.NobodyOnTheInternet},
	} {
		p := plantest.GoodPlan()
		if got := itemOf(p, c.task).Progress; got.By != model.ByAnswer {
			t.Errorf("%s is %s in the good plan", c.task, got.State)
		}
		if c.change(p); itemOf(p, c.task).Progress.State != model.Open {
			t.Errorf("%s: %s is done", c.says, c.task)
		}
	}
}

// isForgotten reports whether the good plan has no answer yet to the question of
// a task, which the test of that plan tells.
func isForgotten(task string) bool {
	for _, f := range rules.AllFindings(plantest.GoodPlan()) {
		if f.Outcome == rules.NotAsked && !skippedInGoodPlan(f.Rule) && slices.ContainsFunc(rules.All(), func(r rules.Rule) bool { return r.ID == f.Rule && r.Task == task }) {
			return true
		}
	}
	return false
}

// itemOf is the task as this plan prints it.
func itemOf(p *model.Plan, id string) FullItem {
	c := tasks.All()
	return FillItem(p, findItem(p, c, c.Place[id]))
}

func TestItemsOfAnyPlanAreInOrder(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(1))
	for n := range slow.Rounds(2000) {
		p := plantest.RandomPlan(random)
		items := Items(p, rules.Findings(p))
		listed := map[string]bool{}
		for _, item := range items {
			listed[item.ID] = true
		}
		before := map[string]bool{}
		for _, item := range items {
			for _, id := range item.After {
				switch {
				case !listed[id]:
					t.Fatalf("plan %d: %s comes after %s, which is not listed", n, item.ID, id)
				case !before[id]:
					t.Fatalf("plan %d: %s stands before %s", n, item.ID, id)
				}
			}
			if before[item.ID] {
				t.Fatalf("plan %d: %s is listed twice", n, item.ID)
			}
			before[item.ID] = true
		}
	}
}

// doMore are tasks that bring about more than the rule which plans them asks for.
var doMore = []string{"client-install-entra", "entra-secret-renewal"}

// TestTasksOfRulesThatHoldAreDone notices a task that stays open although its
// rule holds by an answer: it lacks the statement that it is done already.
func TestTasksOfRulesThatHoldAreDone(t *testing.T) {
	p, open := plantest.GoodPlan(), map[string]bool{}
	for _, item := range Items(p, rules.Findings(p)) {
		open[item.ID] = item.Progress.State.Pending() && !slices.Contains(doMore, item.ID)
	}
	for _, f := range rules.AllFindings(p) {
		i := slices.IndexFunc(rules.All(), func(r rules.Rule) bool { return r.ID == f.Rule })
		if task := rules.All()[i].Task; f.Outcome == rules.Holds && open[task] {
			t.Errorf("%s is open although %s holds: say when it is already done", task, f.Rule)
		}
	}
}

// TestFindingsPlanListedTasks notices a rule whose task is not in the list. That
// the task is none at all is told once, by the test of the rules.
func TestFindingsPlanListedTasks(t *testing.T) {
	random := rand.New(rand.NewSource(2))
	for n := range 300 {
		p := plantest.RandomPlan(random)
		findings := rules.Findings(p)
		items := Items(p, findings)
		for _, f := range findings {
			if f.Task != "" && slices.Contains(taskIDs(), f.Task) && !slices.ContainsFunc(items, func(i Item) bool { return i.ID == f.Task }) {
				t.Fatalf("plan %d: %s plans %s, which is not listed", n, f.Rule, f.Task)
			}
		}
	}
}

// TestUSGovernmentImport: the lines name the cloud where it is not the default.
func TestUSGovernmentImport(t *testing.T) {
	task := taskCalled(t, "entra-apps-import")
	for environment, want := range map[model.Environment]int{model.GovernmentCloud: 2, model.PublicCloud: 0, "": 0, model.Unsure: 0} {
		p := plantest.FullPlan()
		p.Gateway.Environment = environment
		named := 0
		for _, c := range task.Commands {
			for _, line := range tasks.FillCommand(p, c) {
				if strings.HasSuffix(line, " -AzureEnvironmentOption AzureUSGovernmentCloud") {
					named++
				}
			}
		}
		if named != want {
			t.Errorf("%q: %d lines name the US Government cloud, want %d", environment, named, want)
		}
	}
}

// TestGetWmiObjectIsForWindowsPowerShell: later ones do not have it.
func TestGetWmiObjectIsForWindowsPowerShell(t *testing.T) {
	for _, task := range tasks.All().Tasks {
		for _, c := range task.Commands {
			if strings.Contains(c.Line, "Get-WmiObject") != (c.Shell == tasks.WindowsPowerShell) {
				t.Errorf("%s: %s in %s", task.ID, c.Line, c.Shell)
			}
		}
	}
}

func TestNoCommandHoldsAToken(t *testing.T) {
	for _, task := range tasks.All().Tasks {
		for _, c := range task.Commands {
			_, after, found := strings.Cut(c.Line, "/regtoken:")
			if found && !strings.HasPrefix(after, "<bulk token>") {
				t.Errorf("%s: a token in %q", task.ID, c.Line)
			}
		}
	}
}

// TestWhatTheAnswersSettle: a condition that is not told on a card is one that a plan
// without answers does not meet.
func TestWhatTheAnswersSettle(t *testing.T) {
	for _, task := range tasks.All().Tasks {
		if task.Because != "" && task.If == "" && task.When(&model.Plan{}) {
			t.Errorf("%s is asked for before anybody answered, yet %q is told as settled", task.ID, task.Because)
		}
	}
}

// TestTasksAreNumberedByJobs: the numbers of the run sheet have no gaps, and a task
// comes after those that it waits for.
func TestTasksAreNumberedByJobs(t *testing.T) {
	p := plantest.FullPlan()
	items, next := Items(p, rules.Findings(p)), 0
	numbers := map[string]int{}
	for _, w := range JobWorks(p, items) {
		for _, id := range w.Tasks {
			if items[next].ID != id || items[next].Number != next+1 {
				t.Errorf("%s has the number %d, want %d", id, items[next].Number, next+1)
			}
			for _, before := range items[next].After {
				if numbers[before] == 0 {
					t.Errorf("%s comes before %s, for which it waits", id, before)
				}
			}
			next++
			numbers[id] = next
		}
	}
}
