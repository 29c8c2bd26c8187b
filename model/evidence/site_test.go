package evidence_test

import (
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/plantest"
)

// collected is a file of site P01 with one management point, or what is changed of
// it.
func collected(file string, readings ...evidence.Reading) model.Evidence {
	facts := evidence.SiteFacts{
		SiteCode: "P01", Computer: "cm01.contoso.com", Collected: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC),
		Sites: []string{"P01"}, Points: []string{"cm01.contoso.com"}, Servers: []string{"P01 cm01.contoso.com"},
	}
	for _, r := range readings {
		r.Trust, r.From, r.Saw = evidence.Sure, "somewhere", "something"
		facts.Readings = append(facts.Readings, r.String())
	}
	return evidence.New(model.SiteFactsEvidence, file, strings.Repeat("a", 60)+file, facts.Collected, facts)
}

var (
	version = evidence.Reading{Site: "P01", Key: "site.version", Value: "2509"}
	host    = evidence.Reading{Site: "P01", Host: "cm01.contoso.com", Key: "management_points[].host", Value: "cm01.contoso.com"}
	accepts = evidence.Reading{Site: "P01", Host: "cm01.contoso.com", Key: "management_points[].clients_now", Value: "http"}
	dotNet  = evidence.Reading{Host: "cm01.contoso.com", Key: "site.dotnet_48", Value: "yes"}
)

// TestCollectedMerge: what fills an answer, what is offered ("?") and what
// contradicts ("!").
func TestCollectedMerge(t *testing.T) {
	other := version
	other.Value = "2503"
	offered := evidence.Reading{Key: "gateway.region", Value: "westeurope", Offered: true}
	second := version
	second.Site = "P02"
	unsure := version
	unsure.Offered = true
	no := dotNet
	no.Value = "no"
	for name, test := range map[string]struct {
		plan  string
		files []model.Evidence
		want  string
	}{
		"fills":                        {"", []model.Evidence{collected("a", version)}, "site.version=2509"},
		"a server that is new":         {"", []model.Evidence{collected("a", host, accepts)}, "management_points[0].host=cm01.contoso.com management_points[0].clients_now=http"},
		"beside another":               {`management_points[0].host = CM01.contoso.com`, []model.Evidence{collected("a", host, accepts)}, "management_points[0].clients_now=http"},
		"contradicts":                  {`site.version = 2403`, []model.Evidence{collected("a", version)}, "site.version!2509"},
		"offers a newer version":       {`site.version = 2403`, []model.Evidence{collected("a", unsure)}, "site.version?2509"},
		"offers an older version":      {`site.version = 2603`, []model.Evidence{collected("a", unsure)}, ""},
		"says the same":                {`site.version = 2509`, []model.Evidence{collected("a", version)}, ""},
		"offers":                       {"", []model.Evidence{collected("a", offered)}, "gateway.region?westeurope"},
		"offers against an answer":     {`gateway.region = westus`, []model.Evidence{collected("a", offered)}, ""},
		"two files disagree":           {"", []model.Evidence{collected("a", version), collected("b", other)}, "site.version?2509"},
		"another site of the same":     {"", []model.Evidence{collected("a", second)}, ""},
		"M18: another site code":       {`site.code = X01`, []model.Evidence{collected("a", version, evidence.Reading{Key: "site.code", Value: "P01"}, evidence.Reading{Key: "entra.tenant_id", Value: "aaaabbbb-0000-cccc-1111-dddd2222eeee"})}, "site.code?P01 entra.tenant_id?aaaabbbb-0000-cccc-1111-dddd2222eeee"},
		"M18: another server":          {`management_points[0].host = mp9.fabrikam.net`, []model.Evidence{collected("a", version)}, "site.version?2509"},
		".NET on one server of all":    {`connection_points[0].host = cm01.contoso.com`, []model.Evidence{collected("a", host, dotNet)}, "site.dotnet_48=yes management_points[0].host=cm01.contoso.com"},
		".NET without a point":         {"", []model.Evidence{collected("a", host, dotNet)}, "site.dotnet_48?yes management_points[0].host=cm01.contoso.com"},
		".NET on one of two":           {`connection_points[0].host = cp1.contoso.com`, []model.Evidence{collected("a", dotNet)}, ""},
		".NET is missing on one":       {"", []model.Evidence{collected("a", no)}, "site.dotnet_48=no"},
		"a key that no file can give":  {"", []model.Evidence{collected("a", evidence.Reading{Key: "site.security", Value: "http"})}, ""},
		"a value that no answer takes": {"", []model.Evidence{collected("a", evidence.Reading{Site: "P01", Key: "site.version", Value: "tomorrow"})}, ""},
	} {
		p := plantest.PlanOf(t, test.plan)
		var got []string
		for _, s := range evidence.NewMerge(&p, test.files).Suggestions {
			mark := "="
			switch {
			case s.Offered:
				mark = "?"
			case s.Contradicts():
				mark = "!"
			}
			got = append(got, s.Key+mark+s.New)
		}
		if text := strings.Join(got, " "); text != test.want {
			t.Errorf("%s: %s, not %s", name, text, test.want)
		}
	}
}

// TestCollectedApply: a server comes with its host, and not without.
func TestCollectedApply(t *testing.T) {
	p := plantest.PlanOf(t, "")
	m := evidence.NewMerge(&p, []model.Evidence{collected("a", host, accepts)})
	with := evidence.Apply(p, m, []string{"management_points[0].host", "management_points[0].clients_now"})
	without := evidence.Apply(p, m, []string{"management_points[0].clients_now"})
	if len(with.ManagementPoints) != 1 || with.ManagementPoints[0].ClientsNow != model.ConnectHTTP || len(without.ManagementPoints) != 0 || len(p.ManagementPoints) != 0 {
		t.Errorf("with its host: %v, without: %v, before: %v", with.ManagementPoints, without.ManagementPoints, p.ManagementPoints)
	}
	if against := evidence.Against(&with); len(against) != 0 {
		t.Errorf("the plan contradicts its own file: %v", against)
	}
}
