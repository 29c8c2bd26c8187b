package main

import (
	"bytes"
	"slices"
)

// An extension is one of a certificate, as encoded apart from its frame.
type extension struct {
	id       string
	critical bool
	value    []byte
}

// The extensions that AD CS writes.
const (
	subjectKey      = "2.5.29.14"
	keyUsage        = "2.5.29.15"
	alternative     = "2.5.29.17"
	basic           = "2.5.29.19"
	crl             = "2.5.29.31"
	authorityKey    = "2.5.29.35"
	extendedUsage   = "2.5.29.37"
	authorityInfo   = "1.3.6.1.5.5.7.1.1"
	templateName    = "1.3.6.1.4.1.311.20.2"
	templateVersion = "1.3.6.1.4.1.311.21.7"
	caVersion       = "1.3.6.1.4.1.311.21.1"
	applications    = "1.3.6.1.4.1.311.21.10"
)

// The purposes.
const (
	clientPurpose = "1.3.6.1.5.5.7.3.2"
	serverPurpose = "1.3.6.1.5.5.7.3.1"
	codePurpose   = "1.3.6.1.5.5.7.3.3"
)

// clientTemplate is the OID of a template for ConfigMgr clients.
const clientTemplate = "1.3.6.1.4.1.311.21.8.4812345.9912345.1234567.7654321.1357911.97.5512345.4412345"

func (e extension) encoded() []byte {
	if e.critical {
		return sequence(oid(e.id), yes, octets(e.value))
	}
	return sequence(oid(e.id), octets(e.value))
}

func usage(bits byte, unused byte) extension {
	return extension{keyUsage, true, tlv(0x03, []byte{unused, bits})}
}

func keyName(k *key) extension { return extension{subjectKey, false, octets(k.id())} }

func issuerKeyName(k *key) extension {
	return extension{authorityKey, false, sequence(tlv(0x80, k.id()))}
}

func purposes(ids ...string) extension {
	var list [][]byte
	for _, id := range ids {
		list = append(list, oid(id))
	}
	return extension{extendedUsage, false, sequence(list...)}
}

func applicationPolicies(ids ...string) extension {
	var list [][]byte
	for _, id := range ids {
		list = append(list, sequence(oid(id)))
	}
	return extension{applications, false, sequence(list...)}
}

// constraints says that it is a CA, with so many CAs below it: -1 for any number.
func constraints(path int) extension {
	if path < 0 {
		return extension{basic, true, sequence(yes)}
	}
	return extension{basic, true, sequence(yes, number(int64(path)))}
}

func dnsNames(names ...string) extension {
	var list [][]byte
	for _, n := range names {
		list = append(list, tlv(0x82, []byte(n)))
	}
	return extension{alternative, false, sequence(list...)}
}

// crlAt is one distribution point with several addresses, as AD CS writes it.
func crlAt(addresses ...string) extension {
	full := tlv(0xa0, uris(addresses))
	return extension{crl, false, sequence(sequence(tlv(0xa0, full)))}
}

func uris(addresses []string) []byte {
	var list [][]byte
	for _, a := range addresses {
		list = append(list, tlv(0x86, []byte(a)))
	}
	return bytes.Join(list, nil)
}

func issuerAt(addresses ...string) extension {
	var list [][]byte
	for _, a := range addresses {
		list = append(list, sequence(oid("1.3.6.1.5.5.7.48.2"), tlv(0x86, []byte(a))))
	}
	return extension{authorityInfo, false, sequence(list...)}
}

func template(id string) extension {
	return extension{templateVersion, false, sequence(oid(id), number(100), number(5))}
}

func oldTemplate(text string) extension { return extension{templateName, false, bmp(text)} }

// generation is the version of a CA: its certificate, and its key above it.
func generation(certificate, key int64) extension {
	return extension{caVersion, false, number(key<<16 | certificate)}
}

// set puts an extension in place of the one with its id, or at the end.
func (c *certificate) set(e extension) {
	i := slices.IndexFunc(c.extensions, func(have extension) bool { return have.id == e.id })
	if i < 0 {
		c.extensions = append(c.extensions, e)
		return
	}
	c.extensions[i] = e
}

func (c *certificate) drop(ids ...string) {
	c.extensions = slices.DeleteFunc(c.extensions, func(e extension) bool { return slices.Contains(ids, e.id) })
}
