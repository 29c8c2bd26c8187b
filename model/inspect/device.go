package inspect

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/dsreg"
	"cmgwizard/model/evidence"
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
	return given(
		fact("join", "Joined", model.Joins.Label(d.Join())),
		fact("tenant_id", "Tenant ID", d.TenantID),
		fact("tenant_name", "Tenant name", d.TenantName),
		fact("domain_name", "Domain", d.DomainName),
		fact("device_id", "Device ID", d.DeviceID),
		fact("authentication", "Device authentication", d.Authentication),
		fact("certificate_until", "Device certificate valid until", moment(d.CertificateUntil)),
		fact("workplace_joined", "Registered only (WorkplaceJoined)", model.YesNos.Label(d.WorkplaceJoined)),
		fact("primary_token", "Primary refresh token (AzureAdPrt)", model.YesNos.Label(d.PrimaryToken)),
		fact("work_accounts", "Work accounts of tenants", strings.Join(d.WorkAccounts, ", ")),
		fact("user_context", "Ran as", d.UserContext),
	)
}
