package certs

import (
	"bytes"
	"slices"
)

// How certificates are written in text that is neither PEM nor Base64 alone.
const (
	hexDump    = "Hex dump"
	amongText  = "Base64 in text"
	textWindow = 1 << 18 // bytes of text in which one certificate must end
	headWindow = 1 << 10 // bytes of text in which one must show that it is one
)

// isText reports whether data can be text: nothing in it is zero.
func isText(data []byte) bool { return bytes.IndexByte(data, 0) < 0 }

// written reads the certificates that stand in a text as a dump of numbers, or
// as Base64 in JSON, XML and the like.
func (r *reader) written(data []byte, nesting int) {
	before := r.seen
	r.dumped(dumpLines(data), nesting)
	if r.seen == before && r.err == nil {
		r.among(data, nesting)
	}
}

// dumpLines are the lines that could be of a dump: they begin with two numbers, or
// are one.
func dumpLines(data []byte) (all []byte) {
	for line := range bytes.SplitAfterSeq(data, []byte("\n")) {
		if isDumpLine(line) {
			all = append(all, line...)
		}
	}
	return all
}

func isDumpLine(line []byte) bool {
	line = bytes.TrimSpace(line)
	for numbers := 0; numbers < 2; numbers++ {
		end := wordEnd(line)
		if end == 0 || !isNumber(line[:end]) {
			return false
		}
		if line = bytes.TrimLeft(line[end:], " \t:,-"); len(line) == 0 {
			return true
		}
	}
	return true
}

// isNumber reports whether a word is hexadecimal, with "0x" before it or not.
func isNumber(word []byte) bool {
	if len(word) > 2 && word[0] == '0' && word[1] == 'x' {
		word = word[2:]
	}
	return !slices.ContainsFunc(word, func(b byte) bool { return nibble(b) < 0 })
}

// dumped reads a dump in that way of reading it which gives certificates, and
// else in the first that gives the beginning of one.
func (r *reader) dumped(lines []byte, nesting int) {
	var begun *reader
	for decoded := range fromNumbers(lines) {
		try := *r
		try.carve(decoded, nesting)
		if try.err != nil || len(try.Certificates) > len(r.Certificates) {
			*r = try
			return
		}
		if try.seen > r.seen && begun == nil {
			begun = &try
		}
	}
	if begun != nil {
		*r = *begun
	}
}

// carve reads the certificates among bytes of which not all belong to one.
func (r *reader) carve(data []byte, nesting int) {
	for r.err == nil {
		if data = fromBeginning(data); data == nil {
			return
		}
		if data[0] != byteSequence {
			r.open(data, "", nesting+1)
			return
		}
		v, rest, err := r.next(data)
		if err != nil {
			r.wrapped(hexDump)
			r.unreadable(err)
			return
		}
		r.binary(v.raw, hexDump, nesting)
		data = rest
	}
}

// fromBeginning is the data from where something begins that holds certificates,
// nil for none.
func fromBeginning(data []byte) []byte {
	for i, b := range data {
		switch rest := data[i:]; {
		case b == byteSequence && holdsCertificate(rest), b == 0 && isStore(rest), b == '-' && bytes.HasPrefix(rest, beginning):
			return rest
		}
	}
	return nil
}

// holdsCertificate reports whether a certificate or a bundle begins here.
func holdsCertificate(data []byte) bool {
	if len(data) < 16 || data[0] != byteSequence || data[1] < 0x80 || data[1] > 0x83 {
		return false
	}
	const few = 16 // values at the beginning of either
	is := (&walker{left: few}).shape(data)
	return is == shapeCertificate || is == shapeBundle
}

// among reads the Base64 that stands as a word in a text: "x5c" of JSON, elements
// of XML, strings of a script.
func (r *reader) among(text []byte, nesting int) {
	for at := 0; r.err == nil; {
		next := bytes.Index(text[at:], []byte("MI"))
		if next < 0 {
			return
		}
		at += next
		if !beginsWord(text, at) || !holdsCertificate(fromText(text[at:min(at+headWindow, len(text))])) {
			at++
			continue
		}
		word := text[at:min(at+textWindow, len(text))]
		if end := bytes.IndexAny(word, `"'<=`); end >= 0 {
			word = word[:end]
		}
		at += len(word)
		r.word(fromText(word), nesting)
	}
}

func (r *reader) word(decoded []byte, nesting int) {
	v, _, err := r.next(decoded)
	if err != nil {
		r.wrapped(amongText)
		r.unreadable(err)
		return
	}
	r.binary(v.raw, amongText, nesting)
}

// beginsWord reports whether no letter of Base64 stands before a place, but for
// the line break of JSON.
func beginsWord(text []byte, at int) bool {
	before := text[:at]
	return at == 0 || sextet[text[at-1]] < 0 || bytes.HasSuffix(before, []byte(`\n`)) || bytes.HasSuffix(before, []byte(`\r`))
}

// fromText decodes the letters of a text to its last byte.
func fromText(text []byte) []byte {
	return fromLetters(append(lettersIn(text), 0, 0, 0))
}
