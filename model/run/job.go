package run

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// A JobError says that a plan has no such job.
type JobError struct{ what, hint string }

func (e *JobError) Error() string { return e.what }

// Hint says which job may be meant.
func (e *JobError) Hint() string { return e.hint }

// FindJob is the ID of a job of a plan, by its ID or by what the run sheet prints: its
// number, its title, or both; "" stays "".
func FindJob(p *model.Plan, items []judge.Item, text string) (string, error) {
	if text == "" {
		return "", nil
	}
	var known []string
	for _, w := range judge.JobWorks(p, items) {
		number := strconv.Itoa(w.Number)
		for _, name := range []string{w.ID, w.Title, number, number + ".", number + ". " + w.Title} {
			if strings.EqualFold(strings.Join(strings.Fields(text), " "), name) {
				return w.ID, nil
			}
		}
		known = append(known, w.ID)
	}
	what := fmt.Sprintf("this plan has no job %q", model.Clean(text))
	switch near := model.Nearest(text, known); {
	case near != "":
		return "", &JobError{what, fmt.Sprintf("did you mean %s?", near)}
	case slices.Contains(JobIDs(), text):
		return "", &JobError{what, "its answers do not ask for that job"}
	}
	return "", &JobError{what, "there are " + strings.Join(known, ", ")}
}

// JobIDs are those of all jobs.
func JobIDs() []string {
	return model.EachInWords(tasks.Jobs(), func(j tasks.Job) string { return j.ID })
}
