package site

import (
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// The numbers of .NET Framework: the first of 4.8, and those between which a number
// is one at all.
const (
	firstDotNet48 = 528040
	firstDotNet   = 378389
	lastDotNet    = 999999
)

// readComputer reads what the computer is like that the script ran on. It counts
// for a plan that names the computer as a server, and for no other.
func (f *File) readComputer() {
	f.Computer = f.machine()
	if f.Computer == "" {
		return
	}
	add := func(key, value, from, saw string, trust evidence.Trust, offered bool) {
		f.fill(evidence.Reading{Host: f.Computer, Key: key, Value: value, Trust: trust, From: from, Saw: saw, Offered: offered})
	}
	if n, ok := f.only("local_dotnet").number("Release"); ok && n >= firstDotNet && n <= lastDotNet {
		add("site.dotnet_48", yesNo(n >= firstDotNet48), "NET Framework Setup, Release", model.Thousands(int(n)), evidence.Sure, false)
	}
	if r := f.only("local_aspnet45"); r.text("Name") == "Web-Asp-Net45" && r.truth("Installed") != "" {
		add("management_points[].asp_net_45", string(r.truth("Installed")), "Get-WindowsFeature Web-Asp-Net45, Installed", string(r.truth("Installed")), evidence.Sure, false)
	}
	f.readProxy(add)
	f.readCertificates(add)
}

// readProxy offers yes alone: without a proxy of Local System there may be one
// that nobody has to set.
func (f *File) readProxy(add func(key, value, from, saw string, trust evidence.Trust, offered bool)) {
	r := f.only("local_system_proxy")
	if r.truth("ProxyEnable") == model.Yes && r.truth("HasServer") == model.Yes || r.truth("HasScript") == model.Yes {
		add("management_points[].proxy", string(model.Yes), "Internet Settings of Local System", "a proxy", evidence.Likely, true)
	}
}

var purposeForm = model.Pattern(`^[0-9]+(\.[0-9]+)+$`)

// clientAuthentication is the purpose of client certificates.
const clientAuthentication = "1.3.6.1.5.5.7.3.2"

// readCertificates looks for a client certificate of a PKI on a connection point,
// and tells what the web server is bound to.
func (f *File) readCertificates(add func(key, value, from, saw string, trust evidence.Trust, offered bool)) {
	s := f.sections["local_certificates"]
	none := f.uncut("local_certificates", cutSettings) && len(s.rows) > 0 && !f.Collected.IsZero()
	for _, r := range s.rows {
		eku, known := r.list("Eku")
		known = known && !slices.ContainsFunc(eku, func(id string) bool { return !purposeForm().MatchString(id) })
		until, err := time.Parse(time.RFC3339, r.text("NotAfter"))
		key := r.truth("HasPrivateKey")
		none = none && known && len(eku) > 0 && err == nil && key != "" && r.text("Issuer") != ""
		if f.isClientCertificate(r, eku, until) {
			add("connection_points[].client_certificate", string(model.Yes), "Cert:\\LocalMachine\\My, EnhancedKeyUsageList", "client authentication, issued by "+r.text("Issuer"), evidence.Likely, false)
			none = false
			break
		}
	}
	if none {
		add("connection_points[].client_certificate", string(model.No), "Cert:\\LocalMachine\\My, EnhancedKeyUsageList", "client authentication for none in date", evidence.Likely, false)
	}
	f.showBinding()
}

func (f *File) isClientCertificate(r row, eku []string, until time.Time) bool {
	return slices.Contains(eku, clientAuthentication) && r.truth("HasPrivateKey") == model.Yes && until.After(f.Collected) && !f.Collected.IsZero() &&
		r.text("Issuer") != "" && !evidence.IsNoPKI(r.text("Issuer"))
}

// showBinding tells whose certificate the web server answers with on port 443. It
// does not tell a PKI from a public provider.
func (f *File) showBinding() {
	for _, b := range f.sections["local_bindings"].rows {
		if !strings.Contains(b.text("bindingInformation"), ":443:") {
			continue
		}
		for _, c := range f.sections["local_certificates"].rows {
			if hash := b.text("certificateHash"); hash == "" || !strings.EqualFold(hash, c.text("Thumbprint")) {
				continue
			}
			if strings.Contains(c.text("Issuer"), "SMS Issuing") {
				f.show("web_certificate", "Certificate on port 443", "the one that the site made for Enhanced HTTP; none of a PKI is bound")
			} else {
				f.show("web_certificate", "Certificate on port 443", "issued by "+c.text("Issuer"))
			}
		}
	}
}
