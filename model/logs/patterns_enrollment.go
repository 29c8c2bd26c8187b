package logs

import (
	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// bothDiscoveries is what a user must have been found by.
const bothDiscoveries = "In the console see **Azure Services** > **Cloud Management**, and that Active Directory and Microsoft Entra user discovery are both on."

// enrollmentErrors are about Intune and the services beside a CMG.
var enrollmentErrors = []Pattern{
	{
		ID: "log-mdm-enrollment", Title: "The device could not enroll with Intune",
		Stage: Enrollment, Texts: []string{"mdm enrollment failed with error code", "failed to enroll with registerdevicewithmanagementusingaaddevicecredentials", "failed to enroll with registerdevicewithmanagementusingaadcredentials"},
		Severity: model.Warning,
		Means:    "The enrollment of a co-managed device with Intune failed. It does not go over the CMG. The code in the line says why.",
		Check:    "Read the event log **DeviceManagement-Enterprise-Diagnostics-Provider** > **Admin** of the device for the same time. " + lookUp,
		Causes: []Cause{
			{Why: "0xcaa9001f: the Azure service for cloud management is not set up in the site, or one of the two discoveries of users is off.", Check: bothDiscoveries, Seen: []string{"0xcaa9001f"}, Only: true},
			{Why: "0x8018002a: multifactor authentication is enforced for the user.", Check: "The event log of Microsoft Entra ID has AADSTS50076.", Seen: []string{"0x8018002a"}, Only: true},
			{Why: "0x80180023 or 0x800706d9: the service dmwappushservice is missing in Windows.", Check: "Look for it in `services.msc`.", Seen: []string{"0x80180023", "0x800706d9"}, Only: true},
			{Why: "0x80180026: enrollment is blocked, as by a group policy.", Check: "Run `gpresult /h FILE` on the device, and look for a policy that disables MDM enrollment.", Seen: []string{"0x80180026"}, Only: true, Sure: model.OneReport},
		},
		Cites: []model.Citation{{"mdm-0xcaa9001f", "cause"}, {"co-management-enroll", "common-issues"}},
	},
	{
		ID: "log-graph-denied", Title: "Microsoft Graph refuses an app",
		Stage: SiteItself, Texts: []string{"authorization_requestdenied"},
		Severity: model.Warning,
		Means:    "Authorization_RequestDenied: Microsoft Graph refused a request because the app or account has not the permission for it, or nobody gave consent.",
		Check:    "In the Azure portal open the web (server) app > **API permissions**, compare them with the page, and grant admin consent.",
		Cites:    []model.Citation{reading.CiteWebApp},
	},
	{
		ID: "log-service-chain", Title: "The service connection point cannot build the chain of a certificate of Microsoft",
		Stage: SiteItself, Texts: []string{"failed to check and load service signing certificate"}, Also: []string{"build chain"},
		Severity: model.Warning,
		Means:    "The service connection point could not check the certificate that signs for the cloud services of Configuration Manager.",
		Check:    "On that server look for DigiCert Global Root G2 among the trusted root CAs, and let it read the CRL and OCSP addresses of the page.",
		Causes: []Cause{
			{Why: "The root CA DigiCert Global Root G2, or an intermediate CA, is missing there.", Check: "Look into `certlm.msc`."},
			{Why: "Windows may not update its root CAs by itself there.", Check: "Look for the policy that turns off the automatic update of root certificates."},
			{Why: "The way to the CRL or OCSP addresses is closed.", Check: "The CAPI2 event log of that server names the address."},
		},
		Cites: []model.Citation{{"digicert-root-g2", "cause"}},
	},
}
