package ccmsetup

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// sited judges SMSSITECODE.
func (l *lint) sited() {
	a, given := l.get("SMSSITECODE")
	switch {
	case !given && (l.open || l.keeps("SMSSITECODE")) || reading.IsPlaceholder(a.value) && reading.IsScripted(a.value):
	case !given:
		l.say("ccmsetup-site-missing", model.Blocker, "", "SMSSITECODE is missing. Over a CMG a client does not find its site by itself.",
			"Add SMSSITECODE= with the site code of the primary site.", reading.CiteEntraInstall, reading.CiteFeatures)
	case strings.EqualFold(a.value, "AUTO"):
		l.say("ccmsetup-site-auto", model.Blocker, "", "SMSSITECODE=AUTO stands together with CCMHOSTNAME. Over a CMG a client does not find its site by itself.",
			"Give the site code of the primary site in place of AUTO.", reading.CiteProperties, reading.CiteFeatures)
	case reading.IsPlaceholder(a.value):
		l.say("ccmsetup-placeholder", model.Warning, "", "The value of SMSSITECODE is still a placeholder: "+reading.Shown(a.value, 40)+".", "Give the site code of the primary site.", reading.CiteProperties)
	case a.value != "" && !isSiteCode(a.value):
		l.say("ccmsetup-site-code", model.Blocker, "", "SMSSITECODE is "+word(a.value)+". A site code has three letters or digits.", "Give the site code of the primary site.", reading.CiteProperties)
	case l.in.Plan != nil && model.Known(l.in.Plan.Site.Code) && a.value != "" && !strings.EqualFold(a.value, l.in.Plan.Site.Code):
		l.say("ccmsetup-site-plan", model.Warning, "", "SMSSITECODE is "+reading.Shown(a.value, 10)+", and the site of the plan is "+model.Clean(l.in.Plan.Site.Code)+".", "Give the site code of the plan, or correct the plan.", reading.CiteProperties)
	}
}

func isSiteCode(text string) bool {
	return len(text) == 3 && !strings.ContainsFunc(text, func(r rune) bool { return r > 0x7f || !reading.IsLetter(r) && (r < '0' || r > '9') })
}

// certified judges /UsePKICert.
func (l *lint) certified() {
	entra := l.hasAny(entraProperties)
	switch {
	case l.has("UsePKICert") && len(entra) > 0:
		l.say("ccmsetup-pki-harmful", model.Warning, "stray-certificate", "/UsePKICert stands together with "+reading.Listed(entra)+". With it a client takes its certificate, and gets no information about Microsoft Entra ID from the CMG.",
			"For devices with Microsoft Entra ID delete /UsePKICert, and give both AADCLIENTAPPID and AADRESOURCEURI. For devices with PKI certificates delete the AAD properties.", reading.CiteUsePKICert, reading.CiteTokenRequest)
	case l.has("UsePKICert"):
		l.unwantedCertificate()
	default:
		l.certificateMissing(entra)
	}
	l.halfEntra()
}

// unwantedCertificate is /UsePKICert where the plan has no PKI certificates.
func (l *lint) unwantedCertificate() {
	if l.in.Plan == nil || !l.in.Plan.MethodChosen() || l.in.Plan.Uses(model.ClientPKI) {
		return
	}
	if l.in.Plan.Uses(model.EntraID) && !l.has("regtoken") {
		l.say("ccmsetup-pki-harmful", model.Warning, "stray-certificate", "The plan has Microsoft Entra ID and no PKI certificates, and the line has /UsePKICert. A device that holds a certificate takes that one, and gets no information about Microsoft Entra ID from the CMG.",
			"Delete /UsePKICert. If devices hold a client authentication certificate, add AADCLIENTAPPID and AADRESOURCEURI.", reading.CiteUsePKICert, reading.CiteTokenRequest)
		return
	}
	l.say("ccmsetup-pki-harmful", model.Advice, "", "The plan has no PKI certificates, and the line has /UsePKICert.", "Delete /UsePKICert.", reading.CiteUsePKICert)
}

// certificateMissing is a line without /UsePKICert, where that matters.
func (l *lint) certificateMissing(entra []string) {
	const missing = "Without it a client drops HTTPS management points and the CMG, and does not show its certificate."
	const add = "Add /UsePKICert before the other parameters."
	choose := l.hasAny(certificateProperties)
	switch plan := l.in.Plan; {
	case l.open:
	case len(choose) > 0:
		l.say("ccmsetup-pki-missing", model.Warning, "", "The line chooses a certificate with "+reading.Listed(choose)+", and /UsePKICert is missing. "+missing, add, reading.CiteUsePKICert)
	case l.has("regtoken") || len(entra) > 0:
	case plan != nil && plan.Uses(model.ClientPKI) && !plan.Uses(model.EntraID) && !plan.Uses(model.SiteToken):
		l.say("ccmsetup-pki-missing", model.Blocker, "", "The plan has PKI certificates, and /UsePKICert is missing. "+missing, add, reading.CiteUsePKICert)
	case plan != nil && plan.Uses(model.ClientPKI):
		l.say("ccmsetup-pki-missing", model.Warning, "", "The line has no /UsePKICert. For the devices of the plan with PKI certificates it is missing: "+strings.ToLower(missing[:1])+missing[1:], "For those devices add /UsePKICert before the other parameters.", reading.CiteUsePKICert)
	case plan != nil && plan.Uses(model.EntraID):
		l.strayCertificate()
	default:
		l.say("ccmsetup-method", "", "", "The line gives no method of its own: it has no /regtoken, no AAD properties and no /UsePKICert. A device that is joined to Microsoft Entra ID gets what it needs from the CMG. If devices should use PKI certificates, /UsePKICert is missing; if they should use tokens, /regtoken is.",
			"For devices with Microsoft Entra ID that hold any client authentication certificate add AADCLIENTAPPID and AADRESOURCEURI: ccmsetup prefers the certificate otherwise.", reading.CiteUsePKICert, reading.CiteEntraInstall, reading.CiteTokenRequest)
	}
}

// strayCertificate warns of the certificate that ccmsetup prefers to Entra ID.
func (l *lint) strayCertificate() {
	severity := model.Advice
	for _, i := range l.in.Plan.InternetDevices() {
		if d := l.in.Plan.Devices[i]; d.Method == model.EntraID && d.ClientCertificate == model.Yes {
			severity = model.Warning
		}
	}
	l.say("ccmsetup-stray-certificate", severity, "stray-certificate", "The line has no AADCLIENTAPPID and AADRESOURCEURI. On a device that holds any valid client authentication certificate, of whatever product, ccmsetup prefers that one to Microsoft Entra ID.",
		"For devices that hold one add AADCLIENTAPPID and AADRESOURCEURI.", reading.CiteTokenRequest, reading.CiteUsePKICert)
}

// halfEntra is one of the two properties without the other.
func (l *lint) halfEntra() {
	app, uri := l.has("AADCLIENTAPPID"), l.has("AADRESOURCEURI")
	if app == uri || l.open {
		return
	}
	has, lacks := "AADCLIENTAPPID", "AADRESOURCEURI"
	if uri {
		has, lacks = lacks, has
	}
	l.say("ccmsetup-entra-half", model.Warning, "", "The line has "+has+" without "+lacks+". ccmsetup needs both, or neither: then it asks the CMG.",
		"Add "+lacks+": AADCLIENTAPPID is the client ID of the native app, AADRESOURCEURI the App ID URI of the web app.", reading.CiteProperties, reading.CiteTokenRequest)
}

// revoked judges /NoCRLCheck, which is missing where the CRL cannot be read.
func (l *lint) revoked() {
	if l.has("NoCRLCheck") || l.open {
		return
	}
	const sees = "ccmsetup.log then shows 12175 with WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED."
	switch plan := l.in.Plan; {
	case plan == nil:
		l.say("ccmsetup-crl", "", "", "The line has no /NoCRLCheck. If the CRL of the certificate of the CMG cannot be read on the internet, the client does not connect: "+sees,
			"Add /NoCRLCheck if that CRL is not public.", reading.CiteNoCRLCheck, reading.CiteSecureFailure)
	case plan.PKI.CRLPublic == model.Yes || plan.Gateway.CertificateSource == model.PublicProvider && !l.has("UsePKICert"):
	case plan.PKI.CRLPublic == model.No && (plan.Site.CheckCRL != model.No || plan.Gateway.CertificateSource == model.EnterprisePKI):
		l.say("ccmsetup-crl", model.Warning, "site-crl-check", "/NoCRLCheck is missing, and in the plan the CRL is not public. The client cannot read it on the internet: "+sees,
			"Add /NoCRLCheck before /mp, or publish the CRL.", reading.CiteNoCRLCheck, reading.CiteSecureFailure)
	case plan.PKI.CRLPublic != model.No && plan.Site.CheckCRL == model.Yes:
		l.say("ccmsetup-crl", model.Advice, "site-crl-check", "/NoCRLCheck is missing, clients of the site check the CRL, and the plan does not say whether the CRL is public.",
			"Find out whether the CRL can be read on the internet. If it cannot, add /NoCRLCheck before /mp.", reading.CiteNoCRLCheck, reading.CiteSecureFailure)
	}
}
