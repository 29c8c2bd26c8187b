package wizard

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model/run"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// A clockTick says that a minute has passed.
type clockTick struct{}

// tick looks at the clock once a minute, at the full one, while a task or a wait goes on.
func (m *program) tick(now time.Time) tea.Cmd {
	if m.ticks || m.after == nil || !m.state.Moves(now) {
		return nil
	}
	m.ticks = true
	return m.after(now.Truncate(time.Minute).Add(time.Minute).Sub(now), clockTick{})
}

// followRun puts the cursor on what comes next, once something happened to the task that
// is shown.
func (m *program) followRun(next machine.State) {
	if next.Screen != machine.RunTaskScreen {
		return
	}
	was, is := m.state.RunWork, next.RunWork
	if was.Task != is.Task || was.Step != is.Step || was.Back != is.Back || len(m.state.Plan.Log) != len(next.Plan.Log) {
		delete(m.cursors, string(machine.RunTaskScreen)+is.Task)
		m.shown = ""
	}
}

// copyText asks the terminal to put a text on its clipboard. Whether it does it does not
// say.
func (m *program) copyText(text string) tea.Cmd {
	m.tell(machine.Event{Kind: machine.Forget})
	m.aside = "Sent to the clipboard. If it did not arrive, v shows the line alone."
	return tea.SetClipboard(text)
}

// showAlone leaves the screen for a command and shows it alone, as one line that can be
// marked with the mouse.
func (m *program) showAlone() tea.Cmd {
	row := m.list.picked()
	if !strings.HasPrefix(row, machine.RowCommand) && !strings.HasPrefix(row, machine.RowLink) {
		row = machine.RowCommand + "0"
	}
	text, found := m.state.Copies(row)
	if !found {
		m.aside = "This task has no command."
		return nil
	}
	return tea.Exec(&alone{text: text}, func(error) tea.Msg { return nil })
}

// runSayField is what a reason, a note or a name is typed into.
func runSayField(t *theme, s machine.State) field {
	if s.RunWork.Ask == "" {
		return newText(t, s.RunSaidNow(), "Anna Lind")
	}
	text := s.RunSaidNow()
	if text != "" {
		text += "\n" // what is proposed stands above the words of who types
	}
	return newNote(t, text)
}

// runSayBlocks ask for a reason, a note, a name or the lines of a log.
func (m *program) runSayBlocks(width, height int) []block {
	var title []string
	if t, known := m.state.RunAt(m.content().Now).Task(m.state.RunWork.Task); known && (m.state.RunWork.Ask != "" || m.state.Screen == machine.PasteScreen) {
		title = append(screen.Wrap(m.theme.Title(taskTitle(t)), width), "")
	}
	question, why := screen.Form(m.state)
	if m.state.Screen == machine.PasteScreen {
		why = "Enter after a paste, or Ctrl+D, reads them. " + why
	}
	ask := screen.Wrap(m.theme.Strong(question), width)
	return []block{
		{title, 5},
		{ask, 1},
		{strings.Split(m.field.view(width, max(height-len(ask), 1)), "\n"), 2},
		{append([]string{""}, screen.Wrap(m.theme.Dim(why), width)...), 4},
	}
}

func taskTitle(t run.Task) string { return fmt.Sprintf("%d %s", t.Number, t.Title) }
