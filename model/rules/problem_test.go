package rules

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// TestEveryRuleStatesItsProblem in a short sentence, and what somebody must say
// where it is not known.
func TestEveryRuleStatesItsProblem(t *testing.T) {
	const longest = 17
	for _, r := range All() {
		for _, sentence := range []string{r.Problem, r.Open} {
			words := strings.Fields(sentence)
			if len(words) < 3 || len(words) > longest || strings.HasSuffix(sentence, ".") {
				t.Errorf("%s: %d words: %q", r.ID, len(words), sentence)
			}
		}
		if !strings.HasPrefix(r.Open, Unknown+"wh") && !strings.HasPrefix(r.Open, Unknown+"how") {
			t.Errorf("%s: the open sentence asks nothing: %q", r.ID, r.Open)
		}
		if r.Problem == r.Title || strings.HasPrefix(r.Problem, Unknown) {
			t.Errorf("%s: the problem is no problem: %q", r.ID, r.Problem)
		}
	}
}

// TestFindingsNameTheirSubjects: what a rule says about one of several has its
// name.
func TestFindingsNameTheirSubjects(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change func(*model.Plan)
		want   string
	}{
		{"cmg-mp-mode", plantest.PlainHTTPEverywhere, "mp1.contoso.com will use plain HTTP and cannot serve clients through the CMG"},
		{"mp-asp-net", func(p *model.Plan) { p.ManagementPoints[0].Host, p.ManagementPoints[0].ASPNET45 = "", model.Unsure },
			"Unknown whether management point 1 has ASP.NET 4.5"},
		{"entra-needs-join", func(p *model.Plan) { p.Devices[0].Join = model.DomainJoined; p.Devices = p.Devices[:1] },
			"The AD domain-joined devices cannot use Microsoft Entra ID: they are neither Entra joined nor hybrid joined"},
		{"entra-needs-windows-10", func(p *model.Plan) { p.Devices[0].Name, p.Devices[0].Windows = "Old ones", model.Unsure },
			`Unknown whether the "Old ones" devices run Windows 10 or later`},
		{"gateway-decided", func(p *model.Plan) { p.Gateway.Region = model.Unsure }, "Unknown which Azure region will host the CMG"},
		{"crl-public", plantest.AsIs[model.Plan], ""},
	} {
		p := plantest.GoodPlan()
		c.change(p)
		got := ""
		for _, f := range Findings(p) {
			if f.Rule == c.rule {
				got = f.Problem
				break
			}
		}
		if got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.rule, got, c.want)
		}
	}
}
