package tasks

import (
	"sync"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// A Job is what one team does in one sitting at one place. It groups tasks, and is
// done when they are.
type Job struct {
	ID, Title string
	Team      model.Team
	Place     string   // where it is done: a part of the console, or another tool
	Tasks     []string // the IDs, in the order of the work
	Advice    string   // on the day or the order, from experience; "" for none
	Recurring bool     // comes back after the rollout: nothing waits for it
}

// Jobs is the table of jobs in the order of the setup: none waits for a later one.
func Jobs() []Job { return jobs }

// JobOf is the ID of the job of a task, "" for a task that no table knows.
func JobOf(task string) string { return jobsOfTasks()[task] }

var jobsOfTasks = sync.OnceValue(func() map[string]string {
	list := map[string]string{}
	for _, j := range jobs {
		for _, id := range j.Tasks {
			list[id] = j.ID
		}
	}
	return list
})

var jobs = []Job{
	{
		ID: "survey-site", Title: "Survey the site and your role", Team: model.ConfigMgr,
		Place: "Console, top-level site: Administration workspace",
		Tasks: []string{"pre-site-version", "pre-site-not-http", "pre-scp-online", "pre-cm-role", "pre-optional-feature"},
	},
	{
		ID: "choose-subscription", Title: "Choose and prepare the Azure subscription", Team: model.AzureTeam,
		Place: "Azure portal: Subscriptions, Quotas, Policy",
		Tasks: []string{"pre-subscription", "azure-providers"},
	},
	{
		ID: "design", Title: "Decide on the design and schedule people", Team: model.ConfigMgr,
		Place: "Design meeting with the other teams; no console",
		Tasks: []string{"plan-methods", "plan-limits", "plan-scale", "plan-name", "plan-cp-servers", "pre-people"},
	},
	{
		ID: "replace-classic", Title: "Convert or replace classic CMGs", Team: model.ConfigMgr,
		Place: "Console: Cloud Services > Cloud Management Gateway",
		Tasks: []string{"pre-classic-cmg"},
	},
	{
		ID: "enhanced-http", Title: "Switch the site to Enhanced HTTP", Team: model.ConfigMgr,
		Place:  "Console: Sites > Communication Security; IIS Manager",
		Tasks:  []string{"site-ehttp", "mp-rebind-443"},
		Advice: "Do it a day or more before you create the CMG, in a window of its own. Its effect must be stable first.",
	},
	{
		ID: "check-name", Title: "Check that the name is available", Team: model.AzureTeam,
		Place: "Azure portal: Create a resource",
		Tasks: []string{"plan-name-unique"},
	},
	{
		ID: "open-network", Title: "Allow the required network traffic", Team: model.Network,
		Place:  "Firewall and proxy consoles; registry of management points",
		Tasks:  []string{"net-firewall-scp", "net-firewall-cp", "net-firewall-clients", "net-mp-internet"},
		Advice: "Order the firewall rules as soon as the design is done. Their lead times are the longest wait of most projects, and are not included here.",
	},
	{
		ID: "prepare-servers", Title: "Install Windows prerequisites on the servers", Team: model.Servers,
		Place: "Each server: Server Manager and PowerShell",
		Tasks: []string{"srv-dotnet-48", "entra-aspnet45"},
	},
	{
		ID: "update-site", Title: "Update the site", Team: model.ConfigMgr,
		Place:  "Console: Updates and Servicing",
		Tasks:  []string{rules.UpgradeSite, rules.InstallUpdates},
		Advice: "Take a window of its own, some days before the CMG: let the site and its clients settle first.",
	},
	{
		ID: "client-certificates", Title: "Roll out client certificates and their CRL", Team: model.PKITeam,
		Place:  "Certification Authority console; Group Policy Management",
		Tasks:  []string{"pki-template", "pki-crl", "pki-autoenroll", "pki-export-chain"},
		Advice: "Expect a second sitting after the Group Policy refresh: the export needs a certificate that was issued. If Group Policy already turns on autoenrollment, start with a pilot group.",
	},
	{
		ID: "register-apps", Title: "Check users and register the apps", Team: model.EntraTeam,
		Place: "Microsoft Entra admin center: Users, App registrations",
		Tasks: []string{"entra-user-identity", "entra-apps-manual"},
	},
	{
		ID: "sample-devices", Title: "Check the join state of sample devices", Team: model.Devices,
		Place: "Sample devices: command prompt",
		Tasks: []string{"entra-device-join"},
	},
	{
		ID: "publish-name", Title: "Publish the CNAME", Team: model.Network,
		Place: "Public and internal DNS console",
		Tasks: []string{"dns-cname"},
	},
	{
		ID: "server-certificates", Title: "Put certificates on the site systems", Team: model.PKITeam,
		Place:  "Each server: certlm.msc and IIS Manager",
		Tasks:  []string{"mp-webserver-cert", "mp-monitoring-cert", "pki-cp-cert", "mp-client-ca-trust"},
		Advice: "On a management point that already serves a CMG, bind the certificate and switch to HTTPS in one window. Between the two, its CMG traffic may end with 403.",
	},
	{
		ID: "cmg-certificate", Title: "Get and distribute the CMG server certificate", Team: model.PKITeam,
		Place: "CA or provider portal; mmc; Group Policy or Intune",
		Tasks: []string{"cert-source", "cert-issue-public", "cert-issue-enterprise", "cert-export-pfx", "cert-trust-root"},
	},
	{
		ID: "connect-entra", Title: "Connect the site to Microsoft Entra ID", Team: model.ConfigMgr,
		Place:  "Console: Cloud Services, Discovery Methods",
		Tasks:  []string{"entra-apps-create", "entra-apps-import", "entra-discovery-page", "entra-update-app", "entra-more-tenants", "entra-disable-tenant-auth", "entra-ad-user-discovery"},
		Advice: "Put this and the creation of the CMG on one day: both need a Global Administrator, the second also the subscription Owner.",
	},
	{
		ID: "client-settings", Title: "Set client settings and client version", Team: model.ConfigMgr,
		Place:  "Console: Client Settings; Updates and Servicing",
		Tasks:  []string{"token-client-version", "cs-cmg", "cs-user-policy", "cs-delta-off"},
		Advice: "Do it while clients can still reach the site: they must get the settings before they leave.",
	},
	{
		ID: "protect-app", Title: "Exempt the web app and schedule its renewal", Team: model.EntraTeam,
		Place: "Microsoft Entra admin center: Conditional Access; calendar",
		Tasks: []string{"entra-ca-exclude", "entra-secret-renewal"},
	},
	{
		ID: "certificate-options", Title: "Set the site's certificate options", Team: model.ConfigMgr,
		Place:  "Console: Sites > Properties > Communication Security",
		Tasks:  []string{"site-pki-option", "site-crl-option", "pki-site-ctl", "pki-cert-selection"},
		Advice: "Let clients use their certificates before any management point goes HTTPS, once some clients have certificates.",
	},
	{
		ID: "https-points", Title: "Switch management points to HTTPS", Team: model.ConfigMgr,
		Place:  "Console: Servers and Site System Roles; Sites",
		Tasks:  []string{"mp-https", "mp-internet-only", "site-https-only"},
		Advice: "Switch one management point, check clients for a day, then switch the next. HTTPS only for the whole site comes last.",
	},
	{
		ID: "create-cmg", Title: "Create the CMG", Team: model.ConfigMgr,
		Place:  "Console: Cloud Services > Cloud Management Gateway",
		Tasks:  []string{"cmg-wizard", "cmg-ready", "cmg-trusted-roots", "op-alerts"},
		Advice: "Put this and the connection to Microsoft Entra ID on one day: both need a Global Administrator, this one also the subscription Owner.",
	},
	{
		ID: "hands-off", Title: "Protect the CMG from portal changes", Team: model.AzureTeam,
		Place: "Azure portal: notes of subscription and resource group",
		Tasks: []string{"op-do-not-touch"},
	},
	{
		ID: "connect-cmg", Title: "Connect the site to the CMG", Team: model.ConfigMgr,
		Place: "Console: Servers and Site System Roles; Connection analyzer",
		Tasks: []string{"cp-add", "mp-cmg-traffic", "sup-cmg-traffic", "verify-analyzer"},
	},
	{
		ID: "content-boundaries", Title: "Set up content and boundary groups", Team: model.ConfigMgr,
		Place: "Console: Software Library; Boundary Groups",
		Tasks: []string{"content-distribute", "bg-add-cmg"},
	},
	{
		ID: "bulk-token", Title: "Create the bulk registration token", Team: model.ConfigMgr,
		Place:  "Top-level site server: command prompt as administrator",
		Tasks:  []string{"token-bulk"},
		Advice: "A token is valid for seven days at most: create it on the day on which the installation of internet clients starts.",
	},
	{
		ID: "internal-clients", Title: "Register and refresh internal clients", Team: model.Devices,
		Place: "Devices on the internal network",
		Tasks: []string{"token-internal-registration", "client-intranet-refresh"},
	},
	{
		ID: "internet-clients", Title: "Connect internet clients to the CMG", Team: model.Devices,
		Place: "Devices on the internet; Intune or script",
		Tasks: []string{"client-fqdns", "client-install-entra", "client-install-pki", "client-install-token"},
	},
	{
		ID: "test-clients", Title: "Test clients and plan their restarts", Team: model.Devices,
		Place: "Test devices on the internet, without VPN",
		Tasks: []string{"verify-client", "token-restart-policy"},
	},
	{
		ID: "watch-cmg", Title: "Watch the CMG and close the rollout", Team: model.ConfigMgr,
		Place: "Console: Monitoring > Cloud Management; Security > Certificates",
		Tasks: []string{"verify-dashboard", "token-bulk-block"},
	},
	{
		ID: "renew-certificate", Title: "Renew the CMG server certificate", Team: model.PKITeam,
		Place:     "CA console; ConfigMgr console: CMG properties",
		Tasks:     []string{"op-server-cert-renew"},
		Recurring: true,
	},
	{
		ID: "renew-secret", Title: "Renew the web app's secret", Team: model.EntraTeam,
		Place:     "Console: Cloud Services > Microsoft Entra tenants",
		Tasks:     []string{"op-entra-secret-renew"},
		Recurring: true,
	},
}
