// Package explain says everything that is known about one thing: a rule, a task,
// a question, a source, a version.
package explain

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

// An Explanation is everything there is to say about one thing that has an ID.
// It holds no layout, and its lists are never nil.
type Explanation struct {
	ID             string              `json:"id"`
	Kind           Kind                `json:"kind"`
	Topic          string              `json:"topic"`
	Title          string              `json:"title"`
	Facts          []Fact              `json:"facts"`
	Commands       []judge.CommandLine `json:"commands"`
	Contradictions []Clash             `json:"contradictions"`
	Sources        []model.Reference   `json:"sources"`
}

// An Fact is one thing that is said, under a label. The lines of an
// ordered one are done one after the other.
type Fact struct {
	Label   string       `json:"label"`
	Lines   []model.Text `json:"lines"`
	Ordered bool         `json:"ordered"`
}

// An Clash is a contradiction of the documents that something rests on.
type Clash struct {
	ID      string            `json:"id"`
	Title   string            `json:"title"`
	Says    []string          `json:"says"`
	Reading string            `json:"reading"`
	Sure    rules.Sureness    `json:"sure"`
	Sources []model.Reference `json:"sources"`
}

// Kind says what sort of thing is explained.
type Kind string

// The kinds of things that can be explained.
const (
	RuleKind          Kind = "rule"
	TaskKind          Kind = "task"
	RequirementKind   Kind = "requirement"
	ContradictionKind Kind = "contradiction"
	GuideKind         Kind = "guide"
	VersionKind       Kind = "version"
	UpdateKind        Kind = "update"
	SourceKind        Kind = "source"
	AnswerKind        Kind = "answer"
	LogKind           Kind = "log-line"
	CodeKind          Kind = "code"
	RemarkKind        Kind = "remark"
)

// Kinds are the kinds, in the order in which they are listed.
var Kinds = model.Terms[Kind]{
	{Value: RuleKind, Label: "Rule", Means: "a statement that should hold"},
	{Value: TaskKind, Label: "Task", Means: "an order of the checklist"},
	{Value: RequirementKind, Label: "Requirement", Means: "something that the answers may ask for"},
	{Value: ContradictionKind, Label: "Contradiction", Means: "a question on which the sources disagree"},
	{Value: GuideKind, Label: "Guide", Means: "a situation beside the plan, and what to do in it"},
	{Value: VersionKind, Label: "Version", Means: "what changes with a version of ConfigMgr"},
	{Value: UpdateKind, Label: "Update", Means: "an update or hotfix of ConfigMgr"},
	{Value: SourceKind, Label: "Source", Means: "a page that facts come from"},
	{Value: AnswerKind, Label: "Answer", Means: "a key of the plan"},
	{Value: LogKind, Label: "Log line", Means: "a line of a log, as inspect names it"},
	{Value: CodeKind, Label: "Code", Means: "an error code"},
	{Value: RemarkKind, Label: "Remark", Means: "what inspect says of files that are no logs"},
}

// Of tells everything about whatever has this ID: rules, tasks and
// requirements share some. The texts are filled from the plan, and a plan that
// was begun is judged too. It finds nothing for an ID that is not known.
func Of(p *model.Plan, id string) []Explanation {
	name, place := spelled(id)
	list := []Explanation{}
	for _, s := range explainables() {
		if (s.name == name || place == "" && slices.Contains(s.also, name)) && (place == "" || s.kind == AnswerKind) {
			list = append(list, s.explain(p, place))
		}
	}
	if len(list) == 0 && place == "" {
		for _, level := range levelIDs(id) {
			list = append(list, ofLevel(p, level)...)
		}
		tellNumber(list, id)
	}
	return list
}

// ofLevel tells of the version or the update with this ID.
func ofLevel(p *model.Plan, id string) []Explanation {
	for _, kind := range []Kind{VersionKind, UpdateKind} {
		if s, found := findExplainable(kind, id); found {
			return []Explanation{s.explain(p, "")}
		}
	}
	return nil
}

// begun reports whether the plan is somebody's: it was read or made, or holds
// an answer.
func begun(p *model.Plan) bool {
	return p.Format != 0 || slices.ContainsFunc(p.Fields(), model.Field.Given)
}

var entryOfList = model.Pattern(`\[([0-9]*)\]`)

// spelled is an ID as all spellings of it share it, and the entry of a list
// that it names: "3" for "devices[3].method".
func spelled(id string) (name, place string) {
	if match := entryOfList().FindStringSubmatch(id); match != nil {
		place = match[1]
	}
	id = strings.ToLower(strings.TrimSpace(entryOfList().ReplaceAllString(id, "")))
	return strings.NewReplacer("_", "-", " ", "-").Replace(id), place
}

// say adds a fact in words of ours; what is empty is left out.
func (e *Explanation) say(label string, texts ...string) {
	var lines []model.Text
	for _, text := range texts {
		if text != "" {
			lines = append(lines, model.ParseText(text, strings.Clone))
		}
	}
	e.sayLines(label, lines)
}

// saySeen adds a fact in words that came from a plan.
func (e *Explanation) saySeen(label string, texts ...string) {
	var lines []model.Text
	for _, text := range texts {
		if text = model.Clean(text); text != "" {
			lines = append(lines, model.Text{{Text: text, Kind: model.PlainSpan}})
		}
	}
	e.sayLines(label, lines)
}

func (e *Explanation) sayLines(label string, lines []model.Text) {
	if len(lines) > 0 {
		e.Facts = append(e.Facts, Fact{Label: label, Lines: lines})
	}
}

// clashes are contradictions as they stand beside what rests on them.
func clashes(list []rules.Contradiction) []Clash {
	told := []Clash{}
	for _, c := range list {
		told = append(told, Clash{c.ID, c.Title, says(c), c.Reading, c.Sure, c.Sources()})
	}
	return told
}

func says(c rules.Contradiction) []string {
	texts := []string{}
	for _, s := range c.Says {
		texts = append(texts, s.Text)
	}
	return texts
}

// inPlan is the label of what is said about one plan.
const inPlan = "In this plan"

// isEntry reports whether a key is of the entry at this place; "" means any.
func isEntry(key, place string) bool {
	match := entryOfList().FindStringSubmatch(key)
	if place == "" || match == nil {
		return true
	}
	n, err := strconv.Atoi(place)
	return err == nil && match[1] == strconv.Itoa(n)
}

// An explainable is one thing that has an ID and can be explained.
type explainable struct {
	kind             Kind
	id, topic, title string
	name             string   // the ID as all spellings of it share it
	also             []string // other IDs, spelled so
	names            string   // what it is called in logs
	aside            bool     // it is no trouble: a search tells it later
	thing            teller
}

// A teller adds to an explanation what there is to say about it, for the entry
// of a list at this place, "" for every.
type teller interface {
	tell(p *model.Plan, e *Explanation, place string)
}

// explainables lists everything that can be explained, in the order in which
// it is listed, worked out once.
var explainables = sync.OnceValue(func() []explainable {
	list := slices.Concat(
		explainableRules(), explainableTasks(), explainableRequirements(), explainableContradictions(),
		explainableGuides(), explainableReleases(), explainableUpdates(), explainableSources(), explainableAnswers(), explainableEvidence(),
		explainableLines(), explainableCodes(), explainableRemarks(),
	)
	for i := range list {
		list[i].name, _ = spelled(list[i].id)
	}
	return list
})

func (s explainable) explain(p *model.Plan, place string) Explanation {
	e := Explanation{
		ID: s.id, Kind: s.kind, Topic: s.topic, Title: tasks.FillText(p, s.title),
		Facts: []Fact{}, Commands: []judge.CommandLine{}, Contradictions: []Clash{}, Sources: []model.Reference{},
	}
	s.thing.tell(p, &e, place)
	return e
}

// named lists things by ID and title. An ID that is not known stands alone.
func named(p *model.Plan, kind Kind, ids ...string) []string {
	lines := make([]string, len(ids))
	for i, id := range ids {
		lines[i] = id
		if s, known := findExplainable(kind, id); known {
			lines[i] = s.id + ": " + tasks.FillText(p, s.title)
		}
	}
	return lines
}

func findExplainable(kind Kind, id string) (explainable, bool) {
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
	Kind    Kind         `json:"kind"`
	Title   string       `json:"title"`
	Entries []TopicEntry `json:"entries"`
}

// A TopicEntry is one thing that can be explained.
type TopicEntry struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Topics lists everything that can be explained by what it is about: rules,
// tasks by phase, requirements by side, contradictions, guides, versions, sources,
// and last the answers of a plan.
func Topics() []Topic {
	topics := []Topic{}
	for _, s := range explainables() {
		last := len(topics) - 1
		if last < 0 || topics[last].Kind != s.kind || topics[last].Title != s.topic {
			topics, last = append(topics, Topic{Kind: s.kind, Title: s.topic}), last+1
		}
		topics[last].Entries = append(topics[last].Entries, TopicEntry{s.id, tasks.FillText(new(model.Plan), s.title)})
	}
	return topics
}
