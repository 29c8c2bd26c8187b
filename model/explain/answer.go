package explain

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/evidence"
	"cmgwizard/model/rules"
)

func explainableAnswers() []explainable {
	var list []explainable
	for _, t := range model.AnswerTables() {
		list = append(list, explainable{kind: AnswerKind, id: t.Name, topic: t.Called, title: question(t), thing: tableTeller{t}})
		for _, f := range blanks(t) {
			list = append(list, explainable{kind: AnswerKind, id: f.Key, topic: t.Called, title: f.Ask, thing: answerTeller{f}})
		}
	}
	return list
}

// question is what a whole table answers.
func question(t model.AnswerTable) string {
	return cmp.Or(t.Empty.Question, "Everything that is asked about: "+t.Called)
}

// blanks are the fields of the table in a plan that answers nothing.
func blanks(t model.AnswerTable) []model.Field {
	row := reflect.TypeFor[model.Answers]().Field(t.Place).Type
	if t.List {
		row = row.Elem()
	}
	return t.Append(nil, t.Name+".", reflect.New(row).Elem())
}

// tableTeller tells of a table of the plan.
type tableTeller struct{ model.AnswerTable }

func (t tableTeller) tell(p *model.Plan, e *Explanation, _ string) {
	var keys []string
	for _, f := range blanks(t.AnswerTable) {
		keys = append(keys, f.Key)
	}
	e.say("Answers in it", questionsOf(keys)...)
	e.say("Rules that look at it", named(p, RuleKind, rulesReading(t.Name)...)...)
	if t.List && begun(p) {
		rows := reflect.ValueOf(&p.Answers).Elem().Field(t.Place).Len()
		e.say(inPlan, fmt.Sprintf("entries: %d", rows))
	}
}

// answerTeller tells of one answer.
type answerTeller struct{ model.Field }

func (f answerTeller) tell(p *model.Plan, e *Explanation, place string) {
	e.say("Who can answer it", model.Teams.Label(f.Team))
	e.say("Possible answers", valueWords(f.Field)...)
	e.say("Rules that look at it", named(p, RuleKind, rulesReading(f.Key)...)...)
	f.tellAssumption(e)
	if begun(p) {
		e.saySeen(inPlan, answersTo(p, f.Field, place)...)
	}
}

// tellAssumption says what is assumed where nobody answers.
func (f answerTeller) tellAssumption(e *Explanation) {
	list, name, listed := strings.Cut(f.Key, ".")
	key := f.Key
	if listed && model.TableNamed(list).List {
		key = list + "[]." + name
	}
	row, found := assume.RowFor(key)
	if !found {
		return
	}
	e.say("Assumed where nobody answers", model.Capital(assume.Kinds.Label(row.Kind))+": "+row.Why)
	e.say("How to confirm it", row.Where)
	e.Sources = append(e.Sources, model.References(row.Cites)...)
}

// valueWords are the values that the field takes, with what they mean.
func valueWords(f model.Field) []string {
	var lines []string
	switch f.Kind() {
	case model.NumberField:
		lines = []string{rangeWords(f)}
	case model.TextField:
		lines = []string{formWords[f.Tag.Get("check")]}
	case model.ListField:
		lines = []string{"one or more of the following, as a list"}
		if f.Words() == nil {
			lines = []string{formWords[f.Tag.Get("check")]}
		}
	}
	for _, w := range f.Words() {
		line := "`" + w.Value + "`: " + w.Label
		if w.Means != "" {
			line += ": " + w.Means
		}
		lines = append(lines, line)
	}
	return append(lines, "`"+model.Unsure+"`: "+f.UnsureLabel()+": it counts as a missing answer")
}

func rangeWords(f model.Field) string {
	least, most := f.Limit("min", 0), f.Limit("max", model.MaxNumber)
	if most == model.MaxNumber {
		return fmt.Sprintf("a whole number, %d or more", least)
	}
	return fmt.Sprintf("a whole number from %d to %d", least, most)
}

// formWords are the forms that a text must have.
var formWords = map[string]string{
	"":          "text",
	"site-code": "a site code: three characters, A-Z or 0-9, uppercase",
	"version":   "a version of ConfigMgr: four digits, year and month, such as 2409",
	"guid":      "a GUID, such as aaaabbbb-0000-cccc-1111-dddd2222eeee",
	"date":      "a date as year-month-day, such as 2026-11-30",
	"host":      "a full host name, such as mp1.contoso.com",
	"console":   "a console version, such as 5.2603.1035.1200",
	"kb":        "a list of numbers of updates, such as KB37942646",
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
		return fmt.Sprintf("%s: %s (%s)", s.id, s.title, model.Teams.Label(f.Team))
	}
	return s.id + ": " + s.title
}

// rulesReading lists the rules that look at an answer.
func rulesReading(key string) []string {
	name, _ := spelled(key)
	return rulesThat(func(r rules.Rule) bool {
		return slices.ContainsFunc(r.Reads, func(read string) bool {
			other, _ := spelled(read)
			return other == name
		})
	})
}

// answersTo lists what the plan holds under a key: of a list each entry, or
// the one at this place.
func answersTo(p *model.Plan, f model.Field, place string) []string {
	name, _ := spelled(f.Key)
	var lines []string
	for _, given := range p.Fields() {
		if other, _ := spelled(given.Key); other == name && isEntry(given.Key, place) {
			lines = append(lines, answerWords(p, given))
		}
	}
	if len(lines) == 0 {
		return []string{"There is no such entry."}
	}
	return lines
}

func answerWords(p *model.Plan, f model.Field) string {
	words := "not answered"
	if f.Given() {
		words = f.Label()
	}
	if f.Assumed() {
		words += model.AssumedMark
	}
	if name := evidence.EntryName(p, f.Key); name != "" {
		return fmt.Sprintf("%s (%s): %s", name, f.Key, words)
	}
	return words
}

// seenFiles are the evidence of a plan, as something that rules look at.
type seenFiles struct{}

func explainableEvidence() []explainable {
	return []explainable{{kind: AnswerKind, id: "evidence.facts", topic: "Evidence", title: "What was read from files", thing: seenFiles{}}}
}

func (seenFiles) tell(p *model.Plan, e *Explanation, place string) {
	var kinds []string
	for _, w := range model.EvidenceKinds {
		kinds = append(kinds, "`"+string(w.Value)+"`: "+w.Label+": "+w.Means)
	}
	e.say("What can be read", kinds...)
	e.say("Rules that look at it", named(p, RuleKind, rulesReading("evidence.facts")...)...)
	if begun(p) {
		e.saySeen(inPlan, evidenceWords(p, place)...)
	}
}

func evidenceWords(p *model.Plan, place string) []string {
	var lines []string
	for i, e := range p.Evidence {
		if key := evidence.Key(i); isEntry(key, place) {
			lines = append(lines, evidence.NameAndKey(p, key)+": "+model.EvidenceKinds.Label(e.Kind))
		}
	}
	if len(lines) == 0 {
		return []string{"There is no such entry."}
	}
	return lines
}
