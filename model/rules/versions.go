package rules

import "cmgwizard/model"

// A Release is a version of ConfigMgr and what changes for a CMG from it on.
type Release struct {
	Version int // a YYMM number
	Changes []Saying
}

// Releases is the table of versions that change something, oldest first. What
// only a page says that is no longer published is left out, such as the number
// of CAs that the CMG took before 1906.
var Releases = []Release{
	{1710, []Saying{
		{"Clients can keep the private key of their PKI certificate in a key storage provider (CNG).", model.Citation{"whats-new-1710", "limited-support-for-cryptography-next-generation-cng-certificates"}},
	}},
	{1802, []Saying{
		{"In this version and before, a management point for the CMG must be HTTPS.", model.Citation{"co-management-bootstrap", "configuration-manager-allows-only-an-https-enabled-management-point-for-azure-ad-joined-clients"}},
		{"The CMG is no longer a pre-release feature.", model.Citation{"whats-new-1802", "improvements-to-cloud-management-gateway"}},
		{"The site can deploy the CMG with Azure Resource Manager, and signs in with Microsoft Entra ID for it.", model.Citation{"whats-new-1802", "cloud-management-gateway-support-for-azure-resource-manager"}},
		{"HTTPS management points can use certificates with a key storage provider (CNG) too.", model.Citation{"whats-new-1802", "improved-support-for-cng-certificates"}},
	}},
	{1806, []Saying{
		{"Enhanced HTTP appears, as a pre-release feature.", model.Citation{"whats-new-1806", "bkmk_ehttp"}},
		{"A management point for the CMG need no longer be HTTPS.", model.Citation{"co-management-bootstrap", "configuration-manager-allows-only-an-https-enabled-management-point-for-azure-ad-joined-clients"}},
		{"The wizard no longer demands a trusted root certificate. With PKI clients it must still be added.", model.Citation{"whats-new-1806", "improvements-to-cloud-management-gateway"}},
		{"A CMG can serve content itself.", model.Citation{"whats-new-1806", "improvements-to-cloud-management-gateway"}},
	}},
	{1906, []Saying{
		{"The tab of the site is called **Communication Security**; before, **Client Computer Communication**.", model.Citation{"co-management-bootstrap", "i-cant-find-the-client-computer-communication-tab-in-site-configuration"}},
	}},
	{2002, []Saying{
		{"Site-issued tokens: clients without a certificate and without Microsoft Entra ID can use a CMG.", model.Citation{"plan-client-authentication", "site-token"}},
	}},
	{2006, []Saying{
		{"The console warns when the secret key of an app registration is about to expire.", model.Citation{"azure-services-wizard", "bkmk_renew"}},
		{"Internal clients can scan with a software update point through the CMG, if it is in their boundary group.", model.Citation{"whats-new-2006", "intranet-clients-can-use-a-cmg-software-update-point"}},
	}},
	{2010, []Saying{
		{"A CMG as a virtual machine scale set is a pre-release feature, only for subscriptions from a Cloud Solution Provider (CSP).", model.Citation{"plan-cmg", "virtual-machine-scale-sets"}},
		{"In this version and in 2103, such a CMG supports only one HTTPS management point if clients will be installed over the internet.", model.Citation{"plan-cmg", "limitations-with-versions-2010-and-2103"}},
		{"Microsoft Entra authentication can be switched off for a tenant that only hosts the CMG.", model.Citation{"azure-services-wizard", "disable-authentication"}},
		{"In this version and in 2103 a management point for internet-only connections cannot serve boot media over a CMG.", model.Citation{"deploy-ts-internet", "prerequisites-for-boot-media-via-cmg"}},
		{"Users of AD domain-joined devices can get available apps through the CMG, after they sign in with a matching Microsoft Entra identity.", model.Citation{"whats-new-2010", "improvements-to-available-apps-via-cmg"}},
		{"PowerShell has cmdlets that create and change a CMG, its connection points and its app registrations.", model.Citation{"whats-new-2010", "improvements-to-cloud-management-gateway-cmdlets"}},
	}},
	{2103, []Saying{
		{"HTTP for clients is deprecated: the prerequisite check of setup warns, and asks for HTTPS or Enhanced HTTP.", model.Citation{"whats-new-2103", ""}},
	}},
	{2107, []Saying{
		{"The virtual machine scale set is a regular way to deploy a CMG.", model.Citation{"plan-cmg", "virtual-machine-scale-sets"}},
		{"A classic CMG can be converted to a virtual machine scale set.", model.Citation{"modify-cmg", "convert"}},
		{"The virtual machines come in three sizes: Lab (B2s), Standard (A2_v2) and Large (A4_v2).", model.Citation{"perf-scale", "size-and-scale-for-cmg"}},
		{"With the update rollup of this version **Enforce TLS 1.2** covers the storage account of the CMG too.", model.Citation{"security-cmg", "enforce-tls-12"}},
		{"A new cloud distribution point can no longer be created.", model.Citation{"whats-new-2107", ""}},
		{"The client writes `CcmAad.log` instead of `ADALOperationProvider.log`.", model.Citation{"log-files", ""}},
	}},
	{2111, []Saying{
		{"The virtual machine scale set is also available in Azure for US Government.", model.Citation{"plan-cmg", "virtual-machine-scale-sets"}},
	}},
	{2203, []Saying{
		{"A new CMG is a virtual machine scale set: the cloud service (classic) is no longer offered.", model.Citation{"plan-cmg", "virtual-machine-scale-sets"}},
		{"The boundary group option that prefers cloud based sources applies to software update scans too. Existing clients do not switch automatically.", model.Citation{"boundary-group-options", ""}},
	}},
	{2207, []Saying{
		{"The client installation supports the property `CCMCERTNAMECHECK`.", model.Citation{"client-install-props", ""}},
		{"The Azure Services Wizard offers **Administration Service Management**, which keeps the rights on the administration service apart from those on the CMG.", model.Citation{"azure-services-wizard", "available-services"}},
		{"PowerShell can put the CMG into the default boundary group of a site, and prefer it there as a management point.", model.Citation{"whats-new-2207", "include-and-prefer-a-cloud-source-for-a-management-point-in-a-default-boundary-group"}},
		{"The cmdlet `New-CMCloudManagementGateway` has `-VMSSVMSize` and `-Version`, for a virtual machine scale set.", model.Citation{"ps-2207-release-notes", "new-cmcloudmanagementgateway"}},
		{"The cmdlets `New-CMAADServerApplication` and `New-CMAADClientApplication` create the two app registrations.", model.Citation{"ps-2207-release-notes", "new-cmdlets"}},
	}},
	{2303, []Saying{
		{".NET Framework 4.8 is documented as needed from here on. The upgrade to 2403 asks for it.", model.Citation{"site-prereqs", "net-version-requirements"}},
	}},
	{2309, []Saying{
		{"The web app of your own tenant creates the CMG, instead of a Microsoft app. The wizard asks for the **Microsoft Entra tenant name**.", model.Citation{"setup-cmg", "set-up-a-cmg"}},
		{"An older web app must be updated with **Update Application Settings**.", model.Citation{"whats-new-2309", "new-cloud-management-gateway-cmg-creation-via-console"}},
		{"`Set-UpdateServerApplication` does the same. Before it, a new CMG ends with an error: the server application needs to be updated.", model.Citation{"whats-new-2309", "new-cloud-management-gateway-cmg-creation-via-powershell"}},
	}},
	{2403, []Saying{
		{"Plain HTTP ends: while a site has neither HTTPS nor Enhanced HTTP, an error of the prerequisite check stops the installation and the upgrade.", model.Citation{"prereq-checks", "enable-site-system-roles-for-https-or-enhanced-http"}},
		{"Support for HTTP clients, deprecated in 2103, is removed.", model.Citation{"deprecated", "unsupported-and-removed-features"}},
		{"While a classic CMG exists, an error of the prerequisite check stops the upgrade: convert it first.", model.Citation{"prereq-checks", "check-for-a-cloud-management-gateway-cmg-as-a-cloud-service-classic"}},
		{".NET Framework 4.8 is required. The check only warns, but without it the service connection point and the management points do not work properly.", model.Citation{"site-prereqs", "net-version-requirements"}},
	}},
	{2409, []Saying{
		{"Renewing the secret key of an app requires the role Privileged Role Administrator; before, Cloud Application Administrator was enough.", model.Citation{"azure-services-wizard", "bkmk_renew"}},
		{"The console has a Global Administrator sign in for it, and renews no app that is older than 800 days.", model.Citation{"whats-new-2409", "cmg-entra-application-secret-key-renewal"}},
		{"A secret key can be valid for one of four periods, both when an app is created and when its key is renewed.", model.Citation{"whats-new-2409", "cmg-entra-application-secret-key-renewal"}},
		{"A new CMG reaches its storage with managed identities and the web app, no longer with storage keys. For an existing CMG, the console offers **CMG enhanced security**.", model.Citation{"whats-new-2409", "cmg-enhanced-security-option"}},
	}},
	{2503, []Saying{
		{"The site upgrade requires ODBC driver 18.4.1.1 or later. This does not affect the CMG.", model.Citation{"whats-new-2503", ""}},
	}},
	{2603, []Saying{
		{"Management points check Microsoft Entra tokens online: they need the internet, as Local System.", model.Citation{"whats-new-2603", "management-point-requires-internet-access-for-microsoft-entra-token-validation"}},
		{"The instances of the CMG refuse weak ciphers: only TLS 1.3 with AES-GCM and TLS 1.2 with ECDHE remain.", model.Citation{"whats-new-2603", "weak-ciphers-disabled-on-cloud-management-gateway"}},
		{"The cmdlet `New-CMCloudManagementGateway` can use an existing resource group together with the web app.", model.Citation{"whats-new-2603", "cloud-management-gateway-improvements"}},
		{"The alert on outbound traffic works for a virtual machine scale set too.", model.Citation{"whats-new-2603", "cloud-management-gateway-improvements"}},
		{"To upgrade to it a site needs version 2409 or later.", model.Citation{"whats-new-2603", ""}},
		{"Every site can install it since May 27, 2026.", model.Citation{"whats-new-2603", "next-steps"}},
	}},
}
