package tasks

import "cmgwizard/model"

// knowsCMG lists the internet management points that a client knows: the CMG
// is one for it.
const knowsCMG = `Get-WmiObject -Namespace Root\Ccm\LocationServices -Class SMS_ActiveMPCandidate | Where-Object {$_.Type -eq "Internet"}`

// readsCMGAddress prints what CCMHOSTNAME takes, <id> included.
const readsCMGAddress = "(" + knowsCMG + ").MP"

// The steps that every installation over the CMG shares.
const (
	getsCMGAddress = "Get the address of the CMG with its `<id>`. It looks like `{service}/CCM_Proxy_MutualAuth/72186325152220500`: the number identifies the management point."
	asksAClient    = "To get it, run the first command in an elevated window on a client that already knows the CMG. Any internal client works, including one on a server: it learns of the CMG when its service **SMS Agent Host** restarts. Where co-management is set up, **Administration** > **Cloud Services** > **Cloud Attach**, the object, **Properties** > **Enablement** shows the line as well."
	pilotsFirst    = "Start with one pilot device of each kind. Test it as described in the client test task before you continue with the others."
	bringsCcmsetup = "Copy `ccmsetup.exe` to the device: it is in the **Client** folder of the ConfigMgr installation, shared as `\\\\<site server>\\SMS_{site}\\Client`. The device gets the rest through the CMG."
	endsInstall    = "`%windir%\\ccmsetup\\logs\\ccmsetup.log` ends with return code 0 (7: restart needed; 6, 9 and 10 are errors)."
	lineOrder      = "Put parameters (with a slash) before properties. `/mp` starts with `https://`, `CCMHOSTNAME` does not. Never use `SMSSITECODE=AUTO` here."
)

// cloudAttachGate is where the console keeps the command line.
var cloudAttachGate = Gate{Before: 2107, Text: "the node Cloud Attach is called Co-management."}

// tokenLogGates are where a client writes about Microsoft Entra tokens.
var tokenLogGates = []Gate{
	cloudAttachGate,
	{Before: 2107, Text: "the client writes about Microsoft Entra tokens into ADALOperationProvider.log."},
	{From: 2107, Text: "the client writes about Microsoft Entra tokens into CcmAad.log."},
}

var clientTasks = []Task{
	{
		ID: "client-intranet-refresh", Title: "Let internal clients discover the CMG",
		Owner: model.Devices, Who: "Local administrator of the device, to check it immediately",
		When: mayLearnInside, If: "Only for devices that already have a client and reach an internal management point",
		After: []string{"mp-cmg-traffic", "cs-cmg", "cert-trust-root", "site-pki-option", "site-crl-option"},
		Do: []string{
			"Wait. A client that can reach a management point requests its locations every 24 hours.",
			"To check it immediately on a test device, restart **SMS Agent Host** with the first command. Then run the second in an elevated window.",
			"Keep devices on the internal network, or on VPN, for that day. Devices that are away keep working as before and learn of the CMG when they return.",
		},
		Commands: []Command{{PowerShell, "Restart-Service -Name CcmExec"}, {WindowsPowerShell, knowsCMG}},
		Proof:    "`SMS_ActiveMPCandidate` on a client lists the CMG, with `{service}` in its address.",
		Skipped:  "A client that leaves the network before it knows the CMG stays unmanaged until it returns.",
		Change: Change{
			Impact: Stated{"Clients learn of the CMG with their daily location request; users notice nothing. Restarting SMS Agent Host on a test device pauses running deployments for a moment.", documented},
			Unfelt: true,
			Undo:   Stated{"Nothing to undo. A client forgets the CMG once the CMG is deleted or the client setting is \"No\".", Estimated},
			Takes:  Effort{Minutes: 5, Per: "test device"}, Wait: Wait{0, 1440, "daily location request", documented}, Window: AnyTime, Return: Reversible,
		},
		Cites: []model.Citation{{"configure-clients", ""}, {"configure-clients", "client-location"}},
	},
	{
		ID: "client-fqdns", Title: "Point existing internet clients to the CMG",
		Owner: model.Devices, Who: "Local administrator of the device (for example, through an Intune script)",
		When: mayPointOutside, Because: "Microsoft Entra ID or PKI certificates are in use", If: "Only for internet devices that already have a client",
		After: []string{"mp-cmg-traffic", "cs-cmg", "cert-trust-root", "cmg-trusted-roots", "site-pki-option", "site-crl-option"},
		Do: []string{
			"Use the first command to set the registry value `CMGFQDNs` (`REG_SZ`) under `HKLM\\Software\\Microsoft\\CCM`.",
			"Restart the service **SMS Agent Host**, with the second.",
			"The client reads the value only while it knows no CMG: when the service starts, when its network changes, and every 25 hours.",
			"Do not use this for devices with site-issued tokens.",
		},
		Commands: []Command{
			{ElevatedPrompt, `reg add HKLM\Software\Microsoft\CCM /v CMGFQDNs /t REG_SZ /d https://{service} /f`},
			{PowerShell, "Restart-Service -Name CcmExec"},
			{WindowsPowerShell, knowsCMG},
		},
		Proof:   "`SMS_ActiveMPCandidate` on the device lists the CMG, and **Assets and Compliance** > **Devices** shows recent activity of the device.",
		Skipped: "These devices must connect to the internal network, or the client must be reinstalled.",
		Change: Change{
			Impact: Stated{"The device is managed again. Deployments that became due while it was away start at once, restarts included.", partlyDocumented},
			Down:   "SMS Agent Host restarts on the device.",
			Undo:   Stated{"Delete the value CMGFQDNs and restart the service. A client that already knows the CMG keeps using it; set the client setting to \"No\" to stop that.", partlyDocumented},
			Note:   "Whether the value existed, and what it said",
			Takes:  Effort{Minutes: 10, Per: "script"}, Wait: Wait{0, 1500, "if the service is not restarted", documented}, Window: ChangeWindow, Return: Reversible,
		},
		Cites: []model.Citation{{"configure-clients", "configure-off-premises-clients-for-cmg"}, {"configure-clients", "client-location"}},
	},
	{
		ID: "client-install-entra", Title: "Install clients that use Microsoft Entra ID",
		Owner: model.Devices, Who: localAdministrator + ", or the Intune administrator",
		When: mayLackEntraClient, Because: "Microsoft Entra ID is in use", If: "For internet devices without a client",
		After: []string{"mp-cmg-traffic", "cert-trust-root", "cs-cmg", "entra-device-join", "entra-discovery-page"},
		Do: []string{
			pilotsFirst,
			getsCMGAddress,
			asksAClient,
			bringsCcmsetup,
			"Run the second command on the device. " + lineOrder,
			"If the device holds any client authentication certificate, run the third command instead: with the second ccmsetup may take that certificate. The client ID is **Application (client) ID** of the native app in the Azure portal; the App ID URI is that of the web app.",
			"For devices that also connect to the internal network, add `SMSMP=https://{inside-mp}` at the end. If the CRL of the CMG's certificate cannot be read on the internet and the line has no `/NoCRLCheck`, add it before `/mp`.",
			"With Windows Autopilot, do not create an Intune app: the co-management settings policy of Intune installs the client on Entra joined devices. Answer **Yes** there to install it automatically, and enter the parameters and properties of the line, at most 1,024 characters. Add the property `UPGRADETOLATEST` if these devices should get a pre-production client. With hybrid join, Autopilot times out during the installation: install the client afterwards.",
		},
		Commands: []Command{
			{WindowsPowerShell, readsCMGAddress},
			{ElevatedPrompt, "ccmsetup.exe{no-crl-check-cmg} /mp:https://{service}/CCM_Proxy_MutualAuth/<id> CCMHOSTNAME={service}/CCM_Proxy_MutualAuth/<id> SMSSITECODE={site}"},
			{ElevatedPrompt, "ccmsetup.exe{no-crl-check-cmg} /mp:https://{service}/CCM_Proxy_MutualAuth/<id> CCMHOSTNAME={service}/CCM_Proxy_MutualAuth/<id> SMSSITECODE={site} AADTENANTID={tenant} AADCLIENTAPPID=<client ID of the native app> AADRESOURCEURI={app-uri}"},
		},
		Proof:   endsInstall + " With the second command, it also says `Getting AAD info from CMG`. `%windir%\\CCM\\Logs\\ClientIDManagerStartup.log` says `Registering client using AAD auth` and then `Client is registered` with `Approval status 3`. `MP_RegistrationManager.log` on the management point says `Registering device using AAD auth`.",
		Skipped: "The devices stay unmanaged, or register as PKI clients with a certificate that the CMG does not trust.",
		Change: Change{
			Impact: Stated{"The device downloads and installs the client, registers, and then gets every deployment of its collections, with restarts.", Estimated},
			Undo:   Stated{"Run ccmsetup.exe /uninstall and delete the record. What deployments installed or configured stays.", documented},
			Note:   "Collections and required deployments that the device will get",
			Takes:  Effort{Minutes: 15, Per: "pilot device"}, Wait: Wait{10, 60, "download, installation and first policy", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Versions: tokenLogGates,
		Cites: []model.Citation{
			{"deploy-azure", "install-and-register-the-client-using-azure-ad-identity"}, {"azure-ccmsetup", "2-azure-ad-token-request"},
			{"how-to-prepare-win10", "install-the-configuration-manager-client"}, {"client-install-props", "usepkicert"}, {"client-install-props", "nocrlcheck"},
			{"log-files", ""}, {"autopilot-enrollment", "process"}, {"autopilot-enrollment", "limitations"}, {"client-install-props", "upgradetolatest"},
			{"manage-clients", "uninstall-the-client"},
		},
	},
	{
		ID: "client-install-pki", Title: "Install clients that use a PKI certificate",
		Owner: model.Devices, Who: localAdministrator,
		When: mayLackPKIClient, Because: "PKI certificates are in use", If: "For internet devices without a client",
		After: []string{
			"mp-cmg-traffic", "pki-autoenroll", "cmg-trusted-roots", "cert-trust-root", "cs-cmg",
			"site-pki-option", "site-crl-option", "pki-site-ctl", "pki-cert-selection",
		},
		Do: []string{
			pilotsFirst,
			"Make sure that the device holds its client authentication certificate in **Certificates (Local Computer)** > **Personal**, with its private key.",
			getsCMGAddress,
			asksAClient,
			bringsCcmsetup,
			"Run the second command on the device. " + lineOrder + " No Microsoft page shows this line in full; it is assembled from the parameter reference.",
			"If the CRL is not public and the line has no `/NoCRLCheck`, add it after `/UsePKICert`.",
			"If the device holds several certificates, add `CCMCERTSEL`, `CCMCERTSTORE`, `CCMCERTISSUERS` or `CCMFIRSTCERT=1` at the end. For a device that never connects to the internal network add `CCMALWAYSINF=1`, for one that does `SMSMP=https://{inside-mp}`.",
		},
		Commands: []Command{
			{WindowsPowerShell, readsCMGAddress},
			{ElevatedPrompt, "ccmsetup.exe /UsePKICert{no-crl-check} /mp:https://{service}/CCM_Proxy_MutualAuth/<id> CCMHOSTNAME={service}/CCM_Proxy_MutualAuth/<id> SMSSITECODE={site}"},
		},
		Proof:   endsInstall + " `%windir%\\CCM\\Logs\\ClientIDManagerStartup.log` says `Client is registered`, and the control panel, **Configuration Manager** > **General**, shows **PKI** as **Client certificate**.",
		Skipped: "Without `/UsePKICert` a client drops HTTPS management points and the CMG.",
		Change: Change{
			Impact: Stated{"The device installs the client, registers, and then gets every deployment of its collections, with restarts.", Estimated},
			Undo:   Stated{"Run ccmsetup.exe /uninstall and delete the record; the certificate stays on the device. What deployments installed stays.", documented},
			Note:   "Collections, required deployments, thumbprint of the certificate to be used",
			Takes:  Effort{Minutes: 15, Per: "pilot device"}, Wait: Wait{10, 60, "download, installation and first policy", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Versions: []Gate{
			cloudAttachGate,
			{From: 2207, Text: "with CCMCERTNAMECHECK=0 at the end of the line, the client accepts a certificate whose subject is not the computer name."},
		},
		Cites: []model.Citation{
			{"configure-clients", "install-off-premises-clients-using-a-cmg"}, {"client-install-props", ""}, {"client-install-props", "usepkicert"},
			{"client-install-props", "nocrlcheck"}, {"plan-for-certs", "transition-strategy-for-pki-certificates"},
			{"manage-clients", "uninstall-the-client"},
		},
	},
	{
		ID: "client-install-token", Title: "Install clients with a bulk registration token",
		Owner: model.Devices, Who: localAdministrator,
		When: installsWithToken, If: "Devices with site-issued tokens are installed on the internet, or cannot register on the internal network",
		After: []string{"token-bulk", "cert-trust-root", "cs-cmg", "token-client-version"},
		Do: []string{
			pilotsFirst,
			getsCMGAddress,
			asksAClient,
			bringsCcmsetup,
			"Replace `<bulk token>` in the second command with the token, and run the command on the device before the token expires. " + lineOrder + " Do not keep the line in scripts or tickets after the rollout.",
			"For devices that also connect to the internal network, add `SMSMP=https://{inside-mp}` at the end. If the CRL of the CMG's certificate cannot be read on the internet and the line has no `/NoCRLCheck`, add it before `/mp`.",
			"To reinstall a client that has no token, add `/forceinstall` before `/mp`.",
			"If ccmsetup fails with `0x87d0027e`, check the line character by character, then try it without `/mp`.",
			"In Intune the line may have 1,024 characters at most, and a token is long: count them.",
			"Do not start a task sequence with `PROVISIONTS` that installs apps or updates: it needs a client authentication certificate.",
		},
		Commands: []Command{
			{WindowsPowerShell, readsCMGAddress},
			{ElevatedPrompt, "ccmsetup.exe{no-crl-check-cmg} /mp:https://{service}/CCM_Proxy_MutualAuth/<id> /regtoken:<bulk token> CCMHOSTNAME={service}/CCM_Proxy_MutualAuth/<id> SMSSITECODE={site}"},
		},
		Proof:   endsInstall + " `%windir%\\CCM\\Logs\\ClientIDManagerStartup.log` says `Client is registered`, and `ClientLocation.log` says `Rotating internet management point` with the address of the CMG. On the management point see `CCM_STS.log`, `MP_RegistrationManager.log` and `ClientAuth.log`. **Assets and Compliance** > **Devices** shows the device as approved; if it does not, choose **Approve**.",
		Skipped: "The devices stay unmanaged. A line with an expired token ends with 401 `CMGService_Invalid_Token`.",
		Change: Change{
			Impact: Stated{"The device installs the client, registers with the token, and gets every deployment of its collections, with restarts. The token is visible in the command line while it runs.", partlyDocumented},
			Undo:   Stated{"Run ccmsetup.exe /uninstall and delete the record. Block the token if it leaked.", documented},
			Note:   "Collections, required deployments, GUID and end of the token",
			Takes:  Effort{Minutes: 15, Per: "pilot device"}, Wait: Wait{10, 60, "download, installation and first policy", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Versions: []Gate{cloudAttachGate},
		Cites:    []model.Citation{{"deploy-token", "bulk-registration-token"}, {"client-install-props", ""}, {"client-install-props", "regtoken"}, {"cmg-comm-error", "error-code-401-cmgservice_invalid_token"}, {"comms-between-endpoints", "bkmk_client2mp"}, {"manage-clients", "uninstall-the-client"}},
	},
}
