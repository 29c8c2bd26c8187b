package model

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

type Entry struct {
	Progress
	Needed bool // false: the answers no longer ask for the task
}

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
