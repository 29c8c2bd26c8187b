package logs

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// signInLogs say which policy or app it was.
const signInLogs = "In the Microsoft Entra admin center open **Sign-in logs** for that time: they name the app, the user or device and the policy."

// entraErrors are answers of Microsoft Entra ID, and the way to it. Their numbers
// are facts; the words of the answers change.
var entraErrors = []Pattern{
	{
		ID: "log-entra-resource", Title: "Microsoft Entra ID does not know the app for which a token was asked",
		Stage: EntraToken, Texts: []string{"aadsts50001", "aadsts500011"},
		Severity: model.Warning, Rule: "app-id-uri",
		Means: "AADSTS50001 or AADSTS500011: Microsoft Entra ID does not know the app for which a token was asked; the message names it.",
		Check: "In the Azure portal compare **Application ID URI** of the web (server) app with the name in the message and with the console, and see that consent was given in this tenant. A line with AADRESOURCEURI must have the same.",
		Causes: []Cause{
			{Why: "The name in the message is the App ID URI of the CMG's web app, and differs from the one in the console or on the command line.", Check: "Compare all three, letter for letter.", Rule: "app-id-uri", Task: "entra-update-app", Sure: model.Derived},
			{Why: "The web app is not in this tenant, or nobody gave consent there.", Check: "Look for it among the enterprise applications of the tenant in the message.", Rule: "other-tenant", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteWebApp, reading.CiteTokenRequest},
	},
	{
		ID: "log-entra-conditional-access", Title: "Conditional Access stands between the caller and a token",
		Stage: EntraToken, Texts: []string{"aadsts50076", "aadsts50079", "aadsts50097", "aadsts50131", "aadsts50158", "aadsts53000", "aadsts53001", "aadsts53003", "aadsts530035", "aadsts70043", "aadsts50005"}, Codes: []uint32{0xCAA2000C},
		Severity: model.Warning, Rule: "conditional-access",
		Means: "Microsoft Entra ID asks for more than the caller can give without a user: multifactor authentication, a compliant device, terms of use or a fresh sign-in (AADSTS50076, 50079, 50097, 50158, 53000, 53003 and others; 0xCAA2000C).",
		Check: signInLogs + " Where a policy for all resources hits the web (server) app of the CMG, exclude that app.",
		Cites: []model.Citation{{"ca-all-resources"}},
	},
	{
		ID: "log-entra-consent", Title: "Consent or permissions of an app are missing",
		Stage: EntraToken, Texts: []string{"aadsts65001", "aadsts65005", "aadsts650056", "aadsts650057", "aadsts90094"},
		Severity: model.Warning,
		Means:    "AADSTS65001, 65005, 650056, 650057 or 90094: an app lacks consent, or a permission that it asks for is not set.",
		Check:    "In the Azure portal open both apps of the CMG > **API permissions**, compare them with the page, and grant admin consent.",
		Cites:    []model.Citation{reading.CiteWebApp},
	},
	{
		ID: "log-entra-secret", Title: "The secret of an app is wrong or has expired",
		Stage: EntraToken, Texts: []string{"aadsts7000215", "aadsts7000222", "aadsts70002"}, holds: ofSecret,
		Severity: model.Warning, Rule: "app-secret-recorded",
		Means: "AADSTS7000222 (expired), 7000215 or 70002 (wrong): the secret of an app was not accepted.",
		Check: "In the console open **Administration** > **Cloud Services** > **Microsoft Entra tenants**, select the app of the name in the message, and choose **Renew Secret Key**.",
		Cites: []model.Citation{{"azure-services-wizard", "bkmk_renew"}},
	},
	{
		ID: "log-entra-app", Title: "Microsoft Entra ID does not know the app that asks",
		Stage: EntraToken, Texts: []string{"aadsts700016", "aadsts700011", "aadsts7000112", "aadsts70001"},
		Severity: model.Warning,
		Means:    "AADSTS700016, 700011, 70001 or 7000112: the app that asks for a token is not in that tenant, or is disabled.",
		Check:    "Compare AADCLIENTAPPID and the tenant in the message with the native (client) app in the console.",
		Cites:    []model.Citation{reading.CiteProperties, reading.CiteTokenRequest},
	},
	{
		ID: "log-entra-tenant", Title: "Microsoft Entra ID knows no such tenant, or the user is of another one",
		Stage: EntraToken, Texts: []string{"aadsts90002", "aadsts50020", "aadsts90072", "aadsts50049", "aadsts50034", "aadsts50059", "aadsts50128"},
		Severity: model.Warning, Rule: "other-tenant",
		Means: "AADSTS90002, 50020, 50034, 50049, 50059, 50128 or 90072: the tenant is not found, the cloud is another one, or the account is not in that tenant.",
		Check: "Compare the tenant ID in the message with that of the plan, of the console and of `dsregcmd /status`.",
		Cites: []model.Citation{reading.CiteInfoRequest, reading.CiteDeviceState},
	},
	{
		ID: "log-entra-device", Title: "Microsoft Entra ID does not accept the device",
		Stage: EntraToken, Texts: []string{"aadsts50155", "aadsts135011", "aadsts50129", "aadsts50187"}, Codes: []uint32{0xCAAA0007},
		Severity: model.Warning, Rule: "device-state",
		Means: "AADSTS50155, 135011, 50129 or 50187 (0xCAAA0007): Microsoft Entra ID does not accept the device. Its object was deleted or disabled, it is not registered, or its key is lost.",
		Check: deviceState + " Look the device up in the Microsoft Entra admin center.",
		Cites: []model.Citation{reading.CiteDeviceState},
	},
	{
		ID: "log-entra-proxy-tenant", Title: "A proxy of the company restricts the tenants",
		Stage: EntraToken, Texts: []string{"aadsts50002", "aadsts500021"},
		Severity: model.Warning,
		Means:    "AADSTS50002 or 500021: a proxy on the way sends a list of allowed tenants, and this one is not in it.",
		Check:    "Ask the owners of the proxy for its tenant restrictions.",
		Cites:    []model.Citation{reading.CiteTokenRequest},
	},
	{
		ID: "log-entra-device-only", Title: "The web app does not take tokens of devices alone",
		Stage: EntraToken, Texts: []string{"aadsts221000"},
		Severity: model.Advice,
		Means:    "AADSTS221000: the web app does not take tokens of devices alone. The client then uses the token of the user who is signed in: no fault if that comes.",
		Check:    "Check whether “Retrieved AAD token” follows in the log.",
		Cites:    []model.Citation{reading.CiteTokenRequest},
	},
	{
		ID: "log-entra-clock", Title: "A credential was outside its time",
		Stage: EntraToken, Texts: []string{"aadsts500133", "aadsts50013"},
		Severity: model.Warning,
		Means:    "AADSTS500133 or AADSTS50013: the credential of the device or user was outside its time, or is stale.",
		Check:    "Check the clock of the device. " + deviceState,
		Cites:    []model.Citation{reading.CiteDeviceState},
	},
	{
		ID: "log-entra-user", Title: "Microsoft Entra ID does not accept the sign-in of a user",
		Stage: EntraToken, Texts: []string{"aadsts50053", "aadsts50055", "aadsts50057", "aadsts50058", "aadsts50126", "aadsts50173", "aadsts70008", "aadsts700082"},
		Severity: model.Warning,
		Means:    "AADSTS50126 (name or password), 50055 (password expired), 50053 (locked), 50057 (disabled), 50058 (nobody is signed in), 50173, 70008 or 700082 (a session that ended): the sign-in of a user was not accepted.",
		Check:    signInLogs + " Sign in again there.",
		Cites:    []model.Citation{reading.CiteTokenRequest},
	},
	{
		ID: "log-entra-assignment", Title: "The user is not assigned to the app",
		Stage: EntraToken, Texts: []string{"aadsts50105"},
		Severity: model.Warning,
		Means:    "AADSTS50105: the app takes only users who are assigned to it, and this one is not.",
		Check:    "In the Microsoft Entra admin center open the app under **Enterprise applications** > **Properties**: either **Assignment required** is **No**, or the users are assigned.",
		Cites:    []model.Citation{reading.CiteWebApp},
	},
	{
		ID: "log-entra-registration", Title: "The registration of an app does not fit how it asks for a token",
		Stage: EntraToken, Texts: []string{"aadsts50011", "aadsts50194", "aadsts700027", "aadsts7000218", "aadsts700054", "aadsts70011"},
		Severity: model.Warning,
		Means:    "AADSTS50011 (redirect address), 50194 (one tenant only), 700027 (its signature), 7000218 (public or confidential), 700054 (ID tokens) or 70011 (scope): the app asks in a way that its registration does not allow.",
		Check:    "In the Azure portal compare both apps of the CMG with the page: platform, redirect address, ID tokens and scope.",
		Cites:    []model.Citation{reading.CiteWebApp},
	},
	{
		ID: "log-entra-unreachable", Title: "The caller does not reach Microsoft Entra ID",
		Stage: EntraToken, Codes: []uint32{0xCAA82EE2, 0xCAA82EE7, 0xCAA82EFD, 0xCAA82EFE, 0xCAA82EFF, 0xCAA82F78, 0xCAA82F8F, 0xCAA82F0D, 0xCAA82F06, 0xCAA82F7D},
		Severity: model.Warning,
		Means:    "0xCAA8 and the last four digits of a WinHTTP code: while a token was asked for, the network failed on the way to Microsoft Entra ID, or the certificate that was shown there was not accepted.",
		Check:    "Test `https://login.microsoftonline.com` as Local System (`psexec -s`, or a task that runs as SYSTEM): it has a proxy of its own.",
		Causes: []Cause{
			{Why: "Local System has no proxy, or the firewall closes the way.", Check: "2EE2, 2EE7, 2EFD or 2EFE at the end: no answer, no name, no connection.", Seen: []string{"0xcaa82ee2", "0xcaa82ee7", "0xcaa82efd", "0xcaa82efe", "0xcaa82eff"}, Only: true, By: []string{"device-network"}, Sure: model.Derived},
			{Why: inspected, Check: "2F06, 2F0D or 2F8F at the end: the certificate was not accepted.", Rule: "tls-inspection", Seen: []string{"0xcaa82f06", "0xcaa82f0d", "0xcaa82f8f", "0xcaa82f7d"}, Only: true, Sure: model.Derived},
			{Why: "A proxy or a portal answered in place of Microsoft Entra ID.", Check: "2F78 at the end: the answer could not be read.", Seen: []string{"0xcaa82f78"}, Only: true, Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteTokenRequest, reading.CiteDeviceState},
	},
	{
		ID: "log-console-sign-in", Title: "The sign-in of the console to Microsoft Entra ID failed",
		Stage: Deployment, Texts: []string{"aadauthenticationexception"},
		Severity: model.Warning,
		Means:    "The sign-in of the console to Microsoft Entra ID failed. The line does not say why; the inner exception does. Most often the .NET Framework on that computer is old, or strong cryptography (TLS 1.2) is not on for it; otherwise the way to Microsoft Entra ID is closed.",
		Check:    "Look at the inner exception in SmsAdminUI.log. “The underlying connection was closed” points to TLS: update .NET Framework on the computer with the console, set SchUseStrongCrypto and SystemDefaultTlsVersions for .NET to 1, and restart that computer.",
		Cites:    []model.Citation{{"enable-tls-1-2-troubleshoot", "configuration-manager-console-displays-failure-to-sign-in-to-azure"}, {"enable-tls-1-2-client", "bkmk_net"}},
	},
	{
		ID: "log-console-msal", Title: "The console gets no token for Microsoft Graph",
		Stage: Deployment, Texts: []string{"msaluirequiredexception"},
		Severity: model.Warning,
		Means:    "MsalUiRequiredException: the console got no token for Microsoft Graph without a user. In versions 2111 to 2207 it ends so while a CMG is made.",
		Check:    "Update the site and the console, and sign in again.",
		Cites:    []model.Citation{{"updates"}},
	},
}

// ofSecret reports whether an answer is about the secret of an app: 70002 stands
// before any other number that says which credential was refused.
func ofSecret(entry string) bool {
	_, after, general := strings.Cut(entry, "aadsts70002:")
	return !general || !strings.Contains(after, "aadsts") || strings.Contains(after, "client secret")
}
