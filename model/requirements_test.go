package model

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
)

type requirementCase struct {
	name, says string
	change     func(*Plan) // nil: the good plan as it is
	need       Need
}

// The changes that several rows make.

func noMethodYet(p *Plan) {
	for i := range p.Devices {
		p.Devices[i].Method = ""
	}
}

func noDevices(p *Plan) { p.Devices = nil }
func noPoints(p *Plan)  { p.ManagementPoints = nil }

// onlyTokens leaves one token device, with the given reach.
func onlyTokens(reach YesNo) func(*Plan) {
	return func(p *Plan) {
		p.Devices = p.Devices[2:3]
		p.Devices[0].ReachesInternalNetwork = reach
	}
}

func notByBulkToken(p *Plan) { p.Token.Registration = []Registration{InternalNetwork} }

func methodMissing(i int) func(*Plan) { return func(p *Plan) { p.Devices[i].Method = Unsure } }

var methodRequirements = []requirementCase{
	{"entra_integration", "any plan", nil, Required},
	{"entra_integration", "an empty plan", func(p *Plan) { *p = Plan{} }, Required},

	{"client_authentication_certificate", "PKI in use", nil, Required},
	{"client_authentication_certificate", "nobody uses PKI", nobodyUsesPKI, NotRequired},
	{"client_authentication_certificate", "only devices inside use PKI", func(p *Plan) { p.Devices[1].Internet = No }, NotRequired},
	{"client_authentication_certificate", "nobody uses PKI, and a method is missing", both(nobodyUsesPKI, methodMissing(0)), NeedUnknown},
	{"client_authentication_certificate", "PKI in use, and a method is missing", methodMissing(0), Required},
	{"client_authentication_certificate", "no device is listed", noDevices, NeedUnknown},
	{"client_authentication_certificate", "no device is on the internet", nobodyOnTheInternet, NeedUnknown},

	{"trusted_root_chain", "PKI in use", nil, Required},
	{"trusted_root_chain", "PKI in use with E-HTTP alone", allEnhancedHTTP, Required},
	{"trusted_root_chain", "nobody uses PKI", nobodyUsesPKI, NotRequired},
	{"trusted_root_chain", "no method yet", noMethodYet, NeedUnknown},

	{"site_pki_option", "PKI in use", nil, Required},
	{"site_pki_option", "nobody uses PKI", nobodyUsesPKI, NotRequired},
	{"site_pki_option", "no method yet", noMethodYet, NeedUnknown},

	{"asp_net_45", "Microsoft Entra ID in use", nil, Required},
	{"asp_net_45", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotRequired},
	{"asp_net_45", "a method is missing", methodMissing(0), NeedUnknown},

	{"ad_user_discovery", "Microsoft Entra ID with hybrid users", nil, Required},
	{"ad_user_discovery", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotRequired},
	{"ad_user_discovery", "users of the cloud only", func(p *Plan) { p.Entra.Identities = CloudOnly }, NotRequired},
	{"ad_user_discovery", "users of the cloud only, and no method yet", both(noMethodYet, func(p *Plan) { p.Entra.Identities = CloudOnly }), NotRequired},
	{"ad_user_discovery", "identities are not known yet", func(p *Plan) { p.Entra.Identities = Unsure }, NeedUnknown},
	{"ad_user_discovery", "identities are not known yet, and nobody uses it", both(nobodyUsesEntra, func(p *Plan) { p.Entra.Identities = Unsure }), NotRequired},
	{"ad_user_discovery", "no method yet", noMethodYet, NeedUnknown},

	{"entra_user_discovery", "deployments to users", func(p *Plan) { p.Entra.Identities = CloudOnly }, Required},
	{"entra_user_discovery", "hybrid users without deployments to them", func(p *Plan) { p.Devices[0].UserCentric = No }, Required},
	{"entra_user_discovery", "neither of the two", func(p *Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric = CloudOnly, No
	}, Recommended},
	{"entra_user_discovery", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotRequired},
	{"entra_user_discovery", "identities are not answered", func(p *Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric = "", No
	}, Recommended},
	{"entra_user_discovery", "deployments to users are not known yet", func(p *Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric = CloudOnly, Unsure
	}, Recommended},
	{"entra_user_discovery", "neither of the two, and another method is missing", func(p *Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric, p.Devices[1].Method = CloudOnly, No, ""
	}, Recommended},
	{"entra_user_discovery", "nobody uses it, and a method is missing", both(nobodyUsesEntra, methodMissing(1)), NeedUnknown},
	{"entra_user_discovery", "no device is listed", noDevices, NeedUnknown},
	{"entra_user_discovery", "no method yet", noMethodYet, NeedUnknown},
	{"entra_user_discovery", "deployments to users of another method", func(p *Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric, p.Devices[1].UserCentric = CloudOnly, No, Yes
	}, Recommended},

	{"management_point_internet_access", "Microsoft Entra ID from 2603 on", nil, Required},
	{"management_point_internet_access", "no version is judged as the newest", func(p *Plan) { p.Site.Version = "" }, Required},
	{"management_point_internet_access", "the version before", func(p *Plan) { p.Site.Version = "2509" }, NotRequired},
	{"management_point_internet_access", "the version before, and no method yet", both(noMethodYet, func(p *Plan) { p.Site.Version = "2509" }), NotRequired},
	{"management_point_internet_access", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotRequired},
	{"management_point_internet_access", "no method yet", noMethodYet, NeedUnknown},

	{"bulk_registration_token", "a token device never comes inside", nil, Required},
	{"bulk_registration_token", "it comes inside, where only HTTPS is, without a certificate", both(httpsAloneInside, onlyTokens(Yes)), Required},
	{"bulk_registration_token", "it comes inside, where only HTTPS is, with a certificate", func(p *Plan) {
		httpsAloneInside(p)
		onlyTokens(Yes)(p)
		p.Devices[0].ClientCertificate = Yes
		notByBulkToken(p)
	}, NotRequired},
	{"bulk_registration_token", "it comes inside, and bulk registration is chosen", onlyTokens(Yes), Recommended},
	{"bulk_registration_token", "reach not answered, and bulk registration is chosen", onlyTokens(""), Recommended},
	{"bulk_registration_token", "it comes inside, and registers there", both(onlyTokens(Yes), notByBulkToken), NotRequired},
	{"bulk_registration_token", "reach not known yet", both(onlyTokens(Unsure), notByBulkToken), NeedUnknown},
	{"bulk_registration_token", "a method is missing", both(nobodyUsesTokens, methodMissing(0)), NeedUnknown},
	{"bulk_registration_token", "nobody uses tokens", nobodyUsesTokens, NotRequired},
	{"bulk_registration_token", "no device is listed", noDevices, NeedUnknown},
}

var otherRequirements = []requirementCase{
	{"connection_point_certificate", "PKI with HTTPS", nil, Required},
	{"connection_point_certificate", "PKI with E-HTTP", allEnhancedHTTP, Recommended},
	{"connection_point_certificate", "HTTPS without PKI", nobodyUsesPKI, Recommended},
	{"connection_point_certificate", "neither", both(allEnhancedHTTP, nobodyUsesPKI), NotRequired},
	{"connection_point_certificate", "no CMG management point", noCMGPoint, NeedUnknown},

	{"web_server_certificate", "one is HTTPS", nil, Required},
	{"web_server_certificate", "one is HTTPS, the other not answered", func(p *Plan) { p.ManagementPoints[0].Clients = "" }, Required},
	{"web_server_certificate", "none is HTTPS", allEnhancedHTTP, NotRequired},
	{"web_server_certificate", "none is, and one is not known yet", func(p *Plan) { p.ManagementPoints[1].Clients = Unsure }, NeedUnknown},
	{"web_server_certificate", "no management point is listed", noPoints, NeedUnknown},

	{"enhanced_http", "the site will use it", nil, Required},
	{"enhanced_http", "the site will be HTTPS only", func(p *Plan) { p.Site.Security = HTTPSOnly }, NotRequired},
	{"enhanced_http", "not answered", func(p *Plan) { p.Site.Security = "" }, NeedUnknown},

	{"cname", "a name of our own", nil, Required},
	{"cname", "a name of Azure", nameOfAzure, NotRequired},
	{"cname", "a name of Azure in capitals", serviceName("CMG.WestEurope.CloudApp.Azure.Com"), NotRequired},
	{"cname", "no name", serviceName(""), NeedUnknown},
	{"cname", "a name not known yet", serviceName(Unsure), NeedUnknown},

	{"internet_only_management_points", "the CMG one is HTTPS, the other is not", func(p *Plan) { p.ManagementPoints[0].CMGTraffic = No }, Recommended},
	{"internet_only_management_points", "a CMG one is E-HTTP", nil, NotRequired},
	{"internet_only_management_points", "one management point", func(p *Plan) { p.ManagementPoints = p.ManagementPoints[1:] }, NotRequired},
	{"internet_only_management_points", "none takes CMG traffic", noCMGPoint, NotRequired},
	{"internet_only_management_points", "nobody is inside", func(p *Plan) {
		p.ManagementPoints[0].CMGTraffic = No
		p.Devices = p.Devices[2:3]
	}, NotRequired},
	{"internet_only_management_points", "all are HTTPS", func(p *Plan) {
		p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[0].Clients = No, ConnectHTTPS
	}, NotRequired},
	{"internet_only_management_points", "the mode of the other is not answered", func(p *Plan) {
		p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[0].Clients = No, ""
	}, NotRequired},

	{"ports_10124_up", "two instances", nil, Required},
	{"ports_10124_up", "one instance", instances(1), NotRequired},
	{"ports_10124_up", "not answered", func(p *Plan) { p.Gateway.VMInstances = Number{} }, NeedUnknown},
	{"ports_10124_up", "not known yet", instancesUnsure, NeedUnknown},
}

func requirementCases() []requirementCase {
	return slices.Concat(methodRequirements, otherRequirements)
}

func needOf(t *testing.T, p *Plan, name string) Need {
	t.Helper()
	for _, r := range p.Requirements() {
		if r.Name == name {
			return r.Need
		}
	}
	t.Fatalf("no requirement is called %s", name)
	return ""
}

func TestRequirements(t *testing.T) {
	for _, c := range requirementCases() {
		p := goodPlan()
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
		list := randomPlan(random).Requirements()
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
	for _, r := range requirements {
		checkCitations(t, r.name, r.cites)
	}
}

// TestConnectionPointCertificate goes through every use of PKI and every mode
// of up to two CMG management points.
func TestConnectionPointCertificate(t *testing.T) {
	for use, devices := range pkiUses {
		for _, security := range []Security{EnhancedHTTP, PlainHTTP, HTTPSOnly, "", Unsure} {
			for _, clients := range upToTwo([]Connections{ConnectHTTP, ConnectHTTPS, "", Unsure}) {
				p := &Plan{}
				p.Site.Security, p.Devices = security, devices
				for _, c := range clients {
					p.ManagementPoints = append(p.ManagementPoints, ManagementPoint{Clients: c, CMGTraffic: Yes})
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
var pkiUses = map[string][]Device{
	"in use":                {{Internet: Yes, Method: ClientPKI}},
	"in use, one missing":   {{Internet: Yes, Method: ClientPKI}, {Internet: Yes}},
	"not in use":            {{Internet: Yes, Method: EntraID}},
	"no method yet":         {{Internet: Yes, Method: Unsure}},
	"one missing":           {{Internet: Yes, Method: SiteToken}, {Internet: Yes}},
	"no internet device":    {{Internet: No, Method: ClientPKI}},
	"no device":             nil,
	"internet not answered": {{Method: ClientPKI}},
}

// connectionPointWord is the row of the table in words: what stands there for
// every way in which the missing answers can turn out, else not known.
func connectionPointWord(use string, p *Plan) Need {
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
func completions(p *Plan) [][]string {
	lists := [][]string{nil}
	for i := range p.ManagementPoints {
		modes := []string{string(p.Mode(i))}
		if p.Mode(i) == ModeUnknown {
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

// upToTwo lists none, one and two of the words, in every order.
func upToTwo[T any](words []T) [][]T {
	lists := [][]T{nil}
	for _, first := range words {
		lists = append(lists, []T{first})
		for _, second := range words {
			lists = append(lists, []T{first, second})
		}
	}
	return lists
}

func TestUpToTwo(t *testing.T) {
	if got := fmt.Sprint(upToTwo([]int{1, 2})); got != "[[] [1] [1 1] [1 2] [2] [2 1] [2 2]]" {
		t.Error(got)
	}
}

// TestRequirementsNameWhatMeetsThem: the rules and tasks that explain names are
// there, and each requirement has a task.
func TestRequirementsNameWhatMeetsThem(t *testing.T) {
	for _, r := range requirements {
		if len(r.tasks) == 0 {
			t.Errorf("%s has no task", r.name)
		}
		for _, id := range r.tasks {
			taskCalled(t, id)
		}
		for _, id := range r.rules {
			if !slices.ContainsFunc(Rules(), func(rule Rule) bool { return rule.ID == id }) {
				t.Errorf("%s names %s, which is no rule", r.name, id)
			}
		}
	}
}
