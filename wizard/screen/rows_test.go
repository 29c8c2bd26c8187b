package screen_test

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/model/evidence"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"cmgwizard/wizard/wizardtest"
	"github.com/charmbracelet/x/ansi"
)

// TestANameIsFreeTakenOrNotChecked: who is asked for a name says what was seen.
func TestANameIsFreeTakenOrNotChecked(t *testing.T) {
	var plan model.Plan
	f, _ := plan.Field("gateway.name_available")
	var labels []string
	for _, w := range screen.Choices(machine.State{Screen: machine.QuestionScreen, Draft: plan.Answers}, steps.Question{Key: f.Key}) {
		labels = append(labels, w.Label)
	}
	if want := []string{"Free", "Taken", "Not checked"}; !slices.Equal(labels, want) {
		t.Errorf("%q, want %q", labels, want)
	}
}

// TestAFindingLeadsToWhatChangesIt: not always the answer that it is about.
func TestAFindingLeadsToWhatChangesIt(t *testing.T) {
	var plan model.Plan
	plan.Gateway.NameAvailable, plan.Gateway.VMInstances = model.NameTaken, model.Num(2)
	plan.ConnectionPoints = make([]model.ConnectionPoint, 1)
	leads := map[string]string{}
	c := screen.Content{State: machine.State{Screen: machine.FoundScreen, Plan: plan}, Look: screen.PlainLook(true)}
	for _, r := range c.Rows() {
		leads[r.About] = r.ID
	}
	for rule, want := range map[string]string{
		"high-availability": "connection_points", "service-name-unique": "gateway.service_name", "client-setting-cmg": "client_settings.use_cmg",
	} {
		if leads[rule] != want {
			t.Errorf("%s leads to %q, want %q", rule, leads[rule], want)
		}
	}
}

// TestManyRemarksAreCounted: the worst are shown.
func TestManyRemarksAreCounted(t *testing.T) {
	var remarks []model.Remark
	for range screen.MostRemarks {
		remarks = append(remarks, model.Remark{Text: "Well."})
	}
	remarks = append(remarks, model.Remark{Severity: model.Warning, Text: "Weak."}, model.Remark{Severity: model.Blocker, Text: "Broken.", Do: "Click Mend.", Rule: "whole"})
	theme := screen.PlainLook(true)
	rows := screen.RemarkRows(theme, 0, remarks, screen.MostRemarks)
	if len(rows) != screen.MostRemarks+2 || rows[0].Text != "  Blocker: Broken." || rows[2].Text != "  Warning: Weak." || !strings.Contains(rows[screen.MostRemarks+1].Text, "2 remarks more") {
		t.Errorf("%v", rows)
	}
	if do := rows[1]; do.Text != "    Do: Click Mend." || do.About != "whole" || do.ID == rows[0].ID || !strings.HasPrefix(do.ID, screen.RowToRead) {
		t.Errorf("%+v", do)
	}
}

// TestWhatGoesAndWhatHasNoRoomIsSaid before anything is kept.
func TestWhatGoesAndWhatHasNoRoomIsSaid(t *testing.T) {
	a := evidence.Merge{Replaced: []model.Evidence{{File: "old.cer"}}, Left: []model.Evidence{{File: "much.p7b"}}}
	rows := screen.PlaceRows(a)
	if len(rows) != 3 || !strings.Contains(rows[0].Text, "Different from before: old.cer.") || !strings.Contains(rows[1].Text, "no room for much.p7b") {
		t.Errorf("%v", rows)
	}
	if got := screen.NothingToKeep(a); !strings.Contains(got, "no room for much.p7b") {
		t.Errorf("%q", got)
	}
}

func TestMiddleKeepsBothEnds(t *testing.T) {
	theme := screen.PlainLook(false)
	for width := range 40 {
		got := screen.Middle(theme, "/home/alex/plans/contoso", width)
		if n := ansi.StringWidth(got); n > max(width, screen.NarrowestName) {
			t.Errorf("%d columns in %d: %q", n, width, got)
		}
		if width > 8 && (!strings.HasPrefix(got, "/h") || !strings.HasSuffix(got, "toso")) {
			t.Errorf("%d: %q", width, got)
		}
	}
}

func TestTheTableHoldsEveryCell(t *testing.T) {
	plan := wizardtest.WithDevices()
	for _, width := range []int{screen.WideEnough, 120, 160, 250} {
		for _, g := range compare.Plan(plan).Groups {
			titles, figures := g.Table()
			text := ""
			for _, r := range screen.TableRows(screen.PlainLook(true), titles, figures, width) {
				text += r.Text + "\n"
			}
			for _, f := range figures {
				for i, cell := range f.Cells {
					for _, thing := range cell {
						if word := strings.Fields(thing)[0]; !strings.Contains(text, word) {
							t.Errorf("%d columns: %s of %s lacks %q", width, f.Label, titles[i], word)
						}
					}
				}
			}
		}
	}
}
