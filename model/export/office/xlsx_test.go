package office

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	"cmgwizard/model/slow"
	"cmgwizard/model/tasks"
	"cmgwizard/model/worksheet"
)

// A readSheet is a worksheet as a reader of workbooks sees it.
type readSheet struct {
	name  string
	root  *xmlNode
	cells map[string]readCell
	order []string
}

type readCell struct{ kind, style, text, link string }

func readWorkbook(t testing.TB, data []byte) []readSheet {
	t.Helper()
	parts := readParts(t, data)
	var sheets []readSheet
	for i, s := range parts["xl/workbook.xml"].all("sheet") {
		name := fmt.Sprintf("sheet%d.xml", i+1)
		read := readSheet{s.attrs["name"], parts["xl/worksheets/"+name], map[string]readCell{}, nil}
		links := map[string]string{}
		if rels := parts["xl/worksheets/_rels/"+name+".rels"]; rels != nil {
			for _, r := range rels.all("Relationship") {
				links[r.attrs["Id"]] = r.attrs["Target"]
			}
		}
		for _, c := range read.root.all("c") {
			text := c.first("v").text + unescapeSheet(c.first("t").text)
			read.cells[c.attrs["r"]] = readCell{c.attrs["t"], c.attrs["s"], text, ""}
			read.order = append(read.order, c.attrs["r"])
		}
		for _, l := range read.root.all("hyperlink") {
			cell := read.cells[l.attrs["ref"]]
			cell.link = links[l.attrs["id"]]
			read.cells[l.attrs["ref"]] = cell
		}
		sheets = append(sheets, read)
	}
	return sheets
}

var sheetEscape = regexp.MustCompile(`_[xX]([0-9a-fA-F]{4})_`)

// unescapeSheet reads _x0041_ as Excel does.
func unescapeSheet(text string) string {
	return sheetEscape.ReplaceAllStringFunc(text, func(escape string) string {
		n, _ := strconv.ParseUint(escape[2:6], 16, 32)
		return string(rune(n))
	})
}

func TestGoldenWorkbook(t *testing.T) {
	var b strings.Builder
	for _, s := range readWorkbook(t, exporttest.Written(t, Workbook, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate))) {
		fmt.Fprintf(&b, "== %s\n", s.name)
		for _, place := range s.order {
			c := s.cells[place]
			text := strings.ReplaceAll(c.text, "\n", "\n    ")
			if c.link != "" && c.link != c.text {
				text += " -> " + c.link
			}
			if text != "" {
				fmt.Fprintf(&b, "%s %s\n", place, text)
			}
		}
	}
	exporttest.CompareGolden(t, filepath.Join("testdata", "mixed.xlsx.txt"), []byte(b.String()))
}

// column gives the cells of the list of tasks under a title.
func (s readSheet) column(t testing.TB, title string) []readCell {
	t.Helper()
	for i := range doc.TaskColumns {
		if s.cells[columnName(i)+"1"].text == title {
			var cells []readCell
			for n := 2; ; n++ {
				cell, ok := s.cells[columnName(i)+strconv.Itoa(n)]
				if !ok {
					return cells
				}
				cells = append(cells, cell)
			}
		}
	}
	t.Fatalf("no column %s", title)
	return nil
}

// The only formulas count the list: they are the same whatever the texts are.
func TestNoTextIsAFormula(t *testing.T) {
	want := formulasOf(t, exporttest.Harmless)
	if len(want) == 0 {
		t.Error("nothing is counted")
	}
	for _, value := range exporttest.Tried() {
		if got := formulasOf(t, value); !slices.Equal(got, want) {
			t.Errorf("%q changes a formula: %q", value, got)
		}
		for _, s := range readWorkbook(t, exporttest.Written(t, Workbook, exporttest.InEveryField(value))) {
			if n := len(s.root.all("f")); n > 0 && s.name != progressName {
				t.Errorf("%q: %d formulas in %s", value, n, s.name)
			}
			for place, c := range s.cells {
				_, err := strconv.ParseFloat(c.text, 64)
				if c.kind != "inlineStr" && c.text != "" && err != nil {
					t.Errorf("%q: %s of %s is %+v", value, place, s.name, c)
				}
			}
		}
	}
}

func formulasOf(t *testing.T, value string) []string {
	var list []string
	for _, s := range readWorkbook(t, exporttest.Exported(t, Workbook, value)) {
		for _, f := range s.root.all("f") {
			list = append(list, f.text)
		}
	}
	return list
}

func TestProgressCountsTheList(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	sheets := readWorkbook(t, exporttest.Written(t, Workbook, c))
	progress := sheets[2]
	if progress.name != progressName || progress.cells["A2"].text != "Team" || progress.cells["B2"].text != "Tasks" || progress.cells["H2"].text != "Settled" {
		t.Fatalf("%s begins with %+v", progress.name, progress.cells["A2"])
	}
	tasks, settled := 0, 0.0
	for _, w := range c.Outcome.TeamWorks() {
		for place, cell := range progress.cells {
			if row := strings.TrimPrefix(place, "A"); cell.text == model.Teams.Label(w.Team) && row != place {
				n, _ := strconv.Atoi(progress.cells["B"+row].text)
				part, _ := strconv.ParseFloat(progress.cells["H"+row].text, 64)
				tasks, settled = tasks+n, settled+part
				if want := float64(w.Tasks-w.Pending) / float64(max(w.Tasks, 1)); n != w.Tasks || part > want || part < want-0.011 {
					t.Errorf("%s has %d tasks, %v settled, want %d and %v", cell.text, n, part, w.Tasks, want)
				}
			}
		}
	}
	if tasks != len(c.Items()) || settled == 0 {
		t.Errorf("%d tasks of %d, settled %v", tasks, len(c.Items()), settled)
	}
	last := strconv.Itoa(len(c.Items()) + 1)
	if f := progress.root.all("f")[1].text; f != "COUNTIFS(Tasks!$D$2:$D$"+last+",$A3,Tasks!$G$2:$G$"+last+",C$2)" {
		t.Errorf("counted is %s", f)
	}
}

// A label is a word to find, not a pattern.
func TestLabelsAreNoPatterns(t *testing.T) {
	for _, label := range labelsOf() {
		if strings.ContainsAny(label, "*?~<>=") {
			t.Errorf("%q would count something else", label)
		}
	}
}

func labelsOf() []string {
	var labels []string
	for _, team := range model.Teams {
		labels = append(labels, team.Label)
	}
	for _, state := range model.TaskStates {
		labels = append(labels, state.Label)
	}
	for _, phase := range tasks.Phases() {
		labels = append(labels, phase.Title)
	}
	return labels
}

func TestHostileTextIsTextInAWorkbook(t *testing.T) {
	want := cellsOf(t, exporttest.Harmless)
	for _, value := range exporttest.Tried() {
		if got := cellsOf(t, value); !slices.Equal(got, want) {
			t.Errorf("%q changes the sheets: %s", value, exporttest.FirstDifference(got, want))
		}
		tasks := readWorkbook(t, exporttest.Exported(t, Workbook, value))[1]
		for _, title := range []string{"Note", "Assigned to", "Set by", "Due"} {
			wanted := doc.XMLClean(strings.ReplaceAll(value, "\n", " "))
			if !slices.ContainsFunc(tasks.column(t, title), func(c readCell) bool { return squeezed(c.text) == squeezed(wanted) }) {
				t.Errorf("%q does not come back under %s", value, title)
			}
		}
	}
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), " ") }

func cellsOf(t *testing.T, value string) []string {
	var list []string
	for _, s := range readWorkbook(t, exporttest.Exported(t, Workbook, value)) {
		s.root.skeletonXML(&list)
	}
	return list
}

func TestListOfTasks(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	s := readWorkbook(t, exporttest.Written(t, Workbook, c))[1]
	if s.name != "Tasks" || len(s.column(t, "Task")) != len(c.Items()) {
		t.Fatalf("%s has %d rows", s.name, len(s.column(t, "Task")))
	}
	list := s.root.first("dataValidation")
	last := strconv.Itoa(len(c.Items()) + 1)
	if list.attrs["type"] != "list" || list.first("formula1").text != `"Open,Done,Blocked,Risk accepted,Not needed"` || list.attrs["sqref"] != "G2:G"+last {
		t.Errorf("the states to choose from are %q in %s", list.first("formula1").text, list.attrs["sqref"])
	}
	if ref := s.root.first("autoFilter").attrs["ref"]; ref != "A1:AA"+last {
		t.Errorf("filtered is %s", ref)
	}
	if pane := s.root.first("pane").attrs; pane["state"] != "frozen" || pane["topLeftCell"] != "C2" {
		t.Errorf("frozen is %v", pane)
	}
	for i, item := range c.Items() {
		if got := s.column(t, "State")[i].text; got != model.TaskStates.Label(item.Progress.State) {
			t.Errorf("task %d is %q", i+1, got)
		}
	}
	if due := s.column(t, "Due")[1]; due.text != "46357" || due.style != strconv.Itoa(dayStyle) { // 2026-12-01
		t.Errorf("the day is %+v", due)
	}
}

func TestWorkbookShowsNoMarkup(t *testing.T) {
	for _, s := range readWorkbook(t, exporttest.Written(t, Workbook, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate))) {
		for place, c := range s.cells {
			if strings.Contains(c.text, "`") {
				t.Errorf("%s!%s: %q", s.name, place, c.text)
			}
		}
	}
}

func TestAbsolute(t *testing.T) {
	for area, want := range map[string]string{"A1:C9": "$A$1:$C$9", "AA2:AB10": "$AA$2:$AB$10"} {
		if got := absolute(area); got != want {
			t.Errorf("%s is %s", area, got)
		}
	}
}

func TestSerial(t *testing.T) {
	for day, want := range map[string]int{
		"1901-01-01": 367, "2000-02-29": 36585, "2024-02-29": 45351, "2026-11-22": 46348, "2026-12-01": 46357, "9999-12-31": 2958465,
	} {
		d, err := time.Parse(time.DateOnly, day)
		if got := serial(d); err != nil || got != want {
			t.Errorf("%s is %d, want %d", day, got, want)
		}
	}
}

func TestWhatIsNoDayStaysText(t *testing.T) {
	for _, text := range []string{"", "next week", "2026-02-30", "1899-12-31", "2026-1-1", "=TODAY()"} {
		if c := doc.Dayed(text); !c.Day.IsZero() || c.Words() != text {
			t.Errorf("%q becomes %+v", text, c)
		}
	}
}

func TestLongTextsAreCutToWhatACellTakes(t *testing.T) {
	for name, text := range map[string]string{
		"letters": strings.Repeat("x", 40000), "signs of two halves": strings.Repeat("😀", 20000),
		"lines": strings.Repeat("a\n", 400), "long lines": strings.Repeat(strings.Repeat("y", 300)+"\n", 300),
	} {
		got := fitCell(text)
		halves := 0
		for _, r := range got {
			halves++
			if r > 0xFFFF {
				halves++
			}
		}
		if halves > maxCell || strings.Count(got, "\n") > maxLines || !strings.HasSuffix(got, worksheet.CutMark) {
			t.Errorf("%s: %d signs, %d lines, ends in %q", name, halves, strings.Count(got, "\n"), got[len(got)-40:])
		}
	}
	for _, text := range []string{strings.Repeat("x", maxCell), strings.Repeat("a\n", maxLines), "short", ""} {
		if fitCell(text) != text {
			t.Errorf("%d signs are cut", len(text))
		}
	}
}

func TestLinksOfAWorkbook(t *testing.T) {
	found := 0
	for _, s := range readWorkbook(t, exporttest.Written(t, Workbook, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate))) {
		for place, c := range s.cells {
			if c.link != "" && (c.link != c.text || !strings.HasPrefix(c.link, "https://")) {
				t.Errorf("%s of %s says %q and leads to %q", place, s.name, c.text, c.link)
			}
			if c.link != "" {
				found++
			}
		}
	}
	if found == 0 {
		t.Error("no link")
	}
}

func TestSheetsOfAWorkbook(t *testing.T) {
	for name, c := range map[string]struct {
		list judge.Checklist
		want string
	}{
		"all":     {judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate), "Run sheet to print, Tasks, Progress, Overview, Decisions, What is required, Findings, Missing answers, Seen in files, Sources"},
		"a team":  {judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate).Narrow(judge.Scope{Owner: model.Network}), "Run sheet to print, Tasks, Progress, Overview, Missing answers, Sources"},
		"open":    {judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate).Narrow(judge.Scope{Open: true}), "Run sheet to print, Tasks, Progress, Overview, Findings, Missing answers, Sources"},
		"nothing": {judge.Checklist{Date: exporttest.TestDate}, "Run sheet to print, Tasks, Overview, Sources"},
		"many":    {manyTasks(200), "Run sheet to print, Tasks, Progress, Overview, Decisions, What is required, Findings, Missing answers, Seen in files, Sources"},
		"one":     {manyTasks(1), "Run sheet to print, Tasks, Progress, Overview, Decisions, What is required, Findings, Missing answers, Seen in files, Sources"},
	} {
		var names []string
		for _, s := range readWorkbook(t, exporttest.Written(t, Workbook, c.list)) {
			names = append(names, s.name)
			if len(s.name) > 31 || strings.ContainsAny(s.name, `[]:*?/\'`) {
				t.Errorf("%q cannot be the name of a sheet", s.name)
			}
		}
		if got := strings.Join(names, ", "); got != c.want && name != "nothing" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestScopeIsToldInAWorkbook(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate).Narrow(judge.Scope{Owner: model.PKITeam})
	sheets := readWorkbook(t, exporttest.Written(t, Workbook, c))
	if got := sheets[3].cells["A1"].text; got != "CMG checklist, PKI team: Contoso Łódź" {
		t.Errorf("the overview begins with %q", got)
	}
	if head := sheets[1].root.first("oddHeader").text; !strings.Contains(head, "PKI team") {
		t.Errorf("printed above is %q", head)
	}
	after := sheets[1].column(t, "After")
	if !slices.ContainsFunc(after, func(c readCell) bool { return strings.Contains(c.text, "(ConfigMgr") }) {
		t.Error("no task says whose task comes before it")
	}
}

func TestMarginsTakeAnyName(t *testing.T) {
	slow.Long(t)
	for _, name := range append(slices.Clone(exporttest.Hostile), strings.Repeat("&", 500), strings.Repeat("名", 500), "&P&N&D") {
		c := judge.NewChecklist(exporttest.Spoiled(name), exporttest.TestDate)
		c.Plan.Site.Code = name
		for _, s := range readWorkbook(t, exporttest.Written(t, Workbook, c)) {
			head := s.root.first("oddHeader").text
			rest := strings.ReplaceAll(head, "&&", "")
			if len([]rune(head)) > 255 || len(regexp.MustCompile(`&[^LCR]`).FindAllString(rest, -1)) > 0 {
				t.Errorf("%q gives %q", name, head)
			}
		}
	}
}

func FuzzSheetText(f *testing.F) {
	for _, value := range append(exporttest.Hostile, "_x0041_", "_x005F_x0041_", "__x0041_", "_X000d_", "a\n=1", "\uffff\ufffe", "日本語😀") {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		g := doc.Grid{Columns: []doc.Column{{Title: "x", Width: 20}}, Rows: [][]doc.Cell{{doc.Texted(value)}}}
		rows, _ := sheetRows(g)
		root := parseXML(t, "sheet", strings.NewReader(string(row(rows))))
		if got, want := unescapeSheet(root.nodes[1].first("t").text), fitCell(doc.XMLClean(value)); got != want {
			t.Errorf("%q comes back as %q", want, got)
		}
		for _, n := range root.all("c") {
			if text := n.first("t"); text.text != "" && n.attrs["t"] != "inlineStr" || len(n.all("f")) > 0 {
				t.Errorf("%q is no text", value)
			}
		}
	})
}
