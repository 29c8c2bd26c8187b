package pki

import (
	"net/netip"
	"slices"
	"strings"

	"cmgwizard/model"
)

// A formedName is a name of a certificate, or a subtree that constrains such
// names, with its form.
type formedName struct {
	form  string // "DNS"
	text  string // "pc1.contoso.com"
	shown string // as people read it: "its common name pc1.contoso.com"
	odd   bool   // it cannot be compared, whatever its form
}

// nameForms compare a name with a subtree of its form. Forms that are not here
// cannot be compared.
var nameForms = map[string]func(name, base string) model.Truth{
	formDNS:       dnsWithin,
	formEmail:     emailWithin,
	formIP:        addressWithin,
	formURI:       uriWithin,
	formDirectory: directoryWithin,
}

// The forms of names, as CertificateFacts write them.
const (
	formDNS       = "DNS"
	formEmail     = "Email"
	formIP        = "IP"
	formURI       = "URI"
	formDirectory = "DN"
)

// boundedSubtree stands before a subtree with a minimum or a maximum.
const boundedSubtree = "Bounded "

// Names of another kind have no letter of their own: their form is the kind, and
// nothing else of them is kept. Among them are e-mail addresses with letters of
// every script, which constraints on e-mail concern too.
const (
	otherForm = "Other:"
	otherMail = otherForm + "1.3.6.1.5.5.7.8.9"
)

// cutMark stands at the end of a text of which no more was kept.
const cutMark = "…"

// formOf takes a name as CertificateFacts write it to pieces.
func formOf(name string) formedName {
	bare, bounded := strings.CutPrefix(name, boundedSubtree)
	form, text, found := strings.Cut(bare, ":")
	switch {
	case bare == otherMail:
		form, found = formEmail, false
	case strings.HasPrefix(bare, otherForm):
		form = bare
	}
	return formedName{form: form, text: text, shown: name, odd: bounded || !found || strings.HasSuffix(text, cutMark)}
}

// within says whether a name lies in a subtree of its form.
func (n formedName) within(base formedName) model.Truth {
	compare := nameForms[n.form]
	if compare == nil || n.odd || base.odd {
		return model.Unknown
	}
	return compare(n.text, base.text)
}

// dnsWithin takes a subtree for the host itself and all below it. The empty one
// is everything.
func dnsWithin(name, base string) model.Truth {
	return model.TruthOf(base == "" || strings.EqualFold(name, base) || hasTail(name, base, "."))
}

// hasTail reports whether a text goes on before a tail, which begins with a mark
// or follows one.
func hasTail(text, tail, mark string) bool {
	if !strings.HasPrefix(tail, mark) {
		tail = mark + tail
	}
	return len(text) > len(tail) && strings.EqualFold(text[len(text)-len(tail):], tail)
}

// emailWithin takes a subtree for one mailbox, for those of one host, or with a
// dot before it for those of all hosts below. About the empty one programs do not
// agree.
func emailWithin(name, base string) model.Truth {
	at := strings.LastIndex(name, "@")
	if at < 0 || base == "" {
		return model.Unknown
	}
	switch baseAt := strings.LastIndex(base, "@"); {
	case baseAt > 0:
		return model.TruthOf(name[:at] == base[:baseAt] && strings.EqualFold(name[at:], base[baseAt:]))
	case baseAt == 0:
		return model.TruthOf(strings.EqualFold(name[at:], base))
	case strings.HasPrefix(base, "."):
		return model.TruthOf(hasTail(name, base, "."))
	}
	return model.TruthOf(strings.EqualFold(name[at+1:], base))
}

// addressWithin takes a subtree for an address with its mask.
func addressWithin(name, base string) model.Truth {
	from, under, _ := strings.Cut(base, "/")
	host, hostErr := netip.ParseAddr(name)
	network, networkErr := netip.ParseAddr(from)
	mask, maskErr := netip.ParseAddr(under)
	if hostErr != nil || networkErr != nil || maskErr != nil || network.BitLen() != mask.BitLen() {
		return model.Unknown
	}
	return model.TruthOf(host.BitLen() == network.BitLen() && isMasked(host.AsSlice(), network.AsSlice(), mask.AsSlice()))
}

func isMasked(host, network, mask []byte) bool {
	for i, bits := range mask {
		if host[i]&bits != network[i]&bits {
			return false
		}
	}
	return true
}

// uriWithin compares the host of an address. One without a host, or whose host
// is a number, may not be compared. About the empty subtree programs do not agree.
func uriWithin(name, base string) model.Truth {
	host := hostOfURI(name)
	if _, err := netip.ParseAddr(host); host == "" || base == "" || err == nil {
		return model.Unknown
	}
	if strings.HasPrefix(base, ".") {
		return model.TruthOf(hasTail(host, base, "."))
	}
	return model.TruthOf(strings.EqualFold(host, base))
}

func hostOfURI(name string) string {
	scheme, rest, found := strings.Cut(name, "://")
	if !found || scheme == "" {
		return ""
	}
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		rest = rest[:end]
	}
	rest = rest[strings.LastIndex(rest, "@")+1:]
	if inner, found := strings.CutPrefix(rest, "["); found {
		address, _, _ := strings.Cut(inner, "]")
		return address
	}
	host, _, _ := strings.Cut(rest, ":")
	return host
}

// directoryWithin takes a subtree for the top of a distinguished name, which is
// written last.
func directoryWithin(name, base string) model.Truth {
	parts, top := nameParts(name), nameParts(base)
	if len(top) > len(parts) {
		return model.IsFalse
	}
	for i, part := range parts[len(parts)-len(top):] {
		if canonical(part) != canonical(top[i]) {
			return model.IsFalse
		}
	}
	return model.IsTrue
}

// canonical is a part of a name as parts are compared: letter case, the number of
// blanks and the order of several values mean nothing.
func canonical(part string) string {
	values := unquotedParts(strings.Map(lowerASCII, strings.Join(strings.Fields(part), " ")), valueMark)
	slices.Sort(values)
	return strings.Join(values, valueMark)
}

func lowerASCII(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// valueMark stands between the values of one part of a name: "CN=a + OU=b".
const valueMark = " + "

// nameParts takes a distinguished name to pieces, the lowest first.
func nameParts(name string) []string { return unquotedParts(name, ", ") }

// unquotedParts splits a name at a separator outside of quotation marks.
func unquotedParts(name, separator string) []string {
	var parts []string
	start, quoted := 0, false
	for i := 0; i < len(name); i++ {
		switch {
		case name[i] == '"':
			quoted = !quoted
		case !quoted && strings.HasPrefix(name[i:], separator):
			parts = append(parts, name[start:i])
			start = i + len(separator)
		}
	}
	if start == len(name) {
		return parts
	}
	return append(parts, name[start:])
}

// valuesOf are the values of one attribute in a distinguished name.
func valuesOf(name, attribute string) []string {
	var values []string
	for _, part := range nameParts(name) {
		for _, pair := range unquotedParts(part, valueMark) {
			if value, found := strings.CutPrefix(pair, attribute+"="); found {
				values = append(values, unquoted(value))
			}
		}
	}
	return values
}

// unquoted is a value without the quotation marks around it.
func unquoted(value string) string {
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' {
		return value
	}
	return strings.ReplaceAll(value[1:len(value)-1], `""`, `"`)
}

// looksLikeHost reports whether a common name is the name of a host with a
// domain: only such a one is compared with constraints on DNS names.
func looksLikeHost(name string) bool {
	labels := strings.Split(name, ".")
	for _, label := range labels {
		if label == "" || strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-") || !isHostLabel(label) {
			return false
		}
	}
	return len(labels) > 1
}

func isHostLabel(label string) bool {
	return !strings.ContainsFunc(label, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_'
	})
}
