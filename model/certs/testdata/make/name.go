package main

import "strings"

// A name is a distinguished name as encoded.
type name []byte

// named makes a name of parts, in the order of the encoding. A value is printable
// text, or UTF-8 where it has to be.
func named(parts ...[]byte) name {
	var sets [][]byte
	for _, part := range parts {
		sets = append(sets, set(part))
	}
	return sequence(sets...)
}

func part(id string, value []byte) []byte { return sequence(oid(id), value) }

func commonName(text string) []byte   { return part("2.5.4.3", directory(text)) }
func organization(text string) []byte { return part("2.5.4.10", directory(text)) }
func domain(text string) []byte       { return part("0.9.2342.19200300.100.1.25", ia5(text)) }

func directory(text string) []byte {
	if strings.ContainsAny(text, "*@&_") || strings.ContainsFunc(text, func(r rune) bool { return r > '~' || r < ' ' }) {
		return utf8String(text)
	}
	return printable(text)
}

// inDomain is the name that AD CS gives a CA: "CN=…, DC=contoso, DC=com".
func inDomain(cn string, labels ...string) name {
	var parts [][]byte
	for _, label := range labels {
		parts = append(parts, domain(label))
	}
	return named(append(parts, commonName(cn))...)
}

func host(cn string) name { return named(commonName(cn)) }
