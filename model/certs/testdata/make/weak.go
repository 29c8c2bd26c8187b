package main

// weakTrees are PKIs that one does not build today.
func weakTrees() []fixture {
	var out []fixture
	for _, w := range []struct {
		folder string
		bits   int
		with   algorithm
	}{
		{"sha1", 2048, sha1RSA},
		{"md5", 2048, md5RSA},
		{"rsa1024", 1024, sha256RSA},
		{"rsa512", 512, sha256RSA},
	} {
		out = append(out, weakTree(w.folder, w.bits, w.with)...)
	}
	return append(out, hugeTree()...)
}

func weakTree(folder string, size int, with algorithm) []fixture {
	labels := []string{"com", "old-" + folder}
	domain := "old-" + folder + ".com"
	root := newRoot("Old "+folder+" Root CA", domain, labels, rsaKey(size), with, nil)
	issuing := root.newCA("Old "+folder+" Issuing CA", labels, rsaKey(size), nil)
	client := issuing.client("pc." + domain)
	client.key = rsaKey(size)
	client.set(keyName(client.key))
	return []fixture{
		{folder + "/root.cer", root.der},
		{folder + "/issuing.cer", issuing.der},
		{folder + "/client.cer", client.encoded()},
	}
}

// hugeTree has keys that are slow to check, and signatures that are noise.
func hugeTree() []fixture {
	root := newRoot("Huge Root CA", "huge.example", []string{"example", "huge"}, hugeKey(16384), sha256RSA, nil)
	return []fixture{
		{"rsa16384/root.cer", root.der},
		{"rsa16384/client.cer", root.client("pc.huge.example").encoded()},
	}
}
