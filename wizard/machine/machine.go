// Package machine says what happens: screens, events and effects in one
// transition table. Next alone writes a State. It knows no terminal, and the disk
// only through the interface Outside.
package machine

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/steps"
)

// Screen is a place where the wizard waits for somebody.
type Screen string

// The screens.
const (
	StartScreen       Screen = "start"
	NameScreen        Screen = "name"      // what a new plan is called
	FileScreen        Screen = "file"      // where a new plan is saved
	OpenScreen        Screen = "open"      // which plan to open
	PlansScreen       Screen = "plans"     // the same, of those that are here
	QuestionScreen    Screen = "question"  // one question of a page
	ListScreen        Screen = "list"      // a page over a list
	BoardScreen       Screen = "board"     // where the plan stands, area by area
	AreaScreen        Screen = "area"      // the questions and findings of an area
	FoundScreen       Screen = "found"     // what is wrong, and what is open
	ConfirmScreen     Screen = "confirm"   // what was assumed and must be looked at
	ChecklistScreen   Screen = "checklist" // the tasks
	TaskScreen        Screen = "task"      // one task
	FilterScreen      Screen = "filter"    // which of them are listed
	StateScreen       Screen = "state"     // how far one is
	SayScreen         Screen = "say"       // what else is said about it
	ExportScreen      Screen = "export"    // the formats to print
	DoneScreen        Screen = "done"      // what was made, and how to go on
	ConflictScreen    Screen = "conflict"  // a save was refused
	CopyScreen        Screen = "copy"      // where the answers are saved instead
	CompareScreen     Screen = "compare"   // the methods side by side, before one is chosen
	RuleChangesScreen Screen = "news"      // what the rules judge otherwise since the plan was saved
	EvidenceScreen    Screen = "evidence"  // the files that were seen
	FactsScreen       Screen = "facts"     // what one of them shows
	FolderScreen      Screen = "folder"    // which files to read
	PathScreen        Screen = "path"      // the same, by a path that is typed
	MergeScreen       Screen = "merge"     // what files say, and what they would change
	RunScreen         Screen = "run"       // a change window: its tasks in order
	RunTaskScreen     Screen = "run-task"  // one of them, step by step
	RunSayScreen      Screen = "run-say"   // a reason, a note or a name
	NoReturnScreen    Screen = "no-return" // what cannot be undone, before it is begun
	TroubleScreen     Screen = "trouble"   // a task did not work
	PasteScreen       Screen = "paste"     // lines of a log
	RunPathScreen     Screen = "run-path"  // the same, by the path of a file
	DiagnosisScreen   Screen = "diagnosis" // what they say
	BackOutScreen     Screen = "back-out"  // what was done, the last first
	ScopeScreen       Screen = "scope"     // what of the run sheet is worked on
	LeftScreen        Screen = "left"      // the end
)

// State is everything the wizard knows. Next makes a new one from it and never
// changes the old.
type State struct {
	Screen  Screen
	Path    string        // the plan file that is held, "" for none
	Plan    model.Plan    // the answers that are saved
	Draft   model.Answers // the same with an entry that is being added
	Place   steps.Place
	Alone   bool     // the open question was asked for on its own, not on the way through the pages
	Area    string   // the area that is shown
	Return  Screen   // where the open page leads, "" for onward
	Before  Screen   // the screen that a refused save interrupted
	Task    string   // the task that is shown
	Name    string   // the name of the plan that is being made
	Suggest string   // where its file could be
	Similar string   // the plan that was probably meant by a path where none is, "" for none
	Folder  Folder   // whose plans are offered
	Last    *Last    // the plan that was open last
	Removed *Removed // what Undo brings back

	Unconfirmed *model.Answers // the answers before assumptions were confirmed
	Collected   bool           // the plan that is being made begins from a collected file

	Edition  int      // the edition of the rules that judged the plan before it was opened
	Written  []string // the files that were exported
	FileWork FileWork // the files that are looked at
	TaskWork TaskWork // the checklist as it is worked on
	RunWork  RunWork  // the change window
	Formats  []Format
	Notice   string // what just happened
	Warned   bool   // the notice is that one more Ctrl+C gives up what is not saved
	Problem  string // what went wrong, and what to do now
	Refused  error  // why the last save failed
	Unsaved  string // why what was typed into the open field was not saved on leaving
	LookOnly bool   // the plan cannot be saved where it is
	NoReturn bool   // the wizard was started with a plan: there is no start screen to go back to
}

// Removed is an entry that was taken out of a list.
type Removed struct {
	Before model.Answers
	Place  steps.Place
	Name   string
}

// EventKind says what an event is.
type EventKind string

// The events: what somebody does, and what the world answers.
const (
	Pick      EventKind = "pick"      // a row of the screen, by its Text
	Answer    EventKind = "answer"    // the Text typed or chosen
	Partly    EventKind = "partly"    // the rows of a table in Text are filled in, others are not yet
	Back      EventKind = "back"      // one step back
	Remove    EventKind = "remove"    // the entry at Index
	Undo      EventKind = "undo"      // bring the removed entry back
	ToBoard   EventKind = "board"     // to the board
	Files     EventKind = "files"     // to the files that were seen
	Tick      EventKind = "tick"      // the task with the ID Text is done, or open again
	Confirm   EventKind = "confirm"   // what is assumed: the key Text, or all that the screen shows
	Ask       EventKind = "ask"       // for a Part of what is said about the task Text
	Filter    EventKind = "filter"    // list other tasks
	Leave     EventKind = "leave"     // save and go
	Opened    EventKind = "opened"    // Plan was opened or made at Text
	Saved     EventKind = "saved"     // Plan was saved
	Failed    EventKind = "failed"    // Err
	Proposed  EventKind = "proposed"  // Text is a good path for a new plan
	Exported  EventKind = "exported"  // a checklist was written: Printed
	Listed    EventKind = "listed"    // Folder was looked into
	Inspected EventKind = "inspected" // Reading is what files say
	Complain  EventKind = "complain"  // Text is wrong with what was typed, "" for nothing any more
	Forget    EventKind = "forget"    // what just happened: it was said
	Run       EventKind = "run"       // to the change window
	Clock     EventKind = "clock"     // time has passed
	Warn      EventKind = "warn"      // that leaving gives up what is not saved
	Stay      EventKind = "stay"      // the last save was refused: there is a decision to take
)

// An Event is something that happened.
type Event struct {
	Kind    EventKind
	Text    string
	Kept    bool    // the answer is the one that stood there: nobody said it anew
	Typed   *string // on leaving: what was typed into the open field and not entered, nil for nothing
	Index   int
	Plan    model.Plan
	Folder  Folder
	Reading Reading
	Printed Printed
	Part    Part
	At      time.Time // when it happened
	Err     error
}

// EffectKind says what an effect is.
type EffectKind string

// The effects: what the world is asked to do.
const (
	OpenPlan     EffectKind = "open"    // the plan at Path
	CreatePlan   EffectKind = "create"  // a file at Path for Plan
	SavePlan     EffectKind = "save"    // Plan
	ProposePath  EffectKind = "propose" // a path for a plan called Path
	ExportPlan   EffectKind = "export"  // Plan, or the Scope of it, in Format to Path
	ListFolder   EffectKind = "list"    // what stands at Path
	InspectFiles EffectKind = "inspect" // the files at Paths, for Plan
	LookAt       EffectKind = "look"    // Path: list a folder, inspect a file for Plan
	InspectText  EffectKind = "text"    // Text, lines of a log, for Plan
	CopyText     EffectKind = "copy"    // Text to the clipboard of the terminal
	Quit         EffectKind = "quit"
)

// An Effect is something to do outside.
type Effect struct {
	Kind   EffectKind
	Path   string
	Text   string
	Paths  []string
	Format string
	Plan   model.Plan
	Scope  judge.Scope
}

// transition is a row of the table: on this screen, this event leads there.
type transition struct {
	screen Screen
	event  EventKind
	to     func(s State, e Event) (State, []Effect)
}

// transitions is the table of everything that can happen.
var transitions = []transition{
	{StartScreen, Pick, pickStart},
	{StartScreen, Back, leave},
	{StartScreen, Opened, opened},
	{NameScreen, Answer, answerName},
	{NameScreen, Back, toStart},
	{NameScreen, Proposed, proposed},
	{NameScreen, Opened, opened},
	{FileScreen, Answer, answerFile},
	{FileScreen, Back, to(NameScreen)},
	{FileScreen, Opened, opened},
	{OpenScreen, Answer, answerOpen},
	{OpenScreen, Back, toStart},
	{OpenScreen, Opened, opened},
	{OpenScreen, Listed, plansListed},
	{PlansScreen, Pick, pickPlan},
	{PlansScreen, Back, toStart},
	{PlansScreen, Opened, opened},
	{QuestionScreen, Answer, answerQuestion},
	{QuestionScreen, Partly, answerPartly},
	{QuestionScreen, Back, backFromQuestion},
	{QuestionScreen, ToBoard, boardFromQuestion},
	{QuestionScreen, Files, toFiles},
	{ListScreen, Pick, pickEntry},
	{ListScreen, Remove, removeEntry},
	{ListScreen, Undo, undoRemove},
	{ListScreen, Back, backFromPage},
	{ListScreen, ToBoard, toBoard},
	{ListScreen, Files, toFiles},
	{BoardScreen, Pick, pickBoard},
	{BoardScreen, Back, backFromBoard},
	{BoardScreen, Confirm, confirm},
	{BoardScreen, Undo, undoConfirm},
	{AreaScreen, Pick, pickArea},
	{AreaScreen, Confirm, confirm},
	{AreaScreen, Undo, undoConfirm},
	{AreaScreen, Back, toBoard},
	{AreaScreen, ToBoard, toBoard},
	{AreaScreen, Files, toFiles},
	{FoundScreen, Pick, pickFound},
	{FoundScreen, Back, toBoard},
	{FoundScreen, ToBoard, toBoard},
	{FoundScreen, Files, toFiles},
	{ConfirmScreen, Pick, pickConfirm},
	{ConfirmScreen, Confirm, confirm},
	{ConfirmScreen, Undo, undoConfirm},
	{ConfirmScreen, Back, toBoard},
	{ConfirmScreen, ToBoard, toBoard},
	{ConfirmScreen, Files, toFiles},
	{BoardScreen, Files, toFiles},
	{ChecklistScreen, Pick, pickTask},
	{ChecklistScreen, Tick, tick},
	{ChecklistScreen, Ask, askAbout},
	{ChecklistScreen, Undo, takeBack},
	{ChecklistScreen, Filter, to(FilterScreen)},
	{ChecklistScreen, Back, toBoard},
	{ChecklistScreen, ToBoard, toBoard},
	{ChecklistScreen, Files, toFiles},
	{TaskScreen, Back, to(ChecklistScreen)},
	{TaskScreen, Pick, to(ChecklistScreen)},
	{TaskScreen, Tick, tick},
	{TaskScreen, Ask, askAbout},
	{TaskScreen, Undo, takeBack},
	{TaskScreen, ToBoard, toBoard},
	{FilterScreen, Pick, pickFilter},
	{FilterScreen, Filter, to(ChecklistScreen)},
	{FilterScreen, Back, to(ChecklistScreen)},
	{FilterScreen, ToBoard, toBoard},
	{StateScreen, Answer, answerState},
	{StateScreen, Back, backFromState},
	{StateScreen, ToBoard, toBoard},
	{SayScreen, Answer, answerSay},
	{SayScreen, Back, backFromSay},
	{SayScreen, ToBoard, toBoard},
	{ExportScreen, Pick, pickFormat},
	{ExportScreen, Exported, exported},
	{ExportScreen, Back, backFromExport},
	{ExportScreen, ToBoard, toBoard},
	{DoneScreen, Pick, leave},
	{DoneScreen, Back, to(ExportScreen)},
	{DoneScreen, ToBoard, toBoard},
	{ConflictScreen, Pick, pickConflict},
	{ConflictScreen, Proposed, copyProposed},
	{ConflictScreen, Opened, reopened},
	{ConflictScreen, Back, backFromConflict},
	{ConflictScreen, Warn, warn},
	{CopyScreen, Answer, answerCopy},
	{CopyScreen, Opened, reopened},
	{CopyScreen, Back, backFromCopy},
	{CompareScreen, Pick, chooseMethods},
	{CompareScreen, Back, backFromComparison},
	{CompareScreen, ToBoard, toBoard},
	{RuleChangesScreen, Pick, pickRuleChange},
	{RuleChangesScreen, Back, resume},
	{RuleChangesScreen, ToBoard, toBoard},
	{EvidenceScreen, Pick, pickEvidence},
	{EvidenceScreen, Remove, removeEvidence},
	{EvidenceScreen, Undo, restoreEvidence},
	{EvidenceScreen, Back, fromFiles},
	{EvidenceScreen, ToBoard, toBoard},
	{FactsScreen, Pick, to(EvidenceScreen)},
	{FactsScreen, Back, to(EvidenceScreen)},
	{FactsScreen, ToBoard, toBoard},
	{FolderScreen, Pick, pickFile},
	{FolderScreen, Listed, listed},
	{FolderScreen, Inspected, inspected},
	{FolderScreen, Back, to(EvidenceScreen)},
	{FolderScreen, ToBoard, toBoard},
	{PathScreen, Answer, answerPath},
	{PathScreen, Listed, listed},
	{PathScreen, Inspected, inspected},
	{PathScreen, Back, backFromPath},
	{PathScreen, ToBoard, toBoard},
	{MergeScreen, Pick, pickMerge},
	{MergeScreen, Back, backFromMerge},
	{MergeScreen, ToBoard, toBoard},
	{BoardScreen, Run, openRun},
	{ChecklistScreen, Run, openRun},
	{TaskScreen, Run, openRun},
	{RunScreen, Pick, pickRun},
	{RunScreen, Exported, exported},
	{RunScreen, Back, toBoard},
	{RunScreen, ToBoard, toBoard},
	{RunTaskScreen, Pick, pickRunTask},
	{RunTaskScreen, Back, backFromRunTask},
	{RunTaskScreen, ToBoard, toBoard},
	{RunSayScreen, Answer, answerRunSay},
	{RunSayScreen, Back, backFromRunSay},
	{NoReturnScreen, Pick, pickNoReturn},
	{NoReturnScreen, Back, to(RunTaskScreen)},
	{TroubleScreen, Pick, pickTrouble},
	{TroubleScreen, Back, to(RunTaskScreen)},
	{PasteScreen, Answer, answerPaste},
	{PasteScreen, Inspected, diagnosed},
	{PasteScreen, Back, to(TroubleScreen)},
	{RunPathScreen, Answer, answerRunPath},
	{RunPathScreen, Inspected, diagnosed},
	{RunPathScreen, Back, to(TroubleScreen)},
	{DiagnosisScreen, Pick, pickDiagnosis},
	{DiagnosisScreen, Back, to(TroubleScreen)},
	{BackOutScreen, Pick, pickBackOut},
	{BackOutScreen, Exported, exported},
	{BackOutScreen, Back, to(RunScreen)},
	{BackOutScreen, ToBoard, toBoard},
	{ScopeScreen, Pick, pickScope},
	{ScopeScreen, Back, to(RunScreen)},
	{ScopeScreen, ToBoard, toBoard},
	{LeftScreen, Stay, stay},
	{"", Leave, leave},
	{"", Saved, saved},
	{"", Failed, failed},
	{"", Complain, complain},
	{"", Forget, forget},
	{"", Clock, tickClock},
}

// Next says what an event leads to: the new state and what to do outside. It
// does nothing else. An event that a screen does not know changes nothing.
func Next(s State, e Event) (State, []Effect) {
	for _, t := range transitions {
		if t.event == e.Kind && (t.screen == s.Screen || t.screen == "") {
			return t.to(s, e)
		}
	}
	return s, nil
}

// to goes to a screen.
func to(screen Screen) func(State, Event) (State, []Effect) {
	return func(s State, _ Event) (State, []Effect) {
		return s.at(screen), nil
	}
}

// at goes to a screen, and forgets what was said on the last one.
func (s State) at(screen Screen) State {
	s.Screen, s.Notice, s.Warned, s.Problem = screen, "", false, ""
	return s
}
