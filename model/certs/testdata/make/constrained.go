package main

import (
	"bytes"
	"fmt"
	"strings"
)

const nameTrees = "2.5.29.30"

// A nameForm is a form of names, with a CA that permits one subtree and excludes
// another one within it.
type nameForm struct {
	name                string
	permitted, excluded []byte // the base of a subtree
	good, bad, outside  []byte // names: within what is permitted, also within what is excluded, within neither
}

// The tags of general names.
const (
	otherTag     = 0xa0
	emailTag     = 0x81
	dnsTag       = 0x82
	directoryTag = 0xa4
	uriTag       = 0x86
	addressTag   = 0x87
)

func general(tag byte, text string) []byte { return tlv(tag, []byte(text)) }

func inUnit(unit string) []byte {
	return tlv(directoryTag, named(organization("Woodgrove"), part("2.5.4.11", directory(unit))))
}

func six(last byte, more ...byte) []byte {
	return tlv(addressTag, append([]byte{0x20, 1, 0x0d, 0xb8, 0, last, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, more...))
}

var nameForms = []nameForm{
	{"dns", general(dnsTag, "woodgrove.com"), general(dnsTag, "guest.woodgrove.com"),
		general(dnsTag, "pc.woodgrove.com"), general(dnsTag, "pc.guest.woodgrove.com"), general(dnsTag, "pc.fabrikam.com")},
	{"email", general(emailTag, "woodgrove.com"), general(emailTag, "guest@woodgrove.com"),
		general(emailTag, "ann@woodgrove.com"), general(emailTag, "guest@Woodgrove.com"), general(emailTag, "ann@fabrikam.com")},
	{"ip", tlv(addressTag, []byte{10, 0, 0, 0, 255, 0, 0, 0}), tlv(addressTag, []byte{10, 9, 0, 0, 255, 255, 0, 0}),
		tlv(addressTag, []byte{10, 1, 2, 3}), tlv(addressTag, []byte{10, 9, 2, 3}), tlv(addressTag, []byte{11, 1, 2, 3})},
	{"ip6", six(0, maskOf(5)...), six(9, maskOf(6)...), six(1), six(9), tlv(addressTag, append([]byte{0xfe, 0x80}, make([]byte, 14)...))},
	{"directory", tlv(directoryTag, named(organization("Woodgrove"))), inUnit("Guests"),
		inUnit("Desks"), inUnit("guests"), tlv(directoryTag, named(organization("Fabrikam")))},
	{"uri", general(uriTag, ".woodgrove.com"), general(uriTag, "guest.woodgrove.com"),
		general(uriTag, "https://pc.woodgrove.com/x"), general(uriTag, "https://guest.woodgrove.com:8443/"), general(uriTag, "https://fabrikam.com/pc.woodgrove.com")},
}

// maskOf is a mask of so many bytes of sixteen.
func maskOf(ones int) []byte {
	return append(bytes.Repeat([]byte{0xff}, ones), make([]byte, 16-ones)...)
}

func subtree(base []byte, more ...[]byte) []byte { return sequence(base, bytes.Join(more, nil)) }

func nameConstraints(permitted, excluded [][]byte) extension {
	var parts []byte
	if len(permitted) > 0 {
		parts = tlv(0xa0, permitted...)
	}
	if len(excluded) > 0 {
		parts = append(parts, tlv(0xa1, excluded...)...)
	}
	return extension{nameTrees, true, sequence(parts)}
}

func generalNames(names ...[]byte) extension {
	return extension{alternative, false, sequence(names...)}
}

// constrained are CAs below one root that may sign for some names only, each with
// clients.
func constrained() []fixture {
	root := newRoot("Woodgrove Root CA", "woodgrove.com", woodgroveLabels, rsaKey(2048), sha256RSA, nil)
	out := []fixture{{"constrained/root.cer", root.der}}
	for _, form := range nameForms {
		out = append(out, constrainedForm(root, form)...)
	}
	return append(append(out, unclearConstraints(root)...), manyConstraints(root)...)
}

var woodgroveLabels = []string{"com", "woodgrove"}

// constrainedCA is a CA below the root with an extension for names.
func constrainedCA(root *authority, name string, e extension) *authority {
	return root.newCA("Woodgrove "+name+" CA", woodgroveLabels, rsaKey(2048), func(c *certificate) { c.set(e) })
}

// woodgroveClient has the names that are given, and a subject within every
// constraint of these CAs.
func woodgroveClient(ca *authority, names ...[]byte) *certificate {
	c := ca.client("pc")
	c.subject = named(organization("Woodgrove"), commonName("pc"))
	c.set(generalNames(names...))
	return c
}

func constrainedForm(root *authority, f nameForm) []fixture {
	ca := constrainedCA(root, f.name, nameConstraints([][]byte{subtree(f.permitted)}, [][]byte{subtree(f.excluded)}))
	out := []fixture{{"constrained/" + f.name + "-ca.cer", ca.der}}
	for what, n := range map[string][]byte{"good": f.good, "bad": f.bad, "outside": f.outside} {
		out = append(out, fixture{"constrained/" + f.name + "-" + what + ".cer", woodgroveClient(ca, n).encoded()})
	}
	if f.name == "dns" {
		c := ca.client("pc.fabrikam.com")
		c.drop(alternative)
		out = append(out, fixture{"constrained/dns-common-name.cer", c.encoded()})
	}
	return out
}

// unclearConstraints cannot be compared, or not be read.
func unclearConstraints(root *authority) []fixture {
	user := tlv(otherTag, oid("1.3.6.1.4.1.311.20.2.3"), explicit(0, utf8String("woodgrove.com")))
	host := general(dnsTag, "woodgrove.com")
	var out []fixture
	for name, e := range map[string]extension{
		"user":       nameConstraints([][]byte{subtree(user)}, nil),
		"minimum":    nameConstraints([][]byte{subtree(host, tlv(0x80, []byte{1}))}, nil),
		"unreadable": {nameTrees, true, sequence(tlv(0xa0, subtree(tlv(0x8f, []byte("?")))))},
	} {
		ca := constrainedCA(root, name, e)
		client := woodgroveClient(ca, general(dnsTag, "pc.woodgrove.com"),
			tlv(otherTag, oid("1.3.6.1.4.1.311.20.2.3"), explicit(0, utf8String("pc@woodgrove.com"))))
		out = append(out, fixture{"constrained/" + name + "-ca.cer", ca.der}, fixture{"constrained/" + name + "-client.cer", client.encoded()})
	}
	return out
}

// manyConstraints has more subtrees, and a client more names, than anybody keeps.
func manyConstraints(root *authority) []fixture {
	var trees, names [][]byte
	for i := range 70 {
		n := general(dnsTag, fmt.Sprintf("pc%d.woodgrove.com", i+1))
		trees, names = append(trees, subtree(n)), append(names, n)
	}
	ca := constrainedCA(root, "many", nameConstraints(trees, nil))
	return []fixture{
		{"constrained/many-ca.cer", ca.der},
		{"constrained/many-names.cer", woodgroveClient(ca, names...).encoded()},
		{"constrained/many-last.cer", woodgroveClient(ca, names[69]).encoded()},
	}
}

// purposeless are certificates whose purposes are none, or nobody knows.
func purposeless() []fixture {
	root := newRoot("Trey Root CA", "treyresearch.net", []string{"net", "treyresearch"}, rsaKey(2048), sha256RSA, nil)
	out := []fixture{{"purposes/root.cer", root.der}}
	for name, e := range map[string]extension{
		"empty":      {extendedUsage, false, sequence()},
		"unreadable": {extendedUsage, false, sequence(number(7))},
	} {
		leaf := root.client(name + ".treyresearch.net")
		leaf.set(e)
		leaf.drop(applications, templateVersion)
		ca := root.newCA("Trey "+strings.ToUpper(name[:1])+name[1:]+" CA", []string{"net", "treyresearch"}, rsaKey(2048), func(c *certificate) { c.set(e) })
		out = append(out, fixture{"purposes/" + name + ".cer", leaf.encoded()}, fixture{"purposes/" + name + "-ca.cer", ca.der},
			fixture{"purposes/below-" + name + ".cer", ca.client("pc." + name + ".treyresearch.net").encoded()})
	}
	return append(out, longPath()...)
}

// longPath has a root whose path length takes four bytes: still a number.
func longPath() []fixture {
	labels := []string{"com", "relecloud"}
	root := newRoot("Relecloud Root CA", "relecloud.com", labels, rsaKey(2048), sha256RSA, func(c *certificate) { c.set(constraints(1 << 30)) })
	issuing := root.newCA("Relecloud Issuing CA", labels, rsaKey(2048), func(c *certificate) { c.set(constraints(0)) })
	surplus := issuing.newCA("Relecloud Surplus CA", labels, rsaKey(2048), nil)
	return []fixture{
		{"long-path/root.cer", root.der},
		{"long-path/issuing.cer", issuing.der},
		{"long-path/client.cer", issuing.client("pc.relecloud.com").encoded()},
		{"long-path/surplus.cer", surplus.der},
		{"long-path/surplus-client.cer", surplus.client("pc2.relecloud.com").encoded()},
	}
}
