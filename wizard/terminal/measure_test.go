//go:build !windows

package terminal

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"
)

// stillness is how long nothing must come for a program to be done drawing:
// two of its frames, or three at 60 a second.
const stillness = 50 * time.Millisecond

// firstFrame is how long it takes from the start to the last byte of the first
// whole frame, in milliseconds.
func (c contestant) firstFrame(b *testing.B, silent bool) float64 {
	o := c.at(b)
	o.silent = silent
	s := start(b, o)
	s.until("a whole frame of "+c.name, func() bool { return bytes.Contains(s.output, []byte(c.full)) })
	took := milliseconds(s.came(c.full).Sub(s.began))
	s.send(leave)
	s.end()
	return took
}

// came is when the last byte of a word came.
func (s *session) came(word string) time.Time {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	end := bytes.Index(s.output, []byte(word)) + len(word)
	for _, r := range s.reads {
		if r.bytes >= end {
			return r.at
		}
	}
	return time.Time{}
}

// frame holds two frames of the wizard, and three of a program that draws 60 times a second.
const frame = time.Second / 20

// press presses a key, and gives the milliseconds to the last byte that comes
// of it and the number of bytes. A program draws when its clock ticks: so the
// keys come evenly spread over the time between two ticks.
func (s *session) press(n int, key string) (took, written float64) {
	_, part := math.Modf(float64(n) * math.Phi)
	<-time.After(time.Duration(part * float64(frame)))
	before := s.bytes()
	begin := time.Now()
	s.send(key)
	last := s.quiet()
	return milliseconds(last.at.Sub(begin)), float64(last.bytes - before)
}

// quiet waits until nothing has come for a while, and gives the last reading.
func (s *session) quiet() reading {
	for {
		s.mutex.Lock()
		next := s.changed
		s.mutex.Unlock()
		select {
		case <-next:
		case <-time.After(stillness):
			s.mutex.Lock()
			defer s.mutex.Unlock()
			return s.reads[len(s.reads)-1]
		}
	}
}

func (s *session) bytes() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return len(s.output)
}

// idle counts the bytes that come while nobody does anything.
func (s *session) idle() int {
	before := s.bytes()
	<-time.After(idle)
	return s.bytes() - before
}

// peak is the most memory that the program has held, in MB, where the system
// tells.
func (s *session) peak() float64 {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes := 0.0
	_, _ = fmt.Sscan(after, &kilobytes) // 0 where the system does not tell
	return kilobytes * 1024 / 1e6
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
