package rules

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

type requirementCase struct {
	name, says string
	change     func(*model.Plan) // nil: the good plan as it is
	need       Need
}

// onlyTokens leaves one token device, with the given reach.
func onlyTokens(reach model.YesNo) func(*model.Plan) {
	return func(p *model.Plan) {
		p.Devices = p.Devices[2:3]
		p.Devices[0].ReachesInternalNetwork = reach
	}
}

func methodMissing(i int) func(*model.Plan) {
	return func(p *model.Plan) { p.Devices[i].Method = model.Unsure }
}

var methodRequirements = []requirementCase{
	{"entra_integration", "any plan", nil, Required},
	{"entra_integration", "an empty plan", func(p *model.Plan) { *p = model.Plan{} }, Required},

	{"client_authentication_certificate", "PKI in use", nil, Required},
	{"client_authentication_certificate", "nobody uses PKI", nobodyUsesPKI, NotRequired},
	{"client_authentication_certificate", "only devices inside use PKI", func(p *model.Plan) { p.Devices[1].Internet = model.No }, NotRequired},
	{"client_authentication_certificate", "nobody uses PKI, and a method is missing", plantest.Both(nobodyUsesPKI, methodMissing(0)), NeedUnknown},
	{"client_authentication_certificate", "PKI in use, and a method is missing", methodMissing(0), Required},
	{"client_authentication_certificate", "no device is listed", plantest.NoDevices, NeedUnknown},
	{"client_authentication_certificate", "no device is on the internet", plantest.NobodyOnTheInternet, NeedUnknown},

	{"trusted_root_chain", "PKI in use", nil, Required},
	{"trusted_root_chain", "PKI in use with E-HTTP alone", plantest.AllEnhancedHTTP, Required},
	{"trusted_root_chain", "nobody uses PKI", nobodyUsesPKI, NotRequired},
	{"trusted_root_chain", "no method yet", plantest.NoMethodYet, NeedUnknown},

	{"site_pki_option", "PKI in use", nil, Required},
	{"site_pki_option", "nobody uses PKI", nobodyUsesPKI, NotRequired},
	{"site_pki_option", "no method yet", plantest.NoMethodYet, NeedUnknown},

	{"asp_net_45", "Microsoft Entra ID in use", nil, Required},
	{"asp_net_45", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotRequired},
	{"asp_net_45", "a method is missing", methodMissing(0), NeedUnknown},

	{"ad_user_discovery", "Microsoft Entra ID with hybrid users", nil, Required},
	{"ad_user_discovery", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotRequired},
	{"ad_user_discovery", "users of the cloud only", func(p *model.Plan) { p.Entra.Identities = model.CloudOnly }, NotRequired},
	{"ad_user_discovery", "users of the cloud only, and no method yet", plantest.Both(plantest.NoMethodYet, func(p *model.Plan) { p.Entra.Identities = model.CloudOnly }), NotRequired},
	{"ad_user_discovery", "identities are not known yet", func(p *model.Plan) { p.Entra.Identities = model.Unsure }, NeedUnknown},
	{"ad_user_discovery", "identities are not known yet, and nobody uses it", plantest.Both(nobodyUsesEntra, func(p *model.Plan) { p.Entra.Identities = model.Unsure }), NotRequired},
	{"ad_user_discovery", "no method yet", plantest.NoMethodYet, NeedUnknown},

	{"entra_user_discovery", "deployments to users", func(p *model.Plan) { p.Entra.Identities = model.CloudOnly }, Required},
	{"entra_user_discovery", "hybrid users without deployments to them", func(p *model.Plan) { p.Devices[0].UserCentric = model.No }, Required},
	{"entra_user_discovery", "neither of the two", func(p *model.Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric = model.CloudOnly, model.No
	}, Recommended},
	{"entra_user_discovery", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotRequired},
	{"entra_user_discovery", "identities are not answered", func(p *model.Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric = "", model.No
	}, Recommended},
	{"entra_user_discovery", "deployments to users are not known yet", func(p *model.Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric = model.CloudOnly, model.Unsure
	}, Recommended},
	{"entra_user_discovery", "neither of the two, and another method is missing", func(p *model.Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric, p.Devices[1].Method = model.CloudOnly, model.No, ""
	}, Recommended},
	{"entra_user_discovery", "nobody uses it, and a method is missing", plantest.Both(nobodyUsesEntra, methodMissing(1)), NeedUnknown},
	{"entra_user_discovery", "no device is listed", plantest.NoDevices, NeedUnknown},
	{"entra_user_discovery", "no method yet", plantest.NoMethodYet, NeedUnknown},
	{"entra_user_discovery", "deployments to users of another method", func(p *model.Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric, p.Devices[1].UserCentric = model.CloudOnly, model.No, model.Yes
	}, Recommended},

	{"management_point_internet_access", "Microsoft Entra ID from 2603 on", nil, Required},
	{"management_point_internet_access", "no version is judged as the newest", func(p *model.Plan) { p.Site.Version = "" }, Required},
	{"management_point_internet_access", "the version before", func(p *model.Plan) { p.Site.Version = "2509" }, NotRequired},
	{"management_point_internet_access", "the version before, and no method yet", plantest.Both(plantest.NoMethodYet, func(p *model.Plan) { p.Site.Version = "2509" }), NotRequired},
	{"management_point_internet_access", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotRequired},
	{"management_point_internet_access", "no method yet", plantest.NoMethodYet, NeedUnknown},

	{"bulk_registration_token", "a token device never comes inside", nil, Required},
	{"bulk_registration_token", "it comes inside, where only HTTPS is, without a certificate", plantest.Both(httpsAloneInside, onlyTokens(model.Yes)), Required},
	{"bulk_registration_token", "it comes inside, where only HTTPS is, with a certificate", func(p *model.Plan) {
		httpsAloneInside(p)
		onlyTokens(model.Yes)(p)
		p.Devices[0].ClientCertificate = model.Yes
		plantest.NotByBulkToken(p)
	}, NotRequired},
	{"bulk_registration_token", "it comes inside, and bulk registration is chosen", onlyTokens(model.Yes), Recommended},
	{"bulk_registration_token", "reach not answered, and bulk registration is chosen", onlyTokens(""), Recommended},
	{"bulk_registration_token", "it comes inside, and registers there", plantest.Both(onlyTokens(model.Yes), plantest.NotByBulkToken), NotRequired},
	{"bulk_registration_token", "reach not known yet", plantest.Both(onlyTokens(model.Unsure), plantest.NotByBulkToken), NeedUnknown},
	{"bulk_registration_token", "a method is missing", plantest.Both(nobodyUsesTokens, methodMissing(0)), NeedUnknown},
	{"bulk_registration_token", "nobody uses tokens", nobodyUsesTokens, NotRequired},
	{"bulk_registration_token", "no device is listed", plantest.NoDevices, NeedUnknown},
}

var otherRequirements = []requirementCase{
	{"connection_point_certificate", "PKI with HTTPS", nil, Required},
	{"connection_point_certificate", "PKI with E-HTTP", plantest.AllEnhancedHTTP, Recommended},
	{"connection_point_certificate", "HTTPS without PKI", nobodyUsesPKI, Recommended},
	{"connection_point_certificate", "neither", plantest.Both(plantest.AllEnhancedHTTP, nobodyUsesPKI), NotRequired},
	{"connection_point_certificate", "no CMG management point", plantest.NoCMGPoint, NeedUnknown},

	{"web_server_certificate", "one is HTTPS", nil, Required},
	{"web_server_certificate", "one is HTTPS, the other not answered", func(p *model.Plan) { p.ManagementPoints[0].Clients = "" }, Required},
	{"web_server_certificate", "none is HTTPS", plantest.AllEnhancedHTTP, NotRequired},
	{"web_server_certificate", "none is, and one is not known yet", func(p *model.Plan) { p.ManagementPoints[1].Clients = model.Unsure }, NeedUnknown},
	{"web_server_certificate", "no management point is listed", plantest.NoPoints, NeedUnknown},

	{"enhanced_http", "the site will use it", nil, Required},
	{"enhanced_http", "the site will be HTTPS only", func(p *model.Plan) { p.Site.Security = model.HTTPSOnly }, NotRequired},
	{"enhanced_http", "not answered", func(p *model.Plan) { p.Site.Security = "" }, NeedUnknown},

	{"cname", "a name of our own", nil, Required},
	{"cname", "a name of Azure", plantest.NameOfAzure, NotRequired},
	{"cname", "a name of Azure in capitals", serviceName("CMG.WestEurope.CloudApp.Azure.Com"), NotRequired},
	{"cname", "no name", serviceName(""), NeedUnknown},
	{"cname", "a name not known yet", serviceName(model.Unsure), NeedUnknown},

	{"internet_only_management_points", "the CMG one is HTTPS, the other is not", func(p *model.Plan) { p.ManagementPoints[0].CMGTraffic = model.No }, Recommended},
	{"internet_only_management_points", "a CMG one is E-HTTP", nil, NotRequired},
	{"internet_only_management_points", "one management point", func(p *model.Plan) { p.ManagementPoints = p.ManagementPoints[1:] }, NotRequired},
	{"internet_only_management_points", "none takes CMG traffic", plantest.NoCMGPoint, NotRequired},
	{"internet_only_management_points", "nobody is inside", func(p *model.Plan) {
		p.ManagementPoints[0].CMGTraffic = model.No
		p.Devices = p.Devices[2:3]
	}, NotRequired},
	{"internet_only_management_points", "all are HTTPS", func(p *model.Plan) {
		p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[0].Clients = model.No, model.ConnectHTTPS
	}, NotRequired},
	{"internet_only_management_points", "the mode of the other is not answered", func(p *model.Plan) {
		p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[0].Clients = model.No, ""
	}, NotRequired},

	{"ports_10124_up", "two instances", nil, Required},
	{"ports_10124_up", "one instance", instances(1), NotRequired},
	{"ports_10124_up", "not answered", func(p *model.Plan) { p.Gateway.VMInstances = model.Number{} }, NeedUnknown},
	{"ports_10124_up", "not known yet", instancesUnsure, NeedUnknown},
}

func requirementCases() []requirementCase {
	return slices.Concat(methodRequirements, otherRequirements)
}

func needOf(t *testing.T, p *model.Plan, name string) Need {
	t.Helper()
	for _, r := range Requirements(p) {
		if r.Name == name {
			return r.Need
		}
	}
	t.Fatalf("no requirement is called %s", name)
	return ""
}

func TestRequirements(t *testing.T) {
	for _, c := range requirementCases() {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		if need := needOf(t, p, c.name); need != c.need {
			t.Errorf("%s, %s: %s, want %s", c.name, c.says, need, c.need)
		}
	}
}

// needsOf are the words that each requirement can have.
var needsOf = map[string][]Need{
	"entra_integration":                 {Required},
	"client_authentication_certificate": {Required, NotRequired, NeedUnknown},
	"trusted_root_chain":                {Required, NotRequired, NeedUnknown},
	"site_pki_option":                   {Required, NotRequired, NeedUnknown},
	"connection_point_certificate":      {Required, Recommended, NotRequired, NeedUnknown},
	"web_server_certificate":            {Required, NotRequired, NeedUnknown},
	"enhanced_http":                     {Required, NotRequired, NeedUnknown},
	"asp_net_45":                        {Required, NotRequired, NeedUnknown},
	"ad_user_discovery":                 {Required, NotRequired, NeedUnknown},
	"entra_user_discovery":              {Required, Recommended, NotRequired, NeedUnknown},
	"bulk_registration_token":           {Required, Recommended, NotRequired, NeedUnknown},
	"cname":                             {Required, NotRequired, NeedUnknown},
	"management_point_internet_access":  {Required, NotRequired, NeedUnknown},
	"internet_only_management_points":   {Recommended, NotRequired},
	"ports_10124_up":                    {Required, NotRequired, NeedUnknown},
}

func TestEveryNeedHasACase(t *testing.T) {
	seen := map[string][]Need{}
	for _, c := range requirementCases() {
		seen[c.name] = append(seen[c.name], c.need)
	}
	for name, needs := range needsOf {
		for _, need := range needs {
			if !slices.Contains(seen[name], need) {
				t.Errorf("%s: no case where it is %s", name, need)
			}
		}
	}
}

func TestRequirementsAreWhole(t *testing.T) {
	random := rand.New(rand.NewSource(6))
	for n := range 1000 {
		list := Requirements(plantest.RandomPlan(random))
		if len(list) != len(needsOf) {
			t.Fatalf("%d requirements, want %d", len(list), len(needsOf))
		}
		for _, r := range list {
			if !slices.Contains(needsOf[r.Name], r.Need) {
				t.Fatalf("plan %d: %s is %s", n, r.Name, r.Need)
			}
			if r.Title == "" || r.Why == "" || len(r.Sources) == 0 {
				t.Fatalf("%s has no title, reason or source", r.Name)
			}
		}
	}
}

func TestRequirementCitations(t *testing.T) {
	for _, r := range RequirementRows {
		plantest.CheckCitations(t, r.Name, r.Cites)
	}
}

// TestConnectionPointCertificate goes through every use of PKI and every mode
// of up to two CMG management points.
func TestConnectionPointCertificate(t *testing.T) {
	for use, devices := range pkiUses {
		for _, security := range []model.Security{model.EnhancedHTTP, model.PlainHTTP, model.HTTPSOnly, "", model.Unsure} {
			for _, clients := range plantest.UpToTwo([]model.Connections{model.ConnectHTTP, model.ConnectHTTPS, "", model.Unsure}) {
				p := &model.Plan{}
				p.Site.Security, p.Devices = security, devices
				for _, c := range clients {
					p.ManagementPoints = append(p.ManagementPoints, model.ManagementPoint{Clients: c, CMGTraffic: model.Yes})
				}
				want := connectionPointWord(use, p)
				if need := needOf(t, p, "connection_point_certificate"); need != want {
					t.Errorf("PKI %s, %s site, clients %q: %s, want %s", use, security, clients, need, want)
				}
			}
		}
	}
}

// pkiUses are the ways in which PKI is used: by some internet device, by none,
// or not known because a method is missing.
var pkiUses = map[string][]model.Device{
	"in use":                {{Internet: model.Yes, Method: model.ClientPKI}},
	"in use, one missing":   {{Internet: model.Yes, Method: model.ClientPKI}, {Internet: model.Yes}},
	"not in use":            {{Internet: model.Yes, Method: model.EntraID}},
	"no method yet":         {{Internet: model.Yes, Method: model.Unsure}},
	"one missing":           {{Internet: model.Yes, Method: model.SiteToken}, {Internet: model.Yes}},
	"no internet device":    {{Internet: model.No, Method: model.ClientPKI}},
	"no device":             nil,
	"internet not answered": {{Method: model.ClientPKI}},
}

// connectionPointWord is the row of the table in words: what stands there for
// every way in which the missing answers can turn out, else not known.
func connectionPointWord(use string, p *model.Plan) Need {
	uses := map[string][]bool{"in use": {true}, "in use, one missing": {true}, "not in use": {false}}[use]
	if uses == nil {
		uses = []bool{true, false}
	}
	words := map[Need]bool{}
	for _, pki := range uses {
		for _, modes := range completions(p) {
			words[certificateWord(pki, modes)] = true
		}
	}
	if len(words) != 1 || len(p.ManagementPoints) == 0 {
		return NeedUnknown
	}
	for word := range words {
		return word
	}
	return ""
}

func certificateWord(pki bool, modes []string) Need {
	https, others := slices.Contains(modes, "https"), slices.Contains(modes, "http") || slices.Contains(modes, "https")
	switch {
	case pki && https:
		return Required
	case pki && !others, https && !pki:
		return Recommended
	}
	return NotRequired
}

// completions are the modes of the points, with every mode for an unknown one.
func completions(p *model.Plan) [][]string {
	lists := [][]string{nil}
	for i := range p.ManagementPoints {
		modes := []string{string(p.Mode(i))}
		if p.Mode(i) == model.ModeUnknown {
			modes = []string{"http", "e-http", "https"}
		}
		var longer [][]string
		for _, list := range lists {
			for _, mode := range modes {
				longer = append(longer, append(slices.Clone(list), mode))
			}
		}
		lists = longer
	}
	return lists
}

func TestUpToTwo(t *testing.T) {
	if got := fmt.Sprint(plantest.UpToTwo([]int{1, 2})); got != "[[] [1] [1 1] [1 2] [2] [2 1] [2 2]]" {
		t.Error(got)
	}
}
