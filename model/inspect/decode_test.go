package inspect

import (
	"bytes"
	"encoding/binary"
	"io"
	"math/rand"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
)

// utf16Bytes writes text as UTF-16, after a mark.
func utf16Bytes(text string, order binary.AppendByteOrder, mark string) string {
	out := []byte(mark)
	for _, u := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, u)
	}
	return string(out)
}

// TestMixedInParts: however a text is cut while it is read, it says the same.
func TestMixedInParts(t *testing.T) {
	parts := []string{"a line that is long enough to be plain\n", "x", "\x00", "\x00\x00", "\xff\xfe", "é", "\xef\xbb\xbf", "ab\x00",
		utf16Bytes("some wide text\r\n", binary.LittleEndian, ""), utf16Bytes("日本🙂", binary.LittleEndian, ""), utf16Bytes("big", binary.BigEndian, "")}
	random := rand.New(rand.NewSource(5))
	for range 500 {
		var data []byte
		for range random.Intn(12) {
			data = append(data, parts[random.Intn(len(parts))]...)
		}
		m := mixed{wideOrder(data)}
		want, _ := m.text(nil, data, true)
		if got, err := io.ReadAll(narrow(iotest.OneByteReader(bytes.NewReader(data)))); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("%q is %q as it is read, and %q whole (%v)", data, got, want, err)
		}
	}
}

func TestDecode(t *testing.T) {
	const text = "AzureAdJoined : YES\nName : Zoë 🙂\n"
	dos := strings.ReplaceAll(text, "\n", "\r\n")
	const line = "<![LOG[A line that is long enough]LOG]!>\n"
	small, large := utf16Bytes(line, binary.LittleEndian, ""), utf16Bytes(line, binary.LittleEndian, "\xff\xfe")
	der := string([]byte{0x30, 0x82, 0x03, 0x00, 0x30, 0x82, 0x02, 0x00, 0xA0, 0x03, 0x02, 0x01, 0x02})
	for name, tt := range map[string]struct{ data, want string }{
		"UTF-8":                            {text, text},
		"UTF-8 with a mark":                {"\xef\xbb\xbf" + dos, text},
		"UTF-16 of PowerShell":             {utf16Bytes(dos, binary.LittleEndian, "\xff\xfe"), text},
		"UTF-16, high byte first":          {utf16Bytes(dos, binary.BigEndian, "\xfe\xff"), text},
		"UTF-16 without a mark":            {utf16Bytes(dos, binary.LittleEndian, ""), text},
		"UTF-16 without a mark, swapped":   {utf16Bytes(dos, binary.BigEndian, ""), text},
		"UTF-16 with a byte too many":      {utf16Bytes(dos, binary.LittleEndian, "\xff\xfe") + "x", text},
		"half a character":                 {"\xff\xfe\x00\xd8a\x00", "\uFFFDa"},
		"lines that end in CR":             {"a\rb\r", "a\nb\n"},
		"an OEM code page keeps its bytes": {"Ger\x84t : ja\r\n", "Ger\x84t : ja\n"},
		"DER stays as it is":               {der, der},
		"a mark alone":                     {"\xff\xfe", ""},
		"nothing":                          {"", ""},
		"UTF-8, then UTF-16":               {"x" + line + small, "x" + line + line},
		"UTF-8, then UTF-16 with a mark":   {line + large, line + line},
		"UTF-16, then UTF-8":               {large + line + line, line + line + line},
		"to and fro":                       {line + small + line + large + line, strings.Repeat(line, 5)},
		"a few zeros in a log":             {line + "\x00\x00\x00\x00\x00" + line, line + "\x00\x00\x00\x00\x00" + line},
	} {
		if got := decode([]byte(tt.data)); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
		if got, err := io.ReadAll(narrow(iotest.OneByteReader(strings.NewReader(tt.data)))); err != nil || tt.data != der && lineBreaks(bytes.TrimPrefix(got, markUTF8)) != tt.want {
			t.Errorf("%s: %q as it is read, want %q (%v)", name, got, tt.want, err)
		}
	}
}
