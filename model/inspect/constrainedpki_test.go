package inspect_test

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	random "math/rand/v2"
	"strconv"
	"testing"
)

// The tags of general names.
const (
	tagOther     = 0xa0
	tagEmail     = 0x81
	tagDNS       = 0x82
	tagDirectory = 0xa4
	tagURI       = 0x86
	tagAddress   = 0x87
)

// A nameForm is a form of names, with subtrees of it and names within and
// without.
type nameForm struct {
	tag   byte
	trees []string
	names []string
}

var nameForms = []nameForm{
	{tagDNS, []string{"contoso.com", ".contoso.com", "pc1.contoso.com", "CONTOSO.com", "fabrikam.com", "", "com"},
		[]string{"pc1.contoso.com", "PC2.Contoso.com", "contoso.com", "x.fabrikam.com", "notcontoso.com"}},
	{tagEmail, []string{"contoso.com", ".contoso.com", "ann@contoso.com", "@contoso.com", "fabrikam.com"},
		[]string{"ann@contoso.com", "Ann@contoso.com", "bob@mail.contoso.com", "ann@FABRIKAM.com"}},
	{tagURI, []string{"contoso.com", ".contoso.com", "fabrikam.com"},
		[]string{"https://contoso.com/a", "http://pki.contoso.com:80/", "https://fabrikam.com"}},
	{tagAddress, []string{
		"\x0a\x00\x00\x00\xff\x00\x00\x00", "\x0a\x01\x00\x00\xff\xff\x00\x00", "\x00\x00\x00\x00\x00\x00\x00\x00", "\x00\x01\x00\x00\x00\xff\x00\x00",
		"\x20\x01\x0d\xb8" + zeros(12) + "\xff\xff\xff\xff" + zeros(12), "\x0a\xff",
	}, []string{"\x0a\x01\x02\x03", "\x0a\x02\x03\x04", "\x0b\x01\x02\x03", "\x20\x01\x0d\xb8" + zeros(11) + "\x01", "\xfe\x80" + zeros(13) + "\x01"}},
	{tagDirectory, []string{
		distinguished("O", "Contoso"), distinguished("O", "contoso"), distinguished("O", "Contoso", "OU", "Desks"), distinguished("O", "Fabrikam"), distinguished(),
	}, []string{distinguished("O", "Contoso", "OU", "Desks"), distinguished("O", "CONTOSO", "OU", "Others"), distinguished("O", "Fabrikam", "CN", "x")}},
	{tagOther, []string{userName("contoso.com")}, []string{userName("ann@contoso.com")}},
}

func zeros(n int) string { return string(make([]byte, n)) }

// value encodes one value of fewer than 64 KiB.
func value(tag byte, parts ...[]byte) []byte {
	content := bytes.Join(parts, nil)
	if n := len(content); n >= 0x80 {
		return append([]byte{tag, 0x82, byte(n >> 8), byte(n)}, content...)
	}
	return append([]byte{tag, byte(len(content))}, content...)
}

// attributes are the parts of names, as they begin.
var attributes = map[string][]byte{
	"CN": {6, 3, 0x55, 4, 3}, "O": {6, 3, 0x55, 4, 10}, "OU": {6, 3, 0x55, 4, 11}, "E": {6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 1},
}

// distinguished encodes a name of kinds and values, from the top.
func distinguished(pairs ...string) string {
	var parts [][]byte
	for i := 0; i < len(pairs); i += 2 {
		tag := byte(0x0c)
		if pairs[i] == "E" {
			tag = 0x16
		}
		parts = append(parts, value(0x31, value(0x30, attributes[pairs[i]], value(tag, []byte(pairs[i+1])))))
	}
	return string(value(0x30, parts...))
}

// userName encodes the inside of a user principal name.
func userName(text string) string {
	return string(append([]byte{6, 10, 0x2b, 6, 1, 4, 1, 0x82, 0x37, 0x14, 2, 3}, value(0xa0, value(0x0c, []byte(text)))...))
}

// constrainedCertificates are a chain of CAs of which many have name constraints,
// and clients below.
func constrainedCertificates(t *testing.T, chance *random.Rand) [][]byte {
	t.Helper()
	p := &constrainedPKI{randomPKI: randomPKI{t: t, chance: chance}}
	p.addRoot()
	for tier := range p.chance.IntN(3) {
		p.addBelow(tier)
	}
	for range 4 {
		p.addClient()
	}
	return p.files
}

// A constrainedPKI is built from the root down.
type constrainedPKI struct {
	randomPKI
	last    randomCA // the CA that signs what comes next
	subject string   // its subject, as encoded
}

func (p *constrainedPKI) pick(list []string) string { return list[p.chance.IntN(len(list))] }

func (p *constrainedPKI) addRoot() {
	p.last = randomCA{"Root", p.newKey()}
	p.subject = distinguished("O", "Contoso", "CN", "Root")
	p.signCA(p.last, p.subject)
	p.renew()
}

// renew gives the last CA now and then another key, which it certifies itself.
func (p *constrainedPKI) renew() {
	if p.maybe(30) {
		p.signCA(randomCA{"CA", p.newKey()}, p.subject)
	}
}

// addBelow adds a CA.
func (p *constrainedPKI) addBelow(tier int) {
	subject := distinguished("O", p.pick([]string{"Contoso", "Contoso", "Contoso", "Fabrikam"}), "CN", "CA "+strconv.Itoa(tier))
	p.signCA(randomCA{"CA", p.newKey()}, subject)
	p.renew()
}

func (p *constrainedPKI) signCA(ca randomCA, subject string) {
	c := p.template(ca.name)
	c.IsCA, c.BasicConstraintsValid, c.KeyUsage = true, true, x509.KeyUsageCertSign|x509.KeyUsageCRLSign
	if p.maybe(60) {
		c.ExtraExtensions = append(c.ExtraExtensions, p.nameConstraints())
	}
	if p.maybe(30) {
		p.call(c, 2)
	}
	p.encode(c, subject, ca)
	p.last, p.subject = ca, subject
}

func (p *constrainedPKI) addClient() {
	c := p.template("")
	c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}
	c.NotAfter = changeWindow.AddDate(1, 0, 0)
	pairs := []string{"O", p.pick([]string{"Contoso", "CONTOSO", "Fabrikam"}), "CN", p.pick([]string{"PC 1", "pc", "pc1.contoso.com", "pc1.contoso.com", "pc1.fabrikam.com"})}
	if p.maybe(25) {
		pairs = append(pairs, "E", p.pick(nameForms[1].names))
	}
	p.call(c, 3)
	p.encode(c, distinguished(pairs...), randomCA{"client", p.newKey()})
}

// call gives a certificate fewer alternative names than so many.
func (p *constrainedPKI) call(c *x509.Certificate, most int) {
	var names [][]byte
	for range p.chance.IntN(most) {
		form := p.form()
		names = append(names, value(form.tag, []byte(p.pick(form.names))))
	}
	if len(names) > 0 {
		c.ExtraExtensions = append(c.ExtraExtensions, pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, 17}, Value: value(0x30, names...)})
	}
}

// form is mostly one that can be compared.
func (p *constrainedPKI) form() nameForm {
	switch {
	case p.maybe(30):
		return nameForms[0]
	case p.maybe(30):
		return nameForms[4]
	}
	return nameForms[p.chance.IntN(len(nameForms))]
}

func (p *constrainedPKI) nameConstraints() pkix.Extension {
	var parts [][]byte
	for tag, most := range []int{3, 2} {
		var trees [][]byte
		for range p.chance.IntN(most) {
			trees = append(trees, p.subtree())
		}
		if len(trees) > 0 {
			parts = append(parts, value(0xa0|byte(tag), trees...))
		}
	}
	return pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, 30}, Critical: p.maybe(70), Value: value(0x30, parts...)}
}

func (p *constrainedPKI) subtree() []byte {
	form := p.form()
	base := value(form.tag, []byte(p.pick(form.trees)))
	switch {
	case p.maybe(4):
		return value(0x30, base, value(0x80, []byte{1}))
	case p.maybe(4):
		return value(0x30, base, value(0x81, []byte{5}))
	}
	return value(0x30, base)
}

// encode signs with the last CA; the first CA signs itself.
func (p *constrainedPKI) encode(c *x509.Certificate, subject string, owner randomCA) {
	p.t.Helper()
	by, issuer := p.last, p.subject
	c.RawSubject = []byte(subject)
	c.SubjectKeyId, c.AuthorityKeyId = keyIDOf(owner.key), keyIDOf(by.key)
	parent := &x509.Certificate{RawSubject: []byte(issuer), SubjectKeyId: c.AuthorityKeyId}
	raw, err := x509.CreateCertificate(nil, c, parent, &owner.key.PublicKey, by.key)
	if err != nil {
		p.t.Fatal(err)
	}
	p.files = append(p.files, raw)
}
