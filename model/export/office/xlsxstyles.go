package office

import (
	"strconv"
	"strings"
)

// xlsxStyles are the looks of cells. Texts have the number format 49, text: a
// cell stays one when somebody changes it.
var xlsxStyles = markup(strings.Join([]string{
	`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
	`<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>`,
	`<fonts count="5">`,
	`<font><sz val="10"/><color rgb="FF1F2328"/><name val="Calibri"/><family val="2"/></font>`,
	`<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>`,
	`<font><u/><sz val="10"/><color rgb="FF0B5CAD"/><name val="Calibri"/><family val="2"/></font>`,
	`<font><b/><sz val="16"/><color rgb="FF0B5CAD"/><name val="Calibri"/><family val="2"/></font>`,
	`<font><b/><sz val="12"/><color rgb="FF0B5CAD"/><name val="Calibri"/><family val="2"/></font>`,
	`</fonts>`,
	`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`,
	`<fill><patternFill patternType="solid"><fgColor rgb="FF0B5CAD"/><bgColor indexed="64"/></patternFill></fill></fills>`,
	`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>`,
	`<border><left style="thin"><color rgb="FFC9CED6"/></left><right style="thin"><color rgb="FFC9CED6"/></right>`,
	`<top style="thin"><color rgb="FFC9CED6"/></top><bottom style="thin"><color rgb="FFC9CED6"/></bottom><diagonal/></border></borders>`,
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`,
	`<cellXfs count="9">`,
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
	xf(49, 1, 2, 1, `vertical="center" wrapText="1"`),
	xf(49, 0, 0, 1, `vertical="top" wrapText="1"`),
	xf(1, 0, 0, 1, `horizontal="center" vertical="top"`),
	xf(164, 0, 0, 1, `horizontal="left" vertical="top"`),
	xf(49, 2, 0, 1, `vertical="top" wrapText="1"`),
	xf(49, 3, 0, 0, `vertical="top" wrapText="1"`),
	xf(49, 4, 0, 0, `vertical="bottom"`),
	xf(9, 0, 0, 1, `horizontal="right" vertical="top"`),
	`</cellXfs>`,
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`,
	`<dxfs count="2"><dxf><font><color rgb="FF5F6B7A"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFEEF0F3"/><bgColor rgb="FFEEF0F3"/></patternFill></fill></dxf>`,
	`<dxf><font><color rgb="FFB3261E"/></font></dxf></dxfs>`,
	`</styleSheet>`,
}, ""))

func xf(format, font, fill, border int, alignment string) string {
	return string(tag(markup("xf"+
		at("numFmtId", strconv.Itoa(format))+at("fontId", strconv.Itoa(font))+at("fillId", strconv.Itoa(fill))+at("borderId", strconv.Itoa(border))+
		` xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`),
		markup("<alignment "+alignment+"/>")))
}
