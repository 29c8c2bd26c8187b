package judge

import (
	"cmp"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

// ProgressOf is what was done about the task. What somebody set goes before what
// the answers state, but for a state set before what must be done
// changed.
func ProgressOf(p *model.Plan, t tasks.Task) (model.Progress, bool) {
	kept, touched, reworded := model.Progress{ID: t.ID, State: model.Open}, false, false
	for _, entry := range p.Tasks {
		if entry.ID == t.ID {
			stated := entry.State != "" // somebody may have written no more than who does it
			entry.State = cmp.Or(entry.State, model.Open)
			kept = entry.Underived()
			touched = stated && kept == entry && kept.Touched()
			reworded = entry.State != model.Open && t.Outdated(entry)
		}
	}
	kept.Title = t.Title
	if reworded {
		kept.State = model.Open
	}
	if !touched && isStated(p, t) {
		kept.State, kept.By = model.Done, model.ByAnswer
	}
	return kept, reworded
}

// isStated reports whether the answers state the result of the task, and go on to
// do so where nobody knows what the program filled in.
func isStated(p *model.Plan, t tasks.Task) bool {
	return t.Already != nil && t.Already(p) && (!p.AnyAssumed() || t.Already(said(p)))
}

// said is the plan with "I do not know yet" in place of what the program filled
// in. A site that is to stay what somebody said it is says that by itself.
func said(p *model.Plan) *model.Plan {
	q := *p
	q.Answers = p.Answers.Clone()
	for _, f := range q.AssumedFields() {
		if stays := q.Site.Security == q.Site.SecurityNow; f.Key != "site.security" || !stays {
			_ = f.Set(model.Unsure) // every field takes it
		}
	}
	return &q
}

// An Entry is the progress of one task as the plan file keeps it.
type Entry struct {
	model.Progress
	Needed bool // false: the answers no longer ask for the task
}

// Entries lists the tasks for the plan file: those of the checklist in its
// order, then the ones that the answers no longer ask for.
func Entries(p *model.Plan) []Entry {
	var entries []Entry
	listed := map[string]bool{}
	for _, item := range Items(p, rules.Findings(p)) {
		listed[item.ID] = true
		entries = append(entries, Entry{entry(p, item), true})
	}
	for _, old := range p.Tasks {
		if !listed[old.ID] && old.WorthKeeping() {
			listed[old.ID] = true
			old.Title = TaskTitle(p, old)
			entries = append(entries, Entry{old, false})
		}
	}
	return entries
}

// entry is what the file keeps of an item: what it shows, but of a changed
// task what it had, so that nothing is lost.
func entry(p *model.Plan, item Item) model.Progress {
	kept := item.Progress
	kept.Title = item.Title
	for _, old := range p.Tasks {
		if item.Reworded && old.ID == item.ID {
			kept = old
			kept.Title = cmp.Or(old.Title, item.Title)
		}
	}
	return kept
}

// TaskTitle is the title of a task that is no longer listed: the catalogue's,
// or the one in the file where the catalogue knows the task no more.
func TaskTitle(p *model.Plan, e model.Progress) string {
	c := tasks.All()
	if place, known := c.Place[e.ID]; known {
		return tasks.FillText(p, c.Tasks[place].Title)
	}
	return model.Clean(e.Title)
}
