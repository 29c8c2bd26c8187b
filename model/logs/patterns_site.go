package logs

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// azureWords stand beside a code of Azure.
var azureWords = []string{"errorcode", `"code"`, "code:", "azure", "resource manager", "deploy", "subscription", "cloud_services_manager", "not available in the region"}

// siteErrors are from the site and its console while a CMG is made or kept.
var siteErrors = []Pattern{
	{
		ID: "log-dotnet", Title: ".NET Framework on the site server is too old or damaged",
		Stage: Deployment, Texts: []string{"itracesourcestringprovider"}, Rests: model.OneReport,
		Severity: model.Warning, Rule: "dotnet-48",
		Means: "The deployment failed on a type of .NET (ITraceSourceStringProvider) that is not there: .NET Framework on the site server is too old or damaged. It can hide another error of the deployment.",
		Check: "Install or repair .NET Framework 4.8 on the server with the service connection point, restart it, and try again.",
		Cites: []model.Citation{{"site-prereqs", "net-version-requirements"}},
	},
	{
		ID: "log-fips", Title: "The FIPS policy stops the work of the site on the CMG",
		Stage: Deployment, Texts: []string{"not part of the windows platform fips validated cryptographic algorithms"},
		Severity: model.Warning,
		Means:    "A program used an algorithm that the FIPS policy of Windows forbids. In CloudMgr.log it is known for versions before 2403: a CMG cannot be created, or content cannot be distributed to it.",
		Check:    "Update the site to version 2403 or later. In other logs the line is about another program.",
		Cites:    []model.Citation{{"kb-26186448", "issues-that-are-fixed"}},
	},
	{
		ID: "log-private-key", Title: "Azure cannot use the private key of the CMG's certificate",
		Stage: Deployment, Texts: []string{"private key for the remote desktop certificate cannot be accessed"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "Azure cannot use the private key of the CMG's certificate. Most often the key is from a CNG provider that this version of the site cannot use there, or it was not exportable, or it is not in the PFX file.",
		Check:    "Export the certificate anew as a PFX file with its private key, from a template whose key may be exported. If the key is CNG and the site is old, issue the certificate with a legacy provider.",
		Cites:    []model.Citation{{"cng", "to-use-cng-certificates"}, reading.CiteServerCert},
	},
	{
		ID: "log-maintenance", Title: "The maintenance task of the CMG failed",
		Stage: Deployment, Texts: []string{"task [deployment maintenance for service"}, Also: []string{"fault", "has failed"},
		Severity: model.Advice,
		Means:    "The maintenance task of the CMG failed; it is tried again every 20 minutes. With “availability zone constraint” in Azure it is known and harmless: it hits older CMGs in version 2503 with an update rollup, and the console flips between Error and Ready.",
		Check:    inAzure,
		Cites:    []model.Citation{{"cmg-public-ip", "cause"}, reading.CiteLogs},
	},
	{
		ID: "log-deployment-size", Title: "The VM size is not available in the region",
		Stage: Deployment, Texts: []string{"skunotavailable", "is currently not available in the region"}, Also: azureWords,
		Severity: model.Warning,
		Means:    "The region does not offer the VM size of the CMG to this subscription. A CMG knows only B2s, A2_v2 and A4_v2.",
		Check:    "See which regions offer these sizes to the subscription: the task that chooses the subscription has the commands. Choose another size or region, or ask Microsoft Support.",
		Cites:    []model.Citation{{"cmg-region", "cause"}, {"cmg-region", "workaround"}},
	},
	{
		ID: "log-deployment-quota", Title: "A quota or the capacity of the region is exhausted",
		Stage: Deployment, Texts: []string{"operationnotallowed", "resourcequotaexceeded", "allocationfailed", "publicipcountlimitreached", "quotaexceeded"}, Also: azureWords,
		Severity: model.Warning,
		Means:    "Azure refuses the deployment: a quota such as that of the vCPUs is used up (OperationNotAllowed, ResourceQuotaExceeded, PublicIPCountLimitReached), or the region has no capacity now (AllocationFailed).",
		Check:    inAzure + " Search the portal for **Quotas**, and ask for more.",
		Cites:    []model.Citation{{"azure-quota-errors"}, {"vcpu-quotas", "request-an-increase-for-adjustable-quotas"}},
	},
	{
		ID: "log-deployment-policy", Title: "An Azure policy refuses the deployment",
		Stage: Deployment, Texts: []string{"requestdisallowedbypolicy"}, Also: azureWords,
		Severity: model.Warning,
		Means:    "RequestDisallowedByPolicy: an Azure policy refuses a resource of the CMG.",
		Check:    inAzure + " It names the policy: mostly allowed regions, tags, public addresses or Key Vault.",
		Cites:    []model.Citation{{"azure-policy-errors"}},
	},
	{
		ID: "log-deployment-template", Title: "Azure refuses the template of the deployment",
		Stage: Deployment, Texts: []string{"invalidtemplatedeployment"}, Also: azureWords, Unless: []string{"log-deployment-policy", "log-deployment-size", "log-deployment-quota"},
		Severity: model.Warning,
		Means:    "InvalidTemplateDeployment: Azure refuses the template of the CMG. Before version 2603 a policy of the subscription can be the reason: the site sent the number of virtual machines as text.",
		Check:    inAzure,
		Cites:    []model.Citation{{"whats-new-2603", "cloud-management-gateway-improvements"}},
	},
	{
		ID: "log-deployment-right", Title: "A right in Azure is missing",
		Stage: Deployment, Texts: []string{"authorizationfailed", "linkedauthorizationfailed", "does not have authorization to perform action"}, Also: azureWords,
		Severity: model.Warning,
		Means:    "AuthorizationFailed: the account or app that makes or keeps the CMG has no right to do that.",
		Check:    inAzure + " Whoever makes the CMG must be Owner of the subscription; the web app is Contributor of the resource group afterwards.",
		Cites:    []model.Citation{{"setup-cmg"}, {"security-cmg", "service-principals-and-authentication"}, {"contributor-role", "more-information"}},
	},
	{
		ID: "log-deployment-provider", Title: "A resource provider is not registered",
		Stage: Deployment, Texts: []string{"missingsubscriptionregistration", "noregisteredproviderfound", "missingregistrationforlocation", "invalidsubscriptionregistrationstate", "is not registered to use namespace"}, Also: azureWords,
		Severity: model.Warning, Rule: "resource-providers",
		Means: "A resource provider that the CMG needs is not registered in the subscription.",
		Check: "In the Azure portal open the subscription > **Resource providers**, and register Microsoft.KeyVault, Microsoft.Storage, Microsoft.Network and Microsoft.Compute.",
		Cites: []model.Citation{{"azure-resource-providers"}},
	},
	{
		ID: "log-deployment-name", Title: "A name of the CMG is taken",
		Stage: Deployment, Texts: []string{"storageaccountalreadytaken", "storageaccountalreadyexists", "dnsrecordinuse", "accountnameinvalid"}, Also: azureWords,
		Severity: model.Warning, Rule: "service-name-unique",
		Means: "A name that the CMG wants for its storage or its address is taken or not allowed.",
		Check: "Choose another name for the CMG: 3 to 24 letters and digits in lower case, and free in Azure.",
		Cites: []model.Citation{reading.CiteServiceName},
	},
	{
		ID: "log-deployment-group", Title: "The resource group of the CMG is not there, or is elsewhere",
		Stage: Deployment, Texts: []string{"invalidresourcegrouplocation", "invalidresourcelocation", "resourcegroupnotfound", "resourcegroupbeingdeleted"}, Also: azureWords,
		Severity: model.Warning,
		Means:    "InvalidResourceGroupLocation or InvalidResourceLocation: the group or a resource of that name is in another region. ResourceGroupNotFound, ResourceGroupBeingDeleted: the group is not there, or is being deleted.",
		Check:    inAzure + " Choose a group in the region of the CMG, or let the wizard make one.",
		Cites:    []model.Citation{{"setup-cmg"}},
	},
	{
		ID: "log-deployment-lock", Title: "A lock in Azure stands in the way",
		Stage: Deployment, Texts: []string{"scopelocked"}, Also: azureWords,
		Severity: model.Warning,
		Means:    "ScopeLocked: a lock on the subscription, the resource group or a resource does not let the site change or delete a part of the CMG.",
		Check:    "In the Azure portal open the scope in the message > **Locks**.",
		Cites:    []model.Citation{{"setup-cmg"}},
	},
	{
		ID: "log-azure-sign-in", Title: "The sign-in to Azure does not hold for the subscription",
		Stage: Deployment, Texts: []string{"expiredauthenticationtoken", "invalidauthenticationtoken", "invalidauthenticationtokentenant", "subscriptionnotfound"},
		Severity: model.Warning,
		Means:    "ExpiredAuthenticationToken is too old, InvalidAuthenticationTokenTenant is of another tenant, and SubscriptionNotFound is a subscription that is not there or that the account or app may not see.",
		Check:    "Compare the tenant and the subscription with those of the CMG in the console. Check the clock of the server, and sign in again.",
		Cites:    []model.Citation{{"setup-cmg"}},
	},
	{
		ID: "log-deployment-extension", Title: "The setup on the virtual machine failed",
		Stage: Deployment, Texts: []string{"vmextensionprovisioningerror"}, Also: azureWords,
		Severity: model.Warning,
		Means:    "VMExtensionProvisioningError: the script that sets up the CMG (InstallCMG) failed on the virtual machine. Version 2409 needs an update for new CMGs (KB30833053).",
		Check:    "See the version of the site and its updates in the console, and install what is missing.",
		Cites:    []model.Citation{{"updates"}},
	},
	{
		ID: "log-deployment-image", Title: "The image of the virtual machine is not there",
		Stage: Deployment, Texts: []string{"imagenotfound"}, Also: azureWords,
		Severity: model.Warning,
		Means:    "ImageNotFound: Azure does not have the image that the CMG asks for.",
		Check:    inAzure + " See the updates of the site in the console.",
		Cites:    []model.Citation{{"updates"}},
	},
	{
		ID: "log-deployment-failed", Title: "A deployment of the CMG in Azure failed, and CloudMgr.log hides why",
		Stage: Deployment, Texts: []string{"errorcode: deploymentfailed", "task [createdeployment for service"}, Also: []string{"fail"}, holds: noMaintenance,
		Unless:   []string{"log-dotnet", "log-private-key", "log-deployment-size", "log-deployment-quota", "log-deployment-policy", "log-deployment-template", "log-deployment-right", "log-deployment-provider", "log-deployment-name", "log-deployment-extension", "log-deployment-image", "log-deployment-group", "log-deployment-lock", "log-azure-sign-in"},
		Severity: model.Warning,
		Means:    "Azure could not make or change a part of the CMG. DeploymentFailed is only the outer code: “Service request succeeded” and “Status: 200” belong to the question how far it is.",
		Check:    inAzure,
		Cites:    []model.Citation{{"setup-cmg"}, reading.CiteLogs},
	},
	{
		ID: "log-service-certificate-expired", Title: "The certificate of the cloud service has expired",
		Stage: Deployment, Texts: []string{"is in expired state", "statmsg: id=9425"},
		Severity: model.Warning, Rule: "server-certificate-usable",
		Means: "Status message 9425: the certificate of the cloud service has expired.",
		Check: "Renew the server authentication certificate, and select it in the properties of the CMG.",
		Cites: []model.Citation{{"modify-cmg", "settings-tab"}},
	},
	{
		ID: "log-service-name-case", Title: "The new certificate does not have the same name",
		Stage: Deployment, Texts: []string{"must have the same cname"},
		Severity: model.Warning, Rule: "service-name",
		Means: "The certificate that was selected has another name than the one before. The case of its letters counts.",
		Check: "Issue the certificate with exactly the same name as before.",
		Cites: []model.Citation{{"modify-cmg", "settings-tab"}, reading.CiteServiceName},
	},
	{
		ID: "log-secret-lost", Title: "The site has no secret for a tenant",
		Stage: SiteItself, Texts: []string{"could not obtain application secret for tenant", `run "renew secret key"`},
		Severity: model.Warning, Rule: "app-secret-recorded",
		Means: "The site has lost the secret of the app for a tenant: it happens after a recovery or an expansion of the site.",
		Check: "In the console open **Administration** > **Cloud Services** > **Microsoft Entra tenants**, select the app, and choose **Renew Secret Key**.",
		Cites: []model.Citation{{"azure-services-wizard", "bkmk_renew"}},
	},
	{
		ID: "log-tenant-attach", Title: "The line is about tenant attach, not about the CMG",
		Stage: SiteItself, Texts: []string{"mismatch certificate subject name", "cmgatewaynotificationworker"},
		Severity: model.Advice,
		Means:    "Logs that begin with CMGateway are about tenant attach, not about the cloud management gateway.",
		Check:    "Look into CloudMgr.log and SMS_Cloud_ProxyConnector.log for the CMG.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
}

// noMaintenance reports whether a task is none of the maintenance, which has a
// pattern of its own.
func noMaintenance(entry string) bool {
	return !strings.Contains(entry, "task [deployment maintenance for service")
}
