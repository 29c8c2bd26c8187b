package planfile

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// The bounds of a plan file. The decoder takes gigabytes of memory for small
// files that are nested deeply, so they are checked before it sees the text.
const (
	maxSize    = 2 << 20
	maxLines   = 120_000
	maxParts   = 16 // of a key, the table it stands in included
	maxNesting = 16 // of brackets
)

// plainText checks all that can be said of a file before its TOML is looked at.
func plainText(name string, data []byte) (string, error) {
	if err := checkEncoding(name, data); err != nil {
		return "", err
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	switch {
	case strings.TrimSpace(text) == "":
		return "", &contentError{name, 0, "the file is empty",
			"restore it from " + name + ".bak or another copy, or remove it and begin a new plan"}
	case strings.Count(text, "\n") > maxLines:
		return "", &contentError{name, maxLines + 1, fmt.Sprintf("more than %d lines", maxLines), notAPlan}
	}
	return text, nil
}

const notAPlan = "is this a plan of cmgwizard? A plan has some hundred lines"

func checkEncoding(name string, data []byte) error {
	switch {
	case len(data) > maxSize:
		return tooLarge(name)
	case isUTF16(data):
		return &contentError{name, 0, "the text is UTF-16, and a plan is UTF-8", `save it again with the encoding "UTF-8"`}
	case endsInHalfRune(data):
		return cutOff(name, bytes.Count(data, []byte("\n"))+1)
	case !utf8.Valid(data):
		return &contentError{name, invalidLine(data), "the text is not UTF-8", `save it again with the encoding "UTF-8"`}
	case bytes.IndexByte(data, 0) >= 0:
		before, _, _ := bytes.Cut(data, []byte{0})
		return &contentError{name, bytes.Count(before, []byte("\n")) + 1, "the file is not a text: it holds a NUL character", notAPlan}
	}
	return nil
}

// isUTF16 goes by the byte order mark or, without one, by the NUL that is half
// of an ASCII character.
func isUTF16(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return true
	}
	return len(data) >= 2 && (data[0] == 0) != (data[1] == 0)
}

// endsInHalfRune reports whether all of the text is UTF-8 but for a last
// character whose end is missing.
func endsInHalfRune(data []byte) bool {
	for n := 1; n <= min(utf8.UTFMax-1, len(data)); n++ {
		end := data[len(data)-n:]
		if utf8.RuneStart(end[0]) {
			return !utf8.FullRune(end) && utf8.Valid(data[:len(data)-n])
		}
	}
	return false
}

func invalidLine(data []byte) int {
	line := 1
	for part := range bytes.Lines(data) {
		if !utf8.Valid(part) {
			break
		}
		line++
	}
	return line
}

func tooLarge(name string) error {
	return &contentError{name, 0, fmt.Sprintf("the file is larger than %d MiB", maxSize>>20), notAPlan}
}

const restoreAdvice = "restore it from a copy, such as the .bak beside it; it has not been changed"

func cutOff(name string, line int) error {
	return &contentError{name, line, "the text ends in the middle: it looks cut off", restoreAdvice}
}

// endMissing tells of a file that breaks off between two lines, which is no
// error of syntax.
func endMissing(name string) error {
	return &contentError{name, 0, "the last line is missing: the file looks cut off",
		restoreAdvice + `. If it is whole, add the line "` + endMark + `"`}
}

func noFormat(name string) error {
	return &contentError{name, 0, `there is no "format"`,
		`a plan begins with the line "format = 1"; is this a plan of cmgwizard?`}
}
