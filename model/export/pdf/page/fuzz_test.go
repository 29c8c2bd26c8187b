package page

import (
	"strings"
	"testing"
)

// hostile is what people, or those who send them plans, may write.
var hostile = []string{
	"", " ", "x", "a(b)c\\d", ")Tj ET (", "\\)", "EMC /P <</MCID 0>> BDC", "endstream endobj", "č Ш ќ ĩ Ċ ȍ", "\r\n\t\v\f",
	"\x00\x07\x1b[31m\x7f\u009b", "\xff\xfe\xc0\x80", "\u202e\u2066\u200b\u2028\ufeff", "日本語 한국어 ไทย", "😀👩‍👩‍👧🇩🇪 \U000E0041",
	"שלום عربي", "q\u0301\u0302\u0303", "\uFFFE\uFFFF\uFFFD\uE000", "<script>&amp;</script>", "Müller Łódź Дмитрий Ελένη",
	strings.Repeat("long", 500), strings.Repeat("a b ", 300), "http://example.org/(x)\\", "javascript:alert(1)", "https://müller.example/ü?ö#ä",
}

func FuzzDocument(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, 40.0)
	}
	f.Fuzz(func(t *testing.T, text string, width float64) {
		d := New(About{Title: text, Subject: text, Language: text, Paper: A4})
		d.AddPage()
		for s := range faces {
			d.Font(Style(s), 10)
			checkSplit(t, d, text, width)
			d.Open("P")
			d.Text(10, 10, text)
			d.LinkURL(10, 10, 20, 5, text, text)
			d.CheckBox(10, 10, 4, strings.ReplaceAll(text, ".", "-")+string(rune('a'+s)), text, true)
			d.Close()
		}
		d.Bookmark(3, text, 10)
		d.Open("Figure")
		d.Alt(text)
		d.Close()
		readBack(t, build(t, d))
	})
}
