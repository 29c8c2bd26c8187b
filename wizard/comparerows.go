package wizard

import (
	"cmgwizard/model"
)

// compareRows set the methods, and the modes of the management points, beside
// one another for the devices of the plan: in columns where there is width for
// them, else one after the other.
func compareRows(t *theme, c model.Comparison, width int) []row {
	rows := glanceRows(t, c)
	for _, g := range c.Groups {
		rows = append(rows, row{}, row{text: t.title.Render(g.Title + ", in detail")})
		for _, note := range g.Notes {
			rows = append(rows, row{text: t.dim.Render(note)})
		}
		rows = append(rows, groupRows(t, g, width)...)
	}
	return rows
}

// glanceRows tell each alternative in a line or two.
func glanceRows(t *theme, c model.Comparison) []row {
	var rows []row
	for _, item := range c.First {
		rows = append(rows, row{text: "Answer first: " + item.Question, hang: 2})
	}
	for _, g := range c.Groups {
		if len(g.Alternatives) > 0 {
			rows = append(rows, row{}, row{text: t.title.Render(g.Title)})
		}
		for _, a := range g.Alternatives {
			rows = append(rows, row{text: t.strong.Render(a.Called()) + ": " + a.Glance(), hang: 2})
		}
	}
	return rows
}

// groupRows tell how the alternatives differ, then what is the same for all of
// them.
func groupRows(t *theme, g model.Group, width int) []row {
	titles, figures := g.Table()
	different, shared := model.Split(figures)
	rows := listRows(t, titles, different)
	if width >= wideEnough {
		rows = tableRows(t, titles, different, width)
	}
	if len(shared) > 0 {
		rows = append(rows, row{}, row{text: t.choice.Render("The same for all of these")})
	}
	for _, f := range shared {
		rows = append(rows, figureRow(t, f.Label, f.Cells[0])...)
	}
	return rows
}

// listRows tell one alternative after the other.
func listRows(t *theme, titles []string, different []model.Row) []row {
	var rows []row
	for i, title := range titles {
		rows = append(rows, row{}, row{text: t.choice.Render(title)})
		for _, f := range different {
			rows = append(rows, figureRow(t, f.Label, f.Cells[i])...)
		}
	}
	return rows
}

func figureRow(t *theme, label string, lines []string) []row {
	if len(lines) == 0 {
		return nil
	}
	rows := []row{{text: t.dim.Render(label+": ") + lines[0], hang: 4}}
	for _, line := range lines[1:] {
		rows = append(rows, row{text: "    " + line, hang: 4})
	}
	return rows
}

// compare sets the methods beside one another over the screen, with the answers
// of the page that is open.
func (m *program) compare() {
	plan := m.state.asIs()
	c := plan.Compare()
	m.lay("compare", func() []row {
		return append([]row{{text: m.theme.title.Render(compareTitle)}}, compareRows(m.theme, c, m.width)...)
	})
}
