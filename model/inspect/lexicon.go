package inspect

import "cmgwizard/model"

// A cause is an entry of the error lexicon: how an error is written in logs,
// what it means for a CMG and what to check.
type cause struct {
	id       string
	patterns []string // written so it is this error, wherever it stands; lower case
	loose    []string // numbers and short names: it is this error in a log, or beside words of one
	beside   []string // it is this error only with one of companions near it
	with     []string // the companions
	unless   []string // not told where one of these causes was found
	severity model.Severity
	rule     string
	means    string
	check    string
	cites    []model.Citation
}

// flag is how Windows writes what is wrong with a server's certificate.
const flag = "winhttp_callback_status_flag_"

// secureFailure are the ways in which a failed TLS connection is written.
var secureFailure = []string{"error_winhttp_secure_failure", "winhttp_callback_status_secure_failure", "0x2f8f", "80072f8f", "12175"}

// flagCauses are the causes that say why a TLS connection failed.
var flagCauses = []string{"log-crl", "log-invalid-ca", "log-wrong-name", "log-certificate-date", "log-certificate-revoked"}

const (
	sharpEyes   = "On the device open `https://<CMG>/CCM_Proxy_MutualAuth/ServiceMetadata` in a browser, and look at the certificate that is shown."
	tokenAgain  = "Connect the device to a management point inside, or install the client again with a new bulk registration token (`BulkRegistrationTokenTool.exe /new`). Check the clock of the device."
	certInStore = "On that server look into `certlm.msc` > **Personal**: the certificate must name Client Authentication (1.3.6.1.5.5.7.3.2), have its private key and be in date. Where it is there, make sure that the server can read its CRL."
)

// lexicon are the errors that are known, the most telling first.
var lexicon = []cause{
	{
		id: "log-client-certificate-required", patterns: []string{"cmgconnector_clientcertificaterequired"},
		severity: model.Blocker, rule: "connection-point-certificate",
		means: "403 CMGConnector_Clientcertificaterequired: the CMG connection point has no valid client authentication certificate to show to an HTTPS management point.",
		check: "Enrol a client authentication certificate on the server of the connection point. " + certInStore + " In the verbose SMS_Cloud_ProxyConnector.log the number after “Filtered cert count with client auth:” must not be 0.",
		cites: []model.Citation{citeCertRequired, citeConnectionPoint},
	},
	{
		id: "log-no-client-certificate", patterns: []string{"filtered cert count with client auth: 0", "filtered cert count with client auth:0"},
		severity: model.Blocker, rule: "connection-point-certificate",
		means: "Filtered cert count with client auth: 0. The server of the CMG connection point holds no certificate for client authentication that it can use. An HTTPS management point then refuses it.",
		check: "Enrol a client authentication certificate there. " + certInStore,
		cites: []model.Citation{citeCertRequired, citeConnectionPoint},
	},
	{
		id: "log-connector-forbidden", patterns: []string{"cmgconnector_forbidden"},
		severity: model.Blocker, rule: "mp-https-binding",
		means: "403 CMGConnector_Forbidden: IIS on the management point has the wrong certificate on port 443. Mostly the management point went from HTTPS to Enhanced HTTP and the old PKI certificate stayed bound, or the one that is bound has expired or is revoked.",
		check: "On the management point run `netsh http show sslcert`. In IIS Manager open **Default Web Site** > **Bindings**, edit port 443, and select **SMS Role SSL Certificate** for Enhanced HTTP, or the web server certificate for HTTPS. Check also that its properties allow CMG traffic.",
		cites: []model.Citation{citeForbidden, citeRoleCertificate, citeCMGTraffic},
	},
	{
		id: "log-chain-not-trusted", patterns: []string{"not trusted by cmg service", "not trusted by the cmg service", "isn't trusted by cmg service", "isn't trusted by the cmg service"},
		severity: model.Blocker, rule: "chain-complete",
		means: "The CMG does not trust the client certificate: of the CAs above it one is missing among the certificates of the CMG, or an old one is there, or its revocation cannot be checked.",
		check: "Inspect a client certificate together with the CAs above it: that says what to upload. Compare it with the certificates in the properties of the CMG, and see whether **Verify Client Certificate Revocation** is on.",
		cites: []model.Citation{citeExport, citeAnalyzer},
	},
	{
		id: "log-crl", patterns: []string{flag + "cert_rev_failed"}, beside: []string{"cert_rev_failed"}, with: secureFailure,
		severity: model.Blocker, rule: "site-crl-check",
		means: "WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED: the client could not read the CRL of the certificate that the CMG showed, and does not connect (12175).",
		check: "Publish the CRL where the internet can read it. Otherwise clear **Clients check the certificate revocation list (CRL) for site systems** in the properties of the site, and install clients with /NoCRLCheck.",
		cites: []model.Citation{citeSecureFailure, citeNoCRLCheck, citeRevocation},
	},
	{
		id: "log-invalid-ca", patterns: []string{flag + "invalid_ca"}, beside: []string{"invalid_ca"}, with: secureFailure,
		severity: model.Blocker, rule: "server-certificate-trusted",
		means: "WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA: the client does not trust the issuer of the certificate that the CMG showed. That holds for Microsoft Entra ID and tokens as well.",
		check: "Bring the root CA of the CMG's server authentication certificate into **Trusted Root Certification Authorities** of the device. " + sharpEyes,
		cites: []model.Citation{citeSecureFailure, citeInfoRequest, citeServerCert},
	},
	{
		id: "log-wrong-name", patterns: []string{flag + "cert_cn_invalid"}, beside: []string{"cert_cn_invalid"}, with: secureFailure,
		severity: model.Blocker, rule: "service-name",
		means: "WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID: the certificate that answered does not have the name under which the client called the CMG. Either the server authentication certificate has another name than the service, or a device on the way shows its own.",
		check: sharpEyes + " Compare its names with the service name of the CMG, letter for letter, and exempt the CMG from TLS inspection.",
		cites: []model.Citation{citeSecureFailure, citeServiceName},
	},
	{
		id: "log-certificate-date", patterns: []string{flag + "cert_date_invalid"}, beside: []string{"cert_date_invalid"}, with: secureFailure,
		severity: model.Blocker,
		means:    "WINHTTP_CALLBACK_STATUS_FLAG_CERT_DATE_INVALID: the certificate that the CMG showed has expired or is not valid yet, or the clock of the device is wrong.",
		check:    sharpEyes + " Renew the server authentication certificate in the properties of the CMG, and check the clock of the device.",
		cites:    []model.Citation{citeSecureFailure},
	},
	{
		id: "log-certificate-revoked", patterns: []string{flag + "cert_revoked"},
		severity: model.Blocker,
		means:    "WINHTTP_CALLBACK_STATUS_FLAG_CERT_REVOKED: the certificate that the CMG showed is revoked.",
		check:    "Issue a new server authentication certificate, and select it in the properties of the CMG.",
		cites:    []model.Citation{citeSecureFailure},
	},
	{
		id: "log-security-channel", patterns: []string{flag + "security_channel_error"},
		severity: model.Warning,
		means:    "WINHTTP_CALLBACK_STATUS_FLAG_SECURITY_CHANNEL_ERROR: client and CMG could not agree on how to encrypt. Old client builds know only ciphers that the CMG refuses since version 2603; or a device on the way breaks TLS.",
		check:    "Bring the device up to date, and make sure that TLS 1.2 is on. Exempt the CMG from TLS inspection.",
		cites:    []model.Citation{citeWeakCiphers, citeSecureFailure},
	},
	{
		id: "log-secure-failure", patterns: []string{"error_winhttp_secure_failure", "winhttp_callback_status_secure_failure", "80072f8f"}, loose: []string{"12175", "0x2f8f"}, unless: flagCauses,
		severity: model.Blocker, rule: "server-certificate-trusted",
		means: "12175 (0x2f8f, ERROR_WINHTTP_SECURE_FAILURE): the client does not accept the certificate that answered for the CMG. The lines before it name the reason: CERT_REV_FAILED, INVALID_CA or CERT_CN_INVALID.",
		check: "Look for a line with WINHTTP_CALLBACK_STATUS_FLAG_ before it. " + sharpEyes,
		cites: []model.Citation{citeSecureFailure},
	},
	{
		id: "log-invalid-token", patterns: []string{"cmgservice_invalid_token", "preauth token validation failed", "idx10223"},
		severity: model.Blocker, rule: "token-client-restart",
		means: "401 CMGService_Invalid_Token (PreAuth token validation failed, IDX10223): the token that the client showed is not valid. The bulk registration token of /regtoken has expired; or the client has not renewed its own token, which it does only when it starts; or the certificate that signs the tokens of the site was renewed.",
		check: tokenAgain,
		cites: []model.Citation{citeInvalidToken, citeTokenRenewal, citeTokenSigning},
	},
	{
		id: "log-iis-403-7", loose: []string{"403.7", " 403 7 "},
		severity: model.Blocker, rule: "connection-point-certificate",
		means: "IIS 403.7: the management point asked for a client certificate, and none came. Through a CMG it is the connection point that has none; from inside it is the client, or the management point itself that watches its own IIS.",
		check: "See which address called. " + certInStore,
		cites: []model.Citation{citeCommError, citeConnectionPoint},
	},
	{
		id: "log-iis-403-16", loose: []string{"403.16", " 403 16 "},
		severity: model.Blocker, rule: "mp-trusts-client-ca",
		means: "IIS 403.16: the management point does not trust the client certificate that it was shown. Its Windows must trust the CAs that issue the client certificates.",
		check: "On the management point put the root CA into **Trusted Root Certification Authorities** and the issuing CAs into **Intermediate Certification Authorities** of the computer; leave no certificate among the roots that another CA issued.",
		cites: []model.Citation{citeSiteSystemCert, {Source: "plan-for-certs", Anchor: "pki-trusted-root-certificates"}},
	},
	{
		id: "log-entra-resource", patterns: []string{"aadsts50001", "aadsts500011"},
		severity: model.Blocker, rule: "app-id-uri",
		means: "AADSTS50001: Microsoft Entra ID does not know the app for which the client asks a token. Mostly the App ID URI of the web app is not what the site has, or the app is in another tenant.",
		check: "In the Azure portal compare **Application ID URI** of the web (server) app with the one in the console, and see that consent was given in this tenant. A line with AADRESOURCEURI must have the same.",
		cites: []model.Citation{citeWebApp, citeTokenRequest},
	},
	{
		id: "log-no-entra-token", patterns: []string{"0x800703f0", "-2147023888"},
		severity: model.Blocker, rule: "entra-needs-join",
		means: "0x800703F0: the device got no token from Microsoft Entra ID. It is not joined, or only registered, or its registration is broken.",
		check: "Run `dsregcmd /status` on the device and inspect the output: AzureAdJoined must be YES and DeviceAuthStatus SUCCESS.",
		cites: []model.Citation{citeTokenRequest, citeDeviceState},
	},
	{
		id: "log-no-certificate-selected", patterns: []string{"0x87d00454", "-2016410540"},
		severity: model.Blocker, rule: "pki-available",
		means: "0x87d00454: ccmsetup found no client certificate that it can use. None is there, or its purpose, key, hash, dates or name are not those that the client looks for, or its private key is missing.",
		check: "Inspect the certificate that the client should take. It must name Client Authentication (1.3.6.1.5.5.7.3.2), be in **Certificates (Local Computer)** > **Personal** with its private key, and fit the selection of the site.",
		cites: []model.Citation{citeClientCert, citeSelection},
	},
	{
		id: "log-command-line", patterns: []string{"0x87d0027e", "-2016411010"},
		severity: model.Blocker,
		means:    "0x87d0027e: ccmsetup cannot use the addresses on its command line. Mostly /mp and CCMHOSTNAME are mixed up, or the part /CCM_Proxy_MutualAuth/<id> or the site code is missing. It was seen with other causes too.",
		check:    "Inspect the command line: paste it into a file. Then try it without /mp.",
		cites:    []model.Citation{citeRegToken, citeProperties},
	},
	{
		id: "log-entra-validation", beside: []string{"mise12034"}, with: []string{"socketexception", "httprequestexception"},
		severity: model.Blocker, rule: "mp-internet-access",
		means: "MISE12034 with SocketException or HttpRequestException: the management point cannot reach Microsoft Entra ID to check the tokens of clients. Since version 2603 it must.",
		check: "Let the management point reach `https://login.microsoftonline.com` and `https://sts.windows.net` as Local System. A proxy must be set for Local System itself: neither the proxy of the site system nor `netsh winhttp` counts there.",
		cites: []model.Citation{citeEntraValidation, {Source: "internet-endpoints", Anchor: "management-point"}, {Source: "proxy-support", Anchor: "management-point"}},
	},
	{
		id: "log-entra-validation-other", patterns: []string{"mise12034"}, unless: []string{"log-entra-validation"},
		severity: model.Advice,
		means:    "MISE12034 without SocketException or HttpRequestException near it: the management point refused a token of Microsoft Entra ID, for another reason than a missing connection.",
		check:    "Read the lines around it in CCM_STS_ManagedBase.log. Inspect the whole file, if this is only a part of it.",
		cites:    []model.Citation{citeEntraValidation},
	},
	{
		id: "log-registration-failed", patterns: []string{"0x87d00231"}, unless: []string{"log-entra-validation", "log-entra-validation-other"},
		severity: model.Advice, rule: "mp-internet-access",
		means: "0x87d00231: the client could not reach or register with the management point. With version 2603 this is how it looks when the management point cannot check tokens of Microsoft Entra ID; it has other causes as well.",
		check: "Look into CCM_STS_ManagedBase.log on the management point for MISE12034.",
		cites: []model.Citation{citeEntraValidation},
	},
}
