package planfile

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"cmgwizard/model/planfile/disk"
)

// A lock is on a neighbour of the plan: a file that is replaced keeps no lock.
// The system drops it when the process dies. It holds the first byte only, so
// that who has it can be read behind that byte on Windows too, where others
// cannot read what is locked.
//
// A disk that knows no locks has files that only one can make. There the lock
// file itself is the lock: who made it has it until the file is removed.
type lock struct {
	file   disk.File
	made   bool // the file itself is the lock
	silent bool // the file cannot be written
}

const lockTries = 10

func (s *spot) lockName() string { return s.base + ".lock" }

// lock takes the lock or says who has it. A lock file that was removed between
// its opening and its locking protects nothing: then it tries again.
func (s *spot) lock(who string, now time.Time) (*lock, error) {
	for range lockTries {
		taken, err := s.tryLock()
		if err == nil && taken != nil {
			err = s.sign(taken, who, now)
		}
		switch {
		case err == nil && taken == nil:
			return nil, s.lockedError()
		case err == nil:
			return taken, nil
		case !errors.Is(err, errStale):
			return nil, s.lockFailure(err)
		}
	}
	return nil, s.lockedError()
}

// errStale says that the file which was opened is not the lock file any more.
var errStale = errors.New("the lock file was removed")

// tryLock gives nil when somebody else has the lock.
func (s *spot) tryLock() (*lock, error) {
	taken, fresh, err := s.openLock()
	if err != nil {
		return nil, err
	}
	mine, err := taken.file.TryLock()
	if disk.LacksLocks(err) {
		s.lockless = true
		taken.made, mine, err = true, fresh, nil
	}
	if err == nil && !fresh && (mine || taken.made) {
		mine, err = s.inherit(taken, mine)
	}
	if err != nil || !mine {
		return nil, errors.Join(err, taken.file.Close())
	}
	return taken, nil
}

// openLock makes the lock file or opens the one that is there, which only its
// owner may be able to write.
func (s *spot) openLock() (taken *lock, fresh bool, err error) {
	var f disk.File
	err = patiently(func() error { f, err = s.folder.Create(s.lockName()); return err })
	if !errors.Is(err, fs.ErrExist) {
		return &lock{file: f}, true, err
	}
	if err := s.ordinary(s.lockName()); err != nil {
		return nil, false, err
	}
	f, err = s.folder.Change(s.lockName())
	silent := errors.Is(err, fs.ErrPermission)
	if silent {
		f, err = s.folder.Open(s.lockName())
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = errStale
	}
	return &lock{file: f, silent: silent}, false, err
}

// inherit judges a lock file that was there before. One that itself was a lock
// still is, even where the system knows locks: its maker may see this disk
// through another system. It is cleared away when its maker surely is gone.
// That needs no clock: the record names the machine, its start and the process,
// and only who sits on the same machine asks whether that process lives.
// Whoever cannot tell takes it for living.
func (s *spot) inherit(taken *lock, locked bool) (mine bool, err error) {
	r := readRecord(taken.file)
	switch {
	case r.token == "":
		return locked && !taken.made, nil
	case !r.isOver():
		return false, nil
	}
	return false, s.takeOver(r)
}

// takeOver clears the lock file of a dead process away. Only one may do it for
// each record: the one who makes a file named after its token. It reads the
// record again once it has that: by then another may have come and gone.
func (s *spot) takeOver(dead record) error {
	marker := s.draftName(dead.token)
	f, err := s.folder.Create(marker)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer s.clear(marker)
	if err := f.Close(); err != nil {
		return err
	}
	if s.currentRecord().token == dead.token {
		if err := s.drop(s.lockName()); err != nil {
			return err
		}
	}
	return errStale
}

// sign writes into the lock file who has it. One that another user left behind
// cannot be written: it is removed, which nobody but its holder may do. Where
// that is not allowed either, the lock goes without a name.
func (s *spot) sign(taken *lock, who string, now time.Time) error {
	switch {
	case !s.holds(taken):
		return errors.Join(errStale, taken.file.Close())
	case !taken.silent:
		err := newRecord(who, now, taken.made).write(taken.file)
		if err != nil {
			_, released := s.release(taken)
			err = errors.Join(err, released)
		}
		return err
	case s.folder.Remove(s.lockName()) == nil:
		return errors.Join(errStale, taken.file.Close())
	}
	return nil
}

func (s *spot) holds(taken *lock) bool {
	mine, err := taken.file.Stat()
	if err != nil {
		return false
	}
	current, err := s.folder.Lstat(s.lockName())
	return err == nil && os.SameFile(mine, current)
}

// unlock drops the lock and clears its file away. A file that stays locks
// nobody out, unless it is itself the lock. Where somebody has just opened it,
// it is theirs to clear away.
func (s *spot) unlock(held *lock) error {
	left, err := s.release(held)
	if err != nil {
		s.leftover(s.lockName(), err)
	}
	switch {
	case left != nil && held.made:
		return s.lockLeft(left)
	case left != nil && !disk.IsBusy(left):
		s.leftover(s.lockName(), left)
	}
	return nil
}

// release removes the lock file while it is still locked: whoever opened it
// meanwhile sees, once it has the lock, that the file is gone.
func (s *spot) release(held *lock) (left, closing error) {
	if s.holds(held) {
		left = s.drop(s.lockName())
	}
	return left, held.file.Close()
}
