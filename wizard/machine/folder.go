package machine

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// The rows that are no entry of a folder, by their text.
const (
	RowUp   = ".."
	RowRead = "read"
	RowAll  = "all"
	RowPath = "path"
)

// list asks what stands in a folder.
func (s State) list(path string) (State, []Effect) {
	s.Notice, s.Problem = "Reading the folder", ""
	return s, []Effect{{Kind: ListFolder, Path: path}}
}

// listed shows a folder, its folders first.
func listed(s State, e Event) (State, []Effect) {
	s.FileWork.Folder = e.Folder
	s.FileWork.Folder.Entries = slices.Clone(e.Folder.Entries)
	slices.SortStableFunc(s.FileWork.Folder.Entries, foldersFirst)
	s.FileWork.Typed = ""
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
	case e.Text == RowUp && s.FileWork.Folder.Parent != "":
		return s.list(s.FileWork.Folder.Parent)
	case e.Text == RowRead:
		return s.readMarked()
	case e.Text == RowAll:
		return s.markAll(), nil
	case e.Text == RowPath:
		return s.askPath(), nil
	}
	entry, ok := s.FileWork.Folder.Entry(e.Text)
	switch {
	case !ok:
		return s, nil
	case entry.Folder:
		return s.list(entry.Path)
	}
	return s.mark(entry.Path), nil
}

// Entry is the one of a row.
func (f Folder) Entry(id string) (FolderEntry, bool) {
	i, err := strconv.Atoi(id)
	if err != nil || i < 0 || i >= len(f.Entries) {
		return FolderEntry{}, false
	}
	return f.Entries[i], true
}

// mark marks a file, or takes its mark away.
func (s State) mark(path string) State {
	s = s.at(FolderScreen)
	s.FileWork.Marked = toggled(s.FileWork.Marked, path)
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
	files := s.FileWork.Folder.Files()
	rest := slices.DeleteFunc(slices.Clone(s.FileWork.Marked), func(path string) bool { return slices.Contains(files, path) })
	all := len(rest)+len(files) == len(s.FileWork.Marked)
	s.FileWork.Marked = rest
	switch {
	case len(files) == 0:
		s.Notice = "There is no file in this folder."
	case !all:
		s.FileWork.Marked = append(rest, files...)
	}
	return s
}

// Files are the paths of the files in the folder.
func (f Folder) Files() []string {
	var paths []string
	for _, e := range f.Entries {
		if !e.Folder {
			paths = append(paths, e.Path)
		}
	}
	return paths
}

func (s State) readMarked() (State, []Effect) {
	if len(s.FileWork.Marked) == 0 {
		s.Problem, s.Notice = "no file is marked yet: mark one first", ""
		return s, nil
	}
	s.Notice, s.Problem = "Reading "+model.Counted(len(s.FileWork.Marked), "file"), ""
	return s, []Effect{{Kind: InspectFiles, Paths: s.FileWork.Marked, Plan: s.Plan}}
}

// askPath asks for a path instead.
func (s State) askPath() State {
	s.FileWork.Over, s.FileWork.Typed = s.Screen, ""
	return s.at(PathScreen)
}

// answerPath looks at a file or into a folder.
func answerPath(s State, e Event) (State, []Effect) {
	path := unquoted(e.Text)
	if path == "" {
		s.Problem, s.Notice = "type the path of a file or of a folder", ""
		return s, nil
	}
	if model.LooksSecret(path) {
		s.Problem, s.Notice = errSecret.Error(), ""
		return s, nil
	}
	s.FileWork.Typed = path
	s.Notice, s.Problem = "Reading", ""
	return s, []Effect{{Kind: LookAt, Path: s.FileWork.within(path), Plan: s.Plan}}
}

func backFromPath(s State, _ Event) (State, []Effect) {
	if s.FileWork.Over == FolderScreen {
		return s.at(FolderScreen), nil
	}
	return s.at(EvidenceScreen), nil
}

// within is a path as it is meant among the files: one that is not absolute starts
// at the folder that is shown.
func (w FileWork) within(path string) string {
	if w.Over != FolderScreen || filepath.IsAbs(path) || filepath.VolumeName(path) != "" || strings.HasPrefix(path, `\`) {
		return path
	}
	return filepath.Join(w.Folder.Path, path)
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
