package machine

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/run"
	"cmgwizard/model/tasks"
)

// BeginRun is the state to start a change window with: the plan at a path, narrowed to
// a scope and to nothing that an earlier call gave. It goes on with the task that runs.
func BeginRun(path string, scope run.Scope, outside Outside) (State, error) {
	state, err := Begin(path, outside)
	if err != nil || state.Path == "" {
		return state, err
	}
	now := outside.Now()
	next := state.toRun(now)
	next.RunWork.Scope = scope
	if state.Screen == RuleChangesScreen {
		state.Plan.Step = next.RunWork.place()
		return state, nil
	}
	next.Notice = state.Notice
	if next.Screen == RunTaskScreen && scope != (run.Scope{}) {
		next.Notice = joinWords(next.Notice, "This task was started before and comes first. The list behind it holds what you asked for.")
	}
	return next, nil
}

// toRun goes to the change window: to the task that runs, on its step, else to the list.
func (s State) toRun(now time.Time) State {
	kept, _ := runPlaceOf(s.Plan.Step)
	if s.RunWork.Task == "" {
		s.RunWork = kept
	}
	s.RunWork.All, s.TaskWork.By = false, cmp.Or(s.TaskWork.By, s.lastName(now))
	if t, running := s.RunAt(now).Current(); running {
		if t.ID != s.RunWork.Task {
			s.RunWork.Task, s.RunWork.Step = t.ID, 0
		}
		s.RunWork.Back = t.Standing == run.BackingOut
		return s.at(RunTaskScreen)
	}
	return s.at(RunScreen)
}

// lastName is who wrote the last entry of this window.
func (s State) lastName(now time.Time) string {
	r := s.RunAt(now)
	for i, e := range slices.Backward(r.Log) {
		if slices.ContainsFunc(r.Breaks, func(b run.Break) bool { return !b.Back && b.Entry > i }) {
			return ""
		}
		if e.By != "" {
			return e.By
		}
	}
	return ""
}

// openRun goes to the change window from the board or the checklist.
func openRun(s State, e Event) (State, []Effect) { return s.toRun(e.At), nil }

// resumeRun goes on in the change window where the plan was left.
func (s State) resumeRun(e Event) State {
	now := e.At
	if now.IsZero() {
		now = s.Plan.At
	}
	return s.toRun(now)
}

// write keeps what happened to the task that is shown, at once.
func (s State) write(what model.LogWhat, note string, at time.Time) (State, []Effect) {
	return s.writeOf(s.RunWork.Task, what, note, at)
}

func (s State) writeOf(task string, what model.LogWhat, note string, at time.Time) (State, []Effect) {
	plan, err := run.Write(&s.Plan, model.LogEntry{Task: task, What: what, At: at, By: s.TaskWork.By, Note: note})
	if err != nil {
		s.Problem, s.Notice = problem(err), ""
		return s, nil
	}
	return s.wrote(plan).keepPlace()
}

// keepPlace saves the plan with where one is.
func (s State) keepPlace() (State, []Effect) {
	s.Plan.Step = s.stepName()
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

// pickRun takes a row of the list.
func pickRun(s State, e Event) (State, []Effect) {
	if id, task := strings.CutPrefix(e.Text, RowTask); task {
		return s.open(id, e.At)
	}
	switch e.Text {
	case RowNext:
		return s.toNext(e.At)
	case RowBackOut:
		return s.at(BackOutScreen), nil
	case RowScope:
		return s.at(ScopeScreen), nil
	case RowName:
		return s.ask("", RunScreen), nil
	case RowNote:
		s.RunWork.Task = ""
		return s.ask(model.LogNote, RunScreen), nil
	case RowReport:
		return s.printReport()
	case RowTakeBack:
		return s.takeBackEntry(e.At)
	}
	return s, nil
}

// open goes to a task: to its back-out where that goes on or failed.
func (s State) open(id string, now time.Time) (State, []Effect) {
	t, _ := s.RunAt(now).Task(id)
	return s.showTask(id, t.Back && (t.Standing == run.BackingOut || t.Standing == run.Failed)).keepPlace()
}

// showTask goes to a task. On the one that was left, its step is kept.
func (s State) showTask(id string, back bool) State {
	if id != s.RunWork.Task || back != s.RunWork.Back {
		s.RunWork.Task, s.RunWork.Step = id, 0
	}
	s.RunWork.Back = back
	return s.at(RunTaskScreen)
}

// toNext goes to what runs, else to the task that comes next, else to the list.
func (s State) toNext(now time.Time) (State, []Effect) {
	r := s.RunAt(now)
	if t, running := r.Current(); running {
		return s.showTask(t.ID, t.Standing == run.BackingOut).keepPlace()
	}
	if t, found := r.Next(); found {
		return s.showTask(t.ID, false).keepPlace()
	}
	s = s.at(RunScreen)
	s.Notice = "Nothing more can be started now."
	return s.keepPlace()
}

// pickRunTask takes a row of a task.
func pickRunTask(s State, e Event) (State, []Effect) {
	if copied, is := s.copied(e.Text); is {
		return s, copied
	}
	if place, step := strings.CutPrefix(e.Text, RowStep); step {
		return s.stepDone(place, e)
	}
	if id, task := strings.CutPrefix(e.Text, RowTask); task {
		return s.open(id, e.At)
	}
	switch e.Text {
	case RowBegin:
		return s.begin(e)
	case RowWait:
		return s.handsOff(e)
	case RowWorked:
		return s.worked(e)
	case RowFailed:
		s.RunWork.Reason = ""
		return s.at(TroubleScreen), nil
	case RowSkip:
		return s.ask(model.LogSkipped, RunTaskScreen), nil
	case RowNote:
		return s.ask(model.LogNote, RunTaskScreen), nil
	case RowPause:
		return s.pause(e)
	case RowNext:
		return s.passOn(e)
	case RowTasks:
		return backFromRunTask(s, e)
	case RowTakeBack:
		return s.takeBackEntry(e.At)
	case RowForward:
		return s.showTask(s.RunWork.Task, false).keepPlace()
	}
	return s, nil
}

// copied is the effect that copies what a row shows.
func (s State) copied(row string) ([]Effect, bool) {
	for _, prefix := range []string{RowCommand, RowLink} {
		if _, is := strings.CutPrefix(row, prefix); is {
			text, found := s.Copies(row)
			if !found {
				return nil, true
			}
			return []Effect{{Kind: CopyText, Text: text}}, true
		}
	}
	return nil, false
}

// Copies is the text that a row copies: a command, or the address of a page.
func (s State) Copies(row string) (string, bool) {
	item, _ := s.RunText()
	lines := Commands(item)
	place, command := strings.CutPrefix(row, RowCommand)
	if !command {
		lines = nil
		for _, source := range item.Sources {
			lines = append(lines, model.Clean(source.URL))
		}
		if place, command = strings.CutPrefix(row, RowLink); !command {
			return "", false
		}
	}
	i, err := strconv.Atoi(place)
	if err != nil || i < 0 || i >= len(lines) {
		return "", false
	}
	return lines[i], true
}

// stepDone ticks a step and all before it, or takes the tick of the last one away. The
// first one begins the task.
func (s State) stepDone(place string, e Event) (State, []Effect) {
	i, err := strconv.Atoi(place)
	if err != nil || i < 0 {
		return s, nil
	}
	t, known := s.RunAt(e.At).Task(s.RunWork.Task)
	if !known || s.RunWork.Back {
		return s, nil
	}
	if t.Standing != run.Running && t.Standing != run.Waiting {
		next, effects := s.begin(e)
		if next.Screen != RunTaskScreen || next.Problem != "" {
			return next, effects
		}
		s = next
	}
	s.Notice, s.Problem = "", ""
	if s.RunWork.Step == i+1 {
		s.RunWork.Step = i
	} else {
		s.RunWork.Step = i + 1
	}
	return s.keepPlace()
}

// begin starts or resumes a task, or its back-out. It asks once who is there, and once
// before a point of no return.
func (s State) begin(e Event) (State, []Effect) {
	t, known := s.RunAt(e.At).Task(s.RunWork.Task)
	switch {
	case !known:
		return s, nil
	case s.TaskWork.By == "" && !s.RunWork.Named:
		s.RunWork.Named = true
		s = s.ask("", RunTaskScreen)
		s.RunWork.Then = NoReturnScreen
		return s, nil
	case !s.RunWork.Back && t.NoReturn() && t.Standing != run.Paused && t.Standing != run.Failed && s.Screen != NoReturnScreen:
		return s.at(NoReturnScreen), nil
	}
	s, effects := s.makeRoom(e.At)
	what := model.LogStarted
	switch {
	case s.RunWork.Back:
		what = model.LogBackingOut
	case t.Standing == run.Paused || t.Standing == run.Waiting:
		what = model.LogResumed
	}
	s = s.at(RunTaskScreen)
	if s.Problem != "" {
		return s, effects
	}
	return s.write(what, "", e.At)
}

// makeRoom pauses what runs: there is one pair of hands.
func (s State) makeRoom(at time.Time) (State, []Effect) {
	t, running := s.RunAt(at).Current()
	if !running || t.ID == s.RunWork.Task || t.Standing == run.BackingOut {
		return s, nil
	}
	return s.writeOf(t.ID, model.LogPaused, "", at)
}

// pause stops the clock of a task, or lets it go on.
func (s State) pause(e Event) (State, []Effect) {
	t, _ := s.RunAt(e.At).Task(s.RunWork.Task)
	if t.Standing != run.Running {
		return s.begin(e)
	}
	s.Notice = "Paused: its minutes stand still."
	return s.write(model.LogPaused, "", e.At)
}

// handsOff lets the wait of a task run, and offers what can be done meanwhile.
func (s State) handsOff(e Event) (State, []Effect) {
	t, _ := s.RunAt(e.At).Task(s.RunWork.Task)
	if t.Standing == run.Untouched || t.Standing == run.Waiting {
		return s, nil
	}
	next, effects := s.write(model.LogWaiting, "", e.At)
	if next.Problem != "" {
		return next, effects
	}
	next = next.at(RunScreen)
	next.Notice = fmt.Sprintf("Task %d waits %s. This screen says when that is over.", t.Number, t.Change.Wait.Short())
	next, more := next.keepPlace()
	return next, more
}

// worked keeps that a task is done, or backed out, and goes to the next one.
func (s State) worked(e Event) (State, []Effect) {
	t, _ := s.RunAt(e.At).Task(s.RunWork.Task)
	what := model.LogDone
	if s.RunWork.Back {
		what = model.LogBackedOut
	}
	next, effects := s.write(what, "", e.At)
	if next.Problem != "" {
		return next, effects
	}
	if s.RunWork.Back {
		next = next.at(BackOutScreen)
		next.Notice = fmt.Sprintf("Task %d is backed out.", t.Number)
		return next.keepPlace()
	}
	text := fmt.Sprintf("Task %d is done", t.Number)
	if t.Worked > 0 {
		text += fmt.Sprintf(": %s, estimated %s", tasks.ShortSpan(run.Minutes(t.Worked)), tasks.ShortSpan(t.Change.Takes.InAll()))
	}
	next, effects = next.toNext(e.At)
	next.Notice = joinWords(text+".", next.Notice)
	return next, effects
}

func joinWords(texts ...string) string { return strings.TrimSpace(strings.Join(texts, " ")) }

// passOn goes to the task behind this one that is still to be done, without a word
// about this one.
func (s State) passOn(e Event) (State, []Effect) {
	r := s.RunAt(e.At)
	i := slices.IndexFunc(r.Tasks, func(t run.Task) bool { return t.ID == s.RunWork.Task })
	for _, t := range r.Tasks[i+1:] {
		if t.Item.Progress.State.Pending() {
			return s.open(t.ID, e.At)
		}
	}
	s.Notice = "This is the last one that is still to be done."
	return s, nil
}

func backFromRunTask(s State, _ Event) (State, []Effect) {
	if s.RunWork.Back {
		return s.at(BackOutScreen).keepPlace()
	}
	return s.at(RunScreen).keepPlace()
}

// pickNoReturn takes the answer before a point of no return.
func pickNoReturn(s State, e Event) (State, []Effect) {
	if e.Text == RowBegin {
		return s.begin(e)
	}
	return s.at(RunTaskScreen), nil
}

// pickBackOut takes a row of what can be taken back.
func pickBackOut(s State, e Event) (State, []Effect) {
	if id, task := strings.CutPrefix(e.Text, RowTask); task {
		return s.showTask(id, true).keepPlace()
	}
	switch e.Text {
	case RowEarlier:
		s.RunWork.All = !s.RunWork.All
		return s.at(BackOutScreen), nil
	case RowTasks:
		return s.at(RunScreen).keepPlace()
	case RowReport:
		return s.printReport()
	case RowTakeBack:
		return s.takeBackEntry(e.At)
	}
	return s, nil
}

// pickScope changes what of the run sheet is worked on.
func pickScope(s State, e Event) (State, []Effect) {
	team, byTeam := strings.CutPrefix(e.Text, RowTeam)
	job, byJob := strings.CutPrefix(e.Text, RowJob)
	switch {
	case e.Text == RowOn:
		return s.at(RunScreen).keepPlace()
	case e.Text == RowWindow:
		s.RunWork.Scope.Window = !s.RunWork.Scope.Window
	case e.Text == RowClear:
		s.RunWork.Scope = run.Scope{}
	case byTeam:
		s.RunWork.Scope.Owner = model.Team(team)
	case byJob:
		s.RunWork.Scope.From = job
	}
	return s.at(ScopeScreen), nil
}

// printReport writes the report beside the plan.
func (s State) printReport() (State, []Effect) {
	return pickFormat(s, Event{Kind: Pick, Text: reportFormat})
}

// reportFormat is the format of the report that is written at once.
const reportFormat = "report-docx"

// tickClock tells once that a wait is over.
func tickClock(s State, e Event) (State, []Effect) {
	if !s.Runs() {
		return s, nil
	}
	for _, t := range s.RunAt(e.At).Waits() {
		if t.Left() <= 0 && !slices.Contains(s.RunWork.Over, t.ID) {
			s.RunWork.Over = append(slices.Clone(s.RunWork.Over), t.ID)
			s.Notice = fmt.Sprintf("The wait of task %d is over. See whether it worked.", t.Number)
		}
	}
	return s, nil
}
