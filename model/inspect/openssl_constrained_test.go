package inspect_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"

	"cmgwizard/model/pki"
	"cmgwizard/model/slow"
)

// TestWaysOfFixturesAgainstOpenSSL gives each way to OpenSSL with every CA that
// there is.
func TestWaysOfFixturesAgainstOpenSSL(t *testing.T) {
	slow.Reader(t, "openssl")
	for _, c := range wayCases {
		h := newHeap(t, c.files)
		said, ok := verify(t, h.role(pki.RootCA), h.role(pki.IntermediateCA), h.clients(), "-purpose", "sslclient")
		if c.doubt == "" && ok != (c.barred == "") {
			t.Errorf("%s: we say it is barred by %q, OpenSSL:\n%s", c.files, c.barred, said)
		}
	}
}

// tally counts what was said of clients whose CAs have name constraints.
type tally struct{ trusted, barred, unclear atomic.Int32 }

// TestConstrainedTreesAgainstOpenSSL makes PKIs with name constraints of every
// form, and compares what we say of each client with what OpenSSL says. Where we
// say that something could not be checked, either may be.
func TestConstrainedTreesAgainstOpenSSL(t *testing.T) {
	slow.Reader(t, "openssl")
	var told tally
	seeds := slow.Rounds(1000)
	t.Run("seeds", func(t *testing.T) {
		for seed := range uint64(seeds) {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				told.compare(t, heapOf(constrainedCertificates(t, rand.New(rand.NewPCG(seed, 2026)))))
			})
		}
	})
	if least := int32(seeds / 3); told.trusted.Load() < least || told.barred.Load() < least || told.unclear.Load() > told.trusted.Load() {
		t.Errorf("%d are trusted, %d barred, %d unclear: such trees show little", told.trusted.Load(), told.barred.Load(), told.unclear.Load())
	}
}

func (n *tally) compare(t *testing.T, h heap) {
	chains := h.report.Chains
	roots, intermediates := h.role(pki.RootCA), h.role(pki.IntermediateCA)
	for _, way := range chains.Ways {
		leaf := chains.Certificates[way.Leaf]
		if leaf.Role != pki.ClientLeaf {
			t.Fatalf("%s is %s", leaf.Subject, leaf.Role)
		}
		said, ok := verify(t, roots, intermediates, [][]byte{h.raw[leaf.SHA1]})
		switch {
		case way.Complete && len(way.Doubts) == 0:
			n.trusted.Add(1)
		case !way.Complete && len(way.Barred) > 0:
			n.barred.Add(1)
		default:
			n.unclear.Add(1)
			continue
		}
		if ok != way.Complete {
			t.Errorf("%s with %q: barred by %q, OpenSSL:\n%s\n%s", leaf.Subject, leaf.Names, way.Barred, said, constraintWords(chains))
		}
	}
}

// constraintWords are the name constraints of a heap, for a test that fails.
func constraintWords(chains pki.Chains) string {
	var lines []string
	for _, c := range chains.Certificates {
		lines = append(lines, fmt.Sprintf("%s: self-issued %v, permitted %q, excluded %q", c.Subject, c.SelfIssued, c.Permitted, c.Excluded))
	}
	return strings.Join(lines, "\n")
}
