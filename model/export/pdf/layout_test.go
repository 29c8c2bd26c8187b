package pdf

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/pdf/page"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile"
	"cmgwizard/model/plantest"
	"cmgwizard/model/slow"
	"golang.org/x/text/unicode/norm"
)

// laidOut is a book once its pages are settled.
func laidOut(c judge.Checklist, paper doc.Paper) *book {
	return laidOutIn(c, doc.Options{Paper: paper})
}

func laidOutIn(c judge.Checklist, o doc.Options) *book {
	known := pageFacts{}
	for {
		s := doc.SheetOf(c, o.Detail)
		b := newBook(c, s, drawing.NewDrawing(s.Overview.Traffic, 480), o.Paper, known)
		b.write()
		if b.found().equal(known) {
			return b
		}
		known = b.found()
	}
}

// TestRunSheetIsShort: a simple plan has two pages, a plan of all methods at most
// four.
func TestRunSheetIsShort(t *testing.T) {
	simple := *plantest.GoodPlan()
	plantest.OnlyEntra(&simple)
	for _, paper := range []doc.Paper{doc.A4, doc.Letter} {
		for most, plan := range map[int]model.Plan{2: simple, 4: *plantest.FullPlan(), 3: sample(t)} {
			b := laidOutIn(judge.NewChecklist(plan, exporttest.TestDate), doc.Options{Paper: paper, Detail: doc.Short})
			if n := b.d.Page(); n > most {
				t.Errorf("%s: %d pages, want at most %d", paper, n, most)
			}
			for _, item := range b.c.Items() {
				if b.pages[taskPlace(item.Number)] == 0 {
					t.Errorf("%s: task %d is on no page", paper, item.Number)
				}
			}
		}
	}
}

// sample is the plan that the program prints for whoever wants to see one.
func sample(t *testing.T) model.Plan {
	t.Helper()
	plan, err := planfile.Read("../../../wizard/cli/sample.toml")
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestFullPrintIsShort: what a board signs is one page, and the sample, whose tasks
// to do are 50, is on 16.
func TestFullPrintIsShort(t *testing.T) {
	for _, paper := range []doc.Paper{doc.A4, doc.Letter} {
		b := laidOutIn(judge.NewChecklist(sample(t), exporttest.TestDate), doc.Options{Paper: paper, Detail: doc.Full})
		if n := b.d.Page(); n > 16 {
			t.Errorf("%s: %d pages, want at most 16", paper, n)
		}
		if b.pages["part sign-off"] != 1 || b.pages["part traffic"] != 2 || b.pages["part run"] != 3 {
			t.Errorf("%s: the board signs on page %d, the drawing is on %d, the run sheet on %d", paper, b.pages["part sign-off"], b.pages["part traffic"], b.pages["part run"])
		}
	}
}

// TestLayout: a card goes over two pages at most, and begins on that of the heading
// that stands over it; each task, each source and each line of the contents has its
// place on a page.
func TestLayout(t *testing.T) {
	slow.Long(t)
	papers := []doc.Paper{doc.A4}
	if slow.On() {
		papers = append(papers, doc.Letter)
	}
	for name, c := range manyChecklists() {
		for _, paper := range papers {
			b := laidOut(c, paper)
			for _, p := range b.s.Parts {
				for _, g := range p.Groups {
					checkGroup(t, name, b, p, g)
				}
			}
			for _, anchor := range anchorsOf(b, c) {
				if b.pages[anchor] == 0 {
					t.Errorf("%s: nothing is at %q", name, anchor)
				}
			}
		}
	}
}

func checkGroup(t *testing.T, name string, b *book, p doc.Part, g doc.Group) {
	t.Helper()
	for i, e := range g.Entries {
		if !e.Card {
			continue
		}
		begins, ends := b.pages[taskPlace(e.Number)], b.ends[e.Number]
		if begins == 0 || ends == 0 {
			t.Fatalf("%s: task %d is on no page", name, e.Number)
		}
		if ends > begins+1 && height(b.wholeCard(e)) < b.bottom()-topMargin {
			t.Errorf("%s: task %d begins on page %d and ends on page %d", name, e.Number, begins, ends)
		}
		if i == 0 && p.Groups[0].Id == g.Id && b.pages["part "+p.Id] != begins {
			t.Errorf("%s: %q stands alone on page %d", name, g.Title, b.pages["group "+g.Id])
		}
	}
}

func anchorsOf(b *book, c judge.Checklist) []string {
	var anchors []string
	for _, item := range c.Items() {
		if !doc.ByAnswer(item) {
			anchors = append(anchors, taskPlace(item.Number))
		}
	}
	for i := range b.sources.list {
		anchors = append(anchors, sourcePlace(i+1))
	}
	for _, p := range b.s.Parts {
		anchors = append(anchors, "part "+p.Id)
		for _, g := range p.Groups {
			if g.Title != "" && g.Job == 0 {
				anchors = append(anchors, "group "+g.Id)
			}
		}
	}
	return anchors
}

// TestNoTitleEndsAPage: neither a title nor the words that explain it are the
// last on a page.
func TestNoTitleEndsAPage(t *testing.T) {
	for name, c := range manyChecklists() {
		over := titlesAndLeads(doc.NewSheet(c))
		text := reads(t, printed(t, c, doc.Options{Paper: doc.Letter}), "pdftotext -layout -enc UTF-8 %s -")
		for i, page := range strings.Split(strings.TrimSuffix(text, "\f"), "\f") {
			lines := strings.Split(strings.TrimSpace(page), "\n")
			last := lines[:len(lines)-1] // without the foot
			for len(last) > 0 && strings.TrimSpace(last[len(last)-1]) == "" {
				last = last[:len(last)-1]
			}
			if n := len(last); n > 0 && slices.Contains(over, strings.TrimSpace(last[n-1])) {
				t.Errorf("%s: page %d ends with %q", name, i+1, last[n-1])
			}
		}
	}
}

func titlesAndLeads(s doc.Sheet) []string {
	over := []string{sourcesTitle}
	for _, p := range s.Parts {
		over = append(over, p.Title)
		for _, g := range p.Groups {
			if len(g.Entries) > 0 && (g.Job == 0 || len(g.Entries) > 1) {
				over = append(over, p.Lead, g.Title, g.Lead)
			}
		}
	}
	return slices.DeleteFunc(over, func(words string) bool { return words == "" })
}

// TestWrap: rows are no wider than they may be, hold every letter in its order,
// and end at a blank unless a word is wider than a row.
func TestWrap(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	b := laidOut(judge.NewChecklist(model.Plan{}, exporttest.TestDate), doc.A4)
	for range 2000 {
		runs, long := randomRuns(random)
		width := 30 + random.Float64()*100
		got := ""
		rows := b.wrap(runs, width)
		for i, row := range rows {
			got += rowText(row)
			if wide := b.rowWidth(row); wide > width+0.01 {
				t.Fatalf("%.2f mm of %.2f: %q", wide, width, rowText(row))
			}
			if !long && i < len(rows)-1 && !strings.HasSuffix(rowText(row), " ") {
				t.Fatalf("broken within a word: %q before %q", rowText(row), rowText(rows[i+1]))
			}
		}
		if want := rowText(runs); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	}
}

// randomRuns are words in several faces, some of them of two. None is wider than
// 30 mm unless long says so.
func randomRuns(random *rand.Rand) (runs []run, long bool) {
	pieces := []string{"a", "word ", "ab ", ", ", ".", " [12]", "two words ", "Łódź ", "  "}
	if long = random.Intn(4) == 0; long {
		pieces = append(pieces, strings.Repeat("long", 40))
	}
	last := ""
	for range 1 + random.Intn(40) {
		piece := pieces[random.Intn(len(pieces))]
		if !long && !strings.HasSuffix(last, " ") && len(runs) > 0 && random.Intn(3) > 0 {
			piece = " " + piece
		}
		last = piece
		runs = append(runs, run{style: page.Style(random.Intn(3)), size: 9, text: piece})
	}
	return runs, long || widestWord(runs) > 12
}

func widestWord(runs []run) int {
	widest := 0
	for word := range strings.FieldsSeq(rowText(runs)) {
		widest = max(widest, len(word))
	}
	return widest
}

func rowText(row []run) string {
	var all strings.Builder
	for _, r := range row {
		all.WriteString(r.text)
	}
	return all.String()
}

// rowWidth is how far a row goes to the right, without the blanks at its end.
func (b *book) rowWidth(row []run) float64 {
	wide := 0.0
	for _, r := range row {
		if text := strings.TrimRight(r.text, " "); text != "" {
			b.d.Font(r.style, r.size)
			wide = r.x + b.d.Width(text)
		}
	}
	return wide
}

// TestEveryFieldComesBackFromPDF: a reader finds each text of a checklist in the
// pages, whatever stands in it.
func TestEveryFieldComesBackFromPDF(t *testing.T) {
	slow.Reader(t, "pdftotext")
	for _, value := range exporttest.Hostile {
		c := exporttest.InEveryField(exporttest.OnOneLine(value))
		c.Sections = slices.Clone(c.Sections[:1])
		words := pdfWords(t, c)
		for _, text := range exporttest.PrintedTexts(c) {
			if want := bare(norm.NFC.String(replacedIn(exporttest.Shown(text)))); !strings.Contains(words, want) {
				t.Errorf("%q does not come back", text)
			}
		}
	}
}

// pdfWords is the text of the pages without blanks, and without the head and the
// foot of each page, which come first.
func pdfWords(t *testing.T, c judge.Checklist) string {
	t.Helper()
	var all strings.Builder
	for page := range strings.SplitSeq(reads(t, printed(t, c, doc.Options{}), "pdftotext -raw -enc UTF-8 %s -"), "\f") {
		if lines := strings.Split(page, "\n"); len(lines) > 3 {
			all.WriteString(bare(strings.Join(lines[3:], "")))
		}
	}
	return all.String()
}

// TestDrawingFitsAPage: one that is higher than a page is drawn smaller, and
// nothing is drawn below it.
func TestDrawingFitsAPage(t *testing.T) {
	for _, high := range []float64{100, 680, 700, 2000} {
		b := newBook(judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate), doc.Sheet{}, drawing.Drawing{Width: 480, Height: high, About: "traffic"}, doc.Letter, pageFacts{})
		b.newPage()
		b.drawTraffic()
		if b.d.Page() != 1 || b.y > b.bottom() {
			t.Errorf("%.0f points end on page %d at %.1f mm", high, b.d.Page(), b.y)
		}
	}
}

// TestDrawnTextStaysInItsBox: what a font lacks is measured as it is shown.
func TestDrawnTextStaysInItsBox(t *testing.T) {
	for _, name := range []string{strings.Repeat("العربية ", 12), strings.Repeat("ไทยภาษา", 12), strings.Repeat("ไทยภาษา ", 12), "日本語 日本語", "👩‍💻 laptops 😀"} {
		c := judge.NewChecklist(exporttest.Spoiled(name), exporttest.TestDate)
		s := doc.SheetOf(c, doc.Full)
		drawn := drawing.NewDrawing(s.Overview.Traffic, 510)
		b := newBook(c, s, drawn, doc.A4, pageFacts{})
		b.newPage()
		for _, box := range drawn.Boxes {
			for _, text := range box.Texts {
				style := page.Regular
				if text.Bold {
					style = page.Bold
				}
				b.d.Font(style, text.Size)
				if wide := b.d.Width(text.Text) / point72; wide > box.W {
					t.Errorf("%q is %.0f points wide in a box of %.0f", text.Text, wide, box.W)
				}
			}
		}
	}
}
