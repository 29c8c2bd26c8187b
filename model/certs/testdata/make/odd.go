package main

import "bytes"

// oddities are certificates of one CA, each with one thing that is unusual. Most
// are client certificates.
func oddities(ca *authority) []fixture {
	var out []fixture
	for _, o := range odd {
		c := ca.client(o.name + ".contoso.com")
		o.change(c, ca)
		out = append(out, fixture{"odd/" + o.name + ".cer", c.encoded()})
	}
	return out
}

var odd = []struct {
	name   string
	change func(c *certificate, ca *authority)
}{
	{"negative-serial", func(c *certificate, _ *authority) { c.serial = append([]byte{0x96}, random(15)...) }},
	{"zero-serial", func(c *certificate, _ *authority) { c.serial = []byte{0} }},
	{"long-serial", func(c *certificate, _ *authority) { c.serial = append([]byte{0x5a}, random(39)...) }},
	{"critical-authority-key", func(c *certificate, ca *authority) {
		e := issuerKeyName(ca.key)
		e.critical = true
		c.set(e)
	}},
	{"authority-issuer-serial", func(c *certificate, ca *authority) {
		c.set(extension{authorityKey, false, sequence(tlv(0x80, ca.key.id()),
			tlv(0xa1, tlv(0xa4, ca.made.issuer)), tlv(0x82, ca.made.serial))})
	}},
	{"no-key-identifiers", func(c *certificate, _ *authority) { c.drop(subjectKey, authorityKey) }},
	{"bmp-subject", func(c *certificate, _ *authority) { c.subject = named(part("2.5.4.3", bmp("pc-Łódź"))) }},
	{"t61-subject", func(c *certificate, _ *authority) {
		c.subject = named(part("2.5.4.10", tlv(0x14, []byte("Z\xfcrich AG"))), commonName("pc.contoso.com"))
	}},
	{"hostile-subject", func(c *certificate, _ *authority) {
		c.subject = named(part("2.5.4.11", utf8String("\x1b[31mred\x1b[0m\x07\u202egnp\u202c\u200e")),
			part("2.5.4.3", utf8String("evil\r\nerror: \u2066name\u2069\u009b2J\x00.contoso.com")))
		c.set(dnsNames("evil\x1b]0;title\x07.contoso.com"))
	}},
	{"endless-subject", func(c *certificate, _ *authority) {
		c.subject = host(string(bytes.Repeat([]byte("long-"), 4000)))
	}},
	{"several-relative", func(c *certificate, _ *authority) {
		c.subject = sequence(set(organization("Contoso, Ltd."), commonName("pc \"one\" + two")))
	}},
	{"no-crl", func(c *certificate, _ *authority) { c.drop(crl) }},
	{"ldap-crl", func(c *certificate, ca *authority) { c.set(crlAt(ca.ldap("CDP"))) }},
	{"internal-crl", func(c *certificate, _ *authority) {
		c.set(crlAt("http://ca01/CertEnroll/ca.crl", "http://ca01.contoso.local/CertEnroll/ca.crl"))
	}},
	{"https-crl", func(c *certificate, _ *authority) { c.set(crlAt("https://pki.contoso.com/ca.crl")) }},
	{"alternative-only", func(c *certificate, _ *authority) { c.subject = named() }},
	{"wildcard", func(c *certificate, _ *authority) {
		c.set(purposes(serverPurpose))
		c.set(applicationPolicies(serverPurpose))
		c.subject = host("*.contoso.com")
		c.set(dnsNames("*.contoso.com", "contoso.com"))
	}},
	{"other-name", func(c *certificate, _ *authority) {
		c.set(purposes(serverPurpose))
		c.subject = host("cmg.contoso.com")
		c.set(dnsNames("cmg-old.contoso.com", "cmg.contoso.com"))
	}},
	{"letter-case", func(c *certificate, _ *authority) {
		c.set(purposes(serverPurpose))
		c.subject = host("CMG.Contoso.com")
		c.set(dnsNames("CMG.Contoso.com"))
	}},
	{"expired", func(c *certificate, _ *authority) { c.from, c.until = "2023-10-01", "2025-10-01" }},
	{"future", func(c *certificate, _ *authority) { c.from, c.until = "2027-01-05", "2029-01-05" }},
	{"expiring", func(c *certificate, _ *authority) { c.from, c.until = "2024-12-04", "2026-12-04" }},
	{"far-future", func(c *certificate, _ *authority) { c.until = "9999-12-31" }},
	{"computer", func(c *certificate, _ *authority) {
		c.drop(templateVersion, applications)
		c.set(oldTemplate("Machine"))
		c.set(purposes(clientPurpose, serverPurpose))
	}},
	{"code-signing", func(c *certificate, _ *authority) {
		c.set(purposes(codePurpose))
		c.set(applicationPolicies(codePurpose))
	}},
	{"any-purpose", func(c *certificate, _ *authority) { c.drop(extendedUsage, applications, keyUsage, templateVersion) }},
	{"no-signature-usage", func(c *certificate, _ *authority) { c.set(usage(0x20, 5)) }},
}
