// Package source holds the pages that facts come from, with their headings: what is
// cited is one of them. It says nothing of what the pages say.
package source

import "strings"

// A Page is one that facts come from. Read is the day on which it was last read,
// Dated the day that the page itself carries, "" where none was seen (both
// "YYYY-MM-DD").
type Page struct {
	ID, Title, Path, Read string
	Headings              []Heading
	Dated                 string
}

// A Heading is a place in a page: its anchor, and its words as printed. Pages
// that changed their words may keep an old anchor.
type Heading struct{ Anchor, Text string }

// docs is where the paths of pages start.
const docs = "https://learn.microsoft.com/en-us"

// lastRead is the day on which the stored pages were last read. The newest of
// them is of August 2026: none could be opened live.
const lastRead = "2026-11-22"

// changeRead is the same for the pages about impact, the way back and waits, and
// for those about updates, support and what surrounds a CMG.
const changeRead = "2026-11-29"

// NoRecords is the anchor of a heading too long to write twice.
const NoRecords = "records-for-the-resources-and-their-associated-information-from-azure-ad-arent-created-in-the-configuration-manager-database"

// Address is that of the page, or of the heading with this anchor where it is
// not "".
func (p Page) Address(anchor string) string {
	if anchor == "" {
		return docs + p.Path
	}
	return docs + p.Path + "#" + anchor
}

// Heading is the words of the heading, "" where the page has no such anchor.
func (p Page) Heading(anchor string) string {
	for _, h := range p.Headings {
		if strings.EqualFold(h.Anchor, anchor) {
			return h.Text
		}
	}
	return ""
}

// All is the one table of pages and headings that are cited. Titles and
// headings are the words that the newest stored copy prints.
var All = []Page{
	{"plan-client-authentication", "CMG client authentication", "/intune/configmgr/core/clients/manage/cmg/plan-client-authentication", lastRead, []Heading{
		{"azure-ad", "Microsoft Entra ID"},
		{"pki-certificate", "PKI certificate"},
		{"site-token", "Site token"},
	}, "2021-08-02"},
	{"configure-authentication", "Configure client authentication for cloud management gateway", "/intune/configmgr/core/clients/manage/cmg/configure-authentication", lastRead, []Heading{
		{"azure-ad", "Microsoft Entra ID"},
		{"export-the-client-certificates-trusted-root", "Export the client certificate's trusted root"},
		{"cmg-connection-point", "CMG connection point"},
		{"management-point-client-connection-mode-summary", "Management point client connection mode summary"},
		{"configure-the-management-point-for-https", "Configure the management point for HTTPS"},
		{"pki-certificate", "PKI certificate"},
		{"issue-the-certificate", "Issue the certificate"},
		{"for-internet-based-clients-communicating-with-the-cmg", "For internet-based clients communicating with the CMG"},
		{"for-on-premises-clients-communicating-with-the-on-premises-management-point", "For on-premises clients communicating with the on-premises management point"},
		{"bkmk_note1", "Note 1"},
	}, "2021-08-02"},
	{"configure-azure-ad", "Configure Microsoft Entra ID for CMG", "/intune/configmgr/core/clients/manage/cmg/configure-azure-ad", lastRead, []Heading{
		{"configure-azure-resource-providers", "Configure Azure resource providers"},
		{"create-the-web-server-app-registration", "Create the web (server) app registration"},
		{"create-the-native-client-app-registration", "Create the native (client) app registration"},
		{"complete-the-azure-services-wizard", "Complete the Azure services wizard"},
	}, "2022-09-26"},
	{"server-auth-cert", "CMG server authentication certificate", "/intune/configmgr/core/clients/manage/cmg/server-auth-cert", lastRead, []Heading{
		{"globally-unique-name", "Globally unique name"},
		{"choose-the-certificate-type", "Choose the certificate type"},
		{"use-a-public-provider-certificate", "Use a public provider certificate"},
		{"use-an-enterprise-pki-certificate", "Use an enterprise PKI certificate"},
		{"create-a-dns-cname-alias", "Create a DNS CNAME alias"},
		{"content-enabled-cmg-storage-account", "Content-enabled CMG storage account"},
	}, "2022-04-08"},
	{"setup-cmg", "Set up CMG for Configuration Manager", "/intune/configmgr/core/clients/manage/cmg/setup-cloud-management-gateway", lastRead, []Heading{
		{"set-up-a-cmg", "Set up a CMG"},
		{"configure-primary-site-for-client-certificate-authentication", "Configure primary site for client certificate authentication"},
		{"add-the-cmg-connection-point", "Add the CMG connection point"},
		{"bkmk_role", "Configure client-facing roles for CMG traffic"},
		{"configure-boundary-groups", "Configure boundary groups"},
		{"distribute-and-manage-content", "Distribute and manage content"},
	}, "2022-09-18"},
	{"configure-clients", "Configure clients for cloud management gateway", "/intune/configmgr/core/clients/manage/cmg/configure-clients", lastRead, []Heading{
		{"configure-off-premises-clients-for-cmg", "Configure off-premises clients for CMG"},
		{"install-off-premises-clients-using-a-cmg", "Install off-premises clients using a CMG"},
		{"client-location", "Client location"},
	}, "2022-02-16"},
	{"set-up-checklist", "Set up checklist for CMG", "/intune/configmgr/core/clients/manage/cmg/set-up-checklist", lastRead, []Heading{
		{"checklist", "Checklist"},
	}, "2022-04-08"},
	{"plan-cmg", "Plan for the CMG in Configuration Manager", "/intune/configmgr/core/clients/manage/cmg/plan-cloud-management-gateway", lastRead, []Heading{
		{"requirements", "Requirements"},
		{"virtual-machine-scale-sets", "Virtual machine scale sets"},
		{"limitations-with-versions-2010-and-2103", "Limitations with versions 2010 and 2103"},
	}, "2022-04-08"},
	{"plan-hierarchy-design", "CMG hierarchy design", "/intune/configmgr/core/clients/manage/cmg/plan-hierarchy-design", lastRead, []Heading{
		{"multiple-environments", "Multiple environments"},
		{"boundary-groups", "Boundary groups"},
	}, "2022-03-11"},
	{"supported-configurations", "Supported configurations for cloud management gateway", "/intune/configmgr/core/clients/manage/cmg/supported-configurations", lastRead, []Heading{
		{"specifications", "Specifications"},
		{"support-for-configuration-manager-features", "Support for Configuration Manager features"},
	}, "2022-07-12"},
	{"cost", "Cost of CMG", "/intune/configmgr/core/clients/manage/cmg/cost", lastRead, []Heading{
		{"virtual-machine-scale-set", "Virtual machine scale set"},
		{"outbound-data-transfer", "Outbound data transfer"},
	}, "2022-04-08"},
	{"perf-scale", "CMG performance and scale", "/intune/configmgr/core/clients/manage/cmg/perf-scale", lastRead, []Heading{
		{"improve-performance", "Improve performance"},
		{"size-and-scale-for-cmg", "Size and scale for CMG"},
		{"size-and-scale-for-cmg-connection-point", "Size and scale for CMG connection point"},
	}, "2022-04-08"},
	{"security-cmg", "Security and privacy for the cloud management gateway", "/intune/configmgr/core/clients/manage/cmg/security-and-privacy-for-cloud-management-gateway", lastRead, []Heading{
		{"publish-the-certificate-revocation-list", "Publish the certificate revocation list"},
		{"review-entries-in-the-sites-certificate-trust-list", "Review entries in the site's certificate trust list"},
		{"security-details", "Security details"},
		{"enforce-tls-12", "Enforce TLS 1.2"},
		{"service-principals-and-authentication", "Service principals and authentication"},
	}, "2022-04-08"},
	{"data-flow", "Data flow for CMG", "/intune/configmgr/core/clients/manage/cmg/data-flow", lastRead, []Heading{
		{"internet-access-requirements", "Internet access requirements"},
		{"required-ports", "Required ports"},
		{"http-headers-and-verbs", "HTTP headers and verbs"},
	}, "2022-04-08"},
	{"monitor-cmg", "Monitor the CMG", "/intune/configmgr/core/clients/manage/cmg/monitor-clients-cloud-management-gateway", lastRead, []Heading{
		{"connection-analyzer", "Connection analyzer"},
		{"monitor-traffic-in-the-console", "Monitor traffic in the console"},
		{"cloud-management-dashboard", "Cloud management dashboard"},
		{"set-up-outbound-traffic-alerts", "Set up outbound traffic alerts"},
	}, "2022-04-08"},
	{"modify-cmg", "Modify a CMG", "/intune/configmgr/core/clients/manage/cmg/modify-cloud-management-gateway", lastRead, []Heading{
		{"convert", "Convert"},
		{"settings-tab", "Settings tab"},
		{"content-tab", "Content tab"},
		{"renew-azure-service-secret-key", "Renew Azure service secret key"},
		{"modifications-in-the-azure-portal", "Modifications in the Azure portal"},
		{"delete-the-service", "Delete the service"},
		{"redeploy-the-service", "Redeploy the service"},
	}, "2022-04-08"},
	{"manually-register", "Manually register Microsoft Entra apps for the CMG", "/intune/configmgr/core/clients/manage/cmg/manually-register-azure-ad-apps", lastRead, []Heading{
		{"import-the-apps-to-configuration-manager", "Import the apps to Configuration Manager"},
	}, "2022-03-11"},
	{"cmg-faq", "Frequently asked questions about the CMG", "/intune/configmgr/core/clients/manage/cmg/cloud-management-gateway-faq", lastRead, nil, "2024-12-04"},
	{"deploy-azure", "Install and assign Configuration Manager clients using Microsoft Entra ID for authentication", "/intune/configmgr/core/clients/deploy/deploy-clients-cmg-azure", lastRead, []Heading{
		{"before-you-begin", "Before you begin"},
		{"configure-client-settings", "Configure client settings"},
		{"install-and-register-the-client-using-azure-ad-identity", "Install and register the client using Microsoft Entra identity"},
		{"configure-azure-services-for-cloud-management", "Configure Azure Services for Cloud Management"},
	}, "2022-02-16"},
	{"deploy-token", "Token-based authentication for cloud management gateway", "/intune/configmgr/core/clients/deploy/deploy-clients-cmg-token", lastRead, []Heading{
		{"internal-network-registration", "Internal network registration"},
		{"bulk-registration-token", "Bulk registration token"},
		{"bulk-registration-token-management", "Bulk registration token management"},
		{"token-signing", "Token Signing"},
		{"token-renewal", "Token renewal"},
		{"bulk-registration-token-tool-usage", "Bulk registration token tool usage"},
	}, "2025-12-08"},
	{"client-install-props", "About client installation parameters and properties in Configuration Manager", "/intune/configmgr/core/clients/deploy/about-client-installation-properties", lastRead, []Heading{
		{"usepkicert", "/UsePKICert"},
		{"nocrlcheck", "/NoCRLCheck"},
		{"regtoken", "/regtoken"},
		{"aadtenantid", "AADTENANTID"},
		{"resetkeyinformation", "RESETKEYINFORMATION"},
		{"upgradetolatest", "UPGRADETOLATEST"},
	}, "2022-04-05"},
	{"client-settings", "About client settings in Configuration Manager", "/intune/configmgr/core/clients/deploy/about-client-settings", lastRead, []Heading{
		{"cloud-services", "Cloud services"},
		{"client-policy-polling-interval", "Client policy polling interval"},
		{"enable-user-policy-requests-from-internet-clients", "Enable user policy requests from internet clients"},
	}, "2025-12-08"},
	{"azure-ccmsetup", "Microsoft Entra authentication workflow", "/intune/configmgr/core/clients/manage/azure-ccmsetup", lastRead, []Heading{
		{"2-azure-ad-token-request", "2. Microsoft Entra token request"},
		{"1-azure-ad-info-request-from-ccmsetup", "1. Microsoft Entra info request from ccmsetup"},
	}, "2022-02-16"},
	{"autopilot-enrollment", "How to enroll with Windows Autopilot", "/intune/configmgr/comanage/autopilot-enrollment", lastRead, []Heading{
		{"process", "Process"},
		{"limitations", "Limitations"},
		{"requirements", "Requirements"},
		{"configure", "Configure"},
		{"the-client-installation-doesnt-complete", "The client installation doesn't complete"},
	}, "2022-05-18"},
	{"how-to-prepare-win10", "How to prepare internet-based devices for co-management", "/intune/configmgr/comanage/how-to-prepare-win10", lastRead, []Heading{
		{"install-the-configuration-manager-client", "Install the Configuration Manager client"},
	}, "2024-12-16"},
	{"enhanced-http", "Enhanced HTTP", "/intune/configmgr/core/plan-design/hierarchy/enhanced-http", lastRead, []Heading{
		{"configure-the-site", "Configure the site"},
		{"prerequisites", "Prerequisites"},
		{"validate-the-certificate", "Validate the certificate"},
		{"scenario-1-client-to-management-point", "Scenario 1: Client to management point"},
	}, "2021-12-20"},
	{"comms-between-endpoints", "Communications between endpoints in Configuration Manager", "/intune/configmgr/core/plan-design/hierarchy/communications-between-endpoints", lastRead, []Heading{
		{"bkmk_client2mp", "Client to management point communication"},
		{"Planning_Client_to_Site_System", "Communications from clients to site systems and services"},
	}, "2021-04-05"},
	{"log-files", "Log file reference", "/intune/configmgr/core/plan-design/hierarchy/log-files", lastRead, []Heading{
		{"cloud-management-gateway", "Cloud management gateway"},
	}, "2025-08-11"},
	{"pki-reqs", "PKI certificate requirements for Configuration Manager", "/intune/configmgr/core/plan-design/network/pki-certificate-requirements", lastRead, []Heading{
		{"cloud-management-gateway-cmg", "Cloud management gateway (CMG)"},
		{"windows-client-computers", "Windows client computers"},
		{"site-systems-that-run-iis-and-support-https-client-connections", "Site systems that run IIS and support HTTPS client connections"},
		{"site-system-monitoring", "Site system monitoring"},
	}, "2021-08-10"},
	{"cng", "CNG v3 certificates overview", "/intune/configmgr/core/plan-design/network/cng-certificates-overview", lastRead, []Heading{
		{"to-use-cng-certificates", "To use CNG certificates"},
	}, "2021-07-19"},
	{"example-pki", "Step-by-step example deployment of the PKI certificates for Configuration Manager: Windows Server 2008 certification authority", "/intune/configmgr/core/plan-design/network/example-deployment-of-pki-certificates", lastRead, []Heading{
		{"BKMK_clouddp2008_cm2012", "Deploy the service certificate for cloud-based distribution points"},
		{"BKMK_client2008_cm2012", "Deploy the client certificate for Windows computers"},
		{"BKMK_webserver2008_cm2012", "Deploy the web server certificate for site systems that run IIS"},
	}, "2017-02-14"},
	{"example-mp", "Step-by-step example deployment of a management point in an untrusted Active Directory domain", "/intune/configmgr/core/servers/deploy/configure/example-management-point-deployment", lastRead, []Heading{
		{"BKMK_mp_step6", "Step 6: Verify the management point installation"},
	}, "2026-05-13"},
	{"internet-endpoints", "Internet access requirements", "/intune/configmgr/core/plan-design/network/internet-endpoints", lastRead, []Heading{
		{"cloud-services", "Cloud services"},
		{"management-point", "Management point"},
	}, "2026-06-08"},
	{"proxy-support", "Proxy server support in Configuration Manager", "/intune/configmgr/core/plan-design/network/proxy-server-support", lastRead, []Heading{
		{"management-point", "Management point"},
	}, "2026-06-08"},
	{"plan-for-certs", "Plan for PKI certificates in Configuration Manager", "/intune/configmgr/core/plan-design/security/plan-for-certificates", lastRead, []Heading{
		{"pki-certificate-revocation", "PKI certificate revocation"},
		{"pki-trusted-root-certificates", "PKI trusted root certificates"},
		{"pki-client-certificate-selection", "PKI client certificate selection"},
		{"transition-strategy-for-pki-certificates", "Transition strategy for PKI certificates"},
	}, "2023-03-23"},
	{"configure-security", "Configure security in Configuration Manager", "/intune/configmgr/core/plan-design/security/configure-security", lastRead, []Heading{
		{"client-pki-certificates", "Client PKI certificates"},
		{"manage-the-trusted-root-key", "Manage the trusted root key"},
	}, "2021-12-21"},
	{"prereq-checks", "List of prerequisite checks for Configuration Manager", "/intune/configmgr/core/servers/deploy/install/list-of-prerequisite-checks", changeRead, []Heading{
		{"enable-site-system-roles-for-https-or-enhanced-http", "Enable site system roles for HTTPS or Enhanced HTTP"},
		{"check-for-a-cloud-management-gateway-cmg-as-a-cloud-service-classic", "Check for a cloud management gateway (CMG) as a cloud service (classic)"},
		{"cloud-management-gateway-requires-either-token-based-authentication-or-an-https-management-point", "Cloud management gateway requires either token-based authentication or an HTTPS management point"},
		{"odbc-driver-for-sql-server", "ODBC driver for SQL Server"},
	}, "2024-03-28"},
	{"deprecated", "Removed and deprecated features for Configuration Manager", "/intune/configmgr/core/plan-design/changes/deprecated/removed-and-deprecated-cmfeatures", lastRead, []Heading{
		{"unsupported-and-removed-features", "Unsupported and removed features"},
	}, "2024-12-04"},
	{"whats-new-1710", "What's new in version 1710 of Configuration Manager", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-1710", lastRead, []Heading{
		{"limited-support-for-cryptography-next-generation-cng-certificates", "Limited support for Cryptography: Next Generation (CNG) certificates"},
	}, "2018-01-08"},
	{"whats-new-1802", "What's new in version 1802 of Configuration Manager", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-1802", lastRead, []Heading{
		{"improved-support-for-cng-certificates", "Improved support for CNG certificates"},
		{"cloud-management-gateway-support-for-azure-resource-manager", "Cloud management gateway support for Azure Resource Manager"},
		{"improvements-to-cloud-management-gateway", "Improvements to cloud management gateway"},
	}, "2019-10-09"},
	{"whats-new-1806", "What's new in version 1806 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-1806", lastRead, []Heading{
		{"bkmk_ehttp", "Enhanced HTTP site system"},
		{"improvements-to-cloud-management-gateway", "Improvements to cloud management gateway"},
	}, "2018-10-26"},
	{"whats-new-2006", "What's new in version 2006 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2006", lastRead, []Heading{
		{"intranet-clients-can-use-a-cmg-software-update-point", "Intranet clients can use a CMG software update point"},
	}, "2020-11-04"},
	{"whats-new-2010", "What's new in version 2010 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2010", lastRead, []Heading{
		{"improvements-to-available-apps-via-cmg", "Improvements to available apps via CMG"},
		{"improvements-to-cloud-management-gateway-cmdlets", "Improvements to cloud management gateway cmdlets"},
	}, "2021-03-09"},
	{"whats-new-2103", "What's new in version 2103 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2103", lastRead, nil, "2021-06-11"},
	{"whats-new-2107", "What's new in version 2107 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2107", lastRead, nil, "2021-10-05"},
	{"whats-new-2207", "What's new in version 2207 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2207", lastRead, []Heading{
		{"include-and-prefer-a-cloud-source-for-a-management-point-in-a-default-boundary-group", "Include and prefer a cloud source for a management point in a default boundary group"},
	}, "2022-08-24"},
	{"whats-new-2309", "What's new in version 2309 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2309", lastRead, []Heading{
		{"new-cloud-management-gateway-cmg-creation-via-console", "New Cloud Management Gateway (CMG) creation via Console"},
		{"new-cloud-management-gateway-cmg-creation-via-powershell", "New Cloud Management Gateway (CMG) creation via PowerShell"},
	}, "2023-11-15"},
	{"whats-new-2409", "What's new in version 2409 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2409", changeRead, []Heading{
		{"cmg-entra-application-secret-key-renewal", "CMG Entra Application secret key renewal"},
		{"cmg-enhanced-security-option", "CMG Enhanced security option"},
		{"configuration-manager-does-not-support-sql-server-2012-and-2014", "Configuration Manager does not support SQL Server 2012 and 2014"},
		{"known-issues", "Known Issues"},
	}, "2024-12-03"},
	{"whats-new-2503", "What's new in version 2503 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2503", lastRead, nil, "2025-03-31"},
	{"whats-new-2603", "What's new in version 2603 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2603", changeRead, []Heading{
		{"management-point-requires-internet-access-for-microsoft-entra-token-validation", "Management point requires internet access for Microsoft Entra token validation"},
		{"weak-ciphers-disabled-on-cloud-management-gateway", "Weak ciphers disabled on cloud management gateway"},
		{"cloud-management-gateway-improvements", "Cloud Management Gateway improvements"},
		{"next-steps", "Next steps"},
		{"sql-server-2025-support", "SQL Server 2025 support"},
		{"sql-server-native-client-dependency-removed", "SQL Server Native Client dependency removed"},
		{"deprecated-and-removed-features", "Deprecated and removed features"},
	}, "2026-08-05"},
	{"site-prereqs", "Site and site system prerequisites for Configuration Manager", "/intune/configmgr/core/plan-design/configs/site-and-site-system-prerequisites", changeRead, []Heading{
		{"net-version-requirements", ".NET version requirements"},
		{"management-point", "Management point"},
		{"sql-odbc-driver-for-the-site-server", "SQL ODBC driver for the site server"},
	}, "2024-03-25"},
	{"azure-services-wizard", "Configure Azure services for use with Configuration Manager", "/intune/configmgr/core/servers/deploy/configure/azure-services-wizard", lastRead, []Heading{
		{"update-application-settings", "Update application settings"},
		{"create-server-application-dialog", "Create Server Application dialog"},
		{"disable-authentication", "Disable authentication"},
		{"bkmk_renew", "Renew secret key"},
		{"available-services", "Available services"},
	}, "2021-08-24"},
	{"configure-discovery", "Configure discovery methods for Configuration Manager", "/intune/configmgr/core/servers/deploy/configure/configure-discovery-methods", lastRead, []Heading{
		{"azureaadisc", "Microsoft Entra user Discovery"},
		{"bkmk_config-adud", "Configure Active Directory User Discovery"},
	}, "2022-04-25"},
	{"scp", "About the service connection point in Configuration Manager", "/intune/configmgr/core/servers/deploy/configure/about-the-service-connection-point", lastRead, []Heading{
		{"bkmk_modes", "Modes of operation"},
	}, "2021-10-12"},
	{"install-roles", "Install site system roles for Configuration Manager", "/intune/configmgr/core/servers/deploy/configure/install-site-system-roles", lastRead, []Heading{
		{"bkmk_addrole", "Install roles on an existing site system server"},
	}, "2020-04-01"},
	{"boundary-group-options", "Boundary group options", "/intune/configmgr/core/servers/deploy/configure/boundary-group-options", lastRead, nil, "2022-04-08"},
	{"boundary-groups-sup", "Boundary groups and software update points", "/intune/configmgr/core/servers/deploy/configure/boundary-groups-software-update-points", lastRead, []Heading{
		{"bkmk_prefer_cmgsup", "Prefer cloud-based software update points"},
	}, "2022-04-08"},
	{"optional-features", "Optional features in Configuration Manager", "/intune/configmgr/core/servers/manage/optional-features", lastRead, nil, "2024-12-04"},
	{"updates", "Updates and servicing for Configuration Manager", "/intune/configmgr/core/servers/manage/updates", changeRead, []Heading{
		{"supported-versions", "Supported versions"},
		{"historical-versions", "Historical versions"},
		{"supersedence-example", "Supersedence example"},
		{"bkmk_Baselines", "Baseline and update versions"},
		{"how-to-check-the-version", "How to check the version"},
		{"bkmk_inconsole", "In-console updates and servicing"},
	}, "2024-12-04"},
	{"user-available-apps", "Prerequisites to deploy user-available apps", "/intune/configmgr/apps/plan-design/prerequisites-deploy-user-available-apps", lastRead, []Heading{
		{"azure-ad-joined-devices", "Microsoft Entra joined devices"},
		{"internet-based-domain-joined-devices", "Internet-based domain-joined devices"},
	}, "2022-04-08"},
	{"deploy-ts-internet", "Deploy a task sequence over the internet", "/intune/configmgr/osd/deploy-use/deploy-task-sequence-over-internet", lastRead, []Heading{
		{"prerequisites-for-boot-media-via-cmg", "Prerequisites for boot media via CMG"},
		{"add-a-trusted-root-certificate-to-a-boot-image", "Add a trusted root certificate to a boot image"},
	}, "2021-07-15"},
	{"release-notes", "Release notes for Configuration Manager", "/intune/configmgr/core/servers/deploy/install/release-notes", lastRead, []Heading{
		{"task-sequences-cant-run-over-cmg", "Task sequences can't run over CMG"},
	}, "2021-08-04"},
	{"cmg-comm-error", "Configuration Manager clients fail to communicate with CMG", "/troubleshoot/mem/configmgr/client-management/cmg-communication-error", lastRead, []Heading{
		{"error-code-403-cmgconnector_clientcertificaterequired", "Error code 403 (CMGConnector_Clientcertificaterequired)"},
		{"error-code-403-cmgconnector_forbidden", "Error code 403 (CMGConnector_Forbidden)"},
		{"error-code-0x2f8f-error_winhttp_secure_failure", "Error code 0x2f8f (ERROR_WINHTTP_SECURE_FAILURE)"},
		{"error-code-401-cmgservice_invalid_token", "Error code 401 (CMGService_Invalid_Token)"},
	}, "2025-02-28"},
	{"co-management-bootstrap", "Troubleshoot co-management: Bootstrap with modern provisioning", "/troubleshoot/mem/intune/comanage-configmgr/troubleshoot-co-management-bootstrap", lastRead, []Heading{
		{"configuration-manager-allows-only-an-https-enabled-management-point-for-azure-ad-joined-clients", "Configuration Manager allows only an HTTPS-enabled management point for Microsoft Entra joined clients"},
		{"i-cant-find-the-client-computer-communication-tab-in-site-configuration", "I can't find the Client Computer Communication tab in Site Configuration"},
		{NoRecords, "Records for the resources and their associated information from Microsoft Entra ID aren't created in the Configuration Manager database"},
		{"the-cmg-connection-point-shows-as-disconnected", "The CMG connection point shows as disconnected"},
		{"clients-cant-locate-the-management-point-by-using-the-cmg-and-you-receive-error-403", "Clients can't locate the management point by using the CMG, and you receive error 403"},
	}, "2020-04-16"},
	{"dsregcmd", "Troubleshoot devices by using the dsregcmd command", "/entra/identity/devices/troubleshoot-device-dsregcmd", lastRead, []Heading{
		{"device-state", "Device state"},
		{"device-details", "Device details"},
		{"tenant-details", "Tenant details"},
		{"user-state", "User state"},
		{"sso-state", "SSO state"},
		{"pre-join-diagnostics", "Pre-join diagnostics"},
		{"post-join-diagnostics", "Post-join diagnostics"},
	}, "2025-06-27"},
	{"enable-tls-1-2-troubleshoot", "Common issues when enabling TLS 1.2", "/intune/configmgr/core/plan-design/security/enable-tls-1-2-troubleshoot", changeRead, []Heading{
		{"configuration-manager-console-displays-failure-to-sign-in-to-azure", "Configuration Manager console displays failure to sign in to Azure"},
	}, "2021-05-04"},
	{"enable-tls-1-2-client", "How to enable TLS 1.2 on clients", "/intune/configmgr/core/plan-design/security/enable-tls-1-2-client", changeRead, []Heading{
		{"bkmk_net", "Update and configure the .NET Framework to support TLS 1.2"},
	}, "2024-10-18"},
	{"supported-clients", "Supported OS versions for clients and devices for Configuration Manager", "/intune/configmgr/core/plan-design/configs/supported-operating-systems-for-clients-and-devices", changeRead, []Heading{
		{"supported-server-os-versions", "Supported server OS versions"},
		{"server-core", "Server Core"},
		{"bkmk_ESU", "Extended Security Updates and Configuration Manager"},
	}, "2024-12-19"},
	{"plan-for-ibcm", "Plan for internet-based client management in Configuration Manager", "/intune/configmgr/core/clients/manage/plan-internet-based-client-management", changeRead, []Heading{
		{"plan-for-internet-based-clients", "Plan for internet-based clients"},
		{"prerequisites", "Prerequisites"},
	}, "2022-03-29"},
	{"custom-websites", "Websites for site system servers in Configuration Manager", "/intune/configmgr/core/plan-design/network/websites-for-site-system-servers", changeRead, []Heading{
		{"choosing-to-use-custom-websites", "Choosing to use custom websites"},
		{"switch-between-default-and-custom-websites", "Switch between default and custom websites"},
	}, "2021-04-05"},
	{"install-application-step", "Troubleshoot the Install Application task sequence step in Configuration Manager", "/troubleshoot/mem/configmgr/os-deployment/troubleshoot-install-application-step", changeRead, []Heading{
		{"troubleshoot-step-2", "Troubleshoot step 2"},
	}, "2023-12-05"},
	{"cmg-region", "Can't create a CMG in a particular region", "/troubleshoot/mem/configmgr/cloud-services/cmg-creation-unavailable-region", changeRead, []Heading{
		{"cause", "Cause"},
		{"workaround", "Workaround"},
	}, "2026-02-26"},
	{"contributor-role", "Contributor role is no longer assigned for a web app at the subscription level in Azure", "/troubleshoot/mem/configmgr/cloud-services/contributor-role-not-assigned-for-web-app", changeRead, []Heading{
		{"more-information", "More information"},
	}, "2026-03-30"},
	{"vcpu-quotas", "Increase VM-family vCPU quotas", "/azure/quotas/per-vm-quota-requests", changeRead, []Heading{
		{"request-an-increase-for-adjustable-quotas", "Request an increase for adjustable quotas"},
	}, "2022-07-22"},
	{"azure-quota-errors", "Resolve errors for resource quotas", "/azure/azure-resource-manager/troubleshooting/error-resource-quota", changeRead, nil, "2023-04-05"},
	{"azure-policy-errors", "Resolve errors for request disallowed by policy", "/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy", changeRead, nil, "2022-09-12"},
	{"av2-series", "Av2 sizes series", "/azure/virtual-machines/sizes/general-purpose/av2-series", changeRead, nil, "2024-07-29"},
	{"bv1-series", "Bv1 sizes series", "/azure/virtual-machines/sizes/general-purpose/bv1-series", changeRead, nil, "2026-03-10"},
	{"identifier-uris", "Restrictions on identifier URIs of Microsoft Entra applications", "/entra/identity-platform/identifier-uri-restrictions", changeRead, []Heading{
		{"secure-patterns", "Secure patterns"},
		{"policy-behavior", "Policy behavior"},
		{"additional-security-settings", "Additional security settings"},
	}, "2025-01-29"},
	{"pending-devices", "Pending devices in Microsoft Entra ID", "/troubleshoot/entra/entra-id/dir-dmns-obj/pending-devices", changeRead, []Heading{
		{"the-state-of-a-registered-device-is-changed-to-pending", "The state of a registered device is changed to pending"},
	}, "2023-10-10"},
	{"hybrid-join-errors", "Troubleshoot Microsoft Entra hybrid joined devices", "/entra/identity/devices/troubleshoot-hybrid-join-windows-current", changeRead, []Heading{
		{"step-3-find-the-phase-in-which-the-join-failed-and-the-error-code", "Step 3: Find the phase in which the join failed, and the error code"},
		{"step-4-check-for-possible-causes-and-resolutions", "Step 4: Check for possible causes and resolutions"},
	}, "2024-11-25"},
	{"hybrid-join-plan", "Plan your Microsoft Entra hybrid join implementation", "/entra/identity/devices/hybrid-join-plan", changeRead, []Heading{
		{"review-supported-devices", "Review supported devices"},
		{"unsupported-scenarios", "Unsupported scenarios"},
	}, "2024-02-26"},
	{"certreq", "certreq", "/windows-server/administration/windows-commands/certreq_1", changeRead, []Heading{
		{"certreq--new", "certreq -new"},
		{"certreq--accept", "certreq -accept"},
	}, "2025-09-02"},
	{"dotnet-versions", "Determine which .NET Framework versions are installed", "/dotnet/framework/install/how-to-determine-which-versions-are-installed", lastRead, nil, ""},
	{"ps-2207-release-notes", "Configuration Manager cmdlet library changes for version 2207", "/powershell/sccm/2207-release-notes", lastRead, []Heading{
		{"new-cmdlets", "New cmdlets"},
		{"new-cmcloudmanagementgateway", "New-CMCloudManagementGateway"},
	}, "2022-08-01"},
	{"ps-add-cmcloudmanagementgatewayconnectionpoint", "Add-CMCloudManagementGatewayConnectionPoint", "/powershell/module/configurationmanager/add-cmcloudmanagementgatewayconnectionpoint", lastRead, nil, "2020-11-20"},
	{"ps-enable-cmsitefeature", "Enable-CMSiteFeature", "/powershell/module/configurationmanager/enable-cmsitefeature", lastRead, nil, "2021-03-26"},
	{"ps-get-cmaadapplication", "Get-CMAADApplication", "/powershell/module/configurationmanager/get-cmaadapplication", lastRead, nil, "2020-11-20"},
	{"ps-get-cmcloudmanagementgateway", "Get-CMCloudManagementGateway", "/powershell/module/configurationmanager/get-cmcloudmanagementgateway", lastRead, nil, "2021-03-26"},
	{"ps-get-cmcloudmanagementgatewayconnectionpoint", "Get-CMCloudManagementGatewayConnectionPoint", "/powershell/module/configurationmanager/get-cmcloudmanagementgatewayconnectionpoint", lastRead, nil, "2019-05-02"},
	{"ps-get-cmdiscoverymethod", "Get-CMDiscoveryMethod", "/powershell/module/configurationmanager/get-cmdiscoverymethod", lastRead, nil, "2019-05-02"},
	{"ps-get-cmmanagementpoint", "Get-CMManagementPoint", "/powershell/module/configurationmanager/get-cmmanagementpoint", lastRead, nil, "2019-05-02"},
	{"ps-get-cmserviceconnectionpoint", "Get-CMServiceConnectionPoint", "/powershell/module/configurationmanager/get-cmserviceconnectionpoint", lastRead, nil, "2019-05-02"},
	{"ps-get-cmsite", "Get-CMSite", "/powershell/module/configurationmanager/get-cmsite", lastRead, nil, "2019-05-02"},
	{"ps-get-cmsitefeature", "Get-CMSiteFeature", "/powershell/module/configurationmanager/get-cmsitefeature", lastRead, nil, "2021-03-26"},
	{"ps-get-cmsiteupdate", "Get-CMSiteUpdate", "/powershell/module/configurationmanager/get-cmsiteupdate", changeRead, nil, "2019-05-02"},
	{"ps-import-cmaadclientapplication", "Import-CMAADClientApplication", "/powershell/module/configurationmanager/import-cmaadclientapplication", lastRead, nil, "2020-11-20"},
	{"ps-import-cmaadserverapplication", "Import-CMAADServerApplication", "/powershell/module/configurationmanager/import-cmaadserverapplication", lastRead, nil, "2020-11-20"},
	{"ps-new-cmclientsetting", "New-CMClientSetting", "/powershell/module/configurationmanager/new-cmclientsetting", lastRead, nil, "2021-08-02"},
	{"ps-new-cmclientsettingdeployment", "New-CMClientSettingDeployment", "/powershell/module/configurationmanager/new-cmclientsettingdeployment", lastRead, nil, "2021-08-02"},
	{"ps-new-cmcloudmanagementazureservice", "New-CMCloudManagementAzureService", "/powershell/module/configurationmanager/new-cmcloudmanagementazureservice", lastRead, nil, "2020-11-20"},
	{"ps-new-cmcloudmanagementgateway", "New-CMCloudManagementGateway", "/powershell/module/configurationmanager/new-cmcloudmanagementgateway", lastRead, nil, "2020-11-20"},
	{"ps-set-cmboundarygroup", "Set-CMBoundaryGroup", "/powershell/module/configurationmanager/set-cmboundarygroup", lastRead, nil, "2020-08-26"},
	{"ps-set-cmclientsettingclientpolicy", "Set-CMClientSettingClientPolicy", "/powershell/module/configurationmanager/set-cmclientsettingclientpolicy", lastRead, nil, "2019-05-07"},
	{"ps-set-cmclientsettingcloudservice", "Set-CMClientSettingCloudService", "/powershell/module/configurationmanager/set-cmclientsettingcloudservice", lastRead, nil, "2019-05-07"},
	{"ps-set-cmdiscoverymethod", "Set-CMDiscoveryMethod", "/powershell/module/configurationmanager/set-cmdiscoverymethod", lastRead, nil, "2019-05-07"},
	{"ps-set-cmmanagementpoint", "Set-CMManagementPoint", "/powershell/module/configurationmanager/set-cmmanagementpoint", lastRead, nil, "2019-05-07"},
	{"ps-set-cmsite", "Set-CMSite", "/powershell/module/configurationmanager/set-cmsite", lastRead, nil, "2021-12-28"},
	{"ps-set-cmsoftwareupdatepoint", "Set-CMSoftwareUpdatePoint", "/powershell/module/configurationmanager/set-cmsoftwareupdatepoint", lastRead, nil, "2021-12-15"},
	{"ps-set-updateserverapplication", "Set-UpdateServerApplication", "/powershell/module/configurationmanager/set-updateserverapplication", lastRead, nil, "2023-09-18"},
	{"about-discovery-methods", "About discovery methods for Configuration Manager", "/intune/configmgr/core/servers/deploy/configure/about-discovery-methods", changeRead, []Heading{
		{"bkmk_delta", "Delta discovery"},
	}, "2022-03-23"},
	{"upgrade-clients", "How to upgrade clients for Windows computers in Configuration Manager", "/intune/configmgr/core/clients/manage/upgrade/upgrade-clients-for-windows-computers", changeRead, []Heading{
		{"bkmk_autoupdate", "About automatic client upgrade"},
	}, "2022-04-12"},
	{"manage-clients", "How to manage clients in Configuration Manager", "/intune/configmgr/core/clients/manage/manage-clients", changeRead, []Heading{
		{"uninstall-the-client", "Uninstall the client"},
	}, ""},
	{"uninstall-roles", "Uninstall roles, sites, and hierarchies in Configuration Manager", "/intune/configmgr/core/servers/deploy/install/uninstall-sites-and-hierarchies", changeRead, []Heading{
		{"bkmk_role", "Site system role"},
	}, "2020-04-01"},
	{"pre-release-features", "Pre-release features in Configuration Manager", "/intune/configmgr/core/servers/manage/pre-release-features", changeRead, nil, "2022-12-02"},
	{"key-vault-soft-delete", "Azure Key Vault soft-delete overview", "/azure/key-vault/general/soft-delete-overview", changeRead, nil, ""},
	{"azure-resource-providers", "Azure resource providers and types", "/azure/azure-resource-manager/management/resource-providers-and-types", changeRead, nil, ""},
	{"entra-restore-app", "Restore a soft deleted enterprise application in Microsoft Entra ID", "/entra/identity/enterprise-apps/restore-application", changeRead, nil, ""},
	{"ca-all-resources", "Targeting resources in Conditional Access policies", "/entra/identity/conditional-access/concept-conditional-access-cloud-apps", changeRead, nil, ""},
	{"gpo-refresh", "Background refresh of Group Policy", "/previous-versions/windows/desktop/policy/background-refresh-of-group-policy", changeRead, nil, ""},
	{"azure-classic-retired", "Remove-AzureService", "/powershell/module/servicemanagement/azure/remove-azureservice", changeRead, nil, ""},
	{"kb-37942646", "Cloud management gateway virtual machine scale set image update for Microsoft Configuration Manager", "/intune/configmgr/hotfix/2603/37942646", changeRead, []Heading{
		{"summary-of-kb37942646", "Summary of KB37942646"},
		{"update-information-for-microsoft-configuration-manager-current-branch", "Update information for Microsoft Configuration Manager current branch"},
		{"version-information", "Version information"},
	}, "2026-06-02"},
	{"kb-37864969", "Second update rollup for Microsoft Configuration Manager version 2509", "/intune/configmgr/hotfix/2509/37864969", changeRead, []Heading{
		{"hotfixes-that-are-included-in-this-update", "Hotfixes that are included in this update"},
		{"restart-information", "Restart information"},
	}, "2026-05-27"},
	{"kb-38982839", "Security update for the SMS Provider and administration service", "/intune/configmgr/hotfix/2603/38982839", changeRead, []Heading{
		{"summary-of-kb38982839", "Summary of KB38982839"},
		{"restart-information", "Restart information"},
		{"additional-installation-information", "Additional installation information"},
	}, "2026-08-17"},
	{"kb-37426535", "Summary of changes in Configuration Manager current branch, version 2603", "/intune/configmgr/hotfix/2603/37426535", changeRead, []Heading{
		{"issues-that-are-fixed", "Issues that are fixed"},
		{"hotfixes-that-are-included-in-this-update", "Hotfixes that are included in this update"},
	}, "2026-04-27"},
	{"kb-30833053", "Cloud management gateway installation update for Configuration Manager 2409", "/intune/configmgr/hotfix/2409/30833053", changeRead, []Heading{
		{"summary-of-kb30833053", "Summary of KB30833053"},
	}, "2025-01-24"},
	{"kb-30385346", "Update rollup for Microsoft Configuration Manager version 2409", "/intune/configmgr/hotfix/2409/30385346", changeRead, []Heading{
		{"issues-that-are-fixed", "Issues that are fixed"},
	}, "2025-03-12"},
	{"kb-31909343", "Summary of changes in Configuration Manager current branch, version 2503", "/intune/configmgr/hotfix/2503/31909343", changeRead, []Heading{
		{"issues-that-are-fixed", "Issues that are fixed"},
	}, "2025-03-31"},
	{"kb-35958849", "Cloud management gateway deployment maintenance update for Configuration Manager 2409, 2503", "/intune/configmgr/hotfix/2503/35958849", changeRead, []Heading{
		{"summary-of-kb35958849", "Summary of KB35958849"},
	}, "2025-12-03"},
	{"kb-32851084", "Update rollup for Microsoft Configuration Manager version 2503", "/intune/configmgr/hotfix/2503/32851084", changeRead, []Heading{
		{"known-issues", "Known issues"},
	}, "2025-10-15"},
	{"kb-28204160", "Update rollup for Microsoft Configuration Manager version 2403", "/intune/configmgr/hotfix/2403/28204160", changeRead, []Heading{
		{"issues-that-are-fixed", "Issues that are fixed"},
	}, "2024-11-06"},
	{"kb-25858444", "Update rollup for Microsoft Configuration Manager version 2309", "/intune/configmgr/hotfix/2309/25858444", changeRead, []Heading{
		{"issues-that-are-fixed", "Issues that are fixed"},
	}, "2024-03-04"},
	{"kb-21010486", "Update rollup for Microsoft Configuration Manager version 2303", "/intune/configmgr/hotfix/2303/21010486", changeRead, []Heading{
		{"issues-that-are-fixed", "Issues that are fixed"},
	}, "2023-07-24"},
	{"kb-14480034", "Registration fails for PKI clients after updating to Configuration Manager current branch, version 2203", "/intune/configmgr/hotfix/2203/14480034", changeRead, []Heading{
		{"summary-of-kb14480034", "Summary of KB14480034"},
	}, "2025-02-11"},
	{"kb-13174460", "Summary of changes in Configuration Manager current branch, version 2203", "/intune/configmgr/hotfix/2203/13174460", changeRead, []Heading{
		{"issues-that-are-fixed", "Issues that are fixed"},
	}, "2022-04-26"},
	{"webdav-405", "Clients fail to download content from a distribution point with HTTP 405 errors", "/troubleshoot/mem/configmgr/app-management/issues/clients-fail-download-content-http-405-errors", changeRead, []Heading{
		{"cause", "Cause"},
	}, "2026-07-30"},
	{"digicert-root-g2", "Connectivity issues if the DigiCert Global Root G2 root certificate is not installed", "/troubleshoot/mem/configmgr/setup-migrate-backup-recovery/connectivity-issues-digicert-global-root-g2-not-installed", changeRead, []Heading{
		{"cause", "Cause"},
	}, "2023-12-05"},
	{"mdm-0xcaa9001f", "MDM enrollment fails with error 0xcaa9001f for co-managed Windows devices", "/troubleshoot/mem/intune/device-enrollment/mdm-enrollment-error-0xcaa9001f", changeRead, []Heading{
		{"cause", "Cause"},
	}, "2021-10-06"},
	{"co-management-enroll", "Troubleshoot co-management: Auto-enroll existing Configuration Manager-managed devices into Intune", "/troubleshoot/mem/intune/comanage-configmgr/troubleshoot-co-management-auto-enrolling", changeRead, []Heading{
		{"common-issues", "Common issues"},
	}, "2023-12-05"},
	{"cmg-public-ip", "CMG maintenance task fails to update public IP resource after installing the update rollup for Microsoft Configuration Manager version 2503 (KB32851084)", "/troubleshoot/mem/configmgr/cloud-services/public-ip-creation-error", changeRead, []Heading{
		{"cause", "Cause"},
		{"resolution", "Resolution"},
	}, "2025-11-11"},
	{"whats-new-2509", "What's new in version 2509 of Configuration Manager current branch", "/intune/configmgr/core/plan-design/changes/whats-new-in-version-2509", changeRead, []Heading{
		{"next-steps", "Next steps"},
	}, "2025-11-11"},
	{"versions-supported", "Support for Configuration Manager current branch versions", "/intune/configmgr/core/servers/manage/current-branch-versions-supported", changeRead, nil, "2022-04-08"},
	{"install-updates", "Install in-console updates for Configuration Manager", "/intune/configmgr/core/servers/manage/install-in-console-updates", changeRead, []Heading{
		{"start-the-install", "Start the install"},
		{"start-the-update-installation-at-a-secondary-site", "Start the update installation at a secondary site"},
		{"3-monitor-the-progress-of-updates-as-they-install", "3. Monitor the progress of updates as they install"},
	}, "2024-12-04"},
	{"checklist-2603", "Checklist for installing update 2603 for Configuration Manager", "/intune/configmgr/core/servers/manage/checklist-for-installing-update-2603", changeRead, []Heading{
		{"pre-update-checklist", "Pre-update checklist"},
	}, "2026-05-05"},
	{"os-site-systems", "Supported operating systems for Configuration Manager site system servers", "/intune/configmgr/core/plan-design/configs/supported-operating-systems-for-site-system-servers", changeRead, []Heading{
		{"windows-server-20122012-r2", "Windows Server 2012/2012 R2"},
		{"windows-server-2025", "Windows Server 2025"},
	}, "2024-12-19"},
	{"sql-versions", "Supported SQL Server versions for Configuration Manager", "/intune/configmgr/core/plan-design/configs/support-for-sql-server-versions", changeRead, []Heading{
		{"bkmk_SQLVersions", "Supported versions of SQL Server"},
	}, "2024-12-04"},
	{"kb-26186448", "Summary of changes in Configuration Manager current branch, version 2403", "/intune/configmgr/hotfix/2403/26186448", changeRead, []Heading{
		{"issues-that-are-fixed", "Issues that are fixed"},
	}, "2024-05-07"},
	{"kb-37172183", "Software Center client fix for Configuration Manager 2409, 2503", "/intune/configmgr/hotfix/2503/37172183", changeRead, []Heading{
		{"summary-of-kb37172183", "Summary of KB37172183"},
		{"symptoms", "Symptoms"},
		{"version-information", "Version information"},
	}, "2026-04-14"},
}
