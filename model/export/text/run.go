package text

import (
	"strings"

	"cmgwizard/model/doc"
	"github.com/charmbracelet/x/ansi"
)

// initials is where somebody signs a row.
const initials = "____"

// band is a job with a row for each of its tasks.
func (t *textWriter) band(g doc.Group) {
	t.gap()
	t.hanging("", "", g.Title)
	t.hanging("", "", g.Lead)
	for _, e := range g.Entries {
		t.row(e)
	}
}

// row is a task in a line, with room for initials where it is to be done. What
// has no room goes on below its title.
func (t *textWriter) row(e doc.Entry) {
	mark := textMark(e)
	room := doc.TextWidth - len(mark) - len(initials) - 1
	for i, line := range doc.Wrap(doc.TextSafe(e.Row()), room) {
		if i > 0 {
			mark = strings.Repeat(" ", len(mark))
		}
		if i == 0 && e.Pending {
			line += strings.Repeat(" ", max(room-ansi.StringWidth(line), 0)) + " " + initials
		}
		t.line(mark + line)
	}
}
