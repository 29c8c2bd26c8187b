package certs

import (
	"fmt"
	"net/netip"
	"slices"
	"unicode/utf8"
)

// The kinds of a general name.
const (
	otherName = 0
	email     = 1
	dns       = 2
	x400      = 3
	directory = 4
	party     = 5
	uri       = 6
	address   = 7
	number    = 8
)

const (
	objectUPN     = "1.3.6.1.4.1.311.20.2.3"
	objectIssuers = "1.3.6.1.5.5.7.48.2" // access: where the issuer's certificate is
)

// names reads the subject alternative names.
func (r *reading) names(v value) error {
	all, err := r.w.children(v)
	for _, one := range all {
		raw, whole := r.w.generalName(one)
		if raw == "" {
			r.odd("one of its alternative names is of a kind that does not exist")
			r.partly("names")
			continue
		}
		r.Names = r.add(r.Names, r.shown(raw, whole, "names"), "names")
	}
	return err
}

// shown is an entry of a list as it is kept. It notes what is not whole.
func (r *reading) shown(raw string, whole bool, key string) string {
	shown := clean(raw)
	if whole && shown == raw {
		return shown
	}
	r.partly(key)
	if utf8.RuneCountInString(raw) > maxText || len(raw) > maxBytes {
		r.odd("one of its %s is longer than the %d characters that are kept", listWords[key], maxText)
		return shown
	}
	r.odd("one of its %s is not shown letter by letter: it had hidden characters, or cannot be read to its end", listWords[key])
	return shown
}

// generalName writes a general name with its kind before it, and says whether
// that is all of it. "" is for a kind that does not exist.
func (w *walker) generalName(v value) (raw string, whole bool) {
	if v.class != context {
		return "", false
	}
	switch v.tag {
	case directory:
		inner, err := w.only(v.content)
		name := w.name(inner)
		return "DN:" + name.text, err == nil && name.whole()
	case otherName:
		return w.otherName(v), true
	}
	return w.simpleName(v), true
}

// simpleName writes a general name that is one value.
func (w *walker) simpleName(v value) string {
	switch v.tag {
	case dns:
		return "DNS:" + text(v)
	case email:
		return "Email:" + text(v)
	case uri:
		return "URI:" + text(v)
	case address:
		return "IP:" + dotted(v.content)
	case number:
		return "OID:" + object(v)
	case x400:
		return "X400:" + hexOf(v.content)
	case party:
		return "EDI:" + hexOf(v.content)
	}
	return ""
}

// otherName writes a name of a kind that has no letter of its own.
func (w *walker) otherName(v value) string {
	c := w.over(v)
	kind := object(c.take(tagObject, ""))
	explicit, _ := c.maybe(context, 0)
	if kind != objectUPN {
		return "Other:" + kind
	}
	inner, _ := w.only(explicit.content)
	return "UPN:" + text(inner)
}

// dotted writes the address of a host.
func dotted(content []byte) string {
	if address, ok := netip.AddrFromSlice(content); ok {
		return address.String()
	}
	return hexOf(content)
}

// crl reads the addresses of the CRL distribution points.
func (r *reading) crl(v value) error {
	points, err := r.w.children(v)
	for _, point := range points {
		where, _ := r.w.over(point).maybe(context, 0)
		full, _ := r.w.over(where).maybe(context, 0)
		all, broken := r.w.children(full)
		if broken != nil {
			err = broken
		}
		for _, one := range all {
			if one.is(context, uri) {
				r.CRL = r.add(r.CRL, clean(text(one)), "crl")
			}
		}
	}
	return err
}

// access reads where the issuer's certificate can be fetched.
func (r *reading) access(v value) error {
	all, err := r.w.children(v)
	for _, one := range all {
		c := r.w.over(one)
		method, location := object(c.take(tagObject, "it")), c.any("it")
		if c.err != nil {
			err = c.err
		}
		if method == objectIssuers && location.is(context, uri) {
			r.AIA = r.add(r.AIA, clean(text(location)), "aia")
		}
	}
	return err
}

// listWords are the lists that may be cut, by their keys.
var listWords = map[string]string{
	"names": "alternative names", "crl": "CRL addresses", "aia": "AIA addresses", "purposes": "purposes",
	"permitted": "permitted subtrees", "excluded": "excluded subtrees", "critical": "unknown critical extensions",
}

// add keeps an entry of a list, once, as long as the list has room.
func (c *Certificate) add(list []string, entry, key string) []string {
	if entry == "" || slices.Contains(list, entry) {
		return list
	}
	if len(list) == maxList {
		c.odd("it has more %s than the %d that are kept", listWords[key], maxList)
		c.partly(key)
		return list
	}
	return append(list, entry)
}

// decimal writes a small whole number.
func decimal(v value) string {
	if length(v.content) > 62 {
		return "?"
	}
	n := int64(0)
	for _, b := range v.content {
		n = n<<8 | int64(b)
	}
	return fmt.Sprint(n)
}
