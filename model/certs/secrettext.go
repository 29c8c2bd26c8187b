package certs

import "bytes"

// privateLabel looks at the label of a block: "BEGIN RSA PRIVATE KEY". A label
// that is only spoken of, with nothing after it that could be a key, is none.
func privateLabel(data []byte) string {
	if !bytes.HasPrefix(data, []byte("BEGIN ")) {
		return ""
	}
	line := data[:min(len(data), 80)]
	end := bytes.Index(line, []byte("--"))
	if end < 0 {
		return ""
	}
	what := labelled(line[:end])
	return when(what != "" && followed(data[end:]), what)
}

// labelled says what a label promises.
func labelled(label []byte) string {
	switch {
	case bytes.Contains(label, []byte("PGP PRIVATE KEY")):
		return keyPGP
	case bytes.Contains(label, []byte("OPENSSH PRIVATE KEY")):
		return keyOpenSSH
	case bytes.Contains(label, []byte("PRIVATE KEY")), bytes.Contains(label, []byte("ENCRYPTED KEY")):
		return keyUnknown
	case bytes.HasSuffix(label, []byte(" PFX")), bytes.Contains(label, []byte("PKCS12")):
		return pfx
	}
	return ""
}

// followed reports whether a long word follows a label, as only keys are, or a
// line and the end of the block.
func followed(data []byte) bool {
	data = bytes.TrimLeft(data[:min(len(data), 400)], "-\r")
	if bytes.HasPrefix(data, []byte("\n")) && bytes.Contains(data, []byte("-----END ")) {
		return true
	}
	run := 0
	for _, b := range data {
		if run++; sextet[b] < 0 || b == '-' {
			run = 0
		}
		if run == 20 {
			return true
		}
	}
	return false
}

// privatePuTTY looks at the files of PuTTY, which name their format first.
func privatePuTTY(data []byte) string {
	if !bytes.HasPrefix(data, []byte("PuTTY-User-Key-File-")) {
		return ""
	}
	return when(bytes.Contains(data[:min(len(data), 1<<16)], []byte("Private-Lines")), keyPuTTY)
}

// secretText looks for the private keys of JSON and XML.
func secretText(data []byte) string {
	if bytes.Contains(data, []byte("kty")) && jsonMember(data, 'd') {
		return keyJWK
	}
	if bytes.Contains(data, []byte("RSAKeyValue")) || bytes.Contains(data, []byte("RSAParameters")) {
		for _, element := range []string{"D>", "P>", "InverseQ>", "D&gt;", "P&gt;"} {
			if xmlElement(data, []byte(element)) {
				return keyXML
			}
		}
	}
	return ""
}

// jsonMember reports whether an object has a member of one letter with a long
// value, in whatever quotation marks.
func jsonMember(data []byte, letter byte) bool {
	for i := 1; i+20 < len(data); i++ {
		if data[i] != letter || !isQuote(data[i-1]) {
			continue
		}
		after := bytes.TrimLeft(data[i+1:min(len(data), i+64)], "\\\"' \t\r\n")
		if len(after) == 0 || after[0] != ':' {
			continue
		}
		if value := bytes.TrimLeft(after[1:], "\\\"' \t\r\n"); wordLength(value) >= 16 {
			return true
		}
	}
	return false
}

func isQuote(b byte) bool { return b == '"' || b == '\'' }

func wordLength(data []byte) int {
	for i, b := range data {
		if sextet[b] < 0 {
			return i
		}
	}
	return len(data)
}

// xmlElement reports whether there is an element with this end of its tag, and
// with something long in it.
func xmlElement(data, element []byte) bool {
	for at := bytes.Index(data, element); at >= 0; at = bytes.Index(data, element) {
		opens := at > 0 && (data[at-1] == '<' || data[at-1] == ':' || data[at-1] == ';')
		data = data[at+len(element):]
		if inner := bytes.TrimLeft(data[:min(len(data), 64)], " \t\r\n"); opens && wordLength(inner) >= 16 {
			return true
		}
	}
	return false
}
