package logs

import (
	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// flagCauses are the patterns that say why a TLS connection failed.
var flagCauses = []string{"log-crl", "log-invalid-ca", "log-wrong-name", "log-certificate-date", "log-certificate-revoked", "log-certificate-usage", "log-certificate-invalid", "log-security-channel"}

// secureFailure are the ways in which a failed TLS connection is written.
var secureFailure = []string{"error_winhttp_secure_failure", "winhttp_callback_status_secure_failure", "0x2f8f", "80072f8f", "12175"}

const inspected = "A device on the way looks into TLS and shows a certificate of its own."

// noSiteSystem are those whose certificates no option of the site is about.
var noSiteSystem = []peerKind{peerEnrollment, peerMicrosoft, peerPlain}

// certificateErrors are failed checks of a certificate that a server showed.
var certificateErrors = []Pattern{
	{
		ID: "log-crl", Title: "Whether the certificate of the server is revoked could not be checked",
		Stage: Reach, Texts: []string{CertificateFlag + "cert_rev_failed"}, Codes: []uint32{0x80072F19}, Beside: []string{"cert_rev_failed"}, With: secureFailure, shown: true,
		Severity: model.Blocker, Rule: "site-crl-check",
		Means: "WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED (12057): whether the certificate of the server is revoked could not be checked, and the caller does not connect.",
		Check: "Publish the CRL where the internet can read it. Otherwise clear **Clients check the certificate revocation list (CRL) for site systems** in the properties of the site, and install clients with /NoCRLCheck.",
		Causes: []Cause{
			{Why: "The CRL cannot be read from where the caller is: it is published inside only, or by LDAP.", Check: "Open the CRL address of the certificate there.", Rule: "crl-public", Task: "pki-crl"},
			{Not: noSiteSystem, Why: "ccmsetup ran without /NoCRLCheck.", By: []string{"log-step-revocation-on"}, Check: "The log is ccmsetup.log, and “Enabled SSL revocation check” stands before it.", Rule: "site-crl-check", Task: "client-install-pki"},
			{Not: noSiteSystem, Why: "The site makes its clients check the CRL.", Check: "See the option in the properties of the site.", Rule: "site-crl-check", Task: "site-crl-option"},
		},
		Cites: []model.Citation{reading.CiteSecureFailure, reading.CiteNoCRLCheck, reading.CiteRevocation},
	},
	{
		ID: "log-invalid-ca", Title: "The issuer of the server's certificate is not trusted",
		Stage: Reach, Texts: []string{CertificateFlag + "invalid_ca"}, Codes: []uint32{0x80072F0D}, Beside: []string{"invalid_ca"}, With: secureFailure, shown: true,
		Severity: model.Blocker, Rule: "server-certificate-trusted",
		Means: "WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA (12045): the caller does not trust the issuer of the certificate that the server showed.",
		Check: "Bring the root CA of the CMG's server authentication certificate into **Trusted Root Certification Authorities** of the device: Microsoft Entra ID and tokens need it as well. " + sharpEyes,
		Causes: []Cause{
			{Whom: peerCMG, Why: "The root CA of the CMG's certificate is missing on the device.", Check: "The certificate that is shown is that of the CMG, and its root is not in the store of the device.", Rule: "server-certificate-trusted", Task: "cert-trust-root"},
			{Whom: peerOther, Why: "The caller lacks the root CA of that server, or the SMS Issuing certificate of the site.", Check: "Look at the issuer of the certificate that the server shows.", Sure: model.Derived},
			{Why: inspected, Check: "The issuer of the certificate that is shown is a device or proxy of the company.", Rule: "tls-inspection"},
		},
		Cites: []model.Citation{reading.CiteSecureFailure, reading.CiteInfoRequest, reading.CiteServerCert},
	},
	{
		ID: "log-wrong-name", Title: "The certificate does not have the name that was called",
		Stage: Reach, Texts: []string{CertificateFlag + "cert_cn_invalid"}, Codes: []uint32{0x80072F06}, Beside: []string{"cert_cn_invalid"}, With: secureFailure, shown: true,
		Severity: model.Blocker, Rule: "service-name",
		Means: "WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID (12038): the certificate that was shown does not have the name that was called.",
		Check: sharpEyes + " Compare its names with the service name of the CMG, letter for letter, and exempt the CMG from TLS inspection.",
		Causes: []Cause{
			{Whom: peerCMG, Why: "The service name of the CMG is not the name in its certificate.", Check: "Compare both, letter for letter.", Rule: "service-name"},
			{Whom: peerCMG, Host: ".cloudapp.net", Why: "The address still ends in cloudapp.net, and the certificate is a public one.", Check: "Look at the host in the address. Versions before 1902 did so.", Rule: "scale-set-version"},
			{Whom: peerOther, Why: "That server has a certificate for another name.", Check: "Look at the names in the certificate that it shows.", Sure: model.Derived},
			{Why: inspected, Check: "The issuer of the certificate that is shown is a device or proxy of the company.", Rule: "tls-inspection"},
		},
		Cites: []model.Citation{reading.CiteSecureFailure, reading.CiteServiceName},
	},
	{
		ID: "log-certificate-date", Title: "The server's certificate has expired or is not yet valid",
		Stage: Reach, Texts: []string{CertificateFlag + "cert_date_invalid"}, Codes: []uint32{0x80072F05}, Beside: []string{"cert_date_invalid"}, With: secureFailure, shown: true,
		Severity: model.Blocker,
		Means:    "WINHTTP_CALLBACK_STATUS_FLAG_CERT_DATE_INVALID (12037): the certificate that was shown has expired or is not yet valid, or the clock of the caller is wrong.",
		Check:    sharpEyes + " Where it has expired, renew the server authentication certificate in the properties of the CMG. Check the clock of the device.",
		Causes: []Cause{
			{Whom: peerCMG, Why: "The server authentication certificate of the CMG has expired.", Check: "Look at its dates.", Rule: "server-certificate-usable", Task: "op-server-cert-renew", Sure: model.Derived},
			{Why: "The clock of the caller is wrong.", Check: "Compare it with the time of the log lines in UTC.", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteSecureFailure},
	},
	{
		ID: "log-certificate-revoked", Title: "The certificate of the server is revoked",
		Stage: Reach, Texts: []string{CertificateFlag + "cert_revoked"}, Codes: []uint32{0x80072F8A}, shown: true,
		Severity: model.Blocker,
		Means:    "WINHTTP_CALLBACK_STATUS_FLAG_CERT_REVOKED (12170): the certificate that was shown is revoked.",
		Check:    sharpEyes + " Where it is that of the CMG, issue a new server authentication certificate, and select it in the properties of the CMG.",
		Cites:    []model.Citation{reading.CiteSecureFailure},
	},
	{
		ID: "log-certificate-usage", Title: "The certificate of the server is not meant for a server",
		Stage: Reach, Texts: []string{CertificateFlag + "cert_wrong_usage"}, Codes: []uint32{0x80072F93}, shown: true,
		Severity: model.Blocker, Rule: "server-certificate-usable",
		Means: "WINHTTP_CALLBACK_STATUS_FLAG_CERT_WRONG_USAGE (12179): the certificate that was shown does not name Server Authentication as its purpose.",
		Check: sharpEyes + " Issue one from a template with Server Authentication (1.3.6.1.5.5.7.3.1).",
		Cites: []model.Citation{reading.CiteSecureFailure, reading.CiteServerCert},
	},
	{
		ID: "log-certificate-invalid", Title: "The certificate of the server is invalid",
		Stage: Reach, Texts: []string{CertificateFlag + "invalid_cert"}, Codes: []uint32{0x80072F89}, shown: true,
		Severity: model.Warning,
		Means:    "WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CERT (12169): the certificate that was shown is invalid as a whole. The flag does not say why.",
		Check:    sharpEyes,
		Cites:    []model.Citation{reading.CiteSecureFailure},
	},
	{
		ID: "log-security-channel", Title: "The two sides found no common TLS",
		Stage: Reach, Texts: []string{CertificateFlag + "security_channel_error"}, Codes: []uint32{0x80072F7D}, shown: true,
		Severity: model.Warning,
		Means:    "WINHTTP_CALLBACK_STATUS_FLAG_SECURITY_CHANNEL_ERROR (12157): the two sides could not agree on how to encrypt.",
		Check:    "Bring the device up to date, and make sure that TLS 1.2 is on. Exempt the CMG from TLS inspection.",
		Causes: []Cause{
			{Why: "A side is old or has TLS 1.2 off.", Check: "Look at the version of Windows and at the Schannel event log of the caller.", Sure: model.Derived},
			{Whom: peerCMG, Why: "A CMG since version 2603 refuses weak ciphers (DHE).", Check: "The site has 2603 or later, and the device offers no other.", Rule: "tls12-enforced"},
			{Why: inspected, Check: "Try it from a network without inspection.", Rule: "tls-inspection", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteWeakCiphers, reading.CiteSecureFailure},
	},
	{
		ID: "log-secure-failure", Title: "The TLS connection failed, and the number does not say why",
		Stage: Reach, Texts: []string{"error_winhttp_secure_failure", "winhttp_callback_status_secure_failure"}, Codes: []uint32{0x80072F8F}, Unless: flagCauses, shown: true,
		Severity: model.Blocker,
		Means:    "12175 (0x2f8f, 0x80072f8f, ERROR_WINHTTP_SECURE_FAILURE): the TLS connection failed, mostly because the certificate of the server was not accepted. The number does not say why: a flag in the lines before it does, such as CERT_REV_FAILED, INVALID_CA or CERT_CN_INVALID.",
		Check:    "Look for a line with WINHTTP_CALLBACK_STATUS_FLAG_ before it. " + sharpEyes,
		Cites:    []model.Citation{reading.CiteSecureFailure},
	},
	{
		ID: "log-untrusted-root", Title: "A certificate leads to a root that is not trusted",
		Stage: Reach, Codes: []uint32{0x800B0109, 0x80090325}, Unless: []string{"log-iis-403-16"},
		Severity: model.Warning,
		Means:    "0x800B0109 (CERT_E_UNTRUSTEDROOT): the chain of a certificate ends in a root that the computer which wrote the log does not trust. The number does not say whose certificate.",
		Check:    "Read in the lines around it which certificate was checked. Put its root CA into **Trusted Root Certification Authorities** of that computer.",
		Cites:    []model.Citation{{"plan-for-certs", "pki-trusted-root-certificates"}},
	},
	{
		ID: "log-no-chain", Title: "No chain to a trusted root could be built",
		Stage: Reach, Codes: []uint32{0x800B010A},
		Severity: model.Warning,
		Means:    "0x800B010A (CERT_E_CHAINING): no chain to a trusted root could be built on the computer that wrote the log. The number does not say for which certificate.",
		Check:    "Read in the lines around it which certificate was checked. Put the CA that issued it into **Intermediate Certification Authorities** of that computer.",
		Cites:    []model.Citation{{"plan-for-certs", "pki-trusted-root-certificates"}},
	},
	{
		ID: "log-crl-offline", Title: "A CRL could not be read",
		Stage: Reach, Codes: []uint32{0x80092013, 0x800B010E}, Unless: []string{"log-connector-crl", "log-iis-403-13"},
		Severity: model.Warning, Rule: "crl-public",
		Means: "0x80092013 (CRYPT_E_REVOCATION_OFFLINE): the computer that wrote the log could not read the CRL of a certificate. The number does not say of which.",
		Check: "The CAPI2 event log of that computer names the address. Let it read that address as Local System, or publish the CRL where it can.",
		Cites: []model.Citation{reading.CiteRevocation, reading.CiteCertRequired},
	},
	{
		ID: "log-no-crl", Title: "A certificate could not be checked for revocation",
		Stage: Reach, Codes: []uint32{0x80092012}, Unless: []string{"log-crl-offline", "log-connector-crl"},
		Severity: model.Warning, Rule: "crl-public",
		Means: "0x80092012 (CRYPT_E_NO_REVOCATION_CHECK): the revocation of a certificate could not be checked: mostly it names no CRL address, or no CRL is there.",
		Check: "Inspect the certificate with the CAs above it: the CRL addresses of each are told.",
		Cites: []model.Citation{reading.CiteRevocation},
	},
	{
		ID: "log-expired", Title: "A certificate of a chain has expired",
		Stage: Reach, Codes: []uint32{0x800B0101, 0x80090328}, Unless: []string{"log-registration-certificate-expired", "log-iis-403-17"},
		Severity: model.Warning,
		Means:    "0x800B0101 (CERT_E_EXPIRED): a certificate of a chain is outside its dates, or the clock is wrong. The number does not say whose.",
		Check:    "Read in the lines around it which certificate was checked, and look at its dates and at those of the CAs above it.",
		Cites:    []model.Citation{reading.CiteClientCert},
	},
	{
		ID: "log-revoked", Title: "A certificate is revoked",
		Stage: Reach, Codes: []uint32{0x800B010C, 0x80092010},
		Severity: model.Warning,
		Means:    "0x800B010C (CERT_E_REVOKED): a certificate was revoked by its issuer. The number does not say whose.",
		Check:    "Read in the lines around it which certificate was checked. Issue another one.",
		Cites:    []model.Citation{reading.CiteRevocation},
	},
	{
		ID: "log-name-no-match", Title: "A certificate has another name than the one that was called",
		Stage: Reach, Codes: []uint32{0x800B010F, 0x80090322},
		Severity: model.Warning,
		Means:    "0x800B010F (CERT_E_CN_NO_MATCH): the name in a certificate is not the one that was called. The number does not say whose certificate.",
		Check:    "Read in the lines around it which address was called, and look at the certificate that is shown there.",
		Cites:    []model.Citation{reading.CiteServiceName},
	},
	{
		ID: "log-wrong-usage", Title: "A certificate is used for what it is not made for",
		Stage: Reach, Codes: []uint32{0x800B0110, 0x80090349},
		Severity: model.Warning,
		Means:    "0x800B0110 (CERT_E_WRONG_USAGE): a certificate is not valid for what it was used for. The CMG and management points need Server Authentication; clients and the connection point need Client Authentication.",
		Check:    "Read in the lines around it which certificate was checked, and look at its purposes (Enhanced Key Usage).",
		Cites:    []model.Citation{reading.CiteClientCert, reading.CiteServerCert},
	},
	{
		ID: "log-site-trust-list", Title: "The site does not list the root CA of a certificate",
		Stage: Accepted, Texts: []string{"terminated in a root certificate not trusted per configmgr ctl"},
		Severity: model.Warning, Rule: "restrictive-trust-list",
		Means: "Windows trusts the chain of the certificate, but the site has a list of trusted root CAs of its own, and this root CA is not in it.",
		Check: "In the console open the properties of the site > **Communication Security** > **Trusted Root Certification Authorities**, and add the root CA.",
		Cites: []model.Citation{{"plan-for-certs", "pki-trusted-root-certificates"}},
	},
	{
		ID: "log-client-key", Title: "The private key of a client certificate cannot be used",
		Stage: Accepted, Codes: []uint32{0x80072F99, 0x80072F9A, 0x8009200B, 0x8009030D},
		Severity: model.Warning, Rule: "client-certificate-usable",
		Means: "The client certificate that was chosen has no private key, or the caller may not use it (12185, 12186, 0x8009200B, 0x8009030D).",
		Check: "In `certlm.msc` > **Personal** open the certificate: it must say that you have a private key. Use **All Tasks** > **Manage Private Keys** to see who may read it. A certificate in the TPM needs a TPM that is ready.",
		Causes: []Cause{
			{Why: "The certificate was imported without its key.", Check: "The certificate does not say that there is a private key.", Rule: "client-certificate-usable", Sure: model.Derived},
			{Why: "The account has no right to the key, or its TPM does not give it.", Check: "The key is there, and its rights do not name SYSTEM; or tpm.msc is not ready.", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteClientCert},
	},
	{
		ID: "log-client-certificate-asked", Title: "The server asks for a client certificate, and the caller shows none",
		Stage: Accepted, Codes: []uint32{0x80072F0C, 0xCAA82F0C}, asked: true,
		Severity: model.Warning,
		Means:    "12044 (ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED): the server asks for a client certificate.",
		Check:    "Where a token is meant, read the lines before it: the token step failed first. Where a PKI certificate is meant, see that one with its private key is in **Certificates (Local Computer)** > **Personal**.",
		Cites:    []model.Citation{reading.CiteClientCert, reading.CiteSelection},
	},
}
