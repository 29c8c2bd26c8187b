package input

import (
	"os"
	"path/filepath"

	"cmgwizard/model/planfile/disk"
	"cmgwizard/wizard/machine"
)

// maxListed is how much of a folder is listed.
const maxListed = 2000

// ListFolder says what stands in a folder, for somebody who chooses files there.
func ListFolder(path string) (machine.Folder, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return machine.Folder{}, Explain(path, err)
	}
	info, err := os.Stat(full)
	switch {
	case err != nil:
		return machine.Folder{}, Explain(path, err)
	case !info.IsDir():
		return machine.Folder{}, &disk.Error{Name: path, What: "this is a file, not a folder", Do: "give the path of a folder"}
	}
	return listFolder(full)
}

func listFolder(full string) (machine.Folder, error) {
	folder := machine.Folder{Path: full, Parent: filepath.Dir(full)}
	if folder.Parent == full {
		folder.Parent = ""
	}
	entries, _, err := entriesOf(full, maxEntries)
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
