package judge_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
	"cmgwizard/steps"
)

// A statement is one sentence of Microsoft's article on client authentication
// for a CMG, in our words, and where this program says it or acts on it.
type statement struct {
	says  string
	where []place
}

// A place looks itself up: the error says what is gone.
type place func() error

// statements is the map of the article, in its order.
var statements = []statement{
	// The three methods.
	{"Clients from the internet must prove more than clients inside", []place{page("methods", "need stronger authentication than internal ones")}},
	{"There are three methods: Microsoft Entra ID, PKI certificates, site-issued tokens", []place{
		page("methods", "There are three methods"), rule("internet-device-method", "Choose Microsoft Entra ID, PKI certificates or site-issued tokens"),
		table("the words of the method", func() bool { return len(model.Methods) == 3 }),
	}},
	{"The planning page tells more about the methods", []place{cited("plan-methods", "/cmg/plan-client-authentication"), help("devices[0].method", "Plan for CMG client authentication methods")}},

	// Microsoft Entra ID.
	{"Use Microsoft Entra ID for internet devices with Windows 10 or later", []place{
		rule("entra-recommended", "Use Microsoft Entra ID for these devices"), task("plan-methods", "Choose Microsoft Entra ID for devices with Windows 10 or later"),
		table("it is recommended for them", func() bool { return recommended(model.HybridJoined, model.Windows10) == model.EntraID }),
	}},
	{"It needs Windows 10 or later", []place{rule("entra-needs-windows-10", "run Windows 10 or later"), help("devices[0].windows", "Microsoft Entra ID needs Windows 10 or later")}},
	{"It is the only method for deployments to users", []place{
		rule("user-centric-needs-entra", "Use Microsoft Entra ID for these devices, or deploy to devices only"), help("devices[0].user_centric", "Only Microsoft Entra ID lets users"),
		table("users with no other method", func() bool {
			return slices.Contains(onInternet(model.HybridJoined, model.EntraID, enhanced).Scenarios, "user") &&
				!slices.Contains(onInternet(model.HybridJoined, model.ClientPKI, enhanced).Scenarios, "user") &&
				!slices.Contains(onInternet(model.HybridJoined, model.SiteToken, enhanced).Scenarios, "user")
		}),
	}},
	{"The devices are joined to the cloud domain or hybrid joined", []place{
		rule("entra-needs-join", "are Entra joined or hybrid joined"), help("devices[0].join", "works for Entra joined and hybrid joined devices only"),
		table("no other join fits", func() bool {
			return onInternet(model.EntraJoined, model.EntraID, enhanced).Supported == "yes" &&
				onInternet(model.DomainJoined, model.EntraID, enhanced).Supported == "no" &&
				onInternet(model.Workgroup, model.EntraID, enhanced).Supported == "no"
		}),
	}},
	{"The user needs a Microsoft Entra identity", []place{task("entra-user-identity", "each must exist in the tenant")}},
	{"dsregcmd.exe /status shows whether a device is joined to the cloud", []place{task("entra-device-join", "dsregcmd.exe /status"), help("devices[0].join", "dsregcmd.exe /status")}},
	{"AzureAdjoined is YES for Entra joined and for hybrid joined devices", []place{
		task("entra-device-join", "It is `YES` for Entra joined and for hybrid joined devices"), help("devices[0].join", "AzureAdJoined YES means Entra joined, and with DomainJoined YES hybrid joined"),
	}},
	{"The article on dsregcmd tells more", []place{cited("entra-device-join", "/troubleshoot-device-dsregcmd#device-state")}},
	{"The site must be integrated with Microsoft Entra ID", []place{rule("site-integrated", "Connect the site"), requirement("entra_integration", "app registrations"), task("entra-apps-create", "Cloud Management")}},
	{"That is done before client authentication is set up", []place{phases("entra-integration", "client-authentication"), cited("entra-apps-create", "/cmg/configure-azure-ad")}},
	{"User discovery is turned on for hybrid identities", []place{
		rule("ad-user-discovery", ""), rule("entra-user-discovery", "hybrid identities"), requirement("ad_user_discovery", "found in both directories"),
		requirement("entra_user_discovery", "hybrid identities"), task("entra-ad-user-discovery", "Active Directory User Discovery"), task("entra-discovery-page", "Enable Microsoft Entra user Discovery"),
	}},
	{"ASP.NET 4.5 is turned on on the management point", []place{rule("mp-asp-net", "Install ASP.NET 4.5"), requirement("asp_net_45", ""), task("entra-aspnet45", "**ASP.NET 4.5**")}},
	{"Client settings are configured", []place{rule("client-setting-cmg", "Enable clients to use a cloud management gateway"), task("cs-cmg", "Enable clients to use a cloud management gateway"), task("cs-user-policy", "Enable user policy requests from internet clients")}},
	{"The page on clients with Microsoft Entra ID tells more", []place{cited("client-install-entra", "/deploy/deploy-clients-cmg-azure"), cited("entra-aspnet45", "/deploy/deploy-clients-cmg-azure")}},

	// PKI certificates.
	{"Use PKI certificates if you have a PKI that can issue them to devices", []place{rule("pki-available", "A PKI can issue client authentication certificates"), help("pki.available", "If a PKI can issue client authentication certificates")}},
	{"The connection point may need such a certificate too", []place{requirement("connection_point_certificate", "An HTTPS management point asks the connection point for a certificate"), task("pki-cp-cert", "")}},
	{"The certificate is issued outside of ConfigMgr", []place{
		table("its tasks belong to the PKI", func() bool {
			return taskOf("pki-template").Owner == model.PKITeam && taskOf("pki-autoenroll").Owner == model.PKITeam
		}),
	}},
	{"For instance with Active Directory Certificate Services", []place{task("pki-template", "Active Directory Certificate Services"), help("pki.issuer", "Active Directory Certificate Services")}},
	{"And by group policy to domain-joined devices by itself", []place{task("pki-autoenroll", "Certificate Services Client - Auto-enrollment"), task("pki-autoenroll", "add **Autoenroll**")}},
	{"The example deployment shows the client certificate", []place{cited("pki-template", "/network/example-deployment-of-pki-certificates#BKMK_client2008_cm2012")}},
	{"Keys have 2048 or 4096 bits", []place{rule("client-key-length", "2048 or 4096 bits"), task("pki-template", "key size of 2048 or 4096 bits"), help("pki.key_bits", "2048 and 4096 bits")}},
	{"Private keys may be in a key storage provider (v3)", []place{task("pki-template", "Key Storage Provider"), cited("pki-template", "/network/cng-certificates-overview")}},

	// The trusted root.
	{"The CMG must trust the client certificates to make the HTTPS channel", []place{requirement("trusted_root_chain", "The CMG checks client certificates itself"), task("cmg-trusted-roots", "The CMG refuses PKI clients")}},
	{"Export the trusted root chain for that", []place{task("pki-export-chain", "Export the CA chain of the client certificates")}},
	{"Supply it when the CMG is created in the console", []place{task("cmg-wizard", "add every `.cer` file of the chain"), task("cmg-trusted-roots", "In the wizard, this is **Certificates** on the **Settings** page")}},
	{"Export every certificate of the chain", []place{task("pki-export-chain", "Do the same for every certificate above it, up to the root")}},
	{"With an intermediate CA that is the intermediate and the root", []place{task("cmg-wizard", "each root CA as root, all others as intermediate")}},
	{"The note: only with HTTPS management points and PKI certificates", []place{conflict("pki-export-chain", "only with HTTPS management points"), requirement("trusted_root_chain", "whatever the mode of the management points")}},
	{"Not with E-HTTP management points and Microsoft Entra ID or tokens", []place{
		table("the chain is not required", func() bool {
			return need("trusted_root_chain", model.EntraID, enhanced) == rules.NotRequired &&
				need("trusted_root_chain", model.SiteToken, enhanced) == rules.NotRequired &&
				need("trusted_root_chain", model.ClientPKI, https) == rules.Required
		}),
	}},
	{"Export on a computer that got a client authentication certificate", []place{task("pki-export-chain", "On a computer that holds a client authentication certificate"), help("pki.certificates_issued", "exported from a computer that holds one")}},
	{"Open Start, run, mmc", []place{task("pki-export-chain", "open the **Run** dialog from the **Start** menu and enter `mmc`")}},
	{"File, Add/Remove Snap-in", []place{task("pki-export-chain", "From the **File** menu choose **Add/Remove Snap-in...**")}},
	{"Certificates, Add", []place{task("pki-export-chain", "select **Certificates**, then **Add**")}},
	{"Computer account, Next", []place{task("pki-export-chain", "Select **Computer account**, then **Next**")}},
	{"Local computer, Finish", []place{task("pki-export-chain", "**Local computer**, then **Finish**")}},
	{"OK in Add or Remove Snap-ins", []place{task("pki-export-chain", "**Finish**. Select **OK**")}},
	{"Expand Certificates and Personal, select Certificates", []place{task("pki-export-chain", "Expand **Certificates**, expand **Personal**, and select **Certificates**")}},
	{"Select one for Client Authentication", []place{task("pki-export-chain", "whose **Intended Purpose** is **Client Authentication**")}},
	{"Action, Open", []place{task("pki-export-chain", "From the **Action** menu select **Open**")}},
	{"The tab Certification Path", []place{task("pki-export-chain", "tab **Certification Path**")}},
	{"The next certificate up the chain, View Certificate", []place{task("pki-export-chain", "next certificate up the chain, and select **View Certificate**")}},
	{"Details, Copy to File", []place{task("pki-export-chain", "**Details**, and select **Copy to File...**")}},
	{"The export wizard with DER encoded binary X.509 (.CER)", []place{task("pki-export-chain", "**DER encoded binary X.509 (.CER)**")}},
	{"Note name and place of the file", []place{task("pki-export-chain", "Note the name and the place of the file")}},
	{"Note which are intermediate CAs and which trusted root CAs", []place{task("pki-export-chain", "whether it is an intermediate CA or a trusted root CA")}},

	// The connection point.
	{"The connection point needs a secure connection to the management point", []place{requirement("connection_point_certificate", "An HTTPS management point asks the connection point"), help("connection_points[0].client_certificate", "An HTTPS management point asks the connection point for one")}},
	{"PKI with an HTTPS management point: issue a client authentication certificate to its server", []place{
		rule("connection-point-certificate", "Enroll a client authentication certificate on the server"), conflict("pki-cp-cert", "PKI clients and an HTTPS management point"),
		table("it is required", func() bool { return need(connector, model.ClientPKI, https) == rules.Required }),
	}},
	{"Not required with Microsoft Entra ID", []place{table("it is not required", func() bool {
		return need(connector, model.EntraID, https) != rules.Required && need(connector, model.EntraID, enhanced) == rules.NotRequired
	})}},
	{"Not required with site-issued tokens", []place{table("it is not required", func() bool {
		return need(connector, model.SiteToken, https) != rules.Required && need(connector, model.SiteToken, enhanced) == rules.NotRequired
	})}},
	{"Not required with Enhanced HTTP", []place{
		table("it is not required", func() bool { return need(connector, model.ClientPKI, enhanced) != rules.Required }),
		rule("connection-point-certificate", "recommended for the other two"),
	}},

	// Site tokens.
	{"Use tokens where neither Microsoft Entra ID nor PKI certificates are possible", []place{
		task("plan-methods", "Choose a site-issued token for the rest"),
		table("they are recommended there", func() bool { return recommended(model.Workgroup, model.WindowsEarlier) == model.SiteToken }),
	}},
	{"A bulk registration token can be created", []place{requirement("bulk_registration_token", ""), task("token-bulk", "BulkRegistrationTokenTool.exe"), cited("token-bulk", "/deploy/deploy-clients-cmg-token")}},

	// The management point.
	{"Management points for the internet may have to change", []place{rule("cmg-mp-mode", "Set the management point to HTTPS, or the site to Enhanced HTTP")}},
	{"There are two ways: Enhanced HTTP with HTTP, or HTTPS", []place{page("modes", "with its own PKI certificate, or with a site-issued one (Enhanced HTTP)")}},
	{"The site option lets the management point stay on HTTP", []place{
		task("site-ehttp", "**Use Configuration Manager-generated certificates for HTTP site systems**"), task("site-ehttp", "Leave the management points that will use it on **HTTP**"),
		requirement("enhanced_http", ""),
	}},
	{"The site then makes the SMS Role SSL Certificate", []place{task("site-ehttp", "**SMS Role SSL Certificate**")}},
	{"The root SMS Issuing issues it", []place{task("site-ehttp", "**SMS Issuing** and certificates issued by it")}},
	{"It is bound to port 443 of the Default Web Site", []place{task("site-ehttp", "on port 443 of **Default Web Site**"), rule("mp-https-binding", "Bind the SMS Role SSL Certificate to port 443")}},
	{"Internal clients may keep HTTP", []place{help("management_points[0].clients", "internal clients may keep HTTP")}},
	{"Internet clients with Microsoft Entra ID use an E-HTTP management point through the CMG", []place{
		table("it serves them", func() bool { return onInternet(model.EntraJoined, model.EntraID, enhanced).Supported == "yes" }),
		help("management_points[0].clients", "internet clients use HTTPS"),
	}},
	{"The page on Enhanced HTTP tells more", []place{cited("site-ehttp", "/hierarchy/enhanced-http")}},
	{"An HTTPS management point needs a web server certificate first", []place{rule("mp-web-certificate", "Issue a web server certificate"), requirement("web_server_certificate", "IIS answers HTTPS with it"), after("mp-https", "mp-webserver-cert")}},
	{"It comes from a PKI or from a third party", []place{task("mp-webserver-cert", "A certificate from another PKI or from a public provider works too"), table("both are words of the answer", func() bool { return len(model.WebCertificates) == 3 })}},
	{"The pages on PKI requirements and on the example tell more", []place{cited("mp-webserver-cert", "/network/pki-certificate-requirements"), cited("mp-webserver-cert", "#BKMK_webserver2008_cm2012")}},
	{"Set the client connections to HTTPS", []place{task("mp-https", "Set the client connections to **HTTPS**")}},
	{"More settings follow once the CMG exists", []place{task("mp-https", "The settings for the CMG follow later, when the CMG exists"), task("mp-cmg-traffic", "Allow Configuration Manager cloud management gateway traffic")}},
	{"Not every management point must be HTTPS", []place{table("one that takes no CMG traffic is not judged", func() bool {
		p := sitePlan(https)
		p.ManagementPoints = append(p.ManagementPoints, model.ManagementPoint{Clients: model.ConnectHTTP, CMGTraffic: model.No})
		return !slices.ContainsFunc(rules.AllFindings(p), func(f rules.Finding) bool {
			return f.Rule == "cmg-mp-mode" && f.Subject == "management_points[1].clients"
		})
	})}},
	{"Make the CMG management points internet only, so that internal clients do not try them", []place{
		requirement("internet_only_management_points", "do not try the HTTPS management points"), task("mp-internet-only", "**Internet only**"), help("management_points[0].internet_only", "Internal clients then do not use it"),
	}},

	// The words of the tables.
	{"Workgroup: neither domain nor Microsoft Entra ID", []place{table("a kind of device", func() bool { return model.Joins.Label(model.Workgroup) == "Workgroup" })}},
	{"AD domain-joined: joined to a domain on-premises", []place{table("a kind of device", func() bool { return model.Joins.Label(model.DomainJoined) == "AD domain-joined" })}},
	{"Microsoft Entra joined: joined to a tenant", []place{table("a kind of device", func() bool { return model.Joins.Label(model.EntraJoined) == "Microsoft Entra joined" }), help("devices[0].join", "AzureAdJoined YES means Entra joined")}},
	{"Hybrid joined: in Active Directory and registered in the tenant", []place{table("a kind of device", func() bool { return model.Joins.Label(model.HybridJoined) == "Hybrid joined" }), task("entra-device-join", "`DomainJoined : YES` beside it means hybrid joined")}},
	{"HTTP: the client connections of the management point are HTTP", []place{table("its mode", func() bool { return modeOf(plainHTTP) == "http" }), help("management_points[0].clients", "Properties > General, client connections")}},
	{"HTTPS: the client connections of the management point are HTTPS", []place{table("its mode", func() bool { return modeOf(https) == "https" })}},
	{"E-HTTP: the site option with a management point on HTTP, ready for both", []place{
		table("its mode", func() bool { return modeOf(enhanced) == "e-http" }), help("management_points[0].clients", "HTTP in an Enhanced HTTP site answers both"), task("site-ehttp", "**Communication Security**"),
	}},
	{"From version 2103 on sites that allow HTTP are deprecated", []place{
		rule("site-plain-http", "as version 2103 did"),
		table("a warning from 2103 on", func() bool { return plainSeverity("2010") == model.Advice && plainSeverity("2103") == model.Warning }),
	}},
	{"Configure the site for HTTPS or Enhanced HTTP", []place{rule("site-plain-http", "Choose Enhanced HTTP or HTTPS only"), task("pre-site-not-http", "**HTTPS only**"), cited("pre-site-not-http", "#enable-site-system-roles-for-https-or-enhanced-http")}},

	// The table for the internet.
	{"Workgroup on the internet: E-HTTP, HTTPS", []place{table("the row", func() bool { return internetRow(model.Workgroup, model.ClientPKI) })}},
	{"AD domain-joined on the internet: E-HTTP, HTTPS", []place{table("the row", func() bool { return internetRow(model.DomainJoined, model.ClientPKI) })}},
	{"Microsoft Entra joined on the internet: E-HTTP, HTTPS", []place{table("the row", func() bool { return internetRow(model.EntraJoined, model.EntraID) })}},
	{"Hybrid joined on the internet: E-HTTP, HTTPS", []place{table("the row", func() bool { return internetRow(model.HybridJoined, model.EntraID) })}},
	{"Note 1: these need a client authentication certificate", []place{help("devices[0].join", "the others need a certificate or a token")}},
	{"Note 1: these get deployments to devices only", []place{table("device alone", func() bool {
		return only(onInternet(model.Workgroup, model.ClientPKI, https), "device") && only(onInternet(model.DomainJoined, model.ClientPKI, https), "device")
	})}},

	// The table for the internal network.
	{"Workgroup inside: HTTP, HTTPS", []place{table("the row", func() bool { return rowInside(model.Workgroup) })}},
	{"AD domain-joined inside: HTTP, HTTPS", []place{table("the row", func() bool { return rowInside(model.DomainJoined) })}},
	{"Microsoft Entra joined inside: HTTPS alone", []place{rule("on-premises-entra-http", "The table of the article on client authentication lists only HTTPS for internal Entra joined devices")}},
	{"Hybrid joined inside: HTTP, HTTPS", []place{table("the row", func() bool { return rowInside(model.HybridJoined) })}},
	{"AD domain-joined inside: devices and users over HTTP and HTTPS", []place{table("device and user", func() bool {
		return only(inside(model.DomainJoined, plainHTTP), "device", "user") && only(inside(model.DomainJoined, https), "device", "user")
	})}},
	{"Entra joined and hybrid joined inside: devices over HTTP", []place{table("device alone", func() bool {
		return only(inside(model.EntraJoined, plainHTTP), "device") && only(inside(model.HybridJoined, plainHTTP), "device")
	})}},
	{"They need E-HTTP or HTTPS for users", []place{
		rule("on-premises-user-http", "in E-HTTP or HTTPS mode"),
		table("device and user", func() bool {
			return only(inside(model.EntraJoined, enhanced), "device", "user") && only(inside(model.HybridJoined, https), "device", "user")
		}),
	}},
	{"Otherwise they behave as workgroup clients do", []place{table("as a workgroup over HTTP", func() bool {
		want := fmt.Sprint(inside(model.Workgroup, plainHTTP).Scenarios)
		return want == fmt.Sprint(inside(model.EntraJoined, plainHTTP).Scenarios) && want == fmt.Sprint(inside(model.HybridJoined, plainHTTP).Scenarios)
	})}},

	{"Next: create the CMG", []place{phases("client-authentication", "create-cmg"), phases("site-security", "create-cmg"), task("cmg-wizard", "Create Cloud Management Gateway")}},
}

func TestEveryStatementHasItsPlace(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range statements {
		if len(s.where) == 0 || seen[s.says] {
			t.Errorf("%q has no place, or is there twice", s.says)
		}
		seen[s.says] = true
		for _, where := range s.where {
			if err := where(); err != nil {
				t.Errorf("%q: %v", s.says, err)
			}
		}
	}
}

// in looks for a fragment in texts; no fragment is found anywhere.
func in(what, fragment string, texts ...string) error {
	if !strings.Contains(strings.Join(texts, "\n"), fragment) {
		return fmt.Errorf("%s no longer says %q", what, fragment)
	}
	return nil
}

func rule(id, fragment string) place {
	return func() error {
		for _, r := range rules.All() {
			if r.ID == id {
				return in("the rule "+id, fragment, r.Title, r.Fix, toldOf(r.Conflict()))
			}
		}
		return errors.New("the rule " + id + " is gone")
	}
}

func requirement(name, fragment string) place {
	return func() error {
		for _, r := range rules.Requirements((&model.Plan{})) {
			if r.Name == name {
				return in("the requirement "+name, fragment, r.Title, r.Why)
			}
		}
		return errors.New("the requirement " + name + " is gone")
	}
}

func taskOf(id string) tasks.Task {
	for _, phase := range tasks.Phases() {
		for _, task := range phase.Tasks {
			if task.ID == id {
				return task
			}
		}
	}
	return tasks.Task{}
}

func task(id, fragment string) place {
	return func() error {
		found := taskOf(id)
		texts := append([]string{found.Title, found.Proof, found.Skipped}, found.Do...)
		for _, c := range found.Commands {
			texts = append(texts, c.Line)
		}
		if found.ID == "" {
			return errors.New("the task " + id + " is gone")
		}
		return in("the task "+id, fragment, texts...)
	}
}

// conflict is what the pages say against each other, printed at a task.
func conflict(id, fragment string) place {
	return func() error {
		return in("what the pages disagree on at the task "+id, fragment, toldOf(taskOf(id).Conflict()))
	}
}

func toldOf(list model.Disagreements) string { return strings.Join(list.Paragraphs(), "\n") }

// cited is an address, or a part of it, among the sources of a task.
func cited(id, address string) place {
	return func() error {
		var urls []string
		for _, reference := range model.References(taskOf(id).Cites) {
			urls = append(urls, reference.URL)
		}
		return in("the sources of the task "+id, address, urls...)
	}
}

// after is a task that waits for another.
func after(id, before string) place {
	return func() error {
		if !slices.Contains(taskOf(id).After, before) {
			return fmt.Errorf("the task %s no longer waits for %s", id, before)
		}
		return nil
	}
}

func phases(before, later string) place {
	return func() error {
		var ids []string
		for _, phase := range tasks.Phases() {
			ids = append(ids, phase.ID)
		}
		first, second := slices.Index(ids, before), slices.Index(ids, later)
		if first < 0 || second < 0 || first > second {
			return fmt.Errorf("the phase %s no longer stands before %s", before, later)
		}
		return nil
	}
}

func page(id, fragment string) place {
	return func() error {
		step, _ := steps.Find(id)
		return in("the page "+id, fragment, step.Why)
	}
}

func help(key, fragment string) place {
	return func() error {
		a := everything()
		for _, step := range steps.Path(a) {
			for _, q := range step.Every(a) {
				if f, _ := a.Field(key); q.Key == key {
					return in("the question "+key, fragment, append(labels(q.Words(f)), q.Why, q.Where, q.Note)...)
				}
			}
		}
		return errors.New("nobody asks for " + key)
	}
}

func labels(words []model.Word) []string {
	var list []string
	for _, w := range words {
		list = append(list, w.Label)
	}
	return list
}

// everything makes every page and question matter that the map names.
func everything() *model.Answers {
	p := sitePlan(https)
	p.Devices = []model.Device{
		{Join: model.HybridJoined, Internet: model.Yes, Method: model.EntraID},
		{Join: model.DomainJoined, Internet: model.Yes, Method: model.ClientPKI},
	}
	p.ConnectionPoints = make([]model.ConnectionPoint, 1)
	return &p.Answers
}

func table(what string, holds func() bool) place {
	return func() error {
		if !holds() {
			return errors.New("the table no longer says so: " + what)
		}
		return nil
	}
}

// A mode is what makes a management point have it.
type mode struct {
	security model.Security
	clients  model.Connections
}

var (
	plainHTTP = mode{model.PlainHTTP, model.ConnectHTTP}
	enhanced  = mode{model.EnhancedHTTP, model.ConnectHTTP}
	https     = mode{model.EnhancedHTTP, model.ConnectHTTPS}
)

const connector = "connection_point_certificate"

// sitePlan has one management point, before plain HTTP ended.
func sitePlan(m mode) *model.Plan {
	p := &model.Plan{}
	p.Site = model.Site{Version: "2309", Security: m.security}
	p.ManagementPoints = []model.ManagementPoint{{Clients: m.clients, CMGTraffic: model.Yes}}
	return p
}

func modeOf(m mode) model.Mode { return sitePlan(m).Mode(0) }

func deviceIn(m mode, d model.Device) model.DeviceOutcome {
	p := sitePlan(m)
	d.Windows = model.Windows10
	p.Devices = []model.Device{d}
	return p.DeviceOutcomes()[0]
}

func onInternet(join model.Join, method model.Method, m mode) model.DeviceOutcome {
	return deviceIn(m, model.Device{Join: join, Method: method, Internet: model.Yes})
}

func inside(join model.Join, m mode) model.DeviceOutcome {
	return deviceIn(m, model.Device{Join: join, OnPremises: model.Yes})
}

func internetRow(join model.Join, method model.Method) bool {
	return onInternet(join, method, enhanced).Supported == "yes" && onInternet(join, method, https).Supported == "yes" &&
		onInternet(join, method, plainHTTP).Supported == "no"
}

func rowInside(join model.Join) bool {
	return inside(join, plainHTTP).Supported == "yes" && inside(join, https).Supported == "yes"
}

// only reports whether the device is supported with these scenarios alone.
func only(o model.DeviceOutcome, scenarios ...string) bool {
	return o.Supported == "yes" && slices.Equal(o.Scenarios, scenarios)
}

func need(name string, method model.Method, m mode) rules.Need {
	p := sitePlan(m)
	p.Devices = []model.Device{{Internet: model.Yes, Method: method}}
	for _, r := range rules.Requirements(p) {
		if r.Name == name {
			return r.Need
		}
	}
	return ""
}

func recommended(join model.Join, windows model.Windows) model.Method {
	a := model.Answers{PKI: model.PKI{Available: model.No}}
	method, _ := judge.Recommend(&a, model.Device{Join: join, Windows: windows})
	return method
}

func plainSeverity(version model.Version) model.Severity {
	p := sitePlan(plainHTTP)
	p.Site.Version = version
	for _, f := range rules.Findings(p) {
		if f.Rule == "site-plain-http" {
			return f.Severity
		}
	}
	return ""
}
