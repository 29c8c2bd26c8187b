package site

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// visible reports whether the person saw all devices. It proves devices alone.
func (f *File) visible() bool {
	all, ok := f.count("all_systems")
	some, known := f.count("visible")
	return ok && known && all == 1 && some > 0
}

// readDevices reads numbers of devices. None becomes an entry of the plan by
// itself.
func (f *File) readDevices() {
	for _, c := range []struct{ count, label string }{
		{"clients", "Clients"}, {"clients_10", "Clients with Windows 10 or later"}, {"clients_6", "Clients with an older Windows"}, {"clients_server", "Clients on servers"},
		{"no_client", "Computers without a client"}, {"hybrid", "Hybrid joined clients"}, {"entra", "Microsoft Entra joined clients"},
		{"cert_pki", "Clients that use a PKI certificate"}, {"user_deployments", "Deployments to users"},
	} {
		if n, ok := f.count(c.count); ok && n > 0 && f.visible() {
			f.show("count_"+c.count, c.label, model.Thousands(int(n)))
		}
	}
	f.offerKinds()
	f.readClients()
}

// offerKinds offers how many devices are hybrid joined and Microsoft Entra joined,
// where nearly every client told how it is joined. How the rest is joined nobody
// can tell: a device that is joined to Microsoft Entra ID alone has no domain
// either.
func (f *File) offerKinds() {
	hybrid, knowsHybrid := f.count("hybrid")
	entra, knowsEntra := f.count("entra")
	told, knowsTold := f.count("state_rows")
	clients, knowsClients := f.count("clients_10")
	if !f.visible() || !f.top() || !knowsHybrid || !knowsEntra || !knowsTold || !knowsClients {
		return
	}
	switch {
	case told*10 < clients*9:
		f.note("site-joins-unknown", "", "Of "+model.Thousands(int(clients))+" clients with Windows 10 or later only "+model.Thousands(int(told))+" told how they are joined: no number of devices is offered.", "")
	case hybrid+entra > told:
		f.note("site-joins-overlap", "", "More clients are hybrid joined and Microsoft Entra joined than told how they are joined: the two overlap, and no number of devices is offered.", "")
	default:
		f.offerKind("hybrid", "HybridAADJoined", hybrid)
		f.offerKind("entra", "AADJoined", entra)
	}
}

func (f *File) offerKind(join, property string, n int64) {
	if n > 0 {
		f.offer(evidence.Reading{Key: "devices[" + join + "].count", Value: fmt.Sprint(n), Trust: evidence.Likely, From: "SMS_Client_ComanagementState, " + property, Saw: "1 for " + model.Thousands(int(n))})
	}
}

// readClients reads whether all clients have the version of the site. The revision
// behind the build differs anyway.
func (f *File) readClients() {
	build, same := f.build()
	older, right, newer, read := f.clientVersions(build)
	clients, counted := f.count("clients")
	r := evidence.Reading{Key: "token.clients_current", Trust: evidence.Likely, From: "SMS_R_System, ClientVersion"}
	switch {
	case !same || !read || newer > 0:
	case older > 0:
		r.Value, r.Saw = string(model.No), "older than that of the site for "+model.Thousands(int(older))+" clients"
		f.fill(r)
	case counted && f.visible() && f.top() && right == clients && clients > 0 && f.uncut("by_ClientVersion", cutValues):
		r.Value, r.Saw = string(model.Yes), "that of the site for all "+model.Thousands(int(clients))+" clients"
		f.fill(r)
	}
}

// build is that of all primary sites, false where they differ.
func (f *File) build() (int64, bool) {
	list, all := f.primaries()
	build := int64(0)
	for _, r := range list {
		n, ok := r.number("BuildNumber")
		if !ok || builds[n] == "" || build != 0 && n != build || mixed(r) {
			return 0, false
		}
		build = n
	}
	return build, all && build != 0
}

// clientVersions counts the clients with an older build, with this one and with a
// newer one. It is false where a version or a number cannot be read.
func (f *File) clientVersions(build int64) (older, right, newer int64, read bool) {
	s := f.sections["by_ClientVersion"]
	for _, r := range s.rows {
		n, ok := r.number("count")
		parts := strings.Split(r.text("value"), ".")
		if !ok || n < 0 || len(parts) != 4 || parts[0] != "5" {
			return 0, 0, 0, false
		}
		switch b, err := strconv.ParseInt(parts[2], 10, 64); {
		case err != nil:
			return 0, 0, 0, false
		case b < build:
			older += n
		case b == build:
			right += n
		default:
			newer += n
		}
	}
	return older, right, newer, s.whole && len(s.rows) > 0
}
