package planfile

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// A File is a plan on disk that this process has locked.
type File struct {
	mutex    sync.Mutex
	spot     *spot
	lock     *lock
	doc      *Document
	unsynced bool // what was saved last may not outlast a loss of power
	plan     model.Plan
	held     []byte            // the text of the plan but for serial and time
	sum      [sha256.Size]byte // of the bytes that were read or written last
}

// Plan gives the plan as it was read or saved last.
func (f *File) Plan() model.Plan {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return clone(f.plan)
}

// Path gives the name under which the file was opened.
func (f *File) Path() string { return f.spot.path }

// Notes say what went wrong without harm, such as a file that could not be
// cleared away.
func (f *File) Notes() []string {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return slices.Clone(f.spot.notes)
}

// Save writes the plan if it is not what the file holds, and gives it back as
// it was saved: with its id, its serial and the time. An UnsyncedError comes
// after the plan was saved.
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
	if bytes.Equal(f.lasting(next), f.held) {
		return clone(f.plan), f.settle()
	}
	err = f.write(next, func(text []byte) error { return f.spot.replace(text, old, mode) })
	if err != nil && !f.unsynced {
		return plan, err
	}
	return clone(f.plan), err
}

// settle tries again what failed after the last save.
func (f *File) settle() error {
	if !f.unsynced {
		return nil
	}
	err := f.spot.settle()
	f.unsynced = err != nil
	return err
}

// current gives the bytes on disk if they are still those that were read.
func (f *File) current() ([]byte, fs.FileMode, error) {
	data, mode, err := f.spot.read()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, &changedError{f.spot.path, true}
	case err != nil:
		return nil, 0, err
	case sha256.Sum256(data) != f.sum:
		return nil, 0, &changedError{f.spot.path, false}
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
	plan.Created = cmp.Or(plan.Created, f.plan.Created, now)
	plan.Serial = min(max(plan.Serial, f.plan.Serial), model.MaxNumber-1) + 1
	plan.Updated = now
	plan.Rules = max(plan.Rules, rules.LatestEdition().Number)
	return plan
}

// lasting is the text of a plan but for what every save changes, and for what only
// the day brings.
func (f *File) lasting(plan model.Plan) []byte {
	plan.Serial, plan.Rules, plan.Updated, plan.At = 0, 0, time.Time{}, time.Time{}
	return f.doc.Format(plan)
}

// hold keeps what the file on disk has. The text tells what has changed even
// when the caller has changed entries of a list of the plan in place.
func (f *File) hold(plan model.Plan, data []byte) {
	f.plan, f.held, f.sum = clone(plan), f.lasting(plan), sha256.Sum256(data)
}

func clone(plan model.Plan) model.Plan {
	plan.Answers = plan.Answers.Clone()
	plan.Evidence = slices.Clone(plan.Evidence)
	plan.Tasks = slices.Clone(plan.Tasks)
	plan.Log = slices.Clone(plan.Log)
	return plan
}

// write puts the text of the plan on disk. It first reads what it is going to
// write: a plan that could not be read again is not saved. What is on disk then
// is what the next save compares, even if it may not last.
func (f *File) write(plan model.Plan, put func(text []byte) error) error {
	text := f.doc.Format(plan)
	if _, err := Parse(f.spot.path, text); err != nil {
		return fmt.Errorf("the plan cannot be saved: %w", err)
	}
	err := put(text)
	var unsynced *unsyncedError
	f.unsynced = errors.As(err, &unsynced)
	if err == nil || f.unsynced {
		f.hold(plan, text)
	}
	return err
}

// Close drops the lock.
func (f *File) Close() error {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	defer f.spot.close()
	if f.lock == nil {
		return nil
	}
	held := f.lock
	f.lock = nil
	return f.spot.unlock(held)
}
