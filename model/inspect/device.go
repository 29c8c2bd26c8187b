package inspect

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/dsreg"
	"cmgwizard/model/evidence"
	"cmgwizard/model/reading"
)

// deviceAbout says in a few words how the device is joined.
func deviceAbout(state dsreg.State) string {
	if join := state.Join(); join != "" {
		return "device state: " + model.Joins.Label(join)
	}
	return "device state"
}

// deviceFacts are what matters of a device state.
func deviceFacts(d evidence.DeviceFacts) []model.Fact {
	return reading.Given(
		reading.Fact("join", "Joined", model.Joins.Label(d.Join())),
		reading.Fact("tenant_id", "Tenant ID", d.TenantID),
		reading.Fact("tenant_name", "Tenant name", d.TenantName),
		reading.Fact("domain_name", "Domain", d.DomainName),
		reading.Fact("device_id", "Device ID", d.DeviceID),
		reading.Fact("authentication", "Device authentication", d.Authentication),
		reading.Fact("certificate_until", "Device certificate valid until", reading.Moment(d.CertificateUntil)),
		reading.Fact("workplace_joined", "Registered only (WorkplaceJoined)", model.YesNos.Label(d.WorkplaceJoined)),
		reading.Fact("primary_token", "Primary refresh token (AzureAdPrt)", model.YesNos.Label(d.PrimaryToken)),
		reading.Fact("work_accounts", "Work accounts of tenants", strings.Join(d.WorkAccounts, ", ")),
		reading.Fact("user_context", "Ran as", d.UserContext),
	)
}
