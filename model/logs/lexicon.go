package logs

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// A cause is an entry of the error lexicon: how an error is written in logs,
// what it means for a CMG and what to check.
type cause struct {
	ID       string
	Patterns []string // written so it is this error, wherever it stands; lower case
	Loose    []string // numbers and short names: it is this error in a log, or beside words of one
	Beside   []string // it is this error only with one of companions near it
	With     []string // the companions
	Unless   []string // not told where one of these causes was found
	shown    bool     // it is about a certificate that a server showed: the address beside it says whose
	answered bool     // it only says that an answer was not good: the status beside it says which
	Severity model.Severity
	Rule     string
	Means    string
	Check    string
	Cites    []model.Citation
}

// CertificateFlag is how Windows writes what is wrong with a server's certificate.
const CertificateFlag = "winhttp_callback_status_flag_"

// secureFailure are the ways in which a failed TLS connection is written.
var secureFailure = []string{"error_winhttp_secure_failure", "winhttp_callback_status_secure_failure", "0x2f8f", "80072f8f", "12175"}

// flagCauses are the causes that say why a TLS connection failed.
var flagCauses = []string{"log-crl", "log-invalid-ca", "log-wrong-name", "log-certificate-date", "log-certificate-revoked", "log-security-channel"}

const (
	sharpEyes   = "On the device open `https://<CMG>/CCM_Proxy_MutualAuth/ServiceMetadata` in a browser, and look at the certificate that is shown."
	tokenAgain  = "Look at the IDX code and the times in CCM_STS.log on the management point. For an expired token connect the device to a management point inside, or install the client again with a new bulk registration token (`BulkRegistrationTokenTool.exe /new`). Check the clock of the device."
	certInStore = "On that server look into `certlm.msc` > **Personal**: the certificate must name Client Authentication (1.3.6.1.5.5.7.3.2), have its private key and be in date. Where it is there, make sure that the server can read its CRL."
)

// Causes are the errors that are known, the most telling first. What an entry
// says is true wherever its pattern stands: it names several causes where there
// are several, and how to tell them apart.
var Causes = slices.Concat(cmgErrors, certificateErrors, serverErrors, tokenErrors, clientErrors, siteErrors)

// cmgErrors are what the CMG and its connection point say by name.
var cmgErrors = []cause{
	{
		ID: "log-client-certificate-required", Patterns: []string{"cmgconnector_clientcertificaterequired"},
		Severity: model.Blocker, Rule: "connection-point-certificate",
		Means: "403 CMGConnector_Clientcertificaterequired: the management point asked the CMG connection point for a client authentication certificate, and got none that it takes. Mostly none is there; or it has no private key or another purpose, its CRL cannot be read from that server, or the site does not list its root CA.",
		Check: "Enrol a client authentication certificate on the server of the connection point. " + certInStore + " In the verbose SMS_Cloud_ProxyConnector.log the first number of the “Filtered cert count” lines that falls to 0 says what is wrong.",
		Cites: []model.Citation{reading.CiteCertRequired, reading.CiteConnectionPoint},
	},
	{
		ID: "log-no-client-certificate", Patterns: []string{"filtered cert count with client auth: 0", "filtered cert count with client auth:0"},
		Severity: model.Warning, Rule: "connection-point-certificate",
		Means: "Filtered cert count with client auth: 0. The server of the CMG connection point holds no certificate for client authentication that it can use. An HTTPS management point then refuses it; one with Enhanced HTTP asks for none.",
		Check: "Look at the lines before it: the first count that falls to 0 says what is missing. Enrol a client authentication certificate there. " + certInStore,
		Cites: []model.Citation{reading.CiteCertRequired, reading.CiteConnectionPoint},
	},
	{
		ID: "log-connector-forbidden", Patterns: []string{"cmgconnector_forbidden"},
		Severity: model.Blocker, Rule: "mp-https-binding",
		Means: "403 CMGConnector_Forbidden: IIS on the management point refused the CMG connection point. Mostly the management point went from HTTPS to Enhanced HTTP and the old PKI certificate stayed bound to port 443, or the one that is bound has expired or is revoked. Otherwise its properties do not allow CMG traffic, or a filter of IIS refuses the request.",
		Check: "On the management point run `netsh http show sslcert`, and inspect its output. In IIS Manager open **Default Web Site** > **Bindings**, edit port 443, and select **SMS Role SSL Certificate** for Enhanced HTTP, or the web server certificate for HTTPS. Check also that its properties allow CMG traffic. The log of IIS has the sub-status.",
		Cites: []model.Citation{reading.CiteForbidden, reading.CiteRoleCertificate, reading.CiteCMGTraffic},
	},
	{
		ID: "log-connector-unauthorized", Patterns: []string{"cmgconnector_unauthorized"},
		Severity: model.Warning,
		Means:    "401 CMGConnector_Unauthorized: the request came through the CMG, and behind it the management point or its token service did not accept it. Either another web application sends the requests of that server elsewhere, so that the token service is never asked; or the token service refused the token.",
		Check:    "On the management point look into CCM_STS.log at that time. Where the request is not in it, look into the log of IIS: 302 is a redirect, 401 a refusal.",
		Cites:    []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-connector-server-error", Patterns: []string{"cmgconnector_internalservererror"},
		Severity: model.Warning,
		Means:    "500 CMGConnector_InternalServerError: the CMG only passes this on. The failure is inside the management point: its token service (CCM_STS), the SMS Agent Host service, IIS or its database.",
		Check:    "On the management point look into CCM_STS.log for “Exception” at that time. See that the service SMS Agent Host runs, and look at the sub-status in the log of IIS and at mpcontrol.log.",
		Cites:    []model.Citation{reading.CiteCommError, reading.CiteLogs},
	},
	{
		ID: "log-chain-not-trusted", Patterns: []string{"not trusted by cmg service", "not trusted by the cmg service", "isn't trusted by cmg service", "isn't trusted by the cmg service"},
		Severity: model.Blocker, Rule: "chain-complete",
		Means: "The CMG does not trust the client certificate: of the CAs above it one is missing among the certificates of the CMG, or an old one is there, or its revocation cannot be checked.",
		Check: "Inspect a client certificate together with the CAs above it: that says what to upload. Compare it with the certificates in the properties of the CMG, and see whether **Verify Client Certificate Revocation** is on.",
		Cites: []model.Citation{reading.CiteExport, reading.CiteAnalyzer},
	},
	{
		ID: "log-tcp-connection", Patterns: []string{"failed to build tcp connection"},
		Severity: model.Warning, Rule: "connection-point-ports",
		Means: "The CMG connection point could not open its TCP connection to the CMG. The exception in the line says why: mostly the ports 10140 to 10155 are closed, or a proxy or firewall stands in the way, or the server does not accept the certificate of the CMG. It then tries HTTPS, over port 443 where the CMG has one instance, and over the ports 10124 to 10139 where it has more. A CMG on a virtual machine scale set needs no TCP connection.",
		Check: "See whether “Failed to build Http connection” follows. Let the server of the connection point reach the CMG on the ports of the page, without a proxy that breaks TLS.",
		Cites: []model.Citation{{"data-flow", "required-ports"}},
	},
	{
		ID: "log-http-connection", Patterns: []string{"failed to build http connection"},
		Severity: model.Warning, Rule: "connection-point-ports",
		Means: "The CMG connection point could not build its HTTPS connection to the CMG. In the first minutes after the role was added that is normal. Later the CMG is not ready, a port is closed, a proxy stands in the way, or the name of the CMG is not resolved.",
		Check: "Look at the exception in the line. Let the server of the connection point reach the CMG on port 443, and on the ports 10124 to 10139 where the CMG has more than one instance.",
		Cites: []model.Citation{{"data-flow", "required-ports"}},
	},
	{
		ID: "log-token-audience", Patterns: []string{"no appropriate token validator"},
		Severity: model.Warning, Rule: "app-id-uri",
		Means: "The token that was shown names an issuer or an audience that is not known there. Either its audience is not the App ID URI that the site has, or its issuer is another tenant or one that the site does not know, or another version of tokens. The line does not say which.",
		Check: "Compare the audience in the line with **Application ID URI** of the web (server) app and with the console, letter for letter. Compare the ID in the issuer with the tenants of the console.",
		Cites: []model.Citation{reading.CiteWebApp, reading.CiteInfoRequest},
	},
}

// certificateErrors are failed checks of a certificate that a server showed.
var certificateErrors = []cause{
	{
		ID: "log-crl", Patterns: []string{CertificateFlag + "cert_rev_failed"}, Beside: []string{"cert_rev_failed"}, With: secureFailure, shown: true,
		Severity: model.Blocker, Rule: "site-crl-check",
		Means: "WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED: whether the certificate of the server is revoked could not be checked, and the caller does not connect. Mostly its CRL cannot be read from where the caller is.",
		Check: "Publish the CRL where the internet can read it. Otherwise clear **Clients check the certificate revocation list (CRL) for site systems** in the properties of the site, and install clients with /NoCRLCheck.",
		Cites: []model.Citation{reading.CiteSecureFailure, reading.CiteNoCRLCheck, reading.CiteRevocation},
	},
	{
		ID: "log-invalid-ca", Patterns: []string{CertificateFlag + "invalid_ca"}, Beside: []string{"invalid_ca"}, With: secureFailure, shown: true,
		Severity: model.Blocker, Rule: "server-certificate-trusted",
		Means: "WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA: the caller does not trust the issuer of the certificate that the server showed.",
		Check: "Bring the root CA of the CMG's server authentication certificate into **Trusted Root Certification Authorities** of the device: Microsoft Entra ID and tokens need it as well. " + sharpEyes,
		Cites: []model.Citation{reading.CiteSecureFailure, reading.CiteInfoRequest, reading.CiteServerCert},
	},
	{
		ID: "log-wrong-name", Patterns: []string{CertificateFlag + "cert_cn_invalid"}, Beside: []string{"cert_cn_invalid"}, With: secureFailure, shown: true,
		Severity: model.Blocker, Rule: "service-name",
		Means: "WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID: the certificate that was shown does not have the name that was called.",
		Check: sharpEyes + " Compare its names with the service name of the CMG, letter for letter, and exempt the CMG from TLS inspection.",
		Cites: []model.Citation{reading.CiteSecureFailure, reading.CiteServiceName},
	},
	{
		ID: "log-certificate-date", Patterns: []string{CertificateFlag + "cert_date_invalid"}, Beside: []string{"cert_date_invalid"}, With: secureFailure, shown: true,
		Severity: model.Blocker,
		Means:    "WINHTTP_CALLBACK_STATUS_FLAG_CERT_DATE_INVALID: the certificate that was shown has expired or is not valid yet, or the clock of the caller is wrong.",
		Check:    sharpEyes + " Where it has expired, renew the server authentication certificate in the properties of the CMG. Check the clock of the device.",
		Cites:    []model.Citation{reading.CiteSecureFailure},
	},
	{
		ID: "log-certificate-revoked", Patterns: []string{CertificateFlag + "cert_revoked"}, shown: true,
		Severity: model.Blocker,
		Means:    "WINHTTP_CALLBACK_STATUS_FLAG_CERT_REVOKED: the certificate that was shown is revoked.",
		Check:    sharpEyes + " Where it is that of the CMG, issue a new server authentication certificate, and select it in the properties of the CMG.",
		Cites:    []model.Citation{reading.CiteSecureFailure},
	},
	{
		ID: "log-security-channel", Patterns: []string{CertificateFlag + "security_channel_error"}, shown: true,
		Severity: model.Warning,
		Means:    "WINHTTP_CALLBACK_STATUS_FLAG_SECURITY_CHANNEL_ERROR: the two sides could not agree on how to encrypt. Either a side is old or has TLS 1.2 off, or a device on the way breaks TLS. A CMG since version 2603 refuses weak ciphers.",
		Check:    "Bring the device up to date, and make sure that TLS 1.2 is on. Exempt the CMG from TLS inspection.",
		Cites:    []model.Citation{reading.CiteWeakCiphers, reading.CiteSecureFailure},
	},
	{
		ID: "log-secure-failure", Patterns: []string{"error_winhttp_secure_failure", "winhttp_callback_status_secure_failure", "80072f8f", "0x80072f8f", "-2147012721"}, Loose: []string{"12175", "0x2f8f"}, Unless: flagCauses, shown: true,
		Severity: model.Blocker,
		Means:    "12175 (0x2f8f, 0x80072f8f, ERROR_WINHTTP_SECURE_FAILURE): the TLS connection failed, mostly because the certificate of the server was not accepted. The number does not say why: a flag in the lines before it does, such as CERT_REV_FAILED, INVALID_CA or CERT_CN_INVALID.",
		Check:    "Look for a line with WINHTTP_CALLBACK_STATUS_FLAG_ before it. " + sharpEyes,
		Cites:    []model.Citation{reading.CiteSecureFailure},
	},
}

// serverErrors are what IIS and the parts of a management point say.
var serverErrors = []cause{
	{
		ID: "log-iis-403-7", Loose: []string{"403.7", " 403 7 "},
		Severity: model.Warning, Rule: "connection-point-certificate",
		Means: "IIS 403.7: the server asked for a client certificate, and none came. The address of the caller says who had none: through a CMG it is the connection point, from inside it is a client, or the management point itself that watches its own IIS.",
		Check: "See which address called. " + certInStore,
		Cites: []model.Citation{reading.CiteCommError, reading.CiteConnectionPoint},
	},
	{
		ID: "log-iis-403-16", Loose: []string{"403.16", " 403 16 "},
		Severity: model.Warning, Rule: "mp-trusts-client-ca",
		Means: "IIS 403.16: the server does not trust the client certificate that it was shown, or it is not valid. Mostly a CA above the certificate is missing in Windows there, or a certificate that another CA issued stands among the roots, or the binding of the port accepts only the CAs of one store (**Ctl Store Name**).",
		Check: "On that server put the root CA into **Trusted Root Certification Authorities** and the issuing CAs into **Intermediate Certification Authorities** of the computer; leave no certificate among the roots that another CA issued. Inspect the output of `netsh http show sslcert`.",
		Cites: []model.Citation{reading.CiteSiteSystemCert, {"plan-for-certs", "pki-trusted-root-certificates"}},
	},
	{
		ID: "log-registration-certificate-expired", Beside: []string{"' has expired"}, With: []string{"mp_registrationmanager", "mp reg: registration failed"},
		Severity: model.Warning, Rule: "client-certificate-usable",
		Means: "The management point saw a client certificate that has expired, and refuses the registration until the client has a valid one. “Completed validation” and “Completion state = 0” only say that the check ended.",
		Check: "Renew the client authentication certificate of that client. Where a valid one is beside it, delete the old one or let the site select the right one.",
		Cites: []model.Citation{reading.CiteClientCert, reading.CiteSelection},
	},
	{
		ID: "log-registration-refused", Patterns: []string{"mp reg: registration failed", "registration request body is invalid"}, Unless: []string{"log-registration-certificate-expired"},
		Severity: model.Warning,
		Means:    "The management point refused a registration. This line does not say why: the lines before it do, mostly those about the certificate of the client.",
		Check:    "Read the lines before it in MP_RegistrationManager.log with the same thread, from “Processing Registration request” on.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-token-library", Patterns: []string{"could not load file or assembly 'system.identitymodel.tokens.jwt"},
		Severity: model.Warning,
		Means:    "A program could not load the library System.IdentityModel.Tokens.Jwt. In CCM_STS.log it is the token service of the management point: it fails on that library, and clients get 500 CMGConnector_InternalServerError, which the CMG only passes on.",
		Check:    "Look into CCM_STS.log on the management point. Bring the site to its newest update, and compare the version of that library on the management point with the one in the installation folder of the site.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-inbox", Patterns: []string{"cannot connect to the inbox source"},
		Severity: model.Warning,
		Means:    "A server with site system roles cannot write to the inboxes of the site server (mpfdm). A CMG connection point there then shows as disconnected, though traffic may pass.",
		Check:    "Mostly the computer account of that server lacks rights on the site server: put it into the local group **Administrators** there, and see that it reaches the share of the site.",
		Cites:    []model.Citation{{"co-management-bootstrap", "the-cmg-connection-point-shows-as-disconnected"}},
	},
	{
		ID: "log-entra-validation", Beside: []string{"mise12034"}, With: []string{"socketexception", "httprequestexception"},
		Severity: model.Blocker, Rule: "mp-internet-access",
		Means: "MISE12034 with SocketException or HttpRequestException: the management point cannot reach Microsoft Entra ID to check the tokens of clients. Since version 2603 it must.",
		Check: "Let the management point reach `https://login.microsoftonline.com` and `https://sts.windows.net` as Local System. A proxy must be set for Local System itself: neither the proxy of the site system nor `netsh winhttp` counts there.",
		Cites: []model.Citation{reading.CiteEntraValidation, {"internet-endpoints", "management-point"}, {"proxy-support", "management-point"}},
	},
	{
		ID: "log-entra-validation-other", Patterns: []string{"mise12034"}, Unless: []string{"log-entra-validation"},
		Severity: model.Advice,
		Means:    "MISE12034 without SocketException or HttpRequestException near it: the management point refused a token of Microsoft Entra ID, for another reason than a missing connection.",
		Check:    "Read the lines around it in CCM_STS_ManagedBase.log. Inspect the whole file, if this is only a part of it.",
		Cites:    []model.Citation{reading.CiteEntraValidation},
	},
}

// tokenErrors are about tokens and those who give or take them.
var tokenErrors = []cause{
	{
		ID: "log-invalid-token", Patterns: []string{"cmgservice_invalid_token", "preauth token validation failed"},
		Severity: model.Blocker, Rule: "token-client-restart",
		Means: "401 CMGService_Invalid_Token (PreAuth token validation failed): the token that the client showed is not valid. Mostly the bulk registration token of /regtoken has expired, or the client has not spoken to the site for long; or the certificate that signs the tokens of the site was renewed, or a clock is wrong. The IDX code beside it tells: IDX10223 is expired, IDX10222 not valid yet, IDX10501 and IDX10503 are the signature.",
		Check: tokenAgain,
		Cites: []model.Citation{reading.CiteInvalidToken, reading.CiteTokenRenewal, reading.CiteTokenSigning},
	},
	{
		ID: "log-token-expired", Patterns: []string{"idx10223"}, Unless: []string{"log-invalid-token"},
		Severity: model.Warning,
		Means:    "IDX10223: a token had expired when it was checked. The two times in the line say when it ended and when it was checked, so also whether a clock is wrong.",
		Check:    "See in the lines around it whose token it was. " + tokenAgain,
		Cites:    []model.Citation{reading.CiteInvalidToken, reading.CiteTokenRenewal},
	},
	{
		ID: "log-device-key", Beside: []string{"0xd0090016", "d0090016", "0xc0090016", "0x80090016"}, With: []string{"aad (device) token", "aad token for 's-1-5-18'"},
		Severity: model.Warning, Rule: "device-state",
		Means: "No device token (S-1-5-18 is the computer): Windows gave none, with 0xd0090016 (the same as 0x80090016), which reads as “the key set does not exist”. The client then tries the token of the user who is signed in. Likely the key of the device for Microsoft Entra ID cannot be used: the TPM was cleared, or the image was cloned after the join.",
		Check: "Run `dsregcmd /status` on the device as an administrator, and inspect the output: AzureAdJoined, DeviceAuthStatus, TpmProtected and KeySignTest. See in tpm.msc that the TPM is ready.",
		Cites: []model.Citation{reading.CiteTokenRequest, reading.CiteDeviceState},
	},
	{
		ID: "log-no-device-token", Patterns: []string{"failed to get aad token for 's-1-5-18' from wam api", "wam token request failed"}, Unless: []string{"log-device-key"},
		Severity: model.Warning, Rule: "device-state",
		Means: "Windows (WAM) gave no token of Microsoft Entra ID. For S-1-5-18 it is that of the computer, and the client then tries the one of the user who is signed in: no fault if that comes. The code in the line says why: 0xCAA8 and more digits is the network, 0xCAA2 and 0xCAA9 are an answer of Microsoft Entra ID.",
		Check: "Run `dsregcmd /status` on the device, and inspect the output. See whether “Retrieved AAD token” follows in the log.",
		Cites: []model.Citation{reading.CiteTokenRequest, reading.CiteDeviceState},
	},
	{
		ID: "log-entra-resource", Patterns: []string{"aadsts50001", "aadsts500011"},
		Severity: model.Warning, Rule: "app-id-uri",
		Means: "AADSTS50001 or AADSTS500011: Microsoft Entra ID does not know the app for which a token was asked; the message names it. Where that is the App ID URI of the CMG's web app, it differs from the one in the console, the app is not in this tenant, or consent is missing.",
		Check: "In the Azure portal compare **Application ID URI** of the web (server) app with the name in the message and with the console, and see that consent was given in this tenant. A line with AADRESOURCEURI must have the same.",
		Cites: []model.Citation{reading.CiteWebApp, reading.CiteTokenRequest},
	},
	{
		ID: "log-no-entra-token", Patterns: []string{"0x800703f0", "-2147023888"},
		Severity: model.Warning,
		Means:    "0x800703F0 (ERROR_NO_TOKEN): a token was asked for that is not there. In CcmAad.log, ADALOperationProvider.log and beside words of tokens it says that the device got none from Microsoft Entra ID: it is not joined, or only registered, or its registration is broken.",
		Check:    "Run `dsregcmd /status` on the device and inspect the output: AzureAdJoined must be YES and DeviceAuthStatus SUCCESS.",
		Cites:    []model.Citation{reading.CiteTokenRequest, reading.CiteDeviceState},
	},
	{
		ID: "log-console-sign-in", Patterns: []string{"aadauthenticationexception"},
		Severity: model.Warning,
		Means:    "The sign-in of the console to Microsoft Entra ID failed. The line hides why: the inner exception says it. Mostly the .NET Framework on that computer is old, or strong cryptography (TLS 1.2) is not on for it; otherwise the way to Microsoft Entra ID is closed.",
		Check:    "Look at the inner exception in SmsAdminUI.log. “The underlying connection was closed” speaks for TLS: update .NET Framework on the computer with the console, set SchUseStrongCrypto for .NET to 1, and start the console again.",
		Cites:    []model.Citation{{"site-prereqs", "net-version-requirements"}},
	},
}

// clientErrors are codes of the client and its setup. Most name no cause.
var clientErrors = []cause{
	{
		ID: "log-no-certificate-selected", Patterns: []string{"0x87d00454", "-2016410540", "ccm_e_no_client_pki_cert"},
		Severity: model.Warning,
		Means:    "0x87d00454 (CCM_E_NO_CLIENT_PKI_CERT): the client wanted to show a certificate, and found none that it can use. Where devices use PKI certificates, none is there, or its purpose, key, hash, dates or name are not those that the client looks for, or its private key is missing. Where they use tokens it is no fault by itself: a token mostly follows, and where none does the step before it failed.",
		Check:    "Where a token is meant, read the lines before it. Otherwise inspect the certificate that the client should take. It must name Client Authentication (1.3.6.1.5.5.7.3.2), be in **Certificates (Local Computer)** > **Personal** with its private key, and fit the selection of the site.",
		Cites:    []model.Citation{reading.CiteClientCert, reading.CiteSelection},
	},
	{
		ID: "log-verify-message", Patterns: []string{"could not retrieve certificate from mpcert"},
		Severity: model.Warning,
		Means:    "The client cannot verify what the management point says: it does not get a certificate of it that it trusts. Likely the site was rebuilt or its certificates are new, while the client was outside: it cannot take them by itself there. A management point that does not answer looks the same.",
		Check:    "See whether the site or the management point was set up anew. If it was, install the client again with RESETKEYINFORMATION=TRUE. If not, read the [CCMHTTP] lines for MPCERT.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-client-msi", Patterns: []string{"setup was not launched from ccmsetup.exe", "error 25502", "error: 25502", "error code 25502", "25502. setup"},
		Severity: model.Warning,
		Means:    "25502: client.msi was started directly, and it cannot be installed so.",
		Check:    "Start ccmsetup.exe, or ccmsetup.msi from the folder bin\\i386 of the site's installation with CCMSETUPCMD.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-http-status", Patterns: []string{"0x87d0027e", "87d0027e", "-2016411010", "2278556286", "ccm_e_bad_http_status_code", statusInfo}, answered: true,
		Severity: model.Warning,
		Means:    "0x87d0027e (CCM_E_BAD_HTTP_STATUS_CODE): a server answered, and not with success. The number names no cause.",
		Check:    readStatus + " Where ccmsetup ended with it and no status is to be found, the reference says to try the line without /mp.",
		Cites:    []model.Citation{reading.CiteCommError, reading.CiteRegToken},
	},
	{
		ID: "log-request-failed", Patterns: []string{"0x87d00231", "87d00231", "-2016411087", "2278556209"}, Unless: []string{"log-entra-validation", "log-entra-validation-other", "log-http-status"}, answered: true,
		Severity: model.Advice,
		Means:    "0x87d00231: a request to a management point failed, and will be tried again. The number names no cause. For clients with Microsoft Entra ID Microsoft names two among others: missing Microsoft Entra user discovery, and since version 2603 a management point that cannot check tokens.",
		Check:    readStatus + " Where tokens of Microsoft Entra ID are used, look also into CCM_STS_ManagedBase.log on the management point for MISE12034.",
		Cites:    []model.Citation{reading.CiteEntraValidation, reading.CiteCommError},
	},
}

// siteErrors are from the site and its console while a CMG is made.
var siteErrors = []cause{
	{
		ID: "log-dotnet", Patterns: []string{"itracesourcestringprovider"},
		Severity: model.Warning, Rule: "dotnet-48",
		Means: "The deployment failed on a type of .NET (ITraceSourceStringProvider) that is not there: .NET Framework on the site server is too old or damaged. It can hide another error of the deployment.",
		Check: "Install or repair .NET Framework 4.8 on the server with the service connection point, restart it, and try again.",
		Cites: []model.Citation{{"site-prereqs", "net-version-requirements"}},
	},
	{
		ID: "log-private-key", Patterns: []string{"private key for the remote desktop certificate cannot be accessed"},
		Severity: model.Warning,
		Means:    "Azure cannot use the private key of the certificate of the CMG. Mostly the key is of a CNG provider that this version of the site cannot use there, or it was not exportable, or it is not in the PFX file.",
		Check:    "Export the certificate anew as a PFX file with its private key, from a template whose key may be exported. If the key is CNG and the site is old, issue the certificate with a legacy provider.",
		Cites:    []model.Citation{{"cng", "to-use-cng-certificates"}, reading.CiteServerCert},
	},
}
