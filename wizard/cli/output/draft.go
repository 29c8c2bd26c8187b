package output

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
)

// A draft is a file that is written under a random name, beside its place. All
// access goes through its open folder, which cannot be exchanged meanwhile.
type draft struct {
	path            string // as the user gave it
	folder          disk.Folder
	base, temporary string
	mode            fs.FileMode // of the file to replace, 0 where there is none
	published       bool
}

// drafts are files that get their names together.
type drafts []*draft

// An opener opens a folder.
type opener func(path string) (disk.Folder, error)

// write writes all files. Full disks and missing rights show here.
func (s *drafts) write(open opener, files []File) error {
	for _, f := range files {
		folder, err := open(filepath.Dir(f.Path))
		if err != nil {
			return Failure(f.Path, err)
		}
		d := &draft{path: f.Path, folder: folder, base: filepath.Base(f.Path), temporary: ".cmgwizard-out-" + rand.Text() + ".tmp"}
		*s = append(*s, d)
		if err := d.fill(f.Data); err != nil {
			return Failure(f.Path, err)
		}
	}
	return nil
}

// fill writes the data. A file that replaces another one may be read by those
// who could read that.
func (d *draft) fill(data []byte) error {
	if info, err := d.folder.Lstat(d.base); err == nil && info.Mode().IsRegular() {
		d.mode = info.Mode().Perm()
	}
	return disk.Write(d.folder, d.temporary, data, d.mode)
}

func (s drafts) publish(way Way) error {
	for _, d := range s {
		if err := d.publish(way); err != nil {
			return Failure(d.path, err)
		}
		d.published = true
	}
	return nil
}

// publish gives a file its name. A rename replaces a link that stands there,
// and follows none.
func (d *draft) publish(way Way) error {
	if way != Keep {
		return d.folder.Rename(d.temporary, d.base)
	}
	return disk.Publish(d.folder, d.temporary, d.base)
}

// clear removes what has no name yet and, after a failure, the new files. What
// was replaced cannot come back: then it says so. A draft that stays does no
// harm, and is only noted.
func (s drafts) clear(failed bool, note func(string)) error {
	var left error
	for _, d := range s {
		if err := d.drop(d.temporary); err != nil {
			note(fmt.Sprintf("%s could not be cleared away: %v", filepath.Join(filepath.Dir(d.path), d.temporary), disk.Cause(err)))
		}
		if failed && d.published {
			left = errors.Join(left, d.takeBack())
		}
		_ = d.folder.Close() // nothing is written through it
	}
	return left
}

// takeBack removes a new file whose fellows could not be written.
func (d *draft) takeBack() error {
	if d.mode != 0 {
		return disk.Failed(model.Clean(d.path)+" was replaced already", "", nil)
	}
	if err := d.drop(d.base); err != nil {
		return disk.Failed(model.Clean(d.path)+" was written already and could not be removed", "remove it yourself", disk.Cause(err))
	}
	return nil
}

func (d *draft) drop(name string) error {
	err := d.folder.Remove(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
