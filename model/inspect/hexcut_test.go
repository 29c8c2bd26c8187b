package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// tooMuchHex matches nine bytes, with whatever stands between bytes.
var tooMuchHex = regexp.MustCompile(`(?i)(?:[0-9a-f]{2}(?:[-:, ]|\\x|0x)*){9}`)

func TestExcerptsShowLittleHex(t *testing.T) {
	sum := sha256.Sum256([]byte("a key"))
	plain := hex.EncodeToString(sum[:])
	join := func(between string) string {
		words := make([]string, len(sum))
		for i, b := range sum {
			words[i] = fmt.Sprintf("%02x", b)
		}
		return strings.Join(words, between)
	}
	for _, number := range []string{
		plain, strings.ToUpper(plain), plain[:40], plain[:18], "0x" + plain, "key" + plain + "end", "[" + plain + "]", plain[:32] + "    " + plain[32:],
		join(" "), join(":"), join("-"), join(", "), join(", 0x"), "0x" + join(" 0x"), `\x` + join(`\x`), join("–"),
		plain[:8] + "-" + plain[8:12] + "-" + plain[12:16] + "-" + plain[16:20] + "-" + plain[20:32],
	} {
		for _, line := range []string{number + " CMGConnector_Forbidden", "CMGConnector_Forbidden " + number, record("x", 1, "CMGConnector_Forbidden: "+number+" and "+number)} {
			text := remarkOf(t, one(t, nil, line), "log-connector-forbidden").Text
			quote := text[strings.Index(text, "“"):]
			if tooMuchHex.MatchString(strings.ReplaceAll(quote, "–", "-")) {
				t.Errorf("%q is quoted: %s", number, quote)
			}
			if !strings.Contains(quote, "…") || !strings.Contains(quote, "CMGConnector_Forbidden") {
				t.Errorf("%q: nothing says that something was left out, or what was found is gone: %s", number, quote)
			}
		}
	}
}

func TestExcerptsKeepWhatIsNoNumber(t *testing.T) {
	for _, line := range []string{
		"0123456789abcdef CMGConnector_Forbidden",
		"Error 0x87d00231 at 10.1.1.10, version 5.00.9128.1000: CMGConnector_Forbidden",
		"2026-05-14 10:34:56 - 403 7 0 CMGConnector_Forbidden",
		"added 2026-05-14T10:34:56 CMGConnector_Forbidden a bad face",
		"https://decade.example.com/face/cafe CMGConnector_Forbidden",
	} {
		text := remarkOf(t, one(t, nil, line), "log-connector-forbidden").Text
		if !strings.HasSuffix(text, "“"+line+"”") {
			t.Errorf("%q became %s", line, text)
		}
	}
}

// What was found stays in sight behind long numbers that are left out.
func TestExcerptsFindTheirPlaceAgain(t *testing.T) {
	number := strings.Repeat("5a", 150)
	words := strings.Repeat("words ", 20)
	text := remarkOf(t, one(t, nil, number+" "+words+number+" "+words+"CMGConnector_Forbidden "+words+words), "log-connector-forbidden").Text
	if !strings.Contains(text[strings.Index(text, "“"):], "CMGConnector_Forbidden") {
		t.Error(text)
	}
}
