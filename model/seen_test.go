package model

import (
	"testing"
	"time"
)

func TestEndWords(t *testing.T) {
	at := time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		ends, at time.Time
		want     string
		ending   Ending
	}{
		{time.Time{}, at, "", NoEnding},
		{at.AddDate(0, 0, 12), at, "expires in 12 days (2026-12-04)", NearEnding},
		{at.Add(3 * time.Hour), at, "expires in 1 day (2026-11-23)", NearEnding},
		{at.Add(time.Hour), at, "expires today (2026-11-22)", NearEnding},
		{at.Add(-time.Hour), at, "expired today (2026-11-22)", PastEnding},
		{at.AddDate(0, 0, -3), at, "expired 3 days ago (2026-11-19)", PastEnding},
		{at.AddDate(0, 0, 60), at, "expires in 60 days (2027-01-21)", NearEnding},
		{at.AddDate(0, 0, 61), at, "expires in 61 days (2027-01-22)", FarEnding},
		{at.AddDate(0, 0, -3), time.Time{}, "is valid until 2026-11-19", NoEnding},
		{time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC), at, "expires in 2,912,117 days (9999-12-31)", FarEnding},
	} {
		if got := EndWords(test.ends, test.at); got != test.want || EndingOf(test.ends, test.at) != test.ending {
			t.Errorf("%v at %v: %q (%d), want %q (%d)", test.ends, test.at, got, EndingOf(test.ends, test.at), test.want, test.ending)
		}
	}
}

func TestSeen(t *testing.T) {
	for want, e := range map[string]Evidence{
		"client certificate pc1.contoso.com":    seen("pc1.cer", clientCertificate()),
		"device, Hybrid joined, tenant Contoso": {Kind: DeviceStateEvidence, Facts: factTable(DeviceFacts{EntraJoined: Yes, DomainJoined: Yes, EnterpriseJoined: No, TenantName: "Contoso"})},
		"bulk registration token":               seen("t.txt", bulkToken()),
		"Device state (dsregcmd)":               {Kind: DeviceStateEvidence},
	} {
		if got := e.Seen().What; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
