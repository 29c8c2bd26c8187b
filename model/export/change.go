package export

import (
	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// ChangeJSON is what a task means for the people who approve changes. Its keys
// may be added to, never renamed.
type ChangeJSON struct {
	Impact      string       `json:"impact"`
	ImpactBasis tasks.Basis  `json:"impact_basis"`
	Undo        string       `json:"undo"`
	UndoBasis   tasks.Basis  `json:"undo_basis"`
	NoReturn    tasks.Return `json:"point_of_no_return"`
	NoReturnIf  string       `json:"point_of_no_return_if"`
	Record      string       `json:"write_down_first"`
	Minutes     int          `json:"minutes"`
	Per         string       `json:"minutes_per"`
	Wait        string       `json:"wait"`
	WaitMin     int          `json:"wait_min_minutes"`
	WaitMax     int          `json:"wait_max_minutes"`
	WaitBasis   tasks.Basis  `json:"wait_basis"`
	Window      tasks.Window `json:"window"`
}

// NewChange is a change as JSON has it.
func NewChange(c tasks.Change) ChangeJSON {
	return ChangeJSON{
		Impact: tasks.Joined(c.Effect(), c.Live), ImpactBasis: c.Impact.Basis, Undo: c.Undo.Text, UndoBasis: c.Undo.Basis,
		NoReturn: c.Return, NoReturnIf: c.OnlyIf, Record: c.Note, Minutes: c.Takes.Minutes, Per: c.Takes.Per,
		Wait: c.Wait.Words(), WaitMin: c.Wait.Min, WaitMax: c.Wait.Max, WaitBasis: c.Wait.Basis, Window: c.Window,
	}
}

// jobJSON is what one team does in one sitting. Its keys may be added to, never
// renamed.
type jobJSON struct {
	ID       string       `json:"id"`
	Number   int          `json:"number"`
	Title    string       `json:"title"`
	Owner    model.Team   `json:"owner"`
	Place    string       `json:"place"`
	Wave     int          `json:"wave"`
	After    []string     `json:"after"`
	Tasks    []string     `json:"tasks"`
	Open     []string     `json:"open"`
	Minutes  int          `json:"minutes"`
	WaitMax  int          `json:"wait_max_minutes"`
	Window   tasks.Window `json:"window"`
	NoReturn []string     `json:"points_of_no_return"`
	Advice   string       `json:"advice"`
}

func newJob(w judge.JobWork) jobJSON {
	return jobJSON{w.ID, w.Number, w.Title, w.Team, w.Place, w.Wave, w.After, w.Tasks, w.Open, w.Minutes, w.Wait.Max, w.Window, w.NoReturn, w.Advice}
}
