package inspect

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/reading"
	"cmgwizard/model/slow"
)

const (
	cmg  = "cmg.contoso.com/CCM_Proxy_MutualAuth/72186325152220500"
	good = "ccmsetup.exe /NoCRLCheck /mp:https://" + cmg + " CCMHOSTNAME=" + cmg + " SMSSITECODE=P01"
)

// lineCases are lines with what must be said of them, worst or not in the order
// of the checks.
var lineCases = []struct{ name, line, want string }{
	{"the line of the documents", good, ""},
	{"PKI", "ccmsetup.exe /UsePKICert /NoCRLCheck /mp:https://" + cmg + " CCMHOSTNAME=" + cmg + " SMSSITECODE=P01 CCMFIRSTCERT=1", ""},
	{"Entra in full", good + " AADTENANTID=607b7853-6f6f-4d5d-b3d4-811c33fdd49a AADCLIENTAPPID=aa28e7f1-b88a-43cd-a2e3-f88b257c863b AADRESOURCEURI=https://ConfigMgrService", ""},
	{"only what is required", "ccmsetup CCMHOSTNAME=" + cmg + " SMSSITECODE=P01", ""},
	{"mixed case", "CCMSetup.EXE /USEPKICERT /nocrlcheck /MP:HTTPS://" + cmg + " CcmHostName=" + cmg + " smssitecode=p01", ""},
	{"upper case path", strings.ReplaceAll(good, "CCM_Proxy_MutualAuth", "CCM_PROXY_MUTUALAUTH"), ""},
	{"a path in quotes", `"C:\Program Files\setup\ccmsetup.exe" /mp:https://` + cmg + ` CCMHOSTNAME="` + cmg + `" SMSSITECODE="P01"`, ""},
	{"CCMSETUPCMD", `msiexec /i ccmsetup.msi /qn CCMSETUPCMD="/mp:https://` + cmg + " CCMHOSTNAME=" + cmg + ` SMSSITECODE=P01"`, ""},
	{"CCMSETUPCMD of Intune alone", `CCMSETUPCMD="CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01"`, ""},
	{"CCMSETUPCMD in JSON", `{"commandLine":"CCMSETUPCMD=\"CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01\""}`, ""},
	{"properties alone", "CCMHOSTNAME=" + cmg + " SMSSITECODE=P01", ""},
	{"PowerShell", "Start-Process -FilePath .\\ccmsetup.exe -Wait -ArgumentList '/mp:https://" + cmg + "','CCMHOSTNAME=" + cmg + "','SMSSITECODE=P01'", ""},
	{"a batch file", "@echo off\nstart /wait \"\" \"%~dp0ccmsetup.exe\" /mp:https://" + cmg + " ^\n  CCMHOSTNAME=" + cmg + " ^\n  SMSSITECODE=P01\nexit /b", ""},
	{"backticks", "& ccmsetup.exe /mp:https://" + cmg + " `\n  CCMHOSTNAME=" + cmg + " `\n  SMSSITECODE=P01", ""},
	{"a PowerShell list", "$list = @(\n '/mp:https://" + cmg + "'\n 'CCMHOSTNAME=" + cmg + "'\n 'SMSSITECODE=P01'\n)\nStart-Process ccmsetup.exe -ArgumentList $list", ""},
	{"variables", "ccmsetup.exe /mp:https://$cmg/CCM_Proxy_MutualAuth/$id CCMHOSTNAME=$cmg/CCM_Proxy_MutualAuth/$id SMSSITECODE=$site", ""},
	{"blanks in quotes", good + ` CCMADMINS="contoso\helpdesk one;contoso\two"`, ""},
	{"several sources", good + ` /source:\\a\b`, "warning ccmsetup-order"},

	{"swapped", "ccmsetup.exe /mp:" + cmg + " CCMHOSTNAME=https://" + cmg + " SMSSITECODE=P01", "blocker ccmsetup-mixed-up"},
	{"an inside MP for the CMG", "ccmsetup.exe /mp:https://" + cmg + " CCMHOSTNAME=https://mp1.contoso.com SMSSITECODE=P01", "blocker ccmsetup-mixed-up"},
	{"/mp without https", strings.Replace(good, "/mp:https://", "/mp:", 1), "blocker ccmsetup-mp-https"},
	{"/mp with http", strings.Replace(good, "/mp:https://", "/mp:http://", 1), "blocker ccmsetup-mp-https"},
	{"CCMHOSTNAME with https", strings.Replace(good, "CCMHOSTNAME=", "CCMHOSTNAME=https://", 1), "blocker ccmsetup-host-https"},
	{"no path in /mp", strings.Replace(good, "/mp:https://"+cmg, "/mp:https://cmg.contoso.com", 1), "blocker ccmsetup-path"},
	{"no path in CCMHOSTNAME", strings.Replace(good, "CCMHOSTNAME="+cmg, "CCMHOSTNAME=cmg.contoso.com", 1), "blocker ccmsetup-path"},
	{"no path in an Azure name", "ccmsetup.exe CCMHOSTNAME=contoso.cloudapp.net SMSSITECODE=P01", "blocker ccmsetup-path"},
	{"a host that may be an internet-based MP", "ccmsetup.exe /UsePKICert CCMHOSTNAME=mp1.contoso.com SMSSITECODE=P01", "warning ccmsetup-path"},
	{"a misspelt path", strings.ReplaceAll(good, "MutualAuth", "MutalAuth"), "blocker ccmsetup-path, blocker ccmsetup-path"},
	{"no number", strings.ReplaceAll(good, "/72186325152220500", ""), "blocker ccmsetup-id, blocker ccmsetup-id"},
	{"no number but a word", strings.ReplaceAll(good, "72186325152220500", "abc"), "blocker ccmsetup-id, blocker ccmsetup-id"},
	{"two numbers", strings.Replace(good, "72186325152220500", "72186325152220501", 1), "blocker ccmsetup-differ"},
	{"two CMGs", strings.Replace(good, "cmg.contoso.com", "other.contoso.com", 1), "warning ccmsetup-differ"},
	{"our own placeholder", strings.ReplaceAll(good, "72186325152220500", "<id>"), "warning ccmsetup-placeholder, warning ccmsetup-placeholder"},
	{"no CCMHOSTNAME", "ccmsetup.exe /mp:https://" + cmg + " SMSSITECODE=P01", "blocker ccmsetup-host-missing"},
	{"/mp inside", "ccmsetup.exe /mp:mp1.contoso.com CCMHOSTNAME=" + cmg + " SMSSITECODE=P01", "advice ccmsetup-mp-inside"},

	{"no site code", strings.Replace(good, " SMSSITECODE=P01", "", 1), "blocker ccmsetup-site-missing"},
	{"AUTO", strings.Replace(good, "P01", "AUTO", 1), "blocker ccmsetup-site-auto"},
	{"four letters", strings.Replace(good, "P01", "P001", 1), "blocker ccmsetup-site-code"},

	{"certificate chosen without /UsePKICert", good + ` CCMCERTSEL="SubjectStr:contoso com"`, "warning ccmsetup-pki-missing"},
	{"/UsePKICert with Entra", strings.Replace(good, "/mp:", "/UsePKICert /mp:", 1) + " AADCLIENTAPPID=a AADRESOURCEURI=b", "warning ccmsetup-pki-harmful"},
	{"half of Entra", good + " AADCLIENTAPPID=a", "warning ccmsetup-entra-half"},

	{"order", "ccmsetup.exe CCMHOSTNAME=" + cmg + " SMSSITECODE=P01 /NoCRLCheck /mp:https://" + cmg, "warning ccmsetup-order"},
	{"an equals sign", strings.Replace(good, "/mp:", "/mp=", 1), "blocker ccmsetup-mark"},
	{"a colon", strings.Replace(good, "SMSSITECODE=", "SMSSITECODE:", 1), "blocker ccmsetup-mark"},
	{"a blank after the mark", strings.Replace(good, "SMSSITECODE=", "SMSSITECODE= ", 1), "warning ccmsetup-blank"},
	{"blanks around the mark", strings.Replace(good, "SMSSITECODE=", "SMSSITECODE = ", 1), "warning ccmsetup-blank"},
	{"no value", strings.Replace(good, "P01", "", 1) + " FSP=x", "warning ccmsetup-empty"},
	{"an open quotation mark", strings.Replace(good, "CCMHOSTNAME=", "CCMHOSTNAME=\"", 1), "warning ccmsetup-quotes"},
	{"unknown parameter", strings.Replace(good, "/mp:", "/UsePKICrt /mp:", 1), "warning ccmsetup-unknown"},
	{"unknown property", good + " SMSCASHESIZE=100", "warning ccmsetup-unknown"},
	{"a property with a slash", strings.Replace(good, "SMSSITECODE=", "/SMSSITECODE=", 1), "warning ccmsetup-slash"},
	{"a parameter without its slash", strings.Replace(good, "/NoCRLCheck", "NoCRLCheck", 1), "warning ccmsetup-slash"},
	{"a dash", strings.Replace(good, "/NoCRLCheck", "-NoCRLCheck", 1), "warning ccmsetup-slash"},
	{"a stray word", strings.Replace(good, "SMSSITECODE", "please SMSSITECODE", 1), "warning ccmsetup-stray"},
	{"twice", good + " SMSSITECODE=P02", "warning ccmsetup-twice"},
	{"a dash of Word", strings.Replace(good, "/NoCRLCheck", "\u2013NoCRLCheck", 1), "warning ccmsetup-pasted, warning ccmsetup-slash"},
	{"quotation marks of Word", strings.Replace(good, "SMSSITECODE=P01", "SMSSITECODE=\u201cP01\u201d", 1), "warning ccmsetup-pasted"},
	{"a blank of Outlook", strings.Replace(good, " SMSSITECODE", "\u00a0SMSSITECODE", 1), "warning ccmsetup-pasted"},
	{"a hidden mark", strings.Replace(good, "P01", "\u200eP01", 1), "warning ccmsetup-pasted"},

	{"an empty token", strings.Replace(good, "/mp:", "/regtoken: /mp:", 1), "blocker ccmsetup-token-empty"},
	{"a token after an equals sign", strings.Replace(good, "/mp:", "/regtoken=<token> /mp:", 1), "blocker ccmsetup-mark, warning ccmsetup-placeholder"},
	{"half a token", strings.Replace(good, "/mp:", "/regtoken:eyJ0eXAiOiJKV1Qi /mp:", 1), "blocker ccmsetup-token-broken"},
	{"a token in a script", strings.Replace(good, "/mp:", "/regtoken:"+testToken()+" /mp:", 1), "warning ccmsetup-token-secret"},
	{"a token at the end, as the page has it", good + " SMSMP=https://mp1.contoso.com /regtoken:" + testToken(), "advice ccmsetup-order, warning ccmsetup-token-secret"},
	{"a token without the rest", "ccmsetup.exe /regtoken:" + testToken(), "blocker ccmsetup-host-missing, blocker ccmsetup-site-missing, warning ccmsetup-token-secret"},
	{"a token and a task sequence", strings.Replace(good, "/mp:", "/regtoken:$token /mp:", 1) + " PROVISIONTS=P0120001", "warning ccmsetup-token-provision"},
	{"SMSMP is the CMG", good + " SMSMP=https://" + cmg, "warning ccmsetup-smsmp"},
	{"uninstall", strings.Replace(good, "/mp:", "/uninstall /mp:", 1), "warning ccmsetup-uninstall"},
	{"too long for Intune", `CCMSETUPCMD="CCMHOSTNAME=` + cmg + " SMSSITECODE=P01 SMSCACHEDIR=C:\\" + strings.Repeat("x", 1024) + `"`, "blocker ccmsetup-length"},

	{"single quotation marks for msiexec", `msiexec /i ccmsetup.msi CCMSETUPCMD='/NoCRLCheck CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01'`, "warning ccmsetup-unquoted"},
	{"quotation marks around the name too", `msiexec /i ccmsetup.msi "CCMSETUPCMD=/NoCRLCheck CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01" /qn`, "warning ccmsetup-unquoted"},
	{"an array of PowerShell without inner marks", `Start-Process msiexec -ArgumentList '/i','ccmsetup.msi','CCMSETUPCMD=CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01'`, "warning ccmsetup-unquoted"},
	{"an array of PowerShell with inner marks", `Start-Process msiexec -ArgumentList '/i','ccmsetup.msi','CCMSETUPCMD="CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01"'`, ""},
	{"curly marks of CCMSETUPCMD", "msiexec /i ccmsetup.msi CCMSETUPCMD=\u201cCCMHOSTNAME=" + cmg + " SMSSITECODE=P01\u201d", "warning ccmsetup-pasted"},
	{"a mark inside ends it", `CCMSETUPCMD="/mp:https://` + cmg + ` SMSSITECODE=P01 CCMHOSTNAME="` + cmg + `""`, "blocker ccmsetup-quotes"},
	{"VBScript", `sh.Run "msiexec /i ccmsetup.msi /qn CCMSETUPCMD=""/NoCRLCheck CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01""", 0, True`, ""},
	{"XML", `<Line>msiexec /i ccmsetup.msi CCMSETUPCMD=&quot;/NoCRLCheck CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01&quot; /qn</Line>`, ""},
	{"a tag at the end", "<Line>" + good + "</Line>", ""},
	{"Markdown", "Run `" + good + "` there.", ""},
	{"a blank before the mark of CCMSETUPCMD", `msiexec /i ccmsetup.msi CCMSETUPCMD = "CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01"`, "warning ccmsetup-blank"},
	{"msiexec after an open mark", `msiexec /i ccmsetup.msi CCMSETUPCMD="CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01 /qn /l*v C:\x.log`, "blocker ccmsetup-quotes"},
	{"a property of Windows Installer", `CCMSETUPCMD="CCMHOSTNAME=` + cmg + ` SMSSITECODE=P01 REBOOT=ReallySuppress"`, "advice ccmsetup-msiexec"},
	{"a chain without blanks", "cd /d C:\\x&&" + good + "&&exit /b 0", ""},
	{"a chain with one mark", good + "|more", ""},
	{"an output kept", good + ">C:\\x.log 2>&1", ""},
	{"removed afterwards", good + "; .\\ccmsetup.exe /uninstall", ""},
	{"removed before", "ccmsetup.exe /uninstall & timeout 300 & " + strings.Replace(good, "P01", "AUTO", 1), "blocker ccmsetup-site-auto"},
	{"IDs in braces", good + " AADTENANTID={607b7853-6f6f-4d5d-b3d4-811c33fdd49a} AADCLIENTAPPID={aa28e7f1-b88a-43cd-a2e3-f88b257c863b} AADRESOURCEURI=https://ConfigMgrService", ""},
	{"variables that a batch file fills in late", good + " AADTENANTID=!TENANT! AADCLIENTAPPID=!APP! AADRESOURCEURI=!URI!", ""},
	{"/mp is only https://", strings.Replace(good, "/mp:https://"+cmg, "/mp:https://", 1), "warning ccmsetup-placeholder"},
	{"CCMHOSTNAME is only https://", strings.Replace(good, "CCMHOSTNAME="+cmg, "CCMHOSTNAME=https://", 1), "warning ccmsetup-placeholder"},
	{"placeholders with blanks", strings.Replace(good, "P01", "<site code>", 1) + " FSP=[name of FSP]", "warning ccmsetup-placeholder, warning ccmsetup-placeholder"},
	{"an address of IPv6", "ccmsetup.exe /NoCRLCheck /mp:https://[fd00::1]/CCM_Proxy_MutualAuth/72186325152220500 CCMHOSTNAME=[fd00::1]/CCM_Proxy_MutualAuth/72186325152220500 SMSSITECODE=P01", ""},
	{"nothing between the marks", `msiexec /i ccmsetup.msi CCMSETUPCMD="" SMSSITECODE=P01 CCMHOSTNAME=` + cmg, "blocker ccmsetup-outside"},

	{"inside", "ccmsetup.exe /mp:smsmp01 /logon SMSSITECODE=S01 FSP=smsfsp01", ""},
}

func TestCommandLines(t *testing.T) {
	slow.Alone(t)
	for _, tt := range lineCases {
		t.Run(tt.name, func(t *testing.T) {
			f := one(t, nil, tt.line)
			if f.Kind != reading.CommandLine {
				t.Fatalf("kind %s, %s", f.Kind, f.About)
			}
			got := ids(f)
			if strings.Contains(tt.line, signature) { // what the token itself says is not judged here
				got = onlyLints(f)
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
				for _, r := range f.Remarks {
					t.Log(r.Text)
				}
			}
			if tt.want == "" && !has(f, "ccmsetup-fine") && !has(f, "ccmsetup-inside") {
				t.Error("nobody says that all is well")
			}
		})
	}
}

func onlyLints(f reading.File) string {
	var kept []model.Remark
	for _, r := range f.Remarks {
		if strings.HasPrefix(r.ID, "ccmsetup-") {
			kept = append(kept, r)
		}
	}
	return ids(reading.File{Remarks: kept})
}

// goodPlan is a plan of one site with one kind of device.
func goodPlan(method model.Method) *model.Plan {
	p := &model.Plan{}
	p.Site = model.Site{Code: "P01", Security: model.EnhancedHTTP, CheckCRL: model.Yes}
	p.Devices = []model.Device{{Join: model.HybridJoined, Internet: model.Yes, Method: method, ClientCertificate: model.No}}
	p.Entra.TenantID = "607b7853-6f6f-4d5d-b3d4-811c33fdd49a"
	p.PKI.CRLPublic = model.Yes
	p.Gateway.ServiceName = "cmg.contoso.com"
	p.ManagementPoints = []model.ManagementPoint{{Host: "mp1.contoso.com", Clients: model.ConnectHTTP, CMGTraffic: model.Yes}}
	return p
}

func TestCommandLinesWithPlan(t *testing.T) {
	withoutCRL := strings.Replace(good, "/NoCRLCheck ", "", 1)
	for _, tt := range []struct {
		name, line, want string
		method           model.Method
		change           func(p *model.Plan)
	}{
		{"PKI", strings.Replace(good, "/mp:", "/UsePKICert /mp:", 1), "", model.ClientPKI, nil},
		{"PKI without /UsePKICert", good, "blocker ccmsetup-pki-missing", model.ClientPKI, nil},
		{"PKI beside Entra", good, "warning ccmsetup-pki-missing", model.ClientPKI, func(p *model.Plan) {
			p.Devices = append(p.Devices, model.Device{Internet: model.Yes, Method: model.EntraID})
		}},
		{"Entra with /UsePKICert", strings.Replace(good, "/mp:", "/UsePKICert /mp:", 1), "warning ccmsetup-pki-harmful", model.EntraID, nil},
		{"Entra, a stray certificate may win", good, "advice ccmsetup-stray-certificate", model.EntraID, nil},
		{"Entra, a stray certificate wins", good, "warning ccmsetup-stray-certificate", model.EntraID, func(p *model.Plan) { p.Devices[0].ClientCertificate = model.Yes }},
		{"Entra with its properties", good + " AADCLIENTAPPID=a AADRESOURCEURI=b", "", model.EntraID, nil},
		{"token with /UsePKICert", strings.Replace(good, "/mp:", "/UsePKICert /regtoken:$t /mp:", 1), "advice ccmsetup-pki-harmful", model.SiteToken, nil},
		{"a token nobody needs", strings.Replace(good, "/mp:", "/regtoken:$t /mp:", 1), "advice ccmsetup-token-plan", model.EntraID, nil},
		{"CRL public", strings.Replace(withoutCRL, "/mp:", "/UsePKICert /mp:", 1), "", model.ClientPKI, nil},
		{"CRL not public", strings.Replace(withoutCRL, "/mp:", "/UsePKICert /mp:", 1), "warning ccmsetup-crl", model.ClientPKI, func(p *model.Plan) { p.PKI.CRLPublic = model.No }},
		{"CRL nobody knows", strings.Replace(withoutCRL, "/mp:", "/UsePKICert /mp:", 1), "advice ccmsetup-crl", model.ClientPKI, func(p *model.Plan) { p.PKI.CRLPublic = model.Unsure }},
		{"another site", strings.Replace(good, "P01", "P02", 1), "warning ccmsetup-site-plan", model.SiteToken, nil},
		{"another CMG", strings.ReplaceAll(good, "cmg.contoso.com", "other.contoso.com"), "warning ccmsetup-service-plan", model.SiteToken, nil},
		{"another tenant", good + " AADTENANTID=11111111-6f6f-4d5d-b3d4-811c33fdd49a AADCLIENTAPPID=a AADRESOURCEURI=b", "warning tenant-differs", model.EntraID, nil},
		{"another App ID URI", good + " AADCLIENTAPPID=a AADRESOURCEURI=b", "warning ccmsetup-uri-plan", model.EntraID, func(p *model.Plan) { p.Entra.AppIDURI = "api://x/ConfigMgrService" }},
		{"an HTTPS management point", good + " SMSMP=mp1.contoso.com", "warning ccmsetup-smsmp", model.SiteToken, func(p *model.Plan) { p.ManagementPoints[0].Clients = model.ConnectHTTPS }},
		{"the CMG of the plan without a path", "ccmsetup.exe /mp:https://cmg.contoso.com SMSSITECODE=P01 /NoCRLCheck", "warning ccmsetup-order, blocker ccmsetup-path, blocker ccmsetup-host-missing", model.SiteToken, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			plan := goodPlan(tt.method)
			if tt.change != nil {
				tt.change(plan)
			}
			if got := ids(one(t, plan, tt.line)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestSeveralCommandLines(t *testing.T) {
	f := one(t, nil, "REM ccmsetup.exe /mp:old CCMHOSTNAME=https://x\r\n"+good+"\r\n\r\n"+strings.Replace(good, "P01", "AUTO", 1)+"\r\n"+good+"\r\n")
	if f.About != "2 ccmsetup command lines" {
		t.Error(f.About)
	}
	if r := remarkOf(t, f, "ccmsetup-site-auto"); !strings.HasPrefix(r.Text, "Line 4: ") {
		t.Error(r.Text)
	}
}

func TestTooManyCommandLines(t *testing.T) {
	var text strings.Builder
	for i := range 30 {
		text.WriteString(strings.ReplaceAll(good, "P01", "P"+string(rune('0'+i/10))+string(rune('0'+i%10))) + "\n")
	}
	if f := one(t, nil, text.String()); f.About != "8 ccmsetup command lines, 22 left out" {
		t.Error(f.About)
	}
}

func TestProseIsNoCommandLine(t *testing.T) {
	for _, text := range []string{
		"Use ccmsetup.exe to install the client. See the logs.",
		"The parameter /mp and CCMHOSTNAME are mixed up often.",
		"ccmsetup takes /mp and the property SMSSITECODE, as the page says.",
		"Set SMSSITECODE to the code of the site.",
		"ccmsetup started in process 1234",
	} {
		if f := one(t, nil, text); f.Kind != reading.Other {
			t.Errorf("%q is %s: %s", text, f.Kind, f.About)
		}
	}
}
