package input

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cmgwizard/model"
)

// The bounds of a walk through folders.
const (
	maxFolderDepth = 4 // folders below the one that was named
	maxEntries     = 20_000
)

// A walk is the way through folders, with what it left out.
type walk struct {
	entries                     int // that were looked at
	hidden, links, deep, others int
	more                        int // files beyond the bound
	unfinished                  bool
}

// start reads the files of a folder and of those in it.
func (w *walk) start(p *Pile, folder string) { w.visit(p, folder, 0) }

func (w *walk) visit(p *Pile, folder string, depth int) {
	entries, more, err := entriesOf(folder, maxEntries-w.entries)
	if err != nil {
		p.keep(folder, nil, err)
		return
	}
	w.entries += len(entries)
	w.unfinished = w.unfinished || more
	for _, entry := range entries {
		w.take(p, filepath.Join(folder, entry.Name()), entry, depth)
	}
}

// take reads a file, or goes into a folder. A link to a folder may lead back.
func (w *walk) take(p *Pile, path string, entry os.DirEntry, depth int) {
	kind := entry.Type()
	switch {
	case strings.HasPrefix(entry.Name(), "."):
		w.hidden++
	case entry.IsDir() && depth >= maxFolderDepth:
		w.deep++
	case entry.IsDir():
		w.visit(p, path, depth+1)
	case kind&os.ModeSymlink != 0 && isFolder(path):
		w.links++
	case kind.IsRegular(), kind&os.ModeSymlink != 0:
		p.take(path)
	default:
		w.others++
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// entriesOf lists what stands in a folder by name, up to a number of entries.
func entriesOf(folder string, most int) (entries []os.DirEntry, more bool, err error) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, false, Explain("", err)
	}
	defer f.Close()
	entries, err = f.ReadDir(max(most, 0) + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, false, Explain("", err)
	}
	more = len(entries) > most
	entries = entries[:min(len(entries), max(most, 0))]
	slices.SortFunc(entries, func(a, b os.DirEntry) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name())), cmp.Compare(a.Name(), b.Name()))
	})
	return entries, more, nil
}

// leftOut says in words what was not read.
func (w walk) leftOut() (words []string, missed bool) {
	words = []string{}
	add := func(n int, one, many string) {
		if n > 0 {
			words = append(words, model.CountedAs(n, one, many))
		}
	}
	add(w.hidden, "hidden file or folder", "hidden files and folders")
	add(w.links, "link to a folder", "links to folders")
	add(w.deep, "folder", "folders")
	if w.deep > 0 {
		words[len(words)-1] += fmt.Sprintf(" more than %d below the one that was named", maxFolderDepth)
	}
	add(w.others, "device or pipe", "devices and pipes")
	add(w.more, "file", "files")
	if w.more > 0 {
		words[len(words)-1] += fmt.Sprintf(", because %d are read in one go", maxInputs)
	}
	if w.unfinished {
		words = append(words, fmt.Sprintf("what is in folders beyond %d entries", maxEntries))
	}
	return words, w.more > 0 || w.unfinished
}
