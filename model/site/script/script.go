// Package script holds the collector script, as text. Nothing here runs it.
package script

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"slices"
	"strings"
	"sync"
	"unicode/utf16"
)

// Text is the script for Windows PowerShell 5.1, with line feeds.
//
//go:embed cmg-site-facts.ps1
var Text string

// Name is what its file is called.
const Name = "cmg-site-facts.ps1"

// Is reports whether a SHA-256 is that of the script as some editor or shell saved
// it. That says nothing about what it found.
func Is(hash string) bool {
	return slices.Contains(hashes(), strings.ToLower(hash))
}

// hashes are those of the script with either line end, and with the marks of
// encodings that Windows adds.
var hashes = sync.OnceValue(func() []string {
	const mark = "\uFEFF"
	var all []string
	for _, text := range []string{Text, strings.ReplaceAll(Text, "\n", "\r\n")} {
		all = append(all, sum([]byte(text)), sum([]byte(mark+text)), sum(wide(mark+text)))
	}
	return all
})

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}

// wide is a text in UTF-16, as the older PowerShells write it.
func wide(text string) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		data = append(data, byte(unit), byte(unit>>8))
	}
	return data
}
