package model

import (
	"slices"
	"sync"
)

// An explainable is one thing that has an ID and can be explained.
type explainable struct {
	kind             ExplanationKind
	id, topic, title string
	name             string // the ID as all spellings of it share it
	thing            teller
}

// A teller adds to an explanation what there is to say about it, for the entry
// of a list at this place, "" for every.
type teller interface {
	tell(p *Plan, e *Explanation, place string)
}

// explainables lists everything that can be explained, in the order in which
// it is listed, worked out once.
var explainables = sync.OnceValue(func() []explainable {
	list := slices.Concat(
		explainableRules(), explainableTasks(), explainableRequirements(), explainableContradictions(),
		explainableReleases(), explainableSources(), explainableAnswers(), explainableEvidence(),
	)
	for i := range list {
		list[i].name, _ = spelled(list[i].id)
	}
	return list
})

func (s explainable) explain(p *Plan, place string) Explanation {
	e := Explanation{
		ID: s.id, Kind: s.kind, Topic: s.topic, Title: p.fillText(s.title),
		Facts: []ExplainedFact{}, Commands: []CommandLine{}, Contradictions: []ExplainedClash{}, Sources: []Reference{},
	}
	s.thing.tell(p, &e, place)
	return e
}

// named lists things by ID and title. An ID that is not known stands alone.
func (p *Plan) named(kind ExplanationKind, ids ...string) []string {
	lines := make([]string, len(ids))
	for i, id := range ids {
		lines[i] = id
		if s, known := findExplainable(kind, id); known {
			lines[i] = s.id + ": " + p.fillText(s.title)
		}
	}
	return lines
}

func findExplainable(kind ExplanationKind, id string) (explainable, bool) {
	name, _ := spelled(id)
	for _, s := range explainables() {
		if s.kind == kind && s.name == name {
			return s, true
		}
	}
	return explainable{}, false
}

// A Topic is a part of the list of everything that can be explained.
type Topic struct {
	Kind    ExplanationKind `json:"kind"`
	Title   string          `json:"title"`
	Entries []TopicEntry    `json:"entries"`
}

// A TopicEntry is one thing that can be explained.
type TopicEntry struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Topics lists everything that can be explained by what it is about: rules,
// tasks by phase, requirements by side, contradictions, versions, sources, and
// last the answers of a plan.
func Topics() []Topic {
	topics := []Topic{}
	for _, s := range explainables() {
		last := len(topics) - 1
		if last < 0 || topics[last].Kind != s.kind || topics[last].Title != s.topic {
			topics, last = append(topics, Topic{Kind: s.kind, Title: s.topic}), last+1
		}
		topics[last].Entries = append(topics[last].Entries, TopicEntry{s.id, new(Plan).fillText(s.title)})
	}
	return topics
}
