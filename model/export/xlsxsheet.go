package export

import (
	"strconv"
	"strings"

	"cmgwizard/model"
)

// listed reports whether the grid is a list with titles that can be filtered.
func (g grid) listed() bool { return g.columns[0].title != "" }

// worksheet is a sheet, and where it has links the part that says where to.
func (b workbook) worksheet(g grid, name string) []zipPart {
	rows, links := g.sheetRows()
	var anchors []markup
	var rels []relation
	for i, l := range links {
		anchors = append(anchors, tag("hyperlink"+at("ref", l.place)+at("r:id", relationID(i))))
		rels = append(rels, relation{"hyperlink", l.target, true})
	}
	pieces := []markup{
		`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`, tag("dimension" + at("ref", g.area(len(g.columns)))),
		g.view(), `<sheetFormatPr defaultRowHeight="13.5"/>`, g.widths(), tag("sheetData", rows...), g.filter(), g.merged(), g.choices(),
		filled("hyperlinks", row(anchors)), b.paper.sheetSetup(), b.sheet.sheetMargins(), g.ignored(),
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
func (g grid) view() markup {
	switch {
	case !g.listed():
		return `<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>`
	case g.held == 0:
		return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
	}
	held := strconv.Itoa(g.held)
	return tag("sheetViews", tag(`sheetView tabSelected="1" workbookViewId="0"`,
		tag("pane"+at("xSplit", held)+` ySplit="1"`+at("topLeftCell", columnName(g.held)+"2")+` activePane="bottomRight" state="frozen"`)))
}

func (g grid) widths() markup {
	var columns []markup
	for i, c := range g.columns {
		n := strconv.Itoa(i + 1)
		columns = append(columns, tag("col"+at("min", n)+at("max", n)+at("width", strconv.Itoa(c.width))+` customWidth="1"`))
	}
	return tag("cols", columns...)
}

func (g grid) filter() markup {
	if !g.listed() {
		return ""
	}
	return tag("autoFilter" + at("ref", g.area(len(g.columns))))
}

// merged is the title of a sheet, which goes over its columns.
func (g grid) merged() markup {
	if g.listed() {
		return ""
	}
	return `<mergeCells count="1">` + tag("mergeCell"+at("ref", "A1:"+columnName(len(g.columns)-1)+"1")) + "</mergeCells>"
}

// choices are the lists to drop down, and how rows look by what is chosen:
// a row that is settled is grey, the word Blocked red.
func (g grid) choices() markup {
	var looks, lists []markup
	for i, c := range g.columns {
		if c.choices == nil {
			continue
		}
		top := columnName(i) + "2"
		looks = append(looks,
			look("A2:"+g.corner(len(g.columns)), 1, "OR($"+top+`="`+strings.Join(settledLabels(), `",$`+top+`="`)+`")`),
			look(top+":"+g.corner(i+1), 2, "$"+top+`="`+model.TaskStates.Label(model.Blocked)+`"`))
		lists = append(lists, tag(`dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="State" error="Choose one of the list."`+
			at("sqref", top+":"+g.corner(i+1)), tag("formula1", xmlText(`"`+strings.Join(c.choices, ",")+`"`))))
	}
	if lists == nil {
		return ""
	}
	return row(looks) + tag("dataValidations"+at("count", strconv.Itoa(len(lists))), lists...)
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
func (g grid) ignored() markup {
	return tag("ignoredErrors", tag("ignoredError"+at("sqref", g.area(len(g.columns)))+` numberStoredAsText="1"`))
}
