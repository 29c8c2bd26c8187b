package explain

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

func explainableTasks() []explainable {
	var list []explainable
	for _, phase := range tasks.Phases() {
		for _, t := range phase.Tasks {
			list = append(list, explainable{kind: TaskKind, id: t.ID, topic: phase.Title, title: t.Title, thing: taskTeller{t}})
		}
	}
	return list
}

// taskTeller tells of a task.
type taskTeller struct{ tasks.Task }

func (t taskTeller) tell(p *model.Plan, e *Explanation, _ string) {
	fill := func(text string) model.Text { return tasks.FillMarkup(p, text) }
	tellPlace(t.Task, p, e)
	var steps []model.Text
	for _, step := range t.Do {
		steps = append(steps, fill(step))
	}
	e.Facts = append(e.Facts, Fact{tasks.StepsLabel, steps, true})
	e.Commands = linesOf(p, t.Task)
	e.say(tasks.VersionsLabel, t.Gates("")...)
	c := t.ChangeFor(p)
	e.say(tasks.ImpactLabel, c.Notice())
	e.say(tasks.TakesLabel, model.Capital(c.Takes.Words()))
	e.say(tasks.WindowLabel, tasks.Windows.Label(c.Window))
	e.say(tasks.RecordLabel, c.Note)
	e.say(tasks.WaitLabel, model.Capital(c.Wait.Words()))
	e.sayLines(tasks.ProofLabel, []model.Text{fill(t.Proof)})
	e.sayLines(tasks.SkippedLabel, []model.Text{fill(t.Skipped)})
	e.say(tasks.UndoLabel, c.WayBack())
	if begun(p) {
		e.saySeen(inPlan, standing(p, t.Task)...)
	}
	e.Contradictions = clashes(rules.ContradictionsOf(t.ID, func(c rules.Contradiction) []string { return c.Tasks }))
	e.Sources = model.References(t.Cites)
}

// tellPlace says who does the task, when, and between which others.
func tellPlace(t tasks.Task, p *model.Plan, e *Explanation) {
	condition := t.Condition()
	if t.When == nil && condition == "" {
		condition = "Always"
	}
	e.say("Team", model.Teams.Label(t.Owner))
	e.say("Required role", t.Who)
	e.say("When it is asked for", condition)
	e.say("What comes before", named(p, TaskKind, t.After...)...)
	e.say("What waits for it", named(p, TaskKind, tasksAfter(t.ID)...)...)
	e.say("Rules that plan it", named(p, RuleKind, rulesOfTask(t.ID)...)...)
}

// tasksAfter lists the tasks that wait for a task.
func tasksAfter(id string) []string {
	var ids []string
	for _, t := range tasks.All().Tasks {
		if slices.Contains(t.After, id) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// rulesOfTask lists the rules that a task makes hold.
func rulesOfTask(id string) []string {
	var ids []string
	for _, r := range rules.All() {
		if slices.Contains(r.Tasks(), id) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func linesOf(p *model.Plan, t tasks.Task) []judge.CommandLine {
	lines := []judge.CommandLine{}
	for _, c := range t.Commands {
		for _, line := range tasks.FillCommand(p, c) {
			lines = append(lines, judge.CommandLine{Shell: c.Shell, Line: line})
		}
	}
	return lines
}

// standing says whether the plan asks for the task, and how far it is.
func standing(p *model.Plan, t tasks.Task) []string {
	kept, reworded := judge.ProgressOf(p, t)
	lines := []string{"The answers do not ask for it."}
	asked := slices.ContainsFunc(judge.Items(p, rules.Findings(p)), func(i judge.Item) bool { return i.ID == t.ID })
	if asked {
		lines[0] = "It is on the checklist."
	}
	switch {
	case kept.By == model.ByAnswer:
		lines = append(lines, model.TaskStates.Label(kept.State)+": the answers state it")
	case asked || kept.State != model.Open:
		lines = append(lines, model.TaskStates.Label(kept.State))
	}
	if reworded {
		lines = append(lines, "The task has changed since its state was set: look at it again.")
	}
	if kept.Note != "" {
		lines = append(lines, "Note: "+kept.Note)
	}
	return lines
}
