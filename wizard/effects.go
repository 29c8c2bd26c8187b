package wizard

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/wizard/machine"
)

// start begins an effect. Saves run one after the other, the rest at once.
func (m *program) start(effect machine.Effect) tea.Cmd {
	switch effect.Kind {
	case machine.SavePlan:
		return m.save(effect.Plan)
	case machine.Quit:
		return m.quit()
	case machine.CopyText:
		return m.copyText(effect.Text)
	}
	m.busy++
	return func() tea.Msg { return machine.Perform(m.outside, effect) }
}

// settleEffect counts the effects that keys wait for.
func (m *program) settleEffect(e machine.Event) {
	switch {
	case slices.Contains([]machine.EventKind{machine.Opened, machine.Proposed, machine.Exported, machine.Listed, machine.Inspected}, e.Kind), e.Kind == machine.Failed && e.Text != string(machine.SavePlan):
		m.busy = max(m.busy-1, 0)
	}
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
	do := func() tea.Msg { return machine.Perform(m.outside, machine.Effect{Kind: machine.SavePlan, Plan: plan}) }
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
func (m *program) afterSave(e machine.Event) tea.Cmd {
	if m.saving || e.Kind != machine.Saved && (e.Kind != machine.Failed || e.Text != string(machine.SavePlan)) {
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
	if e.Kind == machine.Failed {
		m.tell(machine.Event{Kind: machine.Stay})
		return nil
	}
	return tea.Quit
}
