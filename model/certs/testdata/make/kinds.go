package main

import "crypto/elliptic"

// keyKinds are client certificates of one CA, each with another kind of key.
func keyKinds(ca *authority) []fixture {
	var out []fixture
	for _, kind := range []struct {
		name string
		key  *key
	}{
		{"rsa512", rsaKey(512)},
		{"rsa1024", rsaKey(1024)},
		{"rsa3000", rsaKey(3000)},
		{"rsa16384", hugeKey(16384)},
		{"p256", curveKey(elliptic.P256())},
		{"p521", curveKey(elliptic.P521())},
		{"ed25519", edwardsKey()},
		{"secp256k1", secp256k1()},
		{"brainpool", brainpool()},
	} {
		client := ca.client(kind.name + ".contoso.com")
		client.key = kind.key
		client.set(keyName(kind.key))
		out = append(out, fixture{"keys/" + kind.name + ".cer", client.encoded()})
	}
	return out
}
