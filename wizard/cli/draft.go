package cli

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"cmgwizard/model"
)

// A draft is a file that is written under a random name, beside its place. All
// access goes through its open folder, which cannot be exchanged meanwhile.
type draft struct {
	path            string // as the user gave it
	folder          *os.Root
	base, temporary string
	mode            fs.FileMode // of the file to replace, 0 where there is none
	published       bool
}

// drafts are files that get their names together.
type drafts []*draft

// write writes all files. Full disks and missing rights show here.
func (s *drafts) write(files []newFile) error {
	for _, f := range files {
		folder, err := os.OpenRoot(filepath.Dir(f.path))
		if err != nil {
			return writeFailure(f.path, err)
		}
		d := &draft{path: f.path, folder: folder, base: filepath.Base(f.path), temporary: ".cmgwizard-" + rand.Text() + ".tmp"}
		*s = append(*s, d)
		if err := d.fill(f.data); err != nil {
			return writeFailure(f.path, err)
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
	f, err := d.folder.OpenFile(d.temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && d.mode != 0 {
		err = setMode(f, d.mode)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func (s drafts) publish(way existing) error {
	for _, d := range s {
		if err := d.publish(way); err != nil {
			return writeFailure(d.path, err)
		}
		d.published = true
	}
	return nil
}

// publish gives a file its name. A rename replaces a link that stands there,
// and follows none. A new link fails when the name is taken, even since a moment
// ago; a disk without links gets a look and a rename.
func (d *draft) publish(way existing) error {
	if way != keepExisting {
		return d.folder.Rename(d.temporary, d.base)
	}
	err := d.folder.Link(d.temporary, d.base)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := d.folder.Lstat(d.base); !errors.Is(err, fs.ErrNotExist) {
		return fs.ErrExist
	}
	return d.folder.Rename(d.temporary, d.base)
}

// clear removes what has no name yet and, after a failure, the new files. What
// was replaced cannot come back: then it says so.
func (s drafts) clear(failed bool) error {
	var err error
	for _, d := range s {
		err = errors.Join(err, d.drop(d.temporary))
		switch {
		case failed && d.published && d.mode == 0:
			err = errors.Join(err, d.drop(d.base))
		case failed && d.published:
			err = errors.Join(err, &failure{what: model.Clean(d.path) + " was replaced already"})
		}
		_ = d.folder.Close() // nothing is written through it
	}
	return err
}

func (d *draft) drop(name string) error {
	err := d.folder.Remove(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
