package certs

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// element is one of a serialized store.
func element(kind, size uint32, data []byte) []byte {
	head := binary.LittleEndian.AppendUint32(nil, kind)
	head = binary.LittleEndian.AppendUint32(head, 1)
	return append(binary.LittleEndian.AppendUint32(head, size), data...)
}

func property(kind uint32, data []byte) []byte { return element(kind, uint32(len(data)), data) }

// keyInfo is what Windows keeps to find a private key: names, and no key.
func keyInfo() []byte {
	return property(storeKeyInfo, wide("te-Machine-7f3a\x00Microsoft RSA SChannel\x00"))
}

func storeOf(elements ...[]byte) []byte {
	return bytes.Join(append(append([][]byte{storeBeginning}, elements...), make([]byte, storeHeader)), nil)
}

func sst() []byte {
	return storeOf(property(3, make([]byte, 20)), keyInfo(), property(storeCertificate, leaf()),
		property(11, wide("a name\x00")), property(storeCertificate, ca()), property(33, []byte("a list")))
}

// answered is text in an answer to a mail.
func answered(text, mark string) string {
	return "Hello,\n\n" + mark + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n"+mark) + "\n\nThanks"
}

// broken is text in lines of so many letters.
func broken(text string, length int) string {
	var all strings.Builder
	for len(text) > length {
		all.WriteString(text[:length] + "\n")
		text = text[length:]
	}
	return all.String() + text + "\n"
}

// xxd is a dump in pairs of bytes.
func xxd(data []byte) string {
	var all strings.Builder
	for i := 0; i < len(data); i += 16 {
		fmt.Fprintf(&all, "%08x: ", i)
		row := data[i:min(i+16, len(data))]
		for j := 0; j < len(row); j += 2 {
			fmt.Fprintf(&all, "%x ", row[j:min(j+2, len(row))])
		}
		all.WriteString(" 0.ab.cd...\n")
	}
	return all.String()
}

func TestForms(t *testing.T) {
	a, b := leaf(), ca()
	text := string(pemOf("CERTIFICATE", a))
	const prompt = "PS C:\\pki> certutil -encodehex client.cer client.txt\r\nInput Length = 400\r\n"
	for _, test := range []struct {
		name, data, wrapping string
		certificates         int
	}{
		{"a store", string(sst()), "Certificate store (SST)", 2},
		{"a store in Base64", base64Of(sst()), "Certificate store (SST)", 2},
		{"a store in a dump", dump(sst(), "%04x\t", "   "), "Certificate store (SST)", 2},
		{"certutil -encodehex", dump(a, "%04x\t", "   "), "Hex dump", 1},
		{"certutil -encodehex, after a prompt", prompt + dump(a, "%04x\t", "   "), "Hex dump", 1},
		{"without addresses", dump(a, "", "   "), "Hex dump", 1},
		{"without text", dump(a, "%04x\t", "\n"), "Hex dump", 1},
		{"numbers alone", spaced(a, " "), "Hex dump", 1},
		{"numbers, 32 a line", broken(spaced(a, " "), 96), "Hex dump", 1},
		{"certutil -encodehex, raw", hex.EncodeToString(a) + "\r\n", "Hex dump", 1},
		{"two, one after the other", dump(a, "%04x\t", "   ") + "\r\n" + dump(b, "%04x\t", "   "), "Hex dump", 2},
		{"hexdump -C", dump(a, "%08x  ", "  |") + fmt.Sprintf("%08x\n", len(a)), "Hex dump", 1},
		{"xxd", xxd(a), "Hex dump", 1},
		{"xxd -p", lines(hex.EncodeToString(a), "\n"), "Hex dump", 1},
		{"Format-Hex", "\r\n           00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F\r\n\r\n" + strings.ToUpper(dump(a, "%08x   ", "  ")), "Hex dump", 1},
		{"a dump of a bundle", xxd(bundle(a, b)), "PKCS#7, Hex dump", 2},
		{"a dump of PEM", xxd([]byte(text)), "PEM", 1},
		{"a dump in quoted mail", answered(xxd(a), "> "), "Hex dump", 1},
		{"PowerShell's RawData", strings.ReplaceAll(strings.Trim(fmt.Sprint(a), "[]"), " ", "\r\n"), "Hex dump", 1},
		{"x5c", `{"keys":[{"kty":"RSA","x5c":["` + base64Of(a) + `", "` + base64Of(b) + `"],"e":"AQAB"}]}`, "Base64 in text", 2},
		{"x5c as .NET writes it", `{"x5c":["` + strings.NewReplacer("+", `\u002B`, "/", `\/`).Replace(base64Of(a)) + `"]}`, "Base64 in text", 1},
		{"x5c in quoted mail", answered(`{"x5c": [`+"\n  \""+base64Of(a)+"\"]}", ">> "), "Base64 in text", 1},
		{"XML", "<X509Certificate>\n" + lines(base64Of(a), "\n") + "</X509Certificate><X509Certificate>" + base64Of(b) + "</X509Certificate>", "Base64 in text", 2},
		{"quoted mail", answered(text, "> "), "PEM", 1},
		{"quoted twice", answered(text, ">> "), "PEM", 1},
		{"quoted twice, with blanks", answered(text, "> > "), "PEM", 1},
		{"quoted Base64", answered(lines(base64Of(a), "\n"), "> "), "Base64 in text", 1},
		{"long dashes", strings.ReplaceAll(text, "-----", "—–-"), "PEM", 1},
		{"short dashes", strings.ReplaceAll(text, "-----", "–––––"), "PEM", 1},
		{"dashes that do not break", strings.ReplaceAll(text, "-----", "\u2011\u2011\u2011\u2011\u2011"), "PEM", 1},
		{"dashes of Windows-1252", strings.ReplaceAll(text, "-----", "\x97\x97-"), "PEM", 1},
		{"quoted with long dashes", answered(strings.ReplaceAll(text, "-----", "——-"), "> "), "PEM", 1},
		{"long dashes in one line", strings.ReplaceAll(strings.ReplaceAll(text, "-----", "—–-"), "\n", " "), "PEM", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			contents := read(t, []byte(test.data))
			if contents.Wrapping != test.wrapping || len(contents.Certificates) != test.certificates || len(contents.Unreadable) > 0 {
				t.Fatalf("%s: %d certificates, unreadable %q", contents.Wrapping, len(contents.Certificates), contents.Unreadable)
			}
			if first := contents.Certificates[0]; first.Subject != "CN=PC1" || len(first.Oddities) > 0 {
				t.Errorf("the first is %s, %q", first.Subject, first.Oddities)
			}
		})
	}
}

func TestStoreSaysWhereKeysAre(t *testing.T) {
	contents := read(t, sst())
	if !slices.Equal(contents.KeysInWindows, []string{"PC1"}) {
		t.Errorf("%q", contents.KeysInWindows)
	}
}

func TestBrokenForms(t *testing.T) {
	const short = "the certificate store: it is cut short"
	whole, a := sst(), leaf()
	for _, test := range []struct {
		name string
		data []byte
		good int
		want string
	}{
		{"a store without its end", whole[:len(whole)-storeHeader], 2, short},
		{"a store that is cut short", whole[:len(whole)-30], 2, short},
		{"a store with a size beyond it", storeOf(property(storeCertificate, a), element(storeCertificate, 1<<31, nil)), 1, short},
		{"a store with the largest size", storeOf(element(storeCertificate, 1<<32-1, nil)), 0, short},
		{"a store with something else", storeOf(property(storeCertificate, []byte("no certificate"))), 0, "certificate 1: it is cut short"},
		{"a store with a key's public half", storeOf(property(storeCertificate, spki(keyLarge()))), 0, "certificate 1: it is no certificate"},
		{"a store with nothing in it", storeOf(property(storeCertificate, nil), property(storeCertificate, a)), 1, "certificate 1: it is cut short"},
		{"a dump that is cut short", []byte(xxd(a[:200])), 0, "certificate 1: it is cut short"},
		{"x5c that is cut short", []byte(`{"x5c":["` + base64Of(a)[:240] + `"]}`), 0, "certificate 1: it is cut short"},
	} {
		t.Run(test.name, func(t *testing.T) {
			contents := read(t, test.data)
			if len(contents.Certificates) != test.good || !slices.Equal(contents.Unreadable, []string{test.want}) {
				t.Errorf("%d certificates, unreadable %q", len(contents.Certificates), contents.Unreadable)
			}
		})
	}
}

// Forms that hold no certificate are none: what they are is for others to say.
func TestFormsWithoutCertificates(t *testing.T) {
	request := seq(seq(integer(0), named("PC1"), spki(keyOne()), explicit(0)), ecdsaSHA256, bitsOf([]byte("x")))
	for name, data := range map[string]string{
		"an empty store":          string(storeOf()),
		"a store of lists":        string(storeOf(property(33, []byte("a list")))),
		"a dump of a request":     xxd(request),
		"a request in JSON":       `{"csr":"` + base64Of(request) + `"}`,
		"the end of a word":       `{"x":"AAAA` + base64Of(leaf()) + `"}`,
		"a dump of a public key":  xxd(spki(keyLarge())),
		"a log with bytes":        "<![LOG[3082 3082 a003 02 01 02]LOG]!>\n2026-05-14 10:34:56 30 82\n",
		"words that begin alike":  strings.Repeat("MI5 MIND MII MIIB ", 40),
		"numbers that are others": strings.Repeat("0 1 2 30 82 255 1000\n", 40),
	} {
		if contents, found, err := readAny([]byte(data)); found || err != nil {
			t.Errorf("%s: found %+v, error %v", name, contents, err)
		}
	}
}
