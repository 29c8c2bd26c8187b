package planfile

import (
	"errors"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
)

// Read reads a plan without a lock: to judge, show or export it.
func Read(path string) (model.Plan, error) {
	spot, err := find(path, disk.Open)
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
	return createIn(disk.Open, path, plan, who, now)
}

func createIn(folder opener, path string, plan model.Plan, who string, now time.Time) (*File, error) {
	return start(folder, path, who, now, (*spot).free, func(f *File) error { return f.create(plan, now) })
}

func (f *File) create(plan model.Plan, now time.Time) error {
	f.doc = New()
	return f.write(f.next(plan, now), f.spot.add)
}

// Open locks and reads a plan that can be saved.
func Open(path, who string, now time.Time) (*File, error) {
	return openIn(disk.Open, path, who, now)
}

func openIn(folder opener, path, who string, now time.Time) (*File, error) {
	return start(folder, path, who, now, (*spot).taken, (*File).open)
}

func (f *File) open() error {
	data, _, err := f.spot.read()
	if err != nil {
		return err
	}
	f.doc, err = Parse(f.spot.path, data)
	if err != nil {
		return err
	}
	f.hold(f.doc.Plan, data)
	return nil
}

// start gets hold of a file and lets go of it again when begin fails. The spot
// is checked before the lock, which needs more rights, and under it again. What
// killed processes left is cleared away once the plan is known to be ours.
func start(folder opener, path, who string, now time.Time, check func(*spot) error, begin func(*File) error) (*File, error) {
	spot, err := find(path, folder)
	if err != nil {
		return nil, err
	}
	f := &File{spot: spot}
	if err = check(spot); err == nil {
		err = spot.spareable()
	}
	if err == nil {
		f.lock, err = spot.lock(who, now)
	}
	if err == nil {
		err = check(spot)
	}
	if err == nil {
		err = begin(f)
	}
	if err != nil {
		return nil, f.abandon(err)
	}
	spot.sweep(f.plan)
	return f, nil
}

// abandon gives the error as it is unless closing adds one.
func (f *File) abandon(err error) error {
	if failed := f.Close(); failed != nil {
		return errors.Join(err, failed)
	}
	return err
}
