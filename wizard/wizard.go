// Package wizard plays the machine on a terminal: the Bubble Tea program with its
// fields, keys, colours and signals. What a screen shows is for the package screen,
// the same as numbered lines for plain.
package wizard

import (
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	uv "github.com/charmbracelet/ultraviolet"
)

// program is the one Bubble Tea model: it turns messages into events, asks the
// machine what follows, and effects into commands.
type program struct {
	state   machine.State
	outside machine.Outside
	theme   *theme
	width   int
	height  int

	field   field    // where the screen asks for an answer
	list    listing  // where it lists rows
	overlay *overlay // what a key shows over the screen, nil for nothing
	finder  *finder  // what looks for explanations over the screen, nil for nothing
	aside   string   // what is said until the next key, where the state has no notice

	left    *leftField       // the field to come back to from the files, nil for none
	shown   string           // what field and list were made for
	cursors map[string]place // the row to come back to, screen by screen

	shows *screen.Content // what the screen shows, nil until it is looked at

	busy    int       // the effects under way that keys must wait for
	waiting []tea.Msg // the keys that came meanwhile

	saving   bool
	saved    int         // how many saves were begun
	slow     bool        // the save that runs takes long
	queued   *model.Plan // the plan to save once the running save is done
	quitting bool
	dirty    bool // the last save failed or has not run
	signal   syscall.Signal

	ticks bool // a tick of the clock is under way

	frame frame

	after func(wait time.Duration, msg tea.Msg) tea.Cmd // sends a message later; nil in a program without a clock
}

func newProgram(o Options, state machine.State) *program {
	m := &program{state: state, outside: o.Outside, theme: newTheme(o.ASCII), width: 80, height: 24, cursors: map[string]place{}}
	m.show()
	return m
}

// Init asks the terminal nothing and notes the plan that is open: the first
// frame waits for neither.
func (m *program) Init() tea.Cmd {
	if m.state.Path == "" {
		return nil
	}
	path, plan := m.state.Path, m.state.Plan
	return func() tea.Msg {
		machine.Remember(m.outside, path, plan)
		return nil
	}
}

// Update takes a message. It does no input or output: that is what commands do.
func (m *program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	return m, tea.Batch(m.take(msg), m.drawAfter(msg))
}

func (m *program) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case syscall.Signal:
		m.signal = msg
		return m.happen(m.leaving())
	case clockTick:
		m.ticks = false
		return m.happen(machine.Event{Kind: machine.Clock})
	case slowSave:
		m.slow = m.saving && int(msg) == m.saved
	case machine.Event:
		cmd := m.happen(msg)
		return tea.Batch(cmd, m.catchUp())
	case tea.KeyPressMsg, tea.PasteMsg:
		return m.typed(msg)
	case uv.UnknownApcEvent:
		if msg == floodMark {
			return m.typed(msg)
		}
	}
	return nil
}

// typed takes what is typed or pasted. While a file is looked for, opened or
// made it waits, so that keys typed ahead reach the screen they are meant for.
func (m *program) typed(msg tea.Msg) tea.Cmd {
	key, pressed := msg.(tea.KeyPressMsg)
	switch {
	case pressed && matches(key, keys.leave):
		return m.press(key)
	case m.busy > 0:
		m.waiting = append(m.waiting, msg)
	case pressed:
		return m.press(key)
	default:
		return m.pasted(msg)
	}
	return nil
}

// pasted takes a text, or what came where the input was too much.
func (m *program) pasted(msg tea.Msg) tea.Cmd {
	paste, ok := msg.(tea.PasteMsg)
	switch {
	case !ok:
		m.tell(machine.Event{Kind: machine.Forget})
		m.aside = tooMuch
	case m.finder != nil:
		if m.finder.open == nil {
			m.finder.field.update(tea.PasteMsg{Content: model.Clean(paste.Content)})
			m.search()
		}
	case m.overlay != nil:
	case m.state.TakesLines():
		cmd := m.happen(machine.Event{Kind: machine.Pick, Text: machine.RowPaste})
		m.paste(paste.Content)
		return cmd
	case m.field != nil:
		m.paste(paste.Content)
	}
	return nil
}

const tooMuch = "Too much text at once: the rest was ignored."

// paste puts a text into the field, without codes. Only a note keeps its lines:
// terminals send a carriage return for each.
func (m *program) paste(text string) {
	if m.keepsLines() {
		text = model.CleanLines(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
	} else {
		text = model.Clean(text)
	}
	m.field.update(tea.PasteMsg{Content: text})
}

// catchUp plays the keys that waited, until one of them starts to wait again.
func (m *program) catchUp() tea.Cmd {
	var commands []tea.Cmd
	for m.busy == 0 && len(m.waiting) > 0 {
		next := m.waiting[0]
		m.waiting = m.waiting[1:]
		commands = append(commands, m.typed(next))
	}
	return tea.Batch(commands...)
}

// tell plays an event that leaves the rows and the cursor as they are.
func (m *program) tell(e machine.Event) { m.state, _ = machine.Next(m.state, e) }

// happen plays an event on the machine and starts what follows.
func (m *program) happen(e machine.Event) tea.Cmd {
	e.At = m.outside.Now()
	if e.Kind == machine.Saved || e.Kind == machine.Failed && e.Text == string(machine.SavePlan) {
		m.saving, m.slow, m.dirty = false, false, e.Kind == machine.Failed
	}
	m.settleEffect(e)
	m.remember()
	if e.Kind == machine.Inspected {
		delete(m.cursors, string(machine.MergeScreen)) // other files, and lines, are read from their beginning
		delete(m.cursors, string(machine.DiagnosisScreen))
	}
	if e.Kind == machine.Failed {
		m.park()
	}
	next, effects := machine.Next(m.state, e)
	if e.Kind == machine.Undo && next.Screen == machine.ChecklistScreen && len(effects) > 0 {
		m.cursors[string(machine.ChecklistScreen)] = place{id: next.Task}
	}
	m.followRun(next)
	m.state = next
	var commands []tea.Cmd
	for _, effect := range effects {
		commands = append(commands, m.start(effect))
	}
	commands = append(commands, m.afterSave(e), m.tick(e.At))
	m.show()
	return tea.Batch(commands...)
}
