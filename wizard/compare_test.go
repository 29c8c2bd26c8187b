package wizard

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// compared is at the comparison: the devices are listed, no method is chosen.
func compared(t *testing.T) *driver {
	t.Helper()
	return drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press(wizardtest.AllDevices...).at(machine.CompareScreen, "methods")
}

// backToDevices leads from the page after the methods to the list of devices.
func backToDevices() []string { return wizardtest.Often("esc", len(wizardtest.Replies["methods"])+1) }

func TestComparisonOnceBeforeTheFirstMethod(t *testing.T) {
	d := compared(t).press(wizardtest.MethodKeys...).at(machine.QuestionScreen, "entra")
	d.press(backToDevices()...).at(machine.ListScreen, "devices").press("end", "enter").at(machine.QuestionScreen, "methods")
}

func TestBackToTheComparisonAndForward(t *testing.T) {
	d := compared(t).press("enter", "1", "esc", "esc").at(machine.CompareScreen, "methods")
	d.press("esc").at(machine.ListScreen, "devices").press("end", "enter").at(machine.CompareScreen, "methods")
	d.press("f2").at(machine.BoardScreen, "").press("a").at(machine.CompareScreen, "methods").press("enter").at(machine.QuestionScreen, "methods").sees(fmt.Sprintf("1 of %d", len(wizardtest.Replies["methods"])))
	d.press("f2", "a").at(machine.CompareScreen, "methods")
}

// TestComparisonEndsWithNothingChosen: who chooses nothing goes on all the same.
func TestComparisonEndsWithNothingChosen(t *testing.T) {
	compared(t).press("enter").knowsNothing().at(machine.QuestionScreen, "entra").press("esc").at(machine.QuestionScreen, "methods").knowsNothing().at(machine.QuestionScreen, "entra")
}

func TestANewDeviceIsNoNewComparison(t *testing.T) {
	over(t).to("devices[0].join").at(machine.QuestionScreen, "devices[0]").press("esc").at(machine.AreaScreen, "")
	d := compared(t).press(wizardtest.MethodKeys...).press(backToDevices()...).at(machine.ListScreen, "devices")
	d.press("a").upTo("devices[3].join").press("2").rest().at(machine.ListScreen, "devices")
	d.press("end", "enter").at(machine.QuestionScreen, "methods").sees("Microsoft Entra joined")
}

func TestLeavingOnTheComparisonComesBackToIt(t *testing.T) {
	d := compared(t)
	before := d.m.state.Plan.Answers
	if d.press("ctrl+c"); !d.quit {
		t.Fatal("ctrl+c did not leave")
	}
	again := drive(t, d.world, "contoso.toml").at(machine.CompareScreen, "methods")
	if got := d.world.Plans["contoso.toml"].Answers; !reflect.DeepEqual(got, before) {
		t.Errorf("saved %+v, want %+v", got, before)
	}
	again.press("enter", "1", "1", "ctrl+c")
	drive(t, d.world, "contoso.toml").at(machine.QuestionScreen, "methods").sees(fmt.Sprintf("3 of %d", len(wizardtest.Replies["methods"])))
}

// TestComparisonIsNotLaidOverItself: before the first method it is a glance, and
// the key shows the rest; from the board it is whole.
func TestComparisonIsNotLaidOverItself(t *testing.T) {
	for _, k := range []string{"f5"} {
		d := compared(t).resize(120, 90)
		glance := d.screen()
		if d.press(k).sees("in detail"); d.press("esc").screen() != glance {
			t.Errorf("%s, esc leaves\n%s", k, d.screen())
		}
		if d := over(t, "m").resize(120, 90).at(machine.CompareScreen, "").sees("in detail").press(k); d.m.overlay != nil {
			t.Errorf("%s lays it over itself", k)
		}
	}
}

func TestComparisonOfTheOpenPage(t *testing.T) {
	d := compared(t).press("enter", "1", "1", "1", "f5").resize(200, 60)
	d.sees("As planned")
}

// TestComparisonStandsInColumns where there is width for them.
func TestComparisonStandsInColumns(t *testing.T) {
	side := func(d *driver) bool {
		for _, line := range strings.Split(d.screen(), "\n") {
			if strings.Contains(line, "Verdict") && strings.Count(line, "│") > 1 {
				return true
			}
		}
		return false
	}
	d := compared(t).resize(120, 60).press("f5")
	if !side(d) {
		t.Errorf("no columns:\n%s", d.screen())
	}
	if side(d.resize(80, 60)) {
		t.Errorf("columns in 80:\n%s", d.screen())
	}
}

func TestHelpOfTheComparison(t *testing.T) {
	compared(t).press("f1").sees("Enter continues to the questions").sees("Keys")
}
