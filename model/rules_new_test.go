package model

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// answerTheRest answers what plans of the first edition of the rules were not
// asked, each so that its rule holds.
func answerTheRest(p *Plan) {
	p.Site.ServiceConnectionPoint, p.Site.DotNet48 = ConnectionOnline, Yes
	p.Entra.Apps, p.Entra.AppIDURI, p.Entra.SecretExpires = AppsByWizard, "api://"+p.Entra.TenantID+"/ConfigMgrService", "2028-03-31"
	p.Entra.NetworkLocationPolicy, p.PKI.SeveralCertificates, p.Token.ClientsCurrent = No, No, Yes
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Proxy, p.ManagementPoints[i].TrustsClientCA = No, Yes
	}
	g := &p.Gateway
	g.ResourceProviders, g.NameAvailable, g.TLSInspection, g.IntranetClients, g.SoftwareUpdates = Yes, NameFree, No, No, No
	p.ClientSettings.DeltaContent, p.ClientSettings.EntraRegistration = No, Yes
}

// firstKeys are the answers that plans of the first edition were asked, with [n]
// for a place. What else there is came later: it need not be named here.
var firstKeys = strings.Fields(`
	site.code site.version site.top_level site.security_now site.security site.use_pki_certificate site.check_crl
	devices[n].join devices[n].name devices[n].internet devices[n].on_premises devices[n].windows devices[n].count
	devices[n].user_centric devices[n].method devices[n].client_certificate devices[n].reaches_internal_network
	entra.tenant_id entra.site_integrated entra.identities entra.ad_user_discovery entra.entra_user_discovery
	entra.devices_in_other_tenant entra.conditional_access_all_apps
	pki.available pki.issuer pki.certificates_issued pki.key_bits pki.key_storage_provider pki.ca_certificates pki.crl_public
	token.registration token.bulk_lifetime_minutes token.rollout_days token.longest_offline_days
	management_points[n].host management_points[n].clients_now management_points[n].clients management_points[n].cmg_traffic
	management_points[n].internet_only management_points[n].web_certificate management_points[n].asp_net_45
	management_points[n].internet_access
	gateway.service_name gateway.environment gateway.region gateway.resource_group gateway.resource_group_in_region
	gateway.certificate_source gateway.root_on_clients gateway.vm_size gateway.vm_instances gateway.verify_revocation
	gateway.enforce_tls12 gateway.serve_content gateway.classic_present
	connection_points[n].host connection_points[n].client_certificate connection_points[n].outbound_ports_open
	client_settings.use_cmg client_settings.cloud_distribution_point client_settings.user_policy_internet`)

// clearLater takes the answers back that came after the first edition.
func clearLater(p *Plan) {
	for _, f := range p.Fields() {
		if !slices.Contains(firstKeys, inAnyPlace(f.Key)) {
			f.Clear()
		}
	}
}

// askedBefore are the later rules about what the first edition asked already:
// they judge its plans too.
var askedBefore = []string{"internet-use-known", "user-centric-known", "scale-set-version", "task-sequences-over-cmg"}

// isLater reports whether a rule came after the first edition, about what that
// one did not ask.
func isLater(rule string) bool {
	return !slices.Contains(askedBefore, rule) && slices.ContainsFunc(Editions, func(e Edition) bool { return slices.Contains(e.New, rule) })
}

// laterTasks are those that came after the first catalogue.
func laterTasks() []string {
	return slices.DeleteFunc(taskIDs(), func(id string) bool { return slices.Contains(catalogueIDs, id) })
}

// The changes that several rows make.

func version(v Version) func(*Plan) { return func(p *Plan) { p.Site.Version = v } }

func noConnectionPoint(p *Plan) { p.ConnectionPoints = nil }

// cloudLaptop makes an internet device that is Entra joined alone.
func cloudLaptop(p *Plan) { p.Devices[0].Join = EntraJoined }

var serverCases = []ruleCase{
	{"service-connection-point", "it is online", nil, Holds, "site.service_connection_point", Blocker},
	{"service-connection-point", "it works offline", func(p *Plan) { p.Site.ServiceConnectionPoint = ConnectionOffline }, Planned, "site.service_connection_point", Blocker},
	{"service-connection-point", "there is none", func(p *Plan) { p.Site.ServiceConnectionPoint = ConnectionNone }, Planned, "site.service_connection_point", Blocker},
	{"service-connection-point", "not known yet", func(p *Plan) { p.Site.ServiceConnectionPoint = Unsure }, Planned, "site.service_connection_point", Blocker},
	{"service-connection-point", "not answered", func(p *Plan) { p.Site.ServiceConnectionPoint = "" }, NotAsked, "", Blocker},

	{"dotnet-48", "it is there", nil, Holds, "site.dotnet_48", Warning},
	{"dotnet-48", "a server lacks it", func(p *Plan) { p.Site.DotNet48 = No }, Planned, "site.dotnet_48", Warning},
	{"dotnet-48", "not known yet, at the first version that needs it", both(version("2403"), func(p *Plan) { p.Site.DotNet48 = Unsure }), Planned, "site.dotnet_48", Warning},
	{"dotnet-48", "the version before", both(version("2309"), func(p *Plan) { p.Site.DotNet48 = No }), NotAsked, "", Warning},
	{"dotnet-48", "not answered", func(p *Plan) { p.Site.DotNet48 = "" }, NotAsked, "", Warning},

	{"boot-media-internet-only", "intranet and internet, version 2103", version("2103"), Holds, "management_points[1].internet_only", Advice},
	{"boot-media-internet-only", "internet only, version 2010", both(version("2010"), noInsidePoint), Broken, "management_points[1].internet_only", Advice},
	{"boot-media-internet-only", "not known yet", both(version("2103"), func(p *Plan) { p.ManagementPoints[0].InternetOnly = Unsure }), Unclear, "management_points[0].internet_only", Advice},
	{"boot-media-internet-only", "nobody said", both(version("2103"), func(p *Plan) {
		p.ManagementPoints[0].InternetOnly, p.ManagementPoints[1].InternetOnly = "", ""
	}), NotAsked, "", Advice},
	{"boot-media-internet-only", "internet only, version 2107", both(version("2107"), noInsidePoint), NotAsked, "", Advice},
	{"boot-media-internet-only", "internet only, version 2006", both(version("2006"), noInsidePoint), NotAsked, "", Advice},
	{"boot-media-internet-only", "internet only, no version", both(version(""), noInsidePoint), NotAsked, "", Advice},
	{"boot-media-internet-only", "no CMG traffic", both(version("2103"), noCMGPoint), NotAsked, "", Advice},

	{"task-sequences-over-cmg", "E-HTTP and a bulk token, version 2002", version("2002"), Broken, "site.version", Warning},
	{"task-sequences-over-cmg", "E-HTTP, and nobody uses tokens", both(version("2002"), nobodyUsesTokens), Broken, "site.version", Warning},
	{"task-sequences-over-cmg", "a bulk token over HTTPS", both(version("2002"), allHTTPS), Broken, "site.version", Warning},
	{"task-sequences-over-cmg", "HTTPS, and tokens inside", both(version("2002"), both(allHTTPS, notByBulkToken)), Holds, "site.version", Warning},
	{"task-sequences-over-cmg", "HTTPS, and the first token is not answered", both(version("2002"), both(allHTTPS, func(p *Plan) { p.Token.Registration = nil })), Unclear, "site.version", Warning},
	{"task-sequences-over-cmg", "a mode is not answered, and nobody uses tokens", both(version("2002"), both(nobodyUsesTokens, func(p *Plan) { p.ManagementPoints[0].Clients = "" })), Unclear, "site.version", Warning},
	{"task-sequences-over-cmg", "E-HTTP without CMG traffic, and nobody uses tokens", both(version("2002"), both(nobodyUsesTokens, func(p *Plan) { p.ManagementPoints[0].CMGTraffic = No })), Holds, "site.version", Warning},
	{"task-sequences-over-cmg", "version 2006", version("2006"), NotAsked, "", Warning},
	{"task-sequences-over-cmg", "version 1910", version("1910"), NotAsked, "", Warning},
	{"task-sequences-over-cmg", "no version", version(""), NotAsked, "", Warning},
}

func allHTTPS(p *Plan) { p.ManagementPoints[0].Clients = ConnectHTTPS }

var azureCases = []ruleCase{
	{"resource-providers", "they are registered", nil, Holds, "gateway.resource_providers", Blocker},
	{"resource-providers", "they are not", func(p *Plan) { p.Gateway.ResourceProviders = No }, Planned, "gateway.resource_providers", Blocker},
	{"resource-providers", "not known yet", func(p *Plan) { p.Gateway.ResourceProviders = Unsure }, Planned, "gateway.resource_providers", Blocker},
	{"resource-providers", "not answered", func(p *Plan) { p.Gateway.ResourceProviders = "" }, NotAsked, "", Blocker},

	{"service-name-unique", "it is free", nil, Holds, "gateway.name_available", Blocker},
	{"service-name-unique", "it is taken", func(p *Plan) { p.Gateway.NameAvailable = NameTaken }, Broken, "gateway.name_available", Blocker},
	{"service-name-unique", "not known yet", func(p *Plan) { p.Gateway.NameAvailable = Unsure }, Planned, "gateway.name_available", Blocker},
	{"service-name-unique", "not answered", func(p *Plan) { p.Gateway.NameAvailable = "" }, NotAsked, "", Blocker},

	{"scale-set-version", "version 2603", nil, Holds, "site.version", Warning},
	{"scale-set-version", "version 2107", version("2107"), Holds, "site.version", Warning},
	{"scale-set-version", "no version is judged as the newest", version(""), Holds, "site.version", Warning},
	{"scale-set-version", "a version not known yet is judged as the newest", version(Unsure), Holds, "site.version", Warning},
	{"scale-set-version", "version 2103", version("2103"), Broken, "site.version", Warning},
	{"scale-set-version", "version 2010", version("2010"), Broken, "site.version", Warning},
	{"scale-set-version", "version 2006", version("2006"), Broken, "site.version", Blocker},
	{"scale-set-version", "version 2002", version("2002"), Broken, "site.version", Blocker},

	{"tls12-enforced", "it does", nil, Holds, "gateway.enforce_tls12", Advice},
	{"tls12-enforced", "it does not", func(p *Plan) { p.Gateway.EnforceTLS12 = No }, Broken, "gateway.enforce_tls12", Advice},
	{"tls12-enforced", "not known yet", func(p *Plan) { p.Gateway.EnforceTLS12 = Unsure }, Unclear, "gateway.enforce_tls12", Advice},
	{"tls12-enforced", "not answered", func(p *Plan) { p.Gateway.EnforceTLS12 = "" }, NotAsked, "", Advice},
}

func appsToBeMade(p *Plan) { p.Entra.SiteIntegrated = No }

func appID(uri string) func(*Plan) { return func(p *Plan) { p.Entra.AppIDURI = uri } }

const otherTenant = "3f2a7c18-5b4d-4e09-9a61-8c7d2b5e4f10"

var appCases = []ruleCase{
	{"app-id-uri", "it carries the tenant", nil, Holds, "entra.app_id_uri", Warning},
	{"app-id-uri", "capitals in the tenant ID", appID("api://AAAABBBB-0000-CCCC-1111-DDDD2222EEEE/cmg"), Holds, "entra.app_id_uri", Warning},
	{"app-id-uri", "it carries a domain", appID("https://contoso.com/ConfigMgrService"), Holds, "entra.app_id_uri", Warning},
	{"app-id-uri", "the form of old", appID("https://ConfigMgrService"), Broken, "entra.app_id_uri", Warning},
	{"app-id-uri", "the form of old with a slash", appID("https://ConfigMgrService/cmg"), Broken, "entra.app_id_uri", Warning},
	{"app-id-uri", "a domain without a name", appID("https://contoso.com"), Broken, "entra.app_id_uri", Warning},
	{"app-id-uri", "a domain over plain HTTP", appID("http://contoso.com/cmg"), Broken, "entra.app_id_uri", Warning},
	{"app-id-uri", "the tenant alone", appID("api://aaaabbbb-0000-cccc-1111-dddd2222eeee"), Broken, "entra.app_id_uri", Warning},
	{"app-id-uri", "a word instead of the tenant", appID("api://contoso/cmg"), Broken, "entra.app_id_uri", Warning},
	{"app-id-uri", "another tenant", appID("api://" + otherTenant + "/cmg"), Broken, "entra.app_id_uri", Warning},
	{"app-id-uri", "a tenant, and that of the plan is not answered", func(p *Plan) { p.Entra.TenantID = "" }, Unclear, "entra.app_id_uri", Warning},
	{"app-id-uri", "a domain, and the tenant is not answered", both(appID("https://contoso.com/cmg"), func(p *Plan) { p.Entra.TenantID = "" }), Holds, "entra.app_id_uri", Warning},
	{"app-id-uri", "not known yet", appID(Unsure), Unclear, "entra.app_id_uri", Warning},
	{"app-id-uri", "not answered", appID(""), NotAsked, "", Warning},
	{"app-id-uri", "the form of old, for apps still to be made", both(appID("https://ConfigMgrService"), appsToBeMade), Broken, "entra.app_id_uri", Blocker},
	{"app-id-uri", "the tenant, for apps still to be made", appsToBeMade, Holds, "entra.app_id_uri", Blocker},

	{"app-secret-recorded", "the day is known", nil, Holds, "entra.secret_expires", Warning},
	{"app-secret-recorded", "not known yet", func(p *Plan) { p.Entra.SecretExpires = Unsure }, Planned, "entra.secret_expires", Warning},
	{"app-secret-recorded", "not answered", func(p *Plan) { p.Entra.SecretExpires = "" }, NotAsked, "", Warning},
}

var certificateCases = []ruleCase{
	{"certificate-selection", "one each", nil, Holds, "pki.several_certificates", Warning},
	{"certificate-selection", "several", func(p *Plan) { p.PKI.SeveralCertificates = Yes }, Planned, "pki.several_certificates", Warning},
	{"certificate-selection", "not known yet", func(p *Plan) { p.PKI.SeveralCertificates = Unsure }, Planned, "pki.several_certificates", Warning},
	{"certificate-selection", "not answered", func(p *Plan) { p.PKI.SeveralCertificates = "" }, NotAsked, "", Warning},
	{"certificate-selection", "several, and nobody uses them", both(nobodyUsesPKI, func(p *Plan) { p.PKI.SeveralCertificates = Yes }), NotAsked, "", Warning},

	{"mp-trusts-client-ca", "it trusts them", nil, Holds, "management_points[1].trusts_client_ca", Blocker},
	{"mp-trusts-client-ca", "it does not", func(p *Plan) { p.ManagementPoints[1].TrustsClientCA = No }, Planned, "management_points[1].trusts_client_ca", Blocker},
	{"mp-trusts-client-ca", "not known yet", func(p *Plan) { p.ManagementPoints[1].TrustsClientCA = Unsure }, Planned, "management_points[1].trusts_client_ca", Blocker},
	{"mp-trusts-client-ca", "not answered", func(p *Plan) { p.ManagementPoints[1].TrustsClientCA = "" }, NotAsked, "", Blocker},
	{"mp-trusts-client-ca", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", Blocker},
	{"mp-trusts-client-ca", "all are E-HTTP", allEnhancedHTTP, NotAsked, "", Blocker},
	{"mp-trusts-client-ca", "none takes CMG traffic", noCMGPoint, NotAsked, "", Blocker},

	{"verify-revocation-recommended", "it verifies", nil, Holds, "gateway.verify_revocation", Advice},
	{"verify-revocation-recommended", "it does not, although the CRL is public", func(p *Plan) { p.Gateway.VerifyRevocation = No }, Broken, "gateway.verify_revocation", Advice},
	{"verify-revocation-recommended", "not known yet", func(p *Plan) { p.Gateway.VerifyRevocation = Unsure }, Unclear, "gateway.verify_revocation", Advice},
	{"verify-revocation-recommended", "not answered", func(p *Plan) { p.Gateway.VerifyRevocation = "" }, NotAsked, "", Advice},
	{"verify-revocation-recommended", "the CRL is inside only", func(p *Plan) { p.PKI.CRLPublic, p.Gateway.VerifyRevocation = No, No }, NotAsked, "", Advice},
	{"verify-revocation-recommended", "nobody uses PKI certificates", both(nobodyUsesPKI, func(p *Plan) { p.Gateway.VerifyRevocation = No }), NotAsked, "", Advice},

	{"monitoring-key-length", "2048 bits", nil, Holds, "pki.key_bits", Advice},
	{"monitoring-key-length", "4096 bits", func(p *Plan) { p.PKI.KeyBits = Num(4096) }, Broken, "pki.key_bits", Advice},
	{"monitoring-key-length", "not known yet", func(p *Plan) { p.PKI.KeyBits = UnsureNumber }, Unclear, "pki.key_bits", Advice},
	{"monitoring-key-length", "not answered", func(p *Plan) { p.PKI.KeyBits = Number{} }, NotAsked, "", Advice},
	{"monitoring-key-length", "no management point is HTTPS", both(allEnhancedHTTP, func(p *Plan) { p.PKI.KeyBits = Num(4096) }), NotAsked, "", Advice},
}

var networkCases = []ruleCase{
	{"network-location-policy", "no such policy", cloudLaptop, Holds, "entra.network_location_policy", Warning},
	{"network-location-policy", "there is one", both(cloudLaptop, func(p *Plan) { p.Entra.NetworkLocationPolicy = Yes }), Broken, "entra.network_location_policy", Warning},
	{"network-location-policy", "not known yet", both(cloudLaptop, func(p *Plan) { p.Entra.NetworkLocationPolicy = Unsure }), Unclear, "entra.network_location_policy", Warning},
	{"network-location-policy", "not answered", both(cloudLaptop, func(p *Plan) { p.Entra.NetworkLocationPolicy = "" }), NotAsked, "", Warning},
	{"network-location-policy", "hybrid joined devices alone", func(p *Plan) { p.Entra.NetworkLocationPolicy = Yes }, NotAsked, "", Warning},

	{"mp-proxy-local-system", "no proxy", nil, Holds, "management_points[0].proxy", Warning},
	{"mp-proxy-local-system", "a proxy", func(p *Plan) { p.ManagementPoints[1].Proxy = Yes }, Planned, "management_points[1].proxy", Warning},
	{"mp-proxy-local-system", "not known yet", func(p *Plan) { p.ManagementPoints[0].Proxy = Unsure }, Planned, "management_points[0].proxy", Warning},
	{"mp-proxy-local-system", "not answered", func(p *Plan) { p.ManagementPoints[0].Proxy, p.ManagementPoints[1].Proxy = "", "" }, NotAsked, "", Warning},
	{"mp-proxy-local-system", "the version before", both(version("2509"), func(p *Plan) { p.ManagementPoints[0].Proxy = Yes }), NotAsked, "", Warning},
	{"mp-proxy-local-system", "nobody uses Microsoft Entra ID", both(nobodyUsesEntra, func(p *Plan) { p.ManagementPoints[0].Proxy = Yes }), NotAsked, "", Warning},

	{"tls-inspection", "nothing inspects", nil, Holds, "gateway.tls_inspection", Blocker},
	{"tls-inspection", "something does", func(p *Plan) { p.Gateway.TLSInspection = Yes }, Planned, "gateway.tls_inspection", Blocker},
	{"tls-inspection", "not known yet", func(p *Plan) { p.Gateway.TLSInspection = Unsure }, Planned, "gateway.tls_inspection", Blocker},
	{"tls-inspection", "not answered", func(p *Plan) { p.Gateway.TLSInspection = "" }, NotAsked, "", Blocker},

	{"intranet-boundary-group", "no clients inside", nil, Holds, "gateway.intranet_clients", Warning},
	{"intranet-boundary-group", "clients inside", func(p *Plan) { p.Gateway.IntranetClients = Yes }, Planned, "gateway.intranet_clients", Warning},
	{"intranet-boundary-group", "not known yet", func(p *Plan) { p.Gateway.IntranetClients = Unsure }, Planned, "gateway.intranet_clients", Warning},
	{"intranet-boundary-group", "not answered", func(p *Plan) { p.Gateway.IntranetClients = "" }, NotAsked, "", Warning},

	{"connection-point-ports-range", "ports for all", nil, Holds, "connection_points", Advice},
	{"connection-point-ports-range", "a port for each on two", func(p *Plan) { p.Devices[0].Count = Num(2*16384 - 600) }, Holds, "connection_points", Advice},
	{"connection-point-ports-range", "one client too many", func(p *Plan) { p.Devices[0].Count = Num(2*16384 - 599) }, Broken, "connection_points", Advice},
	{"connection-point-ports-range", "a count is missing", func(p *Plan) { p.Devices[1].Count = Number{} }, NotAsked, "", Advice},
	{"connection-point-ports-range", "none is listed", noConnectionPoint, NotAsked, "", Advice},
}

var clientCases = []ruleCase{
	{"token-client-version", "they are current", nil, Holds, "token.clients_current", Warning},
	{"token-client-version", "some are older", func(p *Plan) { p.Token.ClientsCurrent = No }, Planned, "token.clients_current", Warning},
	{"token-client-version", "not known yet", func(p *Plan) { p.Token.ClientsCurrent = Unsure }, Planned, "token.clients_current", Warning},
	{"token-client-version", "not answered", func(p *Plan) { p.Token.ClientsCurrent = "" }, NotAsked, "", Warning},
	{"token-client-version", "nobody uses tokens", both(nobodyUsesTokens, func(p *Plan) { p.Token.ClientsCurrent = No }), NotAsked, "", Warning},

	{"delta-content-off", "it is off", nil, Holds, "client_settings.delta_content", Warning},
	{"delta-content-off", "it is on", func(p *Plan) { p.ClientSettings.DeltaContent = Yes }, Planned, "client_settings.delta_content", Warning},
	{"delta-content-off", "not known yet", func(p *Plan) { p.ClientSettings.DeltaContent = Unsure }, Planned, "client_settings.delta_content", Warning},
	{"delta-content-off", "not answered", func(p *Plan) { p.ClientSettings.DeltaContent = "" }, NotAsked, "", Warning},
	{"delta-content-off", "the CMG serves no content", func(p *Plan) { p.Gateway.ServeContent, p.ClientSettings.DeltaContent = No, Yes }, NotAsked, "", Warning},

	{"hybrid-registration", "by themselves", nil, Holds, "client_settings.entra_registration", Warning},
	{"hybrid-registration", "the setting is No", func(p *Plan) { p.ClientSettings.EntraRegistration = No }, Planned, "client_settings.entra_registration", Warning},
	{"hybrid-registration", "not known yet", func(p *Plan) { p.ClientSettings.EntraRegistration = Unsure }, Planned, "client_settings.entra_registration", Warning},
	{"hybrid-registration", "not answered", func(p *Plan) { p.ClientSettings.EntraRegistration = "" }, NotAsked, "", Warning},
	{"hybrid-registration", "no hybrid joined device uses Microsoft Entra ID", both(cloudLaptop, func(p *Plan) { p.ClientSettings.EntraRegistration = No }), NotAsked, "", Warning},
}

// oldPlans are plans that answer only what the first edition asked, random and
// good ones with gaps.
func oldPlans() []*Plan {
	random := rand.New(rand.NewSource(11))
	plans := []*Plan{{}, goodPlan()}
	for range 600 {
		plans = append(plans, randomPlan(random), thinned(goodPlan(), random))
	}
	for _, p := range plans {
		clearLater(p)
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
		now := p.Findings()
		before := slices.DeleteFunc(slices.Clone(now), func(f Finding) bool { return isLater(f.Rule) })
		for _, f := range now {
			if isLater(f.Rule) && (f.Severity != Advice || f.Outcome == Planned) {
				complain("%s is a new %s, %s, in plans that were not asked: let it judge once there is an answer", f.Rule, f.Severity, f.Outcome)
			}
		}
		if verdict(now) != verdict(before) || !reflect.DeepEqual(p.openItems(now), p.openItems(before)) {
			complain("later rules change the verdict or the open items of plans that were not asked")
		}
		after := idsOfItems(p.Items(now))
		if was := idsOfItems(p.Items(before)); !slices.Equal(after, was) {
			complain("later rules change the tasks of plans that were not asked")
		}
		for _, id := range laterTasks() {
			if slices.Contains(after, id) {
				complain("%s stands in the list of plans that were not asked: let it wait for its answer", id)
			}
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
	good, unasked := goodPlan(), goodPlan()
	clearLater(unasked)
	for _, id := range laterTasks() {
		task := taskCalled(t, id)
		if task.When == nil || !strings.Contains(strings.ToLower(task.If), "the plan says whether") {
			t.Errorf("%s does not wait for an answer, or does not say so (\"the plan says whether\"): %q", id, task.If)
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
