package planfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"cmgwizard/model"
)

// A lock is on a neighbour of the plan: a file that is replaced keeps no lock.
// The system drops it when the process dies. It holds the first byte only, so
// that who has it can be read behind that byte on Windows too, where others
// cannot read what is locked.
type lock struct {
	*flock.Flock // nil on a disk that knows no locks
}

const (
	recordStart = 1 // the place of the record in the lock file
	recordSize  = 512
	lockTries   = 10
)

func (s *spot) lockName() string { return s.base + ".lock" }

// lock takes the lock or says who has it. A lock file that was removed between
// its opening and its locking protects nothing: then it tries again.
func (s *spot) lock(who string, now time.Time) (*lock, error) {
	for range lockTries {
		taken, err := s.tryLock()
		switch {
		case err != nil || taken != nil && taken.Flock == nil:
			return taken, err
		case taken == nil:
			return nil, s.lockedError()
		}
		err = s.sign(taken, who, now)
		if err == nil {
			return taken, nil
		}
		unlocked := taken.Unlock()
		if !errors.Is(err, errStale) || unlocked != nil {
			return nil, saveError(s.path, errors.Join(err, unlocked))
		}
	}
	return nil, s.lockedError()
}

// tryLock gives nil when somebody else has the lock. Some network disks know no
// locks: the comparison before each save is what counts there.
func (s *spot) tryLock() (*lock, error) {
	f := flock.New(filepath.Join(s.folder, s.lockName()), flock.SetPermissions(0o666))
	ok, err := f.TryLock()
	switch {
	case errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.ENOLCK):
		return &lock{}, nil
	case err != nil:
		return nil, saveError(s.path, err)
	case !ok:
		return nil, nil
	}
	return &lock{f}, nil
}

// errStale says that the file which was locked is not the lock file any more.
var errStale = errors.New("the lock file was removed")

// sign writes into the lock file who has it. One that another user left behind
// cannot be written: it is removed, which nobody but its holder may do. Where
// that is not allowed either, the lock goes without a name.
func (s *spot) sign(taken *lock, who string, now time.Time) error {
	if !s.holds(taken) {
		return errStale
	}
	err := s.writeRecord(who, now)
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	if s.root.Remove(s.lockName()) == nil {
		return errStale
	}
	return nil
}

func (s *spot) holds(taken *lock) bool {
	mine, err := taken.Stat()
	if err != nil {
		return false
	}
	current, err := s.root.Stat(s.lockName())
	return err == nil && os.SameFile(mine, current)
}

func (s *spot) writeRecord(who string, now time.Time) error {
	f, err := s.root.OpenFile(s.lockName(), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	who = strings.ToValidUTF8(fmt.Sprintf("%.200s", model.Clean(who)), "")
	record := fmt.Sprintf("%s\t%s\t%d\n", who, now.UTC().Format(time.RFC3339), os.Getpid())
	_, err = f.WriteAt([]byte(record), recordStart)
	return errors.Join(err, f.Close())
}

// lockedError says who has the lock, as far as that can be read.
func (s *spot) lockedError() error {
	locked := &LockedError{Path: s.path}
	f, err := s.root.Open(s.lockName())
	if err != nil {
		return locked
	}
	defer f.Close()
	record, _ := io.ReadAll(io.NewSectionReader(f, recordStart, recordSize))
	line, _, _ := strings.Cut(string(record), "\n")
	parts := strings.Split(line, "\t")
	if len(parts) < 2 {
		return locked
	}
	if since, err := time.Parse(time.RFC3339, parts[1]); err == nil {
		locked.Who, locked.Since = model.Clean(parts[0]), since
	}
	return locked
}

// unlock drops the lock and clears its file away.
func (s *spot) unlock(held *lock) error {
	if held.Flock == nil {
		return nil
	}
	return s.release(held)
}
