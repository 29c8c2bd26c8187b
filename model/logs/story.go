package logs

import (
	"cmp"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// A Story is what one log or several tell together, by time: what worked last,
// what failed after it, and what can hardly be the cause.
type Story struct {
	Logs   int       `json:"logs"`
	From   time.Time `json:"from,omitzero"`
	To     time.Time `json:"to,omitzero"`
	Worked []Moment  `json:"worked"` // the last success of each stage, in the order of the way
	Failed []Moment  `json:"failed"` // what fails, what still does and tells most first
	Passed []Moment  `json:"passed"` // what worked while the first of these failed
}

// A Moment is something that was seen in logs.
type Moment struct {
	ID       string         `json:"id"`
	Title    string         `json:"title"`
	Stage    Stage          `json:"stage"`
	Severity model.Severity `json:"severity"`
	File     string         `json:"file"`
	Line     string         `json:"line"`
	Count    int            `json:"count"`
	First    time.Time      `json:"first,omitzero"`
	Last     time.Time      `json:"last,omitzero"`
	Since    time.Time      `json:"since,omitzero"` // the first one after its stage last worked
	Still    bool           `json:"still"`          // it was seen after its stage last worked
	Old      bool           `json:"old,omitempty"`  // the logs go on for long without it
}

// A Told is a log with the name of its file.
type Told struct {
	File string
	Log  *reading.Log
}

// Tell puts logs together, nil where none of them has anything that is known.
func Tell(told []Told) *Story {
	story := &Story{Worked: []Moment{}, Failed: []Moment{}, Passed: []Moment{}}
	worked := map[Stage]Moment{}
	for _, t := range told {
		story.add(t)
		for _, s := range t.Log.Signs {
			if m := momentOf(t.File, s); s.Kind == string(Worked) && !m.Last.Before(worked[m.Stage].Last) {
				worked[m.Stage] = m
			}
		}
	}
	for _, stage := range Stages {
		if m, ok := worked[stage.Value]; ok {
			story.Worked = append(story.Worked, m)
		}
	}
	story.fail(told, worked)
	story.age()
	if len(story.Worked)+len(story.Failed) == 0 {
		return nil
	}
	story.pass(worked)
	return story
}

// add widens the time of the story.
func (s *Story) add(t Told) {
	s.Logs++
	if !t.Log.From.IsZero() && (s.From.IsZero() || t.Log.From.Before(s.From)) {
		s.From = t.Log.From
	}
	if t.Log.To.After(s.To) {
		s.To = t.Log.To
	}
}

func momentOf(file string, s reading.Sign) Moment {
	return Moment{ID: s.ID, Title: s.Title, Stage: Stage(s.Stage), Severity: s.Severity, File: file, Line: s.Line, Count: s.Count, First: s.First, Last: s.Last, Since: s.Since}
}

// fail puts together what failed: of one kind in several logs one thing is made.
func (s *Story) fail(told []Told, worked map[Stage]Moment) {
	for _, t := range told {
		for _, sign := range t.Log.Signs {
			if sign.Kind != "failed" {
				continue
			}
			m := momentOf(t.File, sign)
			m.after(worked[m.Stage].Last)
			at := slices.IndexFunc(s.Failed, func(other Moment) bool { return other.ID == m.ID })
			if at < 0 {
				s.Failed = append(s.Failed, m)
				continue
			}
			s.Failed[at].join(m)
		}
	}
}

// oldAfter is how long logs go on without a failure until it counts as an old one.
const oldAfter = 7 * 24 * time.Hour

// age tells what failed long ago from what fails, and sorts all of it: what still
// does and tells most first.
func (s *Story) age() {
	for i := range s.Failed {
		m := &s.Failed[i]
		m.Old = !m.Last.IsZero() && s.To.Sub(m.Last) > oldAfter
	}
	slices.SortStableFunc(s.Failed, func(a, b Moment) int {
		return cmp.Or(first(a.Still && !a.Old, b.Still && !b.Old), first(!a.Old, !b.Old), cmp.Compare(rank(a.Severity), rank(b.Severity)), cmp.Compare(placeOf(a.ID), placeOf(b.ID)))
	})
}

// after says how it stands to the last success of its stage. Without times it
// counts as still failing.
func (m *Moment) after(worked time.Time) {
	sameMoment := m.Last.Equal(worked) && !m.Since.IsZero() // the order in the log decides
	m.Still = worked.IsZero() || m.Last.IsZero() || m.Last.After(worked) || sameMoment
	switch {
	case m.Still && m.First.After(worked):
		m.Since = m.First
	case !m.Still, !m.Since.After(worked):
		m.Since = time.Time{} // another log has the success: which one was the first is not known
	}
}

// join adds what another log has of the same.
func (m *Moment) join(other Moment) {
	m.Count += other.Count
	m.Still = m.Still || other.Still
	if !other.First.IsZero() && (m.First.IsZero() || other.First.Before(m.First)) {
		m.First = other.First
	}
	if other.Last.After(m.Last) {
		m.Last = other.Last
	}
	if !other.Since.IsZero() && (m.Since.IsZero() || other.Since.Before(m.Since)) {
		m.Since = other.Since
	}
}

// failsNow reports whether something of a stage still fails: what worked before
// says nothing for it then.
func (s *Story) failsNow(stage Stage) bool {
	return slices.ContainsFunc(s.Failed, func(m Moment) bool { return m.Stage == stage && m.Still && !m.Old })
}

// pass lists what worked while the first failure went on: other stages that
// succeeded after it began, and what its own lines prove. A line without a time
// says nothing about that time, and a stage that fails is never among them.
func (s *Story) pass(worked map[Stage]Moment) {
	if len(s.Failed) == 0 || !s.Failed[0].Still || s.Failed[0].Old {
		return
	}
	top := s.Failed[0]
	passed := map[Stage]Moment{}
	for stage, m := range worked {
		if stage != top.Stage && !top.Since.IsZero() && m.Last.After(top.Since) {
			passed[stage] = m
		}
	}
	if p, ok := PatternNamed(top.ID); ok && !top.Last.IsZero() {
		for _, stage := range p.Proves {
			if _, had := passed[stage]; !had {
				passed[stage] = Moment{ID: top.ID, Title: "An answer came from behind it", Stage: stage, File: top.File, Line: top.Line, Last: top.Last}
			}
		}
	}
	for _, stage := range Stages {
		if m, ok := passed[stage.Value]; ok && !s.failsNow(stage.Value) {
			s.Passed = append(s.Passed, m)
		}
	}
}

// first sorts what is true before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func rank(severity model.Severity) int {
	return (slices.IndexFunc(model.Severities, func(t model.Term[model.Severity]) bool { return t.Value == severity }) + 4) % 4
}

func placeOf(id string) int {
	return slices.IndexFunc(Patterns, func(p Pattern) bool { return p.ID == id })
}
