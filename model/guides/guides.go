// Package guides holds what an administrator asks about a CMG that no answer of
// a plan decides: situations, what is true in them, and what to do. It judges
// nothing.
package guides

import (
	"slices"

	"cmgwizard/model"
)

// A Guide is a situation with what the pages say about it.
type Guide struct {
	ID, Title string
	Names     []string // what else it is looked up by: a property, an abbreviation
	Holds     []string // what is true there
	Tell      []string // how to see that this is the case
	Do        []string // what to do, in order
	Tasks     []string // the tasks that belong to it, by ID
	Rules     []string // the rules that judge a part of it, by ID
	Cites     []model.Citation
}

// All is the whole table.
func All() []Guide { return all }

var all = slices.Concat(clientGuides, siteGuides)

// clientGuides are about clients, and about what they meet on the way.
var clientGuides = []Guide{
	{
		ID: "autopilot", Title: "Install the client with Windows Autopilot (co-management)",
		Names: []string{"upgradetolatest", "autopilot-into-co-management"},
		Holds: []string{
			"It takes version 2111 or later, a CMG, co-management, and devices that Autopilot joins to Microsoft Entra ID alone, in user-driven mode.",
			"It does not work with hybrid join (the enrollment status page times out), with pre-provisioning, with Autopilot device preparation, or with workloads on **Pilot Intune**. Clients cannot use PKI certificates: no certificate can be there before the client.",
			"On Windows 11 a device without a co-management settings policy stays with Intune. A client that is installed as a Win32 app does not change that.",
			"The device gets the production version of the client. The property `UPGRADETOLATEST` makes ccmsetup ask for the newest one, so that it installs a pre-production client at once. The reference shows no value for the property.",
		},
		Tell: []string{
			"`0x800705b4` on the enrollment status page, in **Device preparation**: the time ran out while the client was installed. It is 60 minutes by default.",
			"On the device `InstallationState`, under `HKLM\\SOFTWARE\\Microsoft\\Windows\\Autopilot\\EnrollmentStatusTracking\\Device\\DevicePreparation\\PolicyProviders\\ConfigMgr`, is 1 for not installed, 2 for not required, 3 for complete and 4 for an error. After 4 read `ccmsetup.log`.",
		},
		Do: []string{
			"Make no Intune app of the client. In the Intune admin center open **Devices** > **Enroll devices** > **Windows enrollment** > **Co-management settings**, and choose **Create**.",
			"On **Settings** select **Yes** to install the client automatically. Enter the parameters that the console shows under **Enablement**, 1,024 characters at most.",
			"Assign this policy, an enrollment status page with **Show app and profile configuration progress**, and the Autopilot deployment profile to the same group of devices.",
			"Keep a task sequence that starts with `PROVISIONTS` short, and do not use the Intune management extension beside it.",
			"Do not change the setting that overrides the co-management policy once devices are provisioned.",
		},
		Tasks: []string{"client-install-entra", "entra-device-join"},
		Cites: []model.Citation{
			{"autopilot-enrollment", "requirements"}, {"autopilot-enrollment", "limitations"}, {"autopilot-enrollment", "configure"},
			{"autopilot-enrollment", "the-client-installation-doesnt-complete"}, {"client-install-props", "upgradetolatest"},
			{"how-to-prepare-win10", "install-the-configuration-manager-client"},
		},
	},
	{
		ID: "client-windows", Title: "Which versions of Windows can be clients of a CMG, Windows Server included",
		Names: []string{"windows-server", "server-clients", "server-core"},
		Holds: []string{
			"A CMG takes every version of Windows that Configuration Manager supports as a client. That includes Windows 11, Windows Server 2016, 2019, 2022 (from version 2107 on) and 2025 (from version 2409 on), and Server Core.",
			"Windows 10, Windows Server 2012 and 2012 R2 with Extended Security Updates count as not supported. They get these updates, and Windows 10 the upgrade to Windows 11. Nothing else is tested on them.",
			"PKI certificates and site-issued tokens work with every supported version.",
			"For Microsoft Entra ID the pages of Configuration Manager name Windows 10 or later, and no server. Hybrid join takes Windows Server 2016 and later with the desktop, but no domain controller and no Server Core. Whether such a server can use Microsoft Entra ID on a CMG is not documented.",
			"Clients need IPv4. Macs cannot use a CMG.",
		},
		Do: []string{
			"Enter servers as a kind of device of their own, with a PKI certificate or a site-issued token as method.",
			"Expect no Software Center on Server Core. On devices that several users work on at once the client turns user policy off.",
		},
		Tasks: []string{"plan-methods", "plan-limits"},
		Rules: []string{"entra-needs-windows-10", "entra-needs-join"},
		Cites: []model.Citation{
			{"supported-clients", "supported-server-os-versions"}, {"supported-clients", "server-core"}, {"supported-clients", "bkmk_ESU"},
			{"supported-configurations", "specifications"}, {"plan-client-authentication", ""}, {"deploy-azure", "before-you-begin"},
			{"hybrid-join-plan", "review-supported-devices"}, {"hybrid-join-plan", "unsupported-scenarios"}, {"hybrid-join-errors", ""},
		},
	},
	{
		ID: "internet-based-client-management", Title: "Internet-based client management (IBCM) beside a CMG",
		Names: []string{"ibcm"},
		Holds: []string{
			"Both can be used at once. Clients get the policy of both, and on the internet each takes one of them at random.",
			"IBCM needs a PKI certificate on every client, and site systems of your own that the internet can reach.",
			"A client that was installed for the internet only (`CCMALWAYSINF=1`) uses only site systems for the internet, also inside. To change that, install it again.",
			"A client that holds a certificate for IBCM prefers it on the CMG too, even where Microsoft Entra ID is planned.",
		},
		Do: []string{
			"Enter these devices with a PKI certificate as method, and give the CMG the chain of their CAs. For Microsoft Entra ID install them without `/UsePKICert` and with the values of the apps.",
			"To leave IBCM, wait until the clients know the CMG, as the task for internal clients shows. Then take the site systems off the internet. No page gives this order; it is ours.",
		},
		Tasks: []string{"client-intranet-refresh", "client-fqdns", "cmg-trusted-roots"},
		Rules: []string{"stray-certificate", "site-pki-option"},
		Cites: []model.Citation{
			{"cmg-faq", ""}, {"plan-for-ibcm", "plan-for-internet-based-clients"}, {"plan-for-ibcm", "prerequisites"}, {"client-install-props", ""}, {"azure-ccmsetup", "2-azure-ad-token-request"},
		},
	},
	{
		ID: "rebuilt-site", Title: "The site was rebuilt or restored, and clients do not come back",
		Names: []string{"resetkeyinformation", "trusted-root-key", "smspublicrootkey"},
		Holds: []string{
			"A client keeps the trusted root key of its hierarchy, and takes nothing from a management point that this key does not vouch for. Where the key changed, it cannot get the new one from there.",
			"Active Directory and client push bring the new key to internal clients. Neither reaches a client on the internet: one public report tells of such clients after a site was rebuilt from a backup.",
			"A renewed SMS Token Signing certificate ends every site-issued token, until a client gets a new one.",
		},
		Tell: []string{
			"On the client run `(Get-WmiObject -Namespace root\\ccm\\locationservices -Class TrustedRootKey).TrustedRootKey` in Windows PowerShell as an administrator. Compare the text with `SMSPublicRootKey` in `mobileclient.tcf`, under `bin` on the site server.",
			"The log of the client says “Could not retrieve certificate from MPCERT”.",
		},
		Do: []string{
			"Install the client again, with the line of its method and `RESETKEYINFORMATION=TRUE` among the properties at its end. That takes the old key away.",
			"To give it the new key at once, install it again with `SMSPUBLICROOTKEY=<key>` and `SMSSITECODE`.",
			"For devices with site-issued tokens create a new bulk registration token first.",
		},
		Tasks: []string{"client-install-entra", "client-install-pki", "client-install-token", "token-bulk"},
		Cites: []model.Citation{
			{"client-install-props", "resetkeyinformation"}, {"configure-security", "manage-the-trusted-root-key"}, {"deploy-token", "token-signing"},
		},
	},
	{
		ID: "other-web-sites", Title: "A management point shares IIS with another web site, or redirects",
		Names: []string{"iis-redirect", "custom-website", "smsweb", "hsts"},
		Holds: []string{
			"A management point uses the **Default Web Site** of IIS, and Enhanced HTTP binds its certificate to port 443 there. Another application on that site can change bindings, authentication or redirects. Microsoft advises a server of its own.",
			"An HTTP redirect on the **Default Web Site** sends clients elsewhere: they report `0x87D00269`, or 401 `CMGConnector_Unauthorized` while the management point has no `CCM_STS.log` (the second is one public report).",
			"HTTP Strict Transport Security (HSTS) does not work with Enhanced HTTP, and is not supported for clients.",
		},
		Tell: []string{
			"The log of IIS on the management point shows 302 for requests to `CCM_STS`.",
			"In IIS Manager select **Default Web Site** and open **HTTP Redirect**: a box is selected.",
		},
		Do: []string{
			"Clear the redirect and restart IIS. If another application needs it, move that application to another server, or to a web site with ports of its own.",
			"Where it must stay, use custom web sites: they hold for the whole site. Create a web site named **SMSWEB** on each server first, with the ports of the clients and a default document in its root folder. Then select **Use custom web site** on the **Ports** tab of the site. The roles are reinstalled, and clients need the new ports.",
		},
		Tasks: []string{"mp-cmg-traffic", "site-ehttp", "mp-https"},
		Cites: []model.Citation{
			{"custom-websites", "choosing-to-use-custom-websites"}, {"custom-websites", "switch-between-default-and-custom-websites"},
			{"install-application-step", "troubleshoot-step-2"}, {"comms-between-endpoints", "Planning_Client_to_Site_System"},
			{"enhanced-http", "validate-the-certificate"},
		},
	},
	{
		ID: "repair-join", Title: "A device is not joined to Microsoft Entra ID, or is pending, disabled or deleted there",
		Names: []string{"azureadjoined-no", "pending", "pending-device"},
		Holds: []string{
			"Without a join there is no certificate of the join, no token, and no client with Microsoft Entra ID.",
			"Pending exists for hybrid join only: the device was synchronized, and has not completed its registration. A pending device gets no token.",
		},
		Tell: []string{
			"Run `dsregcmd /status` in an elevated prompt. Under **Diagnostic Data**, **Error Phase** says how far the join came, and **Client ErrorCode** why it ended.",
			"Look the device up in the Microsoft Entra admin center: its registered state is pending, it is disabled, or it is not there.",
		},
		Do: []string{
			"`AzureAdJoined : NO` and `DomainJoined : NO`: join the device to Microsoft Entra ID, or choose a certificate or a token for its kind.",
			"Phase `pre-check`: bring the device to a network from which it reaches a domain controller.",
			"Phase `discover`: see that the service connection point in Active Directory names the right tenant. As the system account the device must reach `https://enterpriseregistration.windows.net` and `https://login.microsoftonline.com`, also through a proxy.",
			"Phase `auth`, with federation: see that the WS-Trust endpoints of the federation service answer.",
			"Phase `join` with `0x801c03f2` and `DirectoryError`: wait for the next synchronization of Microsoft Entra Connect, and see that the device is in its scope.",
			"Pending, and the device was joined before (it was moved out of the scope and back): run `dsregcmd /leave` in an elevated prompt and restart. It joins again automatically.",
			"`DeviceAuthStatus : FAILED. Device is either disabled or deleted`: enable it in the admin center. If it is gone, run `dsregcmd /leave` and join it again.",
		},
		Tasks: []string{"entra-device-join"},
		Rules: []string{"device-state", "entra-needs-join", "hybrid-registration"},
		Cites: []model.Citation{
			{"hybrid-join-errors", "step-3-find-the-phase-in-which-the-join-failed-and-the-error-code"}, {"hybrid-join-errors", "step-4-check-for-possible-causes-and-resolutions"},
			{"pending-devices", "the-state-of-a-registered-device-is-changed-to-pending"}, {"dsregcmd", "device-details"}, {"dsregcmd", "pre-join-diagnostics"},
		},
	},
	{
		ID: "app-id-uri-policy", Title: "Microsoft Entra ID refuses the App ID URI of the web app",
		Names: []string{"identifier-uri"},
		Holds: []string{
			"A policy of the tenant refuses new App ID URIs without a verified domain, the tenant ID or the ID of the app. Microsoft turned it on in many tenants in June and July 2025. URIs that are there already keep working.",
			"`https://ConfigMgrService`, the default of the wizard in the console, is refused. The two forms that Microsoft recommends for a CMG pass.",
			"A stricter policy of the tenant takes only `api://<client ID>` and `api://<tenant ID>/<client ID>`, unless the app accepts tokens of version 2.0 or is exempt. It refuses `api://<tenant ID>/ConfigMgrService`.",
			"No URI may end with a slash.",
		},
		Tell: []string{
			"The error says “Failed to add identifier URI … All newly added URIs must contain a tenant verified domain, tenant ID, or app ID”.",
		},
		Do: []string{
			"Use `api://<tenant ID>/ConfigMgrService`, or `https://` with a verified domain and a name after it.",
			"Where the stricter policy is on, register the apps manually and use `api://<tenant ID>/<client ID of the web app>`. The client ID is known only after the registration. Or have an administrator of the tenant exempt the app or the person who creates it.",
		},
		Tasks: []string{"entra-apps-create", "entra-apps-manual"},
		Rules: []string{"app-id-uri"},
		Cites: []model.Citation{
			{"identifier-uris", "secure-patterns"}, {"identifier-uris", "policy-behavior"}, {"identifier-uris", "additional-security-settings"},
			{"configure-azure-ad", "create-the-web-server-app-registration"},
		},
	},
}
