package certs

import (
	"errors"
	"fmt"
)

// Tags of the universal class.
const (
	tagBoolean     = 1
	tagInteger     = 2
	tagBits        = 3
	tagOctets      = 4
	tagObject      = 6
	tagUTF8        = 12
	tagSequence    = 16
	tagSet         = 17
	tagUTCTime     = 23
	tagTime        = 24
	tagUniversal32 = 28
	tagBMP         = 30
)

// Classes of tags.
const (
	universal = 0
	context   = 2
)

// A value is one value of BER, of which DER is a part.
type value struct {
	class, tag  int
	constructed bool
	raw         []byte // all of it
	content     []byte // without its header, and without the end of an indefinite length
}

func (v value) is(class, tag int) bool { return v.class == class && v.tag == tag }

var (
	errDeep  = fmt.Errorf("it is nested deeper than %d values", maxDepth)
	errShort = errors.New("it is cut short")
	errBytes = errors.New("its bytes are no ASN.1")
)

// openEnded is the length of a value that says where it ends only at its end.
const openEnded = -1

// head reads the header of a value: the value without its bytes, how long the
// header is, and how long the content says it is.
func head(data []byte) (v value, header, length int, err error) {
	if len(data) < 2 {
		return v, 0, 0, errShort
	}
	v = value{class: int(data[0] >> 6), tag: int(data[0] & 0x1f), constructed: data[0]&0x20 != 0}
	if v.tag == 0x1f {
		return v, 0, 0, errBytes // a tag of several bytes: in no file of ours
	}
	header, length, err = lengthOf(data)
	if length == openEnded && !v.constructed {
		return v, 0, 0, errBytes
	}
	return v, header, length, err
}

// lengthOf reads the length of a value whose tag is one byte.
func lengthOf(data []byte) (header, length int, err error) {
	first := data[1]
	switch {
	case first < 0x80:
		return 2, int(first), nil
	case first == 0x80:
		return 2, openEnded, nil
	case first > 0x84:
		return 0, 0, errBytes
	}
	header = 2 + int(first&0x7f)
	if len(data) < header {
		return 0, 0, errShort
	}
	var n uint64
	for _, b := range data[2:header] {
		n = n<<8 | uint64(b)
	}
	if n > 1<<31-1 {
		return 0, 0, errShort
	}
	return header, int(n), nil
}

// A walker walks the values of one file, and only so many.
type walker struct{ left int }

// next reads the first value of the data, and gives what follows it.
func (w *walker) next(data []byte) (v value, rest []byte, err error) { return w.walk(data, 0) }

func (w *walker) walk(data []byte, depth int) (v value, rest []byte, err error) {
	if w.left--; w.left < 0 {
		return v, nil, errValues
	}
	if depth > maxDepth {
		return v, nil, errDeep
	}
	v, header, length, err := head(data)
	if err != nil {
		return v, nil, err
	}
	if length == openEnded {
		return w.toItsEnd(v, data, header, depth)
	}
	if length > len(data)-header {
		return v, nil, errShort
	}
	end := header + length
	v.raw, v.content = data[:end:end], data[header:end:end]
	return v, data[end:], nil
}

// toItsEnd walks a value of indefinite length: over the values in it until two
// zero bytes.
func (w *walker) toItsEnd(v value, data []byte, header, depth int) (value, []byte, error) {
	rest := data[header:]
	for {
		if len(rest) >= 2 && rest[0] == 0 && rest[1] == 0 {
			at := len(data) - len(rest)
			v.raw, v.content = data[:at+2:at+2], data[header:at:at]
			return v, rest[2:], nil
		}
		var err error
		if _, rest, err = w.walk(rest, depth+1); err != nil {
			return v, nil, err
		}
	}
}

// children are the values in a value; those before an error are given with it.
func (w *walker) children(v value) (children []value, err error) {
	for rest := v.content; len(rest) > 0; {
		var child value
		if child, rest, err = w.next(rest); err != nil {
			return children, err
		}
		children = append(children, child)
	}
	return children, nil
}

// only is the one value that the content of another is.
func (w *walker) only(content []byte) (value, error) {
	v, _, err := w.next(content)
	return v, err
}

// octets are the bytes of a string, which BER may give in pieces.
func (w *walker) octets(v value) ([]byte, error) { return w.pieces(v, 0) }

func (w *walker) pieces(v value, depth int) (all []byte, err error) {
	if !v.constructed {
		return v.content, nil
	}
	if depth > maxDepth {
		return nil, errDeep
	}
	children, err := w.children(v)
	for _, child := range children {
		piece, broken := w.pieces(child, depth+1)
		if broken != nil {
			return nil, broken
		}
		all = append(all, piece...)
	}
	return all, err
}
