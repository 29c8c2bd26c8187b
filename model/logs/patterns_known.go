package logs

import (
	"strconv"
	"strings"
)

// successes are lines that say that something worked. They are the strongest way
// to say what is not the cause.
var successes = []Pattern{
	{ID: "log-worked-site-token", Title: "The site gave a token", Sign: Worked, Stage: SiteToken, Texts: []string{"cached encrypted token for '"}},
	{ID: "log-worked-token-issued", Title: "The token service issued a token", Sign: Worked, Stage: SiteToken, Texts: []string{"created sccm token", "return token to client"}},
	{ID: "log-worked-token-validated", Title: "A token of Microsoft Entra ID was accepted", Sign: Worked, Stage: SiteToken, Texts: []string{"validated aad token.", "idx10241"}},
	{ID: "log-worked-entra-token", Title: "Microsoft Entra ID gave a token", Sign: Worked, Stage: EntraToken, Texts: []string{"retrieved aad token for aad user"}},
	{ID: "log-worked-registered", Title: "The client is registered", Sign: Worked, Stage: Registration, Texts: []string{"[regtask] - client is registered"}, Also: []string{"approval status"}},
	{ID: "log-worked-assigned", Title: "The client was assigned to a site", Sign: Worked, Stage: Registration, Texts: []string{"received notification for site assignment change from '<none>' to"}},
	{ID: "log-worked-message", Title: "A message of the client was answered", Sign: Worked, Stage: Messages, Texts: []string{"got reply message '{"}},
	{ID: "log-worked-cmg-known", Title: "The client knows the CMG and uses it", Sign: Worked, Stage: Messages, Texts: []string{"rotating internet management point, new management point"}, Also: []string{"ccm_proxy"}},
	{ID: "log-worked-online-point", Title: "A management point can be used", Sign: Worked, Stage: Messages, Texts: []string{"found a valid online mp 'https://"}},
	{ID: "log-worked-site-info", Title: "The site answered the setup", Sign: Worked, Stage: Setup, Texts: []string{"received message '<siteinforeply"}},
	{ID: "log-worked-installing", Title: "The download is done and the installation begins", Sign: Worked, Stage: Setup, Texts: []string{"installing version 5.00."}},
	{ID: "log-worked-setup", Title: "The setup of the client ended well", Sign: Worked, Stage: Setup, Texts: []string{"ccmsetup is exiting with return code 0", "ccmsetup is exiting with return code 7"}},
	{ID: "log-worked-inside", Title: "The management point answered the connection point with success", Sign: Worked, Stage: Inside, Texts: []string{"responseheader: http/1.1 200"}},
	{ID: "log-worked-traffic", Title: "Traffic passed through the connection point", Sign: Worked, Stage: Channel, Texts: []string{"reporttrafficdata - state message to send"}},
	{ID: "log-worked-cmg-requests", Title: "Requests over the CMG were answered", Sign: Worked, Stage: Inside, Texts: []string{"responsecount:"}, Also: []string{"requesturi: /ccm_proxy"}, holds: allAnswered},
	{ID: "log-worked-mp-check", Title: "The management point passed its own check", Sign: Worked, Stage: PointItself, Texts: []string{"call to httpsendrequestsync succeeded for port"}, Also: []string{"status code 200"}, holds: byPoint},
	{ID: "log-worked-mp-available", Title: "The management point answers itself", Sign: Worked, Stage: PointItself, Texts: []string{"successfully performed management point availability check", "http test request succeeded"}, holds: byPoint},
	{ID: "log-worked-mp-settings", Title: "The management point read its settings", Sign: Worked, Stage: PointItself, Texts: []string{"loaded mp settings cache from reg key"}},
	{ID: "log-worked-inbox", Title: "Files reached the site server", Sign: Worked, Stage: PointItself, Texts: []string{"moved file"}, Also: []string{`\inboxes\`}},
	{ID: "log-worked-online", Title: "Clients are connected for notification", Sign: Worked, Stage: PointItself, Texts: []string{"total online clients:"}, holds: anyCounted},
	{ID: "log-worked-chain", Title: "The chain of a certificate is good", Sign: Worked, Texts: []string{"verification of certificate chain returned 00000000"}},
	{ID: "log-worked-certificate", Title: "A certificate fits the issuers of the site", Sign: Worked, Texts: []string{"based on certificate issuer '"}, Also: []string{"found certificate"}},
	{ID: "log-worked-download", Title: "A download was completed", Sign: Worked, Stage: Content, Texts: []string{"dts job {"}, Also: []string{"has completed"}},
	{ID: "log-worked-content", Title: "The content is intact", Sign: Worked, Stage: Content, Texts: []string{"hash verification succeeded for content"}},
	{ID: "log-worked-discovery", Title: "Microsoft Entra user discovery worked", Sign: Worked, Stage: SiteItself, Texts: []string{"successfully published udx for azure active directory users"}},
	{ID: "log-worked-fast-channel", Title: "The fast channel of the site works", Sign: Worked, Stage: SiteItself, Texts: []string{"messages with type instant. failed to process 0 messages"}},
	{ID: "log-worked-enrolled", Title: "The device is enrolled", Sign: Worked, Stage: Enrollment, Texts: []string{"device is already enrolled with mdm", "device provisioned"}},
	{ID: "log-worked-connector-certificate", Title: "The connection point has a client certificate to show", Sign: Worked, Texts: certificateCounts()},
	{ID: "log-worked-health", Title: "The notification agent of the client lives", Sign: Worked, Stage: Messages, Texts: []string{"mdm_configsetting.clienthealthlastsynctime with value"}},
	{ID: "log-worked-service", Title: "The cloud service is there", Sign: Worked, Stage: Deployment, Texts: []string{"statmsg: id=9409"}},
	{ID: "log-worked-endpoints", Title: "The service connection point reaches its addresses", Sign: Worked, Stage: SiteItself, Texts: []string{"statmsg: id=11410"}},
	{ID: "log-worked-notified", Title: "A notification reached the client", Sign: Worked, Stage: Messages, Texts: []string{"receive task from server with pushid="}},
}

// allAnswered reports whether a line of CMGService.log counts as many answers as
// requests.
func allAnswered(entry string) bool {
	asked, answered := countAfter(entry, "requestcount:"), countAfter(entry, "responsecount:")
	return asked > 0 && asked == answered
}

// someLost is the other way round: more requests than answers.
func someLost(entry string) bool {
	answered := countAfter(entry, "responsecount:")
	return answered >= 0 && countAfter(entry, "requestcount:") > answered
}

func anyCounted(entry string) bool { return countAfter(entry, "total online clients:") > 0 }

// countAfter is the number after a word, -1 for none.
func countAfter(entry, word string) int {
	_, after, ok := strings.Cut(entry, word)
	if !ok {
		return -1
	}
	after = strings.TrimLeft(after, " ")
	n, err := strconv.Atoi(after[:len(after)-len(strings.TrimLeft(after, "0123456789"))])
	if err != nil {
		return -1
	}
	return n
}

// harmless are lines that look like trouble to some, and are none.
var harmless = []Pattern{
	{ID: "log-normal-token-due", Title: "The token of the site is due for renewal", Sign: Normal, Texts: []string{"is already expired or close to expire"}, Means: "A token of the site lives about eight hours and is renewed. It is bad only if no “Cached encrypted token” follows."},
	{ID: "log-normal-fallback", Title: "The token of the user is tried after that of the device", Sign: Normal, Texts: []string{"falling back to get user"}, Means: "It is no error if “Retrieved AAD token” follows."},
	{ID: "log-normal-old-windows", Title: "This Windows gives no device token this way", Sign: Normal, Texts: []string{"iwebauthenticationcoremanagerstatics4 not available"}, Means: "The client uses the token of the user then."},
	{ID: "log-normal-outside", Title: "No distribution point inside was found", Sign: Normal, Texts: []string{"no local dp locations found"}, Means: "Outside that is normal: the setup goes on with other places."},
	{ID: "log-normal-not-registered-yet", Title: "The client is not registered yet", Sign: Normal, Texts: []string{"client hasn't been registered yet", "client is not registered. sending registration request"}, Means: "It is normal before the first registration."},
	{ID: "log-normal-sleeping", Title: "The client waits before the next try", Sign: Normal, Texts: []string{"[regtask] - sleeping for"}},
	{ID: "log-normal-thrown-out", Title: "Certificates were left out of the choice", Sign: Normal, Texts: []string{"not allowed cert:", "no private key cert:", "not client auth cert:"}, Means: "Many such lines are normal. The counts after them matter: none may fall to 0."},
	{ID: "log-normal-validated", Title: "The check of a certificate ended", Sign: Normal, Texts: []string{"completed validation of certificate", "completion state = 0"}, Means: "It says that the check ended, and nothing about its result."},
	{ID: "log-normal-queued", Title: "A failure was noted", Sign: Normal, Texts: []string{"successfully queued event on http/https failure"}, Means: "“Successfully” is about the note. The lines before it say what failed."},
	{ID: "log-normal-remapped", Title: "The client renames a code", Sign: Normal, Texts: []string{"mapping original error"}, Means: "The first of the two codes is the real one."},
	{ID: "log-normal-scan", Title: "A stranger asks for a page that is not there", Sign: Normal, Texts: []string{"get /ccm_sts"}, Also: []string{" 404 "}, Means: "A public address is scanned by strangers."},
	{ID: "log-normal-rollover", Title: "The log goes on in another file", Sign: Normal, Texts: []string{"<maximum log file size reached - file renamed>"}, Means: "It is the end of a full log (.lo_): read it before the one that ends in .log."},
	{ID: "log-normal-pull", Title: "The site fetches the files of the management point", Sign: Normal, Texts: []string{"remote site is in pull-mode"}},
	{ID: "log-normal-waiting", Title: "The site waits for the storage of the CMG", Sign: Normal, Texts: []string{"waiting for check if container exists"}, Means: "It may take up to 30 minutes."},
	{ID: "log-normal-timer", Title: "The enrollment waits for its time", Sign: Normal, Texts: []string{"queuing enrollment timer to fire"}},
	{ID: "log-normal-maintaining", Title: "The connection point checks its connections", Sign: Normal, Texts: []string{"maintaining connections..."}},
	{ID: "log-normal-simulation", Title: "A self-test of the notification", Sign: Normal, Texts: []string{"found simulation message"}},
	{ID: "log-normal-secret-change", Title: "A message about a change of secrets without a cloud service", Sign: Normal, Texts: []string{"aad_secretchange_notify"}, Means: "Version 1706 writes it; it can be ignored."},
	{ID: "log-normal-port", Title: "The firewall of the notification port was looked at", Sign: Normal, Texts: []string{"state message 9802"}, Means: "It is about the health of the server, and no failure of clients."},
	{ID: "log-normal-ad", Title: "Active Directory, DNS or WINS does not know the site", Sign: Normal, Texts: []string{"failed to get assigned site from ad", "getadinstallparams failed", "couldn't find an mp source through ad", "adoperation failed; error 0x8007054b", "failed to get site version from ad", "unable to retrieve ad forest + domain membership", "unable to retrieve ad site membership", "failed to refresh site signing certificate over ad", "failed to resolve 'sms_slp' to ip address from wins", "failed to retrieve dns service record using _mssms_mp_"}, Means: "Outside, and on a device that is in no domain, it is normal: the client then uses its command line and the CMG."},
	{ID: "log-normal-first-install", Title: "The client is not installed yet", Sign: Normal, Texts: []string{"failed to get client version for sending", "failed to revoke client upgrade local policy", "failed to connect to policy namespace"}, Also: []string{"8004100e"}, Means: "Its namespaces in WMI do not exist before the first installation."},
	{ID: "log-normal-stopping", Title: "WMI is stopping with Windows", Sign: Normal, Texts: []string{"failed to open to wmi namespace"}, Also: []string{"8007045b"}},
	{ID: "log-normal-fallback-point", Title: "No fallback status point is named", Sign: Normal, Texts: []string{"a fallback status point has not been specified", "won't send a client assignment fallback status point message"}, Means: "It is an optional role, and not reached over a CMG."},
	{ID: "log-normal-bits-proxy", Title: "BITS has no proxy of this kind to take", Sign: Normal, Texts: []string{"failed to set proxy to bits job"}, Also: []string{"0x87d00215"}, Means: "The next kind of proxy, or none, is tried."},
	{ID: "log-normal-enrollment-url", Title: "The address of the enrollment was not looked up", Sign: Normal, Texts: []string{"could not check enrollment url, 0x00000001"}, Means: "The log of co-management has it on healthy devices as well."},
	{ID: "log-normal-not-enrolled", Title: "The device is not enrolled with Intune yet", Sign: Normal, Texts: []string{"device is not mdm enrolled yet", "mdm enrollment url has not yet been configured", "co-management is disabled but expected to be enabled"}, Means: "It is normal until the policy of co-management has come and its timer has fired."},
	{ID: "log-normal-status-agent", Title: "The status agent is not up yet", Sign: Normal, Texts: []string{"status agent hasn't been initialized yet"}},
	{ID: "log-normal-preinstallation", Title: "Windows PE has no client", Sign: Normal, Texts: []string{"determining provisioning mode state failed with 80070002", `failed to create event "ccm_ccmhttp_status"`, "failed to create instance of of icachemanager"}, Means: "In a task sequence it is normal."},
	{ID: "log-normal-udf", Title: "A message about SQL Server, not about the CMG", Sign: Normal, Texts: []string{"fngetsitemode"}, Also: []string{"failed to execute sql command"}},
}

// certificateCounts are the last of the counts of certificates, for one and more.
func certificateCounts() []string {
	var texts []string
	for n := '1'; n <= '9'; n++ {
		texts = append(texts, "filtered cert count with client auth: "+string(n))
	}
	return texts
}
