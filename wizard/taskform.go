package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// sayField is what the form is typed into.
func sayField(t *theme, s machine.State) field {
	if s.TaskWork.Part == machine.PartNote {
		return newNote(t, s.SaidNow())
	}
	example := map[machine.Part]string{machine.PartWho: "Anna Lind", machine.PartBy: "Anna Lind", machine.PartDue: "2026-12-04"}
	return newText(t, s.SaidNow(), example[s.TaskWork.Part])
}

// sayBlocks ask about a task.
func (m *program) sayBlocks(width, height int) []block {
	item, _ := m.content().Task(m.state.Task)
	title := screen.Wrap(m.theme.Title(fmt.Sprintf("%d %s", item.Number, item.Title)), width)
	question, why := screen.Form(m.state)
	ask := screen.Wrap(m.theme.Strong(question), width)
	return []block{
		{append(title, ""), 5},
		{ask, 1},
		{strings.Split(m.field.view(width, max(height-len(ask), 1)), "\n"), 2},
		{append([]string{""}, screen.Wrap(m.theme.Dim(why), width)...), 4},
	}
}
