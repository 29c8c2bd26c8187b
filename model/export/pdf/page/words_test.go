package page

import (
	"math"
	"testing"

	"codeberg.org/go-pdf/fpdf"
)

func TestShown(t *testing.T) {
	for _, c := range []struct{ name, text, want, lost string }{
		{"names", "Müller Łódź Дмитрий Ελένη Nguyễn", "Müller Łódź Дмитрий Ελένη Nguyễn", ""},
		{"signs", "→ ✓ ☐ ☑ ≥ € … “x” ⚠ ▶", "→ ✓ ☐ ☑ ≥ € … “x” ⚠ ▶", ""},
		{"no font", "日本", "\uFFFD\uFFFD", "日本"},
		{"beyond 16 bits", "a😀𠮷b", "a\uFFFD\uFFFDb", "😀𠮷"},
		{"each once", "日日 日", "\uFFFD\uFFFD \uFFFD", "日"},
		{"scripts that must be shaped", "שלום", "\uFFFD\uFFFD\uFFFD\uFFFD", "שלום"},
		{"composed", "e\u0301", "é", ""},
		{"marks that compose with nothing", "q\u0301", "q\uFFFD", "\u0301"},
		{"blanks", "a\tb\nc\r\nd\u3000e", "a b c  d e", ""},
		{"controls", "a\x00b\x1b[31m", "a\uFFFDb\uFFFD[31m", "\x00\x1b"},
		{"no look", "a\u200Bb\u202Ec\u00ADd\uFEFF\uFE0F", "abcd", ""},
		{"not UTF-8", "a\xFFb", "a\uFFFDb", ""},
	} {
		d := New(about)
		got := faces[Regular].shown(c.text, d.lost)
		if got != c.want || string(d.Replaced()) != c.lost {
			t.Errorf("%s: %q without %q, want %q without %q", c.name, got, string(d.Replaced()), c.want, c.lost)
		}
	}
}

// Width must be what the library puts into the file.
func TestWidthsAreThoseOfTheFile(t *testing.T) {
	for i := range faces {
		b := &brush{pdf: fpdf.New("P", "mm", "A4", "")}
		b.pdf.AddPage()
		b.text(font{Style(i), 10, Color{}}, 10, 10, "x")
		held := 0
		for r := rune(1); r < 0xFFFF; r++ {
			want := faces[i].width(r)
			if want == 0 {
				continue
			}
			held++
			if got := b.pdf.GetStringSymbolWidth(string(r)); got != want {
				t.Fatalf("%s: %q is %d in the file, %d to us", faces[i].name, r, got, want)
			}
		}
		if held < 400 {
			t.Errorf("%s holds %d characters only", faces[i].name, held)
		}
	}
}

func TestEveryFaceHoldsTheMark(t *testing.T) {
	for i := range faces {
		if faces[i].width(missing) == 0 {
			t.Errorf("%s lacks %q", faces[i].name, missing)
		}
		for r := ' '; r <= '~'; r++ {
			if faces[i].width(r) == 0 {
				t.Errorf("%s lacks %q", faces[i].name, r)
			}
		}
	}
}

func TestWidth(t *testing.T) {
	d := New(about)
	d.Font(Mono, 10)
	if got, want := d.Width("abcd"), 4*0.602*10*25.4/72; math.Abs(got-want) > 1e-9 {
		t.Errorf("four letters of Mono are %v wide, want %v", got, want)
	}
	d.Font(Mono, 20)
	if got, want := d.Width("日"), 0.602*20*25.4/72; math.Abs(got-want) > 1e-9 {
		t.Errorf("a character that is replaced is %v wide, want %v", got, want)
	}
}
