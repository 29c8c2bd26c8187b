package judge

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
)

// vocabularies are all closed vocabularies of the plan, the outcome and the tasks.
func vocabularies() map[string][]model.Word {
	words := map[string][]model.Word{
		"severities": model.Severities.Words(), "verdicts": Verdicts.Words(), "modes": model.Modes.Words(), "teams": model.Teams.Words(),
		"needs": rules.Needs.Words(), "task states": model.TaskStates.Words(), "evidence": model.EvidenceKinds.Words(),
	}
	for _, f := range plantest.GoodPlan().Fields() {
		if f.Words() != nil {
			words[f.Key] = f.Words()
		}
	}
	return words
}

func TestVocabularies(t *testing.T) {
	for name, words := range vocabularies() {
		if len(words) < 2 {
			t.Errorf("%s has %d words", name, len(words))
		}
		var values, labels []string
		for _, w := range words {
			if w.Value == "" || w.Label == "" || w.Value == model.Unsure || strings.ContainsAny(w.Value, " ,") {
				t.Errorf("%s: %q with the label %q", name, w.Value, w.Label)
			}
			if slices.Contains(values, w.Value) || slices.Contains(labels, w.Label) {
				t.Errorf("%s: %q or its label is there twice", name, w.Value)
			}
			values, labels = append(values, w.Value), append(labels, w.Label)
		}
	}
}
