package export

import (
	"fmt"

	"cmgwizard/model"
)

// A sourceList numbers the pages that a document rests on, in the order in which
// it names them.
type sourceList struct {
	list  []model.Reference
	known map[string]int
}

// listSources gathers the sources of a sheet.
func listSources(s sheet) sourceList {
	l := sourceList{known: map[string]int{}}
	for _, p := range s.parts {
		for _, g := range p.groups {
			for _, e := range g.entries {
				for _, r := range e.sources {
					l.number(r)
				}
			}
		}
	}
	return l
}

// number is that of a source.
func (l *sourceList) number(r model.Reference) int {
	key := r.URL + "\n" + sourceTitle(r)
	if l.known[key] == 0 {
		l.list = append(l.list, r)
		l.known[key] = len(l.list)
	}
	return l.known[key]
}

const sourcesTitle = "Sources"

// sourcesPart lists the sources with their addresses, for those who read paper.
func (b *book) sourcesPart() {
	if len(b.sources.list) == 0 {
		return
	}
	b.section(func() {
		b.title("H1", sourcesTitle, "part sources", 0, 15, 9, inkBlue)
		for i, r := range b.sources.list {
			b.place(b.source(i+1, r)...)
		}
	})
}

func (b *book) source(number int, r model.Reference) []line {
	title := sourceTitle(r)
	if r.Read != "" {
		title += ", read " + r.Read
	}
	runs := []run{plainRun(title+" ", smallSize, inkBlack)}
	if url, ok := address(r.URL); ok {
		link := plainRun(url, sourceSize, inkBlue)
		link.url = url
		runs = append(runs, link)
	}
	lines := b.within("LBody", b.text(entryLeft+3, b.width()-entryLeft-3, runs...))
	lines = before(func(y float64) {
		b.d.Open("Lbl")
		b.drawRow(margin, y+smallSize*leading*point72*0.74, []run{plainRun(fmt.Sprintf("[%d] ", number), smallSize, inkGrey)})
		b.d.Close()
	}, lines)
	return append(b.within("LI", lines), space(0.8))
}
