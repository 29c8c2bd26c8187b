package main

// renewal is a PKI whose CAs were renewed with their keys: the earlier
// certificates of both expired, and still lie about.
func renewal() []fixture {
	labels := []string{"org", "proseware"}
	expired := func(c *certificate) { c.from, c.until = "2015-06-01", "2025-06-01" }
	root := newRoot("Proseware Root CA", "proseware.org", labels, rsaKey(2048), sha256RSA, expired)
	issuing := root.newCA("Proseware Issuing CA", labels, rsaKey(2048), expired)
	newer := newRoot("Proseware Root CA", "proseware.org", labels, root.key, sha256RSA, func(c *certificate) {
		c.from, c.until = "2025-03-01", "2045-03-01"
		c.set(generation(1, 0))
	})
	newerIssuing := root.newCA("Proseware Issuing CA", labels, issuing.key, func(c *certificate) {
		c.from, c.until = "2025-03-02", "2035-03-02"
		c.set(generation(1, 0))
	})
	return []fixture{
		{"renewal/root-expired.cer", root.der},
		{"renewal/root.cer", newer.der},
		{"renewal/issuing-expired.cer", issuing.der},
		{"renewal/issuing.cer", newerIssuing.der},
		{"renewal/client.cer", issuing.client("shop3.proseware.org").encoded()},
	}
}
