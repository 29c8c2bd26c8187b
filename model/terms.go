package model

// Unsure is the answer "I do not know yet; somebody must find out". Every
// question accepts it. It stays in the plan and becomes an open item.
const Unsure = "unsure"

// A Term is one word of a closed vocabulary: the value that files hold, the
// label that people read and, where the label does not say it all, what the
// word means.
type Term[T ~string] struct {
	Value T
	Label string
	Means string
}

// Terms is a closed vocabulary in the order in which it is offered.
type Terms[T ~string] []Term[T]

// Word is a Term without its type, for code that handles every vocabulary alike.
type Word struct{ Value, Label, Means string }

// Label gives the words for v: the label of a known value, "not known yet" for
// Unsure, "" for an absent answer and the value itself otherwise.
func (ts Terms[T]) Label(v T) string {
	for _, t := range ts {
		if t.Value == v {
			return t.Label
		}
	}
	if v == Unsure {
		return "not known yet"
	}
	return string(v)
}

// Words lists the vocabulary without its type.
func (ts Terms[T]) Words() []Word {
	words := make([]Word, len(ts))
	for i, t := range ts {
		words[i] = Word{string(t.Value), t.Label, t.Means}
	}
	return words
}

// Known reports whether v is answered with something other than Unsure.
func Known[T ~string](v T) bool { return v != "" && v != Unsure }

// YesNo answers a yes/no question.
type YesNo string

// The answers to a yes/no question.
const (
	Yes YesNo = "yes"
	No  YesNo = "no"
)

// YesNos are the words of a yes/no question.
var YesNos = Terms[YesNo]{{Value: Yes, Label: "Yes"}, {Value: No, Label: "No"}}

// NameState says whether somebody looked whether a name is free. The words of
// the file are those of a yes/no question.
type NameState string

// The states of a name.
const (
	NameFree  NameState = "yes"
	NameTaken NameState = "no"
)

// nameStates are what somebody who looked can have seen.
var nameStates = Terms[NameState]{
	{NameFree, "Free", "the portal accepts it for each of the resources"},
	{NameTaken, "Taken", "the portal refuses it for one of them: choose another service name"},
}

// Words are the words of a name in a plan file.
func (NameState) Words() []Word { return nameStates.Words() }

// UnsureLabel is what a person says who has not looked.
func (NameState) UnsureLabel() string { return "Not checked" }

// Join says how a device is joined.
type Join string

// The ways a device is joined.
const (
	Workgroup    Join = "workgroup"
	DomainJoined Join = "domain"
	EntraJoined  Join = "entra"
	HybridJoined Join = "hybrid"
)

// Joins are the kinds of devices, in the words of Microsoft's mode tables.
var Joins = Terms[Join]{
	{HybridJoined, "Hybrid joined", "joined to Active Directory and registered with Microsoft Entra ID"},
	{EntraJoined, "Microsoft Entra joined", "joined only to a Microsoft Entra tenant (cloud domain-joined)"},
	{DomainJoined, "AD domain-joined", "joined only to on-premises Active Directory"},
	{Workgroup, "Workgroup", "not joined to a domain or a Microsoft Entra tenant"},
}

// Method is a way in which a client proves on the internet who it is.
type Method string

// The client authentication methods of a CMG.
const (
	EntraID   Method = "entra"
	ClientPKI Method = "pki"
	SiteToken Method = "token"
)

// Methods are the client authentication methods.
var Methods = Terms[Method]{
	{EntraID, "Microsoft Entra ID", "a token of the device or user from Microsoft Entra ID: Windows 10 or later, Entra joined or hybrid joined; serves devices and users"},
	{ClientPKI, "PKI certificate", "a client authentication certificate of your own PKI: any supported Windows; serves devices only"},
	{SiteToken, "Site-issued token", "a token that the site issues: any supported Windows; serves devices only"},
}

// Security is the communication security of a site.
type Security string

// The site securities.
const (
	HTTPSOnly    Security = "https-only"
	EnhancedHTTP Security = "enhanced-http"
	PlainHTTP    Security = "http"
)

// Securities are the choices of the Communication Security tab.
var Securities = Terms[Security]{
	{EnhancedHTTP, "Enhanced HTTP", "HTTPS or HTTP, with site-issued certificates for HTTP site systems"},
	{HTTPSOnly, "HTTPS only", "every site system with IIS uses HTTPS with PKI certificates"},
	{PlainHTTP, "HTTPS or HTTP, without Enhanced HTTP", "HTTP is allowed and the site issues no certificates: deprecated since 2103; blocks installation and upgrade starting with 2403"},
}

// TopLevel is the kind of site at the top of the hierarchy.
type TopLevel string

// The kinds of top-level site.
const (
	StandalonePrimary TopLevel = "standalone-primary"
	CentralAdmin      TopLevel = "central-administration-site"
)

// topLevels are the kinds of top-level site.
var topLevels = Terms[TopLevel]{
	{StandalonePrimary, "Standalone primary site", "the hierarchy is one primary site"},
	{CentralAdmin, "Central administration site", "primary sites below a central administration site (CAS)"},
}

// Windows is the age of the Windows that devices run.
type Windows string

// The ages of Windows that matter for Microsoft Entra ID.
const (
	Windows10      Windows = "10-or-later"
	WindowsEarlier Windows = "earlier"
)

// WindowsVersions are the ages of Windows.
var WindowsVersions = Terms[Windows]{
	{Windows10, "Windows 10 or later", "Windows 10, Windows 11 or later"},
	{WindowsEarlier, "Earlier than Windows 10", "a Windows version before Windows 10: cannot use Microsoft Entra ID with the CMG"},
}

// Identities says where the users' Entra identities come from.
type Identities string

// The kinds of user identity.
const (
	CloudOnly        Identities = "cloud-only"
	HybridIdentities Identities = "hybrid"
)

// identityKinds are the kinds of user identity.
var identityKinds = Terms[Identities]{
	{HybridIdentities, "Synchronized or federated with Active Directory", "the users live in Active Directory and are synchronized to, or federated with, Microsoft Entra ID"},
	{CloudOnly, "Cloud only", "the users live in Microsoft Entra ID alone"},
}

// Issuer is the kind of PKI that issues client certificates.
type Issuer string

// The kinds of PKI.
const (
	ADCS        Issuer = "ad-cs"
	OtherIssuer Issuer = "other"
)

// issuers are the kinds of PKI.
var issuers = Terms[Issuer]{
	{ADCS, "Active Directory Certificate Services", "the certificate authority of Windows Server, with templates and Group Policy"},
	{OtherIssuer, "Another PKI", "any other certificate authority, with its own enrollment and publishing process"},
}

// AppOrigin says how the app registrations of the site are made.
type AppOrigin string

// The ways to the app registrations.
const (
	AppsByWizard AppOrigin = "wizard"
	AppsByHand   AppOrigin = "by-hand"
)

// appOrigins are the ways to the app registrations.
var appOrigins = Terms[AppOrigin]{
	{AppsByWizard, "The Azure Services Wizard of the console creates them", "an administrator of Microsoft Entra ID signs in at the console"},
	{AppsByHand, "Manually in the Azure portal, then imported", "nobody needs rights in Microsoft Entra ID at the console; it never warns before the secret of such an app expires"},
}

// ServiceConnection is the mode of the service connection point.
type ServiceConnection string

// The modes of a service connection point.
const (
	ConnectionOnline  ServiceConnection = "online"
	ConnectionOffline ServiceConnection = "offline"
	ConnectionNone    ServiceConnection = "none"
)

// serviceConnections are the modes of a service connection point.
var serviceConnections = Terms[ServiceConnection]{
	{ConnectionOnline, "Online", "it connects to Azure on its own, as the CMG requires"},
	{ConnectionOffline, "Offline, on demand", "it cannot deploy or watch a CMG"},
	{ConnectionNone, "Not installed", "the role is not installed in the hierarchy"},
}

// Registration is a way in which a client gets its first site-issued token.
type Registration string

// The ways to the first token.
const (
	InternalNetwork Registration = "internal-network"
	BulkToken       Registration = "bulk"
)

// Registrations are the ways to the first token.
var Registrations = Terms[Registration]{
	{InternalNetwork, "On the internal network", "the client registers with an internal management point and gets its token there"},
	{BulkToken, "With a bulk registration token", "a short-lived token made for the installation over the internet"},
}

// Connections is the client connections setting of a management point.
type Connections string

// The client connections of a management point.
const (
	ConnectHTTP  Connections = "http"
	ConnectHTTPS Connections = "https"
)

// ConnectionKinds are the client connections of a management point.
var ConnectionKinds = Terms[Connections]{
	{ConnectHTTP, "HTTP", "the management point accepts HTTP; in an Enhanced HTTP site it also answers HTTPS with a certificate of the site"},
	{ConnectHTTPS, "HTTPS", "the management point accepts HTTPS alone, with a PKI web server certificate"},
}

// WebCertificate says where a management point's IIS certificate comes from.
type WebCertificate string

// The sources of a web server certificate.
const (
	WebEnterprise WebCertificate = "enterprise-pki"
	WebPublic     WebCertificate = "public"
	WebNone       WebCertificate = "none"
)

// WebCertificates are the sources of a web server certificate.
var WebCertificates = Terms[WebCertificate]{
	{WebEnterprise, "From our own PKI", "issued by your own PKI"},
	{WebPublic, "From a public provider", "bought from a public certificate provider"},
	{WebNone, "None yet", "there is none; a task of the checklist gets it"},
}

// Environment is the Azure cloud that hosts the CMG.
type Environment string

// The Azure environments of the console.
const (
	PublicCloud     Environment = "AzurePublicCloud"
	GovernmentCloud Environment = "AzureUSGovernmentCloud"
)

// Environments are the Azure environments.
var Environments = Terms[Environment]{
	{PublicCloud, "Azure public cloud", "the worldwide Azure"},
	{GovernmentCloud, "Azure US Government cloud", "Azure for US Government: other addresses, and version 2111 or later"},
}

// CertificateSource says who issues the CMG's server authentication certificate.
type CertificateSource string

// The issuers of the server authentication certificate.
const (
	PublicProvider CertificateSource = "public"
	EnterprisePKI  CertificateSource = "enterprise-pki"
)

// CertificateSources are the issuers of the server authentication certificate.
var CertificateSources = Terms[CertificateSource]{
	{PublicProvider, "A public certificate provider", "Windows trusts it already; the name must be in a domain of yours, with a CNAME"},
	{EnterprisePKI, "Our own PKI", "internet devices must be given its root CA"},
}

// VMSize is the size of the CMG's virtual machines.
type VMSize string

// The sizes that the console offers.
const (
	SizeLab      VMSize = "B2s"
	SizeStandard VMSize = "A2_v2"
	SizeLarge    VMSize = "A4_v2"
)

// VMSizes are the sizes with the clients that one instance serves
// (perf-scale).
var VMSizes = Terms[VMSize]{
	{SizeStandard, "Standard (A2_v2), 6,000 clients per instance", "for production; up to 6,000 simultaneous clients per instance"},
	{SizeLarge, "Large (A4_v2), 10,000 clients per instance", "for large environments; up to 10,000 simultaneous clients per instance"},
	{SizeLab, "Lab (B2s), 10 clients, not for production", "for a lab; up to 10 clients on an instance"},
}

// Team is the group of people that owns an answer or a task.
type Team string

// The teams of a CMG project.
const (
	ConfigMgr Team = "configmgr"
	PKITeam   Team = "pki"
	EntraTeam Team = "entra"
	AzureTeam Team = "azure"
	Network   Team = "network"
	Servers   Team = "servers"
	Devices   Team = "devices"
)

// Teams are the teams of a CMG project.
var Teams = Terms[Team]{
	{Value: ConfigMgr, Label: "ConfigMgr"},
	{Value: PKITeam, Label: "PKI"},
	{Value: EntraTeam, Label: "Microsoft Entra"},
	{Value: AzureTeam, Label: "Azure"},
	{Value: Network, Label: "Network and DNS"},
	{Value: Servers, Label: "Windows servers and Active Directory"},
	{Value: Devices, Label: "Devices"},
}

// TaskState says how far a task is.
type TaskState string

// The states of a task.
const (
	Open         TaskState = "open"
	Done         TaskState = "done"
	Blocked      TaskState = "blocked"
	AcceptedRisk TaskState = "accepted-risk"
	NotNeeded    TaskState = "not-needed"
)

// TaskStates are the states of a task.
var TaskStates = Terms[TaskState]{
	{Open, "Open", "not done yet"},
	{Done, "Done", "done, by a person or, with \"answer\" as by, by what the answers state"},
	{Blocked, "Blocked", "cannot continue; see the note"},
	{AcceptedRisk, "Risk accepted", "skipped deliberately; the risk is accepted"},
	{NotNeeded, "Not needed", "not needed here: the note says why"},
}

// EvidenceKind says what an evidence file is.
type EvidenceKind string

// The kinds of evidence.
const (
	CertificateEvidence       EvidenceKind = "certificate"        // of a client or a CA
	ServerCertificateEvidence EvidenceKind = "server-certificate" // of the CMG or a management point
	DeviceStateEvidence       EvidenceKind = "device-state"
	TokenEvidence             EvidenceKind = "registration-token"
	SiteFactsEvidence         EvidenceKind = "site-facts"
)

// EvidenceKinds are the kinds of evidence.
var EvidenceKinds = Terms[EvidenceKind]{
	{CertificateEvidence, "Certificate", "public facts of a client certificate or of a CA"},
	{ServerCertificateEvidence, "Server authentication certificate", "public facts of the certificate of the CMG or of a management point"},
	{DeviceStateEvidence, "Device state (dsregcmd)", "the join state that dsregcmd /status printed"},
	{TokenEvidence, "Bulk registration token", "when a bulk registration token is valid, and for which tenant; nothing of the token itself"},
	{SiteFactsEvidence, "Facts of a site", "what the collector script read at a site or on a server, as answers"},
}

// Words lists the vocabulary of the type.
func (YesNo) Words() []Word { return YesNos.Words() }

func (Join) Words() []Word { return Joins.Words() }

func (Method) Words() []Word { return Methods.Words() }

func (Security) Words() []Word { return Securities.Words() }

func (TopLevel) Words() []Word { return topLevels.Words() }

func (Windows) Words() []Word { return WindowsVersions.Words() }

func (Identities) Words() []Word { return identityKinds.Words() }

func (AppOrigin) Words() []Word { return appOrigins.Words() }

func (ServiceConnection) Words() []Word { return serviceConnections.Words() }

func (Issuer) Words() []Word { return issuers.Words() }

func (Registration) Words() []Word { return Registrations.Words() }

func (Connections) Words() []Word { return ConnectionKinds.Words() }

func (WebCertificate) Words() []Word { return WebCertificates.Words() }

func (Environment) Words() []Word { return Environments.Words() }

func (CertificateSource) Words() []Word { return CertificateSources.Words() }

func (VMSize) Words() []Word { return VMSizes.Words() }

func (TaskState) Words() []Word { return TaskStates.Words() }

func (EvidenceKind) Words() []Word { return EvidenceKinds.Words() }

// ServerOS is the Windows that a site system runs.
type ServerOS string

// The Windows Servers of site systems.
const (
	Server2012 ServerOS = "2012r2-or-earlier"
	Server2016 ServerOS = "2016"
	Server2019 ServerOS = "2019"
	Server2022 ServerOS = "2022"
	Server2025 ServerOS = "2025"
)

// serverOSes are the Windows Servers, the oldest first.
var serverOSes = Terms[ServerOS]{
	{Server2012, "Windows Server 2012 R2 or earlier", "no longer supported since October 2023; blocks the update of the site from version 2403 on"},
	{Value: Server2016, Label: "Windows Server 2016"},
	{Value: Server2019, Label: "Windows Server 2019"},
	{Value: Server2022, Label: "Windows Server 2022"},
	{Server2025, "Windows Server 2025", "from version 2409 on"},
}

// Words are the words of a Windows Server in a plan file.
func (ServerOS) Words() []Word { return serverOSes.Words() }
