package wizard

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"cmgwizard/wizard/screen"
)

// A listing is a screen of rows with a cursor on one that can be picked, or a
// place to scroll to where there is none.
type listing struct {
	rows   []screen.Row
	cursor int
	top    int  // the first line shown
	free   bool // scrolled past the rows that can be picked: the cursor may be out of sight
}

// move puts the cursor on the next row that can be picked in a direction.
// Where there is none left, it scrolls on.
func (l *listing) move(by int) {
	for i := l.cursor + by; i >= 0 && i < len(l.rows); i += by {
		if l.rows[i].ID != "" {
			l.cursor, l.free = i, false
			return
		}
	}
	l.top, l.free = max(l.top+by, 0), true
}

func (l *listing) page(lines int) {
	for range max(abs(lines), 1) {
		l.move(sign(lines))
	}
}

// ends goes to the first or the last row that can be picked, and to that end of
// the lines.
func (l *listing) ends(by int) {
	for range l.rows {
		l.move(by)
	}
	l.top, l.free = 0, true
	if by > 0 {
		l.top = farDown
	}
}

// farDown is further than any screen is long: what is shown is what is there.
const farDown = 1 << 30

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

func abs(n int) int { return n * sign(n) }

// settle keeps the cursor on a row that can be picked, if there is one.
func (l *listing) settle() {
	l.cursor = max(min(l.cursor, len(l.rows)-1), 0)
	for _, by := range []int{1, -1} {
		for i := l.cursor; i >= 0 && i < len(l.rows); i += by {
			if l.rows[i].ID != "" {
				l.cursor = i
				return
			}
		}
	}
}

// row is the one under the cursor, an empty one for none.
func (l *listing) row() screen.Row {
	if l.cursor < 0 || l.cursor >= len(l.rows) {
		return screen.Row{}
	}
	return l.rows[l.cursor]
}

// picked is the id of the row under the cursor.
func (l *listing) picked() string { return l.row().ID }

// A place is a row to come back to: where it stands and its id. Several rows may have
// one id.
type place struct {
	at int
	id string
}

// find puts the cursor on a place: on its place while the row there is the same,
// else on the first row with its id.
func (l *listing) find(s place) {
	if s.id == "" {
		return
	}
	if s.at < len(l.rows) && l.rows[s.at].ID == s.id {
		l.cursor = s.at
		return
	}
	if i := slices.IndexFunc(l.rows, func(r screen.Row) bool { return r.ID == s.id }); i >= 0 {
		l.cursor = i
	}
}

// view draws the rows in width and height. What does not fit is counted at the
// edge where it is cut.
func (l *listing) view(look *screen.Look, width, height int) []string {
	lines, first, last := l.lines(look, width)
	if len(lines) <= height {
		l.top = 0
		return lines
	}
	l.scroll(len(lines), first, last, height)
	shown := append([]string(nil), lines[l.top:min(l.top+height, len(lines))]...)
	if height < marksFrom {
		return shown
	}
	if above := l.top; above > 0 {
		shown[0] = look.Dim(fmt.Sprintf("%s %d more lines", look.Signs.Up, above+1))
	}
	if below := len(lines) - l.top - height; below > 0 {
		shown[len(shown)-1] = look.Dim(fmt.Sprintf("%s %d more lines", look.Signs.Down, below+1))
	}
	return shown
}

// marksFrom is the height from which a list can spare lines for what is cut off.
const marksFrom = 5

// lines wraps all rows, and says on which lines the cursor's row stands.
func (l *listing) lines(look *screen.Look, width int) (lines []string, first, last int) {
	for i, r := range l.rows {
		marker := "  "
		if i == l.cursor && r.ID != "" {
			marker = look.Choice(look.Signs.Cursor + " ")
			first = len(lines)
		}
		lines = append(lines, hanging(marker, r, width)...)
		if i == l.cursor && r.ID != "" {
			last = len(lines) - 1
		}
	}
	return lines, first, last
}

func hanging(marker string, r screen.Row, width int) []string {
	room := max(width-2-r.Hang, screen.Narrowest)
	parts := []string{r.Text}
	if full := max(width-2, screen.Narrowest); lipgloss.Width(r.Text) > full || strings.Contains(r.Text, "\n") {
		parts = screen.Wrap(r.Text, full)
	}
	if len(parts) > 1 && r.Hang > 0 {
		parts = append(parts[:1], screen.Wrap(screen.Rejoin(r.Text, parts), room)...)
	}
	for i, part := range parts {
		if i == 0 {
			parts[i] = marker + part
			continue
		}
		parts[i] = "  " + strings.Repeat(" ", r.Hang) + part
	}
	return parts
}

// scroll keeps the cursor's lines in view, with room for the marks at the edges.
func (l *listing) scroll(lines, first, last, height int) {
	if l.picked() != "" && !l.free {
		edge := 1
		if height < marksFrom {
			edge = 0
		}
		l.top = min(l.top, max(first-edge, 0))
		l.top = min(max(l.top, last-height+1+edge), max(first-edge, 0)) // the beginning of a long row goes before its end
	}
	l.top = max(min(l.top, lines-height), 0)
}
