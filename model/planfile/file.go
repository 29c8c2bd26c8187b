package planfile

import (
	"cmp"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"time"

	"cmgwizard/model"
)

// A File is a plan on disk that this process has locked.
type File struct {
	mutex sync.Mutex
	spot  *spot
	lock  *lock
	doc   *Document
	plan  model.Plan
	sum   [sha256.Size]byte // of the bytes that were read or written last
}

// Read reads a plan without a lock: to judge, show or export it.
func Read(path string) (model.Plan, error) {
	spot, err := find(path)
	if err != nil {
		return model.Plan{}, err
	}
	defer spot.close()
	data, _, err := spot.read()
	if err != nil {
		return model.Plan{}, err
	}
	doc, err := Parse(path, data)
	if err != nil {
		return model.Plan{}, err
	}
	return doc.Plan, nil
}

// Create locks and writes a plan that has no file yet. Who is the person at the
// wizard, as another one will read it.
func Create(path string, plan model.Plan, who string, now time.Time) (*File, error) {
	if err := checkName(path); err != nil {
		return nil, err
	}
	return start(path, who, now, func(f *File) error { return f.create(plan, now) })
}

func (f *File) create(plan model.Plan, now time.Time) error {
	if f.spot.exists() {
		return &ExistsError{f.spot.path}
	}
	f.doc = New()
	_, err := f.write(f.next(plan, now), nil, 0)
	return err
}

// Open locks and reads a plan that can be saved.
func Open(path, who string, now time.Time) (*File, error) {
	return start(path, who, now, (*File).open)
}

func (f *File) open() error {
	data, mode, err := f.spot.read()
	if err != nil {
		return err
	}
	if mode&0o200 == 0 {
		return readOnly(f.spot.path)
	}
	f.doc, err = Parse(f.spot.path, data)
	if err != nil {
		return err
	}
	f.plan, f.sum = f.doc.Plan, sha256.Sum256(data)
	return nil
}

// start gets hold of a file and lets go of it again when begin fails. Begin runs
// before the lock as well: a file that cannot be used gets no lock beside it.
func start(path, who string, now time.Time, begin func(*File) error) (*File, error) {
	spot, err := find(path)
	if err != nil {
		return nil, err
	}
	lock, err := spot.lock(who, now)
	if err != nil {
		spot.close()
		return nil, err
	}
	f := &File{spot: spot, lock: lock}
	if err := begin(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// Plan gives the plan as it was read or saved last.
func (f *File) Plan() model.Plan {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.plan
}

// Path gives the name under which the file was opened.
func (f *File) Path() string { return f.spot.path }

// Save writes the plan if it is not what the file holds, and gives it back as
// it was saved: with its id, its serial and the time.
func (f *File) Save(plan model.Plan, now time.Time) (model.Plan, error) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if f.lock == nil {
		return plan, fmt.Errorf("save %s: the file is closed", model.Clean(f.spot.path))
	}
	old, mode, err := f.current()
	if err != nil {
		return plan, err
	}
	next := f.next(plan, now)
	if f.same(next, f.plan) {
		return f.plan, nil
	}
	return f.write(next, old, mode)
}

// current gives the bytes on disk if they are still those that were read.
func (f *File) current() ([]byte, fs.FileMode, error) {
	data, mode, err := f.spot.read()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, &ChangedError{f.spot.path, true}
	case err != nil:
		return nil, 0, err
	case sha256.Sum256(data) != f.sum:
		return nil, 0, &ChangedError{f.spot.path, false}
	case mode&0o200 == 0:
		return nil, 0, readOnly(f.spot.path)
	}
	return data, mode, nil
}

// next is the plan as it will be saved if it has changed.
func (f *File) next(plan model.Plan, now time.Time) model.Plan {
	now = now.UTC().Truncate(time.Second)
	plan.Format = model.Format
	plan.ID = cmp.Or(plan.ID, f.plan.ID)
	if plan.ID == "" {
		plan.ID = newID()
	}
	if plan.Created.IsZero() {
		plan.Created = f.plan.Created
	}
	if plan.Created.IsZero() {
		plan.Created = now
	}
	plan.Serial, plan.Updated = f.plan.Serial+1, now
	return plan
}

// same compares what would be written but for serial and time.
func (f *File) same(a, b model.Plan) bool {
	a.Serial, a.Updated = b.Serial, b.Updated
	return slices.Equal(f.doc.Format(a), f.doc.Format(b))
}

// write replaces the file, which holds the old bytes. It first reads what it is
// going to write: a plan that could not be read again is not saved.
func (f *File) write(plan model.Plan, old []byte, mode fs.FileMode) (model.Plan, error) {
	data := f.doc.Format(plan)
	if _, err := Parse(f.spot.path, data); err != nil {
		return plan, fmt.Errorf("the plan cannot be saved: %w", err)
	}
	if err := f.spot.replace(data, old, mode); err != nil {
		return plan, err
	}
	f.plan, f.sum = plan, sha256.Sum256(data)
	return plan, nil
}

// Close drops the lock.
func (f *File) Close() error {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if f.lock == nil {
		return nil
	}
	lock := f.lock
	f.lock = nil
	err := f.spot.unlock(lock)
	f.spot.close()
	return err
}

// newID makes a random UUID.
func newID() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
