package judge

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/pki"
	"cmgwizard/model/plantest"
	"cmgwizard/model/tasks"
)

func expiryIDs(p *model.Plan) []string {
	ids := []string{}
	for _, e := range Expiries(p) {
		ids = append(ids, e.ID)
	}
	return ids
}

// ofVersion is the end of the support, where the version is known.
func ofVersion(p *model.Plan) []string {
	if !model.Known(p.Site.Version) {
		return nil
	}
	return []string{"site-support"}
}

func TestExpiries(t *testing.T) {
	always := []string{"web-app-secret", "server-certificate"}
	withPoint := []string{"web-server-certificates", "monitoring-certificates"}
	for _, c := range []struct {
		says string
		plan *model.Plan
		more []string
	}{
		{"an empty plan", &model.Plan{}, nil},
		{"Entra over E-HTTP", plantest.HybridFleet(), nil},
		{"certificates over E-HTTP", plantest.CertificateFleet(), []string{"client-certificates", "ca-certificates", "crl", "connection-point-certificates"}},
		{"certificates over HTTPS", plantest.FleetWith(plantest.CertificateFleet(), allOnHTTPS), slices.Concat([]string{"client-certificates", "ca-certificates", "crl"}, withPoint, []string{"connection-point-certificates"})},
		{"Entra over HTTPS", plantest.FleetWith(plantest.HybridFleet(), allOnHTTPS), slices.Concat(withPoint, []string{"connection-point-certificates"})},
		{"tokens with a bulk token", plantest.WorkgroupFleet(), []string{"client-token", "bulk-token"}},
		{"tokens of devices that come inside", plantest.FleetWith(plantest.WorkgroupFleet(), plantest.Both(comesInside, plantest.NotByBulkToken)), []string{"client-token"}},
	} {
		if got, want := expiryIDs(c.plan), slices.Concat(always, c.more, ofVersion(c.plan)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.says, got, want)
		}
	}
}

func allOnHTTPS(p *model.Plan) { p.ManagementPoints[0].Clients = model.ConnectHTTPS }

func comesInside(p *model.Plan) { p.Devices[0].ReachesInternalNetwork = model.Yes }

func TestWhatThePlanSaysOfAnExpiry(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		id     string
		want   []string // in its words
	}{
		{"no date", func(p *model.Plan) { p.Entra.SecretExpires, p.Entra.Apps = "", "" }, "web-app-secret", []string{"One year after it was made", "never of an app that was imported"}},
		{"a date", func(p *model.Plan) { p.Entra.SecretExpires = "2027-03-01" }, "web-app-secret", []string{"2027-03-01|2027-03-01|On 2027-03-01, as the plan says."}},
		{"a date that nobody knows", func(p *model.Plan) { p.Entra.SecretExpires = model.Unsure }, "web-app-secret", []string{"One year after it was made"}},
		{"imported apps", func(p *model.Plan) { p.Entra.Apps = model.AppsByHand }, "web-app-secret", []string{"never warns of it"}},
		{"apps of the wizard", func(p *model.Plan) { p.Entra.Apps = model.AppsByWizard }, "web-app-secret", []string{"The console warns before."}},
		{"a public certificate", func(p *model.Plan) { p.Gateway.CertificateSource = model.PublicProvider }, "server-certificate", []string{"the public provider sets"}},
		{"a certificate of anybody", func(p *model.Plan) { p.Gateway.CertificateSource = "" }, "server-certificate", []string{"its issuer sets"}},
		{"domain members", nil, "client-certificates", []string{"Autoenrollment renews"}},
		{"no domain member", func(p *model.Plan) { p.Devices[1].Join = model.Workgroup }, "client-certificates", []string{"Group policy does not reach"}},
		{"a lifetime", nil, "bulk-token", []string{"4,320 minutes after it is made (3 days), as the plan says"}},
		{"a lifetime in minutes", func(p *model.Plan) { p.Token.BulkLifetimeMinutes = model.Num(90) }, "bulk-token", []string{"90 minutes after it is made, as the plan says"}},
		{"one day", func(p *model.Plan) { p.Token.BulkLifetimeMinutes = model.Num(1440) }, "bulk-token", []string{"(one day)"}},
		{"no lifetime", plantest.NoLifetime, "bulk-token", []string{"4,320 minutes after it is made (3 days), as the tool does it automatically"}},
		{"a lifetime that the tool refuses", func(p *model.Plan) { p.Token.BulkLifetimeMinutes = model.Num(20000) }, "bulk-token", []string{"automatically", "10,080 minutes"}},
		{"a token", nil, "client-token", []string{"90 days", "once a month", "30 days"}},
	} {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		place := slices.IndexFunc(Expiries(p), func(e evidence.Expiry) bool { return e.ID == c.id })
		if place < 0 {
			t.Errorf("%s: %s is not there", c.says, c.id)
			continue
		}
		e := Expiries(p)[place]
		text := strings.Join([]string{e.Term, e.Date, e.When, e.Then}, "|")
		for _, words := range c.want {
			if !strings.Contains(text, words) {
				t.Errorf("%s: %q is not in %q", c.says, words, text)
			}
		}
	}
}

// TestDatesFromFiles: what was seen in files has its day, the earliest where
// there are several.
func TestDatesFromFiles(t *testing.T) {
	soon := func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.NextMonth }
	for _, c := range []struct {
		says, id string
		change   func(*model.Plan)
		date     string
		words    []string
	}{
		{"nothing was seen", "server-certificate", nil, "", nil},
		{"the CMG's certificate", "server-certificate", evidencetest.SeesServer(plantest.GatewayName, plantest.AsIs), "2027-11-22", []string{"server.cer"}},
		{"two of the CMG", "server-certificate", plantest.Both(evidencetest.SeesServer(plantest.GatewayName, plantest.AsIs), evidencetest.SeesServer(plantest.GatewayName, soon)), "2026-12-12", nil},
		{"that of a management point", "server-certificate", evidencetest.SeesServer("mp1.contoso.com", plantest.AsIs), "", nil},
		{"a certificate that has ended", "server-certificate", evidencetest.SeesServer(plantest.GatewayName, func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.LastMonth }), "2026-10-12", nil},
		{"a client certificate", "client-certificates", evidencetest.SeesClient(plantest.AsIs), "2027-11-22", []string{"client.cer", "Others may end before it", "Autoenrollment"}},
		{"two clients", "client-certificates", plantest.Both(evidencetest.SeesClient(plantest.AsIs), evidencetest.SeesClient(soon)), "2026-12-12", nil},
		{"only CAs", "client-certificates", evidencetest.Sees(evidencetest.WholeChain[1:]...), "", []string{"your PKI sets the term"}},
		{"a chain", "ca-certificates", evidencetest.SeesChain(soon), "2026-12-12", []string{"issuing.cer", "the renewed CA certificate first"}},
		{"a CA that stands above nothing", "ca-certificates", evidencetest.Sees(evidencetest.WholeChain[1:]...), "", []string{"the renewed CA certificate first"}},
		{"a token", "bulk-token", evidencetest.SeesToken(plantest.AsIs), "2026-11-24", []string{"token.txt"}},
		{"a newer token", "bulk-token", plantest.Both(evidencetest.SeesToken(plantest.AsIs), evidencetest.Sees(evidencetest.Of("new.txt", evidencetest.Changed(evidencetest.BulkToken(), func(f *evidence.TokenFacts) { f.Expires = evidencetest.NextMonth })))), "2026-12-12", []string{"new.txt"}},
		{"no facts", "bulk-token", evidencetest.Sees(model.Evidence{Kind: model.TokenEvidence}, model.Evidence{Kind: model.CertificateEvidence}), "", []string{"4,320 minutes"}},
	} {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		e := Expiries(p)[slices.Index(expiryIDs(p), c.id)]
		if e.Date != c.date || c.date != "" && e.Term != c.date {
			t.Errorf("%s: %s ends on %q (%s), want %q", c.says, c.id, e.Date, e.Term, c.date)
		}
		for _, words := range c.words {
			if !strings.Contains(e.When+e.Then, words) {
				t.Errorf("%s: %q is not in %q", c.says, words, e.When)
			}
		}
	}
}

func TestExpiriesAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range expiries {
		if row.ID == "" || seen[row.ID] || row.What == "" || row.Then == "" || model.Teams.Label(row.Owner) == string(row.Owner) {
			t.Errorf("%q lacks something or is there twice: %+v", row.ID, row.Expiry)
		}
		seen[row.ID] = true
		if _, known := tasks.All().Place[row.Task]; row.Task != "" && !known {
			t.Errorf("%s: there is no task %q", row.ID, row.Task)
		}
		for i, ref := range model.References(row.Cites) {
			if ref.URL == "" || row.Cites[i].Anchor() != "" && ref.Heading == "" {
				t.Errorf("%s cites %v, which is no source", row.ID, row.Cites[i])
			}
		}
		if len(row.Cites) == 0 {
			t.Errorf("%s cites nothing", row.ID)
		}
	}
	for _, e := range Expiries(plantest.GoodPlan()) {
		if e.When == "" || len(e.Sources) != len(e.Cites) {
			t.Errorf("%s does not say when, or has no sources", e.ID)
		}
	}
}

// TestExpiriesLeaveTheTableAlone: what one plan fills in must not reach the next.
func TestExpiriesLeaveTheTableAlone(t *testing.T) {
	before := Expiries((&model.Plan{}))
	p := plantest.GoodPlan()
	p.Entra.SecretExpires, p.Entra.Apps = "2027-03-01", model.AppsByHand
	Expiries(p)
	if !reflect.DeepEqual(before, Expiries((&model.Plan{}))) {
		t.Error("the table was changed")
	}
}
