// Package export turns a checklist into the formats that people and programs
// read. It decides nothing: every word comes from the checklist.
package export

import (
	"bytes"
	"encoding/json"
	"reflect"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// outcomeJSON is the outcome as a public interface: its keys and words may be
// added to, never renamed.
type outcomeJSON struct {
	Format           int                   `json:"format"`
	Plan             planJSON              `json:"plan"`
	Verdict          judge.Verdict         `json:"verdict"`
	ManagementPoints []judge.PointOutcome  `json:"management_points"`
	Devices          []model.DeviceOutcome `json:"devices"`
	Requirements     requirementsJSON      `json:"requirements"`
	Findings         []rules.Finding       `json:"findings"`
	Open             []model.OpenItem      `json:"open"`
	Tasks            []taskJSON            `json:"tasks"`
	Rules            editionJSON           `json:"rules"`
	Stale            []model.Reference     `json:"stale"`
	Assumptions      []assume.Assumption   `json:"assumptions"`
}

// editionJSON is the edition of the rules, and what it judges otherwise than
// the one that saved the plan.
type editionJSON struct {
	Edition int          `json:"edition"`
	Date    string       `json:"date"`
	Saved   int          `json:"saved"` // 0: no program saved the plan
	News    []rules.News `json:"news"`
}

type planJSON struct {
	File   string `json:"file"`
	ID     string `json:"id"`
	Serial int    `json:"serial"`
	Name   string `json:"name"`
}

type taskJSON struct {
	ID      string            `json:"id"`
	Phase   string            `json:"phase"`
	Title   string            `json:"title"`
	Owner   model.Team        `json:"owner"`
	State   model.TaskState   `json:"state"`
	By      string            `json:"by"`
	After   []string          `json:"after"`
	Sources []model.Reference `json:"sources"`
}

// requirementsJSON is an object that keeps the order of its table.
type requirementsJSON []rules.Requirement

// MarshalJSON writes one key for each requirement.
func (rs requirementsJSON) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, r := range rs {
		if i > 0 {
			b.WriteByte(',')
		}
		key, _ := json.Marshal(r.Name) // a string always can be written
		value, err := json.Marshal(r)
		if err != nil {
			return nil, err
		}
		b.Write(append(key, ':'))
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// A Judgement is what `check` says about a plan.
type Judgement struct {
	File     string // the path as it was given
	Plan     model.Plan
	Outcome  judge.Judgement
	Findings []rules.Finding   // those of the outcome, or with the ones that hold or do not apply
	Stale    []model.Reference // the sources that were last read too long ago, where somebody asks
}

// JSON is the judgement as one line, as `check --json` prints it.
func (j Judgement) JSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(j.table()); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// JSONTypes are the types behind the JSON of a judgement and of a checklist, so
// that the page about it can be checked against them.
func JSONTypes() (judgement, checklist reflect.Type) {
	return reflect.TypeFor[outcomeJSON](), reflect.TypeFor[checklistJSON]()
}

func (j Judgement) table() outcomeJSON {
	plan, o := j.Plan, j.Outcome
	tasks := make([]taskJSON, len(o.Items))
	for i, item := range o.Items {
		tasks[i] = newTask(item)
	}
	stale := j.Stale
	if stale == nil {
		stale = []model.Reference{}
	}
	latest := rules.LatestEdition()
	return outcomeJSON{
		model.Format, planJSON{j.File, plan.ID, plan.Serial, model.Clean(plan.Name)}, o.Verdict, o.Points,
		o.Devices, o.Requirements, j.Findings, o.Open, tasks,
		editionJSON{latest.Number, latest.Date, rules.SavedEdition(&plan), rules.NewsOf(&plan)}, stale, assume.List(&plan),
	}
}

func newTask(item judge.Item) taskJSON {
	return taskJSON{
		item.ID, item.Phase, item.Title, item.Owner, item.Progress.State,
		model.Clean(item.Progress.By), item.After, item.Sources,
	}
}
