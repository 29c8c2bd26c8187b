package assume

import (
	"math"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// fewestInstances survive the loss of one.
const fewestInstances = 2

// vmSize is the larger one only where the standard one does not suffice: never
// to spare a connection point.
func vmSize(p *model.Plan, _ int) string {
	if instancesFor(p, model.SizeStandard) > rules.MaxInstances {
		return string(model.SizeLarge)
	}
	return string(model.SizeStandard)
}

func vmInstances(p *model.Plan, _ int) string {
	n := max(fewestInstances, instancesFor(p, p.Gateway.VMSize))
	return model.Num(min(n, rules.MaxInstances)).String()
}

// instancesFor is how many instances of a size the counted devices need. A size
// that nobody knows counts as the standard one.
func instancesFor(p *model.Plan, size model.VMSize) int {
	each := rules.ClientsAnInstance(size)
	if each == 0 {
		each = rules.ClientsAnInstance(model.SizeStandard)
	}
	devices, _ := counted(p)
	n := devices / each
	if devices%each > 0 {
		n++
	}
	return n
}

// counted is the number of devices on the internet that are counted, and how
// many kinds are not.
func counted(p *model.Plan) (devices, missing int) {
	for _, i := range p.InternetDevices() {
		n, known := p.Devices[i].Count.Value()
		if !known {
			missing++
		}
		devices += min(n, math.MaxInt-devices)
	}
	return devices, missing
}

func someUncounted(p *model.Plan, _ int) bool {
	_, missing := counted(p)
	return missing > 0
}

// uncountedNote says that the size may be too small.
func uncountedNote(p *model.Plan, _ int) string {
	_, missing := counted(p)
	switch missing {
	case 0:
		return ""
	case 1:
		return "1 kind of device has no number: enter it, or this may be too small."
	}
	return model.Counted(missing, "kind") + " of devices have no number: enter them, or this may be too small."
}
