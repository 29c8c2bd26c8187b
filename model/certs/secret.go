package certs

import "bytes"

// What is refused, in words.
const (
	pfx          = "a PKCS#12 file (PFX)"
	keyRSA       = "an RSA private key"
	keyDSA       = "a DSA private key"
	keyEC        = "an EC private key"
	keyPKCS8     = "a private key (PKCS#8)"
	keyEncrypted = "an encrypted private key (PKCS#8)"
	keyUnknown   = "a private key"
	keyOpenSSH   = "an OpenSSH private key"
	keySSH1      = "an SSH private key"
	keyPuTTY     = "a PuTTY private key (.ppk)"
	keyPVK       = "a Microsoft private key (.pvk)"
	keyCAPI      = "a private key blob of Windows (CryptoAPI)"
	keyCNG       = "a private key blob of Windows (CNG)"
	keyPGP       = "a PGP private key"
	keyJWK       = "a private key in JSON (JWK)"
	keyXML       = "an RSA private key in XML"
	keyDSAXML    = "a DSA private key in XML"
	keyOctets    = "a secret key in JSON (JWK)"
	keyPrinted   = "a private key, printed as text"
	keyGnuPG     = "a private key of GnuPG"
	keyBIND      = "a private key of BIND"
	javaStore    = "a Java keystore"
)

// maxUnwrappings is how many ways of writing may stand in one another.
const maxUnwrappings = 2

// Secret says what private thing the data holds, "" for none, whatever its
// wrapping and label. It does not parse the file: it looks at each byte whether
// a private thing begins there, and at the same in all that the data could be
// written in. So one is found in any file and behind any number of others.
func Secret(data []byte) string { return secretIn(data, 0) }

func secretIn(data []byte, depth int) string {
	if what := secretAnywhere(data); what != "" {
		return what
	}
	if what := secretText(data); what != "" {
		return what
	}
	if narrow := withoutZeros(data); narrow != nil {
		if what := secretIn(narrow, depth); what != "" {
			clear(narrow)
			return what
		}
	}
	if depth == maxUnwrappings || !holdsText(data) {
		return ""
	}
	return secretWritten(data, depth)
}

// secretWritten looks in all that text could stand for. One reading of it may
// see less of a key than the next: the best word for it is given.
func secretWritten(data []byte, depth int) (found string) {
	for inner := range unwrapped(data, depth) {
		what := secretIn(inner, depth+1)
		if what == "" {
			continue
		}
		clear(inner)
		if found = what; found != keyUnknown {
			return found
		}
	}
	return found
}

// secretAnywhere looks at each place for something private that begins there.
func secretAnywhere(data []byte) string {
	for i, b := range data {
		if begin := beginnings[b]; begin != nil {
			if what := begin(data[i:]); what != "" {
				return what
			}
		}
	}
	return ""
}

// beginnings are the bytes with which private things begin, each with what looks
// closer: at a few hundred bytes at the most, for a file may be full of them.
var beginnings = [256]func([]byte) string{
	0x30: privateASN1,
	0x1e: magic("\x1e\xf1\xb5\xb0\x00\x00\x00\x00", keyPVK),
	0x07: privateCAPI,
	'R':  privateCNG,
	'E':  privateCNG,
	'D':  either(privateCNG, encryptedPEM),
	0xfe: either(magic("\xfe\xed\xfe\xed\x00\x00\x00\x01", javaStore), magic("\xfe\xed\xfe\xed\x00\x00\x00\x02", javaStore)),
	0xce: either(magic("\xce\xce\xce\xce\x00\x00\x00\x01", javaStore), magic("\xce\xce\xce\xce\x00\x00\x00\x02", javaStore)),
	'o':  magic("openssh-key-v1\x00", keyOpenSSH),
	'S':  magic("SSH PRIVATE KEY FILE FORMAT 1.1\n", keySSH1),
	'P':  either(privatePuTTY, privateBIND),
	'p':  privatePrinted,
	'B':  privateLabel,
	'(':  privateExpression,

	// Tag 5 and tag 7 of OpenPGP, as old and as new packets begin.
	0x94: privatePGP, 0x95: privatePGP, 0x96: privatePGP, 0xc5: privatePGP,
	0x9c: privatePGP, 0x9d: privatePGP, 0x9e: privatePGP, 0xc7: privatePGP,
}

func magic(begin, what string) func([]byte) string {
	return func(data []byte) string {
		if bytes.HasPrefix(data, []byte(begin)) {
			return what
		}
		return ""
	}
}

func either(first, second func([]byte) string) func([]byte) string {
	return func(data []byte) string {
		if what := first(data); what != "" {
			return what
		}
		return second(data)
	}
}
