package doc

import (
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// alreadyPart gathers the tasks whose result the answers state.
func alreadyPart(c judge.Checklist, r register) Part {
	p := Part{Id: "already", Title: "Already in place, says the plan"}
	if c.Scope.Whole() {
		p.Lead = "The answers state the result of no task."
	}
	g := Group{}
	for _, item := range c.Items() {
		if ByAnswer(item) {
			g.Entries = append(g.Entries, Entry{
				Number: item.Number, Box: TickedBox, Title: item.Title, Word: model.Teams.Label(item.Owner),
				Owner: item.Owner, Phase: item.Phase, Work: r[item.ID].work,
			})
		}
	}
	if len(g.Entries) > 0 {
		p.Lead = "The answers state the result of these tasks. Their numbers are missing from the list of tasks."
		p.Groups = []Group{g}
	}
	return p
}

// ByAnswer reports whether the answers state that the task is done.
func ByAnswer(item judge.FullItem) bool {
	return item.Progress.State == model.Done && item.Progress.By == model.ByAnswer
}

// tasksPart lists everything that is still to be done, or was done by somebody.
func tasksPart(c judge.Checklist, r register) Part {
	p := Part{Id: "tasks", Title: "Tasks", Listed: true, Lead: tasksLead(c)}
	begun := map[string]bool{}
	for i, section := range c.Sections {
		g := Group{Id: "section-" + strconv.Itoa(i+1), Title: section.Title}
		if section.Continued && begun[section.Title] {
			g.Title += ", continued"
		}
		for _, item := range section.Items {
			if !ByAnswer(item) {
				g.Entries = append(g.Entries, taskEntry(item, r))
			}
		}
		if len(g.Entries) > 0 {
			begun[section.Title] = true
			p.Groups = append(p.Groups, g)
		}
	}
	return p
}

// tasksLead says how to read the numbers.
func tasksLead(c judge.Checklist) string {
	switch s := c.Scope; {
	case len(c.Sections) == 0 && s.Owner != "":
		return "The " + Team(s.Owner) + " has nothing to do here."
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

func taskEntry(item judge.FullItem, r register) Entry {
	return Entry{
		Number: item.Number, Box: boxOf(item.Progress.State), Title: item.Title,
		Word: stateWord(item.Progress.State), Tone: Slug(item.Progress.State),
		Facts: taskFacts(item, r), Steps: item.Do, Commands: byShell(item.Commands),
		After:   taskAfter(item),
		Sources: item.Sources, Owner: item.Owner, Phase: item.Phase, Pending: item.Progress.State.Pending(),
		Work: r[item.ID].work,
	}
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

func taskFacts(item judge.FullItem, r register) []Fact {
	p := item.Progress
	reworded := ""
	if item.Reworded {
		reworded = "This task has changed since its state was set: look at it again."
	}
	facts := given(
		plain(WhoLabel, who(item.Item)), plain(IfLabel, item.If), r.tasks(AfterLabel, item.After),
		plain(AssignedLabel, p.Owner), plain(DueLabel, p.Due), plain(setByLabel, setBy(p)),
		plain(ChangedLabel, reworded), Lines(NoteLabel, p.Note), Lines(VersionsLabel, strings.Join(item.Versions, "\n")),
		Lines("Assumed", strings.Join(item.Assumed, "\n")),
	)
	return append(facts, changeFacts(item.Change)...)
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
		by = "not said"
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
		return "PowerShell, ConfigurationManager module, on the site's drive"
	}
	return string(s)
}
