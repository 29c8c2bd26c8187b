package export

import (
	"strings"
)

// overviewGrid is the head of the checklist and what to know first: labels and
// words, without titles over them.
func overviewGrid(s sheet) grid {
	g := grid{name: overviewTitle, columns: []column{{width: 36}, {width: 110}}}
	g.rows = append(g.rows, []cell{{text: joined(s.title, s.name), kind: titleCell}})
	for _, f := range s.facts {
		g.rows = append(g.rows, []cell{texted(f.label), texted(strings.Join(f.plainLines(), "\n"))})
	}
	g.rows = append(g.rows, []cell{texted("Verdict"), texted(s.standing)},
		[]cell{texted("Counts"), texted(s.counts)}, []cell{texted("Notice"), texted(s.notice)})
	for _, group := range s.overview.part().groups {
		g.rows = append(g.rows, []cell{{text: group.title, kind: headingCell}})
		for _, e := range group.entries {
			g.rows = append(g.rows, []cell{texted(e.title), texted(e.word)})
		}
	}
	return g
}

// sheetSetup is how a sheet is printed: broad, as wide as one page.
func (p Paper) sheetSetup() markup {
	size := "9"
	if p == Letter {
		size = "1"
	}
	return `<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>` +
		tag("pageSetup"+at("paperSize", size)+` orientation="landscape" fitToWidth="1" fitToHeight="0"`)
}

// sheetMargins are what stands above and below each printed page. Excel takes
// 255 signs for each, so that a long name is cut.
func (s sheet) sheetMargins() markup {
	return tag("headerFooter",
		tag("oddHeader", sheetText("&L"+marginText(s.title, 90)+"&C"+marginText(s.name, 40)+"&R"+marginText("Site "+s.fact("Site"), 20))),
		tag("oddFooter", sheetText("&L"+marginText(s.shortVerdict(), 40)+"&CPage &P of &N&R"+marginText(s.fact("Date"), 20))))
}

// marginText is a text in which nothing is a code of margins.
func marginText(text string, most int) string {
	return strings.ReplaceAll(cutText(text, most), "&", "&&")
}
