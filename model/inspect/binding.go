package inspect

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

// readBindings reads the output of `netsh http show sslcert`. What the bindings
// mean waits for the certificates of all files.
func (in *inspection) readBindings(f *reading.Found, text string) {
	read, all := bindings(text)
	if all == 0 && !strings.Contains(text, bindingsHeading) {
		return
	}
	f.Bindings = read
	about := model.CountedAs(len(read), "port binding", "port bindings")
	if all > len(read) {
		about += ", " + model.Thousands(all-len(read)) + " left out"
	}
	f.Is(reading.PortBindings, about)
	for _, b := range read {
		f.AddFacts(reading.Fact("binding", b.Endpoint, words(b)))
	}
	if len(https(read)) == 0 {
		f.Remark("no-https-binding", model.Warning, bindingRule, "The text shows no binding of port 443. A management point that serves clients through the CMG answers there.",
			"Make sure that this is the management point and that the text is whole, from `netsh http show sslcert` without a port. With Enhanced HTTP wait up to 30 minutes after it was turned on, until `mpcontrol.log` says that the site has sent **SMS Role SSL Certificate**.",
			reading.CiteRoleCertificate)
	}
}

// bindingRule is the rule that the bindings bear on.
const bindingRule = "mp-https-binding"

// words are the certificate and the store of the binding.
func words(b reading.Binding) string {
	text := b.Hash
	if b.Store != "" && b.Store != "(null)" {
		text += ", store " + b.Store
	}
	if b.CTLStore != "" {
		text += ", accepts client certificates of the CAs in the store " + b.CTLStore
	}
	if b.Negotiate != "" {
		text += ", asks for a client certificate: " + b.Negotiate
	}
	return text
}

func https(all []reading.Binding) []reading.Binding {
	var found []reading.Binding
	for _, b := range all {
		if b.Port == 443 {
			found = append(found, b)
		}
	}
	return found
}

// judgeBindings says of each certificate that is bound to port 443 what it
// means, now that all certificates are known.
func (in *inspection) judgeBindings(f *reading.Found) {
	limited(f)
	had := map[string]bool{}
	for _, b := range https(f.Bindings) {
		if had[b.Hash] {
			continue
		}
		had[b.Hash] = true
		if b.Hidden {
			f.Remark("thumbprint-pasted", model.Advice, "", "The thumbprint of "+reading.Shown(b.Endpoint, reading.LongestValue)+" has blanks or marks in it that cannot be seen. They were left out here; a command that is given it so finds no certificate.",
				"Type the thumbprint, or delete everything but its 40 digits.")
		}
		c, known := in.withThumbprint(b.Hash)
		switch {
		case known:
			f.Add(in.bound(b, c)...)
		case in.isStated(b.Hash):
			f.Add(in.boundAsStated(b))
		default:
			f.Add(unknownBinding(b))
		}
	}
}

// isStated reports whether a text says who issued the certificate.
func (in *inspection) isStated(sha1 string) bool {
	return slices.ContainsFunc(in.stated, func(s statement) bool { return s.thumbprint == sha1 && s.issuer != "" })
}

// boundAsStated is what a certificate on port 443 means of which only a text
// tells. Its dates are not judged, for nobody knows how they are to be read.
func (in *inspection) boundAsStated(b reading.Binding) model.Remark {
	i := slices.IndexFunc(in.stated, func(s statement) bool { return s.thumbprint == b.Hash && s.issuer != "" })
	s := in.stated[i]
	c := pki.CertificateFacts{SHA1: s.thumbprint, Subject: s.subject, Issuer: s.issuer}
	r := in.pkiBound(b, c)
	if isRoleCertificate(c) {
		r = in.roleBound(b, c)
	}
	r.Text += " A text among the files says so: the certificate itself is not there, and its dates are not judged."
	return r
}

// limited says of port 443 which CAs it accepts, where that is limited.
func limited(f *reading.Found) {
	had := map[string]bool{}
	for _, b := range https(f.Bindings) {
		if b.CTLStore == "" || had[b.CTLStore] {
			continue
		}
		had[b.CTLStore] = true
		store := reading.Shown(b.CTLStore, reading.LongestValue)
		f.Remark("binding-ctl-store", model.Advice, "mp-trusts-client-ca",
			fmt.Sprintf("Port 443 (%s) accepts only client certificates whose CAs are in the store %s of the computer (Ctl Store Name). Where that store is empty or lacks a CA, IIS refuses the certificate with 403.16, though Windows trusts it.", reading.Shown(b.Endpoint, reading.LongestValue), store),
			"On that server list the store with `certutil -store`, the name "+store+" after it, and compare it with the CAs of the client certificates. Put in what is missing, or bind the certificate without the store.", reading.CiteSiteSystemCert)
	}
}

// withThumbprint finds a certificate among all files by its SHA-1 thumbprint.
func (in *inspection) withThumbprint(sha1 string) (pki.CertificateFacts, bool) {
	for _, c := range in.heap {
		if strings.EqualFold(c.SHA1, sha1) {
			return c.CertificateFacts, true
		}
	}
	return pki.CertificateFacts{}, false
}

const rebind = "On the management point open IIS Manager (`inetmgr`), select **Default Web Site** > **Bindings**, edit the https binding of port 443, and select **SMS Role SSL Certificate**."

func unknownBinding(b reading.Binding) model.Remark {
	return model.NewRemark("binding-unknown", model.Advice, bindingRule,
		fmt.Sprintf("Port 443 (%s) has the certificate %s, which is not among the files. With Enhanced HTTP it must be the SMS Role SSL Certificate, whose issuer is SMS Issuing; after a change from HTTPS the old PKI certificate often stays bound, and clients get 403 CMGConnector_Forbidden.", reading.Shown(b.Endpoint, reading.LongestValue), b.Hash),
		"On that server run `Get-ChildItem Cert:\\LocalMachine\\My | Format-List Thumbprint, Issuer, Subject, NotAfter`, or open `certlm.msc` > **Personal**, and see who issued it. Export it as **DER encoded binary X.509 (.CER)** and inspect it with this file.",
		reading.CiteForbidden, reading.CiteRoleCertificate)
}

// bound is what a known certificate on port 443 means.
func (in *inspection) bound(b reading.Binding, c pki.CertificateFacts) []model.Remark {
	remarks := in.boundDates(b, c)
	if isRoleCertificate(c) {
		return append(remarks, in.roleBound(b, c))
	}
	return append(remarks, in.pkiBound(b, c))
}

// isRoleCertificate reports whether the site itself issued the certificate.
func isRoleCertificate(c pki.CertificateFacts) bool {
	for part := range strings.SplitSeq(c.Issuer, ",") {
		name, ok := strings.CutPrefix(strings.TrimSpace(part), "CN=")
		if ok && strings.EqualFold(strings.TrimSpace(name), "SMS Issuing") {
			return true
		}
	}
	return false
}

func (in *inspection) boundDates(b reading.Binding, c pki.CertificateFacts) []model.Remark {
	seen := fmt.Sprintf("Port 443 (%s) has a certificate (%s) that ", reading.Shown(b.Endpoint, reading.LongestValue), reading.Shown(c.Subject, reading.LongestValue))
	switch {
	case in.At.IsZero():
	case in.At.After(c.NotAfter):
		return []model.Remark{model.NewRemark("binding-expired", model.Blocker, bindingRule,
			seen+model.EndWords(c.NotAfter, in.At)+". Clients get 403 CMGConnector_Forbidden.",
			"Renew the certificate, and select the new one in the https binding of port 443 in IIS Manager.", reading.CiteForbidden)}
	case in.At.Before(c.NotBefore):
		return []model.Remark{model.NewRemark("binding-not-yet-valid", model.Blocker, bindingRule,
			fmt.Sprintf("%sis not valid before %s.", seen, model.DayOf(c.NotBefore)), "Bind a certificate that is valid now, and check the clock of the server.", reading.CiteForbidden)}
	case c.NotAfter.Sub(in.At) < soon:
		return []model.Remark{model.NewRemark("binding-expires", model.Warning, bindingRule,
			seen+model.EndWords(c.NotAfter, in.At)+".",
			"Renew it before that day, and see that the new one is bound to port 443.", reading.CiteForbidden)}
	}
	return nil
}

// soon is the time before its end in which a certificate is about to expire.
const soon = 60 * 24 * time.Hour

// roleBound is the certificate of the site itself on port 443.
func (in *inspection) roleBound(b reading.Binding, c pki.CertificateFacts) model.Remark {
	text := fmt.Sprintf("Port 443 (%s) has the SMS Role SSL Certificate (%s, issuer SMS Issuing). It fits Enhanced HTTP.", reading.Shown(b.Endpoint, reading.LongestValue), reading.Shown(c.Subject, reading.LongestValue))
	if in.plansOnly(model.ModeHTTPS, c) {
		return model.NewRemark("binding-role-https", model.Warning, "mp-web-certificate",
			text+" But in the plan the management point is HTTPS, and that needs a PKI web server certificate.",
			"If this is a management point for the CMG, select its web server certificate in the https binding of port 443 in IIS Manager.", reading.CiteForbidden, reading.CiteSiteSystemCert)
	}
	return model.NewRemark("binding-role", "", bindingRule, text, "", reading.CiteRoleCertificate)
}

// pkiBound is a certificate of somebody else on port 443.
func (in *inspection) pkiBound(b reading.Binding, c pki.CertificateFacts) model.Remark {
	text := fmt.Sprintf("Port 443 (%s) has the certificate %s of the issuer %s. ", reading.Shown(b.Endpoint, reading.LongestValue), reading.Shown(c.Subject, reading.LongestValue), reading.Shown(c.Issuer, reading.LongestValue))
	switch {
	case in.plansOnly(model.ModeHTTPS, c):
		return model.NewRemark("binding-pki", "", "mp-web-certificate", text+"It fits a management point with HTTPS, as the plan has them.", "", reading.CiteSiteSystemCert)
	case in.plansOnly(model.ModeEnhancedHTTP, c):
		return model.NewRemark("binding-old", model.Blocker, bindingRule,
			text+"In the plan the management point uses Enhanced HTTP: after the change from HTTPS the old PKI certificate stayed bound. Clients get 403 CMGConnector_Forbidden through the CMG.",
			rebind, reading.CiteForbidden, reading.CiteRoleCertificate)
	}
	return model.NewRemark("binding-pki", model.Warning, bindingRule,
		text+"It fits a management point with HTTPS. If the management point went from HTTPS to Enhanced HTTP, it is the old one that stayed bound, and clients get 403 CMGConnector_Forbidden.",
		"With Enhanced HTTP: "+strings.ToLower(rebind[:1])+rebind[1:], reading.CiteForbidden, reading.CiteRoleCertificate)
}

// plansOnly reports whether every management point of the plan that serves the
// CMG, of those whose name the certificate has, is in the mode. Where it has no
// name of theirs all of them count.
func (in *inspection) plansOnly(mode model.Mode, c pki.CertificateFacts) bool {
	if in.Plan == nil {
		return false
	}
	points := in.Plan.CMGPoints()
	if named := slices.DeleteFunc(slices.Clone(points), func(i int) bool { return !in.isOfPoint(c, i) }); len(named) > 0 {
		points = named
	}
	return len(points) > 0 && !slices.ContainsFunc(points, func(i int) bool { return in.Plan.Mode(i) != mode })
}

func (in *inspection) isOfPoint(c pki.CertificateFacts, i int) bool {
	fits, _ := c.ServerName(in.Plan.ManagementPoints[i].Host)
	return fits
}

// take keeps what a line says of the binding, which must have its endpoint.
func take(b *reading.Binding, label, value string) {
	switch hash, hidden := thumbprint(value); {
	case b.Endpoint == "":
	case hash != "" && b.Hash == "":
		b.Hash, b.Hidden = hash, hidden
	case reading.IsGUID(value) && b.App == "":
		b.App = strings.ToLower(value)
	case isCTL(label):
		b.TakeCTL(label, value)
	case b.App != "" && b.Store == "" && b.Negotiate == "" && value != "":
		b.Store = value // the line after the GUID, in every language
	case strings.HasPrefix(strings.ToLower(label), "negotiate client certificate"):
		b.Negotiate = value
	}
}
