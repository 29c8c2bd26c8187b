package doc

import (
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// Where says where a task is done: the first path of labels through a console in
// its steps, or else where its first command is typed, "" where neither is told.
func Where(i judge.FullItem) string {
	for _, step := range i.Do {
		if path := labelPath(step); path != "" {
			return path
		}
	}
	if len(i.Commands) > 0 {
		return shellWords(i.Commands[0].Shell)
	}
	return ""
}

// labelPath is the first run of two labels or more with > between them.
func labelPath(step model.Text) string {
	var path []string
	for n, span := range step {
		switch {
		case span.Kind == model.LabelSpan && (len(path) == 0 || strings.TrimSpace(step[n-1].Text) == ">"):
			path = append(path, CleanSpan(span.Text))
		case span.Kind == model.PlainSpan && strings.TrimSpace(span.Text) == ">":
		case len(path) > 1:
			return strings.Join(path, " > ")
		case span.Kind == model.LabelSpan:
			path = []string{CleanSpan(span.Text)}
		default:
			path = nil
		}
	}
	if len(path) > 1 {
		return strings.Join(path, " > ")
	}
	return ""
}

// stepsInCell are the steps with their numbers, one a line.
func stepsInCell(steps []model.Text) string {
	lines := make([]string, len(steps))
	for n, step := range steps {
		lines[n] = strconv.Itoa(n+1) + ". " + cellText(step)
	}
	return strings.Join(lines, "\n")
}

// commandsInCell are the commands below the names of their shells.
func commandsInCell(list []judge.CommandLine) string {
	var lines []string
	for _, c := range byShell(list) {
		lines = slices.Concat(lines, []string{c.Where + ":"}, c.Lines)
	}
	return strings.Join(lines, "\n")
}
