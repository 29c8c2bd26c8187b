package model

import "slices"

// A ChangedDevice is what one kind of device can do in one location.
type ChangedDevice struct {
	Mark      Mark            `json:"change"`
	Name      string          `json:"name"`
	Location  Location        `json:"location"`
	Supported Turn[TruthWord] `json:"supported"` // "" where it is not used there
	Scenarios TurnedTexts     `json:"scenarios"`
	Why       string          `json:"why"`
}

// TurnedTexts are texts as they were and as they are.
type TurnedTexts struct {
	Old []string `json:"old"`
	New []string `json:"new"`
}

// A use is one kind of device in one location, by the name that both plans give
// it.
type use struct {
	device   string
	location Location
}

// devices lists what changed in what kinds of devices can do.
func (m match) devices(old, new Plan) []ChangedDevice {
	before, beforeOrder := uses(old, m.oldNames)
	after, afterOrder := uses(new, m.newNames)
	changed := []ChangedDevice{}
	for _, u := range afterOrder {
		was, both := before[u]
		switch is := after[u]; {
		case !both:
			changed = append(changed, changedDevice(MarkAdded, is, was, is))
		case was.Supported != is.Supported || !slices.Equal(was.Scenarios, is.Scenarios):
			changed = append(changed, changedDevice(MarkChanged, is, was, is))
		}
	}
	for _, u := range beforeOrder {
		if _, still := after[u]; !still {
			changed = append(changed, changedDevice(MarkRemoved, before[u], before[u], DeviceOutcome{}))
		}
	}
	return changed
}

// uses are what each kind of device can do where it is used. What one can do
// does not hang on the others.
func uses(p Plan, name namer) (map[use]DeviceOutcome, []use) {
	found, order := map[use]DeviceOutcome{}, []use{}
	alone := p.Answers
	for i := range p.Devices {
		alone.Devices = p.Devices[i : i+1]
		for _, o := range alone.DeviceOutcomes() {
			u := use{name("devices", i), o.Location}
			o.Name = p.EntryName(entryKey("devices", i))
			found[u], order = o, append(order, u)
		}
	}
	return found, order
}

func changedDevice(mark Mark, shown, was, is DeviceOutcome) ChangedDevice {
	return ChangedDevice{
		mark, shown.Name, shown.Location, Turn[TruthWord]{was.Supported, is.Supported},
		TurnedTexts{append([]string{}, was.Scenarios...), append([]string{}, is.Scenarios...)}, shown.Why,
	}
}
