package model

// onPremises judges the device inside, whatever its method (F82, F83).
func (a *Answers) onPremises(d Device) DeviceOutcome {
	modes := anyMode
	if a.Site.Version.AtLeast(httpRemoved) {
		modes = secureModes
	}
	o := d.outcome(OnPremises, modes, a.insidePointIn(modes))
	o.Sources = References([]Citation{
		{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"},
	})
	if o.Supported == TruthYes {
		o.Scenarios = a.insideScenarios(d)
	}
	o.Why = a.whyInside(d, o)
	return o
}

func (a *Answers) insidePointIn(modes []Mode) Truth {
	if len(a.ManagementPoints) == 0 {
		return Unknown
	}
	return a.someMode(a.InsidePoints(), modes)
}

// insideScenarios is the best case over the inside management points. Entra
// identities get user policy over E-HTTP or HTTPS only (F83).
func (a *Answers) insideScenarios(d Device) []string {
	viaEntra := d.Join == EntraJoined || d.Join == HybridJoined
	if d.Join == DomainJoined || viaEntra && a.anyIs(a.InsidePoints(), secureModes...) {
		return []string{deviceWork, userWork}
	}
	return []string{deviceWork}
}

func (a *Answers) whyInside(d Device, o DeviceOutcome) string {
	switch {
	case o.Supported == TruthUnknown:
		return "Not known yet: the mode of a management point that internal clients use."
	case o.Supported == TruthNo && len(a.InsidePoints()) == 0:
		return "Every management point is for internet clients only."
	case o.Supported == TruthNo:
		return "No management point for internal clients is E-HTTP or HTTPS: plain HTTP ended with version 2403."
	case len(o.Scenarios) == 2:
		return "A management point inside serves " + userTasks + "."
	case d.Join == EntraJoined || d.Join == HybridJoined:
		return "Over plain HTTP only deployments to devices work: users need E-HTTP or HTTPS."
	}
	return "A management point inside serves " + deviceTasks + "."
}
