package inspect_test

import (
	"slices"
	"testing"

	"cmgwizard/model/pki"
	"cmgwizard/model/slow"
)

// A pkiCase is a heap of fixtures, and whether it is enough for its clients.
type pkiCase struct {
	name   string
	files  string // paths among the fixtures
	enough bool
}

var pkiCases = []pkiCase{
	{"three tiers", "contoso/root contoso/policy contoso/issuing contoso/pc1 contoso/pc2", true},
	{"with the server's certificate", "contoso/cmg contoso/pc1 contoso/issuing contoso/root contoso/policy", true},
	{"two tiers", "fabrikam/client fabrikam/issuing fabrikam/root", true},
	{"one tier", "tailspin/root tailspin/client", true},
	{"three PKIs", "contoso/root contoso/policy contoso/issuing contoso/pc1 fabrikam/client fabrikam/issuing fabrikam/root tailspin/root tailspin/client", true},
	{"root renewed with its key", "contoso/root contoso/root-renewed contoso/policy contoso/issuing contoso/pc1", true},
	{"only the renewed root", "contoso/root-renewed contoso/policy contoso/issuing contoso/pc1", true},
	{"issuing CA renewed with a new key", "contoso/root contoso/policy contoso/issuing contoso/issuing-renewed contoso/pc1 contoso/pc3", true},
	{"both renewed", "contoso/root contoso/root-renewed contoso/policy contoso/issuing contoso/issuing-renewed contoso/pc2 contoso/pc3", true},
	{"expired CAs beside the renewed", "renewal/root-expired renewal/root renewal/issuing-expired renewal/issuing renewal/client", true},
	{"a rebuilt root beside the right one", "contoso/root-rebuilt contoso/root contoso/policy contoso/issuing contoso/pc1", true},
	{"cross-signed, both roots", "cross/a-root cross/b-root cross/a-by-b cross/b-by-a cross/client-a cross/client-b", true},
	{"cross-signed, the other root", "cross/b-root cross/a-by-b cross/client-a", true},
	{"cross-signed, the other root, both ways", "cross/b-root cross/a-by-b cross/b-by-a cross/client-a cross/client-b", true},
	{"curves", "curves/root curves/issuing curves/client", true},
	{"Ed25519", "ed25519/root ed25519/client", true},
	{"PSS", "pss/root pss/issuing pss/client", true},
	{"SHA-1", "sha1/root sha1/issuing sha1/client", true},
	{"MD5", "md5/root md5/issuing md5/client", true},
	{"RSA 1024", "rsa1024/root rsa1024/issuing rsa1024/client", true},
	{"RSA 512", "rsa512/root rsa512/issuing rsa512/client", true},
	{"version 1", "version1/root version1/client", true},
	{"odd clients", "contoso/root contoso/policy contoso/issuing odd/negative-serial odd/zero-serial odd/long-serial odd/authority-issuer-serial odd/no-key-identifiers odd/bmp-subject odd/t61-subject odd/hostile-subject odd/alternative-only odd/computer odd/any-purpose", true},
	{"odd keys", "contoso/root contoso/policy contoso/issuing keys/rsa3000 keys/rsa16384 keys/p256 keys/p521 keys/ed25519 keys/secp256k1 keys/brainpool", true},
	{"in a bundle", "wrap/chain-ber.p7b contoso/pc1", true},

	{"no root", "contoso/policy contoso/issuing contoso/pc1", false},
	{"no policy CA", "contoso/root contoso/issuing contoso/pc1", false},
	{"no issuing CA", "contoso/root contoso/policy contoso/pc1", false},
	{"a client alone", "contoso/pc1", false},
	{"another PKI", "contoso/pc1 fabrikam/root fabrikam/issuing", false},
	{"only the rebuilt root", "contoso/root-rebuilt contoso/policy contoso/issuing contoso/pc1", false},
	{"only the renewed issuing CA", "contoso/root contoso/policy contoso/issuing-renewed contoso/pc1", false},
	{"cross-signed in a circle", "cross/a-by-b cross/b-by-a cross/client-a", false},
	{"only expired CAs", "renewal/root-expired renewal/issuing-expired renewal/client", false},
}

// TestUploadAnswerAgainstOpenSSL gives our answer to `openssl verify`: with it the
// clients are trusted, with one certificate less they are not, and where it says
// that something is missing, OpenSSL says so as well.
func TestUploadAnswerAgainstOpenSSL(t *testing.T) {
	slow.Reader(t, "openssl")
	for _, c := range pkiCases {
		t.Run(c.name, func(t *testing.T) {
			h := newHeap(t, c.files)
			if got := h.enough(); got != c.enough {
				t.Errorf("is it enough: %v, not %v (missing: %+v)", got, c.enough, h.report.Chains.Missing)
			}
			if !c.enough {
				checkNotEnough(t, h)
				return
			}
			checkEnough(t, h)
		})
	}
}

func checkEnough(t *testing.T, h heap) {
	roots, intermediates, clients := h.upload(pki.UploadRoot), h.upload(pki.UploadIntermediate), h.clients()
	if len(roots) == 0 || len(clients) == 0 {
		t.Fatalf("%d roots, %d clients", len(roots), len(clients))
	}
	if said, ok := verify(t, roots, intermediates, clients); !ok {
		t.Fatalf("OpenSSL does not trust the clients:\n%s", said)
	}
	for i := range roots {
		if _, ok := verify(t, without(roots, i), intermediates, clients); ok {
			t.Errorf("root %d of %d is not needed", i+1, len(roots))
		}
	}
	for i := range intermediates {
		if _, ok := verify(t, roots, without(intermediates, i), clients); ok {
			t.Errorf("intermediate %d of %d is not needed", i+1, len(intermediates))
		}
	}
}

func checkNotEnough(t *testing.T, h heap) {
	roots, intermediates := h.role(pki.RootCA), h.role(pki.IntermediateCA)
	if said, ok := verify(t, roots, intermediates, h.clients()); ok {
		t.Errorf("OpenSSL trusts the clients with everything given:\n%s", said)
	}
}

func without(certificates [][]byte, i int) [][]byte {
	return slices.Delete(slices.Clone(certificates), i, i+1)
}

// TestBrokenTreesAreTold has chains that end in a root and are still no good: by
// what their CAs may do.
func TestBrokenTreesAreTold(t *testing.T) {
	slow.Reader(t, "openssl")
	for _, files := range []string{
		"contoso/root path-length/above path-length/below path-length/client",
		"contoso/root server-only/ca server-only/client",
	} {
		h := newHeap(t, files)
		if said, ok := verify(t, h.role(pki.RootCA), h.role(pki.IntermediateCA), h.clients(), "-purpose", "sslclient"); ok {
			t.Errorf("%s: OpenSSL trusts the client:\n%s", files, said)
		}
		if !h.objects() {
			t.Errorf("%s: nothing is said against it", files)
		}
	}
}
