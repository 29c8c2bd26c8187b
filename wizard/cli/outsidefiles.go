package cli

import (
	"path/filepath"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/inspect"
	"cmgwizard/model/reading"
	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/machine"
)

// Folder lists what stands in a folder.
func (o *outside) Folder(path string) (machine.Folder, error) {
	if path == "" {
		path = o.planFolder()
	}
	return input.ListFolder(path)
}

// planFolder is the folder of the plan that is open, else the current one.
func (o *outside) planFolder() string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.file == nil {
		return "."
	}
	return filepath.Dir(o.file.Path())
}

// Inspect reads files and says what they mean for the plan.
func (o *outside) Inspect(paths []string, plan model.Plan) machine.Reading {
	plan = o.dated(plan)
	return readingOf(input.NewPile(paths, nil).Inspect(&plan, plan.At), plan)
}

// InspectText says what pasted lines of a log mean for the plan.
func (o *outside) InspectText(text string, plan model.Plan) machine.Reading {
	plan = o.dated(plan)
	return readingOf(inspect.Inspect([]inspect.Input{{Name: "pasted lines", Data: []byte(text)}}, &plan, plan.At), plan)
}

// readingOf is what a report says, as the wizard wants it.
func readingOf(report inspect.Report, plan model.Plan) machine.Reading {
	read := machine.Reading{Evidence: readAt(report.Evidence(), plan.At), Remarks: report.Chains.Remarks}
	for _, f := range report.Files {
		file := machine.FileSeen{Name: f.Name, About: seen.AboutFile(report, f), Remarks: seen.RemarksOn(report, f)}
		if f.Kind == reading.LogLines {
			file.Facts = model.EachInWords(f.Facts, func(fact model.Fact) string { return fact.Label + ": " + fact.Value })
		}
		read.Files = append(read.Files, file)
	}
	return read
}

// readAt says when evidence was read: now, for whatever date it was judged.
func readAt(list []model.Evidence, now time.Time) []model.Evidence {
	list = slices.Clone(list)
	for i := range list {
		list[i].Read = now.UTC().Truncate(time.Second)
	}
	return list
}
