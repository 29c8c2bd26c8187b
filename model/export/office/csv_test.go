package office

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	"cmgwizard/model/worksheet"
)

// readCSV reads as programs do that skip the mark in front.
func readCSV(t testing.TB, data []byte) [][]string {
	t.Helper()
	text, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	if !marked {
		t.Error("no mark in front")
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVHasTheColumnsOfTheWorkbook(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	rows := readCSV(t, exporttest.Written(t, CSV, c))
	tasks := readWorkbook(t, exporttest.Written(t, Workbook, c))[1]
	if len(rows) != len(c.Items())+1 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, title := range rows[0] {
		for n, cell := range tasks.column(t, title) {
			if cell.text != rows[n+1][i] && title != "Due" && title != "On" && worksheet.Guarded(cell.text) != rows[n+1][i] {
				t.Errorf("%s of task %d: %q in the workbook, %q in the list", title, n+1, cell.text, rows[n+1][i])
			}
		}
	}
	if due := rows[2][slices.Index(rows[0], "Due")]; due != "2026-12-01" {
		t.Errorf("due %q", due)
	}
	if note := rows[1][slices.Index(rows[0], "Note")]; note != "Agreed with Azure.\nTicket CHG-1042." {
		t.Errorf("the note is %q", note)
	}
}

func TestCSVLinesEndAsOnWindows(t *testing.T) {
	data := exporttest.Written(t, CSV, manyTasks(200))
	if rows := readCSV(t, data); len(rows) != 201 {
		t.Errorf("%d rows", len(rows))
	}
	if n := bytes.Count(data, []byte("\r\n")); n != 201 || bytes.Count(data, []byte("\r")) != n {
		t.Errorf("%d lines end so", n)
	}
}

func TestCSVSaysWhatItGuards(t *testing.T) {
	for note, want := range map[string]int{"fine": 1, "=1+1": 2} {
		c := manyTasks(1)
		c.Sections[0].Items[0].Progress.Note = note
		said := 0
		if err := CSV.Write(&bytes.Buffer{}, c, doc.Options{Say: func(string) { said++ }}); err != nil || said != want {
			t.Errorf("%q: %d notes, %v", note, said, err)
		}
	}
}

func TestGuarded(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "text": "text", "=1+1": "'=1+1", " =1": "' =1", "\"=1": "'\"=1", "@x": "'@x", "+49 30": "'+49 30", "-": "'-", "|x": "'|x", "%x": "'%x",
		"＝1": "'＝1", "－1": "'－1", "\u200d=1": "'\u200d=1", "a=b": "a=b", "3, 4": "3, 4", "\n-1": "\n'-1",
		"a\n=1": "a\n'=1", "a;=1": "a;'=1", "a; @x": "a;' @x", "a;-cmd|' /C calc'!A0": "a;'-cmd|' /C calc'!A0",
		"list:\n- one\n- two": "list:\n- one\n- two", "a\n-f(1)": "a\n'-f(1)",
	} {
		if got := worksheet.Guarded(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, value := range append(exporttest.Hostile, "=1+1", "a;=1", "\r\n=1", "'", `"`, "-", "a\tb") {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		g := doc.Grid{Columns: []doc.Column{{Title: "x"}, {Title: "y"}}, Rows: [][]doc.Cell{{doc.Texted(value), doc.Texted("end")}}}
		text, _ := csvOf(g)
		rows := readCSV(t, []byte(text))
		if len(rows) != 2 || len(rows[1]) != 2 || rows[1][0] != worksheet.Guarded(doc.XMLClean(value)) || rows[1][1] != "end" {
			t.Fatalf("%q comes back as %q", value, rows)
		}
		without := func(text string) string { return strings.ReplaceAll(text, "'", "") }
		if without(rows[1][0]) != without(doc.XMLClean(value)) {
			t.Errorf("%q loses something: %q", value, rows[1][0])
		}
		if begins := strings.TrimSpace(rows[1][0]); begins != "" && strings.ContainsRune("=@+-|%", rune(begins[0])) {
			t.Errorf("%q begins like a formula", begins)
		}
		for _, piece := range strings.FieldsFunc(rows[1][0], func(r rune) bool { return r == ';' || r == '\n' }) {
			if begins := strings.TrimSpace(piece); begins != "" && strings.ContainsRune("=@", rune(begins[0])) {
				t.Errorf("%q begins like a formula in %q", piece, rows[1][0])
			}
		}
	})
}
