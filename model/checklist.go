package model

// An Entry is the progress of one task as the plan file keeps it.
type Entry struct {
	Progress
	Needed bool // false: the answers no longer ask for the task
}

// Entries lists the tasks for the plan file: those of the checklist in its
// order, then the ones that the answers no longer ask for.
func (p *Plan) Entries() []Entry { return nil }
