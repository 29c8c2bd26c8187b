package evidence_test

import (
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/evidence/evidencetest"
)

func TestEndWords(t *testing.T) {
	at := time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		ends, at time.Time
		want     string
		ending   model.Ending
	}{
		{time.Time{}, at, "", model.NoEnding},
		{at.AddDate(0, 0, 12), at, "expires in 12 days (2026-12-04)", model.NearEnding},
		{at.Add(3 * time.Hour), at, "expires in 1 day (2026-11-23)", model.NearEnding},
		{at.Add(time.Hour), at, "expires today (2026-11-22)", model.NearEnding},
		{at.Add(-time.Hour), at, "expired today (2026-11-22)", model.PastEnding},
		{at.AddDate(0, 0, -3), at, "expired 3 days ago (2026-11-19)", model.PastEnding},
		{at.AddDate(0, 0, 60), at, "expires in 60 days (2027-01-21)", model.NearEnding},
		{at.AddDate(0, 0, 61), at, "expires in 61 days (2027-01-22)", model.FarEnding},
		{at.AddDate(0, 0, -3), time.Time{}, "is valid until 2026-11-19", model.NoEnding},
		{time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC), at, "expires in 2,912,117 days (9999-12-31)", model.FarEnding},
	} {
		if got := model.EndWords(test.ends, test.at); got != test.want || model.EndingOf(test.ends, test.at) != test.ending {
			t.Errorf("%v at %v: %q (%d), want %q (%d)", test.ends, test.at, got, model.EndingOf(test.ends, test.at), test.want, test.ending)
		}
	}
}

func TestSeen(t *testing.T) {
	for want, e := range map[string]model.Evidence{
		"client certificate pc1.contoso.com":    evidencetest.Of("pc1.cer", evidencetest.ClientCertificate()),
		"device, Hybrid joined, tenant Contoso": {Kind: model.DeviceStateEvidence, Facts: evidence.FactTable(evidence.DeviceFacts{EntraJoined: model.Yes, DomainJoined: model.Yes, EnterpriseJoined: model.No, TenantName: "Contoso"})},
		"bulk registration token":               evidencetest.Of("t.txt", evidencetest.BulkToken()),
		"Device state (dsregcmd)":               {Kind: model.DeviceStateEvidence},
	} {
		if got := evidence.SeenOf(e).What; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
