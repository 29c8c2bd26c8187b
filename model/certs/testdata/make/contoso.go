package main

// contoso is a PKI of three tiers, with what becomes of one over the years.
type contoso struct {
	root, policy, issuing *authority
	renewedRoot           []byte // the same key, a later certificate
	rebuiltRoot           []byte // the same name, another key
	renewedIssuing        *authority
}

var contosoLabels = []string{"com", "contoso"}

func newContoso() contoso {
	var c contoso
	c.root = newRoot("Contoso Root CA", "contoso.com", contosoLabels, rsaKey(4096), sha256RSA, nil)
	c.policy = c.root.newCA("Contoso Policy CA", contosoLabels, rsaKey(2048), nil)
	c.issuing = c.policy.newCA("Contoso Issuing CA 1", contosoLabels, rsaKey(2048), nil)
	c.renewedIssuing = c.policy.newCA("Contoso Issuing CA 1", contosoLabels, rsaKey(2048), func(cert *certificate) {
		cert.from, cert.until = "2026-01-12", "2036-01-12"
		cert.set(generation(1, 1))
	})
	c.renewedRoot = newRoot("Contoso Root CA", "contoso.com", contosoLabels, c.root.key, sha256RSA, func(cert *certificate) {
		cert.from, cert.until = "2026-01-10", "2052-01-10"
		cert.set(generation(1, 0))
	}).der
	c.rebuiltRoot = newRoot("Contoso Root CA", "contoso.com", contosoLabels, rsaKey(2048), sha256RSA, nil).der
	return c
}

func (c contoso) files() []fixture {
	return []fixture{
		{"contoso/root.cer", c.root.der},
		{"contoso/policy.cer", c.policy.der},
		{"contoso/issuing.cer", c.issuing.der},
		{"contoso/pc1.cer", c.issuing.client("pc1.contoso.com").encoded()},
		{"contoso/pc2.cer", c.issuing.client("pc2.contoso.com").encoded()},
		{"contoso/cmg.cer", c.issuing.server("cmg.contoso.com").encoded()},
		{"contoso/root-renewed.cer", c.renewedRoot},
		{"contoso/root-rebuilt.cer", c.rebuiltRoot},
		{"contoso/issuing-renewed.cer", c.renewedIssuing.der},
		{"contoso/pc3.cer", c.renewedIssuing.client("pc3.contoso.com").encoded()},
	}
}
