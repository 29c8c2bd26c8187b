package model

import "testing"

// TestNamesWithinConstraints holds names against the subtrees of RFC 5280,
// section 4.2.1.10.
func TestNamesWithinConstraints(t *testing.T) {
	for _, c := range []struct {
		name, base string
		want       Truth
	}{
		{"DNS:pc1.contoso.com", "DNS:contoso.com", IsTrue},
		{"DNS:contoso.com", "DNS:contoso.com", IsTrue},
		{"DNS:PC1.Contoso.Com", "DNS:contoso.com", IsTrue},
		{"DNS:pc1.notcontoso.com", "DNS:contoso.com", IsFalse},
		{"DNS:pc1.fabrikam.com", "DNS:contoso.com", IsFalse},
	} {
		if got := formOf(c.name).within(formOf(c.base)); got != c.want {
			t.Errorf("%s within %s: %v, want %v", c.name, c.base, got, c.want)
		}
	}
}

// TestChainHeedsNameConstraints gives a root a subtree, and looks at a
// certificate within it and at one outside.
func TestChainHeedsNameConstraints(t *testing.T) {
	for tree, complete := range map[string]bool{"DNS:contoso.com": true, "DNS:fabrikam.com": false} {
		root := made{file: "root.cer", role: RootCA, name: "Root", key: "r", issuer: "Root", by: "r",
			change: func(c *CertificateFacts) { c.Permitted = []string{tree} }}
		client := made{file: "pc.cer", role: ClientLeaf, name: "PC1", key: "p", issuer: "Root", by: "r"}
		ways := SortCertificates(found(root, client), heapDay).Ways
		if len(ways) != 1 || ways[0].Complete != complete {
			t.Errorf("permitted %s: %+v, want complete %v", tree, ways, complete)
		}
	}
}
