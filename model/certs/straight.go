package certs

import (
	"bytes"
	"regexp"
	"sync"
)

// border matches the first and the last line of a block whose dashes a mail
// program or a text processor has made longer. A byte that is no UTF-8 is a dash
// of an old code page.
var border = sync.OnceValue(func() *regexp.Regexp {
	const dash = "[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d\ufffd]{1,15}"
	return regexp.MustCompile(dash + `[ \t]?(BEGIN|END) ([A-Z0-9][A-Z0-9 #]{1,50}[A-Z0-9])[ \t]?` + dash)
})

// straightened is text without the marks of quoted mail before its lines, and
// with the borders of its blocks as PEM has them. It is the data itself where
// there is nothing to undo.
func straightened(data []byte) []byte {
	if data = unquoted(data); !bytes.Contains(data, []byte("BEGIN ")) {
		return data
	}
	return border().ReplaceAll(data, []byte("-----$1 $2-----"))
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
