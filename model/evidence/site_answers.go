package evidence

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// siteAnswers are the answers that one collected file gives, for the plan with the
// servers that the files name. Of the answers about one site only those about the
// plan's primary site count.
func siteAnswers(p *model.Plan, s SiteFacts, file string) []fact {
	var facts []fact
	primary, elsewhere := s.Primary(p), s.Elsewhere(p)
	for _, r := range s.List() {
		if r.Site != "" && r.Site != primary || r.Key == dotNetKey {
			continue
		}
		key, found := r.place(p)
		if !found {
			continue
		}
		f := fact{key: key, value: r.Value, file: file, why: r.Why(), since: s.Collected, site: true, weak: r.Offered, offered: r.Offered || elsewhere != "", elsewhere: elsewhere}
		facts = append(facts, f)
	}
	return facts
}

// place is the key of the plan that a reading is about.
func (r Reading) place(p *model.Plan) (string, bool) {
	list, name, listed := strings.Cut(r.Key, "].")
	if !listed {
		return r.Key, true
	}
	list, of, _ := strings.Cut(list, "[")
	place := -1
	switch list {
	case "devices":
		if i, only := onlyDevice(p, func(d model.Device) bool { return string(d.Join) == of && d.Windows != model.WindowsEarlier }); only {
			return model.DeviceKey(i, name), true
		}
		return "", false
	case "management_points":
		place = slices.IndexFunc(p.ManagementPoints, func(mp model.ManagementPoint) bool { return strings.EqualFold(mp.Host, r.Host) })
		return model.PointKey(place, name), place >= 0
	}
	place = slices.IndexFunc(p.ConnectionPoints, func(cp model.ConnectionPoint) bool { return strings.EqualFold(cp.Host, r.Host) })
	return model.ConnectionKey(place, name), place >= 0
}

// withServers adds to a plan the servers that collected files name and it does not
// have.
func withServers(p model.Plan, ids map[string]bool) model.Plan {
	p.Answers = p.Answers.Clone()
	for _, e := range p.Evidence {
		s, found := siteOf(e)
		if !found || !ids[Identity(e)] {
			continue
		}
		for _, r := range s.List() {
			_, known := r.place(&p)
			switch {
			case known || r.Site != s.Primary(&p):
			case r.Key == "management_points[].host":
				p.ManagementPoints = append(p.ManagementPoints, model.ManagementPoint{Host: r.Value})
			case r.Key == "connection_points[].host":
				p.ConnectionPoints = append(p.ConnectionPoints, model.ConnectionPoint{Host: r.Value})
			}
		}
	}
	return p
}

// extended adds as many empty entries to the lists of answers as the files name
// servers that the plan does not have.
func (m Merge) extended(a model.Answers) model.Answers {
	a = a.Clone()
	a.ManagementPoints = append(a.ManagementPoints, make([]model.ManagementPoint, m.points)...)
	a.ConnectionPoints = append(a.ConnectionPoints, make([]model.ConnectionPoint, m.connections)...)
	return a
}

// trimmed takes the added entries out again whose host nobody took.
func (m Merge) trimmed(a *model.Answers, before model.Answers) {
	points, connections := len(before.ManagementPoints), len(before.ConnectionPoints)
	a.ManagementPoints = append(a.ManagementPoints[:points:points],
		slices.DeleteFunc(slices.Clone(a.ManagementPoints[points:]), func(mp model.ManagementPoint) bool { return mp.Host == "" })...)
	a.ConnectionPoints = append(a.ConnectionPoints[:connections:connections],
		slices.DeleteFunc(slices.Clone(a.ConnectionPoints[connections:]), func(cp model.ConnectionPoint) bool { return cp.Host == "" })...)
}

const dotNetKey = "site.dotnet_48"

// dotNetAnswer puts together what the files of single servers say about .NET: one
// server without it is enough for no, and yes needs a file of each.
func dotNetAnswer(p *model.Plan, ids map[string]bool) []fact {
	var newest *fact
	said, servers := map[string]string{}, map[string]bool{}
	for _, e := range p.Evidence {
		s, found := siteOf(e)
		if !found || s.Elsewhere(p) != "" {
			continue
		}
		servers = addServers(servers, p, s)
		for _, r := range s.List() {
			if r.Key == dotNetKey && r.Host != "" {
				said[strings.ToLower(r.Host)] = r.Value
				if ids[Identity(e)] {
					newest = &fact{key: dotNetKey, file: name(e), since: s.Collected, site: true}
				}
			}
		}
	}
	if newest == nil {
		return nil
	}
	return newest.dotNet(p, said, servers)
}

// addServers lists the site server of the plan's site, its management points and
// its connection points.
func addServers(servers map[string]bool, p *model.Plan, s SiteFacts) map[string]bool {
	for _, text := range s.Servers {
		if code, host, found := strings.Cut(text, " "); found && code == s.Primary(p) {
			servers[strings.ToLower(host)] = true
		}
	}
	for _, mp := range p.ManagementPoints {
		servers[strings.ToLower(mp.Host)] = true
	}
	for _, cp := range p.ConnectionPoints {
		servers[strings.ToLower(cp.Host)] = true
	}
	delete(servers, "")
	return servers
}

// dotNet is yes where every server is known to have it. Without a connection point
// in the plan not every server is known.
func (f fact) dotNet(p *model.Plan, said map[string]string, servers map[string]bool) []fact {
	var with []string
	for _, host := range sorted(servers) {
		switch said[host] {
		case string(model.No):
			f.value, f.why = string(model.No), "NET Framework Setup, Release is below 528040 on "+host+" (sure)."
			return []fact{f}
		case string(model.Yes):
			with = append(with, host)
		}
	}
	if len(with) == 0 || len(with) < len(servers) {
		return nil
	}
	f.value, f.weak = string(model.Yes), len(p.ConnectionPoints) == 0 || len(p.ManagementPoints) == 0
	f.offered = f.weak
	f.why = "NET Framework Setup, Release is 528040 or more on " + strings.Join(model.FirstFew(with), ", ") + " (sure)."
	return []fact{f}
}

func sorted(set map[string]bool) []string {
	var list []string
	for word := range set {
		list = append(list, word)
	}
	slices.Sort(list)
	return list
}

// OfferedKinds are the joins of devices that collected files count, with commas
// between them.
func OfferedKinds(p *model.Plan) string {
	var kinds []string
	for _, e := range p.Evidence {
		s, _ := siteOf(e)
		for _, r := range s.List() {
			kind, counts := strings.CutPrefix(r.Key, "devices[")
			kind = strings.TrimSuffix(kind, "].count")
			if counts && s.Elsewhere(p) == "" && !slices.Contains(kinds, kind) {
				kinds = append(kinds, kind)
			}
		}
	}
	return strings.Join(kinds, ",")
}
