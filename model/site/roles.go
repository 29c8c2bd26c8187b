package site

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// The names of site system roles.
const (
	managementPoint   = "SMS Management Point"
	updatePoint       = "SMS Software Update Point"
	serviceConnection = "SMS Dmp Connector"
	connectionPoint   = "SMS Cloud Proxy Connector"
)

// rolesOf are the rows of a role. Roles of secondary sites serve no CMG.
func (f *File) rolesOf(role string) []row {
	var list []row
	for _, r := range f.sections["roles"].rows {
		if r.text("RoleName") == role && slices.Contains(f.Sites, r.text("SiteCode")) {
			list = append(list, r)
		}
	}
	return list
}

func (f *File) readRoles() {
	f.readPoints()
	for _, r := range f.rolesOf(connectionPoint) {
		if host := hostOf(r.text("Server")); host != "" {
			f.fill(evidence.Reading{Site: r.text("SiteCode"), Host: host, Key: "connection_points[].host", Value: host, Trust: evidence.Sure,
				From: "SMS_SCI_SysResUse, role " + connectionPoint, Saw: "there"})
		}
	}
	f.readServiceConnection()
	for _, r := range f.sections["roles"].rows {
		if r.text("RoleName") == updatePoint && r.truth("Prop_AllowProxyTraffic") == model.Yes {
			f.offer(evidence.Reading{Key: "gateway.software_updates", Value: string(model.Yes), Trust: evidence.Sure,
				From: "SMS_SCI_SysResUse, AllowProxyTraffic of a software update point", Saw: "1"})
			break
		}
	}
}

// readPoints reads the management points. A host that stands there twice says
// nothing beside its name.
func (f *File) readPoints() {
	list := f.rolesOf(managementPoint)
	times := map[string]int{}
	for _, r := range list {
		times[hostOf(r.text("Server"))]++
	}
	for _, r := range list {
		host := hostOf(r.text("Server"))
		if host == "" {
			f.show("management_point_unnamed", "Management point", r.text("Server")+", which is no full host name")
			continue
		}
		if !slices.Contains(f.Points, host) {
			f.Points = append(f.Points, host)
			f.fill(evidence.Reading{Site: r.text("SiteCode"), Host: host, Key: "management_points[].host", Value: host, Trust: evidence.Sure,
				From: "SMS_SCI_SysResUse, NetworkOSPath of role " + managementPoint, Saw: host})
		}
		if times[host] == 1 {
			f.readPoint(r, host)
		}
	}
}

// readPoint reads what a management point accepts. Its SslState says nothing about
// Enhanced HTTP, and the property of that name among its items is another one.
func (f *File) readPoint(r row, host string) {
	add := func(key, value, property string) {
		saw := r.text(property)
		if n, ok := r.number(property); ok {
			saw = model.Thousands(int(n))
		}
		if value != "" {
			f.fill(evidence.Reading{Site: r.text("SiteCode"), Host: host, Key: "management_points[]." + key, Value: value, Trust: evidence.Sure,
				From: "SMS_SCI_SysResUse, " + strings.TrimPrefix(property, "Prop_"), Saw: saw})
		}
	}
	if n, ok := r.number("SslState"); ok && n >= 0 && n < int64(len(connections)) {
		add("clients_now", string(connections[n]), "SslState")
	}
	if r.truth("Prop_AllowProxyTraffic") == model.Yes {
		add("cmg_traffic", string(model.Yes), "Prop_AllowProxyTraffic")
	}
	internet, intranet := r.truth("Prop_MPInternetFacing"), r.truth("Prop_MPIntranetFacing")
	switch {
	case internet == "" || intranet == "":
	case intranet == model.Yes:
		add("internet_only", string(model.No), "Prop_MPIntranetFacing")
	case internet == model.Yes:
		add("internet_only", string(model.Yes), "Prop_MPIntranetFacing")
	}
}

// connections are the client connections by SslState. 2 does not apply.
var connections = [...]model.Connections{model.ConnectHTTP, model.ConnectHTTPS, "", model.ConnectHTTPS, model.ConnectHTTP}

// readServiceConnection reads the mode of the service connection point. That there
// is none follows only at the top-level site, where the roles are seen.
func (f *File) readServiceConnection() {
	var list []row
	seen := false
	for _, r := range f.sections["roles"].rows {
		if r.text("RoleName") == serviceConnection {
			list = append(list, r)
		}
		seen = seen || r.text("RoleName") == managementPoint && slices.Contains(f.Sites, r.text("SiteCode"))
	}
	r := evidence.Reading{Key: "site.service_connection_point", Trust: evidence.Sure, From: "SMS_SCI_SysResUse, OfflineMode of role " + serviceConnection}
	switch {
	case len(list) == 0 && f.top() && seen && f.readable("roles", "RoleName", managementPoint, updatePoint, serviceConnection, connectionPoint):
		r.Value, r.From, r.Saw = string(model.ConnectionNone), "SMS_SCI_SysResUse, role "+serviceConnection, "there is none"
		f.fill(r)
	case len(list) == 1:
		r.Value = map[model.YesNo]string{model.Yes: string(model.ConnectionOffline), model.No: string(model.ConnectionOnline)}[list[0].truth("Prop_OfflineMode")]
		r.Saw = r.Value
		r.Offered = !f.top()
		if r.Value != "" {
			f.fill(r)
		}
	}
}

// readable reports whether a section is whole and each row of it says one of these
// words: what else it is about nobody knows.
func (f *File) readable(name, property string, words ...string) bool {
	s := f.sections[name]
	return s.whole && !slices.ContainsFunc(s.rows, func(r row) bool { return !slices.Contains(words, r.text(property)) })
}
