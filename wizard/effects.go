package wizard

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
)

// start begins an effect. Saves run one after the other, the rest at once.
func (m *program) start(effect Effect) tea.Cmd {
	switch effect.Kind {
	case SavePlan:
		return m.save(effect.Plan)
	case Quit:
		return m.quit()
	}
	m.busy++
	return func() tea.Msg { return perform(m.outside, effect) }
}

// settleEffect counts the effects that keys wait for.
func (m *program) settleEffect(e Event) {
	switch {
	case slices.Contains([]EventKind{Opened, Proposed, Exported, Listed, Inspected}, e.Kind), e.Kind == Failed && e.Text != string(SavePlan):
		m.busy = max(m.busy-1, 0)
	}
}

// perform does an effect outside and says how it went.
func perform(outside Outside, effect Effect) Event {
	switch effect.Kind {
	case OpenPlan:
		plan, err := outside.Open(effect.Path)
		return opening(outside, effect, plan, err)
	case CreatePlan:
		plan, err := outside.Create(effect.Path, effect.Plan)
		return opening(outside, effect, plan, err)
	case SavePlan:
		plan, err := outside.Save(effect.Plan)
		return result(effect, Event{Kind: Saved, Plan: plan}, err)
	case ProposePath:
		return Event{Kind: Proposed, Text: outside.Suggest(effect.Path)}
	case ExportPlan:
		printed, err := exportBeside(outside, effect)
		return result(effect, Event{Kind: Exported, Printed: printed}, err)
	case ListFolder:
		folder, err := outside.Folder(effect.Path)
		return result(effect, Event{Kind: Listed, Folder: folder}, err)
	case InspectFiles:
		return Event{Kind: Inspected, Reading: outside.Inspect(effect.Paths, effect.Plan)}
	case LookAt:
		return lookAt(outside, effect)
	}
	return Event{}
}

// lookAt lists a folder or inspects a file, whichever the path leads to.
func lookAt(outside Outside, effect Effect) Event {
	folder, err := outside.Folder(effect.Path)
	switch {
	case err == nil:
		return Event{Kind: Listed, Folder: folder}
	case errors.Is(err, fs.ErrNotExist):
		return result(effect, Event{}, err)
	}
	return Event{Kind: Inspected, Reading: outside.Inspect([]string{effect.Path}, effect.Plan)}
}

// mostCopies is how many checklists of one plan may lie side by side.
const mostCopies = 99

// exportBeside writes a checklist under the first name that is free: an
// earlier one is never overwritten.
func exportBeside(outside Outside, effect Effect) (Printed, error) {
	printed, err := outside.Export(effect.Path, effect.Format, effect.Plan, effect.Scope)
	ext := filepath.Ext(effect.Path)
	for n := 2; errors.Is(err, fs.ErrExist) && n <= mostCopies; n++ {
		next := fmt.Sprintf("%s-%d%s", strings.TrimSuffix(effect.Path, ext), n, ext)
		printed, err = outside.Export(next, effect.Format, effect.Plan, effect.Scope)
	}
	return printed, err
}

// note remembers the plan that is open as the last one. That this cannot be
// written is no reason to stop.
func note(outside Outside, path string, plan model.Plan) { _ = outside.Remember(path, plan) }

// opening notes a plan that is now held.
func opening(outside Outside, effect Effect, plan model.Plan, err error) Event {
	if err == nil {
		note(outside, effect.Path, plan)
	}
	return result(effect, Event{Kind: Opened, Text: effect.Path, Plan: plan}, err)
}

func result(effect Effect, done Event, err error) Event {
	if err != nil {
		return Event{Kind: Failed, Text: string(effect.Kind), Err: err}
	}
	return done
}

// save writes the plan, after the save that is under way; of several that
// wait, the newest is enough.
func (m *program) save(plan model.Plan) tea.Cmd {
	m.dirty = true
	if m.saving {
		m.queued = &plan
		return nil
	}
	m.saving = true
	m.saved++
	do := func() tea.Msg { return perform(m.outside, Effect{Kind: SavePlan, Plan: plan}) }
	if m.after == nil {
		return do
	}
	return tea.Batch(do, m.after(soonSaved, slowSave(m.saved)))
}

// soonSaved is how long a save takes without a word on the screen.
const soonSaved = 300 * time.Millisecond

// slowSave says that a save, by its number, should have been done by now.
type slowSave int

// quit ends the program once everything is saved.
func (m *program) quit() tea.Cmd {
	if m.saving {
		m.quitting = true
		return nil
	}
	return tea.Quit
}

// afterSave goes on with what waited for a save. A last save that is refused
// keeps the wizard open: the answers would be lost.
func (m *program) afterSave(e Event) tea.Cmd {
	if m.saving || e.Kind != Saved && (e.Kind != Failed || e.Text != string(SavePlan)) {
		return nil
	}
	if m.queued != nil {
		plan := *m.queued
		plan.ID, plan.Serial, plan.Created = m.state.Plan.ID, m.state.Plan.Serial, m.state.Plan.Created
		m.queued = nil
		return m.save(plan)
	}
	if !m.quitting {
		return nil
	}
	m.quitting = false
	if e.Kind == Failed {
		m.tell(Event{Kind: Stay})
		return nil
	}
	return tea.Quit
}
