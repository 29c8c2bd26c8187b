// Package logs reads lines of ConfigMgr logs in layers: their fields, the codes
// in them, the patterns that are known with what can be behind each, and the
// story that one log or several tell. A code is a fact and never a cause; what is
// not known is shown and never explained.
package logs

import (
	"errors"
	"io"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// Read looks for what is known in a text, and tells each once.
func Read(in reading.View, f *reading.Found, text string) {
	s := newScan(in)
	s.wordsOnly = !f.Logged && f.Kind != "" && f.Kind != reading.CommandLine
	s.unknown.pasted = !f.Logged
	s.text(text)
	s.report(f)
}

// ErrPrivateKey says that a private key begins in a log.
var ErrPrivateKey = errors.New("a private key begins in it")

// Stream reads a log that is too large to be held, or a text that may be one: of
// such a text nothing is said where no line of it is known.
func Stream(in reading.View, f *reading.Found, r io.Reader) error {
	s := newScan(in)
	s.unknown.pasted = !f.Logged
	if err := s.stream(r); err != nil {
		return err
	}
	if s.report(f); f.Kind == "" {
		s.topical(f)
	}
	return nil
}

// report says what was found. A text that is not written as a log, and has no
// error, is no log.
func (s *scan) report(f *reading.Found) {
	places, seen := s.found()
	errors := s.remarks(places, seen)
	known := len(errors) > 0 || len(s.codes)+len(places) > 0 && f.Kind == ""
	if !known && (!f.Logged || f.Kind != "") {
		return
	}
	about := "log lines"
	if f.Logged {
		about = "a log, " + model.CountedAs(s.entries, "entry", "entries")
	}
	f.Is(reading.LogLines, about+": "+model.CountedAs(len(errors), "known error", "known errors"))
	f.AddFacts(s.facts()...)
	if len(errors) == 0 {
		s.concerned(f)
	}
	f.Add(errors...)
	s.unknown.remark(f)
	s.clock(f)
	f.Add(calm(places, seen)...)
	f.Log = s.log(places, seen)
}

// remarks are what is said of the errors that were found. What an error only
// says with its neighbors is worked out from them.
func (s *scan) remarks(places []int, seen []sighting) []model.Remark {
	var remarks []model.Remark
	for _, i := range places {
		if Patterns[i].Sign != Failed {
			continue
		}
		if r, told := Patterns[i].remark(seen[i]); told {
			remarks = append(remarks, r)
		}
	}
	return remarks
}

// remark is what is said of a pattern.
func (p Pattern) remark(s sighting) (model.Remark, bool) {
	told := true
	var r model.Remark
	switch {
	case p.answered:
		r, told = answerRemark(p, s)
	case p.shown:
		r = certificateRemark(p, s)
	case p.asked:
		r = askedRemark(p, s)
	default:
		r = model.NewRemark(p.ID, p.Severity, p.Rule, strings.TrimSpace(p.Means+" "+p.rests()+s.words()), p.Check, p.Cites...)
	}
	r.Line = s.excerpt
	return r.WithCauses(p.causesFor(s)), told
}

// mostCalm is how many successes and harmless lines are told.
const mostCalm = 6

// calm are the notes on what worked and on what is known and harmless.
func calm(places []int, seen []sighting) []model.Remark {
	var notes []model.Remark
	for _, i := range places {
		p, last := Patterns[i], reading.Moment(seen[i].last)
		if p.Sign == Failed || p.Sign == Step || len(notes) == mostCalm {
			continue
		}
		text := strings.TrimSpace("Harmless: " + p.Title + ". " + p.Means)
		if p.Sign == Worked {
			text = "It worked: " + p.Title + strings.TrimSuffix(", last "+last, ", last ") + "."
		}
		notes = append(notes, model.NewRemark(p.ID, "", "", text+" "+seen[i].words(), ""))
	}
	return notes
}

// rests says so where no page of Microsoft has the line.
func (p Pattern) rests() string {
	if p.Rests != model.OneReport || strings.Contains(p.Means, "public report") || strings.Contains(p.Means, "blog") {
		return ""
	}
	return "One public report shows this line; no Microsoft page does. "
}

// facts say what part of what log it is, and which codes stand in it.
func (s *scan) facts() []model.Fact {
	facts := reading.Given(reading.Fact("component", "Written by", strings.Join(s.parts, ", ")))
	from, to := s.period()
	facts = append(facts, reading.Given(reading.Fact("from", "From", reading.Moment(from)), reading.Fact("to", "To", reading.Moment(to)))...)
	for _, c := range s.codes {
		facts = append(facts, reading.Fact("code", c.name, c.words))
	}
	return facts
}
