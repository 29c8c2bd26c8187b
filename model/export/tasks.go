package export

import (
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// alreadyPart gathers the tasks whose result the answers state.
func alreadyPart(c judge.Checklist, r register) part {
	p := part{id: "already", title: "Already in place, says the plan"}
	if c.Scope.Whole() {
		p.lead = "The answers state the result of no task."
	}
	g := group{}
	for _, item := range c.Items() {
		if byAnswer(item) {
			g.entries = append(g.entries, entry{
				number: item.Number, box: tickedBox, title: item.Title, word: model.Teams.Label(item.Owner),
				owner: item.Owner, phase: item.Phase,
			})
		}
	}
	if len(g.entries) > 0 {
		p.lead = "The answers state the result of these tasks. Their numbers are missing from the list of tasks."
		p.groups = []group{g}
	}
	return p
}

func byAnswer(item judge.FullItem) bool {
	return item.Progress.State == model.Done && item.Progress.By == model.ByAnswer
}

// tasksPart lists everything that is still to be done, or was done by somebody.
func tasksPart(c judge.Checklist, r register) part {
	p := part{id: "tasks", title: "Tasks", listed: true, lead: tasksLead(c)}
	begun := map[string]bool{}
	for i, section := range c.Sections {
		g := group{id: "section-" + strconv.Itoa(i+1), title: section.Title}
		if section.Continued && begun[section.Title] {
			g.title += ", continued"
		}
		for _, item := range section.Items {
			if !byAnswer(item) {
				g.entries = append(g.entries, taskEntry(item, r))
			}
		}
		if len(g.entries) > 0 {
			begun[section.Title] = true
			p.groups = append(p.groups, g)
		}
	}
	return p
}

// tasksLead says how to read the numbers.
func tasksLead(c judge.Checklist) string {
	switch s := c.Scope; {
	case len(c.Sections) == 0 && s.Owner != "":
		return "The " + team(s.Owner) + " has nothing to do here."
	case len(c.Sections) == 0:
		return "No task is left to be done."
	case s.Owner != "":
		return "In the order of the work, with the numbers of the whole checklist. A task comes after those that it names. " +
			"Behind the number of a task that is not on this sheet stands whose it is."
	case s.Open:
		return "In the order of the work, with the numbers of the whole checklist. A task comes after those that it names. " +
			"Behind the number of a task that is settled stands how."
	}
	return "In the order of the work. A task comes after those that it names."
}

func taskEntry(item judge.FullItem, r register) entry {
	return entry{
		number: item.Number, box: boxOf(item.Progress.State), title: item.Title,
		word: stateWord(item.Progress.State), tone: slug(item.Progress.State),
		facts: taskFacts(item, r), steps: item.Do, commands: byShell(item.Commands),
		after: given(lines("Seen in files", strings.Join(item.Seen, "\n")), plain("Wait", item.Wait), rich("How to tell", item.Proof), rich("If skipped", item.Skipped),
			disagreement(item.Conflict)),
		sources: item.Sources, owner: item.Owner, phase: item.Phase, pending: item.Progress.State.Pending(),
	}
}

func boxOf(state model.TaskState) box {
	if state == model.Done {
		return tickedBox
	}
	return emptyBox
}

func stateWord(state model.TaskState) string {
	if state == model.Open {
		return ""
	}
	return model.TaskStates.Label(state)
}

func taskFacts(item judge.FullItem, r register) []fact {
	p := item.Progress
	reworded := ""
	if item.Reworded {
		reworded = "The wording of this task changed since its state was set: look at it again."
	}
	return given(
		plain("Who", who(item.Item)), plain("If", item.If), r.tasks("After", item.After),
		plain("Assigned to", p.Owner), plain("Due", p.Due), plain("Set by", setBy(p)),
		plain("Changed", reworded), lines("Note", p.Note), lines("Version", strings.Join(item.Versions, "\n")),
	)
}

// who is the team that owns the task, with the role it takes.
func who(item judge.Item) string {
	return joined(model.Teams.Label(item.Owner), item.Who)
}

// setBy says who set the state, and on which day.
func setBy(p model.Progress) string {
	by := model.Clean(p.By)
	if p.At.IsZero() {
		return by
	}
	if by == "" {
		by = "not said"
	}
	return by + ", " + p.At.Format(time.DateOnly)
}

// byShell gathers the commands that follow each other in one shell.
func byShell(list []judge.CommandLine) []commands {
	var blocks []commands
	for _, c := range list {
		if n := len(blocks); n == 0 || blocks[n-1].shell != c.Shell {
			blocks = append(blocks, commands{shell: c.Shell, where: shellWords(c.Shell)})
		}
		last := &blocks[len(blocks)-1]
		last.lines = append(last.lines, model.Clean(c.Line))
	}
	return blocks
}

func shellWords(s tasks.Shell) string {
	if s == tasks.SiteDrive {
		return "PowerShell, ConfigurationManager module, on the site's drive"
	}
	return string(s)
}
