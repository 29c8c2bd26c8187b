package page

import (
	"regexp"
	"strings"
	"testing"
)

// say checks that a file says something in one of its objects.
func say(t *testing.T, d *Document, patterns ...string) {
	t.Helper()
	objects := allObjects(t, build(t, d))
	for _, p := range patterns {
		if !regexp.MustCompile(p).MatchString(objects) {
			t.Errorf("no %s in\n%s", p, objects)
		}
	}
}

func TestDocumentSaysWhatItIs(t *testing.T) {
	d := begun()
	say(t, d, `/Lang\(en-GB\)`, `/ViewerPreferences<</DisplayDocTitle true>>`, `/CreationDate\(D:20261122090000Z\)`,
		`/Title<FEFF0050006C0061006E.*672C8A9E>`)
	if objects := allObjects(t, build(t, d)); strings.Contains(objects, "/MarkInfo") || strings.Contains(objects, "/AcroForm") {
		t.Error("nothing is tagged and there are no boxes, but it says so")
	}
	metadata := string(build(t, d))
	if !strings.Contains(metadata, `<rdf:li xml:lang="x-default">Plan (Müller) \ 日本語</rdf:li>`) {
		t.Error("the metadata lack the title")
	}
	if strings.Contains(metadata, "pdfuaid") {
		t.Error("nobody has checked it against PDF/UA")
	}
}

func TestTagsAreTold(t *testing.T) {
	d := begun()
	d.Open("Table")
	d.Open("TR")
	for _, cell := range []string{"TH", "TH"} {
		d.Open(cell)
		d.Text(10, 10, "head")
		d.Close()
	}
	d.Close()
	d.Open("TR")
	for _, cell := range []string{"TH", "TD"} {
		d.Open(cell)
		d.Text(10, 20, "cell")
		d.Close()
	}
	d.Close()
	d.Close()
	d.Open("Figure")
	d.Alt("A (drawing)")
	d.Line(1, 1, 9, 9, 1, Color{})
	d.Close()
	say(t, d, `/MarkInfo<</Marked true>>`, `/S/TH.*/A<</O/Table/Scope/Column>>`, `/S/TH.*/A<</O/Table/Scope/Row>>`,
		`/S/Figure.*/Alt\(A \\\(drawing\\\)\)/K\[4\]`, `/Tabs/S/StructParents 0`, `/Nums\[0 \d+ 0 R \]`)
}

func TestBoxes(t *testing.T) {
	d := begun()
	d.Open("Form")
	d.CheckBox(10, 10, 4, "T1", "Check the CRL (now)", true)
	d.Close()
	d.CheckBox(10, 20, 4, "T2", "日本", false)
	say(t, d, `/AcroForm<</Fields\[\d+ 0 R \d+ 0 R \]/NeedAppearances false>>`,
		`/F 4.*/Subtype/Widget/FT/Btn/T\(T1\)/TU\(Check the CRL \\\(now\\\)\)/V/Yes/AS/Yes/AP<</N<</Yes \d+ 0 R/Off \d+ 0 R>>>>`,
		`/T\(T2\)/TU<FEFF65E5672C>/V/Off/AS/Off`, `/S/Form/P \d+ 0 R/Pg 3 0 R/K\[<</Type/OBJR/Pg 3 0 R/Obj \d+ 0 R>>\]`)
	pdf := string(build(t, d))
	if n := strings.Count(pdf, "/Subtype/Form/BBox"); n != 2 {
		t.Errorf("%d looks of boxes of one size, want 2", n)
	}
}

func TestOutline(t *testing.T) {
	d := begun()
	for _, b := range []struct {
		level int
		title string
	}{{5, "one"}, {1, "one one"}, {9, "deep"}, {2, "deep too"}, {1, "one two"}, {-3, "two"}} {
		d.Bookmark(b.level, b.title, 10)
	}
	var levels []int
	for _, b := range d.outline {
		levels = append(levels, b.level)
	}
	say(t, d, `/Type/Outlines/First (\d+) 0 R/Last \d+ 0 R/Count 4`, `/Title\(one\)/Parent \d+ 0 R/Next \d+ 0 R/First \d+ 0 R/Last \d+ 0 R/Count 2`,
		`/Title\(one one\)/Parent.*/Count -2`, `/Title\(deep too\)/Parent \d+ 0 R/Prev \d+ 0 R/Dest`, `/PageMode/UseOutlines`)
	if want := []int{0, 1, 2, 2, 1, 0}; len(levels) != len(want) || levels[2] != 2 || levels[0] != 0 || levels[5] != 0 {
		t.Errorf("levels %v, want %v", levels, want)
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://learn.microsoft.com/a?b=c#d": "https://learn.microsoft.com/a?b=c#d",
		" http://example.org ":                "http://example.org",
		"HTTPS://EXAMPLE.ORG/":                "https://EXAMPLE.ORG/",
		"javascript:alert(1)":                 "",
		"file:///c:/x":                        "",
		"//example.org/x":                     "",
		"https:":                              "",
		"https://a b/":                        "",
		"http://example.org/\x00":             "",
		"":                                    "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	for _, text := range hostile {
		if got := webAddress("https://x/" + text + "?" + text + "#" + text); !plain(got) {
			t.Errorf("%q is not ASCII", got)
		}
	}
}
