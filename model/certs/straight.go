package certs

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// straightened is text without the marks of quoted mail before its lines, and
// with the borders of its blocks as PEM has them. It is the data itself where
// there is nothing to undo.
func straightened(data []byte) []byte {
	data = unquoted(data)
	if !bytes.Contains(data, []byte("BEGIN ")) || !bytes.ContainsFunc(data, isLongDash) {
		return data
	}
	return bordered(data)
}

// unquoted takes "> " and ">> " from the beginning of each line.
func unquoted(data []byte) []byte {
	if !bytes.HasPrefix(data, []byte(">")) && !bytes.Contains(data, []byte("\n>")) {
		return data
	}
	all := make([]byte, 0, len(data))
	for line := range bytes.SplitAfterSeq(data, []byte("\n")) {
		if bytes.HasPrefix(line, []byte(">")) {
			line = bytes.TrimLeft(line, "> \t")
		}
		all = append(all, line...)
	}
	return all
}

// isLongDash reports whether a letter is one of those that mail programs and text
// processors make of hyphens. What is no UTF-8 is a dash of an old code page.
func isLongDash(r rune) bool {
	return r >= '\u2010' && r <= '\u2015' || strings.ContainsRune("\u2212\ufe58\ufe63\uff0d", r) || r == utf8.RuneError
}

func isDash(r rune) bool { return r == '-' || r == ' ' || isLongDash(r) }

// bordered writes five hyphens around each label that dashes stand around.
func bordered(data []byte) []byte {
	all := make([]byte, 0, len(data))
	for {
		start, end, found := nextLabel(data)
		if !found {
			return append(all, data...)
		}
		before, rest := bytes.TrimRightFunc(data[:start], isDash), bytes.TrimLeftFunc(data[end:], isDash)
		if isBlank(data[len(before):start]) || isBlank(data[end:len(data)-len(rest)]) {
			all, data = append(all, data[:end]...), data[end:]
			continue
		}
		all = append(append(append(append(all, before...), dashes...), data[start:end]...), dashes...)
		data = rest
	}
}

func isBlank(data []byte) bool { return len(bytes.TrimSpace(data)) == 0 }

// nextLabel finds "BEGIN CERTIFICATE" or the same with END.
func nextLabel(data []byte) (start, end int, found bool) {
	for at := 0; at < len(data); at++ {
		if rest := data[at:]; bytes.HasPrefix(rest, []byte("BEGIN ")) || bytes.HasPrefix(rest, []byte("END ")) {
			return at, at + labelLength(rest), true
		}
	}
	return 0, 0, false
}

func labelLength(data []byte) int {
	for i, b := range data {
		if (b < 'A' || b > 'Z') && (b < '0' || b > '9') && b != ' ' && b != '#' {
			return len(bytes.TrimRight(data[:i], " "))
		}
	}
	return len(bytes.TrimRight(data, " "))
}
