package certs

import "bytes"

// hexOfLines decodes the hexadecimal numbers of each line, without so many words at
// its start, where a dump has its addresses, and at most so many bytes of it,
// since a dump shows them as text after that.
func hexOfLines(data []byte, skip, most int) []byte {
	decoded := make([]byte, 0, len(data)/2)
	for line := range bytes.SplitAfterSeq(data, []byte("\n")) {
		decoded = appendLine(decoded, line, skip, most)
	}
	return decoded
}

func appendLine(decoded, line []byte, skip, most int) []byte {
	most += len(decoded)
	for len(line) > 0 && len(decoded) < most {
		word := line[:wordEnd(line)]
		if line = line[max(len(word), 1):]; len(word) == 0 {
			continue
		}
		if skip > 0 {
			skip--
			continue
		}
		decoded = appendHex(decoded, word)
	}
	return decoded
}

// wordEnd is where the letters and digits at the start of a line end.
func wordEnd(line []byte) int {
	for i, b := range line {
		if sextet[b] < 0 || sextet[b] >= 62 {
			return i
		}
	}
	return len(line)
}

// appendHex appends the bytes of a word, if it is hexadecimal and whole.
func appendHex(decoded, word []byte) []byte {
	if len(word) > 2 && word[1] == 'x' {
		word = word[2:]
	}
	if len(word)%2 != 0 {
		return decoded
	}
	start := len(decoded)
	for i := 0; i < len(word); i += 2 {
		high, low := nibble(word[i]), nibble(word[i+1])
		if high < 0 || low < 0 {
			return decoded[:start]
		}
		decoded = append(decoded, byte(high<<4|low))
	}
	return decoded
}

func nibble(b byte) int {
	switch {
	case b >= '0' && b <= '9':
		return int(b - '0')
	case b >= 'a' && b <= 'f':
		return int(b - 'a' + 10)
	case b >= 'A' && b <= 'F':
		return int(b - 'A' + 10)
	}
	return -1
}

// fromDecimals are the bytes of a list of numbers, as scripts write it.
func fromDecimals(data []byte) []byte {
	decoded := make([]byte, 0, len(data)/4)
	for len(data) > 0 {
		word := data[:wordEnd(data)]
		if data = data[max(len(word), 1):]; len(word) == 0 || len(word) > 3 {
			continue
		}
		if n := small10(word); n <= 255 {
			decoded = append(decoded, byte(n))
		}
	}
	return decoded
}

// small10 is a decimal number of few digits, a large one for what is none.
func small10(word []byte) (n int) {
	for _, b := range word {
		if b < '0' || b > '9' {
			return 1000
		}
		n = 10*n + int(b-'0')
	}
	return n
}
