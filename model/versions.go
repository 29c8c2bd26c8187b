package model

// A Release is a version of ConfigMgr and what changes for a CMG from it on.
type Release struct {
	Version int // a YYMM number
	Changes []Saying
}

// Releases is the table of versions that change something, oldest first. What
// only a page says that is no longer published is left out.
var Releases = []Release{
	{2002, []Saying{
		{"Site-issued tokens: clients without a certificate and without Microsoft Entra ID can use a CMG.", Citation{"plan-client-authentication", "site-token"}},
	}},
	{2006, []Saying{
		{"The console tells when the secret key of an app registration is about to expire.", Citation{"azure-services-wizard", "bkmk_renew"}},
	}},
	{2010, []Saying{
		{"A CMG as a virtual machine scale set is a pre-release, for subscriptions of a Cloud Solution Provider (CSP) alone.", Citation{"plan-cmg", "virtual-machine-scale-sets"}},
		{"In this version and in 2103 such a CMG goes with one HTTPS management point only where clients are to be installed over the internet.", Citation{"plan-cmg", "limitations-with-versions-2010-and-2103"}},
		{"Microsoft Entra authentication can be switched off for a tenant that only hosts the CMG.", Citation{"azure-services-wizard", "disable-authentication"}},
		{"In this version and in 2103 a management point for internet-only connections cannot serve boot media over a CMG.", Citation{"deploy-ts-internet", ""}},
	}},
	{2103, []Saying{
		{"HTTP for clients is deprecated: the prerequisite check of set-up warns, and asks for HTTPS or Enhanced HTTP.", Citation{"whats-new-2103", ""}},
	}},
	{2107, []Saying{
		{"The virtual machine scale set is a regular way to deploy a CMG.", Citation{"plan-cmg", "virtual-machine-scale-sets"}},
		{"A classic CMG can be converted to a virtual machine scale set.", Citation{"modify-cmg", "convert"}},
		{"The virtual machines come in three sizes: Lab (B2s), Standard (A2_v2) and Large (A4_v2).", Citation{"perf-scale", ""}},
		{"With the update rollup of this version **Enforce TLS 1.2** covers the storage account of the CMG too.", Citation{"security-cmg", "enforce-tls-12"}},
		{"A new cloud distribution point can no longer be made.", Citation{"whats-new-2107", ""}},
		{"The client writes `CcmAad.log` instead of `ADALOperationProvider.log`.", Citation{"log-files", ""}},
	}},
	{2111, []Saying{
		{"The virtual machine scale set is there in Azure for US Government too.", Citation{"plan-cmg", "virtual-machine-scale-sets"}},
	}},
	{2203, []Saying{
		{"A new CMG is a virtual machine scale set: the cloud service (classic) is no longer offered.", Citation{"plan-cmg", "virtual-machine-scale-sets"}},
		{"The boundary group option that prefers cloud based sources counts for software update scans too. Clients that are there already do not switch by themselves.", Citation{"boundary-group-options", ""}},
	}},
	{2207, []Saying{
		{"The client installation knows the property `CCMCERTNAMECHECK`.", Citation{"client-install-props", "usepkicert"}},
	}},
	{2303, []Saying{
		{".NET Framework 4.8 is documented as needed from here on. The upgrade to 2403 asks for it.", Citation{"site-prereqs", "net-version-requirements"}},
	}},
	{2309, []Saying{
		{"The server app of your own tenant creates the CMG, in place of an app of Microsoft: the wizard asks for the **Microsoft Entra tenant name**.", Citation{"setup-cmg", "set-up-a-cmg"}},
		{"A server app that is older must be brought up to date with **Update Application Settings** before a new CMG can be made.", Citation{"azure-services-wizard", "update-application-settings"}},
	}},
	{2403, []Saying{
		{"Plain HTTP ends: while a site has neither HTTPS nor Enhanced HTTP, an error of the prerequisite check stops the installation and the upgrade.", Citation{"prereq-checks", "enable-site-system-roles-for-https-or-enhanced-http"}},
		{"The support of HTTP for clients, deprecated in 2103, is removed.", Citation{"deprecated", "unsupported-and-removed-features"}},
		{"While a classic CMG exists, an error of the prerequisite check stops the upgrade: convert it first.", Citation{"prereq-checks", "check-for-a-cloud-management-gateway-cmg-as-a-cloud-service-classic"}},
		{".NET Framework 4.8 is required. The check only warns, but without it the service connection point and the management points do not work as they should.", Citation{"site-prereqs", "net-version-requirements"}},
	}},
	{2409, []Saying{
		{"To renew the secret key of an app takes the role Privileged Role Administrator; before, Cloud Application Administrator was enough. Apps older than 800 days are not renewed.", Citation{"whats-new-2409", "cmg-entra-application-secret-key-renewal"}},
		{"A new secret key can last for one of four times.", Citation{"whats-new-2409", ""}},
		{"The storage of the CMG is reached with managed identities and the server app, no longer with storage keys.", Citation{"whats-new-2409", "cmg-enhanced-security-option"}},
	}},
	{2503, []Saying{
		{"The upgrade of the site asks for the ODBC driver 18.4.1.1 or later. This is not about the CMG.", Citation{"whats-new-2503", ""}},
	}},
	{2603, []Saying{
		{"Management points check Microsoft Entra tokens online: they need the internet, as Local System.", Citation{"whats-new-2603", "management-point-requires-internet-access-for-microsoft-entra-token-validation"}},
		{"The instances of the CMG refuse weak ciphers: TLS 1.3 with AES-GCM and TLS 1.2 with ECDHE are left.", Citation{"whats-new-2603", "weak-ciphers-disabled-on-cloud-management-gateway"}},
		{"The cmdlet `New-CMCloudManagementGateway` can use an existing resource group and the server app.", Citation{"whats-new-2603", ""}},
		{"To upgrade to it a site needs version 2409 or later.", Citation{"whats-new-2603", "next-steps"}},
	}},
}
