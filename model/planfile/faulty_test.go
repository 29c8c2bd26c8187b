package planfile

import (
	"errors"
	"io/fs"

	"cmgwizard/model/planfile/disk"
)

// A faulty disk does what a real one does, but for the steps that the test
// wants to fail. A step is called by what is done and what it is done to. It
// syncs nothing: no test cuts the power.
type faulty struct {
	disk.Folder
	before func(step, name string) error
}

// on makes folders of which each step is asked about first.
func on(before func(step, name string) error) opener {
	return func(path string) (disk.Folder, error) {
		folder, err := disk.Open(path)
		return &faulty{folder, before}, err
	}
}

func (d *faulty) Lstat(name string) (fs.FileInfo, error) {
	if err := d.before("lstat", name); err != nil {
		return nil, err
	}
	return d.Folder.Lstat(name)
}

func (d *faulty) Open(name string) (disk.File, error) { return d.opened("open", name, d.Folder.Open) }

func (d *faulty) Change(name string) (disk.File, error) {
	return d.opened("change", name, d.Folder.Change)
}

func (d *faulty) Create(name string) (disk.File, error) {
	return d.opened("create", name, d.Folder.Create)
}

func (d *faulty) opened(step, name string, open func(string) (disk.File, error)) (disk.File, error) {
	if err := d.before(step, name); err != nil {
		return nil, err
	}
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	return &faultyFile{f, name, d.before}, nil
}

func (d *faulty) Rename(from, to string) error {
	if err := d.before("rename", to); err != nil {
		return err
	}
	return d.Folder.Rename(from, to)
}

func (d *faulty) Link(from, to string) error {
	if err := d.before("link", to); err != nil {
		return err
	}
	return d.Folder.Link(from, to)
}

func (d *faulty) Remove(name string) error {
	if err := d.before("remove", name); err != nil {
		return err
	}
	return d.Folder.Remove(name)
}

func (d *faulty) Names(most int) ([]string, error) {
	if err := d.before("names", "."); err != nil {
		return nil, err
	}
	return d.Folder.Names(most)
}

func (d *faulty) Sync() error {
	if err := d.before("sync", "."); err != nil {
		return err
	}
	return nil
}

type faultyFile struct {
	disk.File
	name   string
	before func(step, name string) error
}

func (f *faultyFile) Read(data []byte) (int, error) {
	if err := f.before("read", f.name); err != nil {
		return 0, err
	}
	return f.File.Read(data)
}

// Write writes half of what it should before it fails, as a full disk does.
func (f *faultyFile) Write(data []byte) (int, error) {
	if err := f.before("write", f.name); err != nil {
		n, _ := f.File.Write(data[:len(data)/2])
		return n, err
	}
	return f.File.Write(data)
}

func (f *faultyFile) WriteAt(data []byte, at int64) (int, error) {
	if err := f.before("write", f.name); err != nil {
		return 0, err
	}
	return f.File.WriteAt(data, at)
}

func (f *faultyFile) SetMode(mode fs.FileMode) error {
	if err := f.before("mode", f.name); err != nil {
		return err
	}
	return f.File.SetMode(mode)
}

func (f *faultyFile) Sync() error {
	if err := f.before("sync", f.name); err != nil {
		return err
	}
	return nil
}

func (f *faultyFile) TryLock() (bool, error) {
	if err := f.before("lock", f.name); err != nil {
		return false, err
	}
	return f.File.TryLock()
}

// Close closes the file, whatever it says.
func (f *faultyFile) Close() error {
	return errors.Join(f.before("close", f.name), f.File.Close())
}

// nothing fails.
func nothing(string, string) error { return nil }
