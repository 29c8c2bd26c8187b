package model_test

import (
	"slices"
	"testing"

	"cmgwizard/model"
)

func TestWhichManagementPoints(t *testing.T) {
	p := &model.Plan{}
	p.ManagementPoints = []model.ManagementPoint{
		{CMGTraffic: model.Yes, InternetOnly: model.Yes, Clients: model.ConnectHTTPS},
		{CMGTraffic: model.No, InternetOnly: model.No, Clients: model.ConnectHTTP},
		{CMGTraffic: model.Unsure, InternetOnly: model.Unsure, Clients: model.Unsure},
		{},
	}
	for _, c := range []struct {
		says      string
		got, want []int
	}{
		{"CMG traffic not answered is no CMG management point", p.CMGPoints(), []int{0}},
		{"internet only not answered is inside", p.InsidePoints(), []int{1, 2, 3}},
		{"HTTPS", p.PointsWith(model.ConnectHTTPS), []int{0}},
		{"HTTP", p.PointsWith(model.ConnectHTTP), []int{1}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.says, c.got, c.want)
		}
	}
}

// TestRebindPoints: IIS keeps the old certificate where HTTPS goes back to
// HTTP, and where nobody knows what is there today.
func TestRebindPoints(t *testing.T) {
	for _, c := range []struct {
		says     string
		security model.Security
		point    model.ManagementPoint
		want     int
	}{
		{"from HTTPS to E-HTTP", model.EnhancedHTTP, model.ManagementPoint{ClientsNow: model.ConnectHTTPS, Clients: model.ConnectHTTP}, 1},
		{"nobody knows what it is today", model.EnhancedHTTP, model.ManagementPoint{Clients: model.ConnectHTTP}, 1},
		{"HTTP as today", model.EnhancedHTTP, model.ManagementPoint{ClientsNow: model.ConnectHTTP, Clients: model.ConnectHTTP}, 0},
		{"it stays HTTPS", model.EnhancedHTTP, model.ManagementPoint{ClientsNow: model.ConnectHTTPS, Clients: model.ConnectHTTPS}, 0},
		{"a plain HTTP site", model.PlainHTTP, model.ManagementPoint{ClientsNow: model.ConnectHTTPS, Clients: model.ConnectHTTP}, 0},
		{"an HTTPS only site", model.HTTPSOnly, model.ManagementPoint{ClientsNow: model.ConnectHTTPS, Clients: model.ConnectHTTP}, 0},
	} {
		p := &model.Plan{}
		p.Site.Security, p.ManagementPoints = c.security, []model.ManagementPoint{c.point}
		if got := len(p.RebindPoints()); got != c.want {
			t.Errorf("%s: %d, want %d", c.says, got, c.want)
		}
	}
}
