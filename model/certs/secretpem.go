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
	return hasLongWord(data)
}

// privateEnd looks for the last line of a block whose first line is missing.
func privateEnd(data []byte) string {
	for start := 0; ; start += len("-----END ") {
		at := bytes.Index(data[start:], []byte("-----END "))
		if at < 0 {
			return ""
		}
		start += at
		label, _, ended := bytes.Cut(data[start+len(dashes):min(len(data), start+80)], dashes)
		if what := labelled(label); ended && what != "" && preceded(data[max(0, start-400):start]) {
			return what
		}
	}
}

// preceded reports whether a long word stands before a label, in the same block.
func preceded(data []byte) bool {
	return hasLongWord(data[bytes.LastIndex(data, dashes)+1:])
}

func hasLongWord(data []byte) bool {
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

// encryptedPEM looks at what the old form of an encrypted key says of its
// cipher, with a line of Base64 after it. Line breaks may be written as JSON
// writes them.
func encryptedPEM(data []byte) string {
	line := data[:min(len(data), 200)]
	if !bytes.HasPrefix(line, []byte("DEK-Info: ")) {
		return ""
	}
	_, start, _ := bytes.Cut(line, []byte(","))
	text := bytes.TrimLeft(bytes.TrimLeft(start, "0123456789ABCDEFabcdef"), "\\rn \t\r\n>")
	return when(wordLength(text) >= 40, keyUnknown)
}
