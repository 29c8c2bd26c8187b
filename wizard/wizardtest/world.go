// Package wizardtest is for the tests of the wizard: a world in memory, and an
// interview in answers, keys and lines.
package wizardtest

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/wizard/machine"
)

// The tenants of the devices.
const (
	Tenant      = "72f988bf-0000-0000-0000-2d7cd011db47"
	OtherTenant = "11111111-0000-0000-0000-2d7cd011db47"
)

// DeviceState is the evidence of a device in a tenant.
func DeviceState(file, tenant string) model.Evidence {
	return model.Evidence{
		Kind: model.DeviceStateEvidence, File: file, SHA256: strings.Repeat("a1", 32), Read: time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC),
		Facts: map[string]any{"tenant_id": tenant, "entra_joined": "yes", "certificate_until": time.Date(2026, 12, 4, 22, 0, 0, 0, time.UTC)},
	}
}

// WithFiles is a world with a few folders and files.
func WithFiles() *World {
	w := NewWorld()
	plans := machine.Folder{Path: "/plans", Parent: "/", Entries: []machine.FolderEntry{
		{Name: "pc1.txt", Path: "/plans/pc1.txt", Size: 2900},
		{Name: "certs", Path: "/plans/certs", Folder: true},
		{Name: "key.pfx", Path: "/plans/key.pfx", Size: 12},
	}}
	w.Folders = map[string]machine.Folder{
		"": plans, "/plans": plans,
		"/":            {Path: "/", Entries: []machine.FolderEntry{{Name: "plans", Path: "/plans", Folder: true}}},
		"/plans/certs": {Path: "/plans/certs", Parent: "/plans"},
	}
	state := machine.FileSeen{Name: "pc1.txt", About: "Device state (dsregcmd)", Remarks: []model.Remark{{Severity: model.Advice, Text: "An advice."}, {Severity: model.Blocker, Text: "Not joined.", Do: "Join it.", Rule: "crl-public"}}}
	secret := machine.FileSeen{Name: "key.pfx", About: "Refused: holds a private key", Remarks: []model.Remark{{Severity: model.Blocker, Text: "Nothing of it is kept.", Do: "Export the certificate without its private key."}}}
	w.Readings = map[string]machine.Reading{
		"/plans/pc1.txt":                {Files: []machine.FileSeen{state}, Evidence: []model.Evidence{DeviceState("pc1.txt", Tenant)}},
		"/plans/key.pfx":                {Files: []machine.FileSeen{secret}},
		"/plans/pc1.txt /plans/key.pfx": {Files: []machine.FileSeen{state, secret}, Evidence: []model.Evidence{DeviceState("pc1.txt", Tenant)}, Remarks: []model.Remark{{Text: "Said of both."}}},
	}
	return w
}

// A World is an Outside in memory.
type World struct {
	Plans   map[string]model.Plan
	Held    string
	Saves   int
	Exports []string
	Scopes  []judge.Scope // of the exports
	Refuse  error
	Passed  time.Duration // since ten in the evening

	Folders  map[string]machine.Folder  // by their paths
	Logs     map[string]machine.Reading // what pasted lines with a word say
	Readings map[string]machine.Reading // by the paths that were read, with blanks between them
}

// NewWorld is a world without files.
func NewWorld() *World { return &World{Plans: map[string]model.Plan{}} }

func (w *World) Create(path string, plan model.Plan) (model.Plan, error) {
	if _, there := w.Plans[path]; there {
		return plan, errors.New(path + " exists already")
	}
	w.Held = path
	plan.At = w.Now()
	return w.Save(plan)
}

func (w *World) Open(path string) (model.Plan, error) {
	plan, there := w.Plans[path]
	if !there {
		return plan, fs.ErrNotExist
	}
	w.Held = path
	plan.At = w.Now()
	return plan, nil
}

func (w *World) Save(plan model.Plan) (model.Plan, error) {
	if w.Refuse != nil {
		return plan, w.Refuse
	}
	w.Saves++
	plan.ID, plan.Serial, plan.Rules = "id", w.Saves, rules.LatestEdition().Number
	kept := plan
	kept.At = time.Time{} // the file does not hold it
	w.Plans[w.Held] = kept
	return plan, nil
}

func (w *World) Close() error { return nil }
func (w *World) Export(path, _ string, _ model.Plan, scope judge.Scope) (machine.Printed, error) {
	if slices.Contains(w.Exports, path) {
		return machine.Printed{}, fs.ErrExist
	}
	w.Exports, w.Scopes = append(w.Exports, path), append(w.Scopes, scope)
	return machine.Printed{Path: path}, nil
}

func (w *World) Last() (machine.Last, bool)        { return machine.Last{}, false }
func (w *World) Remember(string, model.Plan) error { return nil }
func (w *World) Suggest(name string) string        { return strings.ToLower(name) + ".toml" }
func (w *World) Folder(path string) (machine.Folder, error) {
	if _, isFile := w.Readings[path]; isFile {
		return machine.Folder{}, errors.New(path + " is no folder")
	}
	folder, there := w.Folders[path]
	if !there {
		return machine.Folder{}, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	return folder, nil
}

func (w *World) Inspect(paths []string, _ model.Plan) machine.Reading {
	return w.Readings[strings.Join(paths, " ")]
}

// InspectText says what lines that hold a word say.
func (w *World) InspectText(text string, _ model.Plan) machine.Reading {
	for word, reading := range w.Logs {
		if strings.Contains(text, word) {
			return reading
		}
	}
	return machine.Reading{Files: []machine.FileSeen{{Name: "pasted lines", About: "no known error"}}}
}

func (w *World) Now() time.Time {
	return time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC).Add(w.Passed)
}
func (w *World) Formats() []machine.Format {
	return []machine.Format{{Name: "text", Ext: ".txt", About: "plain text"}, {Name: "html", Ext: ".html", About: "a page"}, {Name: "svg", Ext: ".svg", About: "a drawing", Whole: true}}
}

// ErrRefused is what a save can be refused with.
var ErrRefused = errors.New("the disk is full")

// ToWork is a world with a plan whose checklist has tasks of several teams.
func ToWork(tasks ...model.Progress) *World {
	plan := model.Plan{Format: 1, Name: "Contoso", Step: string(machine.ChecklistScreen), Rules: rules.LatestEdition().Number, Tasks: tasks}
	plan.Site.Code, plan.Site.Version = "P01", "2503"
	plan.Entra.SiteIntegrated = model.Yes // a task is done by this answer
	world := NewWorld()
	world.Plans["p.toml"] = plan
	return world
}

// EveryWord is progress of all tasks, with everything that people write.
func EveryWord(text string) []model.Progress {
	world := ToWork()
	plan := world.Plans["p.toml"]
	states := []model.TaskState{model.Open, model.Done, model.Blocked, model.AcceptedRisk, model.NotNeeded}
	var tasks []model.Progress
	for i, item := range judge.Plan(plan).Items {
		p := model.Progress{ID: item.ID, Title: text, State: states[i%len(states)], Owner: text, By: text, Due: "2026-11-01", Note: text + "\n" + text}
		if i%7 == 0 {
			p.Text = "another wording"
		}
		tasks = append(tasks, p)
	}
	return tasks
}
