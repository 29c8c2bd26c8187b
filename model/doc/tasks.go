package doc

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// ByAnswer reports whether the answers state that the task is done.
func ByAnswer(item judge.FullItem) bool {
	return item.Progress.State == model.Done && item.Progress.By == model.ByAnswer
}

// tasksLead says how to read the numbers.
func tasksLead(c judge.Checklist) string {
	switch s := c.Scope; {
	case len(c.Sections) == 0 && s.Owner != "":
		return "The " + Team(s.Owner) + " has nothing to do here."
	case len(c.Sections) == 0:
		return "No task is left to be done."
	case s.Owner != "":
		return "In the order of the work, with the numbers of the whole checklist. A task comes after the tasks that it names. " +
			"If a task is not on this sheet, its team follows its number."
	case s.Open:
		return "In the order of the work, with the numbers of the whole checklist. A task comes after the tasks that it names. " +
			"If a task is settled, its state follows its number."
	}
	return "In the order of the work. A task comes after the tasks that it names."
}

func boxOf(state model.TaskState) box {
	if state == model.Done {
		return TickedBox
	}
	return EmptyBox
}

func stateWord(state model.TaskState) string {
	if state == model.Open {
		return ""
	}
	return model.TaskStates.Label(state)
}

// who is the team that owns the task, with the role it takes.
func who(item judge.Item) string {
	return Joined(model.Teams.Label(item.Owner), item.Who)
}

// setBy says who set the state, and on which day.
func setBy(p model.Progress) string {
	by := model.Clean(p.By)
	if p.At.IsZero() {
		return by
	}
	if by == "" {
		by = "not recorded"
	}
	return by + ", " + p.At.Format(time.DateOnly)
}

// byShell gathers the commands that follow each other in one shell.
func byShell(list []judge.CommandLine) []Commands {
	var blocks []Commands
	for _, c := range list {
		if n := len(blocks); n == 0 || blocks[n-1].Shell != c.Shell {
			blocks = append(blocks, Commands{Shell: c.Shell, Where: shellWords(c.Shell)})
		}
		last := &blocks[len(blocks)-1]
		last.Lines = append(last.Lines, model.Clean(c.Line))
	}
	return blocks
}

func shellWords(s tasks.Shell) string {
	if s == tasks.SiteDrive {
		return "PowerShell, on the site's drive"
	}
	return string(s)
}
