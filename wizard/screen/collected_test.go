package screen_test

import (
	"cmp"
	"os"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/site"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// TestBeginFromACollectedFile goes from the start screen through the quick round
// with the file of a standalone site: at most five answers are typed or chosen.
func TestBeginFromACollectedFile(t *testing.T) {
	data, err := os.ReadFile("../../model/site/testdata/standalone.json")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)
	file, err := site.Read(string(data), at)
	if err != nil {
		t.Fatal(err)
	}
	seen := evidence.New(model.SiteFactsEvidence, "site.json", strings.Repeat("a1", 32), at, file.SiteFacts)
	s := machine.State{Screen: machine.StartScreen}
	happen := func(e machine.Event) []machine.Effect {
		next, effects := machine.Next(s, e)
		s = next
		return effects
	}
	happen(machine.Event{Kind: machine.Pick, Text: machine.RowCollected})
	happen(machine.Event{Kind: machine.Answer, Text: "Contoso"})
	happen(machine.Event{Kind: machine.Proposed, Text: "contoso.toml"})
	created := happen(machine.Event{Kind: machine.Answer})
	happen(machine.Event{Kind: machine.Opened, Text: "contoso.toml", Plan: created[0].Plan})
	if s.Screen != machine.PathScreen {
		t.Fatalf("after the plan is made comes %s", s.Screen)
	}
	happen(machine.Event{Kind: machine.Inspected, Reading: machine.Reading{Evidence: []model.Evidence{seen}}})
	happen(machine.Event{Kind: machine.Pick, Text: machine.RowKeep})
	if s.Screen != machine.QuestionScreen || s.Plan.Site.Code != "P01" || s.Plan.Entra.SiteIntegrated != "" {
		t.Fatalf("the round begins on %s, with %+v", s.Screen, s.Plan.Site)
	}
	typed := answerRound(t, &s, happen)
	if len(typed) > 5 {
		t.Errorf("%d answers are typed or chosen: %v", len(typed), typed)
	}
	d := s.Plan.Devices
	if s.Screen != machine.BoardScreen || len(d) != 1 || d[0].Join != model.HybridJoined || d[0].Count.String() != "1900" ||
		len(s.Plan.ManagementPoints) != 1 || s.Plan.ManagementPoints[0].CMGTraffic != model.Yes || s.Plan.Entra.SiteIntegrated != model.Yes {
		t.Errorf("the round ends on %s with %+v", s.Screen, s.Plan.Answers)
	}
}

// answerRound answers with Enter whatever can be, and types the rest.
func answerRound(t *testing.T, s *machine.State, happen func(machine.Event) []machine.Effect) []string {
	t.Helper()
	var typed []string
	for range 40 {
		q, open := s.Question()
		if s.Screen != machine.QuestionScreen || !open {
			break
		}
		text := stands(s, q)
		if text == "" && !q.Optional {
			typed = append(typed, q.Key)
			text = map[string]string{"gateway.service_name": "cmg.contoso.com", "gateway.region": "westeurope"}[q.Key]
		}
		happen(machine.Event{Kind: machine.Answer, Text: text, Kept: true})
		if s.Problem != "" {
			t.Fatalf("%s: %q: %s", q.Key, text, s.Problem)
		}
	}
	return typed
}

// stands is what Enter takes.
func stands(s *machine.State, q steps.Question) string {
	switch screen.InputOf(&s.Draft, q) {
	case screen.TypedInput:
		return screen.TextNow(*s, q)
	case screen.TableInput:
		var rows []string
		for _, row := range q.Rows {
			var cells []string
			for _, cell := range row.Cells {
				cells = append(cells, cmp.Or(cell.Now, cell.Best))
			}
			rows = append(rows, strings.Join(cells, steps.CellBreak))
		}
		return strings.Join(rows, steps.RowBreak)
	}
	return screen.ChoiceNow(*s, q)
}
