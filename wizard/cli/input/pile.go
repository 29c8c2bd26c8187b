// Package input reads the files that somebody names: files, folders and patterns,
// bounded, and with words for what cannot be read. It reads no file that is not
// an ordinary one, and writes nothing.
package input

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/inspect"
	"cmgwizard/model/planfile/disk"
	"cmgwizard/model/reading"
)

// The bounds of what is read in one go.
const (
	maxInputs = 1000
	maxBytes  = 2 << 30 // of all files together
)

// StandardInput is what people call the file "-".
const StandardInput = "the standard input"

// A Pile is the files that were asked for, in order, as they are read.
type Pile struct {
	stdin io.Reader // what "-" stands for; nil: a file of that name
	paths []string  // by input
	files []inspect.Input
	seen  map[string]bool // full paths: what is named twice is read once
	bytes int64
	read  atomic.Int64 // of them
	walk  walk

	// Watch is told how far the reading is, each time that another mebibyte was
	// read. It is called from several goroutines, one at a time.
	Watch func(read, all int64)
	watch sync.Mutex
}

// NewPile takes files, the files in folders, and "-" for the standard input, where
// there is one. What cannot be read is among them with its error.
func NewPile(paths []string, stdin io.Reader) *Pile {
	p := &Pile{stdin: stdin, seen: map[string]bool{}}
	for _, path := range paths {
		p.add(path)
	}
	for i, name := range distinct(p.paths) {
		p.files[i].Name = name
		p.remember(i)
	}
	return p
}

// add reads what a path of the command line stands for.
func (p *Pile) add(path string) {
	if path == "-" && p.stdin != nil {
		p.keep(StandardInput, func() (io.ReadCloser, error) { return worded{io.NopCloser(p.stdin), StandardInput}, nil }, nil)
		return
	}
	info, err := stat(path)
	switch {
	case err != nil && isPattern(path):
		p.addPattern(path)
	case err != nil:
		p.keep(path, nil, err)
	case info.IsDir():
		p.walk.start(p, path)
	default:
		p.take(path)
	}
}

// isPattern reports whether a path that leads to nothing is meant for several
// files: the Command Prompt leaves that to the programs.
func isPattern(path string) bool { return strings.ContainsAny(path, "*?[") }

func (p *Pile) addPattern(pattern string) {
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		p.keep(pattern, nil, &disk.Error{What: "no file has a name like this", Do: "check the pattern and the folder you are in"})
	}
	slices.Sort(paths)
	for _, path := range paths {
		if info, err := stat(path); err == nil && info.IsDir() {
			p.walk.start(p, path)
			continue
		}
		p.take(path)
	}
}

// take takes one file, unless that was done. It is opened when it is looked at.
func (p *Pile) take(path string) {
	full, err := filepath.Abs(path)
	if err == nil && p.seen[full] {
		return
	}
	p.seen[full] = true
	switch {
	case p.isFull():
		p.walk.more++
	case p.bytes >= maxBytes:
		p.keep(path, nil, &disk.Error{What: fmt.Sprintf("left out: no more than %d MiB are read in one go", maxBytes>>20), Do: "inspect fewer files at a time"})
	default:
		size, err := sizeOf(path)
		p.bytes += min(size, inspect.MaxLog)
		p.keep(path, func() (io.ReadCloser, error) { return openWorded(path) }, err)
		p.files[len(p.files)-1].Size = size
	}
}

func (p *Pile) isFull() bool { return len(p.files) >= maxInputs }

func (p *Pile) keep(path string, open func() (io.ReadCloser, error), err error) {
	p.paths = append(p.paths, path)
	p.files = append(p.files, inspect.Input{Open: open, Err: err})
}

// remember keeps why a file could not be opened.
func (p *Pile) remember(i int) {
	open := p.files[i].Open
	if open == nil {
		return
	}
	p.files[i].Open = func() (io.ReadCloser, error) {
		f, err := open()
		p.files[i].Err = err
		if err != nil || p.Watch == nil {
			return f, err
		}
		return watched{f, p}, nil
	}
}

// Bytes is how much there is to read.
func (p *Pile) Bytes() int64 { return p.bytes }

// A watched file tells how far the reading of all is.
type watched struct {
	io.ReadCloser
	pile *Pile
}

func (w watched) Read(b []byte) (int, error) {
	const step = 1 << 20
	n, err := w.ReadCloser.Read(b)
	now := w.pile.read.Add(int64(n))
	if (now-int64(n))/step != now/step {
		w.pile.watch.Lock()
		defer w.pile.watch.Unlock()
		w.pile.Watch(now, w.pile.bytes)
	}
	return n, err
}

// Inspect looks at the files and forgets them.
func (p *Pile) Inspect(plan *model.Plan, at time.Time) inspect.Report {
	report := inspect.Inspect(p.files, plan, at)
	for i, file := range p.files[:min(len(p.files), len(report.Files))] {
		advise(&report.Files[i], file.Err)
	}
	p.files = nil
	return report
}

// LeftOut says in words what was not read, and missed reports whether that is
// more than one expects.
func (p *Pile) LeftOut() (words []string, missed bool) { return p.walk.leftOut() }

// advise says what to do about a file that could not be read: its error knows.
func advise(f *reading.File, err error) {
	var hinted interface{ Hint() string }
	if f.Kind == reading.Unreadable && len(f.Remarks) > 0 && errors.As(err, &hinted) {
		f.Remarks[0].Do = model.Capital(hinted.Hint()) + "."
	}
}

// stat looks at a path and follows links.
func stat(path string) (os.FileInfo, error) {
	if isDevice(path) {
		return nil, errNotOrdinary
	}
	info, err := os.Stat(path)
	return info, Explain("", err)
}
