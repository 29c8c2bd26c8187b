//go:build !windows

package terminal

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// How often things are measured.
const (
	starts      = 21
	silentGums  = 2 // each takes five seconds
	keyRounds   = 6
	keysInRound = 20
	idle        = 3 * time.Second
)

// BenchmarkTerminal measures in one run, by turns, how the wizard feels in a
// terminal, and compares it with the least program of its kind and with gum.
// It reports and never fails on time: the targets stand beside the figures.
func BenchmarkTerminal(b *testing.B) {
	ours := build(b, b.TempDir(), "cmgwizard", ".")
	c := contestants(b, ours)
	for b.Loop() {
		m := measured{}
		m.firstFrames(b, c)
		m.keys(b, c)
		m.interview(b, ours)
		m.memory(b, ours)
		m.report(b)
	}
}

// measured are the samples of each figure by name.
type measured map[string][]float64

func (m measured) add(name string, value float64) { m[name] = append(m[name], value) }

// firstFrames starts every program many times, on a terminal that answers and
// on one that does not.
func (m measured) firstFrames(b *testing.B, c []contestant) {
	for i := range starts {
		for _, one := range c {
			m.add("first frame, "+one.name, one.firstFrame(b, false))
			if one.name != "gum" || i < silentGums {
				m.add("silent, "+one.name, one.firstFrame(b, true))
			}
		}
	}
}

// keys opens the programs with a list side by side and presses arrows by turns.
func (m measured) keys(b *testing.B, c []contestant) {
	var open []*session
	var names []string
	for _, one := range c {
		if one.list == nil {
			continue
		}
		open = append(open, one.list(b))
		names = append(names, one.name)
	}
	for range keyRounds {
		for i, s := range open {
			m.round(names[i], s, keysInRound)
		}
	}
	for i, s := range open {
		m.add("idle bytes, "+names[i], float64(s.idle()))
		m.add("peak MB, "+names[i], s.peak())
		s.send(leave)
		s.end()
	}
}

// round presses arrows, down and up by turns.
func (m measured) round(name string, s *session, keys int) {
	for n := range keys {
		key := down
		if n%2 == 1 {
			key = up
		}
		took, bytes := s.press(len(m["key, "+name]), key)
		m.add("key, "+name, took)
		m.add("bytes a key, "+name, bytes)
	}
}

// interview presses arrows in every list of a whole interview.
func (m measured) interview(b *testing.B, program string) {
	at := window(b.TempDir())
	at.program = program
	s := start(b, at)
	s.newPlan()
	strokes := s.answer(contoso())
	s.leaves()
	at = wide(b.TempDir())
	at.program = program
	s = start(b, at)
	s.newPlan()
	for _, k := range strokes {
		s.await(k.turn)
		if k.how == chosen {
			s.quiet()
			m.round("interview", s, 2)
		}
		s.send(k.keys)
	}
	s.leaves()
}

// memory is the most that the wizard holds from the first question to the
// printed PDF.
func (m measured) memory(b *testing.B, program string) {
	at := wide(b.TempDir())
	at.program = program
	s := start(b, at)
	s.newPlan()
	s.answer(contoso())
	s.see("Ask me everything")
	for range 3 {
		m.round("board", s, keysInRound)
	}
	s.send("t")
	s.see("[ ]")
	s.send(down + down)
	s.quiet()
	s.send(escape)
	s.quiet()
	m.add("peak MB, walk", s.peak())
	s.send("p")
	s.see("pages to print")
	s.send(down + down + down + down + enter)
	s.until("the name of a PDF", func() bool {
		_, after, _ := strings.Cut(s.text(), "Written: ")
		return strings.Contains(after, ".pdf")
	})
	m.add("peak MB, PDF", s.peak())
	s.leaves()
}

// A target is a figure, what it may be at most, and against which other figure.
type target struct {
	figure  string
	against string // "" for an absolute figure
	most    float64
	unit    string
}

// The minimal program draws 60 times a second and the wizard 40 times, which it takes for
// an idle of less than one hundredth of a core: a key is to be seen within two frames of
// the minimal program.
var targets = []target{
	{"first frame, start", "first frame, minimal", 1.8, "ms"},
	{"first frame, question", "first frame, minimal", 1.8, "ms"},
	{"first frame, start", "first frame, gum", 0.5, "ms"},
	{"first frame, question", "first frame, gum", 0.5, "ms"},
	{"silent, start", "first frame, start", 1.2, "ms"},
	{"silent, question", "first frame, question", 1.2, "ms"},
	{"silent, start", "silent, gum", 0.5, "ms"},
	{"key, question", "", 33, "ms"},
	{"key, method", "", 33, "ms"},
	{"bytes a key, question", "", 100, "B"},
	{"bytes a key, method", "", 100, "B"},
	{"bytes a key, interview", "", 100, "B"},
	{"bytes a key, board", "", 100, "B"},
	{"key, board", "", 33, "ms"},
	{"idle bytes, question", "", 0, "B"},
	{"peak MB, question", "", 20, "MB"},
	{"peak MB, method", "", 20, "MB"},
	{"peak MB, walk", "", 20, "MB"},
	{"peak MB, PDF", "", 20, "MB"},
}

// report prints a table and hands the figures to the tools.
func (m measured) report(b *testing.B) {
	var table strings.Builder
	fmt.Fprintf(&table, "\n%-24s %-22s %10s %10s %7s %6s\n", "figure", "against", "ours", "theirs", "ratio", "target")
	for _, t := range targets {
		if len(m[t.figure]) > 0 && (t.against == "" || len(m[t.against]) > 0) {
			m.line(b, &table, t)
		}
	}
	fmt.Print(table.String()) // a log of a benchmark is cut after ten lines
}

// usual is the mean of bytes, which differ from key to key by their nature,
// and the median of what differs by chance.
func usual(name string, figures []float64) float64 {
	if strings.HasPrefix(name, "bytes") {
		return mean(figures)
	}
	return median(figures)
}

func (m measured) line(b *testing.B, table *strings.Builder, t target) {
	ours := usual(t.figure, m[t.figure])
	figure, theirs, ratio := ours, "", ""
	if t.against != "" {
		other := usual(t.against, m[t.against])
		figure = ours / other
		theirs, ratio = fmt.Sprintf("%.2f", other), fmt.Sprintf("%.2f", figure)
	}
	verdict := "met"
	if figure > t.most {
		verdict = "MISSED"
	}
	fmt.Fprintf(table, "%-24s %-22s %7.2f %-2s %10s %7s %6g %s\n", t.figure, t.against, ours, t.unit, theirs, ratio, t.most, verdict)
	b.ReportMetric(ours, strings.NewReplacer(", ", "-", " ", "-").Replace(t.figure)+"-"+t.unit)
}
