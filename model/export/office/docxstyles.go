package office

import "strconv"

// A docxStyle is the look of a paragraph, and of the one that comes after it.
type docxStyle struct {
	id, name, next markup
	paragraph      markup // its properties, in the order of the format
	text           markup
}

const (
	tight  = `<w:keepLines/><w:spacing w:before="20" w:after="40"/>`
	house  = `<w:color w:val="0B5CAD"/>`
	grey   = `<w:color w:val="5F6B7A"/>`
	mono   = `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:noProof/>`
	hangs  = `<w:tabs><w:tab w:val="left" w:pos="2381"/></w:tabs>`
	behind = `<w:ind w:left="2381" w:hanging="1956"/>`
)

// docxLooks are the looks of paragraphs. The names are those that Word has its
// own words for, so that contents and navigation know them.
var docxLooks = []docxStyle{
	{"Title", "Title", "Subtitle", `<w:spacing w:before="0" w:after="40"/>`, `<w:b/>` + house + size(44)},
	{"Subtitle", "Subtitle", "BodyText", `<w:spacing w:before="0" w:after="160"/>`, size(28)},
	{"Heading1", "heading 1", "BodyText", `<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="0B5CAD"/></w:pBdr>` +
		`<w:spacing w:before="400" w:after="120"/><w:outlineLvl w:val="0"/>`, `<w:b/>` + house + size(32)},
	{"Heading2", "heading 2", "BodyText", `<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="1"/>`, `<w:b/>` + house + size(26)},
	{"Heading3", "heading 3", "Fact", `<w:keepNext/><w:keepLines/><w:spacing w:before="220" w:after="40"/><w:ind w:left="425" w:hanging="425"/><w:outlineLvl w:val="2"/>`, `<w:b/>` + size(22)},
	{"BodyText", "Body Text", "BodyText", `<w:spacing w:before="0" w:after="100"/>`, ""},
	{"Verdict", "Verdict", "BodyText", `<w:spacing w:before="160" w:after="60"/>`, size(24)},
	{"Notice", "Notice", "BodyText", `<w:spacing w:before="0" w:after="160"/>`, `<w:i/>` + grey},
	{"HeadFact", "Head Fact", "HeadFact", `<w:tabs><w:tab w:val="left" w:pos="1843"/></w:tabs><w:spacing w:before="0" w:after="20"/><w:ind w:left="1843" w:hanging="1843"/>`, ""},
	{"EntryText", "Entry Text", "EntryText", tight + `<w:ind w:left="425"/>`, ""},
	{"Fact", "Fact", "Fact", `<w:keepLines/>` + hangs + `<w:spacing w:before="20" w:after="40"/>` + behind, ""},
	{"Short", "Short", "Short", tight + `<w:ind w:left="425" w:hanging="425"/>`, ""},
	{"ListBullet", "List Bullet", "ListBullet", `<w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="20" w:after="40"/>`, ""},
	{"ListNumber", "List Number", "ListNumber", tight, ""},
	{"CodeWhere", "Code Where", "Code", `<w:keepNext/><w:keepLines/><w:spacing w:before="80" w:after="40"/><w:ind w:left="425"/>`, grey + size(18)},
	{"Code", "Code", "Code", `<w:keepLines/><w:shd w:val="clear" w:color="auto" w:fill="F2F4F7"/><w:spacing w:before="0" w:after="60"/><w:ind w:left="567" w:right="142"/>`, mono + size(18)},
	{"Drawing", "Drawing", "BodyText", `<w:spacing w:before="0" w:after="0"/>`, mono + size(16)},
	{"Cell", "Cell", "Cell", `<w:spacing w:before="60" w:after="60"/>`, ""},
	{"RunCell", "Run Cell", "RunCell", `<w:spacing w:before="10" w:after="10"/>`, size(18)},
	{"ContentsTitle", "Contents Title", "BodyText", `<w:keepNext/><w:spacing w:before="240" w:after="80"/>`, `<w:b/>` + house + size(26)},
	{"TOC1", "toc 1", "BodyText", `<w:spacing w:before="60" w:after="0"/>`, ""},
	{"TOC2", "toc 2", "BodyText", `<w:spacing w:before="0" w:after="0"/><w:ind w:left="425"/>`, ""},
	{"Header", "header", "Header", `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="C9CED6"/></w:pBdr><w:spacing w:before="0" w:after="0"/>`, grey + size(17)},
	{"Footer", "footer", "Footer", `<w:spacing w:before="0" w:after="0"/>`, grey + size(17)},
}

// size is a size of text in half points.
func size(half int) markup {
	n := strconv.Itoa(half)
	return tag("w:sz"+at("w:val", n)) + tag("w:szCs"+at("w:val", n))
}

func docxStyles() markup {
	fonts := `<w:rFonts w:ascii="Calibri" w:eastAsia="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>`
	pieces := []markup{
		tag("w:docDefaults", tag("w:rPrDefault", tag("w:rPr", markup(fonts), size(20), `<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/>`)),
			"<w:pPrDefault/>"),
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`,
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>`,
	}
	for _, s := range docxLooks {
		pieces = append(pieces, s.markup())
	}
	return tag("w:styles "+documentNames, append(pieces,
		characterStyle("Strong", "Strong", "<w:b/>"), characterStyle("CodeText", "Code Text", mono),
		characterStyle("Hyperlink", "Hyperlink", house+`<w:u w:val="single"/>`))...)
}

func (s docxStyle) markup() markup {
	return tag(`w:style w:type="paragraph"`+at("w:styleId", string(s.id)),
		`<w:name w:val="`+s.name+`"/><w:basedOn w:val="Normal"/><w:next w:val="`+s.next+`"/><w:qFormat/>`,
		filled("w:pPr", s.paragraph), filled("w:rPr", s.text))
}

func characterStyle(id, name, look markup) markup {
	return `<w:style w:type="character" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>` +
		tag("w:rPr", look) + "</w:style>"
}

// docxSettings ask for nothing to be worked out when the document is opened.
const docxSettings markup = `<w:settings ` + documentNames + `><w:defaultTabStop w:val="425"/><w:compat>` +
	`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
	`<w:themeFontLang w:val="en-US"/></w:settings>`

// docxNumbering is the list with points, and so many that begin with 1.
func docxNumbering(lists int) markup {
	level := func(kind, text markup) markup {
		return `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="` + kind + `"/><w:lvlText w:val="` + text +
			`"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="850" w:hanging="425"/></w:pPr></w:lvl>`
	}
	pieces := []markup{
		tag(`w:abstractNum w:abstractNumId="0"`, `<w:multiLevelType w:val="singleLevel"/>`, level("bullet", "\u2022")),
		tag(`w:abstractNum w:abstractNumId="1"`, `<w:multiLevelType w:val="singleLevel"/>`, level("decimal", "%1.")),
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
	}
	for i := range lists {
		pieces = append(pieces, tag("w:num"+at("w:numId", strconv.Itoa(i+2)), `<w:abstractNumId w:val="1"/>`,
			`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`))
	}
	return tag("w:numbering "+documentNames, pieces...)
}
