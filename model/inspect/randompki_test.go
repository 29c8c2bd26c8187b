package inspect_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	random "math/rand/v2"
	"testing"
	"time"
)

// A randomCA is a CA with its key: its certificates may be several.
type randomCA struct {
	name string
	key  *ecdsa.PrivateKey
}

// A randomPKI is built tier by tier.
type randomPKI struct {
	t      *testing.T
	chance *random.Rand
	serial int64
	tiers  [][]randomCA
	files  [][]byte
}

// randomCertificates are the certificates of a PKI of two to five tiers, client
// certificates among them, in no order. Some CA certificates are lost.
func randomCertificates(t *testing.T, chance *random.Rand) [][]byte {
	t.Helper()
	p := &randomPKI{t: t, chance: chance}
	for tier := range 1 + chance.IntN(4) {
		p.addTier(tier)
	}
	p.crossSign()
	p.lose()
	last := p.tiers[len(p.tiers)-1]
	for i := range 3 {
		p.addClient(i, last[chance.IntN(len(last))])
	}
	chance.Shuffle(len(p.files), func(i, k int) { p.files[i], p.files[k] = p.files[k], p.files[i] })
	return p.files
}

func (p *randomPKI) maybe(percent int) bool { return p.chance.IntN(100) < percent }

// addTier adds one or two CAs, some of them renewed with their keys, some with
// new keys.
func (p *randomPKI) addTier(tier int) {
	p.tiers = append(p.tiers, nil)
	for i := range 1 + p.chance.IntN(2) {
		name := fmt.Sprintf("CA %d of tier %d", i+1, tier+1)
		p.addCA(tier, name)
		if p.maybe(25) {
			p.addCA(tier, name)
		}
	}
}

func (p *randomPKI) addCA(tier int, name string) {
	ca := randomCA{name, p.newKey()}
	p.tiers[tier] = append(p.tiers[tier], ca)
	issuer := p.above(tier, ca)
	p.sign(ca, issuer)
	if p.maybe(50) {
		p.sign(ca, issuer)
	}
}

// above is a CA of the tier above: a root is its own.
func (p *randomPKI) above(tier int, ca randomCA) randomCA {
	if tier == 0 {
		return ca
	}
	return p.tiers[tier-1][p.chance.IntN(len(p.tiers[tier-1]))]
}

// crossSign has some CAs sign CAs of their own tier, or of any tier below: also
// each other.
func (p *randomPKI) crossSign() {
	for tier, cas := range p.tiers {
		for _, ca := range cas {
			other := p.tiers[p.chance.IntN(tier+1)]
			if by := other[p.chance.IntN(len(other))]; p.maybe(35) && by.name != ca.name {
				p.sign(ca, by)
			}
		}
	}
}

// lose drops some of the certificates there are.
func (p *randomPKI) lose() {
	var kept [][]byte
	for _, raw := range p.files {
		if !p.maybe(8) {
			kept = append(kept, raw)
		}
	}
	p.files = kept
}

// sign makes a certificate of the CA. Some have expired.
func (p *randomPKI) sign(ca, by randomCA) {
	template := p.template(ca.name)
	template.IsCA, template.BasicConstraintsValid = true, true
	template.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	if p.maybe(15) {
		template.NotAfter = changeWindow.AddDate(0, -1-p.chance.IntN(12), 0)
	}
	p.encode(template, by, ca.key)
}

func (p *randomPKI) addClient(i int, by randomCA) {
	template := p.template(fmt.Sprintf("pc%d.contoso.com", i+1))
	template.KeyUsage = x509.KeyUsageDigitalSignature
	template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}
	template.NotAfter = changeWindow.AddDate(1, 0, 0)
	p.encode(template, by, p.newKey())
}

func (p *randomPKI) template(name string) *x509.Certificate {
	p.serial++
	return &x509.Certificate{
		SerialNumber: big.NewInt(p.serial), Subject: pkix.Name{CommonName: name},
		NotBefore: changeWindow.AddDate(-3, 0, -p.chance.IntN(900)).Truncate(time.Hour),
		NotAfter:  changeWindow.AddDate(2, 0, p.chance.IntN(3000)).Truncate(time.Hour),
	}
}

func (p *randomPKI) encode(template *x509.Certificate, by randomCA, key *ecdsa.PrivateKey) {
	p.t.Helper()
	parent := &x509.Certificate{Subject: pkix.Name{CommonName: by.name}, SubjectKeyId: keyIDOf(by.key)}
	template.SubjectKeyId = keyIDOf(key)
	template.AuthorityKeyId = parent.SubjectKeyId
	raw, err := x509.CreateCertificate(nil, template, parent, &key.PublicKey, by.key)
	if err != nil {
		p.t.Fatal(err)
	}
	p.files = append(p.files, raw)
}

func keyIDOf(key *ecdsa.PrivateKey) []byte {
	point, err := key.PublicKey.Bytes()
	if err != nil {
		panic(err)
	}
	return point[1:21]
}

// newKey is a key of the same chance as everything else, and signatures without
// chance: the same seed gives the same certificates.
func (p *randomPKI) newKey() *ecdsa.PrivateKey {
	p.t.Helper()
	secret := make([]byte, 32)
	for i := range secret {
		secret[i] = byte(1 + p.chance.IntN(255))
	}
	secret[0] = 1
	key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), secret)
	if err != nil {
		p.t.Fatal(err)
	}
	return key
}
