package logs

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// bothDiscoveries is what a user must have been found by.
const bothDiscoveries = "In the console see **Azure Services** > **Cloud Management**, and that Active Directory and Microsoft Entra user discovery are both on."

// enrollmentErrors are about Intune and the services beside a CMG.
var enrollmentErrors = []Pattern{
	{
		ID: "log-mdm-enrollment", Title: "The device could not enroll with Intune",
		Stage: Enrollment, Texts: []string{"mdm enrollment failed with error code", "auto mdm enroll: failed", "mdm enroll: failed", "mdm enroll: provisioning failed", "auto mdm enroll: device credential", "failed to enroll with registerdevicewithmanagementusingaaddevicecredentials", "failed to enroll with registerdevicewithmanagementusingaadcredentials"},
		holds:    notSucceeded,
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
		ID: "log-join-object", Title: "The device is not in Microsoft Entra ID yet, so it cannot join",
		Stage: EntraToken, Texts: []string{"public key user certificate is not found on the device object"},
		Severity: model.Warning, Rule: "device-state",
		Means: "A hybrid join failed: the device object in Microsoft Entra ID is missing, or has not the certificate with which the device signs. Until it joins it gets no device token.",
		Check: "See that the userCertificate attribute of the computer is filled in Active Directory, and that Microsoft Entra Connect synchronizes it. The device tries again every hour.",
		Cites: []model.Citation{{"co-management-enroll", "common-issues"}, reading.CiteDeviceState},
	},
	{
		ID: "log-join-failed", Title: "The device could not begin to join Microsoft Entra ID",
		Stage: EntraToken, Texts: []string{"deviceregistrationapi::beginjoin failed", "can not be joined because a domain controller could not be located"},
		Severity: model.Warning, Rule: "device-state",
		Means: "The join of the device failed at its beginning. The code says why. Until it joins it gets no device token.",
		Check: deviceState,
		Causes: []Cause{
			{Why: "No domain controller was found: a hybrid join needs one, so it is not done from outside without a VPN.", Check: "The line says so.", Seen: []string{"domain controller could not be located"}, Only: true, Sure: model.Derived},
			{Why: "0x80280036: the TPM is in FIPS mode, which the registration does not support.", Check: "Look at the TPM in the firmware.", Seen: []string{"0x80280036"}, Only: true},
			{Why: "0x80090016: the keys of the TPM are not there.", Check: "See in tpm.msc that the TPM is ready.", Seen: []string{"0x80090016"}, Only: true},
		},
		Cites: []model.Citation{{"co-management-enroll", "common-issues"}, reading.CiteDeviceState},
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

// notSucceeded reports whether an event says more than “Succeeded”.
func notSucceeded(entry string) bool { return !strings.Contains(entry, "succeeded") }
