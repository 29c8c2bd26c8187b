package model

import "slices"

func explainableTasks() []explainable {
	var list []explainable
	for _, phase := range Phases() {
		for _, t := range phase.Tasks {
			list = append(list, explainable{kind: TaskKind, id: t.ID, topic: phase.Title, title: t.Title, thing: taskTeller{t}})
		}
	}
	return list
}

// taskTeller tells of a task.
type taskTeller struct{ Task }

func (t taskTeller) tell(p *Plan, e *Explanation, _ string) {
	fill := func(text string) Rich { return p.filled(text) }
	t.tellPlace(p, e)
	var steps []Rich
	for _, step := range t.Do {
		steps = append(steps, fill(step))
	}
	e.Facts = append(e.Facts, ExplainedFact{"Steps", steps, true})
	e.Commands = p.linesOf(t.Task)
	e.say("What differs by version", t.gates("")...)
	e.say("How long it may take", t.Wait)
	e.sayLines("How to tell that it worked", []Rich{fill(t.Proof)})
	e.sayLines("What happens without it", []Rich{fill(t.Skipped)})
	if p.begun() {
		e.saySeen(inPlan, p.standing(t.Task)...)
	}
	e.Contradictions = clashes(contradictionsOf(t.ID, func(c Contradiction) []string { return c.Tasks }))
	e.Sources = References(t.Cites)
}

// tellPlace says who does the task, when, and between which others.
func (t Task) tellPlace(p *Plan, e *Explanation) {
	condition := t.If
	if t.When == nil && condition == "" {
		condition = "Always"
	}
	e.say("Team", Teams.Label(t.Owner))
	e.say("Role that it takes", t.Who)
	e.say("When it is asked for", condition)
	e.say("What comes before", p.named(TaskKind, t.After...)...)
	e.say("What waits for it", p.named(TaskKind, tasksAfter(t.ID)...)...)
	e.say("Rules that plan it", p.named(RuleKind, rulesOfTask(t.ID)...)...)
}

// tasksAfter lists the tasks that wait for a task.
func tasksAfter(id string) []string {
	var ids []string
	for _, t := range catalogue().tasks {
		if slices.Contains(t.After, id) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// rulesOfTask lists the rules that a task makes hold.
func rulesOfTask(id string) []string {
	var ids []string
	for _, r := range Rules() {
		if slices.Contains(r.tasks(), id) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func (p *Plan) linesOf(t Task) []CommandLine {
	lines := []CommandLine{}
	for _, c := range t.Commands {
		for _, line := range p.fillCommand(c) {
			lines = append(lines, CommandLine{c.Shell, line})
		}
	}
	return lines
}

// standing says whether the plan asks for the task, and how far it is.
func (p *Plan) standing(t Task) []string {
	kept, reworded := p.progress(t)
	lines := []string{"The answers do not ask for it."}
	asked := slices.ContainsFunc(p.Items(p.Findings()), func(i Item) bool { return i.ID == t.ID })
	if asked {
		lines[0] = "It is on the checklist."
	}
	switch {
	case kept.By == ByAnswer:
		lines = append(lines, TaskStates.Label(kept.State)+": the answers state it")
	case asked || kept.State != Open:
		lines = append(lines, TaskStates.Label(kept.State))
	}
	if reworded {
		lines = append(lines, "Its wording has changed since its state was set: look at it again.")
	}
	if kept.Note != "" {
		lines = append(lines, "Note: "+kept.Note)
	}
	return lines
}
