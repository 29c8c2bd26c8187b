package certs

import (
	"bytes"
	"slices"

	"cmgwizard/model"
)

// secretText looks for the private keys of JSON and XML, and for ends of blocks.
func secretText(data []byte) string {
	if bytes.Contains(data, []byte("kty")) {
		if jsonMember(data, 'd', 16) {
			return keyJWK
		}
		if octetsType().Match(data) && jsonMember(data, 'k', 8) {
			return keyOctets
		}
	}
	if what := secretXML(data); what != "" {
		return what
	}
	return privateEnd(data)
}

// octetsType matches the type of JSON keys that is secret, in whatever quotation
// marks.
var octetsType = model.Pattern(`["']oct\\*["']`)

// jsonMember reports whether an object has a member of one letter with a value
// so long, in whatever quotation marks.
func jsonMember(data []byte, letter byte, least int) bool {
	for i := 1; i+least < len(data); i++ {
		if data[i] != letter || !isQuote(data[i-1]) {
			continue
		}
		after := bytes.TrimLeft(data[i+1:min(len(data), i+64)], "\\\"' \t\r\n")
		if len(after) == 0 || after[0] != ':' {
			continue
		}
		if value := bytes.TrimLeft(after[1:], "\\\"' \t\r\n"); wordLength(value) >= least {
			return true
		}
	}
	return false
}

func isQuote(b byte) bool { return b == '"' || b == '\'' }

func wordLength(data []byte) int {
	for i, b := range data {
		if sextet[b] < 0 {
			return i
		}
	}
	return len(data)
}

// secretXML looks for what only the private form of a key has in XML. P and Q are
// private in a key of RSA and public in one of DSA.
func secretXML(data []byte) string {
	const parameters, keyValue = "RSAParameters", "KeyValue"
	if bytes.Contains(data, []byte(parameters)) && xmlElements(data, "D", "InverseQ") {
		return keyXML
	}
	var before []byte
	for piece := range bytes.SplitSeq(data, []byte(keyValue)) {
		switch {
		case bytes.HasSuffix(before, []byte("RSA")) && xmlElements(piece, "D", "P", "Q", "InverseQ"):
			return keyXML
		case bytes.HasSuffix(piece, []byte("RSA")) && xmlElements(piece, "D", "P", "Q", "InverseQ"):
			return keyXML
		case bytes.HasSuffix(before, []byte("DSA")) && xmlElements(piece, "X"), bytes.HasSuffix(piece, []byte("DSA")) && xmlElements(piece, "X"):
			return keyDSAXML
		}
		before = piece
	}
	return ""
}

// xmlElements reports whether one of the elements is there, its tag written as
// in XML or as in XML in XML.
func xmlElements(data []byte, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return xmlElement(data, []byte(name+">")) || xmlElement(data, []byte(name+"&gt;"))
	})
}

// xmlElement reports whether there is an element with this end of its tag, and
// with something long in it.
func xmlElement(data, element []byte) bool {
	for at := bytes.Index(data, element); at >= 0; at = bytes.Index(data, element) {
		opens := at > 0 && (data[at-1] == '<' || data[at-1] == ':' || data[at-1] == ';')
		data = data[at+len(element):]
		if inner := bytes.TrimLeft(data[:min(len(data), 64)], " \t\r\n"); opens && wordLength(inner) >= 16 {
			return true
		}
	}
	return false
}
