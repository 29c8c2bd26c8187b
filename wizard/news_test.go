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

func newsLines(d *driver) []string {
	var ids []string
	for _, r := range d.m.list.rows {
		if r.ID != "" && r.ID != machine.RowOn {
			ids = append(ids, r.About)
		}
	}
	return ids
}

func TestNewsComeFirstAndExplain(t *testing.T) {
	d := drive(t, oldPlan(t), "contoso.toml").at(machine.RuleChangesScreen, "").sees("The rules know more than when this plan was saved")
	if ids := newsLines(d); !slices.Contains(ids, "resource-providers") || !slices.Contains(ids, "delta-content-off") {
		t.Fatalf("news about %v", ids)
	}
	d.press("e").sees(screen.NothingToExplain).press("down", "e").sees("Rule ").press("esc").at(machine.RuleChangesScreen, "")
	d.press("home", "enter").at(machine.QuestionScreen, "modes")
}

func TestNewsGoOnWithEsc(t *testing.T) {
	drive(t, oldPlan(t), "contoso.toml").press("esc").at(machine.QuestionScreen, "modes")
}

// TestNewsAreAnsweredOneAfterTheOther, although the first answer saves the plan
// with the new edition.
func TestNewsAreAnsweredOneAfterTheOther(t *testing.T) {
	d := drive(t, oldPlan(t), "contoso.toml")
	news := newsLines(d)
	d.press("down", "enter").at(machine.QuestionScreen, "").press("esc").at(machine.RuleChangesScreen, "")
	for left := len(news) - 1; left > 0; left-- {
		d.press("home", "down")
		answerNews(d)
		if d.at(machine.RuleChangesScreen, ""); len(newsLines(d)) != left {
			t.Fatalf("%d lines are left, want %d", len(newsLines(d)), left)
		}
	}
	d.press("home", "down")
	answerNews(d)
	d.at(machine.QuestionScreen, "modes")
}

// answerNews gives the answer of the interview, which settles the line under
// the cursor.
func answerNews(d *driver) {
	d.t.Helper()
	about, before := d.m.list.rows[d.m.list.cursor].About, len(newsLines(d))
	d.press("enter")
	q, _ := d.m.state.Question()
	d.press(wizardtest.ReplyTo(&d.m.state.Draft, q, wizardtest.Contoso).Keys()...)
	if d.m.state.Screen == machine.RuleChangesScreen && len(newsLines(d)) == before {
		d.t.Fatalf("the interview breaks %s: name a better answer to %s among those of contoso", about, q.Key)
	}
}

// TestLeavingOnTheNewsKeepsThem: who did not go on has not read them.
func TestLeavingOnTheNewsKeepsThem(t *testing.T) {
	world := oldPlan(t)
	d := drive(t, world, "contoso.toml").press("ctrl+c")
	if !d.quit || world.Saves != 0 {
		t.Fatalf("quit %v after %d saves", d.quit, world.Saves)
	}
	drive(t, world, "contoso.toml").at(machine.RuleChangesScreen, "").press("enter").at(machine.QuestionScreen, "modes")
}

func TestNewsAndTheReview(t *testing.T) {
	drive(t, oldPlan(t), "contoso.toml").press("f2").at(machine.ReviewScreen, "").press("esc").at(machine.QuestionScreen, "modes")
}

func TestLinesTellTheNews(t *testing.T) {
	world := oldPlan(t)
	said, result := wizardtest.Speak(t, world, "contoso.toml", "? 2\n?\n? 1\n")
	for _, want := range []string{"The rules know more than when this plan was saved", "Rule ", "Enter alone: go on", screen.NothingToExplain} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if world.Saves != 0 || result.Plan.Step != "modes" {
		t.Errorf("%d saves, at %s", world.Saves, result.Plan.Step)
	}
}
