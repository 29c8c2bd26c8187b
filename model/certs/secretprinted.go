package certs

import (
	"bytes"
	"slices"
)

// printed is how OpenSSL and GnuTLS name the private numbers of a key that they
// print.
var printed = [][]byte{
	[]byte("priv:"), []byte("privateExponent:"), []byte("private exponent:"), []byte("private-key:"), []byte("private key:"),
	[]byte("prime1:"), []byte("prime2:"),
}

// privatePrinted looks at a private number that is printed as text.
func privatePrinted(data []byte) string {
	name := slices.IndexFunc(printed, func(name []byte) bool { return bytes.HasPrefix(data, name) })
	return when(name >= 0 && bytesFollow(data[len(printed[max(name, 0)]):]), keyPrinted)
}

// bytesFollow reports whether eight bytes follow, each in hexadecimal with a
// colon after it, in the next line as a rule. Line breaks may be written as JSON
// writes them.
func bytesFollow(data []byte) bool {
	data = data[:min(len(data), 200)]
	found := 0
	for i := 0; i+2 < len(data) && found < 8; {
		switch {
		case nibble(data[i]) >= 0 && nibble(data[i+1]) >= 0 && data[i+2] == ':':
			found++
			i += 3
		case data[i] == '\\':
			i += 2
		case sextet[data[i]] < 0:
			i++
		default:
			return false
		}
	}
	return found == 8
}

// privatePuTTY looks at the private part of the files of PuTTY.
func privatePuTTY(data []byte) string {
	lines, is := bytes.CutPrefix(data, []byte("Private-Lines: "))
	return when(is && len(lines) > 0 && lines[0] >= '1' && lines[0] <= '9', keyPuTTY)
}

// privateBIND looks at the private keys of DNSSEC, which name their format first.
func privateBIND(data []byte) string {
	is := bytes.HasPrefix(data, []byte("Private-key-format: v"))
	return when(is && bytes.Contains(data[:min(len(data), 80)], []byte("Algorithm: ")), keyBIND)
}

// expressions are the names of the private keys of GnuPG, whether the key is
// there in the clear, encrypted or on a card.
var expressions = []string{"private-key", "protected-private-key", "shadowed-private-key"}

// privateExpression looks at an S-expression of GnuPG: "(11:private-key(3:rsa"
// as programs write it, "(private-key (rsa (n #00" as people read it.
func privateExpression(data []byte) string {
	word := bytes.TrimLeft(data[1:min(len(data), 300)], "0123456789:")
	counted := len(word) < min(len(data), 300)-1
	for _, name := range expressions {
		rest, is := bytes.CutPrefix(word, []byte(name))
		if rest = bytes.TrimLeft(rest, " \t\r\n"); !is || len(rest) < 3 || rest[0] != '(' {
			continue
		}
		return when(counted && rest[1] >= '1' && rest[1] <= '9' || !counted && numberFollows(rest), keyGnuPG)
	}
	return ""
}

// numberFollows reports whether a number in hexadecimal follows, as S-expressions
// write it.
func numberFollows(data []byte) bool {
	_, number, _ := bytes.Cut(data, []byte("#"))
	return len(number) >= 8 && !slices.ContainsFunc(number[:8], func(b byte) bool { return nibble(b) < 0 })
}
