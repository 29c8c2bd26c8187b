package plantest

import "cmgwizard/model"

// The fleets of the table tests, with one management point each.

func fleet(devices ...model.Device) *model.Plan {
	p := GoodPlan()
	p.Devices, p.ManagementPoints = devices, p.ManagementPoints[:1]
	return p
}

// HybridFleet is a plan with hybrid joined devices alone, which use Microsoft
// Entra ID.
func HybridFleet() *model.Plan { return fleet(GoodDevices()[0]) }

// WorkgroupFleet is a plan with workgroup devices alone, which use site-
// issued tokens.
func WorkgroupFleet() *model.Plan { return fleet(GoodDevices()[2]) }

// MixedFleet is a plan with one kind of device for each method.
func MixedFleet() *model.Plan {
	p := fleet(GoodDevices()[:3]...)
	p.Devices[1].UserCentric = model.No
	return p
}

// FleetWith is the plan with a change.
func FleetWith(p *model.Plan, change func(*model.Plan)) *model.Plan {
	change(p)
	return p
}

// CertificateFleet is a plan with domain joined devices alone, which use PKI
// certificates.
func CertificateFleet() *model.Plan { return fleet(GoodDevices()[1]) }
