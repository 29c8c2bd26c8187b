package seen

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/logs"
	"cmgwizard/model/reading"
)

// How much of a story is told.
const (
	mostFailures = 5
	mostMoments  = 12
)

// story is what several logs tell together, or one that has both a success and a
// failure: the likeliest first, what to check, and what is hardly the cause.
func (in *inspection) story() []doc.Part {
	s := in.Story
	if s == nil || s.Logs < 2 && (len(s.Worked) == 0 || len(s.Failed) == 0) {
		return nil
	}
	main := doc.Part{Title: "What the logs say", Groups: []doc.Group{{Entries: in.failures(s)}}}
	worked := doc.ListOf("It last worked", momentEntries(s.Worked))
	passed := doc.ListOf("Worked at that time, so hardly the cause", momentEntries(s.Passed))
	return []doc.Part{main, worked, passed}
}

// failures tells what fails, the likeliest with its causes.
func (in *inspection) failures(s *logs.Story) []doc.Entry {
	entries := []doc.Entry{{Title: strings.TrimSpace(model.CountedAs(s.Logs, "log", "logs") + between(s.From, s.To))}}
	if len(s.Failed) == 0 {
		return append(append(entries, doc.Entry{Title: "They contain no known error."}), in.notKnown()...)
	}
	for i, m := range s.Failed[:min(len(s.Failed), in.most(mostFailures))] {
		e := doc.Entry{Mark: failureMark(i, m), Title: m.Title, Hung: true, Facts: []doc.Fact{doc.Plain("", momentWords(s, m))}}
		if p, ok := logs.PatternNamed(m.ID); ok && i == 0 && m.Still && !m.Old {
			e.Facts = append(append(e.Facts, in.likely(m.ID)...), doc.Given(doc.Plain("check next", model.ParseText(p.Check, strings.Clone).String()))...)
		}
		entries = append(entries, e)
	}
	if more := len(s.Failed) - in.most(mostFailures); more > 0 {
		entries = append(entries, doc.Entry{Title: fmt.Sprintf("and %d more, told at their files", more)})
	}
	return append(entries, in.notKnown()...)
}

// likely is the first cause of a failure, where other lines speak for it.
func (in *inspection) likely(id string) []doc.Fact {
	for _, f := range in.Files {
		for _, r := range f.Remarks {
			if r.ID != id || len(r.Causes) == 0 || r.Causes[0].Lines == "" || r.Causes[0].RuledOut {
				continue
			}
			c := r.Causes[0]
			return doc.Given(doc.Plain("likely cause", causeWords(c)+" "+model.Capital(c.Lines)+"."), doc.Plain("explained by", mends(c)))
		}
	}
	return nil
}

// notKnown says how many lines of all logs are marked as errors and not known, and
// which log has most of them.
func (in *inspection) notKnown() []doc.Entry {
	count, logsWith, most, where := 0, 0, 0, ""
	for _, f := range in.Files {
		if f.Log == nil || f.Log.Unknown == nil {
			continue
		}
		count, logsWith = count+f.Log.Unknown.Count, logsWith+1
		if f.Log.Unknown.Count > most {
			most, where = f.Log.Unknown.Count, f.Name
		}
	}
	if count == 0 {
		return nil
	}
	text := model.CountedAs(count, "line that is marked as an error or looks like one", "lines that are marked as errors or look like them") + " in " + model.CountedAs(logsWith, "log", "logs") + ", most of them in " + where
	return []doc.Entry{{Mark: "not known:", Title: text, Hung: true}}
}

// failureMark says how a failure stands to the others.
func failureMark(place int, m logs.Moment) string {
	switch {
	case !m.Still:
		return "failed, and worked again:"
	case m.Old:
		return "failed long ago:"
	case place == 0:
		return "look here first:"
	}
	return "also fails:"
}

// momentWords say how often, since when and where.
func momentWords(s *logs.Story, m logs.Moment) string {
	text := model.CountedAs(m.Count, "time", "times")
	switch {
	case workedBefore(s, m):
		text += ", first after it last worked: " + reading.Moment(m.Since)
	case !m.First.IsZero():
		text += ", first seen: " + reading.Moment(m.First)
	}
	if !m.Last.IsZero() {
		text += ", last: " + reading.Moment(m.Last)
	}
	return text + ", in " + m.File
}

// workedBefore reports whether a success of its stage stands before what fails.
func workedBefore(s *logs.Story, m logs.Moment) bool {
	return !m.Since.IsZero() && slices.ContainsFunc(s.Worked, func(w logs.Moment) bool {
		return w.Stage == m.Stage && !w.Last.IsZero() && !w.Last.After(m.Since)
	})
}

func momentEntries(moments []logs.Moment) []doc.Entry {
	var entries []doc.Entry
	for _, m := range moments[:min(len(moments), mostMoments)] {
		words := logs.Stages.Label(m.Stage) + ": " + m.Title
		if !m.Last.IsZero() {
			words += ", " + reading.Moment(m.Last)
		}
		entries = append(entries, doc.Entry{Title: words + ", in " + m.File, Hung: true})
	}
	return entries
}

func between(from, to time.Time) string {
	if from.IsZero() || to.IsZero() {
		return ""
	}
	return ", from " + reading.Moment(from) + " to " + reading.Moment(to)
}
