package logs

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// A seenCode is a code that stands in a log.
type seenCode struct {
	key, name, words string
	count            int
}

// mostCodes is how many different codes of one log are told.
const mostCodes = 12

// patternsOfCode are the places of the patterns that a number is.
var patternsOfCode = sync.OnceValue(func() map[uint32][]int {
	all := map[uint32][]int{}
	for i, p := range Patterns {
		for _, number := range p.Codes {
			all[number] = append(all[number], i)
		}
	}
	return all
})

// findCodes takes the codes of an entry. What one says is a fact: an entry with a
// known code is not known by that alone.
func (s *scan) findCodes(e entry) {
	text := e.message()
	codesIn(text, func(c codeAt) {
		known, by, ok := CodeOf(c.number)
		if !ok || c.loose && !isError(text, c.start, c.end) {
			return
		}
		s.noteCode(known.Hex(), known.Words()+" ("+by+", "+CodeSources.Label(known.Source)+")")
		if s.denies(text, c.start, c.end) {
			return
		}
		for _, of := range patternsOfCode()[c.number] {
			if _, had := s.hits[2*of]; !had {
				s.hits[2*of] = c.start
			}
		}
	})
	if s.named {
		namesIn(text, func(_ int, c NamedCode) {
			s.noteCode(c.Name, strings.TrimPrefix(c.Symbol+": "+c.Says, ": "))
		})
	}
}

// flagBits are the flags of a failed TLS connection by their bits in the mask.
var flagBits = []struct {
	bit  uint32
	flag string
}{
	{1, "cert_rev_failed"}, {2, "invalid_cert"}, {4, "cert_revoked"}, {8, "invalid_ca"}, {0x10, "cert_cn_invalid"}, {0x20, "cert_date_invalid"}, {0x40, "cert_wrong_usage"}, {0x80000000, "security_channel_error"},
}

// flagMask stands before the mask of the flags.
const flagMask = "lpvstatusinformation is 0x"

// takeFlags reads the mask of the flags, for logs that name none of them beside it.
func (s *scan) takeFlags(raw string, end int) {
	digits := raw[end:min(end+8, len(raw))]
	digits = digits[:len(digits)-len(strings.TrimLeft(digits, "0123456789abcdefABCDEF"))]
	mask, err := strconv.ParseUint(digits, 16, 32)
	if err != nil {
		return
	}
	for _, f := range flagBits {
		if uint32(mask)&f.bit != 0 {
			of := patternOfFlag()[f.flag]
			s.hits[2*of+1], s.confirmed[of] = end, true
		}
	}
}

// patternOfFlag are the places of the patterns of flags.
var patternOfFlag = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for i, p := range Patterns {
		for _, text := range p.Texts {
			if flag, is := strings.CutPrefix(text, CertificateFlag); is {
				all[flag] = i
			}
		}
	}
	return all
})

// noteCode keeps a code as a fact.
func (s *scan) noteCode(name, words string) {
	if at, had := s.codeSeen[name]; had {
		s.codes[at].count++
		return
	}
	if len(s.codes) < mostCodes {
		s.codeSeen[name] = len(s.codes)
		s.codes = append(s.codes, seenCode{"code", name, words, 1})
	}
}

func isWordByte(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9' || b == '_'
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// standsAlone reports whether a part of a text is not part of a longer word or
// number.
func standsAlone(text string, start, end int) bool {
	before, after := byte(' '), byte(' ')
	if start > 0 {
		before = text[start-1]
	}
	if end < len(text) {
		after = text[end]
	}
	return !(isWordByte(before) && isWordByte(text[start])) && !(isWordByte(after) && isWordByte(text[end-1]))
}

// errorWords are what stands beside a number that is an error.
var errorWords = sync.OnceValue(func() *reading.Automaton {
	return reading.NewAutomaton([]string{"code", "error", "fail", "winhttp", "http", "status", "forbidden", "iis", "0x", "ccm", "cmg"})
})

// isError reports whether a number or a short name is meant as the error: beside
// words of one.
func isError(text string, start, end int) bool {
	const around = 80
	if start > 0 && strings.IndexByte(".-{", text[start-1]) >= 0 || end+1 < len(text) && (text[end] == '-' || text[end] == '.' && isDigit(text[end+1])) {
		return false // a version, an address or a GUID
	}
	before, after := text[max(start-around, 0):start], text[end:min(end+around, len(text))]
	if line := strings.LastIndexByte(before, '\n'); line >= 0 && !strings.Contains(text, recordEnds) {
		before = before[line+1:]
	}
	after, _, _ = strings.Cut(after, "\n")
	after, _, _ = strings.Cut(after, recordEnds)
	if isAmount(after) || exitCode().MatchString(before) {
		return false
	}
	return errorWords().Any(before) || errorWords().Any(after)
}

// The words before and behind a code that was looked for in vain. “Not found” alone may
// be what the code says, and “No” behind a colon an answer.
var (
	deniedBefore = model.Pattern(`(?i)(?:(?:^|[^\s:=]\s{0,3})\b(?:no|without|zero)\s+(?:(?:any|known|such|more|further|other|new|sign|of|errors?|failures?|codes?|status|lines?|match(?:es)?|occurrences?|with|for)\s+)*|[^\s:=]\s+not\s+|n[o'’]t\s+(?:fail|end|occur|return)\s+(?:with\s+)?(?:an?\s+)?(?:error\s+)?(?:code\s+)?)["'“(\[]?$`)
	deniedBehind = model.Pattern(`(?i)^["'”)\]]*(?:\s+(?:errors?\s+)?(?:(?:was|were|is|has)\s+not\s+(?:been\s+)?(?:found|seen|there|logged)|(?:does|did)\s+not\s+(?:occur|appear))\b|\W{1,3}(?:0|no|none|zero)\s+(?:results?|hits?|match(?:es)?|found|occurrences?)\b)`)
)

// isDenied reports whether an entry says that a code does not stand somewhere. What
// has blanks in it is no code, and has its own “no”.
func isDenied(raw string, start, end int) bool {
	const around = 60
	code := raw[start:end]
	if strings.Contains(code, " ") || !strings.ContainsAny(code, "_0123456789") {
		return false
	}
	return deniedBefore().MatchString(raw[max(start-around, 0):start]) || deniedBehind().MatchString(raw[end:min(end+around, len(raw))])
}

// exitCode stands before what some program ended with.
var exitCode = model.Pattern(`(?i)exit ?code\W{0,3}$`)

// isAmount reports whether a number counts something, by the word after it.
func isAmount(after string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
	return slices.Contains([]string{"b", "kb", "mb", "bytes", "of", "files", "ms", "milliseconds", "s", "sec", "seconds"}, strings.ToLower(strings.TrimRight(word, ".,;)")))
}
