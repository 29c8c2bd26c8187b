package machine

import (
	"fmt"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/run"
)

// A LogStep is an entry of this sitting, and where one was when it was written.
type LogStep struct {
	run.Written
	task string
	step int
	back bool
}

// wrote takes over a plan with one entry more in its log.
func (s State) wrote(plan model.Plan) State {
	step := LogStep{run.NewWritten(&s.Plan, &plan), s.RunWork.Task, s.RunWork.Step, s.RunWork.Back}
	s.RunWork.Written = append(slices.Clip(s.RunWork.Written), step)
	s.Plan, s.Problem = plan, ""
	return s
}

// LastWritten is the entry that is taken back next, in words, and whether there is one.
func (s State) LastWritten() (e model.LogEntry, words string, written bool) {
	n := len(s.RunWork.Written)
	if n == 0 {
		return e, "", false
	}
	last := s.RunWork.Written[n-1]
	return last.Entry, last.words(), true
}

// words say what happened: a back-out that failed is no failed task.
func (l LogStep) words() string {
	if l.back && l.Entry.What == model.LogFailed {
		return "Back-out failed"
	}
	return model.LogWhats.Label(l.Entry.What)
}

// takeBackEntry takes back the last entry of this sitting, and goes where one was.
func (s State) takeBackEntry(at time.Time) (State, []Effect) {
	n := len(s.RunWork.Written)
	if n == 0 {
		return s, nil
	}
	last := s.RunWork.Written[n-1]
	plan, err := run.TakeBack(&s.Plan, last.Written, model.LogEntry{At: at, By: s.TaskWork.By})
	if err != nil {
		s.Problem, s.Notice = problem(err), ""
		return s, nil
	}
	s.Plan, s.RunWork.Written = plan, s.RunWork.Written[:n-1]
	s = s.at(RunScreen)
	if id := last.Entry.Task; id != "" {
		s.RunWork.Task, s.RunWork.Step, s.RunWork.Back = id, 0, last.back && id == last.task
		if id == last.task {
			s.RunWork.Step = last.step
		}
		s = s.at(RunTaskScreen)
	}
	s.Notice = fmt.Sprintf("Undone: %s, %s. The log keeps the entry, marked as a mistake.", last.words(), last.Entry.At.Format("15:04"))
	return s.keepPlace()
}
