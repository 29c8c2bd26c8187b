package rules

import (
	"cmgwizard/model"
	"cmgwizard/model/source"
)

// Contradictions is the one table of questions on which the pages disagree.
var Contradictions = []Contradiction{
	{
		ID: "C1", Title: "Is Enhanced HTTP enough for clients with PKI certificates?",
		Says: []Saying{
			{"The tables of the article on client authentication allow PKI clients with E-HTTP and with HTTPS.", model.Citation{"configure-authentication", "for-internet-based-clients-communicating-with-the-cmg"}},
			{"Its newest text asks for an HTTPS management point where Microsoft Entra ID is not available.", model.Citation{"configure-authentication", "configure-the-management-point-for-https"}},
			{"Its Note 1 asks the other clients for a certificate.", model.Citation{"configure-authentication", "bkmk_note1"}},
			{"The page on tokens accepts a token instead.", model.Citation{"deploy-token", ""}},
		},
		Reading: "HTTPS; E-HTTP with a warning: such devices probably run on the site's token there.",
		Sure:    sureMedium,
		Rules:   []string{"pki-on-ehttp"}, Tasks: []string{"plan-methods", "mp-https"}, Rows: []TableRow{{Location: model.OnInternet, Methods: []model.Method{model.ClientPKI}}},
	},
	{
		ID: "C2", Title: "Which modes can Entra joined devices use on the internal network?",
		Says: []Saying{
			{"The table of the article on client authentication lists only HTTPS for internal Entra joined devices.", model.Citation{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"}},
			{"The note below it allows HTTP for work with devices, and E-HTTP or HTTPS for users.", model.Citation{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"}},
			{"The newest table has E-HTTP and HTTPS.", model.Citation{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"}},
			{"The page on clients with Microsoft Entra ID accepts any management point of an Enhanced HTTP site.", model.Citation{"deploy-azure", ""}},
		},
		Reading: "the note; plain HTTP ends with version 2403.",
		Sure:    sureHigh,
		Rules:   []string{"on-premises-entra-http", "on-premises-user-http"}, Rows: []TableRow{{Location: model.OnPremises, Joins: []model.Join{model.EntraJoined, model.HybridJoined}}},
	},
	{
		ID: "C3", Title: "Does plain HTTP serve clients with tokens?",
		Says: []Saying{
			{"The first text of the article on client authentication let tokens work with every mode, plain HTTP too.", model.Citation{"configure-authentication", ""}},
			{"Today's planning page asks for E-HTTP or HTTPS with every method.", model.Citation{"plan-client-authentication", ""}},
			{"A prerequisite check still offers tokens or HTTPS in its name, and HTTPS or Enhanced HTTP in its text.", model.Citation{"prereq-checks", "cloud-management-gateway-requires-either-token-based-authentication-or-an-https-management-point"}},
		},
		Reading: "plain HTTP serves no method.",
		Sure:    sureHigh,
		Rules:   []string{"cmg-mp-mode"}, Tasks: []string{"mp-cmg-traffic"}, Rows: []TableRow{{Location: model.OnInternet, Methods: []model.Method{model.SiteToken}}},
	},
	{
		ID: "C4", Title: "When does the CMG need the trusted root chain?",
		Says: []Saying{
			{"A note in the article on client authentication asks for it only with HTTPS management points and PKI. Its newest text asks for it whenever clients that are not Entra joined use PKI.", model.Citation{"configure-authentication", "export-the-client-certificates-trusted-root"}},
			{"The setup page asks for it whenever clients use certificates.", model.Citation{"setup-cmg", "set-up-a-cmg"}},
			{"The security page says that the CMG itself checks the certificate path.", model.Citation{"security-cmg", "security-details"}},
		},
		Reading:      "needed as soon as one kind of device uses PKI, whatever the mode of the management points.",
		Sure:         sureHigh,
		Requirements: []string{"trusted_root_chain"}, Tasks: []string{"pki-export-chain", "cmg-trusted-roots"},
	},
	{
		ID: "C5", Title: "When does the connection point need a client certificate?",
		Says: []Saying{
			{"The article on client authentication asks for it with PKI clients and an HTTPS management point only.", model.Citation{"configure-authentication", "cmg-connection-point"}},
			{"The setup page asks for it whenever clients use certificates.", model.Citation{"setup-cmg", "add-the-cmg-connection-point"}},
			{"The support article ties it to the HTTPS management point and recommends it in any case; its newest text calls it a server authentication certificate.", model.Citation{"cmg-comm-error", "error-code-403-cmgconnector_clientcertificaterequired"}},
		},
		Reading: "required for PKI with HTTPS, recommended for the other two: PKI with E-HTTP, and HTTPS without PKI.",
		Sure:    sureHigh,
		Rules:   []string{"connection-point-certificate"}, Requirements: []string{"connection_point_certificate"}, Tasks: []string{"pki-cp-cert"},
	},
	{
		ID: "C6", Title: "Is plain HTTP deprecated or gone?",
		Says: []Saying{
			{"Some pages, such as the one on Enhanced HTTP, still call plain HTTP deprecated, as version 2103 did.", model.Citation{"enhanced-http", ""}},
			{"The list of removed features ends it with the first version after April 2024.", model.Citation{"deprecated", "unsupported-and-removed-features"}},
			{"The prerequisite check makes it an error from version 2403 on.", model.Citation{"prereq-checks", "enable-site-system-roles-for-https-or-enhanced-http"}},
		},
		Reading: "a warning before 2403, an error from then on.",
		Sure:    sureHigh,
		Rules:   []string{"site-plain-http"}, Tasks: []string{"pre-site-not-http"}, Rows: []TableRow{{Location: model.OnPremises}},
	},
	{
		ID: "C7", Title: "Which characters may the service name have?",
		Says: []Saying{
			{"The planning page of the CMG and the one on supported configurations allow hyphens between letters and digits.", model.Citation{"plan-cmg", "requirements"}},
			{"The page on the server certificate allows small letters and digits only, because a storage account gets the same name.", model.Citation{"server-auth-cert", "content-enabled-cmg-storage-account"}},
		},
		Reading: "what both allow: 3 to 24 small letters and digits, a letter first.",
		Sure:    sureHigh,
		Rules:   []string{"service-name"}, Tasks: []string{"plan-name"},
	},
	{
		ID: "C8", Title: "Which roles does the setup require?",
		Says: []Saying{
			{"Most pages require a Global Administrator for the apps.", model.Citation{"configure-azure-ad", ""}},
			{"The setup checklist also accepts an application administrator.", model.Citation{"set-up-checklist", "checklist"}},
			{"To create the CMG the setup page requires a subscription Owner.", model.Citation{"setup-cmg", "set-up-a-cmg"}},
			{"The planning page adds a Global Administrator.", model.Citation{"plan-cmg", "requirements"}},
			{"For a new secret the page on Azure services names a Privileged Role Administrator from 2409 on.", model.Citation{"azure-services-wizard", "bkmk_renew"}},
			{"The page on 2409 names a Global Administrator.", model.Citation{"whats-new-2409", "cmg-entra-application-secret-key-renewal"}},
		},
		Reading: "plan for a Global Administrator and an Owner; lower roles may work, so use the first rarely.",
		Sure:    sureMedium,
		Tasks:   []string{"pre-people", "pre-classic-cmg", "entra-apps-create", "entra-apps-manual", "entra-secret-renewal", "cmg-wizard", "op-entra-secret-renew"},
	},
	{
		ID: "C9", Title: "Is Microsoft Entra user discovery needed?",
		Says: []Saying{
			{"The setup pages call Entra user discovery optional.", model.Citation{"configure-azure-ad", "complete-the-azure-services-wizard"}},
			{"The page on clients with Microsoft Entra ID tells you to enable it.", model.Citation{"deploy-azure", "configure-azure-services-for-cloud-management"}},
			{"The support article on co-management ties 0x87d00231 to users whom the site did not find: this discovery is off, or the app lacks its permissions.", model.Citation{"co-management-bootstrap", source.NoRecords}},
		},
		Reading: "needed for deployments to users and for hybrid identities, and recommended wherever Microsoft Entra ID is used.",
		Sure:    sureMedium,
		Rules:   []string{"entra-user-discovery"}, Requirements: []string{"entra_user_discovery"}, Tasks: []string{"entra-discovery-page"},
	},
	{
		ID: "C10", Title: "Must the CMG be turned on as an optional feature?",
		Says: []Saying{
			{"The setup pages say that the CMG is an optional feature, which you must turn on.", model.Citation{"setup-cmg", "set-up-a-cmg"}},
			{"The list of optional features does not name it.", model.Citation{"optional-features", ""}},
		},
		Reading: "check the list in the console, and turn it on if it is listed and off.",
		Sure:    sureMedium,
		Tasks:   []string{"pre-optional-feature"},
	},
	{
		ID: "C11", Title: "What are the options in the console called?",
		Says: []Saying{
			{"The setup page writes Use PKI client certificate, the page on security Use client PKI certificate.", model.Citation{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"}},
			{"The article on client authentication writes HTTPS or HTTP, its newest text HTTPS or EHTTP.", model.Citation{"configure-authentication", "management-point-client-connection-mode-summary"}},
			{"It also writes Internet only, the FAQ Allow internet-only clients.", model.Citation{"configure-authentication", "configure-the-management-point-for-https"}},
			{"The page on task sequences writes Allow internet-only connections.", model.Citation{"deploy-ts-internet", "prerequisites-for-boot-media-via-cmg"}},
		},
		Reading: "the same options each time; ignore capitals, hyphens, and word order.",
		Sure:    sureHigh,
		Tasks:   []string{"site-ehttp", "mp-internet-only", "site-pki-option", "pre-site-not-http", "site-https-only", "bg-add-cmg"},
	},
	{
		ID: "C12", Title: "How long is a token valid, and what do its commands need?",
		Says: []Saying{
			{"The page on tokens says renewed every month, valid for 90 days.", model.Citation{"deploy-token", "token-renewal"}},
			{"The support article mentions 401 after 30 days without contact.", model.Citation{"cmg-comm-error", "error-code-401-cmgservice_invalid_token"}},
			{"The reference of installation properties requires SMSMP with a token; the page on tokens leaves it out.", model.Citation{"client-install-props", "regtoken"}},
			{"An example there has /lifetime without /new, against its own text.", model.Citation{"deploy-token", "bulk-registration-token-tool-usage"}},
		},
		Reading: "90 days is the limit, and 30 days the warning. Use SMSMP where you know one, and /lifetime always with /new.",
		Sure:    sureMedium,
		Rules:   []string{"token-offline", "token-client-restart"}, Tasks: []string{"token-bulk", "token-restart-policy", "client-install-token"},
	},
	{
		ID: "C13", Title: "How is the field of dsregcmd spelled?",
		Says: []Saying{
			{"ConfigMgr pages print the field as AzureAdjoined.", model.Citation{"configure-authentication", "azure-ad"}},
			{"The tool and its own page print AzureAdJoined.", model.Citation{"dsregcmd", "device-state"}},
		},
		Reading: "the same field: capitals do not matter.",
		Sure:    sureHigh,
		Tasks:   []string{"entra-device-join"},
	},
	{
		ID: "C14", Title: "Is Microsoft Entra ID the only method for users?",
		Says: []Saying{
			{"Most pages, such as the planning page, call Microsoft Entra ID the only method for users.", model.Citation{"plan-client-authentication", "azure-ad"}},
			{"The page on user-available apps lets domain-joined Windows 10 devices get such apps when the user signs in with an Entra identity.", model.Citation{"user-available-apps", "internet-based-domain-joined-devices"}},
		},
		Reading: "the method of the devices stays Microsoft Entra ID; the exception is a note.",
		Sure:    sureHigh,
		Rules:   []string{"user-centric-needs-entra"}, Tasks: []string{"plan-methods"}, Rows: []TableRow{{Location: model.OnInternet, Methods: []model.Method{model.ClientPKI, model.SiteToken}, Joins: []model.Join{model.DomainJoined}}},
	},
	{
		ID: "C15", Title: "Which credential does ccmsetup prefer?",
		Says: []Saying{
			{"The page on how ccmsetup signs in says that it always prefers a valid certificate.", model.Citation{"azure-ccmsetup", "2-azure-ad-token-request"}},
			{"The reference of installation properties says that without /UsePKICert the client leaves the CMG out.", model.Citation{"client-install-props", "usepkicert"}},
		},
		Reading: "both cannot be true, so name the credential on the command line. Use /UsePKICert for a certificate. For Microsoft Entra ID, use both of its properties instead.",
		Sure:    sureMedium,
		Rules:   []string{"stray-certificate", "stray-certificate-seen"}, Tasks: []string{"client-install-entra", "client-install-pki"},
	},
	{
		ID: "C16", Title: "Which proxy does a management point use from version 2603 on?",
		Says: []Saying{
			{"An earlier text of the page on proxies sets the proxy with netsh winhttp.", model.Citation{"proxy-support", "management-point"}},
			{"Its newer text and the page on version 2603 say that neither that nor the site system proxy is used.", model.Citation{"whats-new-2603", "management-point-requires-internet-access-for-microsoft-entra-token-validation"}},
		},
		Reading: "the proxy of Local System (WinINET); test again after each update, since a later one is to use the site system proxy.",
		Sure:    sureMedium,
		Rules:   []string{"mp-internet-access", "mp-proxy-local-system"}, Requirements: []string{"management_point_internet_access"}, Tasks: []string{"net-mp-internet"},
	},
	{
		ID: "C17", Title: "Which name of the CMG must the connection point reach?",
		Says: []Saying{
			{"The page on internet access calls the Azure address of the CMG its service name.", model.Citation{"internet-endpoints", "cloud-services"}},
			{"The page on the server certificate calls that the deployment name: the service name is an alias for it.", model.Citation{"server-auth-cert", "create-a-dns-cname-alias"}},
		},
		Reading: "allow traffic to the deployment name; a service name in your own domain only needs to be resolved.",
		Sure:    sureHigh,
		Rules:   []string{"connection-point-ports"}, Tasks: []string{"net-firewall-cp"},
	},
	{
		ID: "C18", Title: "How long may the key of a client certificate be?",
		Says: []Saying{
			{"The article on client authentication names 2048 and 4096 bits.", model.Citation{"configure-authentication", "issue-the-certificate"}},
			{"The general list of certificates gives no maximum key length for clients.", model.Citation{"pki-reqs", "windows-client-computers"}},
			{"It allows 2048 at most for monitoring a management point.", model.Citation{"pki-reqs", "site-system-monitoring"}},
		},
		Reading: "2048 or 4096 for clients; 2048 for management points, and for a template that serves both.",
		Sure:    sureHigh,
		Rules:   []string{"client-key-length", "monitoring-key-length"}, Tasks: []string{"pki-template", "mp-monitoring-cert"},
	},
	{
		ID: "C19", Title: "On which port does the connection point reach a management point?",
		Says: []Saying{
			{"The page on data flow says 443 or 80, as the management point is configured.", model.Citation{"data-flow", "required-ports"}},
			{"The logs on the page on how ccmsetup signs in show HTTPS.", model.Citation{"azure-ccmsetup", ""}},
		},
		Reading: "443, which an E-HTTP management point answers too; 80 only for plain HTTP.",
		Sure:    sureMedium,
		Tasks:   []string{"net-firewall-cp"},
	},
	{
		ID: "C20", Title: "Do clients use HTTP or HTTPS with Enhanced HTTP?",
		Says: []Saying{
			{"The FAQ says that internal clients keep using HTTP.", model.Citation{"cmg-faq", ""}},
			{"The page on Enhanced HTTP says once that they communicate over HTTPS, and once that all other client communication is over HTTP.", model.Citation{"enhanced-http", ""}},
		},
		Reading: "a management point answers both. Requests with tokens are secured, and the rest may be HTTP. Do not rely on everything being encrypted.",
		Sure:    sureHigh,
		Tasks:   []string{"site-ehttp"}, Requirements: []string{"enhanced_http"},
	},
	{
		ID: "C21", Title: "Can the cmdlet create the CMG as the console does?",
		Says: []Saying{
			{"The page on New-CMCloudManagementGateway is from 2020: it lists six regions, and neither VM size nor tenant.", model.Citation{"ps-new-cmcloudmanagementgateway", ""}},
			{"The notes on version 2207 add the VM size.", model.Citation{"ps-2207-release-notes", "new-cmcloudmanagementgateway"}},
			{"The page on version 2603 adds an existing resource group together with the web app.", model.Citation{"whats-new-2603", "cloud-management-gateway-improvements"}},
		},
		Reading: "follow the console; use the cmdlet as a template at most.",
		Sure:    sureHigh,
		Tasks:   []string{"cmg-wizard"},
	},
	{
		ID: "C22", Title: "From which version on is the tab called Communication Security?",
		Says: []Saying{
			{"Most pages, such as the support article on co-management, say from version 1906 on.", model.Citation{"co-management-bootstrap", "i-cant-find-the-client-computer-communication-tab-in-site-configuration"}},
			{"An old text of the setup page says that the tab has another name in version 1902 and earlier.", model.Citation{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"}},
		},
		Reading: "both say the same; no version that can have a current CMG is that old.",
		Sure:    sureHigh,
	},
	{
		ID: "C23", Title: "Can the VM size be changed later?",
		Says: []Saying{
			{"The page on cost lets you change the VM size of a CMG from version 2107 on.", model.Citation{"cost", "virtual-machine-scale-set"}},
			{"The page on changing a CMG does not list it among the settings.", model.Citation{"modify-cmg", "settings-tab"}},
		},
		Reading: "it can be changed.",
		Sure:    sureMedium,
		Rules:   []string{"lab-size", "capacity"}, Tasks: []string{"plan-scale"},
	},
	{
		ID: "C24", Title: "What does EnterpriseJoined mean?",
		Says: []Saying{
			{"The page on dsregcmd explains EnterpriseJoined as joined to Active Directory on-premises.", model.Citation{"dsregcmd", "device-state"}},
			{"An older text of it says joined to an on-premises registration service (AD FS).", model.Citation{"dsregcmd", "device-state"}},
		},
		Reading: "the registration service; DomainJoined is the field for Active Directory. Neither counts as joined to Microsoft Entra ID.",
		Sure:    sureMedium,
		Tasks:   []string{"entra-device-join"},
	},
	{
		ID: "C25", Title: "Can an HTTPS-only site have clients without a PKI certificate?",
		Says: []Saying{
			{"The security pages expect PKI certificates from all clients of an HTTPS-only site.", model.Citation{"configure-security", "client-pki-certificates"}},
			{"The page on communication says that an HTTPS management point also accepts Windows authentication and Entra tokens.", model.Citation{"comms-between-endpoints", "bkmk_client2mp"}},
			{"The planning page lists site tokens with HTTPS.", model.Citation{"plan-client-authentication", ""}},
		},
		Reading: "other clients can exist, but plan certificates for internal clients; the management points must be HTTPS all the same.",
		Sure:    sureHigh,
		Rules:   []string{"https-only-site", "internal-clients-https-mp", "token-registration-https"}, Tasks: []string{"site-https-only"},
	},
	{
		ID: "C26", Title: "Which version must a certificate template have?",
		Says: []Saying{
			{"The old example deployment warns against templates of the version Windows Server 2008.", model.Citation{"example-pki", "BKMK_clouddp2008_cm2012"}},
			{"The page on key storage providers asks for Windows Server 2008 or later.", model.Citation{"cng", "to-use-cng-certificates"}},
		},
		Reading: "the old page is about keys outside such a provider. If you want one, follow the other page, and test it first.",
		Sure:    sureMedium,
		Tasks:   []string{"cert-issue-enterprise", "pki-template"},
	},
	{
		ID: "C27", Title: "Does CMGFQDNs work for devices that have only tokens?",
		Says: []Saying{
			{"The page on configuring clients names certificates, Entra joined and hybrid joined devices for CMGFQDNs.", model.Citation{"configure-clients", "configure-off-premises-clients-for-cmg"}},
			{"The page on tokens has its own method for devices on the internet, the bulk registration token.", model.Citation{"deploy-token", "bulk-registration-token"}},
		},
		Reading: "do not use CMGFQDNs for them: no page says that it works.",
		Sure:    sureMedium,
		Tasks:   []string{"client-fqdns"},
	},
	{
		ID: "C28", Title: "Does a management point need ASP.NET 4.5?",
		Says: []Saying{
			{"The page on clients with Microsoft Entra ID asks for ASP.NET 4.5.", model.Citation{"deploy-azure", "before-you-begin"}},
			{"The list of management point prerequisites does not name it.", model.Citation{"site-prereqs", "management-point"}},
		},
		Reading: "needed on every CMG management point as soon as one kind of device uses Microsoft Entra ID.",
		Sure:    sureMedium,
		Rules:   []string{"mp-asp-net"}, Requirements: []string{"asp_net_45"}, Tasks: []string{"entra-aspnet45"},
	},
	{
		ID: "C29", Title: "Where in the certificate does the service name come from?",
		Says: []Saying{
			{"The page on the server certificate takes the service name from its common name.", model.Citation{"server-auth-cert", "choose-the-certificate-type"}},
			{"The page on New-CMCloudManagementGateway takes the first DNS name where -ServiceName is not given.", model.Citation{"ps-new-cmcloudmanagementgateway", ""}},
		},
		Reading: "make the common name, the first DNS name and the service name the same, and give the cmdlet -ServiceName.",
		Sure:    sureHigh,
		Tasks:   []string{"cert-issue-public", "cert-issue-enterprise", "cmg-wizard"},
	},
	{
		ID: "C30", Title: "Must Windows on a management point trust the CA of the client certificates?",
		Says: []Saying{
			{"The page on planning certificates has a root CA that the management points do not trust imported into the site.", model.Citation{"plan-for-certs", "pki-trusted-root-certificates"}},
			{"An issue about that page (MicrosoftDocs/memdocs 4339, still open) quotes Microsoft support. It says that Windows checks the chain before ConfigMgr does, so the CAs must be in its own stores.", model.Citation{"plan-for-certs", "pki-trusted-root-certificates"}},
		},
		Reading: "Windows must trust it too; the import alone is not enough.",
		Sure:    sureHigh,
		Rules:   []string{"mp-trusts-client-ca"}, Tasks: []string{"mp-monitoring-cert", "mp-client-ca-trust", "pki-site-ctl"},
	},
}
