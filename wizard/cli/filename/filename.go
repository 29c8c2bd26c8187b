// Package filename finds names for new files: where a plan can be kept, under a
// name that every system can handle and that nothing has yet.
package filename

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
	"golang.org/x/text/unicode/norm"
)

// ForPlan gives the full path of a new file for a plan of this name.
func ForPlan(name string) string { return free(goodFolder(), Slug(name)) }

// free numbers a file name until there is no such file.
func free(folder, stem string) string {
	path := filepath.Join(folder, stem+".toml")
	for n := 2; Taken(path); n++ {
		path = filepath.Join(folder, fmt.Sprintf("%s-%d.toml", stem, n))
	}
	return path
}

// Taken reports whether anything stands at a path, a link that leads nowhere too.
func Taken(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// goodFolder is the current one if plans can be kept there, else the documents
// of the user, else the home folder.
func goodFolder() string {
	here, err := os.Getwd()
	if err == nil && !isSystem(here) && isWritable(here) {
		return here
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return cmp.Or(here, ".")
	}
	if documents := filepath.Join(home, "Documents"); isWritable(documents) {
		return documents
	}
	return home
}

// isSystem reports whether the folder belongs to Windows: an elevated prompt
// starts there, and may write there.
func isSystem(folder string) bool {
	root := os.Getenv("SystemRoot")
	return root != "" && strings.HasPrefix(strings.ToLower(folder), strings.ToLower(root))
}

// roomForPlan is more than most plans need.
const roomForPlan = 32 << 10

// isWritable tries: rights alone do not tell on every disk, and a full one takes
// files without content.
func isWritable(folder string) bool {
	f, err := os.CreateTemp(folder, ".cmgwizard-*.tmp")
	if err != nil {
		return false
	}
	_, full := f.Write(make([]byte, roomForPlan))
	return errors.Join(full, f.Close(), os.Remove(f.Name())) == nil
}

// maxSlug keeps file names short enough to read.
const maxSlug = 60

var betweenWords = model.Pattern(`[^a-z0-9]+`)

// Slug makes a file name that every system can handle: lower-case letters of
// ASCII, digits and hyphens, and no name that Windows keeps for a device.
func Slug(name string) string {
	letters := strings.Map(func(r rune) rune {
		if r >= 0x300 && r < 0x370 { // the accent of the letter before
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(name)))
	word := strings.Trim(betweenWords().ReplaceAllString(letters, "-"), "-")
	word = strings.TrimRight(word[:min(len(word), maxSlug)], "-")
	if word == "" || disk.Device(word) != "" {
		return strings.TrimPrefix(word+"-plan", "-")
	}
	return word
}
