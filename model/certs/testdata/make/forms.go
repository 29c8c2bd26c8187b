package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"
)

// forms are certificates as people hand them on: in a store, as numbers, in JSON
// and in mail.
func forms(c contoso) []fixture {
	root, policy, issuing := c.root.der, c.policy.der, c.issuing.der
	return []fixture{
		{"wrap/store.sst", store(issuing, policy, root)},
		{"wrap/encodehex.txt", []byte(crlf(hexLines(issuing, "%04x\t", "   ", "")))},
		{"wrap/hexdump.txt", []byte("$ hexdump -C root.cer\n" + hexLines(root, "%08x  ", "  |", "|"))},
		{"wrap/plain-hex.txt", []byte(hex.EncodeToString(policy) + "\n")},
		{"wrap/jwk.json", []byte(`{"keys":[{"kty":"RSA","x5c":["` + base64.StdEncoding.EncodeToString(issuing) + `","` + base64.StdEncoding.EncodeToString(policy) + "\"]}]}\n")},
		{"wrap/quoted.txt", []byte("Hello,\n\n>> here it is:\n>> " + strings.ReplaceAll(strings.TrimSpace(block("CERTIFICATE", issuing)), "\n", "\n>> ") + "\n> Thanks.\n")},
		{"wrap/long-dashes.txt", []byte(strings.ReplaceAll(block("CERTIFICATE", root), "-----", "—–-"))},
	}
}

// store is a serialized store: a property that names a private key, then the
// certificates, then the end.
func store(certificates ...[]byte) []byte {
	out := append([]byte("\x00\x00\x00\x00CERT"), element(2, wide("te-Machine\x00"))...)
	for _, c := range certificates {
		out = append(out, element(32, c)...)
	}
	return append(out, make([]byte, 12)...)
}

func element(kind uint32, data []byte) []byte {
	out := binary.LittleEndian.AppendUint32(nil, kind)
	out = binary.LittleEndian.AppendUint32(out, 1)
	return append(binary.LittleEndian.AppendUint32(out, uint32(len(data))), data...)
}

// hexLines writes sixteen bytes a line, with their address and as text.
func hexLines(data []byte, address, before, after string) string {
	var out strings.Builder
	for i := 0; i < len(data); i += 16 {
		row := data[i:min(i+16, len(data))]
		numbers := strings.TrimSpace(fmt.Sprintf("% x  % x", row[:min(8, len(row))], row[min(8, len(row)):]))
		out.WriteString(fmt.Sprintf(address+"%-48s", i, numbers) + before + strings.Map(visible, string(latin(row))) + after + "\n")
	}
	return out.String()
}

func latin(row []byte) []rune {
	runes := make([]rune, len(row))
	for i, b := range row {
		runes[i] = rune(b)
	}
	return runes
}

func visible(r rune) rune {
	if r <= ' ' || r > '~' {
		return '.'
	}
	return r
}
