package rules

import (
	"sync"

	"cmgwizard/model"
	"cmgwizard/model/source"
)

// Need says whether the answers require something.
type Need string

// The needs.
const (
	Required    Need = "required"
	Recommended Need = "recommended"
	NotRequired Need = "not-required"
	NeedUnknown Need = "unknown"
)

// Needs are the needs as people read them.
var Needs = model.Terms[Need]{
	{Value: Required, Label: "required"}, {Value: Recommended, Label: "recommended"},
	{Value: NotRequired, Label: "not required"}, {Value: NeedUnknown, Label: "not known yet"},
}

// A Requirement is something that the answers may ask for.
type Requirement struct {
	Name    string            `json:"-"`
	Title   string            `json:"-"` // what people call it
	Need    Need              `json:"need"`
	Why     string            `json:"why"`
	Where   Where             `json:"-"`
	Sources []model.Reference `json:"sources"`

	// Conflict says where the documents disagree.
	Conflict model.Disagreements `json:"conflict"`
}

// Where says on which side something is required.
type Where string

// The sides on which something is required.
const (
	AtClients Where = "clients"
	AtServers Where = "servers"
	AtPKI     Where = "pki"
	AtNetwork Where = "network"
	AtEntra   Where = "entra"
)

// Wheres are the sides on which something is required.
var Wheres = model.Terms[Where]{
	{Value: AtClients, Label: "Clients"},
	{Value: AtServers, Label: "Site and servers"},
	{Value: AtPKI, Label: "PKI"},
	{Value: AtEntra, Label: "Microsoft Entra ID"},
	{Value: AtNetwork, Label: "Network and DNS"},
}

// A RequirementRow is a row of the table below.
type RequirementRow struct {
	Name, Title, Why string
	When             string // what makes it required, recommended or not known, in words
	Where            Where
	Need             func(p *model.Plan) Need
	Cites            []model.Citation
	Rules, Tasks     []string // that judge it and that meet it
}

// openMethods ends the rows that hang on the methods of the devices.
const openMethods = " Not known while a kind of device on the internet has no method yet and that could change the word, or while no device on the internet is listed."

// RequirementRows is the table of everything that a plan can require.
var RequirementRows = []RequirementRow{
	{
		"entra_integration", "Entra integration of the site",
		"The site deploys the CMG through its app registrations, whichever method the clients use.",
		"Always required.",
		AtEntra,
		func(*model.Plan) Need { return Required },
		[]model.Citation{{"plan-cmg", "requirements"}, {"configure-azure-ad", ""}},
		[]string{"site-integrated"}, []string{"entra-apps-create", "entra-apps-manual", "entra-apps-import", "entra-discovery-page"},
	},
	{
		"client_authentication_certificate", "Client certificates on devices",
		"Devices that use the PKI method show a certificate of your own PKI.",
		"Required when a kind of device on the internet uses PKI certificates." + openMethods,
		AtClients,
		certificateNeed,
		[]model.Citation{{"configure-authentication", "issue-the-certificate"}, {"pki-reqs", "windows-client-computers"}},
		[]string{"pki-available", "client-key-length"}, []string{"pki-template", "pki-autoenroll"},
	},
	{
		"trusted_root_chain", "Trusted root chain on the CMG",
		"The CMG checks client certificates itself, before a management point is asked, so it needs every CA above them, whatever the mode of the management points.",
		"Required when a kind of device on the internet uses PKI certificates, whatever the mode of the management points." + openMethods,
		AtPKI,
		certificateNeed,
		[]model.Citation{
			{"configure-authentication", "export-the-client-certificates-trusted-root"}, {"setup-cmg", "set-up-a-cmg"},
			{"security-cmg", "security-details"}, {"cmg-faq", ""},
		},
		nil, []string{"pki-export-chain", "cmg-trusted-roots"},
	},
	{
		"site_pki_option", "Site option for PKI certificates",
		"Without it clients show HTTP site systems a self-signed certificate, although they hold one of your PKI. HTTPS only sets it automatically.",
		"Required when a kind of device on the internet uses PKI certificates." + openMethods,
		AtServers,
		certificateNeed,
		[]model.Citation{{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"}, {"configure-security", "client-pki-certificates"}},
		[]string{"site-pki-option"}, []string{"site-pki-option"},
	},
	{
		"connection_point_certificate", "Certificate on connection points",
		"An HTTPS management point asks the connection point for a certificate. The pages differ on when that can be left out.",
		"Required when a kind of device on the internet uses PKI certificates and a CMG management point is HTTPS. Recommended when PKI certificates are used and every CMG management point is in E-HTTP mode, or when a CMG management point is HTTPS although nobody uses PKI certificates. Not known while no CMG management point is listed, or while a method or a mode is missing that could change the word.",
		AtServers,
		ConnectionPointNeed,
		[]model.Citation{
			{"configure-authentication", "cmg-connection-point"}, {"setup-cmg", "add-the-cmg-connection-point"},
			{"cmg-comm-error", "error-code-403-cmgconnector_clientcertificaterequired"},
		},
		[]string{"connection-point-certificate"}, []string{"pki-cp-cert"},
	},
	{
		"web_server_certificate", "Web server certificates",
		"IIS answers HTTPS with it. An Enhanced HTTP management point gets its certificate from the site.",
		"Required when the client connections of a management point will be HTTPS. Not known while none will and one is not answered, or while no management point is listed.",
		AtServers,
		webCertificateNeed,
		[]model.Citation{{"configure-authentication", "configure-the-management-point-for-https"}, {"pki-reqs", "site-systems-that-run-iis-and-support-https-client-connections"}},
		[]string{"mp-web-certificate"}, []string{"mp-webserver-cert", "mp-https"},
	},
	{
		"enhanced_http", "Enhanced HTTP",
		"The site then issues the certificate with which an HTTP management point also answers HTTPS.",
		"Required when the site is to use Enhanced HTTP. Not known while the communication security of the site is not answered.",
		AtServers,
		func(p *model.Plan) Need { return need(model.Is(p.Site.Security, model.EnhancedHTTP)) },
		[]model.Citation{{"configure-authentication", "management-point-client-connection-mode-summary"}, {"enhanced-http", "configure-the-site"}},
		[]string{"site-plain-http", "cmg-mp-mode", "ehttp-each-primary"}, []string{"site-ehttp"},
	},
	{
		"asp_net_45", "ASP.NET 4.5 on management points",
		"Microsoft asks for it on management points where clients use Microsoft Entra ID, and does not say what fails without it.",
		"Required when a kind of device on the internet uses Microsoft Entra ID." + openMethods,
		AtServers,
		func(p *model.Plan) Need { return need(usage(p, model.EntraID)) },
		[]model.Citation{{"deploy-azure", "before-you-begin"}},
		[]string{"mp-asp-net"}, []string{"entra-aspnet45"},
	},
	{
		"ad_user_discovery", "Active Directory user discovery",
		"Synchronized or federated users must be found in both directories.",
		"Required when a kind of device on the internet uses Microsoft Entra ID and the users' identities are synchronized or federated." + openMethods + " The same holds for the answer on identities.",
		AtEntra,
		func(p *model.Plan) Need {
			return need(model.All(usage(p, model.EntraID), model.Is(p.Entra.Identities, model.HybridIdentities)))
		},
		[]model.Citation{{"deploy-azure", "before-you-begin"}, {"configure-discovery", "bkmk_config-adud"}},
		[]string{"ad-user-discovery"}, []string{"entra-ad-user-discovery"},
	},
	{
		"entra_user_discovery", "Microsoft Entra user discovery",
		"Deployments to users, and hybrid identities, need the users' Entra identities in the site.",
		"Required when a kind of device on the internet uses Microsoft Entra ID, and it gets deployments to users or the users' identities are synchronized or federated. Recommended when a kind of device on the internet uses Microsoft Entra ID at all." + openMethods,
		AtEntra,
		userDiscoveryNeed,
		[]model.Citation{
			{"configure-discovery", "azureaadisc"}, {"deploy-azure", "before-you-begin"},
			{"user-available-apps", "azure-ad-joined-devices"}, {"configure-azure-ad", "complete-the-azure-services-wizard"},
			{"co-management-bootstrap", source.NoRecords},
		},
		[]string{"entra-user-discovery"}, []string{"entra-discovery-page"},
	},
	{
		"bulk_registration_token", "Bulk registration token",
		"A device that never reaches an internal management point, or meets only HTTPS there without a certificate, registers with it.",
		"Required when a kind of device on the internet uses site-issued tokens and never reaches an internal management point, or holds no client certificate where every internal management point is HTTPS. Recommended when tokens are used and a bulk registration token is among the chosen ways to the first token. Otherwise not known while it is open whether a device with tokens reaches the internal network, while a device on the internet has no method yet, or while none is listed.",
		AtClients,
		BulkTokenNeed,
		[]model.Citation{{"deploy-token", "bulk-registration-token"}, {"deploy-token", "internal-network-registration"}},
		[]string{"token-registration-https", "bulk-lifetime-limit", "bulk-lifetime-rollout"}, []string{"token-bulk", "client-install-token"},
	},
	{
		"cname", "CNAME in public DNS",
		"A service name in your own domain must point at the Azure name of the CMG.",
		"Required when the service name of the CMG is not in a domain of Azure. Not known while there is no service name.",
		AtNetwork,
		CNAMENeed,
		[]model.Citation{{"server-auth-cert", "create-a-dns-cname-alias"}},
		nil, []string{"dns-cname"},
	},
	{
		"management_point_internet_access", "Internet for management points",
		"From version 2603 on they check Microsoft Entra tokens online, as Local System.",
		"Required when a kind of device on the internet uses Microsoft Entra ID and the site has version 2603 or later: a version that is not known counts as the newest. With an older version it is not required." + openMethods,
		AtNetwork,
		internetAccessNeed,
		[]model.Citation{{"whats-new-2603", "management-point-requires-internet-access-for-microsoft-entra-token-validation"}, {"internet-endpoints", "management-point"}},
		[]string{"mp-internet-access", "mp-proxy-local-system"}, []string{"net-mp-internet"},
	},
	{
		"internet_only_management_points", "Internet-only management points",
		"Internal clients on HTTP then do not try the HTTPS management points.",
		"Recommended when more than one management point is listed, every CMG management point is HTTPS, some other one is in E-HTTP or HTTP mode, and a kind of device is used on the internal network. Never required.",
		AtServers,
		func(p *model.Plan) Need {
			if WantsInternetOnly(p) {
				return Recommended
			}
			return NotRequired
		},
		[]model.Citation{{"configure-authentication", "configure-the-management-point-for-https"}, {"cmg-faq", ""}},
		[]string{"internet-only-with-ehttp"}, []string{"mp-internet-only"},
	},
	{
		"ports_10124_up", "TCP 10124 and up, outbound",
		"With two or more VM instances the connection points reach each on a port of its own, from 10124 up, and not on 443.",
		"Required with two or more VM instances: one port for each. Not known while their number is not answered.",
		AtNetwork,
		portsNeed,
		[]model.Citation{{"data-flow", "required-ports"}},
		[]string{"connection-point-ports"}, []string{"net-firewall-cp"},
	},
}

// Requirements says of everything in the table whether the answers require it.
func Requirements(p *model.Plan) []Requirement {
	list := make([]Requirement, len(RequirementRows))
	for i, r := range RequirementRows {
		list[i] = Requirement{r.Name, r.Title, r.Need(p), r.Why, r.Where, requirementSources()[i], requirementConflicts()[r.Name]}
	}
	return list
}

// requirementSources are the references of the table, worked out once.
var requirementSources = sync.OnceValue(func() [][]model.Reference {
	sources := make([][]model.Reference, len(RequirementRows))
	for i, r := range RequirementRows {
		sources[i] = model.References(r.Cites)
	}
	return sources
})
