package reading

import (
	"fmt"
	"strings"

	"cmgwizard/model"
)

// A Tenant is an ID that a file names, with what names it.
type Tenant struct {
	ID string
	Of string // "device", "command"
}

// CompareTenants holds the tenants of a file against that of the plan.
func (in View) CompareTenants(f *Found) {
	if in.Plan == nil || !model.Known(in.Plan.Entra.TenantID) {
		return
	}
	ours := in.Plan.Entra.TenantID
	for _, t := range f.Tenants {
		if t.ID == "" || strings.EqualFold(strings.Trim(t.ID, "{}"), ours) {
			continue
		}
		f.Add(in.otherTenant(t, ours))
	}
}

// otherTenant is what another tenant than that of the plan means.
func (in View) otherTenant(t Tenant, ours string) model.Remark {
	seen := fmt.Sprintf("%s, and the plan says %s", Shown(t.ID, LongestValue), model.Clean(ours))
	if t.Of == "command" {
		return model.NewRemark("tenant-differs", model.Warning, "other-tenant",
			"AADTENANTID names the tenant "+seen+".",
			"Give the TenantId that `dsregcmd /status` prints on a device of the plan's tenant.", CiteInfoRequest, CiteProperties)
	}
	severity := model.Warning
	if in.Plan.Uses(model.EntraID) {
		severity = model.Blocker
	}
	return model.NewRemark("tenant-differs", severity, "device-state",
		"The device belongs to the tenant "+seen+". The CMG gives its app properties only to devices of a tenant that the site knows.",
		"Connect that tenant to the site as well, or join the device to the tenant of the plan. If the plan is wrong, correct the tenant ID.",
		CiteInfoRequest, CiteDeviceState)
}
