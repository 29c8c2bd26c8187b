package wizard

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
)

// oldPlan was saved by the first edition of the rules and has two of its later
// ones against it.
func oldPlan(t *testing.T) *fakeWorld {
	t.Helper()
	world := newWorld()
	plan := over(t).world.files["contoso.toml"]
	plan.Serial, plan.Rules, plan.Step = 3, 0, "modes"
	plan.Gateway.ResourceProviders, plan.ClientSettings.DeltaContent = model.No, model.Yes
	world.files["contoso.toml"] = plan
	return world
}

func newsLines(d *driver) []string {
	var ids []string
	for _, r := range d.m.list.rows {
		if r.id != "" && r.id != rowOn {
			ids = append(ids, r.about)
		}
	}
	return ids
}

func TestNewsComeFirstAndExplain(t *testing.T) {
	d := drive(t, oldPlan(t), "contoso.toml").at(NewsScreen, "").sees(newsTitle)
	if ids := newsLines(d); !slices.Contains(ids, "resource-providers") || !slices.Contains(ids, "delta-content-off") {
		t.Fatalf("news about %v", ids)
	}
	d.press("e").sees(nothingToExplain).press("down", "e").sees("Rule ").press("esc").at(NewsScreen, "")
	d.press("home", "enter").at(QuestionScreen, "modes")
}

func TestNewsGoOnWithEsc(t *testing.T) {
	drive(t, oldPlan(t), "contoso.toml").press("esc").at(QuestionScreen, "modes")
}

// TestNewsAreAnsweredOneAfterTheOther, although the first answer saves the plan
// with the new edition.
func TestNewsAreAnsweredOneAfterTheOther(t *testing.T) {
	d := drive(t, oldPlan(t), "contoso.toml")
	news := newsLines(d)
	d.press("down", "enter").at(QuestionScreen, "").press("esc").at(NewsScreen, "")
	for left := len(news) - 1; left > 0; left-- {
		d.press("home", "down")
		answerNews(d)
		if d.at(NewsScreen, ""); len(newsLines(d)) != left {
			t.Fatalf("%d lines are left, want %d", len(newsLines(d)), left)
		}
	}
	d.press("home", "down")
	answerNews(d)
	d.at(QuestionScreen, "modes")
}

// answerNews gives the answer of the interview, which settles the line under
// the cursor.
func answerNews(d *driver) {
	d.t.Helper()
	about, before := d.m.list.rows[d.m.list.cursor].about, len(newsLines(d))
	d.press("enter")
	q, _ := d.m.state.question()
	d.press(replyTo(&d.m.state.Draft, q, contoso).keys()...)
	if d.m.state.Screen == NewsScreen && len(newsLines(d)) == before {
		d.t.Fatalf("the interview breaks %s: name a better answer to %s among those of contoso", about, q.Key)
	}
}

// TestLeavingOnTheNewsKeepsThem: who did not go on has not read them.
func TestLeavingOnTheNewsKeepsThem(t *testing.T) {
	world := oldPlan(t)
	d := drive(t, world, "contoso.toml").press("ctrl+c")
	if !d.quit || world.saves != 0 {
		t.Fatalf("quit %v after %d saves", d.quit, world.saves)
	}
	drive(t, world, "contoso.toml").at(NewsScreen, "").press("enter").at(QuestionScreen, "modes")
}

func TestNewsAndTheReview(t *testing.T) {
	drive(t, oldPlan(t), "contoso.toml").press("f2").at(ReviewScreen, "").press("esc").at(QuestionScreen, "modes")
}

func TestLinesTellTheNews(t *testing.T) {
	world := oldPlan(t)
	said, result := speak(t, world, "contoso.toml", "? 2\n?\n? 1\n")
	for _, want := range []string{newsTitle, "Rule ", "Enter alone: go on", nothingToExplain} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if world.saves != 0 || result.Plan.Step != "modes" {
		t.Errorf("%d saves, at %s", world.saves, result.Plan.Step)
	}
}
