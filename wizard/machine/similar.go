package machine

import (
	"path/filepath"
	"strings"

	"cmgwizard/model"
)

// Plans are the plan files of a folder.
func (f Folder) Plans() []FolderEntry {
	var plans []FolderEntry
	for _, e := range f.Entries {
		if !e.Folder && strings.EqualFold(filepath.Ext(e.Name), ".toml") {
			plans = append(plans, e)
		}
	}
	return plans
}

// SimilarPlan is the plan that was probably meant by a path where none is: one
// beside it whose name has a slip; "" for none. Another number is no slip.
func SimilarPlan(outside Outside, path string) string {
	folder, err := outside.Folder(filepath.Dir(path))
	if err != nil {
		return ""
	}
	asked := stem(path)
	files := map[string]string{}
	var names []string
	for _, e := range folder.Plans() {
		if name := stem(e.Name); digits(name) == digits(asked) {
			names, files[name] = append(names, name), e.Name
		}
	}
	near := model.Nearest(asked, names)
	if near == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(path), files[near])
}

func stem(path string) string {
	name := filepath.Base(path)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

func digits(name string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, name)
}
