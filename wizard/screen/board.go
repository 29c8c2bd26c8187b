package screen

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/board"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"github.com/charmbracelet/x/ansi"
)

// Board is the plan at a glance.
func (c *Content) Board() board.Board {
	if c.board == nil {
		b := board.New(&c.State.Plan, c.Outcome(""))
		c.board = &b
	}
	return *c.board
}

// boardRows are the areas, and what can be done with the plan. Read out as lines
// they are told in full.
func (c *Content) boardRows() []Row {
	b := c.Board()
	var rows []Row
	if c.Plain {
		rows = c.spokenHead(b)
	}
	for _, a := range b.Areas {
		text := fmt.Sprintf("%c %s %s", a.Digit, a.Short, a.State())
		if c.Plain {
			text = spokenArea(a)
		}
		rows = append(rows, Row{ID: machine.RowArea + a.ID, Key: string(a.Digit), Text: text})
	}
	if c.Plain {
		rows = append(rows, Row{})
	}
	return append(rows, c.actions(b)...)
}

func (c *Content) spokenHead(b board.Board) []Row {
	rows := []Row{{Text: b.Verdict}, {Text: b.Counts}}
	for _, text := range []string{b.Worst, b.Way} {
		if text != "" {
			rows = append(rows, Row{Text: text})
		}
	}
	return append(rows, Row{})
}

func spokenArea(a board.Area) string {
	if !a.Used {
		return a.Title + ". " + a.Long
	}
	text := fmt.Sprintf("%s (%d known, %d assumed, %d open). %s", a.Title, a.Known, a.Assumed, a.Open, a.Long)
	if a.Second != "" {
		text += " " + a.Second
	}
	return text
}

// actions are what can be done next, the most urgent first.
func (c *Content) actions(b board.Board) []Row {
	var rows []Row
	add := func(when bool, id, key, text string) {
		if when {
			rows = append(rows, Row{ID: id, Key: key, Text: text})
		}
	}
	found := b.Blockers + b.Warnings + b.Advice + b.Open
	add(c.State.QuickOpen(), machine.RowQuick, "n", "Next question")
	add(b.Confirm > 0, machine.RowConfirm, "c", "Confirm assumptions")
	add(found > 0, machine.RowFound, "w", model.CountedAs(found, "issue to resolve", "issues to resolve"))
	add(true, machine.RowChecklist, "t", "See the "+model.Counted(b.Tasks, "task"))
	add(true, machine.RowRun, "l", "Work through it live")
	add(true, machine.RowExport, "p", "Print the checklist")
	add(true, machine.RowFiles, "f", "Add evidence files")
	add(true, machine.RowCompare, "m", "Compare the methods")
	add(true, machine.RowInterview, "a", "Ask me everything")
	add(true, machine.RowLeave, "q", "Quit")
	return rows
}

// The least room of the ways to draw the board, in columns and lines.
const (
	boardWidth, boardHeight         = 66, 16
	boardWideWidth, boardWideHeight = 112, 32
	gridWidth, gridHeight           = 36, 7
)

// BoardView draws the board with the cursor on a row. Where there is too little
// room it is nil: then the rows are a list.
func (c *Content) BoardView(cursor, width, height int) []string {
	switch {
	case width >= boardWideWidth && height >= boardWideHeight:
		return c.boardLines(cursor, width, height, true)
	case width >= boardWidth && height >= boardHeight:
		return c.boardLines(cursor, width, height, false)
	case width >= gridWidth && height >= gridHeight:
		return c.boardGrid(cursor, width, height)
	}
	return nil
}

// boardLines are the board with a line for each area, or two.
func (c *Content) boardLines(cursor, width, height int, wide bool) []string {
	b, look := c.Board(), c.Look
	head := append(Wrap(look.Strong(b.Verdict), width), look.Dim(b.Counts))
	for _, text := range []string{b.Worst, b.Way} {
		if text != "" {
			head = append(head, ansi.Truncate(text, width, look.Signs.Cut))
		}
	}
	areas := []string{look.Dim("    Area                known/assumed/open")}
	for i, a := range b.Areas {
		areas = append(areas, ansi.Truncate(c.areaLine(a, width, i == cursor, wide), width, look.Signs.Cut))
		if wide {
			areas = append(areas, ansi.Truncate(strings.Repeat(" ", areaColumn)+look.Dim(a.Second), width, look.Signs.Cut))
		}
	}
	columns := 3
	if wide {
		columns = 1
	}
	actions := c.actionLines(cursor-len(b.Areas), width, columns)
	gap := func(lines []string) []string {
		if height > len(head)+len(areas)+len(actions)+1 {
			return append(lines, "")
		}
		return lines
	}
	lines := append(gap(head), areas...)
	if height > len(lines)+len(actions) {
		lines = append(lines, "")
	}
	lines = append(lines, actions...)
	if over := len(lines) - height; over > 0 {
		lines = append(lines[:len(head)], lines[len(head)+over:]...)
	}
	return lines
}

// areaColumn is where the sentences of the areas begin.
const areaColumn = 32

func (c *Content) areaLine(a board.Area, width int, here, wide bool) string {
	look := c.Look
	cursor, title := "  ", fmt.Sprintf("%-19s", a.Title)
	if here {
		cursor, title = look.Choice(look.Signs.Cursor+" "), look.Choice(title)
	}
	text := a.Line
	if wide {
		text = a.Long
	}
	if a.Worst == model.Blocker || a.Worst == model.Warning {
		text = ansi.Truncate(text, width-areaColumn-2, look.Signs.Cut) + " " + look.Bad("!")
	}
	return fmt.Sprintf("%s%c %s %-7s ", cursor, a.Digit, title, a.State()) + text
}

// actionLines set the actions in columns.
func (c *Content) actionLines(cursor, width, columns int) []string {
	var cells []string
	for i, row := range c.actions(c.Board()) {
		mark, text := "  ", row.Text
		if i == cursor {
			mark, text = c.Look.Choice(c.Look.Signs.Cursor+" "), c.Look.Choice(text)
		}
		cells = append(cells, mark+c.Look.Strong(row.Key)+" "+text)
	}
	var lines []string
	room := width / columns
	for i := 0; i < len(cells); i += columns {
		line := ""
		for _, cell := range cells[i:min(i+columns, len(cells))] {
			cell = ansi.Truncate(cell, room-1, c.Look.Signs.Cut)
			line += cell + strings.Repeat(" ", max(room-ansi.StringWidth(cell), 0))
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

// boardGrid is the board in few columns: two areas on a line, and below them what
// the one under the cursor means.
func (c *Content) boardGrid(cursor, width, height int) []string {
	b, look := c.Board(), c.Look
	lines := []string{look.Strong(ansi.Truncate(b.Brief, width, look.Signs.Cut)), ansi.Truncate(b.BriefCounts, width, look.Signs.Cut)}
	half := len(b.Areas) / 2
	for i := range half {
		left, right := c.gridCell(b.Areas[i], i == cursor), c.gridCell(b.Areas[i+half], i+half == cursor)
		lines = append(lines, left+strings.Repeat(" ", max(width/2-ansi.StringWidth(left), 1))+right)
	}
	rows := c.boardRows()
	if room := height - len(lines); room > len(rows)-len(b.Areas) {
		return append(append(lines, ""), c.actionLines(cursor-len(b.Areas), width, 1)...)
	}
	below := ""
	switch {
	case cursor >= len(b.Areas) && cursor < len(rows):
		below = look.Choice(look.Signs.Cursor+" ") + look.Strong(rows[cursor].Key) + " " + rows[cursor].Text
	case cursor >= 0 && cursor < len(b.Areas):
		below = b.Areas[cursor].Line
	}
	if told := Wrap(below, width); len(told) <= height-len(lines) {
		return append(lines, told...)
	}
	return append(lines, ansi.Truncate(below, width, look.Signs.Cut))
}

func (c *Content) gridCell(a board.Area, here bool) string {
	mark, text := " ", fmt.Sprintf("%c %-8s %s", a.Digit, a.Short, a.State())
	if a.Worst == model.Blocker || a.Worst == model.Warning {
		text += "!"
	}
	if here {
		mark, text = c.Look.Choice(c.Look.Signs.Cursor), c.Look.Choice(text)
	}
	return mark + text
}

// areaRows are what an area means, what is found in it and its answers.
func (c *Content) areaRows() []Row {
	look, p := c.Look, &c.State.Plan
	a, _ := c.Board().Area(c.State.Area)
	var rows []Row
	if a.Assumed > 0 {
		rows = append(rows, Row{ID: machine.RowConfirm, Key: "C", Text: "Confirm " + model.Counted(a.Assumed, "assumed answer") + " here"}, Row{})
	}
	rows = append(rows, c.foundIn(c.State.Area)...)
	asked := steps.Asked(&p.Answers)
	rows = append(rows, c.listRows()...)
	var kept []Row
	for _, k := range board.Keys(p, c.Outcome(""), c.State.Area) {
		_, field := p.Field(k.Key)
		switch {
		case field && !asked[k.Key] && k.Mark == board.Empty:
		case field && !asked[k.Key]:
			kept = append(kept, Row{ID: machine.RowKept + k.Key, About: k.Key, Text: look.keyLine(k), Hang: 4})
		case field:
			rows = append(rows, Row{ID: k.Key, About: k.Key, Text: look.keyLine(k), Hang: 4})
		}
	}
	if kept != nil {
		rows = append(append(rows, Row{}, Row{Text: look.Title("No longer asked (answer kept)")}), kept...)
	}
	return rows
}

// listRows lead to the lists of the area.
func (c *Content) listRows() []Row {
	var rows []Row
	for _, step := range steps.Path(&c.State.Plan.Answers) {
		if step.List != nil && assume.AreaOf(step.List.Key).ID == c.State.Area {
			n := step.List.Len(&c.State.Plan.Answers)
			rows = append(rows, Row{ID: step.List.Key, Text: fmt.Sprintf("Add or remove a %s (%d now)", step.List.Noun, n)}, Row{})
		}
	}
	return rows
}

// keyLine is an answer in a line, with the mark that says whose it is.
func (l *Look) keyLine(k board.Key) string {
	mark := map[board.Mark]string{board.Answered: l.Signs.Done, board.Assumed: l.Signs.Assumed, board.Unsure: l.Signs.Unsure, board.Asked: l.Signs.Unsure, board.Empty: l.Signs.Left}[k.Mark]
	line := mark + " " + k.Question + " "
	switch k.Mark {
	case board.Answered:
		return line + l.Strong(k.Value)
	case board.Assumed:
		line += l.Strong(k.Value) + l.Dim(model.AssumedMark)
		if k.Confirm {
			line += l.Dim(" " + model.Teams.Label(k.Owner) + ": " + k.Where)
		}
		return line
	case board.Empty:
		return line + l.Dim(board.Marks.Label(k.Mark))
	}
	return line + l.Warn(board.Marks.Label(k.Mark))
}

// foundIn are the findings of an area that are broken or not known.
func (c *Content) foundIn(area string) []Row {
	var rows []Row
	for _, f := range board.Findings(&c.State.Plan, c.Outcome(""), area) {
		rows = append(rows, Row{ID: f.Place(), About: f.Rule}.telling(c.Look, doc.FindingInShort(&c.State.Plan, f)))
	}
	if rows != nil {
		rows = append(rows, Row{})
	}
	return rows
}

// foundRows are all that is broken, then what is open, by team, then what is not
// known or planned.
func (c *Content) foundRows() []Row {
	o := c.Outcome("")
	var rows []Row
	for _, outcome := range []rules.OutcomeWord{rules.Broken, rules.Unclear} {
		rows = append(rows, c.outcomeRows(o, outcome)...)
	}
	return append(append(rows, openRows(c.Look, o)...), c.outcomeRows(o, rules.Planned)...)
}

// outcomeTitles head the findings by how they came out.
var outcomeTitles = map[rules.OutcomeWord]string{rules.Broken: "Wrong", rules.Unclear: "Not known", rules.Planned: "Covered by a task"}

func (c *Content) outcomeRows(o judge.Judgement, outcome rules.OutcomeWord) []Row {
	var rows []Row
	for _, s := range model.Severities {
		for _, f := range o.Findings {
			if f.Severity == s.Value && f.Outcome == outcome {
				e := doc.FindingInShort(&c.State.Plan, f)
				e.Word, e.Mark = "", s.Label+":" // how it came out stands in the title
				rows = append(rows, Row{ID: f.Place(), About: f.Rule}.telling(c.Look, e))
			}
		}
	}
	if rows == nil {
		return nil
	}
	return append(append([]Row{{Text: c.Look.Title(outcomeTitles[outcome])}}, rows...), Row{})
}

// confirmRows are what nobody said and the verdict rests on, team by team.
func (c *Content) confirmRows() []Row {
	var rows []Row
	team := model.Team("")
	for _, a := range assume.ToConfirm(assume.List(&c.State.Plan)) {
		if a.Owner != team {
			if team = a.Owner; rows != nil {
				rows = append(rows, Row{})
			}
			rows = append(rows, Row{Text: c.Look.Title(model.Teams.Label(team))})
		}
		text := c.Look.Signs.Assumed + " " + a.Question + " " + c.Look.Strong(a.Label) + "  " + c.Look.Dim(a.Where)
		rows = append(rows, Row{ID: a.Key, About: a.Key, Text: text, Hang: 4})
	}
	if rows == nil {
		return []Row{{Text: "Nothing is left to confirm."}}
	}
	return append([]Row{{ID: machine.RowConfirm, Key: "C", Text: "Confirm all of these"}, {}}, rows...)
}

// openRows are the answers that somebody must still give.
func openRows(look *Look, o judge.Judgement) []Row {
	if len(o.Open) == 0 {
		return nil
	}
	rows := []Row{{Text: look.Title("Missing answers, by team")}}
	for _, team := range model.Teams {
		for _, item := range o.Open {
			if item.Owner == team.Value {
				rows = append(rows, Row{ID: item.Key, About: item.Key, Text: look.Signs.Unsure + " " + look.Strong(team.Label) + ": " + item.Question, Hang: 4})
			}
		}
	}
	return append(rows, Row{})
}
