package inspect_test

import (
	"crypto/x509"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strconv"
	"testing"

	"cmgwizard/model/inspect"
	"cmgwizard/model/pki"
	"cmgwizard/model/slow"
)

// TestUploadAnswerOfRandomTrees makes PKIs with renewals, cross-signing, expired
// and lost certificates, and gives our answer to the verifier of Go, and to that
// of OpenSSL where it is installed and there is time.
func TestUploadAnswerOfRandomTrees(t *testing.T) {
	_, err := exec.LookPath("openssl")
	withOpenSSL := slow.WithReaders() && err == nil
	for seed := range uint64(60) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			h := randomHeap(t, rand.New(rand.NewPCG(seed, 2026)))
			checkByGo(t, h)
			if withOpenSSL {
				checkByOpenSSL(t, h)
			}
		})
	}
}

func randomHeap(t *testing.T, chance *rand.Rand) heap {
	t.Helper()
	return heapOf(randomCertificates(t, chance))
}

func heapOf(certificates [][]byte) heap {
	h := heap{raw: map[string][]byte{}}
	var inputs []inspect.Input
	for i, raw := range certificates {
		h.raw[thumbprintOf(raw)] = raw
		inputs = append(inputs, inspect.Input{Name: strconv.Itoa(i + 1), Data: raw})
	}
	h.report = inspect.Inspect(inputs, nil, changeWindow)
	return h
}

// checkByGo says for each client whether anything in the heap makes it trusted:
// then our answer must, and no certificate of it may be too much.
func checkByGo(t *testing.T, h heap) {
	all := h.trustedByGo(t, h.role(pki.RootCA), h.role(pki.IntermediateCA))
	roots, intermediates := h.upload(pki.UploadRoot), h.upload(pki.UploadIntermediate)
	ours := h.trustedByGo(t, roots, intermediates)
	if len(h.clients()) == 0 {
		t.Fatal("no client certificate was found")
	}
	if ours != all {
		t.Errorf("trusted with our answer: %s, with everything: %s", ours, all)
	}
	if told := h.ways(); told != all {
		t.Errorf("we say of the clients %s, Go says %s", told, all)
	}
	for i, raw := range roots {
		if h.trustedByGo(t, without(roots, i), intermediates) == ours && h.leadsToRoot(raw) {
			t.Errorf("root %d of %d is not needed", i+1, len(roots))
		}
	}
	for i, raw := range intermediates {
		if h.trustedByGo(t, roots, without(intermediates, i)) == ours && h.leadsToRoot(raw) {
			t.Errorf("intermediate %d of %d is not needed", i+1, len(intermediates))
		}
	}
}

// leadsToRoot reports whether a CA stands on a way that is sound. One that stands
// only below a missing CA is uploaded as well: it will be needed.
func (h heap) leadsToRoot(raw []byte) bool {
	for _, way := range h.report.Chains.Ways {
		for _, i := range way.CAs {
			if h.report.Chains.Certificates[i].SHA1 == thumbprintOf(raw) && way.Complete && way.InDate {
				return true
			}
		}
	}
	return false
}

// trustedByGo has a letter for each client: "y" for trusted.
func (h heap) trustedByGo(t *testing.T, roots, intermediates [][]byte) string {
	t.Helper()
	options := x509.VerifyOptions{
		Roots: pool(t, roots), Intermediates: pool(t, intermediates), CurrentTime: changeWindow,
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	}
	var out []byte
	for _, raw := range h.clients() {
		_, err := parsed(t, raw).Verify(options)
		out = append(out, letter(err == nil))
	}
	return string(out)
}

// ways has the letter that our report gives each client.
func (h heap) ways() string {
	good := map[int]bool{}
	for _, way := range h.report.Chains.Ways {
		good[way.Leaf] = way.Complete && way.InDate
	}
	var out []byte
	for i, c := range h.report.Chains.Certificates {
		if c.Role == pki.ClientLeaf {
			out = append(out, letter(good[i]))
		}
	}
	return string(out)
}

func letter(good bool) byte {
	if good {
		return 'y'
	}
	return 'n'
}

// checkByOpenSSL is the same for those clients that have a way to a root, and all
// together for those that have none.
func checkByOpenSSL(t *testing.T, h heap) {
	roots, intermediates := h.upload(pki.UploadRoot), h.upload(pki.UploadIntermediate)
	told := h.ways()
	for i, client := range h.clients() {
		said, ok := verify(t, roots, intermediates, [][]byte{client})
		if want := i < len(told) && told[i] == 'y'; ok != want {
			t.Errorf("client %d: we say %v, OpenSSL:\n%s", i+1, want, said)
		}
	}
}

func pool(t *testing.T, certificates [][]byte) *x509.CertPool {
	t.Helper()
	out := x509.NewCertPool()
	for _, raw := range certificates {
		out.AddCert(parsed(t, raw))
	}
	return out
}

func parsed(t *testing.T, raw []byte) *x509.Certificate {
	t.Helper()
	c, err := x509.ParseCertificate(raw)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
