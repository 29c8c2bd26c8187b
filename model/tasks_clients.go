package model

// knowsCMG lists the internet management points that a client knows: the CMG
// is one for it.
const knowsCMG = `Get-WmiObject -Namespace Root\Ccm\LocationServices -Class SMS_ActiveMPCandidate | Where-Object {$_.Type -eq "Internet"}`

// readsCMGAddress prints what CCMHOSTNAME takes, <id> included.
const readsCMGAddress = "(" + knowsCMG + ").MP"

var clientTasks = []Task{
	{
		ID: "client-intranet-refresh", Title: "Let clients inside learn of the CMG",
		Owner: Devices, Who: "Nobody: it happens by itself; a local administrator of the device can force it",
		If:    "Only for devices that have a client already and reach a management point inside",
		After: []string{"mp-cmg-traffic", "cs-cmg"},
		Do: []string{
			"Wait: a client asks for its locations once in 24 hours.",
			"To see it at once on a test device, restart the service **SMS Agent Host**, then run the second command in an elevated window.",
		},
		Commands: []Command{{PowerShell, "Restart-Service -Name CcmExec"}, {PowerShell, knowsCMG}},
		Wait:     "up to 24 hours",
		Proof:    "The second command lists the CMG, with `{service}` in its address.",
		Skipped:  "A client that leaves the network before it knows the CMG is lost until it comes back.",
		Cites:    []Citation{{"configure-clients", ""}, {"configure-clients", "client-location"}},
	},
	{
		ID: "client-fqdns", Title: "Point clients that are already outside at the CMG",
		Owner: Devices, Who: "Local administrator of the device, for instance a script of Intune",
		When: withEntraOrPKI, If: "Microsoft Entra ID or PKI certificates are in use; only for devices outside that have a client already",
		After: []string{"mp-cmg-traffic"},
		Do: []string{
			"Write the value `CMGFQDNs` (`REG_SZ`) under `HKLM\\Software\\Microsoft\\CCM`, with the first command.",
			"Restart the service **SMS Agent Host**, with the second.",
			"The client reads the value only while it knows no CMG: when the service starts, when its network changes, and every 25 hours.",
			"Do not use this for devices with site-issued tokens: the page names certificates, Entra joined and hybrid joined devices only.",
		},
		Commands: []Command{
			{ElevatedPrompt, `reg add HKLM\Software\Microsoft\CCM /v CMGFQDNs /t REG_SZ /d https://{service} /f`},
			{PowerShell, "Restart-Service -Name CcmExec"},
			{PowerShell, knowsCMG},
		},
		Wait:    "up to 25 hours without the restart",
		Proof:   "The last command lists the CMG.",
		Skipped: "These devices must come inside, or the client must be installed again.",
		Cites:   []Citation{{"configure-clients", "configure-off-premises-clients-for-cmg"}},
	},
	{
		ID: "client-install-entra", Title: "Install clients with Microsoft Entra ID",
		Owner: Devices, Who: localAdministrator + ", or whoever runs Intune",
		When: withEntra, If: "Microsoft Entra ID is in use; for devices outside without a client",
		After: []string{"mp-cmg-traffic", "cert-trust-root", "cs-cmg"},
		Do: []string{
			"Get the address of the CMG with its `<id>`: run the first command on a client that knows the CMG, or copy the line from **Administration** > **Cloud Services** > **Cloud Attach** > **Properties** > **Enablement**.",
			"Run the second command on the device. Parameters with a slash stand before properties. `/mp` starts with `https://`, `CCMHOSTNAME` does not. Never use `SMSSITECODE=AUTO` here.",
			"If the device holds any client authentication certificate, run the third command instead. ccmsetup prefers a certificate otherwise. The pages disagree on the details, so say it outright: no `/UsePKICert`, and both properties for Microsoft Entra ID.",
			"Add `SMSMP=https://<management point>` for devices that also come inside, and `/NoCRLCheck` before the properties if the certificate of the CMG has no public CRL.",
			"With Intune put the properties into `CCMSETUPCMD`, 1,024 characters at most. Autopilot with hybrid join in user-driven mode cannot install the client: do it afterwards.",
		},
		Commands: []Command{
			{PowerShell, readsCMGAddress},
			{ElevatedPrompt, "ccmsetup.exe /mp:https://{service}/CCM_Proxy_MutualAuth/<id> CCMHOSTNAME={service}/CCM_Proxy_MutualAuth/<id> SMSSITECODE={site}"},
			{ElevatedPrompt, "ccmsetup.exe /mp:https://{service}/CCM_Proxy_MutualAuth/<id> CCMHOSTNAME={service}/CCM_Proxy_MutualAuth/<id> SMSSITECODE={site} AADTENANTID={tenant} AADCLIENTAPPID=<client ID of the native app> AADRESOURCEURI=<App ID URI of the web app>"},
		},
		Proof:   "`%windir%\\ccmsetup\\logs\\ccmsetup.log` ends with return code 0 (7: restart needed). `ClientIDManagerStartup.log` says `Registering client using AAD auth` and then `Client is registered` with `Approval status 3`.",
		Skipped: "The devices stay unmanaged, or register as PKI clients with a certificate that the CMG does not trust.",
		Cites: []Citation{
			{"deploy-azure", "install-and-register-the-client-using-azure-ad-identity"}, {"azure-ccmsetup", "2-azure-ad-token-request"},
			{"how-to-prepare-win10", "install-the-configuration-manager-client"},
		},
	},
	{
		ID: "client-install-pki", Title: "Install clients with a PKI certificate",
		Owner: Devices, Who: localAdministrator,
		When: withPKI, If: "PKI certificates are in use; for devices outside without a client",
		After: []string{"mp-cmg-traffic", "pki-autoenroll", "cmg-trusted-roots"},
		Do: []string{
			"Make sure that the device holds its client authentication certificate in **Certificates (Local Computer)** > **Personal**.",
			"Get the address of the CMG with its `<id>`: run the first command on a client that knows the CMG.",
			"Run the second command on the device. No page prints the line in one piece; it is put together from the reference of the parameters.",
			"If the CRL is not public, add `/NoCRLCheck` after `/UsePKICert`.",
			"If the device holds several certificates, add `CCMCERTSEL`, `CCMCERTSTORE`, `CCMCERTISSUERS` or `CCMFIRSTCERT=1` at the end. For a device that never comes inside add `CCMALWAYSINF=1`.",
		},
		Commands: []Command{
			{PowerShell, readsCMGAddress},
			{ElevatedPrompt, "ccmsetup.exe /UsePKICert /mp:https://{service}/CCM_Proxy_MutualAuth/<id> CCMHOSTNAME={service}/CCM_Proxy_MutualAuth/<id> SMSSITECODE={site}"},
		},
		Proof:   "`ccmsetup.log` ends with return code 0 (7: restart needed), `ClientIDManagerStartup.log` says `Client is registered`, and the control panel shows **PKI** as **Client certificate**.",
		Skipped: "Without `/UsePKICert` a client drops HTTPS management points and the CMG.",
		Cites:   []Citation{{"configure-clients", "install-off-premises-clients-using-a-cmg"}, {"client-install-props", "usepkicert"}, {"client-install-props", "nocrlcheck"}},
	},
	{
		ID: "client-install-token", Title: "Install clients with the bulk registration token",
		Owner: Devices, Who: localAdministrator,
		When: needsBulkToken, If: "Devices with site-issued tokens are installed outside, or cannot register inside",
		After: []string{"token-bulk", "cert-trust-root"},
		Do: []string{
			"Get the address of the CMG with its `<id>`: run the first command on a client that knows the CMG.",
			"Put the token in place of `<bulk token>` in the second command, and run it on the device before the token expires. Keep the line out of scripts and tickets that outlive the roll-out.",
			"Add `SMSMP=https://<management point>` at the end for devices that also come inside. One page lists it as needed, another leaves it out.",
			"If ccmsetup fails with `0x87d0027e`, check the line letter by letter, then try it without `/mp`.",
			"In Intune the line may have 1,024 characters at most, and a token is long: count them.",
		},
		Commands: []Command{
			{PowerShell, readsCMGAddress},
			{ElevatedPrompt, "ccmsetup.exe /mp:https://{service}/CCM_Proxy_MutualAuth/<id> /regtoken:<bulk token> CCMHOSTNAME={service}/CCM_Proxy_MutualAuth/<id> SMSSITECODE={site}"},
		},
		Proof:   "`ccmsetup.log` ends with return code 0 (7: restart needed), and `ClientLocation.log` says `Rotating internet management point` with the address of the CMG. On the management point see `CCM_STS.log`, `MP_RegistrationManager.log` and `ClientAuth.log`.",
		Skipped: "The devices stay unmanaged. A line with an expired token ends with 401 `CMGService_Invalid_Token`.",
		Cites:   []Citation{{"deploy-token", "bulk-registration-token"}, {"client-install-props", "regtoken"}},
	},
}
