// Package export turns a checklist into the formats that people and programs
// read. It decides nothing: every word comes from the checklist.
package export

import (
	"bytes"
	"encoding/json"

	"cmgwizard/model"
)

// outcomeJSON is the outcome as a public interface: its keys and words may be
// added to, never renamed.
type outcomeJSON struct {
	Format           int                   `json:"format"`
	Plan             planJSON              `json:"plan"`
	Verdict          model.VerdictWord     `json:"verdict"`
	ManagementPoints []model.PointOutcome  `json:"management_points"`
	Devices          []model.DeviceOutcome `json:"devices"`
	Requirements     requirementsJSON      `json:"requirements"`
	Findings         []model.Finding       `json:"findings"`
	Open             []model.OpenItem      `json:"open"`
	Tasks            []taskJSON            `json:"tasks"`
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
type requirementsJSON []model.Requirement

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

// Outcome is what `check --json` prints about a plan: one line of JSON. file is
// the path as it was given; findings are those of the outcome, or with the
// ones that hold or do not apply where somebody asks for all.
func Outcome(file string, plan model.Plan, o model.Outcome, findings []model.Finding) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(newOutcome(file, plan, o, findings)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func newOutcome(file string, plan model.Plan, o model.Outcome, findings []model.Finding) outcomeJSON {
	tasks := make([]taskJSON, len(o.Items))
	for i, item := range o.Items {
		tasks[i] = newTask(item)
	}
	return outcomeJSON{
		model.Format, planJSON{file, plan.ID, plan.Serial, model.Clean(plan.Name)}, o.Verdict, o.Points,
		o.Devices, o.Requirements, findings, o.Open, tasks,
	}
}

func newTask(item model.Item) taskJSON {
	return taskJSON{
		item.ID, item.Phase, item.Title, item.Owner, item.Progress.State,
		model.Clean(item.Progress.By), item.After, item.Sources,
	}
}
