package model

import "strings"

// answerFirst are the questions behind a plan without internet devices.
func (p *Plan) answerFirst() []OpenItem {
	items := []OpenItem{}
	if len(p.Devices) == 0 {
		return append(items, tableNamed("devices").empty)
	}
	for i, d := range p.Devices {
		if field, found := p.Field(deviceKey(i, "internet")); found && !Known(d.Internet) {
			items = append(items, OpenItem{field.Key, field.Team, p.Question(field)})
		}
	}
	return items
}

func (p *Plan) nothingYet() string {
	if len(p.answerFirst()) == 0 {
		return "None of the listed kinds of devices is used on the internet."
	}
	return "There is nothing to compare yet: no kind of device is known to be used on the internet. Answer that first."
}

// methodNotes tell what the comparison of the methods leaves out or assumes.
func (p *Plan) methodNotes() []string {
	notes := []string{}
	if names := p.names(func(d Device) bool { return !Known(d.Internet) }); names != "" {
		notes = append(notes, "Left out, because nobody said whether they are used on the internet: "+names+".")
	}
	if names := p.names(maybeEntra); names != "" {
		notes = append(notes, "Taken as unable to use Microsoft Entra ID where methods are mixed, because how they are joined or which Windows they run is not known yet: "+names+".")
	}
	if !p.MethodChosen() {
		notes = append(notes, "No method is chosen yet.")
	}
	return notes
}

// maybeEntra reports whether missing answers could still make the device able
// to use Microsoft Entra ID.
func maybeEntra(d Device) bool {
	d.Method = EntraID
	return onTheInternet(d) && d.methodFits() == Unknown
}

func (p *Plan) names(want func(Device) bool) string {
	var names []string
	for _, i := range p.devicesWhere(want) {
		names = append(names, p.deviceName(i))
	}
	return strings.Join(names, ", ")
}

// pointNotes tell what the comparison of the modes leaves out or assumes.
func (p *Plan) pointNotes() []string {
	notes := []string{}
	switch points := p.pointsToChange(); {
	case len(p.ManagementPoints) == 0:
	case len(points) == 0:
		notes = append(notes, "No listed management point takes CMG traffic, so E-HTTP changes the setting of the site only.")
	case len(p.CMGPoints()) == 0:
		notes = append(notes, "No management point is known to take CMG traffic yet. Changed are those that still may: "+p.pointNames(points)+".")
	}
	if !p.mayBeHTTPSOnly() {
		notes = append(notes, "HTTPS only for the whole site is left out: it expects clients to hold PKI certificates, and no PKI can issue them.")
	}
	return notes
}

func (p *Plan) pointNames(points []int) string {
	names := make([]string, len(points))
	for n, i := range points {
		names[n] = p.EntryName(pointKey(i, ""))
	}
	return strings.Join(names, ", ")
}
