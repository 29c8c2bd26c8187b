package office

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"cmgwizard/model/doc"
	"cmgwizard/model/worksheet"
)

// The styles of cells, by their place in xlsxStyles.
const (
	headStyle    = 1
	textStyle    = 2
	numberStyle  = 3
	dayStyle     = 4
	linkStyle    = 5
	titleStyle   = 6
	headingStyle = 7
	percentStyle = 8
)

// A sheetLink leads from a cell to an address.
type sheetLink struct{ place, target string }

// sheetRows are the titles and the rows as a worksheet has them, with the links
// in them.
func sheetRows(g doc.Grid) (rows []markup, links []sheetLink) {
	if listed(g) {
		var titles []markup
		for i, c := range g.Columns {
			titles = append(titles, textMarkup(columnName(i)+"1", headStyle, c.Title))
		}
		rows = append(rows, tag(`row r="1" ht="18"`, titles...))
	}
	for _, cells := range g.Rows {
		n := strconv.Itoa(len(rows) + 1)
		var line []markup
		for i, c := range cells {
			place := columnName(i) + n
			line = append(line, cellMarkup(c, place))
			if c.Link != "" && len(links) < maxLinks && len(c.Link) <= maxLink {
				links = append(links, sheetLink{place, c.Link})
			}
		}
		rows = append(rows, tag("row"+at("r", n)+height(g, cells), line...))
	}
	return rows, links
}

// What Excel takes: signs in a cell and lines in it, links in a sheet and
// signs in a link.
const (
	maxCell  = 32767
	maxLines = 253
	maxLinks = 65530
	maxLink  = 2000
)

func cellMarkup(c doc.Cell, place string) markup {
	start := func(style int) markup { return "c" + at("r", place) + at("s", strconv.Itoa(style)) }
	switch {
	case c.Kind == doc.NumberCell:
		return tag(start(numberStyle), filled("f", xmlText(c.Formula)), tag("v", xmlText(strconv.Itoa(c.Number))))
	case c.Kind == doc.PercentCell:
		return tag(start(percentStyle), filled("f", xmlText(c.Formula)), tag("v", xmlText(fmt.Sprintf("%d.%02d", c.Number/100, c.Number%100))))
	case !c.Day.IsZero():
		return tag(start(dayStyle), tag("v", xmlText(strconv.Itoa(serial(c.Day)))))
	case c.Text == "":
		return tag(start(style(c)))
	}
	return textMarkup(place, style(c), c.Text)
}

func style(c doc.Cell) int {
	switch {
	case c.Link != "":
		return linkStyle
	case c.Kind == doc.DayCell:
		return dayStyle
	case c.Kind == doc.TitleCell:
		return titleStyle
	case c.Kind == doc.HeadingCell:
		return headingStyle
	}
	return textStyle
}

// textMarkup is a cell that is text and can be nothing else.
func textMarkup(place string, style int, text string) markup {
	return tag("c"+at("r", place)+at("s", strconv.Itoa(style))+` t="inlineStr"`,
		tag("is", tag(`t xml:space="preserve"`, sheetText(text))))
}

// sheetText is text as a cell can hold it. Excel reads _x0041_ as a letter: the
// first sign of what looks so is written in that way itself.
func sheetText(text string) markup {
	text = fitCell(doc.XMLClean(text))
	var b strings.Builder
	for i := range len(text) {
		if text[i] == '_' && isSheetEscape(text[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(text[i])
	}
	return xmlText(b.String())
}

// isSheetEscape reports whether text begins with _x, four hexadecimal digits
// and _.
func isSheetEscape(text string) bool {
	if len(text) < 7 || text[1] != 'x' && text[1] != 'X' || text[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(text[2:6], 16, 32)
	return err == nil
}

// fitCell cuts what Excel would refuse to open.
func fitCell(text string) string {
	short := text
	if lines := strings.SplitAfterN(text, "\n", maxLines+2); len(lines) > maxLines+1 {
		short = strings.TrimSuffix(strings.Join(lines[:maxLines+1], ""), "\n")
	}
	if signs := utf16.Encode([]rune(short)); len(signs) > maxCell {
		short = cutRunes(short, maxCell-len(worksheet.CutMark))
	}
	if short == text {
		return text
	}
	return cutRunes(short, maxCell-len(worksheet.CutMark)) + worksheet.CutMark
}

// cutRunes keeps so many signs at most, counted as UTF-16.
func cutRunes(text string, most int) string {
	n := 0
	for i, r := range text {
		if n += utf16.RuneLen(r); n > most {
			return text[:i]
		}
	}
	return text
}

// serial is the day as sheets count it: 1 is the first of January 1900.
func serial(day time.Time) int {
	y, m, d := day.Date()
	const seconds, before1970 = 24 * 60 * 60, 25569
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/seconds) + before1970
}

// columnName is what sheets call a column.
func columnName(place int) string { return worksheet.ColumnLetters(place) }

// corner is the last cell of so many columns: of the second row at least.
func corner(g doc.Grid, columns int) string {
	rows := len(g.Rows)
	if listed(g) {
		rows = max(rows, 1) + 1
	}
	return columnName(columns-1) + strconv.Itoa(rows)
}

// area is all the cells of so many columns.
func area(g doc.Grid, columns int) string { return "A1:" + corner(g, columns) }

func isLetter(sign rune) bool { return sign >= 'A' && sign <= 'Z' }

// absolute is an area that stays where it is: $A$1:$C$9.
func absolute(area string) string {
	var b strings.Builder
	for i, sign := range area {
		if after := i > 0 && isLetter(rune(area[i-1])); isLetter(sign) != after {
			b.WriteByte('$')
		}
		b.WriteRune(sign)
	}
	return b.String()
}
