package pdf

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// A sourceList numbers the pages that a document rests on, in the order in which
// it names them. A page counts once, however many of its headings are named.
type sourceList struct {
	list  []model.Reference
	known map[string]int
}

// listSources gathers the sources of a sheet.
func listSources(s doc.Sheet) sourceList {
	l := sourceList{known: map[string]int{}}
	for _, p := range s.Parts {
		for _, g := range p.Groups {
			for _, e := range g.Entries {
				for _, r := range e.Sources {
					l.number(r)
				}
			}
		}
	}
	return l
}

// number is that of a page.
func (l *sourceList) number(r model.Reference) int {
	key := pageOf(r) + "\n" + r.Title + "\n" + r.Read
	if l.known[key] == 0 {
		l.list = append(l.list, r)
		l.known[key] = len(l.list)
	}
	return l.known[key]
}

// pageOf is the address without the place in the page.
func pageOf(r model.Reference) string {
	page, _, _ := strings.Cut(r.URL, "#")
	return page
}

const sourcesTitle = "Sources"

// sourced names the headings on which the entry rests. The number behind them is
// that of their page in the list of sources, which has its title and address.
func (b *book) sourced(sources []model.Reference) []line {
	if len(sources) == 0 {
		return nil
	}
	var runs []run
	for i, r := range sources {
		text := plainRun(headingOf(r), sourceSize, inkBlue)
		text.url, _ = doc.Address(r.URL)
		text.about = doc.SourceTitle(r)
		runs = append(append(runs, text), b.behind(sources, i)...)
	}
	x := entryLeft + labelWide
	return b.label("Sources", entryLeft, sourceSize, b.paragraph(x, b.width()-x, runs...))
}

// headingOf is what a source names on its page.
func headingOf(r model.Reference) string {
	if model.Clean(r.Heading) == "" {
		return model.Clean(r.Title)
	}
	return model.Clean(r.Heading)
}

// behind ends a source: with the number of its page, unless the next one is of
// the same page.
func (b *book) behind(sources []model.Reference, i int) []run {
	n, last := b.sources.number(sources[i]), i == len(sources)-1
	if !last && b.sources.number(sources[i+1]) == n {
		return []run{plainRun("; ", sourceSize, inkGrey)}
	}
	number := plainRun(fmt.Sprintf("[%d]", n), sourceSize, inkGrey)
	number.anchor = sourcePlace(n)
	runs := []run{{size: sourceSize, ink: inkGrey, text: tied}, number}
	if !last {
		runs = append(runs, plainRun("; ", sourceSize, inkGrey))
	}
	return runs
}

// tied is a blank at which no row ends.
const tied = "\u00a0"

// sourcePlace is the anchor of a page in the list of sources.
func sourcePlace(number int) string { return fmt.Sprintf("source %d", number) }

// sourcesPart lists the pages with their addresses, for those who read paper.
func (b *book) sourcesPart() {
	if len(b.sources.list) == 0 {
		return
	}
	b.section(func() {
		b.title(partLevel, sourcesTitle, "part sources", 0)
		b.lead("The pages that this document names, with the days on which they were read.")
		b.inside("L", func() {
			for i, r := range b.sources.list {
				b.place(b.source(i+1, r)...)
			}
		})
	})
}

func (b *book) source(number int, r model.Reference) []line {
	title := model.Clean(r.Title)
	if r.Read != "" {
		title += ", " + model.Clean(r.Read)
	}
	runs := []run{plainRun(title+" ", smallSize, inkBlack)}
	if url, ok := doc.Address(pageOf(r)); ok {
		link := plainRun(strings.TrimPrefix(url, "https://"), sourceSize, inkBlue)
		link.url = url
		runs = append(runs, link)
	}
	lines := b.within("LBody", b.text(entryLeft+3, b.width()-entryLeft-3, runs...))
	lines = before(func(y float64) { b.mark(sourcePlace(number), y-1) }, lines)
	label := plainRun(fmt.Sprintf("[%d] ", number), smallSize, inkGrey)
	return append(b.within("LI", b.labelled("Lbl", 0, label, smallSize, lines)), space(0.8))
}
