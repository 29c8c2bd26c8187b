package pdf

import (
	"bytes"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	"cmgwizard/model/slow"
	"golang.org/x/text/unicode/norm"
)

// reads gives what a reader of PDF files says about one; %s stands for the file.
func reads(t testing.TB, file []byte, command string) string {
	t.Helper()
	args := strings.Fields(command)
	reader := slow.Reader(t, args[0])
	path := filepath.Join(t.TempDir(), "it.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(reader, strings.Fields(strings.ReplaceAll(strings.Join(args[1:], " "), "%s", path))...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v: %s", command, err, out)
	}
	return string(out)
}

func printed(t testing.TB, c judge.Checklist, o doc.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if o.Detail == "" {
		o.Detail = doc.Annex
	}
	if err := Format.Write(&b, c, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPDFText compares what a reader finds in the pages, in its order.
func TestPDFText(t *testing.T) {
	for name, o := range map[string]doc.Options{"mixed.pdf.txt": {Detail: doc.Annex}, "mixed.run.pdf.txt": {Detail: doc.Short}} {
		text := reads(t, printed(t, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate), o), "pdftotext -enc UTF-8 %s -")
		exporttest.CompareGolden(t, filepath.Join("testdata", name), []byte(strings.ReplaceAll(text, "\f", "\n==== page ====\n")))
	}
}

// TestPDFIsSound: a checker finds nothing wrong, whatever the paper and the plan.
func TestPDFIsSound(t *testing.T) {
	for name, c := range manyChecklists() {
		for _, detail := range []doc.Detail{doc.Short, doc.Full, doc.Annex} {
			o := doc.Options{Paper: map[bool]doc.Paper{true: doc.Letter}[name == "what is open"], Detail: detail}
			out := reads(t, printed(t, c, o), "qpdf --check %s")
			if strings.Contains(out, "WARNING") || !strings.Contains(out, "No syntax or stream encoding errors found") {
				t.Errorf("%s %s: %s", name, detail, out)
			}
		}
	}
}

// manyChecklists are an empty one, one task, parts, and two hundred tasks.
func manyChecklists() map[string]judge.Checklist {
	whole := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	one, many := whole, whole
	one.Sections = []judge.Section{{Job: whole.Sections[0].Job, Items: whole.Sections[0].Items[:1]}}
	many.Sections = nil
	for n := range 3 {
		for _, s := range whole.Sections {
			s.Items = append([]judge.FullItem{}, s.Items...)
			for i := range s.Items {
				s.Items[i].Number += n * len(whole.Outcome.Items)
			}
			many.Sections = append(many.Sections, s)
		}
	}
	return map[string]judge.Checklist{
		"an empty plan": judge.NewChecklist(model.Plan{}, exporttest.TestDate), "one task": one, "200 tasks": many,
		"one team": whole.Narrow(judge.Scope{Owner: model.PKITeam}), "what is open": whole.Narrow(judge.Scope{Open: true}),
		"no task at all": judge.NewChecklist(model.Plan{}, exporttest.TestDate).Narrow(judge.Scope{Owner: model.Devices}),
	}
}

// TestPDFPages: every page says which of how many it is.
func TestPDFPages(t *testing.T) {
	pages := strings.Split(strings.TrimSuffix(reads(t, printed(t, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate), doc.Options{}), "pdftotext -layout -enc UTF-8 %s -"), "\f"), "\f")
	for i, page := range pages {
		if want := fmt.Sprintf("page %d of %d", i+1, len(pages)); !strings.Contains(page, want) {
			t.Errorf("page %d does not say %q", i+1, want)
		}
	}
}

// TestBlocksStayTogether: what fits on a page is never broken, and nothing is
// drawn outside of the margins.
func TestBlocksStayTogether(t *testing.T) {
	random := rand.New(rand.NewSource(5))
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	b := newBook(c, doc.NewSheet(c), drawing.Drawing{}, doc.A4, pageFacts{})
	b.newPage()
	whole := b.bottom() - topMargin
	for range 500 {
		var lines []line
		var pages []int
		for h := 1 + random.Float64()*30; len(lines) < 1+random.Intn(20); {
			lines = append(lines, line{h: h, draw: func(y float64) {
				pages = append(pages, b.d.Page())
				if y < topMargin || y+h > b.bottom()+0.1 {
					t.Fatalf("drawn from %.1f to %.1f", y, y+h)
				}
			}})
		}
		high := height(lines)
		b.place(lines...)
		if len(pages) != len(lines) || high <= whole && pages[0] != pages[len(pages)-1] {
			t.Fatalf("%.1f mm of %.1f are on the pages %v", high, whole, pages)
		}
	}
}

// TestPDFSaysWhatItLacks: a character without a letter form is told, once on
// the first page and once to whoever asked for the file.
func TestPDFSaysWhatItLacks(t *testing.T) {
	plan := exporttest.MixedPlan()
	plan.Name = "Дмитрий 日本語 😀"
	var notes []string
	file := printed(t, judge.NewChecklist(plan, exporttest.TestDate), doc.Options{Say: func(note string) { notes = append(notes, note) }})
	if len(notes) != 1 || !strings.Contains(notes[0], "U+65E5") || !strings.Contains(notes[0], "U+1F600") || strings.Contains(notes[0], "U+0414") {
		t.Errorf("%q", notes)
	}
	if text := reads(t, file, "pdftotext -l 1 -enc UTF-8 %s -"); !strings.Contains(text, "Дмитрий") || !strings.Contains(bare(text), bare(notes[0])) {
		t.Error(text)
	}
	printed(t, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate), doc.Options{Say: func(note string) { t.Error(note) }})
}

// bare leaves out blanks, which a reader sets anew.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// TestPDFGivesTextBack: what people wrote is found in the pages as it was.
func TestPDFGivesTextBack(t *testing.T) {
	for _, value := range append(exporttest.Hostile, strings.Repeat("a long word"+strings.Repeat("x", 300)+" ", 3), strings.Repeat("line\n", 5), "Ελένη Łódź Müller") {
		plan := exporttest.Spoiled(value)
		plan.Tasks[0].Due = ""
		text := reads(t, printed(t, judge.NewChecklist(plan, exporttest.TestDate).Narrow(judge.Scope{Owner: model.ConfigMgr}), doc.Options{}), "pdftotext -raw -enc UTF-8 %s -")
		want := bare(norm.NFC.String(replacedIn(model.Clean(plan.Tasks[0].Note))))
		if !strings.Contains(bare(text), want) {
			t.Errorf("%q is not found as %q in %s", value, want, text[:min(len(text), 3000)])
		}
	}
}

// replacedIn puts the mark in place of Han letters, the only ones here without a form.
func replacedIn(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return '\uFFFD'
		}
		return r
	}, text)
}

// FuzzPDF: no text of a plan stops the pages from being written.
func FuzzPDF(f *testing.F) {
	for _, value := range exporttest.Hostile {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		c := judge.NewChecklist(exporttest.Spoiled(value), exporttest.TestDate).Narrow(judge.Scope{Owner: model.ConfigMgr})
		c.Sections = c.Sections[:min(len(c.Sections), 1)]
		if err := Format.Write(io.Discard, c, doc.Options{}); err != nil {
			t.Errorf("%q: %v", value, err)
		}
	})
}
