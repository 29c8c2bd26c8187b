package machine

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/run"
)

// RunWork is the change window as it is worked through.
type RunWork struct {
	Scope  run.Scope
	Task   string        // the task that is shown
	Step   int           // how many of its steps are done
	Back   bool          // it is backed out
	All    bool          // what can be backed out reaches into earlier windows
	Ask    model.LogWhat // what a reason or a note is asked for, "" for the name
	From   Screen        // where that was asked for
	Then   Screen        // where it leads, "" for back
	Reason string        // what is proposed for it
	Named  bool          // the name was asked for
	Over   []string      // the tasks whose wait was told to be over

	Written []LogStep // what was written in this sitting and can be taken back, the last one last

	Reading Reading // what the log lines say
}

// The rows of the change window, by their text.
const (
	RowTask     = "task:"    // and the ID
	RowStep     = "step:"    // and its place, from 0
	RowCommand  = "command:" // and its place, from 0
	RowLink     = "link:"    // and its place, from 0
	RowBegin    = "begin"
	RowWait     = "wait"
	RowWorked   = "worked"
	RowFailed   = "failed"
	RowSkip     = "skip"
	RowNote     = "note"
	RowPause    = "pause"
	RowNext     = "next"
	RowBackOut  = "back-out"
	RowScope    = "scope"
	RowReport   = "report"
	RowName     = "name"
	RowPaste    = "paste"
	RowTasks    = "tasks"
	RowWindow   = "window"
	RowJob      = "job:" // and the ID, nothing for the first
	RowEarlier  = "earlier"
	RowTryAgain = "again"
	RowTakeBack = "take-back"
	RowForward  = "forward" // the task itself, where its back-out failed
)

// Runs reports whether the screen is one of the change window.
func (s State) Runs() bool { return slices.Contains(runScreens, s.Screen) }

var runScreens = []Screen{RunScreen, RunTaskScreen, RunSayScreen, NoReturnScreen, TroubleScreen, PasteScreen, RunPathScreen, DiagnosisScreen, BackOutScreen, ScopeScreen}

// RunAt is the work at a moment.
func (s State) RunAt(now time.Time) run.Run {
	return run.New(&s.Plan, judge.Plan(s.Plan).Items, s.RunWork.Scope, now)
}

// RunText is the task that is worked on, with its texts.
func (s State) RunText() (judge.FullItem, bool) {
	item, listed := s.Item(s.RunWork.Task)
	if !listed {
		return judge.FullItem{}, false
	}
	return judge.FillItem(&s.Plan, item), true
}

// Commands are the lines that can be copied, as they are shown.
func Commands(item judge.FullItem) []string {
	return model.EachInWords(item.Commands, func(c judge.CommandLine) string { return model.Clean(c.Line) })
}

// Moves reports whether the screen changes by the clock alone: a task runs, or a wait.
func (s State) Moves(now time.Time) bool {
	if !s.Runs() || len(s.Plan.Log) == 0 {
		return false
	}
	r := s.RunAt(now)
	_, running := r.Current()
	return running || len(r.Waits()) > 0
}

// runPlace begins what a plan keeps to come back to the change window.
const runPlace = "run"

// place is what the plan keeps of where one is.
func (w RunWork) place() string {
	window, back := "", ""
	if w.Scope.Window {
		window = RowWindow
	}
	if w.Back {
		back = RowBackOut
	}
	return strings.Join([]string{runPlace, w.Task, strconv.Itoa(w.Step), string(w.Scope.Owner), window, w.Scope.From, back}, ":")
}

// runPlaceOf reads what a plan keeps. Whatever is wrong with it is left out.
func runPlaceOf(step string) (w RunWork, ok bool) {
	parts := strings.Split(step, ":")
	if parts[0] != runPlace {
		return w, false
	}
	parts = append(parts, make([]string, 6)...)
	w.Task, w.Scope.From = parts[1], parts[5]
	w.Step, _ = strconv.Atoi(parts[2])
	w.Step = max(w.Step, 0)
	if slices.ContainsFunc(model.Teams, func(t model.Term[model.Team]) bool { return string(t.Value) == parts[3] }) {
		w.Scope.Owner = model.Team(parts[3])
	}
	w.Scope.Window, w.Back = parts[4] == RowWindow, parts[6] == RowBackOut
	return w, true
}

// RunScope is what the change window was narrowed to where the plan was left in it.
func (s State) RunScope() (run.Scope, bool) {
	w, left := runPlaceOf(s.Plan.Step)
	return w.Scope, left
}
