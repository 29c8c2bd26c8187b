package logs

import (
	"strings"
	"testing"
	"testing/iotest"

	"cmgwizard/model/reading"
)

// FuzzStream: a log is read the same whatever the blocks in which it comes, and
// nothing is kept without bounds.
func FuzzStream(f *testing.F) {
	f.Add("<![LOG[StatusCode=403 StatusText= CMGConnector_Forbidden]LOG]!><time=\"12:00:00.000-120\" date=\"05-14-2026\" component=\"x\" thread=\"1\">\r\n")
	f.Add("#Fields: date time sc-status sc-substatus sc-win32-status\n2026-05-14 10:34:56 403 13 2148081683\n")
	f.Add("x~~  $$<SMS_CLOUD_PROXYCONNECTOR><05-14-2026 12:34:56.789+300><thread=1 (0x1)>\nFiltered cert count with client auth: 0")
	f.Add("<![LOG[no end\n12175 failed -2147012721\nMessage '{1}' got reply message '{2}'")
	f.Fuzz(func(t *testing.T, text string) {
		text = string(plainBreaks([]byte(text)))
		whole, parts := &reading.Found{Logged: true}, &reading.Found{Logged: true}
		Read(reading.View{}, whole, text)
		if err := Stream(reading.View{}, parts, iotest.OneByteReader(strings.NewReader(text))); err != nil {
			if strings.Contains(strings.ToLower(text), "private key-----") {
				return
			}
			t.Fatal(err)
		}
		if whole.About != parts.About || len(whole.Remarks) != len(parts.Remarks) {
			t.Errorf("whole: %s; in parts: %s", whole.About, parts.About)
		}
		if len(parts.Facts) > reading.MaxFacts || len(parts.Remarks) > reading.MaxRemarks {
			t.Errorf("%d facts, %d remarks", len(parts.Facts), len(parts.Remarks))
		}
	})
}

// FuzzCodes: whatever a text holds, a number is found inside it, and each spelling
// of a known code leads back to it.
func FuzzCodes(f *testing.F) {
	f.Add("Error 0x80072f8f -2147012721 12175 2148204809 d0090016 {80072f8f-1111-2222-3333-444455556666}")
	f.Fuzz(func(t *testing.T, text string) {
		codesIn(text, func(c codeAt) {
			if c.start < 0 || c.end > len(text) || c.start >= c.end {
				t.Errorf("%+v of %q", c, text)
			}
			known, _, ok := CodeOf(c.number)
			for _, spelling := range append(known.Spellings(), known.Hex()) {
				if back := NumbersIn(spelling); ok && c.number > 1<<31 && (len(back) != 1 || back[0] != c.number) {
					t.Errorf("%s is read as %x, not %x", spelling, back, c.number)
				}
			}
		})
	})
}

// TestNoNumberStandsTwice: a code is defined once, and no public list that is
// wrong was copied.
func TestNoNumberStandsTwice(t *testing.T) {
	seen := map[uint32]bool{}
	for _, g := range CodeGroups() {
		for _, c := range g.Codes {
			if seen[c.Number] || c.Says == "" || CodeSources.Label(c.Source) == string(c.Source) {
				t.Errorf("%s in %s", c.Hex(), g.By)
			}
			seen[c.Number] = true
		}
	}
	for number, symbol := range map[uint32]string{0x800B010C: "CERT_E_REVOKED", 0x800B010A: "CERT_E_CHAINING", 0x800B0106: "CERT_E_PURPOSE", 0x80072F06: "ERROR_WINHTTP_SECURE_CERT_CN_INVALID",
		0x80072F89: "ERROR_WINHTTP_SECURE_INVALID_CERT", 0x80072F8A: "ERROR_WINHTTP_SECURE_CERT_REVOKED", 0xCAA2000C: "ERROR_ADAL_SERVER_ERROR_INTERACTION_REQUIRED", 0x87D00215: ""} {
		if c, _, ok := CodeOf(number); !ok || c.Symbol != symbol {
			t.Errorf("%08X is %q", number, c.Symbol)
		}
	}
}

// TestMemoryIsBounded: nothing of a log that was read stays but what is told.
func TestMemoryIsBounded(t *testing.T) {
	s := newScan(reading.View{})
	if err := s.stream(&bundle{left: 8 << 20}); err != nil {
		t.Fatal(err)
	}
	kept := 0
	for _, e := range s.recent {
		kept += len(e.raw)
	}
	for i := range Patterns {
		kept += len(s.sure[i].entry.raw) + len(s.half[i].entry.raw) + len(s.seen[i].raw) + len(s.sure[i].excerpt)
	}
	if kept > 1<<20 || len(s.open) > 0 {
		t.Errorf("%d bytes are kept, %d wait", kept, len(s.open))
	}
}
