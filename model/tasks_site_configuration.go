package model

var siteConfigurationTasks = []Task{
	{
		ID: "site-pki-option", Title: "Let clients use their PKI certificates",
		Owner: ConfigMgr, Who: fullAdministrator,
		When: withPKI, If: "PKI certificates are in use",
		After: []string{"cmg-ready"},
		Do: []string{
			"Do this on {primary}. You may do it before the CMG exists.",
			"Open **Administration** > **Site Configuration** > **Sites**, select the primary site, and choose **Properties** > **Communication Security**.",
			"Select **Use PKI client certificate (client authentication) when available**. With **HTTPS only** it is selected by itself.",
		},
		Commands: []Command{{SiteDrive, "Set-CMSite -SiteCode {site} -UsePkiClientCertificate $true"}},
		Proof:    "The box is ticked. The control panel of a test client, **Configuration Manager** > **General**, shows **PKI** as **Client certificate** after the client has read its policy; the console may go on to show **Self-signed**.",
		Skipped:  "Clients show a self-signed certificate instead, and do not get through the CMG with it.",
		Already:  sitePrefersPKI,
		Cites:    []Citation{{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"}, {"configure-security", "client-pki-certificates"}, {"ps-set-cmsite", ""}},
	},
	{
		ID: "site-crl-option", Title: "Stop clients from checking a CRL that they cannot read",
		Owner: ConfigMgr, Who: fullAdministrator,
		When: mayLackPublicCRL, If: "PKI certificates are in use, and the CRL is not public",
		After: []string{"pki-crl"},
		Do: []string{
			"Do this only if the CRL stays unpublished, on {primary}.",
			"Open **Administration** > **Site Configuration** > **Sites**, select the primary site, and choose **Properties** > **Communication Security**.",
			"Clear **Clients check the certificate revocation list (CRL) for site systems**.",
			"Install clients on the internet with `/NoCRLCheck`.",
		},
		Commands: []Command{{SiteDrive, "Set-CMSite -SiteCode {site} -ClientCheckCertificateRevocationListForSiteSystem $false"}},
		Proof:    "The box is clear. Later `LocationServices.log` of an internet client shows no `WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED`.",
		Skipped:  "Clients take a CRL that they cannot read for a revocation, and do not connect.",
		Already:  crlCheckOff,
		Cites: []Citation{
			{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"}, {"plan-for-certs", "pki-certificate-revocation"},
			{"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"}, {"client-install-props", "nocrlcheck"}, {"ps-set-cmsite", ""},
		},
	},
}
