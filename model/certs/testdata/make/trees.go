package main

import "crypto/elliptic"

// otherTrees are PKIs of other shapes, all of them sound.
func otherTrees() []fixture {
	var out []fixture
	for _, tree := range [][]fixture{twoTiers(), oneTier(), renewal(), crossSigned(), curves(), edwardsTree(), pssTree(), roleCertificate()} {
		out = append(out, tree...)
	}
	return out
}

func twoTiers() []fixture {
	labels := []string{"net", "fabrikam"}
	root := newRoot("Fabrikam Root CA", "fabrikam.net", labels, rsaKey(2048), sha256RSA, nil)
	issuing := root.newCA("Fabrikam Issuing CA", labels, rsaKey(2048), nil)
	return []fixture{
		{"fabrikam/root.cer", root.der},
		{"fabrikam/issuing.cer", issuing.der},
		{"fabrikam/client.cer", issuing.client("desk7.fabrikam.net").encoded()},
	}
}

func oneTier() []fixture {
	root := newRoot("Tailspin CA", "tailspin.org", []string{"org", "tailspin"}, rsaKey(2048), sha256RSA, nil)
	return []fixture{
		{"tailspin/root.cer", root.der},
		{"tailspin/client.cer", root.client("kiosk.tailspin.org").encoded()},
	}
}

// crossSigned are two roots that signed each other after a merger.
func crossSigned() []fixture {
	a := newRoot("Northwind Root CA", "northwind.com", []string{"com", "northwind"}, rsaKey(2048), sha256RSA, nil)
	b := newRoot("Southridge Root CA", "southridge.com", []string{"com", "southridge"}, rsaKey(2048), sha256RSA, nil)
	return []fixture{
		{"cross/a-root.cer", a.der},
		{"cross/b-root.cer", b.der},
		{"cross/a-by-b.cer", b.certificateOfCA(a, a.key, "2024-03-01", "2034-03-01").encoded()},
		{"cross/b-by-a.cer", a.certificateOfCA(b, b.key, "2024-03-01", "2034-03-01").encoded()},
		{"cross/client-a.cer", a.client("north1.northwind.com").encoded()},
		{"cross/client-b.cer", b.client("south1.southridge.com").encoded()},
	}
}

func curves() []fixture {
	labels := []string{"com", "wingtip"}
	root := newRoot("Wingtip Root CA", "wingtip.com", labels, curveKey(elliptic.P521()), sha512Curve, nil)
	issuing := root.newCA("Wingtip Issuing CA", labels, curveKey(elliptic.P256()), nil)
	issuing.with = sha256Curve
	client := issuing.client("pad4.wingtip.com")
	client.key = curveKey(elliptic.P256())
	client.set(keyName(client.key))
	return []fixture{
		{"curves/root.cer", root.der},
		{"curves/issuing.cer", issuing.der},
		{"curves/client.cer", client.encoded()},
	}
}

func edwardsTree() []fixture {
	root := newRoot("Litware Root CA", "litware.com", []string{"com", "litware"}, edwardsKey(), edwards, nil)
	return []fixture{
		{"ed25519/root.cer", root.der},
		{"ed25519/client.cer", root.client("lab1.litware.com").encoded()},
	}
}

func pssTree() []fixture {
	labels := []string{"com", "adatum"}
	root := newRoot("Adatum Root CA", "adatum.com", labels, rsaKey(2048), pss, nil)
	issuing := root.newCA("Adatum Issuing CA", labels, rsaKey(2048), nil)
	return []fixture{
		{"pss/root.cer", root.der},
		{"pss/issuing.cer", issuing.der},
		{"pss/client.cer", issuing.client("pc9.adatum.com").encoded()},
	}
}

// roleCertificate is what Configuration Manager gives a management point for
// Enhanced HTTP, under the CA of the site.
func roleCertificate() []fixture {
	site := newRoot("SMS Issuing", "contoso.com", nil, rsaKey(2048), sha256RSA, func(c *certificate) {
		c.drop(caVersion)
	})
	role := site.server("mp01.corp.contoso.com")
	role.drop(crl, authorityInfo, templateVersion, applications)
	return []fixture{
		{"sms/issuing.cer", site.der},
		{"sms/role-ssl.cer", role.encoded()},
	}
}
