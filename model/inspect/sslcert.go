package inspect

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model/ccmsetup"
	"cmgwizard/model/reading"
)

// maxBindings is how many bindings of one file are read.
const maxBindings = 48

// bindingsHeading starts the output in English.
const bindingsHeading = "SSL Certificate bindings"

// bindings reads the bindings of a text. The labels differ from language to
// language, so the values tell what they are: an address with a port, a hash of
// 40 digits, a GUID. all counts those beyond the bound too.
func bindings(text string) (read []reading.Binding, all int) {
	var b reading.Binding
	keep := func() {
		if b.Hash == "" {
			return
		}
		all++
		if len(read) < maxBindings {
			read = append(read, b)
		}
	}
	for line := range strings.Lines(text) {
		label, value, ok := pair(line)
		if !ok {
			continue
		}
		if endpoint, port := endpointOf(value); port != 0 {
			keep()
			b = reading.Binding{Endpoint: endpoint, Port: port}
			continue
		}
		take(&b, label, value)
	}
	keep()
	return read, all
}

// longestPair is the longest line that can be one of netsh's.
const longestPair = 400

// pair splits "IP:port      : 0.0.0.0:443". The colon between the two has a
// blank before it, or it is the only one.
func pair(line string) (label, value string, ok bool) {
	if strings.IndexByte(line, ':') < 0 {
		return "", "", false
	}
	line = strings.TrimSpace(line)
	if len(line) > longestPair {
		return "", "", false
	}
	for _, between := range []string{" : ", "\t: ", "\t:\t", " :"} {
		if label, value, ok := strings.Cut(line, between); ok {
			return strings.TrimSpace(label), strings.TrimSpace(value), true
		}
	}
	label, value, ok = strings.Cut(line, ": ")
	return strings.TrimSpace(label), strings.TrimSpace(value), ok
}

// isCTL reports whether a label is of a certificate trust list: "Ctl Identifier"
// and "Ctl Store Name", with the same letters in other languages.
func isCTL(label string) bool {
	words := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !reading.IsLetter(r) })
	return slices.Contains(words, "ctl")
}

// endpointOf reads "0.0.0.0:443", "[::]:443" or "host:443". The port is 0 for
// anything else.
func endpointOf(value string) (string, int) {
	colon := strings.LastIndexByte(value, ':')
	if colon <= 0 || strings.ContainsAny(value, " \t/\\{}") {
		return "", 0
	}
	port, err := strconv.ParseUint(value[colon+1:], 10, 16)
	if err != nil || !isHost(strings.Trim(value[:colon], "[]")) {
		return "", 0
	}
	return value, int(port)
}

// isHost reports whether text is an address or looks like a host name.
func isHost(text string) bool {
	if address, err := netip.ParseAddr(text); err == nil {
		return address.IsValid()
	}
	return text == "*" || text != "" && strings.ContainsFunc(text, reading.IsLetter) && !strings.ContainsFunc(text, func(r rune) bool {
		return !reading.IsLetter(r) && (r < '0' || r > '9') && !strings.ContainsRune("-._*", r)
	})
}

// thumbprint reads a SHA-1 hash as people paste it: with blanks, colons, capital
// letters and the invisible mark that the certificate dialog puts before it.
// hidden reports that there was more than the digits.
func thumbprint(value string) (hash string, hidden bool) {
	const digits, longest = 40, 200
	if len(value) < digits || len(value) > longest {
		return "", false
	}
	var b strings.Builder
	for _, r := range value {
		switch {
		case reading.IsHex(r):
			b.WriteRune(r)
		case r == ' ' || r == ':' || r == '\u00a0' || ccmsetup.IsInvisible(r):
			hidden = true
		default:
			return "", false
		}
	}
	if b.Len() != digits {
		return "", false
	}
	return strings.ToLower(b.String()), hidden
}
