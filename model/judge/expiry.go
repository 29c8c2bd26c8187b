package judge

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
	"cmgwizard/model/updates"
)

// expiry is a row of the table below: an Expiry with its condition, and with
// what the plan adds to it.
type expiry struct {
	evidence.Expiry
	applies func(p *model.Plan) bool                // nil: always
	fill    func(p *model.Plan, e *evidence.Expiry) // nil: nothing
}

// expiries is the table of everything that comes to an end. Where the pages do
// not say what happens then, the words say so.
var expiries = []expiry{
	{
		Expiry: evidence.Expiry{
			ID: "web-app-secret", What: "Secret of the web app", Owner: model.EntraTeam, Task: "op-entra-secret-renew",
			Term: "one year, or as chosen",
			When: "One year after it was made, unless another term was chosen then: two years, or from version 2409 on one of four.",
			Then: "The site can no longer sign in to Microsoft Entra ID, and every connected Azure service stops.",
			Cites: []model.Citation{
				{"configure-azure-ad", "create-the-web-server-app-registration"}, {"azure-services-wizard", "bkmk_renew"},
				{"manually-register", "import-the-apps-to-configuration-manager"}, {"whats-new-2409", "cmg-entra-application-secret-key-renewal"},
			},
		},
		fill: fillSecret,
	},
	{
		Expiry: evidence.Expiry{
			ID: "server-certificate", What: "Server authentication certificate of the CMG", Owner: model.PKITeam, Task: "op-server-cert-renew",
			Then:  "We infer that every internet client then loses the CMG: each must trust this certificate, whatever its method. Renew it with the same common name with identical capitalization; a change of more, such as the name of the organization, means a new CMG.",
			Cites: []model.Citation{{"modify-cmg", "settings-tab"}, {"modify-cmg", "redeploy-the-service"}, {"server-auth-cert", "choose-the-certificate-type"}, {"how-to-prepare-win10", "install-the-configuration-manager-client"}},
		},
		fill: fillServerCertificate,
	},
	{
		Expiry: evidence.Expiry{
			ID: "client-certificates", What: "Client certificates of the devices", Owner: model.PKITeam,
			Then: "A client never chooses an expired certificate, and without a valid one it drops every HTTPS management point and the CMG. When a CA above them is renewed, give the CMG the new CA certificate as well, before the first client certificate comes from it.",
			Cites: []model.Citation{
				{"plan-for-certs", "pki-client-certificate-selection"}, {"client-install-props", "usepkicert"}, {"example-pki", "BKMK_client2008_cm2012"},
				{"modify-cmg", "settings-tab"},
			},
		},
		applies: tasks.WithPKI,
		fill:    fillClientCertificates,
	},
	{
		Expiry: evidence.Expiry{
			ID: "ca-certificates", What: "CA certificates above the client certificates", Owner: model.PKITeam,
			Then:  "The CMG checks the path of a client certificate against the CA certificates that it was given, and we infer that it refuses every client below one that has ended. When a CA is renewed, give the CMG the renewed CA certificate first, before any client certificate comes from it.",
			Cites: []model.Citation{{"security-cmg", "security-details"}, {"configure-authentication", "export-the-client-certificates-trusted-root"}, {"modify-cmg", "settings-tab"}},
		},
		applies: tasks.WithPKI,
		fill:    fillCACertificates,
	},
	{
		Expiry: evidence.Expiry{
			ID: "crl", What: "CRL of the PKI", Owner: model.PKITeam,
			When:  "On the day of its next update, unless your PKI has published a new one by then.",
			Then:  "If a CRL is checked but cannot be read, every certificate in the chain is treated as revoked. We infer that the same is true of one that is too old.",
			Cites: []model.Citation{{"plan-for-certs", "pki-certificate-revocation"}, {"security-cmg", "publish-the-certificate-revocation-list"}},
		},
		applies: tasks.WithPKI,
	},
	{
		Expiry: evidence.Expiry{
			ID: "web-server-certificates", What: "Web server certificates of the HTTPS management points", Owner: model.PKITeam,
			When:  "On the day that is in each: its issuer sets the term.",
			Then:  "Requests through the CMG can fail with 403 CMGConnector_Forbidden. Bind the new certificate to port 443 in IIS.",
			Cites: []model.Citation{{"cmg-comm-error", "error-code-403-cmgconnector_forbidden"}, {"pki-reqs", "site-systems-that-run-iis-and-support-https-client-connections"}},
		},
		applies: model.WithHTTPSPoint,
	},
	{
		Expiry: evidence.Expiry{
			ID: "monitoring-certificates", What: "Client certificates of the HTTPS management points", Owner: model.PKITeam,
			When:  "On the day that is in each: your PKI sets the term.",
			Then:  "The site monitors an HTTPS management point with it. What happens once it has expired, the pages do not say.",
			Cites: []model.Citation{{"pki-reqs", "site-system-monitoring"}},
		},
		applies: model.WithHTTPSPoint,
	},
	{
		Expiry: evidence.Expiry{
			ID: "connection-point-certificates", What: "Client certificates of the connection points", Owner: model.PKITeam,
			When:  "On the day that is in each: your PKI sets the term.",
			Then:  "Without a valid one requests to an HTTPS management point fail with 403 CMGConnector_Clientcertificaterequired.",
			Cites: []model.Citation{{"cmg-comm-error", "error-code-403-cmgconnector_clientcertificaterequired"}, {"configure-authentication", "cmg-connection-point"}},
		},
		applies: tasks.NeedsConnectorCertificate,
	},
	{
		Expiry: evidence.Expiry{
			ID: "client-token", What: "Tokens of the clients", Owner: model.ConfigMgr, Task: "token-restart-policy",
			Term:  fmt.Sprintf("%d days", rules.TokenLifetimeDays),
			When:  fmt.Sprintf("%d days after the last renewal. A token is renewed once a month, but only when the client starts.", rules.TokenLifetimeDays),
			Then:  fmt.Sprintf("The device must reach an internal management point, or be reinstalled with a new bulk registration token. The support article expects errors after %d days already.", rules.TokenRenewalDays),
			Cites: []model.Citation{{"deploy-token", "token-renewal"}, {"cmg-comm-error", "error-code-401-cmgservice_invalid_token"}},
		},
		applies: tasks.WithTokens,
	},
	{
		Expiry: evidence.Expiry{
			ID: "bulk-token", What: "Bulk registration token", Owner: model.ConfigMgr, Task: "token-bulk",
			Then:  "It cannot be renewed: make a new one for the devices that are not installed yet.",
			Cites: []model.Citation{{"deploy-token", "bulk-registration-token-tool-usage"}, {"deploy-token", "token-renewal"}},
		},
		applies: tasks.NeedsBulkToken,
		fill:    fillBulkToken,
	},
	{
		Expiry: evidence.Expiry{
			ID: "site-support", What: "Support of the site's version", Owner: model.ConfigMgr, Task: rules.UpgradeSite, Early: "Update the site",
			Term:  "18 months",
			When:  "18 months after the version came out for the early update ring.",
			Then:  "Microsoft provides no fixes and helps only with updating to a supported version.",
			Cites: []model.Citation{{"updates", "supported-versions"}, {"versions-supported", ""}},
		},
		applies: func(p *model.Plan) bool { _, known := updates.VersionNamed(p.Site.Version); return known },
		fill:    fillSupport,
	},
}

// fillSupport names the day, and the way to the newest version known here.
func fillSupport(p *model.Plan, e *evidence.Expiry) {
	v, _ := updates.VersionNamed(p.Site.Version)
	e.Date, e.When = v.Ends, "On "+v.Ends+", for version "+string(v.Name)+"."
	if v.Unofficial {
		e.When += " The day comes from a copy of the table of Microsoft, and keeps to its rule of 18 months."
	}
	if way := updates.WayUp(v.Name); len(way) > 0 {
		e.Then += " The way up: " + updates.WayInWords(way) + ", or later. Version 2603 does not contain the image update KB37942646: install it straight after."
	}
}

// Expiries lists what comes to an end in the set-up that the answers describe.
func Expiries(p *model.Plan) []evidence.Expiry {
	list := []evidence.Expiry{}
	for i, row := range expiries {
		if row.applies != nil && !row.applies(p) {
			continue
		}
		e := row.Expiry
		e.Sources = expirySources()[i]
		if row.fill != nil {
			row.fill(p, &e)
		}
		list = append(list, e)
	}
	return list
}

// expirySources are the references of the table, worked out once.
var expirySources = sync.OnceValue(func() [][]model.Reference {
	sources := make([][]model.Reference, len(expiries))
	for i, row := range expiries {
		sources[i] = model.References(row.Cites)
	}
	return sources
})

func fillSecret(p *model.Plan, e *evidence.Expiry) {
	if _, err := time.Parse(time.DateOnly, p.Entra.SecretExpires); err == nil {
		e.Date, e.Term = p.Entra.SecretExpires, p.Entra.SecretExpires
		e.When = "On " + p.Entra.SecretExpires + ", as the plan says."
	}
	switch p.Entra.Apps {
	case model.AppsByHand:
		e.Then += " The console never warns of it, because the app was imported: only a calendar does."
	case model.AppsByWizard:
		e.Then += " The console warns before."
	default:
		e.Then += " The console warns before, but never of an app that was imported."
	}
}

func fillServerCertificate(p *model.Plan, e *evidence.Expiry) {
	issuer := map[model.CertificateSource]string{model.PublicProvider: "the public provider", model.EnterprisePKI: "your PKI"}[p.Gateway.CertificateSource]
	if issuer == "" {
		issuer = "its issuer"
	}
	e.When = "On the day that is in it: " + issuer + " sets the term."
	e.Earliest(evidence.GatewayCertificates(p), "")
}

// anyDay is when certificates end while none was seen.
const anyDay = "On the day that is in each: your PKI sets the term."

func fillClientCertificates(p *model.Plan, e *evidence.Expiry) {
	e.When = anyDay + " Group policy does not reach these devices: renew the certificates in the way in which they were enrolled."
	if tasks.EnrolsInDomain(p) {
		e.When = anyDay + " Autoenrollment renews those of domain members; all others must be renewed in the way in which they were enrolled."
	}
	how := strings.TrimPrefix(e.When, anyDay)
	if e.SeenEnd(evidence.EarliestEnd(evidence.ClientCertificates(p))) {
		e.When += " Others may end before it." + how
	}
}

func fillCACertificates(p *model.Plan, e *evidence.Expiry) {
	e.When = "On the day that is in each: whoever runs the CA set the term."
	e.Earliest(evidence.ChainCertificates(p), " It is the first CA of the chain to end.")
}

func fillBulkToken(p *model.Plan, e *evidence.Expiry) {
	minutes, given := p.Token.BulkLifetimeMinutes.Value()
	why := "as the plan says"
	if !given || minutes < 1 || minutes > model.MaxBulkLifetime {
		minutes, why = model.DefaultBulkLifetime, "as the tool does it automatically"
	}
	e.Term = model.Thousands(minutes) + " minutes"
	e.When = fmt.Sprintf("%s minutes after it is made%s, %s. %s minutes, seven days, are the most.",
		model.Thousands(minutes), inDays(minutes), why, model.Thousands(model.MaxBulkLifetime))
	token, file := evidence.SeenToken(p)
	e.SeenEnd(token.Expires, file)
}

// inDays adds the days where they come out whole.
func inDays(minutes int) string {
	switch {
	case minutes%rules.MinutesADay != 0:
		return ""
	case minutes == rules.MinutesADay:
		return " (one day)"
	}
	return fmt.Sprintf(" (%d days)", minutes/rules.MinutesADay)
}
