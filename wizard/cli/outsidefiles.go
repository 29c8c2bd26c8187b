package cli

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/machine"
)

// maxListed is how much of a folder is listed.
const maxListed = 2000

// Folder lists what stands in a folder.
func (o *outside) Folder(path string) (machine.Folder, error) {
	if path == "" {
		path = o.planFolder()
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return machine.Folder{}, input.Explain(path, err)
	}
	info, err := os.Stat(full)
	switch {
	case err != nil:
		return machine.Folder{}, input.Explain(path, err)
	case !info.IsDir():
		return machine.Folder{}, &failure{what: model.Clean(path) + ": this is a file, not a folder", hint: "give the path of a folder"}
	}
	return listFolder(full)
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

func listFolder(full string) (machine.Folder, error) {
	folder := machine.Folder{Path: full, Parent: filepath.Dir(full)}
	if folder.Parent == full {
		folder.Parent = ""
	}
	entries, err := input.Entries(full)
	if err != nil {
		return machine.Folder{}, err
	}
	var files []machine.FolderEntry
	for _, entry := range entries {
		info, err := os.Stat(filepath.Join(full, entry.Name())) // what a link leads to
		if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
			continue
		}
		e := machine.FolderEntry{Name: entry.Name(), Path: filepath.Join(full, entry.Name()), Folder: info.IsDir(), Size: info.Size()}
		if e.Folder {
			e.Size = 0
			folder.Entries = append(folder.Entries, e)
			continue
		}
		files = append(files, e)
	}
	folder.Entries = append(folder.Entries, files...)
	folder.Entries = folder.Entries[:min(len(folder.Entries), maxListed)]
	return folder, nil
}

// Inspect reads files and says what they mean for the plan.
func (o *outside) Inspect(paths []string, plan model.Plan) machine.Reading {
	plan = o.dated(plan)
	pile := input.NewPile(paths, nil)
	report := pile.Inspect(&plan, plan.At)
	reading := machine.Reading{Evidence: readAt(report.Evidence(), plan.At), Remarks: report.Chains.Remarks}
	for _, f := range report.Files {
		reading.Files = append(reading.Files, machine.FileSeen{Name: f.Name, About: doc.AboutFile(report, f), Remarks: doc.RemarksOn(report, f)})
	}
	return reading
}

// readAt says when evidence was read: now, for whatever date it was judged.
func readAt(list []model.Evidence, now time.Time) []model.Evidence {
	list = slices.Clone(list)
	for i := range list {
		list[i].Read = now.UTC().Truncate(time.Second)
	}
	return list
}
