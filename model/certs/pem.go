package certs

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
)

// beginning is how a block of PEM begins.
var beginning = []byte("-----BEGIN ")

var dashes = []byte("-----")

// A block is one block of PEM.
type block struct {
	label string // what it says that it holds
	body  []byte
	ended bool
}

// pem reads the blocks of a text. What stands between them is passed over.
func (r *reader) pem(data []byte, nesting int) {
	for number := 1; r.err == nil; number++ {
		var b block
		var found bool
		if b, data, found = nextBlock(data); !found {
			return
		}
		if err := r.block(b, nesting); err != nil {
			r.broken(fmt.Errorf("block %d, labelled %s: %w", number, b.label, err))
		}
	}
}

// nextBlock takes a block of PEM. Its body ends where the next line of five
// dashes begins.
func nextBlock(data []byte) (b block, rest []byte, found bool) {
	start := bytes.Index(data, beginning)
	if start < 0 {
		return b, nil, false
	}
	data = data[start+len(beginning):]
	end := bytes.Index(data, dashes)
	if end < 0 {
		return b, nil, false
	}
	b.label = shorten(clean(string(data[:min(end, maxText)])), 60)
	data = data[end+len(dashes):]
	if end = bytes.Index(data, dashes); end < 0 {
		end = len(data)
	}
	b.body, rest = data[:end], data[end:]
	b.ended = bytes.HasPrefix(rest, []byte("-----END"))
	if b.ended {
		rest = rest[len("-----END"):]
	}
	return b, rest, true
}

// block reads what a block holds, whatever its label. The error is for one that
// says that it holds a certificate.
func (r *reader) block(b block, nesting int) error {
	before := r.seen
	content, err := unBase64(body(b.body))
	if err == nil {
		r.open(content, "PEM", nesting+1)
	}
	is := r.shape(unmarked(content))
	switch {
	case r.seen > before || r.err != nil || is == shapeBundle || !b.certificate():
		return nil
	case err != nil && !b.ended:
		return errors.New("it has no end")
	case err != nil:
		return err
	case is == shapeless:
		return errors.New("it holds no certificate")
	}
	return fmt.Errorf("it holds %s", is)
}

// certificate reports whether the label promises a certificate or a bundle.
func (b block) certificate() bool {
	return strings.HasSuffix(b.label, "CERTIFICATE") || b.label == "PKCS7" || b.label == "CMS"
}

// body is a block without the lines that say something about it. Line breaks may
// be written as JSON writes them.
func body(text []byte) []byte {
	text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte(`\r`), nil), []byte(`\n`), []byte("\n"))
	if !bytes.Contains(text, []byte(":")) {
		return text
	}
	var kept [][]byte
	for line := range bytes.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if !bytes.Contains(line, []byte(":")) {
			kept = append(kept, line)
		}
	}
	return bytes.Join(kept, []byte("\n"))
}

var errBase64 = errors.New("it is not Base64")

// unBase64 decodes Base64 over any lines. Several pieces may follow one another,
// each with its padding.
func unBase64(text []byte) (all []byte, err error) {
	text = bytes.Join(bytes.Fields(text), nil)
	all = make([]byte, 0, len(text)*3/4)
	for piece := range bytes.FieldsFuncSeq(text, func(r rune) bool { return r == '=' }) {
		if all, err = base64.RawStdEncoding.AppendDecode(all, piece); err != nil {
			return nil, errBase64
		}
	}
	return all, nil
}

// bareBase64 decodes text that is Base64 and nothing else, nil for any other.
func bareBase64(text []byte) []byte {
	if len(text) < 40 || !strings.ContainsRune("MLA", rune(text[0])) {
		return nil // neither a sequence, nor the dashes of a label, nor a store
	}
	content, err := unBase64(text)
	if err != nil {
		return nil
	}
	return content
}
