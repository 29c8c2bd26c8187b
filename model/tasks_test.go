package model

import (
	"fmt"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

// catalogueIDs are the tasks of the first catalogue, in its order, with
// mp-rebind-443. IDs never change; later tasks may stand between them, and need
// not be named here.
var catalogueIDs = []string{
	"pre-site-version", "pre-site-not-http", "pre-classic-cmg", "pre-scp-online", "pre-subscription",
	"pre-people", "pre-cm-role", "pre-optional-feature", "plan-scale", "plan-name", "plan-name-unique",
	"plan-cp-servers", "plan-limits", "plan-methods", "net-firewall-scp", "net-firewall-cp",
	"net-firewall-clients", "net-mp-internet", "cert-source", "cert-issue-public", "cert-issue-enterprise",
	"cert-export-pfx", "cert-trust-root", "dns-cname", "azure-providers", "entra-apps-create",
	"entra-apps-manual", "entra-apps-import", "entra-discovery-page", "entra-update-app", "entra-ca-exclude",
	"entra-more-tenants", "entra-disable-tenant-auth", "entra-secret-renewal", "entra-device-join",
	"entra-user-identity", "entra-ad-user-discovery", "entra-aspnet45", "pki-template", "pki-autoenroll",
	"pki-export-chain", "pki-crl", "pki-site-ctl", "pki-cp-cert", "pki-cert-selection", "token-client-version",
	"token-internal-registration", "token-bulk", "token-bulk-block", "token-restart-policy", "site-ehttp",
	"site-https-only", "mp-rebind-443", "mp-webserver-cert", "mp-monitoring-cert",
	"site-pki-option", "mp-https", "mp-internet-only", "cmg-wizard", "cmg-trusted-roots", "cmg-ready", "site-crl-option",
	"cp-add", "mp-cmg-traffic", "sup-cmg-traffic", "bg-add-cmg", "content-distribute", "cs-cmg",
	"cs-user-policy", "cs-delta-off", "client-intranet-refresh", "client-fqdns", "client-install-entra",
	"client-install-pki", "client-install-token", "verify-analyzer", "verify-client", "verify-dashboard",
	"op-alerts", "op-server-cert-renew", "op-entra-secret-renew", "op-do-not-touch",
}

// taskIDs are the tasks of today.
func taskIDs() []string {
	var ids []string
	for _, task := range catalogue().tasks {
		ids = append(ids, task.ID)
	}
	return ids
}

func TestCatalogueIsWhole(t *testing.T) {
	var ids []string
	for _, task := range catalogue().tasks {
		if slices.Contains(catalogueIDs, task.ID) {
			ids = append(ids, task.ID)
		}
	}
	if !slices.Equal(ids, catalogueIDs) {
		for _, id := range catalogueIDs {
			if !slices.Contains(ids, id) {
				t.Errorf("%s is missing", id)
			}
		}
		t.Errorf("the catalogue is\n%q\nwant\n%q", ids, catalogueIDs)
	}
}

func TestTaskIDs(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	seen := map[string]bool{}
	for _, task := range catalogue().tasks {
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
	for _, task := range catalogue().tasks {
		missing := map[string]bool{
			"Title": task.Title == "", "Who": task.Who == "", "Do": len(task.Do) == 0, "Proof": task.Proof == "",
			"Skipped": task.Skipped == "", "Cites": len(task.Cites) == 0, "Owner": Teams.Label(task.Owner) == string(task.Owner),
		}
		for field, is := range missing {
			if is {
				t.Errorf("%s has no %s", task.ID, field)
			}
		}
		if task.When != nil && task.If == "" {
			t.Errorf("%s has a condition, but not in words", task.ID)
		}
	}
}

func TestTasksComeAfterKnownTasks(t *testing.T) {
	for _, task := range catalogue().tasks {
		for _, id := range task.After {
			if _, known := catalogue().place[id]; !known {
				t.Errorf("%s comes after %s, which does not exist", task.ID, id)
			}
		}
	}
}

func TestTasksWaitInNoCircle(t *testing.T) {
	done := map[string]bool{}
	for left := slices.Clone(catalogue().tasks); len(left) > 0; {
		i := slices.IndexFunc(left, func(task cataloguedTask) bool {
			return !slices.ContainsFunc(task.After, func(id string) bool { return !done[id] })
		})
		if i < 0 {
			t.Fatalf("these tasks wait for each other: %s", idsOf(left))
		}
		done[left[i].ID] = true
		left = slices.Delete(left, i, i+1)
	}
}

func idsOf(tasks []cataloguedTask) string {
	var ids []string
	for _, task := range tasks {
		ids = append(ids, task.ID)
	}
	return strings.Join(ids, ", ")
}

func TestTaskSources(t *testing.T) {
	for _, task := range catalogue().tasks {
		for i, reference := range References(task.Cites) {
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
func (t Task) richTexts() []string { return append([]string{t.Proof, t.Skipped}, t.Do...) }

// plainTexts are the texts that hold neither.
func (t Task) plainTexts() []string {
	texts := []string{t.Title, t.Who, t.If, t.Wait}
	for _, gate := range t.Versions {
		texts = append(texts, gate.Text)
	}
	return texts
}

func TestTaskMarkupIsPaired(t *testing.T) {
	unchanged := func(text string) string { return text }
	for _, task := range catalogue().tasks {
		for _, text := range task.richTexts() {
			for _, span := range parseRich(text, unchanged) {
				if span.Text == "" || strings.Contains(span.Text, "**") || strings.Contains(span.Text, "`") {
					t.Errorf("%s: stray mark in %q", task.ID, text)
				}
			}
		}
		for _, text := range task.plainTexts() {
			if strings.ContainsAny(text, "*`{}") {
				t.Errorf("%s: markup where none is read: %q", task.ID, text)
			}
		}
	}
}

func TestTaskWords(t *testing.T) {
	label := regexp.MustCompile(`\*\*[^*]+\*\*`)
	banned := regexp.MustCompile(`(?i)azure ad\b|azure active directory|\be\.g\.|\bi\.e\.|\betc\b|\bvia\b|\bMP server\b`)
	for _, task := range catalogue().tasks {
		for _, text := range append(task.richTexts(), task.plainTexts()...) {
			if found := banned.FindString(label.ReplaceAllString(text, "")); found != "" {
				t.Errorf("%s says %q in %q", task.ID, found, text)
			}
			if text != strings.TrimSpace(text) || strings.Contains(text, "  ") {
				t.Errorf("%s: stray blanks in %q", task.ID, text)
			}
		}
		for _, text := range task.richTexts() {
			if !strings.HasSuffix(text, ".") {
				t.Errorf("%s: no full stop at the end of %q", task.ID, text)
			}
		}
	}
}

// TestTasksLeaveDisagreementToContradictions notices a text that tells what the
// table of contradictions tells: it is printed at the task.
func TestTasksLeaveDisagreementToContradictions(t *testing.T) {
	tells := regexp.MustCompile(`(?i)\bpages (dis)?agree|\bpages differ|\b(one|another|other) pages?\b|\bTaken:`)
	for _, task := range catalogue().tasks {
		for _, text := range append(task.richTexts(), task.plainTexts()...) {
			if found := tells.FindString(text); found != "" {
				t.Errorf("%s says %q, which belongs into a contradiction: %q", task.ID, found, text)
			}
		}
	}
}

func TestTaskNamesAreFilled(t *testing.T) {
	for name, p := range map[string]*Plan{"empty": {}, "full": fullPlan()} {
		for _, task := range catalogue().tasks {
			item := itemOf(p, task.ID)
			for _, text := range item.texts() {
				if left := nameForm.FindString(text); left != "" {
					t.Errorf("%s plan, %s: %s is left in %q", name, task.ID, left, text)
				}
			}
		}
	}
}

func (i FullItem) texts() []string {
	texts := append([]string{i.Title, i.Who, i.If, i.Wait, i.Proof.String(), i.Skipped.String()}, i.Versions...)
	for _, step := range i.Do {
		texts = append(texts, step.String())
	}
	for _, c := range i.Commands {
		texts = append(texts, c.Line)
	}
	return texts
}

func TestFullPlanLeavesNoGapOfItsOwn(t *testing.T) {
	p := fullPlan()
	gaps := map[string]bool{}
	for _, f := range fillings {
		gaps[f.gap] = strings.HasPrefix(f.gap, "<")
	}
	for _, task := range catalogue().tasks {
		for _, text := range itemOf(p, task.ID).texts() {
			for gap, shown := range gaps {
				if shown && gap != "<management point>" && strings.Contains(text, gap) {
					t.Errorf("%s: %s is left in %q", task.ID, gap, text)
				}
			}
		}
	}
}

func fullPlan() *Plan {
	p := &Plan{}
	p.Site = Site{Code: "P01", Version: "2603", Security: EnhancedHTTP}
	p.Devices = []Device{
		{Join: HybridJoined, Internet: Yes, OnPremises: Yes, Windows: Windows10, UserCentric: Yes, Method: EntraID},
		{Join: DomainJoined, Internet: Yes, OnPremises: Yes, Method: ClientPKI},
		{Join: Workgroup, Internet: Yes, Method: SiteToken, ReachesInternalNetwork: No},
	}
	p.Entra = Entra{
		TenantID: "aaaabbbb-0000-cccc-1111-dddd2222eeee", Identities: HybridIdentities, DevicesInOtherTenant: Yes,
		AppIDURI: "api://aaaabbbb-0000-cccc-1111-dddd2222eeee/ConfigMgrService",
	}
	p.PKI.CACertificates, p.PKI.CRLPublic = Num(2), No
	p.Token.BulkLifetimeMinutes = Num(1440)
	p.ManagementPoints = []ManagementPoint{
		{Host: "mp1.contoso.com", ClientsNow: ConnectHTTPS, Clients: ConnectHTTP, CMGTraffic: Yes},
		{Host: "mp2.contoso.com", Clients: ConnectHTTPS, CMGTraffic: Yes},
	}
	p.Gateway = Gateway{
		ServiceName: "granitefalls.contoso.com", Environment: PublicCloud, Region: "westus", ResourceGroup: "rg-cmg",
		CertificateSource: PublicProvider, VMSize: SizeStandard, VMInstances: Num(2),
		VerifyRevocation: Yes, EnforceTLS12: Yes, ServeContent: Yes,
	}
	p.ConnectionPoints = []ConnectionPoint{{Host: "cp1.contoso.com"}, {Host: "cp2.contoso.com"}}
	return p
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
	items := fullPlan().everyItem()
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

func (p *Plan) everyItem() map[string]FullItem {
	items := map[string]FullItem{}
	for _, task := range catalogue().tasks {
		items[task.ID] = itemOf(p, task.ID)
	}
	return items
}

// TestCRLSwitch puts /NoCRLCheck into a line only where the plan says that the
// CRL is not public; with a public certificate on the CMG only for PKI clients.
func TestCRLSwitch(t *testing.T) {
	for _, c := range []struct {
		public YesNo
		source CertificateSource
		want   map[string]bool
	}{
		{"", EnterprisePKI, nil}, {Unsure, EnterprisePKI, nil}, {Yes, EnterprisePKI, nil},
		{No, PublicProvider, map[string]bool{"client-install-pki": true}},
		{No, EnterprisePKI, map[string]bool{"client-install-pki": true, "client-install-entra": true, "client-install-token": true}},
	} {
		p := fullPlan()
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
	uses := func(d Device) func(*Plan) {
		return func(p *Plan) { d.Internet = Yes; p.Devices = []Device{d} }
	}
	entra, pki, token := uses(Device{Method: EntraID}), uses(Device{Method: ClientPKI}), uses(Device{Method: SiteToken})
	users := uses(Device{Method: EntraID, UserCentric: Yes})
	https := func(p *Plan) { p.ManagementPoints = []ManagementPoint{{Clients: ConnectHTTPS}} }
	enterprise := func(p *Plan) { p.Gateway.CertificateSource = EnterprisePKI }
	otherTenant := func(p *Plan) { p.Entra.DevicesInOtherTenant = Unsure }
	for id, change := range map[string]func(*Plan){
		"cert-issue-public":           func(p *Plan) { p.Gateway.CertificateSource = PublicProvider },
		"cert-issue-enterprise":       enterprise,
		"cert-trust-root":             enterprise,
		"net-mp-internet":             entra,
		"entra-ca-exclude":            func(p *Plan) { p.Entra.ConditionalAccessAllApps = Unsure },
		"entra-more-tenants":          otherTenant,
		"entra-disable-tenant-auth":   otherTenant,
		"entra-device-join":           entra,
		"entra-aspnet45":              entra,
		"client-install-entra":        entra,
		"entra-user-identity":         users,
		"cs-user-policy":              users,
		"entra-ad-user-discovery":     func(p *Plan) { entra(p); p.Entra.Identities = HybridIdentities },
		"pki-template":                https,
		"pki-autoenroll":              uses(Device{Method: ClientPKI, Join: DomainJoined}),
		"pki-export-chain":            pki,
		"pki-crl":                     pki,
		"pki-site-ctl":                pki,
		"pki-cert-selection":          pki,
		"cmg-trusted-roots":           pki,
		"site-pki-option":             pki,
		"site-crl-option":             pki,
		"client-install-pki":          pki,
		"client-fqdns":                pki,
		"pki-cp-cert":                 func(p *Plan) { pki(p); https(p); p.ManagementPoints[0].CMGTraffic = Yes },
		"token-client-version":        token,
		"token-bulk-block":            token,
		"token-restart-policy":        token,
		"token-internal-registration": uses(Device{Method: SiteToken, ReachesInternalNetwork: Yes}),
		"token-bulk":                  uses(Device{Method: SiteToken, ReachesInternalNetwork: No}),
		"client-install-token":        uses(Device{Method: SiteToken, ReachesInternalNetwork: No}),
		"site-ehttp":                  func(p *Plan) { p.Site.Security = EnhancedHTTP },
		"site-https-only":             func(p *Plan) { p.Site.Security = HTTPSOnly },
		"mp-webserver-cert":           https,
		"mp-monitoring-cert":          https,
		"mp-https":                    https,
		"mp-rebind-443": func(p *Plan) {
			p.Site.Security = EnhancedHTTP
			p.ManagementPoints = []ManagementPoint{{ClientsNow: ConnectHTTPS, Clients: ConnectHTTP}}
		},
		"mp-internet-only": func(p *Plan) {
			p.Site.Security = EnhancedHTTP
			p.ManagementPoints = []ManagementPoint{{Clients: ConnectHTTPS, CMGTraffic: Yes}, {Clients: ConnectHTTP}}
			p.Devices = []Device{{OnPremises: Yes}}
		},
		"content-distribute": func(p *Plan) { p.Gateway.ServeContent = Yes },
	} {
		task := taskCalled(t, id)
		p := &Plan{}
		if task.When == nil || task.When(p) {
			t.Errorf("%s is asked for in an empty plan", id)
		}
		if change(p); task.When != nil && !task.When(p) {
			t.Errorf("%s is not asked for, although %s", id, task.If)
		}
	}
}

func TestTaskConditionsThatEnd(t *testing.T) {
	none := func(p *Plan) {
		p.Devices = []Device{{Internet: Yes, Method: EntraID, ClientInstalled: No}, {Internet: No, ClientInstalled: Yes}}
	}
	for id, change := range map[string]func(*Plan){
		"bg-add-cmg":              func(p *Plan) { p.Gateway.IntranetClients = No },
		"sup-cmg-traffic":         func(p *Plan) { p.Gateway.SoftwareUpdates = No },
		"entra-apps-create":       func(p *Plan) { p.Entra.Apps = AppsByHand },
		"entra-apps-manual":       func(p *Plan) { p.Entra.Apps = AppsByWizard },
		"entra-apps-import":       func(p *Plan) { p.Entra.Apps = AppsByWizard },
		"client-intranet-refresh": none,
		"pre-classic-cmg":         func(p *Plan) { p.Gateway.ClassicPresent = No },
		"dns-cname":               func(p *Plan) { p.Gateway.ServiceName = "granitefalls.westus.cloudapp.azure.com" },
	} {
		task := taskCalled(t, id)
		p := &Plan{}
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
		method    Method
		installed YesNo
		want      []string
	}{
		{EntraID, "", []string{"client-intranet-refresh", "client-fqdns", "client-install-entra"}},
		{EntraID, Unsure, []string{"client-intranet-refresh", "client-fqdns", "client-install-entra"}},
		{EntraID, Yes, []string{"client-intranet-refresh", "client-fqdns"}},
		{EntraID, No, []string{"client-install-entra"}},
		{ClientPKI, "", []string{"client-intranet-refresh", "client-fqdns", "client-install-pki"}},
		{ClientPKI, Yes, []string{"client-intranet-refresh", "client-fqdns"}},
		{ClientPKI, No, []string{"client-install-pki"}},
		{SiteToken, "", []string{"client-intranet-refresh", "client-install-token"}},
		{SiteToken, Yes, []string{"client-intranet-refresh"}},
		{SiteToken, No, []string{"client-install-token"}},
	} {
		p := &Plan{}
		p.Devices = []Device{{Internet: Yes, Method: c.method, ClientInstalled: c.installed, ClientCertificate: No}}
		p.Token.Registration = []Registration{BulkToken}
		var got []string
		for _, item := range p.Items(p.Findings()) {
			if slices.Contains(tasks, item.ID) {
				got = append(got, item.ID)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s, client installed %q: %q, want %q", c.method, c.installed, got, c.want)
		}
	}
}

func TestARequiredBulkTokenIsUsed(t *testing.T) {
	p := &Plan{}
	p.Devices = []Device{{Internet: Yes, Method: SiteToken, ClientInstalled: Yes, ReachesInternalNetwork: No}}
	if !installsWithToken(p) {
		t.Error("a bulk token is required, and no task uses it")
	}
}

func TestOneCertificateNeedsNoSelection(t *testing.T) {
	p := &Plan{}
	p.Devices, p.PKI.SeveralCertificates = []Device{{Internet: Yes, Method: ClientPKI}}, No
	if taskCalled(t, "pki-cert-selection").When(p) {
		t.Error("clients with one certificate are told which to take")
	}
}

func TestHybridDevicesMustRegister(t *testing.T) {
	p := &Plan{}
	p.ClientSettings = ClientSettings{UseCMG: Yes, EntraRegistration: No}
	p.Devices = []Device{{Internet: Yes, Method: EntraID, Join: EntraJoined}}
	if !clientsMayUseCMG(p) {
		t.Error("Entra joined devices wait for a setting that is not for them")
	}
	p.Devices[0].Join = HybridJoined
	if clientsMayUseCMG(p) {
		t.Error("the client settings count as done, and hybrid joined devices do not register")
	}
}

func TestOlderVersionsNeedNoInternetOnManagementPoints(t *testing.T) {
	p := fullPlan()
	p.Site.Version = "2509"
	if taskCalled(t, "net-mp-internet").When(p) {
		t.Error("net-mp-internet is asked for before version 2603")
	}
}

func taskCalled(t *testing.T, id string) Task {
	t.Helper()
	for _, task := range catalogue().tasks {
		if task.ID == id {
			return task.Task
		}
	}
	t.Fatalf("no task is called %s", id)
	return Task{}
}

func TestTasksOfRulesExist(t *testing.T) {
	for _, rule := range Rules() {
		if rule.Task != "" && !slices.Contains(taskIDs(), rule.Task) {
			t.Errorf("%s plans %s, which is no task", rule.ID, rule.Task)
		}
	}
}

// TestOneTaskForTheApps: the list asks to create the apps, unless they are made
// by hand and imported.
func TestOneTaskForTheApps(t *testing.T) {
	for _, apps := range []AppOrigin{"", Unsure, AppsByWizard, AppsByHand} {
		p := goodPlan()
		p.Entra.SiteIntegrated, p.Entra.Apps = No, apps
		listed := slices.ContainsFunc(p.Items(p.Findings()), func(i Item) bool { return i.ID == "entra-apps-create" })
		if listed != (apps != AppsByHand) {
			t.Errorf("apps %q: the list asks for entra-apps-create: %v", apps, listed)
		}
	}
}

// TestTasksDoneByAnswer changes one thing in an empty plan, and expects the
// task to be done then and open before.
func TestTasksDoneByAnswer(t *testing.T) {
	point := func(mp ManagementPoint) func(*Plan) {
		return func(p *Plan) { mp.CMGTraffic = Yes; p.ManagementPoints = []ManagementPoint{mp} }
	}
	connector := func(c ConnectionPoint) func(*Plan) {
		return func(p *Plan) { p.ConnectionPoints = []ConnectionPoint{c} }
	}
	integrated := func(p *Plan) { p.Entra.SiteIntegrated = Yes }
	issued := func(p *Plan) { p.PKI.CertificatesIssued = Yes }
	cases := map[string]func(*Plan){
		"entra-aspnet45":          point(ManagementPoint{ASPNET45: Yes}),
		"net-mp-internet":         point(ManagementPoint{InternetAccess: Yes}),
		"mp-internet-only":        point(ManagementPoint{InternetOnly: Yes}),
		"mp-webserver-cert":       point(ManagementPoint{Clients: ConnectHTTPS, WebCertificate: WebPublic}),
		"mp-https":                point(ManagementPoint{Clients: ConnectHTTPS, ClientsNow: ConnectHTTPS}),
		"net-firewall-cp":         connector(ConnectionPoint{OutboundPortsOpen: Yes}),
		"pki-cp-cert":             connector(ConnectionPoint{ClientCertificate: Yes}),
		"entra-apps-create":       integrated,
		"entra-apps-manual":       integrated,
		"entra-apps-import":       integrated,
		"entra-ad-user-discovery": func(p *Plan) { p.Entra.ADUserDiscovery = Yes },
		"entra-discovery-page":    func(p *Plan) { p.Entra.EntraUserDiscovery = Yes },
		"cert-trust-root":         func(p *Plan) { p.Gateway.RootOnClients = Yes },
		"pki-template":            issued,
		"pki-autoenroll":          issued,
		"site-pki-option":         func(p *Plan) { p.Site.UsePKICertificate = Yes },
		"site-crl-option":         func(p *Plan) { p.Site.CheckCRL = No },
		"pre-scp-online":          func(p *Plan) { p.Site.ServiceConnectionPoint = ConnectionOnline },
		"plan-name-unique":        func(p *Plan) { p.Gateway.NameAvailable = NameFree },
		"azure-providers":         func(p *Plan) { p.Gateway.ResourceProviders = Yes },
		"net-firewall-clients":    func(p *Plan) { p.Gateway.TLSInspection = No },
		"token-client-version":    func(p *Plan) { p.Token.ClientsCurrent = Yes },
		"cs-delta-off":            func(p *Plan) { p.ClientSettings.DeltaContent = No },
		"pre-site-not-http":       func(p *Plan) { p.Site.SecurityNow = EnhancedHTTP },
		"site-ehttp":              func(p *Plan) { p.Site.Security, p.Site.SecurityNow = EnhancedHTTP, EnhancedHTTP },
		"site-https-only":         func(p *Plan) { p.Site.Security, p.Site.SecurityNow = HTTPSOnly, HTTPSOnly },
		"cs-cmg":                  func(p *Plan) { p.ClientSettings.UseCMG = Yes },
		"srv-dotnet-48":           func(p *Plan) { p.Site.DotNet48 = Yes },
		"mp-client-ca-trust": func(p *Plan) {
			p.Devices = []Device{{Internet: Yes, Method: ClientPKI}}
			p.ManagementPoints = []ManagementPoint{{CMGTraffic: Yes, Clients: ConnectHTTPS, TrustsClientCA: Yes}}
		},
		"cs-user-policy": func(p *Plan) { p.ClientSettings.UserPolicyInternet = Yes },
	}
	for _, task := range catalogue().tasks {
		p := &Plan{}
		if state := itemOf(p, task.ID).Progress.State; state != Open {
			t.Errorf("%s is %s in an empty plan", task.ID, state)
		}
		change, stated := cases[task.ID]
		switch {
		case stated && task.Already == nil:
			t.Errorf("%s has a case, although no answer states its result", task.ID)
		case stated:
			change(p)
		default: // the good plan has every later answer
			p = goodPlan()
		}
		if task.Already == nil || isForgotten(task.ID) {
			continue
		}
		if got := itemOf(p, task.ID).Progress; got.State != Done || got.By != ByAnswer {
			t.Errorf("%s is %s by %q, although the answers state its result", task.ID, got.State, got.By)
		}
	}
}

// isForgotten reports whether the good plan has no answer yet to the question of
// a task, which the test of that plan tells.
func isForgotten(task string) bool {
	for _, f := range goodPlan().Judged() {
		if f.Outcome == NotAsked && !skippedInGoodPlan(f.Rule) && slices.ContainsFunc(Rules(), func(r Rule) bool { return r.ID == f.Rule && r.Task == task }) {
			return true
		}
	}
	return false
}

func TestContentIsPartOfTheClientSettings(t *testing.T) {
	p := &Plan{}
	p.Gateway.ServeContent, p.ClientSettings.UseCMG = Yes, Yes
	if clientsMayUseCMG(p) {
		t.Error("the client settings count as done without the cloud distribution point")
	}
}

func TestOnePointWithoutItIsNotDone(t *testing.T) {
	p := &Plan{}
	p.ManagementPoints = []ManagementPoint{{CMGTraffic: Yes, ASPNET45: Yes}, {CMGTraffic: Yes, ASPNET45: Unsure}}
	if aspNetInPlace(p) {
		t.Error("one management point without ASP.NET 4.5 counts as done")
	}
}

// itemOf is the task as this plan prints it.
func itemOf(p *Plan, id string) FullItem {
	c := catalogue()
	return p.full(p.item(c, c.place[id]))
}

func TestItemsOfAnyPlanAreInOrder(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(1))
	for n := range slow.Rounds(2000) {
		p := randomPlan(random)
		items := p.Items(p.Findings())
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
	p, open := goodPlan(), map[string]bool{}
	for _, item := range p.Items(p.Findings()) {
		open[item.ID] = item.Progress.State.Pending() && !slices.Contains(doMore, item.ID)
	}
	for _, f := range p.Judged() {
		i := slices.IndexFunc(Rules(), func(r Rule) bool { return r.ID == f.Rule })
		if task := Rules()[i].Task; f.Outcome == Holds && open[task] {
			t.Errorf("%s is open although %s holds: say when it is already done", task, f.Rule)
		}
	}
}

// TestFindingsPlanListedTasks notices a rule whose task is not in the list. That
// the task is none at all is told once, by the test of the rules.
func TestFindingsPlanListedTasks(t *testing.T) {
	random := rand.New(rand.NewSource(2))
	for n := range 300 {
		p := randomPlan(random)
		findings := p.Findings()
		items := p.Items(findings)
		for _, f := range findings {
			if f.Task != "" && slices.Contains(taskIDs(), f.Task) && !slices.ContainsFunc(items, func(i Item) bool { return i.ID == f.Task }) {
				t.Fatalf("plan %d: %s plans %s, which is not listed", n, f.Rule, f.Task)
			}
		}
	}
}

func randomPlan(random *rand.Rand) *Plan {
	p := &Plan{}
	p.Devices = make([]Device, random.Intn(4))
	p.ManagementPoints = make([]ManagementPoint, random.Intn(4))
	p.ConnectionPoints = make([]ConnectionPoint, random.Intn(3))
	for _, field := range p.Fields() {
		if err := field.Set(randomAnswer(random, field)); err != nil {
			panic(fmt.Sprintf("%s: %v", field.Key, err))
		}
	}
	return p
}

// randomAnswer is a word of the field, Unsure or nothing.
func randomAnswer(random *rand.Rand, field Field) string {
	words := []string{"", Unsure}
	for _, w := range field.Words() {
		words = append(words, w.Value, w.Value)
	}
	switch {
	case field.Kind() == NumberField:
		words = append(words, "1", "2", "5")
	case strings.HasSuffix(field.Key, "version"):
		words = append(words, "2103", "2403", "2603")
	case strings.HasSuffix(field.Key, "service_name"):
		words = append(words, "granitefalls.contoso.com", "granitefalls.westus.cloudapp.azure.com")
	}
	return words[random.Intn(len(words))]
}

func TestPowerShellNamesStandAlone(t *testing.T) {
	for _, task := range catalogue().tasks {
		for _, c := range task.Commands {
			for _, place := range nameForm.FindAllStringIndex(c.Line, -1) {
				name := c.Line[place[0]:place[1]]
				if _, isSwitch := switches[name[1:len(name)-1]]; isSwitch {
					continue
				}
				if _, known := fillings[name[1:len(name)-1]]; !known {
					t.Errorf("%s: %s is no filling", task.ID, name)
				}
				glued := c.Line[place[0]-1] != ' ' || place[1] < len(c.Line) && c.Line[place[1]] != ' ' && c.Line[place[1]] != ')' && !switchFollows(c.Line[place[1]:])
				quoted := strings.Count(c.Line[:place[0]], `"`)%2 != 0
				if c.Shell.isPowerShell() && (glued || quoted) {
					t.Errorf("%s: %s does not stand alone in %q", task.ID, name, c.Line)
				}
			}
		}
	}
}

// switchFollows reports whether a line goes on with a switch, which brings its
// own blank.
func switchFollows(rest string) bool {
	place := nameForm.FindStringIndex(rest)
	if place == nil || place[0] != 0 {
		return false
	}
	_, isSwitch := switches[rest[1:place[1]-1]]
	return isSwitch
}

// TestUSGovernmentImport: the lines name the cloud where it is not the default.
func TestUSGovernmentImport(t *testing.T) {
	task := taskCalled(t, "entra-apps-import")
	for environment, want := range map[Environment]int{GovernmentCloud: 2, PublicCloud: 0, "": 0, Unsure: 0} {
		p := fullPlan()
		p.Gateway.Environment = environment
		named := 0
		for _, c := range task.Commands {
			for _, line := range p.fillCommand(c) {
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
	for _, task := range catalogue().tasks {
		for _, c := range task.Commands {
			if strings.Contains(c.Line, "Get-WmiObject") != (c.Shell == WindowsPowerShell) {
				t.Errorf("%s: %s in %s", task.ID, c.Line, c.Shell)
			}
		}
	}
}

var hostile = []string{
	"<x> & calc",
	"{site}",
	`'; Remove-Item C:\ -Recurse #`, "x\u2019; calc; \u2018", "\u201a\u201b; calc", "$(calc)", "a\nRemove-Item C:\\",
	"\x1b[31mred\x1b[0m & calc", `" & calc & "`, "a`ncalc", "%PATH% | calc",
}

func hostilePlan(value string) *Plan {
	p := fullPlan()
	p.Site.Code, p.Entra.TenantID, p.Entra.AppIDURI = Clean(value), value, value
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = value
	}
	for i := range p.ConnectionPoints {
		p.ConnectionPoints[i].Host = value
	}
	p.Gateway.ServiceName, p.Gateway.Region, p.Gateway.ResourceGroup = value, value, value
	return p
}

func TestHostileValuesStayInPowerShellLiterals(t *testing.T) {
	for _, value := range hostile {
		p := hostilePlan(value)
		for _, task := range catalogue().tasks {
			for _, c := range task.Commands {
				if !c.Shell.isPowerShell() {
					continue
				}
				for _, line := range p.fillCommand(c) {
					checkLiterals(t, task.ID, p.switched(c.Line), line, Clean(value))
				}
			}
		}
	}
}

// checkLiterals compares a line with its template: outside literals nothing
// may differ, and each name must have become one literal.
func checkLiterals(t *testing.T, id, template, line, value string) {
	t.Helper()
	code, literals, closed := powerShellParts(line)
	want, _, _ := powerShellParts(nameForm.ReplaceAllString(template, "'value'"))
	if code != want || !closed {
		t.Errorf("%s: a value got out of its literal: %s", id, line)
	}
	for i, match := range nameForm.FindAllString(template, -1) {
		fixed := match == "{login}"
		if i >= len(literals) || !fixed && literals[i] != value {
			t.Errorf("%s: %s is not one literal %q in %s", id, match, value, line)
		}
	}
}

// powerShellParts reads a line as PowerShell does: the code with every
// single-quoted literal replaced by a mark, and the literals. Any of five signs
// is a single quote, and two of them inside stand for the second.
func powerShellParts(line string) (code string, literals []string, closed bool) {
	const quotes = "'\u2018\u2019\u201a\u201b"
	var literal strings.Builder
	inside := false
	for runes := []rune(line); len(runes) > 0; runes = runes[1:] {
		quote := strings.ContainsRune(quotes, runes[0])
		switch {
		case !inside && quote:
			inside = true
		case !inside:
			code += string(runes[0])
		case quote && len(runes) > 1 && strings.ContainsRune(quotes, runes[1]):
			runes = runes[1:]
			literal.WriteRune(runes[0])
		case quote:
			inside, literals, code = false, append(literals, literal.String()), code+"\x00"
			literal.Reset()
		default:
			literal.WriteRune(runes[0])
		}
	}
	return code, literals, !inside
}

func TestHostileValuesAreLeftOutOfPromptLines(t *testing.T) {
	for _, value := range hostile {
		p := hostilePlan(value)
		for _, task := range catalogue().tasks {
			for _, c := range task.Commands {
				if c.Shell.isPowerShell() {
					continue
				}
				want := regexp.MustCompile(`\{(service|site|tenant|app-uri)\}`).ReplaceAllString(p.switched(c.Line), "<type the value here>")
				want = strings.ReplaceAll(want, "{lifetime}", "1440")
				for _, line := range p.fillCommand(c) {
					if line != want {
						t.Errorf("%s: %q is bare in %q", task.ID, value, line)
					}
				}
			}
		}
	}
}

func TestNoCommandHoldsAToken(t *testing.T) {
	for _, task := range catalogue().tasks {
		for _, c := range task.Commands {
			_, after, found := strings.Cut(c.Line, "/regtoken:")
			if found && !strings.HasPrefix(after, "<bulk token>") {
				t.Errorf("%s: a token in %q", task.ID, c.Line)
			}
		}
	}
}
