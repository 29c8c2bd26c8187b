package plantest

import (
	"strings"
	"testing"

	"cmgwizard/model"
)

// The answers of the quick round for four fleets, as lines for PlanOf.

const quickSite = `site.code = P01
site.security_now = enhanced-http
entra.site_integrated = no
gateway.service_name = contosocmg.contoso.com
gateway.certificate_source = public
gateway.region = westeurope
connection_points[0].host = cp1.contoso.com
management_points[0].host = mp1.contoso.com
management_points[0].cmg_traffic = yes
management_points[0].clients_now = http
management_points[0].clients = http
`

const secondPoint = `management_points[1].host = mp2.contoso.com
management_points[1].cmg_traffic = yes
management_points[1].clients_now = http
management_points[1].clients = https
`

// QuickHybrid are hybrid joined devices with Microsoft Entra ID.
const QuickHybrid = quickSite + `site.version = 2503
devices[0].join = hybrid
devices[0].windows = 10-or-later
devices[0].internet = yes
devices[0].count = 2400
devices[0].method = entra
`

// QuickDomain are AD domain-joined devices with PKI certificates.
const QuickDomain = quickSite + secondPoint + `site.version = 2503
devices[0].join = domain
devices[0].internet = yes
devices[0].count = 300
devices[0].method = pki
devices[0].user_centric = no
pki.available = yes
pki.issuer = ad-cs
pki.crl_public = no
`

// QuickWorkgroup are workgroup devices with site-issued tokens.
const QuickWorkgroup = quickSite + `site.version = 2503
devices[0].join = workgroup
devices[0].internet = yes
devices[0].count = 150
devices[0].method = token
devices[0].reaches_internal_network = no
pki.available = no
token.longest_offline_days = 30
`

// QuickMixed are all three.
const QuickMixed = quickSite + secondPoint + `site.version = 2603
connection_points[1].host = cp2.contoso.com
devices[0].join = hybrid
devices[0].windows = 10-or-later
devices[0].internet = yes
devices[0].count = 2400
devices[0].method = entra
devices[1].join = domain
devices[1].internet = yes
devices[1].count = 300
devices[1].method = pki
devices[1].user_centric = no
devices[2].join = workgroup
devices[2].internet = yes
devices[2].count = 150
devices[2].method = token
devices[2].reaches_internal_network = no
pki.available = yes
pki.issuer = ad-cs
pki.crl_public = no
token.longest_offline_days = 30
`

// PlanOf makes a plan of lines "key = value".
func PlanOf(t testing.TB, lines string) model.Plan {
	t.Helper()
	p := model.Plan{Format: model.Format}
	p.Devices = make([]model.Device, entries(lines, "devices"))
	p.ManagementPoints = make([]model.ManagementPoint, entries(lines, "management_points"))
	p.ConnectionPoints = make([]model.ConnectionPoint, entries(lines, "connection_points"))
	for line := range strings.Lines(lines) {
		if key, value, found := strings.Cut(strings.TrimSpace(line), " ="); found {
			SetKey(t, &p, key, strings.TrimSpace(value))
		}
	}
	return p
}

func entries(lines, list string) int {
	n := 0
	for strings.Contains(lines, list+"["+model.Num(n).String()+"]") {
		n++
	}
	return n
}

// SetKey answers one key.
func SetKey(t testing.TB, p *model.Plan, key, value string) {
	t.Helper()
	f, found := p.Field(key)
	if !found {
		t.Fatalf("no key %s", key)
	}
	if err := f.Set(value); err != nil {
		t.Fatalf("%s: %v", key, err)
	}
}
