package evidence

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// SiteFacts are what a collected file says about a site, as answers: what stood in
// the file itself is not kept.
type SiteFacts struct {
	SiteCode  string    `json:"site_code"` // of the site that the file was collected at, "" for none
	Computer  string    `json:"computer"`  // on which the script ran
	Collected time.Time `json:"collected"`
	Sites     []string  `json:"sites"`    // the codes of the primary sites in the file
	Points    []string  `json:"points"`   // the hosts of their management points
	Servers   []string  `json:"servers"`  // the site servers, "P01 cm01.contoso.com"
	Readings  []string  `json:"readings"` // each as Reading.String writes it
}

// Trust says how sure a reading is.
type Trust string

// How sure a reading is.
const (
	Sure   Trust = "sure"   // two or more independent sources agree on what the property means
	Likely Trust = "likely" // one source does
)

// trusts are the words for it.
var trusts = model.Terms[Trust]{
	{Value: Sure, Label: "sure", Means: "independent sources agree on what the property means"},
	{Value: Likely, Label: "likely", Means: "one source says what the property means"},
}

// Words lists the trusts with their labels.
func (Trust) Words() []model.Word { return trusts.Words() }

// A Reading is an answer that a collected file gives, with the property that it
// was read from.
type Reading struct {
	Site, Host string // what it is about, "" for the whole hierarchy and for no server
	Key        string // "site.version", "management_points[].host", "devices[hybrid].count"
	Value      string
	Trust      Trust
	Offered    bool   // never filled in by itself
	From       string // the class or command, and the property: "SMS_Site, BuildNumber"
	Saw        string // what stood there
}

// fills and offers are the words for Offered.
const (
	fills  = "fills"
	offers = "offered"
)

// Between the parts of a reading stands readingBreak, and nothing for an empty one.
const (
	readingBreak = " | "
	nothing      = "-"
)

// String is the reading as a plan keeps it.
func (r Reading) String() string {
	use := fills
	if r.Offered {
		use = offers
	}
	parts := []string{r.Key, r.Value, strings.TrimSpace(r.Site + " " + r.Host), string(r.Trust), use, r.From, r.Saw}
	for i, part := range parts {
		parts[i] = cmp.Or(strings.ReplaceAll(part, "|", "/"), nothing)
	}
	return strings.Join(parts, readingBreak)
}

// parseReading reads what String wrote, false for anything else.
func parseReading(text string) (Reading, bool) {
	parts := strings.Split(text, readingBreak)
	if len(parts) != 7 || siteKeys[parts[0]] == "" || !isWordOf(Trust(""), parts[3]) || parts[4] != fills && parts[4] != offers {
		return Reading{}, false
	}
	r := Reading{Key: parts[0], Value: parts[1], Trust: Trust(parts[3]), Offered: parts[4] == offers, From: parts[5], Saw: parts[6]}
	for _, word := range strings.Fields(parts[2]) {
		switch {
		case word == nothing:
		case strings.Contains(word, "."):
			r.Host = word
		default:
			r.Site = word
		}
	}
	return r, true
}

// Why is the reading in a sentence.
func (r Reading) Why() string {
	return r.From + ": " + r.Saw + " (" + trusts.Label(r.Trust) + ")."
}

// siteKeys are the keys that a collected file can say something about, with their
// names in short.
var siteKeys = map[string]string{
	"site.code": "Site code", "site.version": "Version", "site.top_level": "Top-level site", "site.security_now": "Communication security",
	"site.use_pki_certificate": "PKI client certificate when available", "site.check_crl": "Clients check the CRL",
	"site.service_connection_point": "Service connection point", "site.dotnet_48": ".NET Framework 4.8",
	"devices[hybrid].count": "Hybrid joined devices", "devices[entra].count": "Microsoft Entra joined devices",
	"entra.tenant_id": "Tenant ID", "entra.site_integrated": "Cloud Management connected", "entra.ad_user_discovery": "AD user discovery",
	"entra.entra_user_discovery": "Microsoft Entra user discovery", "entra.app_id_uri": "App ID URI",
	"token.clients_current":    "Clients have the site's version",
	"management_points[].host": "Management point", "management_points[].clients_now": "Client connections", "management_points[].cmg_traffic": "CMG traffic",
	"management_points[].internet_only": "Internet only", "management_points[].asp_net_45": "ASP.NET 4.5", "management_points[].proxy": "Proxy of Local System",
	"gateway.exists": "A CMG exists", "gateway.service_name": "Its service name", "gateway.environment": "Its environment", "gateway.region": "Its region",
	"gateway.resource_group": "Its resource group", "gateway.vm_instances": "Its instances", "gateway.verify_revocation": "It verifies revocation",
	"gateway.enforce_tls12": "It enforces TLS 1.2", "gateway.classic_present": "A classic CMG exists",
	"gateway.intranet_clients": "Intranet clients use it", "gateway.software_updates": "Software updates through it",
	"connection_points[].host": "CMG connection point", "connection_points[].client_certificate": "Client certificate on the server",
	"client_settings.use_cmg": "Clients may use a CMG", "client_settings.cloud_distribution_point": "Clients may use a cloud distribution point",
	"client_settings.user_policy_internet": "User policy on the internet", "client_settings.delta_content": "Delta content",
	"client_settings.entra_registration": "Registration with Microsoft Entra ID",
}

// InShort is the reading as a fact: its value in words, what it is about, how sure
// it is and where it comes from.
func (r Reading) InShort() model.Fact {
	value := r.Value
	scratch := model.Answers{Devices: make([]model.Device, 1), ManagementPoints: make([]model.ManagementPoint, 1), ConnectionPoints: make([]model.ConnectionPoint, 1)}
	if field, ok := scratch.Field(entryOfKey().ReplaceAllString(r.Key, "[0]")); ok && field.Set(r.Value) == nil {
		value = field.Label()
	}
	switch {
	case r.Host != "" && r.Host != r.Value:
		value += " on " + r.Host
	case r.Site != "":
		value += " at site " + r.Site
	}
	if r.Offered {
		value += ", only offered"
	}
	return model.Fact{Key: r.Key, Label: siteKeys[r.Key], Value: model.Clean(value + ". " + r.Why())}
}

var entryOfKey = model.Pattern(`\[[a-z]*\]`)

// siteOf gives the facts of a collected file in evidence.
func siteOf(e model.Evidence) (SiteFacts, bool) {
	return factsOf[SiteFacts](e, model.SiteFactsEvidence)
}

// List are the readings, without what somebody wrote into the plan that is none.
func (s SiteFacts) List() []Reading {
	var list []Reading
	for _, text := range s.Readings {
		if r, ok := parseReading(text); ok {
			list = append(list, r)
		}
	}
	return list
}

// Primary is the site that the plan is about: the one that it names, else the only
// one that there is, "" where nobody knows.
func (s SiteFacts) Primary(p *model.Plan) string {
	if model.Known(p.Site.Code) {
		return p.Site.Code
	}
	if len(s.Sites) == 1 {
		return s.Sites[0]
	}
	return ""
}

// Elsewhere says why the file may be of another site than the plan, "" where
// nothing speaks for that.
func (s SiteFacts) Elsewhere(p *model.Plan) string {
	if model.Known(p.Site.Code) && len(s.Sites) > 0 && !slices.Contains(s.Sites, p.Site.Code) {
		return "The plan is about site " + p.Site.Code + ", and the file does not know it."
	}
	for _, mp := range p.ManagementPoints {
		if model.Known(mp.Host) && len(s.Points) > 0 && !containsHost(s.Points, mp.Host) {
			return "The plan names the management point " + model.Clean(mp.Host) + ", and the file does not know it."
		}
	}
	return ""
}

func containsHost(hosts []string, host string) bool {
	return slices.ContainsFunc(hosts, func(h string) bool { return strings.EqualFold(h, host) })
}

// words say which site the file is of, where it was made and when.
func (s SiteFacts) words() string {
	text := "facts of one server"
	if s.SiteCode != "" {
		text = "facts of site " + s.SiteCode
	}
	if s.Computer != "" {
		text += ", collected on " + s.Computer
	}
	if !s.Collected.IsZero() {
		text += " " + s.Collected.UTC().Format(time.DateOnly)
	}
	return text
}
