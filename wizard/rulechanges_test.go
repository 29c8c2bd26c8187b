package wizard

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"cmgwizard/wizard/wizardtest"
)

// oldPlan was saved by the first edition of the rules and has two of its later
// ones against it.
func oldPlan(t *testing.T) *wizardtest.World {
	t.Helper()
	world := wizardtest.NewWorld()
	plan := over(t).world.Plans["contoso.toml"]
	plan.Serial, plan.Rules, plan.Step = 3, 0, "modes"
	plan.Gateway.ResourceProviders, plan.ClientSettings.DeltaContent = model.No, model.Yes
	world.Plans["contoso.toml"] = plan
	return world
}

func changeLines(d *driver) []string {
	var ids []string
	for _, r := range d.m.list.rows {
		if r.ID != "" && r.ID != machine.RowOn {
			ids = append(ids, r.About)
		}
	}
	return ids
}

func TestRuleChangesComeFirstAndExplain(t *testing.T) {
	d := drive(t, oldPlan(t), "contoso.toml").at(machine.RuleChangesScreen, "").sees("The rules have improved since this plan was saved")
	if ids := changeLines(d); !slices.Contains(ids, "resource-providers") || !slices.Contains(ids, "delta-content-off") {
		t.Fatalf("rule changes about %v", ids)
	}
	d.press("e").sees(screen.NothingToExplain).press("down", "e").sees("Rule ").press("esc").at(machine.RuleChangesScreen, "")
	d.press("home", "enter").at(machine.QuestionScreen, "modes")
}

func TestRuleChangesGoOnWithEsc(t *testing.T) {
	drive(t, oldPlan(t), "contoso.toml").press("esc").at(machine.QuestionScreen, "modes")
}

// TestRuleChangesAreAnsweredOneAfterTheOther, although the first answer saves the plan
// with the new edition.
func TestRuleChangesAreAnsweredOneAfterTheOther(t *testing.T) {
	d := drive(t, oldPlan(t), "contoso.toml")
	changes := changeLines(d)
	d.press("down", "enter").at(machine.QuestionScreen, "").press("esc").at(machine.RuleChangesScreen, "")
	for left := len(changes) - 1; left > 0; left-- {
		d.press("home", "down")
		answerChange(d)
		if d.at(machine.RuleChangesScreen, ""); len(changeLines(d)) != left {
			t.Fatalf("%d lines are left, want %d", len(changeLines(d)), left)
		}
	}
	d.press("home", "down")
	answerChange(d)
	d.at(machine.QuestionScreen, "modes")
}

// answerChange gives the answer of the interview, which settles the line under
// the cursor.
func answerChange(d *driver) {
	d.t.Helper()
	about, before := d.m.list.rows[d.m.list.cursor].About, len(changeLines(d))
	d.press("enter")
	q, _ := d.m.state.Question()
	keys := wizardtest.ReplyTo(&d.m.state.Draft, q, wizardtest.Contoso).Keys()
	if screen.InputOf(&d.m.state.Draft, q) == screen.TypedInput && screen.TextNow(d.m.state, q) != "" {
		keys = []string{"enter"} // it stands there
	}
	d.press(keys...)
	if d.m.state.Screen == machine.RuleChangesScreen && len(changeLines(d)) == before {
		d.t.Fatalf("the interview breaks %s: name a better answer to %s among those of contoso", about, q.Key)
	}
}

// TestLeavingOnRuleChangesKeepsThem: who did not go on has not read them.
func TestLeavingOnRuleChangesKeepsThem(t *testing.T) {
	world := oldPlan(t)
	d := drive(t, world, "contoso.toml").press("ctrl+c")
	if !d.quit || world.Saves != 0 {
		t.Fatalf("quit %v after %d saves", d.quit, world.Saves)
	}
	drive(t, world, "contoso.toml").at(machine.RuleChangesScreen, "").press("enter").at(machine.QuestionScreen, "modes")
}

// TestRuleChangesAndTheBoard: who goes past them to the board lives there, and has
// read them.
func TestRuleChangesAndTheBoard(t *testing.T) {
	d := drive(t, oldPlan(t), "contoso.toml").press("f2").at(machine.BoardScreen, "").press("esc").at(machine.BoardScreen, "").sees("All answers are saved.").press("q")
	if !d.quit {
		t.Fatal("q does not leave the board")
	}
	drive(t, d.world, "contoso.toml").at(machine.BoardScreen, "")
}

func TestLinesTellRuleChanges(t *testing.T) {
	world := oldPlan(t)
	said, result := wizardtest.Speak(t, world, "contoso.toml", "? 2\n?\n? 1\n")
	for _, want := range []string{"The rules have improved since this plan was saved", "Rule ", "Enter alone: continue", screen.NothingToExplain} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if world.Saves != 0 || result.Plan.Step != "modes" {
		t.Errorf("%d saves, at %s", world.Saves, result.Plan.Step)
	}
}
