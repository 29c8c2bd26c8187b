package site

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// The bits of IISSSLState whose meaning is known. No page of Microsoft says it.
const (
	bitHTTPS    = 1
	bitCRL      = 32
	bitsEither  = 64 + 128
	bitPKI      = 256
	bitEnhanced = 1024
	bitsSeen    = 511 + bitEnhanced
)

// decode says how a site communicates, "" where the number has no known pattern.
// HTTPS goes before the switch for Enhanced HTTP: both may be set.
func decode(state int64) model.Security {
	switch {
	case state <= 0:
		return ""
	case state&bitHTTPS != 0:
		return model.HTTPSOnly
	case state&bitEnhanced != 0:
		return model.EnhancedHTTP
	case state&bitsEither == bitsEither:
		return model.PlainHTTP
	}
	return ""
}

// The components that are read.
const (
	siteComponent = "SMS_SITE_COMPONENT_MANAGER"
	userDiscovery = "SMS_AD_USER_DISCOVERY_AGENT"
)

// state is IISSSLState of a site, false where two rows do not agree.
func (f *File) state(code string) (int64, bool) {
	var states []int64
	for _, r := range f.sections["components"].rows {
		if r.text("ComponentName") != siteComponent || r.text("SiteCode") != code {
			continue
		}
		n, ok := r.number("IISSSLState")
		if !ok {
			return 0, false
		}
		if !slices.Contains(states, n) {
			states = append(states, n)
		}
	}
	if len(states) != 1 {
		return 0, false
	}
	return states[0], true
}

// readSecurity reads how each primary site communicates. What a central
// administration site or a secondary site has means nothing for clients.
func (f *File) readSecurity() {
	for _, code := range f.Sites {
		state, known := f.state(code)
		security := decode(state)
		if !known || security == "" {
			continue
		}
		reading := evidence.Reading{Site: code, Trust: evidence.Sure, From: "SMS_SCI_Component, IISSSLState of " + siteComponent, Saw: fmt.Sprintf("%d, which no page of Microsoft explains", state)}
		if security == model.HTTPSOnly && f.acceptsHTTP(code) {
			f.note("site-https-and-http", model.Warning, "Site "+code+" reads as HTTPS only, and a management point of it accepts HTTP. How the site communicates stays open.",
				"Look it up: Administration > Site Configuration > Sites > Properties > Communication Security.")
			continue
		}
		reading.Offered = state&^bitsSeen != 0 || f.changing(code, state)
		f.securityReadings(reading, state, security)
	}
}

func (f *File) securityReadings(r evidence.Reading, state int64, security model.Security) {
	add := func(key, value string, trust evidence.Trust) {
		r.Key, r.Value, r.Trust = key, value, trust
		f.fill(r)
	}
	add("site.security_now", string(security), evidence.Sure)
	add("site.use_pki_certificate", yesNo(state&(bitPKI|bitHTTPS) != 0), evidence.Sure)
	add("site.check_crl", yesNo(state&bitCRL != 0), evidence.Likely)
}

func yesNo(is bool) string {
	if is {
		return string(model.Yes)
	}
	return string(model.No)
}

// acceptsHTTP reports whether a management point of the site accepts HTTP.
func (f *File) acceptsHTTP(code string) bool {
	return slices.ContainsFunc(f.sections["roles"].rows, func(r row) bool {
		n, ok := r.number("SslState")
		return r.text("RoleName") == managementPoint && r.text("SiteCode") == code && ok && (n == 0 || n == 4)
	})
}

// changing reports whether the registry of the site server has another number: a
// change is under way, or the mirror lags.
func (f *File) changing(code string, state int64) bool {
	local, known := f.only("local_site").number("IISSSLState")
	return known && local != state && slices.Contains(f.Servers, code+" "+f.machine())
}

// machine is the host that the script ran on, "" where it is not known.
func (f *File) machine() string {
	r := f.only("local_machine")
	name, domain := r.text("Name"), r.text("Domain")
	if name == "" || !strings.Contains(domain, ".") {
		return ""
	}
	return hostOf(name + "." + domain)
}
