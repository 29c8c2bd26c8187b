package wizard

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// The rows that are no entry of a folder, by their text.
const (
	rowUp   = ".."
	rowRead = "read"
	rowAll  = "all"
	rowPath = "path"
)

// list asks what stands in a folder.
func (s State) list(path string) (State, []Effect) {
	s.Notice, s.Problem = "Looking into the folder", ""
	return s, []Effect{{Kind: ListFolder, Path: path}}
}

// listed shows a folder, its folders first.
func listed(s State, e Event) (State, []Effect) {
	s.Desk.Folder = e.Folder
	s.Desk.Folder.Entries = slices.Clone(e.Folder.Entries)
	slices.SortStableFunc(s.Desk.Folder.Entries, foldersFirst)
	s.Desk.Typed = ""
	return s.at(FolderScreen), nil
}

func foldersFirst(a, b FolderEntry) int {
	switch {
	case a.Folder == b.Folder:
		return 0
	case a.Folder:
		return -1
	}
	return 1
}

// pickFile opens a folder, marks a file or reads those that are marked.
func pickFile(s State, e Event) (State, []Effect) {
	switch {
	case e.Text == rowUp && s.Desk.Folder.Parent != "":
		return s.list(s.Desk.Folder.Parent)
	case e.Text == rowRead:
		return s.readMarked()
	case e.Text == rowAll:
		return s.markAll(), nil
	case e.Text == rowPath:
		return s.askPath(), nil
	}
	entry, ok := s.Desk.Folder.entry(e.Text)
	switch {
	case !ok:
		return s, nil
	case entry.Folder:
		return s.list(entry.Path)
	}
	return s.mark(entry.Path), nil
}

// entry is the one of a row.
func (f Folder) entry(id string) (FolderEntry, bool) {
	i, err := strconv.Atoi(id)
	if err != nil || i < 0 || i >= len(f.Entries) {
		return FolderEntry{}, false
	}
	return f.Entries[i], true
}

// mark marks a file, or takes its mark away.
func (s State) mark(path string) State {
	s = s.at(FolderScreen)
	s.Desk.Marked = toggled(s.Desk.Marked, path)
	return s
}

// toggled is the list without an entry that it has, or with one that it has not.
func toggled(list []string, entry string) []string {
	if i := slices.Index(list, entry); i >= 0 {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return append(slices.Clone(list), entry)
}

// markAll marks every file of the folder, or where all are marked, none.
func (s State) markAll() State {
	s = s.at(FolderScreen)
	files := s.Desk.Folder.files()
	rest := slices.DeleteFunc(slices.Clone(s.Desk.Marked), func(path string) bool { return slices.Contains(files, path) })
	all := len(rest)+len(files) == len(s.Desk.Marked)
	s.Desk.Marked = rest
	switch {
	case len(files) == 0:
		s.Notice = "There is no file in this folder."
	case !all:
		s.Desk.Marked = append(rest, files...)
	}
	return s
}

// files are the paths of the files in the folder.
func (f Folder) files() []string {
	var paths []string
	for _, e := range f.Entries {
		if !e.Folder {
			paths = append(paths, e.Path)
		}
	}
	return paths
}

func (s State) readMarked() (State, []Effect) {
	if len(s.Desk.Marked) == 0 {
		s.Problem, s.Notice = "no file is marked yet: mark one first", ""
		return s, nil
	}
	s.Notice, s.Problem = "Reading "+model.Counted(len(s.Desk.Marked), "file"), ""
	return s, []Effect{{Kind: InspectFiles, Paths: s.Desk.Marked, Plan: s.Plan}}
}

// askPath asks for a path instead.
func (s State) askPath() State {
	s.Desk.Over, s.Desk.Typed = s.Screen, ""
	return s.at(PathScreen)
}

// answerPath looks at a file or into a folder.
func answerPath(s State, e Event) (State, []Effect) {
	path := unquoted(e.Text)
	if path == "" {
		s.Problem, s.Notice = "type the path of a file or of a folder", ""
		return s, nil
	}
	s.Desk.Typed = path
	s.Notice, s.Problem = "Reading", ""
	return s, []Effect{{Kind: LookAt, Path: s.Desk.within(path), Plan: s.Plan}}
}

func backFromPath(s State, _ Event) (State, []Effect) {
	if s.Desk.Over == FolderScreen {
		return s.at(FolderScreen), nil
	}
	return s.at(EvidenceScreen), nil
}

// within is a path as it is meant on the desk: one that is not absolute starts
// at the folder that is shown.
func (d Desk) within(path string) string {
	if d.Over != FolderScreen || filepath.IsAbs(path) || filepath.VolumeName(path) != "" || strings.HasPrefix(path, `\`) {
		return path
	}
	return filepath.Join(d.Folder.Path, path)
}

// unquoted is a path without the quotes that a pasted one has.
func unquoted(text string) string {
	text = strings.TrimSpace(text)
	for _, quote := range []string{`"`, `'`} {
		inner, opened := strings.CutPrefix(text, quote)
		if inner, closed := strings.CutSuffix(inner, quote); opened && closed {
			return strings.TrimSpace(inner)
		}
	}
	return strings.Trim(text, `"`)
}
