package assume

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

func always[T ~string](value T) formula {
	return func(*model.Plan, int) string { return string(value) }
}

func ever(*model.Plan, int) bool { return true }

// ifUsed is for plans in which an internet device uses the method.
func ifUsed[T ~string](m model.Method, value T) formula {
	return func(p *model.Plan, _ int) string { return only(p.Uses(m), value) }
}

func only[T ~string](applies bool, value T) string {
	if applies {
		return string(value)
	}
	return ""
}

// siteSecurity never keeps plain HTTP.
func siteSecurity(p *model.Plan, _ int) string {
	if now := p.Site.SecurityNow; now == model.HTTPSOnly {
		return string(now)
	}
	return string(model.EnhancedHTTP)
}

// dotNet48 takes a version that nobody knows for one that needs it.
func dotNet48(p *model.Plan, _ int) string {
	return only(p.Site.Version.AtLeast(rules.DotNet48Needed), model.No)
}

func windows(p *model.Plan, i int) string {
	d := p.Devices[i]
	return only(model.OnTheInternet(d) && (d.Join == model.EntraJoined || d.Join == model.HybridJoined), model.Windows10)
}

func isEntraJoined(p *model.Plan, i int) bool { return p.Devices[i].Join == model.EntraJoined }

func isWorkgroup(p *model.Plan, i int) bool { return p.Devices[i].Join == model.Workgroup }

// method leaves a kind alone whose best method hangs on a missing answer.
func method(p *model.Plan, i int) string {
	d := p.Devices[i]
	if !model.OnTheInternet(d) {
		return ""
	}
	best, _ := judge.Recommend(&p.Answers, d)
	d.Method = model.EntraID
	fits := d.MethodFits()
	return only(fits == model.IsTrue || fits == model.IsFalse && model.Known(p.PKI.Available), best)
}

func onPremises(p *model.Plan, i int) string {
	if reach := p.Devices[i].ReachesInternalNetwork; model.Known(reach) {
		return string(reach)
	}
	return string(model.Yes)
}

func reachIsKnown(p *model.Plan, i int) bool {
	return model.Known(p.Devices[i].ReachesInternalNetwork)
}

// userCentric stays open for devices with certificates or tokens: "no" would
// hide that they cannot serve users.
func userCentric(p *model.Plan, i int) string {
	d := p.Devices[i]
	switch {
	case !model.OnTheInternet(d):
		return ""
	case d.Method == model.EntraID:
		return string(model.Yes)
	}
	return only(d.Join == model.Workgroup, model.No)
}

// apps leaves it open where the site may be connected already.
func apps(p *model.Plan, _ int) string {
	return only(p.Entra.SiteIntegrated == model.No, model.AppsByWizard)
}

func networkLocationPolicy(p *model.Plan, _ int) string {
	joined := func(i int) bool { return p.Devices[i].Join == model.EntraJoined }
	return only(slices.ContainsFunc(rules.InternetDevicesWith(&p.Answers, model.EntraID), joined), model.No)
}

// clients takes nothing back that is HTTPS, and gives clients with certificates
// one HTTPS management point where another one is left for those without.
func clients(p *model.Plan, i int) string {
	mp := p.ManagementPoints[i]
	switch {
	case !model.Known(p.Site.Security):
		return ""
	case p.Site.Security == model.HTTPSOnly, mp.ClientsNow == model.ConnectHTTPS, isNextHTTPS(p, i):
		return string(model.ConnectHTTPS)
	}
	return string(model.ConnectHTTP)
}

// isNextHTTPS looks at the entry itself first: a plan may have thousands.
func isNextHTTPS(p *model.Plan, i int) bool {
	takesTraffic := func(mp model.ManagementPoint) bool { return mp.CMGTraffic == model.Yes }
	isLast := takesTraffic(p.ManagementPoints[i]) && !slices.ContainsFunc(p.ManagementPoints[i+1:], takesTraffic)
	return isLast && p.Uses(model.ClientPKI) && len(p.InsidePoints()) > 1 && !slices.ContainsFunc(p.ManagementPoints, willBeHTTPS)
}

func willBeHTTPS(mp model.ManagementPoint) bool {
	return mp.Clients == model.ConnectHTTPS || mp.Clients == "" && mp.ClientsNow == model.ConnectHTTPS
}

func trustsClientCA(p *model.Plan, i int) string {
	mp := p.ManagementPoints[i]
	return only(mp.CMGTraffic == model.Yes && mp.Clients == model.ConnectHTTPS && p.Uses(model.ClientPKI), model.No)
}

// verifyRevocation is on only where neither an answer nor a file speaks against
// it.
func verifyRevocation(p *model.Plan, _ int) string {
	if p.PKI.CRLPublic == model.Yes && evidence.CRLFault(p) == "" {
		return only(p.Uses(model.ClientPKI), model.Yes)
	}
	return only(p.Uses(model.ClientPKI), model.No)
}

// keyBits leaves the keys of certificates alone that exist: their length is a
// fact.
func keyBits(p *model.Plan, _ int) string {
	devices := rules.InternetDevicesWith(&p.Answers, model.ClientPKI)
	held := slices.ContainsFunc(devices, func(i int) bool { return p.Devices[i].ClientCertificate == model.Yes })
	return only(len(devices) > 0 && !held && p.PKI.CertificatesIssued != model.Yes, "2048")
}

func certificatesMayExist(p *model.Plan, _ int) bool { return p.PKI.CertificatesIssued != model.No }

// tokenCertificate leaves it open where somebody said that no bulk token is used:
// "no" would then say that these devices cannot register.
func tokenCertificate(p *model.Plan, i int) string {
	noBulk := p.Token.UsesBulk() == model.IsFalse
	d := p.Devices[i]
	return only(model.OnTheInternet(d) && d.Method == model.SiteToken && !noBulk, model.No)
}

func tokenDevices(p *model.Plan) []int {
	return rules.InternetDevicesWith(&p.Answers, model.SiteToken)
}

// registration is every way that some kind of device needs.
func registration(p *model.Plan, _ int) string {
	inside, bulk := false, false
	for _, i := range tokenDevices(p) {
		d := p.Devices[i]
		inside = inside || d.ReachesInternalNetwork != model.No
		bulk = bulk || d.ReachesInternalNetwork != model.Yes || p.OnlyHTTPSInside() && d.ClientCertificate != model.Yes
	}
	var ways []string
	if inside {
		ways = append(ways, string(model.InternalNetwork))
	}
	if bulk {
		ways = append(ways, string(model.BulkToken))
	}
	return strings.Join(ways, ",")
}

func bulkIsAWay(p *model.Plan) bool {
	return len(tokenDevices(p)) > 0 && p.Token.UsesBulk() == model.IsTrue
}

func bulkLifetime(p *model.Plan, _ int) string {
	return only(bulkIsAWay(p), model.Num(model.DefaultBulkLifetime).String())
}

// rolloutDays stays open under a day, and where the lifetime is none.
func rolloutDays(p *model.Plan, _ int) string {
	minutes, known := p.Token.BulkLifetimeMinutes.Value()
	days := minutes / rules.MinutesADay
	return only(bulkIsAWay(p) && known && days > 0 && minutes <= model.MaxBulkLifetime, model.Num(days).String())
}

// environment goes by the names that only Azure for US Government has.
func environment(p *model.Plan, _ int) string {
	region := model.BareRegion(p.Gateway.Region)
	name := strings.ToLower(strings.TrimSuffix(p.Gateway.ServiceName, "."))
	if strings.HasPrefix(region, "usgov") || strings.HasPrefix(region, "usdod") || strings.HasSuffix(name, ".usgovcloudapp.net") {
		return string(model.GovernmentCloud)
	}
	return string(model.PublicCloud)
}

func governmentNote(p *model.Plan, _ int) string {
	if p.Gateway.Environment == model.GovernmentCloud && !model.Known(p.Site.Version) {
		return "The US Government cloud needs version 2111 or later."
	}
	return ""
}

// classicPresent says nothing while the version is not known: any version may
// have a classic CMG then.
func classicPresent(p *model.Plan, _ int) string {
	return only(model.Known(p.Site.Version) && p.Site.Version.AtLeast(model.HTTPRemoved), model.No)
}
