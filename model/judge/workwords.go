package judge

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// A TaskError says why something cannot be said about a task.
type TaskError struct{ what, hint string }

func (e *TaskError) Error() string { return e.what }

// Hint says what to do, "" where nothing more can be said.
func (e *TaskError) Hint() string { return e.hint }

// The longest texts about a task, in characters. A plan file bounds their bytes
// as well.
const (
	maxPerson = 200
	maxNote   = 4000
)

func noSuchTask(p *model.Plan, id string, known bool) error {
	if known {
		return &TaskError{"the task " + id + " is not in this checklist: the answers do not ask for it", ""}
	}
	var ids []string
	for _, item := range Items(p, rules.Findings(p)) {
		ids = append(ids, item.ID)
	}
	hint := ""
	if near := model.Nearest(id, ids); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	}
	return &TaskError{fmt.Sprintf("there is no task %q", model.Clean(id)), hint}
}

// tidied is the update with its texts cleaned, if all of it can be said.
func (d TaskUpdate) tidied(today time.Time) (TaskUpdate, error) {
	d.By, d.Owner, d.Due, d.Note = mapped(oneLine, d.By), mapped(oneLine, d.Owner), mapped(oneLine, d.Due), mapped(severalLines, d.Note)
	if d.Due != nil {
		if day, err := ParseDay(*d.Due, today); err == nil {
			d.Due = &day
		}
	}
	for _, check := range []func() error{
		d.checkState, d.checkDue, d.checkBy,
		func() error { return checkSaid("who says so", d.By, maxPerson) },
		func() error { return checkSaid("who does it", d.Owner, maxPerson) },
		func() error { return checkSaid("the note", d.Note, maxNote) },
	} {
		if err := check(); err != nil {
			return d, err
		}
	}
	return d, nil
}

func mapped(tidy func(string) string, text *string) *string {
	if text == nil {
		return nil
	}
	tidied := tidy(*text)
	return &tidied
}

func oneLine(text string) string { return strings.TrimSpace(model.Clean(text)) }

// severalLines cleans a note. What has no end line by line has no blanks there.
func severalLines(text string) string {
	lines := strings.Split(model.CleanLines(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func (d TaskUpdate) checkState() error {
	if d.State == nil {
		return nil
	}
	var words []string
	for _, w := range model.TaskStates.Words() {
		if w.Value == string(*d.State) {
			return nil
		}
		words = append(words, w.Value)
	}
	hint := "there are " + strings.Join(words, ", ")
	if near := model.Nearest(string(*d.State), words); near != "" {
		hint = fmt.Sprintf("did you mean %s? %s", near, "There are "+strings.Join(words, ", "))
	}
	return &TaskError{fmt.Sprintf("a task has no state %q", model.Clean(string(*d.State))), hint}
}

// dueForm is a day of the years in which plans are made.
var dueForm = model.Pattern(`^2\d{3}-\d\d-\d\d$`)

func (d TaskUpdate) checkDue() error {
	if d.Due == nil || *d.Due == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, *d.Due); err != nil || !dueForm().MatchString(*d.Due) {
		return &TaskError{fmt.Sprintf("%q cannot be read as a day of the years 2000 to 2999", model.Clean(*d.Due)), DayForms}
	}
	return nil
}

func (d TaskUpdate) checkBy() error {
	if d.By != nil && strings.EqualFold(*d.By, model.ByAnswer) {
		return &TaskError{fmt.Sprintf("nobody is called %q here: that word marks what the answers of the plan state", model.ByAnswer), "give the name of a person or a team"}
	}
	return nil
}

// checkSaid bounds a text and refuses what looks secret.
func checkSaid(what string, text *string, most int) error {
	switch {
	case text == nil:
		return nil
	case model.LooksSecret(*text):
		return &TaskError{what + " " + model.SecretWords, "say where it is kept instead"}
	case utf8.RuneCountInString(*text) > most || len(*text) > model.MaxText:
		return &TaskError{fmt.Sprintf("%s is too long: at most %d characters, %d bytes", what, most, model.MaxText), "make it shorter; a ticket can hold the rest"}
	}
	return nil
}
