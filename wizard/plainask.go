package wizard

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/steps"
)

// prompt says where we are and what is asked.
func (l *lines) prompt() {
	if l.state.Problem != "" {
		l.say("Problem: " + l.state.Problem)
	}
	if l.state.Notice != "" {
		l.say(l.state.Notice)
	}
	l.complain("")
	l.tell(Event{Kind: Forget})
	l.heading()
	if q, asks := l.state.asks(); asks {
		l.ask(q)
		return
	}
	l.list()
}

// heading announces a page once.
func (l *lines) heading() {
	page := string(l.state.Screen)
	if l.state.Screen == QuestionScreen || l.state.Screen == ListScreen {
		page = l.state.Place.String()
	}
	if l.state.Screen == FolderScreen {
		page += l.state.Desk.Folder.Path
	}
	if page == l.page {
		return
	}
	l.page = page
	l.say("")
	l.say(l.title())
}

// lineTitles announce the screens that are no pages of questions.
var lineTitles = map[Screen]string{
	StartScreen: "Plan a cloud management gateway.", NameScreen: "A new plan.", FileScreen: "The file of the plan.",
	OpenScreen: "Open a plan.", ReviewScreen: "The review: findings, open questions, all answers.",
	ChecklistScreen: "The checklist. " + boxWords, TaskScreen: "The task.", FilterScreen: filterTitle, ExportScreen: "Print the checklist.", DoneScreen: "Done.",
	ConflictScreen: "The plan was not saved. Your answers are still here.",
	CompareScreen:  compareTitle + ".",
	NewsScreen:     newsTitle + ". " + newsText,
	EvidenceScreen: evidenceTitle + ". " + evidenceText,
	FactsScreen:    "What is kept of one file.",
	PathScreen:     "A file by its path.",
	MergeScreen:    mergeTitle + ". " + mergeText,
}

func (l *lines) title() string {
	if title, ok := lineTitles[l.state.Screen]; ok {
		return title
	}
	if l.state.Screen == StateScreen || l.state.Screen == SayScreen {
		item, _ := l.state.item(l.state.Task)
		return fmt.Sprintf("Task %d: %s.", item.Number, item.Title)
	}
	if l.state.Screen == FolderScreen {
		return "The folder " + folderTitle(l.look, l.state.Desk, widestLine) + ". " + folderText
	}
	step, _ := steps.Find(l.state.Place.Step)
	return fmt.Sprintf("%s (%s). %s", pageTitle(l.state), progress(l.state), step.Why)
}

func (l *lines) ask(q steps.Question) {
	l.say("")
	if l.state.Screen == StateScreen || l.state.Screen == SayScreen {
		l.askAbout()
		return
	}
	if l.state.Screen != QuestionScreen {
		l.say(typedQuestion(l.state.Screen))
		if l.state.Screen == FileScreen {
			l.say("Enter alone: " + model.Clean(l.state.Suggest))
		}
		if l.state.Screen == PathScreen {
			l.say(typedReason(PathScreen))
		}
		return
	}
	f, _ := l.state.Draft.Field(q.Key)
	l.say(l.state.askText(f))
	if q.Note != "" {
		l.say(q.Note)
	}
	for i, w := range l.options(f, q) {
		l.say(fmt.Sprintf("  %d  %s", i+1, w.Label))
	}
	l.say("Enter alone: " + l.defaultWords(f, q))
}

// options are the numbered choices of a question, none where text is typed.
func (l *lines) options(f model.Field, q steps.Question) []model.Word {
	if f.Kind() == model.TextField || f.Kind() == model.NumberField {
		return nil
	}
	return choices(f, q)
}

// defaultText is what an empty line answers.
func (l *lines) defaultText(f model.Field, q steps.Question) string {
	if l.options(f, q) == nil {
		return textNow(f, q)
	}
	return choiceNow(f, q)
}

func (l *lines) defaultWords(f model.Field, q steps.Question) string {
	text := l.defaultText(f, q)
	for _, w := range l.options(f, q) {
		if w.Value == text {
			return w.Label
		}
	}
	switch {
	case text != "":
		return text
	case q.Optional:
		return "leave it out (type unsure for: I do not know yet)"
	}
	return f.UnsureLabel()
}

// list prints the rows of a screen, numbered where they can be picked. What
// was read out is not read out again after each line that is typed.
func (l *lines) list() {
	again := l.readOut
	if !again {
		l.listRows()
	}
	l.readOut = true
	switch l.state.Screen {
	case ListScreen:
		l.say(fmt.Sprintf("A number picks. x and a number removes an entry, u brings it back. Enter alone: %d", len(l.rows)))
	case ChecklistScreen:
		l.say(keysFor(again, checklistKeys, "A number shows a task, ? tells the letters."))
	case TaskScreen:
		l.say(keysFor(again, taskKeys, "A letter, ? for more, or Enter alone: back to the checklist"))
	case FilterScreen:
		l.say("A number chooses. Enter alone: show the list")
	case EvidenceScreen:
		l.say("A number picks, ? and a number explains. x and a number removes a file, u brings it back. Enter alone: go on")
	case FactsScreen:
		l.say("? tells more about it. Enter alone: back to the files")
	case FolderScreen:
		l.say("A number opens a folder or marks a file, a marks all. Enter alone: read the marked files")
	case MergeScreen:
		l.say("The number of an answer takes it or leaves it.")
	case CompareScreen:
		l.say("? tells everything about these. Enter alone: go on to the questions")
	case NewsScreen:
		l.say("A number picks, ? and a number explains. Enter alone: go on")
	case ReviewScreen:
		l.say("A number picks, ? and a number explains.")
	default:
		l.say("A number picks.")
	}
}

func (l *lines) listRows() {
	if l.state.Screen == ChecklistScreen {
		l.say(l.content().workWords())
	}
	l.number(l.content().rows())
}

// number reads rows out and gives numbers to those that can be picked.
func (l *lines) number(rows []row) {
	l.rows = nil
	for _, r := range rows {
		if !picks(r) {
			l.say(r.text)
			continue
		}
		l.rows = append(l.rows, r)
		l.say(fmt.Sprintf("%d  %s", len(l.rows), r.text))
	}
}

// content is what the screen shows, as it is told in lines.
func (l *lines) content() *content {
	return &content{state: l.state, look: l.look, now: l.outside.Now(), width: widestLine, plain: true}
}

// compare sets the methods beside one another, in a line each or in full.
func (l *lines) compare(all bool) {
	if l.state.Path == "" {
		l.say("There is no plan yet to compare methods for.")
		return
	}
	plan := l.state.asIs()
	if all {
		l.print(compareRows(l.look, compare.Plan(plan), 0))
		return
	}
	l.print(glanceRows(l.look, compare.Plan(plan)))
	l.say("== tells everything about these.")
}
