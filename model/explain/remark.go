package explain

import "cmgwizard/model"

// A fileRemark is something that inspect says of a file that is no log.
type fileRemark struct{ id, topic, title string }

// fileRemarks are the remarks on files by what the files are. What is to be done
// depends on the file, and stands beside the remark there.
var fileRemarks = []fileRemark{
	{"device-entra-joined", "Device state (dsregcmd)", "The device is Microsoft Entra joined, as a CMG with Microsoft Entra ID asks"},
	{"device-hybrid-joined", "Device state (dsregcmd)", "The device is hybrid joined: its users need both discoveries"},
	{"device-domain-joined", "Device state (dsregcmd)", "The device is joined to an AD domain and not to Microsoft Entra ID"},
	{"device-drs-joined", "Device state (dsregcmd)", "The device is joined to an on-premises device registration service, not to Microsoft Entra ID"},
	{"device-workgroup", "Device state (dsregcmd)", "The device is in a workgroup"},
	{"device-not-joined", "Device state (dsregcmd)", "The device is not joined to Microsoft Entra ID: AzureAdJoined is NO"},
	{"device-registered-only", "Device state (dsregcmd)", "The device is only registered (WorkplaceJoined): a work account is no join"},
	{"device-joined-twice", "Device state (dsregcmd)", "AzureAdJoined and EnterpriseJoined are both YES"},
	{"device-joined-domain-unknown", "Device state (dsregcmd)", "Whether a joined device is hybrid joined is not told"},
	{"device-join-unknown", "Device state (dsregcmd)", "The join is not told"},
	{"device-join-failed", "Device state (dsregcmd)", "The device tried to join Microsoft Entra ID and failed"},
	{"device-auth-failed", "Device state (dsregcmd)", "DeviceAuthStatus is FAILED: the device is disabled, deleted or pending in Microsoft Entra ID"},
	{"device-auth-success", "Device state (dsregcmd)", "DeviceAuthStatus is SUCCESS"},
	{"device-auth-unknown", "Device state (dsregcmd)", "The check of DeviceAuthStatus did not end"},
	{"device-auth-missing", "Device state (dsregcmd)", "DeviceAuthStatus is not in the output"},
	{"device-certificate-ended", "Device state (dsregcmd)", "The device certificate of Microsoft Entra ID has ended"},
	{"device-certificate-ends", "Device state (dsregcmd)", "The device certificate of Microsoft Entra ID ends soon"},
	{"device-certificate-early", "Device state (dsregcmd)", "The device certificate is not yet valid: look at the clock"},
	{"device-keys-unusable", "Device state (dsregcmd)", "The keys of the device cannot be used: TPM, KeySignTest"},
	{"device-network", "Device state (dsregcmd)", "The device did not reach Microsoft Entra ID: DNS, proxy or firewall"},
	{"device-tenant", "Device state (dsregcmd)", "The tenant of the device"},
	{"device-work-accounts", "Device state (dsregcmd)", "Windows holds work accounts, which are no join"},
	{"device-mdm-addresses", "Device state (dsregcmd)", "The addresses of an MDM do not prove that the device is enrolled"},
	{"device-output-cut", "Device state (dsregcmd)", "The output of dsregcmd is not whole"},
	{"device-several-outputs", "Device state (dsregcmd)", "The file holds several outputs of dsregcmd"},
	{"device-code-page", "Device state (dsregcmd)", "The file is in an old code page"},
	{"device-state-unreadable", "Device state (dsregcmd)", "It looks like output of dsregcmd and holds no device state"},
	{"user-token", "Device state (dsregcmd)", "AzureAdPrt is YES: the user has a primary refresh token"},
	{"user-token-missing", "Device state (dsregcmd)", "AzureAdPrt is NO: the user has no primary refresh token"},
	{"user-token-not-told", "Device state (dsregcmd)", "AzureAdPrt is NO, and the command did not run as the user"},
	{"tenant-differs", "Device state (dsregcmd)", "The tenant is another one than that of the plan"},
	{"binding-old", "Port bindings (netsh)", "An old PKI certificate is bound to port 443, and the management point uses Enhanced HTTP"},
	{"binding-role", "Port bindings (netsh)", "Port 443 has the SMS Role SSL Certificate"},
	{"binding-role-https", "Port bindings (netsh)", "Port 443 has the SMS Role SSL Certificate, and the management point is HTTPS"},
	{"binding-pki", "Port bindings (netsh)", "Port 443 has a PKI certificate, as a management point with HTTPS needs"},
	{"binding-unknown", "Port bindings (netsh)", "The certificate on port 443 is not among the files"},
	{"binding-expired", "Port bindings (netsh)", "The certificate on port 443 has expired"},
	{"binding-expires", "Port bindings (netsh)", "The certificate on port 443 expires soon"},
	{"binding-ctl-store", "Port bindings (netsh)", "Port 443 accepts only client certificates of one store (Ctl Store Name, ClientAuthIssuer)"},
	{"binding-not-yet-valid", "Port bindings (netsh)", "The certificate on port 443 is not yet valid"},
	{"no-https-binding", "Port bindings (netsh)", "There is no binding of port 443"},
	{"token-bulk", "Tokens", "It is a bulk registration token"},
	{"token-expired", "Tokens", "A bulk registration token has expired"},
	{"token-early", "Tokens", "A token is not yet valid"},
	{"token-in-file", "Tokens", "A token stands in a file: who can read it can use it"},
	{"token-entra", "Tokens", "It is a token of Microsoft Entra ID and no bulk registration token"},
	{"token-lifetime", "Tokens", "The lifetime of a bulk registration token"},
	{"private-key", "Certificates", "A file with a private key (PFX) is refused"},
	{"ca-missing", "Certificates", "A CA above a client certificate is missing"},
	{"ca-not-in-date", "Certificates", "A CA certificate has expired or is not yet valid"},
	{"ca-expires-soon", "Certificates", "A CA expires soon"},
	{"ca-renewed", "Certificates", "A CA was renewed: old and new do not replace each other"},
	{"several-roots", "Certificates", "The ways lead to several roots"},
	{"client-certificate-good", "Certificates", "It can be the client certificate of a device"},
	{"client-certificate-faulty", "Certificates", "It cannot be the client certificate of a device"},
	{"client-certificate-wins", "Certificates", "A device with such a certificate is installed as a PKI client, even where Microsoft Entra ID is planned"},
	{"client-self-signed", "Certificates", "A client certificate signed itself"},
	{"server-certificate-good", "Certificates", "It can be the server authentication certificate of a CMG"},
	{"server-certificate-faulty", "Certificates", "It cannot be the server authentication certificate of a CMG"},
	{"server-issuer-trusted", "Certificates", "Every client must trust the issuer of the CMG's certificate"},
	{"crl-not-fetched", "Certificates", "certutil could not fetch a revocation list"},
	{"chain-errors-stated", "Certificates", "certutil found errors in a chain"},
	{"ccmsetup-fine", "ccmsetup command line", "Nothing is wrong with a command line"},
}

func explainableRemarks() []explainable {
	var list []explainable
	for _, r := range fileRemarks {
		list = append(list, explainable{kind: RemarkKind, id: r.id, topic: r.topic, title: r.title, thing: r})
	}
	return list
}

// guidesOfRemarks are the guides that say more about a remark.
var guidesOfRemarks = map[string]string{
	"device-not-joined": "repair-join", "device-domain-joined": "repair-join", "device-join-failed": "repair-join", "device-auth-failed": "repair-join",
}

func (r fileRemark) tell(p *model.Plan, e *Explanation, _ string) {
	e.say("Where it stands", "cmgwizard inspect says it of a file: "+r.topic+".")
	e.say("What to do", "Inspect the file again: what to do depends on what else is in it, and stands beside the remark.")
	if guide, more := guidesOfRemarks[r.id]; more {
		e.say("Guide that says more", named(p, GuideKind, guide)...)
	}
}
