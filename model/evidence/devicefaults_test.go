package evidence

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
)

var faultsAt = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// goodDevice can get a token.
func goodDevice() DeviceFacts {
	return DeviceFacts{
		EntraJoined: model.Yes, EnterpriseJoined: model.No, DomainJoined: model.Yes, WorkplaceJoined: model.No,
		Authentication:  "SUCCESS",
		CertificateFrom: faultsAt.AddDate(-1, 0, 0), CertificateUntil: faultsAt.AddDate(9, 0, 0),
		TenantID: "aaaabbbb-0000-cccc-1111-dddd2222eeee",
	}
}

func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(d *DeviceFacts)
		faults []string
		doubts []string
	}{
		{"nothing wrong", func(d *DeviceFacts) {}, nil, nil},
		{"Entra joined", func(d *DeviceFacts) { d.DomainJoined = model.No }, nil, nil},
		{"tenant in capitals and braces", func(d *DeviceFacts) { d.TenantID = "{AAAABBBB-0000-CCCC-1111-DDDD2222EEEE}" }, nil, nil},
		{"domain joined only", func(d *DeviceFacts) { d.EntraJoined = model.No }, []string{"AzureAdJoined is NO: it is joined to an AD domain only"}, nil},
		{"domain joined and registered", func(d *DeviceFacts) { d.EntraJoined, d.WorkplaceJoined = model.No, model.Yes },
			[]string{"AzureAdJoined is NO: it is joined to an AD domain only; that it is registered (WorkplaceJoined: YES) is not enough"}, nil},
		{"only registered", func(d *DeviceFacts) { d.EntraJoined, d.DomainJoined, d.WorkplaceJoined = model.No, model.No, model.Yes },
			[]string{"AzureAdJoined is NO: it is only registered (WorkplaceJoined: YES), which is not enough"}, nil},
		{"on-premises registration service", func(d *DeviceFacts) { d.EntraJoined, d.EnterpriseJoined = model.No, model.Yes },
			[]string{"AzureAdJoined is NO: it is joined to an on-premises device registration service (EnterpriseJoined: YES)"}, nil},
		{"workgroup", func(d *DeviceFacts) { d.EntraJoined, d.DomainJoined = model.No, model.No }, []string{"AzureAdJoined is NO: it is joined to nothing"}, nil},
		{"nothing but the no", func(d *DeviceFacts) { *d = DeviceFacts{EntraJoined: model.No} }, []string{"AzureAdJoined is NO"}, nil},
		{"joined is not told", func(d *DeviceFacts) { d.EntraJoined = "" }, nil, []string{"AzureAdJoined is not in it with a YES or NO"}},
		{"joined twice", func(d *DeviceFacts) { d.EnterpriseJoined = model.Yes }, nil, []string{"AzureAdJoined and EnterpriseJoined are both YES, which cannot be"}},
		{"disabled", func(d *DeviceFacts) { d.Authentication = "FAILED. Device is either disabled or deleted" },
			[]string{"DeviceAuthStatus is FAILED. Device is either disabled or deleted"}, nil},
		{"another failure", func(d *DeviceFacts) { d.Authentication = "failed" }, []string{"DeviceAuthStatus is failed"}, nil},
		{"the check could not run", func(d *DeviceFacts) { d.Authentication = "FAILED. Error: 0xd000023c" },
			nil, []string{"DeviceAuthStatus is FAILED. Error: 0xd000023c: the check could not reach Microsoft Entra ID"}},
		{"older Windows", func(d *DeviceFacts) { d.Authentication = "" },
			nil, []string{"DeviceAuthStatus is not in it: Windows 10 before 21H1, or no network"}},
		{"a status of tomorrow", func(d *DeviceFacts) { d.Authentication = "PENDING" }, nil, []string{"DeviceAuthStatus is PENDING, which is not known"}},
		{"certificate ended", func(d *DeviceFacts) { d.CertificateUntil = faultsAt.Add(-time.Second) }, []string{"its device certificate ended on 2026-11-21"}, nil},
		{"certificate to come", func(d *DeviceFacts) { d.CertificateFrom = faultsAt.AddDate(0, 0, 2) }, []string{"its device certificate is not valid before 2026-11-24"}, nil},
		{"certificate not told", func(d *DeviceFacts) { d.CertificateUntil = time.Time{} }, nil, []string{"the end of its device certificate is not in it"}},
		{"another tenant", func(d *DeviceFacts) { d.TenantID = "11112222-0000-cccc-1111-dddd2222eeee" },
			[]string{"its tenant is 11112222-0000-cccc-1111-dddd2222eeee, not that of the plan"}, nil},
		{"no tenant", func(d *DeviceFacts) { d.TenantID = "" }, nil, []string{"TenantId is not in it"}},
		{"two faults", func(d *DeviceFacts) {
			d.Authentication, d.CertificateUntil = "FAILED. Device is either disabled or deleted", faultsAt.AddDate(-1, 0, 0)
		}, []string{"DeviceAuthStatus is FAILED. Device is either disabled or deleted", "its device certificate ended on 2025-11-22"}, nil},
	} {
		d := goodDevice()
		c.change(&d)
		faults, doubts := d.faults("AAAAbbbb-0000-cccc-1111-dddd2222eeee", faultsAt)
		if !slices.Equal(faults, c.faults) || !slices.Equal(doubts, c.doubts) {
			t.Errorf("%s: faults %q, doubts %q", c.name, faults, doubts)
		}
	}
}

func TestFaultsWithoutTenantOrDate(t *testing.T) {
	d := goodDevice()
	d.TenantID, d.CertificateUntil = "", faultsAt.AddDate(-5, 0, 0)
	if faults, doubts := d.faults("", time.Time{}); faults != nil || doubts != nil {
		t.Errorf("faults %q, doubts %q", faults, doubts)
	}
}

func TestFaultsAreSafeToShow(t *testing.T) {
	d := goodDevice()
	d.Authentication = "FAILED\x1b[31m\n" + strings.Repeat("é", 4000)
	faults, _ := d.faults("", faultsAt)
	if len(faults) != 1 || strings.ContainsAny(faults[0], "\x1b\n") || len([]rune(faults[0])) > 600 {
		t.Errorf("%q", faults)
	}
}

func TestDeviceJoin(t *testing.T) {
	for _, c := range []struct {
		entra, enterprise, domain model.YesNo
		want                      model.Join
	}{
		{model.Yes, model.No, model.No, model.EntraJoined}, {model.Yes, model.No, model.Yes, model.HybridJoined}, {model.No, model.No, model.Yes, model.DomainJoined},
		{model.No, model.Yes, model.Yes, model.DomainJoined}, {model.No, model.No, model.No, model.Workgroup}, {"", "", "", ""}, {model.Yes, model.No, "", ""}, {"", model.No, model.Yes, ""}, {model.No, "", model.No, model.Workgroup},
	} {
		d := DeviceFacts{EntraJoined: c.entra, EnterpriseJoined: c.enterprise, DomainJoined: c.domain}
		if got := d.Join(); got != c.want {
			t.Errorf("%v: %q", c, got)
		}
	}
}
