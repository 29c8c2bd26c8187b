package model

// progress is what was done about the task. What somebody set goes before what
// the answers state, but for a state set under another wording.
func (p *Plan) progress(t Task) (Progress, bool) {
	kept := Progress{ID: t.ID, State: Open}
	reworded := false
	for _, entry := range p.Tasks {
		if entry.ID == t.ID && entry.State != "" && entry.By != ByAnswer {
			kept = entry
			reworded = entry.Text != "" && entry.Text != t.Text() && entry.State != Open
		}
	}
	kept.Title = t.Title
	if reworded {
		kept.State = Open
	}
	if kept.State == Open && kept.At.IsZero() && kept.By == "" && t.Already != nil && t.Already(p) {
		kept.State, kept.By = Done, ByAnswer
	}
	return kept, reworded
}

// An Entry is the progress of one task as the plan file keeps it.
type Entry struct {
	Progress
	Needed bool // false: the answers no longer ask for the task
}

// Entries lists the tasks for the plan file: those of the checklist in its
// order, then the ones that the answers no longer ask for.
func (p *Plan) Entries() []Entry {
	var entries []Entry
	listed := map[string]bool{}
	for _, item := range p.Items(p.Findings()) {
		listed[item.ID] = true
		entries = append(entries, Entry{p.entry(item), true})
	}
	for _, old := range p.Tasks {
		untouched := Progress{ID: old.ID, Title: old.Title, State: old.State}
		if !listed[old.ID] && (old != untouched || old.State != Open) {
			listed[old.ID] = true
			entries = append(entries, Entry{old, false})
		}
	}
	return entries
}

// entry is what the file keeps of an item: what it shows, but of a reworded
// task what it had, so that nothing is lost.
func (p *Plan) entry(item Item) Progress {
	kept := item.Progress
	for _, old := range p.Tasks {
		if item.Reworded && old.ID == item.ID {
			kept = old
		}
	}
	kept.Title = item.Title
	return kept
}
