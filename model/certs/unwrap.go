package certs

import (
	"bytes"
	"iter"
)

// sextet is the value of each letter of Base64, -1 for what is none. The letters
// of its form for addresses count as well.
var sextet = sextets()

func sextets() (values [256]int8) {
	for i := range values {
		values[i] = -1
	}
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	for i := range len(letters) {
		values[letters[i]] = int8(i)
	}
	values['-'], values['_'] = values['+'], values['/']
	return values
}

// minText is how long the shortest text is in which a key could be written.
const minText = 48

// holdsText reports whether there is text among the data. Characters of 16 bits
// count: their zeros are passed over.
func holdsText(data []byte) bool {
	run := 0
	for _, b := range data {
		switch {
		case b >= ' ' && b <= '~', b == '\n', b == '\r', b == '\t':
			if run++; run == minText {
				return true
			}
		case b != 0:
			run = 0
		}
	}
	return false
}

// unwrapped gives the bytes that text stands for, in each way of writing them.
// Numbers in text are looked for only in the file itself.
func unwrapped(data []byte, depth int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		letters := lettersIn(data)
		defer clear(letters)
		for start := range 4 {
			if !yield(fromLetters(letters[min(start, len(letters)):])) {
				return
			}
		}
		if depth > 0 {
			return
		}
		if straight := straightened(data); !bytes.Equal(straight, data) && !yield(straight) {
			return
		}
		fromNumbers(data)(yield)
	}
}

// fromNumbers gives the bytes that the numbers in a text stand for, in each way of
// writing them down.
func fromNumbers(data []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		_ = yield(hexOfLines(data, 1, 16)) && yield(hexOfLines(data, 0, 16)) &&
			yield(hexOfLines(data, 0, len(data))) && yield(fromDecimals(data))
	}
}

// withoutZeros is text of 16-bit characters as one of bytes, nil for other data.
func withoutZeros(data []byte) []byte {
	if zeros := bytes.Count(data, []byte{0}); zeros == 0 || zeros < len(data)/4 {
		return nil
	}
	return bytes.ReplaceAll(data, []byte{0}, nil)
}

// lettersIn are the values of all letters of Base64 in the data, as if they were
// one word. What stands between them is dropped: line breaks, quotation marks,
// escapes, the parts of a script.
func lettersIn(data []byte) []byte {
	letters := make([]byte, 0, len(data))
	for i := 0; i < len(data); {
		value, size := sextet[data[i]], 1
		if special[data[i]] {
			value, size = letter(data, i)
		}
		if i += size; value >= 0 {
			letters = append(letters, byte(value))
		}
	}
	return letters
}

// fromLetters decodes Base64. Where a real word begins among the letters nobody
// knows: one of four starts is right for each.
func fromLetters(letters []byte) []byte {
	decoded := make([]byte, 0, len(letters)/4*3)
	for ; len(letters) >= 4; letters = letters[4:] {
		a, b, c, d := letters[0], letters[1], letters[2], letters[3]
		decoded = append(decoded, a<<2|b>>4, b<<4|c>>2, c<<6|d)
	}
	return decoded
}

// special are the characters that begin more than themselves.
var special = [256]bool{'\\': true, '`': true, '%': true, '&': true, '-': true, '+': true}

// letter reads one letter of Base64 that begins with a special character, -1 for
// what is none, and its size with all that belongs to it: escapes of JSON, of
// addresses, of XML and of PowerShell.
func letter(text []byte, i int) (value int8, size int) {
	data := text[i:]
	switch data[0] {
	case '\\', '`':
		return escaped(data)
	case '%':
		return coded(data, 1, 3, 16)
	case '&':
		return entity(data)
	}
	if i > 0 && sextet[text[i-1]] >= 0 || len(data) > 1 && sextet[data[1]] >= 0 {
		return sextet[data[0]], 1
	}
	return -1, 1 // it joins the parts of a script
}

// escaped reads "\n", "\/" and "+".
func escaped(data []byte) (value int8, size int) {
	if len(data) < 2 {
		return -1, 1
	}
	switch data[1] {
	case 'n', 'r', 't':
		return -1, 2
	case 'u':
		return coded(data, 2, 6, 16)
	}
	return -1, 1
}

// coded reads a character by its number in the data.
func coded(data []byte, from, to, base int) (value int8, size int) {
	if len(data) < to {
		return -1, 1
	}
	n := 0
	for _, b := range data[from:to] {
		digit := nibble(b)
		if n = n*base + digit; digit < 0 || digit >= base || n > 255 {
			return -1, 1
		}
	}
	return sextet[n], to
}

// entity reads "&#43;" and "&#xA;".
func entity(data []byte) (value int8, size int) {
	end := bytes.IndexByte(data[:min(len(data), 9)], ';')
	switch {
	case end < 4 || data[1] != '#':
		return -1, 1
	case data[2] == 'x' || data[2] == 'X':
		return coded(data, 3, end, 16)
	}
	return coded(data, 2, end, 10)
}
