package screen

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"github.com/charmbracelet/x/ansi"
)

// Intro heads a screen that is a list: its title, and what it is for.
func (c *Content) Intro() (title, text string) {
	switch c.State.Screen {
	case machine.StartScreen:
		if s := c.State; s.Similar != "" {
			return "There is no plan " + model.Clean(s.Suggest), "Did you mean " + model.Clean(s.Similar) + "?"
		}
		return "Plan a cloud management gateway", "Answer questions about your site and get a tailored checklist. Nothing leaves this machine, and you are never asked for a secret."
	case machine.PlansScreen:
		return "Which plan do you want to open?", "The plan files in " + model.Clean(c.State.Folder.Path) + "."
	case machine.ListScreen:
		step, _ := steps.Find(c.State.Place.Step)
		return step.Title, step.Why
	case machine.AreaScreen:
		a, _ := c.Board().Area(c.State.Area)
		return a.Title, a.Long
	case machine.FolderScreen:
		return folderTitle(c.Look, c.State.FileWork, c.titleWidth()), folderText
	case machine.RunScreen:
		return c.runIntro()
	case machine.RunTaskScreen:
		return c.runTaskIntro()
	case machine.NoReturnScreen, machine.TroubleScreen, machine.DiagnosisScreen, machine.BackOutScreen, machine.ScopeScreen:
		return runTitles[c.State.Screen], runTexts[c.State.Screen]
	}
	intro := intros[c.State.Screen]
	return intro[0], intro[1]
}

// intros are the titles of screens, and what they are for, that are always the same.
var intros = map[machine.Screen][2]string{
	machine.FoundScreen:       {"What is wrong and what is open", "Enter on a line goes to the answer that fixes it; after you answer, you return here."},
	machine.ConfirmScreen:     {"Confirm these", "Nobody answered these, so the program assumed what is usual. Check, then press c on the line, or Enter to give another answer."},
	machine.FilterScreen:      {filterTitle, filterText},
	machine.ExportScreen:      {"Print the checklist", "The file is written beside the plan. An existing file is never overwritten."},
	machine.DoneScreen:        {"Done", ""},
	machine.ConflictScreen:    {"The plan was not saved", "Your answers are still here. Choose what to do."},
	machine.CompareScreen:     {CompareTitle, compareText},
	machine.RuleChangesScreen: {ruleChangesTitle, ruleChangesText},
	machine.EvidenceScreen:    {evidenceTitle, evidenceText},
	machine.MergeScreen:       {mergeTitle, mergeText},
}

// CompareTitle heads the comparison of methods.
const CompareTitle = "The ways to authenticate, side by side"

const (
	compareText      = "Each is your plan, judged with that one answer changed. Scroll to read. Enter continues to the questions, and F5 brings this back."
	ruleChangesTitle = "The rules have improved since this plan was saved"
	ruleChangesText  = "The following is now judged differently. Your answers are unchanged; the board and the checklist follow the new rules."
)

// titleWidth is the room for a title.
func (c *Content) titleWidth() int {
	if c.Plain {
		return c.Width
	}
	return c.Width - 2
}

// Progress says how far the way is, or what of the checklist is listed.
func (c *Content) Progress() string {
	if filter := filterWords(c.State.TaskWork); c.State.Screen == machine.ChecklistScreen && filter != "" {
		count := c.worklist().count()
		return ansi.Truncate(filter, max(c.Width-len(count)-2, 1), c.Look.Signs.Cut) + count
	}
	if c.State.Screen == machine.BoardScreen {
		return c.savedAt()
	}
	if c.State.Runs() {
		return c.runProgress()
	}
	return progress(c.State)
}

// savedAt is when the plan was saved, at the clock of this machine.
func (c *Content) savedAt() string {
	if c.State.Plan.Updated.IsZero() {
		return ""
	}
	return "saved " + c.State.Plan.Updated.In(c.Now.Location()).Format("15:04")
}

// progress says how far the way is: "page 4 of 11".
func progress(s machine.State) string {
	path := steps.Way(&s.Draft, s.Place.Step)
	switch s.Screen {
	case machine.AreaScreen, machine.FoundScreen, machine.ConfirmScreen:
		return string(machine.BoardScreen)
	case machine.QuestionScreen, machine.ListScreen, machine.CompareScreen:
		if s.Alone || s.Return != "" {
			return string(machine.BoardScreen)
		}
		for i, step := range path {
			if step.ID == s.Place.Step {
				return fmt.Sprintf("page %d of %d", i+1, len(path))
			}
		}
	case machine.FilterScreen, machine.StateScreen, machine.SayScreen:
		return string(machine.ChecklistScreen)
	case machine.BoardScreen, machine.ChecklistScreen, machine.TaskScreen, machine.ExportScreen, machine.DoneScreen:
		return string(s.Screen)
	case machine.EvidenceScreen, machine.FactsScreen, machine.FolderScreen, machine.PathScreen, machine.MergeScreen:
		return "files"
	}
	return ""
}

// PageTitle is the title of the open page, with the entry whose form it is.
func PageTitle(s machine.State) string {
	step, _ := steps.Find(s.Place.Step)
	if s.Place.Entry < 0 {
		return step.Title
	}
	name := s.Draft.EntryName(fmt.Sprintf("%s[%d]", step.List.Key, s.Place.Entry))
	if strings.HasPrefix(name, step.Title) {
		return name
	}
	return step.Title + ": " + name
}
