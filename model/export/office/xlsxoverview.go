package office

import (
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// overviewGrid is the head of the checklist and what to know first: labels and
// words, without titles over them.
func overviewGrid(s doc.Sheet) doc.Grid {
	g := doc.Grid{Name: doc.OverviewTitle, Columns: []doc.Column{{Width: 36}, {Width: 110}}}
	g.Rows = append(g.Rows, []doc.Cell{{Text: doc.Joined(s.Title, s.Name), Kind: doc.TitleCell}})
	for _, f := range s.Facts {
		g.Rows = append(g.Rows, []doc.Cell{doc.Texted(f.Label), doc.Texted(strings.Join(f.PlainLines(), "\n"))})
	}
	g.Rows = append(g.Rows, []doc.Cell{doc.Texted("Verdict"), doc.Texted(s.Standing)},
		[]doc.Cell{doc.Texted("Counts"), doc.Texted(s.Counts)}, []doc.Cell{doc.Texted("Notice"), doc.Texted(s.Notice)})
	for _, group := range s.Overview.Part().Groups {
		g.Rows = append(g.Rows, []doc.Cell{{Text: group.Title, Kind: doc.HeadingCell}})
		for _, e := range group.Entries {
			g.Rows = append(g.Rows, []doc.Cell{doc.Texted(e.Title), doc.Texted(e.Word)})
		}
	}
	return g
}

// sheetSetup is how a sheet is printed: broad, as wide as one page.
func sheetSetup(p doc.Paper) markup {
	size := "9"
	if p == doc.Letter {
		size = "1"
	}
	return `<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>` +
		tag("pageSetup"+at("paperSize", size)+` orientation="landscape" fitToWidth="1" fitToHeight="0"`)
}

// sheetMargins are what stands above and below each printed page. Excel takes
// 255 signs for each, so that a long name is cut.
func sheetMargins(s doc.Sheet) markup {
	return tag("headerFooter",
		tag("oddHeader", sheetText("&L"+marginText(s.Title, 90)+"&C"+marginText(s.Name, 40)+"&R"+marginText("Site "+fact(s, "Site"), 20))),
		tag("oddFooter", sheetText("&L"+marginText(judge.Verdicts.Label(s.Verdict), 40)+"&CPage &P of &N&R"+marginText(fact(s, "Date"), 20))))
}

// marginText is a text in which nothing is a code of margins.
func marginText(text string, most int) string {
	return strings.ReplaceAll(cutText(text, most), "&", "&&")
}
