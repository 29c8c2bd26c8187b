package logs

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"cmgwizard/model/reading"
)

// block is how much of a log is looked at in one go.
const block = 256 << 10

// A scan goes through a log once, entry by entry, with bounded memory.
type scan struct {
	in      reading.View
	entries int
	parts   []string
	first   entry // the first one with a time
	last    entry // the last one with a time
	columns []int // of an IIS log, see fieldsOf
	fields  []string
	topics  []bool

	recent [2*nearby + 1]entry // the last few by their number, for their neighbors
	open   []waiting

	hits      map[int]int // the places of hits in the entry: 2×pattern, +1 for one that needs a companion
	tries     map[int]int // loose hits that were looked at in the entry
	met       map[int]bool
	seen      []entry // the last one with a companion
	sure      []sighting
	half      []sighting
	confirmed []bool

	codes    []seenCode
	codeSeen map[string]int
	unknown  unknown

	latest, wentBackAt time.Time // the times of entries, see noteClock
	wentBack           time.Duration
	secret             bool // a private key begins in it
	named              bool // the entry has a code with a name
	denied             bool // the entry says that a code does not stand somewhere

	wordsOnly bool // the text is something else already, which has numbers of its own
}

// waiting is a sighting whose neighbors after it are still to come.
type waiting struct {
	s      *sighting
	number int
}

func newScan(in reading.View) *scan {
	n := len(Patterns)
	s := &scan{in: in, hits: map[int]int{}, tries: map[int]int{}, met: map[int]bool{}, codeSeen: map[string]int{},
		sure: make([]sighting, n), half: make([]sighting, n), seen: make([]entry, n), confirmed: make([]bool, n), topics: make([]bool, len(topics))}
	for i := range s.seen {
		s.seen[i].number = -2 * nearby
	}
	return s
}

// text goes through a log that is in memory.
func (s *scan) text(text string) {
	s.feed(text, false)
	s.settle(0)
}

// stream goes through a log as it is read, block by block.
func (s *scan) stream(r io.Reader) error {
	buffer := make([]byte, 0, 2*block)
	for {
		n, err := io.ReadFull(r, buffer[len(buffer):min(len(buffer)+block, cap(buffer))])
		buffer = buffer[:len(buffer)+n]
		ended := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !ended {
			return err
		}
		buffer = plainBreaks(buffer)
		rest := s.feed(string(buffer), !ended && len(buffer) < cap(buffer)-block/2)
		if s.secret {
			return ErrPrivateKey
		}
		if ended {
			s.settle(0)
			return nil
		}
		buffer = append(buffer[:0], rest...)
	}
}

// plainBreaks makes every line break "\n", in place.
func plainBreaks(text []byte) []byte {
	plain := text[:0]
	for {
		at := bytes.Index(text, []byte("\r\n"))
		if at < 0 {
			return append(plain, text...)
		}
		plain = append(plain, text[:at]...)
		text = text[at+1:]
	}
}

// feed takes the entries of a text and gives back what is left of it.
func (s *scan) feed(text string, more bool) (rest string) {
	for {
		raw, rest, ok := nextEntry(text, more)
		if !ok {
			return rest
		}
		s.take(raw)
		text = rest
	}
}

// take looks at one entry.
func (s *scan) take(raw string) {
	if strings.TrimSpace(raw[:min(len(raw), 64)]) == "" && strings.TrimSpace(raw) == "" {
		return
	}
	s.entries++
	e := newEntry(raw, s.entries)
	s.noteTime(e)
	s.named, s.denied = false, false
	start, end := e.writer()
	s.search(e, 0, e.body)
	s.search(e, start, end)
	if !s.wordsOnly {
		s.findCodes(e)
		s.takeIIS(e)
	}
	known := false
	if len(s.hits)+len(s.met) > 0 {
		e.stamp()
		s.noteClock(e.time)
		known = s.tally(e)
	}
	if !known && !s.denied && !s.wordsOnly && (e.isMarked() || s.unknown.pasted && e.looksFailed()) {
		s.unknown.note(e)
	}
	s.remember(e)
}

// search looks for the texts of patterns in a part of an entry. In the rest of its
// stamp are numbers of lines and threads.
func (s *scan) search(e entry, start, end int) {
	patterns, automaton := patternTexts()
	automaton.Each(e.raw[start:end], func(p, at int) { s.hit(patterns[p], e, start+at) })
}

// noteTime keeps the first and the last entry with a time.
func (s *scan) noteTime(e entry) {
	if !e.isStamped() {
		return
	}
	if s.first.raw == "" {
		s.first = newEntry(strings.Clone(e.raw[max(0, len(e.raw)-LongestEntry):]), e.number)
	}
	s.last = e
}

// remember keeps the entry for its neighbors, and settles what has seen enough.
func (s *scan) remember(e entry) {
	s.recent[e.number%len(s.recent)] = e
	if len(s.open) > 0 && s.open[0].number+nearby <= e.number {
		s.settle(e.number - nearby)
	}
}

// settle looks at the neighbors of what was found up to an entry, 0 for all.
func (s *scan) settle(upTo int) {
	done := 0
	for _, w := range s.open {
		if upTo > 0 && w.number > upTo {
			break
		}
		s.lookAround(w)
		done++
	}
	s.open = slices.Delete(s.open, 0, done)
}

// hit takes a text of a pattern that ends at end.
func (s *scan) hit(p patternText, e entry, end int) {
	raw, start := e.raw, end-len(p.text)
	switch p.sort {
	case topicText:
		s.topics[p.of] = s.topics[p.of] || topics[p.of].log || standsAlone(raw, start, end)
	case secretText:
		s.secret = true
	case nameText:
		s.named = true
	case maskText:
		s.takeFlags(raw, end)
	case companionText:
		if standsAlone(raw, start, end) {
			s.met[p.of] = true
		}
	case looseText:
		if _, had := s.hits[2*p.of]; !had && end <= e.body && s.tries[p.of] < 3 {
			s.tries[p.of]++
			if standsAlone(raw, start, end) && isError(e.message(), start, end) && !s.denies(raw, start, end) {
				s.hits[2*p.of] = start
			}
		}
	case sureText, besideText:
		key := 2*p.of + p.sort/besideText
		begins := strings.HasSuffix(p.text, "_") // of a longer word
		if _, had := s.hits[key]; had || !begins && !standsAlone(raw, start, end) {
			return
		}
		if (p.text != statusInfo || isRefusal(raw[end:min(end+8, len(raw))])) && !s.denies(raw, start, end) {
			s.hits[key] = start
		}
	}
}

// denies notes an entry that says that a code does not stand somewhere.
func (s *scan) denies(raw string, start, end int) bool {
	denied := isDenied(raw, start, end)
	s.denied = s.denied || denied
	return denied
}

// The sorts of texts.
const (
	sureText = iota
	looseText
	besideText
	companionText
	topicText
	secretText
	nameText
	maskText
)

// A patternText is what a text of the automaton stands for.
type patternText struct {
	sort int
	of   int // the place of its pattern, or of its topic
	text string
}

// patternTexts are all texts with the automaton that finds them, made when the
// first log is read.
var patternTexts = sync.OnceValues(func() ([]patternText, *reading.Automaton) {
	var all []patternText
	for i, p := range Patterns {
		for sort, texts := range [][]string{p.Texts, p.Loose, p.Beside, p.With} {
			for _, text := range texts {
				all = append(all, patternText{sort, i, text})
			}
		}
	}
	for i, t := range topics {
		all = append(all, patternText{topicText, i, t.word})
	}
	all = append(all, patternText{secretText, 0, "private key-----"}, patternText{nameText, 0, "aadsts"}, patternText{nameText, 0, "idx1"}, patternText{maskText, 0, flagMask})
	texts := make([]string, len(all))
	for i, p := range all {
		texts[i] = p.text
	}
	return all, reading.NewAutomaton(texts)
})
