package machine

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/steps"
)

// offering puts into the questions of the quick round what collected files offer:
// Enter takes it, and nobody said it until then.
func (s State) offering(questions []steps.Question) []steps.Question {
	collected := func(e model.Evidence) bool { return e.Kind == model.SiteFactsEvidence }
	if !steps.IsQuick(s.Place.Step) || !slices.ContainsFunc(s.Plan.Evidence, collected) {
		return questions
	}
	plan := s.Plan
	plan.Answers = s.Draft
	offers := evidence.NewMerge(&plan, plan.Evidence).Suggestions
	for i := range questions {
		q := &questions[i]
		switch {
		case q.Rows != nil:
			offerCounts(q, &plan, offers)
		case q.Answered(&s.Draft):
		case q.Key == "devices":
			q.Default = evidence.OfferedKinds(&plan)
		case q.Put == nil:
			if o := slices.IndexFunc(offers, func(o evidence.Suggestion) bool { return o.Key == q.Key }); o >= 0 {
				q.Default, q.Note = offers[o].New, strings.Join(strings.Fields(q.Note+" "+offers[o].From+" offers it. "+offers[o].Elsewhere+" "+offers[o].Why), " ")
			}
		}
	}
	return questions
}

// offerCounts fills the numbers of devices into a table.
func offerCounts(q *steps.Question, plan *model.Plan, offers []evidence.Suggestion) {
	for r, i := range plan.InternetDevices() {
		o := slices.IndexFunc(offers, func(o evidence.Suggestion) bool { return o.Key == model.DeviceKey(i, "count") })
		if o >= 0 && strings.HasSuffix(q.Key, ".method") && r < len(q.Rows) && q.Rows[r].Cells[0].Now == "" {
			q.Rows[r].Cells[0].Now = offers[o].New
		}
	}
}

// toCollected asks for the collected file that a new plan begins from.
func (s State) toCollected() State {
	s.Collected = false
	next, _ := toFiles(s, Event{})
	next.FileWork.Begins = true
	return next.askPath()
}
