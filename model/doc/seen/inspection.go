package seen

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/inspect"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

// An inspection tells what files say, and remembers the sources of it.
type inspection struct {
	inspect.Report
	at      time.Time
	all     bool            // nothing is shortened
	told    map[string]bool // the remarks on logs that were told in full
	sources []model.Reference
}

// How much is told in full, and how many names stand in a row.
const (
	fewFiles        = 10
	fewCertificates = 6
	mostFiles       = 6
	mostBranches    = 20
	mostAbout       = 3
)

// Inspection is all there is to say about files, the answer first. Of many files
// what is well is told in short unless all is asked for.
func Inspection(report inspect.Report, at time.Time, all bool) []doc.Part {
	in := &inspection{Report: report, at: at, all: all, told: map[string]bool{}}
	var parts []doc.Part
	switch {
	case len(report.Files) == 0:
		parts = []doc.Part{doc.Line("There is no file to look at.")}
	case len(report.Chains.Certificates) > 0:
		parts = slices.Concat(in.answer(), []doc.Part{in.missing(), in.ways(), in.together(), in.files(false)}, in.certificates())
	default:
		parts = []doc.Part{in.files(true)}
	}
	return append(append(in.story(), parts...), sourceList(in.sources))
}

// sourceList is what numbers in brackets stand for.
func sourceList(sources []model.Reference) doc.Part {
	var entries []doc.Entry
	for i, s := range sources {
		entries = append(entries, doc.Entry{Mark: fmt.Sprintf("[%d]", i+1), Title: doc.SourceRead(s), Facts: []doc.Fact{doc.Plain("", s.URL)}})
	}
	return doc.ListOf("Sources", entries)
}

// LeftOut lists what was not read.
func LeftOut(what []string) doc.Part { return doc.ListOf("Left out", doc.Listed(what).Entries) }

// Lost reports whether a file could not be read or was refused. One of
// certificates is lost where none of them could be read.
func Lost(f reading.File) bool {
	return f.Kind == reading.Secret || f.Kind == reading.Unreadable || f.Kind == reading.Certificates && len(f.Certificates) == 0
}

// Blocks reports whether anything in the files stands in the way.
func Blocks(report inspect.Report) bool {
	return slices.ContainsFunc(everyRemark(report), func(r model.Remark) bool { return r.Severity == model.Blocker })
}

// everyRemark lists all remarks of a report.
func everyRemark(report inspect.Report) []model.Remark {
	all := slices.Clone(report.Chains.Remarks)
	for _, f := range report.Files {
		all = append(all, f.Remarks...)
	}
	for _, c := range report.Chains.Certificates {
		all = append(all, c.Remarks...)
	}
	return all
}

// RemarksOn are the remarks on a file and on the certificates that are first
// found in it. Of several it is said which one each is about.
func RemarksOn(report inspect.Report, f reading.File) []model.Remark {
	remarks := slices.Clone(f.Remarks)
	for _, place := range f.Certificates {
		c := report.Chains.Certificates[place]
		if len(c.Files) > 0 && c.Files[0] != f.Name {
			continue
		}
		for _, r := range c.Remarks {
			if len(f.Certificates) > 1 {
				r.Text = c.Short() + ": " + r.Text
			}
			remarks = append(remarks, r)
		}
	}
	return remarks
}

// files tells of each file, in a line where it is well.
func (in *inspection) files(alone bool) doc.Part {
	brief, plainOnes, calm, same := !in.all && len(in.Files) > fewFiles, 0, 0, 0
	g := doc.Group{Flush: alone, Spaced: alone && !brief}
	for _, f := range in.Files {
		if brief && f.Kind == reading.Certificates && len(f.Certificates) == 1 && len(f.Remarks) == 0 {
			plainOnes++
			continue
		}
		if brief && isCalm(f) {
			calm++
			continue
		}
		if brief && in.isKnown(f) {
			same++
			continue
		}
		g.Entries = append(g.Entries, in.file(f, brief))
	}
	if plainOnes > 0 {
		words := model.CountedAs(plainOnes, "file with one certificate: it stands", "files with one certificate each: they stand") + " below"
		g.Entries = append(g.Entries, doc.Entry{Title: words})
	}
	if same > 0 {
		g.Entries = append(g.Entries, doc.Entry{Title: model.CountedAs(same, "more log with", "more logs with") + " nothing but what was told above"})
	}
	if calm > 0 {
		g.Entries = append(g.Entries, doc.Entry{Title: model.CountedAs(calm, "log without a known error", "logs without a known error")})
	}
	if alone {
		return doc.Part{Groups: []doc.Group{g}}
	}
	return doc.Part{Title: fmt.Sprintf("Files: %d", len(in.Files)), Groups: []doc.Group{g}}
}

// isKnown reports whether a file is a log, and everything it says was told of
// others.
func (in *inspection) isKnown(f reading.File) bool {
	return f.Kind == reading.LogLines && !slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return !in.told[r.ID] })
}

// isCalm reports whether a file is a log, and nothing speaks against what it says.
func isCalm(f reading.File) bool {
	return f.Kind == reading.LogLines && !slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return r.Severity != "" })
}

func (in *inspection) file(f reading.File, brief bool) doc.Entry {
	e := doc.Entry{Title: f.Name + ": " + AboutFile(in.Report, f), Hung: true}
	for _, fact := range f.Facts {
		if f.Kind != reading.Certificates && fact.Value != "" {
			e.Facts = append(e.Facts, doc.Fact{Mark: model.Clean(fact.Label) + ":", Lines: doc.Plain("", fact.Value).Lines})
		}
	}
	if f.Kind == reading.Unreadable {
		e.Facts = append(e.Facts, toDo(f.Remarks)...) // the rest was just said
	} else {
		e.Facts = append(e.Facts, in.remarks(f.Remarks, brief)...)
	}
	return e
}

// toDo lists what to do, and nothing else.
func toDo(remarks []model.Remark) []doc.Fact {
	var facts []doc.Fact
	for _, r := range remarks {
		facts = append(facts, doc.Plain(doc.DoLabel, r.Do))
	}
	return doc.Given(facts...)
}

// AboutFile says in a few words what a file is.
func AboutFile(report inspect.Report, f reading.File) string {
	switch kind := reading.Kinds.Label(f.Kind); f.Kind {
	case reading.Unreadable, reading.Other:
		return strings.ToLower(kind[:min(len(kind), 1)]) + kind[min(len(kind), 1):] + ": " + f.About
	case reading.Certificates:
		var words []string
		for _, place := range f.Certificates[:min(len(f.Certificates), mostAbout)] {
			c := report.Chains.Certificates[place]
			words = append(words, pki.CertificateRoles.Label(c.Role)+" "+c.Short())
		}
		if more := len(f.Certificates) - len(words); more > 0 {
			words = append(words, fmt.Sprintf("and %d more", more))
		}
		return doc.JoinedWith(" - ", f.About, strings.Join(words, ", "))
	}
	return f.About
}

// remarks tells what something means, the worst first. In brief, what is well is
// left out.
func (in *inspection) remarks(remarks []model.Remark, brief bool) []doc.Fact {
	var facts []doc.Fact
	for _, r := range WorstFirst(remarks) {
		if brief && in.toldBefore(r) {
			facts = append(facts, doc.Fact{Mark: graded(r) + ":", Lines: doc.Plain("", r.ID+", as told above").Lines})
			continue
		}
		if r.Severity != "" || !brief {
			facts = append(facts, doc.Fact{Mark: graded(r) + ":", Lines: doc.Plain("", in.cited(r.Text, r)).Lines})
			facts = append(facts, causes(r)...)
			facts = append(facts, doc.Given(doc.Inset(doc.Plain(doc.DoLabel, r.Do), 1))...)
		}
	}
	return facts
}

// toldBefore reports whether the same was told of another log.
func (in *inspection) toldBefore(r model.Remark) bool {
	had := in.told[r.ID]
	in.told[r.ID] = strings.HasPrefix(r.ID, "log-")
	return had
}

// causes lists what can be behind a remark, the likeliest first, each with the
// check that decides.
func causes(r model.Remark) []doc.Fact {
	var facts []doc.Fact
	for i, c := range r.Causes {
		if c.RuledOut {
			facts = append(facts, doc.Inset(doc.Fact{Mark: "ruled out:", Lines: doc.Plain("", c.Text+" "+model.Capital(c.Lines)+".").Lines}, 1))
			continue
		}
		facts = append(facts, doc.Inset(doc.Fact{Mark: fmt.Sprintf("cause %d:", i+1), Lines: doc.Plain("", causeWords(c)).Lines}, 1),
			doc.Inset(doc.Plain("the lines", c.Lines), 2),
			doc.Inset(doc.Plain("how to tell", c.Check), 2), doc.Inset(doc.Plain("your plan", c.Plan), 2), doc.Inset(doc.Plain("explained by", mends(c)), 2))
	}
	return doc.Given(facts...)
}

// causeWords are a cause with what it rests on, where that is no page.
func causeWords(c model.Cause) string {
	if c.Sure == model.Documented {
		return c.Text
	}
	return c.Text + " (" + model.Sures.Label(c.Sure) + ")"
}

// mends names the rule and the task of a cause.
func mends(c model.Cause) string {
	return doc.JoinedWith(", ", c.Rule, c.Task)
}

// remarkEntry is a remark that stands by itself.
func (in *inspection) remarkEntry(r model.Remark) doc.Entry {
	e := Remark(r)
	e.Title, e.Tone = in.cited(r.Text, r), ""
	return e
}

// The tones of severities.
// Remark is a remark with what to do, without its sources.
func Remark(r model.Remark) doc.Entry {
	return doc.Entry{
		Mark: graded(r) + ":", Title: r.Text, Tone: doc.SeverityTone(r.Severity),
		Facts: append(causes(r), doc.Given(doc.Inset(doc.Plain(doc.DoLabel, r.Do), -1))...),
	}
}

// WorstFirst sorts remarks by how bad they are; what is well comes last.
func WorstFirst(remarks []model.Remark) []model.Remark {
	var sorted []model.Remark
	for _, severity := range append(slices.Clone(model.Severities), model.Term[model.Severity]{}) {
		for _, r := range remarks {
			if r.Severity == severity.Value {
				sorted = append(sorted, r)
			}
		}
	}
	return sorted
}

// graded is the word for how bad it is.
func graded(r model.Remark) string {
	if r.Severity == "" {
		return "note"
	}
	return model.Severities.Label(r.Severity)
}

// cited is a text with the numbers of its sources in the list at the end.
func (in *inspection) cited(text string, r model.Remark) string {
	numbers := ""
	for _, s := range r.Sources {
		at := slices.Index(in.sources, s)
		if at < 0 {
			at, in.sources = len(in.sources), append(in.sources, s)
		}
		numbers += fmt.Sprintf("[%d]", at+1)
	}
	return doc.JoinedWith(" ", text, numbers)
}

// most is a bound, unless everything is to be told.
func (in *inspection) most(few int) int {
	if in.all {
		return math.MaxInt
	}
	return few
}

// called names a certificate with its files.
func (in *inspection) called(place int) string {
	c := in.Chains.Certificates[place]
	return c.Short() + " (" + someNames(c.Files, 2) + ")"
}

// someNames joins names, but not too many.
func someNames(names []string, most int) string {
	if more := len(names) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), more)
	}
	return strings.Join(names, ", ")
}
