package wizard

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/steps"
)

var screens = []Screen{StartScreen, NameScreen, FileScreen, OpenScreen, QuestionScreen, ListScreen, ReviewScreen,
	ChecklistScreen, TaskScreen, ExportScreen, DoneScreen, ConflictScreen, NewsScreen, CompareScreen,
	EvidenceScreen, FactsScreen, FolderScreen, PathScreen, MergeScreen, FilterScreen, StateScreen, SayScreen}

// someState is a state on the screen, with a plan that has an entry to show.
func someState(screen Screen) State {
	plan := model.Plan{Format: 1, Name: "Contoso"}
	plan.Devices = []model.Device{{Join: model.HybridJoined, Internet: model.Yes}}
	state := State{Screen: screen, Path: "contoso.toml", Plan: plan, Draft: plan.Clone(), Place: steps.At("site"),
		Formats: newWorld().Formats(), Before: ReviewScreen, Suggest: "contoso.toml", Desk: someDesk(), Task: "pre-people", Bench: someBench()}
	state.Plan.Tasks = []model.Progress{{ID: "pre-people", State: model.Done, By: "Anna"}}
	state.Plan.Evidence = []model.Evidence{stateOf("pc1.txt", tenant)}
	if screen == ListScreen {
		state.Place = steps.At("devices")
	}
	return state
}

// someDesk has files on it, from the review.
func someDesk() Desk {
	found := []model.Evidence{stateOf("pc2.txt", otherTenant)}
	return Desk{From: ReviewScreen, Folder: withFiles().folders[""], Marked: []string{"/plans/pc1.txt"}, Reading: Reading{Evidence: found},
		Addition: evidence.Addition{New: found, Proposals: []evidence.Proposal{{Key: "entra.tenant_id", New: otherTenant}}}}
}

// someBench has something to undo, and a note that is asked for.
func someBench() Bench {
	return Bench{By: "Bo", Part: PartNote, From: ChecklistScreen, Changes: []Change{{ID: "pre-people", Entry: &model.Progress{ID: "pre-people", State: model.Open}}}}
}

func TestEveryScreenCanBeLeft(t *testing.T) {
	for _, screen := range screens {
		left := false
		for _, row := range table() {
			next, effects := Next(someState(screen), Event{Kind: row.Event, Text: rowOn, Err: errors.New("x")})
			left = left || next.Screen != screen || len(effects) > 0
		}
		if !left {
			t.Errorf("%s cannot be left", screen)
		}
	}
}

func TestEveryScreenKnowsBackAndLeave(t *testing.T) {
	for _, screen := range screens {
		next, effects := Next(someState(screen), Event{Kind: Leave})
		want := []EffectKind{SavePlan, Quit}
		if screen == NewsScreen {
			want = []EffectKind{Quit}
		}
		if next.Screen != LeftScreen || !slices.Equal(kinds(effects), want) {
			t.Errorf("%s: leaving gives %s and %v", screen, next.Screen, kinds(effects))
		}
		back, _ := Next(someState(screen), Event{Kind: Back})
		if back.Screen == screen && back.Notice == "" && reflect.DeepEqual(back, someState(screen)) {
			t.Errorf("%s: back does nothing", screen)
		}
	}
}

func kinds(effects []Effect) []EffectKind {
	var list []EffectKind
	for _, e := range effects {
		list = append(list, e.Kind)
	}
	return list
}

func TestTableHasNoTwins(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range table() {
		key := string(row.Screen) + " " + string(row.Event)
		if seen[key] {
			t.Errorf("%s is there twice", key)
		}
		seen[key] = true
	}
}

func TestNextLeavesTheOldStateAlone(t *testing.T) {
	for _, screen := range screens {
		for _, row := range table() {
			state, want := someState(screen), someState(screen)
			for _, text := range []string{"0", rowAll, rowRead, rowKeep, rowTake + "entra.tenant_id", rowDrop, "pre-people", string(model.Done), string(model.Blocked), rowTeam + "pki", rowNarrow} {
				Next(state, Event{Kind: row.Event, Text: text, Folder: withFiles().folders[""], Err: errors.New("x")})
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
		next, effects := Next(someState(screen), Event{Kind: "sneeze"})
		next.Formats = nil
		want := someState(screen)
		want.Formats = nil
		if !reflect.DeepEqual(next, want) || effects != nil {
			t.Errorf("%s: an unknown event changed something", screen)
		}
	}
}

func TestStartOffersTheLastPlan(t *testing.T) {
	state := State{Screen: StartScreen, Last: &Last{Path: "last.toml", Name: "Contoso"}}
	_, effects := Next(state, Event{Kind: Pick, Text: rowContinue})
	if len(effects) != 1 || effects[0].Kind != OpenPlan || effects[0].Path != "last.toml" {
		t.Errorf("continue gives %v", effects)
	}
}

func TestReviewInTheMiddleComesBack(t *testing.T) {
	state := someState(QuestionScreen)
	state.Place.Question = 2
	review, effects := Next(state, Event{Kind: Review})
	if review.Screen != ReviewScreen || len(effects) != 1 || effects[0].Kind != SavePlan {
		t.Fatalf("review gives %s, %v", review.Screen, effects)
	}
	back, _ := Next(review, Event{Kind: Back})
	if back.Screen != QuestionScreen || back.Place != state.Place {
		t.Errorf("back from the review leads to %s %v", back.Screen, back.Place)
	}
}

func TestListFromTheReviewComesBack(t *testing.T) {
	state := someState(ReviewScreen)
	list, _ := Next(state, Event{Kind: Pick, Text: "management_points"})
	form, _ := Next(list, Event{Kind: Pick, Text: rowAdd})
	if list.Screen != ListScreen || form.Screen != QuestionScreen {
		t.Fatalf("the line leads to %s, its first row to %s", list.Screen, form.Screen)
	}
	for range len(form.questions()) {
		form, _ = Next(form, Event{Kind: Answer, Text: model.Unsure})
	}
	if form.Screen != ListScreen {
		t.Fatalf("the form leads to %s", form.Screen)
	}
	if back, _ := Next(form, Event{Kind: Pick, Text: rowOn}); back.Screen != ReviewScreen {
		t.Errorf("the list leads to %s", back.Screen)
	}
}

// TestFindingsLeadToTheirFiles, and back to the review.
func TestFindingsLeadToTheirFiles(t *testing.T) {
	state := someState(ReviewScreen)
	state.Plan.Evidence = []model.Evidence{stateOf("pc1.txt", tenant), stateOf("pc2.txt", tenant)}
	for subject, want := range map[string]Screen{"evidence": EvidenceScreen, "evidence[1]": FactsScreen, "evidence[7]": EvidenceScreen} {
		next, _ := Next(state, Event{Kind: Pick, Text: subject})
		if next.Screen != want || want == FactsScreen && next.Desk.Entry != 1 {
			t.Errorf("%s leads to %s, entry %d", subject, next.Screen, next.Desk.Entry)
		}
		for next.Screen != ReviewScreen {
			was := next.Screen
			if next, _ = Next(next, Event{Kind: Back}); next.Screen == was {
				t.Fatalf("no way back from %s", was)
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
		desk Desk
		want string
	}{
		{Desk{Addition: evidence.Addition{New: list("a.cer", "a.cer")}}, "Kept in the plan: a.cer."},
		{Desk{Addition: evidence.Addition{New: list("a.cer", "b.cer")}, Taken: []string{"x"}}, "Kept in the plan: a.cer, b.cer. 1 answer taken."},
		{Desk{Addition: evidence.Addition{New: list("a", "b", "c", "d")}, Taken: []string{"x", "y"}}, "Kept in the plan: 4 files. 2 answers taken."},
		{Desk{Addition: evidence.Addition{Proposals: []evidence.Proposal{{Key: "site.code"}}}}, "Nothing new is kept of the files."},
	} {
		next, _ := Next(State{Screen: MergeScreen, Desk: test.desk}, Event{Kind: Pick, Text: rowKeep})
		if next.Notice != test.want {
			t.Errorf("%q, want %q", next.Notice, test.want)
		}
	}
}
