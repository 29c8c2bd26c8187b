package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// markdownFormat is GitHub-flavoured Markdown with boxes to tick.
var markdownFormat = Format{
	Name: "markdown", Ext: ".md", About: "Markdown with task lists, for a wiki or an issue",
	Write: func(w io.Writer, c judge.Checklist, _ Options) error {
		var m markdownWriter
		m.sheet(newSheet(c))
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

func (m *markdownWriter) sheet(s sheet) {
	m.block("", "# "+mdText(joined(s.title, s.name)))
	m.block("", mdFacts(s.facts)...)
	m.block("", mdBold(s.standing)+". "+mdText(s.counts))
	m.block("", mdText(s.notice))
	if p := s.overview.part(); len(p.groups) > 0 {
		m.part(p)
	}
	m.drawing(s.overview.trafficWords())
	for _, p := range s.parts {
		m.part(p)
	}
	m.signOff(s.signers)
}

func (m *markdownWriter) drawing(traffic []string) {
	if len(traffic) > 0 {
		m.block("", "## "+trafficTitle)
		m.block("", mdFenced("text", traffic)...)
	}
}

func (m *markdownWriter) part(p part) {
	m.block("", "## "+mdText(p.title))
	m.paragraph(p.lead)
	for _, g := range p.groups {
		if g.title != "" {
			m.block("", "### "+mdText(g.title))
		}
		m.paragraph(g.lead)
		m.entries(g.entries)
	}
}

func (m *markdownWriter) paragraph(text string) {
	if text != "" {
		m.block("", mdText(text))
	}
}

// entries keeps those of a single line close together.
func (m *markdownWriter) entries(entries []entry) {
	var bare []string
	for _, e := range entries {
		if e.bare() {
			bare = append(bare, e.markdownTitle())
			continue
		}
		m.block("", bare...)
		bare = nil
		m.entry(e)
	}
	m.block("", bare...)
}

// bare reports whether the entry is a single line.
func (e entry) bare() bool {
	return len(e.facts)+len(e.steps)+len(e.commands)+len(e.after)+len(e.sources) == 0
}

// short reports whether all entries are single lines.
func (g group) short() bool {
	return !slices.ContainsFunc(g.entries, func(e entry) bool { return !e.bare() })
}

func (m *markdownWriter) entry(e entry) {
	m.block("", e.markdownTitle())
	m.block(inEntry, mdFacts(e.facts)...)
	m.block(inEntry, mdSteps(e.steps)...)
	for _, block := range e.commands {
		m.block(inEntry, mdText(block.where+":"))
		m.block(inEntry, mdFence(block.shell, block.lines)...)
	}
	m.block(inEntry, mdFacts(e.after)...)
	m.block(inEntry, mdSources(e.sources)...)
}

func (e entry) markdownTitle() string {
	mark := [...]string{noBox: "- ", emptyBox: "- [ ] ", tickedBox: "- [x] "}[e.box]
	title := e.title
	if e.number > 0 {
		title = fmt.Sprintf("%d. %s", e.number, model.Clean(e.title))
	}
	if e.word == "" {
		return mark + mdBold(title)
	}
	return mark + mdBold(title) + ": " + mdText(e.word)
}

// mdFacts are the items of a list; a fact of several lines has hard breaks.
func mdFacts(facts []fact) []string {
	var items []string
	for _, f := range facts {
		var lines []string
		if len(f.tasks) > 0 {
			lines = append(lines, mdText(f.taskList()))
		}
		for _, line := range f.lines {
			lines = append(lines, mdRich(line))
		}
		items = append(items, mdItem(f.label, lines)...)
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

func mdSteps(steps []model.Rich) []string {
	items := make([]string, len(steps))
	for i, step := range steps {
		items[i] = fmt.Sprintf("%d. %s", i+1, mdRich(step))
	}
	return items
}

func mdSources(sources []model.Reference) []string {
	var links []string
	for _, r := range sources {
		links = append(links, mdLink(sourceTitle(r), r.URL))
	}
	return mdItem("Sources", links)
}

func (m *markdownWriter) signOff(signers []string) {
	m.block("", "## "+signOffTitle)
	for _, who := range signers {
		m.block("", mdBold(who))
		var lines []string
		for _, label := range signatureLabels {
			lines = append(lines, "- "+label+": "+mdText(strings.Repeat("_", 30)))
		}
		m.block("", lines...)
	}
}
