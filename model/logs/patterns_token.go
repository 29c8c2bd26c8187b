package logs

import (
	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// deviceState is how the identity of a device is looked at.
const deviceState = "Run `dsregcmd /status` on the device as an administrator, and inspect the output."

// tokenErrors are about tokens and those who give or take them.
var tokenErrors = []Pattern{
	{
		ID: "log-invalid-token", Title: "The token that the client showed is not valid",
		Stage: Accepted, Proves: []Stage{Reach}, Texts: []string{"cmgservice_invalid_token", "preauth token validation failed"},
		Severity: model.Blocker, Rule: "token-client-restart",
		Means: "401 CMGService_Invalid_Token (PreAuth token validation failed): the token that the client showed is not valid. The IDX code beside it tells why: IDX10223 is expired, IDX10222 not valid yet, IDX10501 and IDX10503 are the signature.",
		Check: tokenAgain,
		Causes: []Cause{
			{Why: "The bulk registration token of /regtoken has expired: it lives three days unless it was made otherwise.", Check: "IDX10223 in CCM_STS.log, and the client was never registered.", Rule: "bulk-token-usable", Task: "token-bulk", Seen: []string{"idx10223"}, Only: true, By: []string{"log-token-expired", "token-expired"}, Fits: bulkTokens},
			{Why: "The client has not spoken to the site for long, and its own token has expired.", Check: "IDX10223 in CCM_STS.log, and the client was registered before.", Rule: "token-client-restart", Task: "token-restart-policy", Seen: []string{"idx10223"}, Only: true, By: []string{"log-token-expired"}},
			{Why: "The certificate that signs the tokens of the site was renewed.", Check: "IDX10501 or IDX10503 in CCM_STS.log.", Seen: []string{"idx10501", "idx10503"}, Only: true, By: []string{"log-token-signature"}, Sure: model.Derived},
			{Why: "A clock is wrong.", Check: "IDX10222, or the two times in the line differ from the real time.", Seen: []string{"idx10222"}, By: []string{"log-token-early"}, Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteInvalidToken, reading.CiteTokenRenewal, reading.CiteTokenSigning},
	},
	{
		ID: "log-token-expired", Title: "A token had expired when it was checked",
		Stage: SiteToken, Texts: []string{"idx10223"}, Unless: []string{"log-invalid-token"},
		Severity: model.Warning,
		Means:    "IDX10223: a token had expired when it was checked. The two times in the line say when it ended and when it was checked, so also whether a clock is wrong.",
		Check:    "See in the lines around it whose token it was. " + tokenAgain,
		Cites:    []model.Citation{reading.CiteInvalidToken, reading.CiteTokenRenewal},
	},
	{
		ID: "log-token-early", Title: "A token was not valid yet when it was checked",
		Stage: SiteToken, Texts: []string{"idx10222"}, Unless: []string{"log-invalid-token"},
		Severity: model.Warning,
		Means:    "IDX10222: a token was not valid yet when it was checked. The clocks of the two sides differ; the two times in the line say by how much.",
		Check:    "Compare the clock of the management point and of the device with the real time.",
		Cites:    []model.Citation{reading.CiteInvalidToken},
	},
	{
		ID: "log-token-signature", Title: "The signature of a token could not be checked",
		Stage: SiteToken, Texts: []string{"idx10500", "idx10501", "idx10503", "idx10511"}, Unless: []string{"log-invalid-token", "log-entra-validation"},
		Severity: model.Warning,
		Means:    "IDX10500, IDX10501, IDX10503 or IDX10511: the signature of a token does not fit the keys that are known there, or no key is known.",
		Check:    "See in the line who issued the token. Look also for MISE12034 in CCM_STS_ManagedBase.log.",
		Causes: []Cause{
			{Why: "The token is of Microsoft Entra ID, and the management point could not fetch its keys.", Check: "The issuer begins with https://sts.windows.net or https://login.microsoftonline.com.", Rule: "mp-internet-access", Task: "net-mp-internet", Seen: []string{"sts.windows.net", "login.microsoftonline.com"}, Only: true, By: []string{"log-entra-validation"}, Fits: entraTokens, Sure: model.Derived},
			{Why: "The token is of the site, and the certificate that signs its tokens was renewed.", Check: "The issuer begins with urn:sccm.", Seen: []string{"urn:sccm"}, Only: true, Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteEntraValidation, reading.CiteTokenSigning},
	},
	{
		ID: "log-token-other-audience", Title: "A token is meant for another audience or comes from another issuer",
		Stage: SiteToken, Texts: []string{"idx10214", "idx10205"}, Unless: []string{"log-token-audience"},
		Severity: model.Warning, Rule: "app-id-uri",
		Means: "IDX10214 (audience) or IDX10205 (issuer): a token is meant for somebody else, or comes from another tenant.",
		Check: "Compare the audience with **Application ID URI** of the web (server) app, and the issuer with the tenants of the console.",
		Cites: []model.Citation{reading.CiteWebApp, reading.CiteInfoRequest},
	},
	{
		ID: "log-device-key", Title: "The key of the device for Microsoft Entra ID cannot be used",
		Stage: EntraToken, Beside: []string{"0xd0090016", "d0090016", "0xc0090016", "0x80090016"}, With: []string{"aad (device) token", "aad token for 's-1-5-18'"},
		Severity: model.Warning, Rule: "device-state",
		Means: "No device token (S-1-5-18 is the computer): Windows gave none, with 0xd0090016 (the same as 0x80090016), which reads as “the key set does not exist”. The client then tries the token of the user who is signed in.",
		Check: deviceState + " Look at AzureAdJoined, DeviceAuthStatus, TpmProtected and KeySignTest. Check in tpm.msc that the TPM is ready.",
		Causes: []Cause{
			{Why: "The TPM was cleared, or the board was changed.", Check: "KeySignTest fails, and TpmProtected is YES.", Rule: "device-state", By: []string{"device-keys-unusable"}},
			{Why: "The image was cloned after the join.", Check: "Several devices show the same DeviceId.", Rule: "device-state"},
		},
		Cites: []model.Citation{reading.CiteTokenRequest, reading.CiteDeviceState},
	},
	{
		ID: "log-no-device-token", Title: "Windows gave no token of Microsoft Entra ID",
		Stage: EntraToken, Texts: []string{"failed to get aad token", "wam token request failed"}, Unless: []string{"log-device-key", "log-entra-unreachable"},
		Severity: model.Warning, Rule: "device-state",
		Means: "Windows (WAM) gave no token of Microsoft Entra ID. For S-1-5-18 it is that of the computer, and the client then tries the one of the user who is signed in: no fault if that comes. The code in the line says why: 0xCAA8 and more digits is the network, 0xCAA2 and 0xCAA9 are an answer of Microsoft Entra ID.",
		Check: deviceState + " Check whether “Retrieved AAD token” follows in the log.",
		Causes: []Cause{
			{Why: "Status 4: the device is not joined, or the broker is missing.", Check: "AzureAdJoined is not YES.", Rule: "entra-needs-join", Task: "entra-device-join", Seen: []string{"status 4"}, Only: true, By: []string{"device-not-joined", "device-registered-only", "device-workgroup", "device-domain-joined"}},
			{Why: "Status 3: a token cannot be had silently: multifactor authentication, consent or a password is asked for.", Check: "The sign-in logs of Microsoft Entra ID name the policy.", Rule: "conditional-access", Task: "entra-ca-exclude", Seen: []string{"status 3"}, Only: true, By: []string{"log-entra-conditional-access"}},
			{Why: "Status 5: the provider failed, and the code after it says why.", Check: "Look the code up: cmgwizard explain 0x…", Seen: []string{"status 5"}, Only: true},
		},
		Cites: []model.Citation{reading.CiteTokenRequest, reading.CiteDeviceState},
	},
	{
		ID: "log-no-entra-token", Title: "A token was asked for that is not there",
		Stage: EntraToken, Codes: []uint32{0x800703F0},
		Severity: model.Warning,
		Means:    "0x800703F0 (ERROR_NO_TOKEN): a token was asked for that is not there. In CcmAad.log, ADALOperationProvider.log and beside words of tokens it says that the device got none from Microsoft Entra ID: it is not joined, or only registered, or its registration is broken.",
		Check:    deviceState + " AzureAdJoined must be YES and DeviceAuthStatus SUCCESS.",
		Cites:    []model.Citation{reading.CiteTokenRequest, reading.CiteDeviceState},
	},
	{
		ID: "log-site-token-failed", Title: "The token service of the site gave no token",
		Stage: SiteToken, Texts: []string{"retrievetokenfromstsserverimpl failed"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "RetrieveTokenFromStsServerImpl failed: the token service of the site gave the client no token. The line names no cause: the status beside it does.",
		Check:    readStatus,
		Cites:    []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-nothing-to-show", Title: "The client has neither a token nor a certificate to show",
		Stage: Accepted, Texts: []string{"failed to get ccm access token and client doesn't have pki issued cert"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "The client has neither a token of the site nor a PKI certificate. Where a token is meant it does not say that a certificate is missing: the token step before it failed.",
		Check:    "Read the lines before it, from “Getting CCM Token” on.",
		Cites:    []model.Citation{reading.CiteTokenRequest, reading.CiteClientCert},
	},
	{
		ID: "log-no-token-auth", Title: "There is no token to sign in with",
		Stage: Accepted, Texts: []string{"ccm_e_no_token_auth"}, Codes: []uint32{0x87D00455}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "0x87d00455 (CCM_E_NO_TOKEN_AUTH): there is no token to sign in with. Two public reports have the number, and no page of Microsoft: it names no cause.",
		Check:    "Read the lines before it for the token step that failed.",
		Cites:    []model.Citation{reading.CiteTokenRequest},
	},
}
