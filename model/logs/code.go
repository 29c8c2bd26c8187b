package logs

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"cmgwizard/model"
)

// A Code is what a number of 32 bits says. It is a fact: a cause needs its
// neighbors as well.
type Code struct {
	Number uint32
	Symbol string // "" where none is published
	Says   string
	Hint   string // what to look at with a CMG, worked out by us; "" where the number rests on one text
	Source CodeSource
}

// A NamedCode is a code with a name: of HTTP, IIS, Microsoft Entra ID, Azure or
// the token library of .NET.
type NamedCode struct{ Name, Symbol, Says, Hint string }

// A CodeSource is what the number and the name of a code rest on.
type CodeSource string

// The sources of codes.
const (
	inWinHTTP    CodeSource = "winhttp.h"
	inWinError   CodeSource = "winerror.h"
	inBITS       CodeSource = "bitsmsg.h"
	inWMI        CodeSource = "wbemcli.h"
	inEntraPages CodeSource = "entra-documentation"
	inBroker     CodeSource = "token-broker"
	inPages      CodeSource = "configmgr-documentation"
	twoReports   CodeSource = "two-reports"
	oneBlog      CodeSource = "one-blog"
	oneReport    CodeSource = "one-report"
	derived      CodeSource = "derived"
)

// CodeSources are the sources with the words that people read.
var CodeSources = model.Terms[CodeSource]{
	{Value: inWinHTTP, Label: "Windows SDK, winhttp.h"},
	{Value: inWinError, Label: "Windows SDK, winerror.h"},
	{Value: inBITS, Label: "Windows SDK, bitsmsg.h"},
	{Value: inWMI, Label: "Windows SDK, wbemcli.h"},
	{Value: inEntraPages, Label: "documentation of Microsoft Entra ID"},
	{Value: inBroker, Label: "names of the token broker of Windows"},
	{Value: inPages, Label: "documentation of Configuration Manager"},
	{Value: twoReports, Label: "two public reports, no page of Microsoft"},
	{Value: oneBlog, Label: "one blog, no page of Microsoft: only the name is given"},
	{Value: oneReport, Label: "one public report, no page of Microsoft: only the name is given"},
	{Value: derived, Label: "worked out from the rules of such numbers"},
}

// A CodeGroup is the codes that one maker defines.
type CodeGroup struct {
	By    string
	Codes []Code
}

// CodeGroups lists all numbers by who defines them.
func CodeGroups() []CodeGroup {
	return []CodeGroup{
		{"Windows (WinHTTP)", winHTTPCodes}, {"Windows (certificates)", chainCodes}, {"Windows (TLS and keys)", channelCodes},
		{"Windows", windowsCodes}, {"Windows Installer", installerCodes}, {"ConfigMgr", clientCodes},
		{"Windows (token broker)", brokerCodes}, {"Microsoft Entra ID (device registration)", joinCodes}, {"Windows (BITS)", transferCodes},
	}
}

// A NamedGroup is the named codes that one maker defines.
type NamedGroup struct {
	By, Source string
	Codes      []NamedCode
}

// NamedGroups lists all named codes by who defines them.
func NamedGroups() []NamedGroup {
	return []NamedGroup{
		{"Microsoft Entra ID", "documentation of Microsoft Entra ID", entraCodes}, {"Azure Resource Manager", "documentation of Azure", azureCodes},
		{".NET (token library)", "source text of the library", tokenCodes}, {"HTTP", "the standard and the documentation of Configuration Manager", statusCodes},
		{"IIS", "documentation of IIS", iisCodes}, {"Windows (WAM)", "documentation of Windows", brokerStatuses}, {"ccmsetup", "documentation of Configuration Manager", setupExits},
	}
}

// brokerStatuses are what stands after "WAM token request failed. Status".
var brokerStatuses = []NamedCode{
	{"WAM status 0", "Success", "A token was given.", ""},
	{"WAM status 1", "UserCancel", "The request was canceled.", ""},
	{"WAM status 2", "AccountSwitch", "Another account was chosen.", ""},
	{"WAM status 3", "UserInteractionRequired", "A token cannot be had silently.", "multifactor authentication, consent or a password"},
	{"WAM status 4", "AccountProviderNotAvailable", "There is no provider of accounts.", "device not joined, or the broker is missing"},
	{"WAM status 5", "ProviderError", "The provider failed: the code after it tells why.", ""},
}

// setupExits are what ccmsetup.exe ends with.
var setupExits = []NamedCode{
	{"ccmsetup 0", "", "Success.", ""}, {"ccmsetup 6", "", "An error: the lines before it say which.", ""}, {"ccmsetup 7", "", "A restart is needed.", ""},
	{"ccmsetup 8", "", "A setup runs already.", ""}, {"ccmsetup 9", "", "A prerequisite check failed.", ""}, {"ccmsetup 10", "", "The hash of the setup manifest is wrong.", ""},
}

// knownCodes finds a code by its number.
var knownCodes = sync.OnceValue(func() map[uint32]codeBy {
	all := map[uint32]codeBy{}
	for _, g := range CodeGroups() {
		for _, c := range g.Codes {
			if _, had := all[c.Number]; !had {
				all[c.Number] = codeBy{c, g.By}
			}
		}
	}
	return all
})

type codeBy struct {
	Code
	by string
}

// knownNames finds a named code by its name in lower case.
var knownNames = sync.OnceValue(func() map[string]NamedCode {
	all := map[string]NamedCode{}
	for _, g := range NamedGroups() {
		for _, c := range g.Codes {
			all[strings.ToLower(c.Name)] = c
		}
	}
	return all
})

// The ends of numbers that have rules of their own.
const (
	winHTTPBase = 0x80070000
	firstHTTP   = 12001
	lastHTTP    = 12190
	ntBit       = 0x10000000
)

// CodeOf finds what a number says: by the table, or by the rules of such numbers.
func CodeOf(number uint32) (c Code, by string, ok bool) {
	if known, ok := knownCodes()[number]; ok {
		return known.Code, known.by, true
	}
	switch {
	case number>>16 == 0xCAA8:
		c, by, ok = CodeOf(winHTTPBase | number&0xffff)
		c.Says = "While a token was asked for: " + c.Says
	case number>>16 == 0x8019 && number&0xffff >= 400 && number&0xffff < 600:
		c, by, ok = Code{Says: fmt.Sprintf("BITS got HTTP %d.", number&0xffff)}, "Windows (BITS)", true
	case number>>28 == 0xD:
		c, by, ok = CodeOf(number &^ ntBit)
	}
	c.Number, c.Hint, c.Source = number, "", derived
	return c, by, ok
}

// Hex is the number as most logs print it.
func (c Code) Hex() string { return fmt.Sprintf("0x%08X", c.Number) }

// Spellings are the other ways in which logs print the number.
func (c Code) Spellings() []string {
	all := []string{strconv.Itoa(int(int32(c.Number))), strconv.FormatUint(uint64(c.Number), 10)}
	if low := c.Number & 0xffff; c.Number>>16 == winHTTPBase>>16 && low >= firstHTTP && low <= lastHTTP {
		all = append(all, strconv.Itoa(int(low)), fmt.Sprintf("0x%x", low))
	}
	return all
}

// Words say what the code is.
func (c Code) Words() string {
	if c.Symbol == "" {
		return c.Says
	}
	return c.Symbol + ": " + c.Says
}

// A codeAt is a code in a text. A loose one is a code only beside words of errors.
type codeAt struct {
	start, end int
	number     uint32
	loose      bool
}

// codesIn gives the numbers of a text that may be codes, in any spelling: hex
// with and without 0x, decimal with a sign and without one, and the short numbers
// of WinHTTP.
func codesIn(text string, found func(codeAt)) {
	for i := 0; i < len(text); {
		if !isWordByte(text[i]) {
			i++
			continue
		}
		start := i
		for i < len(text) && isWordByte(text[i]) {
			i++
		}
		if i-start > 10 || i-start < 5 {
			continue
		}
		if number, loose, ok := asCode(text[start:i], start > 0 && text[start-1] == '-'); ok && !inGUID(text, start, i) {
			found(codeAt{start, i, number, loose})
		}
	}
}

// asCode reads one word as a code.
func asCode(word string, negative bool) (number uint32, loose, ok bool) {
	if word[0] == '0' && word[1]|0x20 == 'x' {
		return hexCode(word[2:], len(word) == 6)
	}
	if !isDecimal(word) {
		return bareHex(word)
	}
	n, err := strconv.ParseInt(word, 10, 64)
	switch {
	case err != nil:
		return bareHex(word)
	case negative && n >= 1<<27 && n <= 1<<31:
		return uint32(-n), false, true
	case n > 1<<31 && n < 1<<32 && len(word) == 10:
		return uint32(n), false, true
	case n >= firstHTTP && n <= lastHTTP && len(word) == 5:
		return winHTTPBase | uint32(n), true, true
	}
	return bareHex(word)
}

// hexCode reads what stands after 0x: eight digits, or the four of WinHTTP.
func hexCode(digits string, short bool) (number uint32, loose, ok bool) {
	n, err := strconv.ParseUint(digits, 16, 32)
	switch {
	case err != nil:
		return 0, false, false
	case short && n >= firstHTTP && n <= lastHTTP:
		return winHTTPBase | uint32(n), true, true
	case len(digits) == 8 && n >= 1<<30:
		return uint32(n), false, true
	}
	return 0, false, false
}

// bareHex reads eight digits without 0x, which count where the number is known;
// those that could be decimal only beside words of errors.
func bareHex(word string) (number uint32, loose, ok bool) {
	if len(word) != 8 || !strings.ContainsRune("8cCdD", rune(word[0])) {
		return 0, false, false
	}
	n, err := strconv.ParseUint(word, 16, 32)
	if err != nil {
		return 0, false, false
	}
	_, _, known := CodeOf(uint32(n))
	return uint32(n), !strings.ContainsAny(word[1:], "abcdefABCDEF"), known
}

// inGUID reports whether a word is the beginning of a GUID.
func inGUID(text string, start, end int) bool {
	rest := text[end:min(end+6, len(text))]
	return len(rest) == 6 && rest[0] == '-' && rest[5] == '-' || start > 0 && text[start-1] == '{'
}

// namesIn gives the named codes that can stand anywhere: those of Microsoft Entra
// ID and of the token library.
func namesIn(text string, found func(start int, c NamedCode)) {
	for _, begin := range []string{"AADSTS", "IDX"} {
		for at := 0; ; {
			i := strings.Index(text[at:], begin)
			if i < 0 {
				break
			}
			start := at + i
			end := start + len(begin)
			for end < len(text) && isDigit(text[end]) {
				end++
			}
			at = end
			if c, ok := knownNames()[strings.ToLower(text[start:end])]; ok && standsAlone(text, start, end) {
				found(start, c)
			}
		}
	}
}

// NumbersIn lists the numbers of a text that may be codes, each once.
func NumbersIn(text string) []uint32 {
	var all []uint32
	codesIn(text, func(c codeAt) {
		if !slices.Contains(all, c.number) {
			all = append(all, c.number)
		}
	})
	return all
}
