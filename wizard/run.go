package wizard

import (
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/model/run"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/plain"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/colorprofile"
)

// Options say how the wizard is started.
type Options struct {
	Path    string     // the plan to open or, if there is no such file, to make; "" for the start screen
	Run     *run.Scope // the change window to open on, nil for none
	Plain   bool       // numbered lines instead of screens
	ASCII   bool       // no sign beyond ASCII
	NoColor bool       // bold and faint at most; NO_COLOR in the environment says the same
	In      *os.File
	Out     *os.File
	Err     io.Writer
	Outside machine.Outside
}

// Result says how the wizard ended.
type Result struct {
	Path       string         // the plan that was open, "" if none
	Plan       model.Plan     // as it was saved
	Unanswered []string       // plain mode: the questions that nobody answered
	Incomplete bool           // plain mode: the input ended before the questions did, or the work
	Working    bool           // plain mode: it ended in a change window
	Signal     syscall.Signal // what ended the wizard, 0 if somebody left
}

// Run runs the wizard until the administrator leaves it. Every answer is
// saved when Run returns, also after an error.
func Run(o Options) (Result, error) {
	state, err := begin(o)
	if err != nil {
		return Result{}, err
	}
	if o.Plain {
		r, err := plain.Run(plain.Options{In: o.In, Out: o.Out, ASCII: o.ASCII, Outside: o.Outside}, state)
		return Result{Path: r.Path, Plan: r.Plan, Unanswered: r.Unanswered, Incomplete: r.Incomplete, Working: r.Working}, err
	}
	return runScreens(o, state)
}

func begin(o Options) (machine.State, error) {
	if o.Run != nil {
		return machine.BeginRun(o.Path, *o.Run, o.Outside)
	}
	return machine.Begin(o.Path, o.Outside)
}

// runScreens runs the wizard full screen.
func runScreens(o Options, state machine.State) (Result, error) {
	disk := newSaves(o.Outside)
	o.Outside = disk
	m := newProgram(o, state)
	m.after = func(wait time.Duration, msg tea.Msg) tea.Cmd {
		return tea.Tick(wait, func(time.Time) tea.Msg { return msg })
	}
	options := []tea.ProgramOption{tea.WithInput(&input{File: o.In}), tea.WithOutput(o.Out), tea.WithFilter(sized), tea.WithoutSignalHandler(), tea.WithFPS(framesASecond)}
	if o.NoColor {
		options = append(options, tea.WithColorProfile(colorprofile.Ascii))
	}
	p := tea.NewProgram(m, options...)
	stop := handleSignals(o, p, disk)
	_, err := p.Run()
	stop()
	return m.end(o, err)
}

// end saves what is not saved yet, also after a panic, lets the plan go and
// says where it is.
func (m *program) end(o Options, err error) (Result, error) {
	result := Result{Path: m.state.Path, Plan: m.state.Plan, Signal: m.signal}
	if m.state.Path == "" {
		return result, err
	}
	if m.saving {
		_, _ = fmt.Fprintf(o.Out, "Saving %s: the disk is slow.\n", model.Clean(m.state.Path))
	}
	if m.dirty || m.state.Screen != machine.LeftScreen {
		last, _ := machine.Next(m.state, machine.Event{Kind: machine.Leave})
		_, saveErr := o.Outside.Save(last.Plan)
		err = errors.Join(err, saveErr)
	}
	machine.Remember(o.Outside, m.state.Path, m.state.Plan)
	err = errors.Join(err, o.Outside.Close())
	switch {
	case err == nil && m.state.LookOnly:
		_, err = fmt.Fprintf(o.Out, "Nothing was changed: %s\n", model.Clean(m.state.Path))
	case err == nil:
		_, err = fmt.Fprintf(o.Out, "Saved: %s\nTo continue: cmgwizard %s\n", model.Clean(m.state.Path), screen.Continue(m.state))
	}
	if m.state.Unsaved != "" {
		_, _ = fmt.Fprintf(o.Out, "The open field was not saved: %s.\n", model.Clean(m.state.Unsaved))
	}
	return result, err
}

// sized replaces the size of a terminal that does not know its own.
func sized(_ tea.Model, msg tea.Msg) tea.Msg {
	if size, ok := msg.(tea.WindowSizeMsg); ok && (size.Width <= 0 || size.Height <= 0) {
		return tea.WindowSizeMsg{Width: 80, Height: 24}
	}
	return msg
}
