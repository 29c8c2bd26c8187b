package evidence_test

import (
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

func TestEntryNames(t *testing.T) {
	p := &model.Plan{}
	p.Devices = []model.Device{{Join: model.Workgroup}, {Join: model.Workgroup}, {Join: model.HybridJoined, Name: "Sales"}, {}, {Join: model.Unsure}}
	p.ManagementPoints = []model.ManagementPoint{{Host: "mp1.contoso.com"}, {}}
	p.ConnectionPoints = []model.ConnectionPoint{{Host: model.Unsure}}
	for key, want := range map[string]string{
		"devices[0].method":                "Workgroup (entry 1)",
		"devices[1].method":                "Workgroup (entry 2)",
		"devices[2].method":                "Sales",
		"devices[3].method":                "Devices, entry 4",
		"devices[4].method":                "Devices, entry 5",
		"devices[5].method":                "",
		"management_points[0].clients":     "mp1.contoso.com",
		"management_points[1].clients":     "Management point 2",
		"connection_points[0].host":        "Connection point 1",
		"site.code":                        "",
		"devices":                          "",
		"devices[x].method":                "",
		"devices[-1].method":               "",
		"devices[0":                        "",
		"evidence[0]":                      "",
		"management_points[99999999999999": "",
	} {
		if got := evidence.EntryName(p, key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}
