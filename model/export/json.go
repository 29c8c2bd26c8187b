package export

import (
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/run"
)

// jsonFormat is the outcome, as `check --json` prints it, with what a checklist adds.
var jsonFormat = doc.Format{
	Name: "json", Ext: ".json", About: "everything that was worked out, for scripts and other tools",
	Write: func(w io.Writer, c judge.Checklist, _ doc.Options) error {
		list := newChecklistJSON(c)
		clean(reflect.ValueOf(&list).Elem(), "")
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(list)
	},
}

// checklistJSON is outcomeJSON with more. Its keys too may be added to, never
// renamed.
type checklistJSON struct {
	outcomeJSON
	Date      string         `json:"date"`
	Name      string         `json:"name"`
	Site      string         `json:"site"`
	Scope     scopeJSON      `json:"scope"`
	Decisions []decisionJSON `json:"decisions"`
	Evidence  []seenJSON     `json:"evidence"`
	Tasks     []listedJSON   `json:"tasks"`
	Jobs      []jobJSON      `json:"jobs"`
	Log       []loggedJSON   `json:"log"`
}

// scopeJSON says which tasks are listed.
type scopeJSON struct {
	Owner model.Team `json:"owner"` // "" for all teams
	Open  bool       `json:"open"`
}

// seenJSON is a piece of evidence.
type seenJSON struct {
	Kind   model.EvidenceKind `json:"kind"`
	File   string             `json:"file"`
	SHA256 string             `json:"sha256"`
	Read   string             `json:"read"`
	What   string             `json:"what"`
	Ends   string             `json:"ends"`
}

type decisionJSON struct {
	Title   string            `json:"title"`
	Choice  string            `json:"choice"`
	Why     string            `json:"why"`
	Sources []model.Reference `json:"sources"`

	Conflict model.Disagreements `json:"conflict"`
}

type listedJSON struct {
	taskJSON
	Number   int                 `json:"number"`
	Who      string              `json:"who"`
	If       string              `json:"if"`
	Do       []string            `json:"do"`
	Commands []judge.CommandLine `json:"commands"`
	Proof    string              `json:"proof"`
	Skipped  string              `json:"skipped"`
	Versions []string            `json:"versions"`
	Seen     []string            `json:"seen"`
	Conflict model.Disagreements `json:"conflict"`
	Assigned string              `json:"assigned"`
	Due      string              `json:"due"`
	Note     string              `json:"note"`
	Reworded bool                `json:"reworded"`
	ChangeJSON
}

func newChecklistJSON(c judge.Checklist) checklistJSON {
	list := checklistJSON{
		outcomeJSON: Judgement{Plan: c.Plan, Outcome: c.Outcome, Findings: c.Outcome.Findings}.table(),
		Date:        c.Date.Format(time.DateOnly), Name: c.Plan.Name, Site: c.Plan.Site.Code, Scope: scopeJSON(c.Scope),
	}
	for _, d := range c.Decisions {
		list.Decisions = append(list.Decisions, decisionJSON{d.Title, d.Choice, d.Why, d.Sources, d.Conflict})
	}
	for _, seen := range evidence.SeenIn(&c.Plan) {
		list.Evidence = append(list.Evidence, seenJSON{seen.Kind, seen.File, seen.SHA256, timeJSON(seen.Read), seen.What, timeJSON(seen.Ends)})
	}
	for _, item := range c.Items() {
		list.Tasks = append(list.Tasks, newListed(item))
	}
	for _, w := range judge.JobWorks(&c.Plan, c.Outcome.Items) {
		list.Jobs = append(list.Jobs, newJob(w))
	}
	takes := run.TakenBack(c.Plan.Log)
	for i, e := range c.Plan.Log {
		list.Log = append(list.Log, loggedJSON{e.Task, e.What, e.At.Format(time.RFC3339), e.By, e.Note, slices.Contains(takes, i)})
	}
	return list
}

// loggedJSON is an entry of the log of change windows.
type loggedJSON struct {
	Task      string        `json:"task"` // "" for the window as a whole
	What      model.LogWhat `json:"what"`
	At        string        `json:"at"`
	By        string        `json:"by"`
	Note      string        `json:"note"`
	TakenBack bool          `json:"taken_back"` // a later entry says that it was a mistake
}

func newListed(item judge.FullItem) listedJSON {
	listed := listedJSON{
		taskJSON: newTask(item.Item), Number: item.Number, Who: item.Who, If: item.If,
		ChangeJSON: NewChange(item.Change), Proof: item.Proof.String(), Skipped: item.Skipped.String(),
		Commands: item.Commands, Versions: item.Versions, Seen: item.Seen, Conflict: item.Conflict, Assigned: item.Progress.Owner, Due: item.Progress.Due, Note: item.Progress.Note, Reworded: item.Reworded,
	}
	for _, step := range item.Do {
		listed.Do = append(listed.Do, step.String())
	}
	return listed
}

// clean cleans every text in a value. It copies lists, so that the checklist
// stays as it was, and an absent one becomes an empty one. Notes keep their
// lines.
func clean(v reflect.Value, field string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(cleanField(field, v.String()))
	case reflect.Slice:
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(list, v)
		for i := range list.Len() {
			clean(list.Index(i), field)
		}
		v.Set(list)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() || f.Anonymous {
				clean(v.Field(i), f.Name)
			}
		}
	}
}

func cleanField(name, text string) string {
	if name == "Note" {
		return model.CleanLines(text)
	}
	return model.Clean(text)
}

// timeJSON is a time as JSON keeps it, "" for none.
func timeJSON(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}
