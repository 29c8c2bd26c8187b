package cli

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
)

// taskJSON is what "task --json" prints. Its keys may be added to, never
// renamed.
type taskJSON struct {
	Format  int                    `json:"format"`
	At      stamp                  `json:"at"`
	Plan    planJSON               `json:"plan"`
	Listed  bool                   `json:"listed"`
	Task    taskInFullJSON         `json:"task"`
	Written bool                   `json:"written"`
	Changes []diff.ChangedProgress `json:"changes"`
	Next    []taskInShortJSON      `json:"next"`
}

// taskInShortJSON is a task and how far it is.
type taskInShortJSON struct {
	Number   int             `json:"number"`
	ID       string          `json:"id"`
	Phase    string          `json:"phase"`
	Title    string          `json:"title"`
	Owner    model.Team      `json:"owner"`
	After    []string        `json:"after"`
	State    model.TaskState `json:"state"`
	By       string          `json:"by"`
	Set      stamp           `json:"set"`
	Assigned string          `json:"assigned"`
	Due      string          `json:"due"`
	Overdue  bool            `json:"overdue"`
	Note     string          `json:"note"`
	Reworded bool            `json:"reworded"`
}

// taskInFullJSON is a task with what is to be done.
type taskInFullJSON struct {
	taskInShortJSON
	Who      string              `json:"who"`
	If       string              `json:"if"`
	Do       []string            `json:"do"`
	Commands []judge.CommandLine `json:"commands"`
	Proof    string              `json:"proof"`
	Skipped  string              `json:"skipped"`
	Versions []string            `json:"versions"`
	Seen     []string            `json:"seen"`
	Conflict model.Disagreements `json:"conflict"`
	Sources  []model.Reference   `json:"sources"`
	export.ChangeJSON
}

// newTaskJSON tells of a task, and of what was changed if it was.
func newTaskJSON(file string, plan model.Plan, t shownTask, w *worked) taskJSON {
	day := model.DayOf(t.checklist.Date)
	j := taskJSON{
		Format: model.Format, At: stamp(t.checklist.Date), Plan: newPlanJSON(file, plan), Listed: t.listed,
		Task: newTaskInFullJSON(t.FullItem, day), Changes: []diff.ChangedProgress{}, Next: []taskInShortJSON{},
	}
	if w != nil {
		j.Written, j.Changes = w.before.entry != w.after.entry, w.changes
		for _, item := range w.freed {
			j.Next = append(j.Next, newTaskInShortJSON(item, day))
		}
	}
	return j
}

func newTaskInShortJSON(t judge.Item, today string) taskInShortJSON {
	p := t.Progress
	return taskInShortJSON{
		t.Number, model.Clean(t.ID), t.Phase, model.Clean(t.Title), t.Owner, orEmpty(t.After),
		p.State, model.Clean(p.By), stamp(p.At), model.Clean(p.Owner), model.Clean(p.Due), t.Overdue(today),
		model.CleanLines(p.Note), t.Reworded,
	}
}

func newTaskInFullJSON(t judge.FullItem, today string) taskInFullJSON {
	full := taskInFullJSON{
		taskInShortJSON: newTaskInShortJSON(t.Item, today), Who: t.Who, If: t.If, Do: []string{}, Commands: slices.Clone(orEmpty(t.Commands)),
		ChangeJSON: export.NewChange(t.Change), Proof: model.Clean(t.Proof.String()), Skipped: model.Clean(t.Skipped.String()),
		Versions: orEmpty(t.Versions), Seen: []string{}, Conflict: t.Conflict, Sources: orEmpty(t.Sources),
	}
	for _, step := range t.Do {
		full.Do = append(full.Do, model.Clean(step.String()))
	}
	for _, line := range t.Seen {
		full.Seen = append(full.Seen, model.Clean(line))
	}
	for i := range full.Commands {
		full.Commands[i].Line = model.Clean(full.Commands[i].Line)
	}
	return full
}

// tasksJSON is what "tasks --json" prints. Its keys may be added to, never
// renamed.
type tasksJSON struct {
	Format int               `json:"format"`
	At     stamp             `json:"at"`
	Plan   planJSON          `json:"plan"`
	Tasks  []taskInShortJSON `json:"tasks"`
	Phases []phaseJSON       `json:"phases"`
	Next   []string          `json:"next"`
}

// phaseJSON is how far a phase is.
type phaseJSON struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Tasks   int    `json:"tasks"`
	Settled int    `json:"settled"`
}

func newTasksJSON(file string, list taskList) tasksJSON {
	j := tasksJSON{
		model.Format, stamp(list.Date), newPlanJSON(file, list.Plan), []taskInShortJSON{}, []phaseJSON{}, []string{},
	}
	for _, item := range list.Items() {
		j.Tasks = append(j.Tasks, newTaskInShortJSON(item.Item, list.day))
	}
	for _, w := range list.phases {
		j.Phases = append(j.Phases, phaseJSON(w))
	}
	for _, item := range list.next {
		j.Next = append(j.Next, item.ID)
	}
	return j
}
