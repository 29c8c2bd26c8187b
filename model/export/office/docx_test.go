package office

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
)

// A readPara is a paragraph as a reader of documents sees it.
type readPara struct {
	style, text string
	kept        bool
}

func readDocument(t testing.TB, data []byte) ([]readPara, map[string]*xmlNode) {
	t.Helper()
	parts := readParts(t, data)
	var paras []readPara
	for _, p := range parts["word/document.xml"].all("p") {
		paras = append(paras, readPara{p.first("pStyle").attrs["val"], p.docxText(), len(p.first("pPr").all("keepNext")) > 0})
	}
	return paras, parts
}

// docxText is what is read in an element: tabs and line breaks too.
func (n *xmlNode) docxText() string {
	text := ""
	for _, child := range n.nodes {
		switch child.name {
		case "pPr":
		case "t":
			text += child.text
		case "br":
			text += "\n"
		case "tab":
			text += "\t"
		default:
			text += child.docxText()
		}
	}
	return text
}

func TestGoldenDocument(t *testing.T) {
	for name, f := range map[string]doc.Format{"mixed.docx.txt": Word, "mixed.run.docx.txt": exporttest.Short(Word)} {
		goldenDocument(t, name, f)
	}
}

func goldenDocument(t *testing.T, name string, f doc.Format) {
	paras, parts := readDocument(t, exporttest.Written(t, f, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)))
	var b strings.Builder
	for _, name := range []string{"word/header.xml", "word/footer.xml"} {
		fmt.Fprintf(&b, "%s: %s\n", name, parts[name].docxText())
	}
	for _, p := range paras {
		fmt.Fprintf(&b, "%-13s %s\n", p.style, strings.ReplaceAll(p.text, "\n", "\n"+strings.Repeat(" ", 14)))
	}
	exporttest.CompareGolden(t, filepath.Join("testdata", name), []byte(b.String()))
}

// orders are the children of elements in the order that the format asks for.
var orders = map[string]string{
	"pPr":      "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl",
	"rPr":      "rStyle rFonts b i noProof color sz szCs u lang",
	"sdtPr":    "rPr alias tag id checkbox",
	"sdt":      "sdtPr sdtContent",
	"checkbox": "checked checkedState uncheckedState",
	"tblPr":    "tblW tblBorders tblLayout",
	"tbl":      "tblPr tblGrid tr",
	"tc":       "tcPr p",
	"tcPr":     "tcW gridSpan shd",
	"tr":       "trPr tc",
	"sectPr":   "headerReference footerReference pgSz pgMar",
	"style":    "name basedOn next qFormat pPr rPr",
	"lvl":      "start numFmt lvlText lvlJc pPr",
	"settings": "defaultTabStop compat themeFontLang",
	"styles":   "docDefaults style",

	"worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter mergeCells conditionalFormatting dataValidations hyperlinks " +
		"pageMargins pageSetup headerFooter ignoredErrors",
	"workbook":   "bookViews sheets definedNames",
	"styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs",
}

func TestElementsStandInTheOrderOfTheFormat(t *testing.T) {
	for _, f := range []doc.Format{Workbook, Word, Change, exporttest.Short(Word)} {
		for name, root := range readParts(t, exporttest.Written(t, f, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate))) {
			root.checkOrder(t, name)
		}
	}
}

func (n *xmlNode) checkOrder(t *testing.T, part string) {
	order, last := strings.Fields(orders[n.name]), 0
	for _, child := range n.nodes {
		place := slices.Index(order, child.name)
		if len(order) > 0 && place < last {
			t.Errorf("%s: %s of %s stands in a wrong place", part, child.name, n.name)
		}
		last = max(last, place)
		child.checkOrder(t, part)
	}
}

func TestWhatADocumentNamesIsThere(t *testing.T) {
	for _, scope := range []judge.Scope{{}, {Owner: model.PKITeam}, {Open: true}} {
		_, parts := readDocument(t, exporttest.Written(t, Word, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate).Narrow(scope)))
		text := parts["word/document.xml"]
		named := func(part, element, attr string) []string {
			var names []string
			for _, n := range parts[part].all(element) {
				names = append(names, n.attrs[attr])
			}
			return names
		}
		check := func(what, element, attr string, known []string) {
			for _, n := range text.all(element) {
				if name := n.attrs[attr]; name != "" && !slices.Contains(known, name) {
					t.Errorf("%v: %s %q is not there", scope, what, name)
				}
			}
		}
		styles := named("word/styles.xml", "style", "styleId")
		check("style", "pStyle", "val", styles)
		check("style", "rStyle", "val", styles)
		check("list", "numId", "val", named("word/numbering.xml", "num", "numId"))
		check("place", "hyperlink", "anchor", named("word/document.xml", "bookmarkStart", "name"))
		marks := named("word/document.xml", "bookmarkStart", "name")
		pages := 0
		for _, n := range text.all("instrText") {
			if place, page := strings.CutPrefix(strings.TrimSpace(n.text), "PAGEREF "); page {
				pages++
				if name, _, _ := strings.Cut(place, " "); !slices.Contains(marks, name) {
					t.Errorf("%v: the contents have the page of %q, which is not there", scope, name)
				}
			}
		}
		if pages == 0 {
			t.Errorf("%v: the contents have no page numbers", scope)
		}
		check("link", "hyperlink", "id", named("word/_rels/document.xml.rels", "Relationship", "Id"))
		for _, list := range [][]string{named("word/document.xml", "bookmarkStart", "name"), named("word/document.xml", "bookmarkStart", "id"), named("word/document.xml", "tag", "val")} {
			slices.Sort(list)
			if len(slices.Compact(slices.Clone(list))) != len(list) {
				t.Errorf("%v: something is there twice in %q", scope, list)
			}
			for _, name := range list {
				if len(name) > 40 {
					t.Errorf("%q is longer than Word takes", name)
				}
			}
		}
	}
}

func TestBoxesOfADocument(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	_, parts := readDocument(t, exporttest.Written(t, Word, c))
	boxes := parts["word/document.xml"].all("sdt")
	if len(boxes) != len(c.Items()) {
		t.Fatalf("%d boxes for %d tasks", len(boxes), len(c.Items()))
	}
	for _, item := range c.Items() {
		for _, box := range boxes {
			if box.first("tag").attrs["val"] != doc.TaskAnchor(item.Number) {
				continue
			}
			state, sign := "0", emptySign
			if item.Progress.State == model.Done {
				state, sign = "1", tickedSign
			}
			if box.first("checked").attrs["val"] != state || box.docxText() != sign {
				t.Errorf("task %d is %s, its box %s %s", item.Number, item.Progress.State, box.first("checked").attrs["val"], box.docxText())
			}
		}
	}
}

func TestATaskStaysOnAPage(t *testing.T) {
	paras, _ := readDocument(t, exporttest.Written(t, Word, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)))
	for i, p := range paras[:len(paras)-1] {
		inside := slices.Contains([]string{"Fact", "EntryText", "ListNumber", "Code", "CodeWhere"}, paras[i+1].style)
		if inside && !p.kept {
			t.Errorf("a page may end between %q and %q", p.text, paras[i+1].text)
		}
		if paras[i+1].style == "Heading3" && p.style == "Fact" && p.kept {
			t.Errorf("no page may end after %q", p.text)
		}
	}
}

func TestADocumentAsksNothingWhenItIsOpened(t *testing.T) {
	_, parts := readDocument(t, exporttest.Written(t, Word, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)))
	for name, root := range parts {
		if len(root.all("updateFields")) > 0 {
			t.Errorf("%s has its fields made anew", name)
		}
		for _, field := range append(root.all("fldChar"), root.all("fldSimple")...) {
			if field.attrs["dirty"] != "" {
				t.Errorf("%s has a field to be made anew", name)
			}
		}
	}
}

func TestHostileTextIsTextInADocument(t *testing.T) {
	for _, f := range []doc.Format{Word, Change, exporttest.Short(Word)} {
		want, _ := docxShape(t, f, spoiledChecklist(exporttest.Harmless))
		for _, value := range exporttest.Tried() {
			got, words := docxShape(t, f, spoiledChecklist(value))
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q changes the document: %s", f.Name, value, exporttest.FirstDifference(got, want))
			}
			if !strings.Contains(words, exporttest.Shown(value)) {
				t.Errorf("%s: %q does not come back", f.Name, value)
			}
		}
	}
}

func spoiledChecklist(value string) judge.Checklist {
	return judge.NewChecklist(exporttest.Spoiled(value), exporttest.TestDate)
}

// docxShape lists the elements of a document but for the drawing, whose lines
// are as long as its words, and its text.
func docxShape(t *testing.T, f doc.Format, c judge.Checklist) (elements []string, words string) {
	paras, parts := readDocument(t, exporttest.Written(t, f, c))
	for _, p := range parts["word/document.xml"].all("p") {
		if p.first("pStyle").attrs["val"] != "Drawing" {
			p.skeletonXML(&elements)
		}
	}
	var all []string
	for _, p := range paras {
		all = append(all, p.text)
	}
	return elements, squeezed(strings.Join(all, " "))
}

func TestEveryFieldComesBackFromADocument(t *testing.T) {
	for _, value := range exporttest.Tried() {
		c := exporttest.InEveryField(exporttest.OnOneLine(value))
		_, words := docxShape(t, Word, c)
		for _, text := range exporttest.PrintedTexts(c) {
			if !strings.Contains(words, exporttest.Shown(text)) {
				t.Errorf("%q does not come back", text)
			}
		}
	}
}

func TestDocumentsOfAnySize(t *testing.T) {
	for name, c := range map[string]judge.Checklist{
		"nothing": {Date: exporttest.TestDate}, "one task": manyTasks(1), "two hundred": manyTasks(200),
		"a team": judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate).Narrow(judge.Scope{Owner: model.Network}),
	} {
		paras, parts := readDocument(t, exporttest.Written(t, Word, c))
		places := 0
		for _, mark := range parts["word/document.xml"].all("bookmarkStart") {
			if strings.HasPrefix(mark.attrs["name"], markName("task-")) {
				places++
			}
		}
		cards := slices.DeleteFunc(c.Items(), doc.ByAnswer)
		if places < len(cards) {
			t.Errorf("%s: %d places for %d cards", name, places, len(cards))
		}
		if want := doc.ScopeTitle(c.Scope); paras[0].style != "Title" || paras[0].text != want || !strings.Contains(parts["word/header.xml"].docxText(), want) {
			t.Errorf("%s: the title is %q", name, paras[0].text)
		}
	}
}

func TestPaperOfOfficeFiles(t *testing.T) {
	for paper, want := range map[doc.Paper][2]string{"": {"9", "11906"}, doc.A4: {"9", "11906"}, doc.Letter: {"1", "12240"}} {
		o := doc.Options{Paper: paper}
		var b strings.Builder
		if err := Workbook.Write(&b, manyTasks(1), o); err != nil {
			t.Fatal(err)
		}
		if got := readParts(t, []byte(b.String()))["xl/worksheets/sheet1.xml"].first("pageSetup").attrs["paperSize"]; got != want[0] {
			t.Errorf("%q: paper %s", paper, got)
		}
		b.Reset()
		if err := Word.Write(&b, manyTasks(1), o); err != nil {
			t.Fatal(err)
		}
		if got := readParts(t, []byte(b.String()))["word/document.xml"].first("pgSz").attrs["w"]; got != want[1] {
			t.Errorf("%q: %s broad", paper, got)
		}
	}
}

func FuzzDocxText(f *testing.F) {
	for _, value := range append(exporttest.Hostile, " blanks ", " Müller ", "\uffff\ufffe", "a\nb") {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		d := document{}
		e := doc.Entry{Title: value, Number: 1, Box: doc.EmptyBox, Facts: []doc.Fact{doc.Lines("Note", value), doc.Rich("Proof", exporttest.SpansOf(value))}}
		root := parseXML(t, "document", strings.NewReader(`<w:x `+documentNames+boxNames+">"+string(d.entry(e, doc.Group{}))+"</w:x>"))
		want := exporttest.Packed(doc.XMLClean(value))
		note := exporttest.Packed(strings.ReplaceAll(doc.XMLClean(value), "\n", ""))
		got := exporttest.Packed(root.docxText())
		if oneLine := exporttest.Packed(doc.XMLValid(model.Clean(value))); got != exporttest.Packed("☐1."+oneLine+"Note"+note+"Proof"+strings.Repeat(oneLine, 4)) {
			t.Errorf("%q comes back as %q", want, got)
		}
	})
}

func TestBlanksBetweenPiecesStay(t *testing.T) {
	r := model.Text{{Text: "Żółw "}, {Text: "Łódź", Kind: model.LabelSpan}, {Text: " ä "}, {Text: "x", Kind: model.CodeSpan}}
	root := parseXML(t, "rich", strings.NewReader("<w:x "+documentNames+">"+string(richMarkup(r))+"</w:x>"))
	if got := root.docxText(); got != "Żółw Łódź ä x" {
		t.Errorf("%q", got)
	}
}
