package machine

import (
	"fmt"
	"path/filepath"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// print goes to the formats, and remembers the way back.
func (s State) print(from Screen) State {
	s.TaskWork.Paper = from
	return s.at(ExportScreen)
}

func backFromExport(s State, e Event) (State, []Effect) {
	if s.TaskWork.Paper == ChecklistScreen {
		return s.at(ChecklistScreen), nil
	}
	return toBoard(s, e)
}

// pickFormat prints the checklist beside the plan.
func pickFormat(s State, e Event) (State, []Effect) {
	switch e.Text {
	case RowDone:
		return s.at(DoneScreen), nil
	case RowNarrow:
		s.TaskWork.Wide = !s.TaskWork.Wide
		return s.at(ExportScreen), nil
	}
	for _, f := range s.Formats {
		if f.Name == e.Text {
			s.Problem, s.Notice = "", "Writing the "+f.Name+" file"
			return s, []Effect{{Kind: ExportPlan, Path: s.exportPath(f), Format: f.Name, Plan: s.Plan, Scope: s.scopeOf(f)}}
		}
	}
	return s, nil
}

// scopeOf is what of the checklist a format prints.
func (s State) scopeOf(f Format) judge.Scope {
	if f.Whole {
		return judge.Scope{}
	}
	return s.TaskWork.Printed()
}

// exportPath names the printed checklist after the plan and its serial, so
// that a later one does not meet it, and after the part that it holds.
func (s State) exportPath(f Format) string {
	base := strings.TrimSuffix(s.Path, filepath.Ext(s.Path))
	part, scope := "", s.scopeOf(f)
	if scope.Owner != "" {
		part = "-" + string(scope.Owner)
	}
	if scope.Open {
		part += "-open"
	}
	return fmt.Sprintf("%s-checklist-%d%s%s", base, s.Plan.Serial, part, f.Ext)
}

func exported(s State, e Event) (State, []Effect) {
	s.Written = append(append([]string(nil), s.Written...), e.Printed.Path)
	s.Notice, s.Problem = "Written: "+model.Clean(e.Printed.Path), ""
	for _, note := range e.Printed.Notes {
		s.Notice += ". " + model.Clean(note)
	}
	return s, nil
}
