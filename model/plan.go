// Package model says what is true: the plan and its answers, what they mean,
// what they require, the rules they are judged by and the tasks they ask for.
// It is pure: it reads no file, no clock and no terminal.
package model

import (
	"math"
	"slices"
	"strconv"
	"time"
)

// An OpenItem is an answer that somebody must still give.
type OpenItem struct {
	Key      string `json:"key"`
	Owner    Team   `json:"owner"`
	Question string `json:"question"`
}

// Format is the version of the plan file that this program reads and writes.
const Format = 1

// MaxNumber is the largest number that a plan may hold: any that TOML can write.
const MaxNumber = math.MaxInt64

// A Plan is what was answered, seen and done. Everything else is worked out
// from it and never stored.
//
// The tags of its fields are the one table of keys: `toml` is the key in the
// file, `team` who can answer, `ask` the question in words, `check` the form
// that a text must have, `min` and `max` the range that the file format allows
// (0 to MaxNumber where there is none).
type Plan struct {
	Format  int       `toml:"format"`
	ID      string    `toml:"id" check:"guid"`
	Serial  int       `toml:"serial"`
	Rules   int       `toml:"rules"`
	Name    string    `toml:"name"`
	Created time.Time `toml:"created"`
	Updated time.Time `toml:"updated"`
	Step    string    `toml:"step"`

	// At is the moment for which the plan is judged. It comes from the clock or
	// the command line, never from the file. Zero means that no date is known:
	// then nothing is called expired.
	At time.Time `toml:"-"`

	Answers

	Evidence []Evidence `toml:"evidence"`
	Tasks    []Progress `toml:"tasks"`
	Log      []LogEntry `toml:"log"`
}

// Answers are what the administrator knows. The tags of its tables are the one
// list of their names: `called` is what people call the table, `whole` what
// they call it where all of it is judged and that is another name, `empty` the
// question behind a list without an entry, `team` who can answer that. Each
// table ends with the list of its keys that nobody said.
type Answers struct {
	Site             Site              `toml:"site" called:"Site"`
	Devices          []Device          `toml:"devices" called:"Devices" whole:"Kinds of devices" team:"devices" empty:"Which kinds of devices will use the CMG?"`
	Entra            Entra             `toml:"entra" called:"Microsoft Entra ID"`
	PKI              PKI               `toml:"pki" called:"PKI" whole:"PKI certificates"`
	Token            Token             `toml:"token" called:"Site-issued tokens"`
	ManagementPoints []ManagementPoint `toml:"management_points" called:"Management points" team:"configmgr" empty:"Which management points does the site have?"`
	Gateway          Gateway           `toml:"gateway" called:"CMG"`
	ConnectionPoints []ConnectionPoint `toml:"connection_points" called:"CMG connection points" team:"configmgr" empty:"Which servers will be CMG connection points?"`
	ClientSettings   ClientSettings    `toml:"client_settings" called:"Client settings"`
}

// Site is the ConfigMgr site whose clients will use the CMG.
type Site struct {
	Code                   string            `toml:"code" check:"site-code" team:"configmgr" ask:"What is the site code of the primary site?"`
	Version                Version           `toml:"version" check:"version" team:"configmgr" ask:"Which ConfigMgr version is installed?"`
	ConsoleVersion         string            `toml:"console_version" check:"console" team:"configmgr" ask:"Which console version does About Configuration Manager show?"`
	Updates                []KB              `toml:"updates" check:"kb" team:"configmgr" ask:"Which updates does Updates and Servicing list as installed?"`
	TopLevel               TopLevel          `toml:"top_level" team:"configmgr" ask:"Which site is at the top of the hierarchy?"`
	SecurityNow            Security          `toml:"security_now" team:"configmgr" ask:"How does the site communicate today?"`
	Security               Security          `toml:"security" team:"configmgr" ask:"How will the site communicate?"`
	UsePKICertificate      YesNo             `toml:"use_pki_certificate" team:"configmgr" ask:"Do clients use a PKI client certificate when one is available?"`
	CheckCRL               YesNo             `toml:"check_crl" team:"configmgr" ask:"Do clients check the CRL for site systems?"`
	ServiceConnectionPoint ServiceConnection `toml:"service_connection_point" team:"configmgr" ask:"Is the service connection point online or offline?"`
	DotNet48               YesNo             `toml:"dotnet_48" team:"servers" ask:"Do the site server, its management points and its connection points have .NET Framework 4.8?"`
	OldestServerOS         ServerOS          `toml:"oldest_server_os" team:"servers" ask:"Which Windows Server does the oldest server with a site system role run?"`

	Assumed Assumed `toml:"assumed"`
}

// Device is one kind of device that matters.
type Device struct {
	Join                   Join    `toml:"join" team:"devices" ask:"How are these devices joined?"`
	Name                   string  `toml:"name" team:"devices" ask:"What do you call this kind of device?"`
	Internet               YesNo   `toml:"internet" team:"devices" ask:"Are they used on the internet?"`
	OnPremises             YesNo   `toml:"on_premises" team:"devices" ask:"Are they used on the internal network?"`
	Windows                Windows `toml:"windows" team:"devices" ask:"Which Windows do they run?"`
	Count                  Number  `toml:"count" team:"devices" ask:"About how many are there?"`
	UserCentric            YesNo   `toml:"user_centric" team:"configmgr" ask:"Do users of these devices get user-targeted deployments?"`
	Method                 Method  `toml:"method" team:"configmgr" ask:"How will they authenticate on the internet?"`
	ClientCertificate      YesNo   `toml:"client_certificate" team:"pki" ask:"Do they already have a client authentication certificate from any issuer?"`
	ReachesInternalNetwork YesNo   `toml:"reaches_internal_network" team:"devices" ask:"Do they connect to an on-premises management point at least occasionally?"`
	ClientInstalled        YesNo   `toml:"client_installed" team:"devices" ask:"Is the ConfigMgr client already installed on them?"`

	Assumed Assumed `toml:"assumed"`
}

// Entra is the Microsoft Entra tenant and its connection to the site.
type Entra struct {
	TenantID                 string     `toml:"tenant_id" check:"guid" team:"entra" ask:"What is the tenant ID?"`
	SiteIntegrated           YesNo      `toml:"site_integrated" team:"configmgr" ask:"Is the site connected to the Cloud Management service?"`
	Identities               Identities `toml:"identities" team:"entra" ask:"Where do the users' identities come from?"`
	ADUserDiscovery          YesNo      `toml:"ad_user_discovery" team:"configmgr" ask:"Is Active Directory user discovery on?"`
	EntraUserDiscovery       YesNo      `toml:"entra_user_discovery" team:"configmgr" ask:"Is Microsoft Entra user discovery on?"`
	DevicesInOtherTenant     YesNo      `toml:"devices_in_other_tenant" team:"entra" ask:"Are any devices or users in a different tenant than the CMG's subscription?"`
	ConditionalAccessAllApps YesNo      `toml:"conditional_access_all_apps" team:"entra" ask:"Does a Conditional Access policy cover All resources (formerly 'All cloud apps')?"`
	Apps                     AppOrigin  `toml:"apps" team:"entra" ask:"How are the two app registrations created?"`
	AppIDURI                 string     `toml:"app_id_uri" team:"entra" ask:"What is the App ID URI of the web app?"`
	SecretExpires            string     `toml:"secret_expires" check:"date" team:"entra" ask:"When does the web app's secret expire?"`
	AuthenticationDisabled   YesNo      `toml:"authentication_disabled" team:"configmgr" ask:"Is Microsoft Entra authentication disabled for a tenant of the site?"`
	NetworkLocationPolicy    YesNo      `toml:"network_location_policy" team:"devices" ask:"Does an Intune policy set TLS authentication endpoints for network locations?"`

	Assumed Assumed `toml:"assumed"`
}

// PKI is the public key infrastructure that issues client certificates.
type PKI struct {
	Available           YesNo  `toml:"available" team:"pki" ask:"Can a PKI issue client authentication certificates to the devices?"`
	Issuer              Issuer `toml:"issuer" team:"pki" ask:"Which PKI issues them?"`
	CertificatesIssued  YesNo  `toml:"certificates_issued" team:"pki" ask:"Do the devices already have their certificates?"`
	KeyBits             Number `toml:"key_bits" team:"pki" ask:"How long are the keys of the client certificates, in bits?"`
	KeyStorageProvider  YesNo  `toml:"key_storage_provider" team:"pki" ask:"Are the private keys in a key storage provider (CNG v3)?"`
	CACertificates      Number `toml:"ca_certificates" team:"pki" ask:"How many CA certificates are above a client certificate, including the root?"`
	CRLPublic           YesNo  `toml:"crl_public" team:"pki" ask:"Can the CRL be reached from the internet?"`
	SeveralCertificates YesNo  `toml:"several_certificates" team:"pki" ask:"Do devices hold more than one client authentication certificate?"`

	Assumed Assumed `toml:"assumed"`
}

// Token is the use of site-issued tokens.
type Token struct {
	Registration        []Registration `toml:"registration" team:"configmgr" ask:"How will clients get their first token?"`
	BulkLifetimeMinutes Number         `toml:"bulk_lifetime_minutes" team:"configmgr" ask:"How many minutes will a bulk registration token be valid?"`
	RolloutDays         Number         `toml:"rollout_days" team:"configmgr" ask:"For how many days will you install clients with the same bulk token?"`
	LongestOfflineDays  Number         `toml:"longest_offline_days" team:"devices" ask:"What is the longest time, in days, that a device stays off or goes without a restart?"`
	ClientsCurrent      YesNo          `toml:"clients_current" team:"configmgr" ask:"Do these devices run the same client version as the site?"`

	Assumed Assumed `toml:"assumed"`
}

// ManagementPoint is one management point of the site.
type ManagementPoint struct {
	Host           string         `toml:"host" check:"host" team:"configmgr" ask:"What is its full host name?"`
	ClientsNow     Connections    `toml:"clients_now" team:"configmgr" ask:"Which client connections does it accept today?"`
	Clients        Connections    `toml:"clients" team:"configmgr" ask:"Which client connections will it accept?"`
	CMGTraffic     YesNo          `toml:"cmg_traffic" team:"configmgr" ask:"Will it serve clients through the CMG?"`
	InternetOnly   YesNo          `toml:"internet_only" team:"configmgr" ask:"Is it set to allow internet-only connections?"`
	WebCertificate WebCertificate `toml:"web_certificate" team:"pki" ask:"Where does its web server certificate come from?"`
	ASPNET45       YesNo          `toml:"asp_net_45" team:"servers" ask:"Is ASP.NET 4.5 installed on it?"`
	InternetAccess YesNo          `toml:"internet_access" team:"network" ask:"Can it reach the internet as Local System?"`
	Proxy          YesNo          `toml:"proxy" team:"network" ask:"Does it reach the internet only through a proxy?"`
	TrustsClientCA YesNo          `toml:"trusts_client_ca" team:"pki" ask:"Does Windows on this server trust the CAs of the client certificates?"`

	Assumed Assumed `toml:"assumed"`
}

// Gateway is the CMG itself.
type Gateway struct {
	Exists                YesNo             `toml:"exists" team:"configmgr" ask:"Does a CMG run for this site already?"`
	ServiceName           string            `toml:"service_name" team:"configmgr" ask:"What is the service name of the CMG?"`
	Environment           Environment       `toml:"environment" team:"azure" ask:"Which Azure environment will host it?"`
	Region                string            `toml:"region" spell:"region" team:"azure" ask:"In which Azure region?"`
	ResourceGroup         string            `toml:"resource_group" team:"azure" ask:"Which resource group will hold it?"`
	ResourceGroupInRegion YesNo             `toml:"resource_group_in_region" team:"azure" ask:"If the group already exists, is it in the same region as the CMG?"`
	CertificateSource     CertificateSource `toml:"certificate_source" team:"pki" ask:"Who issues the server authentication certificate?"`
	RootOnClients         YesNo             `toml:"root_on_clients" team:"pki" ask:"Do internet devices trust the issuer of that certificate?"`
	VMSize                VMSize            `toml:"vm_size" team:"configmgr" ask:"Which VM size?"`
	VMInstances           Number            `toml:"vm_instances" min:"1" max:"16" team:"configmgr" ask:"How many VM instances?"`
	VerifyRevocation      YesNo             `toml:"verify_revocation" team:"pki" ask:"Will the CMG verify client certificate revocation?"`
	EnforceTLS12          YesNo             `toml:"enforce_tls12" team:"configmgr" ask:"Will the CMG enforce TLS 1.2?"`
	ServeContent          YesNo             `toml:"serve_content" team:"configmgr" ask:"Will the CMG serve content from Azure storage?"`
	ClassicPresent        YesNo             `toml:"classic_present" team:"configmgr" ask:"Does a classic CMG (cloud service) still exist?"`
	ResourceProviders     YesNo             `toml:"resource_providers" team:"azure" ask:"Are the four Azure resource providers registered?"`
	NameAvailable         NameState         `toml:"name_available" team:"azure" ask:"Is the first part of the service name available in Azure?"`
	TLSInspection         YesNo             `toml:"tls_inspection" team:"network" ask:"Does anything between clients and the CMG inspect TLS or filter HTTP headers?"`
	IntranetClients       YesNo             `toml:"intranet_clients" team:"configmgr" ask:"Will internal, VPN, or branch office clients use the CMG?"`
	SoftwareUpdates       YesNo             `toml:"software_updates" team:"configmgr" ask:"Will clients on the internet scan for software updates through the CMG?"`

	Assumed Assumed `toml:"assumed"`
}

// ConnectionPoint is one CMG connection point.
type ConnectionPoint struct {
	Host              string `toml:"host" check:"host" team:"configmgr" ask:"What is the full host name of its server?"`
	ClientCertificate YesNo  `toml:"client_certificate" team:"pki" ask:"Does the server hold a client authentication certificate?"`
	OutboundPortsOpen YesNo  `toml:"outbound_ports_open" team:"network" ask:"Are the outbound ports to the CMG open?"`

	Assumed Assumed `toml:"assumed"`
}

// ClientSettings are the device settings that let clients use the CMG.
type ClientSettings struct {
	UseCMG                 YesNo `toml:"use_cmg" team:"configmgr" ask:"Are clients allowed to use a cloud management gateway?"`
	CloudDistributionPoint YesNo `toml:"cloud_distribution_point" team:"configmgr" ask:"Are they allowed to use a cloud distribution point?"`
	UserPolicyInternet     YesNo `toml:"user_policy_internet" team:"configmgr" ask:"Are users allowed to get user policy over the internet?"`
	DeltaContent           YesNo `toml:"delta_content" team:"configmgr" ask:"Do clients download delta content when it is available?"`
	EntraRegistration      YesNo `toml:"entra_registration" team:"configmgr" ask:"Do domain-joined devices register with Microsoft Entra ID automatically?"`

	Assumed Assumed `toml:"assumed"`
}

// Evidence is what was read from a file: public facts only.
type Evidence struct {
	Kind   EvidenceKind   `toml:"kind"`
	File   string         `toml:"file"`
	SHA256 string         `toml:"sha256"`
	Read   time.Time      `toml:"read"`
	Facts  map[string]any `toml:"facts"`
}

// Progress is what was done about one task. Revision is that of the task when
// the state was set: a newer one is shown as open again. Text, a hash of the
// wording, stands in its place in older plans.
type Progress struct {
	ID    string    `toml:"id"`
	Title string    `toml:"title"`
	State TaskState `toml:"state"`
	Owner string    `toml:"owner"`
	Due   string    `toml:"due" check:"date"`
	By    string    `toml:"by"`
	At    time.Time `toml:"at"`
	Note  string    `toml:"note"`
	Text  string    `toml:"text"`

	Revision int `toml:"revision"`
}

// Version is an installed ConfigMgr version, "YYMM".
type Version string

// AtLeast reports whether the version is v, a YYMM number, or later. A version
// that is not known is judged as the newest.
func (v Version) AtLeast(yymm int) bool { return v.Number() >= yymm }

// Number is the version as a YYMM number, and larger than any where it is not
// known.
func (v Version) Number() int {
	n, err := strconv.Atoi(string(v))
	if err != nil || n < 0 {
		return math.MaxInt
	}
	return n
}

// A KB is the number of an update as people write it: "KB37942646".
type KB string

// Label is what people call the kind of device: its name, else how it is
// joined, "" while neither is known.
func (d Device) Label() string {
	if d.Name != "" {
		return d.Name
	}
	if Known(d.Join) {
		return Joins.Label(d.Join)
	}
	return ""
}

// Clone copies the answers so that a change of one leaves the other alone.
func (a Answers) Clone() Answers {
	a.Devices = slices.Clone(a.Devices)
	a.ManagementPoints = slices.Clone(a.ManagementPoints)
	a.ConnectionPoints = slices.Clone(a.ConnectionPoints)
	a.Site.Updates = slices.Clone(a.Site.Updates)
	a.Token.Registration = slices.Clone(a.Token.Registration)
	return a
}
