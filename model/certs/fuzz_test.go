package certs

import (
	"bytes"
	"testing"
)

// seeds are what the fuzzers begin with.
func seeds() (all [][]byte) {
	full := newDraft("PC1", "Root", keyOne(), keyOne(), isCA, forClient, ext(extNames, false, seq(der(0x82, []byte("a")), der(0x87, []byte{1, 2, 3, 4}))),
		ext(extCRL, false, seq(seq(explicit(0, explicit(0, der(0x86, []byte("http://a/1.crl"))))))), ext(extTemplate, false, seq(oid("1.2.3"), integer(1))),
		ext(extAuthorityKey, true, seq(der(0x80, []byte{1}))), ext(extKeyUsage, true, der(3, []byte{1, 0x86})))
	all = [][]byte{full.make(), ca(), bundle(leaf(), ca()), bundleBER(leaf()), pemOf("CERTIFICATE", leaf()), []byte(base64Of(bundle(ca()))),
		append(leaf(), pemOf("TRUSTED CERTIFICATE", leaf())...), append(pemOf("CERTIFICATE", pemOf("CERTIFICATE", ca())), "-----BEGIN X"...)}
	all = append(all, sst(), storeOf(keyInfo(), property(storeCertificate, ca())), []byte(xxd(ca())), []byte(dump(leaf(), "%04x\t", "   ")), []byte(spaced(ca(), " ")),
		[]byte(`{"x5c":["`+base64Of(ca())+`"]}`), []byte(answered(string(pemOf("CERTIFICATE", ca())), "> ")), bytes.ReplaceAll(pemOf("CERTIFICATE", ca()), dashes, []byte("—–")))
	for _, secret := range secrets() {
		all = append(all, secret.data[:min(len(secret.data), 400)])
	}
	for i, k := range pgpSecrets() {
		if i%5 == 0 {
			all = append(all, k.data)
		}
	}
	for _, f := range forms() {
		all = append(all, []byte(f.private), []byte(f.public))
	}
	for _, wrapper := range wrappers() {
		all = append(all, wrapper.wrap(secrets()[8].data))
	}
	return append(all, []byte(`{"kty":"RSA","d":"tVKUtcx-n9rt5afY_2WFNvU6Pl"}`), []byte("<RSAKeyValue><D>tVKUtcx"), []byte("-----BEGIN PRIVATE KEY-----\nMII"))
}

func FuzzRead(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := bytes.Clone(data)
		contents, found, err := readAny(data)
		if err != nil && (found || contents.Certificates != nil || contents.Unreadable != nil) {
			t.Fatalf("something of what was refused is given: %v", err)
		}
		if Secret(data) != "" && err == nil {
			t.Fatal("a secret was read")
		}
		count := len(contents.Certificates) + len(contents.Unreadable)
		if found != (count > 0) || count > MaxCertificates || contents.More && count < MaxCertificates {
			t.Fatalf("found %v: %d", found, count)
		}
		for _, text := range append(contents.Unreadable, contents.Wrapping) {
			checkText(t, text)
		}
		CheckSignatures(contents.Certificates)
		for _, c := range contents.Certificates {
			checkBounds(t, c)
		}
		if !bytes.Equal(data, before) {
			t.Fatal("the data was changed")
		}
	})
}

// FuzzSecret puts a key behind and before anything, and writes the whole in
// another way: it is found whatever that is.
func FuzzSecret(f *testing.F) {
	for i, seed := range seeds() {
		f.Add(seed, uint8(i))
	}
	key := secrets()[8].data
	f.Fuzz(func(t *testing.T, data []byte, way uint8) {
		Secret(data)
		if len(data) > 1<<16 {
			return
		}
		for _, whole := range [][]byte{append(bytes.Clone(data), key...), append(bytes.Clone(key), data...)} {
			wrapper := wrappers()[int(way)%len(wrappers())]
			if Secret(wrapper.wrap(whole)) == "" {
				t.Errorf("a key is not found, %s", wrapper.name)
			}
		}
	})
}
