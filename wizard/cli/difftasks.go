package cli

import (
	"strings"

	"cmgwizard/model"
)

// taskChanges begins with the tasks that came, then those that went; what
// changed in the others comes last.
func (p *page) taskChanges(tasks []model.ChangedTask) {
	if len(tasks) == 0 {
		return
	}
	p.heading("Tasks")
	for _, mark := range model.Marks {
		for _, t := range tasks {
			if t.Mark == mark.Value {
				p.taskChange(t)
			}
		}
	}
}

func (p *page) taskChange(t model.ChangedTask) {
	p.item(signs[t.Mark], withKey(t.Title, t.ID))
	if t.Mark != model.MarkChanged && t.State != model.Open {
		p.item(below, "state: "+model.TaskStates.Label(t.State))
	}
	if !t.Needed {
		p.item(below, "neither plan asks for it")
	}
	for _, c := range t.Progress {
		p.progressChange(c)
	}
	for _, line := range t.Wording {
		p.item(below+strings.TrimSpace(signs[line.Mark])+" ", string(line.Part)+": "+line.Text)
	}
}

func (p *page) progressChange(c model.ChangedProgress) {
	old, new := c.Old, c.New
	if c.What == model.StatePart {
		old, new = model.TaskStates.Label(model.TaskState(old)), model.TaskStates.Label(model.TaskState(new))
	}
	p.item(below, string(c.What)+" was: "+orNothing(old))
	p.item(below, string(c.What)+" now: "+orNothing(new))
}
