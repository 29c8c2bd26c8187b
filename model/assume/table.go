package assume

import "cmgwizard/model"

// Table lists every key that is filled in, in the order of the work: no formula
// reads a value that a later row fills. What is not listed stays open.
var Table = []Row{
	{
		Key: "site.top_level", Kind: UsualFact, Value: always(model.StandalonePrimary),
		Why:   "Most hierarchies are one primary site. Under a central administration site, the tasks name other servers.",
		Where: "Administration > Site Configuration > Sites, column Type.",
		Cites: []model.Citation{{"enhanced-http", "configure-the-site"}},
	},
	{
		Key: "site.security", Kind: Choice, Value: siteSecurity,
		Why:   "A site that is already secure stays as it is. Any other gets Enhanced HTTP, which needs no certificates of your own on the servers.",
		Where: "Administration > Site Configuration > Sites > Properties > Communication Security, on each primary site.",
		Cites: []model.Citation{{"configure-authentication", "management-point-client-connection-mode-summary"}, {"enhanced-http", "configure-the-site"}},
	},
	{
		Key: "site.dotnet_48", Kind: notDone, Value: dotNet48,
		Why:   "From version 2403 on, the servers need it, and nobody has checked yet.",
		Where: "On each server: the registry value Release of .NET Framework is 528040 or more.",
		Cites: []model.Citation{{"site-prereqs", "net-version-requirements"}},
	},
	{
		Key: "devices[].internet", Kind: Choice, Value: always(model.Yes), Doubtful: ever,
		Why:   "A kind of device is listed because it will use the CMG.",
		Where: "You decide whether these devices will use the CMG.",
		Cites: []model.Citation{{"plan-client-authentication", ""}},
	},
	{
		Key: "devices[].windows", Kind: UsualFact, Value: windows, Settled: isEntraJoined,
		Why:   "Entra joined devices run Windows 10 or later, and so do nearly all hybrid joined ones.",
		Where: "Assets and Compliance > Devices, column Operating System.",
		Cites: []model.Citation{{"plan-client-authentication", "azure-ad"}, {"configure-authentication", "azure-ad"}},
	},
	{
		Key: "devices[].method", Kind: Choice, Value: method, Doubtful: ever,
		Why:   "It is the method that suits this kind of device best.",
		Where: "You decide with the owner of these devices.",
		Cites: []model.Citation{{"plan-client-authentication", ""}},
	},
	{
		Key: "devices[].on_premises", Kind: UsualFact, Value: onPremises, Settled: reachIsKnown,
		Why:   "Most devices connect to the internal network sometimes. Assuming this adds findings and removes none.",
		Where: "Do these devices ever see a domain controller or a management point, also over VPN?",
		Cites: []model.Citation{{"configure-clients", "client-location"}},
	},
	{
		Key: "devices[].user_centric", Kind: UsualFact, Value: userCentric, Settled: isWorkgroup,
		Why:   "Devices with Microsoft Entra ID usually get deployments to users too. A workgroup device gets none.",
		Where: "In the console, look for deployments to collections of the users of these devices.",
		Cites: []model.Citation{{"plan-client-authentication", "azure-ad"}, {"user-available-apps", "azure-ad-joined-devices"}},
	},
	{
		Key: "entra.identities", Kind: UsualFact, Value: ifUsed(model.EntraID, model.HybridIdentities),
		Why:   "Most companies synchronize their users. It is also the careful choice: it requires both discoveries.",
		Where: "Microsoft Entra admin center > Entra Connect.",
		Cites: []model.Citation{{"deploy-azure", "before-you-begin"}, {"configure-discovery", "bkmk_config-adud"}},
	},
	{
		Key: "entra.devices_in_other_tenant", Kind: UsualFact, Value: always(model.No),
		Why:   "Most companies have one tenant. A second one adds two tasks and a warning.",
		Where: "Compare the tenant of the Azure subscription with TenantId of dsregcmd /status on a device.",
		Cites: []model.Citation{{"azure-ccmsetup", "1-azure-ad-info-request-from-ccmsetup"}},
	},
	{
		Key: "entra.conditional_access_all_apps", Kind: notDone, Value: always(model.Yes),
		Why:   "Policies for all resources are common, and nobody has checked yet whether one applies to the web app.",
		Where: "Microsoft Entra admin center > Conditional Access > Policies, target resources.",
		Cites: []model.Citation{{"azure-services-wizard", "create-server-application-dialog"}},
	},
	{
		Key: "entra.apps", Kind: Choice, Value: apps,
		Why:   "The site is not connected yet, and the console wizard is the shortest way if a Microsoft Entra administrator can sign in.",
		Where: "Who may register apps in the tenant?",
		Cites: []model.Citation{{"configure-azure-ad", ""}, {"manually-register", ""}},
	},
	{
		Key: "entra.network_location_policy", Kind: UsualFact, Value: networkLocationPolicy,
		Why:   "Few companies set this policy.",
		Where: "Intune > Devices > Configuration: AllowedTlsAuthenticationEndpoints.",
		Cites: []model.Citation{{"deploy-azure", "before-you-begin"}},
	},
	{
		Key: "management_points[].cmg_traffic", Kind: Choice, Value: always(model.Yes), Doubtful: ever,
		Why:   "A management point is listed because it will serve clients through the CMG.",
		Where: "Administration > Site Configuration > Servers and Site System Roles > Management point > Properties: Allow Configuration Manager cloud management gateway traffic.",
		Cites: []model.Citation{{"setup-cmg", "bkmk_role"}},
	},
	{
		Key: "management_points[].clients", Kind: Choice, Value: clients,
		Why:   "Management points that are HTTPS stay HTTPS. If there are two, clients with certificates get one HTTPS management point.",
		Where: "Management point > Properties > General.",
		Cites: []model.Citation{{"configure-authentication", "management-point-client-connection-mode-summary"}, {"plan-client-authentication", "pki-certificate"}},
	},
	{
		Key: "management_points[].internet_only", Kind: UsualFact, Value: always(model.No),
		Why:   "Management points usually serve internal clients too. If one does not, the others must.",
		Where: "Management point > Properties > General: Allow internet-only connections.",
		Cites: []model.Citation{{"configure-authentication", "management-point-client-connection-mode-summary"}},
	},
	{
		Key: "management_points[].trusts_client_ca", Kind: notDone, Value: trustsClientCA,
		Why:   "An HTTPS management point must trust the CAs of the clients, and nobody has checked yet.",
		Where: "certlm.msc on the server: Trusted Root and Intermediate Certification Authorities.",
		Cites: []model.Citation{{"plan-for-certs", "pki-trusted-root-certificates"}},
	},
	{
		Key: "site.check_crl", Kind: notDone, Value: ifUsed(model.ClientPKI, model.Yes),
		Why:   "Clients check by default, and nobody has checked yet. Assuming this keeps the tasks about the CRL.",
		Where: "Administration > Site Configuration > Sites > Properties > Communication Security: Clients check the certificate revocation list (CRL) for site systems.",
		Cites: []model.Citation{{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"}, {"plan-for-certs", "pki-certificate-revocation"}},
	},
	{
		Key: "gateway.verify_revocation", Kind: Choice, Value: verifyRevocation, Doubtful: ever,
		Why:   "The CMG checks revocation only where the internet can read the CRL. Otherwise it would refuse every client with a certificate.",
		Where: "Ask the PKI team whether the CRL is public. In the console wizard: Verify Client Certificate Revocation.",
		Cites: []model.Citation{{"security-cmg", "publish-the-certificate-revocation-list"}, {"setup-cmg", "set-up-a-cmg"}},
	},
	{
		Key: "pki.key_bits", Kind: Choice, Value: keyBits, Doubtful: certificatesMayExist,
		Why:   "Keys of 2048 bits work for clients and management points. Existing certificates may have others.",
		Where: "A client certificate > Details > Public key.",
		Cites: []model.Citation{{"configure-authentication", "issue-the-certificate"}, {"pki-reqs", "windows-client-computers"}},
	},
	{
		Key: "devices[].client_certificate", Kind: notDone, Value: tokenCertificate,
		Why:   "Devices get tokens because they hold no certificate, and nobody has checked yet.",
		Where: "certlm.msc > Personal > Certificates, purpose Client Authentication.",
		Cites: []model.Citation{{"deploy-token", "internal-network-registration"}},
	},
	{
		Key: "token.registration", Kind: Choice, Value: registration,
		Why:   "Every kind of device gets the registration method that it needs: the internal network, a bulk registration token, or both.",
		Where: "It depends on whether the devices connect to the internal network, and on the management points there.",
		Cites: []model.Citation{{"deploy-token", "internal-network-registration"}, {"deploy-token", "bulk-registration-token"}},
	},
	{
		Key: "token.bulk_lifetime_minutes", Kind: Choice, Value: bulkLifetime,
		Why:   "It is the default of the tool.",
		Where: "BulkRegistrationTokenTool.exe /new /lifetime.",
		Cites: []model.Citation{{"deploy-token", "bulk-registration-token-tool-usage"}},
	},
	{
		Key: "token.rollout_days", Kind: Choice, Value: rolloutDays,
		Why:   "A bulk token works as long as it is valid. A longer rollout needs a new token.",
		Where: "When do the first and the last device install the client?",
		Cites: []model.Citation{{"deploy-token", "bulk-registration-token-tool-usage"}},
	},
	{
		Key: "gateway.environment", Kind: UsualFact, Value: environment, Note: governmentNote,
		Why:   "The region and the service name say whether it is Azure for US Government. Nearly all others are in the public cloud.",
		Where: "Which portal do you open: portal.azure.com, or portal.azure.us?",
		Cites: []model.Citation{{"plan-cmg", "requirements"}},
	},
	{
		Key: "gateway.classic_present", Kind: UsualFact, Value: classicPresent, Settled: ever,
		Why:   "The update to version 2403 is blocked while a classic CMG exists.",
		Where: "Administration > Cloud Services > Cloud Management Gateway, column Deployment Model.",
		Cites: []model.Citation{{"prereq-checks", "check-for-a-cloud-management-gateway-cmg-as-a-cloud-service-classic"}},
	},
	{
		Key: "gateway.vm_size", Kind: Choice, Value: vmSize, Doubtful: someUncounted, Note: uncountedNote,
		Why:   "A2_v2 is what the console offers. A4_v2 is assumed if 16 instances of A2_v2 are too few.",
		Where: "You choose it in the console wizard that creates the CMG.",
		Cites: []model.Citation{{"perf-scale", "size-and-scale-for-cmg"}},
	},
	{
		Key: "gateway.vm_instances", Kind: Choice, Value: vmInstances, Doubtful: someUncounted, Note: uncountedNote,
		Why:   "With two instances, you can lose one. More are added with the number of devices.",
		Where: "You choose it in the console wizard that creates the CMG. It determines the firewall ports.",
		Cites: []model.Citation{{"perf-scale", "size-and-scale-for-cmg"}},
	},
	{
		Key: "gateway.enforce_tls12", Kind: Choice, Value: always(model.Yes),
		Why:   "The console wizard turns it on by default, and it affects only the CMG.",
		Where: "You choose it in the console wizard that creates the CMG: Enforce TLS 1.2.",
		Cites: []model.Citation{{"security-cmg", "enforce-tls-12"}},
	},
	{
		Key: "gateway.serve_content", Kind: Choice, Value: always(model.Yes),
		Why:   "Without it, deployments with content fail on the internet. Downloads are billed as outbound traffic.",
		Where: "You choose it in the console wizard that creates the CMG: Allow CMG to function as a cloud distribution point.",
		Cites: []model.Citation{{"setup-cmg", "distribute-and-manage-content"}, {"cost", "outbound-data-transfer"}},
	},
	{
		Key: "gateway.software_updates", Kind: Choice, Value: always(model.Yes),
		Why:   "Clients that are always on the internet need their updates there.",
		Where: "You decide, with the people who run software updates.",
		Cites: []model.Citation{{"setup-cmg", "bkmk_role"}},
	},
}
