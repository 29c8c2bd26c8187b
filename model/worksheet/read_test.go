package worksheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/office"
	"cmgwizard/model/judge"
	"cmgwizard/model/worksheet"
	"golang.org/x/text/encoding/charmap"
)

func mixed() judge.Checklist {
	return judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
}

// brought is what the bytes of a list would change in the plan of a checklist.
func brought(t *testing.T, c judge.Checklist, data []byte) worksheet.Merge {
	t.Helper()
	rows, err := worksheet.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	m, err := worksheet.NewMerge(&c.Plan, c.Outcome.Items, rows, c.Date)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// What nobody touched changes nothing, whatever stands in the plan.
func TestUntouchedListsChangeNothing(t *testing.T) {
	for _, value := range append(exporttest.Tried(), exporttest.Harmless, "'=x", "=1\n-2", "_x0041_", "a;=b", "  two  blanks ") {
		c := judge.NewChecklist(exporttest.Spoiled(value), exporttest.TestDate)
		for _, format := range []doc.Format{office.Workbook, office.CSV} {
			m := brought(t, c, exporttest.Written(t, format, c))
			if len(m.Changes)+len(m.Left) > 0 || m.Rows != len(c.Items()) {
				t.Errorf("%q as %s: %d rows, %+v, %+v", value, format.Name, m.Rows, m.Changes, m.Left)
			}
		}
	}
}

func TestListOfATeamIsReadBack(t *testing.T) {
	c := mixed()
	m := brought(t, c, exporttest.Written(t, office.Workbook, c.Narrow(judge.Scope{Owner: "pki"})))
	if m.Rows == 0 || len(m.Changes)+len(m.Left) > 0 {
		t.Errorf("%+v", m)
	}
}

// edited is the CSV of a checklist with a cell changed in the row of a task.
func edited(t *testing.T, c judge.Checklist, id string, cells map[string]string) [][]string {
	t.Helper()
	text := strings.TrimPrefix(string(exporttest.Written(t, office.CSV, c)), "\ufeff")
	table, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range table[1:] {
		if row[slices.Index(table[0], worksheet.IDTitle)] == id {
			for title, text := range cells {
				row[slices.Index(table[0], title)] = text
			}
		}
	}
	return table
}

func asCSV(t *testing.T, table [][]string, sign rune) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = sign
	if err := w.WriteAll(table); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wide(text []byte, order binary.AppendByteOrder) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + string(text))) {
		data = order.AppendUint16(data, unit)
	}
	return data
}

func TestFormsOfCSV(t *testing.T) {
	c := mixed()
	table := edited(t, c, "pki-template", map[string]string{worksheet.StateTitle: "done", worksheet.NoteTitle: "Łódź; \"x\"\n2"})
	above := append([][]string{{"Our list"}, {}}, table...)
	comma := asCSV(t, table, ',')
	for name, data := range map[string][]byte{
		"comma": comma, "semicolon": asCSV(t, table, ';'), "tab": asCSV(t, table, '\t'),
		"a mark":    append([]byte("\ufeff"), comma...),
		"the sign":  append([]byte("sep=;\r\n"), asCSV(t, table, ';')...),
		"UTF-16":    wide(asCSV(t, table, '\t'), binary.LittleEndian),
		"UTF-16 BE": wide(comma, binary.BigEndian),
		"Windows":   bytes.ReplaceAll(comma, []byte("\n"), []byte("\r\n")),
		"a head":    asCSV(t, above, ';'),
	} {
		m := brought(t, c, data)
		if len(m.Changes) != 1 || len(m.Left) > 0 || m.Changes[0].ID != "pki-template" || len(m.Changes[0].Parts) != 2 {
			t.Errorf("%s: %+v, left %+v", name, m.Changes, m.Left)
		}
	}
}

// packed is a zip with these parts.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const sheetHead = `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData>`

// sheetOf is a workbook with one sheet as Excel saves it: shared texts, numbers
// of days, and cells that are not written left out.
func sheetOf(t testing.TB, properties, shared, rows string) []byte {
	return packed(t, map[string]string{
		"xl/workbook.xml": `<workbook>` + properties + `</workbook>`, "xl/sharedStrings.xml": `<sst>` + shared + `</sst>`,
		"xl/worksheets/sheet7.xml": sheetHead + rows + `</x:sheetData></x:worksheet>`,
	})
}

const titles = `<x:row r="3"><x:c r="A3" t="s"><x:v>0</x:v></x:c><x:c r="C3" t="s"><x:v>1</x:v></x:c><x:c r="AB3" t="inlineStr"><x:is><x:t>Due</x:t></x:is></x:c><x:c t="str"><x:f>1</x:f><x:v>Note</x:v></x:c><x:c t="str"><x:v>Assigned to</x:v></x:c></x:row>`

const shared = `<si><t>ID</t></si><si><r><t>Made </t></r><r><rPr/><t>from</t></r><rPh><t>no</t></rPh></si><si><t xml:space="preserve">_x005F_x0041_ &amp; &#229;</t></si>`

func TestCellsOfAWorkbook(t *testing.T) {
	for name, c := range map[string]struct{ properties, cells, due, note, owner string }{
		"a day":      {"", `<x:c r="AB4"><x:v>46357</x:v></x:c>`, "2026-12-01", "", ""},
		"a time":     {"", `<x:c r="AB4" t="n"><x:v>46357.75</x:v></x:c>`, "2026-12-01", "", ""},
		"1904":       {`<workbookPr date1904="1"/>`, `<x:c r="AB4"><x:v>44895</x:v></x:c>`, "2026-12-01", "", ""},
		"an ISO day": {"", `<x:c r="AB4" t="d"><x:v>2026-12-01T00:00:00</x:v></x:c>`, "2026-12-01", "", ""},
		"no day":     {"", `<x:c r="AB4"><x:v>-3</x:v></x:c>`, "-3", "", ""},
		"shared":     {"", `<x:c r="AC4" t="s"><x:v>2</x:v></x:c>`, "", "_x0041_ & å", ""},
		"a number":   {"", `<x:c r="AD4"><x:v>7.0</x:v></x:c>`, "", "", "7"},
		"true":       {"", `<x:c r="AD4" t="b"><x:v>1</x:v></x:c>`, "", "", "TRUE"},
	} {
		list, err := worksheet.Read(sheetOf(t, c.properties, shared, titles+`<x:row r="4"><x:c r="A4" t="str"><x:v> a </x:v></x:c>`+c.cells+`</x:row>`))
		rows := list.Rows
		if err != nil || len(rows) != 1 || rows[0].ID != "a" || rows[0].Place != 4 {
			t.Errorf("%s: %+v, %v", name, rows, err)
			continue
		}
		for part, want := range map[string]string{"due": c.due, "note": c.note, "owner": c.owner} {
			for what, text := range rows[0].Work {
				if string(what) == part && text != want {
					t.Errorf("%s: %s is %q", name, part, text)
				}
			}
		}
	}
}

func TestWhatIsNoList(t *testing.T) {
	const rowAfter = `<x:row><x:c t="str"><x:v>x</x:v></x:c></x:row>`
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"nothing":      {nil, "the list is empty"},
		"text":         {[]byte("hello"), "no columns"},
		"other JSON":   {[]byte(`{"tasks":[]}`), "not the file"},
		"broken JSON":  {[]byte(`{"cmgwizard":"task states","tasks":[`), "not the file"},
		"zeros":        {make([]byte, 100), "neither"},
		"large":        {make([]byte, worksheet.MaxSize+1), "larger than"},
		"old":          {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ".xls"},
		"cut":          {exporttest.Written(t, office.Workbook, mixed())[:2000], "damaged"},
		"a document":   {exporttest.Written(t, office.Word, mixed()), "no workbook"},
		"LibreOffice":  {packed(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), ".ods"},
		"a pack":       {packed(t, map[string]string{"plan.toml": ""}), "pack"},
		"other titles": {sheetOf(t, "", shared, rowAfter), "no columns"},
		"entities": {packed(t, map[string]string{"xl/workbook.xml": `<!DOCTYPE w [<!ENTITY a "aaaa">]><workbook>&a;</workbook>`,
			"xl/worksheets/sheet1.xml": sheetHead + titles}), "damaged"},
		"unknown entity": {sheetOf(t, "", shared+"<si><t>&a;</t></si>", titles), "damaged"},
		"nested":         {sheetOf(t, "", shared, titles+strings.Repeat("<a>", 100)+strings.Repeat("</a>", 100)), "damaged"},
		"no such text":   {sheetOf(t, "", shared, titles+`<x:row><x:c t="s"><x:v>99</x:v></x:c></x:row>`), "damaged"},
		"many rows":      {sheetOf(t, "", shared, titles+strings.Repeat(rowAfter, 6000)), "more than 5000 rows"},
		"a bomb":         {sheetOf(t, "", shared, titles+"<x:row><x:c>"+strings.Repeat(" ", 40<<20)+"</x:c></x:row>"), "larger than 32 MiB"},
		"a long cell":    {sheetOf(t, "", shared, titles+`<x:row><x:c t="str"><x:v>`+strings.Repeat("x", 100_000)+`</x:v></x:c></x:row>`), "damaged"},
		"a long line":    {[]byte("ID,Made from\na," + strings.Repeat("x", 100_000)), "row 2"},
		"many lines":     {[]byte("ID,Made from\n" + strings.Repeat("a,b\n", 6000)), "more than 5000 rows"},
	} {
		_, err := worksheet.Read(c.data)
		var form *worksheet.FormError
		if !errors.As(err, &form) || !strings.Contains(err.Error(), c.want) || form.Hint() == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A workbook of many parts is not opened.
func TestManyParts(t *testing.T) {
	parts := map[string]string{"xl/workbook.xml": "<workbook/>"}
	for i := range 1100 {
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i)] = sheetHead
	}
	if _, err := worksheet.Read(packed(t, parts)); err == nil {
		t.Error("it is read")
	}
}

// Cells far to the right, in rows without end, cost nothing.
func TestFarCells(t *testing.T) {
	list, err := worksheet.Read(sheetOf(t, "", shared, titles+`<x:row r="1048576"><x:c r="XFD1048576" t="str"><x:v>x</x:v></x:c><x:c r="A9" t="str"><x:v>a</x:v></x:c></x:row>`+strings.Repeat("<x:row/>", 9000)))
	if err != nil || len(list.Rows) != 1 || list.Rows[0].ID != "a" {
		t.Errorf("%+v, %v", list.Rows, err)
	}
}

// Without its code page a file says what most of its letters are: the others
// are told.
func TestOtherCodePages(t *testing.T) {
	c := written(t, model.Progress{State: model.Open, Owner: "Jörg"})
	table := edited(t, c, template, map[string]string{worksheet.StateTitle: "Done", worksheet.NoteTitle: "fertig für alle"})
	data, err := charmap.Windows1252.NewEncoder().Bytes(asCSV(t, table, ';'))
	if err != nil {
		t.Fatal(err)
	}
	m := brought(t, c, data)
	if len(m.Changes) != 1 || len(m.Changes[0].Parts) != 1 || len(m.Left) != 1 || m.Left[0].What != diff.NotePart || !strings.Contains(m.Left[0].Do, "CSV UTF-8") {
		t.Errorf("%+v, left %+v", m.Changes, m.Left)
	}
}

// People copy the sheet before they work in it, and split it by teams.
func TestSeveralSheets(t *testing.T) {
	c := written(t, model.Progress{State: model.Open})
	row := func(table [][]string) (cells string) {
		for _, title := range []string{worksheet.IDTitle, worksheet.OriginTitle, worksheet.StateTitle, worksheet.DueTitle} {
			cells += `<x:c t="inlineStr"><x:is><x:t>` + title + `</x:t></x:is></x:c>`
		}
		cells = `<x:row>` + cells + `</x:row><x:row>`
		for _, r := range table[1:] {
			if r[slices.Index(table[0], worksheet.IDTitle)] == template {
				for _, title := range []string{worksheet.IDTitle, worksheet.OriginTitle, worksheet.StateTitle} {
					cells += `<x:c t="inlineStr"><x:is><x:t>` + r[slices.Index(table[0], title)] + `</x:t></x:is></x:c>`
				}
			}
		}
		return cells + `<x:c t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>`
	}
	m := brought(t, c, packed(t, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheet name="Mine" r:id="b"/><sheet name="Tasks" r:id="a"/></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheetHead + row(edited(t, c, "", nil)),
		"xl/worksheets/sheet2.xml":   sheetHead + row(edited(t, c, template, map[string]string{worksheet.StateTitle: "Done"})),
	}))
	faults := 0
	for _, l := range m.Left {
		if l.What == diff.DuePart && strings.Contains(l.Why, "error") && (l.Place() == "Mine!D2" || l.Place() == "Tasks!D2") {
			faults++
		}
	}
	if len(m.Changes) != 1 || m.Changes[0].Parts[0].File != "done" || faults != 2 {
		t.Errorf("%+v, left %+v", m.Changes, m.Left)
	}
}
