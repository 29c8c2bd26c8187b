package inspect_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"cmgwizard/model/inspect"
)

// A folderFile is a file of a folder that an administrator might hand in, with
// what is expected of it.
type folderFile struct {
	name  string
	data  []byte
	kinds string // the kinds that are right, separated by "|"
	certs string // its certificates: "root:root client:no", each a role and how it is uploaded
	err   error
}

// folderFiles is the folder: certificates of several PKIs in every wrapping,
// other files that are evidence, others that are none, secrets and traps.
func folderFiles(t testing.TB) []folderFile {
	var files []folderFile
	for _, group := range [][]folderFile{
		certificateFiles(t), wrappedFiles(t), otherEvidence(t), secretFiles(t), trapFiles(t),
	} {
		files = append(files, group...)
	}
	return files
}

// certificateFiles are those with one certificate each: a path among the
// fixtures, what it is, and how it is uploaded.
func certificateFiles(t testing.TB) []folderFile {
	var files []folderFile
	for _, line := range strings.Split(strings.TrimSpace(certificateTable), "\n") {
		path, want, _ := strings.Cut(strings.TrimSpace(line), " ")
		files = append(files, folderFile{
			name: strings.ReplaceAll(path, "/", "-"), data: certificateFixture(t, path),
			kinds: "certificates", certs: strings.TrimSpace(want),
		})
	}
	return files
}

const certificateTable = `
	contoso/root.cer            root:root
	contoso/root-rebuilt.cer    root:no
	contoso/policy.cer          intermediate:intermediate
	contoso/issuing.cer         intermediate:intermediate
	contoso/issuing-renewed.cer intermediate:intermediate
	contoso/pc1.cer             client:no
	contoso/pc2.cer             client:no
	contoso/pc3.cer             client:no
	contoso/cmg.cer             server:no
	fabrikam/root.cer           root:root
	fabrikam/issuing.cer        intermediate:intermediate
	fabrikam/client.cer         client:no
	tailspin/root.cer           root:root
	tailspin/client.cer         client:no
	curves/root.cer             root:root
	curves/issuing.cer          intermediate:intermediate
	curves/client.cer           client:no
	ed25519/root.cer            root:root
	ed25519/client.cer          client:no
	pss/root.cer                root:root
	pss/issuing.cer             intermediate:intermediate
	pss/client.cer              client:no
	renewal/root.cer            root:root
	renewal/root-expired.cer    root:no
	renewal/issuing.cer         intermediate:intermediate
	renewal/issuing-expired.cer intermediate:no
	renewal/client.cer          client:no
	sha1/root.cer               root:root
	sha1/issuing.cer            intermediate:intermediate
	sha1/client.cer             client:no
	version1/root.cer           root:root
	version1/client.cer         client:no
	sms/issuing.cer             root:no
	sms/role-ssl.cer            server:no
	keys/rsa16384.cer           client:no
	keys/secp256k1.cer          client:no
	keys/brainpool.cer          client:no
	odd/negative-serial.cer     client:no
	odd/zero-serial.cer         client:no
	odd/long-serial.cer         client:no
	odd/critical-authority-key.cer client:no
	odd/no-key-identifiers.cer  client:no
	odd/hostile-subject.cer     client:no
	odd/endless-subject.cer     client:no
	odd/alternative-only.cer    client:no
	odd/computer.cer            client:no
	odd/any-purpose.cer         client:no
	odd/code-signing.cer        other:no
	odd/wildcard.cer            server:no
	odd/expired.cer             client:no
	odd/future.cer              client:no
`

// wrappedFiles hold the chain of contoso once more, so that nearly all of it is
// a duplicate.
func wrappedFiles(t testing.TB) []folderFile {
	const chain = "intermediate:intermediate intermediate:intermediate root:root"
	wanted := []struct{ path, certs string }{
		{"wrap/chain.pem", chain},
		{"wrap/chain.p7b", chain},
		{"wrap/chain-ber.p7b", chain},
		{"wrap/chain-pem.p7b", chain},
		{"wrap/chain-labelled.cer", chain},
		{"wrap/certutil-text.txt", "intermediate:intermediate"},
		{"wrap/certutil-encode.cer", "root:root"},
		{"wrap/utf16.cer", "intermediate:intermediate"},
		{"wrap/utf16-no-mark.cer", "intermediate:intermediate"},
		{"wrap/utf8-mark.cer", "intermediate:intermediate"},
		{"wrap/root.txt", "root:root"},
		{"wrap/notes.log", "intermediate:intermediate"},
		{"wrap/trailing.cer", "root:root"},
		{"wrap/store.sst", chain},
		{"wrap/encodehex.txt", "intermediate:intermediate"},
		{"wrap/hexdump.txt", "root:root"},
		{"wrap/plain-hex.txt", "intermediate:intermediate"},
		{"wrap/jwk.json", "intermediate:intermediate intermediate:intermediate"},
		{"wrap/quoted.txt", "intermediate:intermediate"},
		{"wrap/long-dashes.txt", "root:root"},
		{"wrap/one-unreadable.p7b", "intermediate:intermediate root:root"},
		{"wrap/one-unreadable.pem", "intermediate:intermediate root:root"},
	}
	var files []folderFile
	for _, w := range wanted {
		files = append(files, folderFile{name: filepath.Base(w.path), data: certificateFixture(t, w.path),
			kinds: "certificates", certs: w.certs})
	}
	return files
}

func otherEvidence(t testing.TB) []folderFile {
	return []folderFile{
		{name: "device.cer", data: wideText(textFixture(t, "entra-joined.txt")), kinds: "device-state"},
		{name: "hybrid.p7b", data: textFixture(t, "registered-only.txt"), kinds: "device-state"},
		{name: "token.txt", data: []byte(registrationToken() + "\r\n"), kinds: "registration-token"},
		{name: "bindings.log", data: textFixture(t, "sslcert.txt"), kinds: "port-bindings"},
		{name: "personal.txt", data: fixtureBytes(t, filepath.Join("testdata", "stated", "store.txt")), kinds: "certificate-text"},
		{name: "store.log", data: wideText(fixtureBytes(t, filepath.Join("testdata", "stated", "list.txt"))), kinds: "certificate-text"},
		{name: "request.cer", data: fixtureBytes(t, filepath.Join("testdata", "stated", "request.inf")), kinds: "certificate-text"},
		{name: "install.cmd", data: textFixture(t, "install.cmd"), kinds: "ccmsetup"},
		{name: "ccmsetup.log", data: textFixture(t, "ccmsetup.log"), kinds: "log"},
		{name: "connector.pfx", data: textFixture(t, "connector.log"), kinds: "log"},
		{name: "letter.cer", data: textFixture(t, "letter.txt"), kinds: "other"},
		{name: "table.csv", data: textFixture(t, "table.csv"), kinds: "other"},
	}
}

func certificateFixture(t testing.TB, path string) []byte {
	return fixtureBytes(t, filepath.Join("..", "certs", "testdata", filepath.FromSlash(path)))
}

func textFixture(t testing.TB, name string) []byte {
	return fixtureBytes(t, filepath.Join("testdata", "folder", name))
}

func fixtureBytes(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// wideText is text as PowerShell redirects it: UTF-16 with its mark.
func wideText(text []byte) []byte {
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(strings.ReplaceAll(string(text), "\n", "\r\n"))) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}

func folderInputs(files []folderFile) []inspect.Input {
	var inputs []inspect.Input
	for _, f := range files {
		inputs = append(inputs, inspect.Input{Name: f.name, Data: f.data, Err: f.err})
	}
	return inputs
}
