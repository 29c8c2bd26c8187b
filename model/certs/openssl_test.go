package certs

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

// A bench is a folder in which openssl makes files.
type bench struct {
	*testing.T
	folder string
}

func newBench(t *testing.T) bench {
	slow.Reader(t, "openssl")
	return bench{t, t.TempDir()}
}

// run runs a command line; it reports whether the program could do it, since
// versions differ in what they can.
func (b bench) run(line string) bool {
	words := strings.Fields(line)
	if _, err := exec.LookPath(words[0]); err != nil {
		return false
	}
	for i, word := range words {
		words[i] = strings.ReplaceAll(word, "~", " ")
	}
	command := exec.Command(words[0], words[1:]...)
	command.Dir = b.folder
	output, err := command.CombinedOutput()
	if err != nil {
		b.Logf("skipped: %s: %.200s", line, output)
	}
	return err == nil
}

func (b bench) file(name string) []byte {
	b.Helper()
	data, err := os.ReadFile(filepath.Join(b.folder, name))
	if err != nil {
		b.Fatal(err)
	}
	return data
}

func TestSecretsOfOtherPrograms(t *testing.T) {
	b := newBench(t)
	if !b.run("openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=PC1") {
		t.Fatal("openssl makes no certificate")
	}
	for file, line := range map[string]string{
		"a.pfx":    "openssl pkcs12 -export -inkey key.pem -in cert.pem -passout pass:x -out a.pfx",
		"b.pfx":    "openssl pkcs12 -export -legacy -inkey key.pem -in cert.pem -passout pass:x -out b.pfx",
		"only.p12": "openssl pkcs12 -export -nokeys -in cert.pem -passout pass:x -out only.p12",
		"bare.p12": "openssl pkcs12 -export -nokeys -certpbe NONE -nomac -in cert.pem -passout pass: -out bare.p12",
		"8.der":    "openssl pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out 8.der",
		"v2.der":   "openssl pkcs8 -topk8 -v2 aes256 -in key.pem -passout pass:x -outform DER -out v2.der",
		"v1.der":   "openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES -in key.pem -passout pass:x -outform DER -out v1.der",
		"sc.der":   "openssl pkcs8 -topk8 -scrypt -in key.pem -passout pass:x -outform DER -out sc.der",
		"1.der":    "openssl rsa -traditional -in key.pem -outform DER -out 1.der",
		"1.enc":    "openssl rsa -traditional -aes128 -in key.pem -passout pass:x -out 1.enc",
		"ec.der":   "openssl ecparam -genkey -name brainpoolP256r1 -noout -outform DER -out ec.der",
		"k1.pem":   "openssl ecparam -genkey -name secp256k1 -out k1.pem",
		"ec.own":   "openssl ecparam -genkey -name prime256v1 -param_enc explicit -noout -outform DER -out ec.own",
		"pss.pem":  "openssl genpkey -algorithm RSA-PSS -out pss.pem",
		"448.pem":  "openssl genpkey -algorithm ed448 -out 448.pem",
		"dsa.pem":  "openssl genpkey -genparam -algorithm DSA -pkeyopt dsa_paramgen_bits:1024 -out dsa.param",
		"a.pvk":    "openssl rsa -in key.pem -outform PVK -pvk-none -out a.pvk",
		"a.blob":   "openssl rsa -in key.pem -outform MSBLOB -out a.blob",
		"ssh":      "ssh-keygen -q -t ed25519 -N x -f ssh",
		"a.jks":    "keytool -genkeypair -keyalg EC -alias a -dname CN=x -storetype JKS -storepass changeit -keypass changeit -keystore a.jks",
		"a.jceks":  "keytool -genkeypair -keyalg EC -alias a -dname CN=x -storetype JCEKS -storepass changeit -keypass changeit -keystore a.jceks",
		"a.p12":    "keytool -genkeypair -keyalg EC -alias a -dname CN=x -storetype PKCS12 -storepass changeit -keystore a.p12",
	} {
		if !b.run(line) {
			continue
		}
		if file == "dsa.pem" && !b.run("openssl genpkey -paramfile dsa.param -out dsa.pem") {
			continue
		}
		for _, wrapper := range wrappers() {
			if Secret(wrapper.wrap(b.file(file))) == "" {
				t.Errorf("%s, %s: not found", file, wrapper.name)
			}
		}
	}
}

func TestPublicFilesOfOtherPrograms(t *testing.T) {
	b := newBench(t)
	if !b.run("openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=PC1") {
		t.Fatal("openssl makes no certificate")
	}
	tests := []struct {
		file, line string
		count      int
	}{
		{"a.p7b", "openssl crl2pkcs7 -nocrl -certfile cert.pem -certfile cert.pem -outform DER -out a.p7b", 2},
		{"a.p7c", "openssl crl2pkcs7 -nocrl -certfile cert.pem -out a.p7c", 1},
		{"text.pem", "openssl x509 -in cert.pem -text -out text.pem", 1},
		{"trust.pem", "openssl x509 -in cert.pem -trustout -addtrust clientAuth -out trust.pem", 1},
		{"signed.p7", "openssl cms -sign -in cert.pem -signer cert.pem -inkey key.pem -outform DER -stream -out signed.p7", 1},
		{"secret.p7", "openssl cms -encrypt -in cert.pem -aes256 -outform DER -out secret.p7 cert.pem", 0},
		{"a.csr", "openssl req -new -key key.pem -subj /CN=x -out a.csr", 0},
		{"pub.pem", "openssl pkey -in key.pem -pubout -out pub.pem", 0},
		{"pub.der", "openssl rsa -in key.pem -RSAPublicKey_out -outform DER -out pub.der", 0},
		{"a.ts", "openssl ts -query -data cert.pem -sha256 -cert -out a.ts", 0},
		{"a.ocsp", "openssl ocsp -issuer cert.pem -cert cert.pem -reqout a.ocsp", 0},
		{"brain.pem", "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:brainpoolP384r1 -nodes -keyout k -out brain.pem -subj /CN=PC1", 1},
		{"own.pem", "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit -nodes -keyout k -out own.pem -subj /CN=PC1", 1},
		{"pss.pem", "openssl req -x509 -newkey rsa:2048 -sha384 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:7 -nodes -keyout k -out pss.pem -subj /CN=PC1", 1},
		{"md5.pem", "openssl req -x509 -newkey rsa:2048 -md5 -nodes -keyout k -out md5.pem -subj /CN=PC1", 1},
	}
	for _, test := range tests {
		if !b.run(test.line) {
			continue
		}
		contents, found, err := readAny(b.file(test.file))
		if err != nil || found != (test.count > 0) || len(contents.Certificates) != test.count {
			t.Errorf("%s: %d certificates, unreadable %q, error %v", test.file, len(contents.Certificates), contents.Unreadable, err)
			continue
		}
		CheckSignatures(contents.Certificates)
		for _, c := range contents.Certificates {
			b.compare(test.file, c)
		}
	}
}

// compare compares what is read of the first certificate of a file with what
// openssl says.
func (b bench) compare(file string, c *Certificate) {
	b.Helper()
	if curve := c.Key; strings.Contains(curve, "brainpool") || curve == "ECDSA" {
		if len(c.SignedBy)+len(c.NotSignedBy) > 0 && strings.Contains(curve, "brainpool") {
			b.Errorf("%s: a signature was checked", file)
		}
	} else if len(c.SignedBy) != 1 {
		b.Errorf("%s: not signed by itself: %q", file, c.Oddities)
	}
	if !strings.HasSuffix(file, ".pem") || !b.run("openssl x509 -in "+file+" -noout -serial -fingerprint -sha256 -out said") {
		return
	}
	said := bytes.ToLower(bytes.ReplaceAll(b.file("said"), []byte(":"), nil))
	if !bytes.Contains(said, []byte("serial="+c.Serial+"\n")) || !bytes.Contains(said, []byte("="+c.SHA256)) {
		b.Errorf("%s: serial %s, thumbprint %s, openssl says %s", file, c.Serial, c.SHA256, said)
	}
}
