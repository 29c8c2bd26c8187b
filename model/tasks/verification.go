package tasks

import "cmgwizard/model"

var verificationTasks = []Task{
	{
		ID: "verify-analyzer", Title: "Run the connection analyzer",
		Owner: model.ConfigMgr, Who: "ConfigMgr Full Administrator; for the test with Microsoft Entra ID a user of the tenant, for the one with PKI a client certificate",
		After: []string{"cp-add", "mp-cmg-traffic", "cmg-trusted-roots", "site-pki-option"},
		Do: []string{
			"Open **Administration** > **Cloud Services** > **Cloud Management Gateway**, select the CMG and choose **Connection analyzer** in the ribbon.",
			"For Microsoft Entra ID select **Microsoft Entra user**, choose **Sign In**, then **Start**.",
			"For PKI certificates select **Client certificate**, choose a certificate with its key, then **Start**.",
			"There is no test with site-issued tokens. With tokens alone, check `SMS_Cloud_ProxyConnector.log` on the connection points, where requests end with `HTTP/1.1 200 OK`. Also check `CMGService.log`, and continue with the test client.",
			"Select an entry to read its **Description**. 403 `CMGConnector_Clientcertificaterequired`: the connection point lacks its client authentication certificate. 403 `CMGConnector_Forbidden`: IIS of the management point has the wrong certificate on port 443. A certificate that is not trusted: the chain on the CMG is incomplete.",
		},
		Proof:   "Every entry is green: the service, the connection point, and each management point for the CMG. With site-issued tokens alone: the console shows the connection points as connected, and their log shows no 403.",
		Skipped: "Problems first appear on clients, where they are hard to find.",
		Change: Change{
			Impact: Stated{"None (a test with a few requests).", Estimated},
			Undo:   Stated{"Nothing to undo.", Estimated},
			Note:   "Result (screenshot)",
			Takes:  Effort{Minutes: 10}, Wait: Wait{0, 10, "logs from Azure arrive up to 10 minutes late", documented}, Window: AnyTime, Return: Reversible,
		},
		Cites: []model.Citation{{"monitor-cmg", "connection-analyzer"}, {"log-files", "cloud-management-gateway"}, {"cmg-comm-error", "error-code-403-cmgconnector_clientcertificaterequired"}, {"cmg-comm-error", "error-code-403-cmgconnector_forbidden"}, {"azure-ccmsetup", ""}},
	},
	{
		ID: "verify-client", Title: "Test one internet client for each authentication method",
		Owner: model.Devices, Who: localAdministrator,
		After: []string{
			"verify-analyzer", "client-intranet-refresh", "client-fqdns", "client-install-entra", "client-install-pki", "client-install-token",
			"token-internal-registration", "content-distribute", "sup-cmg-traffic", "cs-user-policy",
		},
		Do: []string{
			"Take one test device of each kind off the network and connect it without VPN. If that is not possible, force internet mode with the first command and restart **SMS Agent Host**. The third command shows whether the client knows the CMG.",
			"In the control panel, **Configuration Manager**, tab **Actions**, run **Machine Policy Retrieval & Evaluation Cycle**.",
			"Install an app from Software Center, run an inventory, and scan for updates if the CMG will carry that.",
			"With deployments to users, sign in as a test user and install an app that is deployed to users.",
			"If you ran the first command, undo it with the last one and restart the service again. Otherwise, the client keeps using the CMG on the internal network.",
		},
		Commands: []Command{
			{ElevatedPrompt, `reg add HKLM\SOFTWARE\Microsoft\CCM\Security /v ClientAlwaysOnInternet /t REG_DWORD /d 1 /f`},
			{PowerShell, "Restart-Service -Name CcmExec"},
			{WindowsPowerShell, knowsCMG},
			{ElevatedPrompt, `reg add HKLM\SOFTWARE\Microsoft\CCM\Security /v ClientAlwaysOnInternet /t REG_DWORD /d 0 /f`},
		},
		Proof:   "The control panel, **Configuration Manager** > **General**, shows **Currently Internet** as the connection type. **Client certificate** is **PKI** with the PKI method, and **Self-signed** with the others. **Assets and Compliance** > **Devices** shows a recent policy request. `LocationServices.log`, `ClientLocation.log` and `CcmMessaging.log` under `%windir%\\CCM\\Logs` show the CMG and no 401, 403 or 12175.",
		Skipped: "The rollout to everyone becomes the first test.",
		Change: Change{
			Impact: Stated{"Only the test device: its client service restarts, a test app is installed, and it may be forced to use the CMG.", partlyDocumented},
			Undo:   Stated{"Set ClientAlwaysOnInternet to 0 and restart the service; uninstall the test app.", documented},
			Note:   "Value of ClientAlwaysOnInternet before the test",
			Takes:  Effort{Minutes: 30, Per: "device"}, Wait: Wait{5, 60, "policy and download on the device", Estimated}, Window: AnyTime, Return: Reversible,
		},
		Versions: []Gate{
			{From: 2603, Text: "also test the oldest Windows version that you have: the CMG no longer accepts all cipher suites."},
		},
		Cites: []model.Citation{{"configure-clients", "client-location"}, {"cmg-comm-error", ""}, {"plan-for-certs", "transition-strategy-for-pki-certificates"}, {"whats-new-2603", "weak-ciphers-disabled-on-cloud-management-gateway"}},
	},
	{
		ID: "verify-dashboard", Title: "Monitor traffic and clients",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		After: []string{"verify-client"},
		Do: []string{
			"Open **Monitoring** > **Cloud Management** and look at the CMG tiles.",
			"Open **Administration** > **Cloud Services** > **Cloud Management Gateway**, select the CMG, and read the requests of each role in the details pane.",
			"If the CMG serves content, add the column **Storage egress (GB)** to the list.",
			"Logs of the CMG reach the site server under names that start with `CMG-`.",
		},
		Proof:   "The requests grow from day to day, and the number of clients online is about what you expect.",
		Skipped: "Nobody notices when something breaks or what it costs.",
		Change: Change{
			Impact: Stated{"None (read-only).", Estimated},
			Undo:   Stated{"Nothing to undo.", Estimated},
			Note:   "Figures with date",
			Takes:  Effort{Minutes: 15}, Wait: Wait{0, 1440, "logs from Azure arrive up to 10 minutes late, figures up to 24 hours", documented}, Window: AnyTime, Return: Reversible,
		},
		Versions: []Gate{{Before: 2603, Text: "do not rely on the figure Total Outbound data: version 2603 fixes it for virtual machine scale sets."}},
		Cites:    []model.Citation{{"monitor-cmg", "monitor-traffic-in-the-console"}, {"monitor-cmg", "cloud-management-dashboard"}, {"log-files", "cloud-management-gateway"}, {"whats-new-2603", "cloud-management-gateway-improvements"}},
	},
}
