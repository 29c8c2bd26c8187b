package model

var verificationTasks = []Task{
	{
		ID: "verify-analyzer", Title: "Run the connection analyzer",
		Owner: ConfigMgr, Who: "ConfigMgr Full Administrator, with a Microsoft Entra user or a client certificate to test with",
		After: []string{"cp-add", "mp-cmg-traffic"},
		Do: []string{
			"Open **Administration** > **Cloud Services** > **Cloud Management Gateway**, select the CMG and choose **Connection analyzer** in the ribbon.",
			"For Microsoft Entra ID select **Microsoft Entra user**, choose **Sign In**, then **Start**.",
			"For PKI certificates select **Client certificate**, choose a certificate with its key, then **Start**.",
			"There is no test with site-issued tokens. With tokens alone look at `SMS_Cloud_ProxyConnector.log` and `CMGService.log`, and go on to the test client.",
			"Select an entry to read its **Description**.",
		},
		Proof:   "Every entry is green: the service, the connection point, and each management point for the CMG.",
		Skipped: "Faults first show on clients, where they are hard to see.",
		Cites:   []Citation{{"monitor-cmg", "connection-analyzer"}},
	},
	{
		ID: "verify-client", Title: "Test a client of each method on the internet",
		Owner: Devices, Who: localAdministrator,
		After: []string{"verify-analyzer"},
		Do: []string{
			"Take one test device of each kind outside, on a connection without VPN. If that is not possible, make it believe so with the first command, and restart **SMS Agent Host**.",
			"In the control panel, **Configuration Manager**, tab **Actions**, run **Machine Policy Retrieval & Evaluation Cycle**.",
			"Install an app from Software Center, run an inventory, and scan for updates if the CMG will carry that.",
			"With deployments to users, sign in as a test user and install an app that is deployed to users.",
			"Undo the first command with the last one: the client would go on using the CMG inside.",
		},
		Commands: []Command{
			{ElevatedPrompt, `reg add HKLM\SOFTWARE\Microsoft\CCM\Security /v ClientAlwaysOnInternet /t REG_DWORD /d 1 /f`},
			{PowerShell, "Restart-Service -Name CcmExec"},
			{PowerShell, knowsCMG},
			{ElevatedPrompt, `reg add HKLM\SOFTWARE\Microsoft\CCM\Security /v ClientAlwaysOnInternet /t REG_DWORD /d 0 /f`},
		},
		Proof:   "The control panel shows **Currently Internet**, and the method that you meant under **Client certificate**. The console shows a recent policy request. `LocationServices.log`, `ClientLocation.log` and `CcmMessaging.log` show the CMG and no 401, 403 or 12175.",
		Skipped: "The roll-out to everybody is the first test.",
		Cites:   []Citation{{"configure-clients", "client-location"}, {"cmg-comm-error", ""}},
	},
	{
		ID: "verify-dashboard", Title: "Watch the traffic and the clients",
		Owner: ConfigMgr, Who: fullAdministrator,
		After: []string{"verify-client"},
		Do: []string{
			"Open **Monitoring** > **Cloud Management** and look at the CMG tiles.",
			"Open **Administration** > **Cloud Services** > **Cloud Management Gateway**, select the CMG, and read the requests of each role in the details pane.",
			"If the CMG serves content, add the column **Storage egress (GB)** to the list.",
			"Logs of the CMG reach the site server up to ten minutes late, under names that start with `CMG-`.",
		},
		Proof:   "The requests grow from day to day, and the clients online are about those that you expect.",
		Skipped: "Nobody sees when something breaks, or what it costs.",
		Cites:   []Citation{{"monitor-cmg", "monitor-traffic-in-the-console"}, {"monitor-cmg", "cloud-management-dashboard"}},
	},
}
