package machine_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/evidence"
	"cmgwizard/model/slow"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

var screens = []machine.Screen{machine.StartScreen, machine.NameScreen, machine.FileScreen, machine.OpenScreen, machine.PlansScreen, machine.QuestionScreen, machine.ListScreen, machine.BoardScreen,
	machine.AreaScreen, machine.FoundScreen, machine.ConfirmScreen, machine.ChecklistScreen, machine.TaskScreen, machine.ExportScreen, machine.DoneScreen, machine.ConflictScreen, machine.CopyScreen, machine.RuleChangesScreen, machine.CompareScreen,
	machine.EvidenceScreen, machine.FactsScreen, machine.FolderScreen, machine.PathScreen, machine.MergeScreen, machine.FilterScreen, machine.StateScreen, machine.SayScreen,
	machine.RunScreen, machine.RunTaskScreen, machine.RunSayScreen, machine.NoReturnScreen, machine.TroubleScreen, machine.PasteScreen, machine.RunPathScreen, machine.DiagnosisScreen, machine.BackOutScreen, machine.ScopeScreen}

// someState is a state on the screen, with a plan that has an entry to show.
func someState(screen machine.Screen) machine.State {
	plan := model.Plan{Format: 1, Name: "Contoso"}
	plan.Devices = []model.Device{{Join: model.HybridJoined, Internet: model.Yes}}
	state := machine.State{Screen: screen, Path: "contoso.toml", Plan: plan, Draft: plan.Clone(), Place: steps.At("site"),
		Formats: wizardtest.NewWorld().Formats(), Before: machine.BoardScreen, Suggest: "contoso.toml", FileWork: someFileWork(), Task: "pre-people", TaskWork: someTaskWork(),
		RunWork: machine.RunWork{Task: "pre-people", Step: 1, From: machine.RunTaskScreen, Ask: model.LogNote, Reason: "403"}}
	state.Plan.Log = []model.LogEntry{{Task: "pre-people", What: model.LogStarted, At: time.Date(2026, 11, 22, 21, 0, 0, 0, time.UTC)}}
	state.Plan.Tasks = []model.Progress{{ID: "pre-people", State: model.Done, By: "Anna"}}
	state.Plan.Evidence = []model.Evidence{wizardtest.DeviceState("pc1.txt", wizardtest.Tenant)}
	if screen == machine.ListScreen {
		state.Place = steps.At("devices")
	}
	return state
}

// someFileWork has files to keep, from the board.
func someFileWork() machine.FileWork {
	found := []model.Evidence{wizardtest.DeviceState("pc2.txt", wizardtest.OtherTenant)}
	return machine.FileWork{From: machine.BoardScreen, Folder: wizardtest.WithFiles().Folders[""], Marked: []string{"/plans/pc1.txt"}, Reading: machine.Reading{Evidence: found},
		Addition: evidence.Merge{New: found, Suggestions: []evidence.Suggestion{{Key: "entra.tenant_id", New: wizardtest.OtherTenant}}}}
}

// someTaskWork has something to undo, and a note that is asked for.
func someTaskWork() machine.TaskWork {
	return machine.TaskWork{By: "Bo", Part: machine.PartNote, From: machine.ChecklistScreen, Changes: []machine.Change{{ID: "pre-people", Entry: &model.Progress{ID: "pre-people", State: model.Open}}}}
}

func TestEveryScreenCanBeLeft(t *testing.T) {
	for _, screen := range screens {
		left := false
		for _, row := range machine.Table() {
			next, effects := machine.Next(someState(screen), machine.Event{Kind: row.Event, Text: machine.RowOn, Err: errors.New("x")})
			left = left || next.Screen != screen || len(effects) > 0
		}
		if !left {
			t.Errorf("%s cannot be left", screen)
		}
	}
}

func TestEveryScreenKnowsBackAndLeave(t *testing.T) {
	for _, screen := range screens {
		next, effects := machine.Next(someState(screen), machine.Event{Kind: machine.Leave})
		want := []machine.EffectKind{machine.SavePlan, machine.Quit}
		if screen == machine.RuleChangesScreen {
			want = []machine.EffectKind{machine.Quit}
		}
		if next.Screen != machine.LeftScreen || !slices.Equal(kinds(effects), want) {
			t.Errorf("%s: leaving gives %s and %v", screen, next.Screen, kinds(effects))
		}
		back, _ := machine.Next(someState(screen), machine.Event{Kind: machine.Back})
		if back.Screen == screen && back.Notice == "" && reflect.DeepEqual(back, someState(screen)) {
			t.Errorf("%s: back does nothing", screen)
		}
	}
}

func kinds(effects []machine.Effect) []machine.EffectKind {
	var list []machine.EffectKind
	for _, e := range effects {
		list = append(list, e.Kind)
	}
	return list
}

func TestTableHasNoTwins(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range machine.Table() {
		key := string(row.Screen) + " " + string(row.Event)
		if seen[key] {
			t.Errorf("%s is there twice", key)
		}
		seen[key] = true
	}
}

func TestNextLeavesTheOldStateAlone(t *testing.T) {
	slow.Long(t)
	for _, screen := range screens {
		for _, row := range machine.Table() {
			state, want := someState(screen), someState(screen)
			for _, text := range []string{"0", machine.RowAll, machine.RowRead, machine.RowKeep, machine.RowTake + "entra.tenant_id", machine.RowDrop, "pre-people", string(model.Done), string(model.Blocked), machine.RowTeam + "pki", machine.RowNarrow,
				machine.RowTask + "pre-people", machine.RowStep + "0", machine.RowBegin, machine.RowWorked, machine.RowWait, machine.RowPause, machine.RowSkip, machine.RowFailed, machine.RowBackOut, machine.RowEarlier, machine.RowWindow, machine.RowJob + "design"} {
				machine.Next(state, machine.Event{Kind: row.Event, Text: text, Folder: wizardtest.WithFiles().Folders[""], Err: errors.New("x")})
			}
			state.Formats, want.Formats = nil, nil
			if !reflect.DeepEqual(state, want) {
				t.Errorf("%s %s changed the state it was given", screen, row.Event)
			}
		}
	}
}

func TestUnknownEventsChangeNothing(t *testing.T) {
	for _, screen := range screens {
		next, effects := machine.Next(someState(screen), machine.Event{Kind: "sneeze"})
		next.Formats = nil
		want := someState(screen)
		want.Formats = nil
		if !reflect.DeepEqual(next, want) || effects != nil {
			t.Errorf("%s: an unknown event changed something", screen)
		}
	}
}

func TestStartOffersTheLastPlan(t *testing.T) {
	state := machine.State{Screen: machine.StartScreen, Last: &machine.Last{Path: "last.toml", Name: "Contoso"}}
	_, effects := machine.Next(state, machine.Event{Kind: machine.Pick, Text: machine.RowContinue})
	if len(effects) != 1 || effects[0].Kind != machine.OpenPlan || effects[0].Path != "last.toml" {
		t.Errorf("continue gives %v", effects)
	}
}

// TestTheBoardLeadsBackIntoTheInterview: Esc on it goes nowhere, and the next
// question is where it was left.
func TestTheBoardLeadsBackIntoTheInterview(t *testing.T) {
	for row, page := range map[string]string{machine.RowQuick: "quick-site", machine.RowInterview: "site"} {
		state := someState(machine.QuestionScreen)
		state.Plan.Devices, state.Place = nil, steps.At(page)
		state.Draft = state.Plan.Clone()
		asked, _ := machine.Next(state, machine.Event{Kind: machine.Answer, Text: "P01"})
		board, effects := machine.Next(asked, machine.Event{Kind: machine.ToBoard})
		if board.Screen != machine.BoardScreen || len(effects) != 1 || effects[0].Kind != machine.SavePlan || effects[0].Plan.Step != page {
			t.Fatalf("%s: the board gives %s, %v", page, board.Screen, effects)
		}
		stays, effects := machine.Next(board, machine.Event{Kind: machine.Back})
		if stays.Screen != machine.BoardScreen || stays.Notice == "" || effects != nil {
			t.Errorf("%s: back from the board leads to %s, %q", page, stays.Screen, stays.Notice)
		}
		back, _ := machine.Next(stays, machine.Event{Kind: machine.Pick, Text: row})
		if q, _ := back.Question(); back.Screen != machine.QuestionScreen || back.Place != asked.Place || q.Key != "site.version" {
			t.Errorf("%s leads to %s %v", row, back.Screen, back.Place)
		}
	}
}

// TestAnswersChangeWhatIsAssumed: with each answer the plan that is saved holds
// what is assumed then. A plan without assumptions gets none.
func TestAnswersChangeWhatIsAssumed(t *testing.T) {
	for _, assumes := range []bool{true, false} {
		state := someState(machine.QuestionScreen)
		if assumes {
			state.Plan = assume.Plan(state.Plan)
		}
		state.Draft = state.Plan.Clone()
		state.Place.Question = slices.IndexFunc(state.Questions(), func(q steps.Question) bool { return q.Key == "site.version" })
		if state.Place.Question < 0 || state.Plan.Gateway.ClassicPresent != "" {
			t.Fatal("an unknown version says nothing about a classic CMG")
		}
		next, effects := machine.Next(state, machine.Event{Kind: machine.Answer, Text: "2503"})
		got := next.Plan.Gateway.ClassicPresent
		if (got == model.No) != assumes || len(effects) == 0 || effects[0].Plan.Gateway.ClassicPresent != got {
			t.Errorf("a classic CMG: %q, assumed before: %v", got, assumes)
		}
	}
}

// inArea is a state on the page of an area.
func inArea(id string) machine.State {
	state := someState(machine.AreaScreen)
	state.Area = id
	return state
}

func TestListFromAnAreaComesBack(t *testing.T) {
	list, _ := machine.Next(inArea("points"), machine.Event{Kind: machine.Pick, Text: "management_points"})
	form, _ := machine.Next(list, machine.Event{Kind: machine.Pick, Text: machine.RowAdd})
	if list.Screen != machine.ListScreen || form.Screen != machine.QuestionScreen {
		t.Fatalf("the line leads to %s, its first row to %s", list.Screen, form.Screen)
	}
	for range len(form.Questions()) {
		form, _ = machine.Next(form, machine.Event{Kind: machine.Answer, Text: model.Unsure})
	}
	if form.Screen != machine.ListScreen {
		t.Fatalf("the form leads to %s", form.Screen)
	}
	if back, _ := machine.Next(form, machine.Event{Kind: machine.Pick, Text: machine.RowOn}); back.Screen != machine.AreaScreen || back.Area != "points" {
		t.Errorf("the list leads to %s %s", back.Screen, back.Area)
	}
}

// TestFindingsLeadToTheirFiles, and back to the page they stand on.
func TestFindingsLeadToTheirFiles(t *testing.T) {
	for _, page := range []machine.State{inArea("pki"), someState(machine.FoundScreen), someState(machine.ConfirmScreen)} {
		page.Plan.Evidence = []model.Evidence{wizardtest.DeviceState("pc1.txt", wizardtest.Tenant), wizardtest.DeviceState("pc2.txt", wizardtest.Tenant)}
		for subject, want := range map[string]machine.Screen{"evidence": machine.EvidenceScreen, "evidence[1]": machine.FactsScreen, "evidence[7]": machine.EvidenceScreen} {
			next, _ := machine.Next(page, machine.Event{Kind: machine.Pick, Text: subject})
			if next.Screen != want || want == machine.FactsScreen && next.FileWork.Entry != 1 {
				t.Errorf("%s: %s leads to %s, entry %d", page.Screen, subject, next.Screen, next.FileWork.Entry)
			}
			for next.Screen != page.Screen {
				was := next.Screen
				if next, _ = machine.Next(next, machine.Event{Kind: machine.Back}); next.Screen == was {
					t.Fatalf("no way back from %s to %s", was, page.Screen)
				}
			}
			if next.Area != page.Area {
				t.Errorf("%s comes back to the area %q", subject, next.Area)
			}
		}
	}
}

func TestWhatIsKeptInWords(t *testing.T) {
	list := func(files ...string) []model.Evidence {
		var list []model.Evidence
		for _, f := range files {
			list = append(list, model.Evidence{File: f})
		}
		return list
	}
	for _, test := range []struct {
		desk machine.FileWork
		want string
	}{
		{machine.FileWork{Addition: evidence.Merge{New: list("a.cer", "a.cer")}}, "Kept in the plan: a.cer."},
		{machine.FileWork{Addition: evidence.Merge{New: list("a.cer", "b.cer")}, Taken: []string{"x"}}, "Kept in the plan: a.cer, b.cer. 1 answer taken."},
		{machine.FileWork{Addition: evidence.Merge{New: list("a", "b", "c", "d")}, Taken: []string{"x", "y"}}, "Kept in the plan: 4 files. 2 answers taken."},
		{machine.FileWork{Addition: evidence.Merge{Suggestions: []evidence.Suggestion{{Key: "site.code"}}}}, "Nothing new is kept of the files."},
	} {
		next, _ := machine.Next(machine.State{Screen: machine.MergeScreen, FileWork: test.desk}, machine.Event{Kind: machine.Pick, Text: machine.RowKeep})
		if next.Notice != test.want {
			t.Errorf("%q, want %q", next.Notice, test.want)
		}
	}
}

// TestWhatIsSaidComesAndGoes: complaints and warnings are events, and lead
// nowhere.
func TestWhatIsSaidComesAndGoes(t *testing.T) {
	said := machine.State{Screen: machine.ConflictScreen, Notice: "Written.", Problem: "no number"}
	for kind, want := range map[machine.EventKind]machine.State{
		machine.Complain: {Notice: "Written.", Problem: "another"},
		machine.Forget:   {Problem: "no number"},
		machine.Warn:     {Notice: "Press Ctrl+C again to discard what is not saved.", Warned: true, Problem: "no number"},
	} {
		next, effects := machine.Next(said, machine.Event{Kind: kind, Text: "another"})
		if next.Screen != said.Screen || next.Notice != want.Notice || next.Warned != want.Warned || next.Problem != want.Problem || effects != nil {
			t.Errorf("%s gives %+v and %v", kind, next, effects)
		}
	}
}

func TestALastSaveThatIsRefusedKeepsTheWizardOpen(t *testing.T) {
	left, _ := machine.Next(someState(machine.TaskScreen), machine.Event{Kind: machine.Leave})
	refused, _ := machine.Next(left, machine.Event{Kind: machine.Failed, Text: string(machine.SavePlan), Err: errors.New("disk full")})
	stays, _ := machine.Next(refused, machine.Event{Kind: machine.Stay})
	if refused.Screen != machine.LeftScreen || stays.Screen != machine.ConflictScreen || stays.Before != machine.BoardScreen || stays.Problem != "disk full" {
		t.Errorf("refused %s, then %s before %s: %q", refused.Screen, stays.Screen, stays.Before, stays.Problem)
	}
}

// TestAPlanToLookAtSaysSoFirst, on whatever screen it opens.
func TestAPlanToLookAtSaysSoFirst(t *testing.T) {
	refused := &machine.LookOnlyError{Err: errors.New("a.toml: the file is read-only")}
	for _, step := range []string{"", "site", "review", "checklist"} {
		plan := model.Plan{Format: 1, Name: "A", Step: step}
		next, _ := machine.Next(machine.State{Screen: machine.StartScreen}, machine.Event{Kind: machine.Opened, Text: "a.toml", Plan: plan, Err: refused})
		if want := "Read-only: answers cannot be saved here. a.toml: the file is read-only."; !next.LookOnly || next.Notice != want {
			t.Errorf("%q: %v, %q", step, next.LookOnly, next.Notice)
		}
	}
}
