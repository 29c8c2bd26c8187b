package logs

import (
	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// waySteps are lines that are known, and neither good nor bad by themselves: they
// tell how far something came.
var waySteps = []Pattern{
	step("log-step-entra-info", "The setup asks the CMG for its data of Microsoft Entra ID", Setup, reading.CiteInfoRequest, "getting aad info from cmg '", "aadauthinfo?tenantid="),
	step("log-step-revocation-on", "This connection checks the CRL of the server's certificate", Reach, reading.CiteInfoRequest, "enabled ssl revocation check."),
	step("log-step-device-token", "A token of the device is asked for", EntraToken, reading.CiteTokenRequest, "getting aad (device) token with"),
	step("log-step-user-token", "A token of the user is asked for", EntraToken, reading.CiteTokenRequest, "getting aad (user) token with"),
	step("log-step-site-token", "A token of the site is asked for: CCM_Proxy in the address is the way over the CMG", SiteToken, reading.CiteTokenRequest, "getting ccm token from"),
	step("log-step-token-shown", "The request goes out with a token of the site", SiteToken, reading.CiteTokenRequest, "appending ccm token to the header"),
	step("log-step-location", "The setup asks for the site and its content", Setup, reading.CiteTokenRequest, "sending location request to '"),
	step("log-step-internet", "The setup knows that it is outside", Setup, reading.CiteTokenRequest, "ccmsetup bootstrap from internet: 1"),
	step("log-step-azure-content", "The content comes from the content service of the CMG", Content, reading.CiteLogs, "downloadrestservice.svc"),
	step("log-step-attempt", "The client tries to register: a high number says that it never worked", Registration, reading.CiteTokenRequest, "[regtask] - starting registration, attempt"),
	step("log-step-entra-registration", "The client registers with its identity of Microsoft Entra ID", Registration, reading.CiteTokenRequest, "registering client using aad auth"),
	step("log-step-message", "The client speaks through the CMG", Messages, reading.CiteTokenRequest, "sending remote sync message '{"),
	step("log-step-https", "The address is asked with TLS", Messages, reading.CiteTokenRequest, "target url scheme is https"),
	step("log-step-event", "The client notes a failed request with its status", Messages, reading.CiteLogs, "raising event: instance of ccm_ccmhttp_status"),
	step("log-step-throttled", "The client waits before it asks for certificates of management points again", Messages, reading.CiteLogs, "mpcert requests are throttled for"),
	step("log-step-validation", "The check of a certificate begins", Accepted, reading.CiteLogs, "begin validation of certificate"),
	step("log-step-crl", "The CRL is checked here", Accepted, reading.CiteRevocation, "crl check enabled"),
	step("log-step-token-request", "A request for a token reached the management point", SiteToken, reading.CiteTokenRequest, "processrequest - start", "incoming request url:"),
	step("log-step-registration-arrived", "A registration reached the management point", Registration, reading.CiteTokenRequest, "registering device using aad auth: deviceid", "processing registration request from client"),
	step("log-step-push", "The site server pushes a notification: the report after it says what came of it", PointItself, reading.CiteLogs, "starting to send push task", "finished sending push task"),
	step("log-step-forwarded", "The connection point passes a request on", Inside, reading.CiteCommError, "forwarding proxy message", "switched to internal url"),
	step("log-step-answer", "The connection point passes an answer back", Inside, reading.CiteCommError, "received response for message"),
	step("log-step-counts", "The connection point chooses its client certificate", Inside, reading.CiteCertRequired, "filtered cert count with digital signature", "filtered cert count with allowed root ca", "filtered cert count with private key"),
	step("log-step-deployment", "Azure makes a part of the CMG", Deployment, reading.CiteLogs, "resource manager - creating"),
	step("log-step-mp-errors", "The client counts failed requests to management points: at the threshold it takes another one", Messages, reading.CiteLogs, "mp errors in the last 10 minutes, threshold is", "mp error threshold reached, moving to next mp"),
	step("log-step-no-certificate", "No certificate is in the store Personal of the computer: where tokens are used none is needed", Accepted, reading.CiteClientCert, "there are no certificates in the 'my' store"),
	step("log-step-flag", "How long the flags of a failed TLS connection are: the lines beside it name them", Reach, reading.CiteSecureFailure, "dwstatusinformationlength is", "lpvstatusinformation is"),
}

// step is a known line that says how far something came.
func step(id, title string, stage Stage, cite model.Citation, texts ...string) Pattern {
	return Pattern{ID: id, Title: title, Sign: Step, Stage: stage, Texts: texts, Cites: []model.Citation{cite}}
}
