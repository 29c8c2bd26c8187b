// Package markdown prints a sheet as Markdown with task lists.
package markdown

import (
	"fmt"
	"io"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/judge"
)

// Format is GitHub-flavoured Markdown with boxes to tick.
var Format = doc.Format{
	Name: "markdown", Ext: ".md", About: "Markdown with task lists, for a wiki or an issue",
	Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		var m markdownWriter
		m.sheet(doc.SheetOf(c, o.Detail))
		_, err := io.WriteString(w, m.b.String())
		return err
	},
}

// markdownWriter writes blocks. Its texts are escaped by mdText and its kin.
type markdownWriter struct{ b strings.Builder }

// inEntry is the indent of what belongs to an entry.
const inEntry = "  "

// block writes lines at an indent, with a free line before them.
func (m *markdownWriter) block(indent string, lines ...string) {
	if m.b.Len() > 0 && len(lines) > 0 {
		m.b.WriteString("\n")
	}
	for _, line := range lines {
		m.b.WriteString(strings.TrimRight(indent+line, " ") + "\n")
	}
}

func (m *markdownWriter) sheet(s doc.Sheet) {
	m.block("", "# "+mdInline(doc.Joined(s.Title, s.Name)))
	m.block("", mdFacts(s.Facts)...)
	m.block("", mdBold(s.Standing)+". "+mdInline(s.Counts))
	m.block("", mdText(s.Notice))
	for _, p := range s.Parts {
		m.part(p, s.Overview)
	}
}

func (m *markdownWriter) part(p doc.Part, o doc.Overview) {
	m.block("", "## "+mdInline(p.Title))
	m.paragraph(p.Lead)
	if traffic := drawing.TrafficWords(o); p.Id == doc.TrafficID && len(traffic) > 0 {
		m.block("", mdFenced("text", traffic)...)
	}
	for _, g := range p.Groups {
		if g.Job > 0 {
			m.job(g)
			continue
		}
		if g.Title != "" {
			m.block("", "### "+mdInline(g.Title))
		}
		m.paragraph(g.Lead)
		m.table(g.Table)
		m.entries(g.Entries)
	}
	m.signOff(p.Signers)
}

func (m *markdownWriter) paragraph(text string) {
	if text != "" {
		m.block("", mdText(text))
	}
}

// job is a title and a box to tick for each of its tasks.
func (m *markdownWriter) job(g doc.Group) {
	m.block("", "### "+mdInline(g.Title))
	m.paragraph(g.Lead)
	lines := make([]string, len(g.Entries))
	for i, e := range g.Entries {
		lines[i] = fmt.Sprintf("%s%d. %s", boxMark(e), e.Number, mdInline(e.Row()))
	}
	m.block("", lines...)
}

// entries keeps those of a single line close together.
func (m *markdownWriter) entries(entries []doc.Entry) {
	var bare []string
	for _, e := range entries {
		if e.Bare() {
			bare = append(bare, markdownTitle(e))
			continue
		}
		m.block("", bare...)
		bare = nil
		m.entry(e)
	}
	m.block("", bare...)
}

func (m *markdownWriter) entry(e doc.Entry) {
	m.block("", markdownTitle(e))
	if e.Where != "" {
		m.block(inEntry, mdText(e.Where))
	}
	m.block(inEntry, mdFacts(e.Facts)...)
	m.block(inEntry, mdSteps(e.Steps)...)
	for _, block := range e.Commands {
		m.block(inEntry, mdText(block.Where+":"))
		m.block(inEntry, mdFence(block.Shell, block.Lines)...)
	}
	m.block(inEntry, mdFacts(e.After)...)
	m.block(inEntry, mdSources(e.Sources)...)
}

func boxMark(e doc.Entry) string {
	if e.Card {
		return "- "
	}
	return [...]string{doc.NoBox: "- ", doc.EmptyBox: "- [ ] ", doc.TickedBox: "- [x] "}[e.Box]
}

func markdownTitle(e doc.Entry) string {
	mark, title := boxMark(e), e.Title
	if e.Number > 0 {
		title = fmt.Sprintf("%d. %s", e.Number, model.Clean(e.Title))
	}
	switch {
	case e.Said != nil:
		return mark + mdBold(title) + strings.TrimPrefix(doc.Led(title), title) + mdRich(e.Said)
	case e.Word == "":
		return mark + mdBold(title)
	}
	return mark + mdBold(title) + strings.TrimPrefix(doc.Led(title), title) + mdInline(e.Word)
}

// mdFacts are the items of a list; a fact of several lines has hard breaks.
func mdFacts(facts []doc.Fact) []string {
	var items []string
	for _, f := range facts {
		var lines []string
		if len(f.Tasks) > 0 {
			lines = append(lines, mdText(f.TaskList()))
		}
		for _, line := range f.Lines {
			lines = append(lines, mdRich(line))
		}
		items = append(items, mdItem(f.Label, lines)...)
	}
	return items
}

func mdItem(label string, lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	text := strings.Join(lines, "\\\n")
	if label != "" {
		text = mdBold(label) + ": " + text
	}
	return strings.Split("- "+strings.ReplaceAll(text, "\n", "\n  "), "\n")
}

func mdSteps(steps []model.Text) []string {
	items := make([]string, len(steps))
	for i, step := range steps {
		items[i] = fmt.Sprintf("%d. %s", i+1, mdRich(step))
	}
	return items
}

func mdSources(sources []model.Reference) []string {
	var links []string
	for _, r := range sources {
		links = append(links, mdLink(doc.SourceTitle(r), r.URL))
	}
	return mdItem("Sources", links)
}

// table has a row of titles, and a bar between cells.
func (m *markdownWriter) table(t doc.Table) {
	if t.Rows == nil {
		return
	}
	lines := []string{mdRow(t.Heads), "|" + strings.Repeat(" --- |", len(t.Heads))}
	for _, row := range t.Rows {
		lines = append(lines, mdRow(row))
	}
	m.block("", lines...)
}

func mdRow(cells []string) string {
	row := "|"
	for _, cell := range cells {
		row += strings.TrimRight(" "+mdInline(cell), " ") + " |"
	}
	return row
}

func (m *markdownWriter) signOff(signers []string) {
	if len(signers) == 0 {
		return
	}
	t := doc.Table{Heads: append([]string{doc.WhoLabel}, doc.SignatureLabels...)}
	for _, who := range signers {
		t.Rows = append(t.Rows, append([]string{who}, make([]string, len(doc.SignatureLabels))...))
	}
	m.table(t)
}
