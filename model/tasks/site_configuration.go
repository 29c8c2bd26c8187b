package tasks

import "cmgwizard/model"

var siteConfigurationTasks = []Task{
	{
		ID: "site-crl-option", Title: "Turn off CRL checks that internet clients cannot complete",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		When: mayLackPublicCRL, Because: "PKI certificates are in use", If: "Only if the CRL is not public",
		After: []string{"pki-crl"},
		Do: []string{
			"On {primary}, do this only if the CRL stays unpublished on the internet.",
			"Open **Administration** > **Site Configuration** > **Sites**, select the primary site, and choose **Properties** > **Communication Security**.",
			"Clear **Clients check the certificate revocation list (CRL) for site systems**.",
			"Install clients on the internet with `/NoCRLCheck`.",
		},
		Commands: []Command{{SiteDrive, "Set-CMSite -SiteCode {site} -ClientCheckCertificateRevocationListForSiteSystem $false"}},
		Proof:    "The box is clear. Later `LocationServices.log` of an internet client shows no `WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED`.",
		Skipped:  "Clients treat an unreadable CRL as a revoked certificate and do not connect.",
		Change: Change{
			Impact: Stated{"Clients no longer notice that the certificate of a site system was revoked; connections get slightly faster.", partlyDocumented},
			Live:   "internet clients follow with their next policy.",
			Undo:   Stated{"Select the check box again, after the CRL is public.", Estimated},
			Note:   "Communication Security tab (screenshot)",
			Takes:  Effort{Minutes: 5, Per: "site"}, Wait: Wait{0, 60, "next policy request of clients", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Already: crlCheckOff,
		Cites: []model.Citation{
			{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"}, {"plan-for-certs", "pki-certificate-revocation"},
			{"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"}, {"client-install-props", "nocrlcheck"}, {"ps-set-cmsite", ""},
		},
	},
}
