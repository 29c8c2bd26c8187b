package plantest

import "cmgwizard/model"

// The fleets of the table tests, with one management point each.

func fleet(devices ...model.Device) *model.Plan {
	p := GoodPlan()
	p.Devices, p.ManagementPoints = devices, p.ManagementPoints[:1]
	return p
}

func HybridFleet() *model.Plan { return fleet(GoodDevices()[0]) }

func WorkgroupFleet() *model.Plan { return fleet(GoodDevices()[2]) }

func MixedFleet() *model.Plan {
	p := fleet(GoodDevices()[:3]...)
	p.Devices[1].UserCentric = model.No
	return p
}

func FleetWith(p *model.Plan, change func(*model.Plan)) *model.Plan {
	change(p)
	return p
}

func CertificateFleet() *model.Plan { return fleet(GoodDevices()[1]) }
