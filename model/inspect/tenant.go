package inspect

import (
	"fmt"
	"strings"

	"cmgwizard/model"
)

// A tenant is an ID that a file names, with what names it.
type tenant struct {
	id string
	of string // "device", "command"
}

// compareTenants holds the tenants of a file against that of the plan.
func (in view) compareTenants(f *found) {
	if in.plan == nil || !model.Known(in.plan.Entra.TenantID) {
		return
	}
	ours := in.plan.Entra.TenantID
	for _, t := range f.tenants {
		if t.id == "" || strings.EqualFold(strings.Trim(t.id, "{}"), ours) {
			continue
		}
		f.add(in.otherTenant(t, ours))
	}
}

// otherTenant is what another tenant than that of the plan means.
func (in view) otherTenant(t tenant, ours string) model.Remark {
	seen := fmt.Sprintf("%s, and the plan says %s", shown(t.id, longestValue), model.Clean(ours))
	if t.of == "command" {
		return model.NewRemark("tenant-differs", model.Warning, "other-tenant",
			"AADTENANTID names the tenant "+seen+".",
			"Give the TenantId that `dsregcmd /status` prints on a device of the plan's tenant.", citeInfoRequest, citeProperties)
	}
	severity := model.Warning
	if in.plan.Uses(model.EntraID) {
		severity = model.Blocker
	}
	return model.NewRemark("tenant-differs", severity, "device-state",
		"The device belongs to the tenant "+seen+". The CMG gives its app properties only to devices of a tenant that the site knows.",
		"Connect that tenant to the site as well, or join the device to the tenant of the plan. If the plan is wrong, correct the tenant ID.",
		citeInfoRequest, citeDeviceState)
}
