package certs

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

func TestWrappings(t *testing.T) {
	a, b := leaf(), ca()
	bag := "Bag Attributes\r\n    localKeyID: 01 00\r\nsubject=CN = PC1\r\n\r\n"
	tests := []struct {
		name, data, wrapping string
		certificates         int
	}{
		{"DER", string(a), "DER", 1},
		{"DER with a line break after it", string(a) + "\r\n", "DER", 1},
		{"DER twice", string(a) + string(b), "DER", 2},
		{"DER, then PEM", string(a) + "\n" + string(pemOf("CERTIFICATE", b)), "DER; PEM", 2},
		{"PEM", string(pemOf("CERTIFICATE", a)), "PEM", 1},
		{"PEM with a byte-order mark", "\ufeff" + string(pemOf("CERTIFICATE", a)), "PEM", 1},
		{"PEM of openssl trust", string(pemOf("TRUSTED CERTIFICATE", append(bytes.Clone(a), seq(seq(oid("1.3.6.1.5.5.7.3.2")))...))), "PEM", 1},
		{"PEM of old", string(pemOf("X509 CERTIFICATE", a)), "PEM", 1},
		{"PEM of another label", string(pemOf("SOMETHING", a)), "PEM", 1},
		{"several in PEM with text between", bag + string(pemOf("CERTIFICATE", a)) + bag + string(pemOf("CERTIFICATE", b)), "PEM", 2},
		{"PEM with CRLF", strings.ReplaceAll(string(pemOf("CERTIFICATE", a)), "\n", "\r\n"), "PEM", 1},
		{"PEM with lone CR", strings.ReplaceAll(string(pemOf("CERTIFICATE", a)), "\n", "\r"), "PEM", 1},
		{"PEM indented", strings.ReplaceAll(string(pemOf("CERTIFICATE", a)), "\n", "\n\t  "), "PEM", 1},
		{"PEM in JSON", `{"cer":"` + strings.ReplaceAll(string(pemOf("CERTIFICATE", a)), "\n", `\r\n`) + `"}`, "PEM", 1},
		{"PEM with headers", "-----BEGIN CERTIFICATE-----\nName: value\n\n" + lines(base64Of(a), "\n") + "-----END CERTIFICATE-----", "PEM", 1},
		{"PEM without its end", "-----BEGIN CERTIFICATE-----\n" + lines(base64Of(a), "\n"), "PEM", 1},
		{"certutil -encode of PEM", string(pemOf("CERTIFICATE", pemOf("CERTIFICATE", a))), "PEM", 1},
		{"Base64", base64Of(a), "Base64", 1},
		{"Base64 in lines", lines(base64Of(a), "\r\n"), "Base64", 1},
		{"Base64 twice", lines(base64Of(a), "\n") + lines(base64Of(b), "\n"), "Base64", 2},
		{"PKCS#7", string(bundle(a, b)), "PKCS#7, DER", 2},
		{"PKCS#7 in BER", string(bundleBER(a, b)), "PKCS#7, BER", 2},
		{"PKCS#7 in PEM", string(pemOf("PKCS7", bundle(a, b))), "PKCS#7, PEM", 2},
		{"PKCS#7 labelled CMS", string(pemOf("CMS", bundleBER(a, b))), "PKCS#7, PEM", 2},
		{"PKCS#7 labelled CERTIFICATE", string(pemOf("CERTIFICATE", bundle(a, b))), "PKCS#7, PEM", 2},
		{"PKCS#7 in Base64", lines(base64Of(bundle(a, b)), "\n"), "PKCS#7, Base64", 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			contents := read(t, []byte(test.data))
			if contents.Wrapping != test.wrapping || len(contents.Certificates) != test.certificates || len(contents.Unreadable) > 0 {
				t.Fatalf("%s: %d certificates, unreadable %q", contents.Wrapping, len(contents.Certificates), contents.Unreadable)
			}
			if contents.Certificates[0].Subject != "CN=PC1" {
				t.Errorf("the first is %s", contents.Certificates[0].Subject)
			}
		})
	}
}

func TestNoCertificates(t *testing.T) {
	request := seq(seq(integer(0), named("PC1"), spki(keyOne()), explicit(0)), ecdsaSHA256, bitsOf([]byte("x")))
	list := seq(seq(integer(1), ecdsaSHA256, named("Root"), der(23, []byte("250101000000Z"))), ecdsaSHA256, bitsOf([]byte("x")))
	for name, data := range map[string][]byte{
		"nothing":            nil,
		"a line":             []byte("\r\n"),
		"text":               []byte("MPControl is running, and Management point is fine: 0x0 and more words\n"),
		"a request":          request,
		"a request in PEM":   pemOf("NEW CERTIFICATE REQUEST", request),
		"a revocation list":  list,
		"a list in PEM":      pemOf("X509 CRL", list),
		"a public key":       spki(keyLarge()),
		"an OCSP response":   seq(der(10, []byte{0}), explicit(0, seq(oid("1.3.6.1.5.5.7.48.1.1"), octets(seq())))),
		"the word":           []byte("-----BEGIN CERTIFICATE"),
		"digits":             []byte("0000000000000000000000000000000000000000000000000000000000000000"),
		"an empty PKCS#7":    bundle(),
		"a PKCS#7 with none": pemOf("PKCS7", bundle()),
	} {
		if contents, found, err := readAny(data); found || err != nil {
			t.Errorf("%s: found %+v, error %v", name, contents, err)
		}
	}
}

func TestUnreadable(t *testing.T) {
	good := leaf()
	dates := newDraft("PC2", "Root", keyTwo(), keyOne())
	dates.begin = der(23, []byte("never"))
	short := pemOf("CERTIFICATE", good[:len(good)-40])
	list := seq(seq(ecdsaSHA256, named("Root"), der(23, []byte("250101000000Z"))), ecdsaSHA256, bitsOf([]byte("x")))
	tests := []struct {
		name string
		data []byte
		good int
		want string
	}{
		{"one of a bundle", bundle(good, dates.make(), ca()), 2, "certificate 2: its validity cannot be read"},
		{"one of a bundle in BER", bundleBER(dates.make(), ca()), 1, "certificate 1: its validity cannot be read"},
		{"a file that is cut short", good[:200], 0, "certificate 1: it is cut short"},
		{"a bundle that is cut short", bundle(good, ca())[:400], 0, "the PKCS#7 bundle: it is cut short"},
		{"PEM that is cut short", append(short, pemOf("CERTIFICATE", ca())...), 1, "certificate 1: it is cut short"},
		{"PEM that is no Base64", append([]byte("-----BEGIN CERTIFICATE-----\nMII*\n-----END CERTIFICATE-----\n"), pemOf("CERTIFICATE", ca())...), 1,
			"block 1, labelled CERTIFICATE: it is not Base64"},
		{"PEM with something else", pemOf("CERTIFICATE", []byte("some text of somebody")), 0, "block 1, labelled CERTIFICATE: it holds no certificate"},
		{"a revocation list labelled certificate", pemOf("CERTIFICATE", list), 0,
			"block 1, labelled CERTIFICATE: it holds a certificate revocation list (CRL)"},
		{"Base64 that is cut short", []byte(base64Of(good)[:240]), 0, "certificate 1: it is cut short"},
		{"no subject", seq(seq(explicit(0, integer(2)), integer(1), ecdsaSHA256, named("x"), seq()), ecdsaSHA256, bitsOf(nil)), 0,
			"certificate 1: its subject cannot be read"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			contents := read(t, test.data)
			if len(contents.Certificates) != test.good || !slices.Equal(contents.Unreadable, []string{test.want}) {
				t.Errorf("%d certificates, unreadable %q", len(contents.Certificates), contents.Unreadable)
			}
		})
	}
}

// nested is a value in a value in a value.
func nested(depth int, begin ...byte) []byte { return bytes.Repeat(begin, depth) }

// marks are what private things begin and end with. A file may be full of any.
var marks = []string{
	"-----BEGIN RSA PRIVATE KEY-----\n", "-----END RSA PRIVATE KEY-----\n", "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n", "DEK-Info: ",
	"PuTTY-User-Key-File-3: ", "Private-Lines: x", "Private-key-format: v1.3\n", "privateExponent:\n", "priv:", "priv:00:01:02:03:04:05:06:zz",
	"(private-key (rsa (n ", "(11:private-key(", "(1", `{"kty":"oct","k":"",`, `"oct'kty`, "<RSAKeyValue><D>", "<DSAKeyValue><X>", "KeyValueRSA", "RSAParameters<D>",
	"\x95\x03\x98\x04\x6b\x0b\xe1\x25\x01\x08\x00\xc6", "\xc5\xff\x00\x00\x00\x49\x04\x6b\x0b\xe1\x25\x1b", "\x94",
}

func fullOf(mark string, size int) []byte { return bytes.Repeat([]byte(mark), size/len(mark)) }

// A hostile is a file that means harm.
type hostile struct {
	name string
	data []byte
	want error
}

// Twice as much of anything takes twice as long, and no longer.
func BenchmarkSecretMarks(b *testing.B) {
	for _, mark := range marks {
		for _, size := range []int{1 << 20, 1 << 21} {
			b.Run(fmt.Sprintf("%.12q/%dMiB", mark, size>>20), func(b *testing.B) {
				data := fullOf(mark, size)
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					if what := Secret(data); what != "" {
						b.Fatal(what)
					}
				}
			})
		}
	}
}

func TestHostile(t *testing.T) {
	wide := newDraft("PC1", "Root", keyTwo(), nil, bytes.Repeat([]byte{5, 0}, maxValues))
	tests := []hostile{
		{"too large", make([]byte, maxSize+1), errSize},
		{"too many values", wide.make(), errValues},
		{"an endless indefinite length", append(nested(1, 0x30, 0x80), bytes.Repeat([]byte{0x05, 0x00}, maxSize/2-1)...), nil},
		{"indefinite lengths in one another", nested(maxSize/2, 0x30, 0x80), nil},
		{"a bundle of them", append(bundleBER()[:13], nested(1000, 0x30, 0x80)...), nil},
		{"a length larger than the data", []byte{0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30, 0x82}, nil},
		{"a length that is no number", []byte{0x30, 0x89, 1, 2, 3, 4, 5, 6, 7, 8, 9}, nil},
		{"beginnings without end", bytes.Repeat([]byte("-----BEGIN "), maxSize/11), nil},
		{"blocks without content", bytes.Repeat([]byte("-----BEGIN X-----"), maxSize/17), nil},
		{"Base64 without end", bytes.Repeat([]byte("MIIB"), maxSize/4), nil},
		{"labels of keys without keys", bytes.Repeat([]byte("BEGIN PRIVATE KEY--"), maxSize/19), nil},
		{"letters of XML", bytes.Repeat([]byte("RSAKeyValue<D>"), maxSize/14), nil},
		{"letters of JSON", bytes.Repeat([]byte(`kty"d":""`), maxSize/9), nil},
		{"escapes", bytes.Repeat([]byte("&#&#x\\u%"), maxSize/8), nil},
	}
	for _, mark := range marks {
		tests = append(tests, hostile{"full of " + mark, fullOf(mark, slow.Rounds(1<<20)), nil})
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := readAny(test.data)
			if !errors.Is(err, test.want) {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func TestLimitsSayWhatToDo(t *testing.T) {
	_, _, err := readAny(make([]byte, maxSize+1))
	var limit *limitError
	if !errors.As(err, &limit) || limit.Hint() == "" || err.Error() != "it is larger than 4 MiB" {
		t.Errorf("the error is %v", err)
	}
}

// Of many certificates the first are read, and it is said that there are more.
func TestFirstCertificatesOfMany(t *testing.T) {
	for _, n := range []int{MaxCertificates, MaxCertificates + 1, 3 * MaxCertificates} {
		all := make([][]byte, n)
		for i := range all {
			all[i] = withSerial(byte(i%120 + 1))
		}
		broken := bytes.Repeat([]byte("-----BEGIN CERTIFICATE-----\n*\n"), n-1)
		for _, file := range []struct {
			name       string
			data       []byte
			unreadable int
		}{
			{"one after another", bytes.Join(all, nil), 0},
			{"PEM", bytes.Repeat(pemOf("CERTIFICATE", all[0]), n), 0},
			{"a bundle", bundle(bytes.Join(all, nil)), 0},
			{"a store", storeOf(bytes.Repeat(property(storeCertificate, all[0]), n)), 0},
			{"a dump", []byte(hex.EncodeToString(bytes.Join(all, nil))), 0},
			{"most of them broken", append(pemOf("CERTIFICATE", all[0]), broken...), MaxCertificates - 1},
		} {
			contents := read(t, file.data)
			if len(contents.Certificates) != MaxCertificates-file.unreadable || len(contents.Unreadable) != file.unreadable || contents.More != (n > MaxCertificates) {
				t.Errorf("%d, %s: %d read, %d unreadable, more %v", n, file.name, len(contents.Certificates), len(contents.Unreadable), contents.More)
			}
		}
	}
}

func TestDataIsNotKept(t *testing.T) {
	data := append(leaf(), ca()...)
	all := read(t, data).Certificates
	clear(data)
	CheckSignatures(all)
	if len(all[0].SignedBy) != 1 {
		t.Error("a signature was lost with the buffer")
	}
}

func BenchmarkRead(b *testing.B) {
	data := pemOf("PKCS7", bundle(leaf(), ca()))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, found, err := readAny(data); !found || err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSecretInLog(b *testing.B) {
	data := []byte(strings.Repeat("<![LOG[Failed to get token, Error 0x87d00231 on 2026-08-25]LOG]!>\n", 1<<14))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if what := Secret(data); what != "" {
			b.Fatal(what)
		}
	}
}
