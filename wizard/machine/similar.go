package machine

import (
	"path/filepath"
	"strconv"
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

// plansListed offers the plans of a folder, if there are any.
func plansListed(s State, e Event) (State, []Effect) {
	s.Folder = e.Folder
	if len(s.Folder.Plans()) == 0 {
		return s, nil
	}
	return s.at(PlansScreen), nil
}

// pickPlan opens a plan of the folder, or asks for a path.
func pickPlan(s State, e Event) (State, []Effect) {
	if e.Text == RowPath {
		return s.at(OpenScreen), nil
	}
	if i, err := strconv.Atoi(e.Text); err == nil && i >= 0 && i < len(s.Folder.Plans()) {
		return s.at(PlansScreen), []Effect{{Kind: OpenPlan, Path: s.Folder.Plans()[i].Path}}
	}
	return s, nil
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
