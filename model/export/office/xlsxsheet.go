package office

import (
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// listed reports whether the grid is a list with titles that can be filtered.
func listed(g doc.Grid) bool { return g.Columns[0].Title != "" }

// worksheet is a sheet, and where it has links the part that says where to.
func (b workbook) worksheet(g doc.Grid, name string) []zipPart {
	rows, links := sheetRows(g)
	var anchors []markup
	var rels []relation
	for i, l := range links {
		anchors = append(anchors, tag("hyperlink"+at("ref", l.place)+at("r:id", relationID(i))))
		rels = append(rels, relation{"hyperlink", l.target, true})
	}
	pieces := []markup{
		`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`, tag("dimension" + at("ref", area(g, len(g.Columns)))),
		view(g), `<sheetFormatPr defaultRowHeight="13.5"/>`, widths(g), tag("sheetData", rows...), filter(g), merged(g), choices(g), bars(g),
		filled("hyperlinks", row(anchors)), sheetSetup(b.paper), sheetMargins(b.sheet), ignored(g),
	}
	parts := []zipPart{{name, tag("worksheet "+sheetNames, pieces...)}}
	if len(rels) > 0 {
		folder, file, _ := strings.Cut(name, "worksheets/")
		parts = append(parts, relations(folder+"worksheets/_rels/"+file+".rels", rels))
	}
	return parts
}

// view keeps the titles in sight, and on a list of tasks their numbers and
// titles too. The list of tasks is what one sees first.
func view(g doc.Grid) markup {
	switch {
	case !listed(g):
		return `<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>`
	case g.Held == 0:
		return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
	}
	held, selected := strconv.Itoa(g.Held), ""
	if isWorked(g) {
		selected = ` tabSelected="1"`
	}
	return tag("sheetViews", tag(`sheetView`+markup(selected)+` workbookViewId="0"`,
		tag("pane"+at("xSplit", held)+` ySplit="1"`+at("topLeftCell", columnName(g.Held)+"2")+` activePane="bottomRight" state="frozen"`)))
}

func widths(g doc.Grid) markup {
	var columns []markup
	for i, c := range g.Columns {
		n := strconv.Itoa(i + 1)
		start := "col" + at("min", n) + at("max", n) + at("width", strconv.Itoa(c.Width)) + ` customWidth="1"`
		if c.Hidden {
			start += ` hidden="1"`
		}
		columns = append(columns, tag(start))
	}
	return tag("cols", columns...)
}

func filter(g doc.Grid) markup {
	if !listed(g) {
		return ""
	}
	return tag("autoFilter" + at("ref", area(g, len(g.Columns))))
}

// merged is the title of a sheet, which goes over its columns.
func merged(g doc.Grid) markup {
	if listed(g) {
		return ""
	}
	return `<mergeCells count="1">` + tag("mergeCell"+at("ref", "A1:"+columnName(len(g.Columns)-1)+"1")) + "</mergeCells>"
}

// choices are the lists to drop down, and how rows look by what is chosen:
// a row that is settled is grey, the word Blocked red.
func choices(g doc.Grid) markup {
	var looks, lists []markup
	for i, c := range g.Columns {
		if c.Choices == nil {
			continue
		}
		top := columnName(i) + "2"
		looks = append(looks,
			look("A2:"+corner(g, len(g.Columns)), 1, "OR($"+top+`="`+strings.Join(settledLabels(), `",$`+top+`="`)+`")`),
			look(top+":"+corner(g, i+1), 2, "$"+top+`="`+model.TaskStates.Label(model.Blocked)+`"`))
		lists = append(lists, tag(`dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="State" error="Choose one of the list."`+
			at("sqref", top+":"+corner(g, i+1)), tag("formula1", xmlText(`"`+strings.Join(c.Choices, ",")+`"`))))
	}
	if lists == nil {
		return ""
	}
	return row(looks) + tag("dataValidations"+at("count", strconv.Itoa(len(lists))), lists...)
}

// bars are drawn in columns that hold parts of a whole.
func bars(g doc.Grid) markup {
	var looks []markup
	for i, c := range g.Columns {
		if c.Bar {
			looks = append(looks, tag("conditionalFormatting"+at("sqref", columnName(i)+"1:"+corner(g, i+1)), tag(`cfRule type="dataBar" priority="1"`,
				`<dataBar><cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="FF9DC3E6"/></dataBar>`)))
		}
	}
	return row(looks)
}

// look is how an area looks when something holds. The looks stand in
// xlsxStyles in the order of their numbers.
func look(area string, number int, when string) markup {
	return tag("conditionalFormatting"+at("sqref", area), tag(`cfRule type="expression"`+at("dxfId", strconv.Itoa(number-1))+
		at("priority", strconv.Itoa(number)), tag("formula", xmlText(when))))
}

// settledLabels are the states in which nothing is left to do.
func settledLabels() []string {
	var labels []string
	for _, s := range model.TaskStates {
		if !s.Value.Pending() {
			labels = append(labels, s.Label)
		}
	}
	return labels
}

// ignored keeps marks away from texts that look like numbers.
func ignored(g doc.Grid) markup {
	return tag("ignoredErrors", tag("ignoredError"+at("sqref", area(g, len(g.Columns)))+` numberStoredAsText="1"`))
}
