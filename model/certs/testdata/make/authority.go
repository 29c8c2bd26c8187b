package main

import (
	"net/url"
	"strings"
)

// An authority is a CA as it stands: its name, its key and how it signs.
type authority struct {
	cn     string
	name   name
	key    *key
	with   algorithm
	domain string // where its CRL is published: pki.<domain>
	made   *certificate
	der    []byte // the certificate as encoded
}

// newRoot makes a root CA. Change may be nil.
func newRoot(cn, domain string, labels []string, k *key, with algorithm, change func(*certificate)) *authority {
	a := &authority{cn: cn, name: inDomain(cn, labels...), key: k, with: with, domain: domain}
	c := a.certificateOfCA(a, k, "2020-01-15", "2045-01-15")
	c.drop(authorityKey, crl, authorityInfo, templateName)
	a.encode(c, change)
	return a
}

// newCA makes a CA below another. Change may be nil.
func (a *authority) newCA(cn string, labels []string, k *key, change func(*certificate)) *authority {
	below := &authority{cn: cn, name: inDomain(cn, labels...), key: k, with: a.with, domain: a.domain}
	below.encode(a.certificateOfCA(below, k, "2022-02-10", "2034-02-10"), change)
	return below
}

func (a *authority) encode(c *certificate, change func(*certificate)) {
	if change != nil {
		change(c)
	}
	a.made, a.der = c, c.encoded()
}

func (a *authority) certificateOfCA(below *authority, k *key, from, until string) *certificate {
	return &certificate{
		serial: caSerial(), issuer: a.name, subject: below.name, from: from, until: until,
		key: k, by: a.key, with: a.with,
		extensions: []extension{
			generation(0, 0), keyName(k), oldTemplate("SubCA"), {keyUsage, false, tlv(0x03, []byte{1, 0x86})},
			constraints(-1), issuerKeyName(a.key), a.crl(), a.issuerAt(),
		},
	}
}

// leaf is a certificate of the CA for a host: the purposes make the difference.
func (a *authority) leaf(hostName string, ids ...string) *certificate {
	k := rsaKey(2048)
	return &certificate{
		serial: leafSerial(), issuer: a.name, subject: host(hostName), from: "2026-02-02", until: "2028-02-02",
		key: k, by: a.key, with: a.with,
		extensions: []extension{
			template(clientTemplate), purposes(ids...), usage(0xa0, 5), applicationPolicies(ids...),
			keyName(k), issuerKeyName(a.key), dnsNames(hostName), a.crl(), a.issuerAt(),
		},
	}
}

func (a *authority) client(hostName string) *certificate { return a.leaf(hostName, clientPurpose) }
func (a *authority) server(hostName string) *certificate { return a.leaf(hostName, serverPurpose) }

func (a *authority) crl() extension { return crlAt(a.ldap("CDP"), a.public(".crl")) }

func (a *authority) issuerAt() extension { return issuerAt(a.ldap("AIA"), a.public(".crt")) }

func (a *authority) public(ending string) string {
	return "http://pki." + a.domain + "/" + url.PathEscape(a.cn) + ending
}

// ldap is the address in the directory that AD CS writes first.
func (a *authority) ldap(kind string) string {
	class := map[string]string{
		"CDP": "CN=CA01,CN=CDP,CN=Public%20Key%20Services,{top}?certificateRevocationList?base?objectClass=cRLDistributionPoint",
		"AIA": "CN=AIA,CN=Public%20Key%20Services,{top}?cACertificate?base?objectClass=certificationAuthority",
	}[kind]
	top := "CN=Services,CN=Configuration,DC=" + strings.ReplaceAll(a.domain, ".", ",DC=")
	return "ldap:///CN=" + url.PathEscape(a.cn) + "," + strings.Replace(class, "{top}", top, 1)
}
