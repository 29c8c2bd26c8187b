package model

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
)

func explainableAnswers() []explainable {
	var list []explainable
	for _, t := range answerTables() {
		list = append(list, explainable{kind: AnswerKind, id: t.name, topic: t.called, title: t.question(), thing: tableTeller{t}})
		for _, f := range t.blanks() {
			list = append(list, explainable{kind: AnswerKind, id: f.Key, topic: t.called, title: f.Ask, thing: answerTeller{f}})
		}
	}
	return list
}

// question is what a whole table answers.
func (t answerTable) question() string {
	return cmp.Or(t.empty.Question, "Everything that is asked about: "+t.called)
}

// blanks are the fields of the table in a plan that answers nothing.
func (t answerTable) blanks() []Field {
	row := reflect.TypeFor[Answers]().Field(t.place).Type
	if t.list {
		row = row.Elem()
	}
	return t.append(nil, t.name+".", reflect.New(row).Elem())
}

// tableTeller tells of a table of the plan.
type tableTeller struct{ answerTable }

func (t tableTeller) tell(p *Plan, e *Explanation, _ string) {
	var keys []string
	for _, f := range t.blanks() {
		keys = append(keys, f.Key)
	}
	e.say("Answers in it", questionsOf(keys)...)
	e.say("Rules that look at it", p.named(RuleKind, rulesReading(t.name)...)...)
	if t.list && p.begun() {
		rows := reflect.ValueOf(&p.Answers).Elem().Field(t.place).Len()
		e.say(inPlan, fmt.Sprintf("entries: %d", rows))
	}
}

// answerTeller tells of one answer.
type answerTeller struct{ Field }

func (f answerTeller) tell(p *Plan, e *Explanation, place string) {
	e.say("Who can answer it", Teams.Label(f.Team))
	e.say("What it takes", f.valueWords()...)
	e.say("Rules that look at it", p.named(RuleKind, rulesReading(f.Key)...)...)
	if p.begun() {
		e.saySeen(inPlan, p.answersTo(f.Field, place)...)
	}
}

// valueWords are the values that the field takes, with what they mean.
func (f Field) valueWords() []string {
	var lines []string
	switch f.Kind() {
	case NumberField:
		lines = []string{f.rangeWords()}
	case TextField:
		lines = []string{formWords[f.tag.Get("check")]}
	case ListField:
		lines = []string{"one or more of the following, as a list"}
	}
	for _, w := range f.Words() {
		line := "`" + w.Value + "`: " + w.Label
		if w.Means != "" {
			line += ": " + w.Means
		}
		lines = append(lines, line)
	}
	return append(lines, "`"+Unsure+"`: "+f.UnsureLabel()+": it becomes an open answer")
}

func (f Field) rangeWords() string {
	least, most := f.limit("min", 0), f.limit("max", MaxNumber)
	if most == MaxNumber {
		return fmt.Sprintf("a whole number, %d or more", least)
	}
	return fmt.Sprintf("a whole number from %d to %d", least, most)
}

// formWords are the forms that a text must have.
var formWords = map[string]string{
	"":          "text",
	"site-code": "a site code: three characters out of A-Z and 0-9, in capitals",
	"version":   "a version of ConfigMgr: four digits, year and month, such as 2409",
	"guid":      "a GUID, such as aaaabbbb-0000-cccc-1111-dddd2222eeee",
	"date":      "a date as year-month-day, such as 2026-11-30",
	"host":      "a full host name, such as mp1.contoso.com",
}

// questionsOf lists the questions behind keys of the plan, each with the team
// that can answer it.
func questionsOf(keys []string) []string {
	var lines []string
	for _, key := range keys {
		lines = append(lines, questionOf(key))
	}
	return lines
}

func questionOf(key string) string {
	s, known := findExplainable(AnswerKind, key)
	if !known {
		return key
	}
	if f, one := s.thing.(answerTeller); one {
		return fmt.Sprintf("%s: %s (%s)", s.id, s.title, Teams.Label(f.Team))
	}
	return s.id + ": " + s.title
}

// rulesReading lists the rules that look at an answer.
func rulesReading(key string) []string {
	name, _ := spelled(key)
	return rulesThat(func(r Rule) bool {
		return slices.ContainsFunc(r.Reads, func(read string) bool {
			other, _ := spelled(read)
			return other == name
		})
	})
}

// answersTo lists what the plan holds under a key: of a list each entry, or
// the one at this place.
func (p *Plan) answersTo(f Field, place string) []string {
	name, _ := spelled(f.Key)
	var lines []string
	for _, given := range p.Fields() {
		if other, _ := spelled(given.Key); other == name && isEntry(given.Key, place) {
			lines = append(lines, p.answerWords(given))
		}
	}
	if len(lines) == 0 {
		return []string{"There is no such entry."}
	}
	return lines
}

func (p *Plan) answerWords(f Field) string {
	words := "not answered"
	if f.Given() {
		words = f.Label()
	}
	if name := p.EntryName(f.Key); name != "" {
		return fmt.Sprintf("%s (%s): %s", name, f.Key, words)
	}
	return words
}

// seenFiles are the evidence of a plan, as something that rules look at.
type seenFiles struct{}

func explainableEvidence() []explainable {
	return []explainable{{kind: AnswerKind, id: "evidence.facts", topic: "Evidence", title: "What was read from files", thing: seenFiles{}}}
}

func (seenFiles) tell(p *Plan, e *Explanation, place string) {
	var kinds []string
	for _, w := range EvidenceKinds {
		kinds = append(kinds, "`"+string(w.Value)+"`: "+w.Label+": "+w.Means)
	}
	e.say("What it takes", kinds...)
	e.say("Rules that look at it", p.named(RuleKind, rulesReading("evidence.facts")...)...)
	if p.begun() {
		e.saySeen(inPlan, p.evidenceWords(place)...)
	}
}

func (p *Plan) evidenceWords(place string) []string {
	var lines []string
	for i, e := range p.Evidence {
		if key := evidenceKey(i); isEntry(key, place) {
			lines = append(lines, p.Called(key)+": "+EvidenceKinds.Label(e.Kind))
		}
	}
	if len(lines) == 0 {
		return []string{"There is no such entry."}
	}
	return lines
}
