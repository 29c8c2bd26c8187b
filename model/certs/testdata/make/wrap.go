package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

const (
	signedData = "1.2.840.113549.1.7.2"
	plainData  = "1.2.840.113549.1.7.1"
)

// wrappings are the certificates of one chain in every wrapping that people save,
// some under names that lie.
func wrappings(c contoso) []fixture {
	root, policy, issuing := c.root.der, c.policy.der, c.issuing.der
	chain := [][]byte{issuing, policy, root}
	broken := sequence(sequence(number(2), []byte("this is no certificate")), c.root.with.id, bits(random(256)))
	return []fixture{
		{"wrap/chain.pem", []byte(described(chain))},
		{"wrap/certutil-text.txt", []byte(crlf("This is text before it: a report.\n\n" + block("CERTIFICATE", issuing) + "\ntext behind\n"))},
		{"wrap/chain.p7b", pkcs7(chain)},
		{"wrap/chain-ber.p7b", endlessPKCS7(chain)},
		{"wrap/chain-pem.p7b", []byte(block("PKCS7", pkcs7(chain)))},
		{"wrap/chain-labelled.cer", []byte(crlf(block("CERTIFICATE", pkcs7(chain))))},
		{"wrap/certutil-encode.cer", []byte(crlf(block("CERTIFICATE", root)))},
		{"wrap/utf16.cer", append([]byte{0xff, 0xfe}, wide(crlf(block("CERTIFICATE", issuing)))...)},
		{"wrap/utf16-no-mark.cer", wide(crlf(block("CERTIFICATE", issuing)))},
		{"wrap/utf8-mark.cer", []byte("\ufeff" + crlf(block("CERTIFICATE", policy)))},
		{"wrap/root.txt", root},
		{"wrap/notes.log", []byte(block("X509 CERTIFICATE", policy))},
		{"wrap/one-unreadable.p7b", pkcs7([][]byte{issuing, broken, root})},
		{"wrap/one-unreadable.pem", []byte(block("CERTIFICATE", issuing) + block("CERTIFICATE", broken) + block("CERTIFICATE", root))},
		{"wrap/trailing.cer", append(bytes.Clone(root), "\r\n"...)},
	}
}

func block(label string, data []byte) string {
	text := base64.StdEncoding.EncodeToString(data)
	var lines []string
	for len(text) > 64 {
		lines, text = append(lines, text[:64]), text[64:]
	}
	lines = append(lines, text)
	return "-----BEGIN " + label + "-----\n" + strings.Join(lines, "\n") + "\n-----END " + label + "-----\n"
}

// described is PEM as OpenSSL writes it out of a bundle: text before each block.
func described(certificates [][]byte) string {
	var out strings.Builder
	for _, c := range certificates {
		out.WriteString("Bag Attributes\n    friendlyName: chain\nsubject=CN = a name\n\nissuer=CN = another name\n\n")
		out.WriteString(block("CERTIFICATE", c))
	}
	return out.String()
}

func crlf(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }

// wide is UTF-16, little end first, as Windows writes it.
func wide(text string) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}

// pkcs7 is a bundle as AD CS exports it: signed data that nobody signed.
func pkcs7(certificates [][]byte) []byte {
	return sequence(oid(signedData), explicit(0, sequence(
		number(1), set(), sequence(oid(plainData)), tlv(0xa0, certificates...), set())))
}

// endlessPKCS7 is the same in BER: no outer length is known beforehand.
func endlessPKCS7(certificates [][]byte) []byte {
	return endless(0x30, oid(signedData), endless(0xa0, endless(0x30,
		number(1), set(), endless(0x30, oid(plainData)), endless(0xa0, certificates...), set())))
}
