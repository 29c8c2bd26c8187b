package inspect

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// maxBindings is how many bindings of one file are read.
const maxBindings = 48

// A binding is one endpoint of `netsh http show sslcert` with its certificate.
type binding struct {
	endpoint  string // "0.0.0.0:443", "cm.contoso.com:443"
	port      int
	hash      string // SHA-1 thumbprint, lower case
	app       string // the GUID of the program
	store     string
	ctls      int    // lines about certificate trust lists so far
	ctlStore  string // of the CAs whose client certificates are accepted, "" for no limit
	negotiate string // whether a client certificate is asked for, as printed
	hidden    bool   // the thumbprint had marks or blanks in it
}

// bindingsHeading starts the output in English.
const bindingsHeading = "SSL Certificate bindings"

// isGUID reports whether a value is "{4dc3e181-e14b-4a21-b022-59fc669b0914}".
func isGUID(value string) bool {
	const shape = "{00000000-0000-0000-0000-000000000000}"
	if len(value) != len(shape) {
		return false
	}
	for i := range len(shape) {
		if shape[i] == '0' && !isHex(rune(value[i])) || shape[i] != '0' && value[i] != shape[i] {
			return false
		}
	}
	return true
}

func isHex(r rune) bool { return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'f' }

// bindings reads the bindings of a text. The labels differ from language to
// language, so the values tell what they are: an address with a port, a hash of
// 40 digits, a GUID. all counts those beyond the bound too.
func bindings(text string) (read []binding, all int) {
	var b binding
	keep := func() {
		if b.hash == "" {
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
			b = binding{endpoint: endpoint, port: port}
			continue
		}
		b.take(label, value)
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

// take keeps what a line says of the binding, which must have its endpoint.
func (b *binding) take(label, value string) {
	switch hash, hidden := thumbprint(value); {
	case b.endpoint == "":
	case hash != "" && b.hash == "":
		b.hash, b.hidden = hash, hidden
	case isGUID(value) && b.app == "":
		b.app = strings.ToLower(value)
	case isCTL(label):
		b.takeCTL(label, value)
	case b.app != "" && b.store == "" && b.negotiate == "" && value != "":
		b.store = value // the line after the GUID, in every language
	case strings.HasPrefix(strings.ToLower(label), "negotiate client certificate"):
		b.negotiate = value
	}
}

// isCTL reports whether a label is of a certificate trust list: "Ctl Identifier"
// and "Ctl Store Name", with the same letters in other languages.
func isCTL(label string) bool {
	words := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !isLetter(r) })
	return slices.Contains(words, "ctl")
}

// takeCTL keeps the store, which is the second of the two lines.
func (b *binding) takeCTL(label, value string) {
	b.ctls++
	if (b.ctls == 2 || strings.EqualFold(label, "Ctl Store Name")) && value != "" && !strings.HasPrefix(value, "(") {
		b.ctlStore = value
	}
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
	return text == "*" || text != "" && strings.ContainsFunc(text, isLetter) && !strings.ContainsFunc(text, func(r rune) bool {
		return !isLetter(r) && (r < '0' || r > '9') && !strings.ContainsRune("-._*", r)
	})
}

func isLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' || r > 0x7f }

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
		case isHex(r):
			b.WriteRune(r)
		case r == ' ' || r == ':' || r == '\u00a0' || isInvisible(r):
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
