package planfile

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
)

// A record in the lock file says who has the lock. It has a token of its own
// where the file itself is the lock.
type record struct {
	who     string
	since   time.Time
	process int
	machine string
	token   string
}

const (
	recordStart = 1 // the place of the record in the lock file
	recordSize  = 512
	longestWho  = 200
)

var tokenForm = model.Pattern(`^[A-Z2-7]{26}$`)

func newRecord(who string, now time.Time, made bool) record {
	who = model.Clean(who)
	r := record{who: strings.ToValidUTF8(who[:min(len(who), longestWho)], ""), since: now.UTC(), process: os.Getpid()}
	if made {
		r.machine, r.token = disk.Machine(), rand.Text()
	}
	return r
}

func (r record) write(w io.WriterAt) error {
	line := fmt.Sprintf("%s\t%s\t%d", r.who, r.since.Format(time.RFC3339), r.process)
	if r.token != "" {
		line += "\t" + r.machine + "\t" + r.token
	}
	_, err := w.WriteAt([]byte(line+"\n"), recordStart)
	return err
}

// readRecord reads as much of a record as is there.
func readRecord(from io.ReaderAt) record {
	data, _ := io.ReadAll(io.NewSectionReader(from, recordStart, recordSize))
	line, _, whole := bytes.Cut(data, []byte("\n"))
	parts := strings.Split(string(line), "\t")
	if len(parts) < 2 {
		return record{}
	}
	since, err := time.Parse(time.RFC3339, parts[1])
	if err != nil {
		return record{}
	}
	r := record{who: model.Clean(parts[0]), since: since}
	if whole && len(parts) == 5 && tokenForm().MatchString(parts[4]) {
		r.process, _ = strconv.Atoi(parts[2])
		r.machine, r.token = parts[3], parts[4]
	}
	return r
}

// isOver reports whether the process surely is gone that wrote the record.
func (r record) isOver() bool {
	return r.machine != "" && r.machine == disk.Machine() && disk.IsGone(r.process)
}

// currentRecord is that of the lock file as it is now, as far as it can be read.
func (s *spot) currentRecord() record {
	f, err := s.folder.Open(s.lockName())
	if err != nil {
		return record{}
	}
	defer f.Close()
	return readRecord(f)
}

// lockedError says who has the lock, as far as that can be read.
func (s *spot) lockedError() error {
	r := s.currentRecord()
	locked := &LockedError{Path: s.path, Who: r.who, Since: r.since}
	if s.lockless || r.token != "" || r.who == "" {
		locked.file = s.beside(s.lockName())
	}
	return locked
}
