package inspect

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync"

	"cmgwizard/model"
	"cmgwizard/model/logs"
	"cmgwizard/model/reading"
)

// A load is a file that was read and checked for secrets, or of which it is known
// why it was not.
type load struct {
	found *reading.Found
	data  []byte
	large *sync.Mutex
	own   bool   // nobody else has the data
	text  string // "" where nothing more is to be found out
}

// ahead is how many files are read while another one is looked at.
const ahead = 2

// loaded reads the files in their order. Reading and the search for secrets take
// most of the time: the next files are read meanwhile.
func loaded(inputs []Input, in reading.View) iter.Seq[load] {
	return func(yield func(load) bool) {
		var next []chan load
		var large sync.Mutex
		begin := func(input Input) {
			done := make(chan load, 1)
			next = append(next, done)
			go func() { done <- loadOne(input, in, &large) }()
		}
		for i := range inputs {
			for len(next) < ahead && i+len(next) < len(inputs) {
				begin(inputs[i+len(next)])
			}
			l := <-next[0]
			next = next[1:]
			if !yield(l) {
				return
			}
		}
	}
}

// smallFile is the size up to which files are made ready side by side. Larger
// ones wait for each other, for they take some times their size.
const smallFile = 512 << 10

// loadOne reads one file by itself.
func loadOne(input Input, in reading.View, large *sync.Mutex) load {
	l := load{large: large, found: &reading.Found{File: reading.File{Name: reading.Cut(model.Clean(input.Name), reading.LongestName)}}}
	if err := l.read(input, in); err != nil {
		l.found.Unreadable(reading.Shown(err.Error(), reading.LongestFact), "Check that the file is there and that you may read it.")
	}
	return l
}

// read takes what the file holds. Only of logs more than the bound is read.
func (l *load) read(input Input, in reading.View) error {
	if input.Err != nil {
		return input.Err
	}
	l.data = input.Data
	var rest io.Reader = bytes.NewReader(nil)
	if input.Open != nil {
		file, err := input.Open()
		if err != nil {
			return err
		}
		defer file.Close()
		if l.data, err = readUpTo(file, MaxSize+1, input.Size); err != nil {
			return err
		}
		rest, l.own = file, true
	}
	if len(l.data) > smallFile {
		l.large.Lock()
		defer l.large.Unlock()
	}
	if len(l.data) > MaxSize {
		return l.long(rest, in)
	}
	l.short()
	return nil
}

// readUpTo reads a file to its end or to a bound. Room for what it is said to hold
// is made at once.
func readUpTo(file io.Reader, most int, size int64) ([]byte, error) {
	buffer := bytes.NewBuffer(make([]byte, 0, min(max(size, 0), int64(most))+bytes.MinRead))
	_, err := buffer.ReadFrom(io.LimitReader(file, int64(most)))
	return buffer.Bytes(), err
}

// secretHead is how much of a log is searched for secrets as every file is. In the
// rest only the label of a private key is looked for, for no more than single
// lines of it are kept.
const secretHead = 64 << 10

// secret says what private thing is in a file that is held.
func (l *load) secret() string {
	if len(l.text) <= secretHead || !logs.HasLogShape(l.text[:secretHead]) {
		return secretIn(l.data, l.text)
	}
	if what := secretIn(l.data[:min(len(l.data), secretHead)], l.text[:secretHead]); what != "" {
		return what
	}
	for _, label := range []string{"PRIVATE KEY-----", "private key-----"} {
		if strings.Contains(l.text, label) {
			return "a private key"
		}
	}
	return ""
}

// short makes text of a file that is held, and refuses it where a secret is in it.
func (l *load) short() {
	l.text = decode(l.data)
	if what := l.secret(); what != "" {
		if l.own {
			clear(l.data)
		}
		l.data, l.text = nil, ""
		l.found.Refuse(what)
		return
	}
	l.found.SHA256 = hash(l.data)
	if strings.Trim(l.text, "\x00 \t\n\uFEFF") == "" {
		l.text = ""
		l.found.Unreadable("it is empty", "Make the file again, and see that the command that writes it succeeds.")
	}
}

// long reads a log, or a text that may be one, that is too large to be held.
func (l *load) long(rest io.Reader, in reading.View) error {
	start := decode(l.data[:secretHead])
	if l.found.Logged = logs.HasLogShape(start); !l.found.Logged && !logs.IsPlainText(start) {
		l.tooLarge("was not looked at")
		return nil
	}
	sum, secret := sha256.New(), secretIn(l.data[:secretHead], start)
	bounded := &io.LimitedReader{R: io.MultiReader(bytes.NewReader(l.data), rest), N: MaxLog}
	whole := io.TeeReader(bounded, sum)
	if secret == "" {
		switch err := logs.Stream(in, l.found, narrow(whole)); {
		case errors.Is(err, logs.ErrPrivateKey):
			secret = "a private key"
		case err != nil:
			return err
		}
	}
	l.data = nil
	switch {
	case secret != "":
		l.found.Refuse(secret)
		return nil
	case l.found.Kind == "":
		l.tooLarge("no line of it is known as one of a log")
		return nil
	case !l.found.Logged:
		l.found.Remark("log-lines-only", "", "", fmt.Sprintf("The file is larger than %d MiB: only log lines were looked for in it.", MaxSize>>20), "")
	}
	if bounded.N == 0 {
		l.found.Remark("log-cut", model.Warning, "", fmt.Sprintf("The log is larger than %d MiB: what stands behind that was not read.", MaxLog>>20), "Cut out the days that matter, and inspect that part.")
	}
	l.found.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return nil
}

// tooLarge says how far a file was looked at that is no log.
func (l *load) tooLarge(how string) {
	l.found.Unreadable(fmt.Sprintf("it is larger than %d MiB, and %s", MaxSize>>20, how),
		"Only logs of that size are read. Cut out the part that matters, or export the certificates alone.")
}

// narrow reads UTF-16 as UTF-8, as far as the first bytes tell that it is, and
// wherever it begins further on.
func narrow(r io.Reader) io.Reader {
	start := make([]byte, reading.Sample)
	n, _ := io.ReadFull(r, start)
	return &mixedReader{from: io.MultiReader(bytes.NewReader(start[:n]), r), mixed: mixed{wideOrder(start[:n])}}
}
