package certs

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/pki"
)

// tree is a subtree: its base, and what may follow it.
func tree(base []byte, more ...[]byte) []byte { return seq(base, bytes.Join(more, nil)) }

func dnsTree(name string) []byte { return tree(der(0x82, []byte(name))) }

// constraintsOf are name constraints, of subtrees that are permitted, then of
// those that are excluded.
func constraintsOf(permitted, excluded [][]byte) []byte {
	var parts [][]byte
	if permitted != nil {
		parts = append(parts, explicit(0, permitted...))
	}
	if excluded != nil {
		parts = append(parts, explicit(1, excluded...))
	}
	return ext(extNameTrees, true, seq(parts...))
}

// withExtension is what is read of a CA with one more extension.
func withExtension(t *testing.T, extensions ...[]byte) *Certificate {
	t.Helper()
	return one(t, newDraft("Root", "Root", keyOne(), keyOne(), append([][]byte{isCA}, extensions...)...).make())
}

func TestNameConstraintsOfEachForm(t *testing.T) {
	for _, c := range []struct {
		name string
		tree []byte
		want string
	}{
		{"a host", dnsTree("contoso.com"), "DNS:contoso.com"},
		{"every host", dnsTree(""), "DNS:"},
		{"e-mail", tree(der(0x81, []byte(".contoso.com"))), "Email:.contoso.com"},
		{"an address", tree(der(0x87, []byte{10, 1, 0, 0, 255, 255, 0, 0})), "IP:10.1.0.0/255.255.0.0"},
		{"an address of version 6", tree(der(0x87, append(make([]byte, 16), bytes.Repeat([]byte{255}, 16)...))), "IP:::/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
		{"half an address", tree(der(0x87, []byte{10, 1, 255})), "IP:0a/01ff"},
		{"no address", tree(der(0x87)), "IP:/"},
		{"a name", tree(der(0xa4, seq(attribute("2.5.4.10", 12, "Contoso, Ltd."), attribute("2.5.4.11", 12, "Desks")))), `DN:OU=Desks, O="Contoso, Ltd."`},
		{"every name", tree(der(0xa4, seq())), "DN:"},
		{"a site", tree(der(0x86, []byte("pki.contoso.com"))), "URI:pki.contoso.com"},
		{"a user", tree(der(0xa0, oid(objectUPN), explicit(0, der(12, []byte("contoso.com"))))), "UPN:contoso.com"},
		{"another name", tree(der(0xa0, oid("1.2.3"), explicit(0, der(12, []byte("x"))))), "Other:1.2.3"},
		{"a number", tree(der(0x88, []byte{42, 3})), "OID:1.2.3"},
		{"X.400", tree(der(0xa3, []byte{5, 0})), "X400:0500"},
		{"EDI", tree(der(0xa5, []byte{5, 0})), "EDI:0500"},
		{"the minimum that is the default", tree(der(0x82, []byte("a.com")), der(0x80, []byte{0})), "DNS:a.com"},
		{"a minimum", tree(der(0x82, []byte("a.com")), der(0x80, []byte{1})), "Bounded DNS:a.com"},
		{"a maximum", tree(der(0x82, []byte("a.com")), der(0x81, []byte{0})), "Bounded DNS:a.com"},
		{"both", tree(der(0x82, []byte("a.com")), der(0x80, []byte{0}), der(0x81, []byte{4})), "Bounded DNS:a.com"},
	} {
		t.Run(c.name, func(t *testing.T) {
			permitted := withExtension(t, constraintsOf([][]byte{c.tree}, nil))
			excluded := withExtension(t, constraintsOf(nil, [][]byte{c.tree}))
			if !slices.Equal(permitted.Permitted, []string{c.want}) || len(permitted.Excluded)+len(permitted.Partial) > 0 {
				t.Errorf("permitted %q, excluded %q, partial %q", permitted.Permitted, permitted.Excluded, permitted.Partial)
			}
			if !slices.Equal(excluded.Excluded, []string{c.want}) || len(excluded.Permitted)+len(excluded.Partial) > 0 {
				t.Errorf("permitted %q, excluded %q, partial %q", excluded.Permitted, excluded.Excluded, excluded.Partial)
			}
		})
	}
}

// TestConstraintsThatAreNotWhole: whoever reads less than there is says so.
func TestConstraintsThatAreNotWhole(t *testing.T) {
	const both = "excluded permitted"
	good := explicit(0, dnsTree("a.com"))
	for _, c := range []struct {
		name    string
		ext     [][]byte
		partial string
	}{
		{"whole", [][]byte{ext(extNameTrees, true, seq(good))}, ""},
		{"nothing at all", [][]byte{ext(extNameTrees, true, seq())}, ""},
		{"no sequence", [][]byte{ext(extNameTrees, true, octets())}, both},
		{"no value", [][]byte{ext(extNameTrees, true, nil)}, both},
		{"cut short", [][]byte{ext(extNameTrees, true, []byte{0x30, 9, 0xa0})}, both},
		{"more behind the subtrees", [][]byte{ext(extNameTrees, true, seq(good, explicit(2, dnsTree("b.com"))))}, both},
		{"excluded first", [][]byte{ext(extNameTrees, true, seq(explicit(1, dnsTree("b.com")), good))}, both},
		{"a kind that does not exist", [][]byte{ext(extNameTrees, true, seq(explicit(0, dnsTree("a.com"), tree(der(0x8f, []byte("x"))))))}, both},
		{"a subtree without a name", [][]byte{ext(extNameTrees, true, seq(explicit(0, seq())))}, both},
		{"hidden characters", [][]byte{constraintsOf([][]byte{dnsTree("a\u202e.com")}, nil)}, "permitted"},
		{"hidden characters in a name", [][]byte{constraintsOf(nil, [][]byte{tree(der(0xa4, named("a\u202e")))})}, "excluded"},
		{"a long name", [][]byte{constraintsOf([][]byte{dnsTree(strings.Repeat("a", maxText))}, nil)}, "permitted"},
		{"a long name that is bounded", [][]byte{constraintsOf([][]byte{tree(der(0x82, []byte(strings.Repeat("a", maxText-4))), der(0x81, []byte{0}))}, nil)}, "permitted"},
		{"twice", [][]byte{constraintsOf([][]byte{dnsTree("a.com")}, nil), constraintsOf([][]byte{dnsTree("b.com")}, nil)}, both},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := withExtension(t, c.ext...)
			if strings.Join(got.Partial, " ") != c.partial || (len(got.Oddities) == 0) != (c.partial == "") {
				t.Errorf("partial %q, unusual %q", got.Partial, got.Oddities)
			}
		})
	}
}

// TestListsThatAreCut: a list has room for 64, and says when there are more.
func TestListsThatAreCut(t *testing.T) {
	for key, list := range map[string]func(n int) []byte{
		"names":     func(n int) []byte { return ext(extNames, false, seq(numbered(n, 0x82)...)) },
		"permitted": func(n int) []byte { return constraintsOf(trees(n), nil) },
		"excluded":  func(n int) []byte { return constraintsOf(nil, trees(n)) },
		"purposes":  func(n int) []byte { return ext(extPurposes, false, seq(objects(n)...)) },
		"crl": func(n int) []byte {
			return ext(extCRL, false, seq(seq(explicit(0, explicit(0, numbered(n, 0x86)...)))))
		},
		"aia": func(n int) []byte { return ext(extAccess, false, seq(issuersAt(n)...)) },
	} {
		whole, cut := withExtension(t, list(maxList)), withExtension(t, list(maxList+1))
		if len(whole.Partial)+len(whole.Oddities) > 0 {
			t.Errorf("%d %s: partial %q, unusual %q", maxList, key, whole.Partial, whole.Oddities)
		}
		want := fmt.Sprintf("it has more %s than the 64 that are kept", listWords[key])
		if !slices.Equal(cut.Partial, []string{key}) || !slices.Equal(cut.Oddities, []string{want}) {
			t.Errorf("%d %s: partial %q, unusual %q", maxList+1, key, cut.Partial, cut.Oddities)
		}
	}
}

func TestUnknownCriticalExtensionsAreCut(t *testing.T) {
	var all [][]byte
	for i := range maxList + 1 {
		all = append(all, ext(fmt.Sprint("1.2.3.", i), true, integer(1)))
	}
	if got := withExtension(t, all...); len(got.Critical) != maxList || !slices.Equal(got.Partial, []string{"critical"}) {
		t.Errorf("%d critical, partial %q", len(got.Critical), got.Partial)
	} else if len(got.Oddities) != maxList || got.Oddities[maxList-1] != "more than these 63 things are unusual" {
		t.Errorf("%d unusual, the last %q", len(got.Oddities), got.Oddities[len(got.Oddities)-1])
	}
}

func numbered(n int, tag byte) (list [][]byte) {
	for i := range n {
		list = append(list, der(tag, fmt.Appendf(nil, "http://a%d.com", i)))
	}
	return list
}

func trees(n int) (list [][]byte) {
	for i := range n {
		list = append(list, dnsTree(fmt.Sprint("a", i, ".com")))
	}
	return list
}

func objects(n int) (list [][]byte) {
	for i := range n {
		list = append(list, oid(fmt.Sprint("1.2.3.", i)))
	}
	return list
}

func issuersAt(n int) (list [][]byte) {
	for _, address := range numbered(n, 0x86) {
		list = append(list, seq(oid(objectIssuers), address))
	}
	return list
}

// TestPurposeBehindMany: the purposes that decide are found however many stand
// before them.
func TestPurposeBehindMany(t *testing.T) {
	list := append(objects(100), oid("1.3.6.1.5.5.7.3.2"))
	got := one(t, newDraft("PC1", "Root", keyTwo(), keyOne(), ext(extPurposes, false, seq(list...))).make())
	if got.Role != pki.ClientLeaf || len(got.Purposes) != maxList || !slices.Contains(got.Purposes, pki.ClientAuthentication) {
		t.Errorf("%s, %d purposes", got.Role, len(got.Purposes))
	}
}

func TestPathLengths(t *testing.T) {
	for _, c := range []struct {
		content []byte
		want    int
		odd     bool
	}{
		{[]byte{0}, 0, false}, {[]byte{1}, 1, false}, {[]byte{0, 200}, 200, false}, {[]byte{0, 0xff, 0xff, 0xff}, 1<<24 - 1, false},
		{[]byte{0x7f, 0xff, 0xff, 0xff}, math.MaxInt32, false}, {[]byte{0, 0, 0, 0, 0, 0, 1}, 1, false},
		{[]byte{0, 0x80, 0, 0, 0}, math.MaxInt32, true}, {[]byte{1, 0, 0, 0, 0, 0, 0, 0, 0}, math.MaxInt32, true},
		{[]byte{0xff}, 0, true}, {[]byte{0xff, 0, 0, 0, 0}, 0, true}, {nil, 0, true},
	} {
		got := one(t, newDraft("Root", "Root", keyOne(), keyOne(), ext(extConstraints, true, seq(der(1, []byte{0xff}), integer(c.content...)))).make())
		if got.MaxPath != c.want || len(got.Oddities) > 0 != c.odd {
			t.Errorf("%x: %d, unusual %q", c.content, got.MaxPath, got.Oddities)
		}
	}
}

// TestPurposesThatNameNothing: an extended key usage that is empty, or that
// cannot be read, makes a certificate good for nothing, not for anything.
func TestPurposesThatNameNothing(t *testing.T) {
	client := oid("1.3.6.1.5.5.7.3.2")
	for _, c := range []struct {
		name  string
		value []byte
		want  pki.PurposeState
	}{
		{"empty", seq(), pki.NoPurpose},
		{"no value", nil, pki.UnreadablePurpose},
		{"no sequence", set(client), pki.UnreadablePurpose},
		{"cut short", []byte{0x30, 20, 6}, pki.UnreadablePurpose},
		{"something else behind the first", seq(client, integer(1)), pki.UnreadablePurpose},
		{"an object without an end", seq(der(6, []byte{0x2b, 0x81})), pki.UnreadablePurpose},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := one(t, newDraft("PC1", "Root", keyTwo(), keyOne(), ext(extPurposes, false, c.value)).make())
			if got.PurposeState != c.want || got.Role != pki.OtherLeaf || len(got.Purposes) > 0 || len(got.Oddities) == 0 {
				t.Errorf("%q, %s, purposes %q, unusual %q", got.PurposeState, got.Role, got.Purposes, got.Oddities)
			}
			if got.HasPurpose(pki.ClientAuthentication) || got.HasPurpose(pki.ServerAuthentication) || got.AnyPurpose() {
				t.Error("it is good for something")
			}
		})
	}
}

// TestExtensionsThatCannotBeRead leave open what stands in them.
func TestExtensionsThatCannotBeRead(t *testing.T) {
	d := newDraft("Root", "Root", keyOne(), keyOne(), isCA, seq(integer(1)))
	got := one(t, d.make())
	if got.PurposeState != pki.UnreadablePurpose || got.IsWhole("permitted") || got.IsWhole("names") || !got.CA {
		t.Errorf("%+v", got.CertificateFacts)
	}
}
