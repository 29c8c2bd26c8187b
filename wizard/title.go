package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/steps"
)

// intro heads a screen that is a list.
func (c *content) intro() (title, text string) {
	switch c.state.Screen {
	case StartScreen:
		return "Plan a cloud management gateway", "Questions about your site, a checklist tailored to the answers. Nothing leaves this machine, and no secret is asked for."
	case ListScreen:
		step, _ := steps.Find(c.state.Place.Step)
		return step.Title, step.Why
	case FilterScreen:
		return filterTitle, filterText
	case ExportScreen:
		return "Print the checklist", "The file is written beside the plan. An existing file is never overwritten."
	case DoneScreen:
		return "Done", ""
	case ConflictScreen:
		return "The plan was not saved", "Your answers are still here. Choose what to do."
	case CompareScreen:
		return compareTitle, compareText
	case NewsScreen:
		return newsTitle, newsText
	case EvidenceScreen:
		return evidenceTitle, evidenceText
	case FolderScreen:
		return folderTitle(c.look, c.state.Desk, c.width-2), folderText
	case MergeScreen:
		return mergeTitle, mergeText
	}
	return "", ""
}

const (
	compareTitle = "The ways to authenticate, side by side"
	compareText  = "Each is your plan judged with that one answer changed. Scroll to read; Enter goes on to the questions, and F5 brings this back."
	newsTitle    = "The rules know more than when this plan was saved"
	newsText     = "What follows is judged otherwise now. Nothing in your plan has changed; the review and the checklist have."
)

// progress says how far the way is: "step 4 of 11".
func progress(s State) string {
	path := steps.Path(&s.Draft)
	switch s.Screen {
	case QuestionScreen, ListScreen, CompareScreen:
		for i, step := range path {
			if step.ID == s.Place.Step {
				return fmt.Sprintf("step %d of %d", i+1, len(path))
			}
		}
	case FilterScreen, StateScreen, SayScreen:
		return string(ChecklistScreen)
	case ReviewScreen, ChecklistScreen, TaskScreen, ExportScreen, DoneScreen:
		return string(s.Screen)
	case EvidenceScreen, FactsScreen, FolderScreen, PathScreen, MergeScreen:
		return "files"
	}
	return ""
}

// pageTitle is the title of the open page, with the entry whose form it is.
func pageTitle(s State) string {
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

// typedQuestion is the question of a screen that takes a name or a path.
func typedQuestion(s Screen) string { return textAsk[s] }

// typedReason is the reason of that question.
func typedReason(s Screen) string { return textWhy[s] }

var (
	textAsk = map[Screen]string{
		NameScreen: "What is the plan called?",
		FileScreen: "Where shall it be saved?",
		OpenScreen: "Which plan file do you want to open?",
		PathScreen: "Which file shall be read?",
	}
	textWhy = map[Screen]string{
		NameScreen: "The name of your company or site does. It stands on the checklist.",
		FileScreen: "One file holds the whole plan. It is saved after every page, and there is nothing secret in it.",
		OpenScreen: "Type or paste its path.",
		PathScreen: "Type or paste its path, or that of a folder to choose there.",
	}
)
