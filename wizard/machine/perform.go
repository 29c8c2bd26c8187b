package machine

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"cmgwizard/model"
)

// Perform does an effect outside and says how it went.
func Perform(outside Outside, effect Effect) Event {
	switch effect.Kind {
	case OpenPlan:
		plan, err := outside.Open(effect.Path)
		return opening(outside, effect, plan, err)
	case CreatePlan:
		plan, err := outside.Create(effect.Path, effect.Plan)
		return opening(outside, effect, plan, err)
	case SavePlan:
		plan, err := outside.Save(effect.Plan)
		return result(effect, Event{Kind: Saved, Plan: plan}, err)
	case ProposePath:
		return Event{Kind: Proposed, Text: outside.Suggest(effect.Path)}
	case ExportPlan:
		printed, err := exportBeside(outside, effect)
		return result(effect, Event{Kind: Exported, Printed: printed}, err)
	case ListFolder:
		folder, err := outside.Folder(effect.Path)
		return result(effect, Event{Kind: Listed, Folder: folder}, err)
	case InspectFiles:
		return Event{Kind: Inspected, Reading: outside.Inspect(effect.Paths, effect.Plan)}
	case InspectText:
		return Event{Kind: Inspected, Reading: outside.InspectText(effect.Text, effect.Plan)}
	case LookAt:
		return lookAt(outside, effect)
	}
	return Event{}
}

// lookAt lists a folder or inspects a file, whichever the path leads to.
func lookAt(outside Outside, effect Effect) Event {
	folder, err := outside.Folder(effect.Path)
	switch {
	case err == nil:
		return Event{Kind: Listed, Folder: folder}
	case errors.Is(err, fs.ErrNotExist):
		return result(effect, Event{}, err)
	}
	return Event{Kind: Inspected, Reading: outside.Inspect([]string{effect.Path}, effect.Plan)}
}

// mostCopies is how many checklists of one plan may lie side by side.
const mostCopies = 99

// exportBeside writes a checklist under the first name that is free: an
// earlier one is never overwritten.
func exportBeside(outside Outside, effect Effect) (Printed, error) {
	printed, err := outside.Export(effect.Path, effect.Format, effect.Plan, effect.Scope)
	ext := filepath.Ext(effect.Path)
	for n := 2; errors.Is(err, fs.ErrExist) && n <= mostCopies; n++ {
		next := fmt.Sprintf("%s-%d%s", strings.TrimSuffix(effect.Path, ext), n, ext)
		printed, err = outside.Export(next, effect.Format, effect.Plan, effect.Scope)
		if err == nil {
			printed.Note("An earlier file is kept: " + filepath.Base(effect.Path))
		}
	}
	return printed, err
}

// Remember notes the plan that is open as the last one. That this cannot be
// written is no reason to stop.
func Remember(outside Outside, path string, plan model.Plan) { _ = outside.Remember(path, plan) }

// opening notes a plan that is now held.
func opening(outside Outside, effect Effect, plan model.Plan, err error) Event {
	if err == nil {
		Remember(outside, effect.Path, plan)
	}
	if errors.As(err, new(*LookOnlyError)) {
		return Event{Kind: Opened, Text: effect.Path, Plan: plan, Err: err}
	}
	return result(effect, Event{Kind: Opened, Text: effect.Path, Plan: plan}, err)
}

func result(effect Effect, done Event, err error) Event {
	if err != nil {
		return Event{Kind: Failed, Text: string(effect.Kind), Err: err}
	}
	return done
}
