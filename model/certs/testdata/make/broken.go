package main

// brokenTrees are PKIs that do not hold, or hold by luck.
func brokenTrees(c contoso) []fixture {
	return append(append(serverOnly(c.root), tooLong(c.root)...), versionOne()...)
}

// serverOnly is a CA that may only stand above server certificates.
func serverOnly(root *authority) []fixture {
	ca := root.newCA("Contoso Web CA", contosoLabels, rsaKey(2048), func(c *certificate) {
		c.set(purposes(serverPurpose))
	})
	return []fixture{
		{"server-only/ca.cer", ca.der},
		{"server-only/client.cer", ca.client("web-pc.contoso.com").encoded()},
	}
}

// tooLong has a CA below one that may have none below it.
func tooLong(root *authority) []fixture {
	above := root.newCA("Contoso Last CA", contosoLabels, rsaKey(2048), func(c *certificate) { c.set(constraints(0)) })
	below := above.newCA("Contoso Surplus CA", contosoLabels, rsaKey(2048), nil)
	return []fixture{
		{"path-length/above.cer", above.der},
		{"path-length/below.cer", below.der},
		{"path-length/client.cer", below.client("deep-pc.contoso.com").encoded()},
	}
}

// versionOne is a root from before there were extensions.
func versionOne() []fixture {
	root := newRoot("Ancient Root CA", "ancient.example", []string{"example", "ancient"}, rsaKey(2048), sha256RSA,
		func(c *certificate) { c.extensions = nil })
	client := root.client("pc.ancient.example")
	client.drop(authorityKey)
	return []fixture{
		{"version1/root.cer", root.der},
		{"version1/client.cer", client.encoded()},
	}
}
