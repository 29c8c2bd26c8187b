package wizard

import (
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// slowDisk takes its time for each save, and notes how many run at once.
type slowDisk struct {
	*wizardtest.World
	takes         time.Duration
	running, most atomic.Int32
}

func (d *slowDisk) Save(plan model.Plan) (model.Plan, error) {
	d.most.Store(max(d.most.Load(), d.running.Add(1)))
	defer d.running.Add(-1)
	time.Sleep(d.takes) // in a bubble of synctest: no time passes
	return d.World.Save(plan)
}

// TestLivingSaveIsWaitedFor closes the terminal during a save of a minute, and
// without one.
func TestLivingSaveIsWaitedFor(t *testing.T) {
	for _, takes := range []time.Duration{0, time.Minute} {
		synctest.Test(t, func(t *testing.T) {
			s := newSaves(&slowDisk{World: wizardtest.NewWorld(), takes: takes})
			began := time.Now()
			if takes > 0 {
				go func() { _, _ = s.Save(model.Plan{}) }()
				synctest.Wait()
			}
			waitForEnd(make(chan struct{}), s)
			if waited := time.Since(began); waited < takes+deadTerminal/2 || waited > takes+2*deadTerminal {
				t.Errorf("a save of %v: given up after %v", takes, waited)
			}
		})
	}
}

func TestEndIsNotWaitedForTwice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := make(chan struct{})
		close(done)
		began := time.Now()
		waitForEnd(done, newSaves(wizardtest.NewWorld()))
		if waited := time.Since(began); waited > 0 {
			t.Errorf("waited %v for a program that has ended", waited)
		}
	})
}

func TestOneSaveAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		disk := &slowDisk{World: wizardtest.NewWorld(), takes: time.Second}
		s := newSaves(disk)
		var all sync.WaitGroup
		for range 5 {
			all.Go(func() { _, _ = s.Save(model.Plan{}) })
		}
		all.Wait()
		if disk.most.Load() != 1 || disk.Saves != 5 {
			t.Errorf("%d saves, %d at once", disk.Saves, disk.most.Load())
		}
	})
}

// TestSlowSaveShows answers on a slow disk: the screen says that it saves, and
// of many answers only the newest is saved after that.
func TestSlowSaveShows(t *testing.T) {
	d := atSite(t)
	before := d.world.Saves
	d.later = true
	d.m.happen(machine.Event{Kind: machine.Leave})
	d.m.save(d.m.state.Plan)
	newest := d.m.state.Plan
	newest.Name = "the newest"
	d.m.save(newest)
	if strings.Contains(d.screen(), "saving") {
		t.Errorf("says so at once:\n%s", d.screen())
	}
	d.m.Update(slowSave(d.m.saved - 1))
	if strings.Contains(d.screen(), "saving") {
		t.Errorf("an older save is taken for the one that runs:\n%s", d.screen())
	}
	d.m.Update(slowSave(d.m.saved))
	if !strings.Contains(d.screen(), "saving") || !strings.Contains(d.screen(), "ends when it is done") {
		t.Errorf("does not say that it saves:\n%s", d.screen())
	}
	d.later = false
	d.send(machine.Event{Kind: machine.Saved, Plan: d.m.state.Plan})
	if strings.Contains(d.screen(), "saving") {
		t.Errorf("still says so:\n%s", d.screen())
	}
	if saves := d.world.Saves - before; saves != 1 || d.world.Plans[d.world.Held].Name != "the newest" {
		t.Errorf("%d further saves of %q, want one of the newest", saves, d.world.Plans[d.world.Held].Name)
	}
}

// TestCtrlZSaysWhereNothingCouldWakeTheWizard, and changes no answer.
func TestCtrlZSaysWhereNothingCouldWakeTheWizard(t *testing.T) {
	if canSuspend() {
		t.Skip("a shell started the tests as a job of its own")
	}
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...)
	d.send(tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl})
	d.sees("Ctrl+Z does nothing here").press("P01", "enter").sees("P01")
	if strings.Contains(d.screen(), "Ctrl+Z does nothing here") {
		t.Errorf("it stays:\n%s", d.screen())
	}
}
