package office

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// Workbook is a workbook whose first sheets are the run sheet and the list of
// tasks. No text of it is a formula, whatever it begins with; the only formulas
// count the list.
var Workbook = doc.Format{
	Name: "xlsx", Ext: ".xlsx", About: "a workbook for Excel or LibreOffice, one row a task",
	Binary: true,
	Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		return writeZip(w, newWorkbook(c, o).parts())
	},
}

// A workbook is what is written as .xlsx.
type workbook struct {
	list  judge.Checklist
	sheet doc.Sheet
	paper doc.Paper
	grids []doc.Grid
}

func newWorkbook(c judge.Checklist, o doc.Options) workbook {
	s := doc.NewSheet(c)
	list := doc.TaskGrid(c)
	grids := []doc.Grid{doc.RunGrid(c), list}
	if len(list.Rows) > 0 {
		grids = append(grids, progressGrid(list))
	}
	grids = append(append(grids, overviewGrid(s)), doc.PartGrids(c)...)
	return workbook{c, s, o.Paper, append(grids, doc.SourceGrid(c))}
}

const sheetNames = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + officeNames + `relationships"`

func (b workbook) parts() []zipPart {
	types := []contentType{
		{"xl/workbook.xml", "officedocument.spreadsheetml.sheet.main"}, {"xl/styles.xml", "officedocument.spreadsheetml.styles"},
	}
	var sheets []zipPart
	var rels []relation
	for i, g := range b.grids {
		name := fmt.Sprintf("worksheets/sheet%d.xml", i+1)
		types = append(types, contentType{"xl/" + name, "officedocument.spreadsheetml.worksheet"})
		rels = append(rels, relation{kind: "worksheet", target: name})
		sheets = append(sheets, b.worksheet(g, "xl/"+name)...)
	}
	parts := append(packageParts("xl/workbook.xml", types, b.list, b.sheet),
		zipPart{"xl/workbook.xml", b.workbookPart()},
		relations("xl/_rels/workbook.xml.rels", append(rels, relation{kind: "styles", target: "styles.xml"})),
		zipPart{"xl/styles.xml", xlsxStyles})
	return append(parts, sheets...)
}

func (b workbook) workbookPart() markup {
	var sheets, names []markup
	for i, g := range b.grids {
		id := strconv.Itoa(i + 1)
		sheets = append(sheets, tag("sheet"+at("name", g.Name)+at("sheetId", id)+at("r:id", "rId"+id)))
		names = append(names, definedNames(g, i)...)
	}
	return tag("workbook "+sheetNames,
		markup(`<bookViews><workbookView activeTab="`+strconv.Itoa(b.worked())+`"/></bookViews>`), tag("sheets", sheets...), tag("definedNames", names...))
}

// isWorked reports whether people work in a list and it is read back.
func isWorked(g doc.Grid) bool { return g.Printed > 0 }

// worked is the place of the list that people work in: it is what they see first.
func (b workbook) worked() int {
	return max(slices.IndexFunc(b.grids, func(g doc.Grid) bool { return isWorked(g) }), 0)
}

// definedNames say what is filtered, and what is printed: the head on every
// page, and of a wide list only the columns that can be read on paper.
func definedNames(g doc.Grid, place int) []markup {
	if !listed(g) {
		return nil
	}
	names := []markup{definedName(g, "_FilterDatabase", place, absolute(area(g, len(g.Columns))), ` hidden="1"`)}
	if g.Printed > 0 {
		names = append(names, definedName(g, "Print_Area", place, absolute(area(g, g.Printed)), ""))
	}
	return append(names, definedName(g, "Print_Titles", place, "$1:$1", ""))
}

func definedName(g doc.Grid, name string, place int, where string, more markup) markup {
	return tag("definedName"+at("name", "_xlnm."+name)+at("localSheetId", strconv.Itoa(place))+more, xmlText("'"+g.Name+"'!"+where))
}
